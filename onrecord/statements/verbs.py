"""Puts the rules on verbs in order: the first that fits a verb proposes for it."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.language import Parse, Word
from onrecord.statements.candidates import Candidate
from onrecord.statements.clauses import (
    Said,
    VerbRule,
    bare_verb,
    broken_clause,
    clause_complement,
    gerund_complement,
    infinitive_complement,
    inner_infinitive,
    inverted_report,
    read_verb,
    told_clause,
)
from onrecord.statements.lexicon import UNKNOWN, load_words
from onrecord.statements.objects import light_verb, passive, phrasal_object, plain_object, quoted_by
from onrecord.statements.trees import children, readable_words, verb_cue

_ACTIVE: tuple[VerbRule, ...] = (
    quoted_by,
    inverted_report,
    inner_infinitive,
    clause_complement,
    told_clause,
    broken_clause,
    gerund_complement,
    infinitive_complement,
    phrasal_object,
    plain_object,
    light_verb,
    bare_verb,
)


def find_verb_candidates(parse: Parse) -> Iterator[Candidate]:
    """Give what the verbs of a whole text propose."""
    for word in readable_words(parse):
        if word.pos == "VERB" and word.tag != "MD" and word.dep not in ("aux", "auxpass", "amod"):
            found = _propose(read_verb(parse, word)) if _worth_reading(parse, word) else None
            if found is not None:
                yield found


def _worth_reading(parse: Parse, word: Word) -> bool:
    if word.lemma in load_words("action"):
        return False
    known = verb_cue(word) is not UNKNOWN or word.lemma in load_words("light_verb")
    return known or bool(children(parse, word.i, "ccomp"))


def _propose(said: Said) -> Candidate | None:
    if is_passive(said):
        return passive(said)
    return next((found for rule in _ACTIVE if (found := rule(said)) is not None), None)


def is_passive(said: Said) -> bool:
    """Tell whether a verb is passive, with its auxiliary or as a participle after its noun: "a plan backed by all"."""
    relations = {said.parse.words[c].dep for c in said.parse.children[said.verb.i]}
    if relations & {"nsubjpass", "auxpass"}:
        return True
    if said.verb.lemma in ("ask", "tell") and said.verb.dep in ("advcl", "acl") and not relations & {"nsubj", "aux"}:
        return said.verb.tag in ("VBN", "VBD")
    alone = not relations & {"aux", "nsubj", "dobj", "ccomp"}
    return said.verb.tag == "VBN" and said.verb.dep in ("acl", "advcl") and alone
