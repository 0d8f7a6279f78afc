"""Works out what must be redone, does it, and says how far it is; what was done is never done twice."""

from onrecord.running.adding import Added, add_intakes
from onrecord.running.loading import NEEDS, load_comparable, load_story
from onrecord.running.lock import hold
from onrecord.running.notes import apply_notes, read_interval
from onrecord.running.run import ENGLISH, RunSummary, is_marked, is_told_since, run_story
from onrecord.running.workers import Tell, mark_document

__all__ = [
    "ENGLISH",
    "NEEDS",
    "Added",
    "RunSummary",
    "Tell",
    "add_intakes",
    "apply_notes",
    "hold",
    "is_marked",
    "is_told_since",
    "load_comparable",
    "load_story",
    "mark_document",
    "read_interval",
    "run_story",
]
