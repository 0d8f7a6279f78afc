"""Tells which sense of the lexicon a verb or a noun has where it stands."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.events.acts import find_authors, is_baton_charge, is_body_firing
from onrecord.events.frames import find_agent, find_children, find_patient, find_prepositional, is_passive, may_act
from onrecord.events.knowledge import Sense, load_knowledge
from onrecord.language import Parse, Word

_WITH = frozenset({"with"})
_INTO = frozenset({"in", "to", "at"})
_OF = frozenset({"of"})
_INSIDE = frozenset({"of", "in"})
_NEAR = 5


def find_lemmas(parse: Parse, verb: Word) -> list[str]:
    """Return what a verb can be looked up as: with what follows it first ("carry out", "go on strike"), then alone."""
    if verb.lemma not in load_knowledge().starts:
        return [verb.lemma]
    pairs, longer = list[str](), list[str]()
    for child in parse.children[verb.i]:
        word = parse.words[child]
        if not 0 < word.i - verb.i <= _NEAR:
            continue
        if any(o.lower in load_knowledge().words["time"] for o in find_children(parse, word, "pobj")):
            continue
        pairs.append(f"{verb.lemma} {word.lower}")
        longer += [f"{verb.lemma} {word.lower} {o.lower}" for o in find_children(parse, word, "pobj")]
        if word.dep in ("prt", "advmod"):
            longer += [f"{pairs[-1]} {w.lower}" for w in find_children(parse, verb, "prep", "pobj") if w.i > word.i]
    return [*longer, *pairs, verb.lemma]


def find_verb_sense(parse: Parse, verb: Word) -> tuple[Sense, Word | None] | None:
    """Return the first sense of a verb whose frame fits the tree, with the noun that fixes it if one does."""
    rows = [row for lemma in find_lemmas(parse, verb) for row in load_knowledge().verbs.get(lemma, ())]
    if rows and rows[0].root == "ASSAULT" and _is_fatal(parse, verb):
        rows = [*load_knowledge().verbs["kill"], *rows]
    agent, patient = (find_agent(parse, verb), find_patient(parse, verb)) if rows else (None, None)
    for sense in rows:
        fits, noun = _fit(parse, verb, sense, agent, patient)
        if fits and not (noun is not None and _only_reports(parse, verb, noun)):
            return sense, noun
    return None


def _is_fatal(parse: Parse, verb: Word) -> bool:
    """ "[Fatally] shot", "stabbed [mortally]"."""
    return any(w.lower in ("fatally", "mortally") for w in find_children(parse, verb, "advmod"))


def find_light_sense(parse: Parse, verb: Word) -> tuple[Sense, Word] | None:
    """Return the noun that carries the meaning of an empty verb, and its sense: "gave [shelter]", "held [a vigil]"."""
    words, noun = load_knowledge().words, find_patient(parse, verb)
    if noun is None or noun.pos != "NOUN":
        return None
    sense = find_noun_sense(noun)
    if sense is None or sense.frame in ("owner", "by", "kept"):
        return None
    if _is_done_by_other(parse, verb, noun):
        return None
    light = verb.lemma in words["light verb"]
    announced = verb.lemma in words["reporting verb"]
    declared = words["root that is announced" if announced else "root that is declared"]
    performs = verb.lemma in words["verb that performs"] and sense.root in declared
    return (sense, noun) if light or (performs and sense.subtype != "arrest") else None


def is_empty(parse: Parse, verb: Word, noun: Word) -> bool:
    """Tell whether a verb only says that its object takes place or is to: "held talks", "called a march"."""
    words = load_knowledge().words
    carries = verb.lemma in words["light verb"] or verb.lemma in words["sets an event"]
    whole = parse.words[parse.words[noun.head].head] if noun.dep == "pobj" else noun  # "a state of [emergency]"
    governed = whole.dep in ("dobj", "nsubjpass") and not find_children(parse, verb, "prt")
    return carries and governed and find_noun_sense(noun) is not None


def _is_done_by_other(parse: Parse, verb: Word, noun: Word) -> bool:
    """ "Announced the release of two men [by rebels]": who announces it has not done it."""
    return any(w.lower == "by" for w in parse.words[noun.left : verb.right + 1])


def _only_reports(parse: Parse, verb: Word, noun: Word) -> bool:
    return verb.lemma in load_knowledge().words["reporting verb"] and _is_done_by_other(parse, verb, noun)


def is_noun(parse: Parse, word: Word) -> bool:
    """Tell whether a word is a noun, or a verb form in a noun's place: "killed in police [firing]"."""
    if is_body_firing(parse, word) or is_baton_charge(parse, word):
        return True
    if word.tag != "VBG" or word.dep not in ("pobj", "nsubj", "dobj", "nsubjpass", "pcomp", "xcomp"):
        return word.pos == "NOUN"
    if find_children(parse, word, "det", "compound", "amod", "poss"):
        return True
    if word.dep in ("pobj", "pcomp") and word.lower in load_knowledge().nouns and not parse.children[word.i]:
        return True
    by = any(w.lower in ("by", "of") for w in find_children(parse, word, "prep", "agent"))
    return by and not find_children(parse, word, "dobj", "aux") and word.lower in load_knowledge().nouns


