"""Twenty past five, 5:20 a.m., shortly before midnight: when was it?"""

from __future__ import annotations

import pytest

from onrecord.accounts.hours import differ, find_hours, name_hour, tell_apart


@pytest.mark.parametrize(
    ("words", "hours"),
    [
        ("It began at 5:20 a.m. on Thursday.", ["5:20"]),
        ("It began at 5.20 p.m. on Thursday.", ["17:20"]),
        ("It began at twenty past five.", ["5:20"]),
        ("It began at five minutes to one in the morning.", ["0:55"]),
        ("It began at half past six in the evening.", ["18:30"]),
        ("It began shortly before midnight.", ["about 0:00"]),
        ("It began at noon and ended at 6 p.m.", ["12:00", "18:00"]),
        ("It began at three in the morning.", ["3:00"]),
        ("It began at 7 o'clock.", ["7:00"]),
        ("It began at 23:40 sharp.", ["23:40"]),
        ("It began with 25:10 of them.", []),
        ("It rose by 5.20 per cent.", []),
        ("Three of the ten went to two of the five.", []),
    ],
)
def test_hours_in_figures_and_in_words(words: str, hours: list[str]) -> None:
    assert [name_hour(hour) for hour in find_hours(words)] == hours


@pytest.mark.parametrize(
    ("one", "other", "minutes", "apart"),
    [
        ("at 11:40 p.m.", "at 23:40", 0, False),
        ("at 11:40", "at 23:40", 0, False),
        ("at 11:50 p.m.", "at 0:10 a.m.", 20, True),
        ("shortly before midnight", "about midnight", 0, False),
        ("about 5 a.m.", "at 5:15 a.m.", 15, False),
        ("at 5:20 a.m.", "at 5:50 a.m.", 30, True),
    ],
)
def test_how_far_two_hours_are_apart(one: str, other: str, minutes: int, apart: bool) -> None:
    (left,), (right,) = find_hours(one), find_hours(other)
    assert (tell_apart(left, right), differ(left, right)) == (minutes, apart)
