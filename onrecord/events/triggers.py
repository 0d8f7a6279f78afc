"""Finds the words that tell of an event and what kind of event they tell of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.events.frames import find_agent, find_children, find_patient, find_prepositional, is_passive
from onrecord.events.knowledge import Trigger, load_knowledge
from onrecord.language import Parse, Word
from onrecord.records import Span

_FOR = frozenset({"for"})
_WITH = frozenset({"with"})
_INTO = frozenset({"in", "to"})
_GOOD = frozenset(("AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD"))
_BY_NOUN = frozenset({"in", "to", "by", "during"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A word that triggers an event. `object` is the noun of a light verb ("held [talks]"); `rule` made it."""

    word: Word
    span: Span
    root: str
    subtype: str
    trigger: Trigger | None
    object: Word | None
    rule: str


def find_triggers(parse: Parse) -> Iterator[Found]:
    """Yield every trigger of a text: verbs, verbs that act on other events, and nouns in an event-like context."""
    taken: set[int] = set()
    for word in parse.words:
        found = _of_verb(parse, word) if word.pos == "VERB" else None
        if found is not None:
            taken.update({word.i, found.object.i} if found.object else {word.i})
            yield found
    for word in parse.words:
        if word.pos == "NOUN" and word.i not in taken:
            noun = _of_noun(parse, word, taken)
            if noun is not None:
                yield noun


def _of_verb(parse: Parse, verb: Word) -> Found | None:
    known = load_knowledge()
    if _is_modifier(verb):
        return None
    for lemma in _lemmas(parse, verb):
        if lemma in known.operators:
            operated = _operate(parse, verb, lemma, known.operators[lemma])
            if operated is not None:
                return operated
        for trigger in known.verbs.get(lemma, ()):
            found = _fit(parse, verb, trigger)
            if found is not None:
                return found
    return None


def _is_modifier(verb: Word) -> bool:
    """Participles before a noun tell of no event of their own: "the wounded men", "a visiting envoy"."""
    return verb.dep in ("amod", "compound", "aux", "auxpass", "nmod")


def _lemmas(parse: Parse, verb: Word) -> list[str]:
    """Return what a verb can be looked up as: with its particle first ("carry out", "shoot dead"), then alone."""
    after = [w.lower for w in find_children(parse, verb, "prt", "prep", "oprd", "acomp", "advmod") if w.i - verb.i <= 3]
    pairs = [f"{verb.lemma} {word}" for word in after]
    phrases = find_children(parse, verb, "prep")
    pairs += [f"{verb.lemma} {p.lower}_{o.lower}" for p in phrases for o in find_children(parse, p, "pobj")]
    return [*(pair.replace("_", " ") for pair in pairs), verb.lemma]


def _fit(parse: Parse, verb: Word, trigger: Trigger) -> Found | None:
    patient = find_patient(parse, verb)
    agent = find_agent(parse, verb)
    if agent is not None and agent.lemma in load_knowledge().words["disaster"] and trigger.root == "ASSAULT":
        return None
    if trigger.objects:
        named = _matching_object(parse, patient, trigger.objects)
        if named is None:
            return None
        return _found(verb, trigger, named, "events.object")
    fits = {
        "object": patient is not None,
        "person": patient is not None and may_act(patient),
        "leader": patient is not None and patient.lemma.lower() in load_knowledge().words["leader"],
        "topic": patient is not None and (agent is not None or is_passive(parse, verb)),
        "with": any(may_act(w) for w in find_prepositional(parse, verb, _WITH)),
        "place": any(w.pos == "PROPN" for w in find_prepositional(parse, verb, _INTO)),
        "by force": _force_behind(parse, verb) is not None,
    }.get(trigger.frame, agent is not None)
    return _found(verb, trigger, None, "events.verb") if fits else None


def _found(verb: Word, trigger: Trigger, named: Word | None, rule: str) -> Found:
    near = named is not None and 0 < named.i - verb.i <= 3 and named.end > verb.end
    end = named.end if near and named is not None else verb.end
    return Found(
        word=verb, span=Span(start=verb.start, end=end), root=trigger.root, subtype=trigger.subtype, trigger=trigger,
        object=named, rule=rule,
    )  # fmt: skip


def _matching_object(parse: Parse, patient: Word | None, objects: frozenset[str]) -> Word | None:
    """Find the noun among an object, what is joined to it, and what "of" ties to it: "a state of [emergency]"."""
    queue = [patient] if patient is not None else []
    for word in queue[:1]:
        queue.extend(find_children(parse, word, "conj", "compound", "amod"))
        queue.extend(find_prepositional(parse, word, frozenset({"of"})))
    return next((w for w in queue if w.lemma in objects or w.lower in objects), None)


def may_act(word: Word) -> bool:
    """Tell whether a word can stand for someone who acts: a name, a pronoun, a noun for people or a body of people."""
    return word.pos in ("PROPN", "PRON", "NUM") or word.lemma in load_knowledge().words["person"] or (
        word.lemma in load_knowledge().sectors
    )  # fmt: skip


def _force_behind(parse: Parse, verb: Word) -> Word | None:
    """Find the act of force that someone died in: "killed in police [firing]"."""
    for noun in find_prepositional(parse, verb, _BY_NOUN):
        if is_action(noun):
            return find_author(parse, noun)
    return None


