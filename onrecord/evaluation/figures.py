"""Scores figures: found at all, then value, operator, unit, what they count, and who claims them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from onrecord.evaluation.names import fold_name, same_name
from onrecord.evaluation.outcomes import (
    Judged,
    Measure,
    Outcome,
    Pair,
    Result,
    list_outcomes,
    make_item,
    measure_judged,
)
from onrecord.evaluation.rows import DocumentRow, FigureRow
from onrecord.evaluation.scores import pair_best

KIND = "figures"
Agree = Callable[[FigureRow, FigureRow], bool]


def measure_figures(pairs: Iterable[Pair]) -> Result:
    """Return the F1 of figures found (their spans overlap), of each field, and of all fields but of whom together."""
    told = [pair for pair in pairs if pair[0].figures is not None]
    measures: list[Measure] = []
    outcomes: list[Outcome] = []
    for name, agree in _MEASURES:
        judged = [_judge(gold, found, agree) for gold, found in told]
        measures.append(measure_judged(KIND, name, judged))
        outcomes.extend(list_outcomes(KIND, name, judged))
    if any(row.counted for gold, _ in told for row in gold.figures or ()):
        judged = [_judge(gold, found, _agree_in_counted) for gold, found in told]
        measures.append(measure_judged(KIND, "of whom", judged))
        outcomes.extend(list_outcomes(KIND, "of whom", judged))
    whole = [_judge(gold, found, _agree_in_all) for gold, found in told]
    clean = sum(len(one.right) == len(one.gold) == len(one.found) for one in whole)
    name = "documents with every field right and nothing false"
    documents = Measure(kind=KIND, name=name, recall=clean / len(told), right=clean, gold=len(told))
    return Result(measures=(*measures, measure_judged(KIND, "every field", whole), documents), outcomes=tuple(outcomes))


def _judge(gold: DocumentRow, found: DocumentRow, agree: Agree) -> Judged:
    wanted, given, text = gold.figures or (), found.figures or (), gold.text or ""
    pairs = pair_best(wanted, given, _likeness, lambda row: range(row.span.start, row.span.end))
    return Judged(
        document=gold.id,
        gold=[make_item(text, [row.span], _show(row)) for row in wanted],
        found=[make_item(text, [row.span], _show(row)) for row in given],
        right=[(i, j) for i, j in pairs if agree(wanted[i], given[j])],
    )


def _likeness(gold: FigureRow, found: FigureRow) -> float:
    return max(0, min(gold.span.end, found.span.end) - max(gold.span.start, found.span.start))


def _show(row: FigureRow) -> str:
    number = "?" if row.value is None else f"{row.value:g}"
    high = "" if row.high in (None, row.value) else f" to {row.high:g}"
    parts: Sequence[str | None] = (row.operator, f"{number}{high}", row.unit, row.measure, ", ".join(row.claimants))
    return "; ".join(part for part in parts if part)


def _agree_in_measure(gold: FigureRow, found: FigureRow) -> bool:
    return not set(fold_name(gold.measure).split()).isdisjoint(fold_name(found.measure).split())


def _agree_in_claimants(gold: FigureRow, found: FigureRow) -> bool:
    named = all(any(same_name(wanted, given) for given in found.claimants) for wanted in gold.claimants)
    return named and len(gold.claimants) == len(found.claimants)


def _agree_in_counted(gold: FigureRow, found: FigureRow) -> bool:
    """The words of the one stand in the other ("miners", "19 trapped miners"), or both name nobody."""
    wanted, given = set(fold_name(gold.of).split()), set(fold_name(found.of).split())
    return bool(wanted) == bool(given) and (wanted <= given or given <= wanted)


def _agree_in_all(gold: FigureRow, found: FigureRow) -> bool:
    return all(agree(gold, found) for _, agree in _MEASURES)


_MEASURES: tuple[tuple[str, Agree], ...] = (
    ("found", lambda gold, found: True),
    ("value", lambda gold, found: (gold.value, gold.high) == (found.value, found.high)),
    ("operator", lambda gold, found: gold.operator == found.operator),
    ("unit", lambda gold, found: fold_name(gold.unit) == fold_name(found.unit)),
    ("measure", _agree_in_measure),
    ("claimants", _agree_in_claimants),
)
