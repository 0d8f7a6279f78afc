"""Judges what the rules have decided on: how likely it is that an attribution is right."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from onrecord.language import Parse
from onrecord.statements.candidates import Candidate
from onrecord.statements.grammar.quotations import Quoted
from onrecord.statements.judging.evidence import describe, survey
from onrecord.statements.judging.weights import Weights, load_weights
from onrecord.statements.lexicon import load_rules

_NO_SOURCE = 0.6
_FAR = 50.0
_LEAST, _MOST = 0.01, 0.99  # nothing is ever quite sure


def judge(parse: Parse, quoted: Quoted, candidates: Sequence[Candidate]) -> list[float]:
    """Return for each candidate of a report the probability that source and content are right."""
    weights = load_weights()
    around = survey(parse, candidates)
    return [
        calibrate(weights, believe_rule(candidate) + weigh(weights, describe(parse, quoted, around, k)))
        for k, candidate in enumerate(candidates)
    ]


def believe_rule(candidate: Candidate) -> float:
    """Return what the table of rules says of a candidate, in logits; an attribution to nobody named is less sure.

    From here the weights lead on; a rule that was never seen in training still differs from others as its table says.
    """
    sure = load_rules()[candidate.rule].confidence * (1 if candidate.source else _NO_SOURCE)
    return math.log(sure / (1 - sure))


def weigh(weights: Weights, features: Iterable[str]) -> float:
    """Return the weights of features added up, the bias with them; a feature that is not known weighs nothing."""
    known = weights.of_feature
    return weights.bias + sum(known[name] for name in features if name in known)


def calibrate(weights: Weights, score: float) -> float:
    """Turn a score in logits into a probability, by straight lines between the steps that were measured.

    Beyond the outermost steps it goes on from them as logits do, so that the order of the doubtful ones is kept.
    """
    steps = weights.steps or ((0.0, 0.5),)
    k = bisect_right(steps, (score, math.inf))
    if k in (0, len(steps)):
        at, share = steps[max(0, k - 1)]
        probability = 1 / (1 + (1 - share) / share * math.exp(min(at - score, _FAR)))
    else:
        (low, begin), (high, end) = steps[k - 1], steps[k]
        probability = begin + (end - begin) * (score - low) / (high - low)
    return round(min(max(probability, _LEAST), _MOST), 3)
