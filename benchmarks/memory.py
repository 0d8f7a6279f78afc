"""Adds, runs and shows 1,000 invented reports, and prints how much memory and time each stage takes.

    python benchmarks/memory.py [--reports N] [--long MEGABYTES] [--jobs 1 2]

For each stage: wall seconds, and the peak memory (resident set) of the largest process of its tree. With `--long`,
one report of that length takes the place of the many.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.reports import write_long_report, write_reports

FLOOR_MB = 700
_LOOK_SECONDS = 0.02


def measure(*words: str) -> tuple[float, float]:
    """Run onrecord with some words; return the wall seconds and the peak megabytes of its largest process."""
    begun = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-m", "onrecord", *words], stdout=subprocess.DEVNULL)
    peaks: dict[int, float] = {}
    looking = threading.Thread(target=_watch, args=(process, peaks))
    looking.start()
    code = process.wait()
    looking.join()
    if code not in (0, 1):
        raise SystemExit(f"onrecord {' '.join(words)} ended with {code}")
    return time.perf_counter() - begun, max(peaks.values(), default=0.0)


def _watch(process: subprocess.Popen[bytes], peaks: dict[int, float]) -> None:
    while process.poll() is None:
        for number in _tree(process.pid):
            peaks[number] = max(peaks.get(number, 0.0), _peak(number))
        time.sleep(_LOOK_SECONDS)


def _tree(number: int) -> list[int]:
    try:
        children = Path(f"/proc/{number}/task/{number}/children").read_text(encoding="ascii").split()
    except OSError:
        return []
    return [number, *(below for child in children for below in _tree(int(child)))]


def _peak(number: int) -> float:
    """The most memory that a process ever held, as the kernel counts it."""
    try:
        status = Path(f"/proc/{number}/status").read_text(encoding="ascii")
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1000 for line in status.splitlines() if line.startswith("VmHWM")), 0.0)


def main() -> None:
    """Print a line for each stage, and whether the floor holds."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--reports", type=int, default=1000)
    asked.add_argument("--long", type=float, default=0.0, metavar="MEGABYTES")
    asked.add_argument("--jobs", type=int, nargs="+", default=[1, 2])
    wanted = asked.parse_args()
    with tempfile.TemporaryDirectory() as made:
        sources = Path(made) / "reports"
        if wanted.long:
            sources.mkdir()
            write_long_report(sources / "long.txt", int(wanted.long * 1e6))
        else:
            write_reports(sources, wanted.reports)
        worst = max(_print_stages(Path(made) / f"jobs-{jobs}.db", sources, jobs) for jobs in wanted.jobs)
    sys.stdout.write(f"peak of any process: {worst:.0f} MB, floor {FLOOR_MB} MB: {_verdict(worst)}\n")


def _print_stages(story: Path, sources: Path, jobs: int) -> float:
    stages = {
        "add": ("add", str(story), str(sources)),
        f"run --jobs {jobs}": ("run", str(story), "--jobs", str(jobs)),
        "run again": ("run", str(story)),
        "show statements --json": ("show", str(story), "statements", "--json"),
    }
    worst = 0.0
    for name, words in stages.items():
        seconds, peak = measure(*words)
        worst = max(worst, peak)
        size = os.path.getsize(story) / 1e6
        sys.stdout.write(f"{name:24} {seconds:7.1f} s {peak:7.0f} MB   story {size:.0f} MB\n")
        sys.stdout.flush()
    return worst


def _verdict(peak: float) -> str:
    return "holds" if peak < FLOOR_MB else "MISSED"


if __name__ == "__main__":
    main()
