"""Figures of one thing that cannot all be right, and figures of one thing on which independent accounts agree."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.accounts.asking import ask_how_many
from onrecord.accounts.counts import (
    NEAR,
    QUESTIONS,
    Count,
    Counted,
    are_comparable,
    are_near,
    count_shared_names,
    find_day,
    find_what_parts,
    gather_counts,
    is_toll,
    make_count_member,
    stands,
    tell_not_standing,
)
from onrecord.accounts.estimates import pair_estimates
from onrecord.accounts.fitting import find_what_fits
from onrecord.accounts.gaps import pair_gaps
from onrecord.accounts.rivals import pair_rivals
from onrecord.accounts.telling import list_names, name_day, tell_value
from onrecord.accounts.weighing import pair_by_evidence, pair_corrected
from onrecord.identity import thing_id
from onrecord.linking.groups import Groups
from onrecord.records import Considered, Discrepancy, Side

_MOST = 6
_LEAST_NAMES = 2
_MOST_CONSIDERED = 40  # figures next in size: enough to answer a question, and no table of all pairs


def compare_figures(reports: Sequence[Counted]) -> Iterator[Discrepancy]:
    """Yield the numbers that differ: of one thing, by different bodies or by one body that counts less than before.

    Three kinds of pairs are looked for: tolls, numbers whose words show one quantity, and a number that answers the
    one before it; pairs that share a number make one discrepancy, each value a side.
    """
    counts = [count for _, found in reports for count in found]
    tolls = _gather_tolls(counts)
    pairs = [*_pair_tolls(tolls), *pair_estimates(counts), *pair_rivals(reports)]
    pairs += [*pair_gaps(reports), *pair_by_evidence(reports), *pair_corrected(reports)]
    held = {count.figure.id: count for pair in pairs for count in pair}
    groups = Groups(held)
    for left, right in pairs:
        groups.join(left.figure.id, right.figure.id)
    for left, right in _find_same_pairs(pairs):
        groups.join(left.figure.id, right.figure.id)
    groups.join_like(lambda figure: (held[figure].report.text_of, held[figure].figure.unit, held[figure].value))
    replaced = _find_replaced(counts)
    by_report = {report.document.id: found for report, found in reports}
    for members in groups.all():
        told = _add_repeated([held[member] for member in members], by_report)
        yield _discrepancy(_add_equals(told, tolls), replaced)


def _find_same_pairs(pairs: Sequence[tuple[Count, Count]]) -> Iterator[tuple[Count, Count]]:
    """Yield the first numbers of two pairs with the same two values in one unit, in reports of one story."""
    alike: dict[tuple[float, float, str], list[Count]] = defaultdict(list)
    for left, right in pairs:
        alike[left.value, right.value, left.unit].append(left)
    for found in alike.values():
        ordered = sorted(found, key=lambda count: (str(find_day(count.report.published)), count.figure.id))
        yield from (pair for pair in pairwise(ordered) if _are_of_one_story(*pair))


def _are_of_one_story(left: Count, right: Count) -> bool:
    """True for reports that share names and are of the same days, as far as these are known."""
    known = find_day(left.report.published) and find_day(right.report.published)
    near = are_near(left.report.published, right.report.published) if known else True
    return near and count_shared_names(left, right) >= _LEAST_NAMES


def _gather_tolls(counts: Sequence[Count]) -> dict[str, _Blocks]:
    """Return the counts of people that stand by themselves, by measure, where those that can be compared are near."""
    found: dict[str, list[Count]] = defaultdict(list)
    for count in counts:
        if count.measure and count.figure.unit == "person" and stands(count):
            found[count.measure].append(count)
    return {measure: _block(standing) for measure, standing in sorted(found.items())}


def _pair_tolls(tolls: Mapping[str, _Blocks]) -> Iterator[tuple[Count, Count]]:
    for blocks in tolls.values():
        for count in blocks.counts:
            larger = sorted((o for o in _near(count, blocks) if o.value > count.value), key=lambda o: o.figure.id)
            yield from ((count, other) for other in larger if find_what_fits(count, other) is None)


def _add_repeated(counts: Sequence[Count], by_report: Mapping[str, Sequence[Count]]) -> list[Count]:
    """Return numbers with those of the same report that say the same again: "They speak of 120", "received 120"."""
    found = {count.figure.id: count for count in counts}
    for count in counts:
        for other in by_report[count.report.document.id]:
            if other.unit == count.unit and other.value == count.value and not other.figure.part_of:
                found.setdefault(other.figure.id, other)
    return list(found.values())


def _add_equals(counts: Sequence[Count], tolls: Mapping[str, _Blocks]) -> list[list[Count]]:
    """Return the numbers by value, the smallest first; to a toll, those of the same people that are equal are added."""
    values: dict[float, dict[str, Count]] = defaultdict(dict)
    for count in counts:
        values[count.value][count.figure.id] = count
    for count in counts:
        blocks = tolls.get(count.measure) if is_toll(count) else None
        for other in _near(count, blocks) if blocks else ():
            if other.value in values:
                values[other.value].setdefault(other.figure.id, other)
    return [sorted(values[value].values(), key=_place) for value in sorted(values)]


def _place(count: Count) -> tuple[str, int]:
    return count.report.document.uri, count.figure.span.start


def consider_figures(reports: Sequence[Counted], found: Sequence[Discrepancy] = ()) -> Iterator[Considered]:
    """Yield the pairs of different figures of one measure, in reports of the same days, that make no discrepancy.

    `found` are the discrepancies that were laid out: what stands on two of their sides was not found to fit.
    """
    laid_out: dict[str, set[str]] = defaultdict(set)
    for one in found:
        for mark in (m.mark for side in one.sides for m in side.members if m.mark and one.kind == "figure"):
            laid_out[mark].add(one.id)
    for (_, measure), counts in sorted(gather_counts(reports).items()):
        for left, right in _neighbours(counts):
            why = _find_why_silent(left, right)
            if why and not laid_out[left.figure.id] & laid_out[right.figure.id]:
                yield Considered(
                    id=thing_id("considered", f"{left.figure.id}|{right.figure.id}"),
                    kind="figure",
                    left=make_count_member(left),
                    right=make_count_member(right),
                    why=f"{measure}: {why}",
                    by="accounts figures",
                )


def _neighbours(counts: Sequence[Count]) -> Iterator[tuple[Count, Count]]:
    """Yield figures that differ, the smaller first, of one text or of texts that are a few days apart."""
    ordered = sorted(counts, key=lambda count: count.value)
    for number, left in enumerate(ordered):
        for right in ordered[number + 1 : number + 1 + _MOST_CONSIDERED]:
            same = left.report.text_of == right.report.text_of
            if left.value != right.value and (same or are_near(left.report.published, right.report.published)):
                yield left, right


def _find_why_silent(left: Count, right: Count) -> str | None:
    """Return why two different figures are no discrepancy; `None` when they are one."""
    for count in (left, right):
        if not stands(count):
            return f"{_number(count)} is no count of its own ({tell_not_standing(count)})"
    return find_what_parts(left, right) or find_what_fits(left, right)


@dataclass(frozen=True, slots=True)
class _Blocks:
    """The counts of one measure where those that can be compared stand together: by report, and by whose and when."""

    counts: list[Count]
    by_text: dict[str, list[Count]]
    by_day: dict[str, list[tuple[int, Count]]]


def _block(counts: Sequence[Count]) -> _Blocks:
    blocks = _Blocks(list(counts), defaultdict(list), defaultdict(list))
    for count in counts:
        blocks.by_text[count.report.text_of].append(count)
        day = find_day(count.report.published)
        if day is not None and is_toll(count):
            for key in _keys(count):
                blocks.by_day[key].append((day.toordinal(), count))
    for dated in blocks.by_day.values():
        dated.sort(key=lambda pair: pair[0])
    return blocks


def _keys(count: Count) -> list[str]:
    """Return what a toll of another report can be found by: its country, its place, or whose count it is."""
    place = count.figure.place.name.casefold().split() if count.figure.place else []
    return [key for key in (count.country or count.claimant, *place) if key]


def _near(count: Count, blocks: _Blocks) -> list[Count]:
    """Return what a count can be compared with: of its own report, or of the same people and days."""
    day = find_day(count.report.published)
    found = list(blocks.by_text[count.report.text_of])
    for key in _keys(count) if day else ():
        dated, at = blocks.by_day.get(key, []), day.toordinal() if day else 0
        first = bisect_left(dated, at - NEAR, key=lambda pair: pair[0])
        last = bisect_right(dated, at + NEAR, key=lambda pair: pair[0])
        found += [other for _, other in dated[first:last]]
    return [other for other in {other.figure.id: other for other in found}.values() if are_comparable(count, other)]


def _discrepancy(sides: Sequence[Sequence[Count]], replaced: Sequence[tuple[Count, Count]]) -> Discrepancy:
    measure = _name_measure([count for side in sides for count in side])
    figures = [count.figure for side in sides for count in side]
    first = figures[0]
    bodies = list_names(dict.fromkeys(c.claimant or "the report itself" for side in sides for c in side))
    texts = len({count.report.text_of for side in sides for count in side})
    return Discrepancy(
        id=thing_id("figures", f"{first.id}|{figures[-1].id}"),
        kind="figure",
        severity="high" if measure in ("dead", "killed") else "medium" if texts > 1 else "low",
        question=QUESTIONS.get(measure) or ask_how_many(measure, first.unit),
        sides=tuple(_side(side) for side in sides),
        why=f"The same measure ({measure}) in the same unit, given by {bodies}; "
        "nothing in the reports sets their scopes apart." + _order(sides),
        reconciled_by=_reconciled(sides, replaced),
        missing="What each body counts, in which area and up to when.",
        confidence=0.8,
        by="accounts figures",
    )


def _name_measure(counts: Sequence[Count]) -> str:
    """Return what is counted: the measure of people's tolls, else the kind of quantity, else what the marks call it."""
    toll = next((count.measure for count in counts if is_toll(count)), "")
    called = dict.fromkeys(count.figure.measure for count in counts if count.figure.measure)
    family = next((count.context.family for count in counts if count.context.family), None)
    return toll or (family if len(called) > 1 else None) or next(iter(called), None) or counts[0].figure.unit


