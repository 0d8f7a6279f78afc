"""Builds the marks of a marked line by hand, for the tests of this room."""

from __future__ import annotations

from onrecord.identity import document_id
from onrecord.records import Attribution, EventMention, Expression, Figure, Relay, Span, Timex
from tests.marked import read_marked

DOCUMENT = document_id("line.txt")


def spans(line: str, label: str) -> tuple[Span, ...]:
    """Return the spans of a label in a marked line, in order of the text."""
    found = [Span(start=start, end=end) for name, start, end in read_marked(line)[1] if name == label]
    return tuple(sorted(found, key=lambda span: span.start))


def attribution(line: str, number: str = "", **changes: object) -> Attribution:
    """Return the attribution whose slots are labelled source, cue, content (and via) with a number behind."""
    text = read_marked(line)[0]
    source = spans(line, f"source{number}")
    values: dict[str, object] = {
        "id": f"a{number or 1}",
        "document": DOCUMENT,
        "source": source,
        "cue": spans(line, f"cue{number}"),
        "content": spans(line, f"content{number}"),
        "speaker": source[0].of(text) if source else None,
        "mention": None,
        "via": tuple(Relay(name=span.of(text), span=span) for span in spans(line, f"via{number}")),
        "addressee": None,
        "denial": False,
        "act": "assert",
        "speech": "indirect",
        "hedge": None,
        "said": None,
        "parent": None,
        "by": "test",
        "confidence": None,
        **changes,
    }
    return Attribution(**values)  # type: ignore[arg-type]


def figure(line: str) -> Figure:
    """Return the figure that the line labels."""
    return Figure(
        id="f1",
        document=DOCUMENT,
        span=spans(line, "figure")[0],
        value=1.0,
        high=1.0,
        operator="exact",
        unit="person",
        measure="dead",
        of=None,
        place=None,
        as_of=None,
        status="reported",
        claimants=(),
        attribution=None,
        by="test",
    )


def event(line: str) -> EventMention:
    """Return the event that the line labels by its trigger."""
    return EventMention(
        id="e1",
        document=DOCUMENT,
        trigger=spans(line, "trigger")[0],
        type="CONSULT",
        subtype="visit",
        modality="happened",
        participants=(),
        place=None,
        when=None,
        claimants=(),
        attribution=None,
        by="test",
        confidence=None,
    )


def timexes(line: str) -> tuple[Timex, ...]:
    """Return the time expressions that the line labels "time" or "right" (the one expected)."""
    found = sorted((*spans(line, "time"), *spans(line, "right")), key=lambda span: span.start)
    return tuple(
        Timex(id=f"t{s.start}", document=DOCUMENT, span=s, type="DATE", expression=Expression(value=None), by="test")
        for s in found
    )
