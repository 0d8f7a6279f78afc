"""Scores place names: found at all, and put where they lie."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.evaluation.outcomes import (
    Judged,
    Measure,
    Pair,
    Result,
    list_outcomes,
    make_item,
    measure_judged,
)
from onrecord.evaluation.rows import DocumentRow, ToponymRow
from onrecord.evaluation.scores import pair_best
from onrecord.places import great_circle_km

KIND = "places"
_NEAR_KM = 161.0


@dataclass(frozen=True, slots=True)
class _Placed:
    """A toponym whose gold has coordinates: how far from them it was put (`None`: nowhere), and the radius given."""

    toponym: ToponymRow
    km: float | None
    radius_km: float | None


def measure_places(pairs: Iterable[Pair]) -> Result:
    """Return the F1 of detection, and how near to the gold coordinates the places were put.

    A toponym is found when the spans overlap by half of their union or more. The same GeoNames id is no distance.
    """
    told = [(gold, found) for gold, found in pairs if gold.toponyms is not None]
    detected = [_judge(gold, found) for gold, found in told]
    placed = [_place(gold, found, one.right) for (gold, found), one in zip(told, detected, strict=True)]
    near = [_judge_nearness(gold, some) for (gold, _), some in zip(told, placed, strict=True)]
    return Result(
        measures=(
            measure_judged(KIND, "detection", detected),
            *_measure_distances([one for some in placed for one in some]),
        ),
        outcomes=(*list_outcomes(KIND, "detection", detected), *list_outcomes(KIND, "within 161 km", near)),
    )


def _judge(gold: DocumentRow, found: DocumentRow) -> Judged:
    wanted, given, text = gold.toponyms or (), found.toponyms or (), gold.text or ""
    return Judged(
        document=gold.id,
        gold=[make_item(text, [row.span], _show(row)) for row in wanted],
        found=[make_item(text, [row.span], _show(row)) for row in given],
        right=pair_best(wanted, given, _likeness, lambda row: range(row.span.start, row.span.end)),
    )


def _place(gold: DocumentRow, found: DocumentRow, pairs: Sequence[tuple[int, int]]) -> list[_Placed]:
    given = {i: (found.toponyms or ())[j] for i, j in pairs}
    placed = []
    for i, row in enumerate(gold.toponyms or ()):
        if row.point is not None:
            hit = given.get(i)
            placed.append(_Placed(row, _distance(row, hit), hit.radius_km if hit else None))
    return placed


def _judge_nearness(gold: DocumentRow, placed: Sequence[_Placed]) -> Judged:
    items = [make_item(gold.text or "", [one.toponym.span], _show(one.toponym)) for one in placed]
    right = [(i, i) for i, one in enumerate(placed) if _is_near(one)]
    return Judged(document=gold.id, gold=items, found=[], right=right)


def _is_near(one: _Placed) -> bool:
    return one.km is not None and one.km <= _NEAR_KM


def _measure_distances(placed: Sequence[_Placed]) -> Iterator[Measure]:
    """What is said of those that were put somewhere needs at least one of them; so does a radius."""
    if not placed:
        return
    right = sum(map(_is_near, placed))
    yield _share("within 161 km, of all gold", right, len(placed))
    distances = sorted(one.km for one in placed if one.km is not None)
    if distances:
        yield _share("within 161 km, of those placed", right, len(distances))
        yield Measure(kind=KIND, name="median distance of those placed, km", value=distances[len(distances) // 2])
    circles = [(one.km, one.radius_km) for one in placed if one.km is not None and one.radius_km is not None]
    if circles:
        yield _share("radius holds", sum(km <= radius for km, radius in circles), len(circles))


def _share(name: str, right: int, gold: int) -> Measure:
    return Measure(kind=KIND, name=name, recall=right / gold, right=right, gold=gold)


def _show(row: ToponymRow) -> str:
    return "" if row.point is None else f"{row.point[0]:.2f}, {row.point[1]:.2f}"


def _likeness(gold: ToponymRow, found: ToponymRow) -> float:
    shared = min(gold.span.end, found.span.end) - max(gold.span.start, found.span.start)
    union = max(gold.span.end, found.span.end) - min(gold.span.start, found.span.start)
    return shared / union if 0 < union <= 2 * shared else 0.0


def _distance(gold: ToponymRow, found: ToponymRow | None) -> float | None:
    if gold.point is None or found is None or found.point is None:
        return None
    if gold.geonames and gold.geonames == found.geonames:
        return 0.0
    return great_circle_km(gold.point, found.point)
