"""Rules on clauses that the parse hangs on whom they were told to, or on where they were stated."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.language import Parse, Word
from onrecord.statements.candidates import Candidate
from onrecord.statements.cues.clauses import Said, propose
from onrecord.statements.grammar.trees import children, reach, verb_cue
from onrecord.statements.lexicon import load_words

_OCCASIONS = ("in", "at", "on", "during", "before", "through", "via")


def told_clause(said: Said) -> Candidate | None:
    """A verb of telling whose clause the parse hangs on the hearer: "told reporters that ..."."""
    if said.verb.lemma not in load_words("telling") or said.subject is None:
        return None
    for hearer in said.after("dobj", "dative"):
        for clause in children(said.parse, hearer.i, "relcl", "acl", "ccomp", "appos"):
            opening = said.parse.words[clause.left]
            named = opening.lower in ("that", "whether", "if", "how", "why", "what") or _is_told(said, clause, opening)
            if opening.i > hearer.i and named:
                return propose(said, reach(clause), "clause", "clause")
        inner = next(_clauses_within(said.parse, hearer), None) if said.verb.lemma != "ask" else None
        if inner is not None:
            return propose(said, reach(inner), "clause", "clause")
    return None


def _is_told(said: Said, clause: Word, opening: Word) -> bool:
    """ "Told the tribunal he had sent it": a pronoun right behind the hearer opens what was told."""
    own = opening.dep in ("nsubj", "nsubjpass", "expl") and opening.head == clause.i
    whom = said.parse.words[clause.head].pos in ("NOUN", "PROPN")
    return (
        said.verb.lemma == "tell"
        and own
        and whom
        and opening.tag in ("PRP", "EX")
        and opening.lower != "it"
        and clause.dep in ("relcl", "ccomp")
    )


def _clauses_within(parse: Parse, hearer: Word) -> Iterator[Word]:
    """ "Told the men sent to fetch her that she was ill": the clause hangs on a verb that reports nothing."""
    for word in parse.words[hearer.i + 1 : hearer.right + 1]:
        marked = any(mark.lower == "that" for mark in children(parse, word.i, "mark"))
        if word.dep == "ccomp" and marked and not verb_cue(parse.words[word.head]).takes & {"clause", "object"}:
            yield word


def clause_behind(said: Said) -> Candidate | None:
    """ "Stated in written evidence that he had not": the parse hangs the clause on where it was stated."""
    if not said.cue.takes >= {"quotation", "clause"} or not said.somebody or said.after("dobj"):
        return None
    told_in = [word for word in said.after("prep") if _is_occasion(said, word)]
    nouns = [noun for word in told_in for noun in children(said.parse, word.i, "pobj")]
    clauses = [(noun, c) for noun in nouns for c in children(said.parse, noun.i, "acl", "ccomp", "relcl")]
    for noun, clause in clauses:
        opening = said.parse.words[clause.left]
        if opening.lower == "that" and opening.dep == "mark" and opening.i > noun.i:
            return propose(said, reach(clause), "clause", "clause")
    return None


def _is_occasion(said: Said, preposition: Word) -> bool:
    return preposition.lower in _OCCASIONS and "+" + preposition.lower not in said.cue.takes
