"""Finds statements made in a letter, a talk or an issue that an outlet was just said to publish: "In it she says"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.language import Parse, Word
from onrecord.statements.candidates import Candidate
from onrecord.statements.grammar.trees import children
from onrecord.statements.lexicon import load_voices, load_words
from onrecord.statements.relays.bearers import Bearer
from onrecord.statements.relays.naming import full_name

_LEADING = ("in", "on", "there", "inside")
_COUNTED = ("first", "second", "third", "last", "latest", "earliest", "other", "longest", "shortest")
_POINTING = ("the", "this", "that", "same", "its")


def follow_letters(parse: Parse, bearers: dict[int, list[Bearer]], candidates: Sequence[Candidate]) -> list[Candidate]:
    """Give what opens with "In it" the outlet that published "it" one sentence before."""
    return [_follow(parse, bearers, candidate) for candidate in candidates]


def _follow(parse: Parse, bearers: dict[int, list[Bearer]], candidate: Candidate) -> Candidate:
    here = parse.words[candidate.head].sentence
    if candidate.relays or candidate.parent is not None or not candidate.source or not points_into(parse, here):
        return candidate
    first, last = parse.sentences[here - 1]
    outlets = [one for one in bearers.get(here - 1, ()) if one.outlet and _is_named(parse, one)]
    published = any(_is_text(word) for word in parse.words[first:last])
    if not published or not outlets:
        return candidate
    return replace(candidate, relays=(full_name(parse, outlets[-1].name),), inherited=True)


def _is_named(parse: Parse, bearer: Bearer) -> bool:
    return any(parse.words[i].tag in ("NNP", "NNPS") for i in bearer.name)


def points_into(parse: Parse, sentence: int) -> bool:
    """Tell whether a sentence opens with "In it", "On that page", "There"."""
    if not sentence:
        return False
    first, last = parse.sentences[sentence]
    opening = parse.words[first : min(first + 3, last)]
    if len(opening) < 3 or opening[0].lower not in _LEADING:
        return False
    pointed = opening[1].lower in _POINTING and (_is_text(opening[2]) or opening[2].lower in _COUNTED)
    counted = opening[1].lower in ("one", "another") and (opening[2].text == "," or _is_text(opening[2]))
    return opening[0].lower == "there" or opening[1].lower in ("it", "them") or pointed or counted


def _is_text(word: Word) -> bool:
    noun = word.tag in ("NN", "NNS")
    return noun and (load_voices().get(word.lemma) == "document" or word.lemma in load_words("told_noun"))


def is_same_place(parse: Parse, candidate: Candidate) -> bool:
    """Tell whether a statement says that it was made where the one before was: "in the same edition"."""
    for preposition in children(parse, candidate.head, "prep"):
        for place in children(parse, preposition.i, "pobj"):
            same = any(word.lower == "same" for word in children(parse, place.i, "amod"))
            if same and (_is_text(place) or place.lower in load_words("outlet_part")):
                return True
    return False
