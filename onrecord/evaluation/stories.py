"""Scores the accounts of a story against gold: discrepancies, agreements, positions, copies, and what is silent.

Gold is one JSON object: `discrepancies`, `agreements`, `positions`, `copies`, `not_conflicts`. Their members name
a report by the stem of its file (or the id of its row) and carry the exact words; a member is hit when a found one of
the same report overlaps those words. Definitions stand at each function.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from onrecord.records import Agreement, Discrepancy, Member, Position, Side, Span, Story

Gold = Mapping[str, Any]  # the JSON as it was read
Told = Mapping[str, Gold]  # the members that gold names by an id alone
_GAP = " [...] "


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many of those found are right, and how many of the gold were found; one found may be several of the gold."""

    what: str
    right: int
    found: int
    met: int
    gold: int

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 0 where nothing was found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of the gold that was found; 0 where there is no gold."""
        return self.met / self.gold if self.gold else 0.0


@dataclass(frozen=True, slots=True)
class _Texts:
    """The texts of a story by what the gold calls its reports, and those names by document id."""

    by_name: Mapping[str, str]
    names: Mapping[str, str]


def score_story(story: Story, gold: Gold, told: Told | None = None) -> tuple[Tally, ...]:
    """Return the tallies of a story against its gold; `told` holds the members that gold names by an id alone."""
    names = {document.id: name_report(document.uri) for document in story.documents}
    texts = _Texts({names[document.id]: document.text for document in story.documents}, names)
    found = story.accounts.discrepancies
    return (
        _tally_discrepancies("discrepancies", found, gold["discrepancies"], texts, True),
        _tally_discrepancies("discrepancies, any kind", found, gold["discrepancies"], texts, False),
        _tally_agreements(story.accounts.agreements, [_members(one, told or {}) for one in gold["agreements"]], texts),
        _tally_positions(story.accounts.positions, gold["positions"], texts),
        _tally_copies(story, gold["copies"], names),
        _tally_silence(found, gold["not_conflicts"], texts),
    )


def name_report(uri: str) -> str:
    """Return what the gold calls a report: the id of its row, or the stem of its file."""
    return uri.rpartition("#")[2] if "#" in uri else Path(uri).stem


def _tally_discrepancies(
    what: str, found: Sequence[Discrepancy], gold: Sequence[Gold], texts: _Texts, same_kind: bool
) -> Tally:
    """A discrepancy is right when two of its sides hit two different sides of one of the gold of its kind."""
    hits = [
        {
            i
            for i, g in enumerate(gold)
            if (g["kind"] == one.kind or not same_kind) and _meets(one.sides, g["sides"], texts)
        }
        for one in found
    ]
    return Tally(what=what, right=sum(map(bool, hits)), found=len(found), met=len(set().union(*hits)), gold=len(gold))


def _meets(sides: Sequence[Side], gold: Sequence[Sequence[Gold]], texts: _Texts) -> bool:
    pairs = [
        (i, j)
        for i, side in enumerate(sides)
        for j, wanted in enumerate(gold)
        if any(_hits(member, one, texts) for member in side.members for one in wanted)
    ]
    return any(one[0] != other[0] and one[1] != other[1] for one, other in combinations(pairs, 2))


def _hits(member: Member, gold: Gold, texts: _Texts) -> bool:
    return texts.names.get(member.document) == gold["document"] and _overlaps(member.span, gold, texts)


def _overlaps(span: Span, gold: Gold, texts: _Texts) -> bool:
    places = find_pieces(gold["words"], texts.by_name.get(gold["document"], ""))
    return any(span.start < place.end and place.start < span.end for place in places)


def find_pieces(words: str, text: str) -> Iterator[Span]:
    """Yield where the pieces of some words stand in a text, blanks of any kind alike, each place of several."""
    for piece in words.split(_GAP):
        plain = piece.strip().strip("\"'\u201c\u201d\u2018\u2019\u00ab\u00bb")
        pattern = r"\s+".join(map(re.escape, plain.split()))
        yield from (Span(start=m.start(), end=m.end()) for m in re.finditer(pattern, text) if plain)


def _members(agreement: Gold, told: Told) -> list[Gold]:
    return [told[member] if isinstance(member, str) else member for member in agreement.get("members", ())]


def _tally_agreements(found: Sequence[Agreement], gold: Sequence[Sequence[Gold]], texts: _Texts) -> Tally:
    """An agreement is right when members of two reports hit members of one of the gold."""
    hits = [{i for i, members in enumerate(gold) if _shares(one, members, texts)} for one in found]
    return Tally(
        what="agreements", right=sum(map(bool, hits)), found=len(found), met=len(set().union(*hits)), gold=len(gold)
    )


def _shares(found: Agreement, gold: Sequence[Gold], texts: _Texts) -> bool:
    members = [member for side in found.sides for member in side.members]
    return len({member.document for member in members if any(_hits(member, one, texts) for one in gold)}) > 1


def _tally_positions(found: Sequence[Position], gold: Sequence[Gold], texts: _Texts) -> Tally:
    """A position is right when actor and stance are those of one of the gold, in its words or said on its days."""
    left = dict(enumerate(gold))
    right = 0
    for position in found:
        at = next((i for i, one in left.items() if _is_position(position, one, texts)), None)
        if at is not None:
            right += 1
            del left[at]
    return Tally(what="positions", right=right, found=len(found), met=right, gold=len(gold))


def _is_position(found: Position, gold: Gold, texts: _Texts) -> bool:
    if found.stance != gold["stance"] or _last(found.actor) != _last(gold["actor"]):
        return False
    if texts.names.get(found.document) == gold["document"]:
        return _overlaps(found.span, gold, texts)
    return bool(found.said and gold["said"]) and _touch(found, gold["said"])


def _touch(found: Position, said: Gold) -> bool:
    first = (found.said.earliest if found.said else None) or ""
    last = (found.said.latest if found.said else None) or ""
    return bool(first and last) and first[:10] <= said["latest"] and said["earliest"] <= last[:10]


def _last(name: str) -> str:
    return name.split()[-1].casefold() if name.split() else ""


def _tally_copies(story: Story, gold: Sequence[Gold], names: Mapping[str, str]) -> Tally:
    """Pairs of reports in one family."""
    found = _pairs([names.get(member, member) for member in copy.members] for copy in story.things.copies)
    wanted = _pairs(copy["members"] for copy in gold)
    right = len(found & wanted)
    return Tally(what="copies, pairs of reports", right=right, found=len(found), met=right, gold=len(wanted))


def _pairs(families: Iterable[Sequence[str]]) -> set[frozenset[str]]:
    return {frozenset(pair) for family in families for pair in combinations(sorted(family), 2)}


def _tally_silence(found: Sequence[Discrepancy], gold: Sequence[Gold], texts: _Texts) -> Tally:
    """A pair that is no conflict is kept when no discrepancy has its two ends on two different sides."""
    broken = sum(any(_meets(one.sides, [[end] for end in g["pair"]], texts) for one in found) for g in gold)
    kept = len(gold) - broken
    return Tally(what="no conflicts, kept silent", right=kept, found=len(gold), met=kept, gold=len(gold))
