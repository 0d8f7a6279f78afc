""" "I type what a newcomer would type, with every slip of the finger, and always know what to do next.\""""

from __future__ import annotations

import csv
import io
import json
import shlex
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from onrecord.cli import main
from tests.running.reports import write_reports


@dataclass(frozen=True)
class Outcome:
    code: int
    out: str
    err: str


Type = Callable[..., Outcome]


@pytest.fixture
def type_(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Type:
    """Types a command line and returns what came of it."""

    def run(*words: object) -> Outcome:
        monkeypatch.setattr(sys, "argv", ["onrecord", *map(str, words)])
        code: object = 0
        try:
            main()
        except SystemExit as ended:
            code = ended.code
        captured = capsys.readouterr()
        return Outcome(code if isinstance(code, int) else 0, captured.out, " ".join(captured.err.split()))

    return run


@pytest.fixture
def built(tmp_path: Path, type_: Type) -> Path:
    """A story built from three short reports."""
    story = tmp_path / "story.db"
    assert type_("build", write_reports(tmp_path / "reports"), "-o", story).code == 0
    return story


def test_build_makes_the_story_and_the_dossier_and_says_what_it_found(tmp_path: Path, type_: Type) -> None:
    outcome = type_("build", write_reports(tmp_path / "reports"), "-o", tmp_path / "story.db")
    assert (outcome.code, outcome.out) == (0, "")
    for words in ("3 new reports", "3 marked", "3 reports (3 independent texts)", "The dossier is", "Next: onrecord"):
        assert words in outcome.err
    assert (tmp_path / "story.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert "No day known: reports/0" in outcome.err


def test_a_second_build_marks_nothing(built: Path, tmp_path: Path, type_: Type) -> None:
    outcome = type_("build", tmp_path / "reports", "-o", built)
    assert "0 new reports, 0 changed reports, 3 already there" in outcome.err
    assert "0 marked; nothing had changed" in outcome.err


def test_a_date_that_is_set_moves_what_hangs_on_it(built: Path, type_: Type) -> None:
    assert "Noted for reports/02-herald.txt" in type_("set", built, "02-herald", "--published", "2031-05-08").err
    assert "0 marked; linked and compared anew" in type_("run", built).err
    rows = json.loads(type_("show", built, "documents", "--json").out)
    dated = {row["document"]: row["published"] for row in rows}
    assert dated["reports/02-herald.txt"] == {"earliest": "2031-05-08", "latest": "2031-05-08"}


@pytest.mark.parametrize(
    "view",
    ["documents", "statements", "people", "timeline", "figures", "discrepancies", "positions", "agreements", "copies"],
)
def test_every_view_prints_a_table_json_and_csv(built: Path, type_: Type, view: str) -> None:
    assert type_("show", built, view).code == 0
    rows = json.loads(type_("show", built, view, "--json").out)
    table = list(csv.reader(io.StringIO(type_("show", built, view, "--csv").out)))
    assert len(table) == len(rows) + 1
    if view in ("documents", "statements", "people", "timeline", "figures"):
        assert rows


def test_rows_can_be_asked_for_by_name_time_and_words(built: Path, type_: Type) -> None:
    rows = json.loads(type_("show", built, "statements", "--actor", "quell", "--json").out)
    assert rows
    assert {row["speaker"] for row in rows} == {"Ada Quell"}
    assert json.loads(type_("show", built, "statements", "--text", "no such words", "--json").out) == []
    assert "There is nothing in statements that fits" in type_("show", built, "statements", "--text", "zz").err
    later = {
        row["document"] for row in json.loads(type_("show", built, "documents", "--since", "2031-06", "--json").out)
    }
    assert "reports/03-post.txt" in later
    assert "reports/02-herald.txt" not in later, "a report without a date is in no stretch of days"
    assert json.loads(type_("show", built, "documents", "--until", "2031-04", "--json").out) == []
    assert type_("show", built, "statements", "--since", "soon").code == 2


def test_why_explains_an_item(built: Path, type_: Type) -> None:
    (row, *_) = json.loads(type_("show", built, "statements", "--actor", "quell", "--json").out)
    told = type_("why", built, row["id"]).out
    assert f"made by {row['by']}" in told
    assert "content at" in told
    assert "[Ada Quell]" in told or "Premier Ada Quell" in told
    assert "knowledge:" in told
    assert "stands under" in told
    unknown = type_("why", built, row["id"][:-1] + "x")
    assert unknown.code == 2
    assert f"Did you mean {row['id']!r}" in unknown.err


def test_check_finds_nothing_wrong_and_then_something(built: Path, type_: Type) -> None:
    assert "nothing wrong" in type_("check", built).err
    import sqlite3

    with sqlite3.connect(built) as plain:
        plain.execute("UPDATE slots SET words = 'Mara' WHERE words = 'Ada Quell'")
    spoilt = type_("check", built)
    assert spoilt.code == 1
    assert "should read 'Mara'" in spoilt.err


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["buld"], "Did you mean 'build'"),
        (["show", "STORY", "statments"], "Did you mean 'statements'"),
        (["show", "STORY", "documents", "--jsn"], "--json"),
        (["set", "STORY", "02-herld", "--title", "x"], "Did you mean 'reports/02-herald.txt'"),
        (["set", "STORY", "02-herald"], "say what to set"),
        (["set", "STORY", "02-herald", "--published", "5 May"], "is no date"),
        (["show", "none.db", "documents"], "no such story file"),
        (["run", "none.db"], "no such story file"),
        (["dossier", "none.db"], "no such story file"),
        (["build", "nowhere", "-o", "x.db"], "there is no such file or folder"),
    ],
)
def test_a_slip_of_the_finger_gets_a_sentence(
    built: Path, tmp_path: Path, type_: Type, monkeypatch: pytest.MonkeyPatch, words: list[str], message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    outcome = type_(*[built if word == "STORY" else word for word in words])
    assert outcome.code == 2
    assert message in outcome.err
    assert outcome.out == ""
    assert not (tmp_path / "none.db").exists()


def test_an_empty_folder_is_told(tmp_path: Path, type_: Type) -> None:
    (tmp_path / "empty").mkdir()
    outcome = type_("build", tmp_path / "empty", "-o", tmp_path / "x.db")
    assert outcome.code == 2
    assert "empty" in outcome.err


def test_what_cannot_be_read_is_told_and_the_rest_goes_on(tmp_path: Path, type_: Type) -> None:
    reports = write_reports(tmp_path / "reports")
    (reports / "blob.txt").write_bytes(b"\x00\x01\x02" * 100)
    (reports / "none.txt").write_bytes(b"")
    outcome = type_("build", reports, "-o", tmp_path / "x.db")
    assert outcome.code == 1
    assert "3 new reports" in outcome.err
    assert f"2 problems: onrecord show {tmp_path / 'x.db'} problems" in outcome.err
    rows = json.loads(type_("show", tmp_path / "x.db", "problems", "--json").out)
    assert {row["document"] for row in rows} == {"reports/blob.txt", "reports/none.txt"}
    assert all(row["remedy"] for row in rows)


def test_add_run_and_dossier_are_build_in_steps(tmp_path: Path, type_: Type) -> None:
    story, page = tmp_path / "s.db", tmp_path / "page.html"
    assert type_("add", story, write_reports(tmp_path / "reports")).code == 0
    early = type_("dossier", story, "-o", page)
    assert "Not marked yet: reports/01-dorn.txt" in early.err
    assert type_("run", story).code == 0
    assert type_("dossier", story, "-o", page).code == 0
    assert "Ada Quell" in page.read_text(encoding="utf-8")
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".part"] == []
    assert "cannot be written" in type_("dossier", story, "-o", tmp_path / "none" / "page.html").err


