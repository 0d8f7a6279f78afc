"""Finds the act of force that someone was hurt in, and who stands behind it: "killed in [police] firing"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.events.frames import find_agent, find_children, find_prepositional
from onrecord.events.knowledge import load_knowledge
from onrecord.language import Parse, Word

_CAUSES = frozenset(("in", "to", "by", "during", "from", "under", "due", "of", "after", "following", "into"))
_WHEN = frozenset(("when", "after", "as"))
_HURT = ("kill", "injure", "wound", "die", "hurt", "shoot")
_WITH = frozenset(("with",))
_BY = frozenset(("by",))
_FORCES = ("police", "military", "armed group")
_BACK = 90
_NEAR = 8


def find_authors(parse: Parse, verb: Word) -> list[Word]:
    """Return who stands behind the act that someone was hurt in, or in whose course it happened."""
    for act in find_acts(parse, verb):
        author = find_author(parse, act)
        if author is not None:
            return [author]
        by = [w for w in find_prepositional(parse, act, _BY) if w.dep == "pobj"] or find_opponents(parse, act)
        agent = find_agent(parse, act) if act.tag == "VBG" and not by and act.dep in ("xcomp", "dobj") else None
        if by or agent is not None:
            return by or [w for w in (agent,) if w is not None]
    return _of_clause(parse, verb)


def find_opponents(parse: Parse, act: Word) -> list[Word]:
    """ "Killed in an encounter with [the police]", "in a clash with [rebels]": the other side of a fight did it."""
    if act.lemma not in load_knowledge().words["fight"]:
        return []
    sides = [w for w in parse.words[act.left : act.i] if _is_body(w)]
    return [w for w in find_prepositional(parse, act, _WITH) if _is_body(w)] or (sides if len(sides) == 1 else [])


def find_authors_of_deaths(parse: Parse, noun: Word) -> list[Word]:
    """ "Deaths in police firing", "40 deaths were due to police firing": who stands behind what a noun counts."""
    here = noun
    for _ in range(3):
        authors = find_authors(parse, here)
        head = parse.words[here.head]
        if authors or head.i == here.i or here.pos == "VERB" or head.pos not in ("VERB", "NUM", "ADP"):
            return authors
        if head.pos == "VERB" and here.dep not in ("nsubj", "nsubjpass"):
            return []
        here = head
    return find_authors(parse, here)


def find_acts(parse: Parse, word: Word) -> Iterator[Word]:
    """Yield the acts of force that a preposition ties to a verb, or to the wounds or deaths that are its object."""
    for tied in (word, *find_children(parse, word, "dobj", "nsubj")):
        causes = (p for p in find_children(parse, tied, "prep", "agent") if p.lower in _CAUSES)
        for noun in (n for p in causes for n in find_children(parse, p, "pobj", "pcomp")):
            yield from _acts_at(parse, noun)


def _acts_at(parse: Parse, noun: Word) -> Iterator[Word]:
    """Yield the act that a noun names or stands before: "in [shelling]", "in police [firing]", "in [which]"."""
    after = parse.words[noun.i + 1 : noun.i + 2]
    beside = (noun, *find_children(parse, noun, "acl", "conj"), *after)
    yield from (act for act in beside if is_force(act) or is_body_fire(parse, act))
    if noun.lower == "which":
        yield from _told_before(parse, noun)


def _told_before(parse: Parse, which: Word) -> Iterator[Word]:
    """ "Ordered [firing] in which four died": the act that "which" takes up again."""
    for earlier in reversed(parse.words[max(0, which.i - _NEAR) : which.i]):
        if is_force(earlier):
            yield earlier
            return


def is_force(word: Word) -> bool:
    """Tell whether a word names an act of violence, however the parser read it."""
    nouns = load_knowledge().nouns
    rows = nouns.get(word.lower) or (nouns.get(word.lemma) if word.pos == "NOUN" else None) or ()
    return any(row.root == "ASSAULT" for row in rows) or word.lemma in ("bullet", "gunfire")


def is_baton_charge(parse: Parse, word: Word) -> bool:
    """Tell whether "charge" is one with sticks, in one word or several: "baton [charge]", "lathi-[charge]"."""
    if not word.lower.startswith("charg") or word.i < 2:
        return False
    return any(w.lower in ("lathi", "baton", "cane") for w in parse.words[word.i - 2 : word.i])


def is_body_firing(parse: Parse, word: Word) -> bool:
    """Tell whether a participle is a noun behind the body that acts: "in police [firing]"."""
    if word.tag != "VBG" or not word.i or not is_force(word) or find_children(parse, word, "dobj", "aux"):
        return False
    return _is_body(parse.words[word.i - 1]) and parse.words[word.i - 1].sentence == word.sentence


def is_body_fire(parse: Parse, word: Word) -> bool:
    """ "Killed in police [fire]", "the police [fire] victim": shots, not a blaze."""
    return word.lower == "fire" and word.i > 0 and word.pos == "NOUN" and _is_body(parse.words[word.i - 1])


def find_author(parse: Parse, noun: Word) -> Word | None:
    """Return the word before a noun of action that names its author: "[police] firing", "[Velmar] airstrikes"."""
    sectors = load_knowledge().sectors
    for word in find_children(parse, noun, "compound", "amod", "poss", "nmod", "nsubj"):
        if word.tag == "JJ":
            names = word.text[:1].isupper() and word.i != 0 and word.lower not in sectors
        else:
            names = word.lemma in sectors or word.lower in sectors
        if names:
            return word
    before = parse.words[noun.i - 1] if noun.i else None
    return before if before is not None and _is_body(before) else None


def _is_body(word: Word) -> bool:
    """Tell whether a word names a body of armed people as such: "police firing", whatever the parser made of it."""
    sectors = load_knowledge().sectors
    return word.pos in ("NOUN", "PROPN") and (sectors.get(word.lower) or sectors.get(word.lemma)) in _FORCES


def _of_clause(parse: Parse, verb: Word) -> list[Word]:
    """ "Killed when the [police] opened fire": who used force in the clause that says how it came."""
    known = load_knowledge()
    joined = [parse.words[verb.head]] if verb.dep == "conj" else []
    for clause in (
        c for w in (verb, *joined, *find_children(parse, verb, "conj")) for c in find_children(parse, w, "advcl")
    ):
        opened = [w.lower for w in find_children(parse, clause, "advmod", "mark")]
        if "as" in opened and ("even" in opened or verb.lemma not in _HURT):
            continue
        forceful = any(row.subtype in ("force", "shelling") for row in known.verbs.get(clause.lemma, ()))
        agent = find_agent(parse, clause) if forceful and _WHEN & set(opened) else None
        if agent is not None and (agent.lemma == "officer" or known.sectors.get(agent.lemma) in _FORCES):
            return [agent]
    return []


def find_last_force(parse: Parse, word: Word, police_only: bool = False) -> str | None:
    """Return the sector of the armed body that was named last before a word."""
    sectors = load_knowledge().sectors
    for earlier in reversed(parse.words[max(0, word.i - _BACK) : word.i]):
        sector = sectors.get(earlier.lower) or sectors.get(earlier.lemma)
        if sector == "police" or (sector in _FORCES and not police_only):
            return sector
    return None
