"""Which words are made of one root, stand for one another, or say the opposite of one another."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

from onrecord.linking.kinds import load_kinds
from onrecord.linking.peoples import country_root
from onrecord.linking.wording import load_function_words, stem

_DERIVED = re.compile(
    r"(?:ational|ation|ition|ments?|ences?|ances?|ivity|ing|ers?|ors?|als?|ions?|ive|ity|ent|ant|ness|ship)$"
)
_LEAST_ROOT = 4


def _read(table: str) -> list[list[str]]:
    """Read the rows of a table that lies beside this room."""
    lines = (Path(__file__).parent / f"{table}.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return [line.split("\t") for line in lines]


@cache
def load_opposites() -> dict[str, tuple[str, int]]:
    """Read the family of each word that has an opposite, and at which of its two ends the word stands."""
    rows = _read("opposites")
    sides = ((family, end, words) for family, one, other in rows for end, words in ((1, one), (-1, other)))
    return {word: (family, end) for family, end, words in sides for word in words.split()}


@cache
def load_synonyms() -> dict[str, str]:
    """Read the words that stand for one another in reports, by word."""
    return {word: family for family, words in _read("synonyms") for word in words.split()}


@cache
def load_light_words() -> frozenset[str]:
    """Read the words that tell no two claims apart: of saying, of counting, of time, of plans in general."""
    return frozenset(word for (word,) in _read("light_words"))


@cache
def load_irregulars() -> dict[str, str]:
    """Read the forms of verbs that no ending gives: "written" and "wrote", by form."""
    return {form: verb for verb, forms in _read("irregulars") for form in forms.split()}


@lru_cache(maxsize=100_000)
def find_family(word: str) -> str:
    """Return what a word shares with the words made from its root: "proposal", "proposed"; a name begins with "="."""
    plain = word.casefold().replace("\u2019", "'").removesuffix("'s")
    if word[:1].isupper():
        root = country_root(word)
        return f"={root if root != plain else stem(word)}"
    known = load_synonyms().get(plain) or load_opposites().get(plain, ("", 0))[0] or load_kinds().get(plain)
    if known:
        return known
    short = stem(load_irregulars().get(plain, plain))
    derived = _DERIVED.search(short)
    return (short[: derived.start()] if derived and derived.start() >= _LEAST_ROOT else short).rstrip("e") or short


def find_end(word: str) -> int:
    """Return 1 or -1 for a word that has an opposite, by the end of its family at which it stands; else 0."""
    return load_opposites().get(word.casefold(), ("", 0))[1]


def has_weight(word: str) -> bool:
    """True for a word that tells what a clause is about."""
    plain = word.casefold()
    return len(word) > 1 and plain not in load_function_words() and plain not in load_light_words()
