"""Reads what names a day or a year by its place beside another: "the day before", "the third day", "the 3rd"."""

from __future__ import annotations

import re

from onrecord.records import Expression, TimeUnit
from onrecord.times.words import look_up, read_day

_OPEN: dict[str, tuple[str, TimeUnit]] = {
    "day": ("XXXX-XX-XX", "day"),
    "night": ("XXXX-XX-XXTNI", "day"),
    "morning": ("XXXX-XX-XXTMO", "day"),
    "evening": ("XXXX-XX-XXTEV", "day"),
    "week": ("XXXX-WXX", "week"),
    "month": ("XXXX-XX", "month"),
    "year": ("XXXX", "year"),
    "decade": ("XXX", "decade"),
}
_GOES_ON = re.compile(r"\s*(?:[A-Z0-9$'\u2019]|(?:the|a|an|his|her|its|their|our|last|this|next|that|[a-z]+ing)\b)")


def read_beside(match: re.Match[str]) -> Expression | None:
    """Read "the day before", "the year after" counted from the date mentioned last.

    Where an event follows ("the day before the vote") it counts from that event, whose day no word here tells.
    """
    value, unit = _OPEN[match["u"].lower()]
    if match["side"].lower() != "following" and _GOES_ON.match(match.string, match.end()):
        return None
    offset = -1 if match["side"].lower() == "before" else 1
    return Expression(value=value, anchor="mentioned", offset=offset, unit=unit)


def read_numbered_day(match: re.Match[str]) -> Expression | None:
    """Read "on the third day", "the final day of the battle" as a day that the event alone could date."""
    return Expression(value=_OPEN[match["u"].lower()][0])


def read_part_of_event(match: re.Match[str]) -> Expression | None:
    """Read "the first year of the war" as how long it is."""
    return Expression(value=f"P1{match['u'][0].upper()}" if match["u"].lower() != "decade" else "P10Y")


def read_bare_day(match: re.Match[str]) -> Expression | None:
    """Read "on the 3rd" as a day of the month that is spoken of, or of one near the report."""
    day = read_day(match["d"], None)
    return Expression(value=f"XXXX-XX-{day:02d}", anchor="publication", direction="nearest") if day else None


def read_coming_stretch(match: re.Match[str]) -> Expression | None:
    """Read "in three months' time"."""
    unit = look_up("units", match["u"]) or look_up("unit", match["u"]) or "day"
    value, counted = _OPEN.get(unit, _OPEN["day"])
    number = look_up("number", match["n"]) or look_up("whole", match["n"]) or match["n"]
    if not number.isdecimal():
        return Expression(value="FUTURE_REF")
    size = 14 if unit == "fortnight" else 1
    return Expression(value=value, anchor="publication", offset=int(number) * size, unit=counted)


def read_told_state(match: re.Match[str]) -> Expression | None:
    """Read "former" and "future" in a history as seen from the time told."""
    return Expression(value="PAST_REF" if match.group().lower() == "former" else "FUTURE_REF")


def read_told_repeated(match: re.Match[str]) -> Expression | None:
    """Read "daily raids" in a history as raids on any of the days told of."""
    return Expression(value=look_up("told_repeated", match["k"]))


def read_told_same(match: re.Match[str]) -> Expression | None:
    """Read "at the same time" in a history as the time mentioned last; "as" what happened tells no day."""
    if match.string.startswith(" as ", match.end()):
        return Expression(value=None)
    return Expression(value=None, anchor="mentioned", direction="same")


def read_named_day(match: re.Match[str]) -> Expression | None:
    """Read "9/11" as the one day that bears the name."""
    return Expression(value=look_up("namedday", match["k"]))


def read_season_of_kind(match: re.Match[str]) -> Expression | None:
    """Read "the dry season" as a stretch that returns, whose months the place alone could tell."""
    return Expression(value=None)


def read_open_weekends(match: re.Match[str]) -> Expression | None:
    """Read "at weekends" as every one."""
    return Expression(value="XXXX-WXX-WE")
