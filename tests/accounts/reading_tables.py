"""Reads the tables of this room, for the tests that run their examples."""

from __future__ import annotations

import csv
from pathlib import Path

import onrecord.accounts


def read_table(name: str) -> list[dict[str, str]]:
    """Return the rows of a table by the names of its columns."""
    path = Path(onrecord.accounts.__file__).parent / f"{name}.tsv"
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
