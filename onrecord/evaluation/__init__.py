"""Scores what was marked against gold, with definitions that a reader can check."""

from onrecord.evaluation.attributions import score_attributions
from onrecord.evaluation.changes import Change, compare_outcomes
from onrecord.evaluation.outcomes import Measure
from onrecord.evaluation.reading import read_annotations
from onrecord.evaluation.reports import Report, score_documents
from onrecord.evaluation.rows import DocumentRow
from onrecord.evaluation.scores import Score
from onrecord.evaluation.spans import score_spans

__all__ = [
    "Change",
    "DocumentRow",
    "Measure",
    "Report",
    "Score",
    "compare_outcomes",
    "read_annotations",
    "score_attributions",
    "score_documents",
    "score_spans",
]
