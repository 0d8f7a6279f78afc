"""What two speakers say alike of the world: the same deed told by both, or that nothing is decided yet."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.accounts.attitudes import cut_clauses
from onrecord.accounts.contradictions import is_open
from onrecord.accounts.cues import fits
from onrecord.accounts.sayings import Collection, Saying, folded, has_voice, make_member
from onrecord.accounts.telling import name_speakers
from onrecord.identity import thing_id
from onrecord.linking.groups import Groups
from onrecord.linking.wording import content_stems, find_words
from onrecord.records import Agreement, Side

_MOST = 6
_COMMON = 60
_SHARE = 0.6
_LEAST_SHARED = 4
_LEAST_NAMES = 2
_LEAST_COMMON = 3
_LEAST_DEEDS = 2
_MANY_SHARED = 6
_ONE_REPORT = 500
_ROLES = (
    "president presidential vice nominee candidate minister ministry government director chairman chief head leader "
    "official spokesman spokeswoman senator governor mayor former democratic republican party"
)
_TOLD = frozenset({"assert", "estimate", "accuse", "criticise", "believe"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Claim:
    """A clause of a saying with its content words and its numbers."""

    saying: Saying
    stems: frozenset[str]
    numbers: frozenset[str]
    named: frozenset[str]


def find_corroborations(collection: Collection, told: frozenset[str]) -> Iterator[Agreement]:
    """Yield what two actors say alike; `told` are marks that stand in an agreement already."""
    claims = [claim for saying in collection.sayings() if _tells(saying) for claim in _cut(saying)]
    sayings = {claim.saying.attribution.id: claim.saying for claim in claims}
    stems: dict[str, frozenset[str]] = defaultdict(frozenset)
    for claim in claims:
        stems[claim.saying.attribution.id] |= claim.stems
    groups = Groups(sayings)
    for left, right in _alike(claims):
        groups.join(left.attribution.id, right.attribution.id)
    for members in groups.all():
        common = frozenset.intersection(*(stems[member] for member in members))
        if len(common) >= _LEAST_COMMON and len({sayings[m].actor for m in members}) > 1 and not told & set(members):
            agreement = _agreement(collection, [sayings[m] for m in members], f"the same ({', '.join(sorted(common))})")
            yield from [agreement] if agreement.independent_texts > 1 else []
    yield from _undecided(collection, told)


def _tells(saying: Saying) -> bool:
    attribution = saying.attribution
    plain = not (attribution.denial or attribution.negated or saying.in_title)
    return plain and attribution.act in _TOLD and has_voice(saying)


def _cut(saying: Saying) -> Iterator[_Claim]:
    for part in cut_clauses(saying.words):
        if is_open(part):
            continue
        words = find_words(part)
        small = content_stems(" ".join(word for word in words if word[:1].islower()))
        stems = content_stems(part)
        numbers = frozenset(word for word in words if word[0].isdigit())
        yield _Claim(saying=saying, stems=stems, numbers=numbers, named=stems - small)


def _alike(claims: Sequence[_Claim]) -> Iterator[tuple[Saying, Saying]]:
    users = Counter(stem for claim in claims for stem in claim.stems)
    weights = {stem: math.log((1 + len(claims)) / count) + 0.5 for stem, count in users.items()}
    holders: dict[str, list[int]] = defaultdict(list)
    for number, claim in enumerate(claims):
        held = (holders[stem] for stem in claim.stems if users[stem] <= _COMMON)
        for other, count in Counter(o for numbers in held for o in numbers).items():
            if count > 1 and _say_one_thing(claims[other], claim, weights):
                yield claims[other].saying, claim.saying
        for stem in claim.stems:
            holders[stem].append(number)


def _say_one_thing(left: _Claim, right: _Claim, weights: Mapping[str, float]) -> bool:
    """True when two actors share most of a clause, a name and two other words, and no number sets them apart."""
    one, other = left.saying, right.saying
    if one.statement == other.statement or left.numbers != right.numbers or _is_one_voice(one, other):
        return False
    if one.attribution.parent == other.attribution.id or other.attribution.parent == one.attribution.id:
        return False
    shared = left.stems & right.stems
    deeds = shared - left.named - right.named - content_stems(_ROLES)
    enough = _LEAST_DEEDS if len(shared) < _MANY_SHARED else 1
    if len(shared) < _LEAST_SHARED or not (shared & left.named) or len(deeds) < enough:
        return False
    smaller = min(left.stems, right.stems, key=len)
    return sum(weights[s] for s in shared) >= _SHARE * sum(weights[s] for s in smaller)


def _is_one_voice(left: Saying, right: Saying) -> bool:
    """True for one actor, for two who speak for one country, and for a name that holds the other."""
    words = [content_stems(saying.speaker or "") for saying in (left, right)]
    same_country = left.country is not None and left.country == right.country
    return left.actor == right.actor or same_country or words[0] <= words[1] or words[1] <= words[0]


def _undecided(collection: Collection, told: frozenset[str]) -> Iterator[Agreement]:
    """Yield those who say that nothing is decided of one matter: side by side, or with a word and names in common."""
    found = [s for s in collection.sayings() if _leaves_open(s) and s.attribution.id not in told]
    sayings = {saying.attribution.id: saying for saying in found}
    groups = Groups(sayings)
    holders: dict[str, list[Saying]] = defaultdict(list)
    for saying in found:
        stems = _matter(saying)
        for other in (other for stem in stems for other in holders[stem][-_COMMON:]):
            if _share_names(collection, saying, other):
                groups.join(saying.attribution.id, other.attribution.id)
        for stem in stems:
            holders[stem].append(saying)
    for left, right in pairwise(found):
        if left.document == right.document and right.start - left.start < _ONE_REPORT:
            groups.join(left.attribution.id, right.attribution.id)
    for members in groups.all():
        if len({sayings[member].actor for member in members}) > 1:
            yield _agreement(collection, [sayings[member] for member in members], "that nothing is decided")


def _leaves_open(saying: Saying) -> bool:
    is_said = not saying.in_title and has_voice(saying)
    return is_said and fits("contrasts", "undecided", folded(saying.words))


def _matter(saying: Saying) -> frozenset[str]:
    return content_stems(saying.words) - content_stems("no final decision decided taken made reached been yet")


def _share_names(collection: Collection, left: Saying, right: Saying) -> bool:
    names = (collection.reports[saying.document].names for saying in (left, right))
    return len(frozenset.intersection(*names)) >= _LEAST_NAMES


def _agreement(collection: Collection, told: Sequence[Saying], what: str) -> Agreement:
    by_actor: dict[str | None, list[Saying]] = defaultdict(list)
    for saying in told:
        by_actor[saying.actor].append(saying)
    texts = {collection.reports[saying.document].text_of for saying in told}
    return Agreement(
        id=thing_id("agreement", "|".join(sorted(saying.attribution.id for saying in told))),
        sides=tuple(
            Side(label=said[0].speaker or "unnamed", members=tuple(make_member(s) for s in said[:_MOST]))
            for said in by_actor.values()
        ),
        reports=len({saying.document for saying in told}),
        independent_texts=min(len(texts), len(by_actor)),
        why=f"{name_speakers(told)} each say {what}.",
        by="accounts corroborations",
    )
