"""Things: what is resolved across documents, and the marks that each stands on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.records.marks import MentionKind, Reading
from onrecord.records.sources import Interval, Publication, Span

Verdict = Literal["yes", "no", "unsure"]
Relation = Literal["same entity", "same statement", "same figure", "same event", "copy"]
MarkKind = Literal["mention", "attribution", "figure", "event mention"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A yes, no or unsure on whether two marks or things are the same, by whom and why."""

    id: str
    relation: Relation
    left: str
    right: str
    verdict: Verdict
    by: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Selector:
    """A mark by its words and where they stand, so that it is found again when rules have moved or renamed it.

    A Web Annotation text quote and text position in one: `quote` with what stands `before` and `after` it, and the
    `span` it had.
    """

    document: str
    kind: MarkKind
    quote: str
    before: str
    after: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """A person's judgement as it was given; a line of a log in which nothing is ever changed.

    It binds every later run until another line `undoes` it. `made` is the moment, in UTC. "Unsure" keeps apart, and
    says that it is not certain.
    """

    id: str
    relation: Relation
    left: Selector
    right: Selector
    verdict: Verdict
    by: str
    why: str
    made: str
    undoes: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedIssue:
    """An issue that a person named, with the words by which it is found; a line of a log that is never changed.

    It is looked for in every later run until another line `undoes` it. `made` is the moment, in UTC.
    """

    id: str
    label: str
    about: tuple[str, ...]
    by: str
    made: str
    undoes: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """A role that reports give someone, and the days between which dated reports attest it; unknown without any."""

    role: str
    attested: Interval | None
    mentions: tuple[str, ...]


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
    tenures: tuple[Tenure, ...] = ()


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
