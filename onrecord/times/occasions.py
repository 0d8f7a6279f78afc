"""Tells from the words around a saying that it was of another time than the report's own day."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.times.words import load_words


def is_elsewhen(words: Iterable[str]) -> bool:
    """Tell whether one of the words speaks of another time or occasion: earlier, once, weeks ago, in her memoir."""
    known = load_words()["elsewhen"]
    return any(word.lower() in known for word in words)
