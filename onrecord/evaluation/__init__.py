"""Scores what was marked against gold, with definitions that a reader can check."""

from onrecord.evaluation.attributions import score_attributions
from onrecord.evaluation.scores import Score
from onrecord.evaluation.spans import score_spans

__all__ = ["Score", "score_attributions", "score_spans"]
