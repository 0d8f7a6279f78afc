"""Says who speaks: leads the source of every attribution to the fullest name that the report gives."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import replace

from onrecord.binding.descriptions import resolve_body_alone, resolve_same_relay
from onrecord.binding.genders import gender_of
from onrecord.binding.hearers import (
    find_addressed,
    find_outer_speaker,
    find_partner,
    find_quoted,
    find_reporter,
    find_several,
    leave_name,
    leave_speaker,
)
from onrecord.binding.introductions import introduce
from onrecord.binding.naming import find_named
from onrecord.binding.pronouns import POSSESSIVES, is_pronoun_form, resolve_pronoun
from onrecord.binding.scene import Scene, Speaker, covers, own_words, set_scene, words_of
from onrecord.binding.sources import head_among, resolve_source
from onrecord.binding.words import load_words
from onrecord.language import Parse
from onrecord.names import Lexicon, load_lexicon
from onrecord.records import Attribution, Mention, Named, Relay, Span


def resolve_speakers(
    parse: Parse, mentions: Sequence[Mention], attributions: Sequence[Attribution], lexicon: Lexicon | None = None
) -> tuple[Attribution, ...]:
    """Return the attributions with `speaker` and `mention` filled; one without a source keeps what it has.

    A source that names nobody and can be led to nobody without doubt keeps its own words as its speaker.
    """
    scene = introduce(set_scene(parse, mentions, attributions, lexicon or load_lexicon()))
    done: dict[str, Speaker] = {}
    earlier: list[tuple[int, Speaker]] = []
    spoken: list[tuple[int, Speaker]] = []
    holders = _find_holders(attributions)
    hearers = {one.id: hearer for one in attributions if (hearer := _find_hearer(one))}
    for attribution in sorted(attributions, key=lambda one: (_depth(one, holders), _place(one))):
        if not attribution.source:
            carried = _carry_on(scene, attribution, spoken) if attribution.id not in holders else None
            if carried:
                done[attribution.id] = carried
            continue
        above = done.get(holders.get(attribution.id, ""))
        if _asks_hearer(scene, attribution):
            above = hearers.get(holders.get(attribution.id, ""))
        before = earlier[: bisect.bisect_left(earlier, _place(attribution), key=_first)]
        found = _resolve_answer(scene, attribution, before)
        around = _leave_own_words(scene, attribution)
        found = found or resolve_source(around, attribution.source, above, attribution.parent is not None, before)
        _learn_gender(scene, attribution.source, found)
        done[attribution.id] = found
        if not _only_asks(attribution):
            bisect.insort(earlier, (_place(attribution), found), key=_first)
        if attribution.id not in holders:
            spoken.append((_place(attribution), found))
    resolved = [_with_speaker(attribution, done.get(attribution.id)) for attribution in attributions]
    return tuple(_with_partner(resolved, one, holders.get(one.id)) for one in resolved)


def _with_partner(resolved: Sequence[Attribution], attribution: Attribution, holder: str | None) -> Attribution:
    """Name "you" in a transcript: the one who speaks in turn with whoever says it."""
    if (attribution.speaker or "").lower() != "you" or holder is None:
        return attribution
    partner = find_partner(resolved, next(one for one in resolved if one.id == holder))
    return replace(attribution, speaker=partner) if partner else attribution


def resolve_relays(
    parse: Parse, mentions: Sequence[Mention], attributions: Sequence[Attribution], lexicon: Lexicon | None = None
) -> tuple[Attribution, ...]:
    """Return the attributions with the names of relays and addressees led to the fullest the report gives."""
    scene = introduce(set_scene(parse, mentions, attributions, lexicon or load_lexicon()))
    by_id = {mention.id: mention for mention in mentions}
    for told in attributions:
        if told.source and told.speaker:
            _learn_gender(scene, told.source, Speaker(told.speaker, by_id.get(told.mention or "")))
    spoken = sorted(
        ((_place(a), Speaker(a.speaker, by_id.get(a.mention or ""))) for a in attributions if a.speaker), key=_first
    )
    return tuple(
        replace(
            attribution,
            via=tuple(_with_name(scene, relay, spoken) for relay in attribution.via),
            addressee=_addressee(scene, attribution, spoken, attributions),
        )
        for attribution in attributions
    )


def _only_asks(attribution: Attribution) -> bool:
    """Tell who is named only as the one who asked: "Asked by its chair whether it was safe, she paused"."""
    return attribution.by == "statements: asked" and attribution.source[0].start > attribution.cue[0].start


def _leave_own_words(scene: Scene, attribution: Attribution) -> Scene:
    """Return the scene without those whom somebody describes in what he says: "the baker swears so, | she noted"."""
    closing = bool(attribution.content) and attribution.content[0].start < attribution.source[0].start
    return replace(scene, barred=attribution.content) if closing else scene


def _resolve_answer(scene: Scene, attribution: Attribution, before: Sequence[tuple[int, Speaker]]) -> Speaker | None:
    """Who "he" is that replies: not the one who spoke last, if another is found."""
    cue = [word for span in attribution.cue for word in words_of(scene, span)]
    words = words_of(scene, attribution.source[0])
    if not before or len(words) != 1 or not gender_of(words[0].lower):
        return None
    verbs = [word for word in cue if word.pos == "VERB" and word.dep not in ("aux", "auxpass")]
    if attribution.parent or not verbs or verbs[0].lemma not in load_words("replying"):
        return None
    opening = scene.parse.words[scene.parse.sentences[words[0].sentence][0]]
    if opening.lower in ("asked", "questioned", "pressed"):  # nobody says who asked: he may be the last who spoke
        return None
    last = before[-1][1]
    others = [(place, who) for place, who in before if who.name != last.name]
    found = resolve_pronoun(leave_name(scene, last.name), words[0], None, False, others)
    return found if found and last.name not in found.name else None


def _find_hearer(attribution: Attribution) -> Speaker | None:
    """Whom something is said to, where that is said in more than a pronoun."""
    hearer = attribution.addressee
    return None if hearer is None or is_pronoun_form(hearer.name) else Speaker(hearer.name, None)


def _asks_hearer(scene: Scene, attribution: Attribution) -> bool:
    """Tell "you", who are those whom the words around are said to."""
    return attribution.source[0].of(scene.parse.folded).lower() == "you"


def _learn_gender(scene: Scene, source: Sequence[Span], found: Speaker) -> None:
    """Take from "she" that the one she is said to be is a woman, where nothing else told."""
    person = scene.people.get(found.name)
    gender = gender_of(source[0].of(scene.parse.folded).lower())
    if person and gender and not person.gender:
        scene.people[found.name] = replace(person, gender=gender)


def _carry_on(scene: Scene, attribution: Attribution, spoken: Sequence[tuple[int, Speaker]]) -> Speaker | None:
    """Who goes on speaking where nobody is named: a bare continuation, or one more active verb of theirs."""
    if not spoken or not attribution.content:
        return None
    cue = [word for span in attribution.cue for word in words_of(scene, span)]
    passive = any(scene.parse.words[i].dep == "auxpass" for word in cue for i in scene.parse.children[word.i])
    if cue and (passive or not any(word.dep == "conj" and word.pos == "VERB" for word in cue)):
        return None
    first = words_of(scene, attribution.content[0])
    start = scene.parse.words[scene.parse.sentences[max(first[0].sentence - 1, 0)][0]].start if first else 0
    return spoken[-1][1] if spoken[-1][0] >= start else None


def _first(item: tuple[int, Speaker]) -> int:
    return item[0]


def _place(attribution: Attribution) -> int:
    spans = attribution.source or attribution.cue or attribution.content
    return spans[0].start if spans else 0


def _find_holders(attributions: Sequence[Attribution]) -> dict[str, str]:
    """Lead every attribution to the one whose words it is part of: its parent, else the smallest speech around it."""
    known = {attribution.id for attribution in attributions}
    contents = sorted(
        (span.end - span.start, span.start, span.end, one.id) for one in attributions for span in one.content
    )
    places = {attribution.id: _place(attribution) for attribution in attributions}
    holders: dict[str, str] = {}
    for attribution in attributions:
        start = _place(attribution)
        around = (key for _, first, end, key in contents if first <= start < end and key != attribution.id)
        around = (key for key in around if not _holds(attribution, places[key]))  # "He will not, a cousin | said"
        holder = attribution.parent if attribution.parent in known else next(around, None)
        if holder is not None:
            holders[attribution.id] = holder
    return holders


def _holds(attribution: Attribution, place: int) -> bool:
    return any(span.start <= place < span.end for span in attribution.content)


def _depth(attribution: Attribution, holders: dict[str, str]) -> int:
    seen = [attribution.id]
    while seen[-1] in holders and holders[seen[-1]] not in seen:
        seen.append(holders[seen[-1]])
    return len(seen)


def _with_speaker(attribution: Attribution, found: Speaker | None) -> Attribution:
    if found is None:
        return attribution
    return replace(attribution, speaker=found.name, mention=found.mention.id if found.mention else None)


def _with_name(scene: Scene, relay: Relay, spoken: Sequence[tuple[int, Speaker]]) -> Relay:
    return replace(relay, name=_relay_name(scene, relay.span, spoken) or _without_article(relay.name))


def _relay_name(scene: Scene, span: Span, spoken: Sequence[tuple[int, Speaker]]) -> str | None:
    words = words_of(scene, span)
    owners = {word.i for word in words if word.dep == "poss"}
    inside = [mention for mention in scene.mentions if covers(span, mention.span)]
    inside = [mention for mention in inside if not any(word.i in owners for word in words_of(scene, mention.span))]
    if not words:
        return None
    if not inside:
        body = resolve_same_relay(scene, words) or resolve_body_alone(scene, words, head_among(words))
        before = [(place, who) for place, who in spoken if place < span.start]
        found = body or resolve_source(scene, [span], None, False, before)
        return found.name if found.mention or words[0].lower in POSSESSIVES else None
    headed = find_named(scene, inside, head_among(words))
    if headed is None and head_among(words).lower in scene.lexicon.roles:
        return None
    return headed.name if headed else inside[-1].name


def _without_article(name: str) -> str:
    first, _, rest = name.partition(" ")
    return rest if first.lower() in ("the", "a", "an") and rest else name


def _addressee(
    scene: Scene,
    attribution: Attribution,
    spoken: Sequence[tuple[int, Speaker]],
    attributions: Sequence[Attribution],
) -> Named | None:
    named = attribution.addressee
    if named is None or named.span is None:
        return named
    words = words_of(scene, named.span)
    if len(words) > 1 and words[0].lower in POSSESSIVES:
        return named
    others = [(place, who) for place, who in spoken if place < named.span.start and who.name != attribution.speaker]
    above = find_outer_speaker(attributions, attribution)
    found = resolve_body_alone(scene, words, head_among(words)) if words else None
    found = found or find_reporter(scene, attributions, attribution)
    quoted = find_quoted(attributions, attribution) if gender_of(named.name.lower()) else None
    scene = leave_name(scene, quoted) if quoted else scene
    others = [(place, who) for place, who in others if who.name != quoted]
    found = found or resolve_source(leave_speaker(scene, attribution), [named.span], above, False, others)
    own = own_words(scene.parse, [named.span])
    name = own if found.name == attribution.speaker else found.name
    several = find_several(scene, attributions, attribution)
    name = find_addressed(attributions, attribution) or several or name
    if name.lower() == "it":
        return None
    return Named(name=_without_article(name), span=named.span)
