"""Gives a verb of saying the clause that the parse took apart or hung on another word."""

from __future__ import annotations

from dataclasses import replace

from onrecord.language import Parse, Word
from onrecord.statements.candidates import NONE, Candidate
from onrecord.statements.grammar.quotations import Quoted
from onrecord.statements.grammar.trees import ancestors, children, verb_cue
from onrecord.statements.grammar.voices import can_speak
from onrecord.statements.lexicon import load_words

_FINITE = ("VBD", "VBZ", "VBP", "MD")
_NOMINAL = ("dobj", "dative", "npadvmod", "oprd", "attr", "nsubj")
_STOPS = (".", "!", "?", ";", ":")
_FARTHEST = 14


def regain_clause(parse: Parse, quoted: Quoted, candidate: Candidate) -> Candidate:
    """Give a clause its subject back, and a verb without a clause the one that stands further behind it."""
    verb = parse.words[candidate.head]
    if candidate.rule in ("clause", "open clause") and candidate.content:
        return _with_subject(parse, candidate, verb)
    if candidate.rule == "infinitive" and candidate.content:
        return _with_verb(parse, candidate, verb)
    if candidate.rule != "quotation" or "clause" not in verb_cue(verb).takes:
        return candidate
    clause = _clause_behind(parse, verb)
    if not clause or not candidate.content <= clause:
        return candidate
    return replace(candidate, content=clause - candidate.cue - candidate.source, rule="clause", take="clause")


def _with_subject(parse: Parse, candidate: Candidate, verb: Word) -> Candidate:
    """ "They state their goal is to win": the parse takes the goal for what they state."""
    low, high = max(candidate.cue), min(candidate.content)
    if high == low + 1 and parse.words[high].tag in _FINITE:
        return _with_relative(parse, candidate)
    gap = range(low + 1, high)
    if low != verb.i or not gap or parse.words[high].tag not in _FINITE or candidate.source & set(gap):
        return candidate
    if any(parse.words[i].text in _STOPS for i in gap) or parse.words[high - 1].text == ",":
        return candidate
    if "quotation" not in verb_cue(verb).takes:
        return candidate
    between = [word for word in children(parse, verb.i, *_NOMINAL) if low < word.i < high]
    if not between:
        return candidate
    told = verb.lemma in load_words("telling") and len(between) > 1
    start = between[0].right + 1 if told else low + 1
    return replace(candidate, content=candidate.content | frozenset(range(start, high)))


def _with_relative(parse: Parse, candidate: Candidate) -> Candidate:
    """ "A fee which Orlova said is too high": what is too high is the pronoun before whoever says so."""
    first = min(candidate.source | candidate.cue)
    pronoun = parse.words[first - 1]
    named = _described(parse, candidate, first)
    if named:
        return replace(candidate, content=candidate.content | named)
    if first == 0 or pronoun.tag not in ("WDT", "WP") or not candidate.source or max(candidate.source) > candidate.head:
        return candidate
    return replace(candidate, content=candidate.content | {pronoun.i})


def _described(parse: Parse, candidate: Candidate, first: int) -> frozenset[int]:
    """ "A step they believe could help": what could help is the noun that the clause describes."""
    verb = parse.words[candidate.head]
    noun = parse.words[verb.head]
    if verb.dep != "relcl" or noun.i >= first or noun.right < verb.i or verb.left != first:
        return NONE
    return frozenset(range(noun.left, noun.i + 1)) if candidate.source and max(candidate.source) < verb.i else NONE


def _with_verb(parse: Parse, candidate: Candidate, verb: Word) -> Candidate:
    """ "Said using a boat was unwise": the parse takes the gerund alone for what was said."""
    first, last = min(candidate.content), max(candidate.content)
    stop = parse.sentences[verb.sentence][1]
    speaks = "quotation" in verb_cue(verb).takes and parse.words[first].tag == "VBG" and first > verb.i
    if not speaks or last + 1 >= stop or parse.words[last + 1].tag not in _FINITE:
        return candidate
    more = range(last + 1, stop - (parse.words[stop - 1].pos == "PUNCT"))
    return replace(candidate, content=candidate.content | frozenset(more), rule="clause", take="clause")


def _clause_behind(parse: Parse, verb: Word) -> frozenset[int]:
    """ "Predicted at the rally that the dam will hold", "asked the pilots if they knew": the clause and its mark."""
    asking = verb.lemma in ("ask", "wonder")
    last = min(parse.sentences[verb.sentence][1] - 2, verb.i + _FARTHEST)
    for i in range(verb.i + 1, last):
        word = parse.words[i]
        if word.pos == "VERB" or word.text in (*_STOPS, '"', "\u201c"):
            break
        marks = ("if", "whether") if asking else ("that",)
        if word.lower in marks and parse.words[i + 1].tag not in _FINITE:
            clause = next((w for w in (parse.words[word.head], *ancestors(parse, word.head)) if w.pos == "VERB"), verb)
            if clause.i > i and _leads_to(parse, verb, i):
                return frozenset(range(i, clause.right + 1))
            break
    return NONE


def _leads_to(parse: Parse, verb: Word, mark: int) -> bool:
    """Before the clause stand only a phrase that says where, when and to whom, or the hearer."""
    if mark == verb.i + 1:
        return True
    opening = parse.words[verb.i + 1]
    if opening.pos in ("ADP", "ADV"):
        return True
    hearers = [w for w in children(parse, verb.i, "dobj", "dative") if verb.i < w.i < mark]
    listens = verb.lemma in load_words("telling") | load_words("urging")
    return listens and bool(hearers) and can_speak(parse, hearers[0])
