"""Reads the line of an attribution: "2: speaker=Orla Venn; via=Dorn Press; act=assert; direct"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from onrecord.records import Act, Speech

_LINE = re.compile(r"(\d+):[ \t]+(.*)")
_KEYS = frozenset(("speaker", "via", "to", "act", "in", "said"))
_NUMBERED = frozenset(("in", "said"))
_SPEECH: tuple[str, ...] = get_args(Speech)
_FLAGS = frozenset((*_SPEECH, "denial", "office", "lost"))
_ACTS: tuple[str, ...] = get_args(Act)


@dataclass(frozen=True, slots=True)
class Line:
    """What the line of one attribution says: keys with their values, and flags."""

    number: int
    values: Mapping[str, str]
    flags: frozenset[str]

    @property
    def speech(self) -> str:
        """The kind of speech; indirect where nothing is said."""
        return next((kind for kind in _SPEECH if kind in self.flags), "indirect")

    def number_of(self, key: str) -> int | None:
        """Return the number that a key gives."""
        value = self.values.get(key, "")
        return int(value) if value.isdecimal() else None


def split_lines(lines: list[str]) -> tuple[list[str], list[str]]:
    """Return the lines of the text, and after them the lines of attributions, each without blanks around it."""
    first = len(lines)
    while first and (not lines[first - 1].strip() or _LINE.fullmatch(lines[first - 1].strip())):
        first -= 1
    return lines[:first], [line.strip() for line in lines[first:] if line.strip()]


def read_line(line: str) -> tuple[Line, tuple[str, ...]]:
    """Return what a line says, and what is wrong with it."""
    found = _LINE.fullmatch(line)
    number, rest = (int(found[1]), found[2]) if found else (0, line)
    values: dict[str, str] = {}
    flags: list[str] = []
    flaws: list[str] = []
    for part in (piece.strip() for piece in rest.split(";")):
        key, equals, value = part.partition("=")
        if not equals:
            flags.append(part)
        elif key.strip() in values:
            flaws.append(f"{key.strip()}= stands twice")
        else:
            values[key.strip()] = value.strip()
    return Line(number, values, frozenset(flags)), (*flaws, *_check_values(values), *_check_flags(flags))


def _check_values(values: Mapping[str, str]) -> tuple[str, ...]:
    flaws = [f"the key {key}= is not known" for key in values if key not in _KEYS]
    flaws += [f"{key}= is empty" for key, value in values.items() if not value]
    numbered = sorted(_NUMBERED & values.keys())
    flaws += [f"{key}={values[key]} is no number" for key in numbered if not values[key].isdecimal()]
    if "act" not in values:
        flaws.append("act= is missing")
    elif values["act"] not in _ACTS:
        flaws.append(f"act={values['act']} is not one of {', '.join(_ACTS)}")
    return tuple(flaws)


def _check_flags(flags: list[str]) -> tuple[str, ...]:
    flaws = [f"the flag {flag!r} is not known" for flag in flags if flag and flag not in _FLAGS]
    if len(set(flags) & set(_SPEECH)) > 1:
        flaws.append("only one of direct, indirect and mixed can be")
    return tuple(flaws)
