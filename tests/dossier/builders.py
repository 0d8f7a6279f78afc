"""Short ways to build records by hand, with slots given by their words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.records import (
    Attribution,
    Detail,
    Document,
    EventMention,
    Expression,
    Figure,
    Interval,
    Mention,
    Modality,
    Named,
    Sentence,
    Span,
    Timex,
)

Slot = str | Span | Sequence[str]


def at(text: str, words: str, nth: int = 0) -> Span:
    """Return where some words stand for the nth time."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start=start, end=start + len(words))


def day(earliest: str | None, latest: str | None = "same") -> Interval:
    return Interval(earliest=earliest, latest=earliest if latest == "same" else latest)


def detail(value: str, by: str = "by hand") -> Detail:
    return Detail(value=value, span=None, field=None, by=by)


def named(name: str) -> Named:
    return Named(name=name, span=None)


def spans(text: str, slot: Slot) -> tuple[Span, ...]:
    if isinstance(slot, Span):
        return (slot,)
    parts = [slot] if isinstance(slot, str) else slot
    return tuple(at(text, part) for part in parts if part)


def attribute(id: str, document: Document, source: Slot, cue: Slot, content: Slot, **more: object) -> Attribution:
    """Return an attribution; `more` replaces any other field."""
    found = Attribution(
        id=id,
        document=document.id,
        source=spans(document.text, source),
        cue=spans(document.text, cue),
        content=spans(document.text, content),
        speaker=source if isinstance(source, str) and source else None,
        mention=None,
        via=(),
        addressee=None,
        denial=False,
        act="assert",
        speech="indirect",
        hedge=None,
        said=None,
        parent=None,
        by="said-that clause",
        confidence=0.9,
    )
    return replace(found, **more)  # type: ignore[arg-type]


def count(id: str, document: Document, words: str, value: float | None, unit: str, **more: object) -> Figure:
    """Return a figure; `more` replaces any other field."""
    found = Figure(
        id=id,
        document=document.id,
        span=at(document.text, words),
        value=value,
        high=None,
        operator="exact",
        unit=unit,
        measure=None,
        of=None,
        place=None,
        as_of=None,
        status="reported",
        claimants=(),
        attribution=None,
        by="number and noun",
        confidence=0.95,
    )
    return replace(found, **more)  # type: ignore[arg-type]


def happen(id: str, document: Document, trigger: str, modality: Modality, **more: object) -> EventMention:
    """Return an event mention; `more` replaces any other field."""
    found = EventMention(
        id=id,
        document=document.id,
        trigger=at(document.text, trigger),
        type="disaster",
        subtype="storm",
        modality=modality,
        participants=(),
        place=None,
        when=None,
        claimants=(),
        attribution=None,
        by="trigger",
        confidence=0.6,
    )
    return replace(found, **more)  # type: ignore[arg-type]


def date(id: str, document: Document, words: str, expression: Expression) -> Timex:
    span = at(document.text, words)
    return Timex(id=id, document=document.id, span=span, type="DATE", by="a table", expression=expression)


def mention(id: str, document: Document, name: str, role: str) -> Mention:
    span, carried = at(document.text, name), Named(name=role, span=at(document.text, role))
    return Mention(id=id, document=document.id, span=span, kind="person", name=name, role=carried, by="a title")


def sentences(document: Document) -> tuple[Sentence, ...]:
    """Cut a document into sentences at full stops and lines; enough for a drawing."""
    text, found, start = document.text, list[Sentence](), 0
    ends = [i + 1 for i, c in enumerate(text) if c == "\n" or (c == "." and text[i + 1 : i + 2] in (" ", "\n"))]
    for end in [*ends, len(text)]:
        while start < end and text[start].isspace():
            start += 1
        if start < end:
            span = Span(start=start, end=end)
            found.append(Sentence(id=f"{document.id}s{start}", document=document.id, span=span))
        start = end
    return tuple(found)
