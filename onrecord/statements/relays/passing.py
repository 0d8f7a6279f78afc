"""Finds statements that only say who passes on another: "according to A, B wants", "B said ..., A reported"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.language import Parse
from onrecord.statements.candidates import NONE, Candidate, leave_out
from onrecord.statements.grammar.trees import reach, verb_cue
from onrecord.statements.grammar.voices import head_of
from onrecord.statements.lexicon import load_words
from onrecord.statements.relays.outlets import Outlets, is_outlet
from onrecord.statements.relays.phrased import is_text

_MOST_OF_IT = 0.7
_NEAR = 4
_ASKING = ("poll", "survey")  # what it found is its own
_POINTING = ("the", "this", "that", "same")


def lift_passed_on(parse: Parse, outlets: Outlets, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Lift what is said out of who passes it on: "According to A, X said ...", "X said ..., A reported"."""
    found = list(candidates)
    dropped: dict[int, int | None] = {}
    for inner in candidates:
        outer = inner.parent
        if outer is not None and outer not in dropped and _only_passes_on(parse, outlets, found, outer, inner):
            dropped[outer] = found[outer].parent
    for k, inner in enumerate(candidates):
        if inner.parent in dropped and inner.source:
            outer_found = found[inner.parent]
            relays = (*outer_found.relays, outer_found.source, *inner.relays)
            content = _before_closing(outer_found, inner)
            found[k] = replace(inner, relays=relays, content=content, parent=outer_found.parent)
    return leave_out(found, dropped)


def _before_closing(outer: Candidate, inner: Candidate) -> frozenset[int]:
    """Return what is said without the phrase behind it that tells according to whom."""
    phrase = min(outer.cue, default=0)
    closes = outer.rule == "according to" and phrase > inner.head
    return frozenset(i for i in inner.content if i < phrase) or inner.content if closes else inner.content


def take_closing(parse: Parse, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Take ", according to Y" as the relay of what stands before it: "X assured them that the dam held, ..."."""
    found = list(candidates)
    dropped: dict[int, int | None] = {}
    ending: dict[int, list[int]] = {}  # the candidates by the last word of their cue
    for k, candidate in enumerate(found):
        ending.setdefault(max(candidate.cue, default=0), []).append(k)
    for k, closing in enumerate(found):
        if closing.rule != "according to" or not closing.source:
            continue
        first = min(closing.cue | closing.source)
        near = sorted(n for i in range(first - _NEAR - 1, first) for n in ending.get(i, ()) if n not in dropped)
        around = _told_around(parse, found, k, near)
        if around is not None:
            dropped[k] = around
            continue
        told = closing.parent
        if told is None or told in dropped:
            continue
        outer, phrase = found[told], closing.cue | closing.source
        ends = max(phrase) + 2 >= parse.sentences[parse.words[closing.head].sentence][1]
        if ends and parse.words[min(phrase) - 1].text == "," and min(phrase) > max(outer.cue, default=0):
            kept = frozenset(i for i in outer.content if i < min(phrase))
            found[told] = replace(outer, content=kept, relays=(*outer.relays, closing.source))
            dropped[k] = told
    return leave_out(found, dropped)


def _told_around(parse: Parse, found: list[Candidate], k: int, near: Iterable[int]) -> int | None:
    """ "X said, according to Y, that the dam held": between cue and content, Y tells what X said."""
    closing = found[k]
    phrase = closing.cue | closing.source
    for told in near:
        outer = found[told]
        speech = "quotation" in verb_cue(parse.words[outer.head]).takes and bool(outer.source)
        if told == k or not speech or not _follows(parse, phrase, outer.cue):
            continue
        content = (outer.content | (closing.content if outer.parent == k else NONE)) - outer.cue - outer.source - phrase
        if any(i > max(phrase) and parse.words[i].pos != "PUNCT" for i in content):
            found[told] = replace(
                outer,
                content=content,
                relays=(*outer.relays, closing.source),
                parent=closing.parent if outer.parent == k else outer.parent,
            )
            return told
    return None


def _follows(parse: Parse, phrase: frozenset[int], cue: frozenset[int]) -> bool:
    """The phrase stands right behind the verb, but for a comma and a time."""
    between = parse.words[max(cue, default=0) + 1 : min(phrase)]
    return 0 < len(between) <= _NEAR and between[-1].text == "," and not any(word.pos == "VERB" for word in between)


def _only_passes_on(parse: Parse, outlets: Outlets, found: Sequence[Candidate], k: int, inner: Candidate) -> bool:
    """Tell whether a statement only says who passes on another; who speaks again later is more than a link."""
    outer = found[k]
    if not outer.source or not inner.source or _counts_answers(parse, outer):
        return False
    if outer.rule == "passive" and outer.take == "passive":
        return _is_said_by(parse, outer, inner)
    outlet = outer.cited or is_outlet(parse, outer.source, outlets)
    according = outer.rule == "according to" and (outlet or not _is_spoken_of(parse, outlets, found, outer))
    relayed = parse.words[outer.head].lemma in load_words("relay_verb") and outlet
    if not (relayed or according):
        return False
    told = inner.content | inner.source | inner.cue
    if _is_main(parse, inner, outer):
        told |= reach(parse.words[inner.head])
    return len(told & outer.content) >= _MOST_OF_IT * len(outer.content)


def _counts_answers(parse: Parse, outer: Candidate) -> bool:
    """ "A Dorn News poll said that voters think ...": it tells what it counted, and passes on nobody's words."""
    return any(parse.words[i].lemma in ("poll", "survey", "percent", "%") for i in outer.source)


def _is_said_by(parse: Parse, outer: Candidate, inner: Candidate) -> bool:
    """ "The mayor was said by two aides to be weary": the aides tell what the mayor feels."""
    head = parse.words[inner.head]
    verb = parse.words[head.head] if head.dep in ("acomp", "oprd", "attr") else head
    infinitive = verb.dep in ("xcomp", "ccomp") and verb.head == outer.head
    return infinitive and inner.source <= outer.content and parse.words[outer.head].lemma in load_words("relay_verb")


def _is_spoken_of(parse: Parse, outlets: Outlets, found: Sequence[Candidate], outer: Candidate) -> bool:
    """ "According to that article" was known before; "a diplomat ... The diplomat cautioned" has words of his own."""
    head = head_of(parse, outer.source)
    pointed = parse.words[min(outer.source)].lower in _POINTING
    given = any(name <= outer.source for name in outlets.names)  # "an account she gave to Calna"
    if head.lemma in _ASKING or (is_text(head) and (pointed or given)):
        return True
    later = (one for one in found if one.source and min(one.source) > max(outer.source) and one.head > outer.head)
    heads = (head_of(parse, one.source) for one in later)
    return any(
        again.lemma == head.lemma or (again.lower == "it" and again.sentence == head.sentence + 1) for again in heads
    )


def _is_main(parse: Parse, inner: Candidate, outer: Candidate) -> bool:
    """The inner cue is the main verb of what the outer one reports, or leads to it as its state of mind."""
    first = min(outer.content)
    return not any(
        w.pos == "VERB" and w.i in outer.content and w.i not in inner.cue and w.left <= inner.head <= w.right
        for w in parse.words[first : max(outer.content) + 1]
    )
