"""Carries a relay chain on to what the same speaker goes on to say, once it is known who "he" and "the player" are."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from onrecord.binding.occasions import load_occasions
from onrecord.binding.relays import plain_name
from onrecord.language import Parse, Word
from onrecord.records import Attribution, Relay
from onrecord.statements.lexicon import load_voices

_OPENING = 3
_NEXT = 1
_SHORT = 2
_THIS = ("this", "it", "that")
_OPEN = frozenset(("he", "she", "it"))
_GENDERED = frozenset(("he", "she", "it", "they", "we", "i"))
_OWNERS = {"he": ("his",), "she": ("her",), "it": ("its",)}
_OWNING = frozenset(("of", "from", "for", "at", "with", "by", "in"))
_OWN = ("himself", "herself", "itself", "themselves")
_ASIDE = "statements: aside"
_OF_THEM = ("one of them", "one of the two", "both", "both of them", "the two", "another", "the other", "some")
_NEW = ("a", "an", "another")
_NO_SPEECH = frozenset(
    f"statements: {rule}"
    for rule in ("noun", "ownerless noun", "infinitive", "adjective", "noun is", "passive", "light verb", "headline")
)


@dataclass(frozen=True, slots=True)
class _Thread:
    """A chain that is being followed: by whom the words are that came by it, and where it was last used.

    `told`: of whom somebody told, and who did not speak to be passed on.
    """

    via: tuple[Relay, ...]
    last: Attribution
    told: bool = False


@dataclass(slots=True)
class _Floor:
    """Who may go on: threads that are open, the interview that a report rests on."""

    parse: Parse
    starts: Sequence[int]
    alone: bool
    threads: list[_Thread] = field(default_factory=list)
    interview: _Thread | None = None
    before: Attribution | None = None
    carried: dict[str, tuple[Relay, ...]] = field(default_factory=dict)


def carry_chains(parse: Parse, attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Return the attributions, those of a speaker who goes on after a relayed statement with its relays.

    Nobody else may have spoken in between but those who pass the words on, and no other occasion may be named. Where
    the whole report rests on one interview, it holds for all that its speaker says.
    """
    starts = [word.start for word in parse.words]
    by_id = {one.id: one for one in attributions if one.source}
    floor = _Floor(parse, starts, len({_names(one) for one in attributions if one.via}) == 1)
    for one in sorted(attributions, key=_place):
        teller = by_id.get(one.parent or "")
        if teller is not None:
            floor.threads += _told_of(teller, one)
        elif one.cue or one.content:
            _take(floor, one)
    return tuple(replace(one, via=floor.carried.get(one.id, one.via)) for one in attributions)


def _names(one: Attribution | _Thread) -> tuple[str, ...]:
    return tuple(plain_name(relay.name) for relay in one.via)


def _take(floor: _Floor, one: Attribution) -> None:
    """Let one statement follow an open thread, open one, or close them all."""
    own = _find_thread(floor, one)
    before, floor.before = floor.before, one
    if one.via:
        floor.threads = [thread for thread in floor.threads if thread is not own and _is_link(thread, one)]
        floor.threads.append(_Thread(one.via, one))
        if before is not None and not before.via and _points_back(floor, before, one):
            floor.carried[before.id] = _inherit(one.via)
        floor.interview = floor.interview or (floor.threads[-1] if floor.alone and _is_interview(floor, one) else None)
    elif own is not None and _goes_on(floor, own, one):
        floor.carried[one.id] = _inherit(own.via)
        floor.threads = [thread for thread in floor.threads if thread is not own] + [replace(own, last=one)]
    elif own is not None or not any(_is_link(thread, one) for thread in floor.threads):
        floor.threads = []


def _find_thread(floor: _Floor, one: Attribution) -> _Thread | None:
    """The thread whose speaker goes on: an open one, or the interview of the report."""
    for thread in reversed(floor.threads):
        if _is_same(floor.parse, thread.last, one) and not _is_link(thread, one):
            return thread
    stands = floor.interview is not None and plain_name(floor.interview.last.speaker) == plain_name(one.speaker)
    return floor.interview if stands else None


def _inherit(via: Sequence[Relay]) -> tuple[Relay, ...]:
    return tuple(replace(relay, inherited=True) for relay in via)


