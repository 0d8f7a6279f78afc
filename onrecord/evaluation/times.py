"""Scores time expressions: found at all, to the character, and read right."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from onrecord.evaluation.outcomes import (
    Item,
    Judged,
    Measure,
    Outcome,
    Pair,
    Result,
    list_outcomes,
    make_item,
    measure_judged,
)
from onrecord.evaluation.rows import TimexRow
from onrecord.evaluation.scores import pair_best
from onrecord.records import Span

KIND = "times"
_EXACT, _SAME_VALUE = 1000, 100  # in the order of preference, each beyond any overlap
Agree = Callable[[TimexRow, TimexRow], bool]


def measure_times(pairs: Iterable[Pair]) -> Result:
    """Return the F1 of overlap (relaxed), of the same span (strict) and of the same TIMEX3 value."""
    told = [(gold.id, gold.text or "", *_rows(gold.text or "", gold.timexes, found.timexes)) for gold, found in pairs]
    measures: list[Measure] = []
    outcomes: list[Outcome] = []
    for name, agree in _MEASURES:
        judged = [_judge(document, text, (gold, found), agree) for document, text, gold, found in told]
        measures.append(measure_judged(KIND, name, judged))
        if name != "strict":
            outcomes.extend(list_outcomes(KIND, name, judged))
    return Result(measures=tuple(measures), outcomes=tuple(outcomes))


def _rows(
    text: str, gold: tuple[TimexRow, ...] | None, found: tuple[TimexRow, ...] | None
) -> tuple[list[TimexRow], list[TimexRow]]:
    """Both sides in order; what was found where the gold leaves it open counts for nothing."""
    wanted = _trimmed(text, [row for row in gold or () if not row.optional])
    open_spans = [row.span for row in gold or () if row.optional]
    given = _trimmed(text, found if gold is not None and found else ())
    return wanted, [
        row
        for row in given
        if not any(_shared(row.span, span) > 0 for span in open_spans)
        or any(_shared(row.span, one.span) > 0 for one in wanted)
    ]


def _trimmed(text: str, rows: Iterable[TimexRow]) -> list[TimexRow]:
    trimmed = [TimexRow(span=_trim(text, row.span), value=row.value) for row in rows]
    return sorted(trimmed, key=lambda row: (row.span.start, row.span.end, row.value))


def _trim(text: str, span: Span) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start=start, end=max(start, span.start + len(words.rstrip())))


def _shared(first: Span, second: Span) -> int:
    return min(first.end, second.end) - max(first.start, second.start)


def _likeness(gold: TimexRow, found: TimexRow) -> float:
    same = _EXACT * (gold.span == found.span) + _SAME_VALUE * (gold.value == found.value)
    return _shared(gold.span, found.span) + same


def _judge(document: str, text: str, rows: tuple[list[TimexRow], list[TimexRow]], agree: Agree) -> Judged:
    gold, found = rows
    pairs = pair_best(gold, found, _likeness, lambda row: range(row.span.start, row.span.end))
    return Judged(
        document=document,
        gold=[_show(text, row) for row in gold],
        found=[_show(text, row) for row in found],
        right=[(i, j) for i, j in pairs if agree(gold[i], found[j])],
    )


def _show(text: str, row: TimexRow) -> Item:
    return make_item(text, [row.span], row.value)


_MEASURES: tuple[tuple[str, Agree], ...] = (
    ("value", lambda gold, found: gold.value == found.value),
    ("relaxed", lambda gold, found: True),
    ("strict", lambda gold, found: gold.span == found.span),
)