def _order(sides: Sequence[Sequence[Count]]) -> str:
    low, high = (sides[0][0], sides[-1][0])
    later, earlier = low.day or low.said, high.day or high.said
    if later and earlier and later.earliest and earlier.latest and later.earliest[:10] > earlier.latest[:10]:
        return " The later number is the lower one."
    return ""


def _find_replaced(counts: Sequence[Count]) -> list[tuple[Count, Count]]:
    """Return the counts that replace another of their report, each with the one that it replaces."""
    held = {count.figure.id: count for count in counts}
    return [(held[count.figure.supersedes or ""], count) for count in counts if count.figure.supersedes in held]


def _reconciled(sides: Sequence[Sequence[Count]], replaced: Sequence[tuple[Count, Count]]) -> str | None:
    """Return what in the reports may explain both numbers: places, days, a correction."""
    values = {side[0].value for side in sides}
    notes = [
        f"{new.claimant or 'a report'} later corrected {_number(old)} to {_number(new)}"
        for old, new in replaced
        if {new.value, old.value} <= values
    ]
    places = dict.fromkeys(c.figure.place.name for side in sides for c in side if c.figure.place)
    days = dict.fromkeys(name_day(c.day or c.said) for side in sides for c in side)
    if places:
        notes.append(f"one count is for {list_names(places)}, the other names no place")
    if len(days) > 1:
        notes.append(f"the counts are of different days ({list_names(days)})")
    return "; ".join(notes) or None


def _number(count: Count) -> str:
    return tell_value(count.value)


def _side(counts: Sequence[Count]) -> Side:
    ordered = sorted(counts, key=lambda count: (count.report.published is None, count.report.document.uri))
    members = tuple(make_count_member(count) for count in ordered[:_MOST])
    return Side(label=_number(counts[0]), members=members)
