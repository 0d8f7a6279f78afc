"""The same happening across reports: one kind of thing, on one occasion, with nothing that speaks against it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence

from onrecord.identity import thing_id
from onrecord.linking.circumstances import Collection, Days, Telling, may_be_one, prepare_tellings, share_party
from onrecord.linking.countries import find_countries
from onrecord.linking.groups import Groups
from onrecord.linking.kinds import find_kind, load_routine
from onrecord.linking.occasions import find_occasions
from onrecord.linking.rulings import pair_up
from onrecord.linking.setting import Setting
from onrecord.linking.wording import plain_wording
from onrecord.records import CopyFamily, Document, Event, EventMention, Judgement, Marks


def link_events(
    documents: Sequence[Document],
    marks: Sequence[Marks],
    setting: Setting,
    judgements: Sequence[Judgement] = (),
) -> tuple[Event, ...]:
    """Return the events, each with every mention that speaks of it.

    Two mentions are of one happening when they name one kind of thing (`kinds.tsv`), stand in reports of one
    occasion, and neither their days nor their places nor those who take part differ; when their kind, place and day
    are the same, on whatever occasion; and when they stand in the same words in copies of one text. Of what is routine
    ("met", "agreed") somebody must take part in both. A strike that one report fears, another sees and a third says
    never took place is one strike: each mention keeps its modality. A mention that fits two happenings stays alone:
    nothing tells which.
    """
    texts = {document.id: document.text for document in documents}
    days = {reading.timex: reading.interval for reading in setting.readings}
    mentions = {event.id: event for found in marks for event in found.events}
    together, apart = pair_up(judgements, "same event", mentions)
    groups = Groups(mentions, apart)
    for left, right in together:
        groups.join(left, right)
    groups.join_like(lambda mention: _spot(mentions[mention], days))
    groups.join_like(_copied(marks, texts, setting.copies))
    published = {dated.document: dated.publication for dated in setting.publications}
    tellings = prepare_tellings(marks, Collection(texts, days, published, find_countries(documents, marks)))
    for kind, block in _block(documents, mentions, texts):
        _join(groups, [tellings[mention] for mention in block], kind in load_routine())
    return tuple(_event([mentions[mention] for mention in same], texts, days) for same in groups.all())


def _block(
    documents: Sequence[Document], mentions: Mapping[str, EventMention], texts: Mapping[str, str]
) -> Iterator[tuple[str, list[str]]]:
    """Yield the mentions that may be of one happening: of one kind, on one occasion, whether it came about or not."""
    occasions = find_occasions(documents)
    blocks: dict[tuple[str, int], list[str]] = defaultdict(list)
    for mention in mentions.values():
        kind = find_kind(mention.trigger.of(texts[mention.document]))
        if kind is not None:
            blocks[kind, occasions[mention.document]].append(mention.id)
    for (kind, _), block in blocks.items():
        yield kind, block


def _spot(event: EventMention, days: Days) -> tuple[str, ...]:
    """Return what ties a mention to others wherever they are told: its kind, its place and its one day."""
    day = days.get(event.when or "")
    if not (event.subtype and event.place and day and day.earliest and day.earliest[:10] == (day.latest or "")[:10]):
        return (event.id,)
    return (event.subtype, event.place.name.casefold(), day.earliest[:10])


def _copied(
    marks: Sequence[Marks], texts: Mapping[str, str], copies: Sequence[CopyFamily]
) -> Callable[[str], Hashable]:
    """Return what tells a mention's place in a text that several reports carry: its sentence, and where in it."""
    family = {member: copy.id for copy in copies for member in copy.members}
    spots: dict[str, Hashable] = {}
    for found in marks:
        home, text = family.get(found.document), texts[found.document]
        for event in found.events if home else ():
            around = next((s.span for s in found.sentences if s.span.start <= event.trigger.start < s.span.end), None)
            if around:
                before = len(plain_wording(text[around.start : event.trigger.start]).split())
                spots[event.id] = (home, plain_wording(around.of(text)), before)
    return lambda mention: spots.get(mention, mention)


def _join(groups: Groups[str], tellings: list[Telling], routine: bool) -> None:
    """Put each mention, those that tell most first, with the one happening that it fits."""
    happenings: list[list[Telling]] = []
    for told in sorted(tellings, key=lambda telling: (telling.introduced, -telling.detail)):
        fitting = [
            happening
            for happening in happenings
            if all(may_be_one(told, other) for other in happening)
            and (not routine or any(share_party(told, other) for other in happening))
        ]
        if len(fitting) == 1 and groups.join(fitting[0][0].mention, told.mention):
            fitting[0].append(told)
        elif not fitting:
            happenings.append([told])


def _event(mentions: Sequence[EventMention], texts: Mapping[str, str], days: Days) -> Event:
    first = mentions[0]
    dated = (days[one.when] for one in mentions if one.when and one.when in days)
    return Event(
        id=thing_id("event", first.id),
        type=first.type,
        label=first.trigger.of(texts[first.document]),
        place=next((one.place.name for one in mentions if one.place), None),
        when=next((day for day in dated if day.earliest or day.latest), None),
        mentions=tuple(mention.id for mention in mentions),
        by="linking events",
    )
