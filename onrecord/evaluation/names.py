"""When two names are one name for a score."""

from __future__ import annotations

import re
from collections.abc import Iterable

_POSSESSIVE = re.compile(r"['’]s\b")  # noqa: RUF001  the apostrophe that texts have
_ARTICLE = re.compile(r"(?:the|a|an) ")
_TELLING = 4  # letters of a last word that is enough to know a name by


def fold_name(name: str | None) -> str:
    """Return a name in lower case, with single blanks, without a leading article and possessive endings."""
    plain = " ".join(_POSSESSIVE.sub("", (name or "").replace("\u2019", "'")).split()).casefold()
    return _ARTICLE.sub("", plain, count=1) if _ARTICLE.match(plain) else plain


def same_name(wanted: str | None, given: str | None, aliases: Iterable[str] = ()) -> bool:
    """Tell whether two names are the same but for case, articles, blanks and added first names or titles.

    A name that is none is the same as none only.
    """
    first, second = fold_name(wanted), fold_name(given)
    if first == second:
        return True
    if not first or not second:
        return False
    return second in map(fold_name, aliases) or _adds_words(first.split(), second.split())


def _adds_words(first: list[str], second: list[str]) -> bool:
    same_end = first[-1] == second[-1] and len(first[-1]) >= _TELLING
    return same_end and (set(first) <= set(second) or set(second) <= set(first))
