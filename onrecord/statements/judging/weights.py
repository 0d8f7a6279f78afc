"""Loads what the judge has learnt: the weight of each feature, and the steps from a score to a probability."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What the judge goes by: a bias, a weight for each feature, and steps (score, probability) in rising order."""

    bias: float
    of_feature: Mapping[str, float]
    steps: tuple[tuple[float, float], ...]


@cache
def load_weights() -> Weights:
    """Load the judge's table, which the maintainers' training script writes."""
    text = resources.files("onrecord.statements.judging").joinpath("judge.tsv").read_text(encoding="utf-8")
    return read_weights(text.splitlines()[1:])


def read_weights(lines: Iterable[str]) -> Weights:
    """Read rows of kind ("bias", "step", "feature"), name and value; the name of a step is its score."""
    rows = [line.split("\t") for line in lines]
    return Weights(
        bias=sum(float(value) for kind, _, value in rows if kind == "bias"),
        of_feature={name: float(value) for kind, name, value in rows if kind == "feature"},
        steps=tuple(sorted((float(name), float(value)) for kind, name, value in rows if kind == "step")),
    )
