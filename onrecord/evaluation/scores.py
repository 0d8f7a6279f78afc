"""Precision, recall and F1 of what was found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

Marked = TypeVar("Marked")


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How many were right, of how many found, of how many in the gold."""

    right: int
    found: int
    gold: int

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 0 where nothing was found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of the gold that was found; 0 where there is no gold."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return harmonic_mean(self.precision, self.recall)


def harmonic_mean(precision: float, recall: float) -> float:
    """Return F1; 0 where both are."""
    total = precision + recall
    return 2 * precision * recall / total if total else 0.0


def add_scores(scores: Sequence[Score]) -> Score:
    """Return the score over several documents, each item counted once."""
    return Score(
        right=sum(score.right for score in scores),
        found=sum(score.found for score in scores),
        gold=sum(score.gold for score in scores),
    )


def pair_best(
    gold: Sequence[Marked],
    found: Sequence[Marked],
    likeness: Callable[[Marked, Marked], float],
    touched: Callable[[Marked], Iterable[int]],
) -> list[tuple[int, int]]:
    """Pair gold and found one to one, the most alike first; what has no likeness is not paired.

    `touched` lists the places of the text that a mark takes up; marks that share none are not alike.
    """
    ranked = sorted(
        ((value, -i, -j) for i, j in _candidates(gold, found, touched) if (value := likeness(gold[i], found[j])) > 0),
        reverse=True,
    )
    pairs: list[tuple[int, int]] = []
    gold_left, found_left = set(range(len(gold))), set(range(len(found)))
    for _, i, j in ranked:
        if -i in gold_left and -j in found_left:
            gold_left.remove(-i)
            found_left.remove(-j)
            pairs.append((-i, -j))
    return pairs


def _candidates(
    gold: Sequence[Marked], found: Sequence[Marked], touched: Callable[[Marked], Iterable[int]]
) -> Iterator[tuple[int, int]]:
    """Pairs that share a place, so that a long text with many marks takes no longer than its marks overlap."""
    there: defaultdict[int, list[int]] = defaultdict(list)
    for j, mark in enumerate(found):
        for place in touched(mark):
            there[place].append(j)
    for i, mark in enumerate(gold):
        for j in {j for place in touched(mark) if place in there for j in there[place]}:
            yield i, j
