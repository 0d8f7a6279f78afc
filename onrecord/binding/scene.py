"""The people and names of one report, against which every source is resolved."""

from __future__ import annotations

import bisect
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from onrecord.binding.offices import Office, read_office
from onrecord.language import Parse, Word
from onrecord.names import Lexicon
from onrecord.records import Attribution, Mention, Named, Span

INDEFINITE = frozenset(["a", "an", "another", "one", "some", "several", "many", "any", "other", "two", "three"])
LABELLED = "statements: colon"  # a line of a transcript is spoken as it stands
_CLOSED = frozenset(["DT", "PDT", "PRP$", "CD"])
_TITLE_REACH = 12
_GAP = 2
_WOMENS = ("a", "ine", "ette", "elle", "hild", "lind", "trud", "gunn", "eth", "enne")
_MENS = ("o", "us", "bert", "ard", "ald", "rich", "slav", "mir", "olf", "ert", "as", "os", "im")
_WHERE = frozenset(["there", "here", "himself", "herself", "itself", "themselves"])
_LINKS = frozenset(
    [
        "of",
        "in",
        "at",
        "from",
        "for",
        "on",
        "with",
        "who",
        "whose",
        "which",
        "that",
        "to",
        "near",
        "close",
        "under",
        "by",
        "familiar",
        "inside",
        "outside",
        "behind",
        "across",
        "along",
        "among",
        "around",
        "against",
        "about",
        "over",
        "between",
        "aboard",
    ]
)


