"""Tells which sense of the lexicon a verb or a noun has where it stands."""

from __future__ import annotations

from onrecord.events.acts import is_baton_charge, is_body_firing
from onrecord.events.fits import fits_frame
from onrecord.events.frames import find_agent, find_children, find_patient, find_prepositional, may_act
from onrecord.events.knowledge import Sense, load_knowledge
from onrecord.events.readings import has_other_reading
from onrecord.language import Parse, Word

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
        fits, noun = fits_frame(parse, verb, sense, agent, patient)
        if fits and not (noun is not None and _is_theirs(parse, verb, noun)):
            return None if noun is not None and has_other_reading(parse, noun, "noun") else (sense, noun)
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
    if sense is None or sense.frame in ("owner", "by", "kept") or has_other_reading(parse, noun, "noun"):
        return None
    performs = verb.lemma in words["verb that performs"]
    if _is_done_by_other(parse, verb, noun) or (performs and _is_another_s(parse, noun, sense)):
        return None
    if is_told_about(parse, verb, noun):
        return None
    light = verb.lemma in words["light verb"]
    announced = verb.lemma in words["reporting verb"]
    declared = words["root that is announced" if announced else "root that is declared"]
    declares = performs and sense.root in declared
    return (sense, noun) if light or (declares and sense.subtype != "arrest") else None


def is_told_about(parse: Parse, verb: Word, noun: Word) -> bool:
    """ "Made [public] the murder of two clerks", "called the eviction [a disgrace]": its subject has not done it."""
    between = [w.lower for w in parse.words[verb.i : noun.i]]
    return "public" in between or "known" in between or bool(find_children(parse, verb, "oprd"))


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


def _is_another_s(parse: Parse, noun: Word, sense: Sense) -> bool:
    """ "Announced [the rebels'] withdrawal", "the withdrawal [of the rebels]": theirs, not the announcer's."""
    owners = [w for w in find_children(parse, noun, "poss") if w.tag != "PRP$"]
    if sense.of == "subject":
        owners += [w for w in find_prepositional(parse, noun, frozenset({"of"})) if may_act(w)]
    return bool(owners)


def _is_theirs(parse: Parse, verb: Word, noun: Word) -> bool:
    """ "Announced the release of two men by rebels", "announced the rebels' withdrawal": the announcer only tells."""
    words, sense = load_knowledge().words, find_noun_sense(noun)
    others = sense is not None and verb.lemma in words["verb that performs"] and _is_another_s(parse, noun, sense)
    return others or (verb.lemma in words["reporting verb"] and _is_done_by_other(parse, verb, noun))


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
