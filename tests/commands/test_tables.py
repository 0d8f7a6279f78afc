"""What is shown can be used: no name is cut, on a wide screen, on a narrow one, or in a pipe."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable

import pytest

from onrecord.commands.tables import print_table, words_of
from onrecord.exports import Row

NAME = "reports/the-long-name-of-a-report-that-somebody-saved-from-a-page-without-thinking-of-screens.txt"
ROWS: list[Row] = [
    {"id": "a1", "says": "that the dam holds and that nobody in the valley need leave it " * 8, "document": NAME},
    {"id": "a2", "says": None, "document": "b.txt"},
]
COLUMNS = ("id", "says", "document")

Show = Callable[[int], str]


@pytest.fixture
def on_terminal(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Show:
    def show(width: int) -> str:
        monkeypatch.setenv("COLUMNS", str(width))
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
        print_table(ROWS, COLUMNS)
        return capsys.readouterr().out

    return show


@pytest.mark.parametrize("width", [20, 40, 80, 120, 160, 300])
def test_a_name_is_whole_on_every_screen(on_terminal: Show, width: int) -> None:
    assert NAME in on_terminal(width)


@pytest.mark.parametrize("width", [40, 80])
def test_a_narrow_screen_shows_a_field_a_line(on_terminal: Show, width: int) -> None:
    lines = on_terminal(width).splitlines()
    assert lines[0] == "id        a1"
    assert lines[1].startswith("says      that the dam holds")
    assert lines[2].startswith(" " * 10)
    assert all(len(line) <= width for line in lines if NAME not in line)
    assert "says      -" in lines


def test_a_wide_screen_shows_a_table(on_terminal: Show) -> None:
    head, first, *_ = re.sub("\x1b\\[\\d*m", "", on_terminal(160)).splitlines()
    assert head.split() == list(COLUMNS)
    assert "a1" in first
    assert NAME in first


def test_a_pipe_takes_the_room_it_needs(capsys: pytest.CaptureFixture[str]) -> None:
    print_table([{"name": "x" * 150}], ["name"])
    assert "x" * 150 in capsys.readouterr().out
    print_table([{"name": "x" * 150, "other": "y" * 150}], ["name", "other"])
    assert f"{'x' * 150}  {'y' * 150}" in capsys.readouterr().out


def test_nothing_is_a_table_with_its_heads(on_terminal: Show, capsys: pytest.CaptureFixture[str]) -> None:
    print_table([], COLUMNS)
    assert capsys.readouterr().out.split() == list(COLUMNS)


def test_cells_are_told_in_words() -> None:
    assert words_of({"earliest": None, "latest": "2031-05"}) == "by 2031-05"
    assert words_of({"earliest": "2031-05", "latest": None}) == "from 2031-05"
    assert words_of({"earliest": "2031-05-01", "latest": "2031-05-03"}) == "2031-05-01 to 2031-05-03"
    assert words_of({"earliest": "2031-05-01", "latest": "2031-05-01"}) == "2031-05-01"
    assert words_of(["a", True, None, {"role": "x"}]) == "a, yes, -, role x"
    assert words_of("two\n  lines") == "two lines"
