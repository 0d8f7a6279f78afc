"""Leads the words of one source to the speaker: a name, whoever a pronoun or a description means, or the words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from onrecord.binding.descriptions import resolve_description, writer_of
from onrecord.binding.genders import gender_of
from onrecord.binding.holders import resolve_office, resolve_surname, resolve_titled
from onrecord.binding.naming import find_aged, find_behind, find_named, find_unknown_beside
from onrecord.binding.parts import resolve_part
from onrecord.binding.plurals import resolve_they
from onrecord.binding.pronouns import (
    POSSESSIVES,
    THIRD_PLURAL,
    Earlier,
    is_pronoun,
    noun_of_relative,
    resolve_pronoun,
)
from onrecord.binding.scene import Scene, Speaker, begin_small, covers, latest, own_words, words_of
from onrecord.language import Word
from onrecord.records import Mention, Span

_BESIDE_PRONOUNS = ("", "both", "all", "himself", "herself", "themselves", "ourselves")
_EMPHASIS = frozenset(["himself", "herself", "itself", "themselves"])
_NEAR = 5
_FEWEST = 3
_PAIR = 2
_LONGEST_NAME = 200
_PLURALS = frozenset(["people", "police", "men", "women", "children"])


def resolve_source(
    scene: Scene, source: Sequence[Span], above: Speaker | None, nested: bool, earlier: Earlier
) -> Speaker:
    """Return whom a source leads to; `above` says the words that it stands in, `earlier` are those who spoke before.

    A source that names nobody and can be led to nobody without doubt is its own words.
    """
    words: Sequence[Word] = [word for span in source for word in words_of(scene, span)]
    own = Speaker(own_words(scene.parse, source), None)
    while words and (words[-1].tag == "POS" or (len(words) > 1 and words[-1].lower in _EMPHASIS)):
        words = words[:-1]
    if not words:
        return own
    aged = find_aged(scene, words)
    if aged:
        return aged
    noun = noun_of_relative(scene.parse, words)
    if noun:
        return resolve_source(scene, [noun], above, nested, [item for item in earlier if item[0] < noun.start])
    writer = writer_of(scene, words, head_among(words))
    if writer:
        found = resolve_source(scene, [writer], above, nested, earlier)
        kept = own._replace(name=begin_small(scene, own.name, words))
        return kept if found.name.lower() in POSSESSIVES else found
    part = resolve_part(scene, _before_comma(scene, words), earlier)
    if part:
        return part
    if is_pronoun(words[0]) and " ".join(word.lower for word in words[1:]) in _BESIDE_PRONOUNS:
        if words[0].lower in THIRD_PLURAL:
            return resolve_they(scene, words[0], above if nested else None, earlier) or own
        return resolve_pronoun(scene, words[0], above, nested, earlier) or own
    others = _resolve_with_others(scene, words, above if nested else None, earlier)
    return others or _resolve_label(own, earlier) or _resolve_noun(scene, words, own, earlier)


def _resolve_with_others(
    scene: Scene, words: Sequence[Word], above: Speaker | None, earlier: Earlier
) -> Speaker | None:
    """ "She and two clerks": the pronoun is led to its name."""
    if len(words) < _FEWEST or words[1].lower not in ("and", "or") or not gender_of(words[0].lower):
        return None
    found = resolve_pronoun(scene, words[0], above, above is not None, earlier)
    others = own_words(scene.parse, [Span(start=words[1].start, end=words[-1].end)])
    return Speaker(f"{found.name} {others}", None, True) if found else None


def _resolve_noun(scene: Scene, words: Sequence[Word], own: Speaker, earlier: Earlier) -> Speaker:
    head = head_among(words)
    whole, words = words, _core(scene, words, head)
    core = Span(start=words[0].start, end=words[-1].end)
    first = bisect_left(scene.mentions, core.start - _LONGEST_NAME, key=_start)
    near = scene.mentions[first : bisect_left(scene.mentions, core.end, key=_start)]
    inside = [m for m in near if covers(core, m.span) or _holds(m, head)]
    own = _shorten(scene, own, words)
    joined = _join_named(scene, whole, inside)
    if joined:
        return joined
    if any(scene.parse.words[i].dep == "conj" for i in scene.parse.children[head.i] if _is_in(words, i)):
        return own
    if head.i in scene.borne:
        return latest(scene, scene.borne[head.i], words[0])
    return (
        find_named(scene, inside, head)
        or find_unknown_beside(scene, whole, head)
        or find_behind(scene, words)
        or resolve_surname(scene, words)
        or resolve_office(scene, words, head, earlier)
        or resolve_titled(scene, words, head)
        or resolve_description(scene, words, head, earlier)
        or own._replace(name=begin_small(scene, _bare(_plain(own.name)), words), plural=_is_plural(head))
    )


def _join_named(scene: Scene, words: Sequence[Word], inside: Sequence[Mention]) -> Speaker | None:
    """ "President Ana Diaz of Orvane and Premier Karl Munk of Harst": the two of them by name."""
    links = [word for word in words if word.lower == "and" and word.tag == "CC"]
    people = [mention for mention in inside if mention.kind == "person"]
    if len(links) != 1 or len(people) != _PAIR or any(word.tag == "POS" for word in words):
        return None
    apart = people[0].span.end <= links[0].start and links[0].end <= people[1].span.start
    halves = [word for word in words if word.i < links[0].i], [word for word in words if word.i > links[0].i]
    if not all(halves):
        return None
    headed = [find_named(scene, [m], head_among(half)) for m, half in zip(people, halves, strict=True)]
    whole = apart and all(one is not None for one in headed)
    return Speaker(f"{people[0].name} and {people[1].name}", None, True) if whole else None


def _resolve_label(own: Speaker, earlier: Earlier) -> Speaker | None:
    """Lead "GOVERNOR", the label of a transcript, to "GOVERNOR ANA DIAZ", a label before it."""
    if not own.name.isupper() or " " in own.name:
        return None
    labels = [who for _, who in earlier if who.name.isupper() and who.name.startswith(own.name + " ")]
    return labels[0] if len({who.name for who in labels}) == 1 else None


def _before_comma(scene: Scene, words: Sequence[Word]) -> Sequence[Word]:
    """The words of a source before what is set off without a name: "one of them, who left in the winter"."""
    end = next((k for k, word in enumerate(words) if word.text == "," and k), len(words))
    return words[:end] if end < len(words) and _only_tells(scene, words[end:]) else words


def _start(mention: Mention) -> int:
    return mention.span.start


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


def _plain(name: str) -> str:
    """The words of a source without "himself" behind them."""
    first, _, last = name.rpartition(" ")
    return first if last in _EMPHASIS else name


def _bare(name: str) -> str:
    """The words of a possessive source without its ending: "the hauliers" of "the hauliers' claim"."""
    return name.removesuffix("'s") if name.endswith("'s") else name.removesuffix("'")


def head_among(words: Sequence[Word]) -> Word:
    """Return the word of a phrase that the others hang on."""
    indices = {word.i for word in words}
    return next((word for word in words if word.head not in indices or word.head == word.i), words[-1])


def _is_in(words: Sequence[Word], i: int) -> bool:
    return words[0].i <= i <= words[-1].i
