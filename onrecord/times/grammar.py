"""The rules that propose time expressions, read from `rules.toml` and compiled once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from onrecord.times.words import load_words

_BEFORE, _AFTER = 48, 56
_TOPICS = frozenset({"month", "season", "holiday", "weekday", "deictic", "stretch", "part", "running", "weekend"})
_PIECE = re.compile(r"\{([A-Z]+)\}")


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the grammar, compiled."""

    name: str
    says: str
    heads: tuple[str, ...]
    pattern: re.Pattern[str]
    lead: re.Pattern[str] | None
    reads: str
    type: str | None
    marks: str
    leaves: str


@dataclass(frozen=True, slots=True)
class Grammar:
    """The rules, and one pattern that finds the words near which any of them can match."""

    rules: tuple[Rule, ...]
    heads: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Proposal:
    """A match of a rule: a stretch of text that may be a time expression, its lead included."""

    start: int
    end: int
    rank: int
    rule: Rule
    match: re.Match[str]
    lead: str


@cache
def load_grammar() -> Grammar:
    """Read and compile the rules; a few tens of milliseconds."""
    table = tomllib.loads(Path(__file__).with_name("rules.toml").read_text(encoding="utf-8"))
    pieces = {kind.upper(): _either(words) for kind, words in load_words().items()} | table["pieces"]
    leads = {name: re.compile(f"(?:{_fill(lead, pieces)})$") for name, lead in table["leads"].items()}
    heads = "|".join(f"(?P<{name}>{_fill(head, pieces)})" for name, head in table["heads"].items())
    rules = tuple(
        Rule(
            name=row["name"],
            says=row["says"],
            heads=tuple(row["heads"]),
            pattern=re.compile(_fill(row["pattern"], pieces)),
            lead=leads[row["lead"]] if "lead" in row else None,
            reads=row["reads"],
            type=row.get("type"),
            marks=row["marks"],
            leaves=row["leaves"],
        )
        for row in table["rule"]
    )
    return Grammar(rules, re.compile(rf"(?:\b|(?<=\bFY))(?:{heads})"))


def propose(text: str, grammar: Grammar) -> Iterator[Proposal]:
    """Yield every match of every rule near a word that it needs; they may overlap."""
    windows = _find_windows(text, grammar)
    for rank, rule in enumerate(grammar.rules):
        for start, end in _join(windows, rule.heads):
            for match in rule.pattern.finditer(text, start, end):
                lead = _find_lead(text, rule, match.start())
                core = "core" if "core" in rule.pattern.groupindex else 0
                yield Proposal(
                    lead.start() if lead else match.start(core),
                    match.end(core),
                    rank,
                    rule,
                    match,
                    lead.group() if lead else "",
                )


def _find_lead(text: str, rule: Rule, start: int) -> re.Match[str] | None:
    """Return what belongs to a time before it; "about two years" is a measure, "about the spring" a topic."""
    lead = rule.lead.search(text, max(0, start - 32), start) if rule.lead else None
    topic = rule.reads in _TOPICS and lead is not None and lead.group().strip().lower() == "about"
    return None if topic else lead


def _find_windows(text: str, grammar: Grammar) -> dict[str, list[tuple[int, int]]]:
    found: dict[str, list[tuple[int, int]]] = {}
    for match in grammar.heads.finditer(text):
        windows = found.setdefault(match.lastgroup or "", [])
        start, end = _snap(text, match.start() - _BEFORE, match.end() + _AFTER)
        if windows and start <= windows[-1][1]:
            windows[-1] = (windows[-1][0], end)
        else:
            windows.append((start, end))
    return found


def _snap(text: str, start: int, end: int) -> tuple[int, int]:
    """Move the edges of a window out of words, so that no pattern sees half of one."""
    start, end = max(0, start), min(len(text), end)
    while start > 0 and not text[start - 1].isspace() and start % 64:
        start -= 1
    while end < len(text) and not text[end].isspace() and end % 64:
        end += 1
    return start, end


def _join(windows: Mapping[str, list[tuple[int, int]]], heads: tuple[str, ...]) -> list[tuple[int, int]]:
    if len(heads) == 1:
        return windows.get(heads[0], [])
    joined: list[tuple[int, int]] = []
    for start, end in sorted(pair for head in heads for pair in windows.get(head, [])):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _either(words: Mapping[str, str]) -> str:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", " ") for word in ordered) + ")"


def _fill(pattern: str, pieces: Mapping[str, str]) -> str:
    while found := _PIECE.search(pattern):
        pattern = pattern[: found.start()] + pieces[found[1]] + pattern[found.end() :]
    return _loosen(pattern)


def _loosen(pattern: str) -> str:
    """Let each blank of a pattern stand for a run of them, but inside brackets and look-behinds."""
    out: list[str] = []
    inside = False
    for i, c in enumerate(pattern):
        if c in "[]" and pattern[i - 1 : i] != "\\":
            inside = c == "["
        quantified = pattern[i + 1 : i + 2] in ("?", "+", "*")
        out.append("(?: +)" if c == " " and quantified and not inside else " +" if c == " " and not inside else c)
    return "".join(out)
