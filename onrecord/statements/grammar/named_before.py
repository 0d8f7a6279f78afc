"""Finds who is named right before a finite verb that the parse gives no subject."""

from __future__ import annotations

from onrecord.language import Parse, Word
from onrecord.statements.grammar.branches import ancestors, children
from onrecord.statements.grammar.voices import can_speak

_FINITE = ("VBD", "VBZ", "VBP")
_NAMES = ("NOUN", "PROPN", "PRON", "NUM")
_INSIDE_NAME = ("compound", "appos", "flat", "pobj", "prep", "amod", "nmod", "nummod")
_CLAUSES = ("acl", "relcl")
_INDEPENDENT = ("ROOT", "ccomp", "conj", "dep", "parataxis")
_ASIDE_MARKS = (",", "-", "--", "\u2013", "\u2014")
_LONGEST_CLIMB = 8
_LONGEST_ASIDE = 25
_LONGEST_BRACKET = 20
_NEAR_NAME = 1500  # words; a report, and no book


def find_before(parse: Parse, verb: Word) -> Word | None:
    """Return the word that names whoever stands right before a verb, over adverbs, asides and brackets; else None."""
    name = next((aux for aux in children(parse, verb.i, "aux") if is_misread_name(aux, verb)), None)
    if name is not None:
        return name
    if not _may_be_finite(parse, verb):
        return None
    first = parse.sentences[verb.sentence][0]
    k = verb.i - 1
    while k > first and parse.words[k].pos == "ADV":
        k -= 1
    k = _before_aside(parse, k, first) if parse.words[k].text in _ASIDE_MARKS else k
    while k > first and (parse.words[k].pos in ("ADV", "PART") or parse.words[k].text == ")"):
        k = _before_bracket(parse, k, first) if parse.words[k].text == ")" else k - 1
    return _top_name(parse, parse.words[k], verb) if k >= first else None


def is_misread_name(word: Word, verb: Word) -> bool:
    """ "May said", "Will believes": a modal has a bare verb behind it, so this is somebody's name."""
    return word.tag == "MD" and word.text[0].isupper() and word.i == verb.i - 1 and verb.tag in ("VBD", "VBZ", "VBN")


def _may_be_finite(parse: Parse, verb: Word) -> bool:
    """A finite verb in the active; "wrote" is now and then taken for a participle."""
    if children(parse, verb.i, "auxpass"):
        return False
    bare = verb.tag == "VBN" and verb.dep in _INDEPENDENT and not children(parse, verb.i, "aux")
    return verb.tag in _FINITE or bare


def _before_aside(parse: Parse, k: int, first: int) -> int:
    """Step over a short aside between commas: "Orlova, tired, answered"."""
    for opening in range(k - 1, max(first, k - _LONGEST_ASIDE), -1):
        if parse.words[opening].text == parse.words[k].text:
            return opening - 1
    return k


def _before_bracket(parse: Parse, k: int, first: int) -> int:
    """Step over an aside in brackets: "Senator Orlova (Dorn)"."""
    for opening in range(k - 1, max(first, k - _LONGEST_BRACKET), -1):
        if parse.words[opening].text == "(":
            return opening - 1
    return k - 1


def _top_name(parse: Parse, word: Word, verb: Word) -> Word | None:
    if word.pos not in _NAMES and not _is_known_name(parse, word):
        return None
    named, apposed = word, None
    for _ in range(_LONGEST_CLIMB):
        if word.dep == "appos" and parse.words[word.left - 1].text == "," and can_speak(parse, word):
            apposed = word
        head = parse.words[word.head]
        if head.i == verb.i or head.pos not in (*_NAMES, "ADP", "DET") or word.dep not in _INSIDE_NAME:
            break
        word = head
    described = _described(parse, named, verb)
    if described is not None:
        return described
    if word.pos == "ADP":  # "At Dorn, where it rains, Orlova said": beside the place, and no part of it
        return named if named.dep == "appos" and named.pos in ("PROPN", "NUM") else apposed
    return word


def _described(parse: Parse, last: Word, verb: Word) -> Word | None:
    """ "An official who spoke on terms of secrecy said": whom the clause describes speaks, not its last noun."""
    clause = None
    for above in ancestors(parse, last.i):
        if above.i > last.i or above.right >= verb.i:
            return None
        if clause is not None and above.pos in _NAMES:
            together = all(word.text != "," for word in parse.words[above.i : last.i])
            return above if together and above.right == last.i and can_speak(parse, above) else None
        clause = above if above.dep in _CLAUSES or (above.dep == "amod" and above.i < last.i) else None
    return None


def _is_known_name(parse: Parse, word: Word) -> bool:
    """ "Early said": a word that is a name elsewhere in the report is one here too."""
    if not word.text[0].isupper():
        return False
    near = parse.words[max(0, word.i - _NEAR_NAME) : word.i + _NEAR_NAME]
    return any(other.text == word.text and _is_name(parse, other) for other in near)


def _is_name(parse: Parse, word: Word) -> bool:
    """A word read as a name, or one that follows a first name: "David Early"."""
    return word.pos == "PROPN" or (word.i > 0 and parse.words[word.i - 1].tag == "NNP" and word.pos != "VERB")
