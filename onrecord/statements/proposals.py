"""What the rules proposed for a stretch of text and what became of it, for whoever asks why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.language import Parse
from onrecord.records import Attribution, Document, Span
from onrecord.statements.attributions import find_attributions, propose
from onrecord.statements.writing import make_spans


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """An attribution that a rule proposed, and that does not stand as proposed."""

    by: str
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


def find_rivals(document: Document, parse: Parse, chosen: Attribution) -> tuple[Proposal, ...]:
    """Return what was proposed on the same words as an attribution that stands, and was not taken."""
    standing = {span for a in find_attributions(document, parse) for span in a.cue}
    wanted = (*chosen.cue, *chosen.content)
    return tuple(
        proposal
        for proposal in _proposals(document, parse)
        if not standing.intersection(proposal.cue) and _touches((*proposal.cue, *proposal.content), wanted)
    )


def _proposals(document: Document, parse: Parse) -> Iterator[Proposal]:
    for candidate in propose(document, parse):
        cue, content = make_spans(parse, candidate.cue), make_spans(parse, candidate.content)
        if cue:
            yield Proposal(by=f"statements: {candidate.rule}", cue=cue, content=content)


def _touches(spans: tuple[Span, ...], others: tuple[Span, ...]) -> bool:
    return any(a.start < b.end and b.start < a.end for a in spans for b in others)
