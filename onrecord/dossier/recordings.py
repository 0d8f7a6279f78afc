"""The record of each mark of a report, in the order of its text: what was read there, and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.dossier.catalogue import (
    Catalogue,
    anchor,
    called_of,
    factuality_of,
    name_of,
    role_of,
    said_of,
    speaker_of,
)
from onrecord.dossier.days import tell_days, tell_interval
from onrecord.dossier.filters import LOW_CONFIDENCE, Choices, Keys, key_attribution, make_keys, outlet_of
from onrecord.dossier.passages import Citation, cite, find_passage, shorten, tell_place, words_of
from onrecord.dossier.quantities import as_of, tell_number
from onrecord.dossier.speakers import FACTUALITY, UNNAMED, Link, draw_chain
from onrecord.records import Attribution, EventMention, Expression, Figure, Marks, Named, Span, Timex

_MOST = 220
_SPEECH = {"direct": "in quotation", "indirect": "in the report's words", "mixed": "partly in quotation"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """What was recorded of one mark. `facts` are pairs of label and value; `relations` of anchor and words."""

    anchor: str
    back: str
    kind: str
    label: str
    headline: str
    words: str
    chain: tuple[Link, ...]
    facts: tuple[tuple[str, str], ...]
    relations: tuple[tuple[str, str], ...]
    why: str
    place: str
    is_doubtful: bool
    keys: Keys
    citation: Citation | None
    start: int


def list_recordings(catalogue: Catalogue, choices: Choices, marks: Marks | None) -> tuple[Recording, ...]:
    """List the records of the marks of one report in the order of its text."""
    if marks is None:
        return ()
    found: list[Recording] = [_attribution(catalogue, choices, one) for one in marks.attributions]
    found += [_figure(catalogue, choices, one) for one in marks.figures]
    found += [_date(catalogue, choices, one) for one in marks.timexes]
    found += [_event(catalogue, choices, one) for one in marks.events]
    return tuple(sorted(found, key=lambda recording: recording.start))


def _attribution(catalogue: Catalogue, choices: Choices, found: Attribution) -> Recording:
    speaker, said = speaker_of(catalogue, found), said_of(catalogue, found)
    passage = find_passage(catalogue, found.document, found.content, found.id)
    spans = (*found.source, *found.cue, *found.content)
    facts = (
        ("Named as", None if speaker else called_of(catalogue, found)),
        ("Role", role_of(catalogue, found)),
        ("Said", tell_interval(said)),
        ("Cue", _text(catalogue, found.document, found.cue)),
        ("Form", f"{found.act}, {_SPEECH[found.speech]}"),
        ("Said at all", FACTUALITY[factuality_of(catalogue, found)]),
        ("Denied", "the speaker denies what is tinted" if found.denial else None),
        ("To", found.addressee.name if found.addressee else None),
        ("Hedge", _text(catalogue, found.document, [found.hedge]) if found.hedge else None),
    )
    return Recording(
        anchor=anchor("record", found.id),
        back=anchor("text", found.id),
        kind="statement",
        label="Statement",
        headline=speaker or UNNAMED,
        words=shorten(words_of(passage), _MOST) if passage else "",
        chain=draw_chain(catalogue, speaker, found.via) if found.via else (),
        facts=_known(facts),
        relations=_relations(catalogue, found),
        why=_why(found.by, found.confidence),
        place=tell_place(found.content),
        is_doubtful=_doubtful(found.confidence),
        keys=key_attribution(catalogue, choices, [found]),
        citation=cite(speaker, said, passage) if passage else None,
        start=min((span.start for span in spans), default=0),
    )


def _figure(catalogue: Catalogue, choices: Choices, found: Figure) -> Recording:
    claimants = [name_of(catalogue, claimant.name) or claimant.name for claimant in found.claimants]
    when = as_of(catalogue, found.as_of)
    facts = (
        ("Counts", " ".join(part for part in (found.unit, found.measure) if part)),
        ("Of", _name(found.of)),
        ("Where", _name(found.place)),
        ("As of", tell_interval(when) if when else None),
        ("Claimed by", ", ".join(claimants) or None),
        ("Denied by", _deniers(catalogue, found.denied_by)),
        ("Status", found.status.replace("_", " ")),
        ("Change", found.relation),
        ("Part of", _number(catalogue, found.part_of)),
        ("Takes the place of", _number(catalogue, found.supersedes)),
    )
    keys = make_keys(choices, claimants, (), [outlet_of(catalogue, found.document)], (when, found.confidence))
    return Recording(
        anchor=anchor("record", found.id),
        back=anchor("text", found.id),
        kind="figure",
        label="Figure",
        headline=tell_number(catalogue, found),
        words=_text(catalogue, found.document, [found.span]),
        chain=(),
        facts=_known(facts),
        relations=_within(catalogue, found.attribution),
        why=_why(found.by, found.confidence),
        place=tell_place([found.span]),
        is_doubtful=_doubtful(found.confidence),
        keys=keys,
        citation=None,
        start=found.span.start,
    )


def _deniers(catalogue: Catalogue, deniers: Iterable[Named]) -> str | None:
    return ", ".join(name_of(catalogue, denier.name) or denier.name for denier in deniers) or None


def _date(catalogue: Catalogue, choices: Choices, found: Timex) -> Recording:
    reading = catalogue.readings.get(found.id)
    facts = (
        ("Reads as", tell_interval(reading.interval) if reading else "not fixed"),
        ("Value", reading.value if reading else found.expression.value),
        ("Counted from", _counted_from(catalogue, found.expression)),
        ("Rests on", (reading.evidence or None) if reading else None),
    )
    interval = reading.interval if reading else None
    return Recording(
        anchor=anchor("record", found.id),
        back=anchor("text", found.id),
        kind="date",
        label={"DATE": "Date", "TIME": "Time", "DURATION": "Duration", "SET": "Repeated time"}[found.type],
        headline=_text(catalogue, found.document, [found.span]),
        words="",
        chain=(),
        facts=_known(facts),
        relations=(),
        why=_why(found.by, None),
        place=tell_place([found.span]),
        is_doubtful=False,
        keys=make_keys(choices, (), (), [outlet_of(catalogue, found.document)], (interval, None)),
        citation=None,
        start=found.span.start,
    )


def _event(catalogue: Catalogue, choices: Choices, found: EventMention) -> Recording:
    claimants = [name_of(catalogue, claimant.name) or claimant.name for claimant in found.claimants]
    when = as_of(catalogue, found.when)
    facts = (
        ("Type", ", ".join(part.lower() for part in (found.type, found.subtype) if part) or None),
        ("Given as", found.modality),
        ("Who", "; ".join(f"{one.name} ({one.role})" for one in found.participants) or None),
        ("About", _name(found.issue)),
        ("Number in a series", str(found.wave) if found.wave else None),
        ("Where", _name(found.place)),
        ("When", tell_interval(when) if when else None),
        ("Claimed by", ", ".join(claimants) or None),
        ("Denied by", _deniers(catalogue, found.denied_by)),
    )
    keys = make_keys(choices, claimants, (), [outlet_of(catalogue, found.document)], (when, found.confidence))
    return Recording(
        anchor=anchor("record", found.id),
        back=anchor("text", found.id),
        kind="event",
        label="Event",
        headline=_text(catalogue, found.document, [found.trigger]),
        words="",
        chain=(),
        facts=_known(facts),
        relations=_within(catalogue, found.attribution),
        why=_why(found.by, found.confidence),
        place=tell_place([found.trigger]),
        is_doubtful=_doubtful(found.confidence),
        keys=keys,
        citation=None,
        start=found.trigger.start,
    )


def _relations(catalogue: Catalogue, found: Attribution) -> tuple[tuple[str, str], ...]:
    relations = list(_within(catalogue, found.parent))
    statement = catalogue.statement_of.get(found.id)
    if statement is not None:
        relations.append((anchor("statement", statement.id), "In “Who says what”"))
    disputes = catalogue.disputes_of.get(found.id, ())
    relations += [(anchor("discrepancy", one.id), f"Compared: {tell_days(one.question)}") for one in disputes]
    return tuple(relations)


def _within(catalogue: Catalogue, id: str | None) -> tuple[tuple[str, str], ...]:
    found = catalogue.attributions.get(id or "")
    if found is None:
        return ()
    return ((anchor("record", found.id), f"Within a statement of {speaker_of(catalogue, found) or UNNAMED}"),)


def _counted_from(catalogue: Catalogue, expression: Expression) -> str | None:
    if expression.anchor == "publication":
        return "the day the report was published"
    if expression.anchor == "mentioned":
        return "the date named last before it"
    timex = catalogue.timexes.get(expression.anchor or "")
    return f"“{_text(catalogue, timex.document, [timex.span])}”" if timex else None


def _text(catalogue: Catalogue, document: str, spans: Sequence[Span]) -> str:
    report = catalogue.reports.get(document)
    return " … ".join(span.of(report.document.text) for span in spans) if report else ""


def _why(by: str, confidence: float | None) -> str:
    told = "no confidence is given" if confidence is None else f"confidence {confidence:.2f}"
    return f"Made by “{by}”; {told}."


def _doubtful(confidence: float | None) -> bool:
    return confidence is not None and confidence < LOW_CONFIDENCE


def _number(catalogue: Catalogue, id: str | None) -> str | None:
    figure = catalogue.figures.get(id or "")
    return tell_number(catalogue, figure) if figure else None


def _name(named: Named | None) -> str | None:
    return named.name if named else None


def _known(facts: Iterable[tuple[str, str | None]]) -> tuple[tuple[str, str], ...]:
    return tuple((label, value) for label, value in facts if value)
