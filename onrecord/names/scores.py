"""Adds up what speaks for each kind of a name."""

from __future__ import annotations

from collections import defaultdict

from onrecord.names.lexicon import Lexicon


class Score(defaultdict[str, float]):
    """Weights by kind; a kind never weighed stands at nothing."""

    def __init__(self) -> None:
        super().__init__(float)


def add_weights(score: Score, lexicon: Lexicon, position: str, word: str) -> None:
    """Add what the table of contexts says of a word at a position."""
    for kind, weight in lexicon.contexts.get((position, word), ()):
        score[kind] += weight
