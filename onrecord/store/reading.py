"""Reads records back from a story file."""

from __future__ import annotations

import zlib
from collections.abc import Collection, Iterator, Sequence
from typing import Any, TypeVar, cast

from onrecord.records import Capture, Document, Marks, Problem
from onrecord.store.files import StoryFile
from onrecord.store.tables import MARK_TABLES, TABLES, column_names, from_row
from onrecord.store.writing import Note

Record = TypeVar("Record")
_TABLE_OF: dict[type, str] = {kind: table for table, kind in TABLES.items()}


def read_records(story: StoryFile, kind: type[Record], *, document: str | None = None) -> tuple[Record, ...]:
    """Return every record of a kind, in the order in which they were stored; of one document, if it is named."""
    return tuple(_read(story, kind, document))


def _read(story: StoryFile, kind: type[Record], document: str | None = None) -> Iterator[Record]:
    where, values = ("", ()) if document is None else (" WHERE document = ?", (document,))
    rows = story.connection.execute(f"{_select(_TABLE_OF[kind])}{where} ORDER BY rowid", values)
    return (from_row(kind, row) for row in rows)


def read_documents(story: StoryFile) -> tuple[Document, ...]:
    """Return every document, by URI."""
    rows = story.connection.execute(f"{_select('documents')} ORDER BY uri")
    return tuple(from_row(Document, row) for row in rows)


def read_captures(story: StoryFile) -> Iterator[Capture]:
    """Yield every capture with its bytes as they were fetched."""
    place = column_names(Capture).index("content")
    for row in story.connection.execute(f"{_select('captures')} ORDER BY digest"):
        values = list(row)
        values[place] = zlib.decompress(values[place])
        yield from_row(Capture, tuple(values))


def read_marks(story: StoryFile, document: str, *, sentences: bool = True) -> Marks:
    """Return everything marked in one document."""
    found: dict[str, Any] = {
        table: read_records(story, kind, document=document)
        for table, kind in MARK_TABLES.items()
        if sentences or table != "sentences"
    }
    problems = tuple(p for p in read_records(story, Problem, document=document) if p.stage == "mark")
    return Marks(document=document, problems=problems, **found)


def read_all_marks(
    story: StoryFile, documents: Sequence[str], kinds: Collection[type] | None = None
) -> tuple[Marks, ...]:
    """Return everything marked in each of the documents, in their order; marks of `kinds` alone, if they are named."""
    found: dict[str, dict[str, list[Any]]] = {document: {} for document in documents}
    for table, kind in MARK_TABLES.items():
        if kinds is not None and kind not in kinds:
            continue
        place = column_names(kind).index("document")
        for row in story.connection.execute(f"{_select(table)} ORDER BY rowid"):
            if row[place] in found:
                found[row[place]].setdefault(table, []).append(from_row(kind, row))
    for problem in _read(story, Problem):
        if problem.stage == "mark" and problem.document in found:
            found[problem.document].setdefault("problems", []).append(problem)
    return tuple(Marks(document=d, **{name: tuple(m) for name, m in f.items()}) for d, f in found.items())


def read_digests(story: StoryFile) -> dict[str, str]:
    """Return the digest of each document's capture, by the document's URI."""
    rows = story.connection.execute("SELECT uri, capture FROM documents")
    return dict(cast("list[tuple[str, str]]", rows.fetchall()))


def read_ledger(story: StoryFile, stage: str) -> dict[str, str]:
    """Return the key under which each subject of a stage was made."""
    rows = story.connection.execute("SELECT subject, key FROM ledger WHERE stage = ?", (stage,))
    return dict(cast("list[tuple[str, str]]", rows.fetchall()))


def read_notes(story: StoryFile) -> tuple[Note, ...]:
    """Return what people said about documents, oldest first."""
    rows = story.connection.execute("SELECT document, field, value, by FROM notes ORDER BY id")
    return tuple(Note(document=document, field=field, value=value, by=by) for document, field, value, by in rows)


def _select(table: str) -> str:
    names = ", ".join(f'"{name}"' for name in column_names(TABLES[table]))
    return f'SELECT {names} FROM "{table}"'
