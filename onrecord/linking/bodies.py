"""The same ministry, agency or league across reports, under its full name and a shorter one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.linking.peoples import country_root
from onrecord.linking.wording import find_words
from onrecord.records import Mention, MentionKind

_LEAST_WORDS = 2
_JOINTS = frozenset(["the", "a", "an", "of", "for", "and", "in", "at", "on", "to", "its", "their", "his", "her", "s"])


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
    full name is given in its report. A single word is never enough.
    """
    first: dict[frozenset[str], Namesake] = {}
    for body in bodies:
        words = _words(body.name)
        if words in first and len(words) >= _LEAST_WORDS:
            yield first[words], body, f"{first[words].name} and {body.name} are the same words"
        first.setdefault(words, body)
    yield from _shortened(bodies)


def _shortened(bodies: Sequence[Namesake]) -> Iterator[tuple[Namesake, Namesake, str | None]]:
    """Yield the shorter names with the one fuller name that their own report gives."""
    by_report: dict[str, list[Namesake]] = defaultdict(list)
    for body in bodies:
        by_report[body.mentions[0].document].append(body)
    for own in by_report.values():
        for body in own:
            fuller = {_words(other.name): other for other in own if _shortens(body.name, other.name)}
            if len(fuller) == 1:
                (other,) = fuller.values()
                yield body, other, f"{body.name}: {other.name} is the only one so called in the report"


def _shortens(short: str, full: str) -> bool:
    """True when a full name is a shorter one with words before it, or with "of" and a name after it."""
    few, many = _in_order(short), _in_order(full)
    if len(few) < _LEAST_WORDS or len(few) >= len(many):
        return False
    plain = re.escape(" ".join(find_words(short)).removeprefix("the ").removeprefix("The "))
    return many[-len(few) :] == few or bool(re.match(rf"(?:the )?{plain} (?:of|in|for) ", full, re.IGNORECASE))


def _in_order(name: str) -> list[str]:
    return [country_root(word) for word in find_words(name) if word.casefold() not in _JOINTS]


def _words(name: str) -> frozenset[str]:
    return frozenset(country_root(word) for word in find_words(name) if word.casefold() not in _JOINTS)
