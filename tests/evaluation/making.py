"""Writes gold and predictions by hand, as files and as rows, for the tests of scores."""

from __future__ import annotations

import json
from pathlib import Path

from onrecord.evaluation import DocumentRow, Measure, Report, score_documents
from onrecord.evaluation.rows import AttributionRow
from onrecord.exports.rows import Cell, Row
from tests.binding.making import spans
from tests.marked import plain


def attribution_row(line: str, number: str = "", /, **slots: object) -> AttributionRow:
    """Return the attribution whose slots are labelled source, cue and content with a number behind."""
    values: dict[str, object] = {
        "source": spans(line, f"source{number}"),
        "cue": spans(line, f"cue{number}"),
        "content": spans(line, f"content{number}"),
        "nestable": True,
        **slots,
    }
    return AttributionRow(**values)  # type: ignore[arg-type]


def document(line: str, *attributions: AttributionRow, name: str = "d") -> DocumentRow:
    """Return a document with these attributions."""
    return DocumentRow(id=name, text=plain(line), attributions=attributions)


def measure_of(report: Report, name: str) -> Measure:
    """Return the measure of a name; there must be one only."""
    (found,) = [one for one in report.measures if one.name == name]
    return found


def counts(gold: DocumentRow, found: DocumentRow, name: str) -> tuple[int | None, int | None, int | None]:
    """Return how many were right, found and in the gold, in one measure."""
    measure = measure_of(score_documents([gold], [found]), name)
    return measure.right, measure.found, measure.gold


def names(report: Report) -> set[str]:
    """Return the names of the measures of a report."""
    return {one.name for one in report.measures}


def write_rows(path: Path, *rows: Row) -> Path:
    """Write a JSON Lines file."""
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def row(text: str, name: str = "d", **kinds: Cell) -> Row:
    """Return one document as a row."""
    return {"id": name, "text": text, **kinds}


def span(text: str, words: str) -> Cell:
    """Return where words stand in a text."""
    start = text.index(words)
    return [start, start + len(words)]
