"""Names that differ only in how they were brought into Latin letters, or by a slip of the pen."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

# Letters and pairs of letters that carry one sound in the usual romanisations of Cyrillic, Arabic and Persian
# names; the order matters, longer ones first.
_SOUNDS = (
    ("shch", "S"),
    ("sch", "S"),
    ("sh", "S"),
    ("zh", "j"),
    ("dj", "j"),
    ("dzh", "j"),
    ("kh", "h"),
    ("gh", "g"),
    ("ph", "f"),
    ("tch", "C"),
    ("ch", "C"),
    ("ts", "c"),
    ("tz", "c"),
    ("ck", "k"),
    ("q", "k"),
    ("x", "ks"),
    ("w", "v"),
)
_ENDINGS = re.compile(r"(?:iy|ii|yi|yy|ij|ey|ei|ay|ai|y|i)$")
_VOWEL_GLIDES = re.compile(r"[iyj](?=[aeou])|(?<=[aeou])[iyj]")
_DOUBLED = re.compile(r"(.)\1+")


@cache
def sound_of(word: str) -> str:
    """Return a key that is the same for the usual romanisations of one name."""
    plain = unicodedata.normalize("NFKD", word)
    key = "".join(c for c in plain if c.isalnum()).casefold()
    for letters, sound in _SOUNDS:
        key = key.replace(letters, sound)
    key = _VOWEL_GLIDES.sub("", key)
    return _DOUBLED.sub(r"\1", _ENDINGS.sub("i", key))


def same_sound(left: str, right: str) -> bool:
    """True when two names have the same words, in order, but for romanisation."""
    a, b = left.split(), right.split()
    return len(a) == len(b) and all(sound_of(x) == sound_of(y) for x, y in zip(a, b, strict=True))


def is_swap(left: str, right: str) -> bool:
    """True when two words of five letters or more differ by two neighbouring letters that changed places."""
    a, b = sound_of(left), sound_of(right)
    if len(a) != len(b) or len(a) < 5:
        return False
    apart = [i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    return len(apart) == 2 and apart[1] == apart[0] + 1 and a[apart[0]] == b[apart[1]] and a[apart[1]] == b[apart[0]]


def is_slip(left: str, right: str) -> bool:
    """True when two words of five letters or more differ by one letter, or by two neighbours that changed places."""
    a, b = sound_of(left), sound_of(right)
    if min(len(a), len(b)) < 5 or abs(len(a) - len(b)) > 1 or a == b:
        return False
    start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    rest_a, rest_b = a[start:], b[start:]
    if len(a) == len(b):
        swapped = rest_a[:2] == rest_b[:2][::-1] and rest_a[2:] == rest_b[2:]
        return swapped or rest_a[1:] == rest_b[1:]
    return rest_a[1:] == rest_b or rest_a == rest_b[1:]
