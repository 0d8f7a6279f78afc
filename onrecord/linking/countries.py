"""Countries and peoples: the country that a name, an adjective or a capital of the reports belongs to."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from onrecord.linking.peoples import country_root, is_people, without_possessive
from onrecord.linking.wording import find_words
from onrecord.records import Document, Marks

_LOCATED = re.compile(r"\b(?:in|to|from|into|with|against|between) ([A-Z][\w-]+)")
_STATE = re.compile(
    r"\b(?:(?:[Ff]oreign|[Pp]rime|[Dd]efen[cs]e) [Mm]inister|[Gg]overnment|[Rr]epublic|[Kk]ingdom"
    r"|[Ff]oreign [Mm]inistry) of ([A-Z][\w-]+)"
    r"|\b([A-Z][\w-]+)['\u2019]s (?:\w+ )?(?:(?:[Ff]oreign|[Pp]rime|[Dd]efen[cs]e) [Mm]inister|[Ff]oreign [Mm]inistry)"
)
_LEAST_ROOT = 3
_SHARE_OF_PEOPLE = 0.2  # of a name's uses in persons' names, above which it is a person's; a few are mistakes


def find_countries(documents: Iterable[Document], marks: Sequence[Marks]) -> dict[str, str]:
    """Return the root of every country that the reports name, and of places known to lie in one, with its name.

    A name is taken for a country when the reports also use an adjective or a people made from it, it stands where
    places stand, and it is no part of a person's name; a town that a gazetteer puts into such a country stands for
    it as well, as capitals do.
    """
    places = {t.name: t.country for found in marks for t in found.toponyms if len(find_words(t.name)) == 1}
    people = Counter(
        country_root(w) for f in marks for m in f.mentions if m.kind == "person" for w in find_words(m.name)
    )
    located = places.keys() | {m.name for f in marks for m in f.mentions if m.kind == "place"}
    ruled: set[str] = set()
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for document in documents:
        located |= set(_LOCATED.findall(document.text))
        ruled |= {name for found in _STATE.findall(document.text) for name in found if name}
        for form in _capitalised(document.text):
            forms[country_root(form)][form] += 1
    named = {}
    for root, found in forms.items():
        name = _name(set(found), places) or next((n for n in sorted(found) if n in ruled and n in located), None)
        if name and name in located and people[root] < _SHARE_OF_PEOPLE * found.total():
            named[root] = name
    codes = {places[name]: name for name in named.values() if places.get(name)}
    inside = {country_root(name): codes[code] for name, code in places.items() if code in codes}
    return {**inside, **named}


def _capitalised(text: str) -> Iterator[str]:
    """Yield the words of a text that may be names, long enough to have a root."""
    for word in find_words(text):
        if word[:1].isupper() and not word.isupper():
            plain = without_possessive(word)
            if len(country_root(plain)) > _LEAST_ROOT:
                yield plain


def _name(forms: set[str], places: Mapping[str, str | None]) -> str | None:
    """Return the form that is the country's name, where another form is its adjective or people."""
    people = {form for form in forms if is_people(form)}
    names = sorted((forms & places.keys()) or (forms - people), key=lambda form: (len(form), form))
    return names[0] if names and people - {names[0]} else None


def is_country(name: str, countries: Mapping[str, str]) -> bool:
    """True when a name is a country's own, and not that of a place in it."""
    root = country_root(name)
    return root in countries and country_root(countries[root]) == root


def countries_in(text: str, countries: Mapping[str, str]) -> frozenset[str]:
    """Return the names of the countries that a text speaks of, by name, adjective or people."""
    found = (countries.get(country_root(word)) for word in find_words(text) if word[:1].isupper())
    return frozenset(name for name in found if name)
