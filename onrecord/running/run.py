"""Brings a story up to date: marks what is new or touched by a changed rule, then links and compares."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.accounts import compare
from onrecord.linking import attach_rulings, link
from onrecord.marking import find_document_sections, knowledge_version
from onrecord.records import Document, Marks, NamedIssue, Problem, Ruling
from onrecord.running.notes import apply_notes
from onrecord.running.workers import Tell, mark_all
from onrecord.sections import Section
from onrecord.store import (
    Part,
    StoryFile,
    read_all_marks,
    read_documents,
    read_ledger,
    read_notes,
    read_records,
    write_marks,
    write_results,
)

ENGLISH = ("en", None)
_LINKING_ROOMS = ("records", "times", "linking", "accounts")
_BATCH_CHARACTERS = 20_000
_FEW = 40  # reports, or as much text, for which a second process would take longer to start than it saves
_USUAL_LENGTH = 4_000
LONGEST_COMPARED = 250_000


@dataclass(frozen=True, slots=True, kw_only=True)
class RunSummary:
    """What a run did: reports marked, whether things were linked anew, and reports that could not be marked."""

    marked: int
    relinked: bool
    failed: int


def run_story(story: StoryFile, jobs: int | None, tell: Tell) -> RunSummary:
    """Mark what must be marked, then link and compare if anything that those rest on has changed.

    `jobs` is the number of processes; None takes one for a few documents, and one a core for many. Each batch is
    stored as it is made, so a run that is stopped goes on where it was, in the middle of a long report too.
    """
    documents = read_documents(story)
    marked, failed = _mark(story, documents, jobs, tell)
    return RunSummary(marked=marked, relinked=_link(story, documents, tell), failed=failed)


def _mark(story: StoryFile, documents: Sequence[Document], jobs: int | None, tell: Tell) -> tuple[int, int]:
    keys = documents_to_mark(documents, read_ledger(story, "mark"), knowledge_version())
    due = [document for document in documents if document.id in keys]
    failed: set[str] = set()
    done = 0
    for batch in _batches(mark_all(_sections(due, keys, read_ledger(story, "section")), jobs or _processes(due))):
        write_marks(story, [_part(section, marks, keys) for section, marks in batch])
        failed.update(marks.document for _, marks in batch if any(p.stage == "mark" for p in marks.problems))
        done += sum(section.last for section, _ in batch)
        tell("marking", done, len(due))
        if not batch[-1][0].last:
            tell("marking a long report, characters", batch[-1][0].end, None)
    return done, len(failed)


def _sections(due: Iterable[Document], keys: Mapping[str, str], begun: Mapping[str, str]) -> Iterator[Section]:
    """What is to be marked; a long document that was begun under the same key goes on where it was left."""
    for document in due:
        key, _, end = begun.get(document.id, "").rpartition("@")
        left = int(end) if key == keys[document.id] else 0
        yield from (section for section in find_document_sections(document) if section.start >= left)


def _part(section: Section, marks: Marks, keys: Mapping[str, str]) -> Part:
    key = keys[marks.document]
    return Part(
        document=section.document,
        marks=marks,
        start=section.start,
        stage="mark" if section.last else "section",
        key=key if section.last else f"{key}@{section.end}",
    )


def _processes(due: Sequence[Document]) -> int:
    few = len(due) < _FEW and sum(len(document.text) for document in due) < _FEW * _USUAL_LENGTH
    return 1 if few else os.cpu_count() or 1


def documents_to_mark(documents: Iterable[Document], ledger: Mapping[str, str], version: str) -> dict[str, str]:
    """Return the ids of documents whose marks are missing, or were made from another text or by other rules.

    Each comes with the key under which its marks are to be kept.
    """
    keys = {document.id: mark_key(document, version) for document in documents if is_marked(document)}
    return {document: key for document, key in keys.items() if ledger.get(document) != key}


def is_marked(document: Document) -> bool:
    """True when a document is in the language that onrecord marks, or too short to tell."""
    return document.language in ENGLISH


def mark_key(document: Document, version: str) -> str:
    """Return the key under which a document's marks are kept; the publication date has no part in it."""
    parts = (document.title, document.outlet, document.byline, document.dateline, document.debris)
    digest = hashlib.sha256(document.text.encode("utf-8", "surrogatepass"))
    digest.update(repr(parts).encode("utf-8", "surrogatepass"))
    return f"{version}:{digest.hexdigest()[:16]}"


def is_comparable(document: Document) -> bool:
    """True unless a document is so long that it is a book or a heap of reports, which cannot stand beside one report.

    It is marked and searched all the same; to lay so many marks beside each other would take days.
    """
    return len(document.text) <= LONGEST_COMPARED


def _link(story: StoryFile, documents: Sequence[Document], tell: Tell) -> bool:
    notes, rulings = read_notes(story), read_records(story, Ruling)
    named = read_records(story, NamedIssue)
    key = find_link_key(story, documents)
    if read_ledger(story, "link").get("") == key:
        return False
    noted = tuple(document for document in apply_notes(documents, notes) if is_comparable(document))
    tell("linking", 0, len(noted))
    marks = read_all_marks(story, [document.id for document in noted])
    judgements, lost = attach_rulings(rulings, noted, marks)
    things = link(noted, marks, judgements)
    tell("comparing", 0, len(noted))
    left_out = [_left_out(document) for document in documents if not is_comparable(document)]
    write_results(story, things, compare(noted, marks, things, named), (*left_out, *lost), key)
    return True


def _left_out(document: Document) -> Problem:
    return Problem(
        stage="linking",
        uri=document.uri,
        document=document.id,
        message=f"is {len(document.text):,} characters long, so it is marked, but not compared with other reports",
        remedy="If it holds several reports, split it into one file each, or one JSON line each, and add those.",
    )


def find_link_key(story: StoryFile, documents: Iterable[Document]) -> str:
    """Return the key under which what is linked and compared is to be kept; what was told since changes it."""
    told = (read_notes(story), read_records(story, Ruling), read_records(story, NamedIssue))
    return _link_key(read_ledger(story, "mark"), documents, told)


def is_told_since(story: StoryFile) -> bool:
    """True when a person told something since the last run, or the rules that compare have changed."""
    linked = read_ledger(story, "link").get("")
    return linked is not None and linked != find_link_key(story, read_documents(story))


def _link_key(marked: Mapping[str, str], documents: Iterable[Document], told: object) -> str:
    digest = hashlib.sha256(linking_version().encode())
    digest.update(repr(sorted(marked.items())).encode())
    digest.update(repr([(d.id, d.published) for d in documents]).encode())
    digest.update(repr(told).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:32]


def linking_version() -> str:
    """Return a digest of the rules that link and compare."""
    home = Path(__file__).parent.parent
    digest = hashlib.sha256()
    for room in _LINKING_ROOMS:
        for file in sorted((home / room).rglob("*")):
            if file.is_file() and file.suffix != ".pyc":
                digest.update(file.relative_to(home).as_posix().encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:16]


def _batches(marked: Iterable[tuple[Section, Marks]]) -> Iterator[list[tuple[Section, Marks]]]:
    batch: list[tuple[Section, Marks]] = []
    size = 0
    for section, marks in marked:
        batch.append((section, marks))
        size += len(section.document.text)
        if size >= _BATCH_CHARACTERS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