def _points_back(floor: _Floor, before: Attribution, one: Attribution) -> bool:
    """ "She spoke about this in an interview": what was told before came the same way."""
    words = [word for span in one.content for word in floor.parse.folded[span.start : span.end].casefold().split()]
    near = _word_at(floor, one).sentence - _word_at(floor, before).sentence <= _NEXT
    return near and len(words) <= _SHORT and any(word in _THIS for word in words) and _is_same(floor.parse, before, one)


def _is_interview(floor: _Floor, one: Attribution) -> bool:
    start, end = floor.parse.sentences[_word_at(floor, one).sentence]
    return any(word.lemma == "interview" for word in floor.parse.words[start:end])


def _place(one: Attribution) -> int:
    return (one.cue or one.content or one.source)[0].start


def _told_of(teller: Attribution, one: Attribution) -> list[_Thread]:
    """ "She wants to stay, a colleague told Calna": who tells it behind passes on what comes next of her, too."""
    behind = bool(one.source) and _place(teller) > _place(one) and teller.source[0].start > one.source[0].start
    behind = behind or (bool(one.source) and teller.by == _ASIDE)
    same = plain_name(teller.speaker) == plain_name(one.speaker)
    if teller.parent or not teller.speaker or not behind or same or teller.speech == "direct":
        return []
    if one.via:
        return [_Thread(one.via, one, told=True)]
    return [_Thread((*teller.via, Relay(name=teller.speaker, span=teller.source[0], inherited=True)), one, told=True)]


def _is_link(thread: _Thread, one: Attribution) -> bool:
    """Tell whether the speaker is one of those who pass the words on: "one of the two" of "two people"."""
    several = any(_is_several(relay.name.casefold().split()[:_OPENING]) for relay in thread.via)
    if plain_name(one.speaker) in _OF_THEM and several:
        return True
    return plain_name(one.speaker) in {plain_name(relay.name) for relay in thread.via}


def _is_same(parse: Parse, before: Attribution, one: Attribution) -> bool:
    """The same name, a pronoun that nothing leads elsewhere, or "the sheikh" behind "Sheikh Dahim"."""
    if before.mention is not None and before.mention == one.mention:
        return True
    if _is_described(parse, before, one) or _continues(parse, before, one):
        return True
    speaker, known = plain_name(one.speaker), plain_name(before.speaker)
    if not speaker or _is_same_name(speaker, known) or not before.source:
        return bool(speaker) and _is_same_name(speaker, known)
    words = parse.folded[before.source[0].start : before.source[-1].end].casefold().split()
    several = words[0] in ("they", "both") or any(w.removesuffix(",").endswith("s") for w in words[:_OPENING])
    if speaker == "they":
        return several
    if speaker in _OPEN:
        if _has_rival(parse, before, one):
            return False
        if words[0] in _OWNERS.get(speaker, ()):
            return False
        return known not in _GENDERED - {speaker} and (speaker != "it" or words[0] not in ("he", "she", "they"))
    return False


def _is_same_name(speaker: str, known: str) -> bool:
    """The same, or one with what describes it before a comma: "the former aide, Lotte Merz"."""
    long, short = (speaker, known) if len(speaker) > len(known) else (known, speaker)
    described = " " in short and long.endswith(f" {short}") and not _OWNING & set(long.split())
    return speaker == known or f", {short}" in long or described


def _has_rival(parse: Parse, before: Attribution, one: Attribution) -> bool:
    """ "Her rival, Dana Orme, laughed. 'It was time,' she said": somebody new is named in between."""
    start, end = _end(before), _place(one)
    between = (word for word in parse.words if start <= word.start < end)
    return any(word.tag == "NNP" and word.dep in ("nsubj", "appos") for word in between)


def _end(one: Attribution) -> int:
    return max(span.end for span in (*one.source, *one.cue, *one.content))


def _is_described(parse: Parse, before: Attribution, one: Attribution) -> bool:
    """ "The sheikh" behind "Sheikh Dahim", "the group" behind "the green group Calna": by the words of the source."""
    if not one.source or not before.source:
        return False
    said = parse.folded[one.source[0].start : one.source[0].end].casefold()
    the, _, noun = said.partition(" ")
    words = parse.folded[before.source[0].start : before.source[-1].end].casefold().split()
    if said in _OF_THEM:
        return _is_several(words[:_OPENING])
    return the == "the" and bool(noun) and " " not in noun and noun in words


