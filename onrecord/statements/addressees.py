"""Finds whom something is said to: the object of telling, the one after "to", the partner of a talk or a letter."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.language import Parse, Word
from onrecord.statements.candidates import NONE, Candidate
from onrecord.statements.lexicon import load_voices, load_words
from onrecord.statements.trees import children, source_words, verb_cue
from onrecord.statements.voices import can_speak, is_person_noun

_OCCASIONS = ("in", "during", "at", "after", "on")
_NOUNS = ("NNP", "NNPS", "NNS", "PRP", "NN", "DT", "CD")
_REPORTED = ("clause", "quotation", "infinitive", "object_infinitive")


def find_addressee(parse: Parse, candidate: Candidate) -> frozenset[int]:
    """Return the words for whom something was said, asked or offered to; nobody where only the content names them."""
    if candidate.addressee:
        return candidate.addressee
    verb = parse.words[candidate.head]
    if verb.pos != "VERB" or (verb.tag == "VBN" and children(parse, verb.i, "auxpass")):
        return NONE
    if "speech" not in verb_cue(verb).classes and verb.lemma not in load_words("addressing"):
        return NONE
    for word in _hearers(parse, verb, candidate):
        said = candidate.cue if word.i in candidate.content else candidate.cue | candidate.content
        named = _place_cut(parse, word, source_words(parse, word, None) - said)
        somebody = word.tag != "WDT" and word.lower != "it" and word.lemma not in load_words("not_hearer")
        wanted = candidate.take == "object" and named <= candidate.content
        if named and not named & candidate.source and somebody and not wanted:
            return named
    return NONE


def _place_cut(parse: Parse, word: Word, named: frozenset[int]) -> frozenset[int]:
    """ "A news conference in Dorn" is told wherever it is held; "an official in Dorn" is one of that place."""
    if is_person_noun(word) or word.pos == "PROPN":
        return named
    places = [p.i for p in children(parse, word.i, "prep") if p.lower in ("in", "at", "on") and p.i > word.i]
    return frozenset(i for i in named if not places or i < places[0])


def _hearers(parse: Parse, verb: Word, candidate: Candidate) -> Iterator[Word]:
    yield from _told(parse, verb, candidate)
    for child in children(parse, verb.i, "dative"):
        if child.pos != "ADP" and child.i > verb.i:
            yield child
    for preposition in children(parse, verb.i, "prep", "dative"):
        if _leads_to_hearer(verb, preposition):
            yield from (w for w in children(parse, preposition.i, "pobj") if _is_somebody(parse, w))
    yield from _partners(parse, verb)
    for opening in children(parse, verb.i, "advcl"):
        if opening.tag == "VBG" and opening.lemma in ("speak", "talk", "write", "address"):
            to = [p for p in children(parse, opening.i, "prep") if p.lower == "to"]
            yield from (w for p in to for w in children(parse, p.i, "pobj"))


def _told(parse: Parse, verb: Word, candidate: Candidate) -> Iterator[Word]:
    """The object of a verb of telling or urging, also where the parse makes it the subject of what is wanted."""
    urging = verb.lemma in load_words("urging")
    known = urging or verb.lemma in load_words("telling")
    complete = not urging or bool(children(parse, verb.i, "xcomp", "ccomp", "advcl", "prep"))
    for word in children(parse, verb.i, "dobj", "dative"):
        person = is_person_noun(word) or word.pos == "PROPN" or word.tag == "PRP"
        fits = (known and complete) or (person and candidate.take in _REPORTED)
        if word.i > verb.i and word.pos != "ADP" and fits:
            yield word
    for clause in children(parse, verb.i, "ccomp") if urging else []:
        if clause.tag == "VB" and any(aux.tag == "TO" for aux in children(parse, clause.i, "aux")):
            yield from children(parse, clause.i, "nsubj")


def _is_somebody(parse: Parse, word: Word) -> bool:
    kind = load_voices().get(word.lemma)
    return word.tag in _NOUNS and kind not in ("document", "no person") and can_speak(parse, word)


def _partners(parse: Parse, verb: Word) -> Iterator[Word]:
    """Whom somebody meets or writes to hears the words: "during talks with Orlova", "in a letter to the council"."""
    occasions = [when for when in children(parse, verb.i, "prep") if when.lower in _OCCASIONS]
    for meeting in (noun for when in occasions for noun in children(parse, when.i, "pobj")):
        if meeting.lemma in load_words("meeting"):
            yield from _present_at(parse, meeting)


def _present_at(parse: Parse, meeting: Word) -> Iterator[Word]:
    written = load_voices().get(meeting.lemma) == "document"
    for within in children(parse, meeting.i, "prep"):
        if within.lower == ("to" if written else "with") or (within.lower == "to" and meeting.lemma == "call"):
            yield from children(parse, within.i, "pobj")


def _leads_to_hearer(verb: Word, preposition: Word) -> bool:
    called = verb.lemma == "call" and preposition.lower in ("on", "upon")
    at = preposition.lower == "at" and verb.lemma in ("shout", "yell", "scream", "bark", "snap")
    return preposition.i > verb.i and (called or at or (preposition.lower == "to" and verb.lemma != "call"))
