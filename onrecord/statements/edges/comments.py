"""Cuts from what is reported the asides in which the report itself tells of another statement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.language import Parse, Word
from onrecord.statements.candidates import Candidate
from onrecord.statements.grammar.quotations import Quoted
from onrecord.statements.grammar.trees import ancestors
from onrecord.statements.lexicon import load_words

_OFF = (",", "-", "--", "\u2013", "\u2014", "(")
_CLAUSES = ("clause", "open clause", "aside")
_RELATIVE = ("WDT", "WP", "WP$", "WRB")


def cut_comments(parse: Parse, quoted: Quoted, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Cut ", who had called it a sham," from what somebody else said: the report adds it in its own voice."""
    found = [_without_others(parse, quoted, candidate) for candidate in candidates]
    clauses = [clause for c in candidates if (clause := _comment_around(parse, quoted, c)) is not None]
    return [_without(parse, candidate, clauses) for candidate in found] if clauses else found


def _without_others(parse: Parse, quoted: Quoted, candidate: Candidate) -> Candidate:
    """ "Half said it held, compared with a third in May": the other share is the report's, not theirs."""
    if candidate.rule not in _CLAUSES or not candidate.content or min(candidate.content) < candidate.head:
        return candidate
    for i in sorted(candidate.content):
        word = parse.words[i]
        others = word.lower == "compared" and parse.words[i - 1].text == "," and quoted.inside[i] < 0
        if others and i > min(candidate.content) and _counts(parse, candidate.source):
            return replace(candidate, content=frozenset(k for k in candidate.content if k < i - 1))
    return candidate


def _counts(parse: Parse, source: frozenset[int]) -> bool:
    """A share of those who were asked: "46 percent", "one in four", "a third"."""
    return any(parse.words[i].tag == "CD" or parse.words[i].lemma in load_words("fraction") for i in source)


def _comment_around(parse: Parse, quoted: Quoted, candidate: Candidate) -> Word | None:
    """The relative clause set off by a comma that a cue stands in, outside of quotation marks."""
    if quoted.inside[candidate.head] >= 0 or not candidate.source or not _tells(quoted, candidate):
        return None
    word = parse.words[candidate.head]
    for one in (word, *ancestors(parse, word.i)):
        if one.dep == "relcl":
            opening = parse.words[one.left : min(one.left + 4, one.i)]
            off = one.left > 0 and parse.words[one.left - 1].text in _OFF
            return one if off and any(w.tag in _RELATIVE for w in opening) else None
    return None


def _tells(quoted: Quoted, candidate: Candidate) -> bool:
    return candidate.rule in _CLAUSES or any(quoted.inside[i] >= 0 for i in candidate.content)


def _without(parse: Parse, candidate: Candidate, clauses: Sequence[Word]) -> Candidate:
    content = candidate.content
    for clause in clauses:
        span = range(clause.left - 1, clause.right + 1)
        if candidate.head not in span and clause.head in content and clause.left in content:
            content -= frozenset(span)
            behind = frozenset(i for i in content if i > clause.right)
            if all(parse.words[i].pos == "PUNCT" for i in behind):
                content -= behind
    return replace(candidate, content=content) if content and content != candidate.content else candidate
