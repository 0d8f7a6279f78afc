"""Tells whether a report tells a statement as made: "did not propose a dam" and "may propose a dam" propose nothing.

Factuality as in the field (Saurí and Pustejovsky 2009), of the act of saying alone: what is said may be as it may.
"""

from __future__ import annotations

import re
from typing import Literal

from onrecord.records import Attribution

Factuality = Literal["said", "not said", "open"]

_NOT = re.compile(r"\b(?:not|never|neither|nor|nowhere)\b|n['\u2019]t\b", re.IGNORECASE)
_NOBODY = re.compile(r"(?:nobody|no one|none(?: of [\w ]+)?|neither(?: [\w ]+)?)\W*", re.IGNORECASE)
_KEPT_BACK = re.compile(
    r"\b(?:yet to|(?:stop|fall|stopped|stopping|stops|fell|falls|falling) short of|fail(?:ed|s|ing)? to"
    r"|refrain(?:ed|s|ing)? from|instead of|rather than)(?: \w+ (?:if|whether)(?: \w+){1,3})? $",
    re.IGNORECASE,
)
_WHETHER = re.compile(r"\b(?:whether|unless|if|in case)(?: or not)? (?:the |an? )?$", re.IGNORECASE)
_OPEN = re.compile(r"(?:may|might|could|should|must|ought|would have|were to)\b(?! not\b)", re.IGNORECASE)
_ASKED = re.compile(r"(?:did|does|do|has|have|had|is|are|was|were|should|could|might|may|would)\b", re.IGNORECASE)
_SELF = re.compile(r"(?:I|we|us|me)\b", re.IGNORECASE)
_STANCES = ("support", "oppose", "promise", "intend", "believe")
_REACH = 60


def judge_saying(attribution: Attribution, text: str) -> Factuality:
    """Return whether the report says that this was said, that it was not, or neither.

    Not to want or not to support a thing is a stance and so is to refuse it, and what somebody denies is denied.
    """
    cue = " ".join(span.of(text) for span in attribution.cue)
    source = " ".join(span.of(text) for span in attribution.source)
    first = min((span.start for span in (*attribution.cue, *attribution.source)), default=0)
    start = min((span.start for span in attribution.cue), default=0)
    before = text[max(0, start - _REACH) : start]
    leading = before + (cue[:3] if cue.startswith("to ") else "")  # "has yet | to say"
    if _NOBODY.fullmatch(source) or _KEPT_BACK.search(leading):
        return "not said"
    if _is_negated(attribution, cue, before):
        return "not said"
    asks = bool(cue) and start == first and bool(source) and bool(_ASKED.match(cue))
    doubts = bool(_WHETHER.search(text[max(0, first - _REACH) : first])) or (asks and start < _start_of(attribution))
    return "open" if doubts or (_OPEN.match(cue) and not _SELF.fullmatch(source)) else "said"


def _is_negated(attribution: Attribution, cue: str, before: str) -> bool:
    if attribution.negated not in ("saying", "both") or attribution.denial or attribution.act in _STANCES:
        return False
    return bool(_NOT.search(cue) or _NOT.search(before[-12:]))


def _start_of(attribution: Attribution) -> int:
    """The place of the source; a helping verb before it asks ("Did he say ...?") or supposes ("Should he say ...")."""
    return min((span.start for span in attribution.source), default=0)
