""" "I see only the rows that I asked for, and a row with no date is in no stretch of days.\""""

import io
import json

import pytest

from onrecord.exports import Row, Wanted, filter_rows, write_csv, write_json

ROWS: list[Row] = [
    {"id": "1", "speaker": "Ada Quell", "said": {"earliest": "2031-05-01", "latest": "2031-05-03"}, "says": "a pier"},
    {"id": "2", "speaker": "Dorn", "said": None, "says": "no pier"},
    {
        "id": "3",
        "speaker": None,
        "said": {"earliest": None, "latest": "2031-06-01"},
        "says": "a dam",
        "confidence": 0.5,
    },
    {"id": "4", "claimants": ["The Korva ministry"], "says": "36"},
    {"id": "5", "speaker": "Dorn", "said": {"earliest": "2031-07-01", "latest": None}, "says": "a road"},
    {"id": "6", "speaker": "Dorn", "said": {"earliest": None, "latest": None}, "says": "a mast"},
]


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        (Wanted(), "123456"),
        (Wanted(actor="quell"), "1"),
        (Wanted(actor="ministry"), "4"),
        (Wanted(text="pier"), "12"),
        (Wanted(text="pier no"), "2"),
        (Wanted(since="2031-05-02"), "135"),
        (Wanted(since="2031-06-15"), "5"),
        (Wanted(until="2031-04-30"), "3"),
        (Wanted(since="2031-05-01", until="2031-05-31"), "13"),
        (Wanted(least=0.6), "12456"),
        (Wanted(least=0.5), "123456"),
    ],
)
def test_rows_are_filtered(wanted: Wanted, ids: str) -> None:
    assert "".join(str(row["id"]) for row in filter_rows(ROWS, wanted)) == ids


def test_json_is_one_array() -> None:
    out = io.StringIO()
    write_json(ROWS, out)
    assert json.loads(out.getvalue()) == ROWS


def test_csv_holds_nested_values_and_no_formula() -> None:
    out = io.StringIO()
    write_csv([{"a": "=1+1", "b": None, "c": ["x"], "d": True, "e": 36}], ["a", "b", "c", "d", "e", "f"], out)
    assert out.getvalue() == 'a,b,c,d,e,f\n\'=1+1,,"[""x""]",true,36,\n'
