"""Who denies a figure or an event: the one whose denial carries it, or the subject of the word that denies it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace

from onrecord.binding.claims import carriers
from onrecord.language import Parse, Word
from onrecord.records import Attribution, EventMention, Figure, Named, Span


def deny_figures(figures: Iterable[Figure], attributions: Iterable[Attribution]) -> tuple[Figure, ...]:
    """Return the figures with those who deny them, named apart from those who claim them."""
    attributions = tuple(attributions)
    done = []
    for figure in figures:
        deniers = _name_flagged(carriers(figure.span, attributions)) if figure.status == "denied" else ()
        named = {denier.name for denier in deniers}
        kept = tuple(one for one in figure.claimants if one.name not in named)
        done.append(replace(figure, denied_by=deniers, claimants=kept) if deniers else figure)
    return tuple(done)


def deny_events(
    parse: Parse, events: Iterable[EventMention], attributions: Iterable[Attribution]
) -> tuple[EventMention, ...]:
    """Return the events with those who deny them named apart from those who claim them."""
    attributions = tuple(attributions)
    starts = [word.start for word in parse.words]
    done = []
    for event in events:
        deniers = _find_deniers(parse, starts, event, attributions) if event.modality == "denied" else ()
        named = {denier.name for denier in deniers}
        kept = tuple(one for one in event.claimants if one.name not in named)
        done.append(replace(event, denied_by=deniers, claimants=kept) if deniers else event)
    return tuple(done)


def _find_deniers(
    parse: Parse, starts: list[int], event: EventMention, attributions: tuple[Attribution, ...]
) -> tuple[Named, ...]:
    """Ask the statements that carry it, then the one that the word of denying stands in, then that word's subject."""
    chain = carriers(event.trigger, attributions)
    if event.cue is not None and not any(_is_denial(one) for one in chain):
        verb = parse.words[bisect_left(starts, event.cue.start)]
        subject = _find_subject(parse, verb)
        if subject is not None:
            return (_name(parse, subject),)
    return _name_flagged(chain)


def _is_denial(attribution: Attribution) -> bool:
    return attribution.denial or attribution.act == "deny"


def _name_flagged(chain: tuple[Attribution, ...]) -> tuple[Named, ...]:
    """Name the speakers of the denials; where no word of denying is one's cue ("said it had not"), the nearest."""
    denying = [one for one in chain if _is_denial(one)] or list(chain[:1])
    named = (Named(name=one.speaker, span=one.source[0] if one.source else None) for one in denying if one.speaker)
    return tuple({one.name: one for one in named}.values())


def _find_subject(parse: Parse, verb: Word) -> Word | None:
    """ "A charge the [guard] denies", "denied by the [ministry]": who does what a verb of denying tells."""
    if verb.pos != "VERB":
        return None
    children = [parse.words[c] for c in parse.children[verb.i]]
    passive = any(child.dep == "auxpass" for child in children)
    agents = [parse.words[c] for child in children if child.dep == "agent" for c in parse.children[child.i]]
    subjects = [child for child in children if child.dep == "nsubj" and not passive]
    return next((word for word in (*agents, *subjects) if word.pos in ("NOUN", "PROPN")), None)


def _name(parse: Parse, head: Word) -> Named:
    first = parse.words[head.left]
    start = parse.words[min(first.i + 1, head.i)].start if first.tag == "DT" else first.start
    return Named(name=" ".join(parse.folded[start : head.end].split()), span=Span(start=first.start, end=head.end))
