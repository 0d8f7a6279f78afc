"""Finds the chain that a statement came through: the agency that quotes it, the interview it was given in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.language import Parse, Word
from onrecord.statements.candidates import NONE, Candidate
from onrecord.statements.carriers import carry
from onrecord.statements.inheriting import inherit_relays
from onrecord.statements.lexicon import load_words
from onrecord.statements.outlets import Outlets, is_address, is_outlet, is_own, may_be_outlet, name_outlet
from onrecord.statements.trees import children, reach, source_words, verb_cue
from onrecord.statements.voices import can_speak

_MOST_OF_IT = 0.7
_NAMES = ("NNP", "NNPS", "NN", "NNS")
_LONGEST_NAME = 8


def find_relays(parse: Parse, outlets: Outlets, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Fill the relay chains: agents and reporters of other people's words, hearers that are outlets, interviews.

    The outlet that publishes the report is no relay.
    """
    found = [_with_interview(parse, outlets, candidate) for candidate in candidates]
    found = [carry(parse, outlets, candidate) for candidate in _with_cited(parse, outlets, found)]
    found = _passed_through(parse, outlets, _shared(parse, outlets, _cut_closing(_closing_relay(parse, found))))
    found = [_under_outlet(parse, outlets, found, candidate) for candidate in found]
    found = [_with_full_names(parse, outlets, candidate) for candidate in found]
    outlets = replace(outlets, known=outlets.known | _known_relays(parse, found))
    found = [_with_full_names(parse, outlets, _with_hearer(parse, outlets, candidate)) for candidate in found]
    found = [_without_own(parse, outlets, candidate) for candidate in found]
    wordless = {k: candidate.parent for k, candidate in enumerate(found) if not _has_words(parse, candidate)}
    return inherit_relays(parse, _without(found, wordless))


def _with_full_names(parse: Parse, outlets: Outlets, candidate: Candidate) -> Candidate:
    relays = tuple(full_name(parse, name_outlet(parse, outlets, relay)) for relay in candidate.relays)
    return replace(candidate, relays=relays)


def _under_outlet(parse: Parse, outlets: Outlets, found: Sequence[Candidate], candidate: Candidate) -> Candidate:
    """What somebody says within an outlet's own report came through that outlet: "Dorn wants talks, the Mail wrote"."""
    if candidate.relays or candidate.parent is None or not candidate.source:
        return candidate
    outer = found[candidate.parent]
    relaying = parse.words[outer.head].lemma in load_words("relay_verb") or outer.rule == "according to"
    same = _words(parse, candidate.source) == _words(parse, outer.source)
    if relaying and outer.source and not same and is_outlet(parse, outer.source, outlets):
        return replace(candidate, relays=(outer.source, *outer.relays))
    return candidate


def _words(parse: Parse, source: frozenset[int]) -> frozenset[str]:
    return frozenset(parse.words[i].lower for i in source)


def _has_words(parse: Parse, candidate: Candidate) -> bool:
    return any(parse.words[i].pos != "PUNCT" for i in candidate.content)


def _without_own(parse: Parse, outlets: Outlets, candidate: Candidate) -> Candidate:
    kept = tuple(relay for relay in candidate.relays if not is_own(parse, relay, outlets))
    return candidate if kept == candidate.relays else replace(candidate, relays=kept)


def _known_relays(parse: Parse, candidates: Iterable[Candidate]) -> frozenset[str]:
    """Words of names that this text uses as relays somewhere."""
    names = (i for c in candidates for relay in c.relays for i in relay)
    return frozenset(parse.words[i].lower for i in names if parse.words[i].tag in ("NNP", "NNPS"))


def _with_interview(parse: Parse, outlets: Outlets, candidate: Candidate) -> Candidate:
    """ "... in an interview with Dorn Press": the interviewer relays, wherever the parse hangs the phrase."""
    if candidate.relays:
        return candidate
    first, last = parse.sentences[parse.words[candidate.head].sentence]
    for noun in parse.words[first:last]:
        if noun.lower not in load_words("to_outlet") or not _frames(parse, candidate, noun):
            continue
        preposition = parse.words[noun.head]
        partner = _interviewer(parse, outlets, noun) if preposition.lower in ("in", "during") else None
        if partner:
            return _relayed(candidate, partner, reach(preposition))
    return candidate


def _interviewer(parse: Parse, outlets: Outlets, noun: Word) -> frozenset[int] | None:
    """Whom an interview was given to, where that is an outlet, or a name that may be one."""
    for inner in children(parse, noun.i, "prep"):
        partners = children(parse, inner.i, "pobj") if inner.lower in ("with", "to", "for") else []
        if partners:
            partner = source_words(parse, partners[0], None)
            unknown = noun.lower == "interview" and may_be_outlet(parse, partner, outlets)
            if unknown or is_outlet(parse, partner, outlets):
                return partner
    return None


