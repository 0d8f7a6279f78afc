"""Takes reports into a story: what is there already is recognised, what is new is kept, what cannot be read is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.reading import Intake
from onrecord.records import Problem
from onrecord.running.workers import Tell
from onrecord.store import StoryFile, forget_problems, read_digests, read_records, write_intake

_OWN_PAGE = b'<meta name="generator" content="onrecord'
_HEAD = 4_000
_BATCH = 16
_BATCH_BYTES = 8_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What came of adding: the URIs of new and changed documents, how many were there before, and problems."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    unchanged: int
    problems: tuple[Problem, ...]


def add_intakes(story: StoryFile, intakes: Iterable[Intake], tell: Tell) -> Added:
    """Take what is read into a story, a batch at a time, so that a stop in the middle loses at most the last batch."""
    before = read_digests(story)
    new: list[str] = []
    changed: list[str] = []
    problems: list[Problem] = []
    read: set[str] = set()
    unchanged = 0
    for batch in _batches(intake for intake in intakes if not _is_dossier(intake)):
        documents = [document for intake in batch for document in intake.documents]
        found = [problem for intake in batch for problem in intake.problems]
        fresh = [document for document in documents if before.get(document.uri) != document.capture]
        write_intake(story, [intake.capture for intake in batch if intake.capture], fresh, found)
        new.extend(document.uri for document in fresh if document.uri not in before)
        changed.extend(document.uri for document in fresh if document.uri in before)
        unchanged += len(documents) - len(fresh)
        problems.extend(found)
        read.update(uri for intake in batch for uri in _names(intake))
        tell("reading", len(new) + len(changed) + unchanged, None)
    forget_problems(story, _mended(read_records(story, Problem), problems, read))
    return Added(new=tuple(new), changed=tuple(changed), unchanged=unchanged, problems=tuple(problems))


def _is_dossier(intake: Intake) -> bool:
    """True for a page that onrecord itself wrote into the folder: to read it again would be to quote oneself."""
    return intake.capture is not None and _OWN_PAGE in intake.capture.content[:_HEAD]


def _names(intake: Intake) -> Iterator[str]:
    if intake.capture is not None:
        yield intake.capture.uri
    yield from (document.uri for document in intake.documents)
    yield from (problem.uri for problem in intake.problems)


def _mended(stored: Iterable[Problem], found: Sequence[Problem], read: Iterable[str]) -> list[Problem]:
    """Return the stored problems that reading the same files or folders again did not meet again."""
    still = {(problem.uri, problem.message) for problem in found}
    files = {uri.partition("#")[0] for uri in read}  # the rows of a JSON Lines file are named after a "#"
    folders = {uri.partition("/")[0] for uri in files if "/" in uri}
    return [
        problem
        for problem in stored
        if problem.stage == "reading"
        and (problem.uri, problem.message) not in still
        and (
            problem.uri.partition("#")[0] in files
            or (problem.document is None and problem.uri.partition("/")[0] in folders)
        )
    ]


def _batches(intakes: Iterable[Intake]) -> Iterator[list[Intake]]:
    batch: list[Intake] = []
    size = 0
    for intake in intakes:
        batch.append(intake)
        size += len(intake.capture.content) if intake.capture else 0
        if len(batch) >= _BATCH or size >= _BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
