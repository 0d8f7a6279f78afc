"""Carries the year through a narrative: which year a month without one falls in, given the years around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from onrecord.records import Timex
from onrecord.times.calendar import SEASONS, move_years, read_point

_KEPT = 40
_JOINED = len(" and ")
_COUNTED = ("last", "next", "same")
_UNTOLD = 1.0
# A date that says nothing of a verb's time may be a label ("the May 2031 floods").
_LABEL = 0.3
_ASIDE = 200
_NEAR = range(-9, 12)
# A narrative calls a winter after the year in which it ends, since most of it lies there.
_BARE_SEASONS = {**SEASONS, "WI": 1}


@dataclass(frozen=True, slots=True)
class Step:
    """A date of the narrative: its year where given, its month where given."""

    timex: str
    year: int | None
    month: int | None
    whole: bool = False
    leads: bool = False
    start: int = 0


@dataclass(frozen=True, slots=True)
class Path:
    """One way to read the narrative up to a step: where it has got to, at what cost, and the year the step took."""

    cost: float
    year: int | None
    month: int | None
    before: Path | None
    timex: str | None
    read: int | None


def carry_years(timexes: Sequence[Timex]) -> dict[str, int]:
    """Return the year of each month or day that has none, read so that the narrative jumps as little as may be.

    Dynamic programming over the dates in their order. Going forward costs little, going back more, and a year that
    stands out (a look back, the title of a book) may be passed over at a price.
    """
    steps = [step for step in map(_read_step, timexes) if step]
    coming = _find_coming(steps)
    paths = [Path(0.0, None, None, None, None, None)]
    for step, following in zip(steps, coming, strict=True):
        paths = _extend(paths, step, following)
    if not any(coming) and not _has_year(steps):
        return {}
    return _follow_asides(steps, _trace(min(paths, key=lambda path: path.cost)))


def _follow_asides(steps: Sequence[Step], years: dict[str, int]) -> dict[str, int]:
    """Let a bare month close behind an excursion that was passed over go on from there, not from the narrative.

    An excursion names its year twice or more; a lone look back ("its leader, born in June 1890") is left at once.
    """
    aside: Step | None = None
    told = 0
    for step in steps:
        if step.year:
            same = aside is not None and aside.year == step.year
            told = (told + 1 if same else 1) if step.timex not in years else 0
            aside = step if told else None
        elif aside and told > 1 and step.start - aside.start < _ASIDE and step.timex in years and aside.year:
            aside = replace(step, year=move_years(aside.year, (step.month or 0) < (aside.month or 0)))
            years[step.timex] = aside.year or 0
        else:
            aside, told = None, 0
    return years


def lend_years(timexes: Sequence[Timex]) -> dict[str, tuple[int, str]]:
    """Return the year, and the timex that lends it, of each bare month, day or season that is joined to a dated one.

    "April and June 1955" are of one year; "December and January 1956" begins in 1955.
    """
    lent: dict[str, tuple[int, str]] = {}
    for timex, following in pairwise(timexes):
        bare, dated = _read_step(timex), _read_step(following)
        if not (bare and dated and bare.month and dated.month and dated.year) or bare.year:
            continue
        if 0 < following.span.start - timex.span.end <= _JOINED and following.expression.anchor is None:
            lent[timex.id] = (dated.year - (bare.month > dated.month), following.id)
    return lent


def _has_year(steps: Sequence[Step]) -> bool:
    return any(step.year for step in steps)


def _read_step(timex: Timex) -> Step | None:
    expression = timex.expression
    value = expression.value or ""
    rest = value.removeprefix("BC")[4:]
    if expression.offset is not None or rest[:1] not in ("", "-") or expression.direction in _COUNTED:
        return None
    tail = rest[1:3]
    point = read_point(value)
    month = int(tail) if tail.isdigit() else (SEASONS if point else _BARE_SEASONS).get(tail)
    if point and point.year and "W" not in value:
        return Step(
            timex.id, point.year, month, point.day is not None, expression.direction == "before", timex.span.start
        )
    leads = expression.direction in ("before", "perhaps before")
    return (
        Step(timex.id, None, month, leads=leads, start=timex.span.start)
        if value.startswith("XXXX-") and month
        else None
    )


def _find_coming(steps: Sequence[Step]) -> list[tuple[int, ...]]:
    """Return, for each step, the next two years that the text gives after it."""
    coming: list[tuple[int, ...]] = []
    ahead: tuple[int, ...] = ()
    for step in reversed(steps):
        coming.append(ahead)
        if step.year:
            ahead = (step.year, *ahead)[:2]
    return coming[::-1]


def _extend(paths: Sequence[Path], step: Step, following: tuple[int, ...]) -> list[Path]:
    best: dict[tuple[int | None, int | None], Path] = {}
    for path in paths:
        for extended in _continue(path, step, following):
            place = (extended.year, extended.month)
            if place not in best or extended.cost < best[place].cost:
                best[place] = extended
    return sorted(best.values(), key=lambda path: path.cost)[:_KEPT]


def _continue(path: Path, step: Step, following: tuple[int, ...]) -> list[Path]:
    if step.year:
        month = step.month or (path.month if path.year == step.year else None)
        taken = Path(path.cost + _cost(path, step.year, step.month), step.year, month, path, step.timex, step.year)
        passed = Path(path.cost + _passing_cost(step), path.year, path.month, path, None, None)
        return [taken, passed]
    years = {year - back for year in following for back in (0, 1)}
    if path.year is not None:
        years |= {path.year - 1, path.year, path.year + 1}
    return [found for year in years if year for found in _read_bare(path, step, year)]


def _read_bare(path: Path, step: Step, year: int) -> list[Path]:
    """A bare month moves the narrative on, or is a glance aside ("by December it had grown") that leaves it in place.

    A leap over more than a year is announced by a year; a month that would leap unannounced costs more.
    """
    cost = path.cost + _cost(path, year, step.month) + (0 if _is_near(path, year, step.month) else _UNTOLD)
    moved = Path(cost, year, step.month, path, step.timex, year)
    ahead = _months_between(path, year, step.month) > 0
    if path.year is None or (step.leads and ahead):
        return [moved]
    return [moved, Path(cost, path.year, path.month, path, step.timex, year)]


def _is_near(path: Path, year: int, month: int | None) -> bool:
    return path.year is None or _months_between(path, year, month) in _NEAR


def _passing_cost(step: Step) -> float:
    """A year alone may be a look back or a title; the more of a date is given, the less it is one."""
    return (3.0 if step.whole else 2.0 if step.month else 1.1) - (0 if step.leads else _LABEL)


def _cost(path: Path, year: int, month: int | None) -> float:
    if path.year is None:
        return 0.0
    moved = _months_between(path, year, month)
    if moved >= 0:
        return min(moved * 0.06, 3.0)
    return min(0.25 - moved * 0.12, 3.5)


def _months_between(path: Path, year: int, month: int | None) -> int:
    return (year - (path.year or year)) * 12 + (month - path.month if month and path.month else 0)


def _trace(path: Path | None) -> dict[str, int]:
    years: dict[str, int] = {}
    while path is not None:
        if path.timex and path.read is not None:
            years[path.timex] = path.read
        path = path.before
    return years
