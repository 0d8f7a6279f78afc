"""The map of a story: the places that it names on the outlines of countries, cut to where most of them lie."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from onrecord.dossier.clipping import draw_rings, find_rings
from onrecord.dossier.labels import Box, Label, box_of, find_label, is_free
from onrecord.dossier.outlines import Point, load_countries
from onrecord.dossier.projections import Frame, frame_points, frame_world

WIDTH, LOCATOR_WIDTH = 760.0, 150.0
_SIZE, _LARGE, _COUNTRY = 12.0, 21.0, 11.0  # of type: as drawn, as drawn on a phone, of the names of countries
_STEP, _COARSE = 0.6, 1.0  # pixels between the points of an outline: on the map, on the locator
_AREA_KM = 150.0  # what is wider is a region: it has a name, but neither point nor circle
_LEAST_CIRCLE, _MOST_CIRCLE = 5.0, 160.0
_LEAST_COUNTRY = 2500.0  # square pixels
_SPACED = 1.35  # letters of countries' names stand apart
_BAR = 0.2
_GRID = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What a map needs of a place: its name, where it is and how nearly, how often it is named, and its row below."""

    name: str
    point: Point
    radius_km: float
    times: int
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A place on the map. `circle` is its radius in pixels, or 0; `is_major`: its name has room on a phone too.

    `is_area`: it is too wide to be a point.
    """

    place: Place
    x: float
    y: float
    circle: float
    label: Label | None
    is_major: bool
    is_area: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryName:
    """The name of a country in the middle of what the map shows of it."""

    name: str
    label: Label


@dataclass(frozen=True, slots=True, kw_only=True)
class Locator:
    """The world in small: its outline, the places as points, and the frame of the map."""

    width: float
    height: float
    land: str
    dots: tuple[Point, ...]
    frame: Box


@dataclass(frozen=True, slots=True, kw_only=True)
class Map:
    """Everything that the map shows, in pixels; paths are in tenths of them."""

    width: float
    height: float
    lands: tuple[str, ...]
    countries: tuple[CountryName, ...]
    dots: tuple[Dot, ...]
    outside: tuple[Place, ...]
    bar: float
    bar_km: int
    locator: Locator | None


def draw_map(places: Sequence[Place]) -> Map | None:
    """Return the map of some places; `None` when not one of them has a position."""
    if not places:
        return None
    narrow = [place for place in places if place.radius_km < _AREA_KM] or places
    frame = frame_points([(place.point, place.times) for place in narrow], WIDTH)
    shown = [place for place in _one_a_point(places) if frame.holds(place.point)]
    dots = _dots(shown, frame)
    taken = [box for dot in dots for box in _boxes(dot, _SIZE)]
    named = {dot.place.name for dot in dots if dot.label}
    bar_km = _round_length(_BAR * WIDTH / frame.scale)
    visible = [(country.name, rings) for country in load_countries() if (rings := list(find_rings(country, frame)))]
    unnamed = [(name, rings) for name, rings in visible if name not in named]
    return Map(
        width=frame.width,
        height=frame.height,
        lands=tuple(filter(None, (draw_rings(rings, _STEP) for _, rings in visible))),
        countries=tuple(_name_countries(unnamed, frame, taken)),
        dots=dots,
        outside=tuple(place for place in places if not frame.holds(place.point)),
        bar=round(bar_km * frame.scale, 1),
        bar_km=bar_km,
        locator=_locate(frame, places),
    )


def _one_a_point(places: Sequence[Place]) -> list[Place]:
    """Of names for one point, the one that is used most."""
    ranked = sorted(places, key=lambda place: (-place.times, place.name))
    return list({place.point: place for place in reversed(ranked)}.values())


def _dots(places: Sequence[Place], frame: Frame) -> tuple[Dot, ...]:
    """Place the points, and then their names, those named most first."""
    spots = {place: frame.place(place.point) for place in places}
    points = [Box(x - 4, y - 4, x + 4, y + 4) for place, (x, y) in spots.items() if not _is_area(place, frame)]
    within = Box(2, 2, frame.width - 2, frame.height - 2)
    small, large = list(points), list(points)
    found = []
    for place, (x, y) in sorted(spots.items(), key=lambda item: (-item[0].times, item[0].name)):
        label = find_label((x, y), place.name, _SIZE, small, within)
        roomy = find_label((x, y), place.name, _LARGE, large, within)
        if label:
            small.append(box_of(label, place.name, _SIZE))
        is_major = roomy is not None and label is not None and roomy.anchor == label.anchor
        if is_major and roomy:
            large.append(box_of(roomy, place.name, _LARGE))
        is_area = _is_area(place, frame)
        circle = 0.0 if is_area else place.radius_km * frame.scale
        circle = round(circle, 1) if circle >= _LEAST_CIRCLE else 0.0
        found.append(
            Dot(
                place=place,
                x=round(x, 1),
                y=round(y, 1),
                circle=circle,
                label=label,
                is_major=is_major,
                is_area=is_area,
            )
        )
    return tuple(found)


def _is_area(place: Place, frame: Frame) -> bool:
    """True of what is too wide for a point: a region, or what would fill the map."""
    return place.radius_km >= _AREA_KM or place.radius_km * frame.scale > _MOST_CIRCLE


def _boxes(dot: Dot, size: float) -> Iterable[Box]:
    yield Box(dot.x - 4, dot.y - 4, dot.x + 4, dot.y + 4)
    if dot.label:
        yield box_of(dot.label, dot.place.name, size)


def _name_countries(
    visible: Sequence[tuple[str, list[list[Point]]]], frame: Frame, taken: list[Box]
) -> Iterable[CountryName]:
    """Yield the names of countries that have room, the widest country first."""
    within = Box(2, 2, frame.width - 2, frame.height - 2)
    widest = [(max(rings, key=_area), name) for name, rings in visible]
    for ring, name in sorted(widest, key=lambda item: (-_area(item[0]), item[1])):
        if _area(ring) < _LEAST_COUNTRY:
            return
        for point in _deepest(ring):
            label = Label(*point, "middle")
            box = box_of(label, name, _COUNTRY * _SPACED)
            if is_free(box, taken, within):
                taken.append(box)
                yield CountryName(name=name, label=label)
                break


def _area(ring: Sequence[Point]) -> float:
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairs)) / 2


def _deepest(ring: Sequence[Point]) -> list[Point]:
    """The points of a coarse grid inside a ring, the farthest from its line first."""
    left, right = min(x for x, _ in ring), max(x for x, _ in ring)
    top, bottom = min(y for _, y in ring), max(y for _, y in ring)
    grid = (
        (round(left + (right - left) * (i + 0.5) / _GRID, 1), round(top + (bottom - top) * (j + 0.5) / _GRID, 1))
        for i in range(_GRID)
        for j in range(_GRID)
    )
    inside = [point for point in grid if _holds(ring, point)]
    return sorted(inside, key=lambda point: -min((point[0] - x) ** 2 + (point[1] - y) ** 2 for x, y in ring))


def _holds(ring: Sequence[Point], point: Point) -> bool:
    """True when a ray from a point to the right meets a ring an odd number of times."""
    x, y = point
    odd = False
    for (ax, ay), (bx, by) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (ay > y) != (by > y) and x < ax + (bx - ax) * (y - ay) / (by - ay):
            odd = not odd
    return odd


def _locate(frame: Frame, places: Sequence[Place]) -> Locator | None:
    """The whole world with the map's frame on it; none when the map shows most of the world itself."""
    world = frame_world(LOCATOR_WIDTH)
    left, top = world.place((frame.east, frame.north))
    half = frame.width / frame.scale * world.scale / 2 / math.cos(math.radians(frame.north))
    tall = frame.height / frame.scale * world.scale / 2
    if half > LOCATOR_WIDTH / 4:
        return None
    half, tall = max(half, 3.0), max(tall, 2.0)
    return Locator(
        width=world.width,
        height=round(world.height, 1),
        land=_draw_world(),
        dots=tuple((round(x, 1), round(y, 1)) for x, y in map(world.place, {place.point for place in places})),
        frame=Box(round(left - half, 1), round(top - tall, 1), round(left + half, 1), round(top + tall, 1)),
    )


@cache
def _draw_world() -> str:
    world = frame_world(LOCATOR_WIDTH)
    return "".join(draw_rings(find_rings(country, world), _COARSE) for country in load_countries())


def _round_length(km: float) -> int:
    """The longest of 1, 2, 5, 10, 20 ... kilometres that is no longer."""
    power = 10 ** math.floor(math.log10(max(km, 1.0)))
    return int(max(step * power for step in (1, 2, 5) if step * power <= max(km, 1.0)))
