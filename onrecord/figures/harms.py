"""Finds the harm that a number tells: dead, injured, missing, displaced, homeless, damaged and the like."""

from __future__ import annotations

from onrecord.figures.counting import Counted, find_child, is_person
from onrecord.figures.knowledge import load_knowledge
from onrecord.figures.wording import list_forms
from onrecord.language import Parse, Word

_OF_ALL = (
    "dead",
    "injured",
    "missing",
    "trapped",
    "captured",
    "stranded",
    "buried",
    "destroyed",
    "damaged",
)
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")


def find_harm_of_noun(parse: Parse, counted: Counted, verb: Word | None) -> str | None:
    """ "Nine wounded sailors", "three deaths": the harm that the noun or its participle tells."""
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
    if noun.lemma in load_knowledge().words["body"] and counted.amount.kind == "count":
        return " ".join(["dead bodies", *([verb.lower] if verb is not None and verb.pos == "VERB" else [])])
    if (held := _find_hold(parse, noun)) is not None:
        return held
    for i in parse.children[noun.i]:
        child = parse.words[i]
        if child.dep in ("amod", "acl", "advcl") and abs(child.i - noun.i) <= 3:
            found = known.get((child.lower, "participle"))
            if found:
                return found
    return None


def _find_hold(parse: Parse, noun: Word) -> str | None:
    """ "1,150 dissidents [behind bars]": where they are held, right behind the noun."""
    after = parse.words[noun.i + 1] if noun.i + 1 < len(parse.words) else noun
    thing = find_child(parse, after, ("pobj",)) if after.lower in ("behind", "in", "under") else None
    return load_knowledge().measures.get((thing.lemma, "hold")) if thing is not None else None


def find_wounds(parse: Parse, counted: Counted) -> str | None:
    """ "Six of them [with frostbite]", "two [with burns]": a wound that they have, said right behind the number."""
    behind = parse.words[counted.last + 1 : counted.last + 6]
    behind = behind[2:] if len(behind) > 1 and behind[0].lower == "of" and behind[1].pos in ("PRON", "DET") else behind
    if not behind or behind[0].lower != "with" or behind[0].sentence != counted.anchor.sentence:
        return None
    return "injured" if any(w.lemma in load_knowledge().words["wound"] for w in behind[1:4]) else None


def find_harm_of_subject(parse: Parse, verb: Word | None, role: str) -> str | None:
    """ "The dead included three nurses": a list of the harmed measures what its subject does."""
    if verb is None or role not in ("dobj", "attr") or verb.lemma not in load_knowledge().words["verb that contains"]:
        return None
    subject = find_child(parse, verb, _SUBJECTS)
    known = load_knowledge().measures
    if subject is None or subject.tag == "NNP":
        return None
    return known.get((subject.lemma, "noun")) or known.get((subject.lower, "noun"))


def describe_bodies(parse: Parse, counted: Counted) -> str | None:
    """ "The bodies of 14 hikers were found": not the hikers."""
    of = parse.words[counted.top.head]
    body = parse.words[of.head]
    if of.lower != "of" or body.lemma not in load_knowledge().words["body"]:
        return None
    verb = parse.words[body.head]
    return f"dead bodies {verb.lower}" if verb.pos == "VERB" else "dead bodies"


def find_harm(parse: Parse, verb: Word, role: str, counted: Counted) -> str | None:
    """Look the verb up: "were killed", "died", "are missing", "feared dead", "claimed seven lives"."""
    found = _look_up(parse, verb, role)
    noun = counted.noun
    if found and noun is not None and found not in _OF_ALL and not is_person(noun):
        return found if noun.lemma in load_knowledge().words["household"] else None
    return found


def _look_up(parse: Parse, verb: Word, role: str) -> str | None:
    known = load_knowledge().measures
    after = parse.words[verb.i + 1] if verb.i + 1 < len(parse.words) else verb
    if _ends_in_death(parse, verb):
        return "dead"
    if after.lower == "dead" and after.head == verb.i and (role in ("dobj", "nsubjpass") or verb.tag == "VBN"):
        return "dead"  # shot dead, found dead
    brought = _brought(parse, verb) if role in ("nsubjpass", "dobj") else _suffered(parse, verb, role)
    if brought:
        return brought
    passive = verb.tag == "VBN" and role != "dobj"
    if verb.lemma in ("leave", "render", "make") and _is_shelterless(parse, verb):
        return "homeless"
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


