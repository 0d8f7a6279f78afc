"""Whether a thing held: one says that a truce, a deal or a wall holds, another that it was broken."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from onrecord.accounts.attitudes import cut_clauses
from onrecord.accounts.counts import are_near, find_day
from onrecord.accounts.objects import key_of
from onrecord.accounts.sayings import Collection, Saying, folded, has_voice, is_before, make_member
from onrecord.accounts.telling import name_speakers
from onrecord.identity import thing_id
from onrecord.linking.groups import Groups
from onrecord.linking.wording import find_words
from onrecord.records import Discrepancy, Side

_MOST = 6
_NEIGHBOURS = 40
_LEAST_NAMES = 2
_THING = r"\b(?P<thing>truce|ceasefire|cease-fire|armistice|agreement|accord|deal|pact|treaty|embargo|blockade)"
_HELD = re.compile(
    _THING + r"\b(?: \w+){0,3}? (?:(?:is|was|has been) (?:still )?(?:holding|intact|observed|respected|kept)"
    r"|holds|held|has held|had held|had been (?:observed|respected|kept))\b"
)
_BROKEN = re.compile(
    _THING
    + r"\b(?: \w+){0,3}? (?:(?:is|was|has been|had been) (?:broken|violated|breached)|broke down|collapsed|failed)\b"
    r"|\b(?:broke|broken|breaking|violat\w+|breach\w*)(?: of)? (?:the|a|this|their) (?:\w+ )?"
    + _THING.replace("thing", "object")
)
_DENIED = re.compile(r"\b(?:not|never|no|nobody|neither)\b")


def compare_details(collection: Collection) -> Iterator[Discrepancy]:
    """Yield who says that a thing holds against who says that it was broken, in reports of the same days and names."""
    held = [(thing, s) for s in collection.sayings() if (thing := _find(_HELD, s))]
    broken: dict[str, list[Saying]] = defaultdict(list)
    for saying in collection.sayings():
        thing = _find(_BROKEN, saying)
        if thing:
            broken[thing].append(saying)
    pairs = [
        (left, right)
        for thing, left in held
        for right in broken[thing][:_NEIGHBOURS]
        if _are_of_one_thing(collection, left, right)
    ]
    groups = Groups([saying.attribution.id for pair in pairs for saying in pair])
    for left, right in pairs:
        groups.join(left.attribution.id, right.attribution.id)
    sayings = {saying.attribution.id: saying for pair in pairs for saying in pair}
    holding = {left.attribution.id for left, _ in pairs}
    for members in groups.all():
        sides = [[sayings[m] for m in members if (m in holding) == which] for which in (True, False)]
        yield _detail(*sides)


def _find(pattern: re.Pattern[str], saying: Saying) -> str | None:
    """Return the thing that a saying tells of in its own words, nothing denied."""
    if saying.attribution.denial or saying.in_title or not has_voice(saying):
        return None
    for clause in cut_clauses(saying.words):
        match = pattern.search(folded(clause))
        if match and not _DENIED.search(folded(clause)):
            named = match.groupdict()
            return key_of((named.get("thing") or named.get("object") or "").replace("-", ""))
    return None


def _are_of_one_thing(collection: Collection, left: Saying, right: Saying) -> bool:
    reports = [collection.reports[saying.document] for saying in (left, right)]
    if left.actor == right.actor:
        return False
    if left.document == right.document:
        return True
    if find_day(reports[0].published) is None or is_before(reports[0].published, reports[1].published):
        return False  # what held on Monday may be broken by Tuesday
    near = are_near(reports[0].published, reports[1].published)
    return near and len(reports[0].names & reports[1].names) >= _LEAST_NAMES


def _detail(held: Sequence[Saying], broken: Sequence[Saying]) -> Discrepancy:
    thing = next(word for word in find_words(_words(held)) if key_of(word) == _find(_HELD, held[0]))
    return Discrepancy(
        id=thing_id("detail", "|".join(sorted(s.attribution.id for s in (*held, *broken)))),
        kind="denial",
        severity="medium",
        question=f"Did the {thing.casefold()} hold?",
        sides=(_side("it held", held), _side("it was broken", broken)),
        why=f"{name_speakers(held)} said that it holds, {name_speakers(broken)} that it was broken, within days.",
        reconciled_by="Both can be true of different hours or places.",
        missing="Where and when it was broken, and by whom.",
        confidence=0.7,
        by="accounts details",
    )


def _words(sayings: Sequence[Saying]) -> str:
    return folded(sayings[0].words).replace("cease-fire", "ceasefire")


def _side(label: str, sayings: Sequence[Saying]) -> Side:
    return Side(label=label, members=tuple(make_member(saying) for saying in sayings[:_MOST]))
