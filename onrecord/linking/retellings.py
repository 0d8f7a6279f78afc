"""Which tellings are of one act of saying: the same speaker, days that can be one, and wording that is too close."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.records import Attribution, CopyFamily, Interval, Publication

_COMMON = 60  # a word in more tellings of one speaker than this ties nothing
_LEAST_WORDS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One attribution, prepared for comparison."""

    attribution: Attribution
    entity: str | None
    stems: frozenset[str]
    wording: str
    said: Interval | None
    published: Publication | None

    @property
    def day_known(self) -> bool:
        """True when the report gives the day of saying itself, not only a month or a year."""
        return self.said is not None and (self.said.earliest or "")[:10] == (self.said.latest or "")[:10]


def find_retellings(tellings: Sequence[Telling], copies: Sequence[CopyFamily] = ()) -> Iterator[tuple[str, str, str]]:
    """Yield (attribution, attribution, why) for tellings in different reports of one act of saying."""
    yield from _copied(tellings, copies)
    weights = _weigh(tellings)
    speakers: dict[tuple[str, bool], list[Telling]] = defaultdict(list)
    for telling in tellings:
        who = telling.entity or (telling.attribution.speaker or "").casefold()
        if who:
            speakers[who, telling.attribution.parent is not None].append(telling)
    for said_by_one in speakers.values():
        yield from _within(said_by_one, weights)


def _copied(tellings: Sequence[Telling], copies: Sequence[CopyFamily]) -> Iterator[tuple[str, str, str]]:
    """Yield what stands word for word in copies of one text, whatever each report's speaker was resolved to."""
    family = {member: copy.id for copy in copies for member in copy.members}
    first: dict[tuple[str, str, bool], Telling] = {}
    for telling in tellings:
        home = family.get(telling.attribution.document)
        if home and telling.wording:
            key = (home, telling.wording, telling.attribution.parent is not None)
            other = first.setdefault(key, telling)
            if other.attribution.document != telling.attribution.document:
                yield other.attribution.id, telling.attribution.id, "the same words in copies of one text"


def _weigh(tellings: Sequence[Telling]) -> dict[str, float]:
    """Return what each word is worth as evidence: the fewer speakers use it, the more."""
    users: dict[str, set[str]] = defaultdict(set)
    speakers = set()
    for telling in tellings:
        who = telling.entity or telling.attribution.speaker or ""
        speakers.add(who)
        for word in telling.stems:
            users[word].add(who)
    return {word: math.log((1 + len(speakers)) / len(found)) + 0.5 for word, found in users.items()}


def _within(tellings: Sequence[Telling], weights: dict[str, float]) -> Iterator[tuple[str, str, str]]:
    holders: dict[str, list[int]] = defaultdict(list)
    for number, telling in enumerate(tellings):
        for word in telling.stems:
            holders[word].append(number)
    for number, telling in enumerate(tellings):
        shared = Counter(
            other
            for word in telling.stems
            if len(holders[word]) <= _COMMON
            for other in holders[word]
            if other > number
        )
        for other, count in sorted(shared.items()):
            why = _same_act(telling, tellings[other], weights) if count > 1 else None
            if why:
                yield telling.attribution.id, tellings[other].attribution.id, why


def _same_act(left: Telling, right: Telling, weights: dict[str, float]) -> str | None:
    one, other = left.attribution, right.attribution
    if one.document == other.document or one.denial != other.denial or not _can_be_one_day(left, right):
        return None
    if left.wording == right.wording and len(left.wording.split()) >= _LEAST_WORDS:
        return "the same speaker in the same words"
    shared = left.stems & right.stems
    smaller = min((left.stems, right.stems), key=len)
    share = sum(weights[w] for w in shared) / sum(weights[w] for w in smaller)
    needed, least = _needed(left, right)
    if share < needed or len(shared) < least:
        return None
    words = ", ".join(sorted(shared)[:6])
    return f"the same speaker, days that can be one, and {share:.0%} of the shorter telling's words shared ({words})"


def _needed(left: Telling, right: Telling) -> tuple[float, int]:
    """Return how much of the shorter telling must be shared: less where the days speak for one occasion."""
    if left.day_known and right.day_known:
        return 0.5, 2
    if left.said and right.said:
        return 0.5, 3
    if left.said or right.said:
        return 0.6, 3
    return 0.7, 4


def _can_be_one_day(left: Telling, right: Telling) -> bool:
    for one, other in ((left, right), (right, left)):
        last = one.said.latest if one.said else one.published.interval.latest if one.published else None
        if other.said and last and (other.said.earliest or "")[:10] > last[:10]:
            return False
    return True
