"""The same happening across reports: one kind of event at one place on one day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from onrecord.identity import thing_id
from onrecord.records import Document, Event, EventMention, Interval, Marks, Reading


def link_events(
    documents: Sequence[Document], marks: Sequence[Marks], readings: Sequence[Reading]
) -> tuple[Event, ...]:
    """Return the events; a mention without a place or a day of its own stays alone, since nothing ties it."""
    texts = {document.id: document.text for document in documents}
    days = {reading.timex: reading.interval for reading in readings}
    groups: dict[tuple[str, ...], list[EventMention]] = defaultdict(list)
    for found in marks:
        for event in found.events:
            groups[_key(event, days)].append(event)
    return tuple(_event(mentions, texts, days) for mentions in groups.values())


def _key(event: EventMention, days: dict[str, Interval]) -> tuple[str, ...]:
    day = days.get(event.when or "")
    if not (event.subtype and event.place and day and day.earliest and day.earliest[:10] == (day.latest or "")[:10]):
        return (event.id,)
    return (event.subtype, event.place.name.casefold(), day.earliest[:10])


def _event(mentions: Sequence[EventMention], texts: dict[str, str], days: dict[str, Interval]) -> Event:
    first = mentions[0]
    return Event(
        id=thing_id("event", first.id),
        type=first.type,
        label=first.trigger.of(texts[first.document]),
        place=first.place.name if first.place else None,
        when=days.get(first.when or ""),
        mentions=tuple(mention.id for mention in mentions),
        by="linking events",
    )
