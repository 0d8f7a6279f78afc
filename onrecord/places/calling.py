"""Tells from the words beside a name that it names a place, whether a gazetteer has it or not."""

from __future__ import annotations

import re

from onrecord.language import Parse, Word
from onrecord.places.lexicon import load_words

_SETTLEMENTS = ("village", "town", "city", "hamlet", "settlement", "suburb")
# The kind stands before one name ("the village of Orla") or before a list ("the villages of Orla, Dorn and Tesk").
_CALLED = re.compile(
    r"\b(?:city|town|village|hamlet|settlement|suburb|district|county|municipality|neighbou?rhood|island|port"
    r"|(?:villages|towns|cities|districts|islands)(?: of)?(?: [A-Z][\w'-]+(?: [A-Z][\w'-]+)?,?(?: and)?){0,6})"
    r"(?: of| called| named|(?<=,)|(?<=and)) $",
)
# "Orla, a village in the north": what follows the kind must not be a noun ("Orla, a village teacher").
_APPOSED = re.compile(
    r",? ?\(? ?(?:an?|the|one of the) (?:[a-z]+(?:-[a-z]+)? ){0,3}(?:villages?|towns?|hamlets?|settlements?|suburbs?"
    r"|city|cities|districts?|neighbou?rhoods?|townships?|outposts?|islands?|islets?|oasis|valley|farmstead)"
    r"(?: (?:in|of|on|near|about|some|outside|inside|within|close|just|north|south|east|west|by|that|which|where|known"
    r"|located|situated|home|held|under)\b(?! (?:its|his|her)\b)|,? \(?\d|[,.;)]|$)"
)
_AWAY = re.compile(
    r",? \(?(?:(?:about|some|around|roughly|nearly|just|over|only) )?\d+(?:[.,]\d+)?[ -]?"
    r"(?:km|kms|kilomet(?:er|re)s?|miles?) (?:to the )?"
    r"(?:(?:(?:north|south)-?(?:east|west)|north|south|east|west|away|inland|up|down|outside)(?:ern)? )*"
    r"(?:of|from|outside|inside|off)\b"
)
# "Shells fell in Orla, Dorn region": a name after a preposition and before a subdivision is a place in it.
_IN_REGION = re.compile(
    r",? ?(?:\(|in |of |in the |of the )?(?:[A-Z][\w'-]+ ){1,3}"
    r"(?:region|province|district|oblast|county|governorate|raion|rayon|prefecture|municipality)\b"
)


def is_called(parse: Parse, first: int, last: int) -> bool:
    """Tell whether the words beside a name call it a place: the village of Orla, Orla, a town in the north."""
    words, lexicon = parse.words, load_words()
    if _CALLED.search(parse.folded, max(0, words[first].start - 90), words[first].start) or _is_described(parse, last):
        return True
    if last + 2 >= len(words) or first == 0:
        return False
    located = words[first - 1].lower in lexicon["inside"] and words[first - 1].lower != "via"
    if located and _IN_REGION.match(parse.folded, words[last].end):
        return True
    if words[last + 1].text not in lexicon["called"]:
        return False
    # "The Orlan village of Dorn" and "the Orlan city Dorn" name the country; Dorn is the village.
    if words[last + 1].lower in _SETTLEMENTS and (words[last + 2].lower == "of" or words[last + 2].text[0].isupper()):
        return False
    introduced = any(words[first - 1].lower in lexicon[kind] for kind in ("inside", "beside", "articles"))
    return introduced or words[first - 1].tag == "POS"


def _is_described(parse: Parse, last: int) -> bool:
    """Tell whether what follows a name says what kind of place it is, or how far from another."""
    word: Word = parse.words[last]
    if parse.folded[word.end : word.end + 1] not in (",", " "):
        return False
    reach = min(len(parse.folded), word.end + 90)
    return any(pattern.match(parse.folded, word.end, reach) for pattern in (_APPOSED, _AWAY))
