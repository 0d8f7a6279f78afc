"""Days and intervals in words, and as numbers to draw by."""

from __future__ import annotations

import re
from datetime import date

from onrecord.records import Detail, Interval, Publication

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
NO_DATE = "No date"
_DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b")
_BASES = {
    "given": "as given with the report",
    "markup": "as the page's markup gives it",
    "stated": "as the report states it",
    "inferred": "as it can be inferred",
}


def number_day(day: str | None) -> float | None:
    """Return a day, with its time of day as a fraction, as a number that grows by one a day; `None` if it is none."""
    if day is None:
        return None
    try:
        number = float(date.fromisoformat(day[:10]).toordinal())
    except ValueError:
        return None
    hour, _, minute = day[11:16].partition(":")
    if hour.isdecimal() and (minute.isdecimal() or not minute):
        number += (int(hour) + int(minute or 0) / 60) / 24
    return number


def is_bounded(interval: Interval | None) -> bool:
    """Say whether both ends of an interval are known."""
    return interval is not None and None not in (number_day(interval.earliest), number_day(interval.latest))


def is_known(interval: Interval | None) -> bool:
    """Say whether anything at all is known of when."""
    return interval is not None and (interval.earliest is not None or interval.latest is not None)


def is_exact(interval: Interval | None) -> bool:
    """Say whether an interval is one day."""
    return interval is not None and is_bounded(interval) and _day(interval.earliest) == _day(interval.latest)


def order_key(interval: Interval | None) -> tuple[str, str]:
    """Return what bounded intervals are listed by: the first day, then the last."""
    return ("", "") if interval is None else (interval.earliest or "", interval.latest or "")


def tell_day(day: str) -> str:
    """Return a day in words: "5 October 2031", "5 October 2031, 10:00"; what is no day comes back as it is."""
    if number_day(day) is None:
        return day
    words = f"{int(day[8:10])} {_MONTHS[int(day[5:7]) - 1]} {int(day[:4])}"
    return f"{words}, {day[11:16]}" if len(day) > 11 else words


def tell_days(words: str) -> str:
    """Return words with each day that is written as "2031-10-05" written as "5 October 2031"."""
    return _DAY.sub(lambda found: tell_day(found.group()), words)


def tell_interval(interval: Interval | None) -> str:
    """Return an interval in words: a day, a month, "between ... and ...", "on or after ...", "No date"."""
    if interval is None or (interval.earliest is None and interval.latest is None):
        return NO_DATE
    if interval.latest is None:
        return f"on or after {tell_day(interval.earliest or '')}"
    if interval.earliest is None:
        return f"on or before {tell_day(interval.latest)}"
    if interval.earliest == interval.latest:
        return tell_day(interval.earliest)
    return _whole(interval.earliest, interval.latest) or _between(interval.earliest, interval.latest)


def tell_publication(publication: Publication | None) -> str:
    """Return, as one sentence, when a report was published and what that rests on."""
    if publication is None:
        return "No date: nothing in the report or beside it says when it was published."
    when = tell_interval(publication.interval)
    evidence = _evidence(publication)
    if when == NO_DATE:
        return f"No date: what was found does not fix one{evidence and f' ({evidence})'}."
    if publication.basis == "inferred":
        judging = evidence or "what it says, without a note of where"
        return f"No date is printed: written {_on(when)}, judging by {judging}."
    return f"Published {_on(when)}, {_BASES[publication.basis]}{evidence and f' ({evidence})'}."


def tell_publication_briefly(publication: Publication | None) -> str:
    """Return when a report was published without what that rests on: "published on 24 June 2031", "no date"."""
    when = tell_interval(publication.interval if publication else None)
    if publication is None or when == NO_DATE:
        return "no date"
    return f"{'written' if publication.basis == 'inferred' else 'published'} {_on(when)}"


def _evidence(publication: Publication) -> str:
    is_inferred = publication.basis == "inferred"
    words = list(dict.fromkeys(_tell(detail, is_inferred) for detail in publication.evidence if detail.value.strip()))
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + f" and {words[-1]}" if words else ""


def _tell(detail: Detail, is_inferred: bool) -> str:
    words = f"“{detail.value.strip()}”" if detail.span else tell_day(detail.value.strip())
    reason = detail.by.rpartition(": ")[2]
    return f"{words} ({reason})" if is_inferred and reason else words


def _on(when: str) -> str:
    if when.startswith(("between", "on or")):
        return when
    return f"on {when}" if when[:1].isdigit() and " " in when else f"in {when}"


def _day(day: str | None) -> str:
    return (day or "")[:10]


def _whole(earliest: str, latest: str) -> str | None:
    if earliest[:10].endswith("-01-01") and latest[:10] == f"{earliest[:4]}-12-31":
        return str(int(earliest[:4])) if earliest[:4].isdecimal() else None
    if number_day(earliest) is None or not earliest[:10].endswith("-01") or earliest[:7] != latest[:7]:
        return None
    after = number_day(f"{_next_month(earliest)}-01")
    last = number_day(latest[:10])
    return f"{_MONTHS[int(earliest[5:7]) - 1]} {int(earliest[:4])}" if after and last and after - last == 1 else None


def _next_month(day: str) -> str:
    year, month = int(day[:4]), int(day[5:7])
    return f"{year + month // 12:04d}-{month % 12 + 1:02d}"


def _between(earliest: str, latest: str) -> str:
    first, last = tell_day(earliest), tell_day(latest)
    if len(earliest) == 10 and len(latest) == 10 and number_day(earliest) and number_day(latest):
        shared = 2 if earliest[:7] == latest[:7] else 1 if earliest[:4] == latest[:4] else 0
        first = " ".join(first.split(" ")[: 3 - shared])
    return f"between {first} and {last}"
