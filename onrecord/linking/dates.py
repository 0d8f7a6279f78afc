"""When each report was published, and what its time expressions mean once that is known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

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
from onrecord.times import resolve

_UNKNOWN = Publication(interval=Interval(earliest=None, latest=None), basis="inferred", evidence=())


def link_dates(
    documents: Sequence[Document], marks: Sequence[Marks]
) -> tuple[tuple[DatedDocument, ...], tuple[Reading, ...]]:
    """Return when each report was published, as far as it can be known, and its time expressions read against that."""
    publications, readings = [], list[Reading]()
    for document, found in zip(documents, marks, strict=True):
        publication = document.published or _bound(document, found)
        publications.append(DatedDocument(document=document.id, publication=publication))
        readings += resolve(found.timexes, publication.interval)
    return tuple(publications), tuple(readings)


def _bound(document: Document, marks: Marks) -> Publication:
    return _UNKNOWN


def bound_by_retelling(
    publications: Sequence[DatedDocument], statements: Sequence[Statement], marks: Sequence[Marks]
) -> tuple[DatedDocument, ...]:
    """Return the publications, none of them before a statement that the report retells and another report dates."""
    homes = {a.id: found.document for found in marks for a in found.attributions}
    floors: dict[str, tuple[str, Statement]] = {}
    for statement in statements:
        if statement.said is None or statement.said.earliest is None:
            continue
        for document in {homes[a] for a in statement.attributions}:
            floors[document] = max(
                floors.get(document, ("", statement)), (statement.said.earliest, statement), key=_day
            )
    return tuple(_raise(dated, floors) for dated in publications)


def _day(floor: tuple[str, Statement]) -> str:
    return floor[0]


def _raise(dated: DatedDocument, floors: Mapping[str, tuple[str, Statement]]) -> DatedDocument:
    publication = dated.publication
    day, statement = floors.get(dated.document, ("", None))
    interval = publication.interval
    is_open = publication.basis == "inferred" and day > (interval.earliest or "")
    if statement is None or not is_open or (interval.latest is not None and day > interval.latest):
        return dated
    why = Detail(
        value=day, span=None, field=f"statement {statement.id}", by="linking dates: retells what was said then"
    )
    raised = Publication(
        interval=Interval(earliest=day, latest=interval.latest), basis="inferred", evidence=(*publication.evidence, why)
    )
    return replace(dated, publication=raised)
