"""Checks a story file: the words of every slot against the text, every capture against its digest, the database."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.store.files import StoryFile
from onrecord.store.reading import read_captures, read_documents, read_marks
from onrecord.store.slots import Slot, find_slots


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """The outcome of a check: how many things were looked at, and a sentence for each that is wrong."""

    slots: int
    documents: int
    wrong: tuple[str, ...]


def check_story(story: StoryFile) -> Finding:
    """Compare what is stored with the texts it stands on."""
    slots, documents, wrong = 0, 0, list(_damage(story))
    for document in read_documents(story):
        documents += 1
        stored = story.connection.execute(
            'SELECT mark, document, kind, slot, start, "end", words FROM slots WHERE document = ?', (document.id,)
        ).fetchall()
        slots += len(stored)
        kept = {Slot(**dict(zip(Slot.__slots__, row, strict=True))) for row in stored}
        wrong.extend(_misfits(kept, document.text, document.uri))
        try:
            made = set(find_slots(read_marks(story, document.id, sentences=False), document.text))
        except ValueError as error:
            wrong.append(f"{document.uri}: {error}")
            continue
        wrong.extend(f"{document.uri}: {slot.kind} {slot.mark} {slot.slot} is not kept right" for slot in made ^ kept)
    return Finding(slots=slots, documents=documents, wrong=tuple(wrong))


def _misfits(slots: set[Slot], text: str, uri: str) -> Iterator[str]:
    for slot in sorted(slots, key=lambda slot: slot.start):
        if text[slot.start : slot.end] != slot.words:
            yield (
                f"{uri}: {slot.kind} {slot.mark} {slot.slot} at {slot.start}:{slot.end} "
                f"should read {slot.words!r}, the text has {text[slot.start : slot.end]!r}"
            )


def _damage(story: StoryFile) -> Iterator[str]:
    for (message,) in story.connection.execute("PRAGMA integrity_check"):
        if message != "ok":
            yield f"database: {message}"
    for table, row, parent, _ in story.connection.execute("PRAGMA foreign_key_check"):
        yield f"database: row {row} of {table} points at nothing in {parent}"
    for capture in read_captures(story):
        if hashlib.sha256(capture.content).hexdigest() != capture.digest:
            yield f"{capture.uri}: the kept bytes do not have the digest {capture.digest[:12]}"
