"""Two numbers for one thing side by side: one body gives the first, and another answers with a second."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from onrecord.accounts.contexts import are_of_one_time
from onrecord.accounts.counts import Count, is_toll
from onrecord.accounts.fitting import NOBODYS, find_what_fits
from onrecord.accounts.sayings import Report, folded
from onrecord.linking.wording import content_stems, find_words
from onrecord.records import Sentence

_ANSWERS = re.compile(
    r"\b(?:spoke of|speaks of|counted|counts?|put (?:it|the|them)|puts|estimated|gave|gives|reported|registered"
    r"|said|says|claimed|claims|according to|told|set|reckoned|recorded|writes?|wrote|written|noted|lists?|listed"
    r"|arrived at|came to)\b"
)
_STANDS_BY = re.compile(
    r"\b(?:st(?:ands?|ood) by|st(?:icks?|uck) (?:to|with|by)|holds? (?:fast )?(?:to|on to)|held (?:fast )?to"
    r"|ke(?:eps?|pt) to|insist(?:s|ed)? on|maintain(?:s|ed)?|defend(?:s|ed)?|repeat(?:s|ed)"
    r"|goes by|assumes?|reckon(?:s|ed)? with)"
    r" (?:(?:the|his|her|its|their|an?|own|earlier|lower|higher|official|figure|estimate|count|sum|total|number|of|some"
    r"|about|only) )*$"
)
_PUTS_IT = re.compile(
    r"\b(?:puts?|sets?|estimate[sd]?|gives?|gave)"
    r" (?:it|them|this|that|the (?:figure|number|rate|share|sum|total|amount)) at\b"
    r"|\b(?:speaks?|spoke|spoken) of\b|\bcount(?:s|ed)\b|\bmeasured\b"
)
_FAR = 2  # sentences from a number to one that says of itself that it answers
_MOST_WORDS = 2
_LEAST_WORDS = 2
_TIMES = frozenset({"minute", "hour", "day", "night", "week", "month", "year", "duration", "decade"})
_APART = 0.1  # how far two rounded numbers must be apart to be two
_MANIFOLD = 20  # what is so many times more counts something else


def pair_rivals(reports: Sequence[tuple[Report, Sequence[Count]]]) -> Iterator[tuple[Count, Count]]:
    """Yield numbers of one unit in neighbouring sentences of a report, the second an answer to the first.

    "The union put the losses at 40 million marks. The ministry spoke of 25 million": what the second sentence leaves
    unsaid is what the first has said.
    """
    for report, counts in reports:
        homes = _homes(report, counts)
        yield from (pair for pair in pairwise(counts) if _answers(report, *pair, homes))


def _homes(report: Report, counts: Sequence[Count]) -> dict[str, tuple[int, Sentence]]:
    """Return the sentence of each figure, and how many stand before it."""
    found = {}
    for count in counts:
        for number, sentence in enumerate(report.marks.sentences):
            if sentence.span.start <= count.figure.span.start < sentence.span.end:
                found[count.figure.id] = (number, sentence)
    return found


def _answers(report: Report, left: Count, right: Count, homes: Mapping[str, tuple[int, Sentence]]) -> bool:
    one, other = homes.get(left.figure.id), homes.get(right.figure.id)
    if one is None or other is None or not _is_one_unit(left, right):
        return False
    if not are_of_one_time(left.context, right.context) or (left.context.wished and right.context.wished):
        return False
    apart = other[0] - one[0]
    if not right.claimant or left.claimant == right.claimant or (is_toll(left) and is_toll(right)):
        return False
    if 0 < apart <= _FAR and _is_stood_by(other[1], right, report):
        return _differ(left, right)
    words = folded(other[1].span.of(report.document.text))
    puts_it = bool(_PUTS_IT.search(words))
    if not 0 < apart <= (_FAR if puts_it else 1) or (not puts_it and (not left.claimant or left.unit == "percent")):
        return False
    told = content_stems(one[1].span.of(report.document.text)) - _known(left)
    return (
        len(told) >= _LEAST_WORDS
        and bool(_ANSWERS.search(words))
        and _says_little(other[1], right, report)
        and _differ(left, right)
    )


def _is_stood_by(sentence: Sentence, count: Count, report: Report) -> bool:
    """True where somebody holds on to a number against the one before it: "The minister stands by 96 million"."""
    before = report.document.text[sentence.span.start : count.figure.span.start]
    return bool(_STANDS_BY.search(folded(before)))


def _is_one_unit(left: Count, right: Count) -> bool:
    """True for two counts of their own in one unit whose places and groups, where both are given, are the same."""
    places = {count.figure.place.name.casefold() for count in (left, right) if count.figure.place}
    groups = [count.group - count.voice for count in (left, right)]
    unit = left.unit
    alike = len(places) < 2 and (not all(groups) or bool(groups[0] & groups[1]))
    return alike and _is_whole(left) and _is_whole(right) and left.counts_like(right) and unit not in _TIMES


def _is_whole(count: Count) -> bool:
    """True for a number of its own, also one that is only expected; not a part, a rise, a rate or a replaced one."""
    figure = count.figure
    given = figure.status not in ("permitted", "denied", "superseded")
    return given and not (figure.relation or figure.part_of or figure.per or figure.supersedes)


def _differ(left: Count, right: Count) -> bool:
    low, high = sorted((left, right), key=lambda count: count.value)
    values = (low.value, high.value)
    return (
        find_what_fits(low, high) in (None, NOBODYS)
        and values[1] * _APART < values[1] - values[0] < values[0] * _MANIFOLD
    )


def _says_little(sentence: Sentence, count: Count, report: Report) -> bool:
    """True when a sentence has hardly a word besides who counts and what unit: the rest was said before it."""
    text = report.document.text
    before = text[sentence.span.start : count.figure.span.start]
    after = text[count.figure.span.end : sentence.span.end]
    words = content_stems(f"{_without_opening(before)} {after}")
    numbers = [word for word in find_words(after) if word[0].isdigit()]
    return len(words - _known(count)) <= _MOST_WORDS and not numbers


def _known(count: Count) -> frozenset[str]:
    of = count.figure.of.name if count.figure.of else ""
    return content_stems(f"{count.claimant or ''} {count.figure.unit} people {of}")


def _without_opening(before: str) -> str:
    """Return the words before a number without the one who gives it: "The harbour police counted" gives "counted"."""
    match = _ANSWERS.search(folded(before))
    return before[match.start() :] if match else before
