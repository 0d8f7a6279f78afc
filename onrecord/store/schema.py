"""The tables of a story file and the steps from each older format to the next."""

from __future__ import annotations

import sqlite3

from onrecord.store.tables import MARK_TABLES, TABLES, create_sql

SCHEMA_VERSION = 1

# MIGRATIONS[n] are the statements that turn format n into format n + 1.
MIGRATIONS: dict[int, tuple[str, ...]] = {}

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