def find_kind(parse: Parse, verb: Word, role: str, counted: Counted) -> str | None:
    """ "Pulled out", "rounded up", "razed": the common word for a harm that the report tells in words of its own."""
    noun, kinds = counted.noun, load_knowledge().kinds
    passive = verb.tag == "VBN" and find_child(parse, verb, ("dobj",)) is None and role != "pobj"
    if role not in ("dobj", "nsubjpass") and not passive:
        return None
    people = counted.size or noun is None or is_person(noun) or noun.lemma in load_knowledge().words["household"]
    of = "person" if people else "thing"
    return next((kinds[form, of] for form in list_forms(parse, verb) if (form, of) in kinds), None)


def _is_shelterless(parse: Parse, verb: Word) -> bool:
    """ "Left 6,200 [without a roof] over their heads"."""
    lacks = [parse.words[c] for c in parse.children[verb.i] if parse.words[c].lower == "without"]
    things = [find_child(parse, one, ("pobj",)) for one in lacks]
    return any(w is not None and w.lemma in load_knowledge().words["shelter"] for w in things)


def _ends_in_death(parse: Parse, verb: Word) -> bool:
    """ "Froze to death", "were trampled to death"."""
    ends = (
        find_child(parse, parse.words[c], ("pobj",)) for c in parse.children[verb.i] if parse.words[c].lower == "to"
    )
    return any(end is not None and end.lower == "death" for end in ends)


def _brought(parse: Parse, verb: Word) -> str | None:
    """ "22 were taken to hospital", "80 were moved to safety"."""
    words = load_knowledge().words
    if _driven_out(parse, verb) and verb.lemma != "evacuate":
        return "displaced"
    if verb.lemma not in words["verb that brings"]:
        return None
    carried = find_child(parse, verb, ("dobj",))
    beside = parse.children[carried.i] if carried is not None else ()
    for preposition in (parse.words[c] for c in (*parse.children[verb.i], *beside)):
        where = find_child(parse, preposition, ("pobj",)) if preposition.lower == "to" else None
        if where is not None and where.lower in words["hospital"]:
            return "taken to hospital"
        if where is not None and where.lower in words["safety"]:
            return "evacuated"
        if preposition.lower in ("from", "out") and verb.lemma in words["verb that clears"]:
            return "evacuated"
    return None


def _driven_out(parse: Parse, verb: Word) -> bool:
    """ "Drove 6,000 islanders from their homes", "were chased out of their homes"."""
    for leaving in (parse.words[c] for c in parse.children[verb.i] if parse.words[c].lower in ("from", "out")):
        inner = find_child(parse, leaving, ("prep",)) or leaving
        home = find_child(parse, inner, ("pobj",))
        if home is not None and home.lemma == "home" and find_child(parse, home, ("poss",)) is not None:
            return True
    return False


def _suffered(parse: Parse, verb: Word, role: str) -> str | None:
    """ "Lost their lives", "lost their homes", "suffered burns", "escaped with cuts": what harm their loss is."""
    if role in _SUBJECTS and verb.lemma in load_knowledge().words["verb of suffering"]:
        carried = next((parse.words[c] for c in parse.children[verb.i] if parse.words[c].lower == "with"), verb)
        wound = find_child(parse, carried, ("pobj",)) if carried != verb else None
        if wound is not None and wound.lemma in load_knowledge().words["wound"]:
            return "injured"
    thing = find_child(parse, verb, ("dobj",)) if role in _SUBJECTS else None
    if thing is None:
        return None
    known = load_knowledge()
    if verb.lemma in known.words["verb that breaks"] and thing.lemma in known.words["limb"]:
        return "injured"
    if verb.lemma in known.words["verb of suffering"] and thing.lemma in known.words["wound"]:
        return "injured"
    return known.measures.get((thing.lemma, "loss")) if verb.lemma == "lose" else None


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
