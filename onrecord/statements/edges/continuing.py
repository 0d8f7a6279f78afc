"""Follows a speech over paragraphs: a quotation that opens the next paragraph goes on with the last speaker."""

from __future__ import annotations

from dataclasses import replace

from onrecord.language import Parse
from onrecord.statements.candidates import NONE, Candidate
from onrecord.statements.grammar.quotations import Quoted

_MOST_OF_IT = 0.8
_LONG = 10


def continue_paragraphs(parse: Parse, quoted: Quoted, candidates: list[Candidate]) -> list[Candidate]:
    """Give a paragraph that is one quotation without a speaker to whoever was quoted in the paragraph before."""
    found = list(candidates)
    taken = frozenset().union(*(c.content for c in found), NONE)
    by_paragraph = _by_paragraph(parse, quoted, found)
    last: int | None = None
    still_open = False
    for number, (first, stop) in enumerate(parse.paragraphs):
        own = by_paragraph.get(number, [])
        orphan = _orphan(parse, quoted, first, stop) if first not in taken else NONE
        if orphan and last is not None and (still_open or not own):
            found[last] = replace(found[last], content=found[last].content | orphan)
        elif own:
            last = own[-1]
        else:
            last = None
        still_open = _left_open(quoted, first, stop)
    return found


def _by_paragraph(parse: Parse, quoted: Quoted, found: list[Candidate]) -> dict[int, list[int]]:
    """The candidates that quote something or wait for it, by the paragraph that their content ends in."""
    number_of = [n for n, (first, last) in enumerate(parse.paragraphs) for _ in range(first, last)]
    groups: dict[int, list[int]] = {}
    for k, candidate in sorted(enumerate(found), key=lambda pair: pair[1].head):
        quotes = candidate.parent is None and any(quoted.inside[i] >= 0 for i in candidate.content)
        if quotes and quoted.inside[candidate.head] < 0:
            groups.setdefault(number_of[max(candidate.content | candidate.cue)], []).append(k)
    return groups


def _orphan(parse: Parse, quoted: Quoted, first: int, stop: int) -> frozenset[int]:
    if first == stop or quoted.inside[first] < 0:
        return NONE
    words = [i for i in range(first, stop) if quoted.inside[i] >= 0]
    if len(words) >= _MOST_OF_IT * (stop - first):
        return frozenset(range(first, words[-1] + 1))
    opening = quoted.quotations[quoted.inside[first]]
    whole = parse.sentences[parse.words[opening.last].sentence][1] - 1 <= opening.last + 1
    return opening.words() if whole and opening.last - opening.first >= _LONG - 1 else NONE


def _left_open(quoted: Quoted, first: int, stop: int) -> bool:
    return first < stop and quoted.inside[stop - 1] >= 0 and not quoted.quotations[quoted.inside[stop - 1]].closed
