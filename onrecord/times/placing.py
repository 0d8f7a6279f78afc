"""Puts an expression on the calendar: what is meant when it is counted from a given day, month or year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from onrecord.records import Expression, Interval
from onrecord.times.calendar import (
    Point,
    interval_of,
    make_day,
    move_days,
    move_months,
    move_years,
    winter_of,
    write_point,
    write_week,
    write_year,
)

_WEEKDAY = re.compile(r"XXXX-WXX-(\d)(T.*)?")
_BACKWARD = frozenset({"before", "perhaps before", "last"})
_FORWARD = frozenset({"after", "perhaps after", "next"})
_LEAN, _STRICT = 180, 5000
_LAST_YEAR = 9999
_WITHIN = 15


def place(expression: Expression, base: Point) -> str | None:
    """Return the TIMEX3 value of an expression counted from `base`; X stays where `base` is too coarse."""
    if expression.offset is not None:
        return _shift(expression, base)
    return _choose(expression, base)


def _shift(expression: Expression, base: Point) -> str | None:
    offset, value = expression.offset or 0, expression.value or "XXXX"
    match expression.unit:
        case "year":
            return _fill_year(value, move_years(base.year, offset))
        case "decade":
            return _fill_year("XXXX", move_years(base.year, 10 * offset))[:-1]
        case "century":
            return _fill_year("XXXX", move_years(base.year, 100 * offset))[:-2]
        case "quarter":
            return _shift_quarter(base, offset) or value
        case "month":
            return _shift_month(base, offset)
        case "week" | "fortnight" | "weekend" | "day":
            return _shift_day(expression, base, offset)
    return value


def _fill_year(value: str, year: int) -> str:
    return write_year(year) + value[4:] if value.startswith("XXXX") and abs(year) <= _LAST_YEAR else value


def _shift_quarter(base: Point, offset: int) -> str | None:
    if base.month is None:
        return None
    year, month = move_months(base.year, base.month, 3 * offset)
    return f"{write_year(year)}-Q{(month + 2) // 3}" if 0 < year <= _LAST_YEAR else None


def _shift_month(base: Point, offset: int) -> str:
    if base.month is None:
        return f"{write_year(base.year)}-XX" if offset == 0 else "XXXX-XX"
    if base.year < 0:
        return write_point(Point(base.year, base.month + offset)) if 1 <= base.month + offset <= 12 else "XXXX-XX"
    year, month = move_months(base.year, base.month, offset)
    return f"{write_year(year)}-{month:02d}" if 0 < year <= _LAST_YEAR else "XXXX-XX"


def _shift_day(expression: Expression, base: Point, offset: int) -> str:
    value = expression.value or "XXXX-XX-XX"
    size = {"week": 7, "weekend": 7, "fortnight": 14}.get(expression.unit or "", 1)
    start = base.date
    day = move_days(start, offset * size) if start else None
    if day is None:
        return _partly(value, base, offset)
    if not value.startswith("XXXX-WXX"):
        return day.isoformat() + value[10:]
    weekday = _WEEKDAY.fullmatch(value)
    if weekday:
        named = move_days(day, int(weekday[1]) - day.isoweekday())
        return named.isoformat() + (weekday[2] or "") if named else value
    return write_week(day) + value[8:]


def _partly(value: str, base: Point, offset: int) -> str:
    """The same day of a month whose day is unknown is at least a day of that month."""
    if offset == 0 and base.month and value.startswith("XXXX-XX-XX"):
        return f"{write_point(Point(base.year, base.month))}-XX{value[10:]}"
    return value


def _choose(expression: Expression, base: Point) -> str | None:
    value = expression.value
    if value is None or not value.startswith("XXXX"):
        return value
    weekday = _WEEKDAY.fullmatch(value)
    if weekday:
        return _choose_weekday(expression, base, int(weekday[1]), weekday[2] or "")
    if value == "XXXX-WXX-WE":
        return _choose_weekend(expression, base)
    if value.startswith("XXXX-XX-XX"):
        day = move_days(base.date, -_is_night_before(expression)) if base.date else None
        return day.isoformat() + value[10:] if day else value
    if value.startswith("XXXX-XX-"):
        return _choose_month(expression, base)
    if value == "XXXX" or base.year < 0:
        return _fill_year(value, base.year)
    return _choose_year(expression, base)


def _is_night_before(expression: Expression) -> bool:
    """What happened overnight happened in the night that ends on the day of the report."""
    return expression.direction in _BACKWARD and (expression.value or "").endswith("TNI")


def _choose_month(expression: Expression, base: Point) -> str | None:
    """Give a day of the month that stands alone the month in which it lies nearest, on the side of the tense."""
    value = expression.value or ""
    if base.month is None or base.year < 0:
        return value
    if base.day is None:
        day = make_day(base.year, base.month, int(value[8:10]))
        return day.isoformat() if day else value
    months = (move_months(base.year, base.month, moved) for moved in (-1, 0, 1))
    days = [
        day for year, month in months if 0 < year <= _LAST_YEAR and (day := make_day(year, month, int(value[8:10])))
    ]
    from_day = base.date or date.min
    fits = [
        (_cost(expression, Interval(earliest=day.isoformat(), latest=day.isoformat()), from_day), day) for day in days
    ]
    return min(fits)[1].isoformat() if fits else value


def _choose_weekday(expression: Expression, base: Point, weekday: int, part: str) -> str | None:
    day = base.date
    if day is None:
        return expression.value
    back = (day.isoweekday() - weekday) % 7
    ahead = (weekday - day.isoweekday()) % 7
    moves = {"last": -(back or 7), "after": ahead, "perhaps after": ahead, "next": ahead or 7}
    found = move_days(day, moves.get(expression.direction or "", -back))
    return found.isoformat() + part if found else expression.value


def _choose_weekend(expression: Expression, base: Point) -> str | None:
    day = base.date
    if day is None:
        return expression.value
    to_saturday = (
        6 - day.isoweekday() if expression.direction in ("after", "perhaps after") else -((day.isoweekday() + 1) % 7)
    )
    saturday = move_days(day, max(to_saturday, -6))
    return f"{write_week(saturday)}-WE" if saturday else expression.value


def _choose_year(expression: Expression, base: Point) -> str | None:
    """Take the year in which the month, day or season lies nearest, on the side that the tense asks for.

    A weekday beside the day must be that year's; where it is that of no year near, the year stays open.
    """
    value = expression.value or ""
    day = base.date or make_day(base.year, base.month or 7, _WITHIN)
    if day is None:
        return value
    fits = [
        (_cost(expression, covered, day), year)
        for year, covered in _candidates(value, base.year)
        if _carries_weekday(expression, covered)
    ]
    return _fill_year(value, min(fits)[1]) if fits else value


def _candidates(value: str, year: int) -> Iterator[tuple[int, Interval]]:
    reach = 8 if value.startswith("XXXX-02-29") else 1
    for candidate in range(max(1, year - reach), year + reach + 1):
        covered = winter_of(candidate) if value == "XXXX-WI" else interval_of(_fill_year(value, candidate))
        if covered.earliest:
            yield candidate, covered


def _carries_weekday(expression: Expression, covered: Interval) -> bool:
    weekday = expression.weekday
    return weekday is None or date.fromisoformat(covered.earliest or "").isoweekday() == weekday


def _cost(expression: Expression, covered: Interval, day: date) -> float:
    first, last = date.fromisoformat(covered.earliest or ""), date.fromisoformat(covered.latest or "")
    direction = expression.direction or "nearest"
    if first <= day <= last:
        return _STRICT if direction in ("last", "next") else 0
    gap = (first - day).days if day < first else (day - last).days
    wrong = direction in (_BACKWARD if day < first else _FORWARD)
    return gap + (0 if not wrong else _STRICT if direction in ("before", "last", "next") else _LEAN)
