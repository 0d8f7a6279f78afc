"""Tells a history, whose bare months belong to the years around them, from news, whose months lie near its day."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.records import Interval, Timex
from onrecord.times.calendar import Point, read_point

_MANY = 8
_DEICTIC_SHARE = 0.08
_OLD_SHARE = 0.5


def carries_years(timexes: Sequence[Timex], published: Interval | None) -> bool:
    """Return whether the text tells a story through years that it names, rather than the news of one day."""
    years = [point.year for timex in timexes if (point := _given_year(timex))]
    deictic = sum(_is_deictic(timex) for timex in timexes)
    if len(years) < _MANY or deictic > _DEICTIC_SHARE * len(timexes):
        return False
    if published is None or published.latest is None:
        return True
    near = int(published.latest[:4]) - 1
    return sum(year < near for year in years) >= _OLD_SHARE * len(years)


def _given_year(timex: Timex) -> Point | None:
    return None if timex.type in ("DURATION", "SET") else read_point(timex.expression.value)


def _is_deictic(timex: Timex) -> bool:
    expression = timex.expression
    value = expression.value or ""
    return expression.anchor == "publication" and (expression.offset is not None or value.startswith("XXXX-WXX"))
