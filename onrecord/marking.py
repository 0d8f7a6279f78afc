"""Marks one document: every room in order, on one screen."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord.binding import bind
from onrecord.events import find_events
from onrecord.figures import find_doubts, find_figures
from onrecord.identity import mark_id
from onrecord.language import Parser, find_sections, load_parser, parse
from onrecord.names import Lexicon, find_mentions, load_lexicon
from onrecord.places import Gazetteer, find_toponyms, load_gazetteer
from onrecord.records import Document, Marks, Problem, Sentence, Span
from onrecord.sections import Section, cut_document, join_marks, shift_marks
from onrecord.statements import find_attributions, find_unread
from onrecord.times import find_timexes

_ROOMS = ("records", "language", "names", "times", "places", "figures", "statements", "events", "binding")
_LONGEST = (
    40_000  # characters, some 6,500 words: longer than reports are, and short enough for rules that look back far
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """What marking needs to know, loaded once a process. `version` changes when any rule, table or model does."""

    parser: Parser
    lexicon: Lexicon
    gazetteer: Gazetteer
    version: str


def load_knowledge() -> Knowledge:
    """Load the model, the tables and the gazetteer; about two seconds."""
    return Knowledge(
        parser=load_parser(), lexicon=load_lexicon(), gazetteer=load_gazetteer(), version=knowledge_version()
    )


def knowledge_version() -> str:
    """Return a digest of every rule and table that marking uses, so that a change of any redoes what it touches."""
    home = Path(__file__).parent
    digest = hashlib.sha256()
    files = [home / "marking.py", *(f for room in _ROOMS for f in sorted((home / room).rglob("*")))]
    for file in files:
        if file.is_file() and file.suffix != ".pyc":
            digest.update(file.relative_to(home).as_posix().encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:16]


def mark(document: Document, knowledge: Knowledge) -> Marks:
    """Return everything that is marked in a document; the same answer for the same text, wherever it runs."""
    return join_marks(document.id, (mark_section(section, knowledge) for section in find_document_sections(document)))


def find_document_sections(document: Document) -> Iterator[Section]:
    """Yield what is marked at one go: the document, or parts of one that is longer than the parser takes."""
    return cut_document(document, find_sections(document.text, _LONGEST))


def mark_section(section: Section, knowledge: Knowledge) -> Marks:
    """Return the marks of one section, with the offsets of the whole document and an id for each."""
    marks = join_marks(section.document.id, [_mark_text(section.document, knowledge)])
    return shift_marks(marks, section.start)


def _mark_text(document: Document, knowledge: Knowledge) -> Marks:
    tree = parse(document.text, knowledge.parser)
    figures = find_figures(document, tree)
    loose = Marks(
        document=document.id,
        sentences=tuple(
            _sentence(document.id, tree.words[first].start, tree.words[last - 1].end) for first, last in tree.sentences
        ),
        mentions=find_mentions(document, tree, knowledge.lexicon),
        timexes=find_timexes(document, tree),
        toponyms=find_toponyms(document, tree, knowledge.gazetteer),
        figures=figures,
        attributions=find_attributions(document, tree),
        events=find_events(document, tree),
        problems=(*(_unread(document, span) for span in find_unread(tree)), *find_doubts(document, tree, figures)),
    )
    return bind(tree, loose, knowledge.lexicon)


def _unread(document: Document, span: Span) -> Problem:
    return Problem(
        stage="mark",
        uri=document.uri,
        document=document.id,
        span=span,
        message="more than 400 words without the end of a sentence were not read for statements",
        remedy="Break the passage into sentences and add the report again.",
    )


def _sentence(document: str, start: int, end: int) -> Sentence:
    return Sentence(id=mark_id("sentence", document, start), document=document, span=Span(start=start, end=end))
