"""Scores place names: found at all, and put where they lie."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.evaluation.outcomes import (
    Item,
    Judged,
    Measure,
    Pair,
    Result,
    list_outcomes,
    make_item,
    measure_judged,
)
from onrecord.evaluation.rows import ToponymRow
from onrecord.evaluation.scores import pair_best

KIND = "places"
_NEAR_KM = 161.0
_EARTH_KM = 6371.0


@dataclass(frozen=True, slots=True)
class _Put:
    """A toponym of the gold with coordinates that was found and put somewhere."""

    km: float
    radius_km: float | None


def measure_places(pairs: Iterable[Pair]) -> Result:
    """Return the F1 of detection, and how near to the gold coordinates the places were put.

    A toponym is found when the spans overlap by half of their union or more. The same GeoNames id is no distance.
    """
    told = [(gold, found, _pair(gold.toponyms, found.toponyms)) for gold, found in pairs if gold.toponyms is not None]
    detected = [
        Judged(document=g.id, gold=_show(g.text, g.toponyms), found=_show(g.text, f.toponyms), right=paired)
        for g, f, paired in told
    ]
    near = [
        _judge_distance(Judged(document=g.id, gold=[], found=[], right=p), g.text, g.toponyms or (), f.toponyms or ())
        for g, f, p in told
    ]
    put = [one for g, f, p in told for one in _puts(g.toponyms or (), f.toponyms or (), p)]
    gold = sum(len(one.gold) for one in near)
    return Result(
        measures=(measure_judged(KIND, "detection", detected), *_measure_distances(put, gold)),
        outcomes=(*list_outcomes(KIND, "detection", detected), *list_outcomes(KIND, "within 161 km", near)),
    )


def _pair(gold: Sequence[ToponymRow] | None, found: Sequence[ToponymRow] | None) -> list[tuple[int, int]]:
    return pair_best(gold or (), found or (), _likeness)


def _likeness(gold: ToponymRow, found: ToponymRow) -> float:
    shared = min(gold.span.end, found.span.end) - max(gold.span.start, found.span.start)
    union = max(gold.span.end, found.span.end) - min(gold.span.start, found.span.start)
    return shared / union if 0 < union <= 2 * shared else 0.0


def _distance(gold: ToponymRow, found: ToponymRow) -> float | None:
    if gold.point is None or found.point is None:
        return None
    if gold.geonames and gold.geonames == found.geonames:
        return 0.0
    return _great_circle(gold.point, found.point)


def _great_circle(first: tuple[float, float], second: tuple[float, float]) -> float:
    """The shortest way over the globe, in kilometres, by the haversine formula."""
    north, south = math.radians(first[0]), math.radians(second[0])
    east = math.radians(second[1] - first[1])
    half = math.sin((south - north) / 2) ** 2 + math.cos(north) * math.cos(south) * math.sin(east / 2) ** 2
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(half)))
