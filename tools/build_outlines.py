"""Compiles the outlines of countries for the dossier's map: `build_outlines.py countries-10m.json` (maintainers).

The file is of the npm package world-atlas 2.0.2 (ISC): Natural Earth 1:10m (public domain) as TopoJSON. Arcs
are simplified (Douglas and Peucker, to about a kilometre) and written as differences of hundredths of a degree, so that
neighbours keep sharing their border. The same input gives the same bytes.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path

OUT = Path(__file__).parent.parent / "onrecord" / "dossier" / "outlines.json.gz"
UNITS = 100  # a degree
TOLERANCE = 0.9  # of such units
Point = tuple[int, int]


def build_outlines(atlas: dict[str, object]) -> bytes:
    """Return the compiled outlines of a TopoJSON atlas."""
    arcs = [_encode(_simplify(arc)) for arc in _decode(atlas)]
    objects = atlas["objects"]
    assert isinstance(objects, dict)
    countries = [
        {"name": geometry["properties"]["name"], "rings": list(_rings(geometry))}
        for geometry in objects["countries"]["geometries"]
    ]
    compiled = {"units": UNITS, "arcs": arcs, "countries": sorted(countries, key=lambda country: country["name"])}
    return gzip.compress(json.dumps(compiled, ensure_ascii=False, separators=(",", ":")).encode(), 9, mtime=0)


def _decode(atlas: dict[str, object]) -> Iterable[list[Point]]:
    transform, arcs = atlas["transform"], atlas["arcs"]
    assert isinstance(transform, dict)
    assert isinstance(arcs, list)
    (across, up), (west, south) = transform["scale"], transform["translate"]
    for arc in arcs:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((round((x * across + west) * UNITS), round((y * up + south) * UNITS)))
        yield points


def _rings(geometry: dict[str, object]) -> Iterable[list[int]]:
    arcs = geometry["arcs"]
    assert isinstance(arcs, list)
    for polygon in arcs if geometry["type"] == "MultiPolygon" else [arcs]:
        yield from polygon


def _simplify(points: list[Point]) -> list[Point]:
    """Leave out what lies nearer than the tolerance to the line that is left."""
    keep = {0, len(points) - 1}
    stretches = [(0, len(points) - 1)]
    while stretches:
        first, last = stretches.pop()
        far, at = max(((_distance(points, first, last, i), i) for i in range(first + 1, last)), default=(0.0, 0))
        if far > TOLERANCE:
            keep.add(at)
            stretches += [(first, at), (at, last)]
    return [points[i] for i in sorted(keep)]


def _distance(points: Sequence[Point], first: int, last: int, i: int) -> float:
    (ax, ay), (bx, by), (x, y) = points[first], points[last], points[i]
    length = ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5
    if length == 0:
        return float(((x - ax) ** 2 + (y - ay) ** 2) ** 0.5)
    return float(abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length)


def _encode(points: Sequence[Point]) -> list[int]:
    """The first point, then the way from each to the next."""
    steps = [points[0], *((bx - ax, by - ay) for (ax, ay), (bx, by) in pairwise(points))]
    return [number for step in steps for number in step]


def main(words: Sequence[str]) -> int:
    """Write the outlines; return 2 when the words are wrong."""
    if len(words) != 1:
        sys.stderr.write(__doc__ or "")
        return 2
    OUT.write_bytes(build_outlines(json.loads(Path(words[0]).read_text(encoding="utf-8"))))
    sys.stderr.write(f"{OUT.name}: {OUT.stat().st_size:,} bytes\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
