"""The one place that decides between candidates: which stand, which are nested in which."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.language import Parse
from onrecord.records import Span
from onrecord.statements.candidates import NONE, Candidate
from onrecord.statements.lexicon import load_words
from onrecord.statements.quotations import Quoted
from onrecord.statements.voices import can_speak, head_of

_SOURCELESS = frozenset(("passive", "asked", "according to", "ownerless noun", "noun", "noun is", "clause", "format"))
_STANCES = frozenset(("object", "phrasal", "infinitive", "adjective", "attitude", "light verb", "quotation"))
_VERBAL = frozenset(("clause", "open clause", "object", "phrasal", "infinitive", "light verb"))
_FINITE = ("VBZ", "VBD", "VBP", "MD")
_LAYOUT = frozenset(("colon", "headline", "caption"))
_SCARE = 4


def leave_quotation(quoted: Quoted, candidate: Candidate) -> Candidate:
    """Take away a source that stands inside a quotation although its verb stands outside: the parse ran through it."""
    if not candidate.source or not candidate.cue or quoted.inside[candidate.head] >= 0:
        return candidate
    inside = {quoted.inside[i] for i in candidate.source}
    if -1 in inside or quoted.length(min(candidate.source)) <= _SCARE:
        return candidate
    held = inside & {quoted.inside[i] for i in candidate.content}
    return replace(candidate, source=NONE, content=candidate.content | (candidate.source if held else NONE))


def lend_speaker(parse: Parse, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Give a participle without a speaker the one of its sentence: '"...," she said, adding that ...'."""
    found = sorted(candidates, key=lambda c: c.head)
    for k, candidate in enumerate(found):
        verb = parse.words[candidate.head]
        before = found[k - 1] if k else None
        if candidate.source or verb.tag != "VBG" or candidate.rule != "clause" or before is None:
            continue
        if parse.words[before.head].sentence == verb.sentence and before.source:
            found[k] = replace(candidate, source=before.source)
    return found


def keep_voiced(parse: Parse, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Leave out what a question word or, for a stance, a thing would say: "who will attack us?", "the bay wants"."""
    return [candidate for candidate in candidates if _is_voiced(parse, candidate)]


def keep_real(parse: Parse, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Leave out what is only to be said: "plans to announce a truce" and "if they want war" tell of none.

    "Went on to say" does say.
    """
    return [candidate for candidate in candidates if not _is_only_meant(parse, candidate)]


def _is_only_meant(parse: Parse, candidate: Candidate) -> bool:
    verb = parse.words[candidate.head]
    if candidate.rule not in _VERBAL:
        return False
    start = min(candidate.content, default=verb.i)
    if candidate.rule == "clause" and parse.words[start].tag in _FINITE and verb.lemma not in ("ask", "wonder"):
        # A clause that begins with its verb has lost its subject to the parse, and nobody said it so.
        return start > verb.i
    below = [parse.words[c] for c in parse.children[verb.i]]
    if verb.dep == "advcl" and any(word.dep == "mark" and word.lower in ("if", "unless") for word in below):
        return True
    if verb.tag != "VB":
        return False
    if not any(parse.words[c].tag == "TO" and parse.words[c].dep == "aux" for c in parse.children[verb.i]):
        return False
    return parse.words[verb.head].lemma not in load_words("carries_out")


def _is_voiced(parse: Parse, candidate: Candidate) -> bool:
    if not candidate.source or candidate.rule in _LAYOUT:
        return True
    head = head_of(parse, candidate.source)
    if head.lower in load_words("question_word") and len(candidate.source) == 1:
        return False
    return candidate.rule not in _STANCES or can_speak(parse, head)


def keep_possible(quoted: Quoted, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Leave out candidates without content, without a speaker where one is needed, and cues inside other cues."""
    inner = {i for c in candidates for i in c.cue if i != c.head}
    quoting = {
        i for c in candidates if c.rule in ("quoted as", "quoted by") and c.content for i in c.cue if i != c.head
    }
    return [
        c
        for c in candidates
        if c.head not in quoting
        and c.content
        and (c.source or c.rule in _SOURCELESS)
        and not (c.head in inner and c.rule in _WEAK)
    ]


_WEAK = frozenset(("noun", "ownerless noun", "adjective", "quotation", "passive"))


def nest(quoted: Quoted, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Order the candidates by place and name, for each, the index of the one whose content holds its cue.

    A cue inside a quotation that nobody is given is left out: whose words it reports cannot be known.
    """
    ordered = sorted(candidates, key=lambda c: (c.head, len(c.content)))
    holders = _holders(ordered)
    kept = [k for k, c in enumerate(ordered) if holders[k] or quoted.length(c.head) <= _SCARE]
    place = {k: n for n, k in enumerate(kept)}
    result = []
    for k in kept:
        parents = [h for h in holders[k] if h in place]
        parent = min(parents, key=lambda h: len(ordered[h].content), default=None)
        result.append(replace(ordered[k], parent=None if parent is None else place[parent]))
    return result


def _holders(ordered: Sequence[Candidate]) -> list[list[int]]:
    """For every candidate those whose content holds its head; of two that hold each other the wider one holds."""
    by_head: dict[int, list[int]] = {}
    for k, candidate in enumerate(ordered):
        by_head.setdefault(candidate.head, []).append(k)
    holders: list[list[int]] = [[] for _ in ordered]
    for outer, candidate in enumerate(ordered):
        held = (k for i in candidate.content for k in by_head.get(i, ()))
        for inner in held:
            if inner != outer and not _holds_back(ordered, inner, outer):
                holders[inner].append(outer)
    return holders


def _holds_back(ordered: Sequence[Candidate], inner: int, outer: int) -> bool:
    a, b = ordered[inner], ordered[outer]
    if b.head not in a.content:
        return False
    return (len(a.content), -inner) >= (len(b.content), -outer)


def drop_debris(parse: Parse, candidates: Sequence[Candidate], debris: Sequence[Span]) -> list[Candidate]:
    """Leave out what hangs on, or is said in, what is no text of the report: a caption, a list of other headlines."""
    if not debris:
        return list(candidates)
    return [c for c in candidates if not any(_lies_in(parse.words[i].start, debris) for i in _anchors(c))]


def _anchors(candidate: Candidate) -> tuple[int, ...]:
    return (candidate.head, min(candidate.content, default=candidate.head))


def _lies_in(at: int, debris: Sequence[Span]) -> bool:
    return any(span.start <= at < span.end for span in debris)
