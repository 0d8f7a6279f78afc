"""What the tests of this room share: a text becomes its mentions."""

from __future__ import annotations

from onrecord.language import Parser, parse
from onrecord.names import find_mentions, load_lexicon
from onrecord.records import Document, Mention


def document(text: str) -> Document:
    return Document(id="d1", uri="report.txt", capture="c", text=text, language="en")


def seen(text: str, parser: Parser) -> tuple[Mention, ...]:
    """Return the mentions of a text."""
    return find_mentions(document(text), parse(text, parser), load_lexicon())


def names(text: str, parser: Parser) -> dict[str, tuple[str, str]]:
    """Return, by the words that carry it, the kind and the fullest name of every mention."""
    return {mention.span.of(text): (mention.kind, mention.name) for mention in seen(text, parser)}
