"""Supposes a kind for a name of which nothing tells it, from where it stands in its sentences."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.language import Parse
from onrecord.names.candidates import Candidate
from onrecord.names.lexicon import Lexicon
from onrecord.names.scores import Score

_AGAINST = -0.5
_SHORTEST = 4
_NAMES = ("NNP", "NNPS")
_LEADING = frozenset(("of", "to", "through", "from", "across", "into", "towards", "via", "beyond", "around", "off"))


def suppose(parse: Parse, names: Sequence[Candidate], scores: dict[str, Score], lexicon: Lexicon) -> dict[str, str]:
    """Return "place" for unknown words behind "of", "through", and "organisation" for plain words that do something.

    People are introduced by two names and firms by what they do; a place is taken as known. What calls itself by
    plain words and acts ("the Green Anchor protested") is a party, a charity or a firm: ships and songs do not act.
    """
    spots: dict[str, list[Candidate]] = {}
    for name in names:
        spots.setdefault(name.text, []).append(name)
    found: dict[str, str] = {}
    for text, group in spots.items():
        kind = "organisation" if " " in text else "place"
        fits = any(_acts(parse, spot) if kind == "organisation" else _is_led_to(parse, spot) for spot in group)
        others = max((weight for one, weight in scores[text].items() if one != kind), default=0.0)
        if fits and others <= 0 and scores[text][kind] > _AGAINST and not _is_plain(text, kind, lexicon):
            found[text] = kind
    return found


def _is_plain(text: str, kind: str, lexicon: Lexicon) -> bool:
    """Tell a plain word, a shout or letters, which may stand in capitals for any reason."""
    lower = text.lower()
    known = any(lower in table for table in (lexicon.common, lexicon.heads, lexicon.roles, lexicon.not_names))
    return known or text.isupper() or (kind == "place" and len(text) < _SHORTEST)


def _acts(parse: Parse, spot: Candidate) -> bool:
    """Tell the subject of a verb in the active: "the Green Anchor protested"."""
    word = parse.words[spot.last]
    verb = parse.words[word.head]
    return word.dep == "nsubj" and verb.pos == "VERB" and word.tag in _NAMES and verb.i > word.i


def _is_led_to(parse: Parse, spot: Candidate) -> bool:
    """Tell a name right behind "of", "to", "through", and not before a noun: "the dead of Quorn"."""
    word = parse.words[spot.last]
    led = spot.first > 0 and parse.words[spot.first - 1].lower in _LEADING
    return led and word.tag in _NAMES and word.dep == "pobj"
