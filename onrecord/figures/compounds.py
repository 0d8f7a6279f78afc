"""Finds amounts that are joined to their unit by a hyphen: "a 20-year lease", "the 5-km road", "a $40-million loan"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from onrecord.figures.amounts import Amount
from onrecord.figures.knowledge import load_knowledge
from onrecord.figures.numerals import count, join_digit_groups, join_words, scale_of
from onrecord.language import fold

_NEXT = re.compile(r" ([a-z]+)(?: ([a-z]+))?(?: ([a-z]+))?")


def find_compounds(text: str) -> list[Amount]:
    """Return the hyphenated amounts of a text that measure the noun after them; not plans, races and names."""
    folded = fold(join_digit_groups(text))
    return [amount for match in _pattern().finditer(folded) for amount in _read(match, folded)]


def _read(match: re.Match[str], folded: str) -> Iterator[Amount]:
    known = load_knowledge()
    if match["symbol"]:
        unit, kind = known.symbols[match["symbol"].strip().lower()], "money"
    elif match["unit"]:
        unit, kind = known.units[match["unit"].lower()]
    else:
        return
    if not _measures_noun(folded, match.end(), kind):
        return
    value = count(match["number"]) * scale_of(match["scale"] or match["last"])
    start = match.start("symbol") if match["symbol"] else match.start("number")
    yield Amount(
        start=start,
        end=match.end(),
        digits=match.start("number"),
        value=value,
        high=value,
        operator="exact",
        unit=unit,
        kind=kind,
    )


def _measures_noun(folded: str, end: int, kind: str) -> bool:
    """Spans of time are figures of what has a term; lengths and the rest of whatever is no contest."""
    following = _NEXT.match(folded, end)
    words = [word for word in (following.groups() if following else ()) if word]
    known = load_knowledge().words
    if kind == "duration":
        return not known["term"].isdisjoint(words)
    return bool(words) and kind != "speed" and known["contest"].isdisjoint(words)


@cache
def _pattern() -> re.Pattern[str]:
    """The last hyphen stands before the scale or before the unit."""
    known = load_knowledge()
    small = join_words(word for word, (_, kind) in known.numbers.items() if kind in ("small", "tens"))
    scale = join_words(word for word, (_, kind) in known.numbers.items() if kind in ("scale", "hundred"))
    units = join_words(unit for unit in known.units if unit[0].isalpha())
    number = rf"\d{{1,3}}(?:,\d{{3}})+|\d{{1,6}}(?:\.\d+)?|(?:{small})(?:-(?:{small}))?"
    return re.compile(
        rf"(?<![\w.,/#:+'-])(?P<symbol>{join_words(known.symbols)})?(?P<number>{number})"
        rf"(?:(?:[- ]?(?P<scale>{scale}))?-(?P<unit>{units})|-(?P<last>{scale}))(?= [a-z])",
        re.IGNORECASE,
    )
