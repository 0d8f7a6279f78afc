"""The tables of a story file and the steps from each older format to the next."""

from __future__ import annotations

import sqlite3

from onrecord.store.tables import MARK_TABLES, RESULT_TABLES, TABLES, create_sql

SCHEMA_VERSION = 5

_SLOTS = """
CREATE TABLE slots (
  mark TEXT NOT NULL, document TEXT NOT NULL, kind TEXT NOT NULL, slot TEXT NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, words TEXT NOT NULL,
  FOREIGN KEY (document) REFERENCES documents (id) ON DELETE CASCADE
) STRICT"""

_LEDGER = """
CREATE TABLE ledger (
  stage TEXT NOT NULL, subject TEXT NOT NULL, key TEXT NOT NULL, made TEXT NOT NULL,
  PRIMARY KEY (stage, subject)
) STRICT"""

_NOTES = """
CREATE TABLE notes (
  id INTEGER PRIMARY KEY, document TEXT NOT NULL, field TEXT NOT NULL, value TEXT, by TEXT NOT NULL
) STRICT"""

_SEARCH = "CREATE VIRTUAL TABLE search USING fts5 (words, mark UNINDEXED, document UNINDEXED, kind UNINDEXED)"


# Tables that hold what people said or what was fetched, by the format in which each came in: never dropped.
_CAME_IN = {"rulings": 2, "named_issues": 3}


def create_schema(connection: sqlite3.Connection) -> None:
    """Create every table of the current format."""
    for table in TABLES:
        connection.execute(create_sql(table))
    for table in MARK_TABLES:
        connection.execute(f'CREATE INDEX "{table}_document" ON "{table}" (document)')
    for statement in (_SLOTS, _LEDGER, _NOTES, _SEARCH):
        connection.execute(statement)
    connection.execute("CREATE INDEX slots_document ON slots (document)")
    connection.execute("CREATE INDEX slots_mark ON slots (mark)")


def bring_forward(connection: sqlite3.Connection, version: int) -> None:
    """Turn an older format into the current one; what was fetched and what people said is kept.

    Marks and things are made from those, so their tables are made anew, empty, and the next run fills them.
    """
    for table, since in _CAME_IN.items():
        if version < since:
            connection.execute(create_sql(table))
    for table in (*MARK_TABLES, *RESULT_TABLES):
        connection.execute(f'DROP TABLE IF EXISTS "{table}"')
        connection.execute(create_sql(table))
    for table in MARK_TABLES:
        connection.execute(f'CREATE INDEX "{table}_document" ON "{table}" (document)')
    connection.execute("DELETE FROM slots")
    connection.execute("DELETE FROM ledger")
    connection.execute("DELETE FROM search WHERE kind != 'documents'")
    connection.execute("DELETE FROM problems WHERE stage IN ('mark', 'linking')")
