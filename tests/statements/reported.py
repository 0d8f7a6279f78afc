"""Runs the room over an invented text and gives what it found as (label, words), to set beside marked gold."""

from onrecord.language import Parser, parse
from onrecord.records import Attribution, Document, Span


def make_document(text: str, debris: tuple[Span, ...] = ()) -> Document:
    return Document(id="d1", uri="test:1", capture="c1", text=text, language="en", debris=debris)


def find(text: str, parser: Parser, debris: tuple[Span, ...] = ()) -> tuple[Attribution, ...]:
    from onrecord.statements import find_attributions

    return find_attributions(make_document(text, debris), parse(text, parser))


def slots(attribution: Attribution, text: str) -> set[tuple[str, str]]:
    """Source, cue and content, relays that stand in the text, addressee, hedge."""
    found = {
        (label, span.of(text))
        for label, spans in (
            ("source", attribution.source),
            ("cue", attribution.cue),
            ("content", attribution.content),
            ("via", tuple(relay.span for relay in attribution.via if not relay.inherited)),
        )
        for span in spans
    }
    if attribution.addressee is not None and attribution.addressee.span is not None:
        found.add(("addressee", attribution.addressee.span.of(text)))
    if attribution.hedge is not None:
        found.add(("hedge", attribution.hedge.of(text)))
    return found


def outermost(text: str, parser: Parser) -> list[set[tuple[str, str]]]:
    return [slots(a, text) for a in find(text, parser) if a.parent is None]
