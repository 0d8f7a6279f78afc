"""Tells whether one statement goes on where another left off: the same speaker, the same letter, the same occasion."""

from __future__ import annotations

from onrecord.language import Parse, Word
from onrecord.statements.candidates import Candidate
from onrecord.statements.grammar.trees import SUBJECTS, children
from onrecord.statements.grammar.voices import head_of, is_person_noun
from onrecord.statements.lexicon import load_voices, load_words
from onrecord.statements.slots.addressees import find_addressee

_PROPER = ("NNP", "NNPS")
_PLURAL = ("they", "them")
_THING = ("it", "its")
_ANYBODY = ("man", "woman", "person", "boy", "girl")
_RECALLING = ("the", "this", "that", "same")
_NEAR = 3
_SCENES = ("as", "while", "after", "before", "during", "when", "once", "since")
_ASKED = ("asked", "pressed", "for", "to")


def names_of(parse: Parse, candidate: Candidate) -> frozenset[str]:
    """Return the proper names of a source in lower case, without those it belongs to: "the Orlova government"."""
    named = (parse.words[i] for i in candidate.source)
    return frozenset(word.lower for word in named if word.tag in _PROPER and not _qualifies(parse, word))


def _qualifies(parse: Parse, word: Word) -> bool:
    head = parse.words[word.head]
    return word.dep == "poss" or (word.dep in ("compound", "nmod", "amod") and head.tag in ("NN", "NNS"))


def is_pronoun(parse: Parse, candidate: Candidate) -> bool:
    """Tell whether the source is nothing but a pronoun."""
    return all(parse.words[i].lower in load_words("pronoun") for i in candidate.source)


def paragraphs_between(parse: Parse, a: int, b: int) -> int:
    """Count the line breaks between two cues; blank lines count once."""
    low, high = sorted((parse.words[a].start, parse.words[b].start))
    return sum(1 for line in parse.text[low:high].split("\n")[1:] if line.strip())


def is_stamped(parse: Parse, candidate: Candidate, before: Candidate) -> bool:
    """Tell whether a statement stands in another entry of a diary or live report: "04.31 The general says"."""
    first = max((start for start, last in parse.paragraphs if start <= candidate.head < last), default=0)
    if first <= before.head:
        return False
    stamp = parse.words[first].text
    return stamp[0].isdigit() and (any(mark in stamp for mark in ":.") or stamp[-1] in "mM" or stamp.isdigit())


def is_closed(parse: Parse, candidate: Candidate) -> bool:
    """Tell whether a statement has an occasion of its own: another time, other hearers, or only rumour for it."""
    hedged = any(parse.words[i].lower in load_words("hedge") for i in (*candidate.cue, *parse.children[candidate.head]))
    return hedged or _is_dated(parse, candidate) or _has_hearers(parse, candidate) or _is_reached(parse, candidate)


def _is_dated(parse: Parse, candidate: Candidate) -> bool:
    """A sentence that opens with its own time tells of another occasion."""
    first, last = parse.sentences[parse.words[candidate.head].sentence]
    opening = parse.words[first : min(first + 3, last)]
    scene = opening[0].lower in _SCENES and opening[1].lower not in _ASKED if len(opening) > 1 else False
    return scene or any(word.lower in load_words("earlier") | load_words("time") for word in opening)


def _has_hearers(parse: Parse, candidate: Candidate) -> bool:
    heard = find_addressee(parse, candidate)
    if is_pronoun(parse, candidate):
        gathered = load_words("listener") | load_words("occasion")
        return any(parse.words[i].lemma in gathered or parse.words[i].tag in _PROPER for i in heard)
    return any(parse.words[i].tag not in ("PRP", "DT") for i in heard)


def _is_reached(parse: Parse, candidate: Candidate) -> bool:
    """ "Said when reached by telephone", "said at a news conference": the report has it itself, or from there."""
    verb = parse.words[candidate.head]
    after = parse.words[verb.i + 1 : verb.i + 1 + _NEAR]
    reached = any(word.lemma in load_words("contact") and word.tag in ("VBN", "VBD") for word in after)
    places = (p for p in children(parse, verb.i, "prep") if p.lower in ("in", "on", "at", "during"))
    held = [noun for p in places for noun in children(parse, p.i, "pobj")]
    return reached or any(noun.lemma in load_words("occasion") or _is_new_text(parse, noun) for noun in held)


def _is_new_text(parse: Parse, noun: Word) -> bool:
    """ "In a video": another one than was spoken of."""
    new = any(word.lower in ("a", "an") for word in children(parse, noun.i, "det"))
    return new and noun.tag == "NN" and noun.lemma in load_words("told_noun")


def is_recalled(parse: Parse, first: Candidate, later: Candidate) -> bool:
    """Tell whether "the nurse" can only be "a nurse" whom an outlet quoted before: nobody else knows of her."""
    if not first.source or names_of(parse, first):
        return False
    head, again = head_of(parse, first.source), head_of(parse, later.source)
    anybody = again.lemma in _ANYBODY and is_person_noun(head)
    definite = parse.words[min(later.source)].lower in _RECALLING and len(later.source) <= 3
    return definite and again.tag == head.tag and (again.lemma == head.lemma or anybody)


def is_within(parse: Parse, first: Candidate, later: Candidate) -> bool:
    """Tell whether a statement is of the letter that came by the relay: "the memo's author", "it reads"."""
    if not 0 < parse.words[later.head].sentence - parse.words[first.head].sentence <= 1:
        return False
    head = head_of(parse, later.source)
    start, _ = parse.sentences[parse.words[first.head].sentence]
    texts = {w.lemma for w in parse.words[start : later.head] if w.tag == "NN" and w.sentence < head.sentence}
    texts = {lemma for lemma in texts if load_voices().get(lemma) == "document"}
    owners = children(parse, head.i, "poss")
    start, _ = parse.sentences[head.sentence]
    nearer = any(w.dep in SUBJECTS and w.pos in ("NOUN", "PROPN") for w in parse.words[start : min(later.source)])
    its = _is_text(parse, first) and not nearer  # "the firm said it held; its chief added": the firm's
    if any(owner.lemma in texts or (owner.lower == "its" and its) for owner in owners):
        return True
    return _is_text(parse, first) and len(later.source) <= 2 and (head.lower == "it" or head.lemma in texts)


def _is_text(parse: Parse, candidate: Candidate) -> bool:
    return bool(candidate.source) and load_voices().get(head_of(parse, candidate.source).lemma) == "document"
