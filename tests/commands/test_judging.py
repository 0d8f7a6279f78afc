""" "These two are one man, and I can say why; if I was wrong, I can take it back, and nothing is lost." """

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.running.reports import write_reports
from tests.typed import typed


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.db"
    assert typed("build", write_reports(tmp_path / "reports"), "-o", path).code == 0
    return path


def names_of(story: Path) -> list[list[str]]:
    return [sorted(row["variants"]) for row in json.loads(typed("show", story, "people", "--json").out)]


def judgements_of(story: Path) -> list[dict[str, object]]:
    rows = json.loads(typed("show", story, "judgements", "--json").out)
    return [row for row in rows if row["made"]]


def test_two_names_become_one_until_it_is_taken_back(story: Path) -> None:
    before = names_of(story)
    told = typed("same", story, "ada quell", "Ilan Brode", "--because", "a pen name", "--by", "Mara")
    assert told.code == 0
    assert "“Ada Quell”" in told.err
    assert "they become one" in told.err
    assert "Next: onrecord run" in told.err
    assert names_of(story) == before, "nothing changes before the next run"
    typed("run", story)
    assert ["Ada Quell", "Ilan Brode"] in names_of(story)
    (row,) = judgements_of(story)
    assert [row[key] for key in ("verdict", "left", "right", "by", "why", "stands")] == [
        "yes", "Ada Quell", "Ilan Brode", "Mara", "a pen name", True
    ]  # fmt: skip
    assert "linked and compared anew" not in typed("run", story).err

    assert typed("undo", story, row["id"], "--because", "I misread").code == 0
    typed("run", story)
    assert names_of(story) == before
    log = judgements_of(story)
    assert [(line["stands"], line["undoes"]) for line in log] == [(False, None), (False, row["id"])]
    assert log[0]["undone_by"] == log[1]["id"]


def test_one_entity_is_taken_apart(story: Path) -> None:
    typed("same", story, "Ada Quell", "Ilan Brode")
    typed("run", story)
    (row,) = judgements_of(story)
    typed("undo", story, row["id"])
    told = typed("different", story, "Ada Quell", "Ilan Brode", "--unsure")
    assert "they are one now, and are taken apart" in told.err
    typed("run", story)
    assert ["Ada Quell", "Ilan Brode"] not in names_of(story)
    assert [line["verdict"] for line in judgements_of(story) if line["stands"]] == ["unsure"]


def test_a_judgement_survives_new_reports_and_the_reader_is_told_why(story: Path, tmp_path: Path) -> None:
    typed("same", story, "Ada Quell", "Ilan Brode", "--because", "a pen name")
    (tmp_path / "new.txt").write_text("Ada Quell said that the pier would open.", encoding="utf-8")
    typed("add", story, tmp_path / "new.txt")
    typed("run", story)
    assert ["Ada Quell", "Ilan Brode"] in names_of(story)
    people = json.loads(typed("show", story, "people", "--json").out)
    entity = next(row for row in people if "Ilan Brode" in row["variants"])
    assert entity["reports"] == 3
    assert "yes, by person: a pen name" in typed("why", story, entity["id"]).out
    assert typed("dossier", story).code == 0
    page = story.with_suffix(".html").read_text(encoding="utf-8")
    assert "Ada Quell and Ilan Brode judged one by person: a pen name" in page


def test_a_judgement_whose_words_are_gone_is_kept_and_reported(story: Path, tmp_path: Path) -> None:
    typed("same", story, "Ada Quell", "Ilan Brode")
    (tmp_path / "reports" / "02-herald.txt").write_text("The pier was shut. Nobody spoke of it.", encoding="utf-8")
    typed("add", story, tmp_path / "reports")
    ran = typed("run", story)
    assert ran.code == 1
    assert "finds no mention on “Ilan Brode” any more" in ran.err
    assert len(judgements_of(story)) == 1


def test_a_dry_run_changes_nothing(story: Path) -> None:
    told = typed("same", story, "Ada Quell", "Ilan Brode", "--dry-run")
    assert "they become one" in told.err
    assert "Nothing was changed" in told.err
    assert judgements_of(story) == []


def test_the_same_again_is_no_second_line(story: Path) -> None:
    typed("different", story, "Ada Quell", "Ilan Brode")
    again = typed("different", story, "Ilan Brode", "Ada Quell")
    assert again.code == 0
    assert "judged before" in again.err
    assert len(judgements_of(story)) == 1


def test_a_contradiction_is_refused_and_names_what_it_contradicts(story: Path) -> None:
    typed("different", story, "Ada Quell", "Ilan Brode", "--by", "Mara")
    (row,) = judgements_of(story)
    refused = typed("same", story, "Ada Quell", "Ilan Brode")
    assert refused.code == 2
    assert f"cannot stand beside {row['id']} (“Ada Quell” and “Ilan Brode”: not one, by Mara" in refused.err


def test_statements_and_figures_are_judged_by_id(story: Path) -> None:
    statements = json.loads(typed("show", story, "statements", "--json").out)
    one, other = (row for row in statements if row["says"].startswith("that Korva wanted"))
    assert one["statement"] != other["statement"]
    assert typed("same", story, one["id"], other["statement"]).code == 0
    typed("run", story)
    rows = {r["id"]: r["statement"] for r in json.loads(typed("show", story, "statements", "--json").out)}
    assert rows[one["id"]] == rows[other["id"]]
    figures = [row["id"] for row in json.loads(typed("show", story, "figures", "--json").out)]
    assert typed("same", story, figures[0], figures[-1]).code == 0


@pytest.mark.parametrize("verb", ["same", "different"])
def test_what_a_word_may_mean_is_said_plainly(story: Path, verb: str) -> None:
    slip = typed(verb, story, "Ada Quel", "Ilan Brode")
    assert slip.code == 2
    assert "Did you mean 'Ada Quell'?" in slip.err
    statement = json.loads(typed("show", story, "statements", "--json").out)[0]["id"]
    assert "cannot be compared" in typed(verb, story, "Ada Quell", statement).err
    assert "the same mention of one report" in typed(verb, story, "Ada Quell", "ada  quell").err


def test_a_name_that_two_go_by_is_answered_with_their_ids(story: Path) -> None:
    typed("different", story, *(m for m in mentions_of(story, "Ada Quell")))
    typed("run", story)
    asked = typed("same", story, "Ada Quell", "Ilan Brode")
    assert asked.code == 2
    assert "'Ada Quell' may mean E" in asked.err
    assert "02-herald.txt" in asked.err


def mentions_of(story: Path, name: str) -> list[str]:
    """One mention of a name in each of two reports."""
    from onrecord.records import Mention
    from onrecord.store import open_story, read_records

    with open_story(story) as opened:
        found = {mention.document: mention.id for mention in read_records(opened, Mention) if mention.name == name}
    return list(found.values())[:2]


def test_before_the_first_run_there_is_nothing_to_judge(tmp_path: Path) -> None:
    path = tmp_path / "story.db"
    typed("add", path, write_reports(tmp_path / "reports"))
    told = typed("same", path, "Ada Quell", "Ilan Brode")
    assert told.code == 2
    assert "onrecord run" in told.err


def test_a_judgement_that_is_not_there_cannot_be_taken_back(story: Path) -> None:
    assert "no judgement 'J1'" in typed("undo", story, "J1").err
    typed("same", story, "Ada Quell", "Ilan Brode")
    (row,) = judgements_of(story)
    typed("undo", story, row["id"])
    assert "taken back before" in typed("undo", story, row["id"]).err
