"""The words of a text that carry its content, in a form in which two reports' wordings can be compared."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

from onrecord.linking.peoples import country_root

_WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
_ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "edly", "ied", "ies", "ed", "es", "ly", "s")
_LEAST_STEM = 4


@cache
def load_function_words() -> frozenset[str]:
    """Read the words that hold sentences together and say nothing of what they are about."""
    lines = (Path(__file__).parent / "function_words.tsv").read_text(encoding="utf-8").splitlines()
    return frozenset(lines[1:])


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Return what a word shares with its inflections: "building" and "builds" give "build"."""
    plain = word.casefold().replace("\u2019", "'").removesuffix("'s").removesuffix("'")
    for ending in _ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= _LEAST_STEM - (len(ending) < 3):
            plain = plain.removesuffix(ending)
            break
    if len(plain) >= _LEAST_STEM and plain[-1] == plain[-2]:
        plain = plain[:-1]
    return plain[:-1] if len(plain) >= _LEAST_STEM and plain[-1] in "ey" else plain


def find_words(text: str) -> tuple[str, ...]:
    """Return the words of a text as they stand there."""
    return tuple(_WORD.findall(text))


def content_stems(text: str) -> frozenset[str]:
    """Return the stems of the words that carry content."""
    empty = load_function_words()
    return frozenset(_key(word) for word in find_words(text) if word.casefold() not in empty and len(word) > 1)


def _key(word: str) -> str:
    """Return a word's stem, or what a country and its people share: "Korva" and "Korvan" are one word here."""
    root = country_root(word) if word[:1].isupper() else word
    return root if root != word.casefold() and word[:1].isupper() else stem(word)


def plain_wording(text: str) -> str:
    """Return a text as bare words in small letters, so that quotation marks and blanks make no difference."""
    return " ".join(word.casefold() for word in find_words(text))
