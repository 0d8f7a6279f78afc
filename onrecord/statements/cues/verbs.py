"""Puts the rules on verbs in order: the first that fits a verb proposes for it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from onrecord.language import Parse, Word
from onrecord.statements.candidates import Candidate
from onrecord.statements.cues.clauses import (
    Said,
    VerbRule,
    bare_verb,
    broken_clause,
    clause_complement,
    gerund_complement,
    infinitive_complement,
    inner_infinitive,
    read_verb,
)
from onrecord.statements.cues.closings import closing_report, inverted_report
from onrecord.statements.cues.givings import (
    cleft,
    given_as,
    has_none,
    heard_saying,
    named_as,
    offered_to,
    put_down_to,
    put_to,
)
from onrecord.statements.cues.objects import light_verb, phrasal_object, plain_object
from onrecord.statements.cues.passives import passive, quoted_by, received
from onrecord.statements.cues.phrases import (
    as_put,
    expressed,
    for_clause,
    idiom,
    let_known,
    looks_to,
    moved,
    not_told,
    particle_object,
    pleads,
    reflexive,
    said_plainly,
    set_at,
    taken_as,
    thanks_for,
    urged_object,
)
from onrecord.statements.cues.standpoints import is_state_of_mind
from onrecord.statements.cues.told_clauses import clause_behind, told_clause
from onrecord.statements.grammar.trees import children, readable_words, verb_cue
from onrecord.statements.grammar.voices import can_speak
from onrecord.statements.lexicon import UNKNOWN, load_words

_ACTIVE: tuple[VerbRule, ...] = (
    quoted_by,
    moved,
    taken_as,
    cleft,
    inverted_report,
    let_known,
    looks_to,
    received,
    inner_infinitive,
    clause_complement,
    told_clause,
    clause_behind,
    broken_clause,
    gerund_complement,
    infinitive_complement,
    idiom,
    for_clause,
    expressed,
    reflexive,
    pleads,
    not_told,
    as_put,
    set_at,
    given_as,
    has_none,
    put_down_to,
    put_to,
    named_as,
    offered_to,
    thanks_for,
    urged_object,
    particle_object,
    phrasal_object,
    plain_object,
    light_verb,
    closing_report,
    said_plainly,
    bare_verb,
)

_NO_VERB = ("aux", "auxpass", "amod", "nsubjpass")  # "police reports on it were leaked" are read as a verb
_KNOWN_BY_GROUP = (
    "light_verb",
    "idiom_verb",
    "setting",
    "turned_on_oneself",
    "moving",
    "taking_as",
    "reception_verb",
    "giving_as",
    "overhearing",
    "hiding",
)


def find_verb_candidates(parse: Parse) -> Iterator[Candidate]:
    """Give what the verbs of a whole text propose."""
    for word in readable_words(parse):
        if word.pos == "VERB" and word.tag != "MD" and word.dep not in _NO_VERB:
            found = _propose(read_verb(parse, word)) if _worth_reading(parse, word) else None
            if found is not None:
                yield found


def _worth_reading(parse: Parse, word: Word) -> bool:
    if word.lemma in load_words("action") and word.lemma != "let" and not _comes_out(parse, word):
        return False
    known = verb_cue(word) is not UNKNOWN or word.lemma in _load_known()
    return known or bool(children(parse, word.i, "ccomp"))


def _comes_out(parse: Parse, word: Word) -> bool:
    """ "Came out in support of the crew", "came out against the tax"."""
    return word.lemma == "come" and any(one.lower == "out" for one in children(parse, word.i, "prt", "advmod"))


@cache
def _load_known() -> frozenset[str]:
    """The verbs that no row names, and that say something together with another word."""
    return frozenset().union(*map(load_words, _KNOWN_BY_GROUP))


def _propose(said: Said) -> Candidate | None:
    if is_passive(said):
        if is_state_of_mind(said.parse, said.verb):
            return None
        return heard_saying(said) or passive(said) or closing_report(said)
    return next((found for rule in _ACTIVE if (found := rule(said)) is not None), None)


def is_passive(said: Said) -> bool:
    """Tell whether a verb is passive, with its auxiliary or as a participle after its noun: "a plan backed by all"."""
    relations = {said.parse.words[c].dep for c in said.parse.children[said.verb.i]}
    if _names_something(said):
        return False
    if relations & {"nsubjpass", "auxpass"}:
        return True
    if said.verb.lemma in ("ask", "tell") and said.verb.dep in ("advcl", "acl") and not relations & {"nsubj", "aux"}:
        return said.verb.tag in ("VBN", "VBD")
    alone = not relations & {"aux", "nsubj", "dobj", "ccomp"}
    return said.verb.tag == "VBN" and said.verb.dep in ("acl", "advcl") and alone


def _names_something(said: Said) -> bool:
    """ "One clerk called Brandt a fraud": a participle that has both a thing and its name is active all the same."""
    named = children(said.parse, said.verb.i, "oprd")
    head = said.parse.words[said.verb.head]
    return said.verb.dep == "acl" and len(named) > 1 and said.verb.i == head.i + 1 and can_speak(said.parse, head)
