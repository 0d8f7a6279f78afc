"""Scores how far the probabilities of attributions can be believed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from onrecord.evaluation.attributions import Compared, Worded, likeness_soft, pair_attributions
from onrecord.evaluation.outcomes import Measure, Result

_BINS = 10
_LEAST_RECALL = 0.4
KIND = "calibration"
Believed = tuple[float, bool]  # the probability given, and whether it was right


def measure_calibration(compared: Sequence[Compared]) -> Result:
    """Return calibration error, Brier skill and the best precision at a recall of 40 % or more.

    An attribution is right when it is right end to end (soft). There is nothing to measure where one was given
    without a probability.
    """
    believed = [pair for one in compared for pair in _believed(one)]
    confidences = [confidence for confidence, _ in believed if confidence is not None]
    if not believed or len(confidences) < len(believed):
        return Result(measures=())
    ranked = sorted(zip(confidences, (right for _, right in believed), strict=True), key=lambda pair: -pair[0])
    gold = sum(len(one.gold) for one in compared)
    values = (
        ("expected calibration error", _calibration_error(ranked)),
        ("Brier skill over the base rate", _brier_skill(ranked)),
        ("best precision at recall 40 % or more, %", 100 * _best_precision(ranked, gold)),
    )
    return Result(measures=tuple(Measure(kind=KIND, name=name, value=value) for name, value in values))


def _believed(one: Compared) -> list[tuple[float | None, bool]]:
    right = {j for _, j in pair_attributions(one.gold, one.found, _is_right)}
    return [(found.row.confidence, j in right) for j, found in enumerate(one.found)]


def _is_right(gold: Worded, found: Worded) -> float:
    return float(likeness_soft(gold, found) > 0)


def _calibration_error(ranked: Sequence[Believed]) -> float:
    error = 0.0
    for _, group in groupby(ranked, key=lambda pair: min(_BINS - 1, int(pair[0] * _BINS))):
        members = list(group)
        error += abs(sum(confidence for confidence, _ in members) - sum(right for _, right in members))
    return error / len(ranked)


def _brier_skill(ranked: Sequence[Believed]) -> float | None:
    """One is perfect, nothing is no better than to say the base rate always; none where all are right, or wrong."""
    base = sum(right for _, right in ranked) / len(ranked)
    if base in (0.0, 1.0):
        return None
    brier = sum((confidence - right) ** 2 for confidence, right in ranked) / len(ranked)
    return 1 - brier / (base * (1 - base))


def _best_precision(ranked: Sequence[Believed], gold: int) -> float:
    best, right = 0.0, 0
    for rank, (_, is_right) in enumerate(ranked, start=1):
        right += is_right
        if right >= _LEAST_RECALL * gold:
            best = max(best, right / rank)
    return best
