"""Puts the marks of a text that was cut into sections together again, with offsets and ids of the whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from onrecord.identity import mark_id
from onrecord.records import Marks, Span

Value = TypeVar("Value")
_KINDS = ("sentences", "mentions", "timexes", "toponyms", "attributions", "figures", "events")


def join_marks(document: str, sections: Iterable[Marks]) -> Marks:
    """Return the marks of all sections as those of one document, each with an id of its own."""
    parts = list(sections)
    joined: dict[str, Any] = {kind: tuple(m for part in parts for m in getattr(part, kind)) for kind in _KINDS}
    problems = tuple(problem for part in parts for problem in part.problems)
    return Marks(document=document, problems=problems, **{kind: _told_apart(found) for kind, found in joined.items()})


def shift_marks(marks: Marks, offset: int) -> Marks:
    """Return marks with every span moved by `offset` and every id made anew, links between marks kept."""
    if offset == 0:
        return marks
    known = [mark.id for kind in _KINDS for mark in getattr(marks, kind)]
    renamed = {old: mark_id(old[0], marks.document, offset, old) for old in known}
    moved = {kind: tuple(_moved(mark, offset, renamed) for mark in getattr(marks, kind)) for kind in _KINDS}
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


def _told_apart(marks: tuple[Any, ...]) -> tuple[Any, ...]:
    """Give a second mark that begins where another of its kind does an id of its own."""
    seen: Counter[str] = Counter()
    apart = []
    for mark in marks:
        seen[mark.id] += 1
        apart.append(mark if seen[mark.id] == 1 else replace(mark, id=f"{mark.id}-{seen[mark.id]}"))
    return tuple(apart)
