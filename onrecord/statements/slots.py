"""Reads the smaller facts of an attribution: who was told, whether it denies, which act, how it is hedged."""

from __future__ import annotations

from onrecord.language import Parse, Word
from onrecord.records import Act, Speech
from onrecord.statements.candidates import NONE, Candidate
from onrecord.statements.lexicon import UNKNOWN, Cue, load_cues, load_words
from onrecord.statements.quotations import Quoted
from onrecord.statements.trees import children, source_words

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


def find_addressee(parse: Parse, candidate: Candidate) -> frozenset[int]:
    """Return the words for whom something was said, asked or offered to; nobody where only the content names them."""
    if candidate.addressee:
        return candidate.addressee
    verb = parse.words[candidate.head]
    if verb.tag == "VBN" and children(parse, verb.i, "auxpass"):
        return NONE
    if verb.pos != "VERB" or verb.lemma not in load_words("addressing") | {"say", "add", "explain", "discuss"}:
        return NONE
    told = NONE.union(*candidate.relays)
    for word in _hearers(parse, verb):
        named = source_words(parse, word, None) - candidate.cue
        somebody = word.tag != "WDT" and word.lower != "it" and word.lemma not in load_words("not_hearer")
        wanted = candidate.take == "object" and named <= candidate.content
        if not named & (told | candidate.source) and somebody and not wanted:
            return named
    return NONE


def _hearers(parse: Parse, verb: Word) -> list[Word]:
    if verb.lemma in load_words("telling") | load_words("urging"):
        direct = [w for w in children(parse, verb.i, "dobj", "dative") if w.i > verb.i and w.pos != "ADP"]
        if verb.lemma in load_words("urging") and not children(parse, verb.i, "xcomp", "ccomp", "advcl", "prep"):
            direct = []
        inner = [
            subject
            for clause in children(parse, verb.i, "ccomp")
            if clause.tag == "VB" and verb.lemma in load_words("urging")
            for subject in children(parse, clause.i, "nsubj")
            if any(aux.tag == "TO" for aux in children(parse, clause.i, "aux"))
        ]
        if direct or inner:
            return direct or inner
    to = [p for p in children(parse, verb.i, "prep", "dative") if _leads_to_hearer(verb, p)]
    spoken_to = [w for p in to for w in children(parse, p.i, "pobj")]
    met = _partners(parse, verb)
    given = [w for w in children(parse, verb.i, "dative") if w.pos != "ADP" and w.i > verb.i]
    return given or [w for w in spoken_to if w.tag in ("NNP", "NNPS", "NNS", "PRP", "NN")] or met


def _partners(parse: Parse, verb: Word) -> list[Word]:
    """Whom somebody meets hears the words: "during talks with Orlova he proposed"."""
    return [
        partner
        for when in children(parse, verb.i, "prep")
        for meeting in children(parse, when.i, "pobj")
        if when.lower in ("in", "during", "at") and meeting.lemma in load_words("meeting")
        for within in children(parse, meeting.i, "prep")
        if within.lower == "with"
        for partner in children(parse, within.i, "pobj")
    ]


def _leads_to_hearer(verb: Word, preposition: Word) -> bool:
    called = verb.lemma == "call" and preposition.lower in ("on", "upon")
    return preposition.i > verb.i and (called or (preposition.lower == "to" and verb.lemma != "call"))


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
