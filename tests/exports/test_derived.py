"""One number for each thing, for those who must have one: only on request, and named as made by us."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.exports import DERIVED, derive_rows
from onrecord.identity import document_id, mark_id
from onrecord.linking import link
from onrecord.records import Accounts, Figure, FigureStatus, Marks, Named, Span, Story
from tests.linking.reports import make_report


def told(value: float | None, who: str | None = None, at: int = 0) -> Figure:
    document = document_id("a.txt")
    return Figure(
        id=mark_id("figure", document, at),
        document=document,
        span=Span(start=at, end=at + 4),
        value=value,
        high=value,
        operator="exact",
        unit="person",
        measure="dead",
        of=None,
        place=None,
        as_of=None,
        status="reported",
        claimants=(Named(name=who, span=None),) if who else (),
        attribution=None,
        by="test",
    )


def story(*figures: Figure) -> Story:
    document = make_report("a.txt", "Some were killed in Orm.")
    marks = Marks(document=document.id, figures=figures)
    things = link([document], [marks], ())
    return Story(
        title="", documents=(document,), marks=(marks,), things=things, accounts=Accounts(), problems=(), version="1"
    )


@pytest.fixture
def tolls() -> Story:
    return story(
        told(12, "Orlova"),
        replace(told(15, "Orlova", at=5), high=None, operator="at_least"),
        replace(told(14, "Dorr", at=10), high=18, operator="range"),
        told(14, at=15),
        replace(told(90, at=2), status="expected"),
        replace(told(80, at=3), status="superseded"),
        replace(told(70, at=4), relation="increment"),
        replace(told(None, at=6), high=60, operator="up_to"),
    )


def test_the_least_number_that_is_given_as_counted(tolls: Story) -> None:
    (row,) = derive_rows(tolls, "minimum")
    assert (row["minimum"], row["figures"], row["reports"]) == (12, 4, 1)
    assert "least number that any report gives" in str(row["derived"])


def test_low_best_and_high(tolls: Story) -> None:
    (row,) = derive_rows(tolls, "range")
    assert (row["low"], row["best"], row["high"]) == (12, 14, 18)
    assert row["claimants"] == ["Orlova", "Dorr"]


def test_one_voice_counts_once_and_the_lower_wins_where_all_are_level() -> None:
    (row,) = derive_rows(story(told(9, "Orlova"), told(9, "Orlova", at=5), told(4, "Dorr", at=9)), "range")
    assert row["best"] == 4


def test_numbers_that_are_only_expected_derive_nothing() -> None:
    statuses: list[FigureStatus] = ["expected", "possible", "permitted", "denied", "superseded"]
    figures = [replace(told(3.5, at=at), status=status) for at, status in enumerate(statuses)]
    assert derive_rows(story(*figures), "minimum") == []


def test_halves_stay(tolls: Story) -> None:
    (row,) = derive_rows(story(told(3.5)), "minimum")
    assert row["minimum"] == 3.5
    assert all("derived" in columns for columns in DERIVED.values())
