"""Reads a written place name: as it stands, as an abbreviation, in another spelling, or without its type word."""

from __future__ import annotations

import re

from onrecord.places.gazetteer import Gazetteer, Sense
from onrecord.places.keys import key_of
from onrecord.places.lexicon import load_words

_SPELLINGS = {"st": "saint", "saint": "st", "ft": "fort", "fort": "ft", "mt": "mount", "mount": "mt"}
_LONGEST_ABBREVIATION = 8
_FEWEST = 3
_KIND_BEFORE = re.compile(
    r"(?:the )?(?:(?:city|town|village|state|province|county|district|region|republic|port|municipality|borough)"
    r"(?: of)?|greater|downtown|metro|upper|lower|mid|central|the|(?:north|south)(?:ern|(?:east|west)(?:ern)?)?"
    r"|(?:east|west)(?:ern)?) "
)


def look_up(written: str, gazetteer: Gazetteer) -> tuple[str, tuple[Sense, ...], str]:
    """Return the key of a written name, what it can mean, and the manner in which it names it; no guessing."""
    senses = abbreviated(written, gazetteer)
    if senses:
        return "=" + written.replace(" ", ""), senses, "abbreviation"
    key = key_of(written)
    if len(key) < 2 or (len(key) <= _FEWEST and written.isupper()):
        return key, (), "unlisted"
    senses = (*gazetteer.senses(key), *_respelled(key, gazetteer))
    return key, senses, senses[0].how if senses else "unlisted"


def read_name(written: str, gazetteer: Gazetteer) -> tuple[str, tuple[Sense, ...], str]:
    """Return what `look_up` does for a name that is known to be one: its type word and compass point may be dropped."""
    key, senses, manner = look_up(written, gazetteer)
    if written.islower():
        return key, (), "unlisted"
    if senses:
        return key, senses, manner
    for shorter in [*_shortened(key), *_parts(key)]:
        senses = gazetteer.senses(shorter) or _respelled(shorter, gazetteer)
        if senses:
            return shorter, senses, "shortened"
    return key, (), "unlisted"


def abbreviated(written: str, gazetteer: Gazetteer) -> tuple[Sense, ...]:
    """Return what an abbreviation means; nothing for anything longer than one can be."""
    if len(written) > _LONGEST_ABBREVIATION:
        return ()
    plain = written.replace(" ", "").replace("\n", "")
    return gazetteer.abbreviated(plain) or gazetteer.abbreviated(plain + ".")


def _respelled(key: str, gazetteer: Gazetteer) -> tuple[Sense, ...]:
    head, _, rest = key.partition(" ")
    other = _SPELLINGS.get(head)
    return gazetteer.senses(f"{other} {rest}") if other and rest else ()


def _shortened(key: str) -> list[str]:
    lexicon = load_words()
    types = lexicon["towns"] | lexicon["sites"] | lexicon["waters"] | lexicon["lands"] | lexicon["parts"]
    found = []
    front = _KIND_BEFORE.match(key)
    if front:
        found.append(key[front.end() :])
    words = key.split(" ")
    while len(words) > 1 and words[-1] in types:
        words = words[:-1]
        found.append(" ".join(words))
    return [name for name in found if len(name) > 2]


def _parts(key: str) -> list[str]:
    """Return the runs of words inside a name, the longest first, from the left."""
    words = key.split(" ")
    runs = [
        " ".join(words[first : first + length])
        for length in range(len(words) - 1, 0, -1)
        for first in range(len(words) - length + 1)
    ]
    return [run for run in runs if len(run) > 3 and run not in load_words()["alone"]]
