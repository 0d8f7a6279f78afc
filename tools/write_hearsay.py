"""Writes the hearsay corpus as JSON Lines: `write_hearsay.py dev > dev.jsonl` (or test, all), or counts it: `count`.

Files may follow; otherwise all passages are taken. What is wrong with a passage is said, and the passage left out;
the exit code is then 1. The test half is not read while rules are written.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from onrecord.evaluation.hearsay import annotate_passage, take_passages
from onrecord.evaluation.passages import Passage

PASSAGES = Path(__file__).parent.parent / "corpora" / "hearsay" / "passages"
PARTS = ("dev", "test", "all")


def count_passages(passages: Sequence[Passage]) -> Counter[str]:
    """Return how many passages, attributions and attributions of each sort there are."""
    attributions = [one for passage in passages for one in passage.attributions]
    cues = {
        span.of(passage.text).casefold() for passage in passages for one in passage.attributions for span in one.cue
    }
    return Counter(
        {
            "passages": len(passages),
            "passages without an attribution": sum(not passage.attributions for passage in passages),
            "attributions": len(attributions),
            "relays": sum(bool(one.relays) for one in attributions),
            "denials": sum(one.denial for one in attributions),
            "nested": sum(one.parent is not None for one in attributions),
            "addressees": sum(bool(one.addressee) for one in attributions),
            "pronouns and roles": sum(one.office for one in attributions),
            "lost quotation marks": sum(one.lost for one in attributions),
            "names": sum(len(passage.names) for passage in passages),
            "distinct cues as written": len(cues),
            **Counter(f"act {one.act}" for one in attributions),
        }
    )


def main(words: Sequence[str]) -> int:
    """Write what is asked for; return 1 when something is wrong with a passage, 2 when the words are."""
    if not words or words[0] not in (*PARTS, "count"):
        sys.stderr.write(__doc__ or "")
        return 2
    passages, flaws = take_passages([Path(word) for word in words[1:]] or sorted(PASSAGES.glob("*.txt")))
    if words[0] == "count":
        _write_counts(passages)
    else:
        for passage in passages:
            if words[0] in (passage.part, "all"):
                sys.stdout.write(json.dumps(annotate_passage(passage), ensure_ascii=False) + "\n")
    for flaw in flaws:
        sys.stderr.write(f"{flaw}\n")
    return 1 if flaws else 0


def _write_counts(passages: Sequence[Passage]) -> None:
    halves = [count_passages([one for one in passages if one.part == part]) for part in PARTS[:2]]
    sys.stdout.write("what\tall\tdev\ttest\n")
    for what, number in count_passages(passages).items():
        sys.stdout.write(f"{what}\t{number}\t{halves[0][what]}\t{halves[1][what]}\n")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
