"""Finds the figures of a text."""

from __future__ import annotations

from onrecord.figures.amounts import find_amounts
from onrecord.figures.compounds import find_compounds
from onrecord.figures.drafts import Draft, draft, find_articles, settle
from onrecord.identity import mark_id
from onrecord.language import Parse
from onrecord.records import Document, Figure, Span

_BY = "figures.number"


def find_figures(document: Document, parse: Parse) -> tuple[Figure, ...]:
    """Find every number that counts something, with what it counts, of whom and where; claimants stay empty."""
    numbers = [*find_amounts(parse.text), *find_compounds(parse.text), *find_articles(parse)]
    amounts = sorted(numbers, key=lambda amount: amount.start)
    starts = [word.start for word in parse.words]
    drafts = [found for amount in amounts if (found := draft(parse, starts, amount))]
    settled = settle(parse, drafts)
    kept = {one.amount.digits for one in settled}
    return tuple(_figure(document, one, kept) for one in settled)


def _figure(document: Document, one: Draft, kept: set[int]) -> Figure:
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
        by=_BY,
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
