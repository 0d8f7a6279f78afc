"""Tells whether a verb stands in the frame that one of its senses asks for: with an object, a partner, a place."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.events.acts import find_authors
from onrecord.events.frames import find_children, find_prepositional, is_passive, may_act
from onrecord.events.knowledge import Sense, load_knowledge
from onrecord.language import Parse, Word

_WITH = frozenset({"with"})
_INTO = frozenset({"in", "to", "at"})
_OF = frozenset({"of"})
_INSIDE = frozenset({"of", "in"})


def fits_frame(
    parse: Parse, verb: Word, sense: Sense, agent: Word | None, patient: Word | None
) -> tuple[bool, Word | None]:
    """Tell whether a verb stands in the frame of a sense, and return the noun that fixes the sense if one does."""
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
        queue.extend(find_children(parse, word, "conj", "compound", "amod", "quantmod", "nmod", "nummod"))
        queue.extend(find_prepositional(parse, word, _INSIDE))
    return next((w for w in queue if w.lemma in wanted or w.lower in wanted), None)


Frame = Callable[[Parse, Word, Sense, Word | None, Word | None], bool]


def _needs_agent(parse: Parse, verb: Word, sense: Sense, agent: Word | None, patient: Word | None) -> bool:
    """Somebody must do it, unless the verb stands as a bare act: "the idea of [suing]", "time to [negotiate]"."""
    return agent is not None or is_bare_act(parse, verb)


def is_bare_act(parse: Parse, verb: Word) -> bool:
    """Tell whether a verb form names an act without saying whose: "the idea of [suing]", "told to [evacuate]"."""
    if verb.tag == "VBG":
        return verb.dep in ("pcomp", "pobj", "csubj")
    return verb.tag == "VB" and any(w.lower == "to" for w in find_children(parse, verb, "aux"))


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
    found += [n for p in find_children(parse, preposition, "prep") for n in find_children(parse, p, "pobj")]  # "out of"
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


def _needs_to_be_alone(parse: Parse, verb: Word, sense: Sense, agent: Word | None, patient: Word | None) -> bool:
    """ "Rebels fired", "the shots that they fired", "police firing"; "the potter fired the bowls" is another sense."""
    if agent is None or patient is None:
        return agent is not None
    sectors, before = load_knowledge().sectors, parse.words[max(verb.i - 1, 0)]
    armed = {sectors.get(w.lower) for w in (agent, before)} & {"police", "military", "armed group"}
    return patient.lower in ("that", "which") or bool(armed)


def _needs_trial(parse: Parse, verb: Word, sense: Sense, agent: Word | None, patient: Word | None) -> bool:
    return is_passive(parse, verb) and patient is not None and may_act(patient)


def _needs_authority(parse: Parse, verb: Word, sense: Sense, agent: Word | None, patient: Word | None) -> bool:
    sectors = load_knowledge().sectors
    return patient is not None and agent is not None and any(
        sectors.get(w.lemma.lower()) in ("government", "police", "military", "armed group", "other", "international")
        for w in [agent, *find_children(parse, agent, "compound")]
    )  # fmt: skip


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


def _needs_clause(parse: Parse, verb: Word, sense: Sense, agent: Word | None, patient: Word | None) -> bool:
    """ "Condemn [what she saw there]"."""
    questions = [w for c in find_children(parse, verb, "ccomp") for w in parse.words[c.left : c.left + 1]]
    return any(w.tag in ("WP", "WRB", "WDT") for w in questions)


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
    "alone": _needs_to_be_alone,
    "tried": _needs_trial,
    "authority": _needs_authority,
    "crowd": _needs_crowd,
    "held": _needs_prisoner,
    "police": _needs_police,
    "as": _needs_use,
    "harsh": _needs_words,
    "kind": _needs_kindness,
    "discuss": _needs_discussion,
    "clause": _needs_clause,
}
