"""Loads a record from its story file, whole or only what one view of it needs."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import TypeVar

from onrecord import __version__
from onrecord.records import (
    Accounts,
    Agreement,
    Attribution,
    Considered,
    CopyFamily,
    DatedDocument,
    Discrepancy,
    Document,
    Entity,
    Event,
    EventMention,
    Figure,
    Issue,
    Judgement,
    Mention,
    Position,
    Problem,
    Quantity,
    Reading,
    Ruling,
    Statement,
    Story,
    Things,
)
from onrecord.running.notes import apply_notes
from onrecord.running.run import is_comparable
from onrecord.store import StoryFile, read_all_marks, read_documents, read_notes, read_records, snapshot

Record = TypeVar("Record")

_DOCUMENTS: frozenset[type] = frozenset({DatedDocument, CopyFamily, Problem})
_SAID: frozenset[type] = frozenset({Attribution, Statement})

# What each view is made of, besides the documents; a view that is not named here is made of everything.
NEEDS: Mapping[str, frozenset[type]] = {
    "documents": _DOCUMENTS,
    "statements": _SAID,
    "people": frozenset({Mention, Entity, Statement}),
    "timeline": _DOCUMENTS | _SAID | {EventMention, Reading},
    "figures": frozenset({Figure, Reading}),
    "derived": frozenset({Figure, Quantity, CopyFamily}),
    "discrepancies": frozenset({Discrepancy}),
    "positions": frozenset({Position, Issue}),
    "agreements": frozenset({Agreement}),
    "copies": frozenset({CopyFamily}),
    "problems": frozenset({Problem}),
    "considered": frozenset({Considered}),
    "sources": _SAID | {Entity, CopyFamily},
    "new": _DOCUMENTS | _SAID | {Agreement, Discrepancy, Figure, Issue, Position},
    "judgements": frozenset({Judgement, Ruling, Mention, Attribution, Figure, EventMention}),
}


def load_comparable(story: StoryFile) -> Story:
    """Return the record of a story without the reports that are too long to be laid beside others.

    Their problems say so.
    """
    return _load_story(story, None, is_comparable)


def load_story(story: StoryFile, kinds: Collection[type] | None = None) -> Story:
    """Return the record of a story, with a person's words in place; of `kinds` of records alone, if they are named.

    What another process writes meanwhile is either all in it or not at all.
    """
    return _load_story(story, kinds, lambda document: True)


def _load_story(story: StoryFile, kinds: Collection[type] | None, is_wanted: Callable[[Document], bool]) -> Story:
    with snapshot(story):
        documents = tuple(filter(is_wanted, apply_notes(read_documents(story), read_notes(story))))
        return Story(
            title=story.path.stem,
            documents=documents,
            marks=read_all_marks(story, [document.id for document in documents], kinds),
            things=_load_things(story, kinds),
            accounts=_load_accounts(story, kinds),
            problems=_load(story, Problem, kinds),
            version=__version__,
            rulings=_load(story, Ruling, kinds),
        )


def _load_things(story: StoryFile, kinds: Collection[type] | None) -> Things:
    return Things(
        readings=_load(story, Reading, kinds),
        publications=_load(story, DatedDocument, kinds),
        entities=_load(story, Entity, kinds),
        statements=_load(story, Statement, kinds),
        quantities=_load(story, Quantity, kinds),
        events=_load(story, Event, kinds),
        copies=_load(story, CopyFamily, kinds),
        judgements=_load(story, Judgement, kinds),
    )


def _load_accounts(story: StoryFile, kinds: Collection[type] | None) -> Accounts:
    return Accounts(
        discrepancies=_load(story, Discrepancy, kinds),
        agreements=_load(story, Agreement, kinds),
        issues=_load(story, Issue, kinds),
        positions=_load(story, Position, kinds),
        considered=_load(story, Considered, kinds),
    )


def _load(story: StoryFile, kind: type[Record], kinds: Collection[type] | None) -> tuple[Record, ...]:
    return read_records(story, kind) if kinds is None or kind in kinds else ()
