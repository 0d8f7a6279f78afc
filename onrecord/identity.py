"""Ids that survive re-runs: a document's from its URI, a mark's from its kind and the place where it begins."""

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import Any


def document_id(uri: str) -> str:
    """Return the id of the document at a URI: "d" and fourteen hexadecimal digits."""
    return "d" + _digest(uri)


def mark_id(kind: str, document: str, start: int, more: str = "") -> str:
    """Return the id of a mark.

    `kind` is one word ("timex"), `start` the first character of the span that stays put when a rule moves an edge
    (for an attribution its cue), `more` tells apart marks of one kind that begin at one spot.
    """
    return kind[0] + _digest(f"{kind}|{document}|{start}|{more}")


def thing_id(kind: str, earliest: str) -> str:
    """Return the id of a thing, made from the id of its earliest mark, so that permalinks live."""
    return kind[0].upper() + _digest(f"{kind}|{earliest}")


def tell_apart(records: Iterable[Any]) -> tuple[Any, ...]:
    """Return records with a new id for each that is not the first of its id; one that says the same twice goes."""
    seen: Counter[str] = Counter()
    apart = []
    for record in dict.fromkeys(records):
        seen[record.id] += 1
        apart.append(record if seen[record.id] == 1 else replace(record, id=f"{record.id}-{seen[record.id]}"))
    return tuple(apart)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:14]
