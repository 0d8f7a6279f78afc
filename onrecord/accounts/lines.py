"""Turns a clause into a line of plain words, with those of the act of saying before it."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from onrecord.accounts.attitudes import Voice
from onrecord.accounts.objects import plain_phrases
from onrecord.accounts.sayings import Saying

_TOKEN = re.compile(r"'(?:ll|re|ve|m)\b|[^\W_]+(?:['\u2019-][^\W_]+)*|[^\w\s]")
BEING = frozenset(["be", "been", "being", "is", "are", "was", "were", "am", "'re", "'m"])
_OBJECTS = tuple((word,) for word in ("it", "them", "him", "her", "us", "the", "this", "these", "all"))
SIGNS: Mapping[str, int] = {"want": 1, "must": 1, "will": 1, "good": 1, "shun": -1, "bad": -1}


@dataclass(frozen=True, slots=True)
class Line:
    """The words of a clause with those of the cue before it, as they stand and in small letters."""

    tokens: Sequence[str]
    plain: Sequence[str]
    cue: int
    saying: Saying
    voice: Voice


@dataclass(frozen=True, slots=True)
class Reach:
    """What has been read of what governs a thing: the sign so far, the attitude, the doing, the words still allowed."""

    sign: int = 1
    kind: str = ""
    deed: str | None = None
    spare: int = 0
    is_done: bool = False
    is_denied: bool = False


@cache
def load_kinds() -> dict[str, str]:
    """Read the words that tell of wanting, duty, judging and denying, each with its kind."""
    kinds: dict[str, str] = {}
    with (Path(__file__).parent / "leanings.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            for word in row["words"].split():
                kinds.setdefault(word, row["kind"])
    return kinds


@cache
def _load_parts() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Read what English draws together, or says in several words, with the plain words for it."""
    with (Path(__file__).parent / "lines.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return tuple((re.compile(row["pattern"], re.IGNORECASE), row["words"]) for row in rows)


def read_line(saying: Saying, voice: Voice, clause: str, is_first: bool) -> Line:
    """Return a clause of a saying as a line; the first of them begins with the act of saying."""
    cue = split_words(saying.cue) if is_first else ()
    tokens = (*cue, *split_words(clause))
    return Line(tokens, tuple(token.casefold() for token in tokens), len(cue), saying, voice)


@lru_cache(maxsize=20_000)
def split_words(words: str) -> tuple[str, ...]:
    """Return the words and signs of a clause, what is drawn together apart and verbs of several words as one."""
    words = plain_phrases(words)
    for pattern, other in _load_parts():
        words = pattern.sub(other, words)
    return tuple(_TOKEN.findall(words))


def is_verb(line: Line, at: int) -> bool:
    """True for a doing: after "to", a modal or a denial, done to somebody, or ordered at the start of a quotation."""
    before = line.plain[at - 1] if at else ""
    if line.plain[at].endswith("s") or before in ("no", "without", "need", "any"):
        return False
    if before == "to" or load_kinds().get(before) in ("will", "must", "not") or before in BEING or before == "can":
        return True
    is_first = at >= line.cue and not any(word.isalnum() for word in line.plain[line.cue : at])
    return is_first and line.plain[at + 1 : at + 2] in _OBJECTS
