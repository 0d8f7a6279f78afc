"""Rules on surroundings that speak for a person, a firm or a plain word; see prominence.py for what a rule is."""

from __future__ import annotations

from onrecord.language import Word
from onrecord.places.evidence import is_contained, is_container, is_dateline, is_seat
from onrecord.places.gazetteer import Place
from onrecord.places.lexicon import load_words
from onrecord.places.prominence import has_type_word
from onrecord.places.spotting import Spot, is_capital
from onrecord.places.view import View, before, beside, is_word, own_places, touching

_LONGEST_ACRONYM = 5


def follows_given_name(view: View, spot: Spot) -> bool:
    """A given name or an initial stands before the name."""
    word = touching(view, spot)
    if word is None or spot.start - word.end > 2:
        return False
    return is_word(word, "given") or (
        len(word.text) <= 2 and word.text[0].isupper() and word.text.rstrip(".").isalpha()
    )


def is_given_name(view: View, spot: Spot) -> bool:
    """The name is a given name and a capitalised word that is no public body follows."""
    word = beside(view, spot)
    return (
        spot.first == spot.last
        and word is not None
        and is_capital(word)
        and word.tag.startswith("NNP")
        and not is_word(word, "bodies")
        and not any(place.kind in ("country", "admin1") for place in _places_at(view, word))
        and is_word(view.parse.words[spot.first], "given")
    )


def _places_at(view: View, word: Word) -> list[Place]:
    spot = view.spots.get(word.i)
    return own_places(spot) if spot else []


def precedes_initial(view: View, spot: Spot) -> bool:
    """An initial follows, as after a given name."""
    word = beside(view, spot)
    return word is not None and len(word.text) == 2 and word.text[0].isupper() and word.text[1] == "."


def follows_title(view: View, spot: Spot) -> bool:
    """A capitalised title stands before the name: Mr, Senator, Captain."""
    word = touching(view, spot)
    return word is not None and is_capital(word) and is_word(word, "titles")


def follows_name(view: View, spot: Spot) -> bool:
    """Another capitalised word, of no known kind, stands before the name."""
    word = touching(view, spot)
    return word is not None and _is_strange(view, word) and word.i not in view.ends


def precedes_name(view: View, spot: Spot) -> bool:
    """Another capitalised word, of no known kind, stands after the name."""
    word = beside(view, spot)
    return word is not None and _is_strange(view, word) and word.i not in view.spots


def _is_strange(view: View, word: Word) -> bool:
    if not is_capital(word) or not word.tag.startswith("NNP") or word.sentence in view.loud:
        return False
    return not any(
        is_word(word, kind) for kind in ("bodies", "titles", "compass", "inside", "beside", "towns", "articles")
    )


def follows_article(view: View, spot: Spot) -> bool:
    """An article stands before the name of a town, and no noun that it could belong to follows."""
    word, following = before(view, spot), beside(view, spot)
    if word is None or word.lower not in ("the", "a", "an") or any(p.kind != "city" for p in own_places(spot)):
        return False
    return following is None or following.pos not in ("NOUN", "PROPN", "ADJ")


def is_surname(view: View, spot: Spot) -> bool:
    """Somebody in the report has that surname."""
    return spot.first == spot.last and view.parse.words[spot.first].lower in view.surnames


def says(view: View, spot: Spot) -> bool:
    """The name is the subject of a verb of which persons are the subject."""
    word = view.parse.words[spot.last]
    head = view.parse.words[word.head]
    return word.dep.startswith("nsubj") and head.lemma in load_words()["people verbs"]


def is_plain_word(view: View, spot: Spot) -> bool:
    """The name is one word, and a plain English word too."""
    return (
        spot.first == spot.last
        and spot.manner in ("name", "other name")
        and (is_word(view.parse.words[spot.first], "alone"))
    )


def is_acronym(view: View, spot: Spot) -> bool:
    """The name is a short word in capitals, in a sentence that is not written so, and no dateline."""
    word = view.parse.words[spot.first]
    if spot.manner not in ("name", "other name") or spot.first != spot.last or not word.text.isupper():
        return False
    shown = is_dateline(view, spot) or is_contained(view, spot)
    return len(word.text) <= _LONGEST_ACRONYM and word.sentence not in view.loud and not shown


def is_institution(view: View, spot: Spot) -> bool:
    """The name is one that news gives to a government or a market by its address."""
    return spot.key in load_words()["institutions"]


def is_common_surname(view: View, spot: Spot) -> bool:
    """The name is one word, and a common surname too."""
    return spot.first == spot.last and is_word(view.parse.words[spot.first], "surnames")


def is_no_noun(view: View, spot: Spot) -> bool:
    """The tagger takes the word for something else than a name."""
    return spot.first == spot.last and not view.parse.words[spot.first].tag.startswith(("NNP", "JJ"))


def has_loose_head(view: View, spot: Spot) -> bool:
    """The name of several words begins with a given name."""
    return spot.last > spot.first and is_word(view.parse.words[spot.first], "given") and not has_type_word(view, spot)


def is_bare_abbreviation(view: View, spot: Spot) -> bool:
    """A state is abbreviated without dots, or with one only, and no place of the state stands before it."""
    if spot.manner != "abbreviation" or spot.key.count(".") >= 2:
        return False
    left = view.ends.get(spot.first - 2)
    if is_container(view, spot) or is_seat(view, spot) or (left is not None and left.manner == "unlisted"):
        return False
    return any(sense.how == "abbreviation" for sense in spot.senses)
