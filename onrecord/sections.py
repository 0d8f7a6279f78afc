"""Cuts a long text into sections and gives their marks the offsets and the ids of the whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeVar

from onrecord.identity import tell_apart
from onrecord.records import Detail, Document, Marks, Span

Value = TypeVar("Value")
_KINDS = ("sentences", "mentions", "timexes", "toponyms", "attributions", "figures", "events")
_DETAILS = ("title", "outlet", "byline", "dateline", "url")


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A stretch of a document from `start` on, as a document of its own; `last` when nothing comes after it."""

    document: Document
    start: int
    last: bool

    @property
    def end(self) -> int:
        """Where in the whole text it ends."""
        return self.start + len(self.document.text)


def cut_document(document: Document, ranges: Iterable[tuple[int, int]]) -> Iterator[Section]:
    """Yield the sections of a document; the ranges cover its text. What it says of itself stays where it stands."""
    whole = len(document.text)
    for start, end in ranges:
        if (start, end) == (0, whole):
            yield Section(document=document, start=0, last=True)
            return
        details: dict[str, Any] = {name: _cut_detail(getattr(document, name), start, end) for name in _DETAILS}
        part = replace(document, text=document.text[start:end], debris=_cut(document.debris, start, end), **details)
        yield Section(document=part, start=start, last=end == whole)


def _cut_detail(detail: Detail | None, start: int, end: int) -> Detail | None:
    if detail is None or detail.span is None:
        return detail
    inside = start <= detail.span.start and detail.span.end <= end
    span = Span(start=detail.span.start - start, end=detail.span.end - start) if inside else None
    return replace(detail, span=span)


def _cut(spans: tuple[Span, ...], start: int, end: int) -> tuple[Span, ...]:
    inside = ((max(s.start, start), min(s.end, end)) for s in spans)
    return tuple(Span(start=a - start, end=b - start) for a, b in inside if a < b)


def join_marks(document: str, sections: Iterable[Marks]) -> Marks:
    """Return the marks of all sections as those of one document, each with an id of its own."""
    parts = list(sections)
    joined: dict[str, Any] = {kind: tuple(m for part in parts for m in getattr(part, kind)) for kind in _KINDS}
    problems = tuple(problem for part in parts for problem in part.problems)
    return Marks(document=document, problems=problems, **{kind: tell_apart(found) for kind, found in joined.items()})


def shift_marks(marks: Marks, offset: int) -> Marks:
    """Return marks with every span moved by `offset` and the offset added to every id, links between marks kept.

    A new digest would do as an id too, but a book has so many marks that two of forty bits would meet.
    """
    if offset == 0:
        return marks
    renamed = {mark.id: f"{mark.id}-{offset}" for kind in _KINDS for mark in getattr(marks, kind)}
    moved: dict[str, Any] = {kind: _moved(getattr(marks, kind), offset, renamed) for kind in _KINDS}
    return replace(marks, problems=_moved(marks.problems, offset, renamed), **moved)


def _moved(value: Value, offset: int, renamed: dict[str, str]) -> Value:
    result: Any = value
    if isinstance(value, Span):
        result = Span(start=value.start + offset, end=value.end + offset)
    elif isinstance(value, str):
        result = renamed.get(value, value)
    elif isinstance(value, tuple):
        result = tuple(_moved(item, offset, renamed) for item in value)
    elif is_dataclass(value) and not isinstance(value, type):
        changed = {field.name: _moved(getattr(value, field.name), offset, renamed) for field in fields(value)}
        result = replace(value, **changed)
    moved: Value = result
    return moved
