"""Carries the year through a narrative: which year a month without one falls in, given the years around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.records import Timex
from onrecord.times.calendar import SEASONS, read_point

_KEPT = 40
_JOINED = len(" and ")


@dataclass(frozen=True, slots=True)
class Step:
    """A date of the narrative: its year where given, its month where given."""

    timex: str
    year: int | None
    month: int | None
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Path:
    """One way to read the narrative up to a step: where it has got to, at what cost, and the years it took."""

    cost: float
    year: int | None
    month: int | None
    before: Path | None
    timex: str | None


def carry_years(timexes: Sequence[Timex]) -> dict[str, int]:
    """Return the year of each month or day that has none, read so that the narrative jumps as little as may be.

    Dynamic programming over the dates in their order. Going forward costs little, going back more, and a year that
    stands out (a look back, the title of a book) may be passed over at a price.
    """
    steps = [step for step in map(_read_step, timexes) if step]
    coming = _find_coming(steps)
    paths = [Path(0.0, None, None, None, None)]
    for step, following in zip(steps, coming, strict=True):
        paths = _extend(paths, step, following)
    return _trace(min(paths, key=lambda path: path.cost)) if any(coming) or _has_year(steps) else {}


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
    if expression.offset is not None or value[4:5] not in ("", "-") or expression.direction in ("last", "next"):
        return None
    tail = value[5:7]
    month = int(tail) if tail.isdigit() else SEASONS.get(tail)
    point = read_point(value)
    if point and point.year and "W" not in value:
        return Step(timex.id, point.year, month, point.day is not None)
    return Step(timex.id, None, month) if value.startswith("XXXX-") and month else None


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
        taken = Path(path.cost + _cost(path, step.year, step.month), step.year, month, path, step.timex)
        passed = Path(path.cost + _passing_cost(step), path.year, path.month, path, None)
        return [taken, passed]
    years = {year - back for year in following for back in (0, 1)}
    if path.year is not None:
        years |= {path.year - 1, path.year, path.year + 1}
    return [
        Path(path.cost + _cost(path, year, step.month), year, step.month, path, step.timex) for year in years if year
    ]


def _passing_cost(step: Step) -> float:
    """A year alone may be a look back or a title; the more of a date is given, the less it is one."""
    return 3.0 if step.whole else 2.0 if step.month else 1.1


def _cost(path: Path, year: int, month: int | None) -> float:
    if path.year is None:
        return 0.0
    moved = (year - path.year) * 12
    if month and path.month:
        moved += month - path.month
    if moved >= 0:
        return min(moved * 0.06, 3.0)
    return min(0.25 - moved * 0.12, 3.5)


def _trace(path: Path | None) -> dict[str, int]:
    years: dict[str, int] = {}
    while path is not None:
        if path.timex and path.year is not None:
            years[path.timex] = path.year
        path = path.before
    return years
