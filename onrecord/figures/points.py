"""Decides what a point before three digits is: 12.500 may be a dozen and a half, or twelve thousand and more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from onrecord.figures.knowledge import load_knowledge

_MANY = re.compile(r"(?<![\w.,:/-])[1-9]\d{0,2}(?:\.\d{3}){2,}(?!\w|[.,]\d)")
_ONE = re.compile(r"(?<![\w.,:/-])[1-9]\d{0,2}\.\d{3}(?!\w|[.,]\d)")
_BOTH = re.compile(r"(?<![\w.,:/-])[1-9]\d{0,2}((?:\.\d{3})+),(\d{1,2})(?!\w|[.,]\d)")
_COMMAS = re.compile(r"(?<![\w.,])[1-9]\d{0,2}(?:,\d{3})+(?![\d,])")
_SMALL = re.compile(
    r"(?<![\w.,:/-])\d{1,3}\.\d{1,2}(?= ?(?:%|per ?cent|percent|[mbt]r?illion|bn|km|kg|tonnes?|euros?|dollars))"
)
_MONEY_BEFORE = re.compile(r"[$\u20ac\u00a3] ?\d+\.\d\d(?!\d)")
_COMMA = re.compile(
    r"(?<![\w.,])(\d{1,3}),(?=\d{1,2} ?(?:%|percent|per cent|[mbt]r?illion|bn|km|kg|tonnes?|euros?|metres?|degrees|"
    r"\u00b0|\u20ac|hectares|litres)(?!\w))",
    re.IGNORECASE,
)
_PLAIN_WORD = re.compile(r" (?!(?:[mbt]r?illion|bn|percent|per)\b)[a-z]")
_SCALED = re.compile(r" ?(?:[mbt]r?illion\b|bn\b|percent\b|per ?cent\b|%)", re.IGNORECASE)
_RATE = re.compile(r" ?\S+ (?:an?|per|for (?:an?|one|each)) ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Point:
    """One number with a point before three digits: whether it parts thousands, and whether that is in doubt."""

    start: int
    end: int
    thousands: bool
    doubtful: bool


def read_points(text: str) -> tuple[Point, ...]:
    """Return how each such number is read, by the rest of the text, else by the words beside it.

    A text with 1.200.000, with 4,5 percent or with 30.000 euros parts thousands by points; one with 1,200 and 4.5
    percent does not. Where a text tells neither or both, the number is in doubt.
    """
    spots = list(_ONE.finditer(text))
    if not spots:
        return ()
    by_points, by_commas = _parts_by_points(text, spots), _parts_by_commas(text)
    return tuple(_read(spot, text, by_points, by_commas) for spot in spots)


def _read(spot: re.Match[str], text: str, by_points: bool, by_commas: bool) -> Point:
    start, end = spot.span()
    if _SCALED.match(text, end) or (_money().match(text, end) and _RATE.match(text, end)):
        return Point(start, end, thousands=False, doubtful=False)
    measured = _unit().match(text, end) is not None
    if by_points != by_commas and (by_points or measured):
        return Point(start, end, thousands=by_points, doubtful=False)
    usual = spot.group().endswith("0") and _PLAIN_WORD.match(text, end) is not None
    return Point(start, end, thousands=usual or _is_paid(spot, text), doubtful=True)


def _parts_by_points(text: str, spots: list[re.Match[str]]) -> bool:
    if _MANY.search(text) or _BOTH.search(text) or _COMMA.search(text):
        return True
    round_ones = {spot.group() for spot in spots if _counts_roundly(spot, text)}
    return len(round_ones) > 1 or any(_is_paid(spot, text) for spot in spots)


def _counts_roundly(spot: re.Match[str], text: str) -> bool:
    """ "12.500 people", "30.000 homes": two different round numbers of things are no coincidence."""
    end = spot.end()
    return spot.group().endswith("00") and _PLAIN_WORD.match(text, end) is not None and not _unit().match(text, end)


def _parts_by_commas(text: str) -> bool:
    return any(sign.search(text) for sign in (_COMMAS, _SMALL, _MONEY_BEFORE))


def _is_paid(spot: re.Match[str], text: str) -> bool:
    """ "12.500 euros", "30.000 \u20ac": nobody pays a thousandth; but "1.459 euros a litre" is a rate."""
    money = _money().match(text, spot.end())
    return money is not None and not _RATE.match(text, spot.end())


@cache
def _money() -> re.Pattern[str]:
    known = load_knowledge()
    words = [unit for unit, (_, kind) in known.units.items() if kind == "money"]
    return re.compile(rf" ?(?:{_either([*words, *known.symbols])})(?!\w)", re.IGNORECASE)


@cache
def _unit() -> re.Pattern[str]:
    return re.compile(rf" ?(?:{_either(load_knowledge().units)})(?!\w)", re.IGNORECASE)


def _either(words: object) -> str:
    assert isinstance(words, list | dict)
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def join_points(text: str) -> str:
    """Return a text of the same length in which points between thousands are commas, and decimal commas points."""
    pieces, last = list[str](), 0
    for start, end in _thousands(text):
        pieces += [text[last:start], text[start:end].replace(".", ",")]
        last = end
    text = "".join([*pieces, text[last:]])
    text = _BOTH.sub(lambda found: found[0][: -len(found[2]) - 1].replace(".", ",") + "." + found[2], text)
    return _COMMA.sub(r"\1.", text)


def _thousands(text: str) -> Iterator[tuple[int, int]]:
    spans = [found.span() for found in _MANY.finditer(text)]
    spans += [(point.start, point.end) for point in read_points(text) if point.thousands]
    yield from sorted(spans)
