"""Marks documents, in this process or in several."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import traceback
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from multiprocessing import connection, parent_process
from typing import Protocol

from onrecord.errors import StoryError
from onrecord.marking import Knowledge, find_document_sections, load_knowledge, mark_section
from onrecord.records import Document, Marks, Problem
from onrecord.sections import Section, join_marks
from onrecord.store import find_slots

_AHEAD = 8  # sections a process that wait to be marked, or to be written down: enough that none stands idle


class Tell(Protocol):
    """Hears how far a stage is: its name, how many are done, and of how many (None: not known)."""

    def __call__(self, stage: str, done: int, total: int | None) -> None:
        """Take note of the progress."""


def mark_all(sections: Iterable[Section], jobs: int) -> Iterator[tuple[Section, Marks]]:
    """Yield each section with its marks, in order, as they are made, in `jobs` processes.

    Raises:
        StoryError: a process was killed, as happens when memory runs out.
    """
    if jobs == 1:
        return ((section, mark_safely(section)) for section in sections)
    return _mark_in_processes(sections, jobs)


def mark_document(document: Document) -> Marks:
    """Return the marks of one document; where our rules fail on it, a Problem with the traceback instead."""
    return join_marks(document.id, map(mark_safely, find_document_sections(document)))


def _mark_in_processes(sections: Iterable[Section], jobs: int) -> Iterator[tuple[Section, Marks]]:
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_attend)
    waiting: deque[tuple[Section, Future[Marks]]] = deque()
    try:
        for section in sections:
            waiting.append((section, pool.submit(mark_safely, section)))
            if len(waiting) >= jobs * _AHEAD:
                yield _next(waiting)
        while waiting:
            yield _next(waiting)
    except BrokenProcessPool as error:
        raise StoryError(
            "a process that was marking was killed, perhaps because memory ran out. What was marked is stored; "
            "run the same command again, with --jobs 1 if it happens twice."
        ) from error
    finally:  # whoever stops listening does not wait for what is still in the queue
        pool.shutdown(cancel_futures=True)


def _next(waiting: deque[tuple[Section, Future[Marks]]]) -> tuple[Section, Marks]:
    section, future = waiting.popleft()
    return section, future.result()


def _attend() -> None:
    """Leave Ctrl-C to the parent, and end when the parent is killed: nobody else would ever end this process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(parent: int) -> None:
    connection.wait([parent])
    os._exit(1)


def mark_safely(section: Section) -> Marks:
    """Return the marks of a section; where our rules fail on it, a Problem with the traceback instead.

    This is the one place where any exception is caught: one report that trips a rule must not cost the others.
    """
    try:
        marks = mark_section(section, _knowledge())
        deque(find_slots(marks, section.document.text, section.start), maxlen=0)  # a slot outside the text fails here
        return marks
    except Exception as error:
        return Marks(document=section.document.id, problems=(_failure(section, error),))


def _failure(section: Section, error: Exception) -> Problem:
    where = "this report" if section.start == 0 and section.last else f"characters {section.start} to {section.end}"
    return Problem(
        stage="mark",
        uri=section.document.uri,
        document=section.document.id,
        message=f"a rule of onrecord failed on {where} ({error!r})\n{traceback.format_exc(limit=-4)}",
        remedy="Please report it with the text around it; the other reports are not affected.",
    )


@cache
def _knowledge() -> Knowledge:
    return load_knowledge()
