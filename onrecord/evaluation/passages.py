"""A passage of the hearsay corpus: a text, the attributions that it holds, and its names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.records import Span

Part = Literal["dev", "test"]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldAttribution:
    """One attribution as the corpus has it; `parent` is the number of the one that it is nested in.

    `office`: the source is a pronoun or a phrase for a role; `lost`: its quotation marks are lost.
    """

    number: int
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    via: tuple[Span, ...]
    to: tuple[Span, ...]
    said: tuple[Span, ...]
    hedge: tuple[Span, ...]
    speaker: str | None
    relays: tuple[str, ...]
    addressee: str | None
    act: str
    denial: bool
    parent: int | None
    speech: str
    office: bool
    lost: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldName:
    """One proper name and its kind: person, organisation, place or group."""

    span: Span
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One passage. `part` is drawn from its id, so that no one chooses what is tested."""

    id: str
    style: str
    outlet: str
    topic: str
    part: Part
    text: str
    attributions: tuple[GoldAttribution, ...]
    names: tuple[GoldName, ...]
