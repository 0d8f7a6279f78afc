"""Which tellings are of one act of saying: the same speaker, days that can be one, and wording that is too close."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.linking.factuality import Factuality
from onrecord.records import Attribution, CopyFamily, Interval, Publication

_COMMON = 60  # a word in more tellings of one speaker than this ties nothing
_LEAST_WORDS = 5
_LOOSE = 0.3
_NEARLY = 0.7
_LEAST_SENTENCES = 3
_LONG = 60  # days
_WISHES = ("support", "praise", "propose", "promise", "intend")


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One attribution, prepared for comparison.

    `around` are the days of the report's own occasion, where the attribution gives no day; they date the statement,
    but make no two tellings one. `factuality`: whether the report says that it was said.
    """

    attribution: Attribution
    entity: str | None
    stems: frozenset[str]
    wording: str
    said: Interval | None
    published: Publication | None
    around: Interval | None = None
    factuality: Factuality = "said"

    @property
    def day_known(self) -> bool:
        """True when the report gives the day of saying itself, not only a month or a year."""
        return self.said is not None and (self.said.earliest or "")[:10] == (self.said.latest or "")[:10]


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Two tellings in different reports that may be of one act of saying, how close they are, and why."""

    left: str
    right: str
    share: float
    why: str


def find_retellings(tellings: Sequence[Telling], copies: Sequence[CopyFamily] = ()) -> tuple[Match, ...]:
    """Return the matches between tellings, the closest first."""
    return tuple(sorted(_find(tellings, copies), key=lambda match: (-match.share, match.left, match.right)))


def _find(tellings: Sequence[Telling], copies: Sequence[CopyFamily]) -> Iterator[Match]:
    yield from _copied(tellings, copies)
    yield from _nearly_copied(tellings, copies)
    weights = _weigh(tellings)
    speakers: dict[tuple[str, bool, Factuality], list[Telling]] = defaultdict(list)
    for telling in tellings:
        who = telling.entity or _proper_name(telling.attribution.speaker or "")
        if who:
            speakers[who, telling.attribution.parent is not None, telling.factuality].append(telling)
    for said_by_one in speakers.values():
        yield from _within(said_by_one, weights)
        yield from _on_one_occasion(said_by_one, weights)


def _copied(tellings: Sequence[Telling], copies: Sequence[CopyFamily]) -> Iterator[Match]:
    """Yield what stands word for word in copies of one text, whatever each report's speaker was resolved to."""
    family = {member: copy.id for copy in copies for member in copy.members}
    first: dict[tuple[str, str, bool, Factuality], Telling] = {}
    for telling in tellings:
        home = family.get(telling.attribution.document)
        if home and telling.wording:
            key = (home, telling.wording, telling.attribution.parent is not None, telling.factuality)
            other = first.setdefault(key, telling)
            if other.attribution.document != telling.attribution.document and not _are_opposed(other, telling):
                yield _match(other, telling, 2, "the same words in copies of one text")


def _nearly_copied(tellings: Sequence[Telling], copies: Sequence[CopyFamily]) -> Iterator[Match]:
    """Yield what copies of one text tell in nearly the same words; an editor's hand changes "have died" to "died"."""
    family = {member: copy.id for copy in copies for member in copy.members}
    held: dict[tuple[str, bool, bool, Factuality], list[Telling]] = defaultdict(list)
    for telling in tellings:
        one = telling.attribution
        if one.document in family:
            held[family[one.document], one.parent is not None, one.denial, telling.factuality].append(telling)
    for of_family in held.values():
        for left, right in _neighbours(of_family):
            alike = len(left.stems & right.stems) / len(left.stems | right.stems)
            if left.attribution.document != right.attribution.document and alike >= _NEARLY and _agree(left, right):
                yield _match(left, right, 1 + alike, "nearly the same words in copies of one text")


def _agree(left: Telling, right: Telling) -> bool:
    """True unless two tellings name two speakers."""
    one, other = (t.entity or _proper_name(t.attribution.speaker or "") for t in (left, right))
    return (one is None or other is None or one == other) and not _are_opposed(left, right)


def _are_opposed(left: Telling, right: Telling) -> bool:
    """ "Backed the toll" and "opposed the toll" share all their words and are two statements."""
    acts = {left.attribution.act, right.attribution.act}
    return "oppose" in acts and not acts.isdisjoint(_WISHES)


