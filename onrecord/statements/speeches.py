"""Gives quotations and waiting verbs of saying to each other, and joins what one speaker goes on saying."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from onrecord.language import Parse
from onrecord.statements.candidates import NONE, Candidate
from onrecord.statements.quotations import Quoted
from onrecord.statements.trees import verb_cue

_WINDOW = 40
_SENTENCE_AWAY = 20
_NEAR_WAITING = 5
_NEAR_GIVEN = 3
_SHORT = 4
_FINITE = ("VBD", "VBZ", "VBP")
_WIDENS = frozenset(
    ("quotation", "clause", "open clause", "according to", "asked", "object", "phrasal", "noun", "infinitive",
     "light verb", "noun is", "relative object", "quoted as", "quoted by")
)  # fmt: skip
_SPEAKS = frozenset(("quotation", "clause", "open clause", "according to", "object", "quoted as", "quoted by"))


def attach_quotations(parse: Parse, quoted: Quoted, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Give every quotation to the cue it belongs to: the one whose clause it is part of, else the nearest."""
    found = [_inside_own(quoted, candidate) for candidate in candidates]
    used: set[int] = set()
    for k, candidate in enumerate(found):
        if candidate.rule in _WIDENS and quoted.length(candidate.head) <= _SHORT:
            found[k] = _widened(quoted, candidate, used)
    _give_to_nearest(parse, quoted, found, used)
    return found


def _inside_own(quoted: Quoted, candidate: Candidate) -> Candidate:
    """A cue inside a quotation reports nothing outside it."""
    here = quoted.inside[candidate.head]
    if here < 0 or quoted.length(candidate.head) <= _SHORT:
        return candidate
    own = quoted.quotations[here]
    content = frozenset(i for i in candidate.content if own.first <= i <= own.last)
    return replace(candidate, content=content, source=frozenset(i for i in candidate.source if i >= own.first))


def _widened(quoted: Quoted, candidate: Candidate, used: set[int]) -> Candidate:
    touched = {quoted.inside[i] for i in candidate.content} - {-1}
    if not touched:
        return candidate
    used |= touched
    whole = candidate.content.union(*(quoted.quotations[q].words() for q in touched))
    return replace(candidate, content=whole - candidate.cue - candidate.source)


def _give_to_nearest(parse: Parse, quoted: Quoted, found: list[Candidate], used: set[int]) -> None:
    order = sorted(
        (k for k, c in enumerate(found) if c.rule in _SPEAKS and quoted.inside[c.head] < 0 and _speaks(parse, c)),
        key=lambda k: found[k].head,
    )
    heads = [found[k].head for k in order]
    for q, quotation in enumerate(quoted.quotations):
        near = order[bisect_left(heads, quotation.first - _WINDOW) : bisect_right(heads, quotation.last + _WINDOW)]
        ranked = sorted((_distance(parse, quoted, found[k], q), k) for k in near if _may_take(found[k], q in used))
        if not ranked:
            continue
        distance, k = ranked[0]
        waiting = not found[k].content or found[k].rule == "quotation"
        long = quotation.last - quotation.first > _SHORT + 2
        if distance <= _reach_of_cue(parse, found[k], waiting, long) and (waiting or long):
            content = (found[k].content | quotation.words()) - found[k].cue - found[k].source
            found[k] = replace(found[k], content=content)
            used.add(q)


def _reach_of_cue(parse: Parse, candidate: Candidate, waiting: bool, long: bool) -> int:
    """How many words may lie between: none for "went on" and the like, which mostly mean something else."""
    if "clause" not in verb_cue(parse.words[candidate.head]).takes and candidate.rule == "quotation":
        return 1 if long else -1
    return _NEAR_WAITING if waiting else _NEAR_GIVEN


def _speaks(parse: Parse, candidate: Candidate) -> bool:
    word = parse.words[candidate.head]
    return candidate.rule in ("according to", "quoted as", "quoted by") or "quotation" in verb_cue(word).takes


def _may_take(candidate: Candidate, taken: bool) -> bool:
    return not taken or candidate.rule == "quotation"


def _distance(parse: Parse, quoted: Quoted, candidate: Candidate, q: int) -> int:
    """Count the words between a cue and a quotation; a sentence end or another long quotation counts as twenty."""
    quotation = quoted.quotations[q]
    head = candidate.head
    low, high = (head, quotation.first) if head < quotation.first else (quotation.last, head)
    if parse.words[head].start > parse.words[quotation.last].end:
        low, high = quotation.last, head
    skip = candidate.source | candidate.cue
    words, ends, others = 0, False, False
    for j in range(low + 1, high):
        outside = quoted.inside[j] < 0
        if parse.words[j].pos != "PUNCT":
            words += outside and j not in skip
        elif outside and parse.words[j].text in (".", "?", "!"):
            ends = True
        others = others or (not outside and quoted.inside[j] != q and quoted.length(j) > _SHORT + 2)
    return words + _SENTENCE_AWAY * (ends + others) + _paragraphs_apart(parse, low, high)


def _paragraphs_apart(parse: Parse, low: int, high: int) -> int:
    between = parse.text.find("\n", parse.words[low].end, parse.words[high].start)
    return 2 * _SENTENCE_AWAY if between >= 0 else 0


def join_further(parse: Parse, quoted: Quoted, candidates: list[Candidate]) -> list[Candidate]:
    """Give a further quoted sentence to the speaker quoted just before it in the same paragraph."""
    found = sorted(candidates, key=lambda c: c.head)
    taken = frozenset().union(*(c.content for c in found), NONE)
    paragraph_of = _paragraph_numbers(parse)
    by_paragraph: dict[int, list[int]] = {}
    for k, candidate in enumerate(found):
        if candidate.parent is None and quoted.inside[candidate.head] < 0:
            by_paragraph.setdefault(paragraph_of[candidate.head], []).append(k)
    for quotation in quoted.quotations:
        if quotation.first in taken or not _stands_alone(parse, quotation.first, quotation.last):
            continue
        for k in reversed(by_paragraph.get(paragraph_of[quotation.first], [])):
            if not found[k].cue or max(found[k].cue) > quotation.first:
                continue
            if any(quoted.inside[i] >= 0 for i in found[k].content) or _after_colon(parse, found[k], quotation.first):
                found[k] = replace(found[k], content=found[k].content | quotation.words())
                break
    return found


def _after_colon(parse: Parse, candidate: Candidate, first: int) -> bool:
    """A quotation after a colon gives the words of the report before it."""
    speech = candidate.rule in _SPEAKS and _speaks(parse, candidate)
    return speech and first > 0 and parse.words[first - 1].text == ":" and first - max(candidate.content) <= 3


def _stands_alone(parse: Parse, first: int, last: int) -> bool:
    """A quotation of whole sentences: it opens after punctuation and ends with some."""
    before = parse.words[first - 1].text[-1:] if first else "."
    closing = parse.words[last - 1].text[-1:] if last > first else ""
    after = last + 1 >= len(parse.words) or parse.words[last].text[-1:] not in "\"'\u201d\u00bb"
    return (
        last - first >= 2
        and before in ".!?,:;\"\u201d'\u2026\u00bb"
        and (closing in ".!?\u2026,-\u2014\u2013" or after)
    )


def _paragraph_numbers(parse: Parse) -> list[int]:
    return [number for number, (first, last) in enumerate(parse.paragraphs) for _ in range(first, last)]
