"""Finds what stands between quotation marks, of every kind, also where a mark is missing."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.language import Parse

_DOUBLE = re.compile('\'\'|""|["\u201c\u201d\u201e\u00ab\u00bb]')
_SINGLE = re.compile(r"(?<![\w'])['\u2018](?=\w)([^\n]{3,600}?[\w.,!?])['\u2019](?![\w'])")
_OPENING = "\u201c\u201e\u00ab"
_TURNED = (("\u201e", "\u201c"), ("\u00bb", "\u00ab"))  # pairs that close with what opens elsewhere
_CLOSING = "\u201d\u00bb"


@dataclass(frozen=True, slots=True)
class Quotation:
    """The words from an opening to a closing mark, both included; `closed` is False where the second is missing."""

    first: int
    last: int
    closed: bool

    def words(self) -> frozenset[int]:
        """Return the words of the quotation with its marks."""
        return frozenset(range(self.first, self.last + 1))


@dataclass(frozen=True, slots=True)
class Quoted:
    """The quotations of a text, and for every word the index of the one it stands in, or -1."""

    quotations: tuple[Quotation, ...]
    inside: tuple[int, ...]

    def length(self, i: int) -> int:
        """Return how many words the quotation around a word has; 0 outside."""
        if self.inside[i] < 0:
            return 0
        found = self.quotations[self.inside[i]]
        return found.last - found.first + 1


def find_quotations(parse: Parse) -> Quoted:
    """Find the quotations of a text paragraph by paragraph, so that a missing mark swallows one paragraph at most."""
    starts = [word.start for word in parse.words]
    quotations: list[Quotation] = []
    inside = [-1] * len(parse.words)
    for first, last in parse.paragraphs:
        if first == last:
            continue
        begin, stop = parse.words[first].start, parse.words[last - 1].end
        for start, end, closed in _spans(parse.text, begin, stop):
            a, b = bisect_left(starts, start, first, last), bisect_left(starts, end, first, last) - 1
            if b < a:
                continue
            inside[a : b + 1] = [len(quotations)] * (b + 1 - a)
            quotations.append(Quotation(a, b, closed))
    return Quoted(tuple(quotations), tuple(inside))


def _spans(text: str, begin: int, stop: int) -> list[tuple[int, int, bool]]:
    found = list(_double(text, begin, stop))
    single = [match.span() for match in _SINGLE.finditer(text, begin, stop)]
    if found and (len(found) > 1 or found[0][2]):
        single = [span for span in single if _is_spoken(text, *span, begin)]
    free = [span for span in single if not any(a < span[1] and span[0] < b for a, b, _ in found)]
    return sorted([*found, *((start, end, True) for start, end in free)])


def _is_spoken(text: str, start: int, end: int, begin: int) -> bool:
    """Tell speech between single marks where others stand between double ones: it closes as a sentence does.

    Single marks around a word or two beside double ones are a title, a nickname or a word held at arm's length.
    """
    before = text[begin:start].rstrip()[-1:]
    opens = text[start + 1].isupper() or before in (",", ":", "")
    return opens and text[end - 2] in ",.!?" and text.count(" ", start, end) > 1


def _double(text: str, begin: int, stop: int) -> Iterator[tuple[int, int, bool]]:
    start: int | None = None
    for match in _DOUBLE.finditer(text, begin, stop):
        mark, at = match.group(), match.start()
        if start is None:
            if _opens(text, match, begin, stop):
                start = at
        elif mark in _OPENING and (text[start], mark) not in _TURNED:
            yield start, at, False
            start = at
        else:
            yield start, match.end(), True
            start = None
    if start is not None:
        yield start, stop, False


def _opens(text: str, match: re.Match[str], begin: int, stop: int) -> bool:
    if match.group() in _OPENING:
        return True
    before = text[match.start() - 1] if match.start() > begin else " "
    after = text[match.end()] if match.end() < stop else " "
    if match.group() in _CLOSING:
        if match.start() == begin:
            return after.isalnum()
        return match.group() == "\u00bb" and before.isspace() and not after.isspace()
    return not before.isalnum() or not after.isspace()
