"""Outlines cut to a frame and thinned to what the eye can see, as the path of an SVG."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from onrecord.dossier.outlines import Country, Point
from onrecord.dossier.projections import Frame

_BLEED = 6.0  # pixels: edges that cutting makes lie outside of what is seen
_TENTHS = 10


def draw_rings(rings: Iterable[Sequence[Point]], step: float) -> str:
    """Return the path of rings, in tenths of a pixel; points nearer than `step` pixels are left out."""
    return "".join(_path(ring, step) for ring in rings)


def find_rings(country: Country, frame: Frame) -> Iterator[list[Point]]:
    """Yield the rings of a country in pixels, cut to the frame; what goes round the world is drawn on either side."""
    top, bottom = frame.reach()
    for ring in country.rings:
        if ring.north >= bottom and ring.south <= top:
            unrolled = _unroll(ring.points, frame.east)
            turns = (_turn(unrolled, turn, frame) for turn in (-360.0, 0.0, 360.0))
            yield from (cut for cut in turns if len(cut) > 2)


def _turn(ring: Sequence[Point], turn: float, frame: Frame) -> list[Point]:
    return _cut([frame.put(x + turn, y) for x, y in ring], frame) if _may_show(ring, turn, frame) else []


def _unroll(ring: Sequence[Point], middle: float) -> list[Point]:
    """Longitudes from the middle of the map, so that neighbours stay neighbours across the seam of the world."""
    unrolled: list[Point] = []
    across = (ring[0][0] - middle + 180) % 360 - 180
    before = ring[0][0]
    for east, north in ring:
        across += (east - before + 180) % 360 - 180
        before = east
        unrolled.append((across, north))
    return unrolled


def _may_show(ring: Sequence[Point], turn: float, frame: Frame) -> bool:
    left, top = frame.put(min(x for x, _ in ring) + turn, max(y for _, y in ring))
    right, bottom = frame.put(max(x for x, _ in ring) + turn, min(y for _, y in ring))
    return left < frame.width and right > 0 and top < frame.height and bottom > 0


def _cut(ring: list[Point], frame: Frame) -> list[Point]:
    """Sutherland and Hodgman: cut at each edge of the frame in turn."""
    low, right, bottom = -_BLEED, frame.width + _BLEED, frame.height + _BLEED
    for inside, cross in (
        (lambda p: p[0] >= low, lambda a, b: _at_x(a, b, low)),
        (lambda p: p[0] <= right, lambda a, b: _at_x(a, b, right)),
        (lambda p: p[1] >= low, lambda a, b: _at_y(a, b, low)),
        (lambda p: p[1] <= bottom, lambda a, b: _at_y(a, b, bottom)),
    ):
        ring = list(_cut_edge(ring, inside, cross))
    return ring


def _cut_edge(
    ring: Sequence[Point], inside: Callable[[Point], bool], cross: Callable[[Point, Point], Point]
) -> Iterator[Point]:
    for before, point in zip([*ring[-1:], *ring[:-1]], ring, strict=True):
        if inside(point) != inside(before):
            yield cross(before, point)
        if inside(point):
            yield point


def _at_x(a: Point, b: Point, x: float) -> Point:
    return x, a[1] + (b[1] - a[1]) * (x - a[0]) / (b[0] - a[0])


def _at_y(a: Point, b: Point, y: float) -> Point:
    return a[0] + (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]), y


def _path(ring: Sequence[Point], step: float) -> str:
    """A closed path in tenths of a pixel, each point as the way from the one before; nothing for what is too small."""
    points = list(_thin(((round(x * _TENTHS), round(y * _TENTHS)) for x, y in ring), round(step * _TENTHS)))
    if len(points) < 3:
        return ""
    moves = [f"{bx - ax},{by - ay}" for (ax, ay), (bx, by) in pairwise(points)]
    return f"M{points[0][0]},{points[0][1]}l{' '.join(moves)}z"


def _thin(points: Iterable[tuple[int, int]], step: int) -> Iterator[tuple[int, int]]:
    last: tuple[int, int] | None = None
    for point in points:
        if last is None or abs(point[0] - last[0]) >= step or abs(point[1] - last[1]) >= step:
            last = point
            yield point
