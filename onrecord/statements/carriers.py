"""Finds who carries a statement within its sentence: "quoted by the Dorn Mail", "said in the Dorn Mail", "through"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from onrecord.language import Parse, Word
from onrecord.statements.candidates import Candidate
from onrecord.statements.lexicon import load_voices, load_words
from onrecord.statements.outlets import Outlets, is_outlet
from onrecord.statements.trees import children, source_words, verb_cue

_LOOSE = ("ADP", "DET", "ADJ", "PUNCT")


def carry(parse: Parse, outlets: Outlets, candidate: Candidate) -> Candidate:
    """Give a statement the outlet or the person that its own sentence says it came through."""
    if candidate.relays or not candidate.cue or candidate.parent is not None:
        return candidate
    for name in (*_carried_by(parse, outlets, candidate), *_hung_on(parse, outlets, candidate)):
        inside = bool(name & candidate.source)
        source = frozenset(i for i in candidate.source if not inside or i < min(name))
        if source and not name & candidate.cue:
            return replace(candidate, relays=(name,), source=_before_participle(parse, source) if inside else source)
    return candidate


def _carried_by(parse: Parse, outlets: Outlets, candidate: Candidate) -> Iterator[frozenset[int]]:
    """ "A letter published by the Dorn Mail", "a call that Radio Dorn broadcast": in the source or beside the cue."""
    first, last = parse.sentences[parse.words[candidate.head].sentence]
    for verb in parse.words[first:last]:
        apart = verb.i not in candidate.cue and verb.i not in candidate.content
        if verb.lemma not in load_words("carries") or verb.dep not in ("acl", "relcl", "advcl") or not apart:
            continue
        agents = [w for by in children(parse, verb.i, "agent", "prep") if by.lower == "by" for w in _objects(parse, by)]
        for word in (*agents, *children(parse, verb.i, "nsubj")):
            name = source_words(parse, word, None)
            if is_outlet(parse, name, outlets):
                yield name


def _before_participle(parse: Parse, source: frozenset[int]) -> frozenset[int]:
    """Cut "cited by the daily" from the end of a source."""
    last = max(source)
    while last > min(source) and (parse.words[last].lemma in load_words("carries") or parse.words[last].pos in _LOOSE):
        last -= 1
    return frozenset(i for i in source if i <= last)


def _hung_on(parse: Parse, outlets: Outlets, candidate: Candidate) -> Iterator[frozenset[int]]:
    """ "Said in the Dorn Mail", "let it be known through her lawyer"."""
    verb = parse.words[candidate.head]
    for preposition in children(parse, verb.i, "prep"):
        for word in _objects(parse, preposition):
            name = source_words(parse, word, None)
            printed = preposition.lower in ("in", "on") and word.pos == "PROPN" and is_outlet(parse, name, outlets)
            somebody = load_voices().get(word.lemma) in ("person", "body") or word.pos == "PROPN"
            passed = preposition.lower in ("through", "via") and somebody and bool(verb_cue(verb).takes)
            if printed or passed:
                yield name


def _objects(parse: Parse, preposition: Word) -> list[Word]:
    return children(parse, preposition.i, "pobj")
