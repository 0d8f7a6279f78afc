"""Holds branch coverage to what HOUSE names: 95 % in the library rooms, 90 % in the command line."""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from pathlib import Path

LIBRARY, TOP = 95.0, 90.0
_TOP_ROOMS = ("cli.py", "commands")


def main(report: str) -> int:
    """Print the coverage of each room; return 1 if one has too little."""
    rooms: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for name, measured in json.loads(Path(report).read_text(encoding="utf-8"))["files"].items():
        parts = Path(name).parts
        summary = measured["summary"]
        room = rooms[parts[parts.index("onrecord") + 1]]
        room[0] += summary["covered_lines"] + summary["covered_branches"]
        room[1] += summary["num_statements"] + summary["num_branches"]
    poor = 0
    for name, (covered, total) in sorted(rooms.items()):
        share = 100.0 * covered / total if total else 100.0
        floor = TOP if name in _TOP_ROOMS else LIBRARY
        poor += share < floor
        sys.stdout.write(f"{name:16} {share:5.1f} %{'' if share >= floor else f'   below {floor:.0f} %'}\n")
    return 1 if poor else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1]))
