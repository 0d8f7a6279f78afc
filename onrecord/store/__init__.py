"""Keeps records: one SQLite file a story, whose tables are derived from the record dataclasses."""

from onrecord.store.check import Finding, check_story
from onrecord.store.files import StoryFile, open_story, snapshot
from onrecord.store.reading import (
    read_all_marks,
    read_captures,
    read_digests,
    read_documents,
    read_ledger,
    read_marks,
    read_notes,
    read_records,
)
from onrecord.store.search import find_text
from onrecord.store.slots import find_slots
from onrecord.store.totals import Totals, count_totals
from onrecord.store.writing import (
    Note,
    Part,
    forget_problems,
    write_intake,
    write_marks,
    write_named_issue,
    write_note,
    write_results,
    write_ruling,
)

__all__ = [
    "Finding",
    "Note",
    "Part",
    "StoryFile",
    "Totals",
    "check_story",
    "count_totals",
    "find_slots",
    "find_text",
    "forget_problems",
    "open_story",
    "read_all_marks",
    "read_captures",
    "read_digests",
    "read_documents",
    "read_ledger",
    "read_marks",
    "read_notes",
    "read_records",
    "snapshot",
    "write_intake",
    "write_marks",
    "write_named_issue",
    "write_note",
    "write_results",
    "write_ruling",
]
