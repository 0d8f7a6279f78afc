"""Kills `onrecord add` and `onrecord run` at random moments, goes on, and compares the record with an undisturbed one.

    python benchmarks/kill.py [--times 20] [--seed N] [--jobs 2]

Each time, on the sample story: the command is started and killed (SIGKILL) at a random moment of the time that it
takes, then typed again and left to end. Half of the times it is `add` that is killed, half `run`. The whole record is
compared: every row of every table, what the search finds, and what `check` says.
"""

from __future__ import annotations

import argparse
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

Record = dict[str, list[tuple[object, ...]]]

SAMPLE = Path(__file__).parent.parent / "examples" / "harbour"


def read_record(story: Path) -> Record:
    """Return every row of every table of a story, each table in the order of its words."""
    with sqlite3.connect(story) as plain:
        names = [name for (name,) in plain.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        record = {
            name: sorted(plain.execute(f'SELECT * FROM "{name}"'), key=repr)
            for name in names
            if not name.startswith(("sqlite_", "search_"))
        }
        plain.execute("INSERT INTO search (search) VALUES ('integrity-check')")
        plain.rollback()
    plain.close()
    return record


def start(*words: str) -> subprocess.Popen[bytes]:
    """Start onrecord with some words, its messages unheard."""
    command = [sys.executable, "-m", "onrecord", *words]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def finish(*words: str) -> float:
    """Run onrecord with some words to its end and return the seconds that it took."""
    begun = time.perf_counter()
    if start(*words).wait() not in (0, 1):
        raise SystemExit(f"onrecord {' '.join(words)} failed")
    return time.perf_counter() - begun


def kill_and_go_on(words: Sequence[str], moment: float) -> bool:
    """Start a command, kill it at a moment, run it again to its end; return whether it was alive when killed."""
    process = start(*words)
    time.sleep(moment)
    alive = process.poll() is None
    process.send_signal(signal.SIGKILL)
    process.wait()
    finish(*words)
    return alive


def build_undisturbed(story: Path, sources: Path, jobs: int) -> tuple[Record, dict[str, float]]:
    """Build a story with nothing in its way; return its record and the seconds of each stage."""
    seconds = {"add": finish("add", str(story), str(sources))}
    seconds["run"] = finish("run", str(story), "--jobs", str(jobs))
    return read_record(story), seconds


def disturb(story: Path, sources: Path, stage: str, moment: float, jobs: int) -> tuple[Record, bool]:
    """Build a story whose `add` or `run` is killed at a moment and typed again; return its record."""
    adding, running = ("add", str(story), str(sources)), ("run", str(story), "--jobs", str(jobs))
    if stage == "add":
        alive = kill_and_go_on(adding, moment)
        finish(*running)
    else:
        finish(*adding)
        alive = kill_and_go_on(running, moment)
    if subprocess.run([sys.executable, "-m", "onrecord", "check", str(story)], capture_output=True).returncode:
        raise SystemExit(f"onrecord check found something wrong in {story}")
    return read_record(story), alive


def differing(one: Record, other: Record) -> list[str]:
    """Return the tables that are not the same in two records."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def main() -> None:
    """Kill so many times, say each time what came of it, and print the sum."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--times", type=int, default=20)
    asked.add_argument("--seed", type=int, default=None)
    asked.add_argument("--jobs", type=int, default=1)
    wanted = asked.parse_args()
    chance, same = random.Random(wanted.seed), 0
    with tempfile.TemporaryDirectory() as made:
        sources = Path(shutil.copytree(SAMPLE, Path(made) / "harbour"))
        whole, seconds = build_undisturbed(Path(made) / "whole.db", sources, wanted.jobs)
        for number in range(wanted.times):
            stage, alive, attempt = ("add", "run")[number % 2], False, 0
            while not alive:  # a command that had ended was not killed: try again, earlier
                moment, attempt = chance.uniform(0, seconds[stage]), attempt + 1
                record, alive = disturb(Path(made) / f"{number}-{attempt}.db", sources, stage, moment, wanted.jobs)
                seconds[stage] *= 1.0 if alive else 0.9
            wrong = differing(whole, record)
            same += not wrong
            outcome = "same record" if not wrong else "differs in " + ", ".join(wrong)
            sys.stdout.write(f"killed {stage} at {moment:.2f} s: {outcome}\n")
            sys.stdout.flush()
    sys.stdout.write(f"same record {same} of {wanted.times}\n")
    raise SystemExit(same != wanted.times)


if __name__ == "__main__":
    main()
