"""Two numbers for one thing side by side: one body gives the first, and another answers with a second."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from onrecord.accounts.counts import Count, find_what_fits, gather_all, is_toll
from onrecord.accounts.figures import make_count_member
from onrecord.accounts.sayings import Collection, Report, folded
from onrecord.accounts.telling import tell_value
from onrecord.identity import thing_id
from onrecord.linking.wording import content_stems, find_words
from onrecord.records import Discrepancy, Sentence, Side

_ANSWERS = re.compile(
    r"\b(?:spoke of|speaks of|counted|counts?|put (?:it|the|them)|puts|estimated|gave|gives|reported|registered"
    r"|said|says|claimed|claims|according to|told|set|reckoned|recorded)\b"
)
_MOST_WORDS = 2
_LEAST_WORDS = 2
_TIMES = frozenset({"percent", "minute", "hour", "day", "night", "week", "month", "year", "duration", "decade"})
_APART = 0.1  # how far two rounded numbers must be apart to be two
_MANIFOLD = 20  # what is so many times more counts something else


def compare_rivals(collection: Collection, told: frozenset[str]) -> Iterator[Discrepancy]:
    """Yield numbers of one unit in neighbouring sentences of a report, the second an answer to the first.

    "The union put the losses at 40 million marks. The ministry spoke of 25 million": what the second sentence leaves
    unsaid is what the first has said. `told` are marks that another comparison has laid out.
    """
    for report, counts in gather_all(collection):
        homes = _homes(report, counts)
        for left, right in pairwise(counts):
            if {left.figure.id, right.figure.id} & told or not _answers(report, left, right, homes):
                continue
            yield _rivals(left, right)


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
    if one is None or other is None or other[0] - one[0] != 1 or not _is_one_unit(left, right):
        return False
    if not (left.claimant and right.claimant) or left.claimant == right.claimant or (is_toll(left) and is_toll(right)):
        return False
    words = folded(other[1].span.of(report.document.text))
    told = content_stems(one[1].span.of(report.document.text)) - _known(left)
    return (
        len(told) >= _LEAST_WORDS
        and bool(_ANSWERS.search(words))
        and _says_little(other[1], right, report)
        and _differ(left, right)
    )


def _is_one_unit(left: Count, right: Count) -> bool:
    """True for two counts of their own in one unit whose places and groups, where both are given, are the same."""
    places = {count.figure.place.name.casefold() for count in (left, right) if count.figure.place}
    groups = [count.group - content_stems(count.claimant or "") for count in (left, right)]
    unit = left.figure.unit
    alike = len(places) < 2 and (not all(groups) or bool(groups[0] & groups[1]))
    return alike and _is_whole(left) and _is_whole(right) and unit == right.figure.unit and unit not in _TIMES


def _is_whole(count: Count) -> bool:
    """True for a number of its own, also one that is only expected; not a part, a rise, a rate or a replaced one."""
    figure = count.figure
    given = figure.status not in ("permitted", "denied", "superseded")
    return given and not (figure.relation or figure.part_of or figure.per or figure.supersedes)


def _differ(left: Count, right: Count) -> bool:
    low, high = sorted((left, right), key=lambda count: count.figure.value or 0)
    values = (low.figure.value or 0, high.figure.value or 0)
    return find_what_fits(low, high) is None and values[1] * _APART < values[1] - values[0] < values[0] * _MANIFOLD


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


def _rivals(left: Count, right: Count) -> Discrepancy:
    sides = sorted((left, right), key=lambda count: count.figure.value or 0)
    unit = left.figure.unit
    bodies = [count.claimant or "the report" for count in (left, right)]
    return Discrepancy(
        id=thing_id("figures", f"{left.figure.id}|{right.figure.id}|answer"),
        kind="figure",
        severity="medium",
        question=f"How many: {left.figure.measure or unit}?",
        sides=tuple(
            Side(label=tell_value(count.figure.value or 0.0), members=(make_count_member(count),)) for count in sides
        ),
        why=f"{bodies[0]} gives one number, and the next sentence another by {bodies[1]}, in the same unit ({unit}).",
        reconciled_by=None,
        missing="What each of the two counts, and up to when.",
        confidence=0.7,
        by="accounts rivals",
    )
