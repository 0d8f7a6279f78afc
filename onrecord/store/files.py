"""Opens and creates story files, brings older ones forward, and says plainly when a file is no story."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord.errors import StoryError
from onrecord.store.schema import SCHEMA_VERSION, bring_forward, create_schema

APPLICATION = 0x6F6E7265  # "onre", in the file's header
_WAIT_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class StoryFile:
    """An open story file."""

    path: Path
    connection: sqlite3.Connection

    def close(self) -> None:
        """Close the file; what was written stays."""
        self.connection.close()


@contextlib.contextmanager
def open_story(path: Path, *, create: bool = False) -> Iterator[StoryFile]:
    """Open a story file for the length of a `with` block.

    Raises:
        StoryError: there is no such file (and `create` is false), it is no story, it was written by a newer version,
            another process holds it, the disk is full, or the file is damaged.
    """
    if not create and not path.exists():
        raise StoryError(f"{path}: no such story file. Make one with: onrecord build SOURCE... -o {path}")
    if path.is_dir():
        raise StoryError(f"{path}: this is a folder. Name the story file in it, or a file to be made.")
    with _explained(path):
        connection = _connect(path)
        try:
            _prepare(connection, path)
            yield StoryFile(path, connection)
        finally:
            connection.close()


@contextlib.contextmanager
def transaction(story: StoryFile) -> Iterator[sqlite3.Connection]:
    """Write all of what the block writes, or nothing of it."""
    connection = story.connection
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection
    except BaseException:
        with contextlib.suppress(sqlite3.Error):  # a full disk may have rolled back already
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


@contextlib.contextmanager
def snapshot(story: StoryFile) -> Iterator[None]:
    """Read one state of the story for the length of a `with` block, whatever another process writes meanwhile."""
    story.connection.execute("BEGIN")
    try:
        yield
    finally:
        story.connection.execute("COMMIT")


def _connect(path: Path) -> sqlite3.Connection:
    """Open the database; one that lies where nothing may be written is read as it is, for it cannot change."""
    may_write = os.access(path.parent, os.W_OK, effective_ids=os.access in os.supports_effective_ids)
    if path.exists() and not may_write and not path.with_name(path.name + "-wal").exists():
        uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        return sqlite3.connect(uri, uri=True, isolation_level=None)
    connection = sqlite3.connect(path, timeout=_WAIT_SECONDS, isolation_level=None)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = NORMAL")  # with WAL, a killed process loses nothing that was committed
    return connection


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    empty = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
    if application != APPLICATION and not (empty and application == 0):
        raise StoryError(f"{path}: this is a database, but no onrecord story. It was not touched.")
    if version > SCHEMA_VERSION:
        raise StoryError(
            f"{path}: written by a newer onrecord (format {version}; this one knows up to {SCHEMA_VERSION}). "
            "Update onrecord to open it. It was not touched."
        )
    if version < SCHEMA_VERSION:
        connection.execute("PRAGMA journal_mode = WAL")
        _bring_forward(connection, version)


def _bring_forward(connection: sqlite3.Connection, version: int) -> None:
    connection.execute("BEGIN IMMEDIATE")
    version = connection.execute("PRAGMA user_version").fetchone()[0]  # another process may have been first
    if version == 0:
        create_schema(connection)
    else:
        bring_forward(connection, version)
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    connection.execute("COMMIT")


@contextlib.contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.IntegrityError:  # a row that may not be there is a bug of ours, not a matter of the file
        raise
    except sqlite3.DatabaseError as error:
        raise StoryError(f"{path}: {_explanation(str(error))}") from error


def _explanation(message: str) -> str:
    if "not a database" in message:
        return "this file is no onrecord story. It was not touched."
    if "locked" in message or "busy" in message:
        return "another process is writing to this story. Wait for it to end, then run the same command again."
    if "full" in message or "disk I/O" in message:
        return "the disk is full, or fails. What was stored is safe; free some space and run the same command again."
    if "readonly" in message or "unable to open" in message:
        return "the file cannot be opened or written. Check the folder and its permissions."
    if "malformed" in message:
        return "the file is damaged. Restore it from a copy, or build the story anew from its reports."
    return f"the database says: {message}"
