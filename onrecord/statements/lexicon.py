"""Loads the words that can carry an attribution, with what they take and which act they are."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import cast, get_args

from onrecord.records import Act

_NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that can carry an attribution: its classes, what it takes, and the act for each thing it takes.

    `takes` holds "clause", "quotation", "infinitive", "object_infinitive", "object", "passive" and prepositions or
    particles as "+for"; `acts` is keyed by the same words.
    """

    lemma: str
    classes: frozenset[str]
    takes: frozenset[str]
    acts: Mapping[str, Act]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as the reference page shows it: how sure it is, what it is for and a line it leaves alone."""

    name: str
    confidence: float
    captures: str
    fires: str
    silent: str


# Where a word is several acts ("warn" as a kind of "report"), the one that tells more stands.
_LESS_TELLING: Mapping[str | None, int] = {None: 3, "believe": 2, "assert": 1}

UNKNOWN = Cue("", _NOTHING, _NOTHING, {})


@cache
def load_cues() -> Mapping[tuple[str, str], Cue]:
    """Load the cue table, keyed by lemma and word class ("verb", "noun", "adjective")."""
    rows: dict[tuple[str, str], list[dict[str, str]]] = {}
    for row in _read("cues.tsv"):
        rows.setdefault((row["lemma"], row["pos"]), []).append(row)
    return {key: _merge(key[0], found) for key, found in rows.items()}


def _merge(lemma: str, rows: list[dict[str, str]]) -> Cue:
    acts: dict[str, Act] = {}
    for row in rows:
        if row["act"] not in get_args(Act):
            raise ValueError(f"cues.tsv: {lemma}: {row['act']!r} is no act")
        for taken in row["takes"].split(","):
            if _LESS_TELLING.get(acts.get(taken), 0) > _LESS_TELLING.get(row["act"], 0):
                acts[taken] = cast(Act, row["act"])
    return Cue(lemma, frozenset(row["class"] for row in rows), frozenset(acts), acts)


@cache
def load_rules() -> Mapping[str, Rule]:
    """Load the table of rules, keyed by name."""
    return {
        row["rule"]: Rule(row["rule"], float(row["confidence"]), row["captures"], row["fires"], row["silent"])
        for row in _read("rules.tsv")
    }


@cache
def load_words(group: str) -> frozenset[str]:
    """Load one group of the small closed classes: outlets' words, relay titles, days and months, hedges."""
    return frozenset(word for row in _read("words.tsv") if row["group"] == group for word in row["words"].split())


@cache
def load_voices() -> Mapping[str, str]:
    """Load the nouns that can speak, with their kind: "person", "body", "document"; "no person" only looks like one."""
    return {row["noun"]: row["kind"] for row in _read("voices.tsv")}


def _read(name: str) -> list[dict[str, str]]:
    text = resources.files("onrecord.statements").joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
