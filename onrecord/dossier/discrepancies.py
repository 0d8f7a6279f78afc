"""Accounts that do not fit, side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.dossier.catalogue import Catalogue, Report, actor_of, anchor, called_of, role_of, said_of, speaker_of
from onrecord.dossier.copies import fold_copies
from onrecord.dossier.days import NO_DATE, is_known, tell_days, tell_interval
from onrecord.dossier.filters import Choices, Keys, make_keys, outlet_of
from onrecord.dossier.passages import Citation, Passage, begin, cite, find_passage, shorten, tell_texts, words_of
from onrecord.dossier.quantities import list_claimants, tell_as_of
from onrecord.dossier.speakers import UNNAMED, Link, draw_chain
from onrecord.records import Agreement, Attribution, Discrepancy, Interval, Member, Side

_ORDER = {"high": 0, "medium": 1, "low": 2}
_WEIGHTS = {"high": "Weight: high", "medium": "Weight: medium", "low": "Weight: low"}
_MOST_NAMED = 3
_LONGEST = 90
_KINDS = {
    "figure": "figures that differ",
    "denial": "one says it, another denies it",
    "opposition": "open disagreement",
    "position": "one actor, two positions",
    "overreach": "the report says more than the words it quotes",
    "one_sided": "one side's account in the outlet's own voice",
    "accusation": "accusations",
    "wording": "wordings that differ",
    "detail": "a detail",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One member of a comparison: who says it, in which words, when, through whom, in which report."""

    speaker: str
    role: str | None
    passage: Passage | None
    says: str
    said: str
    when: str
    chain: tuple[Link, ...]
    citation: Citation | None
    also: tuple[Report, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One side of a comparison."""

    label: str
    voices: tuple[Voice, ...]
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A discrepancy: its question, its sides, why they are compared, what may reconcile them, what is missing."""

    anchor: str
    number: int
    question: str
    weight: str
    kind: str
    columns: tuple[Column, ...]
    why: str
    reconciled_by: str | None
    missing: str | None
    confidence: str
    by: str
    keys: Keys


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What several accounts share, in reports and in independent texts."""

    anchor: str
    why: str
    counted: str
    columns: tuple[Column, ...]
    by: str
    keys: Keys


def list_discrepancies(catalogue: Catalogue, choices: Choices) -> tuple[Card, ...]:
    """List the discrepancies of a story, the gravest first."""
    ordered = sorted(catalogue.story.accounts.discrepancies, key=lambda found: _ORDER.get(found.severity, 3))
    return tuple(_card(catalogue, choices, number, found) for number, found in enumerate(ordered, 1))


def list_agreements(catalogue: Catalogue, choices: Choices) -> tuple[Shared, ...]:
    """List what independent accounts share."""
    return tuple(_shared(catalogue, choices, found) for found in catalogue.story.accounts.agreements)


def _card(catalogue: Catalogue, choices: Choices, number: int, found: Discrepancy) -> Card:
    columns = tuple(_column(catalogue, side) for side in found.sides)
    return Card(
        anchor=anchor("discrepancy", found.id),
        number=number,
        question=_tell_question(found, columns),
        weight=_WEIGHTS.get(found.severity, found.severity),
        kind=begin(_KINDS.get(found.kind, found.kind)),
        columns=columns,
        why=_as_sentence(found.why) or "",
        reconciled_by=_as_sentence(found.reconciled_by),
        missing=_as_sentence(found.missing),
        confidence=f"{found.confidence:.2f}",
        by=found.by,
        keys=_keys(catalogue, choices, found.sides, found.confidence),
    )


def _tell_question(found: Discrepancy, columns: Sequence[Column]) -> str:
    """Return the question as a title; where it is about a headline's width, with the words that it is about."""
    question = begin(tell_days(found.question))
    first = columns[0].voices[0] if columns and columns[0].voices else None
    if found.kind != "overreach" or first is None:
        return question
    words = words_of(first.passage) if first.passage else ""
    return f"{question} “{shorten(words if ' ' in words else first.says, _LONGEST)}”"


def _shared(catalogue: Catalogue, choices: Choices, found: Agreement) -> Shared:
    return Shared(
        anchor=anchor("agreement", found.id),
        why=_as_sentence(found.why) or "",
        counted=tell_texts(found.reports, found.independent_texts),
        columns=tuple(_column(catalogue, side) for side in found.sides),
        by=found.by,
        keys=_keys(catalogue, choices, found.sides, None),
    )


def _column(catalogue: Catalogue, side: Side) -> Column:
    told = fold_copies(
        catalogue, (_voice(catalogue, member) for member in side.members), lambda voice: (voice.speaker, voice.passage)
    )
    voices = tuple(replace(voice, also=also) for voice, also in told)
    return Column(label=begin(side.label), voices=voices, told=_tell_side(begin(side.label), voices))


def _tell_side(label: str, voices: Sequence[Voice]) -> str:
    """Tell a side in one line: the first speakers, each once, with the days on which they spoke."""
    days: dict[str, dict[str, None]] = defaultdict(dict)
    for voice in voices:
        days[voice.speaker][voice.when] = None
    told = [f"{speaker} ({'; '.join(when)})" for speaker, when in days.items()]
    more = len(told) - _MOST_NAMED
    if more > 1:
        told = [*told[:_MOST_NAMED], f"and {more} more"]
    return f"{label}: {', '.join(told)}."


def _voice(catalogue: Catalogue, member: Member) -> Voice:
    attribution = catalogue.attributions.get(member.mark or "")
    speaker = _speaker(catalogue, member)
    passage = find_passage(catalogue, member.document, [member.span], member.mark)
    said = _said(catalogue, member)
    return Voice(
        speaker=speaker or (UNNAMED if attribution else "The report itself"),
        role=_role(catalogue, attribution, speaker) if attribution else None,
        passage=passage,
        says=member.says,
        said=_tell_said(catalogue, member, said),
        when=tell_interval(said).replace(NO_DATE, "no date"),
        chain=draw_chain(catalogue, speaker, attribution.via) if attribution and attribution.via else (),
        citation=cite(speaker, said, passage) if passage else None,
    )


def _role(catalogue: Catalogue, attribution: Attribution, speaker: str | None) -> str | None:
    called = None if speaker else called_of(catalogue, attribution)
    return f"called “{called}”" if called else role_of(catalogue, attribution)


def _speaker(catalogue: Catalogue, member: Member) -> str | None:
    attribution = catalogue.attributions.get(member.mark or "")
    figure = catalogue.figures.get(member.mark or "")
    if member.speaker:
        return actor_of(catalogue, member.speaker)
    if figure:
        return ", ".join(list_claimants(catalogue, figure)) or None
    return speaker_of(catalogue, attribution) if attribution else None


def _tell_said(catalogue: Catalogue, member: Member, said: Interval | None) -> str:
    figure = catalogue.figures.get(member.mark or "")
    if figure:
        when = tell_as_of(catalogue, figure)
        return f"As of {when}" if when else "As of when is not given"
    return f"Said {_on(said)}" if said else "No date of saying"


def _said(catalogue: Catalogue, member: Member) -> Interval | None:
    attribution = catalogue.attributions.get(member.mark or "")
    if is_known(member.said):
        return member.said
    return said_of(catalogue, attribution) if attribution else None


def _as_sentence(words: str | None) -> str | None:
    """Return what a rule tells as a sentence, its days as the page writes days; `None` where it tells nothing."""
    told = begin(tell_days((words or "").strip()))
    if not told:
        return None
    return told if told[-1] in ".?!" else f"{told}."


def _on(said: Interval) -> str:
    when = tell_interval(said)
    return f"on {when}" if when[:1].isdigit() and " " in when else when


def _keys(catalogue: Catalogue, choices: Choices, sides: tuple[Side, ...], confidence: float | None) -> Keys:
    members = [member for side in sides for member in side.members]
    return make_keys(
        choices,
        speakers=[_speaker(catalogue, member) for member in members],
        issues=[issue for member in members for issue in catalogue.issues_of.get(member.mark or "", ())],
        outlets=[outlet_of(catalogue, member.document) for member in members],
        when=(_span([_said(catalogue, member) for member in members]), confidence),
    )


def _span(said: list[Interval | None]) -> Interval | None:
    """Return the stretch that holds every dated member; open where a member's own end is not known."""
    known = [interval for interval in said if interval]
    if not known:
        return None
    starts, ends = [one.earliest for one in known], [one.latest for one in known]
    earliest = None if None in starts else min(start for start in starts if start)
    latest = None if None in ends else max(end for end in ends if end)
    return Interval(earliest=earliest, latest=latest)
