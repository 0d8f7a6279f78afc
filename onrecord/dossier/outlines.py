"""The outlines of countries, from Natural Earth (public domain), compiled by `tools/build_outlines.py`."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path

Point = tuple[float, float]  # degrees east and north


@dataclass(frozen=True, slots=True)
class Ring:
    """A closed outline, and how far south and north it reaches."""

    points: tuple[Point, ...]
    south: float
    north: float


@dataclass(frozen=True, slots=True)
class Country:
    """A country and its outlines: the outer ones and those around what lies inside it."""

    name: str
    rings: tuple[Ring, ...]


@cache
def load_countries() -> tuple[Country, ...]:
    """Read the outlines of all countries, to about a kilometre."""
    data = json.loads(gzip.decompress((Path(__file__).parent / "outlines.json.gz").read_bytes()))
    arcs = [tuple(_points(arc, data["units"])) for arc in data["arcs"]]
    return tuple(
        Country(country["name"], tuple(_ring(ring, arcs) for ring in country["rings"])) for country in data["countries"]
    )


def _points(steps: Sequence[int], units: int) -> Iterator[Point]:
    east, north = accumulate(steps[::2]), accumulate(steps[1::2])
    return ((x / units, y / units) for x, y in zip(east, north, strict=True))


def _ring(numbers: Sequence[int], arcs: Sequence[tuple[Point, ...]]) -> Ring:
    """Join arcs at their ends; a negative number is an arc walked backwards, as TopoJSON has it."""
    ring: list[Point] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring.extend(arc[1:] if ring else arc)
    norths = [north for _, north in ring]
    return Ring(tuple(ring), min(norths), max(norths))
