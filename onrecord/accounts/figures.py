"""Figures of one thing that cannot all be right, and figures of one thing on which independent accounts agree."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.accounts.counts import (
    NEAR,
    QUESTIONS,
    Count,
    are_comparable,
    are_near,
    find_day,
    find_what_fits,
    find_what_parts,
    gather_counts,
    is_toll,
    stands,
    tell_not_standing,
)
from onrecord.accounts.sayings import Collection
from onrecord.accounts.telling import list_names, name_day, tell_value
from onrecord.identity import thing_id
from onrecord.records import Considered, Discrepancy, Member, Side

_MOST = 6
_MOST_CONSIDERED = 40  # figures next in size: enough to answer a question, and no table of all pairs


def compare_figures(collection: Collection) -> Iterator[Discrepancy]:
    """Yield the counts that differ: of one thing, by different bodies or by one body that counts less than before."""
    for (_, measure), counts in sorted(gather_counts(collection).items()):
        standing = [count for count in counts if stands(count)]
        blocks = _block(standing)
        pairs = [pair for pair in _pairs(standing, blocks) if _conflict(*pair)]
        if pairs:
            yield from _discrepancies(measure, pairs, blocks, _find_replaced(counts))


def consider_figures(collection: Collection) -> Iterator[Considered]:
    """Yield the pairs of different figures of one measure, in reports of the same days, that make no discrepancy."""
    for (_, measure), counts in sorted(gather_counts(collection).items()):
        for left, right in _neighbours(counts):
            why = _find_why_silent(left, right)
            if why:
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
    ordered = sorted(counts, key=lambda count: count.figure.value or 0)
    for number, left in enumerate(ordered):
        for right in ordered[number + 1 : number + 1 + _MOST_CONSIDERED]:
            same = left.report.text_of == right.report.text_of
            if left.figure.value != right.figure.value and (
                same or are_near(left.report.published, right.report.published)
            ):
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

    by_text: dict[tuple[frozenset[str], str], list[Count]]
    by_day: dict[tuple[frozenset[str], str], list[tuple[int, Count]]]


def _block(counts: Sequence[Count]) -> _Blocks:
    blocks = _Blocks(defaultdict(list), defaultdict(list))
    for count in counts:
        blocks.by_text[count.group, count.report.text_of].append(count)
        day = find_day(count.report.published)
        if day is not None and is_toll(count) and (count.country or count.claimant):
            blocks.by_day[count.group, count.country or count.claimant or ""].append((day.toordinal(), count))
    for dated in blocks.by_day.values():
        dated.sort(key=lambda pair: pair[0])
    return blocks


def _near(count: Count, blocks: _Blocks) -> list[Count]:
    """Return what a count can be compared with: of its own report, or of the same people and days."""
    day = find_day(count.report.published)
    dated = blocks.by_day.get((count.group, count.country or count.claimant or ""), []) if day else []
    at = day.toordinal() if day else 0
    first = bisect_left(dated, at - NEAR, key=lambda pair: pair[0])
    last = bisect_right(dated, at + NEAR, key=lambda pair: pair[0])
    found = [*blocks.by_text[count.group, count.report.text_of], *(other for _, other in dated[first:last])]
    return [other for other in {other.figure.id: other for other in found}.values() if are_comparable(count, other)]


def _pairs(counts: Sequence[Count], blocks: _Blocks) -> Iterator[tuple[Count, Count]]:
    ordered = sorted(counts, key=lambda count: count.figure.value or 0)
    places = {count.figure.id: number for number, count in enumerate(ordered)}
    for number, left in enumerate(ordered):
        later = sorted(places[other.figure.id] for other in _near(left, blocks) if places[other.figure.id] > number)
        yield from ((left, ordered[place]) for place in later)


def _conflict(left: Count, right: Count) -> bool:
    """True when the smaller and the larger figure cannot both be right, and no rise in time explains them."""
    return find_what_fits(left, right) is None


def _discrepancies(
    measure: str, pairs: Sequence[tuple[Count, Count]], blocks: _Blocks, replaced: Sequence[tuple[Count, Count]]
) -> Iterator[Discrepancy]:
    """Yield one discrepancy for each country or report whose counts differ, each value a side."""
    done: set[str] = set()
    for low, high in pairs:
        if low.figure.id in done or high.figure.id in done:
            continue
        values: dict[float, list[Count]] = defaultdict(list)
        near = {count.figure.id: count for one in (low, high) for count in (one, *_near(one, blocks))}
        for count in sorted(near.values(), key=lambda count: (count.report.document.uri, count.figure.span.start)):
            value = count.figure.value or 0
            if value in (low.figure.value, high.figure.value):
                values[value].append(count)
                done.add(count.figure.id)
        yield _discrepancy(measure, [values[value] for value in sorted(values)], replaced)


def _discrepancy(
    measure: str, sides: Sequence[Sequence[Count]], replaced: Sequence[tuple[Count, Count]]
) -> Discrepancy:
    figures = [count.figure for side in sides for count in side]
    first = figures[0]
    bodies = list_names(dict.fromkeys(c.claimant or "the report itself" for side in sides for c in side))
    texts = len({count.report.text_of for side in sides for count in side})
    return Discrepancy(
        id=thing_id("figures", f"{first.id}|{figures[-1].id}"),
        kind="figure",
        severity="high" if measure in ("dead", "killed") else "medium" if texts > 1 else "low",
        question=QUESTIONS.get(measure, f"How many: {measure}?"),
        sides=tuple(_side(side) for side in sides),
        why=f"The same measure ({measure}) in the same unit, given by {bodies}; "
        "nothing in the reports sets their scopes apart." + _order(sides),
        reconciled_by=_reconciled(sides, replaced),
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


def _find_replaced(counts: Sequence[Count]) -> list[tuple[Count, Count]]:
    """Return the counts that replace another of their report, each with the one that it replaces."""
    held = {count.figure.id: count for count in counts}
    return [(held[count.figure.supersedes or ""], count) for count in counts if count.figure.supersedes in held]


def _reconciled(sides: Sequence[Sequence[Count]], replaced: Sequence[tuple[Count, Count]]) -> str | None:
    """Return what in the reports may explain both numbers: places, days, a correction."""
    values = {side[0].figure.value for side in sides}
    notes = [
        f"{new.claimant or 'a report'} later corrected {_number(old)} to {_number(new)}"
        for old, new in replaced
        if {new.figure.value, old.figure.value} <= values
    ]
    places = dict.fromkeys(c.figure.place.name for side in sides for c in side if c.figure.place)
    days = dict.fromkeys(name_day(c.day or c.said) for side in sides for c in side)
    if places:
        notes.append(f"one count is for {list_names(places)}, the other names no place")
    if len(days) > 1:
        notes.append(f"the counts are of different days ({list_names(days)})")
    return "; ".join(notes) or None


def _number(count: Count) -> str:
    return tell_value(count.figure.value or 0.0)


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
