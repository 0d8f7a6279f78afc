"""Says what a figure measures: dead, injured, evacuated, "use the bridge", length, rent, fall in exports."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.figures.counting import Counted, is_person
from onrecord.figures.dimensions import measure_unit, name_set_thing
from onrecord.figures.knowledge import load_knowledge
from onrecord.figures.wording import (
    describe_level,
    describe_noun,
    describe_rate,
    describe_step,
    describe_verb,
    find_child,
)
from onrecord.language import Parse, Word

_OF_ALL = (
    "dead",
    "injured",
    "missing",
    "trapped",
    "captured",
    "stranded",
    "survived",
    "buried",
    "destroyed",
    "damaged",
)
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicate:
    """What is said of a number: the words for it, the verb that says it, and how sure a rule may be of it.

    `listed` is true for the measures of the table (dead, injured ...); `total` is the noun of a toll or a total.
    """

    measure: str | None
    verb: Word | None
    role: str
    listed: bool = False
    total: Word | None = None


def find_predicate(parse: Parse, counted: Counted) -> Predicate:
    """Find what a figure measures, by its noun, its noun's participles, its verb, or the toll that it fills."""
    if counted.size and counted.noun:
        return Predicate(measure=f"{counted.noun.lower} size", verb=None, role="")
    verb, role = (None, "") if is_whole(parse, counted) else find_verb(parse, counted)
    listed = _listed(parse, verb, role, counted) if verb else None
    own = _of_wounds(parse, counted) or _of_own(parse, counted, verb, listed)
    if own:
        return Predicate(measure=own, verb=verb, role=role, listed=True)
    shared = _of_subject(parse, verb, role) or _of_bodies(parse, counted)
    if shared:
        return Predicate(measure=shared, verb=verb, role=role, listed=True)
    total = _find_total(parse, counted, verb)
    if total is not None:
        return Predicate(measure=measure_of_total(parse, total), verb=verb, role=role, listed=True, total=total)
    told = describe_step(parse, counted) or describe_rate(parse, counted) or _put_at(parse, counted, verb)
    told = told or (describe_level(parse, verb, counted) if verb is not None else None)
    if told:
        return Predicate(measure=told, verb=verb, role=role)
    if counted.amount.kind not in ("count", "percent"):
        return Predicate(measure=measure_unit(parse, counted, verb, role), verb=verb, role=role)
    if verb is None:
        return Predicate(measure=describe_noun(parse, counted), verb=None, role=role)
    linked = parse.words[counted.top.head]
    if counted.noun is not None and linked.dep == "prep" and linked.lower not in ("by", "to"):
        return Predicate(measure=describe_noun(parse, counted), verb=verb, role=role)
    if listed:
        return Predicate(measure=listed, verb=verb, role=role, listed=True)
    return Predicate(measure=describe_verb(parse, verb, role, counted), verb=verb, role=role)


def _of_own(parse: Parse, counted: Counted, verb: Word | None, listed: str | None) -> str | None:
    """ "Nine wounded sailors": what the noun itself tells, where the verb does not tell more."""
    own = _of_noun(parse, counted, verb)
    return own if own and not _outdone(counted, verb, listed) else None


def _put_at(parse: Parse, counted: Counted, verb: Word | None) -> str | None:
    """ "Put his losses at fewer than 100 men": what the number is put to."""
    return (
        name_set_thing(parse, counted, verb)
        if verb is not None and counted.amount.kind in ("count", "percent")
        else None
    )


def _of_subject(parse: Parse, verb: Word | None, role: str) -> str | None:
    """ "The dead included three nurses": a list of the harmed measures what its subject does."""
    if verb is None or role not in ("dobj", "attr") or verb.lemma not in load_knowledge().words["verb that contains"]:
        return None
    subject = find_child(parse, verb, _SUBJECTS)
    known = load_knowledge().measures
    if subject is None or subject.tag == "NNP":
        return None
    return known.get((subject.lemma, "noun")) or known.get((subject.lower, "noun"))


def _of_bodies(parse: Parse, counted: Counted) -> str | None:
    """ "The bodies of 14 hikers were found": not the hikers."""
    of = parse.words[counted.top.head]
    body = parse.words[of.head]
    if of.lower != "of" or body.lemma not in load_knowledge().words["body"]:
        return None
    verb = parse.words[body.head]
    return f"bodies {verb.lower}" if verb.pos == "VERB" else "bodies"


