"""Marks documents, in this process or in several."""

from __future__ import annotations

import multiprocessing
import os
import traceback
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from typing import Protocol

from onrecord.errors import StoryError
from onrecord.marking import Knowledge, load_knowledge, mark_sections
from onrecord.records import Document, Marks, Problem
from onrecord.sections import join_marks

_FEW = 40
_LONG = 400_000


class Tell(Protocol):
    """Hears how far a stage is: its name, how many are done, and of how many (None: not known)."""

    def __call__(self, stage: str, done: int, total: int | None) -> None:
        """Take note of the progress."""


def mark_all(documents: Sequence[Document], jobs: int | None, tell: Tell) -> Iterator[tuple[Document, Marks]]:
    """Yield each document with its marks, in order, as they are made.

    `jobs` is the number of processes; None takes one for a few documents, and one a core for many.

    Raises:
        StoryError: a process was killed, as happens when memory runs out.
    """
    jobs = jobs or (1 if len(documents) < _FEW else os.cpu_count() or 1)
    if jobs == 1 or len(documents) < 2:
        for document in documents:
            yield document, mark_safely(document, tell)
        return
    with ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn")) as pool:
        try:
            yield from zip(documents, pool.map(mark_safely, documents, chunksize=4), strict=True)
        except BrokenProcessPool as error:
            raise StoryError(
                "a process that was marking was killed, perhaps because memory ran out. What was marked is stored; "
                "run the same command again, with --jobs 1 if it happens twice."
            ) from error


def mark_safely(document: Document, tell: Tell | None = None) -> Marks:
    """Return the marks of a document; where our rules fail on it, a Problem with the traceback instead.

    This is the one place where any exception is caught: one report that trips a rule must not cost the others.
    """
    sections = []
    try:
        for section in mark_sections(document, _knowledge()):
            sections.append(section)
            if tell and len(document.text) > _LONG:
                tell("marking a long report, section", len(sections), None)
        return join_marks(document.id, sections)
    except Exception as error:
        return Marks(document=document.id, problems=(_failure(document, error),))


def _failure(document: Document, error: Exception) -> Problem:
    return Problem(
        stage="mark",
        uri=document.uri,
        document=document.id,
        message=f"a rule of onrecord failed on this report ({error!r})\n{traceback.format_exc(limit=-4)}",
        remedy="Please report it with the text around it; the other reports are not affected.",
    )


@cache
def _knowledge() -> Knowledge:
    return load_knowledge()
