"""What came first? Where two stretches of days overlap, nobody can say, and the timeline says so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.exports import view_rows
from onrecord.linking import link
from onrecord.records import Accounts, Interval, Publication, Story
from tests.linking.reports import make_marks, make_report

DAYS: dict[str, Interval | None] = {
    "a": Interval(earliest="2031-05-01", latest="2031-05-03"),
    "b": Interval(earliest="2031-05-03", latest="2031-05-06"),
    "c": Interval(earliest="2031-05-09", latest="2031-05-09"),
    "d": Interval(earliest=None, latest="2031-04-01"),
    "e": None,
}


@pytest.fixture
def overlaps() -> dict[str, object]:
    """How many others each of five reports overlaps, by name, in the order of the timeline."""
    documents = [
        replace(make_report(f"{name}.txt", name), published=Publication(interval=days, basis="given", evidence=()))
        if days
        else make_report(f"{name}.txt", name)
        for name, days in DAYS.items()
    ]
    marks = tuple(make_marks(document) for document in documents)
    things = link(documents, marks, ())
    story = Story(
        title="", documents=tuple(documents), marks=marks, things=things, accounts=Accounts(), problems=(), version="1"
    )
    return {str(row["document"])[0]: row["overlaps"] for row in view_rows(story, "timeline")}


def test_items_say_how_many_others_they_overlap(overlaps: dict[str, object]) -> None:
    assert overlaps["a"] == 2, "with b, and with e that may be of any day"
    assert overlaps["c"] == 1, "with e alone"
    assert overlaps["d"] == 1, "it is before all that are dated"
    assert overlaps["e"] == 4, "what has no date overlaps everything"


def test_what_is_not_dated_stands_last(overlaps: dict[str, object]) -> None:
    assert list(overlaps)[-1] == "e"
