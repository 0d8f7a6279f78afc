"""Bounds the day on which a report was published from what the report itself says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.records import Detail, Document, Interval, Publication, Timex
from onrecord.times.calendar import UNKNOWN, interval_of, make_day, move_days
from onrecord.times.recency import narrow_by_recent

_HEAD, _FOOT = 800, 300
_DATE_LINE = re.compile(r"[^\w\n]*(?:(?:published|updated|posted|date|dated|on)\b[^\w\n]*)?", re.IGNORECASE)
_AFTER_DATE = re.compile(r"[^\w\n]*(?:\d{1,2}[:.]\d\d\b[^\n]{0,12})?")
_OUTLET_LINE = re.compile(r"[^\n.!?]{2,60}[(|,\u2013\u2014-] ?")
_SENTENCE_END = re.compile(r"[.!?][\"')]*\s+[A-Z\"']|\n")
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:T.*)?")
_OPEN_DAY = re.compile(r"XXXX-(\d\d)-(\d\d)")
_OPEN_WEEKDAY = re.compile(r"XXXX-WXX-(\d)(?:T.*)?")
_PLACE_LINE = re.compile(r"\s*(?:[A-Z][\w.'-]*(?:, | |,)){1,6}(?<=, )")
_DATELINE_END = re.compile(r"\s*(?:\([A-Z][^\n)]*\)|[-\u2013\u2014:])")
_ATTRIBUTE = re.compile(r"(?:\b(?:the|an?|its|their|his|her|our|this)|['\u2019]s) $", re.IGNORECASE)
_SINCE = re.compile(r"\b(?:since|after)(?: the)? $", re.IGNORECASE)
_WEEK = timedelta(days=6)
_LAST_YEAR = 9998


@dataclass(frozen=True, slots=True)
class Pair:
    """A day of a month whose weekday the text tells; `near` when the bare weekday puts it in the week of the report."""

    month: int
    day: int
    weekday: int
    near: bool
    evidence: tuple[Timex, ...]


def bound_publication(
    document: Document, timexes: Sequence[Timex], known: Interval | None = None, told: frozenset[str] = frozenset()
) -> Publication | None:
    """Say when a report was published, as far as its own words tell; `None` where they tell nothing.

    A date that stands alone at the head or foot is taken as stated, and so is the full date of a dateline, or the day
    after it. Otherwise the latest date that the report tells
    of in the past is a lower bound, with no upper one. `known` are bounds from other evidence: where within them the
    weekday of a day of the month fits one year alone, that year is forced. `told` are the ids of the times on which
    something was said, which lie in the past whatever the verb beside them.
    """
    known = known or UNKNOWN
    lower = _find_latest_past(document.text, timexes)
    stated = _find_stated(document.text, timexes, lower)
    if stated:
        return Publication(
            interval=interval_of((stated.expression.value or "")[:10]),
            basis="stated",
            evidence=(_detail(document, stated, "a date that stands alone"),),
        )
    filed = _find_filed(document.text, timexes)
    if filed:
        return Publication(
            interval=_add_a_day(interval_of((filed.expression.value or "")[:10])),
            basis="stated",
            evidence=(_detail(document, filed, "the day of the dateline"),),
        )
    earliest = max(known.earliest or "", _earliest(lower) if lower else "") or None
    binds = lower is not None and _earliest(lower) == earliest
    details = [_detail(document, lower, "the latest date told as past")] if lower and binds else []
    bounds, recent = narrow_by_recent(document.text, timexes, Interval(earliest=earliest, latest=known.latest), told)
    details += [_detail(document, timex, "a day of the past without its year") for timex in recent]
    return _force(document, timexes, bounds, tuple(details))


def _find_latest_past(text: str, timexes: Sequence[Timex]) -> Timex | None:
    """Return the latest date that a verb puts in the past, or the first of those that only seem to lie there.

    A report whose years all lie ahead is rare; one of them that does ("the 2030 plan was changed") is not.
    """
    given = [timex for timex in timexes if timex.expression.anchor is None and _earliest(timex)]
    past = [timex for timex in given if timex.expression.direction == "before"]
    seeming = [timex for timex in given if _seems_past(text, timex)]
    open_years = [t for t in given if t.expression.direction == "nearest" and not _stands_on_its_line(text, t)]
    if len({_earliest(timex) for timex in open_years}) > 1:
        seeming += open_years
    return max([*past, *sorted(seeming, key=_earliest)[:1]], key=_earliest, default=None)


def _seems_past(text: str, timex: Timex) -> bool:
    """A day or month with its year seldom lies ahead unless a word says so; a bare year before a noun may be a plan."""
    before = text[max(0, timex.span.start - 14) : timex.span.start]
    if timex.expression.direction not in ("perhaps before", "nearest"):
        return False
    bare = "-" not in (timex.expression.value or "")
    if bare and timex.expression.direction == "nearest":
        return before.endswith("since ") or before.endswith("since the ")
    if _stands_on_its_line(text, timex):
        return False
    return not (bare and _ATTRIBUTE.search(before) and not _SINCE.search(before))


def _earliest(timex: Timex) -> str:
    return interval_of(timex.expression.value).earliest or ""


def _find_stated(text: str, timexes: Sequence[Timex], lower: Timex | None) -> Timex | None:
    """Return the date that stands alone, where all such dates agree and none of the past lies after it."""
    alone = [timex for timex in timexes if _is_whole_day(timex) and _stands_alone(text, timex)]
    days = {(timex.expression.value or "")[:10] for timex in alone}
    if len(days) != 1 or (lower and _earliest(lower) > days.copy().pop()):
        return None
    return alone[0]


def _is_whole_day(timex: Timex) -> bool:
    expression = timex.expression
    return expression.anchor is None and expression.end is None and bool(_DAY.fullmatch(expression.value or ""))


def _stands_alone(text: str, timex: Timex) -> bool:
    return not _HEAD <= timex.span.start < len(text) - _FOOT and _stands_on_its_line(text, timex)


def _stands_on_its_line(text: str, timex: Timex) -> bool:
    first = text.rfind("\n", 0, timex.span.start) + 1
    last = text.find("\n", timex.span.end)
    before, after = text[first : timex.span.start], text[timex.span.end : last if last >= 0 else len(text)]
    opened = _DATE_LINE.fullmatch(before) or _OUTLET_LINE.fullmatch(before)
    return bool(opened and _AFTER_DATE.fullmatch(after))


def _force(
    document: Document, timexes: Sequence[Timex], bounds: Interval, details: tuple[Detail, ...]
) -> Publication | None:
    """Narrow the bounds by the days of the month whose weekday is told."""
    if bounds.earliest and bounds.latest and bounds.earliest > bounds.latest:
        return None
    for pair in _find_pairs(document.text, timexes):
        days = _fitting_days(pair.month, pair.day, pair.weekday, bounds, 6 if pair.near else 0)
        if not days:
            continue
        details = (*details, *(_detail(document, timex, "a weekday with its day") for timex in pair.evidence))
        bounds = Interval(earliest=max(bounds.earliest or "", days[0].isoformat()), latest=bounds.latest)
        if pair.near and len(days) == 1 and bounds.latest:
            return _narrow_to_week(document, timexes, days[0], bounds, details)
    dateline = _find_dateline(document.text, timexes)
    if dateline and (days := _fitting_days(*_month_and_day(dateline), None, bounds)):
        details = (*details, _detail(document, dateline, "the day of the dateline"))
        latest = (days[0] + timedelta(days=1)).isoformat() if bounds.latest and len(days) == 1 else bounds.latest
        bounds = Interval(earliest=days[0].isoformat(), latest=latest)
    if bounds.earliest is None or not details:
        return None
    return Publication(interval=bounds, basis="inferred", evidence=details)


def _find_dateline(text: str, timexes: Sequence[Timex]) -> Timex | None:
    """Return the day that a dateline gives without its year ("DORN, May 3 (Dorn Press) -")."""
    first = timexes[:1]
    return next((t for t in first if _OPEN_DAY.fullmatch(t.expression.value or "") and _is_in_dateline(text, t)), None)


def _find_filed(text: str, timexes: Sequence[Timex]) -> Timex | None:
    """Return the day that a dateline gives in full ("DORN, May 3, 2031 (Dorn Press) -")."""
    return next((timex for timex in timexes[:2] if _is_whole_day(timex) and _is_in_dateline(text, timex)), None)


def _is_in_dateline(text: str, timex: Timex) -> bool:
    start = text.rfind("\n", 0, timex.span.start) + 1
    after = text[timex.span.end : timex.span.end + 40]
    before = text[start : timex.span.start]
    return timex.span.start < _HEAD and bool(_PLACE_LINE.fullmatch(before) and _DATELINE_END.match(after))


def _add_a_day(filed: Interval) -> Interval:
    """What was filed on one day was published on it, or overnight."""
    day = move_days(date.fromisoformat(filed.earliest), 1) if filed.earliest else None
    return Interval(earliest=filed.earliest, latest=day.isoformat() if day else None)


def _month_and_day(timex: Timex) -> tuple[int, int]:
    value = timex.expression.value or ""
    return int(value[5:7]), int(value[8:10])


def _narrow_to_week(
    document: Document, timexes: Sequence[Timex], day: date, bounds: Interval, details: tuple[Detail, ...]
) -> Publication:
    """A bare weekday of the past is one of the last seven days; the weekday of "today" settles which day it is."""
    latest = min(bounds.latest or "9999-12-31", (day + _WEEK).isoformat())
    named = _find_weekday_of_report(document.text, timexes)
    if named:
        own = day + timedelta(days=(_weekday_of(named[1]) - day.isoweekday()) % 7)
        if own.isoformat() <= latest:
            details = (*details, *(_detail(document, timex, "today and its weekday") for timex in named))
            return Publication(
                interval=Interval(earliest=own.isoformat(), latest=own.isoformat()), basis="inferred", evidence=details
            )
    return Publication(interval=Interval(earliest=bounds.earliest, latest=latest), basis="inferred", evidence=details)


def _find_pairs(text: str, timexes: Sequence[Timex]) -> list[Pair]:
    pairs = []
    for i, timex in enumerate(timexes):
        found = _OPEN_DAY.match(timex.expression.value or "")
        if not found or timex.expression.offset is not None or timex.expression.direction != "before":
            continue
        month, day = int(found[1]), int(found[2])
        if timex.expression.weekday:
            pairs.append(Pair(month, day, timex.expression.weekday, False, (timex,)))
        else:
            linked = [o for o in timexes[max(0, i - 1) : i + 2] if _names_same_day(text, timex, o)]
            pairs += [Pair(month, day, _weekday_of(other), True, (timex, other)) for other in linked[:1]]
    return pairs


def _names_same_day(text: str, day: Timex, other: Timex) -> bool:
    """A bare weekday of the past in the sentence of a day of the month is taken for its weekday."""
    first, last = sorted((day, other), key=lambda timex: timex.span.start)
    return (
        bool(_weekday_of(other))
        and other.expression.direction == "before"
        and not _SENTENCE_END.search(text[first.span.end : last.span.start])
    )


def _weekday_of(timex: Timex) -> int:
    found = _OPEN_WEEKDAY.fullmatch(timex.expression.value or "")
    return int(found[1]) if found and timex.expression.offset is None else 0


def _fitting_days(month: int, day: int, weekday: int | None, bounds: Interval, before: int = 0) -> list[date]:
    """Return the days within the bounds, or so many days before them, that carry the weekday.

    With no upper bound they are those of the next twenty-eight years, after which the calendar repeats.
    """
    if bounds.earliest is None:
        return []
    first = int(bounds.earliest[:4])
    last = int(bounds.latest[:4]) if bounds.latest else min(first + 28, _LAST_YEAR)
    days = [make_day(year, month, day) for year in range(max(1, first - 1), last + 1)]
    floor = move_days(date.fromisoformat(bounds.earliest), -before) or date.min
    ceiling = bounds.latest or "9999"
    return [d for d in days if d and d >= floor and d.isoformat() <= ceiling and weekday in (None, d.isoweekday())]


def _find_weekday_of_report(text: str, timexes: Sequence[Timex]) -> tuple[Timex, Timex] | None:
    """Return "today" and a weekday when they are the first two times of the report: one day, told twice."""
    if len(timexes) < 2:
        return None
    first, second = timexes[:2]
    for today, weekday in ((first, second), (second, first)):
        past = weekday.expression.direction in ("before", "perhaps before")
        if _is_today(today) and _weekday_of(weekday) and past:
            return today, weekday
    return None


def _is_today(timex: Timex) -> bool:
    return timex.expression.unit == "day" and timex.expression.offset == 0 and timex.expression.anchor == "publication"


def _detail(document: Document, timex: Timex, why: str) -> Detail:
    return Detail(value=timex.span.of(document.text), span=timex.span, field=None, by=f"times: {why}")
