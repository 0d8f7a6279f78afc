"""Loads what this room knows: senses of words, operators, modalities, sectors and sets of words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Sense:
    """One sense of one word: what it means, and the frame in which it means it.

    `frame` is a name and its words (`frames.tsv` says what each asks for); `prepositions` lead to the recipient;
    `objects` are the nouns that a verb's object must be among (`excluded`: must not be). For a noun `of` tells who
    stands behind "of": "subject" does it ("the visit of"), "object" undergoes it ("the shelling of"), "place".
    """

    lemma: str
    root: str
    subtype: str
    frame: str
    arguments: tuple[str, ...]
    prepositions: frozenset[str]
    objects: frozenset[str]
    excluded: bool = False
    of: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What becomes of an event under an operator: "suspend" something good is a SANCTION, something bad YIELD."""

    operation: str
    needs: frozenset[str]
    root: str
    subtype: str


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The tables beside this module, by lemma or word.

    `starts` are the first words of what has several, `heads` the verbs that can tell of an event at all.
    """

    verbs: dict[str, tuple[Sense, ...]]
    nouns: dict[str, tuple[Sense, ...]]
    adjectives: dict[str, tuple[Sense, ...]]
    operators: dict[str, str]
    outcomes: tuple[Outcome, ...]
    modalities: dict[tuple[str, str], str]
    sectors: dict[str, str]
    sets: dict[str, frozenset[str]]
    words: dict[str, frozenset[str]]
    other_readings: dict[tuple[str, str], tuple[tuple[str, frozenset[str]], ...]]
    starts: frozenset[str]
    heads: frozenset[str]


@cache
def load_knowledge() -> Knowledge:
    """Read the tables once per process."""
    words: dict[str, set[str]] = {}
    for word, kind in _rows("words.tsv"):
        words.setdefault(kind, set()).add(word)
    sets = {name: frozenset(_spaced(members)) for name, members in _rows("sets.tsv")}
    operators = {lemma: operation for lemmas, operation in _rows("operators.tsv") for lemma in _spaced(lemmas)}
    modalities = {(place, w): effect for given, place, effect in _rows("modalities.tsv") for w in _spaced(given)}
    verbs = _senses("verb", sets)
    several = [*verbs, *operators, *words["waves away"], *(w for place, w in modalities if place == "verb")]
    return Knowledge(
        verbs=verbs,
        nouns=_senses("noun", sets),
        adjectives=_senses("adjective", sets),
        operators=operators,
        outcomes=tuple(
            Outcome(o, frozenset(needs.split()), root, kind) for o, needs, root, kind in _rows("outcomes.tsv")
        ),
        modalities=modalities,
        sectors=dict(row[:2] for row in _rows("sectors.tsv")),
        sets=sets,
        words={kind: frozenset(members) for kind, members in words.items()},
        other_readings=_other_readings(sets),
        starts=frozenset(w.split()[0] for w in several if " " in w),
        heads=frozenset(w.split()[0] for w in (*verbs, *operators)) | words["light verb"] | words["verb that performs"],
    )


def _other_readings(
    sets: dict[str, frozenset[str]],
) -> dict[tuple[str, str], tuple[tuple[str, frozenset[str]], ...]]:
    """Read what shows, by class and lemma, that a word names no act: where it stands, and the words."""
    found: dict[tuple[str, str], tuple[tuple[str, frozenset[str]], ...]] = {}
    for lemmas, kind, where, words, _ in _rows("other_readings.tsv"):
        shown = frozenset(n for word in words.split() for n in sets.get(word[1:], (word,)))
        for lemma in _spaced(lemmas):
            found[kind, lemma] = (*found.get((kind, lemma), ()), (where, shown))
    return found


def _senses(wanted: str, sets: dict[str, frozenset[str]]) -> dict[str, tuple[Sense, ...]]:
    found: dict[str, tuple[Sense, ...]] = {}
    for lemmas, kind, root, subtype, frame, prepositions, objects in _rows("senses.tsv"):
        if kind != wanted:
            continue
        name, *arguments = frame.split() or [""]
        nouns = objects if wanted == "verb" else ""
        named = frozenset(
            n for word in nouns.lstrip("!").split() for n in sets.get(word[1:], (word.replace("_", " "),))
        )
        for lemma in _spaced(lemmas):
            row = Sense(
                lemma, root, subtype, name, tuple(arguments), frozenset(prepositions.split()), named,
                objects.startswith("!"), "" if wanted == "verb" else objects,
            )  # fmt: skip
            found[lemma] = (*found.get(lemma, ()), row)
    return found


def _spaced(words: str) -> list[str]:
    """Split a cell of words; an underscore joins those of one: "carry_out"."""
    return [word.replace("_", " ") for word in words.split()]


def _rows(name: str) -> Iterator[list[str]]:
    lines = (files("onrecord.events") / name).read_text(encoding="utf-8").splitlines()
    return (line.split("\t") for line in lines[1:] if line)
