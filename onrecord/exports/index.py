"""A story with the look-ups that its views need, and how spans and days stand in a row."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from onrecord.exports.rows import Cell
from onrecord.records import Document, Interval, Marks, Publication, Reading, Span, Statement, Story


@dataclass(frozen=True)
class Index:
    """A story with the look-ups that its views need."""

    story: Story

    @cached_property
    def documents(self) -> dict[str, Document]:
        """Documents by id."""
        return {document.id: document for document in self.story.documents}

    @cached_property
    def marks(self) -> dict[str, Marks]:
        """Marks by document id."""
        return {marks.document: marks for marks in self.story.marks}

    @cached_property
    def statements(self) -> dict[str, Statement]:
        """Statements by the id of each attribution that reports them."""
        return {a: statement for statement in self.story.things.statements for a in statement.attributions}

    @cached_property
    def readings(self) -> dict[str, Reading]:
        """What each timex was read as, by its id."""
        return {reading.timex: reading for reading in self.story.things.readings}

    @cached_property
    def publications(self) -> dict[str, Publication]:
        """Publication dates by document id."""
        return {dated.document: dated.publication for dated in self.story.things.publications}

    @cached_property
    def names(self) -> dict[str, str]:
        """The name that an entity goes by, by each form of it that no other entity has."""
        owners: dict[str, set[str]] = {}
        for entity in self.story.things.entities:
            for form in entity.variants:
                owners.setdefault(form, set()).add(entity.name)
        return {form: next(iter(names)) for form, names in owners.items() if len(names) == 1}

    def words(self, document: str, spans: Iterable[Span]) -> str:
        """The words that spans of a document cover, with an ellipsis between them."""
        text = self.documents[document].text
        return " … ".join(span.of(text) for span in spans)


def days(interval: Interval | None) -> Cell:
    """Return an interval as a cell; `None` where neither end is known."""
    if interval is None or (interval.earliest is None and interval.latest is None):
        return None
    return {"earliest": interval.earliest, "latest": interval.latest}


def span_cell(span: Span) -> Cell:
    """Return a span as the two offsets."""
    return [span.start, span.end]
