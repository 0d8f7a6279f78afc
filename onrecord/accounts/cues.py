"""Reads the tables of cues: what words say about a stance, a denial, a claim to have asked."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import cast

from onrecord.records import Stance

_POINTERS = ("it", "this", "that", "plan", "proposal", "idea", "project")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """One row of a table: what it captures, the pattern that finds it, a sentence for it and one against."""

    name: str
    pattern: re.Pattern[str]
    captures: str
    example: str
    counterexample: str


@cache
def load_cues(table: str) -> tuple[Cue, ...]:
    """Read a table of cues; the first row that fits decides."""
    path = Path(__file__).parent / f"{table}.tsv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        next(rows)
        return tuple(
            Cue(name=name, pattern=re.compile(pattern), captures=captures, example=example, counterexample=other)
            for name, pattern, captures, example, other in rows
        )


def find_stance(words: str, heads: frozenset[str]) -> Stance | None:
    """Return the stance that words in small letters express, or `None` where no cue stands.

    `heads` are the stems of the words for the thing, which some cues must be tied to.
    """
    for cue in load_cues("stances"):
        if _tied(cue.pattern, heads).search(words):
            return cast(Stance, cue.name)
    return None


@lru_cache(maxsize=4096)
def _tied(pattern: re.Pattern[str], heads: frozenset[str]) -> re.Pattern[str]:
    if "THING" not in pattern.pattern:
        return pattern
    things = "|".join((*(rf"{re.escape(head)}\w*" for head in sorted(heads)), *_POINTERS))
    return re.compile(pattern.pattern.replace("THING", f"(?:{things})"))


def fits(table: str, name: str, words: str) -> bool:
    """True when a cue of that name in a table fits words in small letters."""
    return any(cue.name == name and cue.pattern.search(words) for cue in load_cues(table))


@cache
def load_words(name: str) -> frozenset[str]:
    """Read one of the lists of words: nouns too general to be an issue, voices that are nobody's, and the like."""
    lines = (Path(__file__).parent / "words.tsv").read_text(encoding="utf-8").splitlines()[1:]
    lists = dict(line.split("\t") for line in lines)
    return frozenset(lists[name].split())
