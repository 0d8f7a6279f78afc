"""Who is meant by "the mayor" and "the health minister": the one person of the report who is called so in it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from onrecord.linking.peoples import country_root
from onrecord.linking.wording import find_words, load_function_words
from onrecord.records import Entity, Marks

_BEHIND = re.compile(r" (?:of|for|at|in|from) ")
_LEAST_WORDS = 1
_MOST_WORDS = 4


def name_mentions(entities: Iterable[Entity]) -> dict[str, Entity]:
    """Return who is meant wherever somebody is named, by the mark."""
    return {mention: entity for entity in entities for mention in entity.mentions}


def find_office_holders(marks: Marks, holder_of: Mapping[str, Entity]) -> dict[frozenset[str], Entity]:
    """Return the people of one report by the words of the offices that it gives them, each word and all together.

    `holder_of` are all people by the marks that name them. An office that a report gives to two stands for neither.
    One that it gives to nobody stands for the person named in it to whom other reports give it.
    """
    here = [(m, holder_of[m.id]) for m in marks.mentions if m.kind == "person" and m.id in holder_of]
    own = _sole_holders((entity, office) for m, entity in here if m.role for office in _offices(m.role.name))
    people = {entity.id: entity for _, entity in here}
    elsewhere = _sole_holders((one, office) for one in people.values() for role in one.roles for office in _ranks(role))
    given = frozenset().union(*own)
    return {office: one for office, one in elsewhere.items() if not office & given} | own


def _sole_holders(held: Iterable[tuple[Entity, frozenset[str]]]) -> dict[frozenset[str], Entity]:
    """Return who alone holds each office."""
    holders: dict[frozenset[str], dict[str, Entity]] = defaultdict(dict)
    for entity, office in held:
        holders[office][entity.id] = entity
    return {office: next(iter(people.values())) for office, people in holders.items() if len(people) == 1}


def _offices(role: str) -> tuple[frozenset[str], ...]:
    """Return what somebody of a role may be called: by all its words, and by each of them."""
    words = _words(role)
    return words, *(frozenset({word}) for word in words)


def _ranks(role: str) -> tuple[frozenset[str], ...]:
    """Return an office by all its words and by the rank alone: "leader" for "union leader", which is no "union"."""
    rank = find_words(_BEHIND.split(role, maxsplit=1)[0])[-1:]
    return _words(role), _words(" ".join(rank))


def find_holder(speaker: str | None, holders: Mapping[frozenset[str], Entity]) -> Entity | None:
    """Return who "the mayor" is; `None` for names, for "a mayor", and for an office that nobody is given."""
    words = find_words(speaker or "")
    if len(words) > _LEAST_WORDS + 1 and words[0].casefold() == "the" and words[2] in ("of", "for"):
        return _find_by_rank(_words(" ".join(words[1:])), holders)
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


def _find_by_rank(called: frozenset[str], holders: Mapping[frozenset[str], Entity]) -> Entity | None:
    """Return whose office is told in other words: "the chairman of the Tarn council" is the "council chairman"."""
    found = {one.id: one for office, one in holders.items() if len(office) > 1 and office <= called}
    return next(iter(found.values())) if len(found) == 1 else None


def _words(office: str) -> frozenset[str]:
    empty = load_function_words()
    return frozenset(country_root(word).casefold() for word in find_words(office) if word.casefold() not in empty)
