"""What kind of happening a trigger names: "killings" and "slain" one, "quake" and "earthquake" another."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from onrecord.linking.wording import find_words, load_function_words, stem

_SAYING = "saying"  # words of saying name no happening: whether two tell of one is for statements to find out


@cache
def load_kinds() -> dict[str, str]:
    """Read which words name one kind of happening, by word."""
    lines = (Path(__file__).parent / "kinds.tsv").read_text(encoding="utf-8").splitlines()[1:]
    rows = (line.split("\t") for line in lines)
    return {word: kind for kind, _, words in rows for word in words.split()}


@cache
def load_routine() -> frozenset[str]:
    """Read the kinds of which a story has many ("met", "agreed"): only who takes part tells one from another."""
    lines = (Path(__file__).parent / "kinds.tsv").read_text(encoding="utf-8").splitlines()[1:]
    rows = (line.split("\t") for line in lines)
    return frozenset(kind for kind, routine, _ in rows if routine == "yes")


def find_kind(trigger: str) -> str | None:
    """Return the kind that the words of a trigger name; None for words of saying.

    It is headed by its last word of content before a preposition or an object: "gunned down" by "gunned", "the awards
    ceremony" by "ceremony", "a clash at sea" by "clash", "raising the ban" by "raising".
    """
    words = [word.casefold() for word in find_words(trigger)]
    empty = load_function_words()
    heads = [number for number, word in enumerate(words) if word not in empty]
    if not heads:
        return None
    ends = (number for number in range(heads[0] + 1, len(words)) if words[number] in empty)
    full = [word for word in words[: next(ends, len(words))] if word not in empty]
    kind = load_kinds().get(full[-1], stem(full[-1]))
    return None if kind == _SAYING else kind
