"""Small invented reports with their marks, for the tests of linking and of accounts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.identity import document_id, mark_id
from onrecord.records import (
    Act,
    Attribution,
    Detail,
    Document,
    Expression,
    Figure,
    FigureStatus,
    Interval,
    Marks,
    Mention,
    MentionKind,
    Named,
    Operator,
    Publication,
    Relay,
    Sentence,
    Span,
    Timex,
    Toponym,
)


@dataclass(frozen=True, slots=True)
class Told:
    """What a report says that somebody said: the words as they stand in the text, and who said them when."""

    words: str
    speaker: str | None
    cue: str = "said"
    act: Act = "assert"
    denial: bool = False
    day: str | None = None
    inside: str | None = None
    via: str | None = None


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure of a report."""

    words: str
    value: float | None
    measure: str | None = "dead"
    unit: str = "person"
    operator: Operator = "exact"
    of: str | None = None
    place: str | None = None
    claimant: str | None = None
    day: str | None = None
    status: FigureStatus = "reported"
    supersedes: str | None = None


@dataclass(frozen=True, slots=True)
class Called:
    """A name in a report."""

    words: str
    kind: MentionKind = "person"
    name: str | None = None
    role: str | None = None


def make_report(uri: str, text: str, day: str | None = None, title: str | None = None) -> Document:
    """Return a report, published on a day or undated."""
    at = text.find(title) if title else -1
    return Document(
        id=document_id(uri),
        uri=uri,
        capture="0" * 64,
        text=text,
        language="en",
        title=Detail(value=title, span=Span(start=at, end=at + len(title)), field=None, by="test") if title else None,
        published=Publication(interval=Interval(earliest=day, latest=day), basis="given", evidence=()) if day else None,
    )


def make_marks(
    document: Document,
    told: Sequence[Told] = (),
    called: Sequence[Called] = (),
    counted: Sequence[Counted] = (),
    places: Sequence[str] = (),
) -> Marks:
    """Return the marks of a report, all spans found in its text."""
    days = sorted({day for day in (*(one.day for one in told), *(one.day for one in counted)) if day})
    mentions = tuple(_mention(document, name) for name in called)
    return Marks(
        document=document.id,
        sentences=tuple(_sentences(document)),
        mentions=mentions,
        timexes=tuple(_timex(document, day) for day in days),
        toponyms=tuple(_toponym(document, name) for name in places),
        attributions=tuple(_attribution(document, item, mentions) for item in told),
        figures=tuple(_figure(document, item) for item in counted),
    )


def find_span(document: Document, words: str) -> Span:
    """Return where words stand in a report."""
    start = document.text.index(words)
    return Span(start=start, end=start + len(words))


def _sentences(document: Document) -> list[Sentence]:
    found, start = [], 0
    for line in document.text.replace(". ", ".\n").split("\n"):
        if line:
            span = Span(start=start, end=start + len(line))
            found.append(Sentence(id=mark_id("sentence", document.id, start), document=document.id, span=span))
        start += len(line) + 1
    return found


def _timex(document: Document, day: str) -> Timex:
    return Timex(
        id=_timex_id(document, day),
        document=document.id,
        span=Span(start=0, end=1),
        type="DATE",
        expression=Expression(value=day),
        by="test",
    )


def _timex_id(document: Document, day: str) -> str:
    return mark_id("timex", document.id, 0, day)


def _attribution(document: Document, told: Told, mentions: tuple[Mention, ...]) -> Attribution:
    content = find_span(document, told.words)
    mention = next((m for m in mentions if m.name == told.speaker), None)
    parent = find_span(document, told.inside).start if told.inside else None
    return Attribution(
        id=mark_id("attribution", document.id, content.start),
        document=document.id,
        source=(find_span(document, told.speaker),) if told.speaker and told.speaker in document.text else (),
        cue=(find_span(document, told.cue),) if told.cue in document.text else (),
        content=(content,),
        speaker=told.speaker,
        mention=mention.id if mention else None,
        via=(Relay(name=told.via, span=find_span(document, told.via)),) if told.via else (),
        addressee=None,
        denial=told.denial,
        act=told.act,
        speech="indirect",
        hedge=None,
        said=_timex_id(document, told.day) if told.day else None,
        parent=mark_id("attribution", document.id, parent) if parent is not None else None,
        by="test",
        confidence=None,
    )


def _mention(document: Document, called: Called) -> Mention:
    span = find_span(document, called.words)
    return Mention(
        id=mark_id("mention", document.id, span.start),
        document=document.id,
        span=span,
        kind=called.kind,
        name=called.name or called.words,
        role=_role(document, called.role) if called.role else None,
        by="test",
    )


def _role(document: Document, role: str) -> Named:
    return Named(name=role, span=find_span(document, role) if role in document.text else None)


def _toponym(document: Document, name: str) -> Toponym:
    return Toponym(
        id=mark_id("place", document.id, find_span(document, name).start),
        document=document.id,
        span=find_span(document, name),
        name=name,
        latitude=None,
        longitude=None,
        radius_km=None,
        geonames=None,
        country=None,
        by="test",
    )


def _figure(document: Document, counted: Counted) -> Figure:
    span = find_span(document, counted.words)
    older = find_span(document, counted.supersedes).start if counted.supersedes else None
    return Figure(
        id=mark_id("figure", document.id, span.start),
        document=document.id,
        span=span,
        value=counted.value,
        high=None,
        operator=counted.operator,
        unit=counted.unit,
        measure=counted.measure,
        of=Named(name=counted.of, span=None) if counted.of else None,
        place=Named(name=counted.place, span=None) if counted.place else None,
        as_of=_timex_id(document, counted.day) if counted.day else None,
        status=counted.status,
        claimants=(Named(name=counted.claimant, span=None),) if counted.claimant else (),
        attribution=None,
        by="test",
        supersedes=mark_id("figure", document.id, older) if older is not None else None,
    )
