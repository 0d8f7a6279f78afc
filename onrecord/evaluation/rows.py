"""What a corpus or a run says of a document, as far as it can be scored; read from JSON Lines."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.records import Span

Days = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributionRow:
    """One attribution. `denial` and `via` are `None` where the file says nothing of them.

    `office`: the source is a pronoun or a role, not a name; `nestable`: the file says whether it is nested.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    id: str | None = None
    speaker: str | None = None
    aliases: tuple[str, ...] = ()
    via: tuple[str, ...] | None = None
    addressee: str | None = None
    denial: bool | None = None
    act: str | None = None
    speech: str | None = None
    said: Days | None = None
    parent: str | None = None
    nestable: bool = False
    office: bool = False
    confidence: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimexRow:
    """One time expression; one that is `optional` in the gold may be found or not."""

    span: Span
    value: str
    optional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ToponymRow:
    """One place name and where it was put; `point` is latitude and longitude."""

    span: Span
    point: tuple[float, float] | None
    radius_km: float | None = None
    geonames: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """One number with what it counts, of whom, and who claims it. `counted`: the file says of whom."""

    span: Span
    value: float | None
    high: float | None
    operator: str | None
    unit: str | None
    measure: str | None
    claimants: tuple[str, ...]
    of: str | None = None
    counted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorRow:
    """Somebody in an event, or who reports one; `role` is empty for who reports it."""

    span: Span
    name: str | None
    role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """One event mention, the chain it belongs to, and whether it happened."""

    span: Span
    chain: str | None
    type: str | None = None
    modality: str | None = None
    actors: tuple[ActorRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionRow:
    """One name and what it is a name of."""

    span: Span
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow:
    """What is said of one document; a kind that is `None` is not spoken of. `text` may be left out of a prediction."""

    id: str
    text: str | None
    attributions: tuple[AttributionRow, ...] | None = None
    timexes: tuple[TimexRow, ...] | None = None
    toponyms: tuple[ToponymRow, ...] | None = None
    figures: tuple[FigureRow, ...] | None = None
    events: tuple[EventRow, ...] | None = None
    mentions: tuple[MentionRow, ...] | None = None
    reporters: tuple[ActorRow, ...] = ()
