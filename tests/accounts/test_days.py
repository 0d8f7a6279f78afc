"""The paper was signed on Friday, says one; on Thursday, says another."""

from __future__ import annotations

import pytest

from tests.accounts.telling_stories import compare_texts

FIRST = "DUNMERE, 14 October 2022 - Korva and Tarn Line on Friday signed the contract for the sale of Dunmere quay."
SECOND = "By the contract signed on Thursday, 13 October 2022, Tarn Line buys the sale rights of Dunmere quay."


def days(first: str, second: str, day: str = "2022-10-14") -> list[list[str]]:
    found = compare_texts(("2022-10-14", first), (day, second))
    return [[side.label for side in one.sides] for one in found.discrepancies if one.kind == "detail"]


def test_one_signature_on_two_days() -> None:
    assert days(FIRST, SECOND) == [["2022-10-13", "2022-10-14"]]


@pytest.mark.parametrize(
    ("second", "day"),
    [
        (SECOND.replace("Thursday, 13", "Friday, 14"), "2022-10-14"),
        (SECOND.replace("13 October", "3 October").replace("Thursday", "Monday"), "2022-10-14"),
        (SECOND, "2022-12-14"),
        (SECOND.replace("signed on", "signed in the night to"), "2022-10-14"),
        ("The ferry sailed on Thursday, 13 October 2022.", "2022-10-14"),
    ],
)
def test_days_that_need_not_be_one(second: str, day: str) -> None:
    assert days(FIRST, second, day) == []
