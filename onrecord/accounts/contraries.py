"""What two voices say of one thing, the one that it is so, or is to be, the other that it is not."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from onrecord.accounts.opposites import find_family
from onrecord.accounts.propositions import Proposition
from onrecord.accounts.sayings import Collection, folded, is_before
from onrecord.accounts.scenes import Scenes, read_scenes
from onrecord.linking.peoples import country_root
from onrecord.linking.wording import find_words

_COMMON = 30  # a word in more clauses than this finds none of them; it still counts once another has
_COUNTRY = 0.2  # what the name of a country weighs: a story of states names them everywhere
_LEAST_NAMES = 2
_ONE_SCENE = 0.13
_LIMITED = re.compile(r"\b(?:since then|after that|turn\w* (?:out|up|down|away))\b")
_ASIDE = re.compile(r",? (?:which|who|whose|where) ")
_FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had|do|does|did|will|\w{2,}ed|\w+n't)\b")
ONE_WORD = "one word ties them"
TOO_EARLY = "it was denied before it was said"
_LEAST_CLAUSES = 400  # a small collection cannot tell which words are rare: they are weighed as in a story of fifty


@dataclass(frozen=True, slots=True, kw_only=True)
class Contrary:
    """Two clauses that say opposite things, what they share, its weight, and its share of the poorer and the richer.

    `why_not` is why they are not laid against each other; None where they are.
    """

    positive: Proposition
    negative: Proposition
    shared: frozenset[str]
    weight: float
    least: float
    most: float
    why_not: str | None = None


def find_contraries(collection: Collection, propositions: Sequence[Proposition]) -> Iterator[Contrary]:
    """Yield clauses of opposite sense that share words, found through an index of their rarer words."""
    weights = _weigh(collection, propositions)
    roots = frozenset(f"={root}" for root in collection.countries)
    scenes = read_scenes(collection)
    for left, right in _meet(propositions):
        if not _can_meet(left, right) or not are_opposed(left, right):
            continue
        positive, negative = (left, right) if right.sign < 0 else (right, left)
        shared = left.families & right.families
        weight = sum(weights[family] for family in shared)
        shares = sorted(weight / sum(weights[family] for family in one.families) for one in (left, right))
        found = Contrary(
            positive=positive, negative=negative, shared=shared, weight=weight, least=shares[0], most=shares[1]
        )
        yield _judged(found, _Ground(collection=collection, names=shared - roots, scenes=scenes))


def _weigh(collection: Collection, propositions: Sequence[Proposition]) -> dict[str, float]:
    """Return how telling each family is: the fewer voices and texts use it, the more; names of countries hardly."""
    users: dict[str, set[tuple[str, str | None]]] = defaultdict(set)
    for one in propositions:
        for family in one.families:
            users[family].add((collection.reports[one.saying.document].text_of, one.saying.actor))
    countries = {f"={root}" for root in collection.countries} | {find_family(c) for c in collection.countries.values()}
    return {
        family: math.log(1 + max(len(propositions), _LEAST_CLAUSES) / len(held))
        * (_COUNTRY if family in countries else 1)
        for family, held in users.items()
    }


def _meet(propositions: Sequence[Proposition]) -> list[tuple[Proposition, Proposition]]:
    """Return the pairs of clauses that share a word which is not everywhere."""
    holders: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(propositions):
        for family in one.families:
            holders[family].append(number)
    pairs = {pair for numbers in holders.values() if len(numbers) <= _COMMON for pair in combinations(numbers, 2)}
    return [(propositions[left], propositions[right]) for left, right in sorted(pairs)]


def _can_meet(left: Proposition, right: Proposition) -> bool:
    """True for two tellings of two statements, neither inside the other, that speak in one mode or nearly so."""
    one, other = left.saying, right.saying
    if one.statement == other.statement:
        return False
    if {left.mode, right.mode} == {"fact", "wish"} and not _meets_offer(left, right):
        return False
    if one.document != other.document:
        return True
    apart = left.span.end <= right.span.start or right.span.end <= left.span.start
    return apart and one.attribution.id != other.attribution.parent and other.attribution.id != one.attribution.parent


def _meets_offer(left: Proposition, right: Proposition) -> bool:
    """True where the one tells that something was offered, or asked for, and the other rejects it."""
    return (left.offers and right.plain_act and right.sign < 0) or (right.offers and left.plain_act and left.sign < 0)


def are_opposed(left: Proposition, right: Proposition) -> bool:
    """True when what the one says is so, or wants, is what the other denies, or does not want."""
    sign = left.sign * right.sign
    wish = left.mode == right.mode == "wish"
    if "open" in (left.mode, right.mode):
        return sign < 0 or (sign > 0 and _are_ends(left, right))
    for one, other in ((left, right), (right, left)):
        for family, end in one.ends:
            both = family in one.heads and family in other.heads
            if both or (wish and family == one.operator and family not in other.families):
                sign *= end
    return sign < 0


def _are_ends(left: Proposition, right: Proposition) -> bool:
    """True where one thing is said to be this, and the opposite of it: the water safe, and the water poisoned."""
    ends = dict(right.ends)
    opposite = {family for family, end in left.ends if ends.get(family, end) != end}
    both = (left.heads & right.heads) - opposite
    return bool(opposite & left.heads & right.heads) and any(not family.startswith("=") for family in both)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ground:
    """Where two clauses stand, and the families that they share besides those of countries."""

    collection: Collection
    names: frozenset[str]
    scenes: Scenes


def _judged(found: Contrary, ground: _Ground) -> Contrary:
    why_not = _find_why_not(found, ground)
    if why_not == ONE_WORD and _is_of_one_scene(found, ground.scenes):
        why_not = None
    names = (_names_of(ground.collection, one) for one in (found.positive, found.negative)) if not why_not else ()
    if not why_not and len(frozenset.intersection(*names)) < _LEAST_NAMES:
        why_not = "their reports share no two names"
    return Contrary(
        positive=found.positive,
        negative=found.negative,
        shared=found.shared,
        weight=found.weight,
        least=found.least,
        most=found.most,
        why_not=why_not,
    )


def _find_why_not(found: Contrary, ground: _Ground) -> str | None:
    """Return why two clauses are no two answers to one question."""
    content = frozenset(f for f in found.shared if not f.startswith("=") and not f.isdigit())
    one, other = found.positive, found.negative
    if not content:
        return "they share nothing but names and numbers"
    if _takes_up(found):
        return None
    if other.denied and not other.denied & (content | frozenset(f for f in found.shared if f.isdigit())):
        return "what they share is not what the one denies"
    if one.mode == other.mode == "wish" and not one.heads & other.heads:
        return "what they want done is not the same thing"
    if "wish" in (one.mode, other.mode) and not (one.heads & other.families and other.heads & one.families):
        return "what they want done is not the same thing"
    if one.saying.actor == other.saying.actor:
        return _why_no_change(found)
    if _is_nobody(one) or _is_nobody(other):
        return "who speaks is not known well enough to be somebody else"
    return _why_no_denial(found, frozenset(f for f in ground.names if f.startswith("=")))


def _is_of_one_scene(found: Contrary, scenes: Scenes) -> bool:
    """True where the one word is all that one of the two says, and the reports tell of it in the same rare words."""
    one, other = found.positive, found.negative
    if found.most < 0.99 or found.least < 0.18 or not found.shared & other.denied:
        return False
    words = [folded(end.words) for end in (one, other)]
    if any(_LIMITED.search(told) or not _FINITE.search(_ASIDE.split(told)[0]) for told in words):
        return False
    return scenes.share((one.saying.document, one.span), (other.saying.document, other.span)) >= _ONE_SCENE


def _takes_up(found: Contrary) -> bool:
    """True for a denial that names the one who made the claim: "the lorries of which Mr Brandt spoke were empty"."""
    one, other = found.positive, found.negative
    denies = other.saying.attribution.denial and one.mode == other.mode == "fact"
    near = one.saying.document == other.saying.document and one.span.start < other.span.start
    return denies and near and found.weight >= 5 and bool(_own_names(one) & other.families)


def _is_one_thing(found: Contrary) -> bool:
    """True where the one asks for a thing, the other rejects it, and neither says much besides."""
    bare = all(one.plain_act and one.is_thing for one in (found.positive, found.negative))
    return bare and found.most >= 0.99 and found.least >= 0.4 and found.weight >= 4


def _is_one_wish(found: Contrary, *, near: bool, close: bool) -> bool:
    """True where what the one wants is all that the other speaks of, and rejects: "there is nothing to talk about"."""
    one, other = found.positive, found.negative
    if not one.mode == other.mode == "wish":
        return False
    bare = one.plain_act and other.plain_act and close and found.least >= 0.4
    whole = near and bool(found.shared & one.heads & other.heads) and found.most >= 0.99
    return bare or (whole and found.least >= 0.2)


def _answers_for_itself(found: Contrary) -> bool:
    """True for a denial by those of whom the claim tells: that the envoys took the papers, and that they got none."""
    one, other = found.positive, found.negative
    heads = found.shared & one.heads & other.denied
    return other.saying.attribution.denial and addresses(one, other) and bool(heads) and found.weight >= 4


def _why_no_change(found: Contrary) -> str | None:
    one, other = found.positive, found.negative
    if one.saying.document == other.saying.document or not one.mode == other.mode == "wish":
        return "one speaker, and no wish of two reports"
    if len(found.shared) > 1 and found.most >= 0.5 and found.least >= 0.2 and found.weight >= 5:
        return None
    return "one speaker, and too little in common"


def _why_no_denial(found: Contrary, names: frozenset[str]) -> str | None:
    one, other = found.positive, found.negative
    near = one.saying.document == other.saying.document
    close = near or addresses(one, other) or addresses(other, one)
    modes = {one.mode, other.mode}
    if "wish" not in modes and one.sign != other.sign and is_before(other.saying.said, one.saying.said):
        return TOO_EARLY
    if "wish" not in modes and one.of_self and other.of_self and not (close and not near):
        return "each speaks of what it did itself"
    if "wish" not in modes and not (close or names) and ("open" in modes or other.of_self):
        return "nothing but a general word ties them"
    if modes == {"wish", "open"} and not near:
        return "the one wants, the other tells"
    if modes == {"fact", "open"} and found.least < 0.4:
        return "the one speaks of what was, the other of what is"
    if _is_one_thing(found) or _is_one_wish(found, near=near, close=close):
        return None
    if not near and "wish" in modes and len(found.shared) == 1:
        return "one word ties two reports"
    if _answers_for_itself(found):
        return None
    if len(found.shared) == 1 and not (close and found.most >= 0.6 and found.least >= 0.3):
        return ONE_WORD
    return None if _has_enough(found, close=close, named=bool(names)) else "too little in common"


def _has_enough(found: Contrary, *, close: bool, named: bool) -> bool:
    if found.most >= 0.99 and found.least >= 0.15 and found.weight >= 5:
        return True
    if found.most >= (0.45 if named else 0.5) and found.least >= 0.25 and found.weight >= 7:
        return True
    return close and found.most >= 0.5 and found.least >= 0.2 and found.weight >= 5


def _is_nobody(one: Proposition) -> bool:
    """True for "the candidate": a description of one word may be of whoever else speaks in the report."""
    words = find_words(one.saying.speaker or "")
    return not any(word[:1].isupper() for word in words) and len(words) <= 2 and one.saying.country is None


def addresses(claim: Proposition, answer: Proposition) -> bool:
    """True when a clause names the one who speaks in the other, or his country."""
    country = answer.saying.country
    return bool((_own_names(answer) | ({find_family(country)} if country else set())) & claim.families)


def _own_names(one: Proposition) -> set[str]:
    """Return the names of a speaker: of a person the surname alone, since many share the first."""
    names = [word for word in find_words(one.saying.speaker or "") if word[:1].isupper()]
    return {find_family(word) for word in (names[-1:] if one.saying.kind == "person" else names)}


def _names_of(collection: Collection, one: Proposition) -> frozenset[str]:
    """Return the names in a report, and the countries that it names in any form."""
    report = collection.reports[one.saying.document]
    countries = (country_root(word) for word in find_words(report.document.text) if word[:1].isupper())
    return report.names.union(*(roots for _, roots in report.named)) | (collection.countries.keys() & set(countries))
