"""What several accounts share, and how many independent texts and voices stand behind it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from onrecord.accounts.counts import Count, Counted, are_comparable, gather_counts, is_toll, make_count_member
from onrecord.accounts.cues import fits
from onrecord.accounts.issues import Topic
from onrecord.accounts.positions import Stand
from onrecord.accounts.sayings import Collection, Saying, folded, make_member
from onrecord.accounts.telling import list_names, name_speakers, tell_value
from onrecord.identity import thing_id
from onrecord.linking.wording import find_words, plain_wording
from onrecord.records import Agreement, Side

_MOST = 6
_LEAST_VOICES = 2
_LEAST_NAMES = 2
_LEAST_VALUE = 10  # smaller numbers are alike by chance
_OFTEN_ALIKE = frozenset(
    {"percent", "cent", "minute", "hour", "day", "night", "week", "month", "year", "decade", "century"}
)


def find_agreements(collection: Collection, stands: Sequence[Stand], reports: Sequence[Counted]) -> Iterator[Agreement]:
    """Yield what speakers agree on about an issue, and the figures that more than one report gives."""
    topics = {stand.topic.issue.id: stand.topic for stand in stands}
    for topic in topics.values():
        sayings = [stand.saying for stand in stands if stand.topic == topic]
        if topic.issue.by == "accounts reinforcements":
            yield from _shared(collection, topic, "what exists is to be stronger", sayings)
        open_ones = [saying for saying in sayings if fits("contrasts", "undecided", folded(saying.words))]
        yield from _shared(collection, topic, "nothing is decided", open_ones)
    for (unit, measure), counts in sorted(gather_counts(reports).items()):
        values: dict[tuple[float, frozenset[str], str | None], list[Count]] = defaultdict(list)
        for count in counts:
            if count.figure.status != "superseded":
                values[count.value, count.group, count.country].append(count)
        for same in values.values():
            yield from _same_figure(f"{measure} ({unit})", same)


def _shared(collection: Collection, topic: Topic, what: str, said: Sequence[Saying]) -> Iterator[Agreement]:
    """Yield what two actors or more say alike about one issue."""
    by_actor: dict[str | None, list[Saying]] = defaultdict(list)
    for saying in said:
        by_actor[saying.actor].append(saying)
    if len(by_actor) < _LEAST_VOICES:
        return
    texts = {collection.reports[saying.document].text_of for saying in said}
    yield Agreement(
        id=thing_id("agreement", f"{topic.issue.id}|{what}"),
        sides=tuple(
            Side(label=told[0].speaker or "unnamed", members=tuple(make_member(s) for s in told[:_MOST]))
            for told in by_actor.values()
        ),
        reports=len({saying.document for saying in said}),
        independent_texts=min(len(texts), len(by_actor)),
        why=f"{name_speakers(said)} each say that {what} ({topic.issue.label}).",
        by="accounts agreements",
    )


def _same_figure(measure: str, counts: Sequence[Count]) -> Iterator[Agreement]:
    """Yield a figure that at least two independent texts give.

    Copies of one text are one voice, one claimant is one voice, and so is one sentence wherever it stands. Two
    numbers are of one thing when nothing known sets two tolls apart, or when their sentences share names; sums of
    money, shares and spans of time are too often alike by chance.
    """
    counts = _find_shared(counts) if len(counts) > 1 else []
    if not counts:
        return
    voices = count_voices(counts)
    if voices < _LEAST_VOICES:
        return
    documents = {count.report.document.id for count in counts}
    claimants = sorted({count.claimant for count in counts if count.claimant})
    value = tell_value(counts[0].value)
    yield Agreement(
        id=thing_id("agreement", counts[0].figure.id),
        sides=(Side(label=value, members=tuple(make_count_member(count) for count in counts[:_MOST])),),
        reports=len(documents),
        independent_texts=voices,
        why=f"{len(documents)} reports give {value} for {measure}"
        + (f", claimed by {list_names(claimants)}." if claimants else ", in their own voice."),
        by="accounts agreements",
    )


def count_voices(counts: Sequence[Count]) -> int:
    """Return how many independent voices give a figure."""
    texts = {count.report.text_of for count in counts}
    sentences = {plain_wording(make_count_member(count).says) for count in counts}
    claimants = {count.claimant for count in counts}
    return min(len(texts), len(sentences), len(claimants) if claimants != {None} else len(texts))


def _find_shared(counts: Sequence[Count]) -> list[Count]:
    """Return the counts that another text gives of the same thing."""
    named: dict[str, list[int]] = defaultdict(list)
    names = [_names(count) for count in counts]
    for number, found in enumerate(names):
        for name in found:
            named[name].append(number)
    alike = _block_tolls(counts)
    return [count for number, count in enumerate(counts) if _is_shared(number, counts, names, (named, alike))]


def _block_tolls(counts: Sequence[Count]) -> dict[str, list[int]]:
    blocks: dict[str, list[int]] = defaultdict(list)
    for number, count in enumerate(counts):
        if is_toll(count):
            blocks[count.country or count.claimant or ""].append(number)
    return blocks


def _is_shared(
    number: int,
    counts: Sequence[Count],
    names: Sequence[frozenset[str]],
    blocks: tuple[Mapping[str, Sequence[int]], Mapping[str, Sequence[int]]],
) -> bool:
    """True when another text gives a count of the same people, or in a sentence that shares two names."""
    count = counts[number]
    named, alike = blocks
    tolls = alike.get(count.country or count.claimant or "", ()) if is_toll(count) else ()
    text = count.report.text_of
    if any(counts[o].report.text_of != text and are_comparable(count, counts[o]) for o in tolls):
        return True
    unit = count.figure.unit
    if unit in _OFTEN_ALIKE or unit.isupper() or count.value < _LEAST_VALUE:
        return False
    shared = Counter(o for name in names[number] for o in named[name] if counts[o].report.text_of != text)
    return any(many >= _LEAST_NAMES for many in shared.values())


def _names(count: Count) -> frozenset[str]:
    words = find_words(make_count_member(count).says)[1:]
    return frozenset(word for word in words if word[:1].isupper())
