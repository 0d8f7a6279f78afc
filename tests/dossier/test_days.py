""" "Tell me when, in words, and say so when you do not know.\""""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.dossier.axes import draw_bar, make_axis, place_day
from onrecord.dossier.days import (
    is_bounded,
    is_exact,
    number_day,
    tell_day,
    tell_days,
    tell_interval,
    tell_publication,
    tell_publication_briefly,
)
from onrecord.records import Basis, Detail, Interval, Publication, Span
from tests.dossier.builders import day


@pytest.mark.parametrize(
    ("interval", "told"),
    [
        (None, "No date"),
        (day(None), "No date"),
        (day("2031-10-05"), "5 October 2031"),
        (day("2031-10-05T10:00"), "5 October 2031, 10:00"),
        (day("2031-10-02", "2031-10-05"), "between 2 and 5 October 2031"),
        (day("2031-10-02", "2031-11-24"), "between 2 October and 24 November 2031"),
        (day("2030-10-02", "2031-11-24"), "between 2 October 2030 and 24 November 2031"),
        (day("2031-10-01", "2031-10-31"), "October 2031"),
        (day("2031-12-01", "2031-12-31"), "December 2031"),
        (day("2031-02-01", "2031-02-28"), "February 2031"),
        (day("2032-02-01", "2032-02-28"), "between 1 and 28 February 2032"),
        (day("2031-01-01", "2031-12-31"), "2031"),
        (day("2031-06-24", None), "on or after 24 June 2031"),
        (day(None, "2031-06-24"), "on or before 24 June 2031"),
        (day("2031-06-24T08:00", "2031-06-24T10:00"), "between 24 June 2031, 08:00 and 24 June 2031, 10:00"),
        (day("some day"), "some day"),
        (day("9999-12-01", "9999-12-31"), "between 1 and 31 December 9999"),
    ],
)
def test_an_interval_is_told_in_words(interval: Interval | None, told: str) -> None:
    assert tell_interval(interval) == told


def publish(interval: Interval, basis: Basis, *evidence: tuple[str, bool, str]) -> Publication:
    details = tuple(
        Detail(value=value, span=Span(start=0, end=1) if quoted else None, field=None, by=by)
        for value, quoted, by in evidence
    )
    return Publication(interval=interval, basis=basis, evidence=details)


@pytest.mark.parametrize(
    ("publication", "told"),
    [
        (None, "No date: nothing in the report or beside it says when it was published."),
        (publish(day(None), "inferred"), "No date: what was found does not fix one."),
        (
            publish(day("2031-06-24", None), "inferred", ("2031-06-24", False, "linking: retells a speech")),
            "No date is printed: written on or after 24 June 2031, judging by 24 June 2031 (retells a speech).",
        ),
        (
            publish(day("2031-06-01", "2031-06-30"), "inferred", ("Monday", True, ""), ("5 June", True, "")),
            "No date is printed: written in June 2031, judging by “Monday” and “5 June”.",
        ),
        (
            publish(day("2031-06-01", "2031-06-03"), "inferred"),
            "No date is printed: written between 1 and 3 June 2031, judging by what it says, without a note of where.",
        ),
        (
            publish(day("2031-06-24"), "stated", ("24.06.2031", True, "head")),
            "Published on 24 June 2031, as the report states it (“24.06.2031”).",
        ),
        (publish(day("2031-06-24"), "given"), "Published on 24 June 2031, as given with the report."),
        (publish(day("2031-01-01", "2031-12-31"), "markup"), "Published in 2031, as the page's markup gives it."),
    ],
)
def test_a_publication_date_is_a_sentence_with_what_it_rests_on(publication: Publication | None, told: str) -> None:
    assert tell_publication(publication) == told


def test_a_publication_date_can_be_told_briefly() -> None:
    assert tell_publication_briefly(None) == tell_publication_briefly(publish(day(None), "inferred")) == "no date"
    assert tell_publication_briefly(publish(day("2031-06-24"), "given")) == "published on 24 June 2031"
    assert tell_publication_briefly(publish(day("2031-06-24", None), "inferred")) == "written on or after 24 June 2031"


@pytest.mark.parametrize("words", ["", "2031", "2031-13-40", "0000-01-01", "soon", "2031-02-30"])
def test_what_is_no_day_has_no_number_and_stays_as_it_is(words: str) -> None:
    assert number_day(words) is None
    assert tell_day(words) == words


