"""The rows of each view of a story, with the columns they have."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable

from onrecord.exports.compared import (
    list_agreements,
    list_considered,
    list_copies,
    list_discrepancies,
    list_positions,
)
from onrecord.exports.index import Index, days, span_cell
from onrecord.exports.judged import list_judgements
from onrecord.exports.network import list_sources
from onrecord.exports.rows import Row
from onrecord.records import Attribution, EventMention, Figure, Span, Story


def _documents(index: Index) -> list[Row]:
    copies = {m: family for family in index.story.things.copies for m in family.members[1:]}
    problems = [problem.uri for problem in index.story.problems]
    return [
        {
            "document": document.uri,
            "id": document.id,
            "outlet": document.outlet.value if document.outlet else None,
            "title": document.title.value if document.title else None,
            "published": days(publication.interval) if publication else None,
            "basis": publication.basis if publication else None,
            "found_in": "; ".join(_origin(d.span, d.field, d.value) for d in publication.evidence)
            if publication
            else None,
            "language": document.language,
            "words": len(document.text.split()),
            "copy_of": index.documents[copies[document.id].members[0]].uri if document.id in copies else None,
            "problems": problems.count(document.uri),
        }
        for document in index.story.documents
        for publication in [index.publications.get(document.id, document.published)]
    ]


def _origin(span: Span | None, field: str | None, value: str) -> str:
    return f"{field}: {value}" if span is None else f"{value} at {span.start}"


def _statements(index: Index) -> list[Row]:
    return [_statement(index, a) for marks in index.story.marks for a in marks.attributions]


def _statement(index: Index, a: Attribution) -> Row:
    statement = index.statements.get(a.id)
    return {
        "id": a.id,
        "document": index.documents[a.document].uri,
        "speaker": a.speaker,
        "act": a.act,
        "denial": a.denial,
        "negated": a.negated,
        "says": index.words(a.document, a.content),
        "said": days(statement.said) if statement else None,
        "via": [relay.name for relay in a.via],
        "addressee": a.addressee.name if a.addressee else None,
        "speech": a.speech,
        "nested_in": a.parent,
        "statement": statement.id if statement else None,
        "source": [span_cell(s) for s in a.source],
        "cue": [span_cell(s) for s in a.cue],
        "content": [span_cell(s) for s in a.content],
        "confidence": a.confidence,
        "by": a.by,
    }


def _people(index: Index) -> list[Row]:
    where = {m.id: m.document for marks in index.story.marks for m in marks.mentions}
    spoken: dict[str, int] = {}
    for statement in index.story.things.statements:
        if statement.entity:
            spoken[statement.entity] = spoken.get(statement.entity, 0) + 1
    return [
        {
            "id": entity.id,
            "name": entity.name,
            "kind": entity.kind,
            "variants": list(entity.variants),
            "roles": list(entity.roles),
            "tenures": [{"role": t.role, "attested": days(t.attested)} for t in entity.tenures],
            "mentions": len(entity.mentions),
            "reports": len({where[m] for m in entity.mentions if m in where}),
            "statements": spoken.get(entity.id, 0),
        }
        for entity in index.story.things.entities
    ]


def _timeline(index: Index) -> list[Row]:
    rows = [*_published(index), *_said(index), *_happened(index)]
    stretches = [_stretch(row) for row in rows]
    first, last = sorted(low for low, _ in stretches), sorted(high for _, high in stretches)
    for row, (low, high) in zip(rows, stretches, strict=True):
        row["overlaps"] = len(rows) - bisect_left(last, low) - (len(rows) - bisect_right(first, high)) - 1
    return sorted(rows, key=_order)


def _stretch(row: Row) -> tuple[str, str]:
    """The first and the last day that an item may be of; what is not dated may be of any."""
    when = row["when"]
    earliest, latest = (when["earliest"], when["latest"]) if isinstance(when, dict) else (None, None)
    return str(earliest)[:10] if earliest else "", str(latest)[:10] if latest else "9999-99"


def _order(row: Row) -> tuple[bool, str, str]:
    when = row["when"]
    if not isinstance(when, dict):
        return (True, "", "")
    return (False, str(when["earliest"] or when["latest"]), str(when["latest"] or "9999"))


def _published(index: Index) -> list[Row]:
    return [
        {"clock": "publication", "when": row["published"], "speaker": row["outlet"], "what": row["title"],
         "document": row["document"], "id": row["id"]}
        for row in _documents(index)
    ]  # fmt: skip


def _said(index: Index) -> list[Row]:
    return [
        {"clock": "statement", "when": row["said"], "speaker": row["speaker"], "what": row["says"],
         "document": row["document"], "id": row["id"]}
        for row in _statements(index)
        if row["nested_in"] is None
    ]  # fmt: skip


def _happened(index: Index) -> list[Row]:
    return [
        {
            "clock": "event",
            "when": days(index.readings[event.when].interval) if event.when in index.readings else None,
            "speaker": event.claimants[0].name if event.claimants else None,
            "what": f"{index.words(event.document, [event.trigger])} ({_tell_standing(event)})",
            "document": index.documents[event.document].uri,
            "id": event.id,
        }
        for marks in index.story.marks
        for event in marks.events
    ]


def _tell_standing(event: EventMention) -> str:
    deniers = ", ".join(denier.name for denier in event.denied_by)
    return f"denied by {deniers}" if deniers else event.modality or "not known whether"


def _figures(index: Index) -> list[Row]:
    return [_figure(index, figure) for marks in index.story.marks for figure in marks.figures]


def _figure(index: Index, figure: Figure) -> Row:
    reading = index.readings.get(figure.as_of or "")
    return {
        "id": figure.id,
        "document": index.documents[figure.document].uri,
        "words": figure.span.of(index.documents[figure.document].text),
        "value": figure.value,
        "high": figure.high,
        "operator": figure.operator,
        "unit": figure.unit,
        "measure": figure.measure,
        "of": figure.of.name if figure.of else None,
        "place": figure.place.name if figure.place else None,
        "as_of": days(reading.interval) if reading else None,
        "status": figure.status,
        "claimants": [claimant.name for claimant in figure.claimants],
        "denied_by": [denier.name for denier in figure.denied_by],
        "span": span_cell(figure.span),
        "confidence": figure.confidence,
        "by": figure.by,
    }


def _problems(index: Index) -> list[Row]:
    return [
        {
            "document": p.uri,
            "stage": p.stage,
            "message": p.message.split("\n")[0],
            "remedy": p.remedy,
            "detail": p.message.partition("\n")[2] or None,
            "span": span_cell(p.span) if p.span else None,
        }
        for p in index.story.problems
    ]


_MAKERS: dict[str, Callable[[Index], list[Row]]] = {
    "documents": _documents,
    "statements": _statements,
    "people": _people,
    "timeline": _timeline,
    "figures": _figures,
    "discrepancies": list_discrepancies,
    "considered": list_considered,
    "positions": list_positions,
    "agreements": list_agreements,
    "copies": list_copies,
    "problems": _problems,
    "sources": list_sources,
    "judgements": lambda index: list_judgements(index.story),
}

# What a terminal shows of each view; JSON and CSV hold every column.
VIEWS: dict[str, tuple[str, ...]] = {
    "documents": ("document", "outlet", "published", "found_in", "language", "words", "copy_of", "problems"),
    "statements": ("id", "speaker", "act", "said", "via", "says", "document"),
    "people": ("name", "kind", "roles", "variants", "reports", "statements"),
    "timeline": ("clock", "when", "overlaps", "speaker", "what", "document"),
    "figures": ("id", "words", "unit", "measure", "place", "as_of", "status", "claimants", "denied_by", "document"),
    "discrepancies": ("id", "kind", "severity", "question", "why", "missing"),
    "considered": ("kind", "one", "other", "why"),
    "positions": ("issue", "actor", "for", "stance", "said", "says", "document"),
    "agreements": ("id", "reports", "independent_texts", "why"),
    "copies": ("id", "members", "reports", "independent_texts", "why"),
    "problems": ("document", "stage", "message", "remedy"),
    "sources": ("from", "to", "statements", "reports", "independent_texts"),
    "judgements": ("id", "relation", "verdict", "left", "right", "by", "why", "made", "stands"),
}

# The views whose rows have days.
DATED = ("documents", "statements", "timeline", "figures", "discrepancies", "considered", "positions", "agreements")


def view_rows(story: Story, view: str) -> list[Row]:
    """Return the rows of one of the `VIEWS`."""
    return _MAKERS[view](Index(story))
