"""Finds paragraphs that are headed by the outlet whose report they give: "NORTH SHORE CHANNEL (0700). ..."."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.language import Parse
from onrecord.statements.candidates import Candidate
from onrecord.statements.lexicon import load_words
from onrecord.statements.outlets import Outlets
from onrecord.statements.voices import head_of

_SHORTEST = 3
_LONGEST = 6
_LABELS = 2
_POINTING = ("the", "this", "same")


def follow_headings(parse: Parse, outlets: Outlets, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Give what others say in a paragraph headed by an outlet that outlet; its own people speak for it."""
    headed = _find_headed(parse, outlets)
    return [_under(parse, headed, candidate) for candidate in candidates] if headed else list(candidates)


def _under(parse: Parse, headed: Sequence[tuple[int, int, frozenset[int]]], candidate: Candidate) -> Candidate:
    if candidate.relays or candidate.parent is not None or not candidate.source or not candidate.cue:
        return candidate
    for first, last, label in headed:
        if first <= candidate.head < last and not candidate.source & label and not _is_staff(parse, candidate):
            return replace(candidate, relays=(label,), inherited=True)
    return candidate


def _is_staff(parse: Parse, candidate: Candidate) -> bool:
    """ "The announcer", "its correspondent", "the main bulletin": the outlet itself."""
    words = [parse.words[i] for i in candidate.source]
    kinds = load_words("outlet") | load_words("outlet_kind") | load_words("pronoun") | {"its"}
    staff = load_words("newsman") | load_words("newsroom")
    return any(word.lower in kinds for word in words) or head_of(parse, candidate.source).lemma in staff


def _find_headed(parse: Parse, outlets: Outlets) -> list[tuple[int, int, frozenset[int]]]:
    """The paragraphs that open with an outlet in capitals and name no other, with the words of its name."""
    labels = [(first, last, _label(parse, first, last)) for first, last in parse.paragraphs]
    labels = [(first, last, label) for first, last, label in labels if label]
    if len(labels) < _LABELS:
        return []
    return [
        (first, last, label)
        for first, last, label in labels
        if _is_headed(parse, label, last)
        and not any(first <= min(name) < last and not name & label for name in outlets.names)
    ]


def _label(parse: Parse, first: int, last: int) -> frozenset[int]:
    """The words in capitals that open a paragraph."""
    end = first
    while end < min(last, first + _LONGEST) and parse.words[end].text.isupper() and parse.words[end].text.isalpha():
        end += 1
    long = any(len(parse.words[i].text) > _SHORTEST for i in range(first, end))
    more = end < last and any(word.text.islower() for word in parse.words[end:last])
    return frozenset(range(first, end)) if long and more else frozenset()


def _is_headed(parse: Parse, label: frozenset[int], last: int) -> bool:
    """The label is an outlet's by its last word, or what follows calls it "the paper"."""
    kinds = load_words("outlet") | load_words("outlet_kind")
    if parse.words[max(label)].lower in kinds:
        return True
    rest = parse.words[max(label) + 1 : last]
    return any(word.lower in kinds and parse.words[word.i - 1].lower in _POINTING for word in rest)
