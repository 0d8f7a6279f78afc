"""The same happening across reports: one kind of event at one place on one day."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.identity import thing_id
from onrecord.linking.groups import Groups
from onrecord.linking.rulings import pair_up
from onrecord.records import Document, Event, EventMention, Interval, Judgement, Marks, Reading


def link_events(
    documents: Sequence[Document],
    marks: Sequence[Marks],
    readings: Sequence[Reading],
    judgements: Sequence[Judgement] = (),
) -> tuple[Event, ...]:
    """Return the events; a mention without a place or a day of its own stays alone unless a person ties it."""
    texts = {document.id: document.text for document in documents}
    days = {reading.timex: reading.interval for reading in readings}
    mentions = {event.id: event for found in marks for event in found.events}
    together, apart = pair_up(judgements, "same event", mentions)
    groups = Groups(mentions, apart)
    for left, right in together:
        groups.join(left, right)
    groups.join_like(lambda mention: _key(mentions[mention], days))
    return tuple(_event([mentions[mention] for mention in same], texts, days) for same in groups.all())


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
