"""Says who speaks: leads the source of every attribution to the fullest name that the report gives."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import replace

from onrecord.binding.descriptions import (
    resolve_body_alone,
    resolve_description,
    resolve_possessed,
)
from onrecord.binding.holders import resolve_capitals, resolve_office
from onrecord.binding.pronouns import POSSESSIVES, is_pronoun, resolve_pronoun
from onrecord.binding.scene import Scene, Speaker, covers, own_words, set_scene, words_of
from onrecord.language import Parse, Word
from onrecord.names import Lexicon, load_lexicon
from onrecord.records import Attribution, Mention, Named, Relay, Span

_BESIDE_PRONOUNS = ("", "both", "all", "himself", "herself", "themselves", "ourselves")
_PLURALS = frozenset(["people", "police", "men", "women", "children"])


def resolve_speakers(
    parse: Parse, mentions: Sequence[Mention], attributions: Sequence[Attribution], lexicon: Lexicon | None = None
) -> tuple[Attribution, ...]:
    """Return the attributions with `speaker` and `mention` filled; one without a source keeps what it has.

    A source that names nobody and can be led to nobody without doubt keeps its own words as its speaker.
    """
    scene = set_scene(parse, mentions, attributions, lexicon or load_lexicon())
    done: dict[str, Speaker] = {}
    earlier: list[tuple[int, Speaker]] = []
    spoken: list[tuple[int, Speaker]] = []
    holders = _find_holders(attributions)
    for attribution in sorted(attributions, key=lambda one: (_depth(one, holders), _place(one))):
        if not attribution.source:
            carried = _carry_on(scene, attribution, spoken) if attribution.id not in holders else None
            if carried:
                done[attribution.id] = carried
            continue
        above = done.get(holders.get(attribution.id, ""))
        before = earlier[: bisect.bisect_left(earlier, _place(attribution), key=_first)]
        found = _resolve(scene, attribution.source, above, attribution.parent is not None, before)
        done[attribution.id] = found
        bisect.insort(earlier, (_place(attribution), found), key=_first)
        if attribution.id not in holders:
            spoken.append((_place(attribution), found))
    return tuple(_with_speaker(attribution, done.get(attribution.id)) for attribution in attributions)


def resolve_relays(
    parse: Parse, mentions: Sequence[Mention], attributions: Sequence[Attribution], lexicon: Lexicon | None = None
) -> tuple[Attribution, ...]:
    """Return the attributions with the names of relays and addressees led to the fullest the report gives."""
    scene = set_scene(parse, mentions, attributions, lexicon or load_lexicon())
    by_id = {mention.id: mention for mention in mentions}
    spoken = sorted(
        ((_place(a), Speaker(a.speaker, by_id.get(a.mention or ""))) for a in attributions if a.speaker), key=_first
    )
    return tuple(
        replace(
            attribution,
            via=tuple(_with_name(scene, relay, spoken) for relay in attribution.via),
            addressee=_addressee(scene, attribution, spoken),
        )
        for attribution in attributions
    )


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
    if not words:
        return own
    if is_pronoun(words[0]) and " ".join(word.lower for word in words[1:]) in _BESIDE_PRONOUNS:
        return resolve_pronoun(scene, words[0], above, nested, earlier) or own
    head = _head(words)
    inside = [m for m in scene.mentions if any(covers(span, m.span) for span in source) or _holds(m, head)]
    words = _core(words, head)
    own = _shorten(scene, own, words)
    if any(scene.parse.words[i].dep == "conj" for i in scene.parse.children[head.i] if _is_in(words, i)):
        return own
    return (
        _named_inside(scene, inside, head)
        or resolve_capitals(scene, own.name)
        or resolve_office(scene, words, head, earlier)
        or resolve_description(scene, words, head, earlier)
        or resolve_possessed(scene, words, above, nested, earlier)
        or own._replace(name=_bare(own.name), plural=_is_plural(head))
    )


def _holds(mention: Mention, word: Word) -> bool:
    return mention.span.start <= word.start < mention.span.end


def _core(words: Sequence[Word], head: Word) -> Sequence[Word]:
    """The words of a source without what is set off behind its head: "the actress, in a letter"."""
    for k, word in enumerate(words[:-1]):
        rest = words[k + 1 :]
        told = any(one.tag in ("WDT", "WP", "WP$") for one in rest)
        if word.text == "," and word.i > head.i and (told or rest[0].tag in ("IN", "TO")):
            return words[:k]
    return words


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


def _named_inside(scene: Scene, inside: Sequence[Mention], head: Word) -> Speaker | None:
    """The name that heads the source, or that stands beside its head: "the mayor, Ana Diaz"."""
    for mention in inside:
        if mention.span.start <= head.start < mention.span.end:
            return None if _says_less(scene, mention, head) else Speaker(mention.name, mention)
    people = [mention for mention in inside if mention.kind == "person"]
    for mention in people:
        role = mention.role.span if mention.role else None
        if role and role.start <= head.start < role.end:
            return Speaker(mention.name, mention)
    beside = next((mention for mention in people if _stands_beside(scene, mention, head)), None)
    if beside:
        return Speaker(beside.name, beside)
    for mention in inside:
        last = [word for word in words_of(scene, mention.span) if word.dep in ("appos", "compound", "nmod")]
        if any(_leads_to(scene.parse, word.i, head.i) for word in last if mention.kind in ("person", "organisation")):
            return Speaker(mention.name, mention)
    return None


def _stands_beside(scene: Scene, mention: Mention, head: Word) -> bool:
    """Tell a name set behind its description: "the director of the zoo, Dr. Ana Diaz", "a man called Diaz"."""
    if mention.span.start < head.end:
        return False
    before = scene.parse.folded[head.end : mention.span.start].split()
    while before and before[-1].lower() in scene.lexicon.titles:
        before.pop()
    return bool(before) and (before[-1].endswith(",") or before[-1] in ("called", "named"))


def _says_less(scene: Scene, mention: Mention, head: Word) -> bool:
    """Tell a name that the source narrows down: "Democrats on the committee"."""
    complement = any(scene.parse.words[i].dep in ("prep", "relcl") for i in scene.parse.children[head.i])
    return mention.kind == "group" and complement


def _leads_to(parse: Parse, i: int, head: int) -> bool:
    """Word i stands beside the head: an apposition of it, or a part of such a one."""
    word = parse.words[i]
    if word.dep == "compound" and word.head != head:
        word = parse.words[word.head]
    return word.head == head and (word.dep == "appos" and parse.words[head].i < word.i)


def _with_name(scene: Scene, relay: Relay, spoken: Sequence[tuple[int, Speaker]]) -> Relay:
    return replace(relay, name=_relay_name(scene, relay.span, spoken) or _without_article(relay.name))


def _relay_name(scene: Scene, span: Span, spoken: Sequence[tuple[int, Speaker]]) -> str | None:
    inside = [mention for mention in scene.mentions if covers(span, mention.span)]
    words = words_of(scene, span)
    if not words:
        return None
    if not inside:
        body = resolve_body_alone(scene, words, _head(words))
        before = [(place, who) for place, who in spoken if place < span.start]
        found = body or _resolve(scene, [span], None, False, before)
        return found.name if found.mention or words[0].lower in POSSESSIVES else None
    headed = _named_inside(scene, inside, _head(words))
    return headed.name if headed else inside[-1].name


def _without_article(name: str) -> str:
    first, _, rest = name.partition(" ")
    return rest if first.lower() in ("the", "a", "an") and rest else name


def _addressee(scene: Scene, attribution: Attribution, spoken: Sequence[tuple[int, Speaker]]) -> Named | None:
    named = attribution.addressee
    if named is None or named.span is None:
        return named
    others = [(place, who) for place, who in spoken if place < named.span.start and who.name != attribution.speaker]
    found = _resolve(scene, [named.span], None, False, others)
    name = own_words(scene.parse, [named.span]) if found.name == attribution.speaker else found.name
    return Named(name=_without_article(name), span=named.span)
