"""Reads files of gold and of predictions in the form that `onrecord annotate` writes."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from onrecord.errors import SourceError
from onrecord.evaluation.fields import (
    Fields,
    take_flag,
    take_names,
    take_number,
    take_part,
    take_parts,
    take_span,
    take_spans,
    take_text,
    take_texts,
)
from onrecord.evaluation.rows import (
    ActorRow,
    AttributionRow,
    Days,
    DocumentRow,
    EventRow,
    FigureRow,
    MentionRow,
    TimexRow,
    ToponymRow,
)
from onrecord.records import Span

Kind = TypeVar("Kind")


def read_annotations(path: Path) -> tuple[DocumentRow, ...]:
    """Read a JSON Lines file, one document a line.

    Raises:
        SourceError: the file cannot be read, is empty, or a line is not as the contract has it; a score of half a
            file would look like a score of the whole.
    """
    documents: dict[str, DocumentRow] = {}
    for where, values in _objects(path):
        document = _document(where, values)
        if document.id in documents:
            raise SourceError(f"{where}: the id {document.id!r} stands on an earlier line too.")
        documents[document.id] = document
    if not documents:
        raise SourceError(f"{path} holds no documents. Each line must be one object with an id and a text.")
    return tuple(documents.values())


def _objects(path: Path) -> Iterator[tuple[str, dict[str, object]]]:
    for number, line in enumerate(_lines(path), start=1):
        if line.strip():
            where = f"{path}, line {number}"
            yield where, _object(where, line)


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8-sig").split("\n")
    except OSError as error:
        raise SourceError(f"{path} cannot be read ({error.strerror}).") from None
    except UnicodeDecodeError:
        raise SourceError(f"{path} is not in UTF-8. JSON Lines are UTF-8; save it so and score it again.") from None


def _object(where: str, line: str) -> dict[str, object]:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        raise SourceError(f"{where} is not JSON. Each line must be one whole object.") from None
    if not isinstance(value, dict):
        raise SourceError(f"{where} is not an object. Each line must be one, with an id and a text.")
    return value


def _document(where: str, values: dict[str, object]) -> DocumentRow:
    bare = Fields(where, values, sys.maxsize)
    name, text = take_text(bare, "id"), take_text(bare, "text")
    if not name:
        raise SourceError(f"{where} has no id, so it cannot be laid beside its gold.")
    fields = Fields(where, values, sys.maxsize if text is None else len(text))
    return DocumentRow(
        id=name,
        text=text,
        attributions=_rows(fields, "attributions", _attribution),
        timexes=_rows(fields, "timexes", _timex),
        toponyms=_rows(fields, "toponyms", _toponym),
        figures=_rows(fields, "figures", _figure),
        events=_rows(fields, "events", _event),
        mentions=_rows(fields, "mentions", _mention),
        reporters=_rows(fields, "reporters", _actor) or (),
    )


def _rows(fields: Fields, key: str, read: Callable[[Fields], Kind]) -> tuple[Kind, ...] | None:
    parts = take_parts(fields, key)
    return None if parts is None else tuple(map(read, parts))


def _attribution(fields: Fields) -> AttributionRow:
    return AttributionRow(
        source=take_spans(fields, "source"),
        cue=take_spans(fields, "cue"),
        content=take_spans(fields, "content"),
        id=take_text(fields, "id"),
        speaker=take_text(fields, "speaker"),
        aliases=take_texts(fields, "speaker_aliases"),
        via=take_names(fields, "via"),
        addressee=take_text(fields, "addressee"),
        denial=take_flag(fields, "denial"),
        act=take_text(fields, "act"),
        speech=take_text(fields, "speech"),
        said=_days(take_part(fields, "said")),
        parent=take_text(fields, "nested_in"),
        nestable="nested_in" in fields.values,
        office=bool(take_flag(fields, "office")),
        confidence=take_number(fields, "confidence"),
    )


def _days(fields: Fields | None) -> Days | None:
    return (take_text(fields, "earliest"), take_text(fields, "latest")) if fields else None


def _timex(fields: Fields) -> TimexRow:
    value = (take_text(fields, "value") or "").strip()
    return TimexRow(span=take_span(fields, "span"), value=value, optional=bool(take_flag(fields, "optional")))


def _toponym(fields: Fields) -> ToponymRow:
    latitude, longitude = take_number(fields, "lat"), take_number(fields, "lon")
    return ToponymRow(
        span=take_span(fields, "span"),
        point=None if latitude is None or longitude is None else (latitude, longitude),
        radius_km=take_number(fields, "radius_km"),
        geonames=take_text(fields, "geonames") or None,
    )


def _figure(fields: Fields) -> FigureRow:
    return FigureRow(
        span=take_span(fields, "span"),
        value=take_number(fields, "value"),
        high=take_number(fields, "high"),
        operator=take_text(fields, "op"),
        unit=take_text(fields, "unit"),
        measure=take_text(fields, "measure"),
        claimants=take_names(fields, "claimants") or (),
        of=_counted(fields),
        counted="of" in fields.values,
    )


def _counted(fields: Fields) -> str | None:
    """Return the words of whom or what a number counts, which stand alone or beside their span."""
    part = take_part(fields, "of") if isinstance(fields.values.get("of"), dict) else None
    return take_text(fields, "of") if part is None else take_text(part, "name") or take_text(part, "text")


def _event(fields: Fields) -> EventRow:
    span: Span = take_span(fields, "span" if "span" in fields.values else "trigger")
    return EventRow(
        span=span,
        chain=take_text(fields, "chain"),
        type=take_text(fields, "type"),
        modality=take_text(fields, "modality"),
        actors=_rows(fields, "actors", _actor) or (),
    )


def _actor(fields: Fields) -> ActorRow:
    name = take_text(fields, "entity" if "entity" in fields.values else "name")
    return ActorRow(span=take_span(fields, "span"), name=name, role=take_text(fields, "role") or "")


def _mention(fields: Fields) -> MentionRow:
    return MentionRow(span=take_span(fields, "span"), kind=take_text(fields, "kind") or "")
