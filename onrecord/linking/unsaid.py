"""Tells what a report says was not said: "did not propose a dam" lays no proposal at anybody's door."""

from __future__ import annotations

import re

from onrecord.records import Attribution

_NOT = re.compile(r"\b(?:not|never|neither|nor|nobody|no one|nowhere)\b|n['\u2019]t\b", re.IGNORECASE)
_STANCES = ("support", "oppose", "promise", "intend", "believe")


def is_unsaid(attribution: Attribution, text: str) -> bool:
    """Tell whether the report says that this was not said, asked or claimed.

    Not to want or not to support a thing is a stance and so is to refuse it, and what somebody denies is denied.
    """
    if attribution.negated not in ("saying", "both") or attribution.denial or attribution.act in _STANCES:
        return False
    first = min((span.start for span in attribution.cue), default=0)
    cue = " ".join(span.of(text) for span in attribution.cue)
    return bool(_NOT.search(cue) or _NOT.search(text, max(0, first - 12), first))
