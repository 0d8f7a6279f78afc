"""What "it", "the project" and "the idea" stand for: the thing in dispute that a report named last before them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.accounts.answers import find_all_answers
from onrecord.accounts.attitudes import Voice, is_plain, judge_places
from onrecord.accounts.issues import Topic
from onrecord.accounts.objects import POINTER, key_of
from onrecord.accounts.positions import Stand, make_position
from onrecord.accounts.sayings import Collection, Report, Saying, folded, has_voice

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NEAR = frozenset({"it", "this", "that", "them", "these", "those"})
_FAR = 1500
_BARE = re.compile(r"\W*(?:it|this|that)\W*$")
_WHERE = re.compile(
    r"\b(?:at|in|near|from|by|outside|inside|under|across) (?:the |a |an |its |their |this )?(?:[\w-]+ )?\Z"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scene:
    """One report, and where it names the things in dispute, in the order of the text."""

    report: Report
    namings: Sequence[tuple[int, Topic | None]]


def resolve_pointers(
    collection: Collection,
    stands: Sequence[Stand],
    topics: Sequence[Topic],
    voices: Mapping[str, Voice],
    spoken: Mapping[str, Saying],
) -> Iterator[Stand]:
    """Yield the stances on "it" and "the project", each on the issue that the report named last before it.

    `stands` are those on things that are named; `spoken` are the sayings with the speaker for whom they count. What
    one speaker says of "it" founds an opposition only where another takes a stance on the same thing in that report.
    """
    by_report: dict[str, list[Topic]] = defaultdict(list)
    heads = frozenset(head for topic in topics for head in topic.heads)
    actors: dict[tuple[str, str], set[str | None]] = defaultdict(set)
    for topic in topics:
        for document in topic.reports:
            by_report[document].append(topic)
    for stand in stands:
        actors[stand.topic.issue.id, stand.saying.document].add(stand.saying.actor)
    for document, found in by_report.items():
        report = collection.reports[document]
        resolved = list(_in_report(_Scene(report=report, namings=_find_namings(report, found, heads)), voices, spoken))
        for stand in resolved:
            actors[stand.topic.issue.id, document].add(stand.saying.actor)
        for stand in resolved:
            others = actors[stand.topic.issue.id, document] - {stand.saying.actor}
            yield replace(stand, is_plain=stand.is_plain and bool(others))


def _in_report(scene: _Scene, voices: Mapping[str, Voice], spoken: Mapping[str, Saying]) -> Iterator[Stand]:
    answers = {denial.attribution.id for _, denial in find_all_answers(scene.report)}
    for saying in scene.report.sayings:
        own = spoken.get(saying.attribution.id)
        if own is None or own.attribution.id in answers or saying.in_title or not has_voice(saying):
            continue
        if not speaks_of_deed(own):
            found = list(_resolve(scene, own, voices[saying.attribution.id]))
            yield from found
            named = [(own.attribution.content[-1].end, stand.topic) for stand in found]
            scene = replace(scene, namings=sorted((*scene.namings, *named), key=lambda naming: naming[0]))


def speaks_of_deed(saying: Saying) -> bool:
    """True for who welcomes or regrets "it": what was done or decided before, rather than the thing itself."""
    return saying.attribution.act in ("praise", "criticise") and bool(_BARE.match(folded(saying.words)))


def _find_namings(report: Report, topics: Sequence[Topic], heads: frozenset[str]) -> list[tuple[int, Topic | None]]:
    """Return where a report names things that somebody disputes, with `None` for those of other reports."""
    of_head = {head: topic for topic in topics for head in topic.heads}
    words = _WORD.finditer(report.document.text)
    return [(word.start(), of_head.get(key)) for word in words if (key := key_of(word.group())) in heads]


def _resolve(scene: _Scene, saying: Saying, voice: Voice) -> Iterator[Stand]:
    for clause, thing, stance in judge_places(saying, POINTER, voice):
        at = _position(scene.report, saying, clause, thing.called)
        since = _sentence_before(scene.report, saying.start) if thing.words[-1] in _NEAR else at - _FAR
        near = [(start, topic) for start, topic in scene.namings if since <= start < at]
        topic = next((topic for start, topic in reversed(near) if not _is_aside(scene.report, start)), None)
        if topic:
            position = make_position(saying, topic, stance, clause)
            yield Stand(position=position, saying=saying, topic=topic, is_plain=is_plain(saying, thing))
            return


def _sentence_before(report: Report, at: int) -> int:
    """Return where the sentence before the one at a place begins: what "it" stands for is seldom further off."""
    starts = [sentence.span.start for sentence in report.marks.sentences if sentence.span.start <= at]
    return starts[-2] if len(starts) > 1 else 0


def _is_aside(report: Report, start: int) -> bool:
    """True for a thing that only tells where: "at the bridge" is not what "it" stands for."""
    return bool(_WHERE.search(report.document.text, max(0, start - 40), start))


def _position(report: Report, saying: Saying, clause: str, called: str) -> int:
    """Return about where in the text a word of a clause stands."""
    text = report.document.text
    start = max(text.find(clause[:30], saying.start), saying.start)
    return max(text.find(called, start), start)
