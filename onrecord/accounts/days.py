"""One day that several texts give for the same happening: the paper was signed on 4 June, the trial opened in May."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.accounts.contexts import find_home
from onrecord.accounts.counts import find_day
from onrecord.accounts.cues import fits
from onrecord.accounts.sayings import Collection, Report, Saying, make_member
from onrecord.accounts.telling import list_names
from onrecord.identity import thing_id
from onrecord.linking.groups import Groups
from onrecord.linking.wording import content_stems
from onrecord.records import Agreement, Discrepancy, Interval, Member, Side, Span

_COMMON = 40  # a word beside one day in more texts than this brings none of them together
_MOST = 6
_LONG = 400  # days between two reports that still tell of one happening
_LEAST_WORDS = 2
_COPIED = 0.8
_LEAST = 5.0
_LEAST_SHARED = 4  # words that sentences share which put one happening on two days
_APART = 3
_SOON = 7
_NIGHT = re.compile(r"\b(?:night|midnight|overnight|early on|since|until)\b")
_LEAST_TEXTS = 20  # in a story of two or three reports every word is rare
_EMPTY = content_stems(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august"
    " september october november december today yesterday tomorrow morning afternoon evening night day week month year"
    " said told since until from"
)


@dataclass(frozen=True, slots=True)
class _Dated:
    """A sentence that puts something on one day: its words, those that tell the deed, and who says it."""

    report: Report
    home: Span
    day: str
    words: frozenset[str]
    deeds: frozenset[str]
    saying: Saying | None


def find_shared_days(collection: Collection) -> Iterator[Agreement]:
    """Yield the days on which independent texts put one happening, in words that few other reports use."""
    found, weights = _gather(collection)
    groups = Groups(range(len(found)))
    holders: dict[tuple[str, str], list[int]] = defaultdict(list)
    for right, one in enumerate(found):
        shared = Counter(left for word in one.words for left in holders[one.day, word][-_COMMON:])
        for left, count in sorted(shared.items()):
            if count >= _LEAST_WORDS and _is_one_deed(found[left], one, weights):
                groups.join(left, right)
        for word in one.words:
            holders[one.day, word].append(right)
    for members in groups.all():
        told = list({(found[m].report.document.id, found[m].home.start): found[m] for m in members}.values())
        if len({one.report.text_of for one in told}) > 1:
            yield _agreement(told)


def compare_days(collection: Collection) -> Iterator[Discrepancy]:
    """Yield the days, hardly apart, on which independent texts of one time put one happening."""
    found, weights = _gather(collection)
    groups = Groups(range(len(found)))
    holders: dict[str, list[int]] = defaultdict(list)
    joined = False
    for right, one in enumerate(found):
        shared = Counter(left for word in one.words for left in holders[word][-_COMMON:])
        for left, count in sorted(shared.items()):
            if count >= _LEAST_SHARED and _differ(found[left], one) and _is_one_deed(found[left], one, weights):
                groups.join(left, right)
                joined = True
        for word in one.words:
            holders[word].append(right)
    for members in groups.all() if joined else ():
        told = [found[member] for member in members]
        if len({one.day for one in told}) > 1:
            yield _discrepancy(told)


def _gather(collection: Collection) -> tuple[list[_Dated], dict[str, float]]:
    """Return the sentences that put something on a day, and how rare each word is among the texts."""
    days = {reading.timex: reading.interval for reading in collection.things.readings}
    found = [one for report in collection.reports.values() for one in _find(report, days)]
    texts: dict[str, set[str]] = defaultdict(set)
    for report in collection.reports.values():
        for word in content_stems(report.document.text):
            texts[word].add(report.text_of)
    many = max(_LEAST_TEXTS, len({report.text_of for report in collection.reports.values()}))
    return found, {word: math.log(many / len(held)) for word, held in texts.items()}


def _differ(left: _Dated, right: _Dated) -> bool:
    """True for days so near that they can be two accounts of one, in reports of one time; not around a midnight."""
    apart = abs((date.fromisoformat(left.day) - date.fromisoformat(right.day)).days)
    first, second = find_day(left.report.published), find_day(right.report.published)
    told = bool(first and second and abs((first - second).days) <= _SOON)
    words = " ".join(one.home.of(one.report.document.text).casefold() for one in (left, right))
    once = not (_NIGHT.search(words) or fits("contrasts", "hostile", words))  # blows fall on many days
    return 0 < apart <= _APART and told and once


def _find(report: Report, days: Mapping[str, Interval]) -> Iterator[_Dated]:
    """Yield the sentences that name a day which is not the day of saying something."""
    said = {attribution.said for attribution in report.marks.attributions}
    for timex in report.marks.timexes:
        day = days.get(timex.id)
        if timex.id in said or day is None or day.earliest is None or day.earliest[:10] != (day.latest or "")[:10]:
            continue
        _, home = find_home(report.marks.sentences, timex.span)
        saying = next((s for s in report.sayings if _holds(s, timex.span) and not s.attribution.parent), None)
        text = home.of(report.document.text)
        words = frozenset(word for word in content_stems(text) if word.isalpha()) - _EMPTY
        words -= content_stems(" ".join(f.unit for f in report.marks.figures if home.start <= f.span.start < home.end))
        told = (event.trigger for event in report.marks.events if home.start <= event.trigger.start < home.end)
        deeds = words & content_stems(" ".join(trigger.of(report.document.text) for trigger in told))
        if deeds:
            yield _Dated(report, home, day.earliest[:10], words, deeds, saying)


def _holds(saying: Saying, span: Span) -> bool:
    return any(piece.start <= span.start < piece.end for piece in saying.attribution.content)


def _is_one_deed(left: _Dated, right: _Dated, weights: Mapping[str, float]) -> bool:
    """True for sentences of two texts that share the word for a deed, and others of weight."""
    if left.report.text_of == right.report.text_of or (left.saying and left.saying == right.saying):
        return False
    first, second = find_day(left.report.published), find_day(right.report.published)
    if first and second and abs((first - second).days) > _LONG:
        return False
    shared = left.words & right.words
    if len(shared) > _COPIED * max(len(left.words), len(right.words)):
        return False  # one sentence, carried by two papers
    deeds = left.deeds & right.deeds
    worth = sum(weights.get(word, 0.0) for word in shared)
    return bool(deeds) and len(shared) >= _LEAST_WORDS and worth >= _LEAST


def _agreement(told: Sequence[_Dated]) -> Agreement:
    texts = {one.report.text_of for one in told}
    voices = {one.saying.actor if one.saying else one.report.text_of for one in told}
    shared = frozenset.intersection(*(one.words for one in told)) or told[0].words & told[-1].words
    return Agreement(
        id=thing_id("agreement", "|".join(f"{one.report.document.id}{one.home.start}" for one in told)),
        sides=(Side(label=told[0].day, members=tuple(_member(one) for one in told[:_MOST])),),
        reports=len({one.report.document.id for one in told}),
        independent_texts=min(len(texts), len(voices)),
        why=f"{len(texts)} texts put the same ({', '.join(sorted(shared))}) on {told[0].day}.",
        by="accounts days",
    )


def _discrepancy(told: Sequence[_Dated]) -> Discrepancy:
    by_day: dict[str, dict[tuple[str, int], _Dated]] = defaultdict(dict)
    for one in told:
        by_day[one.day].setdefault((one.report.document.id, one.home.start), one)
    days = sorted(by_day)
    shared = frozenset.intersection(*(one.words for one in told)) or told[0].words & told[-1].words
    return Discrepancy(
        id=thing_id("days", "|".join(sorted(f"{one.report.document.id}{one.home.start}" for one in told))),
        kind="detail",
        severity="low",
        question=f"On which day: {list_names(days)}?",
        sides=tuple(
            Side(label=day, members=tuple(_member(one) for one in list(by_day[day].values())[:_MOST])) for day in days
        ),
        why=f"Independent texts put the same ({', '.join(sorted(shared))}) on {list_names(days)}.",
        reconciled_by="One of the texts may count from another day, or from another time zone.",
        missing="A dated record of the happening.",
        confidence=0.6,
        by="accounts days",
    )


def _member(one: _Dated) -> Member:
    if one.saying:
        return make_member(one.saying)
    words = one.home.of(one.report.document.text)
    return Member(document=one.report.document.id, span=one.home, mark=None, speaker=None, says=words, said=None)
