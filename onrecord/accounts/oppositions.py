"""Stances that are opposed on one issue: of different actors, and of one actor at different times."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from onrecord.accounts.cues import fits
from onrecord.accounts.positions import Stand
from onrecord.accounts.sayings import Saying, folded, is_before, make_member
from onrecord.accounts.telling import name_days, name_speakers
from onrecord.identity import thing_id
from onrecord.records import Considered, Discrepancy, Side, Stance

_MOST = 6


def compare_stands(stands: Sequence[Stand]) -> Iterator[Discrepancy]:
    """Yield who is for an issue and who against it, and who took more than one stance on it."""
    by_issue: dict[str, list[Stand]] = defaultdict(list)
    for stand in stands:
        by_issue[stand.topic.issue.id].append(stand)
    for of_issue in by_issue.values():
        yield from _between_actors(of_issue)
        by_actor: dict[str, list[Stand]] = defaultdict(list)
        for stand in of_issue:
            by_actor[stand.saying.actor or ""].append(stand)
        for of_actor in by_actor.values():
            yield from _of_one_actor(of_actor)


def _between_actors(stands: Sequence[Stand]) -> Iterator[Discrepancy]:
    """Yield the open disagreement; an actor who stood on both sides belongs to neither of them."""
    stances = defaultdict(set)
    for stand in stands:
        stances[stand.saying.actor].add(stand.position.stance)
    settled = [s for s in stands if not {"for", "against"} <= stances[s.saying.actor]]
    sides = _take_sides(settled)
    if not all(sides) and settled and not _is_named(stands[0]):
        sides = _take_sides([s for s in stands if _held_one_at_a_time(s.saying.actor, stands)])
    if not all(sides) or not _differ(*sides):
        return
    label = stands[0].topic.issue.label
    yield Discrepancy(
        id=thing_id("opposition", stands[0].topic.issue.id),
        kind="opposition",
        severity="high" if _countries(sides[0]) != _countries(sides[1]) else "medium",
        question=f"Who is for and who is against: {label}?",
        sides=(_side("for", sides[0]), _side("against", sides[1])),
        why=f"{name_speakers(_members(sides[0]))} spoke for it, {name_speakers(_members(sides[1]))} against it; "
        f"all of them speak of one issue ({label}).",
        reconciled_by=None,
        missing=None,
        confidence=0.8,
        by="accounts oppositions",
    )


def _held_one_at_a_time(actor: str | None, stands: Sequence[Stand]) -> bool:
    """True unless an actor held both stances and nobody knows in which order; who changed sides was opposed before."""
    held = _take_sides([stand for stand in stands if stand.saying.actor == actor])
    return not all(held) or _is_ordered(*held)


def _take_sides(stands: Sequence[Stand]) -> list[list[Stand]]:
    return [[s for s in stands if s.position.stance == stance] for stance in ("for", "against")]


def consider_stands(stands: Sequence[Stand]) -> Iterator[Considered]:
    """Yield the pairs of stances of one actor on one issue that differ and are no discrepancy, with the reason."""
    by_actor: dict[tuple[str, str], list[Stand]] = defaultdict(list)
    for stand in stands:
        if stand.saying.actor:
            by_actor[stand.topic.issue.id, stand.saying.actor].append(stand)
    for of_actor in by_actor.values():
        first: dict[Stance, Stand] = {}
        for stand in of_actor:
            first.setdefault(stand.position.stance, stand)
        for (left, one), (right, other) in combinations(first.items(), 2):
            why = _find_why_compatible(left, right, other if right == "unclear" else one)
            if why:
                yield _considered(one, other, why)


def _find_why_compatible(left: Stance, right: Stance, open_one: Stand) -> str | None:
    """Return why two stances go together; `None` where they are laid open as a discrepancy."""
    stances = {left, right}
    if stances == {"for", "against"}:
        return None
    if "unclear" in stances and "for" in stances and fits("contrasts", "no talks", folded(open_one.saying.words)):
        return None
    if "unclear" in stances:
        return "to leave a matter open, or to say that talks go on, goes with either stance"
    return f"{left} and {right} can be held together"


def _considered(left: Stand, right: Stand, why: str) -> Considered:
    return Considered(
        id=thing_id("considered", f"{left.saying.attribution.id}|{right.saying.attribution.id}"),
        kind="position",
        left=make_member(left.saying),
        right=make_member(right.saying),
        why=f"{left.saying.speaker} on {left.topic.issue.label}: {why}",
        by="accounts oppositions",
    )


def _differ(left: Sequence[Stand], right: Sequence[Stand]) -> bool:
    return bool({s.saying.actor for s in left} ^ {s.saying.actor for s in right})


def _countries(stands: Sequence[Stand]) -> frozenset[str | None]:
    return frozenset(stand.position.on_behalf for stand in stands)


def _of_one_actor(stands: Sequence[Stand]) -> Iterator[Discrepancy]:
    held = {stance: [s for s in stands if s.position.stance == stance] for stance in ("for", "against", "unclear")}
    shunned = [s for s in held["unclear"] if fits("contrasts", "no talks", folded(s.saying.words))]
    for stance, other in (("against", held["against"]), ("not on the table", shunned)):
        if not (held["for"] and other):
            continue
        if _is_named(stands[0]):
            yield _change(("for", held["for"]), (stance, other))
        elif stance == "against":
            yield from _dated_change(held["for"], other)


def _dated_change(wanted: Sequence[Stand], refused: Sequence[Stand]) -> Iterator[Discrepancy]:
    """Yield a change between dated statements alone, the first of which all precede the second."""
    for first, second in ((("for", wanted), ("against", refused)), (("against", refused), ("for", wanted))):
        before = [s for s in first[1] if s.saying.said and s.saying.said.latest]
        after = [s for s in second[1] if s.saying.said and s.saying.said.earliest]
        if before and after and _all_before(before, after):
            yield _change((first[0], before), (second[0], after))


def _is_named(stand: Stand) -> bool:
    """True for an issue named by a word of novelty: one thing for sure, so that even undated stances meet."""
    return stand.topic.issue.by != "accounts disputes"


def _is_ordered(left: Sequence[Stand], right: Sequence[Stand]) -> bool:
    return _all_before(left, right) or _all_before(right, left)


def _change(left: tuple[str, Sequence[Stand]], right: tuple[str, Sequence[Stand]]) -> Discrepancy:
    """Return one actor's two stances; a change is claimed only where the days order all of them."""
    first, second = (left, right) if _all_before(left[1], right[1]) else (right, left)
    ordered = _all_before(first[1], second[1])
    speaker = first[1][0].saying.speaker
    topic = first[1][0].topic
    stances = f"{first[0]} ({name_days(_members(first[1]))}) and {second[0]} ({name_days(_members(second[1]))})"
    undated = [s for s in (*first[1], *second[1]) if s.saying.said is None or s.saying.said.earliest is None]
    return Discrepancy(
        id=thing_id("position", f"{topic.issue.id}|{first[1][0].saying.actor}|{second[0]}"),
        kind="position",
        severity="medium" if ordered else "high",
        question=f"Where does {speaker} stand: {topic.issue.label}?",
        sides=(_side(first[0], first[1]), _side(second[0], second[1])),
        why=f"The same speaker on the same issue: {stances}. "
        + ("The first was said before the second." if ordered else "Which came first is not known."),
        reconciled_by=None
        if "against" in (first[0], second[0])
        else "Both can be true together: not to negotiate is no refusal.",
        missing="The day on which the undated statement was made." if undated and not ordered else None,
        confidence=0.85,
        by="accounts oppositions",
    )


def _all_before(left: Sequence[Stand], right: Sequence[Stand]) -> bool:
    return all(is_before(one.saying.said, other.saying.said) for one in left for other in right)


def _members(stands: Sequence[Stand]) -> list[Saying]:
    return [stand.saying for stand in stands]


def _side(label: str, stands: Sequence[Stand]) -> Side:
    """Return a side with at most six members, one telling of each actor before the second of any."""
    turns: dict[str | None, int] = defaultdict(int)
    ranked: list[tuple[int, int, Stand]] = []
    for stand in sorted(stands, key=_plainness):
        ranked.append((turns[stand.saying.actor], len(ranked), stand))
        turns[stand.saying.actor] += 1
    chosen = [stand for _, _, stand in sorted(ranked, key=lambda rank: rank[:2])[:_MOST]]
    return Side(label=label, members=tuple(make_member(stand.saying) for stand in chosen))


def _plainness(stand: Stand) -> tuple[bool, bool, int, int]:
    saying = stand.saying
    undated = saying.said is None or saying.said.earliest is None
    return saying.attribution.parent is not None, undated, len(saying.attribution.via), saying.start
