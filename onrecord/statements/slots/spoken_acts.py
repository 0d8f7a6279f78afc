"""Reads the act of a statement from its words, where the cue is a plain "said": a question, an order, a promise."""

from __future__ import annotations

from onrecord.language import Parse, Word
from onrecord.records import Act
from onrecord.statements.candidates import Candidate
from onrecord.statements.grammar.negations import (
    find_owner,
    find_predicates,
    find_subjects,
    find_tense,
    is_quoted,
    open_stretch,
)
from onrecord.statements.grammar.trees import children, verb_cue
from onrecord.statements.lexicon import load_words

_DONE_BY_SAYING = ("promise", "warn", "propose", "praise")
_FUTURE = ("will", "would", "shall", "'ll", "\u2019ll", "wo")


def find_spoken_act(parse: Parse, candidate: Candidate) -> Act | None:
    """Return the act that the words of a content are, or None where they only say that something is so."""
    opening = open_stretch(parse, candidate.content)
    if not opening:
        return None
    if _ends_asking(parse, candidate):
        return "ask"
    if any(parse.words[i].lemma in load_words("charging") for i in candidate.source):
        return "accuse"
    main = next(iter(find_predicates(parse, opening)), None)
    if main is None:
        return None
    if is_quoted(parse, candidate) and find_tense(parse, main) == "order" and main.i <= opening[0] + 1:
        return "request"
    return (
        _would_have(parse, candidate, main) or _bind(parse, candidate, main) or _done_by_saying(parse, candidate, main)
    )


def threatens(parse: Parse, candidate: Candidate) -> bool:
    """Tell whether a speaker warns of what he or his side will do: "warned that it would close the strait"."""
    main = next(iter(find_predicates(parse, open_stretch(parse, candidate.content))), None)
    if main is None or find_owner(parse, candidate, main) != "own":
        return False
    return any(word.lower in _FUTURE for word in children(parse, main.i, "aux"))


def _ends_asking(parse: Parse, candidate: Candidate) -> bool:
    last = max(candidate.content)
    return any(word.text.startswith("?") for word in parse.words[max(0, last - 1) : last + 2])


def _would_have(parse: Parse, candidate: Candidate, verb: Word) -> Act | None:
    """ "Insisted that the gate be shut", "suggested that Dorn open a second pier": what is to be, not what is."""
    cue = parse.words[candidate.head].lemma
    bare = all(one.tag == "VB" for one in (verb, *children(parse, verb.i, "aux"))) or _is_to_be(parse, verb)
    should = any(word.lower == "should" for word in children(parse, verb.i, "aux"))
    if not (bare or should) or not find_subjects(parse, verb):
        return None
    return (
        "request" if cue in load_words("insisting") | {"ask"} else "propose" if cue in load_words("proposing") else None
    )


def _is_to_be(parse: Parse, verb: Word) -> bool:
    """ "That the gate be shut"."""
    auxiliaries = children(parse, verb.i, "aux", "auxpass")
    return verb.tag == "VBN" and [one.tag for one in auxiliaries] == ["VB"]


def _bind(parse: Parse, candidate: Candidate, verb: Word) -> Act | None:
    """ "Assured them that it would be paid" promises, "announced that it will close" intends, "we will not" opposes."""
    if not any(word.lower in _FUTURE for word in children(parse, verb.i, "aux")):
        return None
    cue = parse.words[candidate.head].lemma
    if cue in load_words("assuring"):
        return "promise"
    own = find_owner(parse, candidate, verb) == "own"
    if own and children(parse, verb.i, "neg"):
        return "oppose"
    return "intend" if own or cue in load_words("announcing") else None


def _done_by_saying(parse: Parse, candidate: Candidate, verb: Word) -> Act | None:
    """ "We warn", "I propose that", "she was against it": what is said names its act, or the speaker's side."""
    subjects = {word.lower for word in find_subjects(parse, verb)}
    if verb.lemma == "be" and find_owner(parse, candidate, verb) == "own" and "it" not in subjects:
        return _is_for(parse, verb)
    act = next(iter(verb_cue(verb).acts.values()), None)
    plain = verb.tag == "VBP" and not children(parse, verb.i, "aux", "neg")
    return act if subjects & {"i", "we"} and plain and act in _DONE_BY_SAYING else None


def _is_for(parse: Parse, verb: Word) -> Act | None:
    """ "I am for it", "that he was against a second bridge"."""
    for word in children(parse, verb.i, "prep"):
        if word.lower in ("for", "against") and any(one.pos != "ADV" for one in children(parse, word.i, "pobj")):
            against = (word.lower == "against") != bool(children(parse, verb.i, "neg"))
            return "oppose" if against else "support"
    return None
