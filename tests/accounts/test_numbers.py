"""A ferry, an oil spill, a mine, a dock strike: which numbers, hours and headlines of these reports do not fit?

The stories were written after the rules, each measured before the rules were mended on it; all four are development
stories now.
"""

from __future__ import annotations

import pytest

from onrecord.accounts.cues import Cue, load_cues
from onrecord.accounts.sayings import folded
from tests.accounts.telling_stories import compare_story, sides_of

TABLES = [(table, cue) for table in ("families", "breadths", "happenings") for cue in load_cues(table)]


@pytest.mark.parametrize(("table", "cue"), TABLES, ids=lambda one: one if isinstance(one, str) else one.name)
def test_every_row_fits_its_sentence_and_leaves_the_other_alone(table: str, cue: Cue) -> None:
    assert cue.pattern.search(folded(cue.example)), table
    assert not cue.pattern.search(folded(cue.counterexample)), table


@pytest.mark.parametrize(
    ("story", "numbers"),
    [
        (
            "ferry",
            [
                ["14", "23"],
                ["18,000,000", "45,000,000"],
                ["212", "300", "341"],
                ["4,000", "11,000"],
                ["40,000,000", "62,000,000"],
            ],
        ),
        ("spill", [["120", "300"], ["2,500,000", "7,000,000"], ["900", "2,600"]]),
        (
            "mine",
            [
                ["2", "3"],
                ["2,500", "6,000"],
                ["22", "57"],
                ["30,000", "85,000"],
                ["340", "520"],
                ["41", "58"],
                ["5,000,000", "12,000,000"],
                ["6,500", "9,000"],
                ["9.1", "12.4"],
            ],
        ),
        ("docks", [["1", "2"], ["3,000,000", "8,000,000"], ["300", "900"], ["7,000", "12,000"]]),
    ],
)
def test_numbers_that_two_voices_give_for_one_thing(story: str, numbers: list[list[str]]) -> None:
    found = [[side.label for side in d.sides] for d in compare_story(story).discrepancies if d.kind == "figure"]
    assert sorted(found) == numbers


@pytest.mark.parametrize(
    ("story", "hours"),
    [
        ("ferry", [{"3:25", "2:55"}, {"0:00", "6:00"}, {"Olaf Reem", "Hugo Vane"}]),
        ("spill", [{"17:15", "6:30"}]),
        ("mine", [{"3:10", "about 5:00"}]),
        ("docks", [{"23:20", "0:10"}]),
    ],
)
def test_hours_and_signatories_that_differ(story: str, hours: list[set[str]]) -> None:
    found = [{side.label for side in d.sides} for d in compare_story(story).discrepancies if d.kind == "detail"]
    assert found == hours


@pytest.mark.parametrize(
    ("story", "questions"),
    [
        ("ferry", ["Admitted, or only regretted?"]),
        ("spill", ["Is it known, or thought likely?"]),
        ("mine", ["Admitted, or only regretted?", "Is it ended, or only in part?"]),
        (
            "docks",
            [
                "Agreed, or agreed on a condition?",
                "All, or some?",
                "Is it ended, or only in part?",
                "Is it known, or thought likely?",
                "Settled, or still to be settled?",
            ],
        ),
    ],
)
def test_headlines_that_say_more_than_their_report(story: str, questions: list[str]) -> None:
    assert sorted(d.question for d in compare_story(story).discrepancies if d.kind == "overreach") == questions


@pytest.mark.parametrize(("story", "speaker"), [("spill", "Viktor Sand"), ("docks", "Petra Holt")])
def test_one_sentence_in_two_wordings(story: str, speaker: str) -> None:
    (found,) = [d for d in compare_story(story).discrepancies if d.kind == "wording"]
    assert speaker in found.question
    assert len({member.document for side in found.sides for member in side.members}) == 2


def test_a_paper_tells_as_fact_what_the_police_deny() -> None:
    (found,) = [d for d in compare_story("docks").discrepancies if d.kind == "one_sided"]
    assert sides_of(found) == [{"report"}, {"Lenz"}]
    assert "the police opened fire" in found.sides[0].members[0].says


def test_an_hour_that_two_texts_share() -> None:
    (found,) = [one for one in compare_story("docks").agreements if one.by == "accounts happenings"]
    assert (found.sides[0].label, found.independent_texts) == ("23:20", 2)
