"""Resolves time expressions once anchors are known: the publication date, or the dates the text itself gives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from onrecord.records import Expression, Interval, Reading, Timex
from onrecord.times.calendar import UNKNOWN, Point, interval_of, move_days, read_point, winter_of, write_year
from onrecord.times.feasts import name_day
from onrecord.times.narrative import carries_years
from onrecord.times.placing import place
from onrecord.times.years import carry_years, lend_years

_WINTER = re.compile(r"\d{4}-WIXXXX")  # a winter whose year was not given, but counted
_QUARTER_REACH, _BESIDE, _PERIOD_REACH = 1500, 120, 250
_STRETCH = re.compile(r"(?:BC)?\d{2,3}|P\d.*")
SPEECH = "speech"  # the anchor of a time inside a speech whose day the report does not give
_LONG = ("year", "decade", "century")
_FRESH = 30
_BARE, _MONTH_OF_YEAR = re.compile(r"XXXX-\d\d(?:-\d\d)?"), re.compile(r"\d{4}-\d\d(?:-\d\d)?")
_JOINED, _MOST_MONTHS = len(" through "), 8
_BARE_DAY = re.compile(r"XXXX-\d\d-\d\d")
_BARE_NUMBER = re.compile(r"XXXX-XX-\d\d")
_HOUR = re.compile(r"XXXX-XX-XXT\d")
_DAY_BESIDE = 30
_FULL_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Mentioned:
    """What the text has named last: a date, a quarter, and a stretch of years or a length of time."""

    timex: str | None = None
    value: str | None = None
    end: int = 0
    given: bool = False
    quarter: str | None = None
    quarter_at: int = 0
    named: str | None = None
    stretch: str | None = None
    stretch_at: int = 0


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds for the whole document: when it was published and which years its narrative passes through."""

    published: Interval
    narrative: bool
    years: Mapping[str, int]
    lent: Mapping[str, tuple[int, str]]


def resolve(timexes: Sequence[Timex], published: Interval | None) -> tuple[Reading, ...]:
    """Read the time expressions of one document against the day, or the stretch of days, it was published on.

    What the anchors do not settle keeps its X and has no interval, or the interval that holds in any case.
    """
    ordered = sorted(timexes, key=lambda timex: timex.span.start)
    narrative = carries_years(ordered, published)
    setting = Setting(published or UNKNOWN, narrative, carry_years(ordered) if narrative else {}, lend_years(ordered))
    mentioned, readings = Mentioned(), dict[str, Reading]()
    if narrative and setting.years:
        mentioned = Mentioned(None, write_year([*setting.years.values()][-1]))
    waiting = []
    for timex in ordered:
        if _waits(timex, ordered, readings):
            waiting.append(timex)
            continue
        reading = _date_back(_resolve_one(timex, setting, mentioned, readings), mentioned)
        readings[timex.id] = reading
        mentioned = _remember(mentioned, timex, reading, setting)
    _resolve_waiting(waiting, setting, readings)
    return tuple(readings[timex.id] for timex in timexes)


def _date_back(reading: Reading, mentioned: Mentioned) -> Reading:
    """A day that stays open in a history of years before the era is one of that era."""
    open_day = (reading.value or "").startswith(("XXXX-XX-XX", "XXXX-WXX"))
    return replace(reading, value=f"BC{reading.value}") if open_day and (mentioned.named or "")[:2] == "BC" else reading


def _waits(timex: Timex, timexes: Iterable[Timex], readings: Mapping[str, Reading]) -> bool:
    """Tell whether a time counts from one further on ("we met today", she said on Sunday)."""
    anchor = timex.expression.anchor
    if anchor in (None, "publication", "mentioned") or anchor in readings:
        return False
    return any(other.id == anchor for other in timexes)