def _outdone(counted: Counted, verb: Word | None, listed: str | None) -> bool:
    """The verb says more than the noun of people, and all there is of a part: "nine of the missing were found"."""
    words, noun = load_knowledge().words, counted.noun
    if counted.part and verb is not None and verb.lemma not in words["weak verb"] | words["verb before a state"]:
        return True
    if noun is None or noun.lemma not in load_knowledge().persons - words["harmed"]:
        return False
    tells = verb is not None and verb.lemma not in words["weak verb"] | words["verb before a state"]
    held = (noun.lemma, "noun") in load_knowledge().measures and counted.top.dep in (*_SUBJECTS, "dobj")
    return listed is not None or (tells and held)


def is_whole(parse: Parse, counted: Counted) -> bool:
    """Tell whether a number is what parts are taken of: "two of the [three] hostages", "Of the [640 km] border"."""
    i = counted.first - 1
    while i >= 0 and (
        parse.words[i].tag in ("DT", "PRP$", "JJR", "$") or parse.words[i].lower in ("total", "than", "some")
    ):
        i -= 1
    if i < 0 or parse.words[i].lower != "of" or parse.words[i].sentence != counted.anchor.sentence:
        return False
    lead = parse.words[i - 1] if i else parse.words[i]
    starts = i == parse.sentences[parse.words[i].sentence][0]
    return starts or lead.pos == "NUM" or lead.lower in ("out", "none", "all", "half", "most", "third", "some", "any")


def find_verb(parse: Parse, counted: Counted) -> tuple[Word | None, str]:
    """Climb from a number to the verb that it depends on, and tell its role there."""
    word = counted.top
    role = word.dep
    for _ in range(8):
        for child in parse.children[word.i]:
            clause = parse.words[child]
            if (
                clause.dep in ("acl", "relcl")
                and clause.pos == "VERB"
                and clause.i > word.i
                and not (counted.part and word.i > counted.last)
                and _is_about(parse, clause)
            ):
                return clause, "nsubjpass" if clause.tag == "VBN" else "nsubj"
        head = parse.words[word.head]
        if head.i == word.i:
            return (word, role) if word.pos == "VERB" else (None, role)
        if word.dep not in ("conj", "appos", "nummod", "quantmod", "compound", "npadvmod"):
            role = word.dep if role in ("conj", "appos", "nummod", "quantmod", "compound", "npadvmod") else role
        if head.pos == "VERB":
            return head, role
        if head.pos in ("NOUN", "PROPN", "NUM") and word.dep == "prep":
            return None, role
        word = head
    return None, role


def _is_about(parse: Parse, clause: Word) -> bool:
    """A relative clause with a subject of its own says nothing of its noun: "970 km, of which 519 are marked"."""
    subject = find_child(parse, clause, _SUBJECTS)
    return subject is None or subject.tag in ("WP", "WDT") or subject.lower == "that"


def _of_noun(parse: Parse, counted: Counted, verb: Word | None) -> str | None:
    known, noun = load_knowledge().measures, counted.noun
    if noun is None:
        return None
    if (
        verb is not None
        and verb.lemma in load_knowledge().words["verb that takes lives"]
        and (noun.lemma, "possession") in known
    ):
        return known[noun.lemma, "possession"]
    found = known.get((noun.lemma, "noun")) or known.get((noun.lower, "noun"))
    if found and noun.lemma not in ("toll",):
        return found
    for i in parse.children[noun.i]:
        child = parse.words[i]
        if child.dep in ("amod", "acl", "advcl") and abs(child.i - noun.i) <= 3:
            found = known.get((child.lower, "participle"))
            if found:
                return found
    return None


def _of_wounds(parse: Parse, counted: Counted) -> str | None:
    """ "Six of them [with frostbite]", "two [with burns]": a wound that they have, said right behind the number."""
    behind = parse.words[counted.last + 1 : counted.last + 6]
    behind = behind[2:] if len(behind) > 1 and behind[0].lower == "of" and behind[1].pos in ("PRON", "DET") else behind
    if not behind or behind[0].lower != "with" or behind[0].sentence != counted.anchor.sentence:
        return None
    return "injured" if any(w.lemma in load_knowledge().words["wound"] for w in behind[1:4]) else None


def _find_total(parse: Parse, counted: Counted, verb: Word | None) -> Word | None:
    """Find the toll or number that a bare figure fills: "the death toll climbed to 19"."""
    if counted.noun is not None or counted.amount.unit:
        return None
    head = parse.words[counted.anchor.head]
    words = load_knowledge().words
    if head.lower == "of" and parse.words[head.head].lemma in words["total"] | words["body of people"]:
        return parse.words[head.head]
    for i in parse.children[verb.i] if verb else ():
        child = parse.words[i]
        if (
            (child.lemma in words["total"] or (child.lemma in words["body of people"] and verb and _is_level(verb)))
            and child.i != counted.anchor.i
            and child.dep in (*_SUBJECTS, "dobj", "attr")
        ):
            return child
    return None


