"""The parse of a text as plain values: words with their place in the text and in the tree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Word(NamedTuple):
    """One token. `head`, `left` and `right` (the edges of its subtree, inclusive) are indices into `Parse.words`.

    `tag` is the Penn Treebank tag, `pos` a coarse class made from it (NOUN PROPN PRON VERB ADJ ADV ADP DET NUM
    PART CONJ INTJ PUNCT SYM X), `dep` the CLEAR dependency label as spaCy's English models give it.
    """

    i: int
    start: int
    end: int
    text: str
    lower: str
    lemma: str
    tag: str
    pos: str
    dep: str
    head: int
    left: int
    right: int
    sentence: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Parse:
    """Words, sentences and paragraphs of one text.

    `folded` is the text with quotation marks and blanks folded, same length. Where the text has no capitals, or nothing
    else, both have the usual ones: only the document keeps what was printed. `sentences` and `paragraphs` are
    half-open ranges of word indices; `children[i]` lists the children of word i from left to right.
    """

    text: str
    folded: str
    words: tuple[Word, ...]
    children: tuple[tuple[int, ...], ...]
    sentences: tuple[tuple[int, int], ...]
    paragraphs: tuple[tuple[int, int], ...]
