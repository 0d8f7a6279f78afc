"""Stances that are opposed on one issue: of different actors, and of one actor at different times."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from onrecord.accounts.cues import fits
from onrecord.accounts.issues import is_named
from onrecord.accounts.positions import Stand
from onrecord.accounts.sayings import Saying, folded, is_before, make_member
from onrecord.accounts.telling import name_days, name_speakers
from onrecord.identity import thing_id
from onrecord.records import Considered, Discrepancy, Side, Stance

_MOST = 6
_BEHIND = re.compile(r" (?:of|in|from|at|who|with)\b")
_TELLING: tuple[Stance, ...] = ("for", "against", "conditional", "unclear")
_OWNS = re.compile(
    r"\bno longer\b|\bnot any ?more\b|\bchang\w+ (?:my|his|her|its|their|our) (?:mind|view|stance|position|opinion)\b"
    r"|\bnow (?:supports?|backs?|favou?rs?|opposes?|wants?|prepared|ready|willing|in favou?r|for|against|accepts?)\b"
    r"|\b(?:i|we) (?:was|were) (?:once )?(?:for|against)\b|\b(?:i|we) said (?:yes|no)\b"
    r"|\brevers\w+ (?:my|his|her|its|their)\b"
    r"|\b(?:drop|withdr[ae]w|gave up)\w* (?:my|his|her|its|their) (?:objection|opposition|resistance|demand)"
)


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
    """Yield the open disagreement; who changed sides in a known order stands on both, who did in none on neither."""
    if is_named(stands[0].topic):
        held = {actor: _stances_of(actor, stands) for actor in {stand.saying.actor for stand in stands}}
        settled = [s for s in stands if not {"for", "against"} <= held[s.saying.actor]]
    else:
        settled = [s for s in stands if _held_one_at_a_time(s.saying.actor, stands)]
    sides = _take_sides(settled)
    if not all(sides) or not _differ(*sides) or not _are_beside(*sides):
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


def _stances_of(actor: str | None, stands: Sequence[Stand]) -> set[Stance]:
    return {stand.position.stance for stand in stands if stand.saying.actor == actor}


def _are_beside(left: Sequence[Stand], right: Sequence[Stand]) -> bool:
    """True where two plain stances stand in one report, or in two that are known to speak of one thing."""
    founding = [[s for s in side if s.is_plain and not _is_a_crowd(s.saying)] for side in (left, right)]
    pairs = [(one, other) for one in founding[0] for other in founding[1]]
    if pairs and is_named(left[0].topic):
        return True
    documents = (frozenset((one.saying.document, other.saying.document)) for one, other in pairs)
    ties = frozenset().union(*(stand.topic.ties for stand in (*left, *right)))
    return any(len(pair) == 1 or pair in ties for pair in documents)


def _is_a_crowd(saying: Saying) -> bool:
    """True for "women", "Republicans", "the country's enemies": many people, of whom each may think otherwise."""
    called = _BEHIND.split(saying.speaker or "", maxsplit=1)[0].removeprefix("the ").removeprefix("The ")
    many = called.endswith("s") or called in ("women", "men", "people", "the people")
    return saying.kind is None and many and (called[:1].islower() or " " not in called)


def _held_one_at_a_time(actor: str | None, stands: Sequence[Stand]) -> bool:
    """True unless an actor held both stances and nobody knows in which order; who changed sides was opposed before."""
    held = _take_sides([stand for stand in stands if stand.saying.actor == actor])
    return not all(held) or _is_ordered(*held) or any(_owns_the_change(stand) for side in held for stand in side)


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
    held = {stance: [s for s in stands if s.position.stance == stance] for stance in _TELLING}
    shunned = [s for s in held["unclear"] if fits("contrasts", "no talks", folded(s.saying.words))]
    if is_named(stands[0].topic):
        for stance, other in (("against", held["against"]), ("not on the table", shunned)):
            if held["for"] and other:
                yield _change(("for", held["for"]), (stance, other))
        return
    willing: tuple[Stance, ...] = ("for", "conditional")
    for stance in willing:
        if held[stance] and held["against"]:
            changed = list(_dated_change((stance, held[stance]), ("against", held["against"])))
            yield from changed
            if changed:
                return


def _dated_change(
    wanted: tuple[Stance, Sequence[Stand]], refused: tuple[Stance, Sequence[Stand]]
) -> Iterator[Discrepancy]:
    """Yield a change between dated statements alone, the first of which all precede the second."""
    for first, second in ((wanted, refused), (refused, wanted)):
        before = [s for s in first[1] if s.saying.said and s.saying.said.latest]
        after = [s for s in second[1] if s.saying.said and s.saying.said.earliest]
        owned = [s for s in second[1] if _owns_the_change(s) and all(_is_no_earlier(s, b) for b in before)]
        if before and after and _all_before(before, after):
            yield _change((first[0], before), (second[0], after))
        elif before and owned:
            yield _change((first[0], before), (second[0], owned), owned=True)


def _owns_the_change(stand: Stand) -> bool:
    """True for a speaker who says himself that he has changed: "no longer against", "I was for it, now I am not"."""
    said = [stand.saying, stand.after] if stand.after else [stand.saying]
    return any(_OWNS.search(folded(f"{one.cue} {one.words}")) for one in said)


def _is_no_earlier(later: Stand, earlier: Stand) -> bool:
    """True unless a statement is known to have been made before another; its report came out after the other's day."""
    last, first = later.saying.said, earlier.saying.said
    if last is None or last.latest is None or first is None or first.latest is None:
        return False
    return last.latest[:10] > first.latest[:10]


def _is_ordered(left: Sequence[Stand], right: Sequence[Stand]) -> bool:
    return _all_before(left, right) or _all_before(right, left)


def _change(left: tuple[str, Sequence[Stand]], right: tuple[str, Sequence[Stand]], owned: bool = False) -> Discrepancy:
    """Return one actor's two stances; a change is claimed only where days or the speaker's own words order them."""
    first, second = (left, right) if owned or _all_before(left[1], right[1]) else (right, left)
    ordered = owned or _all_before(first[1], second[1])
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
    chosen = [stand for _, _, stand in sorted(ranked, key=lambda rank: rank[:2])]
    members = [make_member(stand.saying, stand.position.span) for stand in chosen]
    members += [make_member(stand.after) for stand in chosen if stand.after]
    told = {(member.document, member.span.start): member for member in reversed(members)}
    first = [member for member in members if told[member.document, member.span.start] is member]
    return Side(label=label, members=tuple(first[:_MOST]))


def _plainness(stand: Stand) -> tuple[bool, bool, int, int]:
    saying = stand.saying
    undated = saying.said is None or saying.said.earliest is None
    return saying.attribution.parent is not None, undated, len(saying.attribution.via), saying.start
