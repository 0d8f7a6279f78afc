"""Every slot of every mark with the words it carries: what `check` compares with the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass

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
    for table in MARK_TABLES:
        if table == "sentences":
            continue
        for mark in getattr(marks, table):
            for name, span in _spans(mark, ""):
                if not begins <= span.start < span.end <= begins + len(text):
                    raise ValueError(f"{table} {mark.id}: {name} at {span.start}:{span.end} is not in the text")
                yield Slot(
                    mark=mark.id,
                    document=marks.document,
                    kind=table,
                    slot=name,
                    start=span.start,
                    end=span.end,
                    words=text[span.start - begins : span.end - begins],
                )


def _spans(value: object, name: str) -> Iterator[tuple[str, Span]]:
    if isinstance(value, Span):
        yield name, value
    elif isinstance(value, tuple):
        for item in value:
            yield from _spans(item, name)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _spans(getattr(value, field.name), name if field.name == "span" and name else field.name)
