"""Reads what a helping verb commits to: "will meet" agrees, "will not meet" rejects, "must leave" demands."""

from __future__ import annotations

from onrecord.events.chains import Found
from onrecord.events.frames import find_agent, find_children, may_act
from onrecord.events.knowledge import load_knowledge
from onrecord.language import Parse, Word
from onrecord.records import Span

_GOOD = frozenset(("CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD", "AGREE"))
_BAD = frozenset(("ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "PROTEST", "THREATEN"))
_WILL = frozenset(("will", "'ll", "shall", "wo"))
_MUST = frozenset(("must", "should", "ought"))
_PRONOUNS = frozenset(("it", "they", "he", "she", "we", "i"))


def find_commitment(parse: Parse, verb: Word, found: Found | None) -> Found | None:
    """Return the promise, threat, refusal or demand that lies in how a verb is said; the act itself stays its own."""
    sign = _find_sign(parse, verb)
    if sign is None or (sign.dep == "aux" and _is_conditional(parse, verb)):
        return None
    root = _root(parse, verb, sign, found.root if found is not None else None)
    agent = find_agent(parse, verb)
    if root is None or agent is None or not may_act(agent):
        return None
    who = find_speaker(parse, verb) if root == "REQUEST" or agent.lower in _PRONOUNS else agent
    if root == "REQUEST" and who is None:
        return None
    return Found(
        word=verb, span=Span(start=sign.start, end=sign.end), root=root, subtype="statement of position",
        sense=found.sense if found is not None else None, object=found.object if found is not None else None,
        rule="events.commitment", by=who or agent,
    )  # fmt: skip


def find_speaker(parse: Parse, verb: Word) -> Word | None:
    """Return who says it: a promise or a demand is made by the one who says so, "Velm said it will leave"."""
    head = parse.words[verb.head]
    if verb.dep == "xcomp":
        verb, head = head, parse.words[head.head]
    if verb.dep != "ccomp" or head.lemma not in load_knowledge().words["reporting verb"]:
        return None
    speaker = find_agent(parse, head)
    return speaker if speaker is not None and may_act(speaker) else None


def _find_sign(parse: Parse, verb: Word) -> Word | None:
    for child in find_children(parse, verb, "aux"):
        if child.lower in _WILL or child.lower in _MUST:
            return child
        if child.lower in ("would", "'d") and _is_told(parse, verb):
            return child
    head = parse.words[verb.head]
    if verb.dep == "xcomp" and head.pos == "ADJ" and head.lower in load_knowledge().words["willing"]:
        return head
    return None


def _is_told(parse: Parse, verb: Word) -> bool:
    """Tell whether "would" is the past of "will": "said it would allow"."""
    head = parse.words[verb.head]
    return verb.dep == "ccomp" and head.tag in ("VBD", "VBN") and head.lemma in load_knowledge().words["reporting verb"]


def _is_conditional(parse: Parse, verb: Word) -> bool:
    clauses = find_children(parse, verb, "advcl")
    return any(m.lower in ("if", "unless") for c in clauses for m in find_children(parse, c, "mark"))


def _root(parse: Parse, verb: Word, sign: Word, root: str | None) -> str | None:
    negated = bool(find_children(parse, verb, "neg"))
    if sign.lower in _MUST:
        return None if negated else "REQUEST"
    if negated:
        return "REJECT" if root in _GOOD else None
    if root in _GOOD:
        return "AGREE"
    return "THREATEN" if root in _BAD else None
