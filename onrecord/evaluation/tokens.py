"""Spans as sets of words, so that an edge that differs by a quotation mark is no error."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from onrecord.records import Span

_TOKEN = re.compile(r"\w+|[^\w\s]")
_EDGE = frozenset(",.;:!?\"“”«»'’‘`-–—()[]…")  # noqa: RUF001  the marks that texts have
ARTICLES = frozenset(("the", "a", "an"))


class Tokens:
    """The words and punctuation marks of one text."""

    def __init__(self, text: str) -> None:
        self._tokens = [(match.start(), match.end(), match.group()) for match in _TOKEN.finditer(text)]
        self._starts = [start for start, _, _ in self._tokens]

    def of(self, spans: Iterable[Span], without: frozenset[str] = frozenset()) -> frozenset[int]:
        """Return the tokens that spans touch, without punctuation at the ends and the words named at the beginning."""
        touched: set[int] = set()
        for span in spans:
            first = max(0, bisect_left(self._starts, span.start) - 1)
            for i in range(first, len(self._tokens)):
                start, end, _ = self._tokens[i]
                if start >= span.end:
                    break
                if end > span.start:
                    touched.add(i)
        return frozenset(self._trimmed(sorted(touched), without))

    def _trimmed(self, touched: list[int], without: frozenset[str]) -> list[int]:
        words = [self._tokens[i][2] for i in touched]
        first, last = 0, len(words)
        while first < last and (words[first] in _EDGE or words[first].lower() in without):
            first += 1
        while last > first and words[last - 1] in _EDGE:
            last -= 1
        return touched[first:last]
