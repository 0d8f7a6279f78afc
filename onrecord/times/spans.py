"""Reads what words mean that count from now or from another time, last so long, or come again and again."""

from __future__ import annotations

import re
from typing import get_args

from onrecord.records import Expression, TimeUnit
from onrecord.times.words import look_up, read_day, read_number

_SMALLER = {"Y": (12, "M"), "M": (30, "D"), "W": (7, "D"), "D": (24, "H"), "TH": (60, "M"), "TM": (60, "S")}
_CLOCK, _AT = re.compile(r"[0-2]\d[0-5]\d"), re.compile(r"\b(?i:at|by|and|from|until|till|since) $")
_UNITS: dict[str, TimeUnit] = {unit: unit for unit in get_args(TimeUnit)}


def read_deictic(match: re.Match[str]) -> Expression | None:
    """Read today, yesterday, tomorrow and their neighbours."""
    word = " ".join(match["k"].lower().split())
    part = "NI" if word == "tonight" else look_up("part", match["part"])
    offset = int(look_up("deictic", word) or 0)
    return Expression(value=_day(part), anchor="publication", offset=offset, unit="day")


def read_part(match: re.Match[str]) -> Expression | None:
    """Read "this morning", "last night", "the next afternoon"."""
    offset, anchor = _relative(match["rel"])
    return Expression(value=_day(look_up("part", match["part"])), anchor=anchor, offset=offset, unit="day")


def read_weekday(match: re.Match[str]) -> Expression | None:
    """Read a weekday: the one nearest before or after, the one of another week, or every one."""
    number, part = look_up("weekday", match["w"]), look_up("part", match["part"])
    value = f"XXXX-WXX-{number}" + (f"T{part}" if part else "")
    relative = (match["rel"] or "").lower()
    if match["many"] or relative in ("each", "every"):
        return Expression(value=value)
    if match["rel2"]:
        offset, anchor = _relative(match["rel2"])
        return Expression(value=value, anchor=anchor, offset=offset, unit="week")
    if not relative or relative == "this":
        return _nearest(value)
    offset, anchor = _relative(relative)
    return Expression(value=value, anchor=anchor, direction="last" if offset < 0 else "next")


def read_stretch(match: re.Match[str]) -> Expression | None:
    """Read "last month", "this year", "the following week"; the last day or week of something is another one."""
    unit = look_up("unit", match["u"]) or ""
    offset, anchor = _relative(match["rel"])
    if unit == "quarter" and match["rel"].lower() == "the latest":
        return None
    of_something = match.string.startswith(" of ", match.end()) and match["rel"].lower().startswith("the ")
    if offset < 0 and anchor == "publication" and (unit == "day" or of_something):
        return None
    return Expression(value=look_up("open", unit), anchor=anchor, offset=offset, unit=_UNITS[unit])


def read_away(match: re.Match[str]) -> Expression | None:
    """Read "three years ago", "two days later", "several weeks earlier"."""
    unit = _unit(match["u"])
    anchor, sign = (look_up("side", match["side"]) or "mentioned 1").split()
    number = read_number(match["n"])
    if match["side"].lower() in ("before", "after") or unit in ("second", "millennium"):
        return Expression(value=write_duration(match["n"], unit, bool(match["half"])))
    if number is None:
        return Expression(value="PAST_REF" if sign == "-1" else "FUTURE_REF")
    if unit in ("minute", "hour") or number != int(number) or match["half"]:
        return Expression(value=write_duration(match["n"], unit, bool(match["half"])))
    value = look_up("open", "day" if unit == "week" and anchor == "mentioned" else unit)
    return Expression(value=value, anchor=anchor, offset=int(sign) * int(number), unit=_UNITS[unit])


def read_duration(match: re.Match[str]) -> Expression | None:
    """Read how long: "fifteen years", "a week", "the past two months"."""
    count, unit, plural = match["n"].lower(), _unit(match["u"]), match["u"].lower().endswith(("s", "a"))
    if count in ("a", "an") and (plural or unit in ("second", "quarter") or match["u"].lower() in ("night", "weekend")):
        return None
    clock = unit == "hour" and _CLOCK.fullmatch(count)
    if clock and _AT.search(match.string, max(0, match.start() - 6), match.start()):
        return None
    if (count == "some" and not plural) or (unit == "second" and not plural and not count[0].isdigit()):
        return None
    if unit == "quarter" and not plural and (not match["pre"] or len(count) > 2):
        return None
    return Expression(value=write_duration(match["n"], unit, bool(match["half"])))


def read_vague(match: re.Match[str]) -> Expression | None:
    """Read "months", "years ago", "recent weeks"."""
    side = (match["side"] or "").lower()
    before = (match["pre"] or "").lower().removeprefix("the ").strip()
    if before == "last" and match.string.startswith(" of ", match.end()):
        return Expression(value=write_duration("X", _unit(match["u"])))
    if side in ("ago", "earlier") or before in ("past", "last"):
        return Expression(value="PAST_REF")
    if side == "later" or before in ("coming", "future", "next"):
        return Expression(value="FUTURE_REF")
    return Expression(value=write_duration("X", _unit(match["u"])))


