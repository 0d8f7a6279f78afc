"""Decides which possible place names are place names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from onrecord.language import Parse
from onrecord.places import evidence, objections, prominence
from onrecord.places.gazetteer import Gazetteer, Place, read_table
from onrecord.places.governments import speaks_for_state
from onrecord.places.lexicon import load_words
from onrecord.places.resolution import Group, Name, resolve_names
from onrecord.places.spotting import Spot, find_spots, is_capital
from onrecord.places.view import Rule, View, beside, cell_of, is_word

_BAR = 2.0
_CAPITAL_SHARE = 0.7


@lru_cache(maxsize=1)
def load_rules() -> tuple[tuple[Rule, float], ...]:
    """Return the rules with what each counts for."""
    rules = {**vars(prominence), **vars(evidence), **vars(objections)}
    return tuple((rules[row[0]], float(row[1])) for row in read_table("rules.tsv"))


@dataclass(frozen=True, slots=True)
class Detected:
    """A place name that was accepted, and in what manner it names its place."""

    spot: Spot
    by: str


def detect(parse: Parse, gazetteer: Gazetteer) -> tuple[Detected, ...]:
    """Return the place names of a text from left to right.

    Every rule adds to or takes from a name; names that reach the bar are accepted. A second round knows which names
    the first one accepted, so that a name that was clear once is accepted where it stands alone.
    """
    view = look(parse, gazetteer)
    accepted = (spot for spot in view.spots.values() if points(view, spot) >= _BAR)
    return tuple(Detected(spot, _by(view, spot, gazetteer)) for spot in accepted)


def look(parse: Parse, gazetteer: Gazetteer) -> View:
    """Return what the second round looks at: the possible names, and what the first round made of them."""
    spots = find_spots(parse, gazetteer)
    view = View(
        parse=parse,
        spots={spot.first: spot for spot in spots},
        ends={spot.last: spot for spot in spots},
        surnames=find_surnames(parse),
        loud=_loud_sentences(parse),
    )
    first = [spot for spot in spots if points(view, spot) >= _BAR]
    meant = resolve_names([Name(spot.key, spot.senses) for spot in first], gazetteer)
    keys = frozenset(spot.key for spot in first)
    return replace(view, accepted=keys, home=_shared(meant.values()), near=_near(meant))


def _by(view: View, spot: Spot, gazetteer: Gazetteer) -> str:
    manner = "nationality" if spot.manner in ("adjective", "people") else spot.manner
    called = is_word(beside(view, spot), "towns")
    inside = objections.follows_name(view, spot) or (evidence.precedes_body(view, spot) and not called)
    if inside:
        return f"{manner}, in a name"
    speaks = speaks_for_state(view.parse, spot, gazetteer) and not evidence.is_dateline(view, spot)
    return f"{manner}, as a government" if speaks else manner


def points(view: View, spot: Spot) -> float:
    """Return the sum of what speaks for and against a name."""
    return sum(weight for rule, weight in load_rules() if rule(view, spot))


def find_surnames(parse: Parse) -> frozenset[str]:
    """Return the words that follow a given name or a title somewhere in the text, in lower case."""
    lexicon = load_words()
    people = lexicon["given"] | lexicon["titles"]
    words = parse.words
    found = set()
    for left, right in pairwise(words):
        named = right.tag == "NNP" and is_capital(right) and is_capital(left) and left.sentence == right.sentence
        if named and left.lower.rstrip(".") in people and right.lower not in lexicon["bodies"]:
            found.add(right.lower)
    return frozenset(found)


def _loud_sentences(parse: Parse) -> frozenset[int]:
    """Return the sentences that capitalise nearly every word; in them a capital says nothing."""
    found = set()
    for number, (first, last) in enumerate(parse.sentences):
        letters = [word for word in parse.words[first:last] if word.text[0].isalpha()]
        if letters and sum(map(is_capital, letters)) > _CAPITAL_SHARE * len(letters):
            found.add(number)
    return frozenset(found)


def _shared(places: Iterable[Place]) -> frozenset[tuple[str | None, str | None]]:
    """Return the first-level subdivisions in which at least two of the places lie, the commonest two."""
    counts = Counter((place.country, place.admin1) for place in places if place.admin1)
    return frozenset(where for where, count in counts.most_common(2) if count >= 2)


def _near(meant: Mapping[Group, Place]) -> dict[tuple[int, int], frozenset[str]]:
    """Return, for each square around a place that is meant, the names that mean places there."""
    found: dict[tuple[int, int], set[str]] = {}
    for (key, _, _), place in meant.items():
        if place.kind in ("city", "admin2"):
            row, column = cell_of(place)
            for cell in ((row + up, column + right) for up in (-1, 0, 1) for right in (-1, 0, 1)):
                found.setdefault(cell, set()).add(key)
    return {cell: frozenset(names) for cell, names in found.items()}
