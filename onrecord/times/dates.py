"""Reads what words mean that name a day, a month, a season, a year or more."""

from __future__ import annotations

import re

from onrecord.records import Direction, Expression
from onrecord.times.calendar import make_day, write_year
from onrecord.times.words import look_up, read_day, read_year

_CENTURY_PIVOT = 40
_LEAP = 2000
_OF_BOOKS = re.compile(r"fiscal|financial|FY", re.IGNORECASE)
_OF_BOOKS_BEHIND = re.compile(r" (?:fiscal|financial|budget) year\b", re.IGNORECASE)
_IN_FALL = re.compile(r" (?:campaign|offensive|semester|term|session|election|harvest|season|fighting|vote)s?\b")
_SIDES: dict[str, Direction] = {"-1": "last", "0": "same", "1": "next"}


def read_numeric(match: re.Match[str], day_first: bool | None) -> Expression | None:
    """Read a date in figures; `day_first` settles which of the first two is the day, where both could be."""
    found = match.groupdict()
    year = int(found["y"])
    if len(found["y"]) == 2:
        year += 1900 if year >= _CENTURY_PIVOT else 2000
    if found.get("mn"):
        month, day = int(found["mn"]), int(found["d"])
    else:
        first, second = int(found["a"]), int(found["b"])
        if day_first is None and first <= 12 and second <= 12 and first != second and found["sep"] != ".":
            return Expression(value=f"{year:04d}-XX-XX")
        first_is_day = first > 12 or (second <= 12 and (day_first if day_first is not None else True))
        month, day = (second, first) if first_is_day else (first, second)
    if make_day(year, month, day) is None:
        return None
    time = f"T{found['h']}:{found['mi']}" if found.get("h") else ""
    return Expression(value=f"{year:04d}-{month:02d}-{day:02d}{time}")


def read_day_of_month(match: re.Match[str]) -> Expression | None:
    """Read a day of a month, or a stretch of days, whose year may be given, counted or left open."""
    found = match.groupdict()
    month = look_up("month", found["m"])
    day = read_day(found["d"], found["o"])
    last = read_day(found.get("d2"), None)
    year = read_year(found["y"])
    if month is None or not _fits(year, int(month), day) or (last is not None and not _fits(year, int(month), last)):
        return None
    if last is not None and day is not None and last <= day:
        return None
    weekday = look_up("weekday", found.get("w"))
    head = f"{year:04d}" if year else "XXXX"
    return _dated(
        f"{head}-{int(month):02d}-{day:02d}",
        found,
        weekday=int(weekday) if weekday else None,
        end=f"{head}-{int(month):02d}-{last:02d}" if last else None,
    )


def read_second_day(match: re.Match[str]) -> Expression | None:
    """Read the other of two days of one month ("May 17 and 18")."""
    found = match.groupdict()
    month, day, year = look_up("month", found["m"]), read_day(found["d"], None), read_year(found["y"])
    if month is None or not _fits(year, int(month), day):
        return None
    return _dated(f"{year:04d}-{int(month):02d}-{day:02d}" if year else f"XXXX-{int(month):02d}-{day:02d}", found)


def read_year_period(match: re.Match[str]) -> Expression | None:
    """Read "the 2030 period" as the quarter of that year which the report compares."""
    return Expression(value=f"{match['y']}-QX", anchor="mentioned")


def read_month(match: re.Match[str]) -> Expression | None:
    """Read a month, with its year or without."""
    found = match.groupdict()
    month = look_up("month", found["m"])
    if month is None or (_is_short(found["m"]) and not (found.get("y") or found.get("y3") or found.get("ry"))):
        return None
    year = read_year(found.get("y") or found.get("y3"))
    value = f"{year:04d}-{int(month):02d}" if year else f"XXXX-{int(month):02d}"
    return _dated(value, found)


def read_weekday_of_month(match: re.Match[str]) -> Expression | None:
    """Read "the last Sunday of October" as lying in that month, "the first Saturday of the month" as each of them."""
    month = look_up("month", match["m"])
    if month is None:
        return Expression(value=f"XXXX-WXX-{look_up('weekday', match['w'])}")
    return _dated(f"{match['y'] or 'XXXX'}-{int(month):02d}", match.groupdict())


def read_year_span(match: re.Match[str]) -> Expression | None:
    """Read "the 2030/31 school year" as lying somewhere in the two years."""
    first, second = int(match["y"]), match["y2"]
    last = int(second) if len(second) == 4 else first - first % 100 + int(second)
    return Expression(value=f"{first:04d}", end=f"{last:04d}") if last == first + 1 else None


def read_short_quarter(match: re.Match[str]) -> Expression | None:
    """Read "Q3 2032", "H1 2032", "2Q32", "Q3"."""
    part, year = match["q"] or match["h"] or match["q2"][::-1], match["y"] or match["y2"] or match["y3"]
    if year:
        return Expression(value=f"{year if len(year) == 4 else '20' + year}-{part}")
    return Expression(value=f"XXXX-{part}", anchor="publication", direction="nearest")


