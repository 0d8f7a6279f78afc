"""Reads the lines above a report: what each one alone can be. Which of them is the title is decided elsewhere."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from typing import Literal

from onrecord.reading.days import DATE, MONTH, read_days
from onrecord.reading.debris import is_debris

Kind = Literal[
    "debris", "date", "other date", "outlet and date", "masthead", "byline", "source", "dateline", "heading", "prose"
]

_BLANKS = str.maketrans(dict.fromkeys("\u00a0\u2007\u202f\u2009\t", " "))
_TIME = r"\d{1,2}[:.]\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?(?: ?\(?[A-Z]{2,4}\)?(?:[+-]\d{1,2})?)?"
_STAMP = rf"(?P<date>{DATE})(?:,? ?[|\u00b7\u2022-]? ?(?:at )?{_TIME})?"
_DATE_LINE = re.compile(
    rf"\W?(?:(?:first )?(?:published|posted|issued|dated?)(?: on)?:? )?{_STAMP}[.)]?", re.IGNORECASE
)
_TIME_FIRST = re.compile(rf"{_TIME},? ?[|\u00b7\u2022-]? ?(?P<date>{DATE})", re.IGNORECASE)
_OTHER_DATE = re.compile(
    rf"(?:last )?(?:updated|modified|edited)(?: on| at)?:? .{{0,20}}(?:{DATE}|{_TIME}).{{0,20}}", re.I
)
_OUTLET = r"(?P<name>[^\W_][^\n()|:;?!]{1,60}?)"
_OUTLET_DATE = (
    re.compile(rf"{_OUTLET} ?\((?P<date>{DATE})\)", re.IGNORECASE),
    re.compile(rf"{_OUTLET}(?: ?[|\u2022\u00b7\u2013\u2014] ?| - |, )(?P<date>{DATE})", re.IGNORECASE),
    re.compile(rf"{_OUTLET},? (?:published|posted)(?: on)?:? {_STAMP}", re.IGNORECASE),
)
_CODE_NAME = re.compile(r"[\w-]+(?:\.[\w-]+){0,4}\.[a-z]{2,8}|[A-Z\d]{2,4}")
_BYLINE = re.compile(
    r"(?:(?:[Bb]y|BY|[Ww]ritten by|[Rr]eporting by):? )"
    r"(?P<name>(?:[oO]ur|[aA]) (?:own )?(?:staff |special )?(?:correspondent|reporter)s?[^\n.]{0,40}"
    r"|[^\W\d_a-z][\w.'\u2019-]*(?: (?:and|de|van|von|al|bin|el|da|di|[^\W\d_a-z][\w.'\u2019-]*),?){1,9})"
    rf"(?:,? ?[|\u2022\u00b7\u2013\u2014(-]? ?(?P<date>{DATE})\)?[^\n]{{0,20}}| ?[|,(] ?[^\n]{{1,60}})?"
)
_SOURCE = re.compile(r"(?:[^\W\d_]{2,20} ?/ ?)?[Ss](?:ource|OURCE): ?(?P<name>[^\W_][^\n]{1,80})")
_SHORT_DATE = rf"(?:{MONTH} \d{{1,2}}(?:,? \d{{4}})?|\d{{1,2}} {MONTH}(?:,? \d{{4}})?)"
_PLACE_WORD = r"[^\W\d_a-z][\w.'\u2019-]{0,30}"
_PLACE = rf"{_PLACE_WORD}(?: (?:{_PLACE_WORD}|of|the|es|al|de|la|el)){{0,4}}"
_DATELINE = re.compile(
    rf"(?P<all>(?P<place>{_PLACE})(?:[,/] ?{_PLACE}){{0,2}}"
    rf"(?P<date>[,.]? {_SHORT_DATE})?[.,]?(?P<agency> ?\([^()\n]{{2,40}}\)| ?/[^/\n]{{2,40}}/\.?)?)"
    r"(?P<stop> ?(?:-{1,3}|[\u2013\u2014_])(?=\s|$| ?[\"\u201c\u00abA-Z])|(?<=/\.) |(?<=/) )"
)
_AGENCY = re.compile(r"[(/](?P<name>[^()/\n]{2,40})[)/]\.?$")
_DATELINE_ALONE = re.compile(rf"(?P<all>(?P<place>{_PLACE})(?:, ?{_PLACE})?(?P<date> )(?P<agency>\([A-Z]{{2,8}}\)))")
_ANY_DATE = re.compile(DATE, re.IGNORECASE)
_BORDERS = "|\u00b7\u2022\u2013\u2014-,./:()\"'\u201c\u201d"
_BORDER = re.compile(r"[|\u00b7\u2022\u2013\u2014,./()]|: | - ")
_FURNITURE = re.compile(
    r"(?:no|nos|nr|vol|volume|issue|number|edition|page|pages|p|section|part|transcript|translated|translation|abridged"
    r"|front page|special edition|script"
    r"|print|online|morning|evening|late|early|weekend|weekly|daily|monthly|live|local|urgent|gmt|utc)\b"
    r"(?!.{60})|\d{1,5}$",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"EXCLUSIVE|BREAKING(?: NEWS)?|UPDATED?(?: \d)?|ANALYSIS|OPINION|VIDEO|WATCH|CORRECT(?:ED|ION)|LIVE|NEWS"
)
_ADDED = re.compile(r" ?\([^()]*\)|, .*$| (?:[-/|\u00b7\u2022]|\u2013|\u2014) .*$")
_CAPITALS = re.compile(r"THE(?: [^\W\d_a-z][^\sa-z]*){1,3}")
_LONGEST_NAME, _SECTION = 8, 3  # words
_PUBLISHER = re.compile(
    r"[A-Z]{2,5} ?/ ?\w|(?:voice|radio|agence|television|tv|channel|office|government|presidency|ministry|embassy"
    r"|permanent mission|press service|press office|secretariat|cabinet|parliament) (?:of |\w)",
    re.IGNORECASE,
)
_SECTION_MARKS = (" | ", " \u00b7 ", " \u2022 ")
_CLOSED = re.compile(r"[.!?:;,\u2026][\"'\u201d\u2019\u00bb)\]]*$")
_MARKED = re.compile(r"(?:\*\*|__)(?P<a>[^\n]+?)(?:\*\*|__)|#{1,3} +(?P<b>[^\n]+?)(?: +#+)?")
_SMALL_WORD = re.compile(
    r"an?|and|at|by|d[aeiou]|de[lrs]|el|en|et|for|in|l[ae]|of|on|the|to|und|v[ao]n|y|&", re.IGNORECASE
)
_NOT_NAMES = re.compile(
    rf"(?:{MONTH}(?= \d|$)|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    r"|[^\n]*\b(?:ministry|department|office|police|court)\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadLine:
    """One line above the report: its place, what it can be, the part that names something, the days it gives."""

    start: int
    end: int
    kind: Kind
    value: tuple[int, int]
    days: tuple[str, ...] = ()
    marked: bool = False


def read_head_line(text: str, start: int, end: int) -> HeadLine:
    """Say what the line at `text[start:end]` (margins stripped) can be; the first rule that fits decides."""
    words = text[start:end].translate(_BLANKS)
    for rule in HEAD_RULES:
        found = rule(words)
        if found:
            value = (start + found.value[0], start + found.value[1])
            return HeadLine(start=start, end=end, kind=found.kind, value=value, days=found.days, marked=found.marked)
    return HeadLine(start=start, end=end, kind="prose", value=(start, end))


def _found(kind: Kind, value: tuple[int, int], days: tuple[str, ...] = (), marked: bool = False) -> HeadLine:
    return HeadLine(start=0, end=0, kind=kind, value=value, days=days, marked=marked)


def find_debris_line(words: str) -> HeadLine | None:
    """Page debris: "-----" but not "Share prices fell"."""
    return _found("debris", (0, len(words))) if is_debris(words) else None


def find_date_line(words: str) -> HeadLine | None:
    """A full date alone: "Saturday, 5 February 2031" but not "On 5 February 2031 it rained"."""
    match = _DATE_LINE.fullmatch(words) or _TIME_FIRST.fullmatch(words)
    return _found("date", match.span("date"), read_days(match["date"])) if match else None


def find_furnished_date_line(words: str) -> HeadLine | None:
    """A date set off among page furniture: "No. 4, 5 February 2031 | World" but not "Rain fell, 5 February 2031"."""
    dates = list(_ANY_DATE.finditer(words))
    if len(dates) != 1 or len(words) > 120:
        return None
    before, after = words[: dates[0].start()].rstrip(), words[dates[0].end() :].lstrip()
    apart = (not before or before[-1] in _BORDERS) and (not after or after[0] in _BORDERS or re.match(_TIME, after))
    pieces = (piece.strip(" \"'\u201c\u201d") for piece in _BORDER.split(f"{before}|{after}"))
    if not apart or not all(is_furniture(piece) for piece in pieces if piece):
        return None
    days = read_days(dates[0].group())
    first = _BORDER.split(before)[0].strip()  # RADIO DORN / NEWS / 5 February 2031
    if is_called_outlet(first):
        return _found("masthead", (0, len(first)), days)
    return _found("date", dates[0].span(), days)


def is_furniture(words: str) -> bool:
    """Tell what may stand beside a date above a report: a section, a place, a programme, the number of an issue."""
    named = is_name(words) and len(words.split()) <= _SECTION and not _NOT_NAMES.fullmatch(words)
    return named or bool(re.fullmatch(_TIME, words) or _FURNITURE.match(words))


def find_other_date_line(words: str) -> HeadLine | None:
    """The date of a change, which is no publication date: "Updated: 5 February 2031" but not "Updated rules apply"."""
    return _found("other date", (0, len(words))) if _OTHER_DATE.fullmatch(words) else None


def find_outlet_date_line(words: str) -> HeadLine | None:
    """An outlet beside its date: "The Dorn Post (5 February 2031)" but not "rain again (5 February 2031)"."""
    match = next(filter(None, (pattern.fullmatch(words) for pattern in _OUTLET_DATE)), None)
    if match is None:
        return None
    if not is_outlet(match["name"]):
        return None if _FURNITURE.match(match["name"]) else _found("other date", (0, len(words)))
    return _found("outlet and date", match.span("name"), read_days(match["date"]))


def find_byline(words: str) -> HeadLine | None:
    """Who wrote it: "By Ada Quell" but not "By Monday evening"."""
    match = _BYLINE.fullmatch(words)
    if match is None or _NOT_NAMES.match(match["name"]) or len(words) > 120:
        return None
    days = read_days(match["date"]) if match["date"] else ()
    return _found("byline", match.span("name"), days)


def find_source_line(words: str) -> HeadLine | None:
    """Where it was first published: "Source: Dorn Press" but not "Source: the ministry, which gave no figures."."""
    match = _SOURCE.fullmatch(words)
    named = match and is_name(match["name"]) and len(match["name"].split()) <= 7 and not _NOT_NAMES.match(match["name"])
    return _found("source", match.span("name")) if match and named else None


def find_dateline(words: str) -> HeadLine | None:
    """Place, date or agency before the first sentence: "KORVA, March 3 (Dorn Press) - The" but not "Korva - a port"."""
    match = _DATELINE.match(words) or _DATELINE_ALONE.fullmatch(words)
    if match is None:
        return None
    capitals = match["place"].isupper() and len(match["place"]) > 3 and not _LABEL.fullmatch(match["place"])
    named = match["date"] or match["agency"] or capitals
    begins = words[match.end() :].lstrip(" -\"'\u201c\u2018\u00ab")[:1]
    if not named or (begins and begins.islower()) or (not begins and not match["agency"] and not capitals):
        return None
    return _found("dateline", match.span("all"))


def find_agency(text: str, dateline: HeadLine | None) -> HeadLine | None:
    """Find the agency that a dateline names: who wrote a report over which nobody else stands."""
    match = _AGENCY.search(text[: dateline.value[1]], dateline.value[0]) if dateline else None
    if dateline is None or match is None or not is_name(match["name"]) or _NOT_NAMES.match(match["name"]):
        return None
    return replace(dateline, value=match.span("name"))


def find_heading(words: str) -> HeadLine | None:
    """A short line without the close of a sentence: "Talks on the port end" but not "The talks ended."."""
    match = _MARKED.fullmatch(words)
    if match:
        group = "a" if match["a"] else "b"
        return _found("heading", match.span(group), marked=True)
    letters = sum(c.isalpha() for c in words)
    plain = letters >= 3 and len(words.split()) <= 24 and len(words) <= 160 and not _ANY_DATE.search(words)
    cried = words.endswith("?") or (words.endswith("!") and words.isupper())
    closed = (_CLOSED.search(words) and not cried) or _SOURCE.fullmatch(words)
    if not plain or closed or words[0].islower():
        return None
    return _found("heading", (0, len(words)))


def is_name(words: str) -> bool:
    """Tell whether words may name an outlet: few, and all but the small ones begin with a capital or a digit."""
    parts = words.split()
    big = [part for part in parts if not _SMALL_WORD.fullmatch(part)]
    return (
        bool(big)
        and len(parts) <= _LONGEST_NAME
        and not words.endswith(".")
        and all(not part[0].islower() for part in big)
    )


def is_outlet(words: str) -> bool:
    """Tell whether words name an outlet by themselves: "The Dorn Post", "Straitwire", "BBN", "post.example"."""
    first, *_, last = (*words.split(), words.split()[-1])
    named = last.lower().endswith(_outlet_words()) and words.lower() not in _outlet_words()
    return _CODE_NAME.fullmatch(words) is not None or (is_name(words) and (named or first == "The"))


def is_publisher(words: str) -> bool:
    """Tell whether words above a date name who publishes: an outlet, its short and long name, a broadcaster, an office.

    "Radio Dorn, evening news", "DTA - Dorn Telegraph Agency", "Office of the President of Korva"; what stands in
    brackets or after a comma only adds to the name.
    """
    name = _ADDED.sub("", words).strip()
    first = " ".join(name.split()[:_LONGEST_NAME])
    short = len(name.split()) <= 2
    return is_name(first) and (is_outlet(name) or short or is_called_outlet(name))


def cut_section(words: str) -> int:
    """Return where the name over a date ends: "Dorn Post | World" is the Dorn Post."""
    return min((at for mark in _SECTION_MARKS if (at := words.find(mark)) > 0), default=len(words))


def is_called_outlet(name: str) -> bool:
    """Tell whether a name is that of an outlet by what it is called: "Radio Dorn", "THE DORN BEACON", "Dorn Post"."""
    called = is_name(name) and name.lower().endswith(_outlet_words()) and name.lower() not in _outlet_words()
    return called or bool(_PUBLISHER.match(name) or _CAPITALS.fullmatch(name))


@lru_cache(maxsize=1)
def _outlet_words() -> tuple[str, ...]:
    table = files("onrecord.reading").joinpath("outlets.tsv").read_text(encoding="utf-8")
    return tuple(line for line in table.splitlines() if line and not line.startswith("#"))


HEAD_RULES: tuple[Callable[[str], HeadLine | None], ...] = (
    find_debris_line,
    find_date_line,
    find_other_date_line,
    find_byline,
    find_outlet_date_line,
    find_furnished_date_line,
    find_source_line,
    find_dateline,
    find_heading,
)
