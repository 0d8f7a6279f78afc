"""Finds the stretches of a text that could name a place, with everything each could mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from onrecord.language import Parse, Word
from onrecord.places.calling import is_called
from onrecord.places.gazetteer import Gazetteer, Sense
from onrecord.places.keys import key_of
from onrecord.places.lexicon import load_words
from onrecord.places.spellings import abbreviated, look_up

_MOST_WORDS = 6
_OPEN = ("st.", "ft.", "mt.", "st", "ft", "mt")


@dataclass(frozen=True, slots=True)
class Spot:
    """A stretch of words, `first` to `last` inclusive, that could be a place name. `end` includes a final dot."""

    first: int
    last: int
    start: int
    end: int
    key: str
    senses: tuple[Sense, ...]
    manner: str


def is_capital(word: Word) -> bool:
    """Tell whether a word is written like a name."""
    return word.text[0].isupper()


def find_spots(parse: Parse, gazetteer: Gazetteer) -> tuple[Spot, ...]:
    """Return the possible place names from left to right; they never overlap, and the longest name wins.

    A name that no gazetteer has, but that the text once calls a place, is one wherever it stands.
    """
    spots = _scan(parse, gazetteer, {})
    called = {spot.key: spot.last - spot.first + 1 for spot in spots if spot.manner == "unlisted"}
    return _scan(parse, gazetteer, called) if called else spots


def _scan(parse: Parse, gazetteer: Gazetteer, called: Mapping[str, int]) -> tuple[Spot, ...]:
    words = parse.words
    spots: list[Spot] = []
    at = 0
    while at < len(words):
        spot = _spot_at(parse, at, gazetteer) if is_capital(words[at]) else None
        again = _again(parse, at, called) if called and is_capital(words[at]) else None
        if again and (spot is None or spot.last < again.last):
            spot = again
        if spot is None:
            at += 1
        else:
            spots.append(spot)
            at = spot.last + 1
    return tuple(spots)


def _again(parse: Parse, first: int, called: Mapping[str, int]) -> Spot | None:
    words = parse.words
    for count in sorted({*called.values()}, reverse=True):
        last = first + count - 1
        if last < len(words) and called.get(key_of(parse.folded[words[first].start : words[last].end])) == count:
            return _unlisted(parse, first, last, "unlisted")
    return None


def _spot_at(parse: Parse, first: int, gazetteer: Gazetteer) -> Spot | None:
    ends = sorted(_ends(parse, first), reverse=True)
    for last in ends:
        spot = _named(parse, first, last, gazetteer) or _feature(parse, first, last)
        if spot is not None and not _overlong(parse, spot):
            # "Kel-Tash" is no place called Kel, where the text calls the whole a village.
            joined = _is_joined(parse, spot.last + 1) and spot.manner not in ("adjective", "people")
            whole = _unknown(parse, first, ends[0], gazetteer) if joined else None
            return whole or spot
    return _unknown(parse, first, ends[0], gazetteer) if ends else None


def _overlong(parse: Parse, spot: Spot) -> bool:
    """Tell whether "City" belongs to what follows: Dorn City Council is the council of Dorn."""
    words = parse.words
    if spot.last == spot.first or words[spot.last].lower != "city" or spot.last + 1 == len(words):
        return False
    following = words[spot.last + 1].lower
    return following in load_words()["bodies"] or following in load_words()["sites"]


def _unknown(parse: Parse, first: int, last: int, gazetteer: Gazetteer) -> Spot | None:
    """A name in no gazetteer that the text itself calls a place, or ties by a comma to a state."""
    words = parse.words
    if words[first].lower in load_words()["alone"] or _is_joined(parse, first - 1):
        return None
    last = next((at - 1 for at in range(first, last + 1) if not _may_go_on(words[at])), last)
    while last > first and not is_capital(words[last]):
        last -= 1
    if not any(word.tag.startswith("NNP") for word in words[first : last + 1]):
        return None
    if not (is_called(parse, first, last) or _tied(parse, last, gazetteer) or _is_owned(parse, first, gazetteer)):
        return None
    return _unlisted(parse, first, last, "unlisted")


def _is_joined(parse: Parse, at: int) -> bool:
    """Tell whether a hyphen without blanks stands there."""
    if not 0 < at < len(parse.words) - 1 or parse.words[at].text != "-":
        return False
    return parse.words[at - 1].end == parse.words[at].start and parse.words[at].end == parse.words[at + 1].start


def _may_go_on(word: Word) -> bool:
    return is_capital(word) or word.lower in ("-", "el", "al", "de", "la")


def _is_owned(parse: Parse, first: int, gazetteer: Gazetteer) -> bool:
    """Tell whether a subdivision or town owns a name where somebody or something is: in Dorn's Orla."""
    words = parse.words
    if first < 3 or words[first - 1].tag != "POS" or words[first].lower in load_words()["bodies"]:
        return False
    if words[first - 3].lower not in ("in", "near", "outside", "around", "at"):
        return False
    senses = look_up(parse.folded[words[first - 2].start : words[first - 2].end], gazetteer)[1]
    return any(how == "name" and place.kind in ("admin1", "admin2") for place, how in senses)


