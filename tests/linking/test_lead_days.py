"""The paper of Tuesday tells of Monday; when did the mayor say what stands in its last paragraph?"""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.linking import link
from onrecord.records import Interval, Statement
from tests.linking.reports import Told, make_marks, make_report

LEAD = "The council voted on Monday evening to close the old mill by the river, Mayor Ada Quell said on 5 May. "


def statements(rest: str, told: Told, printed: str | None = "2031-05-06") -> Statement:
    """Return what was linked of a saying below the lead of a report."""
    document = make_report("a.txt", LEAD + rest, printed)
    marks = make_marks(document, [Told("to close the old mill", "Ada Quell", day="2031-05-05"), told])
    lead, *others = marks.timexes
    assert not others
    marks = replace(marks, timexes=(replace(lead, span=replace(lead.span, start=40, end=46)),))
    things = link([document], [marks], ())
    wanted = next(a.id for a in marks.attributions if a.speaker == told.speaker and a.said is None)
    return next(statement for statement in things.statements if wanted in statement.attributions)


def test_what_a_report_of_the_day_tells_without_a_day_was_said_then_or_until_it_came_out() -> None:
    statement = statements("Odo Brant said the mill was sound.", Told("the mill was sound", "Odo Brant"))
    assert statement.said == Interval(earliest="2031-05-05", latest="2031-05-06")
    assert "the day it came out" in (statement.said_by or "")


@pytest.mark.parametrize(
    ("rest", "told"),
    [
        ("Odo Brant has said the mill was sound.", Told("the mill was sound", "Odo Brant", cue="has said")),
        ("Odo Brant said last year the mill was sound.", Told("the mill was sound", "Odo Brant", cue="said last")),
        ("Odo Brant says the mill is sound.", Told("the mill is sound", "Odo Brant", cue="says")),
        ("Odo Brant said in an interview it was sound.", Told("it was sound", "Odo Brant", cue="said in an")),
    ],
)
def test_another_occasion_keeps_its_days_unknown(rest: str, told: Told) -> None:
    statement = statements(rest, told)
    assert statement.said == Interval(earliest=None, latest="2031-05-06")


@pytest.mark.parametrize("printed", [None, "2031-06-30"])
def test_a_lead_that_is_not_of_the_day_dates_nothing(printed: str | None) -> None:
    statement = statements("Odo Brant said it was sound.", Told("it was sound", "Odo Brant"), printed)
    assert statement.said is None or statement.said.earliest is None
