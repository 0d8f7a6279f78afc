"""Scores names: found where they stand, and told apart."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable

from onrecord.evaluation.outcomes import Judged, Pair, Result, list_outcomes, make_item, measure_judged
from onrecord.evaluation.rows import DocumentRow, MentionRow

KIND = "names"
Key = Callable[[MentionRow], Hashable]


def measure_mentions(pairs: Iterable[Pair]) -> Result:
    """Return the F1 of names by span and kind, by span alone, and of each kind; spans are compared to the character."""
    told = [pair for pair in pairs if pair[0].mentions is not None]
    whole = [_judge(gold, found, lambda row: (row.span, row.kind), "") for gold, found in told]
    spans = [_judge(gold, found, lambda row: row.span, "") for gold, found in told]
    measures = [measure_judged(KIND, "span and kind", whole), measure_judged(KIND, "span", spans)]
    for kind in sorted({row.kind for gold, _ in told for row in gold.mentions or ()}):
        of_kind = [_judge(gold, found, lambda row: (row.span, row.kind), kind) for gold, found in told]
        measures.append(measure_judged(KIND, f"span, {kind}", of_kind))
    outcomes = (*list_outcomes(KIND, "span and kind", whole), *list_outcomes(KIND, "span", spans))
    return Result(measures=tuple(measures), outcomes=outcomes)


def _judge(gold: DocumentRow, found: DocumentRow, key: Key, kind: str) -> Judged:
    wanted = _by_key(gold, key, kind)
    given = _by_key(found, key, kind)
    text, places = gold.text or "", {one: j for j, one in enumerate(given)}
    return Judged(
        document=gold.id,
        gold=[make_item(text, [row.span], row.kind) for row in wanted.values()],
        found=[make_item(text, [row.span], row.kind) for row in given.values()],
        right=[(i, places[one]) for i, one in enumerate(wanted) if one in places],
    )


def _by_key(document: DocumentRow, key: Key, kind: str) -> dict[Hashable, MentionRow]:
    return {key(row): row for row in document.mentions or () if kind in ("", row.kind)}
