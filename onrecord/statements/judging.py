"""Judges what the rules have decided on: how likely it is that an attribution is right."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence

from onrecord.language import Parse
from onrecord.statements.candidates import Candidate
from onrecord.statements.evidence import describe, survey
from onrecord.statements.quotations import Quoted
from onrecord.statements.weights import Weights, load_weights


def judge(parse: Parse, quoted: Quoted, candidates: Sequence[Candidate]) -> list[float]:
    """Return for each candidate of a report the probability that it is right, end to end."""
    weights = load_weights()
    around = survey(parse, candidates)
    return [calibrate(weights, weigh(weights, describe(parse, quoted, around, k))) for k in range(len(candidates))]


def weigh(weights: Weights, features: Sequence[str]) -> float:
    """Return the weights of features added up, the bias with them; one that is not known weighs nothing."""
    known = weights.of_feature
    return weights.bias + sum(known[name] for name in features if name in known)


def calibrate(weights: Weights, score: float) -> float:
    """Turn a score into a probability, by straight lines between the steps that were measured."""
    if not weights.steps:
        return round(1 / (1 + math.exp(-max(-30.0, min(30.0, score)))), 3)
    k = bisect_right(weights.steps, (score, math.inf))
    if k in (0, len(weights.steps)):
        return weights.steps[max(0, k - 1)][1]
    (low, begin), (high, end) = weights.steps[k - 1], weights.steps[k]
    return round(begin + (end - begin) * (score - low) / (high - low), 3)
