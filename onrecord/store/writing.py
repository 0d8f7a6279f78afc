"""Writes records, each call as one transaction: all of it is kept, or nothing of it."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass

from onrecord.identity import tell_apart
from onrecord.records import Accounts, Capture, Document, Marks, NamedIssue, Problem, Ruling, Things
from onrecord.store.files import StoryFile, transaction
from onrecord.store.slots import find_slots
from onrecord.store.tables import MARK_TABLES, RESULT_TABLES, TABLES, column_names, to_row


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What a person said about a document: a field and its value; `None` takes an earlier word back."""

    document: str
    field: str
    value: str | None
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The marks of a document, or of a stretch of one from `start` on, and the line of the ledger that notes them.

    `document` holds the text of the stretch alone; the offsets of the marks are those of the whole text.
    """

    document: Document
    marks: Marks
    start: int = 0
    stage: str = "mark"
    key: str


def write_intake(
    story: StoryFile, captures: Iterable[Capture], documents: Iterable[Document], problems: Iterable[Problem]
) -> None:
    """Keep what was read. New bytes at a known URI replace the document's text; the older capture is kept too."""
    problems = list(problems)
    with transaction(story) as connection:
        _insert(connection, "captures", [_packed(capture) for capture in captures], clash="OR IGNORE")
        for document in documents:
            _write_document(connection, document)
        _forget(connection, problems)
        _insert(connection, "problems", [to_row(problem) for problem in problems])


def forget_problems(story: StoryFile, problems: Iterable[Problem]) -> None:
    """Strike problems off that have been mended."""
    with transaction(story) as connection:
        _forget(connection, problems)


def _forget(connection: sqlite3.Connection, problems: Iterable[Problem]) -> None:
    connection.executemany(
        "DELETE FROM problems WHERE stage = ? AND uri = ? AND message = ?",
        [(problem.stage, problem.uri, problem.message) for problem in problems],
    )


def write_marks(story: StoryFile, parts: Iterable[Part]) -> None:
    """Keep the marks of documents; those of a document's first stretch replace all that it had before.

    What was linked from marks that are replaced would point at nothing, so it goes too, until it is linked anew.
    """
    with transaction(story) as connection:
        for part in parts:
            if part.start == 0:
                _erase_marks(connection, part.document.id)
            _write_found(connection, part)
            connection.execute(
                "INSERT OR REPLACE INTO ledger VALUES (?, ?, ?, ?)",
                (part.stage, part.document.id, part.key, part.document.capture),
            )
            if part.stage == "mark":
                connection.execute("DELETE FROM ledger WHERE stage = 'section' AND subject = ?", (part.document.id,))


def write_results(story: StoryFile, things: Things, accounts: Accounts, problems: Iterable[Problem], key: str) -> None:
    """Replace everything that was linked and compared, and note in the ledger under which key."""
    with transaction(story) as connection:
        _erase_results(connection)
        for table, found in _results(things, accounts).items():
            _insert(connection, table, [to_row(record) for record in found])
        _insert(connection, "problems", [to_row(problem) for problem in problems])
        connection.execute("INSERT OR REPLACE INTO ledger VALUES ('link', '', ?, '')", (key,))


def write_note(story: StoryFile, note: Note) -> None:
    """Append a person's word to the log; nothing in the log is ever changed."""
    with transaction(story) as connection:
        connection.execute("INSERT INTO notes (document, field, value, by) VALUES (?, ?, ?, ?)", astuple(note))


def write_ruling(story: StoryFile, ruling: Ruling) -> None:
    """Append a person's judgement to the log; nothing in the log is ever changed."""
    with transaction(story) as connection:
        _insert(connection, "rulings", [to_row(ruling)])


def write_named_issue(story: StoryFile, issue: NamedIssue) -> None:
    """Append an issue that a person named to the log, or the line that takes one back."""
    with transaction(story) as connection:
        _insert(connection, "named_issues", [to_row(issue)])


