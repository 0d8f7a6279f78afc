"""Finds what cannot be right in a passage, in sentences that its writer understands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from onrecord.evaluation.passage_lines import Line
from onrecord.evaluation.passage_marks import SLOTS, Mark
from onrecord.evaluation.passages import GoldAttribution, Passage
from onrecord.records import Span

_WORD = re.compile(r"\w+")
_ADDED = frozenset(("the", "a", "an", "s"))  # articles, and the s of "'s", which a name may have more than its words


def check_numbers(marks: Iterable[Mark], lines: Sequence[Line]) -> Iterator[str]:
    """Yield where marks and lines do not belong together: every number has one line, every line has content."""
    numbers = [line.number for line in lines]
    marked = [(mark.label, number) for mark in marks if mark.label in SLOTS for number in mark.numbers]
    for number in sorted({number for _, number in marked} - set(numbers)):
        yield f"number {number} is marked but has no line"
    for number in sorted({number for number in numbers if numbers.count(number) > 1}):
        yield f"number {number} has more than one line"
    for number in dict.fromkeys(numbers):
        if ("content", number) not in marked:
            yield f"attribution {number} has no content"


def check_passage(passage: Passage, lines: Sequence[Line]) -> Iterator[str]:
    """Yield what is wrong with each attribution of a passage."""
    given = {line.number: line for line in lines}
    words = {word.casefold() for word in _WORD.findall(passage.text)}
    for one in passage.attributions:
        flaws = (
            *_check_slots(one, given[one.number]),
            *_check_names(one, words),
            *_check_nesting(one, passage.attributions),
        )
        yield from (f"attribution {one.number}: {flaw}" for flaw in flaws)


def _check_slots(one: GoldAttribution, line: Line) -> Iterator[str]:
    """A slot that is marked has its key, and the other way round; a speaker may be known where none is marked."""
    if one.source and not one.speaker:
        yield "the source is marked, but speaker= is missing"
    for key, spans, value in (("via", one.via, one.relays), ("to", one.to, one.addressee)):
        if spans and not value:
            yield f"{key}{one.number} is marked, but {key}= is missing"
        if value and not spans:
            yield f"{key}= is given, but nothing is marked {key}{one.number}"
    if "said" in line.values and not one.said:
        yield f"said={line.values['said']} is given, but nothing is marked said{line.values['said']}"


def _check_names(one: GoldAttribution, words: set[str]) -> Iterator[str]:
    """The fullest form that the passage gives is made of words of the passage."""
    named = (("speaker", one.speaker), ("to", one.addressee), *(("via", relay) for relay in one.relays))
    for key, name in named:
        strange = [word for word in _WORD.findall(name or "") if word.casefold() not in words | _ADDED]
        if strange:
            yield f"{key}={name} has words that the passage has not: {', '.join(strange)}"


def _check_nesting(one: GoldAttribution, others: Sequence[GoldAttribution]) -> Iterator[str]:
    around = [other for other in others if other.number != one.number and _is_inside(one, other)]
    parent = next((other for other in others if other.number == one.parent), None)
    if one.parent is None:
        if around:
            yield f"it stands inside the content of {around[0].number}, but in= is missing"
    elif parent is None or parent is one:
        yield f"in={one.parent} names no other attribution"
    elif parent not in around:
        yield f"in={one.parent}, but it does not stand inside the content of {one.parent}"
    elif any(_is_inside(other, parent) for other in around if other is not parent):
        yield f"in={one.parent}, but a nearer attribution stands around it"


def _is_inside(inner: GoldAttribution, outer: GoldAttribution) -> bool:
    """Whether cue and content stand inside the content of another; what both share is inside neither."""
    if inner.content == outer.content:
        return False
    return all(any(_holds(whole, span) for whole in outer.content) for span in (*inner.cue, *inner.content))


def _holds(whole: Span, part: Span) -> bool:
    return whole.start <= part.start and part.end <= whole.end
