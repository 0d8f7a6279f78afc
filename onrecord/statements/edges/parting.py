"""Finds where what somebody says ends, because a verb of the report's own goes on: "said it held and meant to stay"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.language import Parse, Word
from onrecord.statements.candidates import Candidate
from onrecord.statements.grammar.quotations import Quoted
from onrecord.statements.grammar.voices import head_of

_FINITE = ("VBZ", "VBD", "VBP", "MD")
_JOINED = ("conj", "advcl")
_PLURALS = ("NNS", "NNPS")
_VERBAL = ("clause", "object", "phrasal", "infinitive")
_TOLD = ("VBZ", "VBD", "VBP", "VBG")


def part_joined(parse: Parse, quoted: Quoted, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Cut from what is said a further verb of the report's own: "is adamant that he won | and means to protest".

    "She said the hall was full | and moved that they leave": who has no subject of his own is the outer speaker if the
    tense is the same. "He said it held, | and an engineer doubted that": whoever is named behind a comma speaks for
    himself, where no "that" takes the report up again.
    """
    found = list(candidates)
    for n, inner in enumerate(candidates):
        word = parse.words[inner.head]
        if not inner.source or word.dep not in _JOINED or quoted.inside[word.i] >= 0:
            continue
        for k, outer in enumerate(found):
            if outer.head >= inner.head or inner.head not in outer.content or not outer.source:
                continue
            start = _parting(parse, quoted, outer, inner)
            left = frozenset(i for i in outer.content if i < start)
            if start and left:
                found[k] = replace(outer, content=left)
                found[n] = replace(found[n], source=inner.source if _has_subject(parse, word) else outer.source)
    return found


def _parting(parse: Parse, quoted: Quoted, outer: Candidate, inner: Candidate) -> int:
    """Where what is said ends because a verb of the report's own goes on; 0 where it does not."""
    word = parse.words[inner.head]
    verb = word.tag in _TOLD or (word.tag in _PLURALS and inner.rule in _VERBAL)  # "doubts the sums and wonders why"
    same = outer.source == inner.source and verb and not inner.source & outer.content
    if same:
        return _before_link(parse, min(inner.cue))
    link = max((i for i in parse.children[word.head] if parse.words[i].dep == "cc" and i < word.i), default=0)
    start = min(outer.content)
    if start < outer.head or quoted.inside[start] >= 0 or word.dep != "conj":
        return 0
    mark = next((i for i in range(start, min(inner.source | inner.cue)) if parse.words[i].text == ";"), 0)
    if mark and _has_subject(parse, word) and quoted.inside[mark] < 0:
        return mark
    if link <= max(start, outer.head):
        return 0
    if any(parse.words[i].lower in ("that", "whether", "to") for i in range(link, min(inner.cue))):
        return 0
    comma = parse.words[link - 1].text == ","
    own = _has_subject(parse, word)
    alone = own and comma and not any(parse.words[i].pos == "PRON" for i in inner.source)
    again = not own and _finite_tag(parse, word) == _finite_tag(parse, parse.words[outer.head])
    again = again and not _is_somebody_else(parse, outer, parse.words[word.head])
    return link - comma if alone or again else 0


def _is_somebody_else(parse: Parse, outer: Candidate, verb: Word) -> bool:
    """ "They said he laughed and talked": a pronoun that cannot be the speaker goes on."""
    subjects = [parse.words[c] for c in parse.children[verb.i] if parse.words[c].dep in ("nsubj", "nsubjpass")]
    head = head_of(parse, outer.source)
    several = head.tag in ("NNS", "NNPS") or head.lower == "they"
    return any(
        word.tag == "PRP" and ((word.lower == "they") != several or (head.tag == "PRP" and head.lower != word.lower))
        for word in subjects
    )


def _has_subject(parse: Parse, verb: Word) -> bool:
    return any(parse.words[c].dep in ("nsubj", "nsubjpass") for c in parse.children[verb.i])


def _finite_tag(parse: Parse, verb: Word) -> str:
    """The tense and number of a verb or of what helps it; "had said" is earlier than "said"."""
    helping = [parse.words[c] for c in parse.children[verb.i] if parse.words[c].dep in ("aux", "auxpass")]
    finite = next((word for word in helping if word.tag in _FINITE), verb)
    return "before" if finite.lower == "had" and finite is not verb else finite.tag


def cut_at_semicolon(parse: Parse, quoted: Quoted, candidate: Candidate) -> Candidate:
    """Cut from what stands before the speaker all up to a semicolon: "They strike; it holds, their chairman said"."""
    frame = candidate.cue | candidate.source
    start, end = min(candidate.content), min(frame, default=0)
    if candidate.rule == "according to" or start >= end or quoted.inside[start] >= 0:
        return candidate
    mark = max((i for i in range(start, end) if parse.words[i].text == ";" and quoted.inside[i] < 0), default=-1)
    kept = frozenset(i for i in candidate.content if i > mark)
    return replace(candidate, content=kept) if kept else candidate


def _before_link(parse: Parse, start: int) -> int:
    """Step back over the "and" that leads to a verb, and the comma before it."""
    if start and parse.words[start - 1].dep == "cc":
        start -= 1
    return start - 1 if start and parse.words[start - 1].text == "," else start