class Speaker(NamedTuple):
    """Whom a source leads to: the name that is recorded, and the mention that carries it, if any does.

    `plural` tells a description of several ("the exporters").
    """

    name: str
    mention: Mention | None
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """Someone introduced in the report, with what first name, title and role tell.

    `leaning` is what the ending of an unknown first name makes likely, enough to prefer another, not to rule out.
    """

    name: str
    gender: str
    leaning: str
    offices: tuple[Office, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """What every source of one report is resolved against.

    `borne` leads the head word of a description to the name that the report gives its bearer only later, `hearers`
    are those to whom something is said, by place, and `barred` stands who cannot be meant.
    """

    parse: Parse
    lexicon: Lexicon
    mentions: Sequence[Mention]
    people: dict[str, Person]
    starts: Sequence[int]
    speeches: Sequence[Span]
    relays: Sequence[Span]
    borne: dict[int, str]
    hearers: Sequence[tuple[int, str]] = ()
    barred: Sequence[Span] = ()


def set_scene(
    parse: Parse, mentions: Sequence[Mention], attributions: Sequence[Attribution], lexicon: Lexicon
) -> Scene:
    """Gather the people that a report introduces, with their offices, and its mentions in order."""
    ordered = sorted(mentions, key=lambda mention: mention.span.start)
    by_name: dict[str, list[Mention]] = {}
    for mention in ordered:
        if mention.kind == "person":
            by_name.setdefault(mention.name, []).append(mention)
    people = {name: _introduce(parse, name, spots, lexicon) for name, spots in by_name.items()}
    spoken = (one for one in attributions if one.speech == "direct" or one.by == LABELLED)
    speeches = _merge(span for one in spoken for span in one.content)
    relays = [relay.span for one in attributions for relay in one.via]
    hearers = [(named.span.start, _as_told(parse, named)) for named in _hearers(attributions) if named.span]
    starts = [word.start for word in parse.words]
    return Scene(parse, lexicon, ordered, people, starts, speeches, relays, {}, sorted(hearers))


def _merge(spans: Iterable[Span]) -> list[Span]:
    """The stretches that are direct speech, in order, those that overlap as one."""
    merged: list[Span] = []
    for span in sorted(spans, key=lambda one: one.start):
        if merged and span.start < merged[-1].end:
            span = replace(merged[-1], end=max(merged.pop().end, span.end))
        merged.append(span)
    return merged


def find_speech(scene: Scene, place: int) -> Span | None:
    """Return the direct speech that a place stands in."""
    k = bisect.bisect_right(scene.speeches, place, key=lambda one: one.start) - 1
    return scene.speeches[k] if k >= 0 and place < scene.speeches[k].end else None


def is_quoted(scene: Scene, word: Word) -> bool:
    """Tell whether a word stands in direct speech."""
    return find_speech(scene, word.start) is not None


def _hearers(attributions: Sequence[Attribution]) -> list[Named]:
    return [one.addressee for one in attributions if one.addressee is not None]


def _as_told(parse: Parse, named: Named) -> str:
    """The words of a hearer with the article that his name was given without."""
    span = named.span or Span(start=0, end=0)
    return " ".join(span.of(parse.folded).split()) or named.name


def _introduce(parse: Parse, name: str, spots: Sequence[Mention], lexicon: Lexicon) -> Person:
    roles = [spot.role for spot in spots if spot.role]
    offices = tuple({read_office(role.name, lexicon): None for role in roles})
    before = [parse.folded[max(spot.span.start - _TITLE_REACH, 0) : spot.span.start].split()[-1:] for spot in spots]
    told = [lexicon.titles.get(word.lower(), "") for words in before for word in words]
    told += [lexicon.roles[word].gender for word in map(_plain_word, before) if word in lexicon.roles]
    said = [word for role in roles for word in role.name.lower().split()]
    told += [lexicon.roles[word].gender for word in said if word in lexicon.roles]
    first = lexicon.first_names.get(name.split()[0]) or lexicon.first_names.get(_plain_letters(name.split()[0]))
    told.append(first.gender if first and (" " in name or first.strong) else _gender_of_surname(name))
    gender = next(filter(None, told), "")
    return Person(name, gender, gender or _lean(name.split()[0] if " " in name else ""), offices)


def _plain_word(words: Sequence[str]) -> str:
    """The word before a name, "daughter" of "His daughter, Ana"."""
    return words[0].lower().removesuffix(",") if words else ""


def _lean(first: str) -> str:
    """What the ending of a first name makes likely: -a, -ine, -ette of women, -o, -us, -bert of men."""
    lower = _plain_letters(first.lower())
    if lower.endswith(_WOMENS):
        return "f"
    return "m" if lower.endswith(_MENS) else ""


def _plain_letters(name: str) -> str:
    """The name without marks on its letters: "Tomas" for "Tómas"."""
    return "".join(letter for letter in unicodedata.normalize("NFD", name) if not unicodedata.combining(letter))


def _gender_of_surname(name: str) -> str:
    """Slavic surnames and patronymics of women end in -a."""
    return "f" if name.endswith(("ova", "eva", "ovna", "evna", "skaya", "ina")) else ""


def words_of(scene: Scene, span: Span) -> Sequence[Word]:
    """Return the words that a span touches."""
    first = max(bisect.bisect_right(scene.starts, span.start) - 1, 0)
    last = bisect.bisect_left(scene.starts, span.end)
    return [word for word in scene.parse.words[first:last] if word.end > span.start]


def own_words(parse: Parse, source: Sequence[Span]) -> str:
    """Return the words of a source as they stand, blanks made single, quotation marks left out."""
    words = " ".join(" ".join(span.of(parse.folded) for span in _join(source)).split())
    quoted = words.startswith('"') or words.endswith('"') or words.count('"') % 2
    return words.replace('"', "") or words if quoted else words


def _join(source: Sequence[Span]) -> Sequence[Span]:
    """Put together what only an apostrophe parts: "the nurses' union"."""
    joined: list[Span] = []
    for span in source:
        if joined and 0 <= span.start - joined[-1].end <= _GAP:
            span = Span(start=joined.pop().start, end=span.end)
        joined.append(span)
    return joined


def begin_small(scene: Scene, name: str, words: Sequence[Word]) -> str:
    """Return a description that opened a sentence as it stands elsewhere: "Two officials" is "two officials"."""
    first = next((word for word in words if word.text[0].isalnum()), words[0])
    tables = scene.lexicon.roles, scene.lexicon.common, scene.lexicon.heads
    noun = first.tag == "NNS" and any(first.lower.removesuffix("s") in table for table in tables)
    shouted = name[1:].isupper() or (first.text.isupper() and len(first.text) > 1)
    plain = (first.tag in _CLOSED or noun) and not shouted and name.startswith(first.text)
    return name[0].lower() + name[1:] if plain else name


def describe(scene: Scene, words: Sequence[Word]) -> str:
    """Return words next to each other as a description."""
    return begin_small(scene, own_words(scene.parse, [Span(start=words[0].start, end=words[-1].end)]), words)


def head_noun(name: str) -> str:
    """Return the noun that heads a description, in lower case: "official" of "a senior official in Drovna"."""
    words = name.lower().split()
    cut = next((i for i, word in enumerate(words) if i and word in _LINKS), len(words))
    cut -= cut > 1 and words[cut - 1] in _WHERE  # "the officer there"
    return words[cut - 1].strip(",")


def covers(outer: Span, inner: Span) -> bool:
    """Tell whether a span lies inside another."""
    return outer.start <= inner.start and inner.end <= outer.end


def may_be(scene: Scene, name: str, gender: str) -> bool:
    """Tell whether a name is a person's of that gender, or of one that nothing tells."""
    person = scene.people.get(name)
    return person is not None and person.gender in ("", gender)


def is_likely(scene: Scene, name: str, gender: str) -> bool:
    """Tell whether nothing, not even the ending of the first name, speaks against a gender."""
    person = scene.people.get(name)
    return person is None or person.leaning in ("", gender)


def is_spoken(scene: Scene, mention: Mention) -> bool:
    """Tell whether a mention stands inside direct speech."""
    speech = find_speech(scene, mention.span.start)
    return speech is not None and mention.span.end <= speech.end


def latest(scene: Scene, name: str, word: Word) -> Speaker:
    """Return a person with the last mention before a word, else with the first of all."""
    spots = [mention for mention in scene.mentions if mention.name == name and mention.span.start < word.start]
    return Speaker(name, spots[-1] if spots else first_spot(scene, name))


def first_spot(scene: Scene, name: str) -> Mention | None:
    """Return the first mention of a name."""
    return next((mention for mention in scene.mentions if mention.name == name), None)
