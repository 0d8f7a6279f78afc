"""Figures that can be compared: what each counts, whose it is, and what sets two of them apart."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from onrecord.accounts.claimants import find_owner, gather_voice, is_one_voice, name_claimant
from onrecord.accounts.contexts import NOWHERE, Context, find_home, read_context
from onrecord.accounts.sayings import Collection, Report, Saying, folded
from onrecord.linking.countries import countries_in
from onrecord.linking.wording import content_stems, stem
from onrecord.records import Entity, Figure, Interval, Member

NEAR = 10  # days between two reports that can still speak of one count
_SOON = 60
_DEAD = re.compile(
    r"(?: [\w-]+){1,4}? (?:(?:were|was|have been|had been|got) )?(?:shot dead|killed|died|drowned|murdered|perished)\b"
)
_ANSWERING = 200
_SILENT = frozenset({"expected", "possible", "permitted", "denied", "superseded"})
_PEOPLE = frozenset({"name", "arrest", "detention", "death", "body", "fatality", "casualty", "victim", "passenger"})
_PERSONS = frozenset(
    {
        "bodi",
        "corps",
        "nam",
        "arrest",
        "passenger",
        "peopl",
        "person",
        "resident",
        "citizen",
        "civilian",
        "victim",
        "man",
        "woman",
        "men",
        "women",
        "dead",
        "death",
    }
)
_NUMBERS = content_stems("figure estimate number count tally sum total toll")  # "sticks to its figure of 340 hectares"
QUESTIONS = {
    "dead": "How many people were killed?",
    "injured": "How many people were injured?",
    "missing": "How many people are missing?",
    "evacuated": "How many people were evacuated?",
    "detained": "How many people were detained?",
    "displaced": "How many people were displaced?",
    "protesters": "How many people took part?",
    "arrested": "How many people were arrested?",
    "rescued": "How many people were rescued?",
    "captured": "How many people were captured?",
    "homeless": "How many people lost their homes?",
}


_OF_THEM = re.compile(r" of (?:(?:the|those) (?P<whole>\w+)|them\b|these\b|whom\b)")
_THE_DEAD = frozenset(("dead", "victims", "killed", "casualties", "fatalities", "deaths"))
_AMONG_THEM = re.compile(
    r"\b(?:including|among (?:them|those|the (?:dead|victims|killed|wounded|injured))(?: were| are)?"
    r"|of (?:whom|them|these|those))(?: at least| about)? $"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """One figure with what it can be compared by: what it counts, of whom, by whom, when."""

    figure: Figure
    report: Report
    group: frozenset[str]
    country: str | None
    claimant: str | None
    said: Interval | None
    day: Interval | None
    context: Context = NOWHERE
    voice: frozenset[str] = frozenset()

    @property
    def value(self) -> float:
        """The number, or the bound where only a bound is given."""
        return self.figure.value if self.figure.value is not None else self.figure.high or 0.0

    @property
    def unit(self) -> str:
        """The unit; names on a list, arrests and bodies are people."""
        return "person" if self.figure.unit in _PEOPLE else self.figure.unit

    @property
    def measure(self) -> str:
        """What is counted; people who were shot dead or drowned are dead."""
        measure = (self.figure.measure or "").casefold().partition(" / ")[0]  # behind it: the report's own word
        after = self.report.document.text[self.figure.span.end : self.figure.span.end + _SOON]
        if self.figure.unit == "person" and measure not in QUESTIONS and _DEAD.match(folded(after)):
            return "dead"
        return measure

    def counts_like(self, other: Count) -> bool:
        """True for numbers in one unit, or of things whose name the other calls its unit."""
        if self.unit == other.unit:
            return True
        return stem(self.figure.unit) in other.group or stem(other.figure.unit) in self.group


Counted = tuple[Report, Sequence[Count]]


def gather_counts(reports: Sequence[Counted]) -> dict[tuple[str, str], list[Count]]:
    """Return the figures that can be compared, by unit and measure; a number without a measure cannot."""
    groups: dict[tuple[str, str], list[Count]] = defaultdict(list)
    for _, counts in reports:
        for count in counts:
            if count.figure.measure:
                groups[count.figure.unit, count.figure.measure.casefold()].append(count)
    return groups


def gather_all(collection: Collection) -> Iterator[Counted]:
    """Go through the reports with all numbers of each that say how many."""
    entities = {entity.id: entity for entity in collection.things.entities}
    days = {reading.timex: reading.interval for reading in collection.things.readings}
    for report in collection.reports.values():
        sayings = {saying.attribution.id: saying for saying in report.sayings}
        figures = [f for f in report.marks.figures if (f.value or f.high) is not None and f.operator != "vague"]
        units = {figure.id: figure.unit for figure in figures}
        counts = [
            _count(collection, report, _of_own_unit(f, units), (sayings.get(f.attribution or ""), entities, days))
            for f in figures
        ]
        yield report, [count for count in counts if count.context.counts]


def _of_own_unit(figure: Figure, units: Mapping[str, str]) -> Figure:
    """Return a figure that is no part of one in another unit: a sum of money is no part of 200 boats."""
    whole = units.get(figure.part_of or "", figure.unit)
    return figure if whole == figure.unit else replace(figure, part_of=None)


def _count(
    collection: Collection,
    report: Report,
    figure: Figure,
    known: tuple[Saying | None, Mapping[str, Entity], Mapping[str, Interval]],
) -> Count:
    saying, entities, days = known
    _, around = find_home(report.marks.sentences, figure.span)
    claimant = name_claimant(report, figure, around)
    of = figure.of.name if figure.of else ""
    entity = entities.get(saying.actor or "") if saying and not find_owner(report, figure, around) else None
    home = countries_in(of, collection.countries) or countries_in(claimant or "", collection.countries)
    return Count(
        figure=figure,
        report=report,
        group=content_stems(of) - _PERSONS - _NUMBERS,
        country=next(iter(home)) if len(home) == 1 else saying.country if saying else None,
        claimant=entity.name if entity else claimant,
        said=saying.said if saying else None,
        day=_known(days.get(figure.as_of or "")),
        context=read_context(report, figure, saying, collection.countries),
        voice=gather_voice(claimant, entity),
    )


def share_a_voice(left: Count, right: Count) -> bool:
    """True when two numbers are given by one body, or by a body and somebody who speaks for it."""
    return left.claimant == right.claimant or is_one_voice(left.voice, right.voice)


def count_shared_names(left: Count, right: Count) -> int:
    """Return how many names of people, places and bodies the reports of two numbers share."""
    named = [
        frozenset(root for _, roots in count.report.named for root in roots) | count.report.names
        for count in (left, right)
    ]
    return len(named[0] & named[1])


def _known(day: Interval | None) -> Interval | None:
    return day if day and (day.earliest or day.latest) else None


def are_comparable(left: Count, right: Count) -> bool:
    """True when nothing that is known sets two figures of one measure apart: group, country, place, days."""
    return find_what_parts(left, right) is None


def find_what_parts(left: Count, right: Count) -> str | None:
    """Return what sets two figures of one measure apart, so that they need not be equal; `None` when nothing does."""
    same_report = left.report.text_of == right.report.text_of
    holds_more = right.value > left.value and not left.group  # a part that is larger than the whole
    if not (holds_more or _is_one_group(left.group, right.group)):
        return f"they count different groups ({_group(left)}; {_group(right)})"
    if not (is_toll(left) or (same_report and _counts_people_nearby(left, right))):
        return "there may be as many things of this sort as sentences that count them"
    if not same_report and not are_near(left.report.published, right.report.published):
        return f"their reports are more than {NEAR} days apart, or a day is not known"
    if not same_report and left.claimant is None and right.claimant is None:
        return "neither report says whose count it is"
    places = {count.figure.place.name.casefold() for count in (left, right) if count.figure.place}
    if len(places) == 2 and not _is_one_place(*sorted(places, key=len)):
        return f"they are of different places ({' and '.join(sorted(places))})"
    return _find_what_parts_countries(left, right, same_report and not places)


def _is_one_group(left: frozenset[str], right: frozenset[str]) -> bool:
    """True for guards and border guards: one name holds the other; people as such are nobody's part."""
    return left == right or bool(left and right and (left <= right or right <= left))


