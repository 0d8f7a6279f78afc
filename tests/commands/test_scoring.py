""" "Score my run against my gold, and show what the new rules gained and lost.\""""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from onrecord.commands.scoring import score_files
from onrecord.errors import SourceError
from tests.evaluation.making import row, span, write_rows

TEXT = "Ada Quell met Bo Orme in Korva."


def names(folder: Path, file: str, *words: str, others: int = 0) -> Path:
    marked = row(TEXT, mentions=[{"span": span(TEXT, one), "kind": "person"} for one in words])
    return write_rows(folder / file, marked, *(row(TEXT, f"more{n}", mentions=[]) for n in range(others)))


class Terminal(io.StringIO):
    """A text that says that it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_table_of_plain_words(tmp_path: Path) -> None:
    out = io.StringIO()
    gold = names(tmp_path, "gold.jsonl", "Ada Quell", "Bo Orme")
    assert score_files(gold, names(tmp_path, "run.jsonl", "Ada Quell"), None, out) == 0
    assert out.getvalue().splitlines()[:3] == [
        "# names",
        "what\tP\tR\tF1\tvalue\tright\tfound\tgold",
        "span and kind\t100.0\t50.0\t66.7\t\t1\t1\t2",
    ]


def test_a_drawn_table_on_a_terminal(tmp_path: Path) -> None:
    out = Terminal()
    gold = names(tmp_path, "gold.jsonl", "Ada Quell")
    assert score_files(gold, gold, None, out) == 0
    assert "100.0" in out.getvalue()
    assert "\t" not in out.getvalue()


def test_what_was_gained_and_lost(tmp_path: Path) -> None:
    out = io.StringIO()
    gold = names(tmp_path, "gold.jsonl", "Ada Quell", "Bo Orme")
    run, earlier = names(tmp_path, "run.jsonl", "Ada Quell"), names(tmp_path, "earlier.jsonl", "Bo Orme", "Korva")
    assert score_files(gold, run, earlier, out) == 0
    lines = out.getvalue().splitlines()
    assert lines[2] == "span and kind\t100.0\t50.0\t66.7\t\t1\t1\t2\t50.0"
    gained, lost = lines.index("# gained: 2"), lines.index("# lost: 1")
    slots = "names\tspan and kind (person); span (person)"
    assert lines[gained + 2 : gained + 4] == [f"found\td\t{slots}\tAda Quell", f"false no more\td\t{slots}\tKorva"]
    assert lines[lost + 2] == f"lost\td\t{slots}\tBo Orme"


def test_measures_that_are_shares_or_values_are_compared_too(tmp_path: Path) -> None:
    def places(file: str, lat: float | None) -> Path:
        return write_rows(tmp_path / file, row(TEXT, toponyms=[{"span": span(TEXT, "Korva"), "lat": lat, "lon": 2.0}]))

    out = io.StringIO()
    gold = places("gold.jsonl", 1.0)
    assert score_files(gold, places("run.jsonl", 1.0), places("earlier.jsonl", None), out) == 0
    rows = {line.split("\t")[0]: line.split("\t")[1:] for line in out.getvalue().splitlines()}
    assert rows["within 161 km, of all gold"][-1] == "0.0"
    assert rows["median distance of those placed, km"] == ["", "", "", "0.00", "", "", "", ""]
    out = io.StringIO()
    score_files(gold, gold, gold, out)
    assert "median distance of those placed, km\t\t\t\t0.00\t\t\t\t0.00" in out.getvalue()


def test_json_holds_everything(tmp_path: Path) -> None:
    out = io.StringIO()
    gold = names(tmp_path, "gold.jsonl", "Ada Quell", "Bo Orme")
    score_files(gold, names(tmp_path, "run.jsonl", "Ada Quell"), names(tmp_path, "old.jsonl"), out, "json")
    told = json.loads(out.getvalue())
    assert told["measures"][0]["f1"] == pytest.approx(2 / 3)
    assert told["earlier"][0]["f1"] == 0.0
    assert [(one["gained"], one["words"]) for one in told["changes"]] == [(True, "Ada Quell")]
    plain = io.StringIO()
    score_files(gold, gold, None, plain, "json")
    assert "changes" not in json.loads(plain.getvalue())


def test_documents_that_are_missing_or_unknown_are_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    few, many = names(tmp_path, "few.jsonl", "Ada Quell"), names(tmp_path, "many.jsonl", "Ada Quell", others=5)
    assert score_files(many, few, None, io.StringIO()) == 1
    assert "5 of 6 documents of the gold are not in" in capsys.readouterr().err
    assert score_files(few, many, None, io.StringIO()) == 0
    assert "more0, more1, more2 and 2 more" in capsys.readouterr().err


def test_an_earlier_run_on_other_texts_is_named(tmp_path: Path) -> None:
    gold = names(tmp_path, "gold.jsonl", "Ada Quell")
    other = write_rows(tmp_path / "earlier.jsonl", row("Ada Venn.", mentions=[]))
    with pytest.raises(SourceError, match=r"earlier\.jsonl: The document 'd' has one text"):
        score_files(gold, gold, other, io.StringIO())