def test_an_hour_is_a_part_of_its_day() -> None:
    assert number_day("2031-06-24T12:00") == (number_day("2031-06-24") or 0) + 0.5
    assert number_day("2031-06-24Tnoon") == number_day("2031-06-24")
    assert number_day("2031-06-24T06") == (number_day("2031-06-24") or 0) + 0.25


def test_only_two_known_ends_bound_an_interval() -> None:
    assert is_bounded(day("2031-06-24"))
    assert not is_bounded(day("2031-06-24", None))
    assert not is_bounded(None)
    assert is_exact(day("2031-06-24T08:00", "2031-06-24T10:00"))
    assert not is_exact(day("2031-06-24", "2031-06-25"))


def test_the_axis_of_no_date_is_none() -> None:
    assert make_axis([None, day(None)]) is None


def test_a_century_does_not_squeeze_the_days() -> None:
    axis = make_axis([day("2031-01-01"), day("2031-12-31"), day("2100-01-01", "2199-12-31")])
    assert axis is not None
    assert axis.high < 2199 * 365
    lone = make_axis([day("2100-01-01", "2199-12-31")])
    assert lone is not None
    assert lone.high - lone.low > 36_000


@pytest.mark.parametrize(
    ("low", "high", "labels"),
    [
        ("2031-06-20", "2031-06-24", ["20 Jun 2031", "22 Jun", "24 Jun"]),
        ("2031-12-30", "2032-01-03", ["30 Dec 2031", "1 Jan 2032", "3 Jan"]),
        ("2031-06-20", "2031-10-31", ["Jul 2031", "Aug", "Sep", "Oct"]),
        ("2029-06-20", "2033-10-31", ["2030", "2031", "2032", "2033"]),
        ("1200-01-01", "9999-12-31", ["2000", "4000", "6000", "8000"]),
    ],
)
def test_the_days_below_an_axis_are_few_and_name_the_year_once(low: str, high: str, labels: list[str]) -> None:
    axis = make_axis([day(low, high)])
    assert axis is not None
    assert [tick.label for tick in axis.ticks] == labels


def test_a_bar_fades_towards_the_end_that_nobody_knows() -> None:
    axis = make_axis([day("2031-01-01", "2031-12-31")])
    assert axis is not None
    assert [part.look for part in draw_bar(axis, day("2031-06-24"))] == ["dot"]
    assert [part.look for part in draw_bar(axis, day("2031-03-01", "2031-06-24"))] == ["within"]
    after = draw_bar(axis, day("2031-06-24", None))
    assert [part.look for part in after] == ["fade1", "fade2", "fade3"]
    assert after[0].x == pytest.approx(place_day(axis, "2031-06-24"), abs=0.01)
    before = draw_bar(axis, day(None, "2031-06-24"))
    assert [part.look for part in before] == ["fade1", "fade2", "fade3"]
    assert before[0].x > before[1].x > before[2].x
    assert draw_bar(axis, day("2040-01-01", "2040-12-31")) == ()
    assert [part.look for part in draw_bar(axis, day("2031-06-24", "2040-12-31"))] == ["fade1", "fade2", "fade3"]
    assert [part.look for part in draw_bar(axis, day("2020-01-01", "2031-06-24"))] == ["fade1", "fade2", "fade3"]
    assert draw_bar(axis, None) == ()
    assert [part.look for part in draw_bar(axis, day("2031-06-24", "2031-06-25"))] == ["within"]
    assert draw_bar(axis, day("1991-01-01", None))[0].x == 0


def test_a_lone_bound_does_not_stretch_the_axis() -> None:
    axis = make_axis([day("2031-01-01", "2031-12-31"), day("1991-01-01", None)])
    assert axis is not None
    assert axis.low == number_day("2031-01-01")
    assert make_axis([day("1991-01-01", None)]) is not None


@settings(deadline=None)
@given(st.lists(st.tuples(st.dates(), st.dates()), min_size=1, max_size=5))
def test_every_bar_lies_on_its_axis(days: list[tuple[object, object]]) -> None:
    intervals = [day(*sorted((str(first), str(last)))) for first, last in days]
    axis = make_axis(intervals)
    assert axis is not None
    assert len(axis.ticks) <= 4
    for interval in intervals:
        for part in draw_bar(axis, interval):
            assert 0 <= part.x <= part.x + part.width <= 100


def test_days_within_words_are_written_as_the_page_writes_them() -> None:
    assert tell_days("On which day: 2031-10-13 and 2031-10-14?") == "On which day: 13 October 2031 and 14 October 2031?"
    assert tell_days("Resolution 2031-99-99, call 555-2031-10-1") == "Resolution 2031-99-99, call 555-2031-10-1"
