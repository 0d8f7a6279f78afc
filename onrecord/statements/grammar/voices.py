"""Tells who can speak, so that nothing is put into the mouth of a bay, a number or a question word."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.language import Parse, Word
from onrecord.statements.lexicon import load_voices, load_words

_SHORT = 4
_SHARES = ("percent", "%")  # "44 percent back the plan": of those who were asked
_PERSON_ENDINGS = ("ist", "ian", "man", "men", "woman", "women", "person", "people", "crat", "eer", "er", "or", "ee")
_PROPER = ("NNP", "NNPS", "PRP", "PRP$")
_PRONOUNS = ("CD", "JJ", "DT", "JJR", "JJS")


def head_of(parse: Parse, words: Iterable[int]) -> Word:
    """Return the word that a phrase hangs on: the one whose head lies outside of it."""
    inside = set(words)
    found = (parse.words[i] for i in sorted(inside))
    return next((w for w in found if w.head not in inside or w.head == w.i), parse.words[max(inside)])


def can_speak(parse: Parse, head: Word) -> bool:
    """Tell whether a phrase with this head is somebody, a body or a document: by name, by pronoun or by its noun."""
    if head.tag in _PROPER or head.text[0].isupper():
        return True
    counted = _counted(parse, head)
    if counted is not None:
        return can_speak(parse, counted)
    kinds = load_voices()
    kind = kinds.get(head.lower) or kinds.get(head.lemma)
    if kind is not None:
        return kind != "no person" or _is_share(parse, head) or _is_called(parse, head)
    return head.tag in _PRONOUNS or head.lower in _SHARES or is_person_noun(head) or _is_called(parse, head)


def _is_called(parse: Parse, head: Word) -> bool:
    """ "His opposite number, Hedda Lund,": a noun set beside a name is whoever bears it."""
    return any(
        parse.words[c].dep == "appos"
        and parse.words[c].tag == "NNP"
        and parse.words[parse.words[c].left - 1].text == ","
        for c in parse.children[head.i]
    )


def _counted(parse: Parse, head: Word) -> Word | None:
    """ "A number of members", "dozens of boats": what is counted speaks, or does not."""
    for c in parse.children[head.i]:
        of = parse.words[c]
        if of.lower == "of" and (head.tag == "CD" or head.lemma in load_words("quantity")):
            return next((parse.words[k] for k in parse.children[c] if parse.words[k].dep == "pobj"), None)
    return None


def _is_share(parse: Parse, head: Word) -> bool:
    """ "A third", "three-quarters": of those who were asked; "the quarter" is a part of the town or the year."""
    opening = parse.words[head.left]
    return head.lemma in load_words("fraction") and opening.lower != "the" and head.left < head.i


def is_person_noun(word: Word) -> bool:
    """Tell whether a noun names a person: listed as one, or made like "farmer", "chemist" or "trustee"."""
    kind = load_voices().get(word.lemma)
    return kind == "person" or (kind is None and len(word.lemma) > _SHORT and word.lemma.endswith(_PERSON_ENDINGS))
