"""A user says: "the page has no date; when was it written, as far as it tells itself?"."""

from __future__ import annotations

import pytest

from onrecord.language import Parser, parse
from onrecord.records import Document, Interval, Publication
from onrecord.times import bound_publication, find_timexes


def bound(text: str, parser: Parser, earliest: str | None = None, latest: str | None = None) -> Publication | None:
    document = Document(id="d1", uri="dorn.txt", capture="c", text=text, language="en")
    known = Interval(earliest=earliest, latest=latest) if earliest or latest else None
    found = bound_publication(document, find_timexes(document, parse(text, parser)), known)
    for detail in found.evidence if found else ():
        assert detail.span
        assert detail.value == detail.span.of(text)
    return found


@pytest.mark.parametrize(
    "head",
    [
        "05.02.2031\n\n",
        "The Dorn Post (5 February 2031)\n\n",
        "Published: 5 February 2031, 10:30\n\n",
        "** 2031-02-05 **\n",
    ],
)
def test_a_date_that_stands_alone_is_stated(head: str, parser: Parser) -> None:
    found = bound(head + "The mill was opened in 2029, Orlova said.", parser)
    assert found is not None
    assert found.basis == "stated"
    assert found.interval == Interval(earliest="2031-02-05", latest="2031-02-05")


def test_dates_that_stand_alone_and_differ_state_nothing(parser: Parser) -> None:
    found = bound("05.02.2031\n\n06.02.2031\n\nThe mill was opened in 2029.", parser)
    assert found is not None
    assert (found.basis, found.interval.earliest) == ("inferred", "2029-01-01")


def test_a_heading_older_than_the_story_is_not_its_date(parser: Parser) -> None:
    found = bound("5 February 1931\n\nThe mill was opened in 1931 and was burned in 1935.", parser)
    assert found is not None
    assert found.interval == Interval(earliest="1935-01-01", latest=None)


def test_a_date_alone_in_the_middle_of_a_long_text_is_not_stated(parser: Parser) -> None:
    filler = "The mill stands by the river.\n" * 40
    assert bound(filler + "\n5 February 2031\n\n" + filler, parser) is None


def test_the_latest_date_told_as_past_is_a_lower_bound(parser: Parser) -> None:
    found = bound("The mill was opened in 2029. It was sold in May 2030. It will close in 2035.", parser)
    assert found is not None
    assert found.basis == "inferred"
    assert found.interval == Interval(earliest="2030-05-01", latest=None)
    assert [detail.value for detail in found.evidence] == ["May 2030"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The mill is not for sale.",
        "The mill has stood for 25 years of independence.",
        "The 2030 plan was changed.",
        "The mill will close in 2035.",
        "The mill was sold on September 14, after Orlova came on Wednesday.",
    ],
)
def test_what_tells_nothing_bounds_nothing(text: str, parser: Parser) -> None:
    assert bound(text, parser) is None


def test_a_weekday_with_its_day_moves_the_lower_bound(parser: Parser) -> None:
    found = bound("The mill was opened in 2029. It was sold on Wednesday, September 14.", parser)
    assert found is not None
    assert found.interval == Interval(earliest="2033-09-14", latest=None)


WEEK = "The guards crossed the river on September 14, after they were warned on Wednesday."


def test_a_weekday_in_bounds_forces_the_year_and_the_week(parser: Parser) -> None:
    found = bound(WEEK, parser, "2031-01-01", "2036-12-31")
    assert found is not None
    assert found.interval == Interval(earliest="2033-09-14", latest="2033-09-20")


def test_today_told_twice_gives_the_day(parser: Parser) -> None:
    found = bound("Envoys met in Dorn today. Orlova urged calm on Sunday. " + WEEK, parser, "2031-01-01", "2036-12-31")
    assert found is not None
    assert found.interval == Interval(earliest="2033-09-18", latest="2033-09-18")


def test_a_weekday_of_the_report_beyond_the_bounds_is_left(parser: Parser) -> None:
    found = bound("Envoys met in Dorn today. Orlova urged calm on Sunday. " + WEEK, parser, "2033-09-01", "2033-09-16")
    assert found is not None
    assert found.interval == Interval(earliest="2033-09-14", latest="2033-09-16")


def test_two_years_that_fit_force_nothing(parser: Parser) -> None:
    found = bound(WEEK, parser, "2022-01-01", "2036-12-31")
    assert found is not None
    assert found.interval == Interval(earliest="2022-09-14", latest="2036-12-31")


def test_a_year_that_does_not_fit_adds_nothing(parser: Parser) -> None:
    assert bound(WEEK, parser, "2031-01-01", "2031-12-31") is None


def test_bounds_that_contradict_the_text_are_not_joined(parser: Parser) -> None:
    assert bound("The mill was opened in 2029.", parser, "2020-01-01", "2021-12-31") is None


DATELINE = "DORN, May 3 (Dorn Press) - The mill was sold. It was opened in 2029, Orlova said."


def test_a_dateline_without_a_year_moves_the_bounds(parser: Parser) -> None:
    found = bound(DATELINE, parser)
    assert found is not None
    assert found.interval == Interval(earliest="2029-05-03", latest=None)
    found = bound(DATELINE, parser, "2030-06-01", "2032-01-01")
    assert found is not None
    assert found.interval == Interval(earliest="2031-05-03", latest="2031-05-04")
    found = bound(DATELINE, parser, "2030-01-01", "2032-01-01")
    assert found is not None
    assert found.interval == Interval(earliest="2030-05-03", latest="2032-01-01")


def test_a_day_that_opens_a_sentence_is_no_dateline(parser: Parser) -> None:
    assert bound("On May 3 - a Sunday - the mill, opened in 2029, was sold.", parser, "2030-06-01", "2032-01-01") is None
