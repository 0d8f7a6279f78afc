"""Two voices that tell of one deed of harm, each laying it at the other's door, with no word of accusing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from onrecord.accounts.asking import ask_about
from onrecord.accounts.contraries import addresses
from onrecord.accounts.propositions import Proposition
from onrecord.accounts.sayings import Collection, folded, make_member
from onrecord.accounts.telling import name_speakers
from onrecord.identity import thing_id
from onrecord.linking.groups import Groups
from onrecord.records import Discrepancy, Side

_HARM = re.compile(
    r"\b(?:hit|struck|strik\w+|shell(?:ed|ing)|fir(?:ed|ing)|attack\w*|bomb(?:ed|ing)|kill(?:ed|ing)|destroy\w*|sank|sunk"
    r"|ramm\w+|burn(?:ed|t)|shot|blew|blown|cross(?:ed|ing)|violat\w+|kidnap\w*|abduct\w*|poison\w*|sabotag\w*|damag\w+"
    r"|ambush\w*|mined|mining|invad\w+|provok\w+|broke|broken|began|started|opened)\b"
)
_MOST = 6
_COMMON = 30
_LEAST_SHARED = 2


def compare_blames(
    collection: Collection, propositions: Sequence[Proposition], told: frozenset[str]
) -> Iterator[Discrepancy]:
    """Yield who blames whom for one deed; `told` are marks that are already laid out."""
    blaming = [p for p in propositions if _blames(p)]
    pairs = [pair for pair in _meet(blaming) if _are_mirrored(*pair)]
    groups = Groups([one.saying.statement for pair in pairs for one in pair])
    for left, right in pairs:
        groups.join(left.saying.statement, right.saying.statement)
    together: dict[str, list[tuple[Proposition, Proposition]]] = defaultdict(list)
    for pair in pairs:
        together[groups.first(pair[0].saying.statement)].append(pair)
    for group in together.values():
        if not any(one.saying.attribution.id in told for pair in group for one in pair):
            yield _mutual(group)


def _blames(one: Proposition) -> bool:
    return one.mode == "fact" and one.sign > 0 and bool(_HARM.search(folded(one.words)))


def _meet(blaming: Sequence[Proposition]) -> list[tuple[Proposition, Proposition]]:
    holders: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(blaming):
        for family in one.families:
            holders[family].append(number)
    pairs = {pair for numbers in holders.values() if len(numbers) <= _COMMON for pair in combinations(numbers, 2)}
    return [(blaming[left], blaming[right]) for left, right in sorted(pairs)]


def _are_mirrored(left: Proposition, right: Proposition) -> bool:
    """True where each names the other or the other's country, and they share a deed and the thing it was done to."""
    one, other = left.saying, right.saying
    if one.actor == other.actor or one.statement == other.statement or (one.country and one.country == other.country):
        return False
    shared = left.families & right.families
    deeds = [family for family in shared if not family.startswith("=") and not family.isdigit()]
    return bool(deeds) and len(shared) >= _LEAST_SHARED and addresses(left, right) and addresses(right, left)


def _mutual(group: Sequence[tuple[Proposition, Proposition]]) -> Discrepancy:
    first = group[0][0].saying.actor
    ends = list({one.saying.attribution.id: one for pair in group for one in pair}.values())
    sides = [[one for one in ends if (one.saying.actor == first) == which] for which in (True, False)]
    return Discrepancy(
        id=thing_id("blame", "|".join(sorted(one.saying.attribution.id for one in ends))),
        kind="accusation",
        severity="high",
        question=ask_about("Who did it", group[0][0].words),
        sides=tuple(
            Side(
                label=name_speakers([side[0].saying]),
                members=tuple(make_member(one.saying, one.span) for one in side[:_MOST]),
            )
            for side in sides
        ),
        why="Each lays the same deed at the other's door.",
        reconciled_by=None,
        missing="Any account that is not from one of the two parties.",
        confidence=0.7,
        by="accounts blames",
    )
