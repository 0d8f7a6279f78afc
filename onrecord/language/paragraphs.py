"""Where paragraphs begin and end, so that no sentence runs across two of them."""

import re

_LINE = re.compile(r"[^\n]+")
_ENDS_SENTENCE = re.compile(r"[.!?:;\u2026][\"')\]\u201d\u2019\u00bb]*\s*$")
_LONGEST = 20_000


def find_paragraphs(folded: str) -> list[tuple[int, int]]:
    """Return the half-open character ranges of the paragraphs of a folded text.

    A line that stops without closing punctuation and goes on in lower case below is one paragraph: it was wrapped,
    or broken by whatever carried the text. A paragraph longer than the parser likes is cut at a sentence end.
    """
    ranges: list[tuple[int, int]] = []
    small = folded.islower()  # then a small letter below a blank line tells nothing
    for match in _LINE.finditer(folded):
        start, end = _stripped(folded, match.start(), match.end())
        if start == end:
            continue
        apart = small and bool(ranges) and folded.count("\n", ranges[-1][1], start) > 1
        if ranges and not apart and _goes_on(folded, ranges[-1], start):
            ranges[-1] = (ranges[-1][0], end)
        else:
            ranges.append((start, end))
    return [part for whole in ranges for part in _cut(folded, *whole)]


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _goes_on(text: str, before: tuple[int, int], start: int) -> bool:
    line = text[text.rfind("\n", 0, before[1]) + 1 : before[1]]
    return (
        text[start].islower()
        and any(c.isalpha() for c in line)
        and not _ENDS_SENTENCE.search(line)
        and before[1] - before[0] < _LONGEST
    )


def _cut(text: str, start: int, end: int) -> list[tuple[int, int]]:
    parts: list[tuple[int, int]] = []
    while end - start > _LONGEST:
        stop = max(text.rfind(mark, start, start + _LONGEST) for mark in (". ", "? ", "! "))
        stop = stop + 1 if stop > start else text.rfind(" ", start, start + _LONGEST)
        stop = stop if stop > start else start + _LONGEST
        parts.append((start, stop))
        start, _ = _stripped(text, stop, end)
    return [*parts, (start, end)]


def find_sections(text: str, longest: int = 200_000) -> list[tuple[int, int]]:
    """Return half-open ranges that cover a text, each at most `longest` characters and cut between paragraphs.

    A text that has no line break for so long is cut between words, or anywhere if it has none.
    """
    sections, start = [], 0
    while len(text) - start > longest:
        stop = max(text.rfind(mark, start + 1, start + longest) for mark in ("\n", "\r"))
        if stop < 0:
            stop = text.rfind(" ", start + 1, start + longest)
        stop = stop + 1 if stop >= 0 else start + longest
        sections.append((start, stop))
        start = stop
    return [*sections, (start, len(text))]