def test_annotate_prints_one_object_a_line(tmp_path: Path, type_: Type) -> None:
    rows = [
        {
            "id": "one",
            "text": "Ada Quell said on Monday that 36 people were hurt in Morlan.",
            "published": "2031-05-08",
        },
        {"id": "two", "text": "The pier is long."},
    ]
    source = tmp_path / "rows.jsonl"
    source.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    first, second = map(json.loads, type_("annotate", source).out.splitlines())
    assert (first["id"], second["id"]) == ("one", "two")
    assert first["text"] == rows[0]["text"]
    assert first["published"] == {"earliest": "2031-05-08", "latest": "2031-05-08", "basis": "given"}
    (said,) = first["attributions"]
    assert first["text"][slice(*said["source"][0])] == "Ada Quell"
    assert said["said"] == {"earliest": "2031-05-05", "latest": "2031-05-05"}
    assert [figure["value"] for figure in first["figures"]] == [36]
    assert second["attributions"] == []
    (hidden, _) = map(json.loads, type_("annotate", source, "--ignore-published").out.splitlines())
    assert hidden["published"] is None or hidden["published"]["basis"] == "inferred"


def test_annotate_reads_standard_input(tmp_path: Path) -> None:
    told = "Ada Quell said the pier was safe. Ilan Brode denied it."
    ended = subprocess.run(
        [sys.executable, "-m", "onrecord", "annotate", "-"], input=told, capture_output=True, text=True, check=True
    )
    assert json.loads(ended.stdout)["text"] == told


def test_the_version_is_told(type_: Type) -> None:
    assert type_("--version").out.startswith("onrecord 0.")


