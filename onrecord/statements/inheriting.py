"""Lends a relay that is named once to what the same speaker says around it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from onrecord.language import Parse
from onrecord.statements.candidates import NONE, Candidate
from onrecord.statements.frames import Bearer
from onrecord.statements.letters import follow_letters, is_same_place
from onrecord.statements.lexicon import load_words
from onrecord.statements.outlets import is_address
from onrecord.statements.threads import (
    describes,
    holds_office,
    is_closed,
    is_pronoun,
    is_recalled,
    is_stamped,
    is_within,
    may_mean,
    names_of,
    paragraphs_between,
)

_FAR = 20
_NEAR = 1
_NO_SPEECH = frozenset(
    ("noun", "ownerless noun", "infinitive", "adjective", "noun is", "passive", "light verb", "headline")
)
_LOOSE = ("noun", "ownerless noun", "headline")


@dataclass(frozen=True, slots=True)
class _Lender:
    """A relay on offer: the statement it was named for, the names of its speaker, where it was last used.

    `back`: lent to what stands before; `near`: within the sentence only; `broken`: somebody else has spoken since.
    """

    first: Candidate
    names: frozenset[str]
    at: Candidate
    back: bool = False
    near: bool = False
    broken: bool = False


@dataclass(frozen=True, slots=True)
class _Report:
    """What lending needs to know of a report: who speaks where, which statements name a relay, how far one lends."""

    parse: Parse
    names: Sequence[frozenset[str]]
    named: frozenset[int]
    far: int


def inherit_relays(parse: Parse, bearers: dict[int, list[Bearer]], candidates: Sequence[Candidate]) -> list[Candidate]:
    """Lend a relay to what the same speaker says right before or after it.

    Where the whole report rests on one relay, it is lent to that speaker further away too; never to a sentence that
    opens with another time, nor to one that is hedged or has an occasion of its own.
    """
    found = follow_letters(parse, bearers, candidates)
    chains = {_words(parse, c.relays) for c in found if c.relays}
    if not chains:
        return found
    named = frozenset(k for k, candidate in enumerate(found) if candidate.relays)
    report = _Report(parse, _speaker_names(parse, found), named, _FAR if len(chains) == 1 else _NEAR)
    _lend(report, found, range(len(found)))
    _lend(report, found, range(len(found) - 1, -1, -1))
    return found


def _words(parse: Parse, relays: Iterable[Iterable[int]]) -> frozenset[str]:
    return frozenset(parse.words[i].lower for relay in relays for i in relay if _proper(parse, i))


def _proper(parse: Parse, i: int) -> bool:
    return parse.words[i].tag in ("NNP", "NNPS") or is_address(parse.words[i].text)


def _speaker_names(parse: Parse, found: Sequence[Candidate]) -> list[frozenset[str]]:
    """The names of every speaker; a pronoun has those of the speaker before."""
    names: list[frozenset[str]] = []
    before: frozenset[str] = NONE_NAMED
    for candidate in found:
        own = names_of(parse, candidate)
        if candidate.parent is not None:
            names.append(own)
            continue
        pronoun = bool(candidate.source) and is_pronoun(parse, candidate)
        if pronoun:
            named = _named_before(parse, min(candidate.source))
            before = before if named & before else named or before
        before = before if pronoun or describes(parse, candidate) else own
        names.append(before if pronoun else own)
    return names


def _named_before(parse: Parse, i: int) -> frozenset[str]:
    """The name that a pronoun can stand for: that of the subject before it in its paragraph."""
    first = max(start for start, last in parse.paragraphs if start <= i < last)
    for word in reversed(parse.words[first:i]):
        if word.dep in ("nsubj", "nsubjpass", "appos") and _proper(parse, word.i):
            return frozenset(w.lower for w in parse.words[word.left : word.right + 1] if _proper(parse, w.i))
    return NONE_NAMED


NONE_NAMED: frozenset[str] = frozenset()


def _lend(report: _Report, found: list[Candidate], order: range) -> None:
    lender: _Lender | None = None
    for k in order:
        candidate = found[k]
        if candidate.parent is not None and found[candidate.parent].source and not candidate.relays:
            continue
        if lender is not None and k in report.named and _stands_aside(candidate, lender):
            continue
        if k in report.named:
            lender = _open(report, lender, candidate, k, order.step < 0)
        elif lender is not None and not candidate.relays:
            if _may_inherit(report, candidate, report.names[k], lender):
                found[k] = replace(candidate, relays=lender.first.relays, inherited=True)
                lender = replace(lender, at=candidate, broken=False)
            elif candidate.source and not candidate.source & NONE.union(*lender.first.relays):
                lender = replace(lender, broken=True)


def _stands_aside(candidate: Candidate, lender: _Lender) -> bool:
    """The one who told what was lent, or what is nested while another speaks: the first speaker may go on."""
    return bool(candidate.source & NONE.union(*lender.first.relays)) or candidate.parent is not None


def _open(report: _Report, lender: _Lender | None, candidate: Candidate, k: int, back: bool) -> _Lender:
    """Start to lend a relay; a speaker named for the same relay before keeps the name."""
    parse = report.parse
    same = lender is not None and _words(parse, lender.first.relays) == _words(parse, candidate.relays)
    known = report.names[k] | (lender.names if lender is not None and same else NONE_NAMED)
    return _Lender(candidate, known, candidate, back, back and not _points_back(parse, candidate))


def _points_back(parse: Parse, candidate: Candidate) -> bool:
    """ "She spoke about this in an interview": what was told before came the same way."""
    short = len(candidate.content) <= 2
    return short and any(parse.words[i].lower in ("this", "it", "that") for i in candidate.content)


def _may_inherit(report: _Report, candidate: Candidate, names: frozenset[str], lender: _Lender) -> bool:
    parse, first = report.parse, lender.first
    apart = paragraphs_between(parse, candidate.head, lender.at.head)
    another = parse.words[candidate.head].sentence != parse.words[lender.at.head].sentence
    if (lender.near and another) or not candidate.source or is_closed(parse, candidate):
        return False
    if is_stamped(parse, candidate, lender.at) or is_stamped(parse, lender.at, candidate):
        return False
    itself = _words(parse, [candidate.source]) & _words(parse, first.relays)
    if itself or candidate.source & NONE.union(*first.relays):
        return False
    if candidate.source == lender.at.source:
        return True
    if not lender.back and _holds_still(parse, first, candidate):
        return True
    next_to = candidate.source and 0 <= _sentences_between(parse, lender.at, candidate) <= 1 and apart == 0
    if candidate.rule in _NO_SPEECH and (lender.back or not next_to or candidate.rule in _LOOSE):
        return False
    return _is_same_speaker(report, candidate, names, lender, apart)


def _sentences_between(parse: Parse, first: Candidate, later: Candidate) -> int:
    return parse.words[later.head].sentence - parse.words[first.head].sentence


def _holds_still(parse: Parse, first: Candidate, candidate: Candidate) -> bool:
    """The nameless one speaks again, the letter is read on, or the place is the same."""
    return is_recalled(parse, first, candidate) or is_within(parse, first, candidate) or is_same_place(parse, candidate)


def _is_same_speaker(report: _Report, candidate: Candidate, names: frozenset[str], lender: _Lender, apart: int) -> bool:
    parse, alone = report.parse, report.far == _FAR
    if describes(parse, candidate):
        near = apart <= (2 * _NEAR if alone else 0)
        return near and not lender.broken and holds_office(parse, candidate, lender.names)
    pronoun = is_pronoun(parse, candidate)
    if pronoun and (apart > _NEAR or (lender.broken and not alone)):
        return False
    if pronoun and not lender.back and not lender.names:
        return not lender.broken and may_mean(parse, candidate, lender.first, lender.at)
    titles = load_words("speaker")
    shared = (names & lender.names) - titles
    return bool(shared) and names - titles <= lender.names and apart <= report.far
