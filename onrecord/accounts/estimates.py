"""Numbers that two voices give for one quantity of any unit: a cost, a flow, a margin, a crowd, a stretch of days."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from onrecord.accounts.contexts import are_of_one_time
from onrecord.accounts.counts import (
    NEAR,
    Count,
    count_shared_names,
    find_day,
    is_toll,
    share_a_voice,
)
from onrecord.accounts.fitting import NOBODYS, find_what_fits
from onrecord.accounts.sayings import folded
from onrecord.linking.wording import content_stems
from onrecord.records import Interval

Pair = tuple[Count, Count]
_GROWING = frozenset({"displaced", "held", "area", "fired", "level"})
_STANDING = frozenset(
    {"cost", "damage", "margin", "homes", "inhabitants", "attendance", "strikers", "turnout", "flow", "aboard"}
)
_ONE_OF_A_STORY = frozenset({"aboard", "turnout", "margin", "strikers"})  # reports of the same days mean the same one
_OBJECTS = frozenset({"homes", "inhabitants"})  # of these there may be as many sorts as sentences
_BLANK = content_stems("people number million billion thousand total loss estimate figure")
_ROOT = 4
_LEAST_DISPUTED = 10
_POINTS = re.compile(r"\b(?:it|them|this|that number|the number|the figure)\b")
_DISPUTED = re.compile(
    r"\b(?:reject(?:s|ed)|disput(?:es|ed)|den(?:ies|ied)|contradict(?:s|ed)|question(?:s|ed)|contest(?:s|ed)|dismiss(?:es|ed)"
    r"|disagree[sd]?(?: with)?|challeng(?:es|ed)|doubt(?:s|ed)?) (?:(?:this|that|it|them)(?= *[.,;])"
    r"|(?:[\w'\u2019]+ ){1,4}(?:count|figure|number|estimate|tally|toll|total|claim|calculation|sum)s?\b)"
)
_COMMON = 40  # numbers that share a word, above which the word tells nothing
_MANIFOLD = 10  # what is so many times more counts something else
_APART = 0.02  # what is so near is the same number, rounded
_NEIGHBOURS = 2  # sentences between two numbers of one report that can answer each other
_LEAST_SHARED = 2
_LEAST_NAMES = 2
_DISPUTE = 4  # sentences over which a number can be disputed with another
_SHARE = 0.34
_LONG = 400  # days over which two numbers for something that stands still can be compared
_LENGTHS = frozenset({"km", "kilometre", "mile", "metre"})
_OFTEN = frozenset({"minute", "hour", "day", "night", "week", "month", "year", "duration", "decade", "share"})


def pair_estimates(counts: Sequence[Count]) -> Iterator[Pair]:
    """Yield two different numbers for what the words around them show to be one quantity, the smaller first."""
    told = _leave_lists([count for count in counts if _is_told(count)])
    holders: dict[tuple[str, ...], list[tuple[int, Count]]] = defaultdict(list)
    for count in told:
        for key in _keys(count):
            holders[key].append((_at(count), count))
    for dated in holders.values():
        dated.sort(key=lambda pair: pair[0])
    beside = _find_beside(told)
    for count in told:
        found = (other for key in _keys(count) for other in _near(count, holders[key], key))
        others = {other.figure.id: other for other in (*found, *beside[count.figure.id]) if other.value > count.value}
        yield from ((count, others[one]) for one in sorted(others) if are_of_one_quantity(count, others[one]))


def _find_beside(told: Sequence[Count]) -> dict[str, list[Count]]:
    """Return the numbers of one unit that stand next to each other in a report, both ways."""
    units: dict[tuple[str, str], list[Count]] = defaultdict(list)
    for count in told:
        units[count.report.document.id, count.unit].append(count)
    found: dict[str, list[Count]] = defaultdict(list)
    for counts in units.values():
        for left, right in pairwise(sorted(counts, key=lambda count: count.figure.span.start)):
            found[left.figure.id].append(right)
            found[right.figure.id].append(left)
    return found


def _leave_lists(counts: Sequence[Count]) -> list[Count]:
    """Return the numbers that have a sentence to themselves: two of one unit are of two things, or of two years."""
    held = Counter((count.report.document.id, count.context.sentence, count.unit) for count in counts)
    return [c for c in counts if held[c.report.document.id, c.context.sentence, c.unit] == 1]


def _is_told(count: Count) -> bool:
    """True for a number that somebody gives for something that is so or will be: not demanded, no part, no rise."""
    figure, context = count.figure, count.context
    whole = not (figure.relation or figure.part_of or figure.supersedes or context.earlier or context.norm)
    given = figure.status not in ("permitted", "denied", "superseded", "possible")
    voiced = bool(count.claimant) or context.family in _STANDING - _OBJECTS
    return whole and given and voiced and figure.unit not in _OFTEN and not is_toll(count)


def _keys(count: Count) -> Iterator[tuple[str, ...]]:
    """Yield what a number can be found by: its unit with its kind of quantity, and with each word around it."""
    unit = (count.unit, count.context.rate or "")
    if count.context.family:
        yield (*unit, "kind", count.context.family)
    for stem in count.context.stems | count.context.core:
        yield (*unit, "word", stem)


def _at(count: Count) -> int:
    day = find_day(count.report.published)
    return day.toordinal() if day else 0


def _near(count: Count, dated: Sequence[tuple[int, Count]], key: tuple[str, ...]) -> list[Count]:
    """Return the numbers of a block that are of the days of a number; of a word that is everywhere, none."""
    if key[2] == "word" and len(dated) > _COMMON:
        return []
    reach = _LONG if count.context.family in _STANDING else NEAR
    first = bisect_left(dated, _at(count) - reach, key=lambda pair: pair[0])
    last = bisect_right(dated, _at(count) + reach, key=lambda pair: pair[0])
    return [other for _, other in dated[first:last]]


def are_of_one_quantity(left: Count, right: Count) -> bool:
    """True when two voices give different numbers for one quantity, and nothing that is known explains both."""
    if not right.value <= left.value * _MANIFOLD or right.value - left.value < _APART * right.value:
        return False
    if (
        _is_one_voice(left, right)
        or (left.context.wished and right.context.wished)  # a demand and an offer, the profits of two
        or _are_listed(left, right)
        or not _is_of_one_time(left, right)
        or not is_of_one_place(left, right)
    ):
        return False
    return _is_of_one_thing(left, right) and _cannot_both_be(left, right)


def _is_one_voice(left: Count, right: Count) -> bool:
    """True for two numbers of one body, or of two reports that give them as their own."""
    claimed = left.claimant and right.claimant
    return share_a_voice(left, right) if claimed else left.claimant == right.claimant


def _cannot_both_be(left: Count, right: Count) -> bool:
    why = find_what_fits(left, right)
    grew = left.context.family in _GROWING and _is_later(right.day or right.said, left.day or left.said)
    return (why is None or why.startswith(("the smaller one is the earlier", NOBODYS))) and not grew


def _is_later(one: Interval | None, other: Interval | None) -> bool:
    first, second = find_day(other), find_day(one)
    return bool(first and second and first < second)


def _is_of_one_time(left: Count, right: Count) -> bool:
    """True for two numbers of one report or of the same days, whose words do not name different years or months."""
    if not are_of_one_time(left.context, right.context):
        return False
    expected = [count.figure.status == "expected" for count in (left, right)]
    if expected[0] != expected[1] and not (left.context.family in _STANDING or right.context.family in _STANDING):
        return False
    if left.report.text_of == right.report.text_of:
        return True
    days = find_day(left.report.published), find_day(right.report.published)
    if not (days[0] and days[1]):
        return False
    apart = abs((days[0] - days[1]).days)
    return apart <= NEAR or (apart <= _LONG and _is_closely_alike(left, right))


def _is_closely_alike(left: Count, right: Count) -> bool:
    """True for a quantity that stands still, in words and names that two reports share."""
    family = left.context.family
    shared = left.context.stems & right.context.stems
    named = left.context.names & right.context.names
    return family in _STANDING and family == right.context.family and len(shared | named) > _LEAST_SHARED


def is_of_one_place(left: Count, right: Count) -> bool:
    """True unless the sentences of two numbers name different places or countries."""
    one, other = left.context, right.context
    if left.unit in _LENGTHS and _is_beside(left, right):
        return True  # each names the place up to which it measured
    places = not (one.places and other.places) or any(_is_one(a, b) for a in one.places for b in other.places)
    return places and (not (one.lands and other.lands) or bool(one.lands & other.lands))


def _is_one(left: str, right: str) -> bool:
    short, long = sorted((set(left.split()), set(right.split())), key=len)
    return short <= long


def _is_of_one_thing(left: Count, right: Count) -> bool:
    """True when kind of quantity and words, or words enough, are those of one thing counted."""
    one, other = left.context, right.context
    if left.unit != right.unit or one.rate != other.rate:
        return False
    shared = one.stems & other.stems
    if not (left.claimant and right.claimant):
        return _is_told_by_a_report(left, right)
    if one.family == other.family and one.family in _STANDING - _OBJECTS and not _are_other_people(left, right):
        told_alike = bool(shared - _own(left) or one.names & other.names)
        return _is_beside(left, right) or told_alike or (one.family in _ONE_OF_A_STORY and _is_one_story(left, right))
    is_loss = _is_loss(left, right)
    families = {one.family, other.family} - {None}
    if not is_loss and (len(families) > 1 or not is_of_one_sort(left, right)):
        return False
    shared -= _own(left)
    if _is_disputed(left, right):
        return True
    if _is_beside(left, right):
        tied = len(shared) + bool(one.rate) + bool(one.family) + _points_back(left, right)
        return tied >= _LEAST_SHARED or bool(shared & one.core & other.core)
    smaller = min(len(one.stems), len(other.stems))
    enough = len(shared) > _LEAST_SHARED and len(shared) >= _SHARE * smaller
    return enough and bool(shared & one.core & other.core)


def _is_told_by_a_report(left: Count, right: Count) -> bool:
    """True for a number that a report gives as its own and one that a body gives in another, in shared words."""
    one, other = left.context, right.context
    if left.report.text_of == right.report.text_of or one.family != other.family:
        return False
    shared = (one.stems & other.stems) - _own(left)
    return bool(left.claimant or right.claimant) and bool(shared)


def _is_loss(left: Count, right: Count) -> bool:
    """True for what a day costs by the one and the loss a day by the other, side by side."""
    families = {left.context.family, right.context.family}
    return families == {"cost", "damage"} and bool(left.context.rate) and _is_beside(left, right)


def _are_other_people(left: Count, right: Count) -> bool:
    """True for four observers on board in one report and fourteen people on board in another."""
    groups = [count.group - count.voice for count in (left, right)]
    return left.unit == "person" and not _is_one_report(left, right) and bool(groups[0]) != bool(groups[1])


def _points_back(left: Count, right: Count) -> bool:
    """True where the sentence of the later number takes up with "it" or "them" what the sentence before it told."""
    later = max(left, right, key=lambda count: count.figure.span.start)
    home = later.report.marks.sentences[later.context.sentence].span
    return bool(_POINTS.search(folded(home.of(later.report.document.text))))


def _is_one_story(left: Count, right: Count) -> bool:
    """True for two reports that name two things alike: a ship and a port, a town and a union."""
    return count_shared_names(left, right) >= _LEAST_NAMES


def _is_disputed(left: Count, right: Count) -> bool:
    """True when somebody rejects a number between the two: "The line rejected this count. Its own list had 212." """
    if not _is_one_report(left, right) or abs(left.context.sentence - right.context.sentence) > _DISPUTE:
        return False
    if max(left.value, right.value) < _LEAST_DISPUTED:
        return False
    first, second = sorted((left, right), key=lambda count: count.figure.span.start)
    between = folded(first.report.document.text[first.figure.span.end : second.figure.span.start])
    return bool(_DISPUTED.search(between)) and not any(
        first.figure.span.end <= other.span.start < second.figure.span.start and other.unit == first.figure.unit
        for other in first.report.marks.figures
    )


def _own(count: Count) -> frozenset[str]:
    """Return the words around a number that tell no more than its kind: "damage", "people", "million"."""
    kind = (count.context.family or "people")[:_ROOT]
    return _BLANK | frozenset(stem for stem in count.context.stems if stem.startswith(kind))


def is_of_one_sort(left: Count, right: Count) -> bool:
    """True unless two numbers count people or things of different names."""
    one, other = left.group - left.voice, right.group - right.voice
    if _are_other_people(left, right):
        return False
    return not (one and other) or bool(one & other)


def _is_beside(left: Count, right: Count) -> bool:
    """True for two numbers of one report with hardly a sentence between them."""
    return _is_one_report(left, right) and abs(left.context.sentence - right.context.sentence) <= _NEIGHBOURS


def _is_one_report(left: Count, right: Count) -> bool:
    return left.report.document.id == right.report.document.id


def _are_listed(left: Count, right: Count) -> bool:
    """True for two numbers of one sentence, which sets them side by side as numbers of different things."""
    return _is_one_report(left, right) and left.context.sentence == right.context.sentence
