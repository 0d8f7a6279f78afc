"""When each report was published, and what its time expressions mean once that is known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from onrecord.linking.day_orders import order_days
from onrecord.linking.terms import Bounds, Terms, bound_by_terms, explain_bounds, load_terms
from onrecord.records import (
    DatedDocument,
    Detail,
    Document,
    Interval,
    Marks,
    Publication,
    Reading,
    Statement,
)
from onrecord.times import bound_publication, resolve

_UNKNOWN = Publication(interval=Interval(earliest=None, latest=None), basis="inferred", evidence=())


def link_dates(
    documents: Sequence[Document],
    marks: Sequence[Marks],
    floors: Mapping[str, str] | None = None,
    terms: Terms | None = None,
) -> tuple[tuple[DatedDocument, ...], tuple[Reading, ...]]:
    """Return when each report was published, as far as it can be known, and its time expressions read against that.

    `floors` are days before which a report cannot have been published, since it tells what was said on them;
    `terms` are who held which office when, in place of the table that comes with the program.
    """
    terms = terms or load_terms()
    marks, ordered = order_days(documents, marks)
    publications, readings = [], list[Reading]()
    for document, found in zip(documents, marks, strict=True):
        publication = document.published or _bound(document, found, (floors or {}).get(document.id), terms)
        publications.append(DatedDocument(document=document.id, publication=publication))
        readings += (_explained(one, ordered) for one in resolve(found.timexes, publication.interval))
    return tuple(publications), tuple(readings)


def _explained(reading: Reading, ordered: frozenset[str]) -> Reading:
    return replace(reading, evidence="the order of its outlet's other dates") if reading.timex in ordered else reading


def _bound(document: Document, marks: Marks, floor: str | None, table: Terms) -> Publication:
    """Bound the day of a report by its own words, the offices that it names and what it retells, taken together."""
    told = frozenset(a.said for a in marks.attributions if a.said)
    own = bound_publication(document, marks.timexes, None, told)
    if own and own.basis == "stated":
        return own
    terms = bound_by_terms(document, marks, table)
    known = _join(terms, floor, own)
    found = bound_publication(document, marks.timexes, known, told) if known else own
    interval = found.interval if found else known or _UNKNOWN.interval
    if terms and terms.horizon and interval.latest == terms.horizon:
        interval = Interval(earliest=interval.earliest, latest=None)
    evidence = [*(found.evidence if found else ()), *_explain(interval, terms, floor)]
    return Publication(interval=interval, basis="inferred", evidence=tuple(evidence))


def _join(terms: Bounds | None, floor: str | None, own: Publication | None) -> Interval | None:
    """Return the bounds from elsewhere; an office said to be held in a text that tells of later days was held once."""
    if terms is None:
        return Interval(earliest=floor, latest=None) if floor else None
    earliest = max(terms.interval.earliest or "", floor or "")
    latest = terms.interval.latest or terms.horizon or ""
    later = max(earliest, (own.interval.earliest or "") if own else "")
    return Interval(earliest=earliest, latest=latest if later <= latest else None)


def _explain(interval: Interval, terms: Bounds | None, floor: str | None) -> Iterator[Detail]:
    """Yield what from outside the text an end of the interval rests on."""
    if terms:
        chosen = terms.horizon is not None and interval.latest is not None
        yield from explain_bounds(terms.interval if chosen else interval, terms)
        if chosen:
            reach = f"linking terms: of the years that fit, the one before {terms.horizon}, where the table ends"
            yield Detail(value=terms.horizon or "", span=None, field="reach of the table of offices", by=reach)
    if floor and interval.earliest == floor:
        yield Detail(value=floor, span=None, field="retelling", by="linking dates: retells what was said then")


def find_floors(statements: Sequence[Statement], marks: Sequence[Marks]) -> dict[str, str]:
    """Return, for reports, the latest day on which something was said that they and another report retell."""
    homes = {a.id: found.document for found in marks for a in found.attributions}
    floors: dict[str, str] = {}
    for statement in statements:
        day = statement.said.earliest if statement.said else None
        retold = {homes[a] for a in statement.attributions} if day else set()
        for document in retold if len(retold) > 1 else ():
            floors[document] = max(floors.get(document, ""), (day or "")[:10])
    return floors
