"""Folds operators over what they act on, from the inside out: refuse, promise, demand, suspend + an event."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.events.fits import find_among
from onrecord.events.frames import (
    find_agent,
    find_children,
    find_patient,
    find_prepositional,
    is_passive,
    stands_for_itself,
)
from onrecord.events.knowledge import Sense, load_knowledge
from onrecord.events.readings import has_other_reading
from onrecord.events.senses import find_lemmas, find_light_sense, find_noun_sense, find_verb_sense, is_empty
from onrecord.language import Parse, Word
from onrecord.records import Span

_GOOD = frozenset(("AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD"))
_ABOUT = frozenset(("for", "on", "to", "from", "over", "of", "with", "against", "upon"))
_INSIDE = frozenset(("of", "on", "for", "with", "to"))
_DEPTH = 4
_QUESTIONS = frozenset(("whether", "if", "what", "why", "how", "when", "where", "who", "which"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A word that triggers an event. `object` is the noun of a light verb or what an operator acts on.

    `by` is who commits, where that is not the one who acts.
    """

    word: Word
    span: Span
    root: str
    subtype: str
    sense: Sense | None
    object: Word | None
    rule: str
    by: Word | None = None


def read_verb(parse: Parse, verb: Word, depth: int = _DEPTH) -> Found | None:
    """Return the event that a verb tells of: an operator's with what it acts on, a sense's, or a light verb's noun."""
    if verb.lemma not in load_knowledge().heads or verb.dep in ("amod", "compound", "aux", "auxpass", "nmod"):
        return None
    if has_other_reading(parse, verb, "verb"):
        return None
    operators = load_knowledge().operators
    for lemma in find_lemmas(parse, verb):
        operated = _operate(parse, verb, lemma, operators[lemma], depth) if lemma in operators else None
        if operated is not None:
            return operated
    sensed = find_verb_sense(parse, verb)
    if sensed is not None:
        sense, noun = sensed
        return _found(parse, verb, sense, noun, "events.verb" if noun is None else "events.object")
    light = find_light_sense(parse, verb)
    return _found(parse, verb, *light, "events.light") if light else None


def _found(parse: Parse, verb: Word, sense: Sense, noun: Word | None, rule: str) -> Found:
    themselves = noun is not None and stands_for_itself(noun, sense)
    span = Span(start=verb.start, end=verb.end)
    if noun is not None and not themselves:
        near = 0 < noun.i - verb.i <= 3 and noun.end > verb.end
        empty = is_empty(parse, verb, noun)
        start = verb.start if near or not empty else noun.start
        span = Span(start=start, end=noun.end if near or empty else verb.end)
    root = sense.root
    if root == "MOBILIZE" and any(w.lower.startswith("peacekeep") for w in parse.words[verb.left : verb.right + 1]):
        root = "AID"
    return Found(word=verb, span=span, root=root, subtype=sense.subtype, sense=sense, object=noun, rule=rule)


def _operate(parse: Parse, verb: Word, lemma: str, operation: str, depth: int) -> Found | None:
    content, agent = find_content(parse, verb), find_agent(parse, verb)
    if not depth or (agent is None and not is_passive(parse, verb) and depth == _DEPTH):
        return None
    if agent is not None and agent.lemma in load_knowledge().words["abstract"]:
        return None
    if agent is not None and agent.lower == "it" and content is not None and content.lemma == "be":
        return None  # "it promised to be a fine day"
    if lemma == "agree" and content is not None and content.dep == "ccomp" and content.tag in ("VBD", "VBZ", "VBP"):
        return None  # "agreed that the soup was cold"
    if operation == "offer" and content is not None and content.lemma in load_knowledge().words["offered in words"]:
        return None
    if lemma in ("ask", "call", "press", "push", "pressure") and not _asks(parse, verb):
        return None
    if lemma in ("call on", "call upon") and not _asks_to_act(parse, verb):
        return None
    if lemma == "insist" and content is not None and content.dep == "ccomp" and content.tag != "VB":
        return None
    given = _features(parse, verb, content, depth)
    made = next((o for o in load_knowledge().outcomes if o.operation == operation and o.needs <= given), None)
    if made is None:
        return None
    return Found(
        word=verb, span=Span(start=verb.start, end=verb.end), root=made.root, subtype=made.subtype, sense=None,
        object=content, rule="events.operator",
    )  # fmt: skip


def _asks(parse: Parse, verb: Word) -> bool:
    clauses = find_children(parse, verb, "xcomp", "ccomp")
    wishes = [c for c in clauses if not any(w.lower in _QUESTIONS for w in parse.words[c.left : c.i])]
    return bool(wishes or find_prepositional(parse, verb, frozenset({"for"})))


