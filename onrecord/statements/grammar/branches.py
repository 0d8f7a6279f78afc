"""The lowest steps on a parse: a word's children, its reach, what stands above it, what the table says of a verb."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.language import Parse, Word
from onrecord.statements.lexicon import UNKNOWN, Cue, load_cues


def children(parse: Parse, i: int, *deps: str) -> list[Word]:
    """Return the children of a word that stand in one of these relations, from left to right."""
    below = parse.children[i]
    if not below:
        return []
    words = parse.words
    return [word for c in below if (word := words[c]).dep in deps]


def reach(word: Word) -> frozenset[int]:
    """Return the words from the left to the right edge of a word's subtree."""
    return frozenset(range(word.left, word.right + 1))


def is_verbal(word: Word) -> bool:
    """Tell whether a word is a verb or an auxiliary."""
    return word.pos == "VERB"


def verb_cue(word: Word) -> Cue:
    """Return what the table says of a verb."""
    return load_cues().get((word.lemma, "verb"), UNKNOWN)


def ancestors(parse: Parse, i: int) -> Iterator[Word]:
    """Give the heads above a word, nearest first."""
    word = parse.words[i]
    while word.head != word.i:
        word = parse.words[word.head]
        yield word
