"""Checks the arithmetic of one text: parts that add up to a whole, or do not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from onrecord.records import Figure

_NEAR = 8
_LEAST = 10
_LARGE = 50
_SHORT = 0.1


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
    """Return the sums among the figures of one document: 410 km and 230 km make 640 km, 48 and 12 more make 60.

    Parts that the text ties to a whole are reported where they add up or nearly do (`holds`): parts that fall far
    short were not meant to cover it ("48 dead, including 9 children"). A number that is revised by a step is reported
    either way. Other numbers are reported only where they add up exactly, stand near each other and are too large for
    chance.
    """
    exact = [f for f in figures if f.operator == "exact" and f.value]
    standing = [f for f in exact if f.status != "superseded" and not f.relation]
    told = [*_stated(standing), *_steps(exact)]
    known = {one.whole for one in told} | {part for one in told for part in one.parts}
    return (*told, *(one for one in _silent(standing) if one.whole not in known))


def _stated(figures: list[Figure]) -> Iterator[Sum]:
    for whole in figures:
        parts = [f for f in figures if f.part_of == whole.id and f.unit == whole.unit]
        one = _add(parts, whole, True)
        if len(parts) >= 2 and (one.holds or abs(one.total - (whole.value or 0)) <= _SHORT * (whole.value or 0)):
            yield one


def _steps(figures: list[Figure]) -> Iterator[Sum]:
    """Check "rose by 12 to 60 from 48": the old number and the step make the new one, or the other way round."""
    old = {f.id: f for f in figures if f.status == "superseded"}
    for at, new in enumerate(figures):
        before = old.get(new.supersedes or "")
        for step in figures[max(0, at - 2) : at + 3] if before is not None else ():
            if before is None or not step.relation or step.unit != new.unit:
                continue
            grows = (new.value or 0) > (before.value or 0)
            yield _add([before, step], new, True) if grows else _add([new, step], before, True)


def _silent(figures: list[Figure]) -> Iterator[Sum]:
    for at, whole in enumerate(figures):
        near = figures[max(0, at - _NEAR) : at + _NEAR + 1]
        around = [f for f in near if _may_be_part(f, whole)]
        runs = (around[i : i + size] for size in range(3, 7) for i in range(len(around) - size + 1))
        for parts in (*combinations(around, 2), *runs):
            one = _add(list(parts), whole, False)
            if one.holds:
                yield one
                break


def _may_be_part(part: Figure, whole: Figure) -> bool:
    """Small numbers add up by chance."""
    alike = part.unit == whole.unit and _LEAST <= (part.value or 0) < (whole.value or 0)
    return alike and ((whole.value or 0) >= _LARGE or part.measure == whole.measure)


def _add(parts: list[Figure], whole: Figure, stated: bool) -> Sum:
    total = round(sum(f.value or 0 for f in parts), 6)
    return Sum(
        document=whole.document,
        parts=tuple(f.id for f in parts),
        whole=whole.id,
        unit=whole.unit,
        total=total,
        holds=total == whole.value,
        stated=stated,
    )
