"""Which part of the world a map shows, and where a place lies on it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.dossier.outlines import Point

KM_PER_DEGREE = 111.2
_LEAST_KM = 160.0
_MARGIN = 1.3
_CORE = 0.75  # the share of what is named that a map shows at least
_WORTH = 1.7  # how much wider a map may grow to show the rest too
_NEAR_KM = 600.0  # all that lies within so much is shown
_WORLD_KM = 9_000.0  # a story that is spread so far is shown on the whole world
_FLATTEST, _TALLEST = 0.42, 0.66


@dataclass(frozen=True, slots=True)
class Frame:
    """A stretch of the world, equirectangular and true to scale along its middle latitude.

    `east` and `north` are degrees at its middle, `scale` is pixels a kilometre, `width` and `height` are pixels.
    """

    east: float
    north: float
    scale: float
    width: float
    height: float

    def place(self, point: Point) -> Point:
        """Return where a point lies, in pixels from the upper left; it may lie outside."""
        across = (point[0] - self.east + 180) % 360 - 180
        return self.put(across, point[1])

    def put(self, across: float, north: float) -> Point:
        """Return where a point lies that is so many degrees east of the middle, going round the world as it may."""
        per_degree = KM_PER_DEGREE * self.scale
        squeezed = math.cos(math.radians(self.north))
        return self.width / 2 + across * squeezed * per_degree, self.height / 2 - (north - self.north) * per_degree

    def reach(self) -> tuple[float, float]:
        """Return how far north and how far south the map reaches, in degrees."""
        half = self.height / 2 / (KM_PER_DEGREE * self.scale)
        return self.north + half, self.north - half

    def holds(self, point: Point) -> bool:
        """True when a point lies on the map."""
        x, y = self.place(point)
        return 0 <= x <= self.width and 0 <= y <= self.height


def frame_points(points: Sequence[tuple[Point, int]], width: float) -> Frame:
    """Return the frame that shows points, each with how often it is named; far-off ones may be left outside.

    The frame shows the nearest around the middle that make up most of what is named, and all of them if that asks for
    little more room.
    """
    east, north = _middle(points)
    ranked = sorted(points, key=lambda item: _degrees(item[0], (east, north)))
    total, seen, core = sum(times for _, times in points), 0, []
    for point, times in ranked:
        if seen >= _CORE * total:
            break
        core.append(point)
        seen += times
    everything = [point for point, _ in points]
    whole, close = _box(everything, east), _box(core, east)
    return _frame(whole if _span(whole) <= max(_WORTH * _span(close), _NEAR_KM) else close, east, width)


def frame_world(width: float) -> Frame:
    """Return the frame of the whole world."""
    scale = width / (360 * KM_PER_DEGREE)
    return Frame(0.0, 0.0, scale, width, width * 0.46)


def _middle(points: Sequence[tuple[Point, int]]) -> Point:
    """The point that is named in the middle of all, where the widest gap between longitudes is the world's back."""
    easts = sorted({point[0] for point, _ in points})
    gaps = [(after - before, after) for before, after in zip(easts, [*easts[1:], easts[0] + 360], strict=True)]
    seam = max(gaps)[1]
    return _median([((p[0] - seam) % 360, t) for p, t in points]) + seam, _median([(p[1], t) for p, t in points])


def _median(values: Iterable[tuple[float, int]]) -> float:
    ordered = sorted(values)
    half, seen = sum(times for _, times in ordered) / 2, 0
    for value, times in ordered:
        seen += times
        if seen >= half:
            return value
    return 0.0


def _degrees(point: Point, middle: Point) -> float:
    across = ((point[0] - middle[0] + 180) % 360 - 180) * math.cos(math.radians(middle[1]))
    return math.hypot(across, point[1] - middle[1])


def _box(points: Iterable[Point], east: float) -> tuple[float, float, float, float]:
    """West, south, east and north of points, longitudes as degrees from `east`."""
    pairs = [((p[0] - east + 180) % 360 - 180, p[1]) for p in points]
    return min(x for x, _ in pairs), min(y for _, y in pairs), max(x for x, _ in pairs), max(y for _, y in pairs)


def _span(box: tuple[float, float, float, float]) -> float:
    """The longer side in kilometres."""
    west, south, east, north = box
    squeezed = math.cos(math.radians((south + north) / 2))
    return max((east - west) * squeezed, north - south) * KM_PER_DEGREE


def _frame(box: tuple[float, float, float, float], middle: float, width: float) -> Frame:
    west, south, east, north = box
    if _span(box) > _WORLD_KM:
        return frame_world(width)
    latitude = min(70.0, max(-70.0, (south + north) / 2))
    squeezed = math.cos(math.radians(latitude))
    across = max((east - west) * squeezed * KM_PER_DEGREE * _MARGIN, _LEAST_KM)
    up = max((north - south) * KM_PER_DEGREE * _MARGIN, _LEAST_KM * _FLATTEST)
    ratio = min(_TALLEST, max(_FLATTEST, up / across))
    scale = min(width / across, width * ratio / up)
    return Frame(middle + (west + east) / 2, latitude, scale, width, round(width * ratio))
