"""Leads the words of an office, or a surname in capitals, to the one person of the report who bears it."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.binding.offices import may_be_same, read_office
from onrecord.binding.scene import INDEFINITE, Scene, Speaker, first_spot, latest, own_words
from onrecord.language import Word
from onrecord.records import Span

_DETERMINERS = ("the", "that", "this", "its", "his", "her", "their")


def resolve_office(
    scene: Scene, words: Sequence[Word], head: Word, earlier: Sequence[tuple[int, Speaker]]
) -> Speaker | None:
    """Lead "the Kenyan premier" to the one person whom the report introduces so."""
    lower = head.lower.rpartition("-")[2]
    if lower not in scene.lexicon.roles or words[0].lower in INDEFINITE or head.tag in ("NNS", "NNPS"):
        return None
    sought = read_office(own_words(scene.parse, [Span(start=words[0].start, end=words[-1].end)]), scene.lexicon)
    bare = len(words) == 1 and words[0].text.isupper()
    if not sought.head or (words[0].lower not in _DETERMINERS and not sought.country and not bare):
        return None
    found = [
        one
        for one in scene.people.values()
        if any(may_be_same(sought, office, scene.lexicon) for office in one.offices)
    ]
    if len(found) > 1:
        found = [
            one
            for one in found
            if any(may_be_same(sought, office, scene.lexicon, exact=True) for office in one.offices)
        ]
    if len(found) > 1:
        found = [one for one in found if any(office.head == sought.head for office in one.offices)] or found
    if len(found) > 1 and earlier:
        found = [one for one in found if one.name == earlier[-1][1].name]
    return latest(scene, found[0].name, words[0]) if len(found) == 1 else None


def resolve_capitals(scene: Scene, name: str) -> Speaker | None:
    """Lead "DIAZ", alone in capitals, to the one person of that surname."""
    found = [one for one in scene.people if one.upper().split()[-1] == name] if name.isupper() else []
    return Speaker(found[0], first_spot(scene, found[0])) if len(found) == 1 else None
