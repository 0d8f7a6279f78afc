"""Reads what names a part of a day by the day beside it: nights between two days, the early hours, dawn."""

from __future__ import annotations

import re

from onrecord.records import Expression
from onrecord.times.words import look_up, read_day


def read_dated_part(match: re.Match[str]) -> Expression | None:
    """Read "the night of 17 May", "the night of 17 to 18 May", "dawn on 17 May"."""
    found = match.groupdict()
    month, part = look_up("month", found["m"] or found["m2"]), look_up("part", found["part"])
    day, last = read_day(found["d"] or found["d3"], None), read_day(found.get("d4"), None)
    head = f"{found['y'] or 'XXXX'}-{int(month or 0):02d}"
    value = f"{head}-{day or 0:02d}T{part}"
    end = f"{head}-{last:02d}" if last and day and last > day else None
    return Expression(value=value, end=end) if found["y"] else _nearest(value, end)


def read_weekday_part(match: re.Match[str]) -> Expression | None:
    """Read "the early hours of Monday", "dawn on Tuesday", "the night of Saturday to Sunday", "dawn today"."""
    part = look_up("part", match["part"])
    weekday = look_up("weekday", match["w"])
    if weekday:
        return _nearest(f"XXXX-WXX-{weekday}T{part}")
    offset = int(look_up("deictic", match["k"]) or 0)
    return Expression(value=f"XXXX-XX-XXT{part}", anchor="publication", offset=offset, unit="day")


def read_open_part(match: re.Match[str]) -> Expression | None:
    """Read "in the early hours", "at dawn" as a part of a day that is not said."""
    return Expression(value=f"XXXX-XX-XXT{look_up('part', match['part'])}")


def read_overnight(match: re.Match[str]) -> Expression | None:
    """Read "overnight" as the night on the side that the verb tells, or the one before the day it leads to."""
    leads_to, of = look_up("weekday", match["to"]), look_up("weekday", match["w"])
    if leads_to:
        return _nearest(f"XXXX-WXX-{(int(leads_to) + 5) % 7 + 1}TNI")
    if of:
        return _nearest(f"XXXX-WXX-{of}TNI")
    return _nearest("XXXX-XX-XXTNI")


def _nearest(value: str, end: str | None = None) -> Expression:
    return Expression(value=value, anchor="publication", direction="nearest", end=end)
