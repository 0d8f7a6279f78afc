"""What each command does: opens the story, calls the rooms, and tells the user what came of it."""

from onrecord.commands.annotating import Annotating, print_annotations
from onrecord.commands.building import add_to_story, build_sample, build_story, run_to_date, write_dossier
from onrecord.commands.explaining import explain_item
from onrecord.commands.issues import add_issue, list_issues, remove_issue
from onrecord.commands.judging import Judging, judge_same, undo_ruling
from onrecord.commands.scoring import score_files
from onrecord.commands.showing import Asked, check_file, set_details, show_view

__all__ = [
    "Annotating",
    "Asked",
    "Judging",
    "add_issue",
    "add_to_story",
    "build_sample",
    "build_story",
    "check_file",
    "explain_item",
    "judge_same",
    "list_issues",
    "print_annotations",
    "remove_issue",
    "run_to_date",
    "score_files",
    "set_details",
    "show_view",
    "undo_ruling",
    "write_dossier",
]
