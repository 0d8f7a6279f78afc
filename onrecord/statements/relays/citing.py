"""Finds whom an outlet cites for its report, link by link: the cited one speaks, the outlets pass it on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.language import Parse, Word
from onrecord.statements.candidates import NONE, Candidate
from onrecord.statements.grammar.trees import children, reach, source_words
from onrecord.statements.grammar.voices import can_speak, head_of, is_person_noun
from onrecord.statements.lexicon import load_words
from onrecord.statements.relays.naming import full_name
from onrecord.statements.relays.outlets import Outlets, is_outlet
from onrecord.statements.relays.phrased import is_text
from onrecord.statements.relays.upstream import find_upstream, name_origin

_NEAR = 2
_FINITE = ("VBD", "VBZ", "VBP")
_LONGEST_CHAIN = 4
_OBTAINING = ("get", "have", "hear", "learn")
_GROUNDS = ("reference", "authority", "word")


@dataclass(frozen=True, slots=True)
class _Cited:
    """Whom a clause names as the source of a report, the clause, and where it starts."""

    head: Word
    clause: Word
    start: int


def with_cited(parse: Parse, outlets: Outlets, candidate: Candidate) -> tuple[Candidate, frozenset[int]]:
    """Return a statement that an outlet gives as another's with that one as its speaker, and the verbs of citing."""
    candidate = _quote_object(parse, _name_reporter(parse, outlets, candidate))
    if not candidate.source or not is_outlet(parse, candidate.source, outlets):
        return candidate, frozenset()
    steps = list(_follow(parse, outlets, *_anchor(parse, candidate)))
    if not steps:
        return candidate, frozenset()
    names = [candidate.source, *(_name(parse, outlets, step) for step in steps)]
    content = candidate.content
    for step in steps:
        content -= frozenset(range(step.start, step.head.right + 1)) - _reported(parse, step)
    heads = frozenset(step.clause.i for step in steps)
    if not content:
        return candidate, heads
    told = replace(candidate, source=names[-1], relays=(*candidate.relays, *names[:-1]), content=content, cited=True)
    return told, heads


def _name_reporter(parse: Parse, outlets: Outlets, candidate: Candidate) -> Candidate:
    """ "Shares rose after Calna, citing a banker, reported that": the parse takes the shares for its subject."""
    start = min(candidate.cue, default=0)
    reports = parse.words[candidate.head].lemma in load_words("relay_verb")
    if not reports or start < _NEAR or parse.words[start - 1].text != "," or candidate.relays:
        return candidate
    for name in outlets.names:
        aside = parse.words[max(name) + 1 : start]
        set_off = len(aside) > _NEAR and aside[0].text == "," and aside[1].tag == "VBG" and _cites(parse, aside[1])
        if set_off and not any(w.pos == "VERB" or w.text == "," for w in aside[2:-1]) and not name & candidate.source:
            cited = find_upstream(parse, outlets, aside[0].i, start)
            links = (name, *cited)
            return replace(candidate, source=links[-1], relays=links[:-1], cited=True) if cited else candidate
    return candidate


def _quote_object(parse: Parse, candidate: Candidate) -> Candidate:
    """ "The Mail quoted a waiter: '...'": the waiter says it, whoever quotes him passes it on."""
    verb = parse.words[candidate.head]
    if verb.lemma not in ("quote", "cite") or verb.tag not in _FINITE or candidate.relays:
        return candidate
    if not candidate.source or not can_speak(parse, head_of(parse, candidate.source)):
        return candidate
    for named in children(parse, verb.i, "dobj"):
        person = can_speak(parse, named) and (is_person_noun(named) or named.tag in ("NNP", "NNPS", "PRP"))
        name = frozenset(i for i in source_words(parse, named, None) if i not in candidate.content)
        behind = min(candidate.content, default=0) > named.i
        if person and name and behind and named.i not in candidate.source:
            return replace(candidate, source=name, relays=(*candidate.relays, candidate.source))
    return candidate


def _reported(parse: Parse, step: _Cited) -> frozenset[int]:
    """The clause that the parse hangs on "citing" although the outlet's own verb reports it."""
    return frozenset(i for clause in children(parse, step.clause.i, "ccomp") for i in reach(clause))


def name_cited(parse: Parse, outlets: Outlets, verb: Word, name: frozenset[int]) -> tuple[frozenset[int], ...]:
    """Return whom an outlet that reports with this verb cites, nearest first."""
    anchors = name | {verb.i}
    steps = _follow(parse, outlets, anchors, max(anchors), -1)
    return tuple(_name(parse, outlets, step) for step in steps)


def _name(parse: Parse, outlets: Outlets, step: _Cited) -> frozenset[int]:
    """Whom a step cites: of a text that somebody made, its maker."""
    text = is_text(step.head)
    return (name_origin(parse, outlets, step.head) if text else NONE) or source_words(parse, step.head, None)


