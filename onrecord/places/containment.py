"""Puts a name that no gazetteer has inside the place that the text says contains it, or beside the one it names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple, Protocol

from onrecord.places.gazetteer import Place

_BROKEN = re.compile(r"[.!?]\s|\n")
_REACH = 120
_LEAST_RADIUS = 15.0
_MILE = 1.609
_LOCAL = frozenset({"city", "admin2"})
# "Orla, a village in Batken region", "Orla in the Batken region", "Orla (Batken region)".
_INSIDE = re.compile(
    r",? ?\(?(?:(?:an?|the) (?:[\w-]+ ){0,3}(?:village|town|hamlet|settlement|suburb|city|district"
    r"|township|outpost)(?: of)? ?)?"
    r"(?:(?:located |situated )?(?:in|inside|within) (?:the )?(?:[a-z]+ ){0,3}(?:of )?)?"
)
_OWNED = re.compile(r"(?: (?:region|province|district|oblast|county|governorate|state|valley))?'s? (?:[a-z]+ ){0,4}")
_AWAY = re.compile(r"(\d+(?:[.,]\d+)?)[ -]?(km|kms|kilomet(?:er|re)s?|miles?)\b[a-z -]*$")


class Marked(Protocol):
    """A name at one spot of the text, as far as this module looks at it."""

    @property
    def start(self) -> int:
        """Where the name begins."""

    @property
    def end(self) -> int:
        """Where it ends."""


class Container(NamedTuple):
    """The place that holds a name or stands beside it, how far off the name may lie, and whether words say so."""

    place: Place
    radius: float
    told: bool


def find_container(folded: str, at: int, marks: Sequence[Marked], meant: Sequence[Place | None]) -> Container | None:
    """Return what holds the name `at`, or the town that its sentence names nearest, the one after before the one ahead.

    `meant` holds the place of each name that is one's whereabouts, and `None` for the others.
    """
    told = _find_behind(folded, at, marks, meant) or _find_owner(folded, at, marks, meant)
    if told:
        return told
    for other in [*range(at + 1, min(at + 4, len(marks))), *range(at - 1, max(at - 4, -1), -1)]:
        place = meant[other]
        if place and place.kind in _LOCAL and _stand_together(folded, marks[at], marks[other]):
            return Container(place, max(_LEAST_RADIUS, 2 * place.radius), False)
    return None


def _find_behind(folded: str, at: int, marks: Sequence[Marked], meant: Sequence[Place | None]) -> Container | None:
    """Return the place that the words between it and a name say to hold it, or to lie so far from it."""
    place = meant[at + 1] if at + 1 < len(marks) else None
    if place is None or not _stand_together(folded, marks[at], marks[at + 1]):
        return None
    gap = folded[marks[at].end : marks[at + 1].start]
    away = _AWAY.search(gap)
    if away:
        km = float(away[1].replace(",", ".")) * (_MILE if away[2].startswith("mile") else 1.0)
        return Container(place, max(_LEAST_RADIUS, km + place.radius), True)
    inside = gap.strip() and _INSIDE.fullmatch(gap)
    return Container(place, max(_LEAST_RADIUS, place.radius), True) if inside else None


def _find_owner(folded: str, at: int, marks: Sequence[Marked], meant: Sequence[Place | None]) -> Container | None:
    """Return the place that owns a name: "Dorn's Orla district", "Dorn region's Orla"."""
    place = meant[at - 1] if at else None
    if place is None or not _OWNED.fullmatch(folded[marks[at - 1].end : marks[at].start]):
        return None
    return Container(place, max(_LEAST_RADIUS, place.radius), True)


def _stand_together(folded: str, one: Marked, other: Marked) -> bool:
    """Tell whether two names stand near each other with no end of a sentence between."""
    gap = folded[min(one.end, other.end) : max(one.start, other.start)]
    return len(gap) <= _REACH and not _BROKEN.search(gap)
