"""Feasts whose day the moon decides: between which days of a year they lie, wherever they are kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path

_FEAST = re.compile(r"(\d{4})-([A-Z]{2})")
_EPOCH = 227_014  # days from 1 January of the year 1 to the first day of the hijri calendar, as civil tables count
_SIGHTING = timedelta(days=2)  # countries see the moon a day or two before or after the tables do
_FIRST, _LAST = 700, 9990


def span_feast(value: str) -> tuple[date, date] | None:
    """Return the days between which "2031-RA" lies; `None` for what is no such feast.

    Where a feast comes twice in a year, the days reach from the first to the last.
    """
    found = _FEAST.fullmatch(value)
    row = _load_feasts().get(found[2]) if found else None
    if found is None or row is None or not _FIRST <= int(found[1]) <= _LAST:
        return None
    year, (calendar, first, last) = int(found[1]), row
    if calendar == "solar":
        return date.fromisoformat(f"{year}-{first}"), date.fromisoformat(f"{year}-{last}")
    spans = [span for span in _find_spans(year, first, last) if span[0].year == year]
    return (spans[0][0] - _SIGHTING, spans[-1][1] + _SIGHTING) if spans else None


def is_feast(code: str) -> bool:
    """Tell whether a code is one of a feast that the moon decides."""
    return code in _load_feasts()


def _find_spans(year: int, first: str, last: str) -> Iterator[tuple[date, date]]:
    """Yield the feast in the years of the moon that a year of the sun touches."""
    begun = (year - 622) * 33 // 32
    for lunar in range(begun - 1, begun + 2):
        yield _count_day(lunar, first), _count_day(lunar, last)


def _count_day(lunar: int, day: str) -> date:
    month, number = int(day[:2]), int(day[3:])
    months = (59 * (month - 1) + 1) // 2
    return date.fromordinal(_EPOCH + (lunar - 1) * 354 + (3 + 11 * lunar) // 30 + months + number)


@cache
def _load_feasts() -> dict[str, tuple[str, str, str]]:
    lines = Path(__file__).with_name("moving_feasts.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines[1:])
    return {code: (calendar, first, last) for code, calendar, first, last in rows}
