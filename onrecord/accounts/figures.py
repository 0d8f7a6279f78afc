"""Figures of one thing that cannot all be right, and figures of one thing on which independent accounts agree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.accounts.sayings import Collection, Report, is_before
from onrecord.accounts.telling import list_names, name_day
from onrecord.identity import thing_id
from onrecord.linking.countries import countries_in
from onrecord.linking.wording import content_stems
from onrecord.records import Discrepancy, Figure, Interval, Member, Side

_MOST = 6
_NEAR = 10  # days between two reports that can still speak of one count
_ROUNDED = 0.1
_LONGEST_NAME = 6  # words; what is longer is no name of a claimant
_NEIGHBOURS = 600
_ANSWERING = 200
_SILENT = frozenset({"expected", "possible", "permitted", "denied", "superseded"})
_PERSONS = frozenset(
    {"peopl", "person", "resident", "citizen", "civilian", "victim", "man", "woman", "men", "women", "dead", "death"}
)
_QUESTIONS = {
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
    names = {entity.id: entity for entity in collection.things.entities}
    days = {reading.timex: reading.interval for reading in collection.things.readings}
    groups: dict[tuple[str, str], list[Count]] = defaultdict(list)
    for report in collection.reports.values():
        sayings = {saying.attribution.id: saying for saying in report.sayings}
        for figure in report.marks.figures:
            if not figure.measure or figure.value is None or figure.operator == "vague":
                continue
            saying = sayings.get(figure.attribution or "")
            claimant = figure.claimants[0].name if figure.claimants else None
            if claimant and len(claimant.split()) > _LONGEST_NAME:
                claimant = None
            known = saying.actor if saying else None
            called = names[known].name if known in names else claimant
            of = figure.of.name if figure.of else ""
            own = countries_in(of, collection.countries)
            home = own or countries_in(claimant or "", collection.countries)
            country = next(iter(home)) if len(home) == 1 else saying.country if saying else None
            groups[figure.unit, figure.measure.casefold()].append(
                Count(
                    figure=figure,
                    report=report,
                    group=content_stems(of) - _PERSONS,
                    country=country,
                    claimant=called,
                    said=saying.said if saying else None,
                    day=_known(days.get(figure.as_of or "")),
                )
            )
    return groups


def _known(day: Interval | None) -> Interval | None:
    return day if day and (day.earliest or day.latest) else None


def compare_figures(collection: Collection) -> Iterator[Discrepancy]:
    """Yield the counts that differ: of one thing, by different bodies or by one body that counts less than before."""
    for (_, measure), counts in sorted(gather_counts(collection).items()):
        standing = [count for count in counts if _stands(count)]
        pairs = [pair for pair in _pairs(standing) if _conflict(*pair)]
        if pairs:
            yield from _discrepancies(measure, pairs, standing, counts)


def _stands(count: Count) -> bool:
    figure = count.figure
    return figure.status not in _SILENT and not (figure.relation or figure.part_of or figure.per or figure.supersedes)


def _pairs(counts: Sequence[Count]) -> Iterator[tuple[Count, Count]]:
    ordered = sorted(counts, key=lambda count: count.figure.value or 0)
    for number, left in enumerate(ordered):
        for right in ordered[number + 1 :]:
            if are_comparable(left, right):
                yield left, right


def are_comparable(left: Count, right: Count) -> bool:
    """True when nothing that is known sets two figures of one measure apart: group, country, place, days."""
    same_report = left.report.text_of == right.report.text_of
    if left.group != right.group or not (_is_toll(left) or (same_report and _counts_people_nearby(left, right))):
        return False
    if not same_report and not _are_near(left.report.published, right.report.published):
        return False
    if not same_report and left.claimant is None and right.claimant is None:
        return False
    places = {count.figure.place.name.casefold() for count in (left, right) if count.figure.place}
    if len(places) == 2:
        return False
    if same_report:
        return left.country == right.country or (None in (left.country, right.country) and not places)
    same_claimant = left.claimant is not None and left.claimant == right.claimant
    return left.country == right.country and bool(left.country or same_claimant)


def _is_toll(count: Count) -> bool:
    """True for the counts of people that one event has: what else is counted may be of as many things as sentences."""
    return count.figure.unit == "person" and (count.figure.measure or "").casefold() in _QUESTIONS


def _counts_people_nearby(left: Count, right: Count) -> bool:
    """True for two counts of people in one sentence or two that name their claimants: they answer each other."""
    apart = abs(left.figure.span.start - right.figure.span.start)
    people = left.figure.unit == "person" and (left.figure.measure or "").startswith("number of") is False
    return people and bool(left.claimant and right.claimant) and apart < _ANSWERING


def _are_near(left: Interval | None, right: Interval | None) -> bool:
    first, second = _day(left), _day(right)
    return bool(first and second and abs((first - second).days) <= _NEAR)


def _day(interval: Interval | None) -> date | None:
    if interval is None or not (interval.earliest or interval.latest):
        return None
    return date.fromisoformat((interval.earliest or interval.latest or "")[:10])


def _conflict(left: Count, right: Count) -> bool:
    """True when the smaller and the larger figure cannot both be right, and no rise in time explains them."""
    low, high = left.figure, right.figure
    if low.value is None or high.value is None or low.value == high.value:
        return False
    if low.operator in ("at_least", "more_than") or high.operator in ("up_to", "less_than"):
        return False
    if "range" in (low.operator, high.operator) and (low.high or low.value) >= high.value:
        return False
    if "approx" in (low.operator, high.operator) and high.value - low.value <= _ROUNDED * high.value:
        return False
    if left.claimant and left.claimant == right.claimant:
        return _fell(left, right)
    if is_before(left.day or left.said, right.day or right.said):
        return False
    return bool(left.claimant and right.claimant) or _stand_together(left, right)


def _stand_together(left: Count, right: Count) -> bool:
    """True when a claimed number and one in the report's own voice stand in neighbouring sentences."""
    same = left.report.document.id == right.report.document.id
    apart = abs(left.figure.span.start - right.figure.span.start)
    return _is_toll(left) and same and bool(left.claimant or right.claimant) and apart < _NEIGHBOURS


