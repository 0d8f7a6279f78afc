"""Tells what an event is about, and which of a series it is: "the third round of talks on [the pier]"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from onrecord.events.chains import Found, find_content
from onrecord.events.frames import find_children, find_patient, find_prepositional, may_act
from onrecord.events.knowledge import load_knowledge
from onrecord.events.participants import find_extent, is_nobody, name_without_article
from onrecord.language import Parse, Word
from onrecord.records import Named, Participant

_OF = frozenset({"of"})
_DIGITS = re.compile(r"(\d+)(?:st|nd|rd|th)")
_ROMAN = {"ii": 2, "iii": 3, "iv": 4}
_HIGHEST = 1000
_UP = 2
_SUBJECTIVE = ("AGREE", "CONSULT", "SUPPORT", "REJECT", "REQUEST", "ACCUSE", "PROTEST", "THREATEN", "COOPERATE")
_ACTED_ON = ("SUPPORT", "REJECT", "REQUEST", "ACCUSE", "YIELD", "SANCTION", "AGREE", "THREATEN", "COERCE", "COOPERATE")


def find_issue(parse: Parse, found: Found, participants: tuple[Participant, ...]) -> Named | None:
    """Return the proposal, thing or dispute that an event is about; nobody who takes part is one."""
    actors = {one.span.start for one in participants if one.role == "actor"}
    for noun in _candidates(parse, found):
        span = find_extent(parse, noun)
        if _may_be_issue(parse, noun) and span.start not in actors:
            return Named(name=name_without_article(parse, noun, span), span=span)
    return None


def _candidates(parse: Parse, found: Found) -> Iterator[Word]:
    """Yield what "on", "over" tie to the trigger or its noun, what is discussed, and what an operator acts on."""
    about = load_knowledge().words["preposition before an issue"]
    if found.root in _SUBJECTIVE:
        for word in _words(parse, found):
            yield from (w for w in find_prepositional(parse, word, about) if w.dep == "pobj")
    yield from _discussed(parse, found.word)
    if found.root in _ACTED_ON:
        yield from _acted_on(parse, found)


def _words(parse: Parse, found: Found) -> list[Word]:
    patient = find_patient(parse, found.word) if found.word.pos == "VERB" else None
    named = [w for w in (found.object, patient) if w is not None and w.pos == "NOUN"]
    return [found.word, *named]


def _discussed(parse: Parse, word: Word) -> Iterator[Word]:
    """ "Met to discuss [the pier]", "talks that will address [the pier]"."""
    topical = load_knowledge().words["verb with a topic"]
    clauses = find_children(parse, word, "xcomp", "advcl", "relcl", "acl")
    for verb in (word, *clauses):
        topic = find_patient(parse, verb) if verb.lemma in topical and verb.pos == "VERB" else None
        if topic is not None:
            yield topic


def _acted_on(parse: Parse, found: Found) -> Iterator[Word]:
    if found.rule == "events.noun":
        yield from find_prepositional(parse, found.word, _OF)
        return
    content = find_content(parse, found.word) if found.rule in ("events.operator", "events.commitment") else None
    if content is not None and content.pos == "VERB":
        inner = find_patient(parse, content)
        yield from [inner] if inner is not None else []
    patient = content or find_patient(parse, found.word)
    if patient is not None and patient.pos != "VERB":
        yield patient


def _may_be_issue(parse: Parse, noun: Word) -> bool:
    """A thing that is told of: no person, day, number or place of its own, and nothing as empty as "it"."""
    words = load_knowledge().words
    if noun.pos not in ("NOUN", "PROPN") or is_nobody(parse, noun) or noun.lemma in words["time"]:
        return False
    dated = noun.lower.endswith("day") or noun.lower in words["month"] or noun.lemma in words["person"]
    return not dated and noun.lemma not in words["too empty for an issue"] and not may_act(noun)


def find_wave(parse: Parse, found: Found) -> int | None:
    """Return which of a series an event is: "the [third] round of talks", "struck for the [second] time"."""
    for word in _series(parse, found):
        number = _ordinal_of(parse, word)
        if number is not None:
            return number
    return None


def _series(parse: Parse, found: Found) -> Iterator[Word]:
    """Yield the nouns that an ordinal before them would count: the event's own, and "round", "wave" above it."""
    nouns = [w for w in (found.word, found.object) if w is not None and w.pos != "VERB"]
    if found.word.pos == "VERB":
        yield from (w for w in _adverbial(parse, found.word) if w.lemma == "time")
    patient = find_patient(parse, found.word) if found.word.pos == "VERB" and found.object is None else None
    yield from nouns
    for noun in [*nouns, *([patient] if patient is not None else [])]:
        yield from _above(parse, noun)
    if patient is not None and patient.lemma in load_knowledge().words["series"]:
        yield patient


def _above(parse: Parse, noun: Word) -> Iterator[Word]:
    """Yield "round" above "talks" in "the third round of peace talks", and "wave" in "a wave of"."""
    here = noun
    for _ in range(_UP):
        of = parse.words[here.head]
        if here.dep != "pobj" or of.lower != "of":
            return
        here = parse.words[of.head]
        before = parse.words[here.i - 1] if here.i else here
        yield from (w for w in (here, before) if w.lemma in load_knowledge().words["series"])


def _adverbial(parse: Parse, verb: Word) -> list[Word]:
    return [*find_prepositional(parse, verb, frozenset({"for"})), *find_children(parse, verb, "npadvmod")]


def _ordinal_of(parse: Parse, noun: Word) -> int | None:
    """Return the number of a noun: "the [third] visit", "round [two]", "Phase [II]"."""
    before = find_children(parse, noun, "amod", "nummod", "compound", "nmod")
    number = next((n for w in before if (n := read_ordinal(w.lower)) is not None), None)
    if number is not None or noun.lemma not in load_knowledge().words["series"]:
        return number
    behind = "".join(word.lower for word in parse.words[noun.i + 1 : noun.i + 2])
    return _ROMAN.get(behind) or _cardinals().get(behind) or _digits(behind)


def read_ordinal(word: str) -> int | None:
    """Return the number of "third", "3rd", "twenty-first"; None for any other word."""
    match = _DIGITS.fullmatch(word)
    number = int(match[1]) if match else _ordinals().get(word)
    return number if number is not None and number < _HIGHEST else None


def _digits(word: str) -> int | None:
    return int(word) if word.isascii() and word.isdigit() and len(word) < len(str(_HIGHEST)) else None


@cache
def _ordinals() -> dict[str, int]:
    return {ordinal: int(number) for number, ordinal, _ in _rows()}


@cache
def _cardinals() -> dict[str, int]:
    return {cardinal: int(number) for number, _, cardinal in _rows()}


def _rows() -> list[list[str]]:
    lines = (files("onrecord.events") / "ordinals.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines[1:] if line]
