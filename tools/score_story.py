"""Scores the accounts of a built story against its gold: `score_story.py STORY.db GOLD/accounts.json`."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from onrecord.evaluation.stories import score_story
from onrecord.running import load_story
from onrecord.store import open_story


def read_members(marks: Path) -> dict[str, dict[str, str]]:
    """Return the words of each attribution by its id, where gold of the marks lies beside that of the accounts."""
    if not marks.exists():
        return {}
    rows = [json.loads(line) for line in marks.read_text(encoding="utf-8").splitlines()]
    return {
        one["id"]: {"document": row["id"], "words": " [...] ".join(one["content_words"])}
        for row in rows
        for one in row["attributions"]
    }


def main(words: Sequence[str]) -> int:
    """Print a line for each tally; return 2 when the words are wrong."""
    if len(words) != 2:
        sys.stderr.write(__doc__ or "")
        return 2
    accounts = Path(words[1])
    gold = json.loads(accounts.read_text(encoding="utf-8"))
    with open_story(Path(words[0])) as story:
        tallies = score_story(load_story(story), gold, read_members(accounts.with_name("marks.jsonl")))
    for tally in tallies:
        sys.stdout.write(
            f"{tally.what}: precision {tally.precision:.1%} ({tally.right} of {tally.found}), "
            f"recall {tally.recall:.1%} ({tally.met} of {tally.gold})\n"
        )
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
