"""Numbers that no report gives: the least that is told of a thing, and its low, best and high. Only on request."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.exports.index import Index
from onrecord.exports.rows import Cell, Row
from onrecord.records import Figure, Quantity, Story

_STATED = ("reported", "running_total")
_MINIMUM = "the least number that any report gives as counted"
_RANGE = "least and greatest number given; best: given by most voices, copies as one, the lower where they are level"

# The columns of each derivation that a terminal shows; every row says by what rule it was made.
DERIVED: dict[str, tuple[str, ...]] = {
    "minimum": ("measure", "unit", "of", "place", "minimum", "figures", "reports", "derived"),
    "range": ("measure", "unit", "of", "place", "low", "best", "high", "figures", "reports", "derived"),
}


def derive_rows(story: Story, how: str) -> list[Row]:
    """Return one row for each thing that reports count, with what is derived from their numbers.

    What is expected, permitted, possible, denied or superseded is left out, and so is what is only added to a number
    or taken from one.
    """
    index, make = Index(story), _MAKERS[how]
    figures = {figure.id: figure for marks in story.marks for figure in marks.figures if _is_stated(figure)}
    rows = []
    for quantity in story.things.quantities:
        stated = [figures[one] for one in quantity.figures if one in figures]
        if stated:
            rows.append(_about(index, quantity, stated) | make(index, stated))
    return rows


def _is_stated(figure: Figure) -> bool:
    return figure.status in _STATED and figure.relation is None and figure.value is not None


def _about(index: Index, quantity: Quantity, stated: list[Figure]) -> Row:
    documents = list(dict.fromkeys(index.documents[figure.document].uri for figure in stated))
    return {
        "id": quantity.id,
        "measure": quantity.measure,
        "unit": quantity.unit,
        "of": next((figure.of.name for figure in stated if figure.of), None),
        "place": quantity.scope,
        "figures": len(stated),
        "reports": len(documents),
        "words": [figure.span.of(index.documents[figure.document].text) for figure in stated],
        "claimants": list(dict.fromkeys(one.name for figure in stated for one in figure.claimants)),
        "documents": [*documents],
        "from": [figure.id for figure in stated],
    }


def _minimum(index: Index, stated: list[Figure]) -> Row:
    return {"minimum": _number(min(_low(figure) for figure in stated)), "derived": _MINIMUM}


def _range(index: Index, stated: list[Figure]) -> Row:
    low, high = min(_low(figure) for figure in stated), max(_high(figure) for figure in stated)
    return {"low": _number(low), "best": _number(_best(index, stated)), "high": _number(high), "derived": _RANGE}


def _best(index: Index, stated: list[Figure]) -> float:
    """Return the number that most voices give; a claimant, or a report's own voice, speaks once."""
    families = {member: family.id for family in index.story.things.copies for member in family.members}
    voices: dict[float, set[str]] = {}
    for figure in stated:
        named = [one.name for one in figure.claimants if one.name != "unknown"][:1]
        voice = named or [families.get(figure.document, figure.document)]
        voices.setdefault(_low(figure), set()).update(voice)
    return min(voices, key=lambda value: (-len(voices[value]), value))


def _low(figure: Figure) -> float:
    assert figure.value is not None
    return figure.value


def _high(figure: Figure) -> float:
    """An open end has no known height: "at least 12" is 12 here."""
    return figure.high if figure.high is not None else _low(figure)


def _number(value: float) -> Cell:
    return int(value) if value == int(value) else value


_MAKERS: dict[str, Callable[[Index, list[Figure]], Row]] = {"minimum": _minimum, "range": _range}
