"""Brings a story up to date: marks what is new or touched by a changed rule, then links and compares."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord import __version__
from onrecord.accounts import compare
from onrecord.linking import link
from onrecord.marking import knowledge_version
from onrecord.records import (
    Accounts,
    Agreement,
    CopyFamily,
    DatedDocument,
    Discrepancy,
    Document,
    Entity,
    Event,
    Issue,
    Judgement,
    Marks,
    Position,
    Problem,
    Quantity,
    Reading,
    Statement,
    Story,
    Things,
)
from onrecord.running.notes import apply_notes
from onrecord.running.workers import Tell, mark_all
from onrecord.store import (
    Note,
    StoryFile,
    read_documents,
    read_ledger,
    read_marks,
    read_notes,
    read_records,
    write_marks,
    write_results,
)

_ENGLISH = ("en", None)
_LINKING_ROOMS = ("times", "linking", "accounts")
_BATCH_CHARACTERS = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class RunSummary:
    """What a run did: reports marked, whether things were linked anew, and reports that could not be marked."""

    marked: int
    relinked: bool
    failed: int


def run_story(story: StoryFile, jobs: int | None, tell: Tell) -> RunSummary:
    """Mark what must be marked, then link and compare if anything that those rest on has changed.

    Each batch is stored as it is made, so a run that is stopped goes on where it was.
    """
    documents = read_documents(story)
    version = knowledge_version()
    due = documents_to_mark(documents, read_ledger(story, "mark"), version)
    failed, done = 0, 0
    for batch in _batches(mark_all(due, jobs, tell)):
        write_marks(story, [(document, marks, mark_key(document, version)) for document, marks in batch])
        failed += sum(any(problem.stage == "mark" for problem in marks.problems) for _, marks in batch)
        done += len(batch)
        tell("marking", done, len(due))
    relinked = _link(story, documents, tell)
    return RunSummary(marked=done, relinked=relinked, failed=failed)


def documents_to_mark(documents: Iterable[Document], ledger: dict[str, str], version: str) -> list[Document]:
    """Return the documents whose marks are missing, or were made from another text or by other rules."""
    return [d for d in documents if is_marked(d) and ledger.get(d.id) != mark_key(d, version)]


def is_marked(document: Document) -> bool:
    """True when a document is in the language that onrecord marks, or too short to tell."""
    return document.language in _ENGLISH


def mark_key(document: Document, version: str) -> str:
    """Return the key under which a document's marks are kept; the publication date has no part in it."""
    parts = (document.text, document.title, document.outlet, document.byline, document.dateline, document.debris)
    return f"{version}:{hashlib.sha256(repr(parts).encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"


def load_story(story: StoryFile) -> Story:
    """Return the whole record of a story, with a person's words in place."""
    documents = apply_notes(read_documents(story), read_notes(story))
    return Story(
        title=story.path.stem,
        documents=documents,
        marks=tuple(read_marks(story, document.id) for document in documents),
        things=Things(
            readings=read_records(story, Reading),
            publications=read_records(story, DatedDocument),
            entities=read_records(story, Entity),
            statements=read_records(story, Statement),
            quantities=read_records(story, Quantity),
            events=read_records(story, Event),
            copies=read_records(story, CopyFamily),
            judgements=read_records(story, Judgement),
        ),
        accounts=Accounts(
            discrepancies=read_records(story, Discrepancy),
            agreements=read_records(story, Agreement),
            issues=read_records(story, Issue),
            positions=read_records(story, Position),
        ),
        problems=read_records(story, Problem),
        version=__version__,
    )


def _link(story: StoryFile, documents: Sequence[Document], tell: Tell) -> bool:
    notes = read_notes(story)
    key = _link_key(read_ledger(story, "mark"), documents, notes)
    if read_ledger(story, "link").get("") == key:
        return False
    tell("linking", 0, len(documents))
    noted = apply_notes(documents, notes)
    marks = tuple(read_marks(story, document.id, sentences=False) for document in noted)
    things = link(noted, marks, ())
    tell("comparing", 0, len(documents))
    write_results(story, things, compare(noted, marks, things), key)
    return True


def _link_key(marked: dict[str, str], documents: Iterable[Document], notes: Sequence[Note]) -> str:
    digest = hashlib.sha256(linking_version().encode())
    digest.update(repr(sorted(marked.items())).encode())
    digest.update(repr([(d.id, d.published) for d in documents]).encode())
    digest.update(repr(notes).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:32]


def linking_version() -> str:
    """Return a digest of the rules that link and compare."""
    home = Path(__file__).parent.parent
    digest = hashlib.sha256((home / "records.py").read_bytes())
    for room in _LINKING_ROOMS:
        for file in sorted((home / room).iterdir()):
            if file.is_file():
                digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:16]


def _batches(marked: Iterator[tuple[Document, Marks]]) -> Iterator[list[tuple[Document, Marks]]]:
    batch: list[tuple[Document, Marks]] = []
    size = 0
    for document, marks in marked:
        batch.append((document, marks))
        size += len(document.text)
        if size >= _BATCH_CHARACTERS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
