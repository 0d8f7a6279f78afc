""" "I pull the plug in the middle, start again, and have the same record as if nothing had happened.\""""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from benchmarks.kill import build_undisturbed, differing, disturb, read_record
from tests.running.reports import write_reports


@pytest.mark.slow
@pytest.mark.parametrize(("stage", "share"), [("add", 0.9), ("run", 0.7)])
def test_a_killed_command_run_again_leaves_the_same_record(tmp_path: Path, stage: str, share: float) -> None:
    sources = write_reports(tmp_path / "reports")
    whole, seconds = build_undisturbed(tmp_path / "whole.db", sources, 1)
    record, _ = disturb(tmp_path / "killed.db", sources, stage, share * seconds[stage], 1)
    assert differing(whole, record) == []
    assert record["statements"]


@pytest.mark.slow
@pytest.mark.parametrize("jobs", [1, 2])
def test_ctrl_c_stops_at_once_and_the_next_run_goes_on(tmp_path: Path, jobs: int) -> None:
    sources, story = write_reports(tmp_path / "reports", copies=60), tmp_path / "story.db"
    line = [sys.executable, "-m", "onrecord"]
    subprocess.run([*line, "add", story, sources], check=True, capture_output=True)
    running = subprocess.Popen(
        [*line, "run", story, "--jobs", str(jobs)],
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=_hear_the_keyboard,
    )
    while not read_record(story)["ledger"]:
        time.sleep(0.1)
    os.killpg(running.pid, signal.SIGINT)  # as the keyboard does: every process of the group hears it
    _, told = running.communicate(timeout=30)
    assert running.returncode == 130
    assert told == "onrecord: stopped; what was done is stored. Run the same command again to go on.\n"
    marked = sum(row[0] == "mark" for row in read_record(story)["ledger"])
    again = subprocess.run([*line, "run", story], check=True, capture_output=True, text=True)
    assert f"{180 - marked} marked" in again.stderr


def _hear_the_keyboard() -> None:
    """A shell's background job, and so what it starts, may have been told to ignore the keyboard's interrupt."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
