"""Finds paragraphs that are headed by the outlet whose report they give: "NORTH SHORE CHANNEL (0700). ..."."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.language import Parse
from onrecord.statements.candidates import Candidate
from onrecord.statements.grammar.voices import head_of
from onrecord.statements.lexicon import load_words
from onrecord.statements.relays.outlets import Outlets, is_outlet, is_own

_SHORTEST = 3
_LONGEST = 6
_LABELS = 2
_LONGEST_HEADLINE = 25
_POINTING = ("the", "this", "same")


def follow_headings(parse: Parse, outlets: Outlets, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Give what others say in a paragraph headed by an outlet that outlet; its own people speak for it."""
    headed = _find_headed(parse, outlets)
    signed = _find_signed(parse, outlets)
    found = [_under(parse, headed, candidate) for candidate in candidates] if headed else list(candidates)
    return [_above(signed, candidate) for candidate in found] if signed else found


def _find_signed(parse: Parse, outlets: Outlets) -> list[tuple[int, frozenset[int]]]:
    """Headlines that end with an outlet, "Towns ask for pumps - radio": their first word and the outlet's words."""
    found = []
    for first, last in parse.paragraphs:
        mark = next((i for i in range(last - 2, max(first, last - _LONGEST), -1) if _parts(parse, i)), None)
        tail = frozenset() if mark is None else frozenset(range(mark + 1, last))
        plain = all(parse.words[i].pos not in ("VERB", "AUX", "PUNCT") for i in tail)
        kinds = load_words("outlet") | load_words("outlet_kind")
        named = tail and (is_outlet(parse, tail, outlets) or parse.words[max(tail)].lower in kinds)
        if named and plain and last - first <= _LONGEST_HEADLINE and not is_own(parse, tail, outlets):
            found.append((first, tail))
    return found


def _parts(parse: Parse, i: int) -> bool:
    """A dash between blanks, or a colon."""
    word = parse.words[i]
    alone = parse.folded[word.start - 1 : word.start].isspace() and parse.folded[word.end : word.end + 1].isspace()
    return word.text == ":" or (alone and word.text in ("-", "--", "\u2013", "\u2014"))


def _above(signed: Sequence[tuple[int, frozenset[int]]], candidate: Candidate) -> Candidate:
    for first, tail in signed:
        within = first <= candidate.head < min(tail) and candidate.parent is None and bool(candidate.source)
        content = frozenset(i for i in candidate.content if i < min(tail) - 1)
        if within and content and not candidate.relays and not candidate.source & tail:
            return replace(candidate, relays=(tail,), content=content)
    return candidate


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
