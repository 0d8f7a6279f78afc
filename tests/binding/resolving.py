"""Runs names and speakers over a marked line, for the tests of this room."""

from __future__ import annotations

from onrecord.binding.speakers import resolve_speakers
from onrecord.language import Parser, parse
from onrecord.names import find_mentions, load_lexicon
from onrecord.records import Attribution, Document, Mention
from tests.binding.making import DOCUMENT, attribution
from tests.marked import plain


def mentions_of(text: str, parser: Parser) -> tuple[Mention, ...]:
    document = Document(id=DOCUMENT, uri="line.txt", capture="c", text=text, language="en")
    return find_mentions(document, parse(text, parser), load_lexicon())


def resolved(line: str, parser: Parser, *made: Attribution) -> tuple[Attribution, ...]:
    """Return the attributions of a marked line with their speakers, in the order in which they were made."""
    text = plain(line)
    return resolve_speakers(parse(text, parser), mentions_of(text, parser), made or (attribution(line),))
