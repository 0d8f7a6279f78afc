"""Marks: what is seen in one document, with its spans."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.records.sources import Interval, Named, Problem, Relay, Span

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
Negated = Literal["saying", "said", "both"]
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
Direction = Literal["before", "after", "perhaps before", "perhaps after", "nearest", "same", "last", "next"]
TimeUnit = Literal["day", "weekend", "week", "fortnight", "month", "quarter", "year", "decade", "century"]


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
    to a date, `modifier` the TIMEX3 one ("early": START), `end` the value of the last day of a range. A year whose
    `end` is itself, with the `unit` "year", is one of the books ("fiscal 2031"), which need not begin in January.
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
    `via` is the relay chain, nearest the report first. `denial`: the content is denied by the speaker, whether a word
    of denying tells so or what is said does. `negated` only tells where a negating word stands: at the saying ("did
    not say whether"), in what is said ("that it will not close"), or at both; a negation alone denies nothing.
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
    negated: Negated | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number that the text gives, with what it counts, of whom, where and as of when, and who claims it.

    `measure` is the common word for a harm or quantity, with the report's own behind a stroke ("rescued / pulled out").
    `part_of` and `supersedes` are ids of figures of the same text: "48 dead, including 9 children", "from 87 to 103".
    `relation` marks what is added to or taken from another number, `per` a rate ("day"). `denied_by` names whoever
    denies it; they are no claimants.
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
    denied_by: tuple[Named, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """Someone who takes part in an event, with the role and, where known, the sector.

    `implied`: no word says that they did it. Where the act itself tells whose it is ("was arrested": by the police),
    the span is that of the trigger and the name "unnamed"; "killed in a clash with the police" names the other side.
    """

    role: Literal["actor", "recipient", "beneficiary", "other"]
    span: Span
    name: str
    sector: str | None
    implied: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMention:
    """Something that happened, or is planned, denied, alleged: trigger, type, who, and whose claim it is.

    `cue` is the word that decides the modality ("plans", "denied"), `None` for what plainly happened. `novelty` tells
    what the report has to tell from what it calls to mind. `issue` is what the event is about: the proposal, base or
    dispute; `wave` its number in a series ("the third round of talks"). `denied_by` names
    whoever denies it; they are no claimants.
    """

    id: str
    document: str
    trigger: Span
    type: str | None
    subtype: str | None
    modality: Modality | None
    participants: tuple[Participant, ...]
    place: Named | None
    when: str | None
    claimants: tuple[Named, ...]
    attribution: str | None
    by: str
    confidence: float | None
    cue: Span | None = None
    novelty: Literal["new", "background"] | None = None
    issue: Named | None = None
    wave: int | None = None
    denied_by: tuple[Named, ...] = ()


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
