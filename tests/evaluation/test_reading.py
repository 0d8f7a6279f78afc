""" "When my file is broken, say which line, and give me no figure that is wrong.\""""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord.errors import SourceError
from onrecord.evaluation import read_annotations, score_documents
from onrecord.exports.rows import Cell
from tests.evaluation.making import row, write_rows


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "holds no documents"),
        ("\n  \n", "holds no documents"),
        ("{", "line 1 is not JSON"),
        ("[" * 100_000, "line 1 is not JSON"),
        ("[]", "line 1 is not an object"),
        ('{"text": "a"}', "line 1 has no id"),
        ('{"id": "a", "text": "a"}\n\n{"id": "a"}', "line 3: the id 'a' stands on an earlier line"),
        ('{"id": ["a"]}', '"id" must be a string'),
        ('{"id": "a", "attributions": {}}', '"attributions" must be a list'),
        ('{"id": "a", "attributions": [1]}', '"attributions" must be a list of objects'),
        ('{"id": "a", "text": "abc", "mentions": [{"span": [0, 9]}]}', 'mentions 1: "span" must be made of'),
        ('{"id": "a", "text": "abc", "mentions": [{"span": [true, 2]}]}', "within the text of 3 characters"),
        ('{"id": "a", "attributions": [{"content": [[3, 2]]}]}', '"content" must be made of'),
        ('{"id": "a", "attributions": [{"via": [{"name": 1}]}]}', '"via" must be a list of names'),
        ('{"id": "a", "attributions": [{"speaker_aliases": [1]}]}', '"speaker_aliases" must be a list of strings'),
        ('{"id": "a", "attributions": [{"said": "Monday"}]}', '"said" must be an object'),
        ('{"id": "a", "attributions": [{"denial": "no"}]}', '"denial" must be true or false'),
        ('{"id": "a", "attributions": [{"confidence": "high"}]}', '"confidence" must be a number'),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(SourceError) as error:
        read_annotations(path)
    assert message in str(error.value)
    assert len(str(error.value)) < 400


def test_a_file_that_is_not_there_or_not_text(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="cannot be read"):
        read_annotations(tmp_path / "none.jsonl")
    (tmp_path / "bytes.jsonl").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SourceError, match="not in UTF-8"):
        read_annotations(tmp_path / "bytes.jsonl")


def test_line_separators_inside_a_text_end_no_line(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({"id": 7, "text": "a\u2028b\x0bc"}, ensure_ascii=False), encoding="utf-8-sig")
    (read,) = read_annotations(path)
    assert (read.id, read.text) == ("7", "a\u2028b\x0bc")


def read(path: Path, text: str | None, name: str = "d") -> Path:
    return write_rows(path, {"id": name, "text": text, "mentions": [{"span": [0, 1], "kind": "person"}]})


@pytest.mark.parametrize(
    ("text", "name", "message"),
    [
        ("Abd", "d", "part at character 2"),
        ("Abcd", "d", "part at character 3"),
        ("Abc", "other", "no document in common"),
    ],
)
def test_files_that_do_not_belong_together(tmp_path: Path, text: str, name: str, message: str) -> None:
    gold = read_annotations(read(tmp_path / "gold.jsonl", "Abc"))
    with pytest.raises(SourceError, match=message):
        score_documents(gold, read_annotations(read(tmp_path / "found.jsonl", text, name)))


def test_a_gold_needs_texts_and_something_to_score(tmp_path: Path) -> None:
    nothing = read_annotations(write_rows(tmp_path / "nothing.jsonl", row("Abc", attributions=[], timexes=[])))
    with pytest.raises(SourceError, match="nothing that can be scored"):
        score_documents(nothing, nothing)
    bare = read_annotations(read(tmp_path / "bare.jsonl", None))
    with pytest.raises(SourceError, match="has no text"):
        score_documents(bare, bare)


def test_a_prediction_may_leave_texts_and_documents_out(tmp_path: Path) -> None:
    marked: list[Cell] = [{"span": [0, 1], "kind": "person"}]
    gold = write_rows(tmp_path / "gold.jsonl", row("Abc", "a", mentions=marked), row("Xyz", "b", mentions=marked))
    found = write_rows(tmp_path / "found.jsonl", {"id": "a", "mentions": marked}, {"id": "c"})
    report = score_documents(read_annotations(gold), read_annotations(found))
    assert (report.missing, report.unknown, report.documents) == (("b",), ("c",), 2)
    assert report.measures[0].recall == 0.5
