"""The same counted thing across reports: figures that speak of one measure, in one unit, of one group, in one place."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.identity import thing_id
from onrecord.linking.groups import Groups
from onrecord.linking.rulings import pair_up
from onrecord.linking.wording import content_stems
from onrecord.records import DatedDocument, Figure, Judgement, Marks, Quantity

_Key = tuple[str, frozenset[str], frozenset[str], str, str | None]
_ANYONE = frozenset({"peopl", "person", "death", "dead", "total", "number", "toll", "figur"})


def link_quantities(
    marks: Sequence[Marks], publications: Sequence[DatedDocument], judgements: Sequence[Judgement] = ()
) -> tuple[Quantity, ...]:
    """Return the quantities that figures of one or more reports speak of, one for each year of publication.

    What the number counts must have been named; a number without a measure belongs to no quantity.
    """
    years = {dated.document: _year(dated) for dated in publications}
    figures = {f.id: f for found in marks for f in found.figures if f.measure and f.value is not None}
    together, apart = pair_up(judgements, "same figure", figures)
    groups = Groups(figures, apart)
    for left, right in together:
        groups.join(left, right)
    groups.join_like(lambda figure: _key(figures[figure], years.get(figures[figure].document)))
    return tuple(_quantity([figures[figure] for figure in same]) for same in groups.all())


def _year(dated: DatedDocument) -> str | None:
    interval = dated.publication.interval
    first, last = (interval.earliest or "")[:4], (interval.latest or "")[:4]
    return first if first and first == last else None


def _key(figure: Figure, year: str | None) -> _Key:
    group = content_stems(figure.of.name) - _ANYONE if figure.of else frozenset()
    place = figure.place.name.casefold() if figure.place else ""
    undated = year or figure.document
    return figure.unit, content_stems((figure.measure or "").partition(" / ")[0]), group, place, undated


def _quantity(figures: Sequence[Figure]) -> Quantity:
    first = figures[0]
    return Quantity(
        id=thing_id("quantity", first.id),
        measure=first.measure or "",
        unit=first.unit,
        scope=first.place.name if first.place else None,
        figures=tuple(figure.id for figure in figures),
        by="linking quantities",
    )