def read_for_stretch(match: re.Match[str]) -> Expression | None:
    """Read "for the next year" as a length of time."""
    return Expression(value=write_duration("1", _unit(match["u"])))


def read_told_stretch(match: re.Match[str]) -> Expression | None:
    """Read "this period" as a stretch whose length no word here tells."""
    return Expression(value=None)


def read_some_day(match: re.Match[str]) -> Expression | None:
    """Read "will one day" as lying ahead."""
    return Expression(value="FUTURE_REF")


def read_night(match: re.Match[str]) -> Expression | None:
    """Read "at night" as the night of days that are not said."""
    return Expression(value="XXXX-XX-XXTNI")


def read_every(match: re.Match[str]) -> Expression | None:
    """Read "every day", "each two weeks"."""
    return Expression(value=write_duration(match["n"] or "1", _unit(match["u"])))


def read_repeated(match: re.Match[str]) -> Expression | None:
    """Read "daily", "weekly"."""
    return Expression(value=look_up("repeated", match["k"]))


def read_reference(match: re.Match[str]) -> Expression | None:
    """Read "now", "recently", "the future"."""
    return Expression(value=look_up("reference", match["k"]))


def read_clock(match: re.Match[str]) -> Expression | None:
    """Read a time of day with the day beside it; with none, it is a time of the day spoken of."""
    found = match.groupdict()
    time = _time_of_day(found)
    month, weekday = look_up("month", found["m"] or found["m2"]), look_up("weekday", found["w"])
    if time is None:
        return None
    if month:
        day = f"-{int(month):02d}-{read_day(found['d'] or found['d3'], None) or 0:02d}{time}"
        return Expression(value=found["y"] + day) if found["y"] else _nearest("XXXX" + day)
    if weekday:
        return _nearest(f"XXXX-WXX-{weekday}{time}")
    offset = int(look_up("deictic", found["k"]) or 0)
    return Expression(value=f"XXXX-XX-XX{time}", anchor="publication", offset=offset, unit="day")


def read_year_away(match: re.Match[str]) -> Expression | None:
    """Read "a year earlier" said of a figure: the same stretch, one year before."""
    return Expression(value=None, anchor="mentioned", offset=-1, unit="year")


def read_same_quarter(match: re.Match[str]) -> Expression | None:
    """Read "the latest quarter" as the one named before it."""
    return Expression(value=None, anchor="mentioned", offset=0, unit="quarter")


def read_running(match: re.Match[str]) -> Expression | None:
    """Read "the year" as the one that runs, or as a year's length where it ends on a day of its own."""
    if match["over"]:
        return Expression(value="P1Y" if match["u"].lower() == "year" else "P1M")
    unit = _UNITS[match["u"].lower()]
    return Expression(value=look_up("open", unit), anchor="publication", offset=0, unit=unit)


def read_weekend(match: re.Match[str]) -> Expression | None:
    """Read "the weekend" as the nearest on the side that the verb tells."""
    return _nearest("XXXX-WXX-WE")


def write_duration(count: str, unit: str, half: bool = False) -> str:
    """Write a length of time as TIMEX3 does; X where the number is vague."""
    code, size = (look_up("length", unit) or "D 1").split()
    clock, code = code[:-1], code[-1]
    number = read_number(count)
    if number is None:
        return f"P{clock}X{code}"
    number = (number + 0.5 * half) * int(size)
    whole, rest = int(number), number - int(number)
    smaller = _SMALLER.get(clock + code)
    if not rest or smaller is None:
        return f"P{clock}{number:g}{code}" if rest else f"P{clock}{whole}{code}"
    parts = round(rest * smaller[0])
    between = "T" if code == "D" and not clock else ""
    return f"P{clock}" + (f"{whole}{code}" if whole else "") + f"{between}{parts}{smaller[1]}"


def _unit(word: str) -> str:
    return look_up("unit", word) or look_up("units", word) or "day"


def _relative(words: str) -> tuple[int, str]:
    offset, anchor = (look_up("relative", words) or "0 publication").split()
    return int(offset), anchor


def _day(part: str | None) -> str:
    return f"XXXX-XX-XXT{part}" if part else "XXXX-XX-XX"


def _nearest(value: str) -> Expression:
    return Expression(value=value, anchor="publication", direction="nearest")


def _time_of_day(found: dict[str, str | None]) -> str | None:
    noon = (found.get("noon") or "").lower()
    if noon:
        return {"noon": "T12:00", "midnight": "T24:00", "midday": "T12:00"}[noon]
    hour, minute = int(found["h"] or 0), found["mi"] or found["mi2"] or found["mi3"] or found["mi4"] or "00"
    half = (found["half"] or "")[:1].lower()
    if half and not 1 <= hour <= 12:
        return None
    hour = hour % 12 + 12 * (half == "p") if half else hour
    return f"T{hour:02d}:{minute}"
