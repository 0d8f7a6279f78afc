"""Things: what is resolved across documents, and the marks that each stands on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.records.marks import MentionKind, Reading
from onrecord.records.sources import Interval, Publication

Verdict = Literal["yes", "no", "unsure"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A yes, no or unsure on whether two marks or things are the same, by whom and why."""

    id: str
    relation: Literal["same entity", "same statement", "same figure", "same event", "copy"]
    left: str
    right: str
    verdict: Verdict
    by: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """One person, organisation, place or group across the reports, with every form of its name."""

    id: str
    name: str
    kind: MentionKind
    variants: tuple[str, ...]
    roles: tuple[str, ...]
    mentions: tuple[str, ...]
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One act of saying, and the attributions that report it. `said` is its interval with its evidence."""

    id: str
    speaker: str | None
    entity: str | None
    said: Interval | None
    said_by: str
    attributions: tuple[str, ...]
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """One counted thing across reports: the figures that speak of it."""

    id: str
    measure: str
    unit: str
    scope: str | None
    figures: tuple[str, ...]
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One happening across reports: the event mentions that speak of it."""

    id: str
    type: str | None
    label: str
    place: str | None
    when: Interval | None
    mentions: tuple[str, ...]
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyFamily:
    """Reports that carry one text, whole, in part or altered."""

    id: str
    members: tuple[str, ...]
    reports: int
    independent_texts: int
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedDocument:
    """A document and its publication date as far as it can be known, after the collection was linked."""

    document: str
    publication: Publication


@dataclass(frozen=True, slots=True, kw_only=True)
class Things:
    """Everything resolved across the collection."""

    readings: tuple[Reading, ...] = ()
    publications: tuple[DatedDocument, ...] = ()
    entities: tuple[Entity, ...] = ()
    statements: tuple[Statement, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    events: tuple[Event, ...] = ()
    copies: tuple[CopyFamily, ...] = ()
    judgements: tuple[Judgement, ...] = ()
