"""Words what the noun above a number says of it: a toll, "number of flooded cellars", "the sale of 12 frigates"."""

from __future__ import annotations

from onrecord.figures.counting import Counted, find_child, is_person
from onrecord.figures.knowledge import load_knowledge
from onrecord.figures.wording import describe_state, describe_verb, name_participle, word_verb
from onrecord.language import Parse, Word

_SUBJECTS = ("nsubj", "nsubjpass", "csubj")


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
    counted = next((word for word in inside if word.dep == "pobj" and word.pos in ("NOUN", "ADJ")), None)
    return (_clause_of(parse, counted) or f"number of {counted.lower}") if counted is not None else None


def _clause_of(parse: Parse, noun: Word) -> str | None:
    """ "The number of people [sleeping in tents]", "of ships [that called]": what the counted do."""
    clause = find_child(parse, noun, ("acl", "relcl"))
    if clause is None or clause.pos != "VERB" or clause.lemma in load_knowledge().words["weak verb"]:
        return None
    passive = clause.tag == "VBN"
    return " ".join(word_verb(parse, clause, "nsubjpass" if passive else "nsubj"))


def name_total(parse: Parse, total: Word) -> Word | None:
    """Find the noun that a number is the number of: "the number of flooded [cellars]"; None for harm."""
    of = next((parse.words[c] for c in parse.children[total.i] if parse.words[c].lower == "of"), None)
    thing = find_child(parse, of, ("pobj",)) if of else None
    if thing is None or thing.tag not in ("NNS", "NN", "JJ") or thing.lemma in load_knowledge().words["harmed"]:
        return None
    return thing


def find_owner(parse: Parse, counted: Counted) -> Word | None:
    """Find the noun that a number belongs to: "the [sale] of 12 frigates", "caused [injuries] to 26 pupils"."""
    preposition, words = parse.words[counted.top.head], load_knowledge().words
    if preposition.dep not in ("prep", "dative") or preposition.lower not in words["before an owned"]:
        return None
    owner, before = parse.words[preposition.head], parse.words[max(0, preposition.i - 1)]
    if owner.pos == "VERB" and preposition.lower == "to" and before.head == owner.i:
        owner = before
    if owner.tag not in ("NN", "NNS") or owner.i > preposition.i or owner.lemma in words["no owner"]:
        return None
    known = load_knowledge().measures
    if (owner.lemma, "noun") in known or (owner.lemma, "possession") in known:
        return owner
    return None if is_person(owner) or owner.lower in load_knowledge().numbers else owner


def describe_owned(parse: Parse, counted: Counted, owner: Word) -> str:
    """ "Sale approved", "visas issued", "crew size": the noun above the number, with what is done to it or it does."""
    words, verb = load_knowledge().words, parse.words[owner.head]
    body = owner.lemma in words["body of things"] | words["crew"] | words["body of people"]
    empty = words["weak verb"] | words["verb that tells"] - words["light verb"] | words["verb that makes"]
    held = describe_verb(parse, verb, owner.dep, counted) if body and verb.lemma == "have" else None
    if held and held.startswith(("on ", "in ", "aboard", "inside")):
        return held
    if verb.pos != "VERB" or verb.lemma in empty or owner.dep not in (*_SUBJECTS, "dobj"):
        return f"{owner.lower} size" if body else owner.lower
    if owner.dep != "dobj":
        return " ".join([owner.lower, *word_verb(parse, verb, "")])
    return owner.lower if verb.tag == "VB" else f"{owner.lower} {name_participle(verb)}"


def describe_within(parse: Parse, counted: Counted) -> str | None:
    """ "[Polling stations] in 14 provinces [stayed shut]": what is said of the noun that they are the place of."""
    preposition, words = parse.words[counted.top.head], load_knowledge().words
    owner = parse.words[preposition.head]
    verb = parse.words[owner.head]
    if preposition.lower not in ("in", "at", "on", "across", "along", "near", "inside", "throughout"):
        return None
    if owner.pos != "NOUN" or owner.dep not in _SUBJECTS or verb.pos != "VERB" or (owner.lemma in words["no owner"]):
        return None
    state = describe_state(parse, verb)
    return " ".join([owner.lower, *([state] if state else word_verb(parse, verb, ""))])


def is_group(owner: Word) -> bool:
    """Tell whether what is said of a noun holds for all in it: "a group of 12 hikers was rescued"."""
    words = load_knowledge().words
    return owner.lemma in words["body of things"] | words["crew"] | words["body of people"] | words["group"]


def is_group_of_people(parse: Parse, of: Word) -> bool:
    """Tell whether a number alone counts the people of a group: "a patrol of 14", "a family of five"."""
    group, words = parse.words[of.head], load_knowledge().words
    return of.lower == "of" and group.lemma in words["crew"] | words["group"] | words["body of people"]
