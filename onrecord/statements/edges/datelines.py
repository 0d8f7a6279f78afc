"""Keeps the place and agency that open a report ("DORN, May 3 (Press) -") out of what its first sentence says."""

from __future__ import annotations

from dataclasses import replace

from onrecord.language import Parse
from onrecord.statements.candidates import Candidate

_LONGEST = 14
_LONGEST_NAME = 15
_DASHES = ("-", "\u2013", "\u2014", "--")


def find_datelines(parse: Parse) -> dict[int, int]:
    """Return, for each paragraph that opens with a dateline, its first word and the word of the dash that ends it."""
    found = {}
    for first, last in parse.paragraphs:
        dash = next((i for i in range(first + 1, min(last, first + _LONGEST)) if parse.words[i].text in _DASHES), None)
        if dash is not None and _is_dateline(parse, first, dash):
            found[first] = dash
    return found


def _is_dateline(parse: Parse, first: int, dash: int) -> bool:
    words = parse.words[first:dash]
    place = words[0].text.isupper() and len(words[0].text) > 2
    agency = words[-1].text == ")" and words[0].tag in ("NNP", "NNPS")
    capitals = sum(word.text.isupper() for word in words if word.text.isalpha())
    plain = not any(word.tag in ("VBD", "VBZ", "VBP", "MD") for word in words)
    # A headline in capitals ends with a dash and its speaker: that is no dateline.
    return plain and (agency or (place and capitals <= 3 and dash - first <= _LONGEST // 2 + 2))


def strip_dateline(parse: Parse, datelines: dict[int, int], candidate: Candidate) -> Candidate:
    """Take the dateline from source and content; where the source was nothing else, name what follows it."""
    start = min(candidate.cue | candidate.source | candidate.content)
    opening = next((first for first, dash in datelines.items() if first <= start <= dash), None)
    if opening is None or min(candidate.cue, default=0) <= datelines[opening]:
        return candidate
    dash = datelines[opening]
    content = frozenset(i for i in candidate.content if i > dash)
    source = frozenset(i for i in candidate.source if i > dash)
    between = range(dash + 1, min(candidate.cue))
    plain = not any(parse.words[i].pos == "VERB" for i in between) and not content & frozenset(between)
    if candidate.source and not source and 0 < len(between) <= _LONGEST_NAME and plain:
        source = frozenset(between)
    return replace(candidate, source=source, content=content) if content else candidate