def _tied(parse: Parse, last: int, gazetteer: Gazetteer) -> bool:
    words = parse.words
    if last + 2 >= len(words) or words[last + 1].text != ",":
        return False
    written = parse.folded[words[last + 2].start : words[last + 2].end + 1].rstrip(" ,;)\n")
    return written.endswith(".") and any(sense.how == "abbreviation" for sense in abbreviated(written, gazetteer))


def _ends(parse: Parse, first: int) -> Iterator[int]:
    """Yield the words at which a name that begins at `first` may end: capitalised, joined by name-internal words."""
    connectors = load_words()["connectors"]
    words = parse.words
    for last in range(first, min(first + _MOST_WORDS, len(words))):
        word = words[last]
        # A sentence splitter may stop after "St."; the name goes on.
        if word.sentence != words[first].sentence and words[first].lower not in _OPEN:
            return
        if is_capital(word) or (word.text[0].isdigit() and last > first):
            yield last
        elif word.lower not in connectors and not (word.text == "." and words[first].lower in _OPEN):
            return
        if "\n" in parse.folded[word.end : word.end + 2]:
            return


def _named(parse: Parse, first: int, last: int, gazetteer: Gazetteer) -> Spot | None:
    start, end = parse.words[first].start, parse.words[last].end
    if parse.folded[end : end + 1] == "." and abbreviated(parse.folded[start : end + 1], gazetteer):
        end += 1
    key, senses, manner = look_up(parse.folded[start:end], gazetteer)
    if not senses and first == last and "-" in parse.folded[start:end]:
        # "U.S.-led" is one word to the tokeniser.
        end = start + parse.folded[start:end].index("-")
        key, senses, manner = look_up(parse.folded[start:end], gazetteer)
    if parse.folded[start:end].endswith("-"):
        end -= 1
    return Spot(first, last, start, end, key, senses, manner) if senses else None


def _feature(parse: Parse, first: int, last: int) -> Spot | None:
    """A street, road, river or range named with its type word: the gazetteer has none of them."""
    words, lexicon = parse.words, load_words()
    head = words[last].lower.rstrip(".")
    if last > first and head in lexicon["streets"] and _names(parse, first, last - 1) and not _goes_on(parse, last):
        return _unlisted(parse, first, last, "street")
    if (
        last > first
        and head in lexicon["waters"] | lexicon["lands"] | lexicon["sites"]
        and _names(parse, first, last - 1)
    ):
        return _unlisted(parse, first, last, "feature")
    if (
        last > first
        and words[last].text[0].isdigit()
        and words[last - 1].lower in lexicon["roads"]
        and last - first < 3
    ):
        return _unlisted(parse, first, last, "street")
    return None


def _names(parse: Parse, first: int, last: int) -> bool:
    """Tell whether words can be the own part of a street's name: capitals and ordinals, no title or article."""
    words, lexicon = parse.words[first : last + 1], load_words()
    if any(w.lower in lexicon["articles"] for w in words):
        return False
    return all(is_capital(w) or w.lower in ("of", "-") or w.text[0].isdigit() for w in words)


def _goes_on(parse: Parse, last: int) -> bool:
    """Tell whether a capital follows at once: Highway Patrol, St. Gregory."""
    words = parse.words
    return (
        last + 1 < len(words)
        and is_capital(words[last + 1])
        and words[last + 1].sentence == words[last].sentence
        and words[last].lower.rstrip(".") in ("highway", "st")
    )


def _unlisted(parse: Parse, first: int, last: int, manner: str) -> Spot:
    start, end = parse.words[first].start, parse.words[last].end
    if parse.words[last].lower in ("st", "ave", "rd", "blvd", "dr", "ln") and parse.folded[end : end + 1] == ".":
        end += 1
    return Spot(first, last, start, end, key_of(parse.folded[start:end]), (), manner)