def _proper_name(speaker: str) -> str | None:
    """Return who speaks where a name is given; "police" or "officials" of two reports need not be the same ones."""
    words = speaker.removeprefix("The ").removeprefix("A ").split()
    return " ".join(words).casefold() if any(word[:1].isupper() for word in words) else None


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


def _within(tellings: Sequence[Telling], weights: dict[str, float]) -> Iterator[Match]:
    for left, right in _neighbours(tellings):
        why = _same_act(left, right, weights)
        if why:
            yield _match(left, right, _share(left, right, weights), why)


def _neighbours(tellings: Sequence[Telling]) -> Iterator[tuple[Telling, Telling]]:
    """Yield the pairs that share two words or more, found by the words, never by comparing all with all."""
    holders: dict[str, list[int]] = defaultdict(list)
    for number, telling in enumerate(tellings):
        for word in telling.stems:
            holders[word].append(number)
    for number, telling in enumerate(tellings):
        held = (holders[word] for word in telling.stems if len(holders[word]) <= _COMMON)
        shared = Counter(other for numbers in held for other in numbers if other > number)
        for other, count in sorted(shared.items()):
            if count > 1:
                yield telling, tellings[other]


def _on_one_occasion(tellings: Sequence[Telling], weights: dict[str, float]) -> Iterator[Match]:
    """Yield the looser pairs of two reports that have so many of them that they tell one speech.

    In another translation a sentence keeps few of its words; three sentences of one speaker that find their like in
    one other report, each only one, are no chance.
    """
    by_reports: dict[tuple[str, str], list[tuple[float, Telling, Telling]]] = defaultdict(list)
    for left, right in _neighbours(tellings):
        one, other = left.attribution, right.attribution
        alike = one.denial == other.denial and not _are_opposed(left, right)
        if one.document != other.document and alike and _can_be_one_day(left, right):
            share = _share(left, right, weights)
            if share >= _LOOSE:
                by_reports[one.document, other.document].append((share, left, right))
    for pairs in by_reports.values():
        chosen = _one_to_one(pairs)
        if len(chosen) >= _LEAST_SENTENCES:
            for share, left, right in chosen:
                why = f"one of {len(chosen)} sentences that two reports of one speech share; {share:.0%} of its words"
                yield _match(left, right, share, why)


def _one_to_one(pairs: Sequence[tuple[float, Telling, Telling]]) -> list[tuple[float, Telling, Telling]]:
    chosen = []
    taken: set[str] = set()
    for share, left, right in sorted(pairs, key=lambda pair: (-pair[0], pair[1].attribution.id)):
        if not {left.attribution.id, right.attribution.id} & taken:
            taken |= {left.attribution.id, right.attribution.id}
            chosen.append((share, left, right))
    return chosen


def _match(left: Telling, right: Telling, share: float, why: str) -> Match:
    return Match(left=left.attribution.id, right=right.attribution.id, share=share, why=why)


def _share(left: Telling, right: Telling, weights: dict[str, float]) -> float:
    """Return how much of the shorter telling's words, weighed, is in the longer one."""
    smaller = min((left.stems, right.stems), key=len)
    return sum(weights[word] for word in left.stems & right.stems) / sum(weights[word] for word in smaller)


def _same_act(left: Telling, right: Telling, weights: dict[str, float]) -> str | None:
    one, other = left.attribution, right.attribution
    if one.document == other.document or one.denial != other.denial or not _can_be_one_day(left, right):
        return None
    if _are_opposed(left, right):
        return None
    if left.wording == right.wording and len(left.wording.split()) >= _LEAST_WORDS:
        return "the same speaker in the same words"
    shared = left.stems & right.stems
    share = _share(left, right, weights)
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
        return (0.9, 5) if _is_long_after(left, right) else (0.6, 4)
    return 0.75, 5


def _is_long_after(left: Telling, right: Telling) -> bool:
    """True when a report that gives no day came out long after the day that the other gives.

    What a report tells without a day is mostly of its own days; words of last year would be said to be of last year.
    """
    dated, undated = (left, right) if left.said else (right, left)
    last = dated.said.latest if dated.said else None
    came_out = undated.published.interval.earliest if undated.published else None
    if not (last and came_out):
        return False
    return (date.fromisoformat(came_out[:10]) - date.fromisoformat(last[:10])).days > _LONG


def _can_be_one_day(left: Telling, right: Telling) -> bool:
    for one, other in ((left, right), (right, left)):
        last = one.said.latest if one.said else one.published.interval.latest if one.published else None
        if other.said and last and (other.said.earliest or "")[:10] > last[:10]:
            return False
    return True
