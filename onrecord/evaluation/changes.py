"""What was gained and what was lost between two runs, item by item, so that a change of rules can be judged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from onrecord.evaluation.outcomes import Outcome
from onrecord.records import Span

What = Literal["found", "false no more", "lost", "newly false"]
_GAINS: tuple[What, ...] = ("found", "false no more")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One item that came out otherwise: in which measures, and the value that was gained or lost in each.

    "found" and "lost" are items of the gold; "false no more" and "newly false" stand in no gold.
    """

    what: What
    document: str
    kind: str
    slots: tuple[str, ...]
    span: Span
    words: str

    @property
    def gained(self) -> bool:
        """Whether the later run is the better one here."""
        return self.what in _GAINS


def compare_outcomes(earlier: Iterable[Outcome], now: Iterable[Outcome]) -> tuple[Change, ...]:
    """Return what changed between two runs on the same gold, in the order of the gold's documents and their text."""
    before, after = list(earlier), list(now)
    order = dict.fromkeys(outcome.document for outcome in (*after, *before))
    place = {document: number for number, document in enumerate(order)}
    gains = _differences("found", "newly false", after, before)
    losses = _differences("lost", "false no more", before, after)
    return tuple(
        sorted(
            _group((*gains, *losses)), key=lambda one: (not one.gained, place[one.document], one.span.start, one.what)
        )
    )


def _differences(
    right: What, false: What, here: Iterable[Outcome], there: Iterable[Outcome]
) -> Iterator[tuple[What, Outcome]]:
    """What is right, or false, here and was not there."""
    known = set(there)
    for outcome in here:
        if outcome.state != "missed" and outcome not in known:
            yield (right if outcome.state == "right" else false), outcome


def _group(changes: Iterable[tuple[What, Outcome]]) -> Iterator[Change]:
    """One change for all slots of one item."""
    slots: defaultdict[tuple[What, str, str, Span, str], dict[str, None]] = defaultdict(dict)
    for what, outcome in changes:
        item = outcome.item
        slot = f"{outcome.measure} ({item.value})" if item.value else outcome.measure
        slots[what, outcome.document, outcome.kind, item.span, item.words][slot] = None
    for (what, document, kind, span, words), names in slots.items():
        yield Change(what=what, document=document, kind=kind, slots=tuple(names), span=span, words=words)
