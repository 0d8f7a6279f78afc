""" "However a command ends, I am told how, and no traceback is shown for what is mine to mend.\""""

from __future__ import annotations

import errno
import json
import runpy
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import typer

from onrecord import cli


def ended(work: Callable[[], int]) -> int:
    with pytest.raises(typer.Exit) as end:
        cli._end(work)
    return end.value.exit_code


def raising(error: Exception) -> Callable[[], int]:
    def work() -> int:
        raise error

    return work


def test_a_reader_that_has_seen_enough_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    silenced: list[bool] = []
    monkeypatch.setattr(cli, "_silence_output", lambda: silenced.append(True))
    assert ended(raising(BrokenPipeError())) == 0
    assert silenced


def test_output_that_finds_no_room_is_told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(cli, "_silence_output", lambda: None)
    assert ended(raising(OSError(errno.ENOSPC, "No space left on device"))) == 2
    assert "the output cannot be written (No space left on device)" in capsys.readouterr().err


def test_another_fault_of_ours_is_not_hidden() -> None:
    with pytest.raises(OSError, match="strange"):
        cli._end(raising(OSError(errno.EPERM, "strange")))


def test_silenced_output_goes_nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (tmp_path / "out.txt").open("w", encoding="utf-8") as out:
        monkeypatch.setattr(sys, "stdout", out)
        cli._silence_output()
        out.write("lost")
        out.flush()
    assert (tmp_path / "out.txt").read_text(encoding="utf-8") == ""


def test_the_keyboards_interrupt_ends_with_its_code(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(cli, "app", lambda: sys.exit(130))
    with pytest.raises(SystemExit) as end:
        cli.main()
    assert end.value.code == 130
    assert "stopped" in capsys.readouterr().err


def test_the_module_is_the_command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["onrecord", "--version"])
    with pytest.raises(SystemExit) as end:
        runpy.run_module("onrecord", run_name="__main__")
    assert not end.value.code
    assert capsys.readouterr().out.startswith("onrecord ")


def test_a_run_is_scored_from_the_command_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    gold = tmp_path / "gold.jsonl"
    row = {
        "id": "a",
        "text": "Orlova said so.",
        "attributions": [{"source": [[0, 6]], "cue": [[7, 11]], "content": [[12, 14]]}],
    }
    gold.write_text(json.dumps(row) + "\n", encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["onrecord", "score", str(gold), str(gold), "--json"])
    with pytest.raises(SystemExit) as end:
        cli.main()
    assert not end.value.code
    assert json.loads(capsys.readouterr().out)
