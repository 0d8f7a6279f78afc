"""Scores events: whether they happened or are only planned, asked, denied, and whether a reporter was made their agent.

The events that a line of gold marks need not be all its events, so an event found elsewhere is not false.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.evaluation.names import same_name
from onrecord.evaluation.outcomes import Item, Judged, Measure, Pair, Result, list_outcomes, make_item, measure_score
from onrecord.evaluation.rows import ActorRow, DocumentRow, EventRow
from onrecord.evaluation.scores import Score

KIND = "events"
_OWN_ACT = "ACCUSE"  # accusing is the act of whoever reports it
Laid = list[tuple[EventRow, EventRow | None]]  # of the gold, and what was found at its trigger


def measure_modality(pairs: Iterable[Pair]) -> Result:
    """Return the F1 of each modality at the triggers that the gold marks, and their mean over the modalities."""
    told = [(gold, _lay(gold, found)) for gold, found in pairs]
    laid = [pair for _, part in told for pair in part]
    found = sum(given is not None for _, given in laid)
    scores = {name: _score(name, laid) for name in sorted({wanted.modality or "" for wanted, _ in laid})}
    mean = sum(score.f1 for score in scores.values()) / len(scores)
    return Result(
        measures=(
            measure_score(KIND, "found", Score(right=found, found=found, gold=len(laid))),
            measure_score(KIND, "type", Score(right=_count_types(laid), found=found, gold=len(laid))),
            Measure(kind=KIND, name="modality, mean F1", f1=mean),
            *(measure_score(KIND, f"modality, {name}", score) for name, score in scores.items()),
        ),
        outcomes=tuple(list_outcomes(KIND, "modality", [_judge(gold, part) for gold, part in told])),
    )


def measure_reporters(pairs: Iterable[Pair]) -> Result:
    """Count the events whose agent is somebody who, as the gold says, only reports them; the aim is none."""
    told = [(gold, [event for event in found.events or () if _is_taken(event, gold)]) for gold, found in pairs]
    judged = [
        Judged(document=gold.id, gold=[], found=[_item(gold, event) for event in taken], right=[])
        for gold, taken in told
    ]
    name = "reporter taken for the agent"
    count = Measure(
        kind=KIND,
        name=name,
        value=float(sum(len(taken) for _, taken in told)),
        gold=sum(bool(gold.reporters) for gold, _ in told),
    )
    return Result(measures=(count,), outcomes=tuple(list_outcomes(KIND, name, judged)))


def _lay(gold: DocumentRow, found: DocumentRow) -> Laid:
    """Lay each event of the gold beside the one found at its trigger; of several, the one of its type is meant."""
    laid: Laid = []
    for wanted in gold.events or ():
        if wanted.modality:
            near = [event for event in found.events or () if _touch(event, wanted)]
            laid.append((wanted, max(near, key=lambda event: event.type == wanted.type, default=None)))
    return laid


def _touch(first: EventRow | ActorRow, second: EventRow | ActorRow) -> bool:
    return first.span.start < second.span.end and second.span.start < first.span.end


def _judge(gold: DocumentRow, laid: Laid) -> Judged:
    return Judged(
        document=gold.id,
        gold=[_item(gold, wanted) for wanted, _ in laid],
        found=[],
        right=[(i, i) for i, (wanted, given) in enumerate(laid) if given and given.modality == wanted.modality],
    )


def _item(gold: DocumentRow, event: EventRow) -> Item:
    return make_item(gold.text or "", [event.span], event.modality or "")


def _score(name: str, laid: Laid) -> Score:
    pairs = [(wanted.modality == name, given is not None and given.modality == name) for wanted, given in laid]
    return Score(
        right=sum(wanted and given for wanted, given in pairs),
        found=sum(given for _, given in pairs),
        gold=sum(wanted for wanted, _ in pairs),
    )


def _count_types(laid: Laid) -> int:
    return sum(given is not None and given.type == wanted.type for wanted, given in laid)


def _is_taken(event: EventRow, gold: DocumentRow) -> bool:
    agents = [actor for actor in event.actors if actor.role == "actor"]
    return event.type != _OWN_ACT and any(_is_one(agent, gold.reporters) for agent in agents)


def _is_one(agent: ActorRow, reporters: Sequence[ActorRow]) -> bool:
    return any(_touch(agent, one) or same_name(agent.name, one.name) for one in reporters)
