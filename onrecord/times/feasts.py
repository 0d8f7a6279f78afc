"""Feasts that move from year to year: which day of a year they fall on."""

from __future__ import annotations

import re
from datetime import date, timedelta

from onrecord.times.moving_feasts import is_feast

_FEAST = re.compile(r"(?P<y>(?:BC)?\d{4}|XXXX)-(?P<code>EA|GF|EM|TG|LD|MD|PS|AW|MT|AD|PE|WM|OE)")
# Month, weekday and which of that weekday in the month (0: the last), as the United States keep them.
_NTH = {"TG": (11, 4, 4), "LD": (9, 1, 1), "MD": (5, 1, 0)}
_FROM_EASTER = {"EA": 0, "GF": -2, "EM": 1, "PS": -7, "AW": -46, "MT": -3, "AD": 39, "PE": 49, "WM": 50}


def name_day(value: str | None) -> str | None:
    """Return the day of a feast in place of its code; X stands for what an open year or the moon leaves open."""
    found = _FEAST.fullmatch(value or "")
    if value and is_feast(value[-2:]) and value[-3:-2] == "-":
        return f"{value[:-3]}-XX-XX"
    if not found or value is None:
        return value
    if not found["y"].isdecimal():
        return f"{found['y']}-{_NTH[found['code']][0]:02d}-XX" if found["code"] in _NTH else f"{found['y']}-XX-XX"
    return _find_day(int(found["y"]), found["code"]).isoformat()


def _find_day(year: int, code: str) -> date:
    if code == "OE":
        return _orthodox_easter(year)
    if code in _FROM_EASTER:
        return _easter(year) + timedelta(days=_FROM_EASTER[code])
    month, weekday, nth = _NTH[code]
    if nth == 0:
        last = date(year, month, 31)
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))


def _orthodox_easter(year: int) -> date:
    """Return Easter Sunday of the eastern churches, by the rule of Meeus, in the calendar of the news."""
    moon = (19 * (year % 19) + 15) % 30
    week = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + week + 114, 31)
    return date(year, month, day + 1) + timedelta(days=year // 100 - year // 400 - 2)


def _easter(year: int) -> date:
    """Return Easter Sunday of the western churches, by the rule of Gauss as Meeus and Jones put it."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    shift = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * shift + 114, 31)
    return date(year, month, day + 1)
