"""Leads a general word for somebody ("the cleric", "the carrier") to the one whom the report calls by a narrower one.

"Bishop Ulf Tarn left. The cleric said ..." and "Professor Adil Korm ... The biologist says ...": one of two words is
general for the other. Two narrow words ("the historian" where an economist is named) are two people.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import NamedTuple

from onrecord.binding.genders import NO_PERSON, gender_of_noun
from onrecord.binding.scene import Scene, Speaker
from onrecord.language import Word
from onrecord.records import Mention

_LONGEST = 4
_BESIDE = 60
_STOPS = '.!?;:"'


class Kind(NamedTuple):
    """A family of words for people or bodies: those that hold for all of them, and those that tell which."""

    of: str
    general: frozenset[str]
    special: frozenset[str]


@cache
def load_kinds() -> tuple[Kind, ...]:
    """Load the families of words for people and bodies."""
    text = resources.files("onrecord.binding").joinpath("kinds.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return tuple(Kind(row["of"], frozenset(row["general"].split()), frozenset(row["special"].split())) for row in rows)


def resolve_kind(scene: Scene, words: Sequence[Word], head: Word) -> Speaker | None:
    """Return the one person or body before a description that is called by another word of the same family."""
    single = head.tag == "NN" and words[-1].i == head.i and len(words) <= _LONGEST
    single = single and all(word.tag in ("JJ", "NNP", "VBN") for word in words[1:-1])  # not "the garrison commander"
    if not single or words[0].lower not in ("the", "this") or _is_known(scene, words, head):
        return None
    for of in ("person", "organisation"):
        fitting = _fitting(head.lower, of)
        before = [m for m in scene.mentions if m.kind == of and m.span.end <= words[0].start] if fitting else []
        found = {m.name: m for m in before if fitting & _called(scene, m) and _may_be(scene, m, head)}
        if len(found) == 1:
            return Speaker(*next(iter(found.items())))
    return None


def _fitting(noun: str, of: str) -> frozenset[str]:
    """The words by which somebody may be called who is called by a noun too."""
    kinds = [kind for kind in load_kinds() if kind.of == of]
    wide = [kind.general | kind.special for kind in kinds if noun in kind.general]
    narrow = [kind.general for kind in kinds if noun in kind.special and of == "person"]
    return frozenset().union(*wide, *narrow)


def _is_known(scene: Scene, words: Sequence[Word], head: Word) -> bool:
    """Tell a word that the report has used before, for whomever."""
    return any(word.text == head.text for word in scene.parse.words[: words[0].i])


def _may_be(scene: Scene, mention: Mention, head: Word) -> bool:
    gender = gender_of_noun(scene, head.lower)
    person = scene.people.get(mention.name)
    return person is None or gender in ("", NO_PERSON) or person.leaning in ("", gender)


def _called(scene: Scene, mention: Mention) -> frozenset[str]:
    """What a report calls somebody at one spot: by the name itself, the words before it, or those set off behind."""
    folded, span = scene.parse.folded, mention.span
    before = _last_clause(folded[max(0, span.start - _BESIDE) : span.start])
    behind = folded[span.end : span.end + _BESIDE]
    told = before[-3:] + (_first_clause(behind) if behind.startswith((", a", ", the ", " (", ", an ")) else [])
    person = scene.people.get(mention.name)
    roles = [word for office in person.offices for word in office.words] if person else mention.name.lower().split()
    return frozenset([*told, *roles]) - (frozenset() if person is None else frozenset(mention.name.lower().split()))


def _last_clause(text: str) -> list[str]:
    cut = max(text.rfind(mark) for mark in _STOPS)
    return [word.strip(",()'") for word in text[cut + 1 :].lower().split()]


def _first_clause(text: str) -> list[str]:
    ends = [place for mark in (*_STOPS, ",", ")") if (place := text.find(mark, 2)) > 0]
    return [word.strip(",()'") for word in text[: min(ends, default=len(text))].lower().split()]
