"""A number, small as it may be, that several texts give of the same thing, and how many voices stand behind it."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.accounts.counts import Count, Counted, count_shared_names, find_day, is_part, is_toll
from onrecord.accounts.equals import find_told_values, lay_out_equals
from onrecord.accounts.telling import tell_value
from onrecord.linking.groups import Groups
from onrecord.linking.wording import content_stems
from onrecord.records import Agreement

_COMMON = 40  # a word beside equal numbers of more texts than this brings none of them together
_LEAST_NAMES = 2
_MANY_NAMES = 4
_LONG = 400
_SOON = 60
_LARGE = 1000
_LEAST_TEXTS = 20  # in a story of two or three reports every word is rare
_FEW = 12  # up to a dozen is told of so many things that more must be shared
_LEAST, _LEAST_OF_FEW = 4.0, 6.5
_SPANS = frozenset(
    {"weekday", "minute", "hour", "day", "night", "week", "month", "year", "decade", "percent", "time", "mile"}
)
_SILENT = frozenset({"denied", "possible", "permitted"})
_EMPTY = content_stems("people person number total year month week day last next first figure")


@dataclass(frozen=True, slots=True)
class _Told:
    """A number with the words around it, and those among them that say what it counts."""

    count: Count
    words: frozenset[str]
    thing: frozenset[str]


def find_repeated_figures(reports: Sequence[Counted], told: frozenset[str]) -> Iterator[Agreement]:
    """Yield the numbers that texts share of one thing; `told` are marks that are laid out already.

    Where all texts have a number from one body, it is shown with one voice: it looks confirmed and is not.
    """
    blocks: dict[tuple[str, float, str], list[_Told]] = defaultdict(list)
    users: Counter[str] = Counter()
    known = find_told_values(reports, told)
    texts: set[str] = set()
    for report, counts in reports:
        texts.add(report.text_of)
        seen: set[str] = set()
        units = Counter((count.context.sentence, count.unit) for count in counts)
        for count in counts:
            one = _read(count)
            seen |= one.words
            is_listed = units[count.context.sentence, count.unit] > 1  # "28 for one, 22 for the other"
            if _is_given(count) and not is_listed and (count.unit, count.value) not in known:
                unit = "" if _is_telling(count) else count.unit
                blocks[unit, count.value, count.context.rate or ""].append(one)
        users.update(seen)
    weights = {word: math.log(1 + max(len(texts), _LEAST_TEXTS) / many) for word, many in users.items()}
    for _, same in sorted(blocks.items()):
        if len({one.count.report.text_of for one in same}) > 1:
            yield from _join(same, weights)


def _read(count: Count) -> _Told:
    context = count.context
    words = (context.stems | context.names) - _EMPTY
    toll = frozenset({count.measure}) if is_toll(count) else frozenset[str]()
    return _Told(count, words, (context.core | count.group | toll) - _EMPTY)


def _is_given(count: Count) -> bool:
    """True for more than one or two of something, as it is or was: no wish, no limit, no stretch of time."""
    figure, context = count.figure, count.context
    exact = figure.operator not in ("range", "more_than", "less_than", "up_to")
    plain = figure.status not in _SILENT and figure.relation is None and not (context.norm or context.wished)
    return exact and plain and figure.value is not None and figure.value > 2 and figure.unit not in _SPANS


def _join(same: Sequence[_Told], weights: Mapping[str, float]) -> Iterator[Agreement]:
    groups = Groups(range(len(same)))
    holders: dict[str, list[int]] = defaultdict(list)
    for right, one in enumerate(same):
        keys = one.count.report.names if _is_telling(one.count) else one.words | one.thing
        for left in sorted({left for key in keys for left in holders[key][-_COMMON:]}):
            if _is_told_again(same[left].count, one.count) or _is_one_thing(same[left], one, weights):
                groups.join(left, right)
        for key in keys:
            holders[key].append(right)
    for members in groups.all():
        found = [same[member].count for member in members]
        if len({count.report.text_of for count in found}) > 1:
            yield lay_out_equals(found, "accounts repeats")


def _is_one_thing(left: _Told, right: _Told, weights: Mapping[str, float]) -> bool:
    """True for equal numbers of two texts on one story that count the same and stand among the same rare words."""
    one, other = left.count, right.count
    if one.report.text_of == other.report.text_of or is_part(one) != is_part(other) or _stand_apart(one, other):
        return False
    things = left.thing & right.thing
    if not things and (one.unit == "person" or one.unit.isupper()):
        return False
    shared = (left.words & right.words) | things
    least = _LEAST_OF_FEW if one.value <= _FEW else _LEAST
    worth = sum(weights.get(word, 0.0) for word in shared) + sum(weights.get(word, 0.0) for word in things)
    if len(shared) < 2 or worth < least:
        return False
    return count_shared_names(one, other) >= _LEAST_NAMES


def _is_telling(count: Count) -> bool:
    """True for a number with so many digits that two texts of one story do not give it by chance: 9,500."""
    digits = tell_value(count.value).replace(",", "").replace(".", "").strip("0")
    return count.value >= _LARGE and len(digits) > 1 and not count.unit.isupper()


def _is_told_again(left: Count, right: Count) -> bool:
    """True for one telling number in two texts of one time that name the same people and places, whatever the words."""
    if left.report.text_of == right.report.text_of or not _is_telling(left) or _stand_apart(left, right):
        return False
    days = find_day(left.report.published), find_day(right.report.published)
    near = bool(days[0] and days[1] and abs((days[0] - days[1]).days) <= _SOON)
    return near and count_shared_names(left, right) >= _MANY_NAMES


def _stand_apart(left: Count, right: Count) -> bool:
    """True where years, countries or days set two numbers apart."""
    years = {left.context.year, right.context.year} - {None}
    lands = left.context.lands and right.context.lands and not left.context.lands & right.context.lands
    days = find_day(left.report.published), find_day(right.report.published)
    far = bool(days[0] and days[1] and abs((days[0] - days[1]).days) > _LONG)
    return len(years) > 1 or bool(lands) or far
