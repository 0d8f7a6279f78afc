"""A user says: "it happened in Ramadan": between which days was that, wherever the moon was seen?"""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.language import Parser, parse
from onrecord.records import Document, Interval
from onrecord.times import find_timexes, resolve
from onrecord.times.moving_feasts import is_feast, span_feast


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2024-RA", date(2024, 3, 11)),
        ("2024-RA", date(2024, 4, 9)),
        ("2025-EF", date(2025, 3, 30)),
        ("2026-EB", date(2026, 5, 27)),
        ("2023-AU", date(2023, 7, 28)),
        ("2024-CN", date(2024, 2, 10)),
        ("2023-DW", date(2023, 11, 12)),
        ("2024-PV", date(2024, 4, 22)),
    ],
)
def test_a_feast_lies_within_its_days(value: str, day: date) -> None:
    span = span_feast(value)
    assert span is not None
    assert span[0] <= day <= span[1]


def test_a_feast_that_comes_twice_in_a_year_reaches_from_the_first_to_the_last() -> None:
    span = span_feast("2030-RA")
    assert span is not None
    assert (span[0].month, span[1].year) == (1, 2031)


@pytest.mark.parametrize("value", ["2031-XX", "2031-EA", "0012-RA", "XXXX-RA", "2031", ""])
def test_other_values_are_no_such_feasts(value: str) -> None:
    assert span_feast(value) is None
    assert is_feast("RA")
    assert not is_feast("EA")


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("The mill burned during Ramadan.", "2024-03-09", "2024-04-11"),
        ("The mill burned on Eid al-Fitr.", "2024-04-08", "2024-04-14"),
        ("The mill burned in Ramadan 2025.", "2025-02-27", "2025-04-01"),
        ("The mill will burn by Eid al-Adha.", "2024-06-15", "2024-06-22"),
        ("The mill burned on Diwali.", "2023-10-13", "2023-11-15"),
    ],
)
def test_feasts_in_the_news_are_known_within_days(text: str, earliest: str, latest: str, parser: Parser) -> None:
    document = Document(id="d1", uri="dorn.txt", capture="c", text=text, language="en")
    day = Interval(earliest="2024-05-14", latest="2024-05-14")
    reading = resolve(find_timexes(document, parse(text, parser)), day)[0]
    assert reading.interval == Interval(earliest=earliest, latest=latest)
    assert (reading.value or "").endswith("-XX-XX")


def test_a_man_may_be_called_so(parser: Parser) -> None:
    text = "Ramadan Orlov and Nur Ramadan spoke."
    document = Document(id="d1", uri="dorn.txt", capture="c", text=text, language="en")
    assert find_timexes(document, parse(text, parser)) == ()