def test_stopping_from_the_keyboard_says_how_to_go_on(type_: Type, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("onrecord.cli.app", stop)
    outcome = type_("run", "a.db")
    assert outcome.code == 130
    assert "Run the same command again" in outcome.err


def test_what_is_new_since_a_day_and_what_was_compared_and_fits(built: Path, type_: Type) -> None:
    asked = type_("show", built, "new", "--since", "2031-05", "--json")
    assert asked.code == 0
    rows = json.loads(asked.out)
    assert {row["document"] for row in rows} <= {"reports/01-dorn.txt", "reports/03-post.txt"}
    shown = type_("show", built, "new", "--since", "2031-05")
    assert "against 0 earlier ones" in shown.err
    assert "Left out, since their day is not known" in shown.err
    assert "say since when" in type_("show", built, "new").err
    considered = type_("show", built, "discrepancies", "--considered", "--json")
    assert considered.code == 0
    assert isinstance(json.loads(considered.out), list)
    assert "--considered goes with discrepancies" in type_("show", built, "people", "--considered").err


@pytest.mark.parametrize("how", ["minimum", "range"])
def test_derived_numbers_only_on_request_and_named_so(how: str, built: Path, type_: Type) -> None:
    assert "derived" not in type_("show", built, "figures").out
    shown = type_("show", built, "figures", "--derived", how)
    assert shown.code == 0
    assert "No report gives these numbers" in shown.err
    rows = json.loads(type_("show", built, "figures", "--derived", how, "--json").out)
    assert rows
    assert all(row["derived"] for row in rows)


@pytest.mark.parametrize(("view", "how"), [("people", "minimum"), ("figures", "median")])
def test_only_figures_are_derived(view: str, how: str, built: Path, type_: Type) -> None:
    wrong = type_("show", built, view, "--derived", how)
    assert wrong.code == 2
    assert "--derived goes with figures, and is one of: minimum, range" in wrong.err


def test_what_was_told_must_not_be_lost_between_set_and_run(built: Path, type_: Type) -> None:
    assert "First:" not in type_("show", built, "documents").err
    type_("set", built, "02-herald", "--published", "2031-05-08")
    for words in (["show", built, "documents"], ["dossier", built]):
        told = type_(*words).err
        assert "What was told since the last run, or rules that are newer, are not in it." in told
        assert f"First: onrecord run {built}" in told
    type_("run", built)
    assert "First:" not in type_("show", built, "documents").err


def test_a_word_that_is_taken_back_is_not_noted(built: Path, type_: Type) -> None:
    type_("set", built, "02-herald", "--title", "x")
    outcome = type_("set", built, "02-herald", "--title", "", "--outlet", "The Herald")
    assert "Noted for reports/02-herald.txt: outlet." in outcome.err
    assert "Taken back for reports/02-herald.txt: title." in outcome.err


def test_part_of_a_name_is_answered_with_the_names_that_hold_it(built: Path, type_: Type) -> None:
    outcome = type_("set", built, "herald", "--title", "x")
    assert outcome.code == 2
    assert "Did you mean 'reports/02-herald.txt'?" in outcome.err


def test_a_name_that_nobody_has_is_answered_with_a_likely_one(built: Path, type_: Type) -> None:
    assert "Did you mean 'Ada Quell'?" in type_("show", built, "statements", "--actor", "Ada Quill").err


def test_one_form_is_printed_at_a_time(built: Path, type_: Type) -> None:
    outcome = type_("show", built, "statements", "--json", "--csv")
    assert (outcome.code, outcome.out) == (2, "")
    assert "choose one" in outcome.err


def test_days_are_asked_of_what_has_days(built: Path, type_: Type) -> None:
    refused = type_("show", built, "people", "--since", "2031")
    assert refused.code == 2
    assert "people have no days" in refused.err
    assert "Left out, since no day of theirs is known:" in type_("show", built, "documents", "--since", "2031").err


def test_the_help_names_every_view(type_: Type) -> None:
    from onrecord.cli import _VIEWS
    from onrecord.exports import VIEWS

    assert set(VIEWS) | {"new"} <= set(_VIEWS.replace(",", "").replace(";", "").replace("One of:", "").split())


def test_a_command_that_is_proposed_can_be_typed_as_it_stands(tmp_path: Path, type_: Type) -> None:
    story = tmp_path / "the mayor's story.db"
    outcome = type_("build", write_reports(tmp_path / "reports"), "-o", story)
    proposed = outcome.err.split("Next: onrecord ")[1]
    assert shlex.split(proposed) == ["show", str(story), "discrepancies"]


def test_an_empty_story_says_what_to_do(tmp_path: Path, type_: Type) -> None:
    (tmp_path / "empty.db").touch()
    outcome = type_("show", tmp_path / "empty.db", "statements")
    assert f"First: onrecord add {tmp_path / 'empty.db'} SOURCE..." in outcome.err