def _is_one_place(short: str, long: str) -> bool:
    """True for a place and the same with what it is: "tarn", "tarn province"."""
    return set(short.split()) <= set(long.split())


def _share_place(left: Count, right: Count) -> bool:
    places = [count.figure.place.name.casefold() for count in (left, right) if count.figure.place]
    return len(places) == 2 and _is_one_place(*sorted(places, key=len))


def _find_what_parts_countries(left: Count, right: Count, may_be_unsaid: bool) -> str | None:
    if _share_place(left, right) and None in (left.country, right.country):
        return None
    if left.report.text_of == right.report.text_of:
        fits = left.country == right.country or (None in (left.country, right.country) and may_be_unsaid)
    else:
        same_claimant = left.claimant is not None and left.claimant == right.claimant
        fits = left.country == right.country and bool(left.country or same_claimant)
    return None if fits else "they are not known to be of one country"


def _group(count: Count) -> str:
    return count.figure.of.name if count.figure.of else "people as such"


def is_toll(count: Count) -> bool:
    """True for the counts of people that one event has: what else is counted may be of as many things as sentences."""
    return count.figure.unit == "person" and count.measure in QUESTIONS


def _counts_people_nearby(left: Count, right: Count) -> bool:
    """True for two counts of people in one sentence or two that name their claimants: they answer each other."""
    apart = abs(left.figure.span.start - right.figure.span.start)
    people = left.figure.unit == "person" and (left.figure.measure or "").startswith("number of") is False
    return people and bool(left.claimant and right.claimant) and apart < _ANSWERING


