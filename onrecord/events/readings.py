"""Tells the other readings of a word that can name an act: an attack of nerves, a stock exchange, to strike gold."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.events.frames import find_agent, find_children, find_patient, find_prepositional
from onrecord.events.knowledge import load_knowledge
from onrecord.language import Parse, Word

_LOCATED = {"of": frozenset({"of", "by"}), "to": frozenset({"to", "at"}), "in": frozenset({"in"})}
_MODIFIERS = ("compound", "amod", "nmod", "poss", "nummod")


def has_other_reading(parse: Parse, word: Word, kind: str) -> bool:
    """Tell whether what stands beside a verb or noun shows that it names no act between people."""
    known = load_knowledge().other_readings
    rows = {row for name in (word.lemma, word.lower, "*") for row in known.get((kind, name), ())}
    return any(_is_among(parse, w, words) for where, words in rows for w in _beside(parse, word, where))


def _is_among(parse: Parse, word: Word, words: frozenset[str]) -> bool:
    """Look a word up by its lemma, and by its form without "s": the tagger takes "Foxes" for a name."""
    shouted = word.text.isupper() and not any(w.text.isupper() for w in parse.words[word.i + 1 : word.i + 2])
    if shouted or (word.pos == "PROPN" and word.left != word.i):
        return False  # "ICE", "Frank Fox"
    return word.lemma in words or word.lower in words or word.lower.removesuffix("s").removesuffix("e") in words


def _beside(parse: Parse, word: Word, where: str) -> Iterator[Word]:
    """Yield the words in a place beside another, or its subject and object if it is a verb."""
    if where in _LOCATED:
        yield from _with_modifiers(parse, find_prepositional(parse, word, _LOCATED[where]))
    if where in ("before", "around"):
        yield from find_children(parse, word, *_MODIFIERS)
    if where == "around":
        tied = [w for p in find_children(parse, word, "prep") for w in find_children(parse, p, "pobj")]
        yield from _with_modifiers(parse, tied)
    yield from _at_verb(parse, word, where)


def _at_verb(parse: Parse, word: Word, where: str) -> Iterator[Word]:
    head = parse.words[word.head]
    if where == "object of" and word.dep in ("dobj", "nsubjpass"):
        yield head
    if where == "subject of" and word.dep == "nsubj":
        yield head
    if where == "beside":
        verb = word if word.pos == "VERB" else parse.words[head.head] if head.pos == "ADP" else head
        below = [parse.words[c] for c in parse.children[verb.i]]
        yield from (verb, *below, *(w for one in below for w in find_children(parse, one, "pobj", "conj")))
    side = {"object": find_patient, "subject": find_agent}.get(where)
    named = side(parse, word) if side is not None else None
    if named is not None:
        yield named


def _with_modifiers(parse: Parse, nouns: list[Word]) -> list[Word]:
    return [*nouns, *(w for noun in nouns for w in find_children(parse, noun, *_MODIFIERS))]
