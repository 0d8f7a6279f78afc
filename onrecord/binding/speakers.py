"""Says who speaks: leads the source of every attribution to the fullest name that the report gives."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from onrecord.language import Parse, Word
from onrecord.names import Lexicon, load_lexicon
from onrecord.records import Attribution, Mention, Named, Relay, Span

_FIRST_PERSON = frozenset(["i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"])
_GENDERS = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_THIRD_PLURAL = frozenset(["they", "them", "their", "themselves"])
_THIRD_THING = frozenset(["it", "its", "itself"])
_RELATIVE = frozenset(["who", "whom", "whose", "which", "that"])
_INDEFINITE = frozenset(["a", "an", "another", "one", "some", "several", "many", "any", "other", "two", "three"])
_STATE_HEADS = frozenset(("head", "leader", "head of state"))
_STATES = frozenset(["state", "country", "republic", "nation", "government"])
_QUALIFIERS = frozenset(("deputy", "vice", "former", "ex", "assistant", "first", "acting"))
_SPELLING = {"defence": "defense", "labour": "labor"}
_REACH = 8


class Speaker(NamedTuple):
    """Whom a source leads to: the name that is recorded, and the mention that carries it, if any does."""

    name: str
    mention: Mention | None


class Office(NamedTuple):
    """A role taken apart: what its head word stands for, its rank, its words, and the country it belongs to."""

    head: str
    rank: str
    words: frozenset[str]
    country: str | None


@dataclass(frozen=True, slots=True)
class Person:
    """Someone introduced in the report, with what first name, title and role tell."""

    name: str
    gender: str
    offices: tuple[Office, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """What every source of one report is resolved against."""

    parse: Parse
    lexicon: Lexicon
    mentions: Sequence[Mention]
    people: dict[str, Person]
    starts: Sequence[int]
    speeches: Sequence[Span]


def resolve_speakers(
    parse: Parse, mentions: Sequence[Mention], attributions: Sequence[Attribution], lexicon: Lexicon | None = None
) -> tuple[Attribution, ...]:
    """Return the attributions with `speaker` and `mention` filled; one without a source keeps what it has.

    A source that names nobody and can be led to nobody without doubt keeps its own words as its speaker.
    """
    scene = _set_scene(parse, mentions, attributions, lexicon or load_lexicon())
    done: dict[str, Speaker] = {}
    by_id = {attribution.id: attribution for attribution in attributions}
    for attribution in sorted(attributions, key=lambda one: (_depth(one, by_id), _place(one))):
        if not attribution.source:
            continue
        above = _speaker_above(attribution, attributions, done)
        earlier = [(_place(by_id[key]), who) for key, who in done.items() if _place(by_id[key]) < _place(attribution)]
        found = _resolve(scene, attribution.source, above, attribution.parent is not None, sorted(earlier, key=_first))
        done[attribution.id] = found
    return tuple(_with_speaker(attribution, done.get(attribution.id)) for attribution in attributions)


def resolve_relays(
    parse: Parse, mentions: Sequence[Mention], attributions: Sequence[Attribution], lexicon: Lexicon | None = None
) -> tuple[Attribution, ...]:
    """Return the attributions with the names of relays and addressees led to the fullest the report gives."""
    scene = _set_scene(parse, mentions, attributions, lexicon or load_lexicon())
    spoken = sorted(((_place(a), Speaker(a.speaker, None)) for a in attributions if a.speaker), key=_first)
    return tuple(
        replace(
            attribution,
            via=tuple(_with_name(scene, relay) for relay in attribution.via),
            addressee=_addressee(scene, attribution, spoken),
        )
        for attribution in attributions
    )


def _first(item: tuple[int, Speaker]) -> int:
    return item[0]


def _place(attribution: Attribution) -> int:
    spans = attribution.source or attribution.cue or attribution.content
    return spans[0].start if spans else 0


def _depth(attribution: Attribution, by_id: dict[str, Attribution]) -> int:
    depth, seen = 0, {attribution.id}
    while attribution.parent in by_id and attribution.parent not in seen:
        attribution = by_id[attribution.parent]
        seen.add(attribution.id)
        depth += 1
    return depth


def _with_speaker(attribution: Attribution, found: Speaker | None) -> Attribution:
    if found is None:
        return attribution
    return replace(attribution, speaker=found.name, mention=found.mention.id if found.mention else None)


def _speaker_above(
    attribution: Attribution, attributions: Iterable[Attribution], done: dict[str, Speaker]
) -> Speaker | None:
    """The speaker of the parent, or of the smallest speech that the source stands in."""
    if attribution.parent in done:
        return done[attribution.parent]
    start = attribution.source[0].start
    around = [
        (span.end - span.start, other.id)
        for other in attributions
        if other.id != attribution.id and other.id in done
        for span in other.content
        if span.start <= start < span.end
    ]
    return done[min(around)[1]] if around else None


# The scene: people and their offices.


def _set_scene(
    parse: Parse, mentions: Sequence[Mention], attributions: Sequence[Attribution], lexicon: Lexicon
) -> Scene:
    ordered = sorted(mentions, key=lambda mention: mention.span.start)
    by_name: dict[str, list[Mention]] = {}
    for mention in ordered:
        if mention.kind == "person":
            by_name.setdefault(mention.name, []).append(mention)
    people = {name: _introduce(parse, name, spots, lexicon) for name, spots in by_name.items()}
    speeches = [span for one in attributions if one.speech == "direct" for span in one.content]
    return Scene(parse, lexicon, ordered, people, [word.start for word in parse.words], speeches)


def _introduce(parse: Parse, name: str, spots: Sequence[Mention], lexicon: Lexicon) -> Person:
    roles = [spot.role for spot in spots if spot.role]
    offices = tuple({_office(role.name, lexicon): None for role in roles})
    titles = [parse.folded[: spot.span.start].rsplit(maxsplit=1)[-1:] for spot in spots]
    told = [lexicon.titles.get(title[0].lower(), "") for title in titles if title]
    told += [
        lexicon.roles[word].gender for role in roles for word in role.name.lower().split() if word in lexicon.roles
    ]
    first = lexicon.first_names.get(name.split()[0]) if " " in name else None
    told.append(first.gender if first else _gender_of_surname(name))
    return Person(name, next(filter(None, told), ""), offices)


def _gender_of_surname(name: str) -> str:
    """Slavic surnames and patronymics of women end in -a."""
    return "f" if name.endswith(("ova", "eva", "ovna", "evna", "skaya", "ina")) else ""


def _office(words: str, lexicon: Lexicon) -> Office:
    tokens = words.replace("-", " ").replace("'s", " ").split()
    before = tokens[: next((i for i, token in enumerate(tokens) if token.lower() in ("of", "for", "at", "in")), None)]
    roles = [i for i, token in enumerate(before) if token.lower() in lexicon.roles]
    head = before[roles[-1]].lower() if roles else ""
    lower = [_SPELLING.get(token.lower(), token.lower()) for token in tokens]
    rank = lexicon.roles[head].office if head else ""
    stands_for = lexicon.roles[head].stands_for if head else ""
    if stands_for == "minister" and "prime minister" in " ".join(lower):
        stands_for, rank = "prime minister", "ruler"
    head = "minister" if stands_for == "foreign minister" else stands_for
    return Office(head, rank, frozenset((*lower, *stands_for.split())), _country(words, lexicon))


def _country(words: str, lexicon: Lexicon) -> str | None:
    """The country that a phrase names, in any of its forms; for one in no table, the word itself stands in."""
    tokens = words.replace("'s", " ").replace("-", " ").split()
    for length in (4, 3, 2, 1):
        for i in range(len(tokens) - length + 1):
            name = " ".join(tokens[i : i + length])
            found = lexicon.countries.get(name) or lexicon.countries.get(name.title() if name.isupper() else name)
            if found:
                return found
    unknown = [token for token in tokens if token[0].isupper() and _is_unknown(token, lexicon)]
    return unknown[-1] if unknown else None


def _is_unknown(token: str, lexicon: Lexicon) -> bool:
    lower = token.lower()
    return not (lower in lexicon.roles or lower in lexicon.portfolios or lower in lexicon.heads or lower in _QUALIFIERS)


def _same_country(left: str | None, right: str | None) -> bool:
    """Equal, one unsaid, or an adjective made from the name ("Saldovian", "Saldovia")."""
    if left is None or right is None or left == right:
        return True
    short = min(len(left), len(right))
    return short >= 4 and left[: short - 1] == right[: short - 1]


# One source.


def _resolve(
    scene: Scene,
    source: Sequence[Span],
    above: Speaker | None,
    nested: bool,
    earlier: Sequence[tuple[int, Speaker]],
) -> Speaker:
    words = [word for span in source for word in _words(scene, span)]
    own = Speaker(_own_words(scene.parse, source), None)
    if not words:
        return own
    if len(words) == 1 and (words[0].pos == "PRON" or words[0].lower in _GENDERS):
        return _resolve_pronoun(scene, words[0], above, nested, earlier) or own
    inside = [mention for mention in scene.mentions if any(_covers(span, mention.span) for span in source)]
    head = _head(words)
    if any(scene.parse.words[i].dep == "conj" for i in scene.parse.children[head.i] if _is_in(words, i)):
        return own
    return (
        _named_inside(scene, inside, head)
        or _resolve_office(scene, words, head)
        or _resolve_body(scene, words, head)
        or own
    )


def _words(scene: Scene, span: Span) -> Sequence[Word]:
    first = max(bisect.bisect_right(scene.starts, span.start) - 1, 0)
    last = bisect.bisect_left(scene.starts, span.end)
    return [word for word in scene.parse.words[first:last] if word.end > span.start]


def _own_words(parse: Parse, source: Sequence[Span]) -> str:
    return " ".join(" ".join(span.of(parse.folded) for span in source).split())


def _covers(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _head(words: Sequence[Word]) -> Word:
    indices = {word.i for word in words}
    return next((word for word in words if word.head not in indices or word.head == word.i), words[-1])


def _is_in(words: Sequence[Word], i: int) -> bool:
    return words[0].i <= i <= words[-1].i


def _named_inside(scene: Scene, inside: Sequence[Mention], head: Word) -> Speaker | None:
    """The name that heads the source, or that stands beside its head: "the mayor, Ana Diaz"."""
    for mention in inside:
        if mention.span.start <= head.start < mention.span.end:
            return Speaker(mention.name, mention)
    people = [mention for mention in inside if mention.kind == "person"]
    for mention in people:
        role = mention.role.span if mention.role else None
        if role and role.start <= head.start < role.end:
            return Speaker(mention.name, mention)
    for mention in inside:
        last = [word for word in _words(scene, mention.span) if word.dep in ("appos", "compound", "nmod")]
        if any(_leads_to(scene.parse, word.i, head.i) for word in last if mention.kind in ("person", "organisation")):
            return Speaker(mention.name, mention)
    return None


def _leads_to(parse: Parse, i: int, head: int) -> bool:
    """Word i stands beside the head: an apposition of it, or a part of such a one."""
    word = parse.words[i]
    if word.dep == "compound" and word.head != head:
        word = parse.words[word.head]
    return word.head == head and (word.dep == "appos" and parse.words[head].i < word.i)


# Pronouns.


def _resolve_pronoun(
    scene: Scene, word: Word, above: Speaker | None, nested: bool, earlier: Sequence[tuple[int, Speaker]]
) -> Speaker | None:
    if word.lower in _FIRST_PERSON:
        return above
    if word.lower in _RELATIVE:
        return _antecedent_of_relative(scene, word)
    if word.lower in _GENDERS:
        gender = _GENDERS[word.lower]
        if nested and above and _may_be(scene, above.name, gender):
            return above
        return _antecedent(scene, word, gender, earlier)
    if word.lower in _THIRD_PLURAL:
        return _last(scene, word, earlier, ("group", "organisation"))
    if word.lower in _THIRD_THING:
        return _last(scene, word, earlier, ("organisation", "place"))
    return None


def _may_be(scene: Scene, name: str, gender: str) -> bool:
    person = scene.people.get(name)
    return person is not None and person.gender in ("", gender)


def _antecedent_of_relative(scene: Scene, word: Word) -> Speaker | None:
    before = [mention for mention in scene.mentions if mention.span.end <= word.start]
    near = before[-1] if before else None
    if near and not scene.parse.folded[near.span.end : word.start].strip(" ,"):
        return Speaker(near.name, near)
    return None


def _antecedent(scene: Scene, word: Word, gender: str, earlier: Sequence[tuple[int, Speaker]]) -> Speaker | None:
    """Who "he" is: sentence by sentence backwards, the subject or speaker first, then the first one named."""
    parse = scene.parse
    for number in range(word.sentence, max(word.sentence - _REACH, -1), -1):
        a, b = parse.sentences[number]
        start, end = parse.words[a].start, min(parse.words[b - 1].end, word.start)
        speakers = [who for place, who in earlier if start <= place < end and _may_be(scene, who.name, gender)]
        if speakers:
            return _latest(scene, speakers[-1].name, word)
        named = [m for m in scene.mentions if start <= m.span.start < end and _may_be(scene, m.name, gender)]
        named = [m for m in named if m.kind == "person" and not _is_spoken(scene, m)]
        subjects = [m for m in named if any(w.dep in ("nsubj", "nsubjpass") for w in _words(scene, m.span))]
        chosen = subjects or named
        if chosen and (subjects or len({m.name for m in chosen}) == 1):
            return Speaker(chosen[-1].name, chosen[-1])
        if chosen:
            return None
    return None


def _is_spoken(scene: Scene, mention: Mention) -> bool:
    return any(_covers(speech, mention.span) for speech in scene.speeches)


def _latest(scene: Scene, name: str, word: Word) -> Speaker:
    spots = [mention for mention in scene.mentions if mention.name == name and mention.span.start < word.start]
    return Speaker(name, spots[-1] if spots else _first_spot(scene, name))


def _first_spot(scene: Scene, name: str) -> Mention | None:
    return next((mention for mention in scene.mentions if mention.name == name), None)


def _last(scene: Scene, word: Word, earlier: Sequence[tuple[int, Speaker]], kinds: tuple[str, ...]) -> Speaker | None:
    """The last speaker of a fitting kind, when it spoke in this sentence or the one before."""
    if not earlier:
        return None
    place, who = earlier[-1]
    start = scene.parse.words[scene.parse.sentences[max(word.sentence - 1, 0)][0]].start
    fits = place >= start and (who.mention is not None and who.mention.kind in kinds)
    return who if fits else None


# Offices and bodies.


def _resolve_office(scene: Scene, words: Sequence[Word], head: Word) -> Speaker | None:
    """Lead "the Kyrgyz premier" to the one person whom the report introduces so."""
    lower = head.lower.rpartition("-")[2]
    if lower not in scene.lexicon.roles or words[0].lower in _INDEFINITE or head.tag in ("NNS", "NNPS"):
        return None
    sought = _office(_own_words(scene.parse, [Span(start=words[0].start, end=words[-1].end)]), scene.lexicon)
    if not sought.head or (words[0].lower not in ("the", "that", "this", "its", "his", "her") and not sought.country):
        return None
    found = [one for one in scene.people.values() if any(_same_office(scene, sought, office) for office in one.offices)]
    if len(found) > 1:
        found = [one for one in found if any(_same_office(scene, sought, office, exact=True) for office in one.offices)]
    return _latest(scene, found[0].name, words[0]) if len(found) == 1 else None


def _same_office(scene: Scene, sought: Office, held: Office, *, exact: bool = False) -> bool:
    if not _same_country(sought.country, held.country) or (exact and sought.country and not held.country):
        return False
    portfolio = {word for word in sought.words if word in scene.lexicon.portfolios or word in _QUALIFIERS}
    if not portfolio <= held.words:
        return False
    if exact and (held.words & _QUALIFIERS) - sought.words:
        return False
    if sought.head == held.head or held.head.endswith(" " + sought.head):
        return not ((held.words & {"deputy", "vice", "assistant"}) - sought.words and portfolio)
    if sought.head == "official":
        return bool(held.rank) and sought.country is not None
    states = sought.words & _STATES or sought.country is not None
    return sought.head in _STATE_HEADS and bool(states) and held.rank == "ruler"


def _resolve_body(scene: Scene, words: Sequence[Word], head: Word) -> Speaker | None:
    """Lead "the ministry" to the one body of that kind named before it."""
    if words[0].lower not in ("the", "its") or len(words) > 3 or head.tag in ("NNS", "NNPS"):
        return None
    before = [m for m in scene.mentions if m.kind == "organisation" and m.span.start < head.start]
    fits = {m.name: m for m in before if _is_called(scene, m, head.lower)}
    return Speaker(*next(iter(fits.items()))) if len(fits) == 1 else None


def _is_called(scene: Scene, mention: Mention, noun: str) -> bool:
    before = scene.parse.folded[max(mention.span.start - 20, 0) : mention.span.start].split()
    return mention.name.lower().split()[-1] == noun or before[-1:] == [noun]


# Relays and addressees.


def _with_name(scene: Scene, relay: Relay) -> Relay:
    return replace(relay, name=_relay_name(scene, relay.span) or _without_article(relay.name))


def _relay_name(scene: Scene, span: Span) -> str | None:
    inside = [mention for mention in scene.mentions if _covers(span, mention.span)]
    if not inside:
        words = _words(scene, span)
        body = _resolve_body(scene, words, _head(words)) if words else None
        return body.name if body else None
    words = _words(scene, span)
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
    return Named(name=_without_article(found.name), span=named.span)
