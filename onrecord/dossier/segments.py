"""The text of a report cut at every edge of a mark, so that nested and crossing marks can all be drawn."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.dossier.catalogue import anchor
from onrecord.dossier.filters import LOW_CONFIDENCE
from onrecord.records import Attribution, Document, Marks, Span

_DEEPEST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """One stretch of one mark and what it is to that mark."""

    mark: str
    kind: str
    span: Span
    is_doubtful: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch of text that no edge of a mark runs through.

    `link` leads to the record of the innermost mark; `anchors` are those of the marks that begin here.
    """

    text: str
    look: str
    link: str
    marks: str
    anchors: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One line of the report's text; `is_debris` when all of it is what the page left over."""

    segments: tuple[Segment, ...]
    is_debris: bool


def cut_text(document: Document, marks: Marks | None) -> tuple[Paragraph, ...]:
    """Cut a report into paragraphs of segments; put together they are its text, without its empty lines."""
    layers = [layer for layer in _layers(document, marks) if layer.span.start < layer.span.end]
    seen: set[str] = set()
    paragraphs: list[Paragraph] = []
    line: list[Segment] = []
    for start, end, active in _sweep(document.text, layers):
        piece = document.text[start:end]
        if piece == "\n":
            paragraphs.append(_paragraph(line))
            line = []
        else:
            line.append(_segment(piece, start, end, active, seen))
    paragraphs.append(_paragraph(line))
    return tuple(paragraph for paragraph in paragraphs if paragraph.segments)


def _layers(document: Document, marks: Marks | None) -> Iterable[Layer]:
    length = len(document.text)
    for span in document.debris:
        yield Layer(mark="", kind="debris", span=_clip(span, length), is_doubtful=False)
    if marks is None:
        return
    for attribution in marks.attributions:
        for kind, spans in _slots(attribution):
            for span in spans:
                yield _layer(attribution.id, kind, _clip(span, length), attribution.confidence)
    for figure in marks.figures:
        yield _layer(figure.id, "figure", _clip(figure.span, length), figure.confidence)
    for timex in marks.timexes:
        yield _layer(timex.id, "date", _clip(timex.span, length), None)
    for event in marks.events:
        yield _layer(event.id, "event", _clip(event.trigger, length), event.confidence)


def _slots(found: Attribution) -> tuple[tuple[str, tuple[Span, ...]], ...]:
    relays = tuple(relay.span for relay in found.via if not relay.inherited)
    return ("content", found.content), ("source", found.source), ("relay", relays), ("cue", found.cue)


def _layer(mark: str, kind: str, span: Span, confidence: float | None) -> Layer:
    return Layer(mark=mark, kind=kind, span=span, is_doubtful=confidence is not None and confidence < LOW_CONFIDENCE)


def _clip(span: Span, length: int) -> Span:
    return Span(start=max(0, min(span.start, length)), end=max(0, min(span.end, length)))


def _sweep(text: str, layers: Sequence[Layer]) -> Iterable[tuple[int, int, list[Layer]]]:
    edges = {0, len(text)}
    edges.update(edge for i, c in enumerate(text) if c == "\n" for edge in (i, i + 1))
    edges.update(edge for layer in layers for edge in (layer.span.start, layer.span.end))
    ordered = sorted(edges)
    waiting = sorted(layers, key=lambda layer: layer.span.start, reverse=True)
    active: list[Layer] = []
    for start, end in itertools.pairwise(ordered):
        active = [layer for layer in active if layer.span.end > start]
        while waiting and waiting[-1].span.start <= start:
            active.append(waiting.pop())
        yield start, end, active


def _segment(piece: str, start: int, end: int, active: Sequence[Layer], seen: set[str]) -> Segment:
    marked = sorted((layer for layer in active if layer.mark), key=lambda layer: layer.span.end - layer.span.start)
    ids = list(dict.fromkeys(layer.mark for layer in marked))
    inner = ids[0] if ids else ""
    new = [id for id in ids if id not in seen]
    seen.update(new)
    return Segment(
        text=piece,
        look=_look(start, end, active),
        link=anchor("record", inner) if inner else "",
        marks=" ".join(anchor("record", id) for id in ids),
        anchors=tuple(anchor("text", id) for id in new),
    )


def _look(start: int, end: int, active: Sequence[Layer]) -> str:
    kinds = dict.fromkeys(layer.kind for layer in active)
    looks = [kind for kind in kinds if kind != "content"]
    depth = min(_DEEPEST, sum(1 for layer in active if layer.kind == "content"))
    if depth:
        looks.append(f"content{depth}")
    for layer in active:
        if layer.kind in ("figure", "date"):
            looks += ["opens"] * (layer.span.start == start) + ["closes"] * (layer.span.end == end)
    marked = [layer for layer in active if layer.mark]
    if marked and all(layer.is_doubtful for layer in marked):
        looks.append("doubtful")
    return " ".join(dict.fromkeys(looks))


def _paragraph(line: Sequence[Segment]) -> Paragraph:
    if not any(segment.text.strip() for segment in line):
        return Paragraph(segments=(), is_debris=False)
    debris = all("debris" in segment.look.split() for segment in line if segment.text.strip())
    return Paragraph(segments=tuple(line), is_debris=debris)
