"""A file with one report a line comes in row by row; a bad row is said by its line and the rest goes on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord.reading import Intake
from tests.reading.reports import REPORT, RUSSIAN, documents, problems, read


def rows(tmp_path: Path, *lines: object) -> list[Intake]:
    path = tmp_path / "feed.jsonl"
    path.write_bytes(b"\n".join(line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines))
    return read(path)


def test_a_row_gives_all_that_it_says(tmp_path: Path) -> None:
    row = {
        "id": "r1",
        "text": REPORT,
        "title": "Talks end",
        "url": "https://dorn-post.example/1",
        "outlet": "The Dorn Post",
        "byline": "Ada Quell",
        "published": "2031-02-05T10:00:00+01:00",
    }
    (intake,) = rows(tmp_path, row)
    (document,) = intake.documents
    assert (document.uri, document.text, document.language) == ("feed.jsonl#r1", REPORT, "en")
    found = (document.title, document.url, document.outlet, document.byline)
    assert [detail and (detail.value, detail.field, detail.by) for detail in found] == [
        ("Talks end", "title", "given"),
        ("https://dorn-post.example/1", "url", "given"),
        ("The Dorn Post", "outlet", "given"),
        ("Ada Quell", "byline", "given"),
    ]
    assert document.published is not None
    assert document.published.basis == "given"
    assert (document.published.interval.earliest, document.published.interval.latest) == ("2031-02-05", "2031-02-05")
    assert document.published.evidence[0].value == "2031-02-05T10:00:00+01:00"
    assert intake.capture is not None
    assert json.loads(intake.capture.content) == row


def test_a_bad_line_is_said_and_the_rest_goes_on(tmp_path: Path) -> None:
    intakes = rows(
        tmp_path,
        {"id": 1, "text": "Rain fell."},
        b'{"id": 2, "text": "Sn',
        b"",
        [1, 2],
        {"id": 5},
        b"[" * 100_000,
        {"id": 7, "text": 12, "body": "x"},
        {"id": 8, "text": "Sun shone."},
    )
    assert [document.uri for document in documents(intakes)] == ["feed.jsonl#1", "feed.jsonl#8"]
    said = [problem.message for problem in problems(intakes)]
    assert [message.split(" (")[0] for message in said] == [
        "line 2 is not JSON",
        "line 4 is not an object",
        'line 5 has no "text"; it has "id"',
        "line 6 is nested too deeply",
        'line 7 has no "text"; it has "id", "text", "body"',
    ]
    assert all(intake.capture for intake in intakes)


def test_a_row_without_an_id_is_named_by_its_line(tmp_path: Path) -> None:
    intakes = rows(tmp_path, {"text": "Rain fell."}, {"id": " ", "text": "Snow fell."}, {"id": True, "text": "Sun."})
    assert [document.uri for document in documents(intakes)] == [f"feed.jsonl#line-{i}" for i in (1, 2, 3)]


def test_an_id_given_twice_is_a_problem_for_the_second(tmp_path: Path) -> None:
    intakes = rows(tmp_path, {"id": 1, "text": "Rain fell."}, {"id": "1", "text": "Snow fell."})
    assert [document.text for document in documents(intakes)] == ["Rain fell."]
    assert problems(intakes)[0].message == "line 2 has the id of line 1; only the first was read"
    assert intakes[1].capture is not None
    assert b"Snow" in intakes[1].capture.content


@pytest.mark.parametrize(
    ("published", "days"),
    [
        ("2031-02-05", ("2031-02-05", "2031-02-05")),
        ("2031-02", ("2031-02-01", "2031-02-28")),
        ("2031", ("2031-01-01", "2031-12-31")),
        ("Wed, 05 Feb 2031 10:00:00 GMT", ("2031-02-05", "2031-02-05")),
        ("2031/02/05 10:00", ("2031-02-05", "2031-02-05")),
        ("5 February 2031", ("2031-02-05", "2031-02-05")),
    ],
)
def test_a_given_date_may_be_a_day_a_month_or_a_year(tmp_path: Path, published: str, days: tuple[str, str]) -> None:
    (document,) = documents(rows(tmp_path, {"text": "Rain.", "published": published}))
    assert document.published is not None
    assert (document.published.interval.earliest, document.published.interval.latest) == days


@pytest.mark.parametrize(
    "published", ["last week", "2031-13", "2031-02-30", "05/02/2031", "1970-01-01T00:00:00Z", "0001-01-01", 20310205]
)
def test_a_date_that_cannot_be_read_is_said_and_left_open(tmp_path: Path, published: object) -> None:
    intakes = rows(tmp_path, {"text": "Rain.", "published": published})
    assert documents(intakes)[0].published is None
    assert "a date that cannot be read" in problems(intakes)[0].message


def test_no_date_is_no_problem(tmp_path: Path) -> None:
    assert problems(rows(tmp_path, {"text": "Rain.", "published": None}, {"text": "Sun.", "published": ""})) == []


def test_the_text_speaks_where_the_row_is_silent(tmp_path: Path) -> None:
    text = f"Talks end\n\nBy Ada Quell\n5 February 2031\n\nKORVA, February 4 (Dorn Press) - {REPORT}"
    (document,) = documents(rows(tmp_path, {"text": text, "title": "Talks end"}))
    assert document.published is not None
    assert document.published.basis == "stated"
    assert document.dateline is not None
    assert document.dateline.value == "KORVA, February 4 (Dorn Press)"
    assert document.title is not None
    assert document.title.field == "title"
    assert document.title.span is not None
    assert document.title.span.of(text) == "Talks end"


def test_a_date_in_the_text_is_evidence_for_the_given_one_or_a_question(tmp_path: Path) -> None:
    text = f"Talks end\n5 February 2031\n\n{REPORT}"
    intakes = rows(tmp_path, {"text": text, "published": "2031-02-05"}, {"text": text, "published": "2031-02-07"})
    same, other = (document.published for document in documents(intakes))
    assert same is not None
    assert [detail.value for detail in same.evidence] == ["2031-02-05", "5 February 2031"]
    assert other is not None
    assert other.interval.earliest == "2031-02-07"
    assert other.basis == "given"
    (problem,) = problems(intakes)
    assert "dates that differ: 2031-02-07 (published), 5 February 2031" in problem.message
    assert problem.span is not None
    assert problem.span.of(text) == "5 February 2031"


def test_line_ends_and_broken_characters_in_a_row(tmp_path: Path) -> None:
    intakes = rows(tmp_path, b'{"id": "a\\ud800", "text": "Rain\\r\\nfell\\ud800."}')
    (document,) = documents(intakes)
    assert document.text == "Rain\nfell\ufffd."
    assert document.uri == "feed.jsonl#a\ufffd"
    assert "broken characters" in problems(intakes)[0].message


def test_other_encodings_in_rows(tmp_path: Path) -> None:
    intakes = rows(tmp_path, b'\xef\xbb\xbf{"text": "Rain."}', b"\x00\x01", '{"text": "Café"}'.encode("cp1252"))
    assert [document.text for document in documents(intakes)] == ["Rain.", "Café"]
    assert [problem.message for problem in problems(intakes)] == [
        "is binary data, not text",
        "is not in UTF-8; it was read as cp1252, which is a guess",
    ]
    (problem,) = problems(rows(tmp_path, '{"text": "Rain."}'.encode("utf-16")))
    assert "UTF-16" in problem.message


def test_damage_is_said_by_the_line_of_the_file(tmp_path: Path) -> None:
    intakes = rows(tmp_path, {"text": "Rain."}, json.dumps({"text": RUSSIAN}, ensure_ascii=False).encode()[:-4] + b'"}')
    assert "line 2" in problems(intakes)[0].message


def test_a_file_without_rows(tmp_path: Path) -> None:
    (problem,) = problems(rows(tmp_path, b"", b" "))
    assert problem.message == "holds no rows"
