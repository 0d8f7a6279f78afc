"""What is told within a relayed statement came the same way as the statement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from onrecord.records import Attribution, Relay


def inherit_relays(attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Return the attributions, nested ones without a relay of their own with the mouths that they came through.

    Those are the relays of the statement around them, and its speaker where that is somebody else: "Brandt said that
    Orlova wants peace" knows through Brandt alone what Orlova wants.
    """
    ended = tuple(replace(attribution, via=_before_speaker(attribution)) for attribution in attributions)
    by_id = {attribution.id: attribution for attribution in ended}
    return tuple(
        replace(attribution, via=_inherited(attribution, by_id)) if attribution.parent else attribution
        for attribution in ended
    )


def _before_speaker(attribution: Attribution) -> tuple[Relay, ...]:
    """The chain as far as the speaker: nobody passes on his own words."""
    speaker = (attribution.speaker or "").casefold()
    end = next((n for n, relay in enumerate(attribution.via) if relay.name.casefold() == speaker), None)
    return attribution.via[:end]


def _inherited(attribution: Attribution, by_id: dict[str, Attribution]) -> tuple[Relay, ...]:
    """The chain of a nested statement, nearest the report first."""
    around = [attribution]
    while around[-1].parent in by_id and not around[-1].via and len(around) <= len(by_id):
        around.append(by_id[around[-1].parent or ""])
    chain = around[-1].via if len(around) == 1 else tuple(replace(r, inherited=True) for r in around[-1].via)
    for inner, outer in reversed(list(pairwise(around))):
        if outer.source and outer.speaker and (outer.speaker != inner.speaker or _is_new(inner, outer)):
            chain += (Relay(name=outer.speaker, span=outer.source[0], inherited=True),)
    return chain


def _is_new(inner: Attribution, outer: Attribution) -> bool:
    """ "She wants to stay, a colleague said": a pronoun never stands for somebody new who is named after it."""
    first = (outer.speaker or "").partition(" ")[0].casefold()
    somebody = first in ("a", "an", "one", "two", "three", "several", "some")
    pronoun = inner.source and inner.source[0].end - inner.source[0].start <= _LONGEST_PRONOUN
    return bool(somebody and pronoun and inner.source[0].start < outer.source[0].start)


_LONGEST_PRONOUN = 4
