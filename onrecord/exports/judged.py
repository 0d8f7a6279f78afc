"""The rows of the judgements view: what was judged one or apart, by a rule or by a person, and why."""

from __future__ import annotations

from onrecord.exports.rows import Row
from onrecord.records import Judgement, Marks, Ruling, Selector, Span, Story


def list_judgements(story: Story) -> list[Row]:
    """Return a row for every line of the log, oldest first, and then one for every merge that a rule made."""
    undone = {ruling.undoes: ruling.id for ruling in story.rulings if ruling.undoes}
    told = [_told(story, ruling, undone) for ruling in story.rulings]
    ruled = {ruling.id for ruling in story.rulings}
    places = _places(story)
    return told + [_made(one, places) for one in story.things.judgements if one.id not in ruled]


def _told(story: Story, ruling: Ruling, undone: dict[str, str]) -> Row:
    uris = {document.id: document.uri for document in story.documents}
    return {
        "id": ruling.id,
        "relation": ruling.relation,
        "verdict": ruling.verdict,
        **_end("left", ruling.left, uris),
        **_end("right", ruling.right, uris),
        "by": ruling.by,
        "why": ruling.why,
        "made": ruling.made,
        "undoes": ruling.undoes,
        "undone_by": undone.get(ruling.id),
        "stands": ruling.undoes is None and ruling.id not in undone,
    }


def _end(side: str, selector: Selector, uris: dict[str, str]) -> Row:
    return _place(side, selector.quote, uris.get(selector.document, selector.document), selector.span)


def _place(side: str, words: str, uri: str, span: Span) -> Row:
    return {side: words, f"{side}_document": uri, f"{side}_span": [span.start, span.end]}


def _made(judgement: Judgement, places: dict[str, tuple[str, str, Span]]) -> Row:
    return {
        "id": judgement.id,
        "relation": judgement.relation,
        "verdict": judgement.verdict,
        **_place("left", *places[judgement.left]),
        **_place("right", *places[judgement.right]),
        "by": judgement.by,
        "why": judgement.why,
        "made": None,
        "undoes": None,
        "undone_by": None,
        "stands": True,
    }


def _places(story: Story) -> dict[str, tuple[str, str, Span]]:
    """The words, the report and the span of every mark that can be judged, by its id."""
    marks = {found.document: found for found in story.marks}
    return {
        mark: (span.of(document.text), document.uri, span)
        for document in story.documents
        for mark, span in _spans(marks.get(document.id))
    }


def _spans(marks: Marks | None) -> list[tuple[str, Span]]:
    if marks is None:
        return []
    return [
        *((mention.id, mention.span) for mention in marks.mentions),
        *((figure.id, figure.span) for figure in marks.figures),
        *((event.id, event.trigger) for event in marks.events),
        *((one.id, one.content[0]) for one in marks.attributions if one.content),
    ]
