"""A user says: "no date may fall off the calendar, however odd the text"."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.records import Interval
from onrecord.times.calendar import (
    UNKNOWN,
    Point,
    interval_of,
    make_day,
    move_days,
    move_months,
    move_years,
    read_point,
    write_point,
    write_year,
)


@pytest.mark.parametrize(
    ("value", "earliest", "latest"),
    [
        ("2031", "2031-01-01", "2031-12-31"),
        ("2031-02", "2031-02-01", "2031-02-28"),
        ("2028-02", "2028-02-01", "2028-02-29"),
        ("2031-12", "2031-12-01", "2031-12-31"),
        ("9999-12", "9999-12-01", "9999-12-31"),
        ("2031-02-05T10:00", "2031-02-05", "2031-02-05"),
        ("2031-SP", "2031-03-01", "2031-05-31"),
        ("2031-WI", "2030-12-01", "2032-02-29"),
        ("2031-Q4", "2031-10-01", "2031-12-31"),
        ("2031-H1", "2031-01-01", "2031-06-30"),
        ("2031-W01", "2030-12-30", "2031-01-05"),
        ("2031-W01-3", "2031-01-01", "2031-01-01"),
        ("2031-W01-WE", "2031-01-04", "2031-01-05"),
        ("199", "1990-01-01", "1999-12-31"),
        ("19", "1900-01-01", "1999-12-31"),
        ("00", "0001-01-01", "0099-12-31"),
    ],
)
def test_values_cover_days(value: str, earliest: str, latest: str) -> None:
    assert interval_of(value) == Interval(earliest=earliest, latest=latest)


@pytest.mark.parametrize(
    "value",
    [None, "", "BC0480", "XXXX-09-14", "2031-XX", "2031-02-31", "2031-13", "P15Y", "PAST_REF", "2031-W60", "0000", "x"],
)
def test_values_that_cover_no_days(value: str | None) -> None:
    assert interval_of(value) == UNKNOWN


@pytest.mark.parametrize(
    ("value", "point"),
    [
        ("2031", Point(2031)),
        ("2031-05-14T10:00", Point(2031, 5, 14)),
        ("BC0480-05", Point(-480, 5)),
        ("2031-SP", Point(2031)),
        ("2031-W01", Point(2030, 12, 30)),
        ("2031-W60", None),
        ("2031-13", None),
        ("XXXX", None),
        ("0000", None),
        (None, None),
    ],
)
def test_points(value: str | None, point: Point | None) -> None:
    assert read_point(value) == point


def test_days_that_do_not_exist() -> None:
    assert make_day(2031, 2, 31) is None
    assert make_day(-480, 2, 1) is None
    assert make_day(2031, 2, None) is None
    assert move_days(date(9999, 12, 31), 1) is None
    assert Point(2031, 2, 31).date is None


def test_months_and_years() -> None:
    assert move_months(2031, 1, -1) == (2030, 12)
    assert move_months(2031, 12, 1) == (2032, 1)
    assert [move_years(-1, 1), move_years(1, -1), move_years(-10, 10)] == [1, -1, 1]
    assert write_year(-480) == "BC0480"
    assert write_point(Point(2031, None, 5)) == "2031"
