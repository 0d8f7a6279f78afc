"""Loads what this room knows: number words, operators, units, nouns for people, measures, and sets of words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, cast

from onrecord.records import FigureStatus, Operator

Change = Literal["increase", "decrease", "change"]


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The tables beside this module. `numbers` and `units` map words to (value, kind) and (unit, kind)."""

    numbers: dict[str, tuple[float, str]]
    operators_before: dict[str, Operator]
    operators_after: dict[str, Operator]
    units: dict[str, tuple[str, str]]
    symbols: dict[str, str]
    persons: frozenset[str]
    measures: dict[tuple[str, str], str]
    words: dict[str, frozenset[str]]
    changes: dict[str, tuple[Change, str]]
    statuses: dict[str, FigureStatus]
    participles: dict[str, str]
    quantities: dict[tuple[str, str], str]
    kinds: dict[tuple[str, str], str]


@cache
def load_knowledge() -> Knowledge:
    """Read the tables once per process."""
    operators = list(_rows("operators.tsv"))
    units = list(_rows("units.tsv"))
    words: dict[str, set[str]] = {}
    for word, kind in _rows("words.tsv"):
        words.setdefault(kind, set()).add(word)
    return Knowledge(
        numbers={word: (float(value), kind) for word, value, kind in _rows("numbers.tsv")},
        operators_before={words: cast(Operator, operator) for words, side, operator in operators if side == "before"},
        operators_after={words: cast(Operator, operator) for words, side, operator in operators if side == "after"},
        units={words: (unit, kind) for words, unit, kind in units if kind != "symbol"},
        symbols={words: unit for words, unit, kind in units if kind == "symbol"},
        persons=frozenset(row[0] for row in _rows("persons.tsv")),
        measures={(lemma, slot): measure for lemma, slot, measure in _rows("measures.tsv")},
        changes={word: (cast(Change, direction), noun) for word, direction, noun in _rows("changes.tsv")},
        statuses={word: cast(FigureStatus, status) for word, status in _rows("statuses.tsv")},
        quantities={(verb, kind): noun for verb, kind, noun in _rows("quantities.tsv")},
        kinds={(told, of): measure for all_told, measure, of in _rows("kinds.tsv") for told in all_told.split("|")},
        participles=dict(_pairs("participles.tsv")),
        words={kind: frozenset(members) for kind, members in words.items()},
    )


def _pairs(name: str) -> Iterator[tuple[str, str]]:
    return ((left, right) for left, right in _rows(name))


def _rows(name: str) -> Iterator[list[str]]:
    lines = (files("onrecord.figures") / name).read_text(encoding="utf-8").splitlines()
    return (line.split("\t") for line in lines[1:] if line)