def may_name_event(word: Word) -> bool:
    """Tell at a glance whether a word can name an event at all."""
    nouns = load_knowledge().nouns
    return word.lemma in nouns or word.lower in nouns or word.lower.startswith("charg") or word.lower == "fire"


def find_noun_sense(noun: Word) -> Sense | None:
    """Return the sense of a noun that names an act."""
    nouns = load_knowledge().nouns
    rows = nouns.get(noun.lemma) or nouns.get(noun.lower)
    return rows[0] if rows else None


def _fit(parse: Parse, verb: Word, sense: Sense, agent: Word | None, patient: Word | None) -> tuple[bool, Word | None]:
    if agent is not None and agent.lemma in load_knowledge().words["disaster"] and sense.root in ("ASSAULT", "COERCE"):
        return False, None
    if not _FRAMES[sense.frame](parse, verb, sense, agent, patient):
        return False, None
    if not sense.objects or sense.frame == "subject":
        return True, None
    named = find_among(parse, patient, sense.objects)
    if sense.excluded:
        return named is None, None
    return named is not None, named


def find_among(parse: Parse, noun: Word | None, wanted: frozenset[str]) -> Word | None:
    """Find a wanted noun in an object, what is joined to it, and what "of" ties to it: "a state of [emergency]"."""
    queue = [noun] if noun is not None else []
    for word in queue[:1]:
        queue.extend(find_children(parse, word, "conj", "compound", "amod", "quantmod", "nmod"))
        queue.extend(find_prepositional(parse, word, _INSIDE))
    return next((w for w in queue if w.lemma in wanted or w.lower in wanted), None)


Frame = Callable[[Parse, Word, Sense, Word | None, Word | None], bool]


def _needs_agent(parse: Parse, verb: Word, sense: Sense, agent: Word | None, patient: Word | None) -> bool:
    return agent is not None


def _needs_object(parse: Parse, verb: Word, sense: Sense, agent: Word | None, patient: Word | None) -> bool:
    if patient is None:
        return False
    if not sense.arguments:
        return True
    if sense.arguments[0] == "xcomp":
        return bool(find_children(parse, verb, "xcomp", "ccomp"))
    return any(w.lower == sense.arguments[0] for w in find_children(parse, verb, "prep", "mark"))


def _needs_person(parse: Parse, verb: Word, sense: Sense, agent: Word | None, patient: Word | None) -> bool:
    return patient is not None and may_act(patient)


def _needs_leader(parse: Parse, verb: Word, sense: Sense, agent: Word | None, patient: Word | None) -> bool:
    return patient is not None and (patient.lemma.lower() in load_knowledge().words["leader"] or patient.pos == "PROPN")


def _needs_topic(parse: Parse, verb: Word, sense: Sense, agent: Word | None, patient: Word | None) -> bool:
    return patient is not None and (agent is not None or is_passive(parse, verb))


def _needs_partner(parse: Parse, verb: Word, sense: Sense, agent: Word | None, patient: Word | None) -> bool:
    return any(may_act(w) for w in find_prepositional(parse, verb, _WITH))


def _needs_place(parse: Parse, verb: Word, sense: Sense, agent: Word | None, patient: Word | None) -> bool:
    person = agent is not None and may_act(agent)
    return person and any(w.pos == "PROPN" for w in find_prepositional(parse, verb, _INTO))


def _needs_force(parse: Parse, verb: Word, sense: Sense, agent: Word | None, patient: Word | None) -> bool:
    return bool(find_authors(parse, verb))


def _needs_preposition(parse: Parse, verb: Word, sense: Sense, agent: Word | None, patient: Word | None) -> bool:
    wanted, *nouns = sense.arguments
    tied = [w for w in find_children(parse, verb, "prep", "agent") if w.lower == wanted]
    if not nouns:
        return bool(tied) and agent is not None
    return any(w.lemma in nouns or w.lower in nouns for p in tied for w in _below(parse, p)) or any(
        w.lower in sense.objects for p in tied for w in _below(parse, p)
    )


def _below(parse: Parse, preposition: Word) -> list[Word]:
    found = find_children(parse, preposition, "pobj", "pcomp")
    return found + [c for w in found for c in find_children(parse, w, "compound", "conj", "amod")]


