"""Reads the word lists of this room."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def load_words(kind: str) -> frozenset[str]:
    """Return the words of one class: "writing" (a letter speaks for its writer), "epithet" (for a person)."""
    rows = (Path(__file__).parent / "words.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return frozenset(dict(row.split("\t") for row in rows)[kind].split())