def _resolve_waiting(waiting: Sequence[Timex], setting: Setting, readings: dict[str, Reading]) -> None:
    """Read what had to wait; where times count from each other in a ring, none of them is known."""
    while waiting:
        ready = [timex for timex in waiting if not _waits(timex, waiting, readings)]
        for timex in ready or waiting:
            readings[timex.id] = _resolve_one(timex, setting, Mentioned(), readings)
        waiting = [timex for timex in waiting if timex.id not in readings]


def _resolve_one(timex: Timex, setting: Setting, mentioned: Mentioned, readings: Mapping[str, Reading]) -> Reading:
    expression = timex.expression
    value = expression.value or "-QX"
    if value.endswith("-QX") and not value.startswith("X"):
        return _resolve_stretch_spoken_of(timex, setting, mentioned)
    if timex.id in setting.lent:
        lent, lender = setting.lent[timex.id]
        return _fix_year(timex, lent, Mentioned(timex=lender))
    if timex.id in setting.years and value.startswith("XXXX-") and expression.offset is None:
        return _fix_year(timex, setting.years[timex.id], mentioned)
    if expression.anchor is None:
        return _make(timex, expression.value, None, "the words alone", expression.end)
    if value.startswith("XXXX-XX-") and mentioned.given and _BARE_NUMBER.fullmatch(value):
        return _count_from_mentioned(timex, mentioned)
    if expression.anchor == "mentioned" or (expression.anchor == "publication" and setting.narrative):
        return _count_from_mentioned(timex, mentioned)
    if _is_of_day_beside(timex, mentioned):
        return _count_from_mentioned(timex, mentioned)
    year = _year_beside(timex, mentioned, setting) or _year_going_on(timex, mentioned, setting)
    return _fix_year(timex, year, mentioned) if year else _count_from_anchor(timex, setting, readings)


def _count_from_anchor(timex: Timex, setting: Setting, readings: Mapping[str, Reading]) -> Reading:
    anchor = timex.expression.anchor or ""
    if anchor == "publication":
        return _count_from_days(timex, setting.published, anchor, "the day of publication")
    if anchor == SPEECH and timex.expression.unit in _LONG and not setting.narrative:
        return _count_from_days(timex, _month_before(setting.published), "publication", "a day not long before it")
    spoken = readings.get(anchor)
    return _count_from_days(timex, spoken.interval if spoken else UNKNOWN, anchor, "the day of speaking")


def _month_before(published: Interval) -> Interval:
    """A quotation without a date is news: a year or more counted from its day is counted from the month before."""
    earliest = move_days(date.fromisoformat(published.earliest[:10]), -_FRESH) if published.earliest else None
    return Interval(earliest=earliest.isoformat() if earliest else None, latest=published.latest)


def _is_of_day_beside(timex: Timex, mentioned: Mentioned) -> bool:
    """Tell whether an hour is of the day named just before it: "on Sunday at 10 a.m."."""
    hour = timex.expression.offset == 0 and _HOUR.match(timex.expression.value or "")
    return bool(hour and _FULL_DAY.match(mentioned.value or "") and timex.span.start - mentioned.end <= _DAY_BESIDE)


def _year_beside(timex: Timex, mentioned: Mentioned, setting: Setting) -> int | None:
    """Return the year of a day given in full just before, where a bare day that the verb puts in the past follows it.

    "It was signed on 22 May 2003 and opened on 23 June": the bare day is of that year, not of the year of the report.
    """
    expression, before = timex.expression, mentioned.value or ""
    value = expression.value or ""
    bare = _BARE_DAY.fullmatch(value) and expression.offset is None and expression.anchor == "publication"
    beside = mentioned.given and timex.span.start - mentioned.end < _BESIDE
    if not bare or not beside or expression.direction not in ("before", "perhaps before"):
        return None
    latest = setting.published.latest or "9999"
    return int(before[:4]) if before[4:10] <= value[4:10] and before[:4] + value[4:10] <= latest else None


