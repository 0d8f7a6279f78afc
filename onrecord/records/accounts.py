"""Accounts: what the things say beside each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.records.marks import Marks
from onrecord.records.sources import Document, Interval, Problem, Span
from onrecord.records.things import Ruling, Things

Stance = Literal["for", "against", "conditional", "neutral", "unclear"]
DiscrepancyKind = Literal[
    "figure", "denial", "opposition", "position", "overreach", "one_sided", "accusation", "wording", "detail"
]
Severity = Literal["high", "medium", "low"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One statement, figure or headline that takes part in a comparison."""

    document: str
    span: Span
    mark: str | None
    speaker: str | None
    says: str
    said: Interval | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """Members that stand on one side of a comparison."""

    label: str
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Discrepancy:
    """Accounts that do not fit, why they are comparable, what may reconcile them, and what is missing to decide."""

    id: str
    kind: DiscrepancyKind
    severity: Severity
    question: str
    sides: tuple[Side, ...]
    why: str
    reconciled_by: str | None
    missing: str | None
    confidence: float
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """What several accounts share, in reports and in independent texts."""

    id: str
    sides: tuple[Side, ...]
    reports: int
    independent_texts: int
    why: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Considered:
    """Two accounts that were laid beside each other and found to fit, or not to be comparable, and why."""

    id: str
    kind: DiscrepancyKind
    left: Member
    right: Member
    why: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """Something that actors take positions on: a proposal, a demand, a dispute."""

    id: str
    label: str
    terms: tuple[str, ...]
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """An actor's stance on an issue in one statement. `on_behalf` is the side that the actor speaks for."""

    id: str
    issue: str
    actor: str
    on_behalf: str | None
    stance: Stance
    said: Interval | None
    document: str
    span: Span
    attribution: str
    via: tuple[str, ...]
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Accounts:
    """What the collection says beside itself: discrepancies, agreements, issues and positions."""

    discrepancies: tuple[Discrepancy, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    issues: tuple[Issue, ...] = ()
    positions: tuple[Position, ...] = ()
    considered: tuple[Considered, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """The whole record, as the dossier and the exports read it."""

    title: str
    documents: tuple[Document, ...]
    marks: tuple[Marks, ...]
    things: Things
    accounts: Accounts
    problems: tuple[Problem, ...]
    version: str
    rulings: tuple[Ruling, ...] = ()
