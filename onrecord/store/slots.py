"""Every slot of every mark with the words it carries: what `check` compares with the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from onrecord.records import Marks, Span
from onrecord.store.tables import MARK_TABLES


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One span of one mark: which slot it fills, where, and the words that stand there."""

    mark: str
    document: str
    kind: str
    slot: str
    start: int
    end: int
    words: str


def find_slots(marks: Marks, text: str, begins: int = 0) -> Iterator[Slot]:
    """Yield every slot of the marks of one document; `text` may be the part of it that `begins` at an offset.

    Raises:
        ValueError: a span lies outside the text or covers nothing; such a mark is never stored.
    """
    for kind, mark in _slotted(marks):
        for name, span in _spans(mark, ""):
            if not begins <= span.start < span.end <= begins + len(text):
                raise ValueError(f"{kind} {mark.id}: {name} at {span.start}:{span.end} is not in the text")
            yield Slot(
                mark=mark.id,
                document=marks.document,
                kind=kind,
                slot=name,
                start=span.start,
                end=span.end,
                words=text[span.start - begins : span.end - begins],
            )


def _slotted(marks: Marks) -> Iterator[tuple[str, Any]]:
    """Every mark but the sentences, which are nothing but a stretch of the text, with the table that keeps it."""
    for table in MARK_TABLES:
        if table != "sentences":
            yield from ((table, mark) for mark in getattr(marks, table))


def _spans(value: object, name: str) -> Iterator[tuple[str, Span]]:
    if isinstance(value, Span):
        yield name, value
    elif isinstance(value, tuple):
        for item in value:
            yield from _spans(item, name)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _spans(getattr(value, field.name), name if field.name == "span" and name else field.name)
