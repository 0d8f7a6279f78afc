""" "My word about a report wins, and a date that I mistype is not taken for another.\""""

import pytest

from onrecord.errors import UsageError
from onrecord.records import Document, Interval
from onrecord.running import apply_notes, read_interval
from onrecord.store import Note


@pytest.mark.parametrize(
    ("words", "earliest", "latest"),
    [
        ("2031-05-17", "2031-05-17", "2031-05-17"),
        ("2031-05", "2031-05-01", "2031-05-31"),
        ("2032-02", "2032-02-01", "2032-02-29"),
        ("2031", "2031-01-01", "2031-12-31"),
        ("2031-05/2031-07", "2031-05-01", "2031-07-31"),
        ("2031-05/..", "2031-05-01", None),
        ("../2031-05-17", None, "2031-05-17"),
    ],
)
def test_days_months_years_and_stretches_are_read(words: str, earliest: str | None, latest: str | None) -> None:
    assert read_interval(words) == Interval(earliest=earliest, latest=latest)


@pytest.mark.parametrize(
    "words", ["", "yesterday", "2031-13", "2031-02-30", "17.05.2031", "2031-05/2031-04", "../..", "0000"]
)
def test_what_is_no_date_is_refused(words: str) -> None:
    with pytest.raises(UsageError):
        read_interval(words)


def _document() -> Document:
    return Document(id="d1", uri="a.txt", capture="c", text="Korva.", language="en")


def test_the_latest_word_counts_and_an_empty_one_takes_it_back() -> None:
    told = [
        Note(document="d1", field="outlet", value="Dorn Press", by="person"),
        Note(document="d1", field="title", value="First", by="person"),
        Note(document="d1", field="title", value="Second", by="person"),
        Note(document="d1", field="url", value="https://example.invalid/1", by="person"),
        Note(document="d1", field="published", value="2031-05", by="person"),
        Note(document="d2", field="title", value="Another", by="person"),
    ]
    (noted,) = apply_notes([_document()], told)
    assert noted.outlet is not None
    assert noted.title is not None
    assert noted.url is not None
    assert noted.published is not None
    assert (noted.outlet.value, noted.title.value) == ("Dorn Press", "Second")
    assert noted.published.basis == "given"
    assert noted.published.evidence[0].by == "person"
    assert noted.text == "Korva."
    taken_back = [Note(document="d1", field=name, value=None, by="person") for name in ("outlet", "title", "url")]
    (plain,) = apply_notes([_document()], [*told[:4], *taken_back])
    assert plain == _document()
