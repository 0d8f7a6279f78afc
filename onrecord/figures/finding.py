"""Finds the figures of a text."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.figures.amounts import find_amounts
from onrecord.figures.compounds import find_compounds
from onrecord.figures.drafts import Draft, draft, find_articles
from onrecord.figures.points import Point, read_points
from onrecord.figures.settling import settle
from onrecord.identity import mark_id
from onrecord.language import Parse
from onrecord.records import Document, Figure, Problem, Span

_BY = "figures.number"
_BY_DOUBTFUL = "figures.doubtful point"


def find_figures(document: Document, parse: Parse) -> tuple[Figure, ...]:
    """Find every number that counts something, with what it counts, of whom and where; claimants stay empty."""
    numbers = [*find_amounts(parse.text), *find_compounds(parse.text), *find_articles(parse)]
    amounts = sorted(numbers, key=lambda amount: amount.start)
    starts = [word.start for word in parse.words]
    drafts = [found for amount in amounts if (found := draft(parse, starts, amount))]
    settled = settle(parse, drafts)
    kept = {one.amount.digits for one in settled}
    doubtful = {point.start for point in read_points(parse.text) if point.doubtful}
    return tuple(_figure(document, one, kept, doubtful) for one in settled)


def find_doubts(document: Document, parse: Parse, figures: Iterable[Figure]) -> tuple[Problem, ...]:
    """Return a problem for each figure whose point may part thousands or decimals, where the text does not tell."""
    points = {point.start: point for point in read_points(parse.text) if point.doubtful}
    doubted = (points.get(at) for one in figures for at in range(one.span.start, one.span.end))
    return tuple(_doubt(document, parse.text[point.start : point.end], point) for point in doubted if point is not None)


def _doubt(document: Document, written: str, point: Point) -> Problem:
    whole, decimal = written.replace(".", ","), f"{float(written):g}"
    taken, other = (whole, decimal) if point.thousands else (decimal, whole)
    return Problem(
        stage="mark",
        uri=document.uri,
        document=document.id,
        span=Span(start=point.start, end=point.end),
        message=f"{written} was read as {taken}; it may mean {other}: the report does not tell",
        remedy="Look at the passage before using the number.",
    )


def _figure(document: Document, one: Draft, kept: set[int], doubtful: set[int]) -> Figure:
    amount = one.amount
    return Figure(
        id=mark_id("figure", document.id, amount.digits),
        document=document.id,
        span=Span(start=amount.start, end=amount.end),
        value=_number(amount.value),
        high=_number(amount.high),
        operator=amount.operator,
        unit=one.unit or "",
        measure=one.measure,
        of=one.of,
        place=one.place,
        as_of=None,
        status=one.status,
        claimants=(),
        attribution=None,
        by=_BY_DOUBTFUL if amount.digits in doubtful else _BY,
        relation=one.relation,
        part_of=mark_id("figure", document.id, one.whole) if one.whole in kept and one.whole is not None else None,
        supersedes=mark_id("figure", document.id, one.replaces)
        if one.replaces in kept and one.replaces is not None
        else None,
        per=one.per,
    )


def _number(value: float | None) -> float | None:
    """Rounding keeps 1.1 million from becoming 1100000.0000000002."""
    return None if value is None else round(value, 6)
