"""Lays clauses that say opposite things against each other, one discrepancy for each thing that is in question."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from onrecord.accounts.asking import ask_about, ask_whether, quote_briefly
from onrecord.accounts.blames import compare_blames
from onrecord.accounts.changes import compare_changes
from onrecord.accounts.contraries import TOO_EARLY, Contrary, find_contraries
from onrecord.accounts.cues import fits
from onrecord.accounts.disowned import compare_disowned
from onrecord.accounts.opposites import find_family
from onrecord.accounts.propositions import Proposition, find_propositions
from onrecord.accounts.sayings import Collection, folded, is_before, make_member
from onrecord.accounts.telling import list_names, name_speakers
from onrecord.identity import thing_id
from onrecord.linking.groups import Groups
from onrecord.linking.wording import find_words
from onrecord.records import Considered, Discrepancy, DiscrepancyKind, Member, Side

_MOST = 6
_NAMED_DEED = re.compile(
    r"\b(?:the|an?|in|of|by|from|during|after)(?: \w+)? (?:shelling|bombardment|attacks?|ambush|firing|violation)\b"
)
_MOST_CONSIDERED = 100
_ALIKE = 0.5  # the share of the richer clause from which on a pair that was dropped is worth telling
_LABELS: Mapping[str, tuple[str, str]] = {
    "denial": ("says so", "denies it"),
    "accusation": ("says so", "denies it"),
    "opposition": ("for", "against"),
    "position": ("for", "against"),
}
_QUESTIONS: Mapping[str, str] = {
    "denial": "Is it so, or not",
    "accusation": "Who did it, if anybody",
    "opposition": "Who is for and who is against",
    "position": "For it, or against it",
}


def compare_propositions(
    collection: Collection, told: Sequence[Discrepancy]
) -> tuple[tuple[Discrepancy, ...], tuple[Considered, ...]]:
    """Return what voices say against each other that is not `told` yet, and the likeliest pairs that were dropped."""
    propositions = find_propositions(collection)
    found = tuple(find_contraries(collection, propositions))
    by_kind: dict[DiscrepancyKind, list[Contrary]] = defaultdict(list)
    for one in found:
        if one.why_not is None:
            by_kind[_kind_of(one)].append(one)
    members = [member for discrepancy in told for side in discrepancy.sides for member in side.members]
    groups = ((kind, group) for kind, pairs in by_kind.items() for group in _group(pairs))
    laid_out = tuple(_lay_out(collection, kind, group) for kind, group in groups if not _is_told(group, members))
    dropped = sorted((one for one in found if _is_worth_telling(one)), key=lambda one: -one.weight)
    laid_out += tuple(compare_changes(collection, propositions, _marks_of((*told, *laid_out), "position")))
    laid_out += tuple(compare_disowned(collection, _marks_of((*told, *laid_out), "denial")))
    laid_out += tuple(compare_blames(collection, propositions, _marks_of((*told, *laid_out), "accusation")))
    return laid_out, tuple(_consider(one) for one in dropped[:_MOST_CONSIDERED])


def _marks_of(told: Sequence[Discrepancy], kind: DiscrepancyKind) -> frozenset[str]:
    """Return the marks that discrepancies of a kind lay out."""
    of_kind = (found for found in told if found.kind == kind)
    return frozenset(m.mark for found in of_kind for side in found.sides for m in side.members if m.mark)


def _is_worth_telling(found: Contrary) -> bool:
    """True for a pair of two voices that was dropped although it is much alike; the order of days needs no telling."""
    two = found.positive.saying.actor != found.negative.saying.actor
    return two and found.why_not not in (None, TOO_EARLY) and found.most >= _ALIKE


def _kind_of(found: Contrary) -> DiscrepancyKind:
    one, other = found.positive, found.negative
    if one.saying.actor == other.saying.actor:
        return "position"
    if other.mode == "wish" and (one.mode == "wish" or one.offers):
        return "opposition"
    deeds = _NAMED_DEED.sub(" ", folded(one.words))
    return "accusation" if fits("contrasts", "hostile", deeds) else "denial"


def _group(pairs: Sequence[Contrary]) -> list[list[Contrary]]:
    """Return the pairs about one thing together: those that share an act of saying."""
    groups = Groups([one.saying.statement for pair in pairs for one in (pair.positive, pair.negative)])
    for pair in pairs:
        groups.join(pair.positive.saying.statement, pair.negative.saying.statement)
    by_first: dict[str, list[Contrary]] = defaultdict(list)
    for pair in pairs:
        by_first[groups.first(pair.positive.saying.statement)].append(pair)
    return list(by_first.values())


def _is_told(group: Sequence[Contrary], members: Sequence[Member]) -> bool:
    """True when a comparison has already laid out a clause of these."""
    ends = [one for pair in group for one in (pair.positive, pair.negative)]
    return any(_overlap(one, member) for one in ends for member in members)


def _overlap(one: Proposition, member: Member) -> bool:
    same = member.document == one.saying.document
    return same and member.span.start < one.span.end and one.span.start < member.span.end


def _lay_out(collection: Collection, kind: DiscrepancyKind, group: Sequence[Contrary]) -> Discrepancy:
    positive = {pair.positive.saying.attribution.id: pair.positive for pair in group}
    negative = {pair.negative.saying.attribution.id: pair.negative for pair in group}
    negative = {mark: one for mark, one in negative.items() if mark not in positive} or negative
    ends = (*positive.values(), *negative.values())
    texts = {collection.reports[one.saying.document].text_of for one in ends}
    matter = _name_matter(group)
    speakers = [name_speakers(one.saying for one in side.values()) for side in (positive, negative)]
    return Discrepancy(
        id=thing_id("proposition", "|".join(sorted(one.saying.attribution.id for one in ends))),
        kind=kind,
        severity="medium" if len(texts) > 1 else "low",
        question=_ask(kind, group),
        sides=tuple(
            _side(label, list(side.values())) for label, side in zip(_LABELS[kind], (positive, negative), strict=True)
        ),
        why=f"{speakers[0]} and {speakers[1]} say opposite things of one matter ({matter}): what the one says is so, "
        "or is to be, the other denies, or does not want.",
        reconciled_by=None,
        missing=_missing(kind, group),
        confidence=0.6,
        by="accounts opposing",
    )


def _missing(kind: DiscrepancyKind, group: Sequence[Contrary]) -> str | None:
    """Return what would help to decide; of one speaker, the order, where the days do not give it."""
    if kind == "opposition":
        return None
    if kind != "position":
        return "An account from neither of them."
    pairs = ((pair.positive.saying.said, pair.negative.saying.said) for pair in group)
    known = all(is_before(one, other) or is_before(other, one) for one, other in pairs)
    return None if known else "The day of each saying: which came first cannot be known."


def _name_matter(group: Sequence[Contrary]) -> str:
    """Return the words that the two sides share, as the first clause has them."""
    best = max(group, key=lambda pair: pair.weight)
    words = (w for w in find_words(best.positive.words) if {find_family(w), find_family(w.casefold())} & best.shared)
    return list_names(dict.fromkeys(words)) or quote_briefly(best.positive.words)


def _ask(kind: DiscrepancyKind, group: Sequence[Contrary]) -> str:
    """Return the question in the words of the likeliest pair: what the one side says is so, or is to be."""
    words = max(group, key=lambda pair: pair.weight).positive.words
    return ask_whether(words, is_charge=False) if kind == "denial" else ask_about(_QUESTIONS[kind], words)


def _side(label: str, ends: Sequence[Proposition]) -> Side:
    """Return at most six members, each speaker once before any speaker again."""
    turns: dict[str | None, int] = defaultdict(int)
    ranked: list[tuple[int, int, Proposition]] = []
    for one in ends:
        ranked.append((turns[one.saying.actor], len(ranked), one))
        turns[one.saying.actor] += 1
    chosen = sorted(ranked, key=lambda rank: rank[:2])[:_MOST]
    return Side(label=label, members=tuple(make_member(one.saying, one.span) for _, _, one in chosen))


def _consider(found: Contrary) -> Considered:
    one, other = found.positive, found.negative
    return Considered(
        id=thing_id("considered", f"{one.saying.attribution.id}|{one.span.start}|{other.saying.attribution.id}"),
        kind=_kind_of(found),
        left=make_member(one.saying, one.span),
        right=make_member(other.saying, other.span),
        why=f"{found.why_not} ({list_names(sorted(family.strip('=') for family in found.shared))})",
        by="accounts opposing",
    )
