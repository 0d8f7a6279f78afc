"""Narrows the bounds of a report's day by the days of the past that it names without their year."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from onrecord.records import Interval, Timex
from onrecord.times.calendar import interval_of

_OPEN = re.compile(r"XXXX-\d\d(?:-\d\d)?")
_BACKGROUND = re.compile(
    r"(?m)^\W*(?:Recall\b[,:]|As (?:was )?(?:previously|earlier|already) (?:reported|announced)\b|As a reminder\b"
    r"|As (?:was )?reported (?:earlier|previously|before)\b|It was (?:earlier|previously) reported\b)"
)
_BESIDE = 120
# A day or month of the past that is more than ten months back gets its year, or "last".
_REACH = timedelta(days=300)
_DAY = timedelta(days=1)


def narrow_by_recent(
    text: str, timexes: Sequence[Timex], bounds: Interval, told: frozenset[str]
) -> tuple[Interval, tuple[Timex, ...]]:
    """Return the bounds without the days on which a past day or month would not be named so, and what narrowed them.

    What a report tells as past, without a year, lies behind it, but less than a year. `told` are the ids of times on
    which something was said: they lie behind, too. What stands below a line such as "Recall, ..." was reported before,
    so it is a day older at the least.
    """
    if not bounds.earliest or not bounds.latest:
        return bounds, ()
    background = _BACKGROUND.search(text)
    narrowing = []
    for timex in _find_open(timexes, told):
        lag = _DAY if background and timex.span.start > background.start() else timedelta()
        first, last = date.fromisoformat(bounds.earliest or ""), date.fromisoformat(bounds.latest or "")
        windows = [w for w in _windows(timex, first, last, lag) if w[0] <= last and w[1] >= first]
        if not windows:
            continue
        fitting = Interval(earliest=max(first, windows[0][0]).isoformat(), latest=min(last, windows[-1][1]).isoformat())
        if fitting != bounds:
            bounds = fitting
            narrowing.append(timex)
    return bounds, tuple(narrowing)


def _find_open(timexes: Iterable[Timex], told: frozenset[str]) -> Iterable[Timex]:
    """Yield the days and months of the past whose year no words give and no full date beside them lends."""
    lent = 0
    for timex in timexes:
        expression = timex.expression
        value = expression.value or ""
        if expression.anchor is None and value[:1].isdigit():
            lent = timex.span.end
        counted = expression.anchor == "publication" and expression.offset is None
        past = expression.direction == "before" or timex.id in told
        if counted and past and _OPEN.fullmatch(value) and (not lent or timex.span.start - lent > _BESIDE):
            yield timex


def _windows(timex: Timex, first: date, last: date, lag: timedelta) -> list[tuple[date, date]]:
    """Return the stretches of days on which a report could name the day or month so, one for each year."""
    found = []
    for year in range(max(2, first.year - 1), min(last.year, 9998) + 1):
        days = interval_of(f"{year:04d}{(timex.expression.value or '')[4:]}")
        weekday = timex.expression.weekday
        if weekday and days.earliest and date.fromisoformat(days.earliest).isoweekday() != weekday:
            continue
        if days.earliest and days.latest:
            found.append((date.fromisoformat(days.earliest) + lag, date.fromisoformat(days.latest) + _REACH))
    return found
