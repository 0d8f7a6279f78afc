"""The hours that a text gives, in figures or in words: "5:20 a.m.", "twenty past five", "shortly before midnight"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.accounts.sayings import folded
from onrecord.records import Span

_HOURS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_PARTS = {"five": 5, "ten": 10, "a quarter": 15, "quarter": 15, "twenty": 20, "twenty-five": 25, "half": 30}
_HALF = (
    r"(?:[\s\u00a0]*(?P<half>[ap])\.?\s?m\b\.?"
    r"| (?:in the|this|that|on \w+) (?P<part>morning|afternoon|evening)| at (?P<night>night))"
)
_NAME = "|".join(_HOURS)
_FORMS = (
    re.compile(
        rf"\b(?P<hour>\d{{1,2}})[:.](?P<minute>[0-5]\d)(?!\d|[.,]\d| ?(?:%|per ?cent|m\b|km|million)){_HALF}?", re.I
    ),
    re.compile(rf"\b(?P<hour>\d{{1,2}}){_HALF}", re.I),
    re.compile(rf"\b(?P<hour>\d{{1,2}}|{_NAME}) o['\u2019]clock{_HALF}?", re.I),
    re.compile(
        rf"\b(?P<minutes>{'|'.join(sorted(_PARTS, key=len, reverse=True))})(?: minutes)? (?P<way>past|to|before|after)"
        rf" (?P<hour>{_NAME}|noon|midnight)\b{_HALF}?",
        re.I,
    ),
    re.compile(rf"\b(?<=at )(?P<hour>{_NAME}){_HALF}", re.I),
    re.compile(r"\b(?P<hour>noon|midday|midnight)\b", re.I),
)
_LOOSE = re.compile(
    r"\b(?:about|around|shortly|just|nearly|almost|towards|some time|soon|roughly|before|after)(?: \w+)? ?$"
)
_DAY = 24 * 60
_EXACT, _ROUGH = 5, 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Hour:
    """A time of day: minutes after midnight, how many it may be off, and whether morning or evening is unsaid."""

    span: Span
    minutes: int
    loose: int
    halves: bool


def find_hours(text: str) -> Iterator[Hour]:
    """Yield the hours of a text in its order; of two readings at one spot, the longer."""
    taken: list[Span] = []
    found = []
    for form in _FORMS:
        for match in form.finditer(text):
            span = Span(start=match.start(), end=match.end())
            hour = _read(match, text)
            if hour is not None and not any(span.start < other.end and other.start < span.end for other in taken):
                taken.append(span)
                found.append(hour)
    yield from sorted(found, key=lambda hour: hour.span.start)


def _read(match: re.Match[str], text: str) -> Hour | None:
    parts = match.groupdict()
    name = parts["hour"].casefold()
    hour = 12 if name in ("noon", "midday") else 0 if name == "midnight" else _number(name)
    minutes = int(parts.get("minute") or 0) + _shift(parts)
    if hour > 24:
        return None
    half = _find_half(parts)
    if half is not None:
        hour = hour % 12 + half
    halves = half is None and 0 < hour <= 12 and name not in ("noon", "midday") and not parts["hour"].startswith("0")
    loose = _ROUGH if _LOOSE.search(folded(text[max(0, match.start() - 30) : match.start()])) else _EXACT
    span = Span(start=match.start(), end=match.end())
    return Hour(span=span, minutes=(hour * 60 + minutes) % _DAY, loose=loose, halves=halves)


def _number(name: str) -> int:
    return int(name) if name.isdigit() else _HOURS.index(name) + 1


def _shift(parts: dict[str, str | None]) -> int:
    """Return the minutes by which words move an hour: "twenty past" 20, "five minutes to" -5."""
    if not parts.get("minutes"):
        return 0
    many = _PARTS[(parts["minutes"] or "").casefold()]
    return many if parts["way"] in ("past", "after") else -many


def _find_half(parts: dict[str, str | None]) -> int | None:
    """Return 0 for the hours before noon and 12 for those after it; `None` where nothing says so."""
    half, part = (parts.get("half") or "").casefold(), parts.get("part")
    if half or part:
        return 0 if half == "a" or part == "morning" else 12
    return None


def tell_apart(left: Hour, right: Hour) -> int:
    """Return how many minutes lie between two hours, the shorter way round, whichever half of the day is unsaid."""
    turn = _DAY // 2 if left.halves or right.halves else _DAY
    apart = (left.minutes - right.minutes) % turn
    return min(apart, turn - apart)


def differ(left: Hour, right: Hour) -> bool:
    """True for two hours that are further apart than either may be off."""
    return tell_apart(left, right) > max(left.loose, right.loose)


def name_hour(hour: Hour) -> str:
    """Return an hour as a reader writes it: "05:20", "about 00:00"."""
    about = "about " if hour.loose > _EXACT else ""
    return f"{about}{hour.minutes // 60}:{hour.minutes % 60:02d}"
