"""The places that reports name: how often, where the gazetteer puts them, and what is told to have happened there."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.dossier.catalogue import Catalogue, Report, anchor
from onrecord.dossier.maps import Place
from onrecord.records import EventMention, Toponym

_MOST_EVENTS = 6
_NO_SPOT = ("nationality", "as a government")  # what places writes of names that tell nobody's whereabouts


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """Something that is told of a place: the word that says so, how sure the report is, and its record."""

    words: str
    modality: str
    report: int
    record: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place name with how often and in which reports it stands, and where the gazetteer puts it."""

    anchor: str
    name: str
    times: int
    where: str
    reports: tuple[Report, ...]
    happenings: tuple[Happening, ...]
    more: int
    place: Place | None


def list_places(catalogue: Catalogue) -> tuple[Spot, ...]:
    """List the places of a story, those named most first; a nationality or a government is nowhere."""
    named: dict[tuple[str, float | None, float | None], list[Toponym]] = defaultdict(list)
    for marks in catalogue.story.marks:
        for found in marks.toponyms:
            if not any(manner in found.by for manner in _NO_SPOT):
                named[found.name, found.latitude, found.longitude].append(found)
    ranked = sorted(named.values(), key=lambda found: -len(found))
    return tuple(_spot(catalogue, number, found) for number, found in enumerate(ranked, 1))


def list_mapped(spots: Sequence[Spot]) -> tuple[Place, ...]:
    """Return the places that have a position, as a map needs them."""
    return tuple(spot.place for spot in spots if spot.place)


def _spot(catalogue: Catalogue, number: int, found: Sequence[Toponym]) -> Spot:
    first = found[0]
    documents = dict.fromkeys(toponym.document for toponym in found)
    events = [
        event
        for document in documents
        for event in catalogue.marks[document].events
        if event.place is not None and event.place.name == first.name
    ]
    return Spot(
        anchor=f"place-{number}",
        name=first.name,
        times=len(found),
        where=_coordinates(first.latitude, first.longitude, first.radius_km),
        reports=tuple(catalogue.reports[id] for id in documents if id in catalogue.reports),
        happenings=tuple(_happening(catalogue, event) for event in events[:_MOST_EVENTS]),
        more=max(0, len(events) - _MOST_EVENTS),
        place=_place(number, first, len(found)),
    )


def _happening(catalogue: Catalogue, event: EventMention) -> Happening:
    report = catalogue.reports[event.document]
    return Happening(
        words=" ".join(event.trigger.of(report.document.text).split()),
        modality=event.modality or "not known whether",
        report=report.number,
        record=anchor("record", event.id),
    )


def _place(number: int, found: Toponym, times: int) -> Place | None:
    if found.latitude is None or found.longitude is None:
        return None
    return Place(
        name=found.name,
        point=(found.longitude, found.latitude),
        radius_km=found.radius_km or 0.0,
        times=times,
        anchor=f"place-{number}",
    )


def _coordinates(latitude: float | None, longitude: float | None, radius: float | None) -> str:
    if latitude is None or longitude is None:
        return "Not in the gazetteer: no position is claimed."
    north, east = "N" if latitude >= 0 else "S", "E" if longitude >= 0 else "W"
    told = f"{abs(latitude):.2f}° {north}, {abs(longitude):.2f}° {east}"
    return f"{told}, somewhere within {_round_up(radius):,g} km" if radius else told


def _round_up(radius: float) -> float:
    """Return a distance that is no shorter, in two figures: more would claim to be known."""
    step = 10.0 ** (math.floor(math.log10(radius)) - 1)
    return round(math.ceil(round(radius / step, 6)) * step, 6)
