"""The nouns: every record that onrecord keeps.

A *mark* is seen in one document and has spans; a *thing* is resolved across documents and lists the marks it
stands on. Offsets are Unicode code points of `Document.text`, half open. Days are ISO 8601 strings ("2031-05-17",
with a time of day "2031-05-17T10:00"), so that they order as text. Absent is `None` and stays visible.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

MentionKind = Literal["person", "organisation", "place", "group"]
Act = Literal[
    "assert",
    "deny",
    "accuse",
    "criticise",
    "praise",
    "support",
    "oppose",
    "propose",
    "request",
    "promise",
    "intend",
    "warn",
    "threaten",
    "ask",
    "believe",
    "estimate",
]
Speech = Literal["direct", "indirect", "mixed"]
Modality = Literal[
    "happened",
    "ongoing",
    "planned",
    "proposed",
    "requested",
    "considered",
    "possible",
    "alleged",
    "denied",
    "negated",
    "hypothetical",
]
Operator = Literal["exact", "approx", "at_least", "more_than", "up_to", "less_than", "range", "vague"]
FigureStatus = Literal["reported", "running_total", "expected", "possible", "permitted", "denied", "superseded"]
Stance = Literal["for", "against", "conditional", "neutral", "unclear"]
DiscrepancyKind = Literal[
    "figure", "denial", "opposition", "position", "overreach", "one_sided", "accusation", "wording", "detail"
]
Severity = Literal["high", "medium", "low"]
Verdict = Literal["yes", "no", "unsure"]
Direction = Literal["before", "after", "perhaps before", "perhaps after", "nearest", "same", "last", "next"]
TimeUnit = Literal[
    "day", "weekend", "week", "fortnight", "month", "quarter", "year", "decade", "century"
]
Basis = Literal["given", "markup", "stated", "inferred"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of `Document.text`: code points from `start` up to, not including, `end`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the characters of `text` that the span covers."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """A stretch of days, both ends included; an end that cannot be known is `None`."""

    earliest: str | None
    latest: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Someone or something as the text names it: the name that is recorded and the characters that carry it."""

    name: str
    span: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Relay:
    """One link of the chain that a statement came through; `inherited` when an earlier sentence names it."""

    name: str
    span: Span
    inherited: bool = False


# What was published.


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """The bytes as fetched. `digest` is their SHA-256 in hexadecimal."""

    digest: str
    uri: str
    media_type: str
    encoding: str | None
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """A fact about a document and where it was found: a span of its text, or a field of its markup."""

    value: str
    span: Span | None
    field: str | None
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """When a document was published, as an interval, and on what that rests."""

    interval: Interval
    basis: Basis
    evidence: tuple[Detail, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The text of one report; never changed after it was made. Its id is derived from its URI alone."""

    id: str
    uri: str
    capture: str
    text: str
    language: str | None
    title: Detail | None = None
    outlet: Detail | None = None
    byline: Detail | None = None
    dateline: Detail | None = None
    url: Detail | None = None
    published: Publication | None = None
    debris: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What could not be read or marked, where, and what the user can do about it."""

    stage: str
    uri: str
    message: str
    remedy: str
    document: str | None = None
    span: Span | None = None


# Marks: seen in one document.


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A person, organisation, place or group as named at one spot. `name` is the fullest form the text gives."""

    id: str
    document: str
    span: Span
    kind: MentionKind
    name: str
    role: Named | None
    by: str
    confidence: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """What a time expression means before any publication date is known.

    `value` is the TIMEX3 value as far as the words fix it, with X for what they leave open: "2031-05-17",
    "XXXX-09-14", "XXXX-WXX-7", "P15Y", "PAST_REF". `anchor` names what the rest is counted from: "publication",
    "mentioned" (the date named last before it) or the id of a timex; `None` when the words are enough.
    From the anchor, either `offset` counts so many `unit`s (0: the one that the anchor lies in), or `direction` says
    which of the days, months or seasons that fit is meant: "before" and "after" as the verb tells ("perhaps" where
    it stands further off), "last" and "next" as the words say. With no anchor it tells where the time lies.
    `value` None: the stretch named last, moved by the offset. `weekday` (1 to 7, Monday 1) is one that the words add
    to a date, `modifier` the TIMEX3 one ("early": START), `end` the value of the last day of a range.
    """

    value: str | None
    anchor: str | None = None
    offset: int | None = None
    unit: TimeUnit | None = None
    weekday: int | None = None
    direction: Direction | None = None
    modifier: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """A time expression. `type` is the TIMEX3 type; `expression` is resolved later, when anchors are known."""

    id: str
    document: str
    span: Span
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    expression: Expression
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A timex resolved: TIMEX3 value, the days it covers, what fixed it and why.

    `value` keeps X for what stays open. `anchor` is "publication", the id of the timex that it was counted from, or
    `None`: the words alone. `evidence` says in a few words what the reading rests on.
    """

    timex: str
    document: str
    value: str | None
    interval: Interval
    anchor: str | None
    evidence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Toponym:
    """A place name at one spot, resolved against the gazetteer within its document."""

    id: str
    document: str
    span: Span
    name: str
    latitude: float | None
    longitude: float | None
    radius_km: float | None
    geonames: int | None
    country: str | None
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One statement as one report gives it: who (source), the words that say so (cue), what (content).

    `speaker` is the source resolved within the report, or the words of the source where it cannot be named.
    `via` is the relay chain, nearest the report first. `denial`: the content is denied by the speaker.
    `said` is the id of the timex that dates the act of saying, `parent` the attribution it is nested in.
    """

    id: str
    document: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    speaker: str | None
    mention: str | None
    via: tuple[Relay, ...]
    addressee: Named | None
    denial: bool
    act: Act
    speech: Speech
    hedge: Span | None
    said: str | None
    parent: str | None
    by: str
    confidence: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number that the text gives, with what it counts, of whom, where and as of when, and who claims it.

    `part_of` and `supersedes` are ids of figures of the same text: "48 dead, including 9 children", "from 87 to 103".
    `relation` marks what is added to or taken from another number, `per` a rate ("day").
    """

    id: str
    document: str
    span: Span
    value: float | None
    high: float | None
    operator: Operator
    unit: str
    measure: str | None
    of: Named | None
    place: Named | None
    as_of: str | None
    status: FigureStatus
    claimants: tuple[Named, ...]
    attribution: str | None
    by: str
    confidence: float | None = None
    relation: Literal["increment", "increase", "decrease"] | None = None
    part_of: str | None = None
    supersedes: str | None = None
    per: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """Someone who takes part in an event, with the role and, where known, the sector."""

    role: Literal["actor", "recipient", "beneficiary", "other"]
    span: Span
    name: str
    sector: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMention:
    """Something that happened, or is planned, denied, alleged: trigger, type, who, and whose claim it is."""

    id: str
    document: str
    trigger: Span
    type: str | None
    subtype: str | None
    modality: Modality
    participants: tuple[Participant, ...]
    place: Named | None
    when: str | None
    claimants: tuple[Named, ...]
    attribution: str | None
    by: str
    confidence: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence of the text."""

    id: str
    document: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """Everything marked in one document."""

    document: str
    sentences: tuple[Sentence, ...] = ()
    mentions: tuple[Mention, ...] = ()
    timexes: tuple[Timex, ...] = ()
    toponyms: tuple[Toponym, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    figures: tuple[Figure, ...] = ()
    events: tuple[EventMention, ...] = ()
    problems: tuple[Problem, ...] = ()


# Things: resolved across documents.


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


# Accounts: what the things say beside each other.


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
