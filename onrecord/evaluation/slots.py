"""Scores what an attribution says beyond its words: speaker, relay, addressee, denial, act, nesting ..."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.evaluation.attributions import KIND, Compared, likeness_overlap, pair_attributions, show_attribution
from onrecord.evaluation.names import fold_name, same_name
from onrecord.evaluation.outcomes import Judged, Measure, Outcome, Result, list_outcomes, measure_judged
from onrecord.evaluation.rows import AttributionRow

Pairs = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One slot: what it holds, as it is shown ("" for nothing), when two are the same, and whether gold tells it.

    `everywhere`: what is found beside the attributions that were looked for is false too.
    """

    name: str
    value: Callable[[AttributionRow], str]
    same: Callable[[AttributionRow, AttributionRow], bool]
    told: Callable[[AttributionRow], bool]
    everywhere: bool = True


def measure_slots(compared: Sequence[Compared]) -> Result:
    """Return the F1 of each slot that the gold has: end to end, and among attributions that were found.

    A slot is compared between attributions whose contents share half their words. End to end, a slot whose
    attribution was missed is missed, and a slot of an attribution that is in no gold is false.
    """
    pairs = [pair_attributions(one.gold, one.found, likeness_overlap) for one in compared]
    measures: list[Measure] = []
    outcomes: list[Outcome] = []
    for slot in _SLOTS:
        whole = [_judge(slot, one, paired) for one, paired in zip(compared, pairs, strict=True)]
        matched = [_judge(slot, _narrow(one, paired), _renumber(paired)) for one, paired in _both(compared, pairs)]
        _report(slot.name, (whole, matched), measures, outcomes)
    whole = [_judge_nesting(one, paired) for one, paired in _both(compared, pairs)]
    matched = [_judge_nesting(_narrow(one, paired), _renumber(paired)) for one, paired in _both(compared, pairs)]
    _report("nesting", (whole, matched), measures, outcomes)
    return Result(measures=tuple(measures), outcomes=tuple(outcomes))


def _report(
    name: str, judged: tuple[list[Judged], list[Judged]], measures: list[Measure], outcomes: list[Outcome]
) -> None:
    """Add the measures of a slot, if the gold has it at all."""
    whole, matched = judged
    if any(one.gold for one in whole):
        measures.append(measure_judged(KIND, f"{name}, end to end", whole))
        measures.append(measure_judged(KIND, f"{name}, of those found", matched))
        outcomes.extend(list_outcomes(KIND, name, whole))


def _both(compared: Sequence[Compared], pairs: Sequence[Pairs]) -> Iterator[tuple[Compared, Pairs]]:
    return zip(compared, pairs, strict=True)


def _narrow(one: Compared, pairs: Pairs) -> Compared:
    gold, found = tuple(one.gold[i] for i, _ in pairs), tuple(one.found[j] for _, j in pairs)
    return Compared(one.document, one.text, gold, found)


def _renumber(pairs: Pairs) -> Pairs:
    return [(i, i) for i in range(len(pairs))]


def _judge(slot: Slot, one: Compared, pairs: Pairs) -> Judged:
    silent = {j for i, j in pairs if not slot.told(one.gold[i].row)}
    asked = range(len(one.found)) if slot.everywhere else [j for _, j in pairs]
    gold = _place(i for i, a in enumerate(one.gold) if slot.told(a.row) and slot.value(a.row))
    found = _place(j for j in asked if j not in silent and slot.value(one.found[j].row))
    right = [
        (gold[i], found[j])
        for i, j in pairs
        if i in gold and j in found and slot.same(one.gold[i].row, one.found[j].row)
    ]
    return Judged(
        document=one.document,
        gold=[show_attribution(one.text, one.gold[i], slot.value(one.gold[i].row)) for i in gold],
        found=[show_attribution(one.text, one.found[j], slot.value(one.found[j].row)) for j in found],
        right=right,
    )


def _judge_nesting(one: Compared, pairs: Pairs) -> Judged:
    """A nested attribution is right when it was found inside what was found for the one that it is nested in."""
    outer = {one.gold[i].row.id: one.found[j].row.id for i, j in pairs}
    gold = _place(i for i, a in enumerate(one.gold) if a.row.parent)
    found = _place(j for j, a in enumerate(one.found) if a.row.parent)
    right = [
        (gold[i], found[j])
        for i, j in pairs
        if i in gold and j in found and outer.get(one.gold[i].row.parent) == one.found[j].row.parent
    ]
    return Judged(
        document=one.document,
        gold=[show_attribution(one.text, one.gold[i]) for i in gold],
        found=[show_attribution(one.text, one.found[j]) for j in found],
        right=right,
    )


def _place(indices: Iterable[int]) -> dict[int, int]:
    """The indices that are kept, in order, each with its place among them."""
    return {index: place for place, index in enumerate(indices)}


def _is_told(_: AttributionRow) -> bool:
    return True


def _same_speaker(gold: AttributionRow, found: AttributionRow) -> bool:
    return same_name(gold.speaker, found.speaker, gold.aliases)


def _chain(row: AttributionRow) -> set[str]:
    return set(map(fold_name, row.via or ()))


_SLOTS = (
    Slot(name="speaker", value=lambda a: a.speaker or "", same=_same_speaker, told=_is_told),
    Slot(
        name="speaker of pronouns and roles",
        value=lambda a: a.speaker or "",
        same=_same_speaker,
        told=lambda a: a.office,
        everywhere=False,
    ),
    Slot(
        name="relay",
        value=lambda a: ", ".join(a.via or ()),
        same=lambda a, b: _chain(a) == _chain(b),
        told=lambda a: a.via is not None,
    ),
    Slot(
        name="addressee",
        value=lambda a: a.addressee or "",
        same=lambda a, b: same_name(a.addressee, b.addressee),
        told=_is_told,
    ),
    Slot(
        name="denial",
        value=lambda a: "denied" if a.denial else "",
        same=lambda a, b: True,
        told=lambda a: a.denial is not None,
    ),
    Slot(
        name="day of saying",
        value=lambda a: " to ".join(day or "?" for day in a.said) if a.said else "",
        same=lambda a, b: a.said == b.said,
        told=lambda a: a.said is not None,
    ),
    Slot(name="act", value=lambda a: a.act or "", same=lambda a, b: a.act == b.act, told=_is_told),
    Slot(name="kind of speech", value=lambda a: a.speech or "", same=lambda a, b: a.speech == b.speech, told=_is_told),
)
