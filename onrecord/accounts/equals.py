"""A number that is not told by chance: independent texts give it, to the digit, for the same thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from onrecord.accounts.counts import Count, Counted, count_shared_names, find_day, make_count_member, share_a_voice
from onrecord.accounts.telling import list_names, tell_value
from onrecord.identity import thing_id
from onrecord.linking.groups import Groups
from onrecord.linking.wording import content_stems
from onrecord.records import Agreement, Side

_LEAST = 1000
_LEAST_DIGITS = 2
_LEAST_NAMES = 2
_COMMON = 60
_MOST = 6
_LONG = 400  # days over which a quantity that was told to the digit is told again
_LONGER = 1500  # the same where the words around it are shared, and what it counts
_LEAST_SHARED = 2  # words around the numbers, where people, money and shares are told in so many round numbers
_NOT_THINGS = frozenset({"person", "percent", "year", "day", "share", "be"})
_EMPTY = content_stems("people number million billion thousand total year month week last next figure")


def find_equal_figures(reports: Sequence[Counted], told: frozenset[str]) -> Iterator[Agreement]:
    """Yield the numbers that independent texts share; `told` are marks that stand in an agreement already."""
    known = find_told_values(reports, told)
    counts = [c for _, found in reports for c in found if _is_distinct(c) and (c.unit, c.value) not in known]
    by_value: dict[tuple[str, str, float], list[Count]] = defaultdict(list)
    for count in counts:
        by_value[count.unit, count.context.rate or "", count.value].append(count)
    for _, same in sorted(by_value.items()):
        if len({count.report.text_of for count in same}) > 1:
            yield from _join(same[:_COMMON])


def find_told_values(reports: Sequence[Counted], told: frozenset[str]) -> frozenset[tuple[str, float]]:
    """Return the numbers, each with its unit, that marks carry which are laid out already."""
    return frozenset((count.unit, count.value) for _, counts in reports for count in counts if count.figure.id in told)


def _is_distinct(count: Count) -> bool:
    """True for a number with digits enough that two texts do not give it by chance, and that is no wish."""
    digits = tell_value(count.value).replace(",", "").replace(".", "").strip("0")
    given = count.figure.status not in ("denied", "permitted", "possible") and not (
        count.context.wished or count.context.norm
    )
    return given and count.value >= _LEAST and len(digits) >= _LEAST_DIGITS


def _join(same: Sequence[Count]) -> Iterator[Agreement]:
    groups = Groups(range(len(same)))
    for right, one in enumerate(same):
        for left, other in enumerate(same[:right]):
            if _is_one_quantity(one, other):
                groups.join(left, right)
    for members in groups.all():
        told = [same[member] for member in members]
        texts = {count.report.text_of for count in told}
        if len(texts) > 1 and _count_voices(told) > 1:
            yield lay_out_equals(told, "accounts equals")


def _is_one_quantity(left: Count, right: Count) -> bool:
    """True for equal numbers of two texts of one story: in shared words, or in a unit that few things are told in."""
    if left.report.text_of == right.report.text_of or (left.claimant and right.claimant and share_a_voice(left, right)):
        return False
    days = find_day(left.report.published), find_day(right.report.published)
    shared = (left.context.stems & right.context.stems) - _EMPTY
    reach = _LONGER if shared and left.group & right.group else _LONG
    if days[0] and days[1] and abs((days[0] - days[1]).days) > reach:
        return False
    often = left.unit in _NOT_THINGS or left.unit.isupper()
    return count_shared_names(left, right) >= _LEAST_NAMES and len(shared) >= (_LEAST_SHARED if often else 0)


def _count_voices(told: Sequence[Count]) -> int:
    """Return how many give a number: each text that gives it as its own, and each body once, whoever speaks for it."""
    return len(_find_bodies(told)) + len({count.report.text_of for count in told if not count.claimant})


def _find_bodies(told: Sequence[Count]) -> list[Count]:
    """Return one number of each body that is said to give it."""
    bodies: list[Count] = []
    for count in told:
        if count.claimant and not any(share_a_voice(count, body) for body in bodies):
            bodies.append(count)
    return bodies


def lay_out_equals(told: Sequence[Count], by: str) -> Agreement:
    """Return an equal number of several texts as an agreement, with what is known of where they have it from."""
    value = tell_value(told[0].value)
    texts, voices = len({count.report.text_of for count in told}), _count_voices(told)
    return Agreement(
        id=thing_id("agreement", told[0].figure.id),
        sides=(Side(label=value, members=tuple(make_count_member(count) for count in told[:_MOST])),),
        reports=len({count.report.document.id for count in told}),
        independent_texts=min(texts, voices),
        why=f"{texts} texts give {value} {told[0].figure.unit}, {_tell_source(told, voices)}.",
        by=by,
    )


def _tell_source(told: Sequence[Count], voices: int) -> str:
    """Say whose number it is; a text that does not say so may have it from those who do."""
    claimants = sorted({count.claimant for count in told if count.claimant})
    unsaid = len({c.report.text_of for c in told} - {c.report.text_of for c in told if c.claimant})
    if not claimants:
        return "in their own voice"
    if voices == 1:
        return f"claimed by {list_names(claimants)}: one voice"
    return f"claimed by {list_names(claimants)}" + (f"; texts that name nobody: {unsaid}" if unsaid else "")