def are_near(left: Interval | None, right: Interval | None) -> bool:
    """True when two reports are of days that are known and so near that they can speak of one count."""
    first, second = find_day(left), find_day(right)
    return bool(first and second and abs((first - second).days) <= NEAR)


def find_day(interval: Interval | None) -> date | None:
    """Return the day on which an interval begins, or else the one on which it ends."""
    if interval is None or not (interval.earliest or interval.latest):
        return None
    return date.fromisoformat((interval.earliest or interval.latest or "")[:10])


def tell_not_standing(count: Count) -> str:
    """Say why a figure is no count of its own."""
    figure = count.figure
    if figure.status in _SILENT:
        return figure.status
    if figure.part_of:
        return "part of another"
    if count.context.earlier:
        return "an earlier count"
    return figure.relation or ("a rate" if figure.per else "revised from another")


def stands(count: Count) -> bool:
    """True for a count of its own: not expected, denied or replaced, no part of another, no rise and no rate."""
    figure = count.figure
    if count.context.earlier:
        return False
    return figure.status not in _SILENT and not (figure.relation or figure.part_of or figure.per or figure.supersedes)


def is_part(count: Count) -> bool:
    """True for some of those that are counted elsewhere: "eight of the dead", "among them nine", "including two"."""
    text, span = count.report.document.text, count.figure.span
    before = folded(text[max(0, span.start - _SOON) : span.start])
    of = _OF_THEM.match(folded(text[span.end : span.end + _SOON]))
    whole = (of["whole"] or "") if of else ""
    same = stem(whole) == stem(count.measure) or (count.measure == "dead" and whole in _THE_DEAD)
    return bool(_AMONG_THEM.search(before)) or (of is not None and (not whole or same))


def make_count_member(count: Count) -> Member:
    """Return a figure as a member of a comparison; its words are the sentence around it."""
    text = count.report.document.text
    span = count.figure.span
    around = next((s.span for s in count.report.marks.sentences if s.span.start <= span.start < s.span.end), span)
    return Member(
        document=count.report.document.id,
        span=span,
        mark=count.figure.id if any(figure.id == count.figure.id for figure in count.report.marks.figures) else None,
        speaker=count.claimant,
        says=around.of(text),
        said=count.said or count.day,
    )
