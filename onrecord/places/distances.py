"""How far two spots on the globe are from each other."""

from __future__ import annotations

import math

_EARTH_KM = 6371.0
Spot = tuple[float, float]


def great_circle_km(first: Spot, second: Spot) -> float:
    """Return the shortest way over the globe between two (latitude, longitude) in degrees, by the haversine formula."""
    north, south = math.radians(first[0]), math.radians(second[0])
    east = math.radians(second[1] - first[1])
    half = math.sin((south - north) / 2) ** 2 + math.cos(north) * math.cos(south) * math.sin(east / 2) ** 2
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(half)))
