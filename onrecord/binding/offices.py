"""Takes the words of a role apart and tells whether two roles may be one person's."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.names import Lexicon

_STATE_HEADS = frozenset(("head", "leader", "head of state"))
_STATES = frozenset(["state", "country", "republic", "nation", "government"])
QUALIFIERS = frozenset(("deputy", "vice", "former", "ex", "assistant", "first", "acting"))
_PAST = frozenset(("former", "ex", "late"))
_DETERMINERS = frozenset(("the", "a", "an", "this", "that", "its", "his", "her", "their"))
_SPELLING = {"defence": "defense", "labour": "labor"}


class Office(NamedTuple):
    """A role taken apart: what its head word stands for, its rank, its words, and the country it belongs to.

    `narrowing` are the words before the head that say which of several, "presidential" in "presidential candidate".
    """

    head: str
    rank: str
    words: frozenset[str]
    narrowing: frozenset[str]
    country: str | None


def read_office(words: str, lexicon: Lexicon) -> Office:
    """Take apart "Deputy Foreign Minister of Saldovia"; the head is empty where no word of it is a role."""
    tokens = words.replace("-", " ").replace("'s", " ").split()
    before = tokens[: next((i for i, token in enumerate(tokens) if token.lower() in ("of", "for", "at", "in")), None)]
    roles = [i for i, token in enumerate(before) if token.lower() in lexicon.roles]
    head = before[roles[-1]].lower() if roles else ""
    lower = [_SPELLING.get(token.lower(), token.lower()) for token in tokens]
    rank = lexicon.roles[head].office if head else ""
    stands_for = lexicon.roles[head].stands_for if head else ""
    if stands_for == "minister" and "prime minister" in " ".join(lower):
        stands_for, rank = "prime minister", "ruler"
    head = "minister" if stands_for == "foreign minister" else stands_for
    narrowing = frozenset(token.lower() for token in before[: roles[-1] if roles else 0] if _narrows(token, lexicon))
    return Office(head, rank, frozenset((*lower, *stands_for.split())), narrowing, _country(words, lexicon))


def _narrows(token: str, lexicon: Lexicon) -> bool:
    creed = token in lexicon.adjectives and token not in lexicon.countries
    return (token.islower() and token not in _DETERMINERS) or creed


def _country(words: str, lexicon: Lexicon) -> str | None:
    """The country that a phrase names, in any of its forms; for one in no table, the word itself stands in."""
    tokens = words.replace("'s", " ").replace("-", " ").split()
    for length in (4, 3, 2, 1):
        for i in range(len(tokens) - length + 1):
            name = " ".join(tokens[i : i + length])
            found = lexicon.countries.get(name) or lexicon.countries.get(name.title() if name.isupper() else name)
            if found:
                return found
    unknown = [token for token in tokens if token[0].isupper() and _is_unknown(token, lexicon)]
    return unknown[-1] if unknown else None


def _is_unknown(token: str, lexicon: Lexicon) -> bool:
    lower = token.lower()
    tables = (lexicon.roles, lexicon.portfolios, lexicon.heads, lexicon.common, lexicon.not_names, QUALIFIERS)
    return not any(lower in table for table in tables)


def _same_country(left: str | None, right: str | None) -> bool:
    """Equal, one unsaid, or an adjective made from the name ("Saldovian", "Saldovia")."""
    if left is None or right is None or left == right:
        return True
    short = min(len(left), len(right))
    return short >= 4 and left[: short - 1] == right[: short - 1]


def may_be_same(sought: Office, held: Office, lexicon: Lexicon, *, exact: bool = False) -> bool:
    """Tell whether a role that is sought ("the premier") may be the one held; `exact` leaves nothing unsaid."""
    if not _same_country(sought.country, held.country) or (exact and sought.country and not held.country):
        return False
    if not {_SPELLING.get(word, word) for word in sought.narrowing} <= held.words:
        return False
    if (held.words & _PAST) - sought.words:
        return False
    portfolio = {word for word in sought.words if word in lexicon.portfolios or word in QUALIFIERS}
    portfolio -= _STATES if sought.head in _STATE_HEADS else frozenset()
    if not portfolio <= held.words:
        return False
    if exact and (held.words & QUALIFIERS) - sought.words:
        return False
    if sought.head == held.head or held.head.endswith(" " + sought.head):
        return not ((held.words & {"deputy", "vice", "assistant"}) - sought.words and (portfolio or sought.narrowing))
    if sought.head == "official":
        return held.rank in ("ruler", "state") and sought.country is not None
    states = sought.words & _STATES or sought.country is not None
    return sought.head in _STATE_HEADS and bool(states) and held.rank == "ruler"
