"""Prints the rows of a view so that no name in them is cut: as a table where it fits, else one item below the other."""

from __future__ import annotations

import shutil
import sys
import textwrap
from collections.abc import Iterable, Sequence

from onrecord.commands.messages import in_one_line
from onrecord.exports import Row
from onrecord.exports.rows import Cell

_LONG = 160  # characters of a cell in a table; JSON and CSV hold it whole
_LONGER = 600  # the same where an item has lines of its own
_PLAIN = 200  # columns where nobody's terminal sets them
_READABLE = 14  # below this, a column of words is a ladder
_NARROWEST = 20
_GAP = 2


def print_table(rows: Iterable[Row], columns: Sequence[str]) -> None:
    """Print rows on standard output: a table, or where a terminal is too narrow for one, items with a line a field."""
    cells = [[words_of(row.get(column)) for column in columns] for row in rows]
    least = [_least(column, [row[at] for row in cells]) for at, column in enumerate(columns)]
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else max(_PLAIN, sum(least) + _GAP * len(least))
    if sum(least) + _GAP * len(least) <= width or not cells:
        _print_columns(cells, columns, least, width)
    else:
        _print_items(cells, columns, width)


def words_of(cell: Cell) -> str:
    """Return a cell as a person reads it: intervals as days, nothing as a dash."""
    if cell is None or cell == []:
        return "-"
    if isinstance(cell, dict) and set(cell) == {"earliest", "latest"}:
        return _stretch(cell["earliest"], cell["latest"])
    if isinstance(cell, list):
        return ", ".join(map(words_of, cell))
    if isinstance(cell, dict):
        return "; ".join(f"{key} {words_of(value)}" for key, value in cell.items())
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return " ".join(in_one_line(str(cell)).split())


def _least(column: str, cells: Sequence[str]) -> int:
    """How wide a column must be so that no word of it is broken, and words do not stand one below the other."""
    longest = max((len(word) for cell in cells for word in _shorten(cell, _LONG).split(" ")), default=0)
    return max(len(column), longest, min(_READABLE, max(map(len, cells), default=0)))


def _print_columns(cells: Sequence[Sequence[str]], columns: Sequence[str], least: Sequence[int], width: int) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(show_lines=False, box=None, header_style="bold")
    for column, wide in zip(columns, _share_out(cells, least, width), strict=True):
        table.add_column(column, overflow="fold", width=wide)
    for row in cells:
        table.add_row(*(Text(_shorten(cell, _LONG)) for cell in row))
    out = Console(highlight=False, width=width)
    with out.capture() as drawn:
        out.print(table)
    sys.stdout.write(drawn.get())


def _share_out(cells: Sequence[Sequence[str]], least: Sequence[int], width: int) -> list[int]:
    """Return how wide each column is to be: the least, and a share of the room that is left to those that want more."""
    wide, spare = list(least), width - sum(least) - _GAP * len(least)
    longest = [max((min(_LONG, len(row[at])) for row in cells), default=0) for at in range(len(least))]
    wanting = sorted(range(len(least)), key=lambda at: longest[at] - least[at])
    for rank, at in enumerate(wanting):
        given = max(0, min(longest[at] - least[at], spare // (len(wanting) - rank)))
        wide[at] += given
        spare -= given
    return wide


def _print_items(cells: Sequence[Sequence[str]], columns: Sequence[str], width: int) -> None:
    indent = max(map(len, columns)) + _GAP
    room = max(_NARROWEST, width - indent)
    for row in cells:
        for column, cell in zip(columns, row, strict=True):
            lines = textwrap.wrap(_shorten(cell, _LONGER), room, break_long_words=False, break_on_hyphens=False) or [""]
            sys.stdout.write(f"{column:<{indent}}" + f"\n{' ' * indent}".join(lines) + "\n")
        sys.stdout.write("\n")


def _shorten(words: str, most: int) -> str:
    if len(words) <= most:
        return words
    cut = words.rfind(" ", most // 2, most)
    return words[: cut if cut > 0 else most - 2] + " …"


def _stretch(earliest: Cell, latest: Cell) -> str:
    if earliest == latest:
        return str(earliest)
    if earliest is None:
        return f"by {latest}"
    return f"from {earliest}" if latest is None else f"{earliest} to {latest}"
