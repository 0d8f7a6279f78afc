"""Which day the words of a date mean, and nothing when they may mean none."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day|\.)?"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_YEAR = r"(?:1[89]|20)\d\d"
DATE = (
    rf"(?:{_WEEKDAY},? )?(?:the )?"
    rf"(?:{_DAY}(?:st|nd|rd|th)?(?: of)? {MONTH},? {_YEAR}|{MONTH} {_DAY}(?:st|nd|rd|th)?,? {_YEAR}"
    rf"|{_YEAR}(?:-\d\d-\d\d|/\d\d/\d\d|\.\d\d\.\d\d)|\d\d?(?:\.\d\d?\.|/\d\d?/){_YEAR})(?!\d)"
)
_FULL = re.compile(DATE, re.IGNORECASE)
_NUMBERS = re.compile(r"\d+")
_NAMED_MONTH = re.compile(rf"\b{MONTH}(?=\W|$)", re.IGNORECASE)
_PART = re.compile(r"(\d{4})(?:-(\d\d))?")
_COMPACT = re.compile(r"(\d{4})[/.](\d\d?)[/.](\d\d?)(?=\D|$)")
_OLDEST = 1600
_UNSET = "1970-01-01"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """The days that a written date covers, and the instant where a time of day and an offset were given."""

    first: str
    last: str
    instant: datetime | None = None


def read_days(words: str) -> tuple[str, ...]:
    """Return the days that a full date may mean: none, one, or two where day and month may be swapped.

    "05.02.2031" may be 5 February or 2 May; a weekday that fits only one of them decides, one that fits none leaves
    nothing.
    """
    if not _FULL.fullmatch(words):
        return ()
    numbers = [int(number) for number in _NUMBERS.findall(words)]
    possible = [day for day in map(_day, _orders(words, numbers)) if day]
    weekday = words[:3].lower()
    if weekday in _WEEKDAYS:
        possible = [day for day in possible if day.weekday() == _WEEKDAYS.index(weekday)]
    return tuple(sorted({day.isoformat() for day in possible}))


def _orders(words: str, numbers: list[int]) -> list[tuple[int, int, int]]:
    month = _NAMED_MONTH.search(re.sub(rf"^{_WEEKDAY},? ", "", words, flags=re.IGNORECASE))
    if month:
        return [(numbers[1], _MONTHS.index(month.group()[:3].lower()) + 1, numbers[0])]
    first, second, third = numbers
    if first > 31:
        return [(first, second, third)]
    return [(third, second, first), (third, first, second)]


def _day(parts: tuple[int, int, int]) -> date | None:
    try:
        return date(*parts)
    except ValueError:
        return None


def read_stamp(value: str) -> Stamp | None:
    """Return the days of a date as markup and tables write it: ISO 8601, year and month, RFC 2822, or full words."""
    value = value.strip()
    part = _PART.fullmatch(value)
    if part:
        return _stamp_of_part(part)
    found = _read_moment(value)
    if found is None:
        days = read_days(value)
        return Stamp(first=days[0], last=days[0]) if len(days) == 1 else None
    day = found.date().isoformat()
    if found.year < _OLDEST or day == _UNSET:
        return None  # What systems write when they know no date.
    return Stamp(first=day, last=day, instant=found if found.tzinfo else None)


def _stamp_of_part(part: re.Match[str]) -> Stamp | None:
    year, month = int(part[1]), int(part[2] or 0)
    if year < _OLDEST or month > 12:
        return None
    last = monthrange(year, month or 12)[1]
    return Stamp(first=f"{year}-{month or 1:02}-01", last=f"{year}-{month or 12:02}-{last}")


def _read_moment(value: str) -> datetime | None:
    try:
        return datetime.fromisoformat(value)
    except ValueError:
        pass
    compact = _COMPACT.match(value)
    day = _day((int(compact[1]), int(compact[2]), int(compact[3]))) if compact else None
    if day:
        return datetime(day.year, day.month, day.day)
    try:
        return parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError):
        return None


def is_same_instant_elsewhere(stamp: Stamp, other: Stamp) -> bool:
    """Tell whether `stamp` is given in UTC and `other` is the same instant on the publisher's own clock."""
    if stamp.instant is None or other.instant is None:
        return False
    here, there = stamp.instant.utcoffset(), other.instant.utcoffset()
    same = stamp.instant.astimezone(UTC) == other.instant.astimezone(UTC)
    return same and here == timedelta(0) and there != timedelta(0)
