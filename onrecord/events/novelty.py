"""Tells what a report has to tell from what it reminds of."""

from __future__ import annotations

from typing import Literal

from onrecord.events.chains import Found
from onrecord.events.frames import find_children
from onrecord.events.knowledge import load_knowledge
from onrecord.language import Parse, Word

Novelty = Literal["new", "background"]

_REMINDS = frozenset(("after", "since", "following", "before", "despite"))
_UP = 4


def find_novelty(parse: Parse, found: Found) -> Novelty:
    """Return whether an event is told as news or only called to mind.

    Background is what stands in a participle before a noun, in the past perfect outside reported speech, in a
    relative clause, or behind "after" and "since".
    """
    if found.rule == "events.participle":
        return "background"
    here = found.word
    for _ in range(_UP):
        head = parse.words[here.head]
        if _reminds(parse, here, head):
            return "background"
        if head.i == here.i or (here.dep == "ccomp" and head.lemma in load_knowledge().words["reporting verb"]):
            break
        here = head
    return "new"


def _reminds(parse: Parse, here: Word, head: Word) -> bool:
    if here.dep == "relcl" and here.tag in ("VBD", "VBN"):
        return True
    if here.dep == "pobj":
        return head.lower in _REMINDS
    if here.dep == "advcl":
        return any(w.lower in _REMINDS for w in find_children(parse, here, "mark", "advmod", "prep"))
    reported = here.dep == "ccomp" and head.lemma in load_knowledge().words["reporting verb"]
    return not reported and any(w.lower == "had" for w in find_children(parse, here, "aux"))