def _year_going_on(timex: Timex, mentioned: Mentioned, setting: Setting) -> int | None:
    """Return the year of the second of two months or days that are joined: "from October to March" ends in the next.

    Not where the second would lie most of a year on ("in March and February"), nor ahead of a report that tells of it
    as of something past.
    """
    bare, before = timex.expression, mentioned.value or ""
    value = bare.value or ""
    joined = 0 < timex.span.start - mentioned.end <= _JOINED
    if not joined or not _BARE.fullmatch(value) or bare.offset is not None or bare.direction in ("last", "next"):
        return None
    if not _MONTH_OF_YEAR.fullmatch(before):
        return None
    later = value[4:] < before[4 : len(value)]
    year, months = int(before[:4]) + later, int(value[5:7]) - int(before[5:7]) + 12 * later
    ahead = f"{year:04d}{value[4:]}" > (setting.published.latest or "9999")[: len(value)]
    return year if months <= _MOST_MONTHS and not (ahead and bare.direction == "before") else None


def _fix_year(timex: Timex, year: int, mentioned: Mentioned) -> Reading:
    expression, head = timex.expression, write_year(year)
    value = head + (expression.value or "")[4:]
    end = head + expression.end[4:] if expression.end else None
    reading = _make(timex, value, mentioned.timex, "the year given beside it", end)
    return replace(reading, interval=winter_of(year - 1)) if value == f"{head}-WI" and year > 1 else reading


def _count_from_mentioned(timex: Timex, mentioned: Mentioned) -> Reading:
    expression = timex.expression
    same = expression.offset == 0 or expression.direction == "same"
    base = read_point(mentioned.named if same and mentioned.named else mentioned.value)
    if base is None:
        return _make(timex, expression.value, None, "no date mentioned before it")
    if expression.offset is None and expression.direction not in ("last", "next", "same"):
        expression = replace(expression, direction="after")
    value = place(expression, base)
    return _make(timex, value, mentioned.timex, "the date mentioned before it")


def _resolve_stretch_spoken_of(timex: Timex, setting: Setting, mentioned: Mentioned) -> Reading:
    if timex.expression.value is not None:
        return _resolve_year_period(timex, mentioned)
    if timex.expression.anchor is None:
        return _resolve_period(timex, mentioned)
    return _resolve_same_stretch(timex, setting, mentioned)


def _resolve_period(timex: Timex, mentioned: Mentioned) -> Reading:
    """Give "that period" the decade, century or length of time that was named just before it."""
    if timex.type != "DURATION" or timex.span.start - mentioned.stretch_at > _PERIOD_REACH or not mentioned.stretch:
        return _make(timex, None, None, "the words alone tell no length")
    return _make(timex, mentioned.stretch, None, "the stretch of time mentioned before it")


def _resolve_same_stretch(timex: Timex, setting: Setting, mentioned: Mentioned) -> Reading:
    """Move the quarter that is spoken of; where none is, a year is counted from the day of publication."""
    if timex.expression.direction == "same":
        return _make(timex, mentioned.named or mentioned.value, mentioned.timex, "the date mentioned before it")
    offset = timex.expression.offset or 0
    if mentioned.quarter and timex.span.start - mentioned.quarter_at < _QUARTER_REACH:
        value = write_year(int(mentioned.quarter[:4]) + offset) + mentioned.quarter[4:]
        return _make(timex, value, mentioned.timex, "the quarter mentioned before it")
    if offset == 0:
        return _make(timex, "XXXX-QX", None, "no quarter mentioned before it")
    whole = replace(timex.expression, value="XXXX", anchor="publication")
    again = replace(timex, expression=whole)
    if setting.narrative:
        return _count_from_mentioned(again, mentioned)
    return _count_from_days(again, setting.published, "publication", "the day of publication")


