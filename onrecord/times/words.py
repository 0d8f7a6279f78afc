"""The words that time expressions are made of, read from `words.tsv`."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

_FIGURE = re.compile(r"\d+(?:\.\d+)?")


@cache
def load_words() -> dict[str, dict[str, str]]:
    """Return the words of each kind with what they stand for, in the order of the table."""
    kinds: dict[str, dict[str, str]] = {}
    lines = Path(__file__).with_name("words.tsv").read_text(encoding="utf-8").splitlines()
    for line in lines[1:]:
        kind, word, value = line.split("\t")
        kinds.setdefault(kind, {})[word] = value
    return kinds


def look_up(kind: str, word: str | None) -> str | None:
    """Return what a word of that kind stands for, whatever its case; `None` for no such word."""
    if word is None:
        return None
    words = load_words()[kind]
    plain = " ".join(word.split())
    return words.get(plain) or words.get(plain.lower())


def read_number(words: str | None) -> float | None:
    """Return the number that figures or words spell: "1,200", "2 1/2", "twenty-five", "a couple of"."""
    if not words:
        return None
    plain = " ".join(words.lower().replace(",", "").split())
    whole, _, part = plain.partition(" ")
    if _FIGURE.fullmatch(whole):
        return float(whole) + (_read_fraction(part) if part else 0)
    given = look_up("whole", plain)
    return float(given) if given else _read_spelled(plain)


def read_day(figure: str | None, ordinal: str | None) -> int | None:
    """Return the day of the month that "17", "17th" or "seventeenth" names."""
    if figure:
        return int(re.sub(r"\D", "", figure))
    found = look_up("ordinal", ordinal)
    return int(found) if found else None


def read_year(words: str | None) -> int | None:
    """Return the year that four figures or words as they are read aloud name."""
    if words is None:
        return None
    if words.isdecimal():
        return int(words)
    first, _, rest = words.lower().partition(" ")
    if first == "two":
        return 2000 + int(_read_spelled(rest.removeprefix("thousand").removeprefix(" and").strip()) or 0)
    return {"nineteen": 1900, "eighteen": 1800}[first] + int(_read_spelled(rest.strip()) or 0)


def _read_fraction(part: str) -> float:
    above, _, below = part.partition("/")
    return int(above) / int(below) if below and int(below) else 0.0


def _read_spelled(plain: str) -> float | None:
    ten, _, one = plain.replace("-", " ").partition(" ")
    if look_up("ten", ten):
        return float(look_up("ten", ten) or 0) + float(look_up("number", one) or 0)
    number = look_up("number", plain)
    return float(number) if number else None
