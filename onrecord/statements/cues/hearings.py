"""Finds what somebody nobody names told a court or an inquiry: "Doctors begged for masks, the inquiry heard"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.language import Parse, Word
from onrecord.statements.candidates import NONE, Candidate
from onrecord.statements.grammar.trees import children, cue_words, find_subject, source_words
from onrecord.statements.grammar.voices import head_of
from onrecord.statements.lexicon import load_words

_FINITE = ("VBD", "VBN", "VBZ")
_CLAUSES = ("clause", "open clause")


def find_hearings(parse: Parse) -> Iterator[Candidate]:
    """Propose "..., a court in Dorn heard": nobody who is named says it, the court hears it."""
    for verb in parse.words:
        if verb.lemma != "hear" or verb.tag not in _FINITE:
            continue
        subject = find_subject(parse, verb)
        if subject is None or not _listens(subject):
            continue
        cue, heard = cue_words(parse, verb), source_words(parse, subject, verb)
        content = _told(parse, subject) - cue - heard
        if content and not any(clause.i > verb.i for clause in children(parse, verb.i, "ccomp")):
            yield _hear(Candidate(head=verb.i, cue=cue, source=heard, content=content, rule="asked"))


def _hear(candidate: Candidate) -> Candidate:
    return replace(candidate, source=NONE, rule="asked", take="clause", addressee=candidate.source, act="assert")


def _listens(noun: Word) -> bool:
    return noun.lemma in load_words("tribunal") and noun.pos in ("NOUN", "PROPN")


def _told(parse: Parse, subject: Word) -> frozenset[int]:
    """All that stands before a closing "the court heard"."""
    first, _ = parse.sentences[subject.sentence]
    start = subject.left
    closing = start > first and parse.words[start - 1].text in (",", "\u201d", '"', "\u2019")
    says = any(word.pos in ("VERB", "AUX") for word in parse.words[first : max(first, start - 1)])
    return frozenset(range(first, start - 1)) if closing and says else NONE


def hear_headlines(parse: Parse, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Turn "Doctors begged for masks, inquiry told" and "the jury heard that" round: nobody says who told it."""
    return [_turn(parse, candidate) for candidate in candidates]


def _turn(parse: Parse, candidate: Candidate) -> Candidate:
    verb = parse.words[candidate.head]
    if not candidate.source or not candidate.content:
        return candidate
    if verb.lemma == "hear" and candidate.rule in _CLAUSES and _listens(head_of(parse, candidate.source)):
        return _hear(candidate)
    closes = verb.lower == "told" and verb.i == parse.sentences[verb.sentence][1] - 1
    bare = parse.words[min(candidate.source)].tag not in ("DT", "PRP$", "PRP", "NNP")
    headline = closes and bare and max(candidate.source) == verb.i - 1 and min(candidate.content) < verb.i
    return _hear(candidate) if headline else candidate
