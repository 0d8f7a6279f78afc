"""Who is meant by "the mayor" and "the health minister": the one person of the report who is called so in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from onrecord.linking.peoples import country_root
from onrecord.linking.wording import find_words, load_function_words
from onrecord.records import Entity, Marks

_LEAST_WORDS = 1
_MOST_WORDS = 4


def name_mentions(entities: Iterable[Entity]) -> dict[str, Entity]:
    """Return who is meant wherever somebody is named, by the mark."""
    return {mention: entity for entity in entities for mention in entity.mentions}


def find_office_holders(marks: Marks, holder_of: Mapping[str, Entity]) -> dict[frozenset[str], Entity]:
    """Return the people of one report by the words of the offices that it gives them, each word and all together.

    `holder_of` are all people by the marks that name them. An office that a report gives to two stands for neither.
    """
    held: dict[frozenset[str], dict[str, Entity]] = defaultdict(dict)
    for mention in marks.mentions:
        entity = holder_of.get(mention.id)
        if mention.role is None or mention.kind != "person" or entity is None:
            continue
        words = _words(mention.role.name)
        for office in (words, *(frozenset({word}) for word in words)):
            held[office][entity.id] = entity
    return {office: next(iter(people.values())) for office, people in held.items() if len(people) == 1}


def find_holder(speaker: str | None, holders: Mapping[frozenset[str], Entity]) -> Entity | None:
    """Return who "the mayor" is; `None` for names, for "a mayor", and for an office that nobody is given."""
    words = find_words(speaker or "")
    if not words or words[0].casefold() != "the" or not _LEAST_WORDS < len(words) <= _MOST_WORDS + 1:
        return None
    if any(word[:1].isupper() for word in words[1:]):
        return None
    office = _words(" ".join(words[1:]))
    if office in holders:
        return holders[office]
    found = {holders[one].id: holders[one] for word in office if (one := frozenset({word})) in holders}
    known = all(frozenset({word}) in holders for word in office)
    return next(iter(found.values())) if known and len(found) == 1 else None


def _words(office: str) -> frozenset[str]:
    empty = load_function_words()
    return frozenset(country_root(word).casefold() for word in find_words(office) if word.casefold() not in empty)
