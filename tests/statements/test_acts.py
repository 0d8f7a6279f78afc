""" "Which act is it?" The closed list, and how the words of a statement tell it where the cue does not."""

from __future__ import annotations

import csv
from importlib import resources
from typing import get_args

import pytest

from onrecord.language import Parser
from onrecord.records import Act
from tests.statements.reported import find


def _rows() -> list[dict[str, str]]:
    text = resources.files("onrecord.statements").joinpath("acts.tsv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))


def test_every_act_of_the_records_has_its_meaning() -> None:
    assert [row["act"] for row in _rows()] == list(get_args(Act))
    assert all(row["meaning"] for row in _rows())


@pytest.mark.parametrize("row", _rows(), ids=lambda row: row["act"])
def test_every_example_is_its_act(row: dict[str, str], parser: Parser) -> None:
    assert [one.act for one in find(row["example"], parser) if one.parent is None] == [row["act"]]


@pytest.mark.parametrize(
    ("line", "act"),
    [
        ("Orlova said that the report was false.", "deny"),
        ("Orlova brushed aside the second pier.", "oppose"),
        ("Orlova would neither confirm nor deny the report.", "assert"),
        ("Orlova declined to say whether the dam held.", "assert"),
        ("Orlova refused to sign the treaty.", "oppose"),
        ("Orlova wants a second pier.", "request"),
        ("Orlova wants the council to resign.", "request"),
        ("Orlova would like a second pier.", "request"),
        ("Orlova does not want a second pier.", "oppose"),
        ("Orlova wants to leave.", "intend"),
        ('"Is the dam safe?" Orlova said.', "ask"),
        ('"Leave the valley tonight," Orlova said.', "request"),
        ('"We promise a new dam," Orlova said.', "promise"),
        ('"I am against a second pier," Orlova said.', "oppose"),
        ("Orlova said that she was for a second pier.", "support"),
        ("Orlova said that it was, for now.", "assert"),
        ("Orlova assured the crew that the wages would be paid.", "promise"),
        ("Orlova announced that the port will close.", "intend"),
        ('"We will build a second pier," Orlova said.', "intend"),
        ('"We will not build a second pier," Orlova said.', "oppose"),
        ("Orlova warned that she would resign.", "threaten"),
        ("Orlova insisted that the gate be shut.", "request"),
        ("Orlova suggested that the council should resign.", "propose"),
        ("According to the indictment, he took the money.", "accuse"),
        ("Orlova was quoted as warning that the dam might fail.", "warn"),
        ("Orlova renewed her promise of better pay.", "promise"),
        ("Orlova called the plan a farce.", "criticise"),
        ("Orlova called the plan brilliant.", "praise"),
        ("Orlova expects a second flood.", "estimate"),
    ],
)
def test_how_an_act_is_told(line: str, act: str, parser: Parser) -> None:
    assert [one.act for one in find(line, parser) if one.parent is None] == [act]
