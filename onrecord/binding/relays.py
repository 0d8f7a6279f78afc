"""What is told within a relayed statement came the same way as the statement."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from onrecord.records import Attribution, Relay


def inherit_relays(attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Return the attributions, nested ones without a relay of their own with the mouths that they came through.

    Those are the relays of the statement around them, and its speaker where that is somebody else: "Brandt said that
    Orlova wants peace" knows through Brandt alone what Orlova wants.
    """
    owned = name_owners(attributions)
    by_id = {attribution.id: attribution for attribution in owned}
    return tuple(
        replace(attribution, via=_inherited(attribution, by_id)) if attribution.parent else attribution
        for attribution in owned
    )


def name_owners(attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Return the attributions, "his daughter" who passes a man's words on as that man's daughter."""
    return tuple(
        replace(attribution, via=tuple(_owned(relay, attribution.speaker) for relay in attribution.via))
        for attribution in attributions
    )


def _owned(relay: Relay, speaker: str | None) -> Relay:
    parts = (speaker or "").split()
    named = bool(parts) and parts[0][0].isupper() and parts[-1][0].isupper()
    if not named or not _POSSESSIVE.search(relay.name):
        return relay
    return replace(relay, name=_POSSESSIVE.sub(lambda _: f"{speaker}'s", relay.name, count=1))


_POSSESSIVE = re.compile(r"\b(?:his|her)\b")


def _inherited(attribution: Attribution, by_id: dict[str, Attribution]) -> tuple[Relay, ...]:
    """The chain of a nested statement, nearest the report first."""
    around = [attribution]
    while around[-1].parent in by_id and not around[-1].via and len(around) <= len(by_id):
        around.append(by_id[around[-1].parent or ""])
    chain = around[-1].via if len(around) == 1 else tuple(replace(r, inherited=True) for r in around[-1].via)
    for inner, outer in reversed(list(pairwise(around))):
        if outer.source and outer.speaker and outer.speaker != inner.speaker:
            chain += (Relay(name=outer.speaker, span=outer.source[0], inherited=True),)
    return chain
