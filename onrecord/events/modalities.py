"""Tells whether an event happened, goes on, is planned, proposed, possible, alleged, denied or did not happen."""

from __future__ import annotations

from onrecord.events.frames import find_children
from onrecord.events.knowledge import load_knowledge
from onrecord.events.participants import is_nobody
from onrecord.language import Parse, Word
from onrecord.records import Modality

_RANK: tuple[Modality, ...] = (
    "denied", "negated", "hypothetical", "requested", "proposed", "considered", "alleged", "planned", "possible",
    "ongoing",
)  # fmt: skip
_UP = 5


def find_modality(parse: Parse, word: Word) -> Modality:
    """Read the modality of a trigger off its auxiliaries and off the verbs and nouns that govern it."""
    found = _of_verb(parse, word) if word.pos == "VERB" else _of_noun(parse, word)
    here = word
    for _ in range(_UP):
        head = parse.words[here.head]
        if head.i == here.i or not _reaches(parse, here, head):
            break
        found |= _from_above(parse, here, head)
        here = head
    return next((modality for modality in _RANK if modality in found), "happened")


def _reaches(parse: Parse, here: Word, head: Word) -> bool:
    """What stands above a clause of time or cause says nothing of it: "after the talks he plans to leave"."""
    if here.dep in ("advcl", "relcl", "npadvmod", "parataxis", "nsubj"):
        return here.dep == "advcl" and head.lemma == "use"
    if here.dep == "prep":
        return here.lower in load_knowledge().words["preposition that carries modality"]
    return here.dep != "conj" or not find_children(parse, here, "nsubj", "nsubjpass")


def _of_verb(parse: Parse, verb: Word) -> set[Modality]:
    known = load_knowledge().modalities
    found: set[Modality] = set()
    for child in find_children(parse, verb, "aux", "mark", "advmod", "neg", "auxpass", "preconj", "cc"):
        if child.dep == "neg":
            found.add("negated")
        for how in ("aux", "mark", "adverb"):
            modality = known.get((how, child.lower))
            if modality and (how == "aux") == (child.dep == "aux"):
                found.add(modality)
    found |= _tense(parse, verb)
    if any(is_nobody(parse, one) for one in find_children(parse, verb, "nsubj", "nsubjpass", "dobj")):
        found.add("negated")
    return found


def _tense(parse: Parse, verb: Word) -> set[Modality]:
    auxiliaries = [w.lower for w in find_children(parse, verb, "aux", "auxpass")]
    if verb.tag == "VBG" and any(a in ("is", "are", "was", "were", "been", "'re", "'s", "am") for a in auxiliaries):
        return {"ongoing"}
    if "to" in auxiliaries and "have" not in auxiliaries and verb.dep in ("advcl", "acl", "relcl", "xcomp"):
        head = parse.words[verb.head]
        begun = head.lemma in ("begin", "start", "continue", "manage", "help", "force", "use")
        return set() if begun else {"planned"}
    return set()


def _of_noun(parse: Parse, noun: Word) -> set[Modality]:
    known, negators = load_knowledge().modalities, load_knowledge().words["negator"]
    found: set[Modality] = set()
    for child in find_children(parse, noun, "det", "amod", "compound", "neg"):
        if child.lower in negators:
            found.add("negated")
        modality = known.get(("noun", child.lower)) or known.get(("noun", child.lemma))
        if modality:
            found.add(modality)
    return found


def _from_above(parse: Parse, here: Word, head: Word) -> set[Modality]:
    """What a governing word says of what it governs: "plans to visit", "denied shelling", "calls for talks"."""
    known = load_knowledge().modalities
    found: set[Modality] = set()
    if head.lower in ("without", "against") and here.dep in ("pobj", "pcomp"):
        found.add("negated")
    if head.pos == "NOUN" and here.dep in ("prep", "acl", "relcl", "ccomp", "amod", "compound"):
        modality = known.get(("noun", head.lemma))
        found |= {modality} if modality and here.dep != "relcl" else set()
    if here.dep == "conj" and head.pos == "VERB":
        found |= _of_verb(parse, head) - {"ongoing"}
    negates = head.lemma in load_knowledge().words["carries its negation down"] and find_children(parse, head, "neg")
    if here.dep in ("xcomp", "ccomp", "oprd", "acomp") and negates:
        found.add("negated")
    if here.dep in ("xcomp", "acomp", "ccomp", "prep") and any(
        known.get(("mark", w.lower)) for w in find_children(parse, head, "mark")
    ):
        found.add("hypothetical")
    if head.pos in ("VERB", "ADJ") and here.dep in ("xcomp", "ccomp", "dobj", "prep", "pcomp", "nsubjpass", "pobj"):
        found |= _of_governor(parse, here, head)
    return found


def _of_governor(parse: Parse, here: Word, head: Word) -> set[Modality]:
    known = load_knowledge().modalities
    found: set[Modality] = set()
    modality = known.get(("verb", head.lemma))
    if modality and _tells(here, head, modality):
        found.add(modality)
    if here.dep in ("xcomp", "dobj", "nsubjpass") and (modality or here.dep != "xcomp" or head.lemma != "have"):
        upper = _of_verb(parse, head) if head.pos == "VERB" else set()
        found |= upper - {"ongoing", "planned"} if here.dep == "xcomp" and modality else upper - {"ongoing"}
    return found


def _tells(here: Word, head: Word, modality: Modality) -> bool:
    if modality == "alleged":
        return here.dep in ("ccomp", "xcomp") or (here.dep == "prep" and here.lower in ("of", "for"))
    if head.lemma in ("go", "ask", "set", "decide", "order"):
        return here.dep == "xcomp" or (head.lemma == "ask" and here.lower == "for")
    if modality == "considered":
        return here.dep in ("xcomp", "pcomp", "ccomp", "dobj")
    return True
