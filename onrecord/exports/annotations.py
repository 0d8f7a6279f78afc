"""Marks in the form that corpora and scorers exchange: one JSON object a document, offsets in code points."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.exports.index import days, span_cell
from onrecord.exports.rows import Cell, Row
from onrecord.records import (
    Attribution,
    Document,
    EventMention,
    Figure,
    Interval,
    Marks,
    Mention,
    Named,
    Publication,
    Reading,
    Span,
    Statement,
    Things,
    Timex,
    Toponym,
)
from onrecord.times import write_edtf


def annotate(name: str, document: Document, marks: Marks, things: Things) -> Row:
    """Return a document's marks as one object; `name` is the id that the input gave it."""
    readings = {reading.timex: reading for reading in things.readings}
    publications = {dated.document: dated.publication for dated in things.publications}
    statements = {a: statement for statement in things.statements for a in statement.attributions}
    return {
        "id": name,
        "text": document.text,
        "published": _published(publications.get(document.id)),
        "language": document.language,
        "attributions": [_attribution(a, statements) for a in marks.attributions],
        "timexes": [_timex(timex, readings) for timex in marks.timexes],
        "toponyms": [_toponym(toponym) for toponym in marks.toponyms],
        "figures": [_figure(figure, readings) for figure in marks.figures],
        "events": [_event(event, readings) for event in marks.events],
        "mentions": [_mention(mention) for mention in marks.mentions],
        "problems": [
            {"stage": p.stage, "message": p.message, "span": span_cell(p.span) if p.span else None, "remedy": p.remedy}
            for p in marks.problems
        ],
    }


def _published(publication: Publication | None) -> Cell:
    if publication is None or days(publication.interval) is None:
        return None
    interval = publication.interval
    return {"earliest": interval.earliest, "latest": interval.latest, "basis": publication.basis}


def _attribution(a: Attribution, statements: dict[str, Statement]) -> Cell:
    statement = statements.get(a.id)
    return {
        "id": a.id,
        "source": _spans(a.source),
        "cue": _spans(a.cue),
        "content": _spans(a.content),
        "speaker": a.speaker,
        "via": [{"name": relay.name, "span": span_cell(relay.span), "inherited": relay.inherited} for relay in a.via],
        "addressee": a.addressee.name if a.addressee else None,
        "denial": a.denial,
        "negated": a.negated,
        "act": a.act,
        "said": days(statement.said) if statement else None,
        "nested_in": a.parent,
        "speech": a.speech,
        "hedge": span_cell(a.hedge) if a.hedge else None,
        "confidence": a.confidence,
        "by": a.by,
    }


def _timex(timex: Timex, readings: dict[str, Reading]) -> Cell:
    reading = readings.get(timex.id)
    interval = reading.interval if reading else Interval(earliest=None, latest=None)
    return {
        "span": span_cell(timex.span),
        "type": timex.type,
        "value": reading.value if reading else None,
        "edtf": write_edtf(timex, reading) if reading else None,
        "earliest": interval.earliest,
        "latest": interval.latest,
        "anchor": reading.anchor if reading else None,
        "by": timex.by,
    }


def _toponym(toponym: Toponym) -> Cell:
    return {
        "span": span_cell(toponym.span),
        "name": toponym.name,
        "lat": toponym.latitude,
        "lon": toponym.longitude,
        "radius_km": toponym.radius_km,
        "geonames": toponym.geonames,
        "country": toponym.country,
        "by": toponym.by,
    }


def _figure(figure: Figure, readings: dict[str, Reading]) -> Cell:
    reading = readings.get(figure.as_of or "")
    return {
        "span": span_cell(figure.span),
        "value": _number(figure.value),
        "high": _number(figure.high),
        "op": figure.operator,
        "unit": figure.unit,
        "measure": figure.measure,
        "of": _named(figure.of),
        "place": figure.place.name if figure.place else None,
        "as_of": reading.value if reading else None,
        "status": figure.status,
        "claimants": [_named(claimant) for claimant in figure.claimants],
        "denied_by": [_named(denier) for denier in figure.denied_by],
        "relation": figure.relation,
        "part_of": figure.part_of,
        "supersedes": figure.supersedes,
        "per": figure.per,
        "id": figure.id,
        "by": figure.by,
    }


def _number(value: float | None) -> Cell:
    return int(value) if value is not None and value == int(value) else value


def _event(event: EventMention, readings: dict[str, Reading]) -> Cell:
    reading = readings.get(event.when or "")
    return {
        "trigger": span_cell(event.trigger),
        "type": event.type,
        "subtype": event.subtype,
        "modality": event.modality,
        "cue": span_cell(event.cue) if event.cue else None,
        "novelty": event.novelty,
        "issue": _named(event.issue),
        "wave": event.wave,
        "actors": [
            {"role": p.role, "span": span_cell(p.span), "entity": p.name, "sector": p.sector, "implied": p.implied}
            for p in event.participants
        ],
        "place": _named(event.place),
        "date": days(reading.interval) if reading else None,
        "claimants": [_named(claimant) for claimant in event.claimants],
        "denied_by": [_named(denier) for denier in event.denied_by],
        "confidence": event.confidence,
        "by": event.by,
    }


def _mention(mention: Mention) -> Cell:
    return {"span": span_cell(mention.span), "kind": mention.kind, "entity": mention.name, "by": mention.by}


def _named(named: Named | None) -> Cell:
    return {"name": named.name, "span": span_cell(named.span) if named.span else None} if named else None


def _spans(spans: Iterable[Span]) -> Cell:
    return [span_cell(span) for span in spans]
