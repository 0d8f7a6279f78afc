"""A time axis: where a day lies on it, in hundredths of its width, and which days are named below it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.dossier.days import is_exact, number_day
from onrecord.records import Interval

_MARGIN = 3.0
_MOST_TICKS = 4
_NARROWEST = 1.2
_WIDE = 3000  # days: what is known to a decade only
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 24000)
_DAY_STEPS = (1, 2, 3, 5, 7, 10, 14)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A day that is named below the axis. `anchor` is SVG's text-anchor, so that no label is cut at an edge."""

    x: float
    label: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """A stretch of days and the days named on it."""

    low: float
    high: float
    ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A piece of a bar: its left edge and width in hundredths, and how sure it is ("dot", "within", "fade1" ...)."""

    x: float
    width: float
    look: str


def make_axis(intervals: Iterable[Interval | None]) -> Axis | None:
    """Make the axis that the bounded ones of some intervals fit on; `None` when not one day is known.

    A lone bound may lie decades off, and a decade or a century takes the room of everything else; they widen the axis
    only where nothing else is known.
    """
    pairs = [(number_day(i.earliest), number_day(i.latest)) for i in intervals if i]
    bounded = [(first, last) for first, last in pairs if first is not None and last is not None]
    narrow = [(first, last) for first, last in bounded if last - first < _WIDE]
    days = [day for pair in narrow or bounded or pairs for day in pair if day is not None]
    if not days:
        return None
    low, high = min(days), max(days)
    if high - low < 4:
        low, high = low - 2, high + 2
    low, high = max(1.0, low), min(float(date.max.toordinal()), high)
    bare = Axis(low=low, high=high, ticks=())
    return Axis(low=low, high=high, ticks=tuple(_tick(bare, day, label) for day, label in _name_days(low, high)))


def place_day(axis: Axis, day: str | None) -> float | None:
    """Return where a day lies on the axis, in hundredths of its width."""
    number = number_day(day)
    return None if number is None else _place(axis, number)


def draw_bar(axis: Axis, interval: Interval | None) -> tuple[Part, ...]:
    """Draw an interval: a dot for a day, a bar for a stretch, and steps that fade towards an end nobody knows.

    What lies off the axis is not drawn; what reaches beyond it fades towards its edge.
    """
    first = place_day(axis, interval.earliest) if interval else None
    last = place_day(axis, interval.latest) if interval else None
    if first is None and last is None:
        return ()
    if first is None:
        return _fade(_clip(last or 0.0), 0.0)
    if last is None:
        return _fade(_clip(first), 100.0)
    if first > 100 or last < 0:
        return ()
    if last > 100 or first < 0:
        return _fade(first, 100.0) if last > 100 and first >= 0 else _fade(_clip(last), 0.0)
    if is_exact(interval):
        return (Part(x=round((first + last) / 2, 2), width=0, look="dot"),)
    # A dot is one day and nothing else: a stretch too short to see is drawn as wide as can be seen.
    width = max(last - first, _NARROWEST)
    return (Part(x=round((first + last - width) / 2, 2), width=round(width, 2), look="within"),)


def _clip(x: float) -> float:
    return max(0.0, min(100.0, x))


def _fade(known: float, edge: float) -> tuple[Part, ...]:
    step = (edge - known) / 3
    starts = [min(known + step * i, known + step * (i + 1)) for i in range(3)]
    return tuple(
        Part(x=round(start, 2), width=round(abs(step), 2), look=f"fade{i}") for i, start in enumerate(starts, 1)
    )


def _place(axis: Axis, number: float) -> float:
    return _MARGIN + (100 - 2 * _MARGIN) * (number - axis.low) / (axis.high - axis.low)


def _tick(axis: Axis, day: date, label: str) -> Tick:
    x = round(_place(axis, day.toordinal()), 2)
    return Tick(x=x, label=label, anchor="start" if x < 9 else "end" if x > 91 else "middle")


def _name_days(low: float, high: float) -> list[tuple[date, str]]:
    if high - low < 75:
        return _named_days(low, high)
    months = (high - low) / 30.44
    for step in (step for step in _MONTH_STEPS if months / step <= _MOST_TICKS + 1):
        days = _months(int(low), step, int(high))
        if len(days) <= _MOST_TICKS:
            break
    if step >= 12:
        return [(day, str(day.year)) for day in days]
    years = [None, *(day.year for day in days)]
    return [(day, _label(_MONTHS[day.month - 1], day, before)) for day, before in zip(days, years, strict=False)]


def _named_days(low: float, high: float) -> list[tuple[date, str]]:
    span = int(high) - int(low)
    step = next((step for step in _DAY_STEPS if span // step < _MOST_TICKS), 21)
    days = [date.fromordinal(int(low)) + timedelta(days=i) for i in range(0, span + 1, step)]
    years = [None, *(day.year for day in days)]
    return [
        (day, _label(f"{day.day} {_MONTHS[day.month - 1]}", day, before))
        for day, before in zip(days, years, strict=False)
    ]


def _label(words: str, day: date, year_before: int | None) -> str:
    return words if day.year == year_before else f"{words} {day.year}"


def _months(low: int, step: int, high: int) -> list[date]:
    first = date.fromordinal(low)
    month = -(-(first.year * 12 + first.month - 1) // step) * step
    found: list[date] = []
    while month // 12 <= 9999:
        day = date(max(1, month // 12), month % 12 + 1, 1)
        if day.toordinal() > high:
            break
        if day.toordinal() >= low:
            found.append(day)
        month += step
    return found
