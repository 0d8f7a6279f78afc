"""Tells whether what is said not to be so was said to be so before, by somebody else in the same report.

"The yard sank the boat," the owner said. "Nobody sank it," the yard replied: the second answers the first, since it
negates what the first affirms. A negation that nobody has given occasion for is seldom a denial.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.language import Parse, Word
from onrecord.statements.candidates import Candidate
from onrecord.statements.grammar.trees import children
from onrecord.statements.lexicon import load_words

_REACH = 100  # words: an answer stands near what it answers
_TELLING = ("NOUN", "VERB", "ADJ")
_SHORT = 2  # the idea
_NEAR = 40  # words: a bare "the idea" takes up what was said last
_THINGS = ("dobj", "attr", "nsubjpass", "acomp")


@dataclass(frozen=True, slots=True)
class Claim:
    """What somebody said before: where it begins, the words that name the speaker, and the words that tell it."""

    start: int
    source: frozenset[str]
    words: frozenset[str]


Claims = Sequence[Claim]


def gather_claims(parse: Parse, candidates: Sequence[Candidate]) -> tuple[Claim, ...]:
    """Return what is claimed, asked or reported in a report, in the order of the text."""
    claims = (_read_claim(parse, candidate) for candidate in candidates if candidate.content)
    return tuple(sorted(claims, key=lambda claim: claim.start))


def _read_claim(parse: Parse, candidate: Candidate) -> Claim:
    words = (parse.words[i] for i in (*candidate.content, candidate.head))
    return Claim(
        start=min(candidate.content),
        source=_name(parse, candidate),
        words=frozenset(word.lemma for word in words if word.pos in _TELLING),
    )


def _name(parse: Parse, candidate: Candidate) -> frozenset[str]:
    """The names in a source, without a name its nouns: "Osk" of "the mayor of Osk", "rower" of "a rower"."""
    words = [parse.words[i] for i in candidate.source]
    names = frozenset(word.lower for word in words if word.pos == "PROPN")
    return names or frozenset(word.lower for word in words if word.pos == "NOUN")


def is_contested(parse: Parse, claims: Claims, candidate: Candidate, verb: Word, thing: Word | None) -> bool:
    """Tell whether the deed or the thing that is negated stands in what somebody else said before."""
    negated = {verb.lemma} if thing is None else {verb.lemma, thing.lemma}
    negated |= {one.lemma for one in children(parse, verb.i, *_THINGS) if one.pos in _TELLING}
    negated -= load_words("plain_verb")
    start = min(candidate.content)
    own = _name(parse, candidate)
    before = (claim for claim in claims if start - _REACH <= claim.start < start and not claim.source & own)
    return bool(negated) and any(claim.words & negated for claim in before)


def answers_suspicion(parse: Parse, claims: Claims, candidate: Candidate) -> bool:
    """ "The neighbours suspect arson; the chief rejected the idea": a bare idea is what somebody has just alleged."""
    words = [parse.words[i] for i in sorted(candidate.content) if parse.words[i].text[0].isalnum()]
    if len(words) > _SHORT or not words or words[-1].lemma not in load_words("bare_idea"):
        return False
    if len(words) == _SHORT and words[0].lower not in load_words("pointing") | {"the", "any"}:
        return False
    start, own = words[0].i, _name(parse, candidate)
    before = (claim for claim in claims if start - _NEAR <= claim.start < start and not claim.source & own)
    return any(claim.words & load_words("suspecting") for claim in before)