def _resolve_year_period(timex: Timex, mentioned: Mentioned) -> Reading:
    """Give "the 2030 period" the quarter that was named last; where none was, it is the year."""
    year = (timex.expression.value or "")[:4]
    near = mentioned.quarter is not None and timex.span.start - mentioned.quarter_at < _QUARTER_REACH
    if mentioned.quarter is None or not near:
        return _make(timex, year, None, "the words alone")
    return _make(timex, year + mentioned.quarter[4:], mentioned.timex, "the quarter mentioned before it")


def _count_from_days(timex: Timex, days: Interval, anchor: str, evidence: str) -> Reading:
    """Count from both ends of the stretch that the anchor may lie in; where they differ, give what holds for both."""
    expression = timex.expression
    first = _place_from(expression, days.earliest)
    last = first if days.latest == days.earliest else _place_from(expression, days.latest)
    if first is None and last is None:
        return _make(timex, expression.value, None, f"{evidence} is unknown")
    if first == last:
        end = _place_end(expression, first)
        return _make(timex, first, anchor, evidence, end)
    interval = Interval(
        earliest=interval_of(first).earliest if first else None, latest=interval_of(last).latest if last else None
    )
    return replace(_make(timex, expression.value, anchor, f"{evidence} is known within bounds"), interval=interval)


def _place_from(expression: Expression, day: str | None) -> str | None:
    if day is None:
        return None
    start = date.fromisoformat(day[:10])
    return place(expression, Point(start.year, start.month, start.day))


def _place_end(expression: Expression, value: str | None) -> str | None:
    return value[:4] + expression.end[4:] if value and expression.end else None


def _make(timex: Timex, value: str | None, anchor: str | None, evidence: str, end: str | None = None) -> Reading:
    interval, value = interval_of(value), name_day(value)
    if timex.expression.unit == "week" and value == "XXXX-XX-XX":
        value = "XXXX-WXX"  # counted in weeks from no day: not even the day of the week is known
    opened = (timex.expression.value or "")[:4]
    if value and _WINTER.fullmatch(value + opened):
        interval = winter_of(int(value[:4]))
    if value and end == value and timex.expression.unit == "year":
        interval = _bound_books(int(value))
    elif end and interval.earliest:
        interval = Interval(earliest=interval.earliest, latest=interval_of(end).latest)
    return Reading(
        timex=timex.id, document=timex.document, value=value, interval=interval, anchor=anchor, evidence=evidence
    )


def _bound_books(year: int) -> Interval:
    """The fiscal year 2031 may begin in April 2030 as well as end in March 2032; which, a report seldom says."""
    return Interval(earliest=f"{year - 1:04d}-04-01", latest=f"{year + 1:04d}-03-31")


def _remember(mentioned: Mentioned, timex: Timex, reading: Reading, setting: Setting) -> Mentioned:
    """Keep the date for what counts from it; what the narrative passed over does not move it."""
    value = reading.value or ""
    if _STRETCH.fullmatch(value):
        mentioned = replace(mentioned, stretch=value, stretch_at=timex.span.end)
    if setting.narrative and timex.type in ("DATE", "TIME") and read_point(value):
        mentioned = replace(mentioned, named=value)
    passed_over = (
        setting.narrative and timex.expression.anchor is None and setting.years and timex.id not in setting.years
    )
    # "At night" or "at dawn" of a day that is not said is no date that another could count from.
    some_night = (timex.expression.value or "").startswith("XXXX-XX-XXT") and timex.expression.offset is None
    if timex.type in ("DURATION", "SET") or passed_over or some_night:
        return mentioned
    if "-Q" in value and "X" not in value and not (timex.expression.value or "-QX").endswith("-QX"):
        mentioned = replace(mentioned, quarter=value, quarter_at=timex.span.start)
    if value.startswith("XXXX"):
        # A date that stays open is still the one mentioned last: what counts from it must stay open too.
        return replace(mentioned, timex=timex.id, value=None, given=False)
    if read_point(value) is None:
        return mentioned
    given = timex.expression.anchor is None and bool(_FULL_DAY.match(value))
    return replace(mentioned, timex=timex.id, value=value, end=timex.span.end, given=given)
