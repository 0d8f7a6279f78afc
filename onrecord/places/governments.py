"""Tells a capital or a country that speaks for its government from the place of that name."""

from __future__ import annotations

from onrecord.language import Parse, Word
from onrecord.places.gazetteer import Gazetteer
from onrecord.places.lexicon import load_words
from onrecord.places.spotting import Spot

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def speaks_for_state(parse: Parse, spot: Spot, gazetteer: Gazetteer) -> bool:
    """Tell whether a name does what only a government can: [Moscow] denied it, they accused [Moscow] of it."""
    places = [place for place, how in spot.senses if how == "name"]
    if not any(place.kind == "country" or place.id in gazetteer.capitals for place in places):
        return False
    return _acts(parse, _lead(parse, parse.words[spot.last]))


def _lead(parse: Parse, word: Word) -> Word:
    """Return the first of the names that are joined ("Moscow and Bishkek")."""
    while word.dep == "conj" and parse.words[word.head].tag.startswith("NNP"):
        word = parse.words[word.head]
    return word


def _acts(parse: Parse, word: Word) -> bool:
    lexicon, verb = load_words(), parse.words[word.head]
    if word.dep in _SUBJECTS:
        return verb.lemma in lexicon["state acts"] or verb.lemma in lexicon["acts on states"]
    return word.dep == "dobj" and verb.lemma in lexicon["acts on states"]
