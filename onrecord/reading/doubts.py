"""What is not sure about one report, before it is known which report it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.records import Problem, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """What could not be read as it stands, where in the text, and what the user can do about it."""

    message: str
    remedy: str
    span: Span | None = None


def without_spans(doubts: Sequence[Doubt]) -> tuple[Doubt, ...]:
    """Take the places off doubts that are about the bytes as published, not about the text made of them."""
    return tuple(replace(doubt, span=None) for doubt in doubts)


def make_problem(uri: str, doubt: Doubt, document: str | None = None) -> Problem:
    """Name the report that a doubt is about."""
    return Problem(
        stage="reading", uri=uri, message=doubt.message, remedy=doubt.remedy, document=document, span=doubt.span
    )
