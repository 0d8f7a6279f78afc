"""For which country each speaker speaks: the only one that names, offices and sources tell of, else none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from onrecord.linking.countries import countries_in
from onrecord.linking.peoples import country_root, is_people
from onrecord.linking.wording import find_words
from onrecord.records import Document, Marks, Things

_OFFICE = re.compile(r"\b(?:minister|president|premier|chancellor|government)\b")
_MINISTER = re.compile(r"\b([A-Z]\w+) [Mm]inister\b")
_MINISTRY = re.compile(r"\b([A-Z]\w+) Ministry\b")
_OF_BODY = re.compile(r" (?:of|from) (?:the )?((?:[A-Z][\w\u2019'-]+ ?){1,4})")
_LEAST_COUNTRIES = 2
_CLEARLY = 3  # times that one country is named as often as any other


def _sources(documents: Sequence[Document], marks: Mapping[str, Marks]) -> dict[str, str]:
    """Return the words that name the source of every attribution."""
    return {
        attribution.id: " ".join(span.of(document.text) for span in attribution.source)
        for document in documents
        if document.id in marks
        for attribution in marks[document.id].attributions
    }


def find_homes(
    things: Things, documents: Sequence[Document], marks: Mapping[str, Marks], countries: Mapping[str, str]
) -> dict[str, str]:
    """Return the country that each entity speaks for: the only one that its names, roles and sources speak of.

    A report that names one country alone need not say whose minister it means.
    """
    called: dict[str, list[str]] = {e.id: [e.name, *e.variants, *e.roles] for e in things.entities}
    _add_bodies(called, things, documents, marks)
    sources = _sources(documents, marks)
    named: dict[str, list[str]] = {}
    for statement in things.statements:
        if statement.entity in called:
            named.setdefault(statement.entity, []).extend(sources.get(a, "") for a in statement.attributions)
    for entity, found in named.items():
        called[entity] += _by_name(found, called[entity][0])
    told = _only_countries(things, documents, marks, countries)
    homes = {}
    for entity, names in called.items():
        words = " ".join(names)
        home = _most_named(words, countries)
        if not home and _OFFICE.search(words.casefold()) and not _names_a_people(words):
            home = told.get(entity, frozenset())
        if len(home) == 1:
            homes[entity] = next(iter(home))
    return {**_homes_of_ministries(called, homes), **homes}


def _add_bodies(
    called: Mapping[str, list[str]], things: Things, documents: Sequence[Document], marks: Mapping[str, Marks]
) -> None:
    """Add to what a person is called the body behind the name: "Irma Stoll of the Korvan Border Guard"."""
    entity_of = {mention: entity.id for entity in things.entities for mention in entity.mentions}
    for document in documents:
        for mention in marks[document.id].mentions if document.id in marks else ():
            behind = _OF_BODY.match(document.text, mention.span.end)
            if mention.kind == "person" and behind and mention.id in entity_of:
                called[entity_of[mention.id]].append(behind[1])


def _by_name(sources: Sequence[str], name: str) -> Sequence[str]:
    """Return the sources that name their speaker; "the Korvan president" may be another man than was thought."""
    named = [source for source in sources if name.split()[-1] in source]
    return named or sources


def _most_named(words: str, countries: Mapping[str, str]) -> frozenset[str]:
    """Return the country that what an entity is called names, and names far more often than any other."""
    named = Counter(n for word in find_words(words) if word[:1].isupper() and (n := countries.get(country_root(word))))
    (first, count), *others = named.most_common(2) or [("", 0)]
    clear = count and all(count >= _CLEARLY * other for _, other in others)
    return frozenset({first}) if clear else frozenset()


def _homes_of_ministries(called: Mapping[str, Sequence[str]], homes: Mapping[str, str]) -> dict[str, str]:
    """Return the country of each ministry that says none, where all ministers of that office speak for one country."""
    of_office: dict[str, set[str]] = {}
    for entity, home in homes.items():
        for office in _MINISTER.findall(" ".join(called[entity])):
            of_office.setdefault(office, set()).add(home)
    found = {}
    for entity, names in called.items():
        offices = set(_MINISTRY.findall(" ".join(names)))
        countries = set().union(*(of_office.get(office, set()) for office in offices))
        if offices and len(countries) == 1:
            found[entity] = next(iter(countries))
    return found


def _names_a_people(words: str) -> bool:
    """True when a role has an adjective of a people, though not of a country that the reports are known to name."""
    return any(word[:1].isupper() and is_people(word) for word in find_words(words))


def _only_countries(
    things: Things, documents: Sequence[Document], marks: Mapping[str, Marks], countries: Mapping[str, str]
) -> dict[str, frozenset[str]]:
    """Return, for each entity, the countries that reports on it name, where each of them names one country alone."""
    entity_of = {mention: entity.id for entity in things.entities for mention in entity.mentions}
    if len(set(countries.values())) < _LEAST_COUNTRIES:
        return {}  # where reports name one country at all, others may go unseen
    found: dict[str, frozenset[str]] = {}
    elsewhere: set[str] = set()
    for document in documents:
        named = countries_in(document.text, countries)
        present = (
            {entity_of[m.id] for m in marks[document.id].mentions if m.id in entity_of}
            if document.id in marks
            else set()
        )
        if len(named) == 1:
            for entity in present:
                found[entity] = found.get(entity, frozenset()) | named
        else:
            elsewhere |= present
    return {entity: countries for entity, countries in found.items() if entity not in elsewhere}
