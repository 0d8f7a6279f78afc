"""Mentions that the input gives, in place of those that marking would find: only resolving is left to do."""

from __future__ import annotations

import json
from dataclasses import replace

from onrecord.identity import mark_id
from onrecord.places import load_gazetteer, resolve_toponyms
from onrecord.records import Document, EventMention, Marks, Span

KINDS = ("toponyms", "events")


def take_given(document: Document, marks: Marks, kind: str, content: bytes) -> Marks:
    """Return the marks with the toponyms or events that the input row gives, instead of those that were found."""
    spans = _read_spans(content, kind, len(document.text))
    if kind == "toponyms":
        return replace(marks, toponyms=resolve_toponyms(document.text, spans, load_gazetteer(), document.id))
    found = {event.trigger: replace(event, by=f"given; {event.by}") for event in marks.events}
    return replace(marks, events=tuple(found.get(span) or _bare_event(document, span) for span in spans))


def _read_spans(content: bytes, kind: str, length: int) -> list[Span]:
    """Return the spans of the mentions in a row of JSON; what is no span of the text is passed over."""
    try:
        row = json.loads(content)
    except ValueError:
        return []
    items = row.get(kind) if isinstance(row, dict) else None
    spans = []
    for item in items if isinstance(items, list) else []:
        pair = (item.get("span") or item.get("trigger")) if isinstance(item, dict) else None
        match pair:
            case [int(start), int(end)] if 0 <= start < end <= length:
                spans.append(Span(start=start, end=end))
    return list(dict.fromkeys(spans))


def _bare_event(document: Document, trigger: Span) -> EventMention:
    return EventMention(
        id=mark_id("event", document.id, trigger.start, f"given {trigger.end}"),
        document=document.id,
        trigger=trigger,
        type=None,
        subtype=None,
        modality=None,
        participants=(),
        place=None,
        when=None,
        claimants=(),
        attribution=None,
        by="given",
        confidence=None,
    )
