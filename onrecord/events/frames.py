"""Reads the frame of a verb or a noun off the tree: who does it, who undergoes it, whom it is done with."""

from __future__ import annotations

from onrecord.events.knowledge import load_knowledge
from onrecord.language import Parse, Word

_RELATIVE = ("WP", "WDT", "WP$")
_SUBJECTS = ("nsubj", "csubj")


def find_children(parse: Parse, word: Word, *deps: str) -> list[Word]:
    """Return the children of a word with one of these relations, from left to right."""
    return [parse.words[c] for c in parse.children[word.i] if parse.words[c].dep in deps]


def find_prepositional(parse: Parse, word: Word, prepositions: frozenset[str]) -> list[Word]:
    """Return the nouns that these prepositions tie to a word."""
    return [
        noun
        for preposition in find_children(parse, word, "prep", "agent", "dative")
        if preposition.lower in prepositions
        for noun in find_children(parse, preposition, "pobj", "pcomp")
        if noun.dep == "pobj" or noun.tag == "VBG"
    ]


def is_passive(parse: Parse, verb: Word) -> bool:
    """Tell whether a verb form is passive: it has a passive auxiliary or subject, or is a bare participle."""
    if find_children(parse, verb, "nsubjpass", "auxpass"):
        return True
    if verb.tag != "VBN" or find_children(parse, verb, "aux", "dobj"):
        return False
    head = parse.words[verb.head]
    return verb.dep in ("acl", "relcl") or (verb.dep == "conj" and head.pos == "VERB" and is_passive(parse, head))


def find_patient(parse: Parse, verb: Word) -> Word | None:
    """Return whom or what the verb is done to: "37 people were killed", "killed 37 people", "the people killed"."""
    if not is_passive(parse, verb):
        return _first(find_children(parse, verb, "dobj")) or _short_passive(parse, verb)
    subject = _first(find_children(parse, verb, "nsubjpass", "nsubj"))
    if subject is not None:
        return _antecedent(parse, verb, subject)
    head = parse.words[verb.head]
    if verb.dep == "acl":
        return head
    return find_patient(parse, head) if verb.dep == "conj" and head.pos == "VERB" else None


def _short_passive(parse: Parse, verb: Word) -> Word | None:
    """ "Twelve people killed in clash": a headline leaves the auxiliary out."""
    hurts = any(t.subtype in ("kill", "injure", "arrest") for t in load_knowledge().verbs.get(verb.lemma, ()))
    if not hurts or verb.tag not in ("VBD", "VBN") or find_children(parse, verb, "aux", "prt"):
        return None
    return _first(find_children(parse, verb, "nsubj"))


def find_agent(parse: Parse, verb: Word, depth: int = 4) -> Word | None:
    """Return who does what the verb says; the subject of a verb of saying never does what is said."""
    if is_passive(parse, verb):
        return _first(find_prepositional(parse, verb, frozenset({"by"})))
    subject = _first(find_children(parse, verb, *_SUBJECTS))
    if subject is not None:
        patient = find_patient(parse, verb)
        return None if patient is not None and patient.i == subject.i else _antecedent(parse, verb, subject)
    return _shared_agent(parse, verb, depth) if depth else None


def _shared_agent(parse: Parse, verb: Word, depth: int) -> Word | None:
    """Find the subject that a verb shares with the verb above it: "plans to [visit]", "[killing] five"."""
    head = parse.words[verb.head]
    if verb.dep == "acl" and verb.tag == "VBG":
        return head
    if verb.dep == "pcomp":
        return _agent_of_gerund(parse, head, depth)
    if head.i == verb.i or head.pos != "VERB":
        return None
    reports = head.lemma in load_knowledge().words["reporting verb"]
    if reports and (
        verb.dep in ("conj", "advcl") or not any(w.lower == "to" for w in find_children(parse, verb, "aux"))
    ):
        return None
    if verb.dep in ("xcomp", "ccomp"):
        given = find_children(parse, head, "dobj", "dative")
        controlled = given and verb.dep == "xcomp" and head.lemma in load_knowledge().words["object control"]
        return given[0] if controlled else _controller(parse, verb, head, depth)
    if verb.dep in ("conj", "advcl"):
        return find_patient(parse, head) if is_passive(parse, head) else find_agent(parse, head, depth - 1)
    return None


def _controller(parse: Parse, verb: Word, head: Word, depth: int) -> Word | None:
    if verb.dep == "ccomp" or head.lemma in load_knowledge().words["no control"]:
        return None
    return find_patient(parse, head) if is_passive(parse, head) else find_agent(parse, head, depth - 1)


def _agent_of_gerund(parse: Parse, preposition: Word, depth: int) -> Word | None:
    """ "Accused Velm of [shelling] a village": Velm is said to do it."""
    head = parse.words[preposition.head]
    if head.pos != "VERB":
        return None
    if preposition.lower == "of" or preposition.lower == "from":
        return find_patient(parse, head)
    return find_agent(parse, head, depth - 1) if preposition.lower in ("by", "after", "before", "without") else None


def _antecedent(parse: Parse, verb: Word, subject: Word) -> Word | None:
    relative = subject.tag in _RELATIVE or (subject.lower == "that" and verb.dep == "relcl")
    if not relative:
        return None if subject.dep == "expl" else subject
    return parse.words[verb.head] if verb.dep == "relcl" else None


def _first(words: list[Word]) -> Word | None:
    return words[0] if words else None
