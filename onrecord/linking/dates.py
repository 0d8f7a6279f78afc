"""When each report was published, and what its time expressions mean once that is known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

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
    documents: Sequence[Document], marks: Sequence[Marks], floors: Mapping[str, str] | None = None
) -> tuple[tuple[DatedDocument, ...], tuple[Reading, ...]]:
    """Return when each report was published, as far as it can be known, and its time expressions read against that.

    `floors` are days before which a report cannot have been published, since it tells what was said on them.
    """
    publications, readings = [], list[Reading]()
    for document, found in zip(documents, marks, strict=True):
        publication = document.published or _bound(document, found, (floors or {}).get(document.id))
        publications.append(DatedDocument(document=document.id, publication=publication))
        readings += resolve(found.timexes, publication.interval)
    return tuple(publications), tuple(readings)


def _bound(document: Document, marks: Marks, floor: str | None) -> Publication:
    terms = bound_by_terms(document, marks)
    told = frozenset(a.said for a in marks.attributions if a.said)
    for known in _narrowing(terms, floor):
        publication = bound_publication(document, marks.timexes, known, told)
        if publication and publication.basis == "inferred":
            return _explain(_without_horizon(publication, terms, known), terms, floor)
        if publication:
            return publication
    return _explain(_UNKNOWN, terms, floor)


def _narrowing(terms: Bounds | None, floor: str | None) -> Iterator[Interval | None]:
    """Yield the bounds to try in turn: where all of them contradict the text, fewer of them hold."""
    if terms:
        earliest = max(terms.interval.earliest or "", floor or "")
        yield Interval(earliest=earliest, latest=terms.interval.latest or terms.horizon)
        yield Interval(earliest=earliest, latest=None)
    yield Interval(earliest=floor, latest=None) if floor else None


def _without_horizon(publication: Publication, terms: Bounds | None, known: Interval | None) -> Publication:
    """Drop an upper end that is only as far as the table of offices reaches."""
    latest = publication.interval.latest
    if terms is None or terms.horizon is None or known is None or latest != known.latest:
        return publication
    return replace(publication, interval=replace(publication.interval, latest=None))


def _explain(publication: Publication, terms: Bounds | None, floor: str | None) -> Publication:
    """Add to the evidence what was known from elsewhere, where an end of the interval rests on it."""
    return publication


def find_floors(statements: Sequence[Statement], marks: Sequence[Marks]) -> dict[str, str]:
    """Return, for reports, the latest day on which something was said that they retell."""
    homes = {a.id: found.document for found in marks for a in found.attributions}
    floors: dict[str, str] = {}
    for statement in statements:
        day = statement.said.earliest if statement.said else None
        for document in {homes[a] for a in statement.attributions} if day else ():
            floors[document] = max(floors.get(document, ""), (day or "")[:10])
    return floors
