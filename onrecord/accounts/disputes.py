"""Finds the issues that reports dispute without a word of novelty: a ban, a truce, a crossing, a payment."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.accounts.attitudes import Voice, find_things, hangs_on_something, judge_saying, make_voice
from onrecord.accounts.issues import Topic
from onrecord.accounts.objects import Handled, is_deed_noun, key_of, load_operators
from onrecord.accounts.positions import Stand, make_position
from onrecord.accounts.sayings import Collection, Report, Saying, folded, has_voice
from onrecord.identity import thing_id
from onrecord.linking.groups import Groups
from onrecord.linking.wording import find_words
from onrecord.records import Issue, Stance

_COMMON = 200  # a name in more reports than this ties none of them together
_LEAST_SHARED_NAMES = 2
_LEAST_ACTORS = 2
_REACH = 700
_FAR_BACK = 1500
_WINDOW = 300
_YEARS = 1100  # days between two reports that can still speak of one thing
_POINTER = re.compile(
    r"^(?:to |of |on |for |with )?"
    r"(?:(?:the|this|that|these|those|such an?|any such|his|her|its|their|\w+'s) )?(?:new )?"
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


def find_disputes(collection: Collection, known: Sequence[Topic], voices: Mapping[str, Voice]) -> tuple[Stand, ...]:
    """Return the stances on things that at least two actors take a stance on; what is in `known` is left out.

    Two reports speak of one thing when it has one name in both and they share two names, or one name and a word that
    describes the thing; a herring ban and a smoking ban are two things.
    """
    bearings: dict[str, list[_Bearing]] = defaultdict(list)
    deeds: list[_Bearing] = []
    for saying in collection.sayings():
        if has_voice(saying) and not saying.in_title:
            for thing, stance in find_things(saying, voices[saying.attribution.id]):
                bearing = _Bearing(saying=saying, thing=thing, stance=stance)
                (deeds if is_deed_noun(thing.words[-1]) else bearings[thing.head]).append(bearing)
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
    taken_up = (*_taken_up(collection, stands), *_of_deeds(stands, deeds))
    return tuple(_keep_disputed((*stands, *taken_up)))


def find_voices(collection: Collection) -> dict[str, Voice]:
    """Return how each speaker is called, by the saying."""
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
    about: dict[str, frozenset[str]] = defaultdict(frozenset)
    near: dict[str, frozenset[str]] = defaultdict(frozenset)
    for bearing in bearings:
        document = bearing.saying.document
        about[document] |= bearing.thing.about
        near[document] |= _names_near(collection.reports[document], bearing.saying.start)
    names = {document: _all_names(collection.reports[document]) for document in about}
    groups = Groups(about)
    for left, right, shared in _share_names(names):
        described = about[left] & about[right]
        told_apart = about[left] and about[right] and not described
        if not _is_one_time(collection.reports[left], collection.reports[right]):
            continue
        if described or (not told_apart and shared and len(near[left] & near[right]) >= _LEAST_SHARED_NAMES):
            groups.join(left, right)
    for members in groups.all():
        within = [bearing for bearing in bearings if bearing.saying.document in members]
        actors = {bearing.saying.actor for bearing in within}
        if len(actors) >= _LEAST_ACTORS and any(bearing.thing.is_noun for bearing in within):
            yield within


def _all_names(report: Report) -> frozenset[str]:
    return frozenset().union(*(words for _, words in report.named))


def _names_near(report: Report, position: int) -> frozenset[str]:
    return frozenset().union(*(words for start, words in report.named if abs(start - position) < _WINDOW))


def _share_names(names: Mapping[str, frozenset[str]]) -> Iterator[tuple[str, str, int]]:
    holders: dict[str, list[str]] = defaultdict(list)
    for document, found in names.items():
        for name in found:
            holders[name].append(document)
    for document, found in names.items():
        telling = [name for name in found if len(holders[name]) <= _COMMON]
        for other, count in Counter(o for name in telling for o in holders[name] if o > document).items():
            yield document, other, count


def _label(collection: Collection, bearings: Sequence[_Bearing]) -> str:
    """Return what the thing is called most, without the names of people before it."""
    phrases: Counter[str] = Counter()
    for bearing in bearings:
        marks = collection.reports[bearing.saying.document].marks
        people = {word for m in marks.mentions if m.kind == "person" for word in m.name.split()}
        called = [word for word in bearing.thing.called.split() if word not in people and not word.endswith("s'")]
        phrases[" ".join(called) if bearing.thing.is_noun else called[-1]] += 1
    return max(phrases, key=lambda phrase: (phrases[phrase], len(phrase), phrase))


def _topic(collection: Collection, head: str, bearings: Sequence[_Bearing]) -> Topic:
    label = _label(collection, bearings)
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
        names=frozenset(
            n for b in bearings for n in _names_near(collection.reports[b.saying.document], b.saying.start)
        ),
    )


def _on_topic(
    collection: Collection, topic: Topic, naming: Sequence[Saying], voices: Mapping[str, Voice]
) -> Iterator[Stand]:
    (head,) = topic.heads
    for saying in naming:
        if not has_voice(saying) or saying.in_title or not _is_of(collection.reports[saying.document], saying, topic):
            continue
        stance = judge_saying(saying, head, voices[saying.attribution.id])
        if stance in ("for", "against") and _is_conditional_around(collection.reports[saying.document], saying):
            stance = "conditional"
        if stance:
            yield Stand(position=make_position(saying, topic, stance), saying=saying, topic=topic)


def _is_conditional_around(report: Report, saying: Saying) -> bool:
    """True when the saying that holds this one goes on "only if"."""
    parent = saying.attribution.parent
    return parent is not None and any(
        hangs_on_something(outer.words) for outer in report.sayings if outer.attribution.id == parent
    )


def _is_of(report: Report, saying: Saying, topic: Topic) -> bool:
    near = _names_near(report, saying.start)
    return report.document.id in topic.reports or len(near & topic.names) >= _LEAST_SHARED_NAMES


def _is_one_time(left: Report, right: Report) -> bool:
    """True unless two reports are known to be years apart."""
    days = [r.published.earliest or r.published.latest if r.published else None for r in (left, right)]
    first, second = (date.fromisoformat(day[:10]) if day else None for day in days)
    return first is None or second is None or abs((first - second).days) <= _YEARS


def _taken_up(collection: Collection, stands: Sequence[Stand]) -> Iterator[Stand]:
    """Yield who welcomes or rejects "the step" that somebody else has just spoken for: for what the other is for."""
    by_report: dict[str, list[Stand]] = defaultdict(list)
    for stand in stands:
        by_report[stand.saying.document].append(stand)
    for document, found in by_report.items():
        for saying in collection.reports[document].sayings:
            before = [s for s in found if 0 < saying.start - s.saying.start < _REACH and s.saying.actor != saying.actor]
            sign = _BY_ACT.get(saying.attribution.act, 0)
            if not (before and sign and _points_back(saying)) or saying.in_title or not has_voice(saying):
                continue
            last = max(before, key=lambda stand: stand.saying.start)
            stance = _relative(last.position.stance, -sign if saying.attribution.negated == "saying" else sign)
            if stance:
                yield Stand(position=make_position(saying, last.topic, stance), saying=saying, topic=last.topic)


def _of_deeds(stands: Sequence[Stand], deeds: Sequence[_Bearing]) -> Iterator[Stand]:
    """Yield who is for "an extension" or against "the closure" where a report has just said of what."""
    by_report: dict[str, list[Stand]] = defaultdict(list)
    for stand in stands:
        by_report[stand.saying.document].append(stand)
    for deed in deeds:
        saying = deed.saying
        before = [s for s in by_report[saying.document] if 0 < saying.start - s.saying.start < _FAR_BACK]
        if before:
            last = max(before, key=lambda stand: stand.saying.start)
            sign = load_operators()[deed.thing.words[-1]] * (1 if deed.stance == "for" else -1)
            stance: Stance = deed.stance if deed.stance not in ("for", "against") else "for" if sign > 0 else "against"
            yield Stand(position=make_position(saying, last.topic, stance), saying=saying, topic=last.topic)


def _points_back(saying: Saying) -> bool:
    return bool(_POINTER.match(folded(saying.words).strip(" \"'«»“”.,")))


def _relative(stance: Stance, sign: int) -> Stance | None:
    if stance == "for":
        return "for" if sign > 0 else "against"
    if stance == "against":
        return "against" if sign > 0 else "for"
    return None


def keep_told_once(stands: Sequence[Stand]) -> tuple[Stand, ...]:
    """Return the stands without those that another one holds inside it, of the same speaker or with the same stance."""
    held = {(stand.saying.attribution.id, stand.topic.issue.id): stand for stand in stands}
    kept = []
    for stand in stands:
        outer = held.get((stand.saying.attribution.parent or "", stand.topic.issue.id))
        same_actor = outer is not None and outer.saying.actor == stand.saying.actor
        if outer is None or not (same_actor or outer.position.stance == stand.position.stance):
            kept.append(stand)
    return tuple(kept)


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
