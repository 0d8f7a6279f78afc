"""Rules on the name itself: how well known it is as the name of a place.

Each function is one rule: it looks at one possible name and answers yes or no. What a yes counts for, and the
sentences it is tested with, stand in rules.tsv.
"""

from __future__ import annotations

from onrecord.places.spotting import Spot
from onrecord.places.view import View, is_word, own_places

_METROPOLIS, _STATE, _CITY, _TOWN, _HAMLET = 1_000_000, 250_000, 100_000, 15_000, 2_000


def names_country(view: View, spot: Spot) -> bool:
    """The name is that of a country or a great region."""
    return any(place.kind in ("country", "region") for place in own_places(spot))


def names_state(view: View, spot: Spot) -> bool:
    """The name is that of a first-level subdivision of more than a quarter of a million people."""
    return any(place.kind == "admin1" and place.population >= _STATE for place in own_places(spot))


def names_metropolis(view: View, spot: Spot) -> bool:
    """The name is that of a city of a million."""
    return _largest(spot) >= _METROPOLIS


def names_city(view: View, spot: Spot) -> bool:
    """The name is that of a city of a hundred thousand, below a million."""
    return _CITY <= _largest(spot) < _METROPOLIS


def names_town(view: View, spot: Spot) -> bool:
    """The name is that of a town of fifteen thousand, below a hundred thousand."""
    return _TOWN <= _largest(spot) < _CITY


def names_village(view: View, spot: Spot) -> bool:
    """The name is that of a place of two thousand people, below fifteen thousand."""
    return _HAMLET <= _largest(spot) < _TOWN


def _largest(spot: Spot) -> int:
    return max((place.population for place in own_places(spot) if place.kind == "city"), default=-1)


def names_other(view: View, spot: Spot) -> bool:
    """The name is only an alternate name of anything."""
    return bool(spot.senses) and all(sense.how == "other name" for sense in spot.senses)


def names_other_at_length(view: View, spot: Spot) -> bool:
    """The name is an alternate name of several words, which is seldom an accident."""
    return spot.last > spot.first and names_other(view, spot)


def names_nationality(view: View, spot: Spot) -> bool:
    """The word is the adjective of a country or region, or the name of its people."""
    return spot.manner in ("adjective", "people")


def has_several_words(view: View, spot: Spot) -> bool:
    """The name has several words."""
    return spot.last > spot.first


def has_type_word(view: View, spot: Spot) -> bool:
    """The name ends in the word for what it names: County, Province, Oblast."""
    return spot.last > spot.first and is_word(view.parse.words[spot.last], "towns")


def is_feature(view: View, spot: Spot) -> bool:
    """The name is a street, road, river or range with its type word."""
    return spot.manner in ("street", "feature")


def is_unlisted(view: View, spot: Spot) -> bool:
    """The text itself calls the name a village, or ties it to a state."""
    return spot.manner == "unlisted"