def _is_level(verb: Word) -> bool:
    known = load_knowledge()
    return verb.lower in known.changes or verb.lemma in known.words["verb of level"]


def measure_of_total(parse: Parse, total: Word) -> str | None:
    """Return what a total is a total of: "death toll" dead, "number of injured" injured; None for "the figure"."""
    known = load_knowledge().measures
    if total.lemma in load_knowledge().words["body of people"]:
        return total.lemma
    if (total.lemma, "noun") in known and total.lemma != "toll":
        return known[total.lemma, "noun"]
    inside = [parse.words[i] for i in range(total.left, min(total.right, total.i + 8) + 1)]
    for word in inside:
        if word.i != total.i:
            found = known.get((word.lemma, "noun")) or known.get((word.lower, "participle"))
            if found:
                return found
    if total.lemma == "toll":
        return "dead"
    done = next((w for w in inside if w.tag == "VBN" and w.dep == "amod"), None)
    if done is not None:
        return done.lower
    return next((f"number of {word.lower}" for word in inside if word.dep == "pobj" and word.pos == "NOUN"), None)


def name_total(parse: Parse, total: Word) -> Word | None:
    """Find the noun that a number is the number of: "the number of flooded [cellars]"; None for harm."""
    of = next((parse.words[c] for c in parse.children[total.i] if parse.words[c].lower == "of"), None)
    thing = find_child(parse, of, ("pobj",)) if of else None
    if thing is None or thing.tag not in ("NNS", "NN") or thing.lemma in load_knowledge().words["harmed"]:
        return None
    return thing


def is_running(predicate: Predicate) -> bool:
    """Tell whether the figure is a toll or total as it stands so far."""
    return predicate.total is not None and predicate.total.lemma in load_knowledge().words["running total"]


def _listed(parse: Parse, verb: Word, role: str, counted: Counted) -> str | None:
    """Look the verb up: "were killed", "died", "are missing", "feared dead", "claimed seven lives"."""
    found = _look_up(parse, verb, role)
    if found and counted.noun is not None and found not in _OF_ALL and not is_person(counted.noun):
        return None
    return found


def _look_up(parse: Parse, verb: Word, role: str) -> str | None:
    known = load_knowledge().measures
    brought = _brought(parse, verb) if role in ("nsubjpass", "dobj") else None
    if brought:
        return brought
    passive = verb.tag == "VBN" and role != "dobj"
    if role in ("nsubjpass", "dobj", "agentless") or passive:
        found = known.get((verb.lemma, "object"))
        if found:
            return found
    if role in _SUBJECTS:
        found = known.get((verb.lemma, "subject"))
        if found:
            return found
        active = any(parse.words[c].dep == "dobj" for c in parse.children[verb.i])
        if not active and (verb.lower, "participle") in known:
            return known[verb.lower, "participle"]
    return _complement(parse, verb) if verb.lemma in load_knowledge().words["verb before a state"] else None


def _brought(parse: Parse, verb: Word) -> str | None:
    """ "22 were taken to hospital", "80 were moved to safety"."""
    words = load_knowledge().words
    if verb.lemma not in words["verb that brings"]:
        return None
    for preposition in (parse.words[c] for c in parse.children[verb.i]):
        where = find_child(parse, preposition, ("pobj",)) if preposition.lower == "to" else None
        if where is not None and where.lower in words["hospital"]:
            return "taken to hospital"
        if where is not None and where.lower in words["safety"]:
            return "evacuated"
    return None


def _complement(parse: Parse, verb: Word) -> str | None:
    for i in parse.children[verb.i]:
        child = parse.words[i]
        if child.dep in ("acomp", "oprd", "xcomp", "ccomp", "attr", "advcl", "amod", "dobj"):
            found = load_knowledge().measures.get((child.lower, "participle"))
            if found:
                return found
            if child.lemma in load_knowledge().words["verb before a state"] and child.pos == "VERB":
                return _complement(parse, child)
            if child.dep == "xcomp" and child.pos == "VERB":
                passive = any(parse.words[c].dep == "auxpass" for c in parse.children[child.i])
                return _look_up(parse, child, "nsubjpass" if passive else "nsubj")
    return None
