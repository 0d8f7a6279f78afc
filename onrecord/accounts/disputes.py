"""Finds the issues that reports dispute without a word of novelty: a ban, a truce, a crossing, a payment."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.accounts.attitudes import Voice, find_things, judge_saying, make_voice
from onrecord.accounts.issues import Topic, find_report_names
from onrecord.accounts.objects import Handled, key_of
from onrecord.accounts.positions import Stand, make_position
from onrecord.accounts.sayings import Collection, Report, Saying, folded
from onrecord.identity import thing_id
from onrecord.linking.groups import Groups
from onrecord.linking.wording import find_words
from onrecord.records import Issue, Stance

_COMMON = 200  # a name in more reports than this ties none of them together
_LEAST_SHARED_NAMES = 2
_LEAST_ACTORS = 2
_REACH = 700
_POINTER = re.compile(
    r"^(?:to |of |on |for |with )?(?:(?:the|this|that|these|those|such an?|any such|his|her|its|their|\w+'s) )?(?:new )?"
    r"(?:plan|proposal|idea|move|step|demand|call|offer|request|suggestion|measure|decision|appeal|initiative)s?$"
    r"|^(?:it|this|that)$"
)
_BY_ACT: Mapping[str, int] = {"support": 1, "praise": 1, "oppose": -1, "criticise": -1, "warn": -1}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bearing:
    """A saying that takes a stance on a thing."""

    saying: Saying
    thing: Handled
    stance: Stance


def find_disputes(collection: Collection, known: Sequence[Topic]) -> tuple[Stand, ...]:
    """Return the stances on things that at least two actors take a stance on; what is in `known` is left out.

    Two reports speak of one thing when it has one name in both and they share two names, or one name and a word that
    describes the thing; a herring ban and a smoking ban are two things.
    """
    voices = _voices(collection)
    bearings: dict[str, list[_Bearing]] = defaultdict(list)
    for saying in collection.sayings():
        if _may_take_a_stance(saying):
            for thing, stance in find_things(saying, voices[saying.attribution.id]):
                bearings[thing.head].append(_Bearing(saying=saying, thing=thing, stance=stance))
    naming = _index_sayings(collection, bearings.keys())
    topics = []
    taken = {(head, document) for topic in known for head in topic.heads for document in topic.reports}
    for head, found in sorted(bearings.items()):
        fresh = [b for b in found if (head, b.saying.document) not in taken]
        for group in _split(collection, fresh):
            topics.append(_topic(collection, head, group))
    stands = [
        stand for topic in topics for stand in _on_topic(collection, topic, naming[next(iter(topic.heads))], voices)
    ]
    return tuple(_keep_disputed((*stands, *_taken_up(collection, stands))))


def _may_take_a_stance(saying: Saying) -> bool:
    return bool(saying.speaker) and not saying.in_title


def _voices(collection: Collection) -> dict[str, Voice]:
    entities = {entity.id: entity for entity in collection.things.entities}
    voices = {}
    for saying in collection.sayings():
        entity = entities.get(saying.actor or "")
        roles, variants = (entity.roles, entity.variants) if entity else ((), ())
        voices[saying.attribution.id] = make_voice(saying, roles, variants)
    return voices


def _index_sayings(collection: Collection, heads: object) -> dict[str, list[Saying]]:
    wanted = frozenset(heads) if isinstance(heads, (frozenset, set)) else frozenset(list(heads))  # type: ignore[call-overload]
    naming: dict[str, list[Saying]] = defaultdict(list)
    for saying in collection.sayings():
        for head in {key_of(word) for word in find_words(saying.words)} & wanted:
            naming[head].append(saying)
    return naming


def _split(collection: Collection, bearings: Sequence[_Bearing]) -> Iterator[list[_Bearing]]:
    """Yield the bearings on one thing of one name, told apart by the names and words that reports share."""
    words: dict[str, set[str]] = defaultdict(set)
    for bearing in bearings:
        words[bearing.saying.document] |= {key_of(word) for word in bearing.thing.words[:-1]}
    names = {document: find_report_names(collection.reports[document]) for document in words}
    groups = Groups(words)
    for left, right, shared in _share_names(names):
        described = words[left] & words[right]
        if (shared >= _LEAST_SHARED_NAMES and not (words[left] and words[right] and not described)) or described:
            groups.join(left, right)
    for members in groups.all():
        within = [bearing for bearing in bearings if bearing.saying.document in members]
        if len({bearing.saying.actor for bearing in within}) >= _LEAST_ACTORS:
            yield within


def _share_names(names: Mapping[str, frozenset[str]]) -> Iterator[tuple[str, str, int]]:
    holders: dict[str, list[str]] = defaultdict(list)
    for document, found in names.items():
        for name in found:
            holders[name].append(document)
    for document, found in names.items():
        telling = [name for name in found if len(holders[name]) <= _COMMON]
        for other, count in Counter(o for name in telling for o in holders[name] if o > document).items():
            yield document, other, count


def _topic(collection: Collection, head: str, bearings: Sequence[_Bearing]) -> Topic:
    phrases = Counter(" ".join(b.thing.words) for b in bearings)
    label = max(phrases, key=lambda phrase: (phrases[phrase], len(phrase), phrase))
    documents = frozenset(bearing.saying.document for bearing in bearings)
    first = min(documents, key=lambda document: collection.reports[document].document.uri)
    issue = Issue(
        id=thing_id("issue", f"{first}|{head}|disputed"),
        label=label,
        terms=(label.split()[-1],),
        by="accounts disputes",
    )
    return Topic(
        issue=issue,
        heads=frozenset({head}),
        reports=documents,
        sites=frozenset(),
        others=frozenset(),
        names=frozenset(name for d in documents for name in find_report_names(collection.reports[d])),
    )


def _on_topic(
    collection: Collection, topic: Topic, naming: Sequence[Saying], voices: Mapping[str, Voice]
) -> Iterator[Stand]:
    (head,) = topic.heads
    for saying in naming:
        if not _may_take_a_stance(saying) or not _is_of(collection.reports[saying.document], topic):
            continue
        stance = judge_saying(saying, head, voices[saying.attribution.id])
        if stance:
            yield Stand(position=make_position(saying, topic, stance), saying=saying, topic=topic)


def _is_of(report: Report, topic: Topic) -> bool:
    return report.document.id in topic.reports or len(find_report_names(report) & topic.names) >= _LEAST_SHARED_NAMES


def _taken_up(collection: Collection, stands: Sequence[Stand]) -> Iterator[Stand]:
    """Yield who welcomes or rejects "the step" that somebody else has just spoken for: for what the other is for."""
    by_report: dict[str, list[Stand]] = defaultdict(list)
    for stand in stands:
        by_report[stand.saying.document].append(stand)
    for document, found in by_report.items():
        for saying in collection.reports[document].sayings:
            before = [s for s in found if 0 < saying.start - s.saying.start < _REACH and s.saying.actor != saying.actor]
            sign = _BY_ACT.get(saying.attribution.act, 0)
            if not (before and sign and _points_back(saying)) or saying.in_title or not saying.speaker:
                continue
            last = max(before, key=lambda stand: stand.saying.start)
            stance = _relative(last.position.stance, -sign if saying.attribution.negated == "saying" else sign)
            if stance:
                yield Stand(position=make_position(saying, last.topic, stance), saying=saying, topic=last.topic)


def _points_back(saying: Saying) -> bool:
    return bool(_POINTER.match(folded(saying.words).strip(" \"'«»“”.,")))


def _relative(stance: Stance, sign: int) -> Stance | None:
    if stance == "for":
        return "for" if sign > 0 else "against"
    if stance == "against":
        return "against" if sign > 0 else "for"
    return None


def _keep_disputed(stands: Sequence[Stand]) -> Iterator[Stand]:
    """Yield the stands on issues on which two actors take a plain stance, each saying once."""
    actors: dict[str, set[str | None]] = defaultdict(set)
    for stand in stands:
        if stand.position.stance in ("for", "against", "conditional"):
            actors[stand.topic.issue.id].add(stand.saying.actor)
    seen: set[tuple[str, str]] = set()
    for stand in sorted(
        stands, key=lambda s: (s.saying.attribution.parent is not None, s.saying.document, s.saying.start)
    ):
        key = (stand.topic.issue.id, stand.saying.attribution.id)
        if len(actors[stand.topic.issue.id]) >= _LEAST_ACTORS and key not in seen:
            seen.add(key)
            yield stand
