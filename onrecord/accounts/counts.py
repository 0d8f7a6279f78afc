"""Figures that can be compared: what each counts, whose it is, and what sets two of them apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from onrecord.accounts.sayings import Collection, Report, Saying, is_before
from onrecord.linking.countries import countries_in
from onrecord.linking.wording import content_stems
from onrecord.records import Figure, Interval

NEAR = 10  # days between two reports that can still speak of one count
_ROUNDED = 0.1
_LONGEST_NAME = 6  # words; what is longer is no name of a claimant
_NEIGHBOURS = 600
_ANSWERING = 200
_SILENT = frozenset({"expected", "possible", "permitted", "denied", "superseded"})
_PERSONS = frozenset(
    {"peopl", "person", "resident", "citizen", "civilian", "victim", "man", "woman", "men", "women", "dead", "death"}
)
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


def gather_counts(collection: Collection) -> dict[tuple[str, str], list[Count]]:
    """Return the figures that can be compared, by unit and measure; a number without a measure cannot."""
    groups: dict[tuple[str, str], list[Count]] = defaultdict(list)
    for _, counts in gather_all(collection):
        for count in counts:
            if count.figure.measure:
                groups[count.figure.unit, count.figure.measure.casefold()].append(count)
    return groups


def gather_all(collection: Collection) -> Iterator[tuple[Report, list[Count]]]:
    """Go through the reports with all numbers of each that say how many."""
    names = {entity.id: entity.name for entity in collection.things.entities}
    days = {reading.timex: reading.interval for reading in collection.things.readings}
    for report in collection.reports.values():
        sayings = {saying.attribution.id: saying for saying in report.sayings}
        figures = [f for f in report.marks.figures if f.value is not None and f.operator != "vague"]
        yield report, [_count(collection, report, f, (sayings.get(f.attribution or ""), names, days)) for f in figures]


def _count(
    collection: Collection,
    report: Report,
    figure: Figure,
    known: tuple[Saying | None, Mapping[str, str], Mapping[str, Interval]],
) -> Count:
    saying, names, days = known
    claimant = figure.claimants[0].name if figure.claimants else None
    if claimant and len(claimant.split()) > _LONGEST_NAME:
        claimant = None
    of = figure.of.name if figure.of else ""
    home = countries_in(of, collection.countries) or countries_in(claimant or "", collection.countries)
    return Count(
        figure=figure,
        report=report,
        group=content_stems(of) - _PERSONS,
        country=next(iter(home)) if len(home) == 1 else saying.country if saying else None,
        claimant=names.get(saying.actor or "", claimant) if saying else claimant,
        said=saying.said if saying else None,
        day=_known(days.get(figure.as_of or "")),
    )


def _known(day: Interval | None) -> Interval | None:
    return day if day and (day.earliest or day.latest) else None


def are_comparable(left: Count, right: Count) -> bool:
    """True when nothing that is known sets two figures of one measure apart: group, country, place, days."""
    return find_what_parts(left, right) is None


def find_what_parts(left: Count, right: Count) -> str | None:
    """Return what sets two figures of one measure apart, so that they need not be equal; `None` when nothing does."""
    same_report = left.report.text_of == right.report.text_of
    if left.group != right.group:
        return f"they count different groups ({_group(left)}; {_group(right)})"
    if not (is_toll(left) or (same_report and _counts_people_nearby(left, right))):
        return "there may be as many things of this sort as sentences that count them"
    if not same_report and not are_near(left.report.published, right.report.published):
        return f"their reports are more than {NEAR} days apart, or a day is not known"
    if not same_report and left.claimant is None and right.claimant is None:
        return "neither report says whose count it is"
    places = {count.figure.place.name.casefold() for count in (left, right) if count.figure.place}
    if len(places) == 2:
        return f"they are of different places ({' and '.join(sorted(places))})"
    return _find_what_parts_countries(left, right, same_report and not places)


def _find_what_parts_countries(left: Count, right: Count, may_be_unsaid: bool) -> str | None:
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
    return count.figure.unit == "person" and (count.figure.measure or "").casefold() in QUESTIONS


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


def find_what_fits(left: Count, right: Count) -> str | None:
    """Return why a smaller and a larger figure can both be right; `None` when they cannot."""
    low, high = left.figure, right.figure
    if low.value is None or high.value is None or low.value == high.value:
        return "they are equal"
    if low.operator in ("at_least", "more_than") or high.operator in ("up_to", "less_than"):
        return "the one is a bound that the other keeps"
    if "range" in (low.operator, high.operator) and (low.high or low.value) >= high.value:
        return "the one lies in the range of the other"
    if "approx" in (low.operator, high.operator) and high.value - low.value <= _ROUNDED * high.value:
        return "the one is the other, rounded"
    if left.claimant and left.claimant == right.claimant:
        return None if _fell(left, right) else "one body counted more later, or on a day that is not known"
    if is_before(left.day or left.said, right.day or right.said):
        return "the smaller one is the earlier: a count that rose"
    if (left.claimant and right.claimant) or _stand_together(left, right):
        return None
    return "one of them is nobody's count"


def _stand_together(left: Count, right: Count) -> bool:
    """True when a claimed number and one in the report's own voice stand in neighbouring sentences."""
    same = left.report.document.id == right.report.document.id
    apart = abs(left.figure.span.start - right.figure.span.start)
    return is_toll(left) and same and bool(left.claimant or right.claimant) and apart < _NEIGHBOURS


def _fell(lower: Count, higher: Count) -> bool:
    """True when one body counted less on a later day, or two numbers for one day."""
    first, second = higher.day or higher.said, lower.day or lower.said
    if not (first and second and first.latest and second.earliest):
        return False
    return second.earliest > first.latest


def tell_not_standing(count: Count) -> str:
    """Say why a figure is no count of its own."""
    figure = count.figure
    if figure.status in _SILENT:
        return figure.status
    if figure.part_of:
        return "part of another"
    return figure.relation or ("a rate" if figure.per else "revised from another")


def stands(count: Count) -> bool:
    """True for a count of its own: not expected, denied or replaced, no part of another, no rise and no rate."""
    figure = count.figure
    return figure.status not in _SILENT and not (figure.relation or figure.part_of or figure.per or figure.supersedes)
