"""Rules on surroundings that speak for a place; see prominence.py for what a rule is."""

from __future__ import annotations

import re

from onrecord.language import Word
from onrecord.places.lexicon import load_words
from onrecord.places.resolution import contains
from onrecord.places.spotting import Spot, is_capital
from onrecord.places.view import View, after, before, beside, cell_of, is_word, own_places

_COMMA = re.compile(r"\s*,\s*(?:the\s|a\s)?$|\s*\($")
_DASH = re.compile(r"\s*(?:\([A-Z][\w .]{1,20}\)\s*)?(?:\u2014|\u2013|--|-\s)")
_PARTY = re.compile(r"\b[A-Z]{1,4}\s?-\s?$")
_RESIDENCE = re.compile(r"\b\d{1,2}, (?:both |all )?(?:of|from)\s$")
_KIND_OF = re.compile(
    r"\b(?:city|town|village|state|province|county|district|region|republic|port|suburb|hamlet|island|capital|settlement"
    r"|municipality|neighbou?rhood|outskirts|streets|people|kingdom|emirate)\s+of\s+(?:the\s+)?$",
    re.IGNORECASE,
)


def follows_inside(view: View, spot: Spot) -> bool:
    """The name follows a word that only places follow: in, near, outside, northern."""
    return is_word(_preposition(view, spot), "inside")


def follows_beside(view: View, spot: Spot) -> bool:
    """The name follows a word that places often follow: at, from, to, of."""
    return is_word(_preposition(view, spot), "beside")


def _preposition(view: View, spot: Spot) -> Word | None:
    word = before(view, spot)
    if word is not None and word.lower == "the" and word.i and view.parse.words[word.i - 1].sentence == word.sentence:
        return view.parse.words[word.i - 1]
    return word


def follows_kind_of(view: View, spot: Spot) -> bool:
    """The name follows what it is: the town of, the province of."""
    return bool(_KIND_OF.search(view.parse.folded, max(0, spot.start - 40), spot.start))


def is_contained(view: View, spot: Spot) -> bool:
    """The name is followed by a comma and the state or country in which a place of that name lies."""
    other = view.spots.get(_next_name(view, spot))
    return other is not None and contains(other.senses, spot.senses)


def is_container(view: View, spot: Spot) -> bool:
    """The name follows a comma and a place that lies in it."""
    if spot.first < 2:
        return False
    other = view.ends.get(spot.first - 2) or view.ends.get(spot.first - 3)
    return (
        other is not None
        and _COMMA.match(view.parse.folded[other.end : spot.start]) is not None
        and contains(spot.senses, other.senses)
    )


def _next_name(view: View, spot: Spot) -> int:
    words = view.parse.words
    at = spot.last + 1
    while at < len(words) and at < spot.last + 4 and not is_capital(words[at]):
        at += 1
    if at < len(words) and _COMMA.match(view.parse.folded[spot.end : words[at].start]):
        return at
    return -1


def is_dateline(view: View, spot: Spot) -> bool:
    """The name opens a paragraph and a dash or an agency in brackets follows."""
    starts = view.parse.folded[: spot.start].rstrip(" ").endswith("\n") or spot.start < 2
    return starts and _DASH.match(view.parse.folded, spot.end) is not None


def is_seat(view: View, spot: Spot) -> bool:
    """The name is the seat of a member of parliament: R-Springfield."""
    return _PARTY.search(view.parse.folded, max(0, spot.start - 8), spot.start) is not None


def precedes_public(view: View, spot: Spot) -> bool:
    """A lower-case word for people, offices or parts of a place follows: area, residents, police."""
    word = after(view, spot)
    return word is not None and not is_capital(word) and is_word(word, "public nouns")


def precedes_body(view: View, spot: Spot) -> bool:
    """A capitalised word for a public body follows: Police, Council, High School."""
    word = beside(view, spot)
    return word is not None and is_capital(word) and is_word(word, "bodies")


def names_home(view: View, spot: Spot) -> bool:
    """A place of that name lies in the subdivision that other names of the report share."""
    return any((place.country, place.admin1) in view.home for place in own_places(spot))


def lies_near(view: View, spot: Spot) -> bool:
    """A place of that name lies near one that another name of the report means."""
    return any(
        near != spot.key
        for sense in spot.senses
        if sense.place.kind in ("city", "admin2")
        for near in view.near.get(cell_of(sense.place), ())
    )


def is_residence(view: View, spot: Spot) -> bool:
    """The name says where a person of that age lives: 41, of Springfield."""
    return bool(_RESIDENCE.search(view.parse.folded, max(0, spot.start - 16), spot.start))


def is_known(view: View, spot: Spot) -> bool:
    """The same name was accepted elsewhere in the report."""
    return spot.key in view.accepted


def is_listed(view: View, spot: Spot) -> bool:
    """The name is joined by a comma or "and" to a name that was accepted."""
    left, right = view.ends.get(spot.first - 2), view.spots.get(spot.last + 2)
    words = view.parse.words
    return (
        left is not None and left.key in view.accepted and words[spot.first - 1].lower in load_words()["joins"]
    ) or (right is not None and right.key in view.accepted and words[spot.last + 1].lower in load_words()["joins"])