def _fell(lower: Count, higher: Count) -> bool:
    """True when one body counted less on a later day, or two numbers for one day."""
    first, second = higher.day or higher.said, lower.day or lower.said
    if not (first and second and first.latest and second.earliest):
        return False
    return second.earliest > first.latest


def _discrepancies(
    measure: str, pairs: Sequence[tuple[Count, Count]], standing: Sequence[Count], counts: Sequence[Count]
) -> Iterator[Discrepancy]:
    """Yield one discrepancy for each country or report whose counts differ, each value a side."""
    done: set[str] = set()
    for low, high in pairs:
        if low.figure.id in done or high.figure.id in done:
            continue
        values: dict[float, list[Count]] = defaultdict(list)
        for count in standing:
            value = count.figure.value or 0
            near = any(are_comparable(count, one) for one in (low, high)) or count in (low, high)
            if near and value in (low.figure.value, high.figure.value):
                values[value].append(count)
                done.add(count.figure.id)
        yield _discrepancy(measure, [values[value] for value in sorted(values)], counts)


def _discrepancy(measure: str, sides: Sequence[Sequence[Count]], counts: Sequence[Count]) -> Discrepancy:
    figures = [count.figure for side in sides for count in side]
    first = figures[0]
    bodies = list_names(dict.fromkeys(c.claimant or "the report itself" for side in sides for c in side))
    texts = len({count.report.text_of for side in sides for count in side})
    return Discrepancy(
        id=thing_id("figures", f"{first.id}|{figures[-1].id}"),
        kind="figure",
        severity="high" if measure in ("dead", "killed") else "medium" if texts > 1 else "low",
        question=_QUESTIONS.get(measure, f"How many: {measure}?"),
        sides=tuple(_side(side) for side in sides),
        why=f"The same measure ({measure}) in the same unit, given by {bodies}; "
        "nothing in the reports sets their scopes apart." + _order(sides),
        reconciled_by=_reconciled(sides, counts),
        missing="What each body counts, in which area and up to when.",
        confidence=0.8,
        by="accounts figures",
    )


def _order(sides: Sequence[Sequence[Count]]) -> str:
    low, high = (sides[0][0], sides[-1][0])
    later, earlier = low.day or low.said, high.day or high.said
    if later and earlier and later.earliest and earlier.latest and later.earliest[:10] > earlier.latest[:10]:
        return " The later number is the lower one."
    return ""


def _reconciled(sides: Sequence[Sequence[Count]], counts: Sequence[Count]) -> str | None:
    """Return what in the reports may explain both numbers: places, days, a correction."""
    values = {side[0].figure.value for side in sides}
    held = {count.figure.id: count for count in counts}
    notes = [
        f"{c.claimant or 'a report'} later corrected {_number(old)} to {_number(c)}"
        for c in counts
        if (old := held.get(c.figure.supersedes or "")) and {c.figure.value, old.figure.value} <= values
    ]
    places = dict.fromkeys(c.figure.place.name for side in sides for c in side if c.figure.place)
    days = dict.fromkeys(name_day(c.day or c.said) for side in sides for c in side)
    if places:
        notes.append(f"one count is for {list_names(places)}, the other names no place")
    if len(days) > 1:
        notes.append(f"the counts are of different days ({list_names(days)})")
    return "; ".join(notes) or None


def _number(count: Count) -> str:
    return f"{count.figure.value:g}"


def _side(counts: Sequence[Count]) -> Side:
    ordered = sorted(counts, key=lambda count: (count.report.published is None, count.report.document.uri))
    members = tuple(make_count_member(count) for count in ordered[:_MOST])
    return Side(label=_number(counts[0]), members=members)


def make_count_member(count: Count) -> Member:
    """Return a figure as a member of a comparison; its words are the sentence around it."""
    text = count.report.document.text
    span = count.figure.span
    around = next((s.span for s in count.report.marks.sentences if s.span.start <= span.start < s.span.end), span)
    return Member(
        document=count.report.document.id,
        span=span,
        mark=count.figure.id,
        speaker=count.claimant,
        says=around.of(text),
        said=count.said or count.day,
    )
