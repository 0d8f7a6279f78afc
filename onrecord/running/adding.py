"""Takes reports into a story: what is there already is recognised, what is new is kept, what cannot be read is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import BinaryIO

from onrecord.reading import Intake, read_sources
from onrecord.records import Problem
from onrecord.running.workers import Tell
from onrecord.store import StoryFile, read_documents, write_intake

_BATCH = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What came of adding: the URIs of new and changed documents, how many were there before, and problems."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    unchanged: int
    problems: tuple[Problem, ...]


def add_sources(story: StoryFile, sources: Sequence[str], standard_input: BinaryIO | None, tell: Tell) -> Added:
    """Read sources into a story, a batch at a time, so that a stop in the middle loses at most the last batch.

    Raises:
        SourceError: a source that was named does not exist, may not be read, or holds no report.
    """
    before = {document.uri: document.capture for document in read_documents(story)}
    new: list[str] = []
    changed: list[str] = []
    problems: list[Problem] = []
    unchanged = 0
    for batch in _batches(read_sources(sources, standard_input)):
        captures = [intake.capture for intake in batch if intake.capture is not None]
        documents = [document for intake in batch for document in intake.documents]
        found = [problem for intake in batch for problem in intake.problems]
        fresh = [document for document in documents if before.get(document.uri) != document.capture]
        write_intake(story, captures, fresh, found)
        new.extend(document.uri for document in fresh if document.uri not in before)
        changed.extend(document.uri for document in fresh if document.uri in before)
        unchanged += len(documents) - len(fresh)
        problems.extend(found)
        tell("reading", len(new) + len(changed) + unchanged, None)
    return Added(new=tuple(new), changed=tuple(changed), unchanged=unchanged, problems=tuple(problems))


def _batches(intakes: Iterable[Intake]) -> Iterator[list[Intake]]:
    stream = iter(intakes)
    while batch := list(islice(stream, _BATCH)):
        yield batch
