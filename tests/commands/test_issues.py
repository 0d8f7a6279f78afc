"""Watch this one for me: an issue that I name is looked for in every run, until I take it back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.accounts.telling_stories import STORIES
from tests.typed import typed


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.db"
    assert typed("build", STORIES / "dam", "-o", path).code == 0
    return path


def issues_of(story: Path) -> set[str]:
    return {row["issue"] for row in json.loads(typed("show", story, "positions", "--json").out)}


def test_an_issue_is_named_found_and_taken_back(story: Path) -> None:
    told = typed("issue", "add", story, "the tender", "--about", "tender", "--by", "Mara")
    assert told.code == 0
    assert "Next: onrecord run" in told.err + told.out
    assert "the tender" not in issues_of(story), "nothing changes before the next run"
    typed("run", story)
    assert "the tender" in issues_of(story)
    listed = typed("issue", "list", story)
    assert "the tender (tender), named by Mara" in listed.out + listed.err
    assert "dam, found by accounts" in listed.out + listed.err
    assert typed("issue", "remove", story, "the tender").code == 0
    typed("run", story)
    assert "the tender" not in issues_of(story)


def test_without_words_the_name_is_looked_for(story: Path) -> None:
    told = typed("issue", "add", story, "new tender")
    assert "new tender (new tender)" in told.out + told.err


def test_one_name_is_given_once_and_what_is_not_there_cannot_be_taken_back(story: Path) -> None:
    assert typed("issue", "add", story, "the tender").code == 0
    again = typed("issue", "add", story, "The Tender")
    assert again.code != 0
    assert "already" in again.err
    missing = typed("issue", "remove", story, "the tram")
    assert missing.code != 0
    assert "nobody named" in missing.err
    assert typed("issue", "add", story, "  ").code != 0


def test_a_story_without_issues_says_so(tmp_path: Path) -> None:
    report = tmp_path / "a.txt"
    report.write_text("It rained in Tarn on Monday and the river rose by a hand.", encoding="utf-8")
    story = tmp_path / "story.db"
    typed("build", report, "-o", story)
    told = typed("issue", "list", story)
    assert "No issue was named or found" in told.out + told.err
