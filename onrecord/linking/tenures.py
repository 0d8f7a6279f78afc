"""Roles with the days between which reports attest them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.records import Document, Entity, Interval, Marks, Mention, Publication, Span, Tenure, Things

_NOT_NOW = re.compile(r"\b(?:former|then|late|ex|future|incoming|elect|designate|one-time|past|next)\b", re.IGNORECASE)
_BEFORE = 12
_LONGEST = 1_000  # characters of a sentence
_SENTENCE_END = re.compile(r"[.!?][\"'\u201d\u2019\u00bb)]?\s|\n")


@dataclass(frozen=True, slots=True)
class _Report:
    """What tells whether a report speaks of its own day: its text, that day, and the times that it names."""

    text: str
    day: str | None
    times: tuple[tuple[Span, Interval], ...]


def attest_roles(documents: Iterable[Document], marks: Sequence[Marks], things: Things) -> tuple[Entity, ...]:
    """Return the entities with each role that reports give them and the days between which it is attested.

    A report attests a role for its own day. One whose day is not known attests none, and neither do "former", "then"
    or "future", nor a sentence that speaks of an earlier year. The interval is what is attested, no term of office.
    """
    reports = _reports(documents, marks, things)
    mentions = {mention.id: mention for found in marks for mention in found.mentions}
    return tuple(
        replace(entity, tenures=tuple(_tenures([mentions[id] for id in entity.mentions], reports)))
        for entity in things.entities
    )


def _reports(documents: Iterable[Document], marks: Iterable[Marks], things: Things) -> dict[str, _Report]:
    days = {dated.document: _day(dated.publication) for dated in things.publications}
    intervals = {reading.timex: reading.interval for reading in things.readings}
    times = {
        found.document: tuple((t.span, intervals[t.id]) for t in found.timexes if t.id in intervals) for found in marks
    }
    return {one.id: _Report(one.text, days.get(one.id), times.get(one.id, ())) for one in documents}


def _day(publication: Publication) -> str | None:
    """The day of a report, where it is known to the day."""
    earliest, latest = publication.interval.earliest, publication.interval.latest
    return earliest[:10] if earliest and latest and earliest[:10] == latest[:10] else None


def _tenures(mentions: Iterable[Mention], reports: Mapping[str, _Report]) -> Iterator[Tenure]:
    by_role: dict[str, list[Mention]] = {}
    for mention in mentions:
        if mention.role:
            by_role.setdefault(mention.role.name.casefold(), []).append(mention)
    for found in by_role.values():
        role = found[0].role.name if found[0].role else ""
        days = sorted(filter(None, (_attested(mention, reports[mention.document]) for mention in found)))
        attested = Interval(earliest=days[0], latest=days[-1]) if days else None
        yield Tenure(role=role, attested=attested, mentions=tuple(mention.id for mention in found))


def _attested(mention: Mention, report: _Report) -> str | None:
    """The day on which a mention attests its role."""
    role = mention.role.span if mention.role and mention.role.span else mention.span
    start, end = min(role.start, mention.span.start), max(role.end, mention.span.end)
    named = (mention.role.name if mention.role else "") + " " + report.text[max(0, start - _BEFORE) : start]
    if report.day is None or _NOT_NOW.search(named) or _speaks_of_the_past(report, report.day, start, end):
        return None
    return report.day


def _speaks_of_the_past(report: _Report, day: str, start: int, end: int) -> bool:
    first = max(
        (match.end() for match in _SENTENCE_END.finditer(report.text, max(0, start - _LONGEST), start)),
        default=max(0, start - _LONGEST),
    )
    ending = _SENTENCE_END.search(report.text, end, end + _LONGEST)
    last = ending.start() if ending else end + _LONGEST
    within = (interval for span, interval in report.times if first <= span.start < last)
    return any(interval.latest is not None and interval.latest[:4] < day[:4] for interval in within)
