"""Days, weeks, months and years counted without falling off the calendar."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from onrecord.records import Interval
from onrecord.times.feasts import name_day
from onrecord.times.moving_feasts import span_feast

UNKNOWN = Interval(earliest=None, latest=None)
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}

_POINT = re.compile(r"(?P<era>BC)?(?P<y>\d{4})(?:-(?P<m>\d\d)(?:-(?P<d>\d\d))?|-(?P<part>SP|SU|FA|WI|Q[1-4]|H[12]))?")
_WEEK = re.compile(r"(?P<y>\d{4})-W(?P<w>\d\d)(?:-(?P<d>[1-7]|WE))?(?:T.*)?")
_ROUND = re.compile(r"(?P<y>\d{2,3})")


class Point(NamedTuple):
    """A year, a month or a day; the year before 1 is -1."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def date(self) -> date | None:
        """The day, where it is one and the calendar has it."""
        return make_day(self.year, self.month, self.day)


def make_day(year: int, month: int | None, day: int | None) -> date | None:
    """Return the day, or `None` when the calendar has no such day."""
    if month is None or day is None:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def move_days(day: date, days: int) -> date | None:
    """Return the day so many days later, or `None` beyond the years 1 to 9999."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def move_months(year: int, month: int, months: int) -> tuple[int, int]:
    """Return the year and month so many months later."""
    total = year * 12 + month - 1 + months
    return total // 12, total % 12 + 1


def move_years(year: int, years: int) -> int:
    """Return the year so many years later; there is no year 0, so the year after -1 is 1."""
    moved = year + (year < 0) + years
    return moved if moved > 0 else moved - 1


def write_year(year: int) -> str:
    """Write a year as TIMEX3 does: "2031", or "BC0480" for -480."""
    return f"BC{-year:04d}" if year < 0 else f"{year:04d}"


def write_point(point: Point) -> str:
    """Write a year, month or day as a TIMEX3 value."""
    month = f"-{point.month:02d}" if point.month else ""
    return write_year(point.year) + month + (f"-{point.day:02d}" if point.month and point.day else "")


def write_week(day: date) -> str:
    """Write the ISO week of a day."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def read_point(value: str | None) -> Point | None:
    """Return the year, month or day that a value begins with; a week gives its Monday, a season only its year."""
    week = _WEEK.fullmatch(value or "")
    if week:
        monday = _monday(int(week["y"]), int(week["w"]))
        return Point(monday.year, monday.month, monday.day) if monday else None
    found = _POINT.match(value or "")
    if not found or not int(found["y"]):
        return None
    year = -int(found["y"]) if found["era"] else int(found["y"])
    month = int(found["m"]) if found["m"] else None
    if month is not None and not 1 <= month <= 12:
        return None
    return Point(year, month, int(found["d"]) if found["d"] else None)


def interval_of(value: str | None) -> Interval:
    """Return the first and the last day that a TIMEX3 value covers.

    Durations, sets, values with an X and years before the era (whose days no ISO text orders) have no interval.
    """
    feast = span_feast(value or "")
    if feast:
        return span_days(*feast)
    value = name_day(value)
    if not value or "X" in value or value.startswith("BC"):
        return UNKNOWN
    week = _WEEK.fullmatch(value)
    if week:
        return _week_interval(week)
    found = _POINT.match(value)
    if found and value[found.end() : found.end() + 1] in ("", "T"):
        return _point_interval(found)
    whole = _ROUND.fullmatch(value)
    if not whole:
        return UNKNOWN
    size = 10 if len(value) == 3 else 100
    return span_days(make_day(int(value) * size or 1, 1, 1), make_day(int(value) * size + size - 1, 12, 31))


def span_days(first: date | None, last: date | None) -> Interval:
    """Return the interval between two days, or the unknown one when the calendar lacks either."""
    if first is None or last is None or last < first:
        return UNKNOWN
    return Interval(earliest=first.isoformat(), latest=last.isoformat())


def months_interval(year: int, month: int, months: int) -> Interval:
    """Return the days of so many months from one on."""
    after, next_month = move_months(year, month, months)
    beyond = make_day(after, next_month, 1)
    return span_days(make_day(year, month, 1), move_days(beyond, -1) if beyond else make_day(year, 12, 31))


def winter_of(year: int) -> Interval:
    """Return the days of the winter that begins in a year."""
    return months_interval(year, 12, 3)


def _point_interval(found: re.Match[str]) -> Interval:
    year = int(found["y"])
    if found["part"]:
        part = found["part"]
        if part == "WI":
            # One winter of two: some call it after the year in which it begins, some after the one in which it ends.
            return span_days(make_day(year - 1, 12, 1), move_days(make_day(year + 1, 3, 1) or date.max, -1))
        if part in SEASONS:
            return months_interval(year, SEASONS[part], 3)
        months = 3 if part[0] == "Q" else 6
        return months_interval(year, (int(part[1]) - 1) * months + 1, months)
    if found["d"]:
        day = make_day(year, int(found["m"]), int(found["d"]))
        return span_days(day, day)
    if found["m"]:
        return months_interval(year, int(found["m"]), 1) if 1 <= int(found["m"]) <= 12 else UNKNOWN
    return span_days(make_day(year, 1, 1), make_day(year, 12, 31))


def _week_interval(week: re.Match[str]) -> Interval:
    monday = _monday(int(week["y"]), int(week["w"]))
    if monday is None:
        return UNKNOWN
    if week["d"] == "WE":
        return span_days(move_days(monday, 5), move_days(monday, 6))
    if week["d"]:
        day = move_days(monday, int(week["d"]) - 1)
        return span_days(day, day)
    return span_days(monday, move_days(monday, 6))


def _monday(year: int, week: int) -> date | None:
    try:
        return date.fromisocalendar(year, week, 1)
    except ValueError:
        return None