def is_action(noun: Word) -> bool:
    """Tell whether a noun names an act of the lexicon: firing, shelling, attack."""
    nouns = load_knowledge().nouns
    return noun.lemma in nouns or noun.lower in nouns


def find_author(parse: Parse, noun: Word) -> Word | None:
    """Return the word before a noun of action that names its author: "[police] firing", "[Velmar] airstrikes"."""
    sectors = load_knowledge().sectors
    for word in find_children(parse, noun, "compound", "amod", "poss", "nmod"):
        if word.lemma in sectors or word.lower in sectors or (
            word.tag == "JJ" and word.text[:1].isupper() and word.i != 0
        ):  # fmt: skip
            return word
    return None


def _operate(parse: Parse, verb: Word, lemma: str, operation: str) -> Found | None:
    """Read a verb that acts on another event: refuse, demand, agree to, threaten, suspend, lift."""
    content, agent = _content(parse, verb), find_agent(parse, verb)
    if agent is None and not is_passive(parse, verb):
        return None
    if agent is not None and agent.lemma in load_knowledge().words["abstract"]:
        return None
    if lemma == "ask" and not find_children(parse, verb, "xcomp") and not find_prepositional(parse, verb, _FOR):
        return None
    given = _features(parse, verb, content)
    made = next((o for o in load_knowledge().outcomes if o.operation == operation and o.needs <= given), None)
    if made is None:
        return None
    span = Span(start=verb.start, end=verb.end)
    return Found(
        word=verb, span=span, root=made.root, subtype=made.subtype, trigger=None, object=content, rule="events.operator"
    )


def _features(parse: Parse, verb: Word, content: Word | None) -> set[str]:
    """Say of what an operator acts on whether it is there, a clause, good or bad to have, or a pact."""
    root = _root_of(parse, content)
    given = {"clause"} if find_children(parse, verb, "xcomp", "ccomp") else set[str]()
    given |= {"content"} if content is not None else set()
    given |= {"good"} if root in _GOOD else set()
    given |= {"pact"} if root in ("AGREE", "CONSULT") else set()
    return given | ({"bad"} if root == "BAD" else set())


def _content(parse: Parse, verb: Word) -> Word | None:
    found = find_children(parse, verb, "xcomp", "ccomp", "dobj", "nsubjpass")
    clauses = [w for w in found if w.dep in ("xcomp", "ccomp")]
    objects = [w for w in found if w.dep in ("dobj", "nsubjpass")]
    return next(iter(clauses + objects + find_prepositional(parse, verb, frozenset({"for", "on"}))), None)


def _root_of(parse: Parse, content: Word | None) -> str | None:
    """Return the root of what an operator acts on, "BAD" for all hostile ones."""
    if content is None:
        return None
    known = load_knowledge()
    inside = [content, *find_children(parse, content, "dobj", "compound", "amod", "xcomp")]
    inside += find_prepositional(parse, content, frozenset({"of", "on"}))
    for word in inside:
        if word.lemma in known.words["bad to have"]:
            return "BAD"
        if word.lemma in known.words["good to have"]:
            return "AID"
        rows = (known.verbs if word.pos == "VERB" else known.nouns).get(word.lemma, ())
        if rows and not (rows[0].objects and word is content and len(inside) > 1):
            return rows[0].root if rows[0].root in (*_GOOD, "MOBILIZE") else "BAD"
    return None


def _of_noun(parse: Parse, noun: Word, taken: set[int]) -> Found | None:
    rows = load_knowledge().nouns.get(noun.lemma)
    if not rows or noun.dep in ("compound", "amod", "nmod"):
        return None
    trigger = rows[0]
    if not _has_context(parse, noun, trigger, taken):
        return None
    span = Span(start=noun.start, end=noun.end)
    return Found(
        word=noun, span=span, root=trigger.root, subtype=trigger.subtype, trigger=trigger, object=None,
        rule="events.noun",
    )  # fmt: skip


def _has_context(parse: Parse, noun: Word, trigger: Trigger, taken: set[int]) -> bool:
    """A noun names an event where it has participants, is held or launched, breaks out, or dates something."""
    words = load_knowledge().words
    if trigger.frame == "joint":
        return any(w.lower in ("joint", "military", "naval") for w in find_children(parse, noun, "amod", "compound"))
    author = find_author(parse, noun) is not None
    if trigger.frame == "agent":
        return author or bool(find_prepositional(parse, noun, frozenset({"by"})))
    tied = bool(find_prepositional(parse, noun, trigger.prepositions)) or author
    if trigger.frame == "context" or noun.tag == "NN":
        return tied or (bool(find_children(parse, noun, "poss")) and trigger.subtype == "visit")
    head = parse.words[noun.head]
    held = noun.dep in ("dobj", "nsubjpass") and head.lemma in words["light verb"]
    occurs = noun.dep in ("nsubj", "conj") and head.lemma in words["occurrence verb"]
    dates = noun.dep == "pobj" and head.lower in words["context preposition"]
    joined = noun.dep == "conj" and noun.head in taken
    return tied or held or occurs or dates or joined or _is_part(parse, noun)


def _is_part(parse: Parse, noun: Word) -> bool:
    """ "Two days of [clashes]", "before the end of the [siege]"."""
    head = parse.words[noun.head]
    whole = parse.words[head.head]
    return head.lower == "of" and whole.lemma in load_knowledge().words["part of an event"]