def _asks_to_act(parse: Parse, verb: Word) -> bool:
    """Tell "called on Velm to withdraw" from "called on the mayor to discuss the harbour", which is a visit."""
    clauses = find_children(parse, verb, "xcomp", "ccomp", "advcl", "relcl")
    clauses += [
        c
        for w in find_prepositional(parse, verb, frozenset({"on", "upon"}))
        for c in find_children(parse, w, "acl", "relcl")
    ]
    return bool(clauses) and not any(w.lemma in ("discuss", "exchange", "pay") for w in clauses)


def find_content(parse: Parse, verb: Word) -> Word | None:
    """Return what an operator acts on: its clause, else its object, else what a preposition ties to it."""
    clauses = find_children(parse, verb, "xcomp", "ccomp")
    if clauses:
        return clauses[0]
    patient = find_patient(parse, verb)
    tied = [
        w for w in find_prepositional(parse, verb, _ABOUT) if patient is None or find_noun_sense(w) or w.tag == "VBG"
    ]
    infinitives = [
        w for n in ([patient] if patient else []) for w in find_children(parse, n, "acl", "relcl") if w.tag == "VB"
    ]
    return next(iter([*infinitives, *tied[:1]] if _is_person(patient) else [w for w in (patient, *tied) if w]), patient)


def _is_person(word: Word | None) -> bool:
    return word is not None and (word.pos in ("PROPN", "PRON") or word.lemma in load_knowledge().words["person"])


def _features(parse: Parse, verb: Word, content: Word | None, depth: int) -> set[str]:
    """Say of what an operator acts on whether it is there, a clause, good or bad to have, or a pact."""
    if content is None:
        return set()
    known = load_knowledge()
    root, subtype = read_content(parse, content, depth - 1)
    if find_children(parse, content, "neg"):
        root = "COERCE" if root in _GOOD else "YIELD"
    given = {"content"} | ({"clause"} if content.pos == "VERB" or content.dep in ("xcomp", "ccomp") else set[str]())
    noun = content.pos in ("NOUN", "PROPN", "NUM")
    given |= _kinds(parse, content, root, subtype)
    if noun and find_among(parse, content, known.words["bad to have"]):
        return given | {"bad"}
    if root in _GOOD or (noun and find_among(parse, content, known.words["good to have"])):
        given.add("good")
    given |= {"pact"} if root in ("AGREE", "CONSULT") or subtype == "agreement" else set()
    given |= {"bad"} if root is not None and root not in (*_GOOD, "REQUEST", "REJECT", "MOBILIZE") else set()
    return given


def _kinds(parse: Parse, content: Word, root: str | None, subtype: str | None) -> set[str]:
    sets, noun = load_knowledge().sets, content.pos in ("NOUN", "PROPN")
    given = {"about"} if content.dep == "pobj" else set[str]()
    if noun and find_among(parse, content, sets["deal"]):
        given.add("formal")
    if noun and subtype == "visit":
        given.add("visit")
    if noun and root == "SUPPORT" and subtype != "agreement":
        given.add("help")
    if noun and find_among(parse, content, sets["probenoun"]):
        given |= {"inquiry", "punishment"}
    if noun and root == "COERCE":
        given |= {"punishment", "penalty"}
    if noun and (root == "YIELD" or content.lemma == "release"):
        given.add("freeing")
    if content.pos == "VERB" and (
        root in ("COERCE", "SANCTION") or content.lemma in ("wait", "leave", "close", "stay")
    ):
        given.add("suspension")
    return given


def read_content(parse: Parse, content: Word, depth: int) -> tuple[str | None, str | None]:
    """Return root and subtype of what an operator acts on, folded; nothing where the lexicon does not know it."""
    known = load_knowledge()
    if content.pos == "VERB" and depth > 0:
        found = read_verb(parse, content, depth)
        if found is not None:
            return found.root, found.subtype
        rows = known.verbs.get(content.lemma, ())
        plain = [row for row in rows if not row.objects and row.frame in ("", "object", "person")]
        return (plain[0].root, plain[0].subtype) if plain else (None, None)
    inside = [content, *find_prepositional(parse, content, _INSIDE), *find_children(parse, content, "compound", "conj")]
    if content.pos == "ADJ":
        inside = find_children(parse, content, "xcomp")
    for word in inside:
        sense = find_noun_sense(word)
        if sense is not None and word.pos in ("NOUN", "PROPN"):
            return sense.root, sense.subtype
    return None, None
