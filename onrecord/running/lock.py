"""Keeps two processes from working on one story at once."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from onrecord.errors import StoryError


@contextlib.contextmanager
def hold(path: Path) -> Iterator[None]:
    """Hold a story for the length of a `with` block; the operating system lets go when the process ends.

    The lock lies beside the story ("story.db-lock"), since SQLite keeps its own locks on the story file itself.
    Open the story first: then no lock is left beside a file that is none.

    Raises:
        StoryError: another process holds the story, or the folder cannot be written.
    """
    beside = path.with_name(path.name + "-lock")
    try:
        handle = os.open(beside, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise StoryError(f"{path}: the folder cannot be written ({error.strerror}). Choose another place.") from error
    try:
        _lock(handle, path)
        yield
    finally:
        os.close(handle)


def _lock(handle: int, path: Path) -> None:
    try:
        import fcntl
    except ImportError:  # not a Unix: SQLite's own locks still keep the file whole
        return
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise StoryError(
            f"{path}: another onrecord is working on this story. Wait for it to end, then run the same command again."
        ) from error
