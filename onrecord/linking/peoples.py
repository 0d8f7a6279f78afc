"""What the name of a country and the names of its people have in common."""

from __future__ import annotations

import re
from functools import lru_cache

# How English makes peoples and languages from countries, and some countries from peoples; the longest first.
_ENDINGS = re.compile(r"(?:istanis?|stanis?|istan|stan|ians?|eans?|ans?|ese|ish|ia|is?|ns?|a|e|y)$")
_PEOPLE = re.compile(r"[a-z]{3}(?:[aie]ns?|ese|ish|[^aeiou]is?)$")
_LEAST_ROOT = 3


@lru_cache(maxsize=50_000)
def country_root(word: str) -> str:
    """Return what "Korva", "Korvan", "Korvans" and "Korva's" share; a small-letter word stays as it is."""
    plain = without_possessive(word)
    if not plain[:1].isupper():
        return plain.casefold()
    root = _ENDINGS.sub("", plain.casefold())
    return root if len(root) >= _LEAST_ROOT else plain.casefold()


def without_possessive(word: str) -> str:
    """Return a name without its possessive ending, whichever apostrophe it has."""
    return re.sub(r"['\u2019]s?$", "", word)


def is_people(word: str) -> bool:
    """True when a word has an ending by which English names peoples and makes adjectives of countries."""
    return bool(_PEOPLE.search(word))
