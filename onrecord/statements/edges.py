"""Moves the edges of what is quoted: the scene is cut off, the words that lead into a quotation are taken in."""

from __future__ import annotations

from dataclasses import replace

from onrecord.language import Parse
from onrecord.statements.candidates import Candidate
from onrecord.statements.quotations import Quoted
from onrecord.statements.trees import children

_WINDOW = 40
_LONGEST_GAP = 25


def cut_fronted(parse: Parse, quoted: Quoted, candidate: Candidate) -> Candidate:
    """Where the quotation stands before the cue, what follows the cue without marks tells the scene, not the words.

    The same holds for a report before a colon that introduces the quotation.
    """
    cue, content = candidate.cue, candidate.content
    if candidate.rule not in ("clause", "quotation") or not content or not cue or min(content) > min(cue):
        return candidate
    before = [i for i in content if i < min(cue)]
    quotes = {quoted.inside[i] for i in before if quoted.inside[i] >= 0}
    if not quotes or quoted.inside[candidate.head] >= 0:
        return candidate
    opening = quoted.quotations[min(quotes)].first
    if opening > min(before) and parse.words[opening - 1].text == ":":
        content = frozenset(i for i in content if i >= opening)
    bare = [i for i in content if i < min(cue) and quoted.inside[i] < 0 and parse.words[i].pos != "PUNCT"]
    if not bare and not any(c.i > candidate.head for c in children(parse, candidate.head, "ccomp")):
        content = frozenset(i for i in content if i < max(cue) or quoted.inside[i] >= 0)
    return replace(candidate, content=content)


def fill_fronted(parse: Parse, quoted: Quoted, candidate: Candidate) -> Candidate:
    """Words that lead from the sentence's start into a quotation before the cue: "When it fell, 'all ran,' he said"."""
    if candidate.rule != "quotation" or not candidate.content or min(candidate.content) > candidate.head:
        return candidate
    start = min(candidate.content)
    first = parse.sentences[parse.words[start].sentence][0]
    inside = quoted.inside[start]
    told = min(candidate.source | candidate.cue)
    if inside < 0 or quoted.quotations[inside].first != start or not 0 < start - first <= _WINDOW:
        return candidate
    if told != quoted.quotations[inside].last + 1:
        return candidate
    lead = frozenset(range(first, start))
    broken = parse.words[start - 1].text in (":", ".", ";") or any(quoted.inside[i] >= 0 for i in lead)
    speaker = lead & (candidate.source | candidate.cue)
    return candidate if broken or speaker else replace(candidate, content=candidate.content | lead)


def fill_gap(parse: Parse, candidate: Candidate) -> Candidate:
    """Words between cue and content that hang on neither belong to the content."""
    if candidate.rule not in ("clause", "quotation") or not candidate.content:
        return candidate
    low, high = max(candidate.cue), min(candidate.content)
    gap = frozenset(range(low + 1, high))
    if not 0 < len(gap) <= _LONGEST_GAP or gap & candidate.source or low < candidate.head:
        return candidate
    own = {c for c in parse.children[candidate.head] if parse.words[c].dep not in ("nsubj", "cc", "conj", "mark")}
    stops = any(parse.words[i].text in (".", "!", "?", ";") for i in gap)
    return candidate if own & gap or stops else replace(candidate, content=candidate.content | gap)
