"""The story with its reports numbered and everything in it found by its id."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from onrecord.dossier.days import is_known
from onrecord.dossier.knowledge import only_points, trim_relative
from onrecord.linking.factuality import Factuality, judge_saying
from onrecord.records import (
    Attribution,
    Discrepancy,
    Document,
    Entity,
    EventMention,
    Figure,
    Interval,
    Issue,
    Marks,
    Mention,
    Publication,
    Reading,
    Span,
    Statement,
    Story,
    Timex,
)

T = TypeVar("T")
_SAFE = re.compile(r"[A-Za-z0-9_-]{1,64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A document with its number in the dossier, its date, and the names it goes by."""

    number: int
    document: Document
    publication: Publication | None
    title: str
    outlet: str | None
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """A story and the maps from ids to what they stand for."""

    story: Story
    reports: Mapping[str, Report]
    marks: Mapping[str, Marks]
    attributions: Mapping[str, Attribution]
    figures: Mapping[str, Figure]
    timexes: Mapping[str, Timex]
    events: Mapping[str, EventMention]
    mentions: Mapping[str, Mention]
    readings: Mapping[str, Reading]
    entities: Mapping[str, Entity]
    names: Mapping[str, str]
    statements: tuple[Statement, ...]
    statement_of: Mapping[str, Statement]
    sentences: Mapping[str, tuple[Span, ...]]
    issues: Mapping[str, Issue]
    issues_of: Mapping[str, tuple[str, ...]]
    disputes_of: Mapping[str, tuple[Discrepancy, ...]]


def anchor(kind: str, id: str) -> str:
    """Return the id of the element that shows a record; what would not do in an address is replaced by a digest."""
    if _SAFE.fullmatch(id):
        return f"{kind}-{id}"
    return f"{kind}-x{hashlib.sha256(id.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"


def catalogue_story(story: Story) -> Catalogue:
    """Number the reports of a story and make everything in it findable by id."""
    attributions = {found.id: found for marks in story.marks for found in marks.attributions}
    readings = {reading.timex: reading for reading in story.things.readings}
    statements = story.things.statements or tuple(_alone(found, readings) for found in attributions.values())
    return Catalogue(
        story=story,
        reports=_reports(story),
        marks={marks.document: marks for marks in story.marks},
        attributions=attributions,
        figures={found.id: found for marks in story.marks for found in marks.figures},
        timexes={found.id: found for marks in story.marks for found in marks.timexes},
        events={found.id: found for marks in story.marks for found in marks.events},
        mentions={found.id: found for marks in story.marks for found in marks.mentions},
        readings=readings,
        entities={entity.id: entity for entity in story.things.entities},
        names=_names(story.things.entities),
        statements=statements,
        statement_of={id: statement for statement in statements for id in statement.attributions},
        sentences={m.document: tuple(sorted((s.span for s in m.sentences), key=_place)) for m in story.marks},
        issues={issue.id: issue for issue in story.accounts.issues},
        issues_of=_gather((p.attribution, p.issue) for p in story.accounts.positions),
        disputes_of=_gather(
            (member.mark, found)
            for found in story.accounts.discrepancies
            for side in found.sides
            for member in side.members
            if member.mark is not None
        ),
    )


def name_of(catalogue: Catalogue, name: str | None) -> str | None:
    """Return the one name that an entity goes by, from its id or any form of its name; other names as they are."""
    return None if name is None else catalogue.names.get(name, name)


def actor_of(catalogue: Catalogue, name: str | None) -> str | None:
    """Return the name that someone goes by, `None` where the words only point at someone: "who", "eight of them"."""
    named = name_of(catalogue, name)
    if named is None or named != name:
        return named
    return None if only_points(named) else trim_relative(named)


def speaker_of(catalogue: Catalogue, attribution: Attribution) -> str | None:
    """Return who speaks in an attribution: the entity's name, or the words of the source; `None` if none is named."""
    statement = catalogue.statement_of.get(attribution.id)
    entity = catalogue.entities.get(statement.entity or "") if statement else None
    if entity is not None:
        return entity.name
    named = attribution.speaker or (statement.speaker if statement else None)
    return actor_of(catalogue, named or _words(catalogue, attribution) or None)


def called_of(catalogue: Catalogue, attribution: Attribution) -> str | None:
    """Return the words that stand for who speaks in an attribution, whether they are a name or not."""
    return attribution.speaker or _words(catalogue, attribution) or None


def said_of(catalogue: Catalogue, attribution: Attribution) -> Interval | None:
    """Return when an attribution's words were said: as its statement has it, or as its own date reads."""
    statement = catalogue.statement_of.get(attribution.id)
    if statement is not None and is_known(statement.said):
        return statement.said
    reading = catalogue.readings.get(attribution.said or "")
    return reading.interval if reading and is_known(reading.interval) else None


def role_of(catalogue: Catalogue, attribution: Attribution) -> str | None:
    """Return the role that the report gives the speaker where it names the speaker."""
    mention = catalogue.mentions.get(attribution.mention or "")
    return mention.role.name if mention and mention.role else None


def factuality_of(catalogue: Catalogue, attribution: Attribution) -> Factuality:
    """Return whether the report says that this was said."""
    report = find_report(catalogue, attribution.document)
    return "said" if report is None else judge_saying(attribution, report.document.text)


def find_report(catalogue: Catalogue, document: str) -> Report | None:
    """Return the report with that document id, if the story has it."""
    return catalogue.reports.get(document)


def _reports(story: Story) -> dict[str, Report]:
    publications = {dated.document: dated.publication for dated in story.things.publications}
    return {
        document.id: Report(
            number=number,
            document=document,
            publication=publications.get(document.id, document.published),
            title=(document.title.value.strip() if document.title else "") or "Report without a title",
            outlet=(document.outlet.value.strip() or None) if document.outlet else None,
            anchor=anchor("report", document.id),
        )
        for number, document in enumerate(story.documents, 1)
    }


def _alone(attribution: Attribution, readings: Mapping[str, Reading]) -> Statement:
    reading = readings.get(attribution.said or "")
    return Statement(
        id=attribution.id,
        speaker=attribution.speaker,
        entity=None,
        said=reading.interval if reading else None,
        said_by="the date beside it" if reading else "",
        attributions=(attribution.id,),
        by="not linked",
    )


def _names(entities: Iterable[Entity]) -> dict[str, str]:
    names: dict[str, str] = {}
    claimed: dict[str, set[str]] = defaultdict(set)
    for entity in entities:
        names[entity.id] = entity.name
        for form in (entity.name, *entity.variants):
            claimed[form].add(entity.name)
    # A form that two entities share names neither of them.
    return names | {form: next(iter(owners)) for form, owners in claimed.items() if len(owners) == 1}


def _words(catalogue: Catalogue, attribution: Attribution) -> str:
    report = catalogue.reports.get(attribution.document)
    if report is None:
        return ""
    return " … ".join(span.of(report.document.text).strip() for span in attribution.source)


def _gather(pairs: Iterable[tuple[str, T]]) -> dict[str, tuple[T, ...]]:
    found: dict[str, dict[int | str, T]] = defaultdict(dict)
    for key, value in pairs:
        found[key].setdefault(value if isinstance(value, str) else id(value), value)
    return {key: tuple(values.values()) for key, values in found.items()}


def _place(span: Span) -> tuple[int, int]:
    return span.start, span.end
