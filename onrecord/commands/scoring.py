"""The command that scores a run against gold, and says what was gained and lost since an earlier run."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TextIO

from onrecord.commands.messages import in_one_line, say
from onrecord.errors import SourceError
from onrecord.evaluation import (
    Change,
    DocumentRow,
    Measure,
    Report,
    compare_outcomes,
    read_annotations,
    score_documents,
)
from onrecord.exports.rows import Row

Lines = Iterable[Sequence[str]]
_COLUMNS = ("what", "P", "R", "F1", "value", "right", "found", "gold")
_CHANGE_COLUMNS = ("", "document", "kind", "slots", "words")
_NUMBERS = frozenset(("P", "R", "F1", "value", "right", "found", "gold", "earlier"))


def score_files(gold: Path, predicted: Path, earlier: Path | None, out: TextIO, form: str = "table") -> int:
    """Print how a run fares against gold, and with an earlier run what was gained and lost since; `form` may be json.

    Return 1 when the run lacks documents of the gold, which then count as empty.
    """
    wanted = read_annotations(gold)
    report = _score(wanted, predicted)
    before = _score(wanted, earlier) if earlier else None
    changes = compare_outcomes(before.outcomes, report.outcomes) if before else ()
    if form == "json":
        _write_json(report, before, changes, out)
    else:
        _write_measures(report, before, out)
        if before:
            _write_changes(changes, out)
    _say_documents(report, predicted)
    return 1 if report.missing else 0


def _score(gold: Sequence[DocumentRow], path: Path) -> Report:
    found = read_annotations(path)
    try:
        return score_documents(gold, found)
    except SourceError as error:
        raise SourceError(f"{path}: {error}") from None


def _write_measures(report: Report, before: Report | None, out: TextIO) -> None:
    past = _by_name(before)
    columns = (*_COLUMNS, "earlier") if before else _COLUMNS
    for kind in dict.fromkeys(measure.kind for measure in report.measures):
        rows = [
            (*_cells(one), _past(past.get((kind, one.name)))) if before else _cells(one)
            for one in report.measures
            if one.kind == kind
        ]
        _write_table(kind, columns, rows, out)


def _cells(one: Measure) -> tuple[str, ...]:
    shares = (_percent(one.precision), _percent(one.recall), _percent(one.f1))
    value = "" if one.value is None else f"{one.value:#.3g}"
    return (one.name, *shares, value, *("" if n is None else str(n) for n in (one.right, one.found, one.gold)))


def _past(one: Measure | None) -> str:
    """The figure of the earlier run that a reader compares: F1, or the share, or the value."""
    if one is None:
        return ""
    share = one.recall if one.f1 is None else one.f1
    return _percent(share) if share is not None else _cells(one)[_COLUMNS.index("value")]


def _percent(share: float | None) -> str:
    return "" if share is None else f"{100 * share:.1f}"


def _by_name(report: Report | None) -> dict[tuple[str, str], Measure]:
    return {(one.kind, one.name): one for one in report.measures} if report else {}


def _write_changes(changes: Sequence[Change], out: TextIO) -> None:
    for title, gained in (("gained", True), ("lost", False)):
        some = [one for one in changes if one.gained is gained]
        rows = [(one.what, one.document, one.kind, "; ".join(one.slots), one.words) for one in some]
        _write_table(f"{title}: {len(some)}", _CHANGE_COLUMNS, rows, out)


def _write_table(title: str, columns: Sequence[str], rows: Sequence[Sequence[str]], out: TextIO) -> None:
    """Write a table: drawn on a terminal, in columns of plain words elsewhere."""
    clean = [[in_one_line(cell) for cell in row] for row in rows]
    draw: Callable[[str, Sequence[str], Lines, TextIO], None] = _draw if out.isatty() else _write_plainly
    draw(title, columns, clean, out)


def _draw(title: str, columns: Sequence[str], rows: Lines, out: TextIO) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(title=title, title_justify="left", box=None, header_style="bold")
    for column in columns:
        table.add_column(column, justify="right" if column in _NUMBERS else "left")
    for row in rows:
        table.add_row(*map(Text, row))
    Console(file=out, highlight=False).print(table)


def _write_plainly(title: str, columns: Sequence[str], rows: Lines, out: TextIO) -> None:
    """Columns with tabs between them, which a person and a spreadsheet can both read."""
    out.write(f"# {title}\n" + "".join("\t".join(row) + "\n" for row in (columns, *rows)) + "\n")


def _write_json(report: Report, before: Report | None, changes: Sequence[Change], out: TextIO) -> None:
    row: Row = {
        "documents": report.documents,
        "missing": list(report.missing),
        "unknown": list(report.unknown),
        "measures": [_measure_cell(one) for one in report.measures],
    }
    if before:
        row["earlier"] = [_measure_cell(one) for one in before.measures]
        row["changes"] = [_change_cell(one) for one in changes]
    out.write(json.dumps(row, ensure_ascii=False, indent=1) + "\n")


def _measure_cell(one: Measure) -> Row:
    return {
        "kind": one.kind,
        "name": one.name,
        "precision": one.precision,
        "recall": one.recall,
        "f1": one.f1,
        "value": one.value,
        "right": one.right,
        "found": one.found,
        "gold": one.gold,
    }


def _change_cell(one: Change) -> Row:
    return {
        "gained": one.gained,
        "what": one.what,
        "document": one.document,
        "kind": one.kind,
        "slots": list(one.slots),
        "span": [one.span.start, one.span.end],
        "words": one.words,
    }


def _say_documents(report: Report, predicted: Path) -> None:
    if report.missing:
        say(f"{len(report.missing)} of {report.documents} documents of the gold are not in {predicted} and count as "
            f"empty: {_listed(report.missing)}")  # fmt: skip
    if report.unknown:
        say(f"Left out, since the gold has them not: {_listed(report.unknown)}")


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
