"""Where actors stand on an issue, and when they said so: a lane for each actor, grouped by side."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from onrecord.dossier.axes import Axis, Part, draw_bar, make_axis
from onrecord.dossier.catalogue import Catalogue, actor_of, anchor, name_of
from onrecord.dossier.copies import fold_copies
from onrecord.dossier.days import is_bounded, number_day, order_key, tell_interval
from onrecord.dossier.filters import Choices, Keys, make_keys, outlet_of
from onrecord.dossier.passages import Passage, begin, find_passage
from onrecord.records import Interval, Issue, Position

_HEIGHTS = {"for": -1, "conditional": -1, "against": 1, "neutral": 0, "unclear": 0}
_WORDS = {
    "for": "for",
    "against": "against",
    "conditional": "for, on a condition",
    "neutral": "neutral",
    "unclear": "stance not clear",
}
# Nearer than this, in hundredths of the axis, two marks would touch on a phone.
_TOUCHING = 5.0
_STEP = 17
_WIDEST = 366


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A statement on its lane; `x` is None in the band for what no date places."""

    x: float | None
    y: int
    parts: tuple[Part, ...]
    stance: str
    number: int
    title: str
    link: str
    keys: Keys


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrow:
    """A change between two dated statements of one actor."""

    x1: float
    y1: int
    x2: float
    y2: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """One actor's statements on one issue."""

    actor: str
    side: str
    height: int
    middle: int
    spots: tuple[Spot, ...]
    undated: tuple[Spot, ...]
    arrows: tuple[Arrow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """A position in words, for the table below the lanes."""

    anchor: str
    number: int
    when: str
    is_placed: bool
    actor: str
    side: str | None
    stance: str
    passage: Passage | None
    via: tuple[str, ...]
    keys: Keys
    also: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """An issue with its axis, its lanes by side, its table, and what the dates allow to be said of change."""

    anchor: str
    label: str
    axis: Axis | None
    lanes: tuple[Lane, ...]
    stands: tuple[Stand, ...]
    changes: tuple[str, ...]
    unordered: tuple[str, ...]


def list_positions(catalogue: Catalogue, choices: Choices) -> tuple[Field, ...]:
    """List the issues that actors take positions on, the most disputed first, with where each stands and when."""
    by_issue: dict[str, list[Position]] = defaultdict(list)
    for position in catalogue.story.accounts.positions:
        by_issue[position.issue].append(position)
    fields = (
        _field(catalogue, choices, issue, by_issue[issue.id])
        for issue in catalogue.issues.values()
        if by_issue[issue.id]
    )
    return tuple(sorted(fields, key=_rank))


def _rank(field: Field) -> tuple[bool, int, int]:
    """What is disputed comes first, then what most actors and most statements are about."""
    stances = {stand.stance for stand in field.stands}
    return not {"for", "against"} <= stances, -len(field.lanes), -len(field.stands)


def is_placed(said: Interval | None) -> bool:
    """Say whether an interval is narrow enough to be put on an axis: bounded, and no longer than a year."""
    if said is None or not is_bounded(said):
        return False
    return (number_day(said.latest) or 0) - (number_day(said.earliest) or 0) <= _WIDEST


def _field(catalogue: Catalogue, choices: Choices, issue: Issue, positions: Sequence[Position]) -> Field:
    # Numbers only tie a mark to its row. Dated statements come first in the table, but in a part of their own.
    dated = sorted((p for p in positions if is_placed(p.said)), key=lambda p: order_key(p.said))
    told = fold_copies(
        catalogue,
        [*dated, *(p for p in positions if not is_placed(p.said))],
        lambda p: (f"{p.actor}|{p.on_behalf}|{p.stance}", _passage(catalogue, p)),
    )
    ordered = [position for position, _ in told]
    stands = tuple(
        replace(_stand(catalogue, choices, number, p), also=tuple(report.number for report in also))
        for number, (p, also) in enumerate(told, 1)
    )
    axis = make_axis(position.said for position in ordered if is_placed(position.said))
    lanes = _lanes(stands, ordered, axis)
    return Field(
        anchor=anchor("issue", issue.id),
        label=begin(issue.label),
        axis=axis,
        lanes=lanes,
        stands=stands,
        changes=tuple(arrow.words for lane in lanes for arrow in lane.arrows),
        unordered=tuple(_unordered(lane) for lane in lanes if lane.undated and len(lane.spots) + len(lane.undated) > 1),
    )


def _stand(catalogue: Catalogue, choices: Choices, number: int, position: Position) -> Stand:
    attribution = catalogue.attributions.get(position.attribution)
    named = actor_of(catalogue, position.actor)
    actor = named or f"Not named (“{position.actor}”)"
    return Stand(
        anchor=anchor("position", position.id),
        number=number,
        when=tell_interval(position.said),
        is_placed=is_placed(position.said),
        actor=actor,
        side=name_of(catalogue, position.on_behalf),
        stance=position.stance,
        passage=_passage(catalogue, position),
        via=tuple(name_of(catalogue, via) or via for via in reversed(position.via)),
        keys=make_keys(
            choices,
            speakers=[named],
            issues=[position.issue],
            outlets=[outlet_of(catalogue, position.document)],
            when=(position.said, attribution.confidence if attribution else None),
        ),
    )


def _passage(catalogue: Catalogue, position: Position) -> Passage | None:
    return find_passage(catalogue, position.document, [position.span], position.attribution)


def _lanes(stands: Sequence[Stand], positions: Sequence[Position], axis: Axis | None) -> tuple[Lane, ...]:
    lanes: dict[tuple[str, str], list[tuple[Stand, Position]]] = defaultdict(list)
    for stand, position in zip(stands, positions, strict=True):
        lanes[(stand.side or "", stand.actor)].append((stand, position))
    sides = sorted(dict.fromkeys(side for side, _ in lanes), key=lambda side: not side)
    ordered = sorted(lanes, key=lambda lane: sides.index(lane[0]))
    return tuple(_lane(side, actor, lanes[(side, actor)], axis) for side, actor in ordered)


def _lane(side: str, actor: str, found: Sequence[tuple[Stand, Position]], axis: Axis | None) -> Lane:
    drawn = [(stand, position, _centre(axis, position.said)) for stand, position in found if stand.is_placed]
    levels = _spread([(x, _HEIGHTS[stand.stance]) for stand, _, x in drawn])
    reach = max(map(abs, levels), default=_STEP)
    middle = max(reach, _STEP) + 12
    spots = tuple(
        _spot(stand, x, middle + level, draw_bar(axis, position.said) if axis else ())
        for (stand, position, x), level in zip(drawn, levels, strict=True)
    )
    undated = [stand for stand, _ in found if not stand.is_placed]
    return Lane(
        actor=actor,
        side=side,
        height=2 * middle,
        middle=middle,
        spots=spots,
        undated=tuple(_spot(stand, None, 0, ()) for stand in undated),
        arrows=_arrows(actor, [(position, spot) for (_, position, _), spot in zip(drawn, spots, strict=True)]),
    )


def _centre(axis: Axis | None, said: Interval | None) -> float:
    parts = draw_bar(axis, said) if axis else ()
    return round(parts[0].x + parts[0].width / 2, 2) if parts else 50.0


def _spread(places: Iterable[tuple[float, int]]) -> list[int]:
    """Return how far from the middle of its lane each mark lies, so that marks that are near do not touch."""
    taken: list[tuple[float, int]] = []
    for x, height in places:
        level = height * _STEP
        while any(abs(x - other) < _TOUCHING and level == at for other, at in taken):
            level += _STEP * (height or 1) * (1 if height else 2)
        taken.append((x, level))
    return [level for _, level in taken]


def _spot(stand: Stand, x: float | None, y: int, parts: tuple[Part, ...]) -> Spot:
    return Spot(
        x=x,
        y=y,
        parts=parts,
        stance=stand.stance,
        number=stand.number,
        title=f"{stand.number}. {stand.actor}: {_WORDS[stand.stance]}. {stand.when}.",
        link=stand.anchor,
        keys=stand.keys,
    )


def _arrows(actor: str, found: Sequence[tuple[Position, Spot]]) -> tuple[Arrow, ...]:
    arrows: list[Arrow] = []
    for (before, start), (after, end) in itertools.pairwise(found):
        if not _is_change(before, after, [position for position, _ in found]):
            continue
        words = (
            f"{actor}: {_WORDS[before.stance]} ({tell_interval(before.said)}), "
            f"then {_WORDS[after.stance]} ({tell_interval(after.said)})."
        )
        arrows.append(Arrow(x1=start.x or 0, y1=start.y, x2=end.x or 0, y2=end.y, words=words))
    return tuple(arrows)


def _is_change(before: Position, after: Position, lane: Sequence[Position]) -> bool:
    """Say whether one stance gave way to another: the two days are apart, and no third statement blurs either."""
    if before.stance == after.stance or "unclear" in (before.stance, after.stance):
        return False
    if not _follows(before.said, after.said):
        return False
    others = [one for one in lane if one is not before and one is not after]
    return all(
        _follows(one.said, before.said)
        or _follows(after.said, one.said)
        or (one.stance == before.stance and _follows(one.said, after.said))
        or (one.stance == after.stance and _follows(before.said, one.said))
        for one in others
    )


def _follows(before: Interval | None, after: Interval | None) -> bool:
    last, first = number_day(before.latest if before else None), number_day(after.earliest if after else None)
    return last is not None and first is not None and last < first


def _unordered(lane: Lane) -> str:
    count = len(lane.undated)
    which = "One statement" if count == 1 else f"{count} statements"
    return f"{lane.actor}: {which} cannot be placed in time; whether before or after the others is not known."