def _frames(parse: Parse, candidate: Candidate, noun: Word) -> bool:
    """The phrase hangs on the cue, or closes a report that follows its cue without quotation marks."""
    head = parse.words[noun.head].head
    closes = noun.right == max(candidate.content)
    return head == candidate.head or (closes and candidate.parent is None and max(candidate.cue, default=0) < noun.i)


def full_name(parse: Parse, words: frozenset[int]) -> frozenset[int]:
    """Return the name of a relay alone: without "the Dornish news agency" before it, with what the parse cut off."""
    last = max(words)
    while last + 1 < len(parse.words) and _goes_on(parse, last + 1):
        last += 1
    whole = sorted(words | frozenset(range(max(words), last + 1)))
    kinds = load_words("outlet") | load_words("outlet_kind")
    kind = [k for k, i in enumerate(whole[:-1]) if parse.words[i].text in kinds]
    rest = whole[kind[-1] + 1 :] if kind else whole
    named = parse.words[rest[0]].text[0].isupper() or is_address(parse.words[rest[0]].text)
    return frozenset(rest if named else whole)


def _goes_on(parse: Parse, i: int) -> bool:
    word = parse.words[i]
    same = word.sentence == parse.words[i - 1].sentence
    return same and (
        is_address(word.text) or (word.tag in ("NNP", "NNPS") and parse.words[i - 1].lower in load_words("outlet"))
    )


def _relayed(candidate: Candidate, name: frozenset[int], phrase: frozenset[int] = NONE) -> Candidate:
    if len(name) > _LONGEST_NAME or name & candidate.source:
        return candidate
    return replace(candidate, relays=(*candidate.relays, name), content=candidate.content - name - phrase)


def _with_hearer(parse: Parse, outlets: Outlets, candidate: Candidate) -> Candidate:
    """ "told Dorn Press": a hearer that is an outlet passes the words on."""
    verb = parse.words[candidate.head]
    if candidate.relays or verb.lemma != "tell":
        return candidate
    hearers = [w for w in children(parse, verb.i, "dobj", "dative") if w.i > verb.i and w.tag in _NAMES]
    for hearer in hearers:
        words = source_words(parse, hearer, None) - candidate.content
        if is_outlet(parse, words, outlets):
            return _relayed(candidate, words)
    return candidate


def _with_cited(parse: Parse, outlets: Outlets, candidates: Sequence[Candidate]) -> list[Candidate]:
    """ "The agency reported, citing the ministry": the ministry says it, the agency relays it."""
    found, cited = [], set()
    for candidate in candidates:
        clause = _citing_clause(parse, outlets, candidate)
        if clause is not None:
            cited.add(clause.i)
            source = source_words(parse, _cited_of(parse, clause)[0], None)
            content = candidate.content - reach(clause)
            candidate = replace(candidate, source=source, relays=(candidate.source,), content=content, cited=True)
        found.append(candidate)
    return _without(found, {k: c.parent for k, c in enumerate(found) if c.head in cited or not c.content})


def _cited_of(parse: Parse, citing: Word) -> list[Word]:
    """Whom it cites: not what it cites, like a document named for its content only."""
    return [word for word in children(parse, citing.i, "dobj") if can_speak(parse, word)]


def _citing_clause(parse: Parse, outlets: Outlets, candidate: Candidate) -> Word | None:
    if not candidate.source or not is_outlet(parse, candidate.source, outlets):
        return None
    first, last = parse.sentences[parse.words[candidate.head].sentence]
    for word in parse.words[first:last]:
        citing = word.tag == "VBG" and word.lemma in load_words("citing") and word.dep in ("advcl", "acl")
        near = word.head == candidate.head or word.head in candidate.source or 0 < word.i - candidate.head <= _NEAR
        if citing and near and _cited_of(parse, word):
            return word
    return None


_NEAR = 4


def _passed_through(parse: Parse, outlets: Outlets, candidates: Sequence[Candidate]) -> list[Candidate]:
    """ "According to A, X said ..." and "X said ..., A reported": X is the source and A the relay."""
    found = list(candidates)
    dropped: dict[int, int | None] = {}
    for inner in candidates:
        outer = inner.parent
        if outer is not None and outer not in dropped and _only_passes_on(parse, outlets, found[outer], inner):
            dropped[outer] = found[outer].parent
    for k, inner in enumerate(candidates):
        if inner.parent in dropped and inner.source:
            outer_found = found[inner.parent]
            relays = (*outer_found.relays, outer_found.source, *inner.relays)
            found[k] = replace(inner, relays=relays, parent=outer_found.parent)
    return _without(found, dropped)


