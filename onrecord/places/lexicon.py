"""The words that tell a place name from other names."""

from __future__ import annotations

from functools import lru_cache

from onrecord.places.gazetteer import read_table


@lru_cache(maxsize=1)
def load_words() -> dict[str, frozenset[str]]:
    """Return, for each class of the room's lexicon, its words in lower case."""
    found: dict[str, set[str]] = {}
    for kind, words in read_table("lexicon.tsv"):
        found.setdefault(kind, set()).update(words.split("|"))
    return {kind: frozenset(words) for kind, words in found.items()}
