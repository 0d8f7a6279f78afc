"""Writes a reading as EDTF (ISO 8601-2), for whoever keeps dates in that form."""

from __future__ import annotations

import re

from onrecord.records import Interval, Reading, Timex

_PARTS = {part: str(21 + at) for at, part in enumerate(("SP", "SU", "FA", "WI"))}
_PARTS |= {f"Q{number}": str(32 + number) for number in range(1, 5)} | {"H1": "40", "H2": "41"}
_PART = re.compile(r"(\d{4}|XXXX)-(SP|SU|FA|WI|Q[1-4]|H[12])")
_DAY = re.compile(r"([\dX]{4}(?:-[\dX]{2}(?:-[\dX]{2})?)?)(?:T(\d\d:\d\d)?.*)?")
_ROUND = re.compile(r"\d{2,3}")
_BEFORE = re.compile(r"BC(\d{4})((?:-\d\d){0,2})")
_ABOUT = {"APPROX": "~"}


def write_edtf(timex: Timex, reading: Reading) -> str | None:
    """Return a point or stretch of time in EDTF; `None` for lengths, sets and what has no place on the calendar.

    A range is "first/last"; a day known only within bounds is "[first..last]", one of the days between.
    """
    interval = reading.interval
    if timex.expression.end or "W" in (reading.value or "").partition("T")[0].replace("WI", ""):
        return _write_range(interval) if interval.earliest else None
    point = _write_point(reading.value or "")
    if point is None or point.startswith("X") or ("X" in point[4:] and interval.earliest):
        return _write_bounds(interval) or point
    return point + _ABOUT.get(timex.expression.modifier or "", "")


def _write_point(value: str) -> str | None:
    part, day, before = _PART.fullmatch(value), _DAY.fullmatch(value), _BEFORE.fullmatch(value)
    if part:
        return f"{part[1]}-{_PARTS[part[2]]}"
    if before:
        return f"-{int(before[1]) - 1:04d}{before[2]}"
    if day and day[1].strip("X-"):
        return f"{day[1]}T{day[2]}:00" if day[2] and "X" not in day[1] else day[1]
    return value.ljust(4, "X") if _ROUND.fullmatch(value) else None


def _write_range(interval: Interval) -> str:
    return f"{interval.earliest or '..'}/{interval.latest or '..'}"


def _write_bounds(interval: Interval) -> str | None:
    """Write bounds as one of the days between them; a side that is open stays open."""
    if interval.earliest is None and interval.latest is None:
        return None
    return f"[{interval.earliest or ''}..{interval.latest or ''}]"
