"""Whose claim a figure or an event is: the chain of the attributions in whose content it stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from onrecord.records import Attribution, EventMention, Figure, Named, Span

_SOMEBODY_SAYS = ("alleged", "requested", "proposed")
_NO_CLAIM = ("considered", "negated", "denied")
_GOVERNS_SAYING = (*_NO_CLAIM, "possible", "hypothetical", "happened")


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
    """Return the events with their claimants, nearest first and relays last; none where the report tells it itself.

    Who plans, weighs, refuses or denies an act does not claim it. An allegation, a demand or a proposal that nobody
    is named for has the claimant "unknown", at the word that tells it is one.
    """
    attributions = tuple(attributions)
    return tuple(_claim(event, carriers(event.trigger, attributions)) for event in events)


def _claim(event: EventMention, chain: tuple[Attribution, ...]) -> EventMention:
    claiming = tuple(one for one in chain if not _withholds(event, one))
    relays = tuple(Named(name=relay.name, span=relay.span) for relay in claiming[0].via) if claiming else ()
    claimants = _distinct(_speakers(claiming) + relays)
    if not chain and event.modality in _SOMEBODY_SAYS and event.cue is not None:
        claimants = (Named(name="unknown", span=event.cue),)
    return replace(event, claimants=claimants, attribution=chain[0].id if chain else None)


def _withholds(event: EventMention, attribution: Attribution) -> bool:
    """Tell whether an attribution is no claim that it happened, by where the word stands that decides how it stands.

    In what is said, it is part of the claim. In the cue, who plans, weighs, refuses or denies claims nothing. Outside
    both it governs the saying too: in "may promise to leave" nobody has promised.
    """
    cue = event.cue
    if event.modality == "denied" and (attribution.denial or attribution.act == "deny"):
        return True
    if cue is None or _holds(attribution.content, cue):
        return False
    if _holds(attribution.cue, cue):
        return event.modality in _NO_CLAIM or attribution.act == "intend"
    return event.modality in _GOVERNS_SAYING


def _holds(parts: Iterable[Span], span: Span) -> bool:
    return any(part.start <= span.start and span.end <= part.end for part in parts)


def carriers(span: Span, attributions: Iterable[Attribution]) -> tuple[Attribution, ...]:
    """Return the attributions in whose content a span lies, the innermost first."""
    holding = [a for a in attributions if _holds(a.content, span)]
    return tuple(sorted(holding, key=lambda a: (_extent(a), -_first(a))))


def _extent(attribution: Attribution) -> int:
    return sum(part.end - part.start for part in attribution.content)


def _first(attribution: Attribution) -> int:
    return attribution.content[0].start


def _speakers(chain: tuple[Attribution, ...]) -> tuple[Named, ...]:
    """Name who claims it; "unknown" at the words that say so where it was said and nobody tells by whom."""
    named = tuple(Named(name=a.speaker, span=a.source[0] if a.source else None) for a in chain if a.speaker)
    unsaid = tuple(Named(name="unknown", span=a.cue[0]) for a in chain[:1] if not a.source and not a.via and a.cue)
    return _distinct(named or unsaid)


def _distinct(names: tuple[Named, ...]) -> tuple[Named, ...]:
    seen: dict[str, Named] = {}
    for named in names:
        seen.setdefault(named.name, named)
    return tuple(seen.values())
