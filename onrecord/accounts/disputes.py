"""Finds the issues that reports dispute without a word of novelty: a ban, a truce, a crossing, a payment."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.accounts.agenda import find_agenda
from onrecord.accounts.answers import follow_on
from onrecord.accounts.attitudes import Voice, find_things, hangs_on_something, is_plain, judge_places, make_voice
from onrecord.accounts.issues import Topic
from onrecord.accounts.matters import Bearing, divide
from onrecord.accounts.objects import POINTER, Handled, find_handled, is_deed_noun, key_of, load_operators
from onrecord.accounts.pointers import resolve_pointers, speaks_of_deed
from onrecord.accounts.positions import Stand, make_position
from onrecord.accounts.sayings import Collection, Report, Saying, folded, has_voice
from onrecord.accounts.surroundings import (
    read_words,
    weigh_words,
)
from onrecord.linking.wording import find_words
from onrecord.records import Stance

_LEAST_ACTORS = 2
_SEVERAL = 3  # independent texts that speak of a thing, from which on one actor's demand makes it an issue
_SOUGHT = frozenset({"request", "propose", "oppose", "support"})
_REACH = 700
_FAR_BACK = 1500
_POINTER = re.compile(
    r"^(?:to |of |on |for |with )?"
    r"(?:(?:the|this|that|these|those|such an?|any such|his|her|its|their|\w+'s) )?(?:new )?"
    r"(?:move|step|demand|call|offer|request|suggestion|decision|appeal|initiative)s?$"
)
_SMALL = re.compile(r"\b[a-z][\w'\u2019-]*")
_REST = re.compile(r"[^.!?\n\u201d\u00bb\"]{0,200}")
_WAS = re.compile(r"(?:was|were|had been|used to)\b")
_HAD_WANTED = re.compile(
    r"had (?:\w+ )?(?:wanted|wished|opposed|supported|backed|rejected|refused|favou?red|resisted)\b"
)
_OWN_BODY = re.compile(r"(?:his|her|its|their|our|my) \w+(?: \w+)?$")
_STEPS = frozenset({"request", "propose", "intend", "promise", "support", "oppose"})
_WISHES = frozenset({"request", "propose"})
_WISH = re.compile(r"\b(?:demand|call|offer|request|suggestion|appeal|initiative)s?\b")
_BY_ACT: Mapping[str, int] = {"support": 1, "praise": 1, "oppose": -1, "criticise": -1, "warn": -1}


def find_disputes(
    collection: Collection, known: Sequence[Topic], voices: Mapping[str, Voice], told: frozenset[str] = frozenset()
) -> tuple[Stand, ...]:
    """Return the stances on things that at least two actors take a stance on; what is in `known` is left out.

    `told` are the sayings that are already laid out as stances on what is known.

    Two reports speak of one thing when it has one name in both and they share two names, or one name and a word that
    describes the thing; a herring ban and a smoking ban are two things.
    """
    spoken = {key: saying for key, saying in speak_for(collection).items() if key not in told}
    bearings, deeds = _find_bearings(collection, voices, spoken)
    naming = _index_sayings(collection, bearings.keys())
    topics: list[Topic] = []
    readings = [read_words(report) for report in collection.reports.values()] if bearings else []
    weights = weigh_words(readings)
    taken = {(head, document) for topic in known for head in topic.heads for document in topic.reports}
    for head, found in sorted(bearings.items()):
        fresh = [b for b in found if (head, b.saying.document) not in taken]
        topics += divide(collection, readings, weights, fresh) if fresh else []
    stands: list[Stand] = []
    for topic in topics:
        said = [spoken[s.attribution.id] for s in naming[next(iter(topic.heads))] if s.attribution.id in spoken]
        stands += _on_topic(collection, topic, said, voices)
    stands += resolve_pointers(collection, tuple(stands), topics, voices, spoken)
    taken_up = (*_taken_up(collection, stands), *_of_deeds(stands, deeds))
    disputed = tuple(_keep_disputed(collection, (*stands, *taken_up)))
    everything = (*disputed, *find_agenda(collection, voices, spoken, disputed))
    return tuple(_with_quotation(collection, stand) for stand in everything)


def _with_quotation(collection: Collection, stand: Stand) -> Stand:
    """Return a stand with the quotation that its speaker adds in the same breath, if any."""
    report, told = collection.reports[stand.saying.document], stand.saying.attribution.id
    outer = next((saying for saying in report.sayings if saying.attribution.id == told), stand.saying)
    spoken = (one for one in follow_on(report, outer) if one.attribution.speech == "direct")
    return replace(stand, after=next(spoken, None))


def _find_bearings(
    collection: Collection, voices: Mapping[str, Voice], spoken: Mapping[str, Saying]
) -> tuple[dict[str, list[Bearing]], list[Bearing]]:
    """Return the stances on things by the word for the thing, and those on deeds that need to be told of what."""
    bearings: dict[str, list[Bearing]] = defaultdict(list)
    deeds: list[Bearing] = []
    small = frozenset(w for r in collection.reports.values() for w in _SMALL.findall(r.document.text))
    for saying in collection.sayings():
        if not has_voice(saying) or saying.attribution.id not in spoken:
            continue
        found = [
            Bearing(saying=spoken[saying.attribution.id], thing=thing, stance=stance)
            for thing, stance in find_things(saying, voices[saying.attribution.id])
            if thing.head != POINTER and not (thing.is_name and not _is_common(collection, saying, thing, small))
        ]
        of_what = any(one.thing.sign and not is_deed_noun(one.thing.words[-1]) for one in found)
        for one in found:
            is_deed = is_deed_noun(one.thing.words[-1])
            if not (is_deed and of_what):
                (deeds if is_deed and not one.thing.about else bearings[one.thing.head]).append(one)
    return bearings, deeds


def _is_common(collection: Collection, saying: Saying, thing: Handled, small: frozenset[str]) -> bool:
    """True where a name ends in a word that the reports also use in small letters: "Orm Dam" is a dam."""
    report = collection.reports[saying.document]
    last = thing.words[-1]
    if any(last in mention.name.casefold() for mention in report.marks.mentions if mention.kind == "person"):
        return False
    return last in small or f"{last}s" in small


def speak_for(collection: Collection) -> dict[str, Saying]:
    """Return every saying with the speaker for whom it counts: what a minister says "his country" wants, he wants."""
    spoken = {}
    for report in collection.reports.values():
        by_id = {saying.attribution.id: saying for saying in report.sayings}
        for saying in report.sayings:
            outer = by_id.get(saying.attribution.parent or "")
            if outer and _is_of_the_past(report, saying):
                continue
            spoken[saying.attribution.id] = _as_of_its_day(_as_said_by(saying, outer) if outer else saying)
    return spoken


def _as_of_its_day(saying: Saying) -> Saying:
    """Return a saying without a day where it tells what had been wanted before: "who had wanted no toll"."""
    return replace(saying, said=None) if _HAD_WANTED.match(folded(saying.cue)) else saying


def _is_of_the_past(report: Report, saying: Saying) -> bool:
    """True for what a speaker says of himself as it was: "I was against it" is no stance of today."""
    source = " ".join(span.of(report.document.text) for span in saying.attribution.source)
    return source.casefold() in ("i", "we") and bool(_WAS.match(folded(saying.cue)))


def _as_said_by(saying: Saying, outer: Saying) -> Saying:
    own = bool(_OWN_BODY.match(folded(saying.speaker or "")))
    is_state = saying.kind in (None, "place") and saying.country is not None and saying.country == outer.country
    if saying.actor == outer.actor or not (own or is_state):
        return saying
    return replace(saying, speaker=outer.speaker, actor=outer.actor, kind=outer.kind, country=outer.country)


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


def _on_topic(
    collection: Collection, topic: Topic, naming: Sequence[Saying], voices: Mapping[str, Voice]
) -> Iterator[Stand]:
    (head,) = topic.heads
    for saying in naming:
        if not has_voice(saying) or saying.in_title or saying.document not in topic.reports:
            continue
        found = next(judge_places(saying, head, voices[saying.attribution.id]), None)
        if found is None:
            continue
        clause, thing, stance = found
        if stance in ("for", "against") and _is_conditional_around(collection.reports[saying.document], saying):
            stance = "conditional"
        position = make_position(saying, topic, stance, clause)
        yield Stand(position=position, saying=saying, topic=topic, is_plain=is_plain(saying, thing))


def _is_conditional_around(report: Report, saying: Saying) -> bool:
    """True when the saying that holds this one, or the rest of its sentence, goes on "only if"."""
    parent = saying.attribution.parent
    if parent is not None and any(
        hangs_on_something(outer.words) for outer in report.sayings if outer.attribution.id == parent
    ):
        return True
    end = saying.attribution.content[-1].end
    rest = _REST.match(report.document.text, end)
    return bool(rest) and hangs_on_something(rest.group() if rest else "")


def _taken_up(collection: Collection, stands: Sequence[Stand]) -> Iterator[Stand]:
    """Yield who welcomes or rejects "the step" that was told of before: of what another is for, or what was done."""
    by_report: dict[str, list[Stand]] = defaultdict(list)
    for stand in stands:
        by_report[stand.saying.document].append(stand)
    for document, found in by_report.items():
        report = collection.reports[document]
        deeds = list(_find_deeds(report, {head: s.topic for s in found for head in s.topic.heads}))
        for saying in filter(_takes_up, report.sayings):
            sign = _BY_ACT[saying.attribution.act]
            related = _relate(saying, found, deeds, -sign if saying.attribution.negated == "saying" else sign)
            if related:
                yield related
                found = [*found, related]


def _takes_up(saying: Saying) -> bool:
    """True for who welcomes or rejects what was told of before, without naming it."""
    points = _points_back(saying) or speaks_of_deed(saying)
    return points and saying.attribution.act in _BY_ACT and has_voice(saying) and not saying.in_title


def _relate(saying: Saying, stands: Sequence[Stand], deeds: Sequence[_Deed], sign: int) -> Stand | None:
    """Return the stance on the thing that a stance on what was said or done last comes to."""
    before = [s for s in stands if 0 < saying.start - s.saying.start < _REACH and s.saying.actor != saying.actor]
    done = [deed for deed in deeds if 0 < saying.start - deed.start < _REACH]
    wished = [s for s in before if s.saying.attribution.act in _WISHES] if _WISH.search(saying.words) else []
    stepped = [s for s in before if s.saying.attribution.act in _STEPS or s.saying.attribution.parent]
    before = before if not (stepped or done) else stepped
    if not before and not done:
        return None
    last = max(wished or before, key=lambda s: (s.saying.attribution.parent is None, s.saying.start), default=None)
    deed = max(done, key=lambda one: one.start, default=None)
    if deed and not wished and (last is None or deed.start > last.saying.start):
        topic, held = deed.topic, deed.stance
    elif last:
        topic, held = last.topic, last.position.stance
    stance = _relative(held, sign)
    return Stand(position=make_position(saying, topic, stance), saying=saying, topic=topic) if stance else None


@dataclass(frozen=True, slots=True)
class _Deed:
    """Where a report tells that something was done to a thing: "Korva lifted the ban"."""

    start: int
    topic: Topic
    stance: Stance


def _find_deeds(report: Report, topics: Mapping[str, Topic]) -> Iterator[_Deed]:
    for sentence in report.marks.sentences:
        for one in find_handled(sentence.span.of(report.document.text)):
            if one.head in topics and one.sign:
                yield _Deed(sentence.span.start, topics[one.head], "for" if one.sign > 0 else "against")


def _of_deeds(stands: Sequence[Stand], deeds: Sequence[Bearing]) -> Iterator[Stand]:
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
    kept = {}
    plain = set()
    for key, stand in held.items():
        outer = held.get((stand.saying.attribution.parent or "", stand.topic.issue.id))
        same_stance = outer is not None and outer.position.stance == stand.position.stance
        if outer is None or not (same_stance or outer.saying.actor == stand.saying.actor):
            kept[key] = stand
        elif same_stance and stand.is_plain:
            plain.add((stand.saying.attribution.parent or "", stand.topic.issue.id))
    return tuple(replace(stand, is_plain=stand.is_plain or key in plain) for key, stand in kept.items())


def _keep_disputed(collection: Collection, stands: Sequence[Stand]) -> Iterator[Stand]:
    """Yield the stands on issues on which two actors take a stance, or one takes it twice; each saying once."""
    taken: dict[str, set[tuple[str | None, Stance, str]]] = defaultdict(set)
    for stand in stands:
        if stand.position.stance in ("for", "against", "conditional"):
            taken[stand.topic.issue.id].add(
                (stand.saying.actor, stand.position.stance, collection.reports[stand.saying.document].text_of)
            )
    sought = {stand.topic.issue.id for stand in stands if _is_sought(collection, stand)}
    seen: set[tuple[str, str]] = set()
    for stand in sorted(
        stands, key=lambda s: (s.saying.attribution.parent is not None, s.saying.document, s.saying.start)
    ):
        key = (stand.topic.issue.id, stand.saying.attribution.id)
        if (stand.topic.issue.id in sought or _is_disputed(taken[stand.topic.issue.id])) and key not in seen:
            seen.add(key)
            yield stand


def _is_disputed(taken: set[tuple[str | None, Stance, str]]) -> bool:
    """True where two actors take a stance, one was against what he was for, or took his stance in two texts."""
    actors, stances, texts = ({row[place] for row in taken} for place in range(3))
    return len(actors) >= _LEAST_ACTORS or {"for", "against"} <= stances or len(texts) > 1


def _is_sought(collection: Collection, stand: Stand) -> bool:
    """True for what one named actor asks for or refuses outright, where several texts speak of the thing."""
    saying = stand.saying
    texts = {collection.reports[document].text_of for document in stand.topic.reports}
    return stand.is_plain and saying.kind is not None and saying.attribution.act in _SOUGHT and len(texts) >= _SEVERAL
