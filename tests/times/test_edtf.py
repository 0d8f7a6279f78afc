"""A user says: "my catalogue keeps dates as EDTF: write them so, and no narrower than you know them"."""

from __future__ import annotations

import pytest

from onrecord.language import Parser, parse
from onrecord.records import Document, Interval
from onrecord.times import find_timexes, resolve, write_edtf


def edtf(
    text: str, parser: Parser, earliest: str | None = "2031-05-14", latest: str | None = "2031-05-14"
) -> list[str]:
    document = Document(id="d1", uri="dorn.txt", capture="c", text=text, language="en")
    timexes = find_timexes(document, parse(text, parser))
    readings = resolve(timexes, Interval(earliest=earliest, latest=latest))
    return [write_edtf(*pair) or "-" for pair in zip(timexes, readings, strict=True)]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("She came on 3 May 2030.", "2030-05-03"),
        ("She came on Sunday at noon.", "2031-05-11"),
        ("She came at 10:00 a.m. on Sunday.", "2031-05-11T10:00:00"),
        ("She came on Sunday night.", "2031-05-11"),
        ("She came in early October 2030.", "2030-10"),
        ("She came in 2030.", "2030"),
        ("She came around 2030.", "2030~"),
        ("She came in the 1990s.", "199X"),
        ("She came in the 19th century.", "18XX"),
        ("She came in the spring of 2030.", "2030-21"),
        ("She came in Q3 2030.", "2030-35"),
        ("She came in the first half of 2030.", "2030-40"),
        ("She came on June 19-24, 2030.", "2030-06-19/2030-06-24"),
        ("She came last week.", "2031-05-05/2031-05-11"),
        ("She came over the weekend.", "2031-05-10/2031-05-11"),
        ("She came in 480 BC.", "-0479"),
        ("Sales fell in fiscal 2030.", "2029-04-01/2031-03-31"),
        ("Sales fell in FY2030.", "2029-04-01/2031-03-31"),
        ("Sales fell in the 2030 financial year.", "2029-04-01/2031-03-31"),
        ("She stayed for 25 years.", "-"),
        ("She came recently.", "-"),
    ],
)
def test_what_is_known_is_written(text: str, written: str, parser: Parser) -> None:
    assert edtf(text, parser)[0] == written


def test_what_is_known_within_bounds_is_one_of_the_days_between(parser: Parser) -> None:
    assert edtf("She came yesterday.", parser, "2031-05-01", "2031-05-14") == ["[2031-04-30..2031-05-13]"]
    assert edtf("She came yesterday.", parser, "2031-05-01", None) == ["[2031-04-30..]"]
    assert edtf("She came on 3 May.", parser, None, None) == ["XXXX-05-03"]
    assert edtf("She came last week.", parser, None, None) == ["-"]
