"""Scores marks that have one span and one value: times, figures, places."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from onrecord.evaluation.scores import Score, pair_best
from onrecord.records import Span

Valued = tuple[Span, Hashable]


def score_spans(gold: Sequence[Valued], found: Sequence[Valued]) -> Score:
    """Return the score of marks paired by overlap; a pair is right when both have the same value."""
    pairs = pair_best(gold, found, _overlap, lambda mark: range(mark[0].start, mark[0].end))
    right = sum(gold[i][1] == found[j][1] for i, j in pairs)
    return Score(right=right, found=len(found), gold=len(gold))


def _overlap(gold: Valued, found: Valued) -> float:
    shared = min(gold[0].end, found[0].end) - max(gold[0].start, found[0].start)
    exact = gold[0] == found[0]
    return shared + 10_000 * exact + 1_000 * (gold[1] == found[1])
