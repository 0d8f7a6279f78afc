"""Checks the arithmetic of one text: parts that add up to a whole, or do not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from onrecord.records import Figure

_NEAR = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """Figures of one text, by id, with what the parts come to. `stated`: the text itself calls them parts."""

    document: str
    parts: tuple[str, ...]
    whole: str
    unit: str
    total: float
    holds: bool
    stated: bool


def check_sums(figures: Sequence[Figure]) -> tuple[Sum, ...]:
    """Return the sums among the figures of one document: 410 km and 230 km make 640 km.

    Parts that the text ties to a whole are reported whether or not they add up (`holds`), as long as they are meant
    to cover it; other pairs only where they add up exactly, stand near each other and are too large for chance.
    """
    exact = [f for f in figures if f.operator == "exact" and f.value and f.status != "superseded" and not f.relation]
    stated = list(_stated(exact))
    told = {one.whole for one in stated}
    return (*stated, *(one for one in _silent(exact) if one.whole not in told))


def _stated(figures: list[Figure]) -> Iterator[Sum]:
    for whole in figures:
        parts = [f for f in figures if f.part_of == whole.id and f.unit == whole.unit]
        if len(parts) >= 2:
            yield _add(parts, whole, True)


def _silent(figures: list[Figure]) -> Iterator[Sum]:
    for at, whole in enumerate(figures):
        around = [
            f
            for f in figures[max(0, at - _NEAR) : at + _NEAR + 1]
            if f.unit == whole.unit
            and f.id != whole.id
            and (f.value or 0) < (whole.value or 0)
            and (f.value or 0) >= 10
        ]
        for parts in combinations(around, 2):
            one = _add(list(parts), whole, False)
            if one.holds:
                yield one
                break


def _add(parts: list[Figure], whole: Figure, stated: bool) -> Sum:
    total = sum(f.value or 0 for f in parts)
    return Sum(
        document=whole.document,
        parts=tuple(f.id for f in parts),
        whole=whole.id,
        unit=whole.unit,
        total=total,
        holds=total == whole.value,
        stated=stated,
    )
