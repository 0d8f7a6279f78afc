"""Finds words in the texts and the statements of a story."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.store.files import StoryFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A text or a mark whose words hold what was asked for."""

    document: str
    mark: str
    kind: str


def find_text(story: StoryFile, words: str) -> tuple[Hit, ...]:
    """Return where all the words stand, best first; what is asked is taken as words, never as a query language."""
    asked = " ".join(f'"{word}"' for word in words.replace('"', " ").split())
    if not asked:
        return ()
    rows = story.connection.execute(
        "SELECT document, mark, kind FROM search WHERE search MATCH ? ORDER BY rank", (asked,)
    )
    return tuple(Hit(document=document, mark=mark, kind=kind) for document, mark, kind in rows)
