"""The same ministry, agency or league across reports, under its full name and a shorter one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.linking.countries import country_root
from onrecord.linking.wording import find_words
from onrecord.records import Mention, MentionKind

_JOINTS = frozenset("the a an of for and in at on to its their his her s".split())


@dataclass(frozen=True, slots=True)
class Namesake:
    """One name as one report uses it, with the mentions and roles there."""

    key: str
    name: str
    kind: MentionKind
    mentions: tuple[Mention, ...]
    role_words: frozenset[str]


def find_same_bodies(bodies: Sequence[Namesake]) -> Iterator[tuple[Namesake, Namesake, str | None]]:
    """Yield (left, right, why) for names of one body.

    "The Defence Ministry of Korva" and "Korvan Defence Ministry" are one; "the Defence Ministry" is the only one whose
    full name is given, in its own report or, where that gives none, in all reports. A single word is never enough.
    """
    first: dict[frozenset[str], Namesake] = {}
    for body in bodies:
        words = _words(body.name)
        if words in first and len(words) > 1:
            yield first[words], body, f"{first[words].name} and {body.name} are the same words"
        first.setdefault(words, body)
    yield from _shortened(bodies)


def _shortened(bodies: Sequence[Namesake]) -> Iterator[tuple[Namesake, Namesake, str | None]]:
    holders: dict[str, list[Namesake]] = defaultdict(list)
    for body in bodies:
        for word in _words(body.name):
            holders[word].append(body)
    for body in bodies:
        words = _words(body.name)
        if len(words) < 2:
            continue
        rarest = min(words, key=lambda word: (len(holders[word]), word))
        fuller = [other for other in holders[rarest] if words < _words(other.name)]
        own = [other for other in fuller if other.mentions[0].document == body.mentions[0].document]
        distinct = {_words(other.name): other for other in own or fuller}
        if len(distinct) == 1:
            (other,) = distinct.values()
            yield body, other, f"{body.name}: {other.name} is the only one so called"


def _words(name: str) -> frozenset[str]:
    return frozenset(country_root(word) for word in find_words(name) if word.casefold() not in _JOINTS)
