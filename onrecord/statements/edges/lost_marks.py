"""Finds the speech that goes on after its cue although the quotation marks are lost."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from onrecord.language import Parse
from onrecord.statements.candidates import NONE, Candidate
from onrecord.statements.grammar.quotations import Quoted
from onrecord.statements.grammar.trees import verb_cue
from onrecord.statements.lexicon import load_words

_SAYS = frozenset(("quotation", "clause", "open clause", "according to", "quoted as", "quoted by", "aside"))


def restore_lost_marks(parse: Parse, quoted: Quoted, candidates: Iterable[Candidate]) -> list[Candidate]:
    """Give a speaker the sentences in the first person that follow a report in the first person without marks."""
    found = sorted(candidates, key=lambda c: c.head)
    sayings = {
        parse.words[c.head].sentence
        for c in found
        if c.rule in _SAYS and c.parent is None and not _first_person(parse, c.source)
    }
    paragraph_end = dict(_sentence_ends(parse))
    result = []
    for candidate in found:
        more = _further_sentences(parse, quoted, candidate, sayings, paragraph_end)
        result.append(replace(candidate, content=candidate.content | more, rule="lost marks") if more else candidate)
    return result


def _sentence_ends(parse: Parse) -> Iterable[tuple[int, int]]:
    """Pair every sentence with the last sentence of its paragraph."""
    for first, last in parse.paragraphs:
        if first < last:
            stop = parse.words[last - 1].sentence
            for number in range(parse.words[first].sentence, stop + 1):
                yield number, stop


def _further_sentences(
    parse: Parse, quoted: Quoted, candidate: Candidate, sayings: set[int], ends: dict[int, int]
) -> frozenset[int]:
    here = parse.words[candidate.head].sentence
    speech = (
        candidate.rule in ("clause", "quotation", "aside")
        and "quotation" in verb_cue(parse.words[candidate.head]).takes
    )
    if not speech or not _speaks_in_first_person(parse, quoted, candidate):
        return NONE
    more, kept = NONE, NONE
    for number in range(here + 1, ends[here] + 1):
        words = frozenset(range(*parse.sentences[number]))
        if number in sayings or any(quoted.inside[i] >= 0 for i in words):
            break
        more |= words
        if _first_person(parse, words):
            kept = more
    return kept


def _speaks_in_first_person(parse: Parse, quoted: Quoted, candidate: Candidate) -> bool:
    content = candidate.content
    unquoted = bool(content) and not any(quoted.inside[i] >= 0 for i in content) and quoted.inside[candidate.head] < 0
    return unquoted and _first_person(parse, content) and not _first_person(parse, candidate.source)


def _first_person(parse: Parse, words: Iterable[int]) -> bool:
    persons = load_words("first_person")
    return any(parse.words[i].lower in persons for i in words)
