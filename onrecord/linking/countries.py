"""Countries and peoples: the country that a name, an adjective or a capital of the reports belongs to."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from onrecord.linking.wording import find_words
from onrecord.records import Document, Marks

# How English makes peoples and languages from countries, and some countries from peoples; the longest first.
_ENDINGS = re.compile(r"(?:istanis?|stanis?|istan|stan|ians?|eans?|ans?|ese|ish|ia|is?|ns?|a|e|y)$")
_LEAST_ROOT = 3


@lru_cache(maxsize=50_000)
def country_root(word: str) -> str:
    """Return what "Korva", "Korvan", "Korvans" and "Korva's" share; a small-letter word stays as it is."""
    plain = re.sub(r"['’]s?$", "", word)
    if not plain[:1].isupper():
        return plain.casefold()
    root = _ENDINGS.sub("", plain.casefold())
    return root if len(root) >= _LEAST_ROOT else plain.casefold()


def find_countries(documents: Iterable[Document], marks: Sequence[Marks]) -> dict[str, str]:
    """Return the root of every country that the reports name, and of places known to lie in one, with its name.

    A place is taken for a country when the reports also use an adjective made from it; a town that a gazetteer
    puts into a country stands for that country as well, as capitals do.
    """
    places = {t.name: t.country for found in marks for t in found.toponyms if len(find_words(t.name)) == 1}
    forms: dict[str, set[str]] = defaultdict(set)
    wanted = {country_root(name) for name in places}
    for document in documents:
        for word in set(find_words(document.text)):
            plain = re.sub(r"['’]s?$", "", word)
            if plain[:1].isupper() and not plain.isupper() and country_root(plain) in wanted:
                forms[country_root(plain)].add(plain)
    named = {country_root(name): name for name in sorted(places) if len(forms[country_root(name)] - {name}) > 0}
    codes = {places[name]: name for name in named.values() if places[name]}
    inside = {country_root(name): codes[code] for name, code in places.items() if code in codes}
    return {**inside, **named}


def countries_in(text: str, countries: dict[str, str]) -> frozenset[str]:
    """Return the names of the countries that a text speaks of, by name, adjective or people."""
    found = (countries.get(country_root(word)) for word in find_words(text) if word[:1].isupper())
    return frozenset(name for name in found if name)
