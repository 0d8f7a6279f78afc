"""Which reports tell of one occasion: the same few days, people and places, whatever the words of the headline."""

from __future__ import annotations

import heapq
import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.linking.wording import load_function_words, stem
from onrecord.records import Document

_WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
_NAMED = 1.5  # a word that is mostly written with a capital, or a number, tells occasions apart better than another
_HEAVIEST = 80  # words of a report that are compared: those that say most of it
_OTHERS = 10  # reports on other things that every collection is thought to have beside its own
_COMMON = 200  # a word in more reports than this tells no occasion
_LEAST = 0.12
_LOOSER = 0.6  # two occasions are one only when they are nearly as close to each other as each is in itself
_OCCASION = 3  # reports from which on an occasion has a closeness of its own
Vector = Mapping[str, float]


def find_occasions(documents: Sequence[Document]) -> dict[str, int]:
    """Return the number of the occasion of every report; reports with the same number tell of one.

    Reports are compared by their words, the rarer the heavier, and joined closest first while the mean closeness of
    two groups is enough, and not much less than within the looser one of the two: two earthquakes are told in the
    same words, but each with its own names.
    """
    vectors = _weigh([_count(document.text) for document in documents])
    near = _Nearness(_compare(vectors), len(documents))
    near.join_all()
    return {documents[member].id: group for group, members in near.members.items() for member in members}


def _count(text: str) -> dict[str, float]:
    """Return how often a text has each word that carries content, damped, and more for what is written as a name."""
    empty = load_function_words()
    seen: Counter[str] = Counter()
    raised: Counter[str] = Counter()
    for word in _WORD.findall(text):
        if len(word) > 1 and word.casefold() not in empty:
            base = stem(word)
            seen[base] += 1
            raised[base] += 1 if word[0].isupper() or word[0].isdigit() else -1
    return {word: (1 + math.log(times)) * (_NAMED if raised[word] > 0 else 1) for word, times in seen.items()}


def _weigh(counts: Sequence[Mapping[str, float]]) -> list[Vector]:
    holders = Counter(word for count in counts for word in count)
    weighed: list[Vector] = []
    for count in counts:
        rare = {word: times * math.log((len(counts) + _OTHERS) / holders[word]) for word, times in count.items()}
        heaviest = sorted(rare, key=lambda word: (-rare[word], word))[:_HEAVIEST]
        length = math.sqrt(sum(rare[word] ** 2 for word in heaviest)) or 1.0
        weighed.append({word: rare[word] / length for word in heaviest if 1 < holders[word] <= _COMMON})
    return weighed


def _compare(vectors: Sequence[Vector]) -> dict[tuple[int, int], float]:
    """Return the cosine of every two reports that share a word which is not in too many."""
    before: dict[str, list[tuple[int, float]]] = defaultdict(list)
    close: dict[tuple[int, int], float] = {}
    for number, vector in enumerate(vectors):
        shares: dict[int, float] = defaultdict(float)
        for word, weight in vector.items():
            _add_shares(shares, before[word], weight)
            before[word].append((number, weight))
        close.update({(other, number): share for other, share in shares.items()})
    return close


def _add_shares(shares: dict[int, float], holders: Sequence[tuple[int, float]], weight: float) -> None:
    for other, also in holders:
        shares[other] += weight * also


@dataclass(slots=True)
class _Nearness:
    """The groups of reports on the way to occasions, with the mean closeness of each to the others and in itself."""

    close: Mapping[tuple[int, int], float]
    size: int
    members: dict[int, list[int]] = field(init=False)
    links: dict[int, dict[int, float]] = field(init=False)
    within: dict[int, float] = field(init=False)
    next: int = field(init=False)

    def __post_init__(self) -> None:
        """Start with every report by itself."""
        self.members = {number: [number] for number in range(self.size)}
        self.links = {number: {} for number in range(self.size)}
        self.within = dict.fromkeys(range(self.size), 0.0)
        self.next = self.size
        for (left, right), share in self.close.items():
            self.links[left][right] = self.links[right][left] = share

    def join_all(self) -> None:
        """Join the closest groups while they are close enough; ties go by the order of the reports."""
        waiting = [(-share, left, right) for (left, right), share in self.close.items() if share >= _LEAST]
        heapq.heapify(waiting)
        while waiting:
            share, left, right = heapq.heappop(waiting)
            if not (left in self.members and right in self.members and self._are_one(left, right, -share)):
                continue
            joined = self._join(left, right, -share)
            for near, other in ((near, other) for other, near in self.links[joined].items() if near >= _LEAST):
                heapq.heappush(waiting, (-near, other, joined))

    def _are_one(self, left: int, right: int, share: float) -> bool:
        if min(len(self.members[left]), len(self.members[right])) < _OCCASION:
            return True
        return share >= _LOOSER * min(self._closeness(left), self._closeness(right))

    def _closeness(self, group: int) -> float:
        size = len(self.members[group])
        return self.within[group] / (size * (size - 1) / 2)

    def _join(self, left: int, right: int, share: float) -> int:
        joined, self.next = self.next, self.next + 1
        one, two = len(self.members[left]), len(self.members[right])
        self.members[joined] = self.members.pop(left) + self.members.pop(right)
        self.within[joined] = self.within.pop(left) + self.within.pop(right) + share * one * two
        before = (self.links.pop(left), self.links.pop(right))
        self.links[joined] = {}
        for other in (before[0].keys() | before[1].keys()) - {left, right}:
            near = (before[0].get(other, 0.0) * one + before[1].get(other, 0.0) * two) / (one + two)
            self.links[joined][other] = near
            gone = self.links[other]
            gone.pop(left, None)
            gone.pop(right, None)
            gone[joined] = near
        return joined
