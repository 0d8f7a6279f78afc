"""Finds the condition that an event hangs on, or is: "if Velm attacks", "unless it withdraws", "should talks fail"."""

from __future__ import annotations

from onrecord.events.frames import find_children
from onrecord.events.knowledge import load_knowledge
from onrecord.language import Parse, Word

_INVERTED = frozenset(("should", "were", "had"))
_OPEN = frozenset(("will", "'ll", "would", "'d", "could", "may", "might", "shall", "wo", "can"))
_IN_CASE = frozenset(("case", "event", "absence"))
_BINDING = frozenset(("condition", "proviso", "event", "case", "understanding"))
_UP = 5


def find_condition(parse: Parse, word: Word) -> Word | None:
    """Return the word that makes an event a mere hypothesis."""
    had = _find_inverted_past(parse, word)
    if had is not None:
        return had
    here = word
    for _ in range(_UP):
        found = _opens(parse, here) or _hangs_on(parse, here)
        if found is not None:
            return found
        head = parse.words[here.head]
        if head.i == here.i or here.dep in ("relcl", "parataxis"):
            return None
        if here.dep == "advcl" and not _opens(parse, here):
            return None
        if here.dep == "ccomp" and head.lemma in load_knowledge().words["reporting verb"]:
            return None
        here = head
    return None


def _opens(parse: Parse, verb: Word) -> Word | None:
    """Return the word that opens a clause of condition: "if", "unless", "provided that", or an inverted verb."""
    if verb.dep == "pobj" and parse.words[verb.head].lower == "of":
        above = parse.words[parse.words[verb.head].head]
        return above if above.lower in _IN_CASE else None
    if verb.pos != "VERB" and verb.dep != "advcl":
        return None
    known, head = load_knowledge().modalities, parse.words[verb.head]
    for mark in find_children(parse, verb, "mark", "advmod"):
        if mark.lower == "if" and mark.i and parse.words[mark.i - 1].lower == "as":
            continue  # "it looks as if"
        if mark.lower == "once" and verb.tag in ("VBZ", "VBP") and verb.dep == "advcl":
            return mark
        if known.get(("mark", mark.lower)) and mark.lower != "whether":
            return mark if mark.lower != "if" or head.lemma not in load_knowledge().words["asks whether"] else None
    if verb.dep == "advcl" and head.lower == "long" and parse.words[head.i + 1].lower == "as":
        return head
    if verb.dep in ("ccomp", "advcl", "pcomp") and (
        head.lower in ("assuming", "provided", "providing", "supposing") or head.lemma in ("imagine", "suppose")
    ):
        return head
    return _opens_inverted(parse, verb, head)


def _find_inverted_past(parse: Parse, verb: Word) -> Word | None:
    """ "Would have been arrested [had] he stayed", whatever the parser makes of it."""
    helpers = [w.lower for w in find_children(parse, verb, "aux")]
    if "have" not in helpers or helpers[0] not in ("would", "could", "might", "'d"):
        return None
    behind = parse.words[verb.i + 1 : verb.i + 9]
    return next(
        (w for w in behind if w.lower == "had" and parse.words[w.i - 1].pos not in ("PRON", "NOUN", "PROPN")), None
    )


def _opens_inverted(parse: Parse, verb: Word, head: Word) -> Word | None:
    """ "Were Karv to attack", "should talks fail", "had they stayed"."""
    above, to = parse.words[head.head], any(w.lower == "to" for w in find_children(parse, verb, "aux"))
    if verb.dep == "relcl" and head.dep == "nsubj" and above.lower == "were" and above.i < head.i:
        return above if to else None
    if head.lower == "were" and to:
        subjects = find_children(parse, head, "nsubj") + find_children(parse, verb, "nsubj")
        return head if any(w.i > head.i for w in subjects) else None
    if verb.dep == "advcl" or verb.dep == "ccomp":
        first = parse.words[verb.left]
        if first.lower in _INVERTED and first.i < verb.i and first.dep in ("aux", "auxpass"):
            return first
    return None


def _hangs_on(parse: Parse, verb: Word) -> Word | None:
    """Return the opening word of a condition that a verb in the future or the conditional depends on."""
    if verb.pos != "VERB" or not _is_open(parse, verb):
        return None
    first = parse.words[verb.left]
    helpers = find_children(parse, verb, "aux")
    if first in helpers and first.lower == "should" and len(helpers) > 1:
        return first  # "should the truce collapse, they would attack", read as one clause
    would = any(w.lower in ("would", "'d") for w in find_children(parse, verb, "aux"))
    for clause in find_children(parse, verb, "advcl", "prep", "ccomp"):
        if would and clause.lower == "without":
            return clause  # "without a truce nobody would sign"
        opened = _opens(parse, clause) or _names_condition(parse, clause)
        if opened is not None:
            return opened
    return None


def _names_condition(parse: Parse, preposition: Word) -> Word | None:
    """ "On [condition] that the rebels disarm", "in the [event] of a raid"; not "at the event"."""
    things = find_children(parse, preposition, "pobj") if preposition.dep == "prep" else []
    bound = [w for w in things if w.lower in _BINDING and find_children(parse, w, "acl", "relcl", "ccomp", "prep")]
    return next(iter(bound), None)


def _is_open(parse: Parse, verb: Word) -> bool:
    if any(w.lower in _OPEN for w in find_children(parse, verb, "aux")):
        return True
    return verb.lemma in ("promise", "threaten", "vow", "pledge", "offer") or verb.tag == "VB"
