"""Finds what a stretch of speech says is not so: the predicate, what negates it, and the thing it falls on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.language import Parse, Word
from onrecord.statements.candidates import Candidate
from onrecord.statements.grammar.trees import children
from onrecord.statements.lexicon import load_words

Kind = Literal["not", "never", "neither", "at no", "there is no", "no subject", "no object", "untrue", "unaware"]
Tense = Literal["modal", "habit", "order", "past", "perfect", "going on", "present"]
_TOLD = ("acomp", "attr", "oprd")
_SUBJECTS = ("nsubj", "nsubjpass")
_MARKS = "\"'\u2018\u2019\u201c\u201d\u201e\u00ab\u00bb"
LAYOUT = ("headline", "colon", "lost marks", "caption")
_AUXILIARIES = ("aux", "auxpass")


@dataclass(frozen=True, slots=True)
class Negation:
    """A predicate that is said not to hold. `thing` is the word that "no", "nothing" or the meaning of "not" is in."""

    kind: Kind
    verb: Word
    thing: Word | None = None


def find_negations(parse: Parse, words: Sequence[int]) -> list[Negation]:
    """Return what a stretch negates, in its main clause and in those joined to it, in the order of the text."""
    return [one for verb in find_predicates(parse, words) for one in _negations(parse, verb)]


def open_stretch(parse: Parse, words: frozenset[int]) -> list[int]:
    """Return the first sentence of a stretch, without a word that only leads into it ("No, ...", "Well, ...")."""
    left = sorted(words)
    while left and (not parse.words[left[0]].text[0].isalnum() or parse.words[left[0]].dep == "intj"):
        left = left[1:]
    return [i for i in left if parse.words[i].sentence == parse.words[left[0]].sentence] if left else []


def find_predicates(parse: Parse, words: Sequence[int]) -> list[Word]:
    """Return the main verb of a stretch, whose head lies outside of it, and the verbs that are joined to it."""
    inside = set(words)
    for i in words:
        word = parse.words[i]
        tops = word.pos == "VERB" and (word.head not in inside or word.head == i) and word.dep not in _AUXILIARIES
        if tops and not _is_condition(parse, word):
            return [word, *(one for one in children(parse, i, "conj") if one.pos == "VERB" and one.i in inside)]
    return []


def _is_condition(parse: Parse, verb: Word) -> bool:
    """ "If they did not vote", "because it did not rain", "which had no doors": no main clause.

    "The assurance that no money was owed" tells what is assured.
    """
    before = [one for one in children(parse, verb.i, "mark", "advmod") if one.i < verb.i]
    marks = [one.lower for one in before if parse.words[one.i - 1].lower != "never"]  # "never once"
    told = verb.dep in ("relcl", "acl") and "that" not in marks
    return told or bool(load_words("condition").intersection(marks))


def find_tense(parse: Parse, verb: Word) -> Tense:
    """Tell whether a verb tells of what was, what is, what is done again and again, or what may be or is ordered."""
    auxiliaries = children(parse, verb.i, *_AUXILIARIES)
    if any(one.tag == "MD" for one in auxiliaries):
        return "modal"
    if any(one.lemma == "do" for one in auxiliaries):
        past = any(one.tag == "VBD" for one in auxiliaries)
        return "past" if past else "habit" if find_subjects(parse, verb) else "order"
    if any(one.lemma == "have" for one in auxiliaries):
        return "perfect"
    if any(one.lower == "being" for one in auxiliaries):
        return "going on"
    if verb.tag == "VBG":
        return "modal" if verb.lemma == "go" and children(parse, verb.i, "xcomp") else "going on"
    tag = auxiliaries[0].tag if auxiliaries else verb.tag
    if tag == "VB" and not find_subjects(parse, verb):
        return "order"
    return "past" if tag in ("VBD", "VBN") else "present"


def find_subjects(parse: Parse, verb: Word) -> list[Word]:
    """Return the subjects of a verb, those of the verb it is joined to where it has none."""
    own = children(parse, verb.i, *_SUBJECTS)
    joined = verb.dep == "conj" and parse.words[verb.head].pos == "VERB"
    return own or (children(parse, verb.head, *_SUBJECTS) if joined else [])


def _negations(parse: Parse, verb: Word) -> Iterator[Negation]:
    for child in children(parse, verb.i, "neg", "advmod", "preconj", "cc", "det"):
        if child.i > verb.i and verb.lemma != "be":
            continue
        if child.lower == "nowhere" or (child.lower in load_words("not") and not _is_apart(parse, child, verb)):
            yield Negation("not", verb)
        elif child.lower == "never" or _is_never(parse, child):
            yield Negation("never", verb)
        elif child.lower in ("neither", "nor"):
            yield Negation("neither", verb)
    yield from _without_any(parse, verb)
    yield from _in_other_words(parse, verb)


def _is_never(parse: Parse, adverb: Word) -> bool:
    """ "Had never so much as met him", "never once saw it": the word stands with another adverb."""
    return adverb.i > 0 and any(word.lower == "never" for word in children(parse, adverb.i, "neg", "advmod"))


def _is_apart(parse: Parse, negation: Word, verb: Word) -> bool:
    """ "Of course not, I asked for it": the comma parts the answer from what was done."""
    between = range(min(negation.i, verb.i), max(negation.i, verb.i))
    return negation.i < verb.i and any(parse.words[i].text in (",", ";", ".") for i in between)


def _without_any(parse: Parse, verb: Word) -> Iterator[Negation]:
    existential = bool(children(parse, verb.i, "expl"))
    for subject in children(parse, verb.i, *_SUBJECTS):
        if has_no(parse, subject):
            yield Negation("there is no" if existential else "no subject", verb, subject)
    for thing in children(parse, verb.i, "dobj", "attr", "dative"):
        if has_no(parse, thing):
            yield Negation("there is no" if existential else "no object", verb, thing)
    for preposition in children(parse, verb.i, "prep", "agent"):
        for thing in children(parse, preposition.i, "pobj"):
            if has_no(parse, thing):
                yield Negation("at no" if preposition.i < verb.i else "no object", verb, thing)


def _in_other_words(parse: Parse, verb: Word) -> Iterator[Negation]:
    """ "Is false", "are without foundation", "was unaware of it": negations without a negating word."""
    if verb.lemma not in ("be", "remain"):
        return
    told = children(parse, verb.i, *_TOLD)
    joined = [one for first in told for one in children(parse, first.i, "conj")]
    for word in (*told, *joined):
        if {word.lower, word.lemma} & load_words("untrue"):
            yield Negation("untrue", verb, word)
        elif word.lower in load_words("unaware"):
            yield Negation("unaware", verb, word)
    for preposition in children(parse, verb.i, "prep"):
        if preposition.lower == "without":
            yield from (Negation("untrue", verb, one) for one in _founded(parse, preposition))


def _founded(parse: Parse, preposition: Word) -> list[Word]:
    return [one for one in children(parse, preposition.i, "pobj") if one.lemma in load_words("foundation")]


def has_no(parse: Parse, word: Word) -> bool:
    """Tell whether there is none of a thing: "no contact", "not one pump", "not a single letter", "nothing"."""
    if word.lower in load_words("nothing"):
        after = parse.words[word.i + 1] if word.i + 1 < len(parse.words) else word
        return after.lower not in ("but", "except")  # "demanded nothing but the names"
    near = [one.lower for one in parse.words[word.left : word.i] if one.pos != "PUNCT"]
    counted = near[1:2] in (["one"], ["a"], ["single"]) or word.lower == "one"
    return near[:1] in (["no"], ["neither"]) or (near[:1] == ["not"] and counted)


def find_owner(parse: Parse, candidate: Candidate, verb: Word) -> str:
    """Tell whether the speaker or his side would have done it: "we", "he", "its ships", a name that is in his title."""
    if any(one.tag == "TO" for one in children(parse, verb.i, "aux")):
        return "own"  # "swore never to have met him"
    for subject in find_subjects(parse, verb)[:1]:
        near = {parse.words[i].lower for i in range(subject.left, subject.right + 1)}
        named = {parse.words[i].lower for i in candidate.source if parse.words[i].pos == "PROPN"}
        if near & find_own_words(parse, candidate) or subject.lower in named:
            return "own"
        if _is_spoken_for(parse, candidate, subject):
            return "own"
        if subject.lower in load_words("generic"):
            return "generic"
        if subject.lower in load_words("pointing"):
            return "this"
        return "nobody" if has_no(parse, subject) else "other"
    return "nobody"


def _is_spoken_for(parse: Parse, candidate: Candidate, subject: Word) -> bool:
    """ "His client", "Dorn Steel", "the company" in the mouth of a lawyer or spokesman who names nobody else's side."""
    spokesmen = [parse.words[i] for i in candidate.source if parse.words[i].lemma in load_words("advocate")]
    links = [one for word in spokesmen for one in children(parse, word.i, "prep")]
    sides = [thing for one in links for thing in children(parse, one.i, "pobj")]
    if not spokesmen or any(side.pos == "PROPN" for side in sides):
        return False
    return subject.pos == "PROPN" or subject.lemma in load_words("client")


def is_quoted(parse: Parse, candidate: Candidate) -> bool:
    """Tell whether the content opens as a quotation, or is the speaker's own by its layout."""
    start = min(candidate.content)
    around = [parse.words[i] for i in (start - 1, start) if i >= 0]
    return candidate.rule in LAYOUT or any(word.pos == "PUNCT" and word.text[0] in _MARKS for word in around)


def find_own_words(parse: Parse, candidate: Candidate) -> frozenset[str]:
    """Return the pronouns of the speaker's side: "we"; where the report retells it, "he" and "its" may be it too."""
    if is_quoted(parse, candidate):
        return load_words("first_person")
    pronouns = [parse.words[i].lower for i in candidate.source if parse.words[i].tag == "PRP"]
    if len(candidate.source) == 1 and pronouns:
        return load_words("first_person") | load_words(f"own_{pronouns[0]}")
    return load_words("first_person") | load_words("own") | load_words("owner")
