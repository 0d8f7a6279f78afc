"""Reads the smaller facts of an attribution: who was told, whether it denies, which act, how it is hedged."""

from __future__ import annotations

from onrecord.language import Parse, Word
from onrecord.records import Act, Speech
from onrecord.statements.candidates import Candidate
from onrecord.statements.lexicon import UNKNOWN, Cue, load_cues, load_words
from onrecord.statements.quotations import Quoted

_OPPOSITE: dict[Act, Act] = {"support": "oppose", "oppose": "support", "praise": "criticise"}
_DIRECT = 0.9
_UNQUOTED_SPEECH = ("lost marks", "caption")


def cue_of(parse: Parse, candidate: Candidate) -> Cue:
    """Return the row of the cue table that the head of a candidate stands for."""
    word = parse.words[candidate.head]
    classes = {"NOUN": "noun", "ADJ": "adjective"}
    lemma = word.lower if word.pos == "ADJ" else word.lemma
    return load_cues().get((lemma, classes.get(word.pos, "verb")), UNKNOWN)


def find_act(parse: Parse, candidate: Candidate) -> Act:
    """Return which act a candidate reports; a negated stance is the opposite one."""
    if candidate.act is not None:
        return candidate.act
    cue = cue_of(parse, candidate)
    act = cue.acts[candidate.take] if candidate.take in cue.acts else _first_act(cue)
    if candidate.rule == "light verb":
        act = _noun_act(parse, candidate, act)
    if _asks(parse, candidate, act):
        return "ask"
    return _OPPOSITE.get(act, act) if is_negated(parse, candidate) else act


def _first_act(cue: Cue) -> Act:
    return next(iter(cue.acts.values())) if cue.acts else "assert"


def _noun_act(parse: Parse, candidate: Candidate, act: Act) -> Act:
    for i in sorted(candidate.cue):
        cue = load_cues().get((parse.words[i].lemma, "noun"), UNKNOWN)
        if "light" in cue.acts:
            return cue.acts["light"]
    return act


def _asks(parse: Parse, candidate: Candidate, act: Act) -> bool:
    """To ask whether is a question, to ask for or to is a request."""
    if parse.words[candidate.head].lemma != "ask" or candidate.take == "object_infinitive" or not candidate.content:
        return False
    if candidate.take in ("clause", "quotation", "passive"):
        return parse.words[min(candidate.content)].lower not in ("to", "that")
    return act == "ask"


def is_negated(parse: Parse, candidate: Candidate) -> bool:
    """Tell whether the cue itself is negated: "did not say", "is not against"."""
    return any(parse.words[i].lower in load_words("negation") for i in candidate.cue)


def find_hedge(parse: Parse, candidate: Candidate) -> Word | None:
    """Return the adverb that keeps a report at a distance: "reportedly"."""
    near = (*parse.children[candidate.head], *candidate.cue)
    return next((parse.words[i] for i in near if parse.words[i].lower in load_words("hedge")), None)


def find_speech(quoted: Quoted, candidate: Candidate, parse: Parse) -> Speech:
    """Tell whether the content is the speaker's own words, the reporter's, or both."""
    words = [i for i in candidate.content if parse.words[i].pos != "PUNCT"]
    within = sum(quoted.inside[i] >= 0 and quoted.inside[i] != quoted.inside[candidate.head] for i in words)
    if candidate.rule in _UNQUOTED_SPEECH or (words and within >= _DIRECT * len(words)):
        return "direct"
    return "mixed" if within else "indirect"
