"""What the rules look at: one possible place name in its surroundings."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from onrecord.language import Parse, Word
from onrecord.places.gazetteer import Place
from onrecord.places.lexicon import load_words
from onrecord.places.spotting import Spot

_BLANKS = re.compile(r"[ ]{0,2}$")


@dataclass(frozen=True, slots=True)
class View:
    """A parse with its spots by first and by last word, and what is known of the report so far.

    `surnames` are lower-cased words that follow a given name or title; `loud` the sentences that capitalise nearly
    every word. The rest is known in the second round only: the keys accepted, the first-level subdivisions that
    several of them lie in (`home`), and the keys that mean a place in a square of half a degree or beside it (`near`).
    """

    parse: Parse
    spots: Mapping[int, Spot]
    ends: Mapping[int, Spot]
    surnames: frozenset[str] = frozenset()
    loud: frozenset[int] = frozenset()
    accepted: frozenset[str] = frozenset()
    home: frozenset[tuple[str | None, str | None]] = frozenset()
    near: Mapping[tuple[int, int], frozenset[str]] = field(default_factory=dict)


Rule = Callable[[View, Spot], bool]


def before(view: View, spot: Spot) -> Word | None:
    """Return the word before a name in its sentence."""
    words = view.parse.words
    if spot.first and words[spot.first - 1].sentence == words[spot.first].sentence:
        return words[spot.first - 1]
    return None


def after(view: View, spot: Spot) -> Word | None:
    """Return the word after a name in its sentence; a possessive ending is passed over."""
    words = view.parse.words
    for at in (spot.last + 1, spot.last + 2):
        if at >= len(words) or words[at].sentence != words[spot.first].sentence:
            return None
        if words[at].lower not in ("'s", "'"):
            return words[at]
    return None


def beside(view: View, spot: Spot) -> Word | None:
    """Return the word that follows a name with nothing but a blank between."""
    word = view.parse.words[spot.last + 1] if spot.last + 1 < len(view.parse.words) else None
    if word is None or word.sentence != view.parse.words[spot.first].sentence:
        return None
    return word if _BLANKS.match(view.parse.folded[spot.end : word.start]) else None


def touching(view: View, spot: Spot) -> Word | None:
    """Return the word before a name with nothing but a blank between."""
    word = before(view, spot)
    if word is None or not _BLANKS.match(view.parse.folded[word.end : spot.start]):
        return None
    return word


def own_places(spot: Spot) -> list[Place]:
    """Return the places that a name is the proper name of."""
    return [sense.place for sense in spot.senses if sense.how in ("name", "abbreviation")]


def is_word(word: Word | None, kind: str) -> bool:
    """Tell whether a word is in a class of the lexicon."""
    return word is not None and word.lower.rstrip(".") in load_words()[kind]


def cell_of(place: Place) -> tuple[int, int]:
    """Return the square of half a degree in which a place lies."""
    return int(place.latitude * 2), int(place.longitude * 2)
