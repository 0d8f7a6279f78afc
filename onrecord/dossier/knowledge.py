"""Loads what this room knows: words that point at someone without naming, and how often onrecord errs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_WORD = re.compile(r"[\w-]+")
_LAST = re.compile(r",?\s+(\w+)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """How often one kind of record is right: what was counted, the figure, and on which reports."""

    what: str
    figure: str
    on: str


def only_points(words: str) -> bool:
    """Say whether words point at someone without saying who: a pronoun, or a number "of them".

    "WHO" and "US" in capitals are names.
    """
    found = _WORD.findall(words)
    if not found or (len(found[0]) > 1 and found[0].isupper()):
        return False
    pointers = _pointers()
    if found[0].casefold() not in pointers["pronoun"] | pointers["quantity"]:
        return False
    return len(found) == 1 or (len(found) > 2 and found[1] == "of" and found[2] in pointers["pronoun"])


def trim_relative(words: str) -> str:
    """Return the words for someone without the "who" of a clause that goes on: "the minister, who"."""
    found = _LAST.search(words)
    return words[: found.start()] if found and found[1].casefold() in _pointers()["relative"] else words


@cache
def load_measured() -> tuple[Measured, ...]:
    """Read what was measured, in the order in which it is told."""
    return tuple(Measured(what=what, figure=figure, on=on) for what, figure, on in _rows("measured.tsv"))


@cache
def _pointers() -> dict[str, frozenset[str]]:
    words: dict[str, set[str]] = {}
    for word, kind in _rows("pointers.tsv"):
        words.setdefault(kind, set()).add(word)
    return {kind: frozenset(found) for kind, found in words.items()}


def _rows(name: str) -> Iterator[list[str]]:
    lines = files("onrecord.dossier").joinpath(name).read_text(encoding="utf-8").splitlines()
    for line in lines[1:]:
        if line and not line.startswith("#"):
            yield line.split("\t")