def _needs_predicate(parse: Parse, verb: Word, sense: Sense, agent: Word | None, patient: Word | None) -> bool:
    told = find_children(parse, verb, "oprd", "acomp", "advmod", "xcomp", "ccomp", "dobj", "amod")
    told += [c for w in told for c in find_children(parse, w, "amod", "acomp", "oprd")]
    return any(w.lower in sense.arguments for w in told)


def _needs_subject(parse: Parse, verb: Word, sense: Sense, agent: Word | None, patient: Word | None) -> bool:
    if "object" in sense.arguments and patient is None:
        return False
    subject = agent or (patient if is_passive(parse, verb) else None)
    wanted = sense.objects or frozenset(sense.arguments)
    if subject is None:
        return False
    counted = [subject, *find_prepositional(parse, subject, _OF)]
    named = counted + [c for one in counted for c in find_children(parse, one, "compound", "amod")]
    return any(w.lemma in wanted or w.lower in wanted for w in named)


def _needs_gift(parse: Parse, verb: Word, sense: Sense, agent: Word | None, patient: Word | None) -> bool:
    return False


def _needs_forces(parse: Parse, verb: Word, sense: Sense, agent: Word | None, patient: Word | None) -> bool:
    sectors = load_knowledge().sectors
    return agent is not None and patient is None and any(
        sectors.get(w.lemma.lower()) in ("military", "armed group", "police")
        for w in [agent, *find_children(parse, agent, "compound")]
    )  # fmt: skip


def _needs_no_object(parse: Parse, verb: Word, sense: Sense, agent: Word | None, patient: Word | None) -> bool:
    return patient is None and agent is not None and may_act(agent)


def _needs_crowd(parse: Parse, verb: Word, sense: Sense, agent: Word | None, patient: Word | None) -> bool:
    words, sectors = load_knowledge().words, load_knowledge().sectors
    return patient is not None and agent is not None and (
        agent.lemma in words["crowd"] or sectors.get(agent.lemma.lower()) == "civil society"
    )  # fmt: skip


def _needs_prisoner(parse: Parse, verb: Word, sense: Sense, agent: Word | None, patient: Word | None) -> bool:
    return is_passive(parse, verb) and patient is not None and (
        patient.lemma in load_knowledge().words["person"] or patient.pos == "NUM"
    )  # fmt: skip


def _needs_use(parse: Parse, verb: Word, sense: Sense, agent: Word | None, patient: Word | None) -> bool:
    used = [w for p in find_children(parse, verb, "prep") if p.lower == "as" for w in find_children(parse, p, "pobj")]
    used += [
        w for p in (find_children(parse, patient, "prep") if patient else []) for w in find_children(parse, p, "pobj")
    ]
    return patient is not None and any(w.lemma in sense.arguments for w in used)


def _needs_words(parse: Parse, verb: Word, sense: Sense, agent: Word | None, patient: Word | None) -> bool:
    harsh = load_knowledge().words["said harshly"]
    return patient is not None and any(w.lower in harsh for w in find_children(parse, patient, "amod", "compound"))


def _needs_kindness(parse: Parse, verb: Word, sense: Sense, agent: Word | None, patient: Word | None) -> bool:
    aims = find_children(parse, verb, "xcomp", "advcl")
    return patient is not None and any(w.lemma in load_knowledge().words["kind to say"] for w in aims)


def _needs_police(parse: Parse, verb: Word, sense: Sense, agent: Word | None, patient: Word | None) -> bool:
    sectors = load_knowledge().sectors
    return agent is not None and patient is not None and any(
        sectors.get(w.lower) == "police" for w in [agent, *find_children(parse, agent, "compound")]
    )  # fmt: skip


def _needs_discussion(parse: Parse, verb: Word, sense: Sense, agent: Word | None, patient: Word | None) -> bool:
    clauses = find_children(parse, verb, "xcomp", "advcl", "ccomp")
    called = [w for p in find_children(parse, verb, "prep") for w in find_children(parse, p, "pobj")]
    clauses += [c for w in called for c in find_children(parse, w, "relcl", "acl")]
    return agent is not None and (not clauses or any(w.lemma in ("discuss", "exchange", "pay") for w in clauses))


_FRAMES: dict[str, Frame] = {
    "": _needs_agent,
    "object": _needs_object,
    "person": _needs_person,
    "leader": _needs_leader,
    "topic": _needs_topic,
    "with": _needs_partner,
    "place": _needs_place,
    "by": _needs_force,
    "prep": _needs_preposition,
    "oprd": _needs_predicate,
    "subject": _needs_subject,
    "dative": _needs_gift,
    "military": _needs_forces,
    "nobody": _needs_no_object,
    "crowd": _needs_crowd,
    "held": _needs_prisoner,
    "police": _needs_police,
    "as": _needs_use,
    "harsh": _needs_words,
    "kind": _needs_kindness,
    "discuss": _needs_discussion,
}
