"""Finds what is up for decision in a collection: the things and doings of which several voices want or do not want."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

from onrecord.accounts.attitudes import Voice
from onrecord.accounts.candidates import Held, find_keys, read_leanings
from onrecord.accounts.issues import Topic, find_capitals, make_disputed
from onrecord.accounts.labels import name_issue
from onrecord.accounts.objects import POINTER, key_of, load_operators
from onrecord.accounts.positions import Stand, make_position
from onrecord.accounts.sayings import Collection, Report, Saying
from onrecord.linking.groups import Groups
from onrecord.linking.wording import find_words, load_function_words
from onrecord.records import Stance

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_MERE_JUDGEMENTS = ("good", "bad", "neutral")  # a good word for a thing makes it no issue
_NEAR = frozenset({"it", "this", "that", "them", "these", "those", "one", "they"})
_FAR = 1500
_SENTENCES = 3  # that "it" may look back over, its own counted
_MOST_NAMES = 10  # of a report by which it is tied to others
_AROUND = 150
_LEAST_SHARED = 4
_MOST_TIED = 60  # reports of an issue that are all known to speak of one thing
_LEAST_TEXTS = 3
_LEAST_SHARE = 0.12  # of the texts that speak of what one voice alone wants
_EMPTY = frozenset(key_of(word) for word in load_function_words())
_FLIP: Mapping[Stance, Stance] = {"for": "against", "against": "for", "conditional": "against"}


@dataclass(frozen=True, slots=True, order=True)
class _Key:
    """What is wanted or not, and the first of the reports that speak of it: one word may name two things."""

    head: str
    first: str
    reports: frozenset[str] = field(compare=False)


def find_agenda(
    collection: Collection,
    voices: Mapping[str, Voice],
    spoken: Mapping[str, Saying],
    known: Sequence[Stand] = (),
) -> tuple[Stand, ...]:
    """Return the stances on what several voices want or do not want, or one voice where many texts speak of it.

    `spoken` are the sayings with the speaker for whom they count, `voices` how each speaker is called. `known` are
    stances already found: their sayings are left out, and new stances on the same things join them.
    """
    told = {stand.saying.attribution.id for stand in known}
    held = [one for one in read_leanings(collection, voices, spoken) if one.saying.attribution.id not in told]
    of_head = {head: stand.topic for stand in known for head in stand.topic.heads}
    wanted = _gather(collection, [one for one in held if one.leaning.head != POINTER], of_head)
    pointing = [one for one in held if one.leaning.head == POINTER]
    for key, one in list(_resolve(collection, pointing, wanted)):
        wanted[key].append(one)
    chosen = _choose(collection, wanted, Counter(head for stand in known for head in stand.topic.heads))
    found = (stand for key, own in chosen.items() for stand in _stand(collection, key, own, of_head.get(key.head)))
    return tuple(_keep_shared(collection, tuple(found), known))


def _gather(collection: Collection, named: Sequence[Held], known: Mapping[str, Topic]) -> dict[_Key, list[Held]]:
    """Return what is wanted of each thing, told apart by the reports: those that share names speak of one thing."""
    by_head: dict[str, list[Held]] = defaultdict(list)
    for one in named:
        by_head[one.leaning.head].append(one)
    naming: dict[str, set[str]] = {head: {one.saying.document for one in held} for head, held in by_head.items()}
    for document, report in collection.reports.items():
        for head in find_keys(report.document.text) & naming.keys():
            naming[head].add(document)
    found: dict[_Key, list[Held]] = {}
    for head, held in sorted(by_head.items()):
        for reports, group in _part(collection, naming[head], held):
            if head not in known and all(one.leaning.kind in _MERE_JUDGEMENTS for one in group):
                continue
            found[_Key(head, group[0].saying.attribution.id, reports)] = group
    return found


def _part(
    collection: Collection, naming: Iterable[str], held: Sequence[Held]
) -> Iterator[tuple[frozenset[str], list[Held]]]:
    """Yield what is wanted in reports that speak of one thing: they share two names, at once or by way of others."""
    documents = sorted(naming, key=collection.places.__getitem__)
    groups = Groups(documents)
    holders: dict[tuple[str, str], str] = {}
    for document in documents:
        for pair in combinations(_find_main_names(collection, document), 2):
            groups.join(holders.setdefault(pair, document), document)
    for members in groups.all():
        for tied in _tie(collection, [one for one in held if one.saying.document in members]):
            yield frozenset(members), tied


def _tie(collection: Collection, held: Sequence[Held]) -> Iterator[list[Held]]:
    """Yield what is wanted of one thing where it is told by a verb too: "sign" is of one matter with the same words.

    What is told by a noun goes together; a doing joins what is told in the same report, by the same voice, or with a
    word in common.
    """
    groups = Groups(range(len(held)))
    first: dict[str, int] = {}
    for number, one in enumerate(held):
        kind = () if one.leaning.is_doing else ("a noun",)
        for shared in (*kind, one.saying.document, one.saying.actor or "", *find_names(one.leaning.clause)):
            groups.join(first.setdefault(shared, number), number)
    apart = [numbers[0] for numbers in groups.all()]
    words = {number: _read_around(collection, held[number]) for number in apart[:_MOST_TIED]}
    for left, right in combinations(words, 2):
        if len(words[left] & words[right] - _EMPTY) > _LEAST_SHARED:
            groups.join(left, right)
    yield from ([held[number] for number in numbers] for numbers in groups.all())


def _read_around(collection: Collection, one: Held) -> frozenset[str]:
    """Return the words around what is wanted, and the names among them."""
    text = collection.reports[one.saying.document].document.text[max(0, one.at - _AROUND) : one.at + _AROUND]
    return find_keys(text) | find_names(text)


def find_names(words: str) -> frozenset[str]:
    """Return the words that begin with a capital, but for the first."""
    return frozenset(word for word in find_words(words)[1:] if word[0].isupper())


def _find_main_names(collection: Collection, document: str) -> list[str]:
    """Return the names of a report that the most reports hold, in the order of the letters."""
    names = find_capitals(collection.reports[document])
    often = sorted(names, key=lambda name: (-len(collection.holders.get(name, ())), name))
    return sorted(often[:_MOST_NAMES])


def _weigh(collection: Collection, held: Iterable[Held]) -> int:
    """Return by how many voices, each counted once in a text, something is wanted or not."""
    return len({(one.saying.actor, collection.reports[one.saying.document].text_of) for one in held})


def _resolve(
    collection: Collection, pointing: Sequence[Held], wanted: Mapping[_Key, Sequence[Held]]
) -> Iterator[tuple[_Key, Held]]:
    """Yield what "it" and "the plan" stand for: the thing named last before them that somebody wants or not."""
    keys: dict[str, _Key] = {}
    weight = {key: _weigh(collection, found) for key, found in wanted.items()}
    for known in sorted(weight, key=lambda one: (weight[one], one)):
        keys[known.head] = known
    for one in pointing:
        report = collection.reports[one.saying.document]
        words = _WORD.finditer(report.document.text, _since(report, one), one.at)
        named = [keys[head] for word in words if (head := key_of(word.group())) in keys]
        key = _stands_for(named, weight, one.leaning.called.casefold() in _NEAR)
        if key:
            yield key, _on_the_doing(one, wanted[key])


def _stands_for(named: Sequence[_Key], weight: Mapping[_Key, int], is_near: bool) -> _Key | None:
    """Return what "it" stands for, the thing named last; "the plan" is the one that the report has named most."""
    if not named:
        return None
    if is_near:
        return next((key for key in reversed(named) if weight[key] > 1), named[-1])
    times = Counter(named)
    most = max(named, key=lambda key: (times[key], weight[key]))
    return most if times[most] > 1 and weight[most] > 1 else None


def _on_the_doing(one: Held, named: Sequence[Held]) -> Held:
    """Return what is wanted of "it" as wanted of the thing, where "it" is that the thing be undone."""
    before = [other for other in named if other.saying.document == one.saying.document and other.at <= one.at]
    last = max(before, key=lambda other: other.at, default=None)
    deed = last.leaning.deed if last else None
    if one.leaning.deed or load_operators().get(deed or "", 1) > 0:
        return one
    stance = _FLIP.get(one.leaning.stance, one.leaning.stance)
    return replace(one, leaning=replace(one.leaning, stance=stance, deed=deed))


def _since(report: Report, one: Held) -> int:
    """Return from where on a pointer may look for what it stands for."""
    if one.leaning.called.casefold() not in _NEAR:
        return max(0, one.at - _FAR)
    starts = [sentence.span.start for sentence in report.marks.sentences if sentence.span.start <= one.at]
    return starts[-_SENTENCES] if len(starts) >= _SENTENCES else 0


def _choose(
    collection: Collection, wanted: Mapping[_Key, Sequence[Held]], known: Mapping[str, int]
) -> dict[_Key, list[Held]]:
    """Return each saying under the one thing that the most voices want or not of those that it speaks of."""
    best: dict[str, _Key] = {}
    weight = {key: _weigh(collection, found) + known.get(key.head, 0) for key, found in wanted.items()}
    for key in sorted(wanted, key=lambda one: (-weight[one], one)):
        for one in wanted[key]:
            best.setdefault(one.saying.attribution.id, key)
    chosen = {key: [one for one in held if best[one.saying.attribution.id] == key] for key, held in wanted.items()}
    return {key: held for key, held in chosen.items() if held}


def _stand(collection: Collection, key: _Key, held: Sequence[Held], known: Topic | None) -> Iterator[Stand]:
    """Yield the stances on one thing, or on its undoing where that is what is mostly wanted or not."""
    undone = sum(1 if load_operators().get(one.leaning.deed or "", 1) < 0 else -1 for one in held) > 0 and not known
    label = known.issue.label if known else name_issue(collection, (key.head, key.reports), held, undone)
    topic = _join_topic(known, key.reports) if known else _make_topic(key, label)
    for one in held:
        stance = _FLIP.get(one.leaning.stance, one.leaning.stance) if undone else one.leaning.stance
        yield Stand(
            position=make_position(one.saying, topic, stance, one.leaning.clause),
            saying=one.saying,
            topic=topic,
            is_plain=one.leaning.head != POINTER or one.leaning.kind not in ("good", "bad"),
        )


def _make_topic(key: _Key, label: str) -> Topic:
    topic = make_disputed(f"{key.first}|{key.head}|agenda", label, key.head, key.reports)
    return replace(topic, ties=_tie_all(key.reports))


def _join_topic(known: Topic, documents: frozenset[str]) -> Topic:
    """Return what is known to be in dispute with the reports in which more is wanted of it."""
    reports = known.reports | documents
    return replace(known, reports=reports, ties=known.ties | _tie_all(reports))


def _tie_all(documents: frozenset[str]) -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair) for pair in combinations(sorted(documents)[:_MOST_TIED], 2))


def _keep_shared(collection: Collection, stands: Sequence[Stand], known: Sequence[Stand]) -> Iterator[Stand]:
    """Yield the stances on what two voices speak of, or one in two texts, or one alone where many texts do."""
    least = max(_LEAST_TEXTS, _LEAST_SHARE * len({report.text_of for report in collection.reports.values()}))
    by_issue: dict[str, list[Stand]] = defaultdict(list)
    for stand in (*known, *stands):
        by_issue[stand.topic.issue.id].append(stand)
    kept = {issue for issue, found in by_issue.items() if _is_shared(collection, found)}
    for stand in stands:
        texts = {collection.reports[one].text_of for one in stand.topic.reports}
        is_sought = stand.is_plain and stand.saying.kind is not None and len(texts) >= least
        if stand.topic.issue.id in kept or is_sought:
            yield stand


def _is_shared(collection: Collection, stands: Sequence[Stand]) -> bool:
    taken = [stand for stand in stands if stand.position.stance in ("for", "against", "conditional")]
    stances = {stand.position.stance for stand in taken}
    voices = Counter(stand.saying.actor for stand in taken)
    texts = {collection.reports[stand.saying.document].text_of for stand in taken}
    return len(voices) > 1 or len(texts) > 1 or {"for", "against"} <= stances
