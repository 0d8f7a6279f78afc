"""She says that the truce holds, and he that it was broken."""

from __future__ import annotations

import pytest

from tests.accounts.comparing import compared, speech
from tests.linking.reports import Told

HOLDS = Told("the truce has held since noon", "Lena Orlova")
BROKEN = Told("the truce was broken at Tarn", "Marek Brandt")


def test_one_says_that_it_holds_and_another_that_it_was_broken() -> None:
    (found,) = compared(speech("a.txt", ("at noon", HOLDS), ("at once", BROKEN))).discrepancies
    assert (found.kind, found.severity, found.question) == ("denial", "medium", "Did the truce hold?")
    assert [side.label for side in found.sides] == ["it held", "it was broken"]


@pytest.mark.parametrize(
    ("held", "broken", "count"),
    [("2031-05-02", "2031-05-02", 1), ("2031-05-01", "2031-05-03", 0), ("2031-05-03", "2031-05-01", 1),
     ("2031-05-03", "2031-04-01", 0)],
)  # fmt: skip
def test_what_held_may_be_broken_later(held: str, broken: str, count: int) -> None:
    reports = speech("a.txt", ("at noon", HOLDS), day=held), speech("b.txt", ("at night", BROKEN), day=broken)
    assert len(compared(*reports).discrepancies) == count


@pytest.mark.parametrize(
    "words", ["the truce was not broken at Tarn", "the window was broken at Tarn", "nobody broke the truce"]
)
def test_what_is_not_broken_is_left_alone(words: str) -> None:
    other = Told(words, "Marek Brandt")
    assert not compared(speech("a.txt", ("at noon", HOLDS), ("at once", other))).discrepancies
    same = Told("the truce was broken at Tarn", "Lena Orlova")
    assert not compared(speech("a.txt", ("at noon", HOLDS), ("at once", same))).discrepancies
