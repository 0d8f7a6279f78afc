"""Loads what this room knows: triggers, operators, modalities, sectors and sets of words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import cast

from onrecord.records import Modality


@dataclass(frozen=True, slots=True)
class Trigger:
    """One row of the lexicon: a lemma, what it means, and the frame in which it means it.

    `frame` is "object" (someone undergoes it), "person" (a person does), "with", "place", "bare" (a noun that names
    an event by itself), "context" (a noun that needs participants or an occasion), "agent" (a noun that needs its
    agent), "joint"; `prepositions` lead to the recipient, `objects` are the nouns that its object must be.
    """

    lemma: str
    root: str
    subtype: str
    frame: str
    prepositions: frozenset[str]
    objects: frozenset[str]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What becomes of an event under an operator: "suspend" something good is a SANCTION, something bad YIELD."""

    operation: str
    needs: frozenset[str]
    root: str
    subtype: str


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The tables beside this module, by lemma or word."""

    verbs: dict[str, tuple[Trigger, ...]]
    nouns: dict[str, tuple[Trigger, ...]]
    operators: dict[str, str]
    outcomes: tuple[Outcome, ...]
    modalities: dict[tuple[str, str], Modality]
    sectors: dict[str, str]
    words: dict[str, frozenset[str]]


@cache
def load_knowledge() -> Knowledge:
    """Read the tables once per process."""
    words: dict[str, set[str]] = {}
    for word, kind in _rows("words.tsv"):
        words.setdefault(kind, set()).add(word)
    return Knowledge(
        verbs=_triggers("verb"),
        nouns=_triggers("noun"),
        operators=_pairs("operators.tsv"),
        outcomes=tuple(
            Outcome(o, frozenset(needs.split()), root, kind) for o, needs, root, kind in _rows("outcomes.tsv")
        ),
        modalities={(how, word): cast(Modality, modality) for word, how, modality in _rows("modalities.tsv")},
        sectors=_pairs("sectors.tsv"),
        words={kind: frozenset(members) for kind, members in words.items()},
    )


def _triggers(wanted: str) -> dict[str, tuple[Trigger, ...]]:
    found: dict[str, tuple[Trigger, ...]] = {}
    for lemma, kind, root, subtype, frame, prepositions, objects in _rows("triggers.tsv"):
        if kind == wanted:
            row = Trigger(lemma, root, subtype, frame, frozenset(prepositions.split()), frozenset(objects.split()))
            found[lemma] = (*found.get(lemma, ()), row)
    return found


def _pairs(name: str) -> dict[str, str]:
    return {row[0]: row[1] for row in _rows(name)}


def _rows(name: str) -> Iterator[list[str]]:
    lines = (files("onrecord.events") / name).read_text(encoding="utf-8").splitlines()
    return (line.split("\t") for line in lines[1:] if line)
