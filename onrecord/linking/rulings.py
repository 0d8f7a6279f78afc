"""A person's judgements: taken down by words and place, and found again among marks that rules have moved since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from onrecord.records import Document, Judgement, MarkKind, Marks, Problem, Relation, Ruling, Selector, Span

_CONTEXT = 32
KINDS: Mapping[Relation, MarkKind] = {
    "same entity": "mention",
    "same statement": "attribution",
    "same figure": "figure",
    "same event": "event mention",
}


def find_standing(rulings: Sequence[Ruling]) -> tuple[Ruling, ...]:
    """Return the judgements that nobody has taken back, oldest first."""
    undone = {ruling.undoes for ruling in rulings}
    return tuple(ruling for ruling in rulings if ruling.undoes is None and ruling.id not in undone)


def select(document: Document, kind: MarkKind, span: Span) -> Selector:
    """Take a mark down by its words, what stands around them, and where."""
    return Selector(
        document=document.id,
        kind=kind,
        quote=span.of(document.text),
        before=document.text[max(0, span.start - _CONTEXT) : span.start],
        after=document.text[span.end : span.end + _CONTEXT],
        span=span,
    )


def find_spans(marks: Marks, kind: MarkKind) -> dict[str, Span]:
    """Return the span by which each mark of a kind is known: its first words, by id."""
    if kind == "mention":
        return {mention.id: mention.span for mention in marks.mentions}
    if kind == "figure":
        return {figure.id: figure.span for figure in marks.figures}
    if kind == "event mention":
        return {event.id: event.trigger for event in marks.events}
    return {one.id: (one.content or one.cue)[0] for one in marks.attributions if one.content or one.cue}


def attach(selector: Selector, document: Document, marks: Marks) -> str | None:
    """Return the id of the mark that a selector means now; None when its words, or every mark on them, are gone."""
    place = _find_place(selector, document.text)
    if place is None:
        return None
    over = {id: _overlap(span, place) / _length(span, place) for id, span in find_spans(marks, selector.kind).items()}
    best = max(over, key=lambda id: over[id], default=None)
    return best if best is not None and over[best] > 0 else None


def attach_rulings(
    rulings: Sequence[Ruling], documents: Iterable[Document], marks: Iterable[Marks]
) -> tuple[tuple[Judgement, ...], tuple[Problem, ...]]:
    """Return the judgements that stand, each between two marks of today, and a problem for each that has lost one."""
    texts = {document.id: document for document in documents}
    found = {one.document: one for one in marks}
    judgements: list[Judgement] = []
    problems: list[Problem] = []
    for ruling in find_standing(rulings):
        ends = [_attached(side, texts, found) for side in (ruling.left, ruling.right)]
        lost = [side for side, end in zip((ruling.left, ruling.right), ends, strict=True) if end is None]
        if lost:
            problems.extend(_lost(ruling, side, texts) for side in lost)
        else:
            judgements.append(as_judgement(ruling, ends[0] or "", ends[1] or ""))
    return tuple(judgements), tuple(problems)


def as_judgement(ruling: Ruling, left: str, right: str) -> Judgement:
    """Return a ruling as a judgement between two marks."""
    return Judgement(
        id=ruling.id,
        relation=ruling.relation,
        left=left,
        right=right,
        verdict=ruling.verdict,
        by=ruling.by,
        why=ruling.why,
    )


def pair_up(
    judgements: Iterable[Judgement], relation: Relation, known: Iterable[str]
) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Return the pairs of known marks that are judged one, and those that are to stay apart."""
    known = frozenset(known)
    fitting = [j for j in judgements if j.relation == relation and {j.left, j.right} <= known]
    together = [(j.left, j.right) for j in fitting if j.verdict == "yes"]
    return together, [(j.left, j.right) for j in fitting if j.verdict != "yes"]


def _attached(side: Selector, texts: Mapping[str, Document], found: Mapping[str, Marks]) -> str | None:
    document = texts.get(side.document)
    return attach(side, document, found[side.document]) if document and side.document in found else None


def _lost(ruling: Ruling, side: Selector, texts: Mapping[str, Document]) -> Problem:
    document = texts.get(side.document)
    return Problem(
        stage="linking",
        uri=document.uri if document else side.document,
        document=document.id if document else None,
        message=f"judgement {ruling.id} finds no {side.kind} on “{side.quote}” any more, so it binds nothing",
        remedy=f"Judge anew, or take it back: onrecord undo STORY.db {ruling.id}",
    )


def _find_place(selector: Selector, text: str) -> Span | None:
    """Where the words stand now: where they stood, or else where most of their surroundings are as they were."""
    if selector.span.of(text) == selector.quote:
        return selector.span
    places = list(_occurrences(selector.quote, text))
    return max(places, key=lambda place: _likeness(place, selector, text), default=None)


def _occurrences(quote: str, text: str) -> Iterator[Span]:
    start = text.find(quote)
    while quote and start >= 0:
        yield Span(start=start, end=start + len(quote))
        start = text.find(quote, start + 1)


def _likeness(place: Span, selector: Selector, text: str) -> tuple[int, int]:
    before = text[max(0, place.start - _CONTEXT) : place.start]
    after = text[place.end : place.end + _CONTEXT]
    alike = _shared(before[::-1], selector.before[::-1]) + _shared(after, selector.after)
    return alike, -abs(place.start - selector.span.start)


def _shared(left: str, right: str) -> int:
    """How many characters two strings begin with in common."""
    return next((i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right)))


def _overlap(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _length(one: Span, other: Span) -> int:
    return max(1, max(one.end, other.end) - min(one.start, other.start))
