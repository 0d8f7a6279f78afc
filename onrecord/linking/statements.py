"""One act of saying, told in one report or in many: by whom, when, and in how many tellings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from onrecord.identity import thing_id
from onrecord.linking.factuality import judge_saying
from onrecord.linking.groups import Groups
from onrecord.linking.lead_days import find_lead_day, is_told_of_the_day
from onrecord.linking.retellings import Telling, find_retellings
from onrecord.linking.rulings import pair_up
from onrecord.linking.setting import Setting
from onrecord.linking.wording import content_stems, plain_wording
from onrecord.records import (
    Document,
    Entity,
    Interval,
    Judgement,
    Marks,
    Publication,
    Statement,
)


def link_statements(
    documents: Sequence[Document],
    marks: Sequence[Marks],
    entities: Sequence[Entity],
    setting: Setting,
    judgements: Sequence[Judgement],
) -> tuple[tuple[Statement, ...], tuple[Judgement, ...]]:
    """Return the statements, each with every attribution that tells it, and the judgement behind every merge.

    Every attribution belongs to exactly one statement. Two are one act of saying when speaker, day and wording allow
    no other reading; the same words said again on another day are another statement.
    """
    tellings = _tellings(documents, marks, entities, setting)
    together, apart = pair_up(judgements, "same statement", tellings)
    groups = Groups(tellings, apart)
    for left, right in together:
        groups.join(left, right)
    made = []
    for match in find_retellings(tuple(tellings.values()), setting.copies):
        homes = [
            {tellings[key].attribution.document for key in groups.members(end)} for end in (match.left, match.right)
        ]
        if not homes[0] & homes[1] and groups.join(match.left, match.right):
            made.append(_judgement(match.left, match.right, match.why))
    names = {entity.id: entity.name for entity in entities}
    statements = (_statement([tellings[key] for key in keys], names) for keys in groups.all())
    return tuple(statements), tuple(made)


def _tellings(
    documents: Sequence[Document],
    marks: Sequence[Marks],
    entities: Sequence[Entity],
    setting: Setting,
) -> dict[str, Telling]:
    by_id = {document.id: document for document in documents}
    days = {reading.timex: reading.interval for reading in setting.readings}
    published = {dated.document: dated.publication for dated in setting.publications}
    found = {}
    entity_of, full_names = entities_of_mentions(entities), _full_names(entities)
    for marked in marks:
        speakers, document = _speakers(marked, entity_of, full_names), by_id[marked.document]
        lead = find_lead_day(marked, days, published.get(marked.document))
        for attribution in marked.attributions:
            content = " ".join(span.of(document.text) for span in attribution.content)
            found[attribution.id] = Telling(
                attribution=attribution,
                entity=speakers.get(attribution.id),
                stems=content_stems(content),
                wording=plain_wording(content),
                said=_dated(days.get(attribution.said or "")),
                published=published.get(marked.document),
                factuality=judge_saying(attribution, document.text),
                around=lead if lead and is_told_of_the_day(attribution, document, marked) else None,
            )
    return found


def entities_of_mentions(entities: Iterable[Entity]) -> dict[str, str]:
    """Return the entity of every mention."""
    return {mention: entity.id for entity in entities for mention in entity.mentions}


def _speakers(marks: Marks, entity_of: Mapping[str, str], full_names: Mapping[str, str]) -> dict[str, str]:
    """Return the entity of every attribution of a report: by its mention, else by the name that its speaker goes by.

    A full name is that of the entity, with or without a mention at the spot; a surname is that of the one person of
    the report who has it.
    """
    by_name: dict[str, set[str]] = {}
    for mention in marks.mentions:
        if mention.id in entity_of:
            by_name.setdefault(mention.name, set()).add(entity_of[mention.id])
            if mention.kind == "person":
                by_name.setdefault(mention.name.split()[-1], set()).add(entity_of[mention.id])
    names = {a.id: (a.speaker or "").split(",")[0] for a in marks.attributions}
    for name in names.values():
        if " " in name and name in full_names:
            by_name.setdefault(name, {full_names[name]})
            by_name.setdefault(name.split()[-1], set()).add(full_names[name])
    speakers = {}
    for attribution in marks.attributions:
        named = by_name.get(names[attribution.id], set())
        entity = entity_of.get(attribution.mention or "") or (next(iter(named)) if len(named) == 1 else None)
        if entity:
            speakers[attribution.id] = entity
    return speakers


def _full_names(entities: Iterable[Entity]) -> dict[str, str]:
    """Return the entity of every full name that belongs to one person alone."""
    found: dict[str, set[str]] = {}
    for entity in entities:
        for name in entity.variants if entity.kind == "person" else ():
            found.setdefault(name, set()).add(entity.id)
    return {name: next(iter(ids)) for name, ids in found.items() if " " in name and len(ids) == 1}


def _dated(interval: Interval | None) -> Interval | None:
    return interval if interval and interval.earliest and interval.latest else None


def _statement(tellings: Sequence[Telling], names: Mapping[str, str]) -> Statement:
    first = tellings[0].attribution
    entity = next((telling.entity for telling in tellings if telling.entity), None)
    said, said_by = _said(tellings)
    return Statement(
        id=thing_id("statement", first.id),
        speaker=names.get(entity or "")
        or next((t.attribution.speaker for t in tellings if t.attribution.speaker), None),
        entity=entity,
        said=said,
        said_by=said_by,
        attributions=tuple(telling.attribution.id for telling in tellings),
        by="linking statements",
    )


def _said(tellings: Sequence[Telling]) -> tuple[Interval | None, str]:
    """Return the days on which all dated tellings agree, else the day of the first report as an upper bound."""
    dated = [telling.said for telling in tellings if telling.said]
    if dated:
        earliest = max((said.earliest or "")[:10] for said in dated)
        latest = min((said.latest or "")[:10] for said in dated)
        if earliest <= latest:
            return Interval(earliest=earliest, latest=latest), "the day that a report gives for it"
        return dated[0], "the day that the first report gives for it; others differ"
    around = [telling.around for telling in tellings if telling.around]
    if around:
        first = min(around, key=lambda days: (days.latest or "", days.earliest or ""))
        return first, "between the day that its report tells of and the day it came out"
    bounds = [_latest(telling.published) for telling in tellings]
    known = [bound for bound in bounds if bound]
    if known:
        return Interval(earliest=None, latest=min(known)), "no later than the first report of it"
    return None, "no report says when"


def _latest(publication: Publication | None) -> str | None:
    return publication.interval.latest if publication else None


def _judgement(left: str, right: str, why: str) -> Judgement:
    return Judgement(
        id=thing_id("judgement", f"{left}|{right}"),
        relation="same statement",
        left=left,
        right=right,
        verdict="yes",
        by="linking statements",
        why=why,
    )
