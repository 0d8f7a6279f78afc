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
    text = "On May 3 - a Sunday - the mill, opened in 2029, was sold."
    assert bound(text, parser, "2030-06-01", "2032-01-01") is None


@pytest.mark.parametrize(
    ("text", "earliest"),
    [
        ("The mill has been closed since 2029.", "2029-01-01"),
        ("Guilt for the fire of May 3, 2029 is disputed.", "2029-05-03"),
        ("Hopes for 2030, as those for 2028, are slim.", "2028-01-01"),
        ("Homes have been few after the 2030 fire.", "2030-01-01"),
        ("Hopes for 2030 are slim.", None),
        ("The bank sold bonds due May 3, 2039.", None),
        ("The 2030 plan was changed.", None),
    ],
)
def test_a_year_that_only_seems_past_bounds_where_it_seldom_deceives(
    text: str, earliest: str | None, parser: Parser
) -> None:
    found = bound(text, parser)
    assert (found.interval.earliest if found else None) == earliest


RECENT = "The envoys met on October 2."


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "bounds"),
    [
        (RECENT, "2031-08-25", "2031-11-24", ("2031-10-02", "2031-11-24")),
        ("Recall, the mill burned.\n" + RECENT, "2031-08-25", "2031-11-24", ("2031-10-03", "2031-11-24")),
        (
            "As previously reported, the mill burned.\n" + RECENT,
            "2031-08-25",
            "2031-11-24",
            ("2031-10-03", "2031-11-24"),
        ),
        (RECENT, "2031-10-01", "2032-12-31", ("2031-10-02", "2032-12-31")),
        (RECENT, "2031-10-05", "2032-09-30", ("2031-10-05", "2032-07-28")),
        ("The envoys met in October.", "2031-08-30", "2031-11-24", ("2031-10-01", "2031-11-24")),
    ],
)
def test_a_past_day_without_its_year_is_less_than_a_year_old(
    text: str, earliest: str, latest: str, bounds: tuple[str, str], parser: Parser
) -> None:
    found = bound(text, parser, earliest, latest)
    assert found is not None
    assert (found.interval.earliest, found.interval.latest) == bounds


@pytest.mark.parametrize(
    "text",
    [
        "The envoys will meet on October 2.",
        "The mill was opened on 2 May 2003 and was burned on October 2.",
        "The bank has a dividend payable October 2.",
    ],
)
def test_a_day_ahead_or_of_a_year_beside_it_narrows_nothing(text: str, parser: Parser) -> None:
    found = bound(text, parser, "2031-08-25", "2031-11-24")
    assert found is None or found.interval == Interval(earliest="2031-08-25", latest="2031-11-24")


def test_a_day_of_the_past_that_fits_nowhere_narrows_nothing(parser: Parser) -> None:
    assert bound(RECENT, parser, "2031-08-25", "2031-09-01") is None


def test_the_day_on_which_something_was_said_lies_in_the_past(parser: Parser) -> None:
    text = "There is no decision, Dorn Press has her words from an interview on October 2."
    document = Document(id="d1", uri="dorn.txt", capture="c", text=text, language="en")
    timexes = find_timexes(document, parse(text, parser))
    known = Interval(earliest="2031-08-25", latest="2031-11-24")
    found = bound_publication(document, timexes, known, frozenset({timexes[0].id}))
    assert found is not None
    assert found.interval.earliest == "2031-10-02"


def test_a_weekday_with_a_past_day_leaves_out_the_years_in_which_it_does_not_fit(parser: Parser) -> None:
    found = bound("The envoys met on Thursday, October 2.", parser, "2029-01-01", "2034-12-31")
    assert found is not None
    assert (found.interval.earliest, found.interval.latest) == ("2031-10-02", "2032-07-28")
