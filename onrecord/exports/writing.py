"""Writes rows as one JSON array or as CSV."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Sequence
from typing import TextIO

from onrecord.exports.rows import Cell, Row

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_json(rows: Iterable[Row], out: TextIO) -> None:
    """Write all rows as one JSON array."""
    json.dump(list(rows), out, ensure_ascii=False, indent=1)
    out.write("\n")


def write_csv(rows: Iterable[Row], columns: Sequence[str], out: TextIO) -> None:
    """Write rows as CSV with a header; what is nested is written as JSON, what is unknown is empty."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_flat(row.get(column)) for column in columns] for row in rows)


def _flat(cell: Cell) -> str | int | float | None:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, list | dict):
        return json.dumps(cell, ensure_ascii=False)
    if isinstance(cell, str) and cell.startswith(_FORMULA):
        return "'" + cell  # a spreadsheet would run it as a formula; a report's words are only ever words
    return cell
