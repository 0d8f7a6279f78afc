"""Finds the place names of a report and places them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.identity import mark_id
from onrecord.language import Parse, fold
from onrecord.places.containment import Container, find_container
from onrecord.places.detection import Detected, detect
from onrecord.places.gazetteer import Gazetteer, Kind, Place, Sense
from onrecord.places.resolution import Name, contains, resolve_names
from onrecord.places.spellings import read_name
from onrecord.records import Document, Span, Toponym

_TIE = re.compile(r"\s?,\s?(?:the\s|a\s|in\s)?$|\s?\($|\sin\s(?:the\s)?$")
_LIST = re.compile(r",? (?:and|or) (?:the )?|, (?:the )?")
_TYPE_AFTER = re.compile(
    r" (?:(?P<first>region|province|oblast|governorate|state|republic)|district|county|raion|rayon|municipality)\b",
    re.IGNORECASE,
)
_TYPE_BEFORE = re.compile(r"\b(?:(?:city|town|village) of|capital,?|port of) $", re.IGNORECASE)
IN_DOUBT, _NAMESAKES_KM = "one of several", 50.0  # a town and the county around it are no namesakes
_RENAMED = ("adjective", "people", "abbreviation")


@dataclass(frozen=True, slots=True)
class _Mark:
    """A place name at one spot, with what it can mean."""

    start: int
    end: int
    key: str
    senses: tuple[Sense, ...]
    manner: str
    by: str


def find_toponyms(document: Document, parse: Parse, gazetteer: Gazetteer) -> tuple[Toponym, ...]:
    """Return the place names of a report in the order of the text, each with the place it means.

    Nationality adjectives are among them, as "nationality" in `by`, for they name a place but nobody's whereabouts;
    names that are part of the name of a body have "in a name" there, capitals and countries that speak "as a
    government"; names that may as well mean a namesake have "one of
    several", and a radius that reaches to it. A name without a place in the gazetteer has no
    coordinates, or those of the place that its sentence names beside it, with a radius to match.
    """
    return _place(
        document.id, parse.text, parse.folded, [_marked(found) for found in detect(parse, gazetteer)], gazetteer
    )


def resolve_toponyms(text: str, spans: Sequence[Span], gazetteer: Gazetteer, document: str = "") -> tuple[Toponym, ...]:
    """Return a toponym for every span that is said to be a place name, in the order of the spans."""
    folded = fold(text)
    marks = []
    for span in sorted(set(spans), key=lambda span: (span.start, span.end)):
        key, senses, manner = read_name(folded[span.start : span.end], gazetteer)
        marks.append(_Mark(span.start, span.end, key, senses, manner, f"given, {manner}"))
    found = {toponym.span: toponym for toponym in _place(document, text, folded, marks, gazetteer)}
    return tuple(found[span] for span in spans)


def _marked(found: Detected) -> _Mark:
    spot = found.spot
    return _Mark(spot.start, spot.end, spot.key, spot.senses, spot.manner, found.by)


def _place(document: str, text: str, folded: str, marks: Sequence[_Mark], gazetteer: Gazetteer) -> tuple[Toponym, ...]:
    names = [
        Name(mark.key, mark.senses, tied, _called(folded, mark), _listed(folded, marks, at))
        for at, (mark, tied) in enumerate(zip(marks, _ties(folded, marks), strict=True))
    ]
    places = resolve_names(names, gazetteer)
    meant = [places.get(name.group) for name in names]
    whereabouts = [None if mark.manner in _RENAMED else place for mark, place in zip(marks, meant, strict=True)]
    held: dict[str, Container] = {}
    for at, mark in enumerate(marks):
        container = find_container(folded, at, marks, whereabouts) if meant[at] is None else None
        known = held.get(mark.key)
        # What is told first holds; what only stands beside a name yields to it, and to what is smaller.
        if container and (known is None or (not known.told and (container.told or container.radius < known.radius))):
            held[mark.key] = container
    return tuple(
        _toponym(document, text, mark, place, gazetteer)
        if place
        else _unplaced(document, text, mark, held.get(mark.key))
        for mark, place in zip(marks, meant, strict=True)
    )


def _called(folded: str, mark: _Mark) -> Kind | None:
    """Return the kind of place that the words beside a name call it: Orsk province, the city of Orsk."""
    after = _TYPE_AFTER.match(folded, mark.end)
    if after:
        return "admin1" if after["first"] else "admin2"
    return "city" if _TYPE_BEFORE.search(folded, max(0, mark.start - 30), mark.start) else None


def _ties(folded: str, marks: Sequence[_Mark]) -> list[str | None]:
    """Return, for each name, the key of the name after its comma, when that can contain it."""
    ties: list[str | None] = [None] * len(marks)
    for at in range(len(marks) - 1):
        left, right = marks[at], marks[at + 1]
        gap = folded[left.end : right.start] if right.start - left.end < 9 else "-"
        if (_TIE.match(gap) or gap == " ") and contains(right.senses, left.senses):
            ties[at] = right.key
    return ties


def _listed(folded: str, marks: Sequence[_Mark], at: int) -> tuple[str, ...]:
    """Return the keys of the names before and after a name in a list: Alabama, Florida and Georgia."""
    pairs = [(at - 1, at, at - 1), (at, at + 1, at + 1)]
    return tuple(
        marks[other].key
        for left, right, other in pairs
        if left >= 0 and right < len(marks) and _LIST.fullmatch(folded, marks[left].end, marks[right].start)
    )


def _toponym(document: str, text: str, mark: _Mark, place: Place, gazetteer: Gazetteer) -> Toponym:
    doubted = place.radius > gazetteer.place(place.number).radius + _NAMESAKES_KM
    return Toponym(
        id=mark_id("toponym", document, mark.start),
        document=document,
        span=Span(start=mark.start, end=mark.end),
        name=place.name if mark.manner in _RENAMED else text[mark.start : mark.end],
        latitude=place.latitude,
        longitude=place.longitude,
        # What is called after a place ("Orsk College") stands nobody knows how far from it.
        radius_km=round(place.radius, 1) if mark.manner != "shortened" else None,
        geonames=place.id,
        country=place.country,
        by=f"{mark.by}, {IN_DOUBT}" if doubted else mark.by,
    )


def _unplaced(document: str, text: str, mark: _Mark, container: Container | None) -> Toponym:
    place = container.place if container else None
    return Toponym(
        id=mark_id("toponym", document, mark.start),
        document=document,
        span=Span(start=mark.start, end=mark.end),
        name=text[mark.start : mark.end],
        latitude=place.latitude if place else None,
        longitude=place.longitude if place else None,
        radius_km=round(container.radius, 1) if container else None,
        geonames=None,
        country=place.country if place else None,
        by=f"{mark.by}, placed by {place.name}" if place else mark.by,
    )
