"""Keeps records: one SQLite file a story, whose tables are derived from the record dataclasses."""

from onrecord.store.check import Finding, check_story
from onrecord.store.files import StoryFile, open_story
from onrecord.store.reading import read_captures, read_documents, read_ledger, read_marks, read_notes, read_records
from onrecord.store.search import find_text
from onrecord.store.writing import Note, write_intake, write_marks, write_note, write_results

__all__ = [
    "Finding",
    "Note",
    "StoryFile",
    "check_story",
    "find_text",
    "open_story",
    "read_captures",
    "read_documents",
    "read_ledger",
    "read_marks",
    "read_notes",
    "read_records",
    "write_intake",
    "write_marks",
    "write_note",
    "write_results",
]