def _anchor(parse: Parse, candidate: Candidate) -> tuple[frozenset[int], int, int]:
    """The outlet and its verb, the last word of them, and the head of the statement."""
    anchors = candidate.cue | candidate.source | {candidate.head}
    citing = parse.words[candidate.head].tag == "VBG"
    return anchors, max(anchors - {candidate.head} if citing else anchors), candidate.head


def _follow(parse: Parse, outlets: Outlets, anchors: frozenset[int], last: int, head: int) -> Iterator[_Cited]:
    for _ in range(_LONGEST_CHAIN):
        step = next(_citings(parse, outlets, anchors, last, head), None)
        if step is None:
            return
        yield step
        anchors = full_name(parse, source_words(parse, step.head, None))
        last = max(anchors)
        if not is_outlet(parse, anchors, outlets):
            return


def _citings(parse: Parse, outlets: Outlets, anchors: frozenset[int], last: int, candidate: int) -> Iterator[_Cited]:
    first, end = parse.sentences[parse.words[last].sentence]
    for word in parse.words[first:end]:
        over = candidate >= 0 and parse.words[candidate].head == word.i and word.i > last
        near = over or word.i == candidate or word.head in anchors or _heads_chain(parse, word, anchors, last)
        if word.i in anchors - {candidate} or not near:
            continue
        for head in _named_by(parse, outlets, word, last, anchors):
            apart = word.i < last or word.left > last
            yield _Cited(head, word, word.left if apart and word.i != candidate else max(last, word.i) + 1)


def _heads_chain(parse: Parse, word: Word, anchors: frozenset[int], last: int) -> bool:
    """The clause stands right behind the name or the cue, wherever the parse hangs it."""
    above = parse.words[word.head]
    return 0 < word.left - last <= _NEAR or above.head in anchors


def _named_by(parse: Parse, outlets: Outlets, word: Word, last: int, anchors: frozenset[int]) -> Iterator[Word]:
    """Whom this word names as the source: "citing", "with reference to", "which got it from", "whose source was"."""
    if word.tag == "VBG" and _cites(parse, word) and word.dep in ("advcl", "acl", "conj", "prep"):
        yield from _speakers(parse, children(parse, word.i, "dobj"))
    if word.i in anchors and word.lemma in ("cite", "quote") and word.dep != "advcl":
        yield from (named for named in children(parse, word.i, "dobj") if named.pos == "PROPN" or is_person_noun(named))
    if word.i in anchors and word.lemma in ("learn", "hear"):
        yield from _from(parse, word)
    if word.dep in ("relcl", "conj", "parataxis", "ccomp", "ROOT") and word.i > last:
        if _cites(parse, word) and _goes_on_about(parse, outlets, word):
            yield from _speakers(parse, children(parse, word.i, "dobj"))
        if word.lemma in _OBTAINING and word.dep == "relcl":
            yield from _from(parse, word)
        if word.lemma == "be" and any(subject.lemma == "source" for subject in children(parse, word.i, "nsubj")):
            yield from _speakers(parse, children(parse, word.i, "attr"))
    if word.lower in ("with", "on", "in") and word.dep == "prep" and word.i > last - _LONGEST_CHAIN * 3:
        for ground in children(parse, word.i, "pobj"):
            yield from _on_grounds(parse, ground) if ground.lower in _GROUNDS else ()


def _cites(parse: Parse, verb: Word) -> bool:
    """To name somebody is to cite them only "as the source"."""
    named = (noun for p in children(parse, verb.i, "prep") for noun in children(parse, p.i, "pobj"))
    return verb.lemma in ("cite", "quote") or (verb.lemma == "name" and any(w.lemma == "source" for w in named))


def _goes_on_about(parse: Parse, outlets: Outlets, verb: Word) -> bool:
    """ "Which cited", "it cited", "the radio cited": the outlet before is the subject."""
    for subject in children(parse, verb.i, "nsubj"):
        if subject.lower in ("which", "it", "that") or is_outlet(parse, source_words(parse, subject, verb), outlets):
            return True
    return False


def _from(parse: Parse, verb: Word) -> Iterator[Word]:
    for preposition in children(parse, verb.i, "prep"):
        if preposition.lower == "from":
            yield from _speakers(parse, children(parse, preposition.i, "pobj"))


def _on_grounds(parse: Parse, ground: Word) -> Iterator[Word]:
    for preposition in children(parse, ground.i, "prep"):
        yield from _speakers(parse, children(parse, preposition.i, "pobj"))


def _speakers(parse: Parse, words: Sequence[Word]) -> Iterator[Word]:
    """Whom it cites: not what it cites, like a document named for its content only."""
    return (word for word in words if can_speak(parse, word))
