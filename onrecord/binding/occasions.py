"""Reads the words by which a report tells of another occasion: a rally, a Friday, a paper."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def load_occasions(kind: str) -> frozenset[str]:
    """Return the words of one class: "occasion", "words_in" (where words stand), "elsewhen", "paperwork"."""
    rows = Path(__file__).with_suffix(".tsv").read_text(encoding="utf-8").splitlines()[1:]
    return frozenset(dict(row.split("\t") for row in rows)[kind].split())