def _results(things: Things, accounts: Accounts) -> dict[str, Sequence[object]]:
    """What each table is to hold; a rule that gives one id to two things must not cost the whole run."""
    return {
        "readings": things.readings,
        "publications": things.publications,
        "entities": tell_apart(things.entities),
        "statements": tell_apart(things.statements),
        "quantities": tell_apart(things.quantities),
        "happenings": tell_apart(things.events),
        "copies": tell_apart(things.copies),
        "judgements": tell_apart(things.judgements),
        "discrepancies": tell_apart(accounts.discrepancies),
        "agreements": tell_apart(accounts.agreements),
        "issues": tell_apart(accounts.issues),
        "positions": tell_apart(accounts.positions),
        "considered": tell_apart(accounts.considered),
    }


def _insert(connection: sqlite3.Connection, table: str, rows: Iterable[Sequence[object]], clash: str = "") -> None:
    names = column_names(TABLES[table])
    quoted = ", ".join(f'"{name}"' for name in names)
    places = ", ".join("?" * len(names))
    connection.executemany(f'INSERT {clash} INTO "{table}" ({quoted}) VALUES ({places})', rows)


def _packed(capture: Capture) -> list[object]:
    row: list[object] = [*to_row(capture)]
    row[column_names(Capture).index("content")] = zlib.compress(capture.content, 6)
    return row


def _write_document(connection: sqlite3.Connection, document: Document) -> None:
    stored = connection.execute("SELECT text FROM documents WHERE id = ?", (document.id,)).fetchone()
    names = column_names(Document)
    changes = ", ".join(f'"{name}" = excluded."{name}"' for name in names)
    connection.execute(
        f"INSERT INTO documents ({', '.join(names)}) VALUES ({', '.join('?' * len(names))}) "
        f"ON CONFLICT (id) DO UPDATE SET {changes}",
        to_row(document),
    )
    if stored is not None and stored[0] == document.text:
        return
    if stored is not None:
        _erase_marks(connection, document.id)
        connection.execute("DELETE FROM search WHERE document = ? AND kind = 'documents'", (document.id,))
    connection.execute("INSERT INTO search VALUES (?, '', ?, 'documents')", (document.text, document.id))


def _erase_marks(connection: sqlite3.Connection, document: str) -> None:
    """Erase the marks of a document, what the ledger says of them, and everything that was linked from them."""
    noted = connection.execute("DELETE FROM ledger WHERE stage IN ('mark', 'section') AND subject = ?", (document,))
    if not noted.rowcount:  # marks are never kept without a line in the ledger, and looking for them takes long
        return
    for table in (*MARK_TABLES, "slots"):
        connection.execute(f'DELETE FROM "{table}" WHERE document = ?', (document,))
    connection.execute("DELETE FROM search WHERE document = ? AND kind != 'documents'", (document,))
    connection.execute("DELETE FROM problems WHERE document = ? AND stage = 'mark'", (document,))
    connection.execute("DELETE FROM ledger WHERE stage = 'link'")
    _erase_results(connection)


def _erase_results(connection: sqlite3.Connection) -> None:
    for table in RESULT_TABLES:
        connection.execute(f'DELETE FROM "{table}"')
    connection.execute("DELETE FROM problems WHERE stage = 'linking'")


def _write_found(connection: sqlite3.Connection, part: Part) -> None:
    slots = list(find_slots(part.marks, part.document.text, part.start))
    for table in MARK_TABLES:
        _insert(connection, table, [to_row(mark) for mark in getattr(part.marks, table)])
    _insert(connection, "problems", [to_row(problem) for problem in part.marks.problems])
    connection.executemany("INSERT INTO slots VALUES (?, ?, ?, ?, ?, ?, ?)", [astuple(slot) for slot in slots])
    connection.executemany(
        "INSERT INTO search VALUES (?, ?, ?, ?)",
        [(slot.words, slot.mark, slot.document, slot.kind) for slot in slots if slot.slot == "content"],
    )