def _continues(parse: Parse, before: Attribution, one: Attribution) -> bool:
    """ "The rain bothered him, the insider added": by whatever new noun, whoever adds something spoke last."""
    source = " ".join(span.of(parse.folded) for span in one.source)
    between = parse.folded[_end(before) : _place(one)]
    paragraphs = sum(1 for line in between.split("\n")[1:] if line.strip() or not between.strip())
    if before.parent or not one.source or (paragraphs and one.speech != "direct"):
        return False
    if _leads_on(parse, one):
        return True
    if _has_rival(parse, before, one):
        return False
    cue = " ".join(span.of(parse.folded).casefold() for span in one.cue).split()
    if any(word in load_occasions("going_on") for word in cue):
        return source.casefold() in _OPEN or _is_plain(source)
    return _is_plain(source) and _is_new(parse, one, source) and one.by not in _NO_SPEECH


def _leads_on(parse: Parse, one: Attribution) -> bool:
    """ "The company, Calna, goes on to regret"."""
    said = (one.content or one.cue)[-1].start
    between = parse.folded[one.source[-1].end : max(said, one.source[-1].end)].casefold()
    return any(f"{verb} on to " in between for verb in ("goes", "went"))


def _is_plain(source: str) -> bool:
    """ "The insider": one that no name tells."""
    return source[:4].casefold() == "the " and source[4:].islower() and len(source.split()) == _SHORT


def _is_new(parse: Parse, one: Attribution, source: str) -> bool:
    """Nobody was called so before, and nobody is known to be: it can only be who spoke last."""
    noun = source[4:].casefold()
    led = plain_name(one.speaker) != noun
    person = load_voices().get(noun) == "person" or noun.endswith("-old")
    return person and not led and noun not in parse.folded[: one.source[0].start].casefold()


def _is_several(words: Sequence[str]) -> bool:
    return any(word.removesuffix(",").endswith("s") or word == "people" for word in words)


def _goes_on(floor: _Floor, thread: _Thread, one: Attribution) -> bool:
    """Tell whether nothing says that this was said on another occasion."""
    first, later = _word_at(floor, thread.last), _word_at(floor, one)
    told_again = one.addressee is not None and plain_name(one.addressee.name) in _names(thread)
    if first.sentence == later.sentence or told_again:
        return True
    lines = [line for line in floor.parse.text[first.start : later.start].split("\n")[1:] if line.strip()]
    if (len(lines) > _NEXT and thread is not floor.interview) or one.hedge is not None:
        return False
    if any(floor.parse.folded[span.start : span.end].casefold().endswith(_OWN) for span in one.source):
        return False
    far = bool(lines) or later.sentence - first.sentence > _NEXT
    if bool(lines) and thread.told and one.speech == "direct":
        return False
    if (far and one.by in _NO_SPEECH) or _is_settled(floor.parse, later):
        return False
    return not (_is_dated(floor.parse, later) or _has_occasion(floor, one, later))


def _is_settled(parse: Parse, later: Word) -> bool:
    """ "She has long distrusted them", "has never hidden his dislike": what the writer knows of her at any time."""
    start, end = parse.sentences[later.sentence]
    return any(
        first.lemma == "have" and second.lower in ("long", "always", "never", "often") and first.tag in ("VBZ", "VBP")
        for first, second in pairwise(parse.words[start:end])
        if abs(first.i - later.i) <= _OPENING
    )


def _word_at(floor: _Floor, one: Attribution) -> Word:
    return floor.parse.words[bisect.bisect_right(floor.starts, _place(one)) - 1]


def _is_dated(parse: Parse, later: Word) -> bool:
    """A sentence that opens with a time of its own."""
    start, end = parse.sentences[later.sentence]
    opening = parse.words[start : min(start + _OPENING, end)]
    return any(word.lower in load_occasions("elsewhen") for word in opening)


def _has_occasion(floor: _Floor, one: Attribution, later: Word) -> bool:
    """ "Told reporters", "at a rally", "when reached by telephone", "to this paper": beside words and speaker."""
    parse = floor.parse
    start, end = parse.sentences[later.sentence]
    said = (*one.content, *one.source, *one.cue)
    for word in parse.words[start:end]:
        if any(span.start <= word.start < span.end for span in said):
            continue
        if word.lemma in load_occasions("occasion") and not _is_known(parse, word):
            return True
        if word.lower in ("us", "our") or (word.lower == "this" and word.dep == "det"):
            return True
    return False


def _is_known(parse: Parse, word: Word) -> bool:
    """ "In the same interview": the one that was spoken of."""
    text = word.lemma in load_occasions("words_in")
    return text and not any(parse.words[c].lower in _NEW for c in parse.children[word.i])
