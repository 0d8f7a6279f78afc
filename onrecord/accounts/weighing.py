"""Weighs what speaks for it that two numbers are of one thing: what is counted, the words around, the event, whose."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.accounts.contexts import are_of_one_time
from onrecord.accounts.counts import Count, Counted, count_shared_names, find_day, is_part, is_toll, share_a_voice
from onrecord.accounts.estimates import is_of_one_place, is_of_one_sort
from onrecord.accounts.fitting import NOBODYS, find_what_fits
from onrecord.accounts.opposites import find_family
from onrecord.linking.wording import content_stems

Pair = tuple[Count, Count]
_SPANS = frozenset(
    {"second", "minute", "hour", "day", "night", "weekday", "week", "month", "year", "decade", "century", "time"}
    | {"duration", "percent", "share"}
)
_SILENT = frozenset({"permitted", "denied", "superseded", "possible"})
_HEAD = 300  # characters of a title and a lead, which tell of what a report tells
_PEOPLE = frozenset({"person", "case", "patient", "victim", "infection", "death", "casualty"})
_RISING = frozenset({"dead", "killed", "injured", "arrested", "rescued"})  # what is missing may be found
_COMMON = 40  # numbers that share a word, above which the word brings none of them together
_LEAST_NAMES = 2
_FEW = 20  # reports, below which every word is rare
_MANIFOLD = 10
_TOLLS_APART = 1.5
_SAME_EVENT = 10
_SAME_STORY = 40
_ONE_SENTENCE = 0.6
_LEAST_WORDS = 4
_ALIKE = 0.2
_HALF = 0.5
_ENOUGH_OF_VOICES = (7.5, 5.5, 4.5)  # where no report says whose number it is, or one of two, or both


@dataclass(frozen=True, slots=True)
class _Seen:
    """A number with what it counts, the words around it, and those that tell of what its report tells."""

    count: Count
    what: str
    near: frozenset[str]
    about: frozenset[str]


def pair_by_evidence(reports: Sequence[Counted]) -> Iterator[Pair]:
    """Yield two different numbers, the smaller first, of what all that is known of both shows to be one thing."""
    seen = [one for report, counts in reports for one in _see(report.document.text, counts)]
    weights = _weigh(seen)
    holders: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, one in enumerate(seen):
        for word in one.near | one.about:
            holders[one.what, word].append(number)
    for one in seen:
        held = (holders[one.what, word] for word in sorted(one.near | one.about))
        others = {other for numbers in held if len(numbers) <= _COMMON for other in numbers}
        for other in sorted(others):
            if one.count.value < seen[other].count.value and _are_one(one, seen[other], weights):
                yield one.count, seen[other].count


def pair_corrected(reports: Sequence[Counted]) -> Iterator[Pair]:
    """Yield a number that takes back a larger one, with the reports of the same days that have the larger one."""
    told = [count for _, counts in reports for count in counts if count.figure.status != "denied"]
    by_value: dict[float, list[Count]] = defaultdict(list)
    for count in told:
        by_value[count.value].append(count)
    for report, counts in reports:
        replaced = {figure.id: figure for figure in report.marks.figures}
        for count in counts:
            old = replaced.get(count.figure.supersedes or "")
            if old and old.value and old.value > count.value:
                others = (other for other in by_value[old.value] if _is_taken_back(count, other))
                yield from ((count, other) for other in others)


def _is_taken_back(new: Count, other: Count) -> bool:
    """True for the number of another report of the days before, of people or of what the new one counts."""
    days = find_day(new.report.published), find_day(other.report.published)
    near = bool(days[0] and days[1] and 0 <= (days[0] - days[1]).days <= _SAME_EVENT)
    what = _name_what(new)
    alike = {new.unit, other.unit} <= _PEOPLE or bool(what and what == _name_what(other))
    told = other.figure.status == "reported" and not other.figure.part_of
    tied = count_shared_names(new, other) >= _LEAST_NAMES
    return near and alike and told and tied and new.report.text_of != other.report.text_of and new.value != other.value


def _see(text: str, counts: Sequence[Count]) -> Iterator[_Seen]:
    told = [count for count in counts if _is_whole(count)]
    held = Counter((count.context.sentence, count.unit, count.figure.measure) for count in told)
    about = content_stems(text[:_HEAD])
    for count in told:
        if held[count.context.sentence, count.unit, count.figure.measure] == 1 and (what := _name_what(count)):
            yield _Seen(count, what, count.context.stems | count.context.names, about)


def _is_whole(count: Count) -> bool:
    figure, context = count.figure, count.context
    whole = not (figure.relation or figure.part_of or figure.supersedes or context.earlier or context.norm)
    return whole and not is_part(count) and figure.status not in _SILENT and figure.unit not in _SPANS


def _name_what(count: Count) -> str:
    """Return what a number counts, in one word: the dead, vehicles, votes; nothing for what is only measured."""
    if is_toll(count):
        return count.measure
    of = count.figure.of.name.split()[-1:] if count.figure.of else []
    noun = find_family(count.figure.unit.split()[-1]) if count.figure.unit else ""
    if count.figure.measure and count.figure.measure.startswith("votes"):
        return count.figure.measure
    return noun if noun and noun != "person" and of and find_family(of[0].lower()) == noun else ""


def _weigh(seen: Sequence[_Seen]) -> dict[str, float]:
    """Return how rare each word is among the reports."""
    by_report: dict[str, set[str]] = defaultdict(set)
    for one in seen:
        by_report[one.count.report.text_of] |= one.near | one.about
    users = Counter(word for words in by_report.values() for word in words)
    return {word: math.log(1 + max(_FEW, len(by_report)) / many) for word, many in users.items()}


def _are_one(left: _Seen, right: _Seen, weights: Mapping[str, float]) -> bool:
    one, other = left.count, right.count
    if _stand_apart(one, other):
        return False
    if is_toll(one):
        return _is_one_event(left, right, weights)
    voices = bool(one.claimant) + bool(other.claimant)
    least = _ENOUGH_OF_VOICES[voices] if not left.what.startswith("votes") else _ENOUGH_OF_VOICES[1]
    return sum(_list_evidence(left, right, weights)) >= least


def _stand_apart(left: Count, right: Count) -> bool:
    """True where a year, a place, a rate, a group, a bound or one voice explains that two numbers differ."""
    same = left.report.document.id == right.report.document.id
    if left.report.text_of == right.report.text_of and not (same and (left.claimant or right.claimant)):
        return True  # no text contradicts itself in its own voice
    if right.value > _MANIFOLD * left.value or (left.context.wished and right.context.wished):
        return True
    if left.context.rate != right.context.rate or not are_of_one_time(left.context, right.context):
        return True
    if left.claimant and right.claimant and share_a_voice(left, right):
        return True
    if not (is_of_one_place(left, right) and is_of_one_sort(left, right)):
        return True
    families = {left.context.family, right.context.family} - {None}
    why = find_what_fits(left, right)
    fits = why is not None and not why.startswith(("the smaller one is the earlier", NOBODYS))
    return fits or (len(families) > 1 and not is_toll(left))


def _is_one_event(left: _Seen, right: _Seen, weights: Mapping[str, float]) -> bool:
    """True for two tolls of one event of which the lower one is not the earlier: a count rises, it does not fall."""
    low, high = left.count, right.count
    days = find_day(low.report.published), find_day(high.report.published)
    if not (days[0] and days[1]) or high.value > _TOLLS_APART * low.value:
        return False
    later = (days[0] - days[1]).days
    voiced = bool(low.claimant and high.claimant)
    rises = low.measure in _RISING and 0 < later <= _SAME_EVENT
    if not (rises or (later == 0 and voiced)):
        return False
    return _share(left.about | left.near, right.about | right.near, weights) >= _ALIKE


def _share(left: frozenset[str], right: frozenset[str], weights: Mapping[str, float]) -> float:
    """Return how much of what the poorer of two sets of words weighs is in both."""
    least = min(sum(weights[word] for word in words) for words in (left, right))
    return sum(weights[word] for word in left & right) / least if least else 0.0


def _list_evidence(left: _Seen, right: _Seen, weights: Mapping[str, float]) -> Iterator[float]:
    """Yield the weight of each thing that speaks for one quantity: noun, measure, kind, words, names, whose, where."""
    one, other = left.count, right.count
    shared = (one.context.stems & other.context.stems) - content_stems(f"{one.figure.unit} people number total")
    yield 2.0
    yield 1.5 if one.figure.measure == other.figure.measure and one.figure.measure else 0.0
    yield 1.0 if one.context.family and one.context.family == other.context.family else 0.0
    yield min(3.0, sum(min(1.0, weights[word] / 2) for word in shared))
    yield min(1.5, 0.5 * len(one.context.names & other.context.names))
    yield 1.0 if one.claimant and other.claimant else 0.0
    near = left.near & right.near
    alike = len(near) >= _LEAST_WORDS and len(near) >= _ONE_SENTENCE * len(left.near | right.near)
    yield 3.0 if alike else 0.0
    yield 0.0 if _is_one_story(left, right, weights) else -1.5


def _is_one_story(left: _Seen, right: _Seen, weights: Mapping[str, float]) -> bool:
    one, other = left.count.report, right.count.report
    if one.document.id == other.document.id:
        return True
    days = find_day(one.published), find_day(other.published)
    near = bool(days[0] and days[1] and abs((days[0] - days[1]).days) <= _SAME_STORY)
    told = (
        _share(left.about, right.about, weights) >= _ALIKE,
        _share(left.near, right.about | right.near, weights) >= _HALF,
        _share(right.near, left.about | left.near, weights) >= _HALF,
    )
    return near or any(told)
