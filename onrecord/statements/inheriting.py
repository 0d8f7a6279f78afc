"""Lends a relay that is named once to what the same speaker says around it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from onrecord.language import Parse, Word
from onrecord.statements.candidates import NONE, Candidate
from onrecord.statements.lexicon import load_words
from onrecord.statements.outlets import is_address
from onrecord.statements.voices import head_of, is_person_noun

_FAR = 20
_NEAR = 1
_PROPER = ("NNP", "NNPS")
_NO_SPEECH = frozenset(
    ("noun", "ownerless noun", "infinitive", "adjective", "noun is", "passive", "light verb", "headline")
)


@dataclass(frozen=True, slots=True)
class _Lender:
    """A relay on offer: its chain, the names and titles of the speaker it is for, and where it was last used.

    `near` lends within the paragraph only.
    """

    relays: tuple[frozenset[int], ...]
    names: frozenset[str]
    at: int
    near: bool = False


def inherit_relays(parse: Parse, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Lend a relay to what the same speaker says right before or after it.

    Where the whole report rests on one relay, it is lent to that speaker further away too; never to a sentence that
    opens with another time, nor to one that is hedged.
    """
    found = list(candidates)
    chains = {_words(parse, c.relays) for c in found if c.relays}
    if not chains:
        return found
    far = _FAR if len(chains) == 1 else _NEAR
    names = _speaker_names(parse, found)
    _lend(parse, found, names, range(len(found)), far)
    _lend(parse, found, names, range(len(found) - 1, -1, -1), far)
    return found


def _words(parse: Parse, relays: Iterable[Iterable[int]]) -> frozenset[str]:
    return frozenset(parse.words[i].lower for relay in relays for i in relay if _proper(parse, i))


def _proper(parse: Parse, i: int) -> bool:
    return parse.words[i].tag in _PROPER or is_address(parse.words[i].text)


def _speaker_names(parse: Parse, found: Sequence[Candidate]) -> list[frozenset[str]]:
    """The names of every speaker; a pronoun has those of the speaker before."""
    names: list[frozenset[str]] = []
    before: frozenset[str] = NONE_NAMED
    for candidate in found:
        own = _names(parse, candidate)
        if candidate.parent is not None:
            names.append(own)
            continue
        pronoun = bool(candidate.source) and _is_pronoun(parse, candidate)
        if pronoun:
            named = _named_before(parse, min(candidate.source))
            before = before if named & before else named or before
        before = before if pronoun or _describes(parse, candidate) else own
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


def _lend(parse: Parse, found: list[Candidate], names: Sequence[frozenset[str]], order: range, far: int) -> None:
    back = order.step < 0
    lender: _Lender | None = None
    for k in order:
        candidate = found[k]
        if candidate.parent is not None:
            continue
        if candidate.relays and not candidate.inherited:
            same = lender is not None and _words(parse, lender.relays) == _words(parse, candidate.relays)
            known = names[k] | (lender.names if lender is not None and same else NONE_NAMED)
            lender = _Lender(candidate.relays, known, candidate.head, back and not _points_back(parse, candidate))
        elif lender is not None and not candidate.relays and _may_inherit(parse, candidate, names[k], lender, far):
            found[k] = replace(candidate, relays=lender.relays, inherited=True)
            lender = replace(lender, at=candidate.head)


def _points_back(parse: Parse, candidate: Candidate) -> bool:
    """ "She spoke about this in an interview": what was told before came the same way."""
    short = len(candidate.content) <= 2
    return short and any(parse.words[i].lower in ("this", "it", "that") for i in candidate.content)


def _may_inherit(parse: Parse, candidate: Candidate, names: frozenset[str], lender: _Lender, far: int) -> bool:
    apart = _paragraphs_between(parse, candidate.head, lender.at)
    if lender.near and apart:
        return False
    barred = candidate.rule in _NO_SPEECH or not candidate.source or _is_hedged(parse, candidate)
    itself = _words(parse, [candidate.source]) & _words(parse, lender.relays)
    if barred or itself or _dated(parse, candidate) or candidate.source & NONE.union(*lender.relays):
        return False
    if _describes(parse, candidate):
        return apart <= (_NEAR if far == _FAR else 0) * 2
    if _is_pronoun(parse, candidate) and apart > _NEAR:
        return False
    titles = load_words("speaker")
    shared = (names & lender.names) - titles
    return bool(shared) and names - titles <= lender.names and apart <= far


def _is_hedged(parse: Parse, candidate: Candidate) -> bool:
    return any(parse.words[i].lower in load_words("hedge") for i in (*candidate.cue, *parse.children[candidate.head]))


def _is_pronoun(parse: Parse, candidate: Candidate) -> bool:
    return all(parse.words[i].lower in load_words("pronoun") for i in candidate.source)


def _describes(parse: Parse, candidate: Candidate) -> bool:
    """A speaker named by office alone: "the minister", "the head of the Dornish state"."""
    words = [parse.words[i] for i in sorted(candidate.source)]
    title = next((k for k, word in enumerate(words) if word.lower in load_words("speaker")), None)
    if title is None or any(word.text == "," for word in words) or not _heads(parse, candidate, words[title]):
        return False
    after = words[title + 1 :]
    return not after or (after[0].lower in ("of", "for") and sum(word.tag in _PROPER for word in after) <= 2)


def _heads(parse: Parse, candidate: Candidate, title: Word) -> bool:
    singular = title.tag in ("NN", "NNP") and is_person_noun(title)
    return singular and head_of(parse, candidate.source).i == title.i


def _paragraphs_between(parse: Parse, a: int, b: int) -> int:
    """Count the line breaks between two cues; blank lines count once."""
    low, high = sorted((parse.words[a].start, parse.words[b].start))
    return sum(1 for line in parse.text[low:high].split("\n")[1:] if line.strip())


def _names(parse: Parse, candidate: Candidate) -> frozenset[str]:
    named = (parse.words[i] for i in candidate.source)
    return frozenset(word.lower for word in named if word.tag in _PROPER and word.dep != "poss")


def _dated(parse: Parse, candidate: Candidate) -> bool:
    """A sentence that opens with its own time tells of another occasion."""
    first, last = parse.sentences[parse.words[candidate.head].sentence]
    opening = parse.words[first : min(first + 3, last)]
    return any(word.lower in load_words("earlier") | load_words("time") for word in opening)