def _closing_relay(parse: Parse, candidates: Sequence[Candidate]) -> list[Candidate]:
    """ "X assured them that the dam held, according to Y": Y tells what X said."""
    found = list(candidates)
    dropped: dict[int, int | None] = {}
    for k, closing in enumerate(found):
        told = closing.parent
        if closing.rule != "according to" or told is None or told in dropped or not closing.source:
            continue
        outer, phrase = found[told], closing.cue | closing.source
        ends = max(phrase) + 2 >= parse.sentences[parse.words[closing.head].sentence][1]
        if ends and parse.words[min(phrase) - 1].text == "," and min(phrase) > max(outer.cue, default=0):
            kept = frozenset(i for i in outer.content if i < min(phrase))
            found[told] = replace(outer, content=kept, relays=(*outer.relays, closing.source))
            dropped[k] = told
    return _without(found, dropped)


def _cut_closing(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Take ", according to Y" from the end of what others say in the sentence: it is the reporter's."""
    phrases = [c.cue | c.source for c in candidates if c.rule == "according to" and c.source]
    found = []
    for candidate in candidates:
        content = candidate.content
        for phrase in phrases:
            if phrase < content and max(content) - max(phrase) <= 1 and candidate.head not in phrase:
                content = frozenset(i for i in content if i < min(phrase))
        found.append(replace(candidate, content=content) if content else candidate)
    return found


def _shared(parse: Parse, outlets: Outlets, candidates: Sequence[Candidate]) -> list[Candidate]:
    """ "The dam held, X said, A reported": two cues for one content; the outlet only passes it on."""
    found = list(candidates)
    dropped: dict[int, int | None] = {}
    for k, inner in enumerate(found):
        for outer in range(max(0, k - 2), min(len(found), k + 3)):
            if outer != k and inner.rule == "aside" and _reports_aside(parse, outlets, found[outer], inner):
                told = found[outer].source | found[outer].cue
                found[k] = replace(inner, relays=(found[outer].source,), content=inner.content - told)
                dropped[outer] = None
    return _without(found, dropped)


def _reports_aside(parse: Parse, outlets: Outlets, outer: Candidate, inner: Candidate) -> bool:
    """The outlet's cue stands at the end of what the aside holds, and they share the rest."""
    verb = parse.words[outer.head]
    outlet = verb.lemma in load_words("relay_verb") and bool(outer.source) and is_outlet(parse, outer.source, outlets)
    words = [i for i in inner.content if parse.words[i].pos != "PUNCT"]
    return outlet and outer.content <= inner.content and max(words, default=0) in outer.cue | outer.source


def _only_passes_on(parse: Parse, outlets: Outlets, outer: Candidate, inner: Candidate) -> bool:
    verb = parse.words[outer.head]
    named = bool(outer.source) and (
        parse.words[max(outer.source)].tag in ("NNP", "NNPS") or is_outlet(parse, outer.source, outlets)
    )
    poll = any(parse.words[i].lower in load_words("speech_noun") for i in outer.source)
    outlet = outer.cited or is_outlet(parse, outer.source, outlets)
    relayed = verb.lemma in load_words("relay_verb") and outlet
    reports = relayed or (outer.rule == "according to" and named and not poll)
    speech = relayed or "quotation" in verb_cue(parse.words[inner.head]).takes
    if not reports or not speech or not outer.source or not inner.source:
        return False
    told = inner.content | inner.source | inner.cue
    if relayed and _is_main(parse, inner, outer):
        told |= reach(parse.words[inner.head])
    return len(told & outer.content) >= _MOST_OF_IT * len(outer.content)


def _is_main(parse: Parse, inner: Candidate, outer: Candidate) -> bool:
    """The inner cue is the main verb of what the outer one reports, or leads to it as its state of mind."""
    first = min(outer.content)
    return not any(
        w.pos == "VERB" and w.i in outer.content and w.i not in inner.cue and w.left <= inner.head <= w.right
        for w in parse.words[first : max(outer.content) + 1]
    )


def _without(found: Sequence[Candidate], dropped: dict[int, int | None]) -> list[Candidate]:
    if not dropped:
        return list(found)
    kept = [k for k in range(len(found)) if k not in dropped]
    place = {k: n for n, k in enumerate(kept)}
    result = []
    for k in kept:
        parent = found[k].parent
        while parent is not None and parent in dropped:
            parent = dropped[parent]
        result.append(replace(found[k], parent=None if parent is None else place[parent]))
    return result
