"""I do what the first page says, line by line, and every line works."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest

from tests.typed import typed

README = Path(__file__).parent.parent.parent / "README.md"


def lines_of(heading: str) -> list[list[str]]:
    """The command lines of the first example below a heading, each as words, without what it says of them."""
    example = README.read_text(encoding="utf-8").split(f"## {heading}")[1].split("```sh\n")[1].split("```")[0]
    return [shlex.split(line, comments=True)[1:] for line in re.findall(r"^onrecord .*", example, re.MULTILINE)]


def test_every_line_of_the_first_five_minutes_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert typed("demo", "-o", tmp_path).code == 0
    (statement, *_) = json.loads(typed("show", "harbour.db", "statements", "--json").out)
    lines = lines_of("Five minutes")
    assert len(lines) >= 8
    for words in lines:
        outcome = typed(*(statement["id"] if word == "ID" else word for word in words))
        assert outcome.code == 0, (words, outcome.err)
        assert "nothing" not in outcome.err.replace("nothing wrong", "").casefold(), (words, outcome.err)
    assert (tmp_path / "story.html").is_file()
