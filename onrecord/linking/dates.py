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
    known = Interval(earliest=floor, latest=None) if floor else None
    publication = bound_publication(document, marks.timexes, known) or _UNKNOWN
    if floor and floor > (publication.interval.earliest or "") and publication.basis == "inferred":
        evidence = Detail(value=floor, span=None, field="retelling", by="linking dates: retells what was said then")
        interval = Interval(earliest=floor, latest=publication.interval.latest)
        return Publication(interval=interval, basis="inferred", evidence=(*publication.evidence, evidence))
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
