"""Says who speaks: leads the source of every attribution to the fullest name that the report gives."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import replace

from onrecord.binding.descriptions import (
    resolve_body_alone,
    resolve_description,
    resolve_same_relay,
    writer_of,
)
from onrecord.binding.hearers import find_addressed, find_outer_speaker, find_several, leave_speaker
from onrecord.binding.holders import resolve_office, resolve_surname
from onrecord.binding.introductions import introduce
from onrecord.binding.naming import find_named
from onrecord.binding.parts import resolve_part
from onrecord.binding.pronouns import (
    POSSESSIVES,
    gender_of,
    is_pronoun,
    is_pronoun_form,
    noun_of_relative,
    resolve_pronoun,
)
from onrecord.binding.scene import Scene, Speaker, begin_small, covers, latest, own_words, set_scene, words_of
from onrecord.language import Parse, Word
from onrecord.names import Lexicon, load_lexicon
from onrecord.records import Attribution, Mention, Named, Relay, Span

_BESIDE_PRONOUNS = ("", "both", "all", "himself", "herself", "themselves", "ourselves")
_EMPHASIS = frozenset(["himself", "herself", "itself", "themselves"])
_NEAR = 5
_PLURALS = frozenset(["people", "police", "men", "women", "children"])


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
        found = _resolve(scene, attribution.source, above, attribution.parent is not None, before)
        _learn_gender(scene, attribution.source, found)
        done[attribution.id] = found
        bisect.insort(earlier, (_place(attribution), found), key=_first)
        if attribution.id not in holders:
            spoken.append((_place(attribution), found))
    return tuple(_with_speaker(attribution, done.get(attribution.id)) for attribution in attributions)


def resolve_relays(
    parse: Parse, mentions: Sequence[Mention], attributions: Sequence[Attribution], lexicon: Lexicon | None = None
) -> tuple[Attribution, ...]:
    """Return the attributions with the names of relays and addressees led to the fullest the report gives."""
    scene = introduce(set_scene(parse, mentions, attributions, lexicon or load_lexicon()))
    by_id = {mention.id: mention for mention in mentions}
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
    holders: dict[str, str] = {}
    for attribution in attributions:
        start = _place(attribution)
        around = (key for _, first, end, key in contents if first <= start < end and key != attribution.id)
        holder = attribution.parent if attribution.parent in known else next(around, None)
        if holder is not None:
            holders[attribution.id] = holder
    return holders


def _depth(attribution: Attribution, holders: dict[str, str]) -> int:
    seen = [attribution.id]
    while seen[-1] in holders and holders[seen[-1]] not in seen:
        seen.append(holders[seen[-1]])
    return len(seen)


def _with_speaker(attribution: Attribution, found: Speaker | None) -> Attribution:
    if found is None:
        return attribution
    return replace(attribution, speaker=found.name, mention=found.mention.id if found.mention else None)


def _resolve(
    scene: Scene,
    source: Sequence[Span],
    above: Speaker | None,
    nested: bool,
    earlier: Sequence[tuple[int, Speaker]],
) -> Speaker:
    words: Sequence[Word] = [word for span in source for word in words_of(scene, span)]
    own = Speaker(own_words(scene.parse, source), None)
    while words and (words[-1].tag == "POS" or (len(words) > 1 and words[-1].lower in _EMPHASIS)):
        words = words[:-1]
    if not words:
        return own
    noun = noun_of_relative(scene.parse, words)
    if noun:
        return _resolve(scene, [noun], above, nested, [item for item in earlier if item[0] < noun.start])
    writer = writer_of(scene, words, _head(words))
    if writer:
        found = _resolve(scene, [writer], above, nested, earlier)
        kept = own._replace(name=begin_small(scene, own.name, words))
        return kept if found.name.lower() in POSSESSIVES else found
    part = resolve_part(scene, words, earlier)
    if part:
        return part
    if is_pronoun(words[0]) and " ".join(word.lower for word in words[1:]) in _BESIDE_PRONOUNS:
        return resolve_pronoun(scene, words[0], above, nested, earlier) or own
    head = _head(words)
    words = _core(scene, words, head)
    core = Span(start=words[0].start, end=words[-1].end)
    inside = [m for m in scene.mentions if covers(core, m.span) or _holds(m, head)]
    own = _shorten(scene, own, words)
    if any(scene.parse.words[i].dep == "conj" for i in scene.parse.children[head.i] if _is_in(words, i)):
        return own
    if head.i in scene.borne:
        return latest(scene, scene.borne[head.i], words[0])
    return (
        find_named(scene, inside, head)
        or resolve_surname(scene, words)
        or resolve_office(scene, words, head, earlier)
        or resolve_description(scene, words, head, earlier)
        or own._replace(name=begin_small(scene, _bare(own.name), words), plural=_is_plural(head))
    )


def _holds(mention: Mention, word: Word) -> bool:
    return mention.span.start <= word.start < mention.span.end


def _core(scene: Scene, words: Sequence[Word], head: Word) -> Sequence[Word]:
    """The words of a source without what is set off behind its head: "the actress, in a letter"."""
    for k, word in enumerate(words[:-1]):
        rest = words[k + 1 :]
        told = any(one.tag in ("WDT", "WP", "WP$") for one in rest[:_NEAR])
        if word.text == "," and word.i > head.i and (told or rest[0].tag in ("IN", "TO") or _only_tells(scene, rest)):
            return words[:k]
    return words


def _only_tells(scene: Scene, rest: Sequence[Word]) -> bool:
    """Tell what is added without a name and is no second one: "the couriers, all students", "a guard, now a baker"."""
    span = Span(start=rest[0].start, end=rest[-1].end)
    return not any(word.tag == "CC" for word in rest) and not any(covers(span, m.span) for m in scene.mentions)


def _shorten(scene: Scene, own: Speaker, core: Sequence[Word]) -> Speaker:
    """A source in its own words, without what is set off behind."""
    name = own_words(scene.parse, [Span(start=core[0].start, end=core[-1].end)])
    return own._replace(name=name) if own.name.startswith(name + ",") else own


def _is_plural(head: Word) -> bool:
    return head.tag in ("NNS", "NNPS") or head.lower in _PLURALS


def _bare(name: str) -> str:
    """The words of a possessive source without its ending: "the hauliers" of "the hauliers' claim"."""
    return name.removesuffix("'s") if name.endswith("'s") else name.removesuffix("'")


def _head(words: Sequence[Word]) -> Word:
    indices = {word.i for word in words}
    return next((word for word in words if word.head not in indices or word.head == word.i), words[-1])


def _is_in(words: Sequence[Word], i: int) -> bool:
    return words[0].i <= i <= words[-1].i


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
        body = resolve_same_relay(scene, words) or resolve_body_alone(scene, words, _head(words))
        before = [(place, who) for place, who in spoken if place < span.start]
        found = body or _resolve(scene, [span], None, False, before)
        return found.name if found.mention or words[0].lower in POSSESSIVES else None
    headed = find_named(scene, inside, _head(words))
    if headed is None and _head(words).lower in scene.lexicon.roles:
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
    found = resolve_body_alone(scene, words, _head(words)) if words else None
    found = found or _resolve(leave_speaker(scene, attribution), [named.span], above, False, others)
    own = own_words(scene.parse, [named.span])
    name = own if found.name == attribution.speaker else found.name
    several = find_several(scene, attributions, attribution) if name == own else None
    name = find_addressed(attributions, attribution) or several or name
    if name.lower() == "it":
        return None
    return Named(name=_without_article(name), span=named.span)
