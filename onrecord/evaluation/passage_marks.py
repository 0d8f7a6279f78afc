"""Reads the marks in the text of a passage: "[source1 Orla Venn] [cue1 said] [content1 that it holds]"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from onrecord.records import Span

SLOTS = frozenset(("source", "cue", "content", "via", "to", "said", "hedge"))
NAMES = frozenset(("person", "organisation", "place", "group"))
_TOKEN = re.compile(r"\\[\[\]]|\[[^\s\[\]]+[ \n]|\[|\]")
_LABEL = re.compile(r"([A-Za-z]+)((?:\d+(?:,\d+)*)?)")
_SHOWN = 30


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of text with its label; a slot carries the numbers of its attributions, a name none."""

    label: str
    numbers: tuple[int, ...]
    span: Span


@dataclass(slots=True)
class _Draft:
    """What has been read of a marked text so far."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    open: list[tuple[str, int]] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    flaws: list[str] = field(default_factory=list)


def join_lines(lines: Sequence[str]) -> str:
    """Return paragraphs with two line breaks between them; a single line break inside one is a blank."""
    paragraphs: list[list[str]] = [[]]
    for line in lines:
        words = line.strip(" \t\r\n")
        if words:
            paragraphs[-1].append(words)
        elif paragraphs[-1]:
            paragraphs.append([])
    return "\n\n".join(" ".join(paragraph) for paragraph in paragraphs if paragraph)


def read_marks(marked: str) -> tuple[str, tuple[Mark, ...], tuple[str, ...]]:
    """Return the plain text, its marks in order, and what is wrong with them."""
    draft, at = _Draft(), 0
    for token in _TOKEN.finditer(marked):
        _add(draft, marked[at : token.start()])
        _take(draft, token.group(), marked[token.start() : token.start() + _SHOWN])
        at = token.end()
    _add(draft, marked[at:])
    draft.flaws.extend(f"the mark [{label} is not closed" for label, _ in draft.open)
    text = "".join(draft.pieces)
    flaws = (*draft.flaws, *(flaw for mark in draft.marks for flaw in _check(mark, text)))
    return text, tuple(sorted(draft.marks, key=lambda mark: (mark.span.start, -mark.span.end))), flaws


def _add(draft: _Draft, words: str) -> None:
    draft.pieces.append(words)
    draft.length += len(words)


def _take(draft: _Draft, token: str, shown: str) -> None:
    if token.startswith("\\"):
        _add(draft, token[1])
    elif token == "[":
        draft.flaws.append(f"a bracket opens no mark, at {shown!r}; one of the text itself is written \\[")
        draft.open.append(("", draft.length))
    elif token.startswith("["):
        draft.open.append((token[1:-1], draft.length))
    elif draft.open:
        _close(draft, *draft.open.pop())
    else:
        draft.flaws.append(f"a bracket closes no mark, at {shown!r}")


def _close(draft: _Draft, label: str, start: int) -> None:
    found = _LABEL.fullmatch(label)
    if found is None or found[1] not in SLOTS | NAMES:
        if label:
            draft.flaws.append(f"the label {label!r} is not known")
        return
    numbers = tuple(map(int, found[2].split(","))) if found[2] else ()
    draft.marks.append(Mark(found[1], numbers, Span(start=start, end=draft.length)))


def _check(mark: Mark, text: str) -> Iterator[str]:
    words = mark.span.of(text)
    named = f"the mark [{mark.label}{','.join(map(str, mark.numbers))} {words[:_SHOWN]}]"
    if not words.strip():
        yield f"{named} is empty"
    elif words != words.strip():
        yield f"{named} begins or ends with a blank"
    if mark.label in SLOTS and not mark.numbers:
        yield f"{named} has no number"
    if mark.label in NAMES and mark.numbers:
        yield f"{named} is a name and has a number"
