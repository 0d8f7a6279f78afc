"""Whose claim a figure or an event is: the chain of the attributions in whose content it stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from onrecord.records import Attribution, EventMention, Figure, Named, Span


def claim_figures(figures: Iterable[Figure], attributions: Iterable[Attribution]) -> tuple[Figure, ...]:
    """Return the figures with their claimants, nearest first; none where the report gives the number itself."""
    attributions = tuple(attributions)
    claimed = []
    for figure in figures:
        chain = carriers(figure.span, attributions)
        claimed.append(
            replace(figure, claimants=_speakers(chain), attribution=chain[0].id if chain else None) if chain else figure
        )
    return tuple(claimed)


def claim_events(events: Iterable[EventMention], attributions: Iterable[Attribution]) -> tuple[EventMention, ...]:
    """Return the events with their claimants, nearest first and relays last; none where the report tells it itself."""
    attributions = tuple(attributions)
    claimed = []
    for event in events:
        chain = carriers(event.trigger, attributions)
        if chain:
            relays = tuple(Named(name=relay.name, span=relay.span) for relay in chain[0].via)
            event = replace(event, claimants=_distinct(_speakers(chain) + relays), attribution=chain[0].id)
        claimed.append(event)
    return tuple(claimed)


def carriers(span: Span, attributions: Iterable[Attribution]) -> tuple[Attribution, ...]:
    """Return the attributions in whose content a span lies, the innermost first."""
    holding = [a for a in attributions if any(part.start <= span.start and span.end <= part.end for part in a.content)]
    return tuple(sorted(holding, key=lambda a: (_extent(a), -_first(a))))


def _extent(attribution: Attribution) -> int:
    return sum(part.end - part.start for part in attribution.content)


def _first(attribution: Attribution) -> int:
    return attribution.content[0].start


def _speakers(chain: tuple[Attribution, ...]) -> tuple[Named, ...]:
    named = (Named(name=a.speaker, span=a.source[0] if a.source else None) for a in chain if a.speaker)
    return _distinct(tuple(named))


def _distinct(names: tuple[Named, ...]) -> tuple[Named, ...]:
    seen: dict[str, Named] = {}
    for named in names:
        seen.setdefault(named.name, named)
    return tuple(seen.values())