def read_season(match: re.Match[str]) -> Expression | None:
    """Read a season, with its year or without; "fall" is one only where something says so."""
    found = match.groupdict()
    season = look_up("season", found["s"])
    year = read_year(found["y"] or found["y3"])
    if found["s"].lower() == "fall" and not year and not found["ry"] and not _IN_FALL.match(match.string, match.end()):
        after = match.string[match.end() : match.end() + 4]
        if not found["rel"] or (found["rel"].lower() == "the" and after.startswith(" of")):
            return None
    if found["rel"] and found["rel"].lower() == "the":
        found["rel"] = None
    return _dated(f"{year:04d}-{season}" if year else f"XXXX-{season}", found)


def read_plain_year(match: re.Match[str]) -> Expression | None:
    """Read a year in figures or words; one of the books ("fiscal 2031") seldom begins in January."""
    year = read_year(match["y"])
    if not year:
        return None
    value = f"{year:04d}"
    kept = _OF_BOOKS.match(match.group()) or _OF_BOOKS_BEHIND.match(match.string, match.end())
    return Expression(value=value, unit="year", end=value) if kept else Expression(value=value)


def read_short_year(match: re.Match[str]) -> Expression | None:
    """Read the second year of "2014-16" in the century of the first."""
    first = match.string[match.start() - 5 : match.start() - 1]
    return Expression(value=first[:2] + match["short"]) if match["short"] > first[2:] else None


def read_common_year(match: re.Match[str]) -> Expression | None:
    """Read "AD 79", "1200 CE"."""
    return Expression(value=f"{int(match['y'] or match['y2']):04d}")


def read_apostrophe_year(match: re.Match[str]) -> Expression | None:
    """Read "in '95" in the century that lies nearer."""
    return Expression(value=str((1900 if int(match["short2"]) >= _CENTURY_PIVOT else 2000) + int(match["short2"])))


def read_era_year(match: re.Match[str]) -> Expression | None:
    """Read a year before the common era, with its month or season."""
    found = match.groupdict()
    year = write_year(-int(match["y"]))
    month, season = look_up("month", found.get("m")), look_up("season", found.get("s"))
    if match["y"].startswith("0"):
        return None
    return Expression(value=f"{year}-{int(month):02d}" if month else f"{year}-{season}" if season else year)


def read_decade(match: re.Match[str]) -> Expression | None:
    """Read a decade: "the 1990s" is 199; "the nineties" are taken for those of the last century."""
    found = match.groupdict()
    if found.get("bc"):
        return Expression(value=f"BC{int(found['bc']) // 10:03d}")
    if found.get("y"):
        return Expression(value=found["y"][:3])
    return Expression(value="19" + (found["short"][0] if found.get("short") else look_up("decade", found["k"]) or "X"))


def read_century(match: re.Match[str]) -> Expression | None:
    """Read a century: the 19th is 18, the years that begin so."""
    number = int(match["n"]) if match["n"] else read_day(None, match["o"])
    if not number:
        return None
    return Expression(value=f"BC{number - 1:02d}" if match["era"] else f"{number - 1:02d}")


def read_quarter(match: re.Match[str]) -> Expression | None:
    """Read a quarter or half of a year."""
    found = match.groupdict()
    ordinal = found["o"].lower()
    number = (
        2 if ordinal in ("latter", "last") else int(ordinal[0]) if ordinal[0].isdigit() else read_day(None, ordinal)
    )
    halves = found["q"].lower() == "half"
    year = read_year(found["y"] or found["y0"])
    if ordinal == "last" and not halves:
        if year is None:
            return None
        number = 4
    found["ry"] = found["ry"] or found["ry2"]
    if number is None or (halves and (number > 2 or not (year or found["ry"]))):
        return None
    return _dated(
        f"{year:04d}-{'H' if halves else 'Q'}{number}" if year else f"XXXX-{'H' if halves else 'Q'}{number}", found
    )


def read_holiday(match: re.Match[str]) -> Expression | None:
    """Read a feast of a fixed day."""
    found = match.groupdict()
    day = look_up("holiday", found["k"])
    return _dated(f"{found['y']}-{day}" if found["y"] else f"XXXX-{day}", found)


def read_year_end(match: re.Match[str]) -> Expression | None:
    """Read the end of a year as its last day."""
    return Expression(value="XXXX-12-31", anchor="publication", direction="nearest")


def _dated(value: str, found: dict[str, str | None], weekday: int | None = None, end: str | None = None) -> Expression:
    """Say what a date whose year is open is counted from: a year that the words name, or the nearest one."""
    if not value.startswith("XXXX"):
        return Expression(value=value, weekday=weekday, end=end)
    if found.get("ry"):
        offset, anchor = (look_up("relative", found["ry"]) or "0 mentioned").split()
        return Expression(value=value, anchor=anchor, offset=int(offset), unit="year", weekday=weekday, end=end)
    relative = (found.get("rel") or "").lower()
    if relative:
        return _relative_to(value, relative)
    return Expression(value=value, anchor="publication", direction="nearest", weekday=weekday, end=end)


def _relative_to(value: str, relative: str) -> Expression:
    """Say what "last May", "this spring", "the following March" are counted from."""
    offset, anchor = (look_up("relative", relative) or "0 publication").split()
    if offset == "0" and anchor == "publication":
        return Expression(value=value, anchor=anchor, offset=0, unit="year")
    return Expression(value=value, anchor=anchor, direction=_SIDES[offset])


def _fits(year: int | None, month: int, day: int | None) -> bool:
    return make_day(year or _LEAP, month, day) is not None


def _is_short(month: str) -> bool:
    return len(month) <= 4 and month[-1:] != "." and month.lower() not in ("may", "june", "july")
