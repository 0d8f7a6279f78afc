"""Finds what of a page is no part of the report: rules, share buttons, notices. The text is not cut."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from onrecord.records import Span

_LINE = re.compile(r"[^\n]+")
_LONGEST = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class DebrisRule:
    """One kind of line that is no part of a report, with a line it is for and one it must leave alone."""

    name: str
    pattern: str
    example: str
    other: str


@lru_cache(maxsize=1)
def load_debris_rules() -> tuple[DebrisRule, ...]:
    """Read the table of debris lines."""
    table = files("onrecord.reading").joinpath("debris.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in table.splitlines() if line and not line.startswith("# ")]
    return tuple(DebrisRule(name=a, pattern=b, example=c, other=d) for a, b, c, d in rows)


def find_debris(text: str) -> tuple[Span, ...]:
    """Find the lines of a text that are no part of the report; each span is one line without its margins."""
    spans = []
    for line in _LINE.finditer(text):
        if line.end() - line.start() > _LONGEST + 200:
            continue
        words = line.group().strip()
        if words and is_debris(words):
            start = line.start() + line.group().index(words)
            spans.append(Span(start=start, end=start + len(words)))
    return tuple(spans)


def is_debris(words: str) -> bool:
    """Tell whether a line without its margins is no part of a report."""
    return len(words) <= _LONGEST and _any_rule().fullmatch(words) is not None


@lru_cache(maxsize=1)
def _any_rule() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{rule.pattern})" for rule in load_debris_rules()), re.IGNORECASE)
