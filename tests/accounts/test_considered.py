"""Why do you say nothing about these two? What was compared and found to fit is kept, with the reason."""

from __future__ import annotations

import pytest

from onrecord.accounts import compare
from onrecord.linking import link
from onrecord.records import Accounts
from tests.accounts.comparing import compared, speech
from tests.accounts.test_figures import tolls
from tests.linking.gold_story import read_gold_story
from tests.linking.reports import Counted, Told


@pytest.mark.parametrize(
    ("one", "two", "why"),
    [
        (Counted("30", 30, operator="more_than", claimant="A"), Counted("36", 36, claimant="B"), "a bound"),
        (Counted("37", 37, operator="approx", claimant="A"), Counted("36", 36, claimant="B"), "rounded"),
        (Counted("36", 36, claimant="A"), Counted("41", 41, claimant="B", status="expected"), "(expected)"),
        (Counted("3", 3, claimant="A", place="Tarn"), Counted("4", 4, claimant="B", place="Orm"), "different places"),
        (Counted("3", 3, claimant="A", of="sailors"), Counted("4", 4, claimant="B", of="cooks"), "sailors; cooks"),
        (
            Counted("36", 36, claimant="A", day="2031-05-01"),
            Counted("41", 41, claimant="B", day="2031-05-02"),
            "a count that rose",
        ),
        (Counted("36", 36, claimant="A"), Counted("41", 41, claimant="A"), "one body counted more later"),
        (
            Counted("36", 36, unit="boat", measure="boats", claimant="A"),
            Counted("41", 41, unit="boat", measure="boats", claimant="B"),
            "as many things of this sort",
        ),
    ],
)  # fmt: skip
def test_figures_that_differ_and_fit_come_with_the_reason(one: Counted, two: Counted, why: str) -> None:
    found = compared(tolls(one, two))
    assert found.discrepancies == ()
    (pair,) = found.considered
    assert pair.kind == "figure"
    assert why in pair.why
    assert {pair.left.mark, pair.right.mark} == {figure.id for figure in tolls(one, two)[1].figures}


def test_what_is_a_discrepancy_is_not_listed_twice_and_equal_figures_need_no_reason() -> None:
    assert compared(tolls(Counted("36", 36, claimant="A"), Counted("41", 41, claimant="B"))).considered == ()
    assert compared(tolls(Counted("36", 36, claimant="A"), Counted("36", 36, claimant="B"))).considered == ()


@pytest.fixture(scope="module")
def accounts() -> Accounts:
    story = read_gold_story()
    return compare(story.documents, story.marks, link(story.documents, story.marks, ()))


def test_stances_that_go_together_come_with_the_reason(accounts: Accounts) -> None:
    reasons = [pair.why for pair in accounts.considered if pair.kind == "position"]
    assert reasons
    assert all("goes with either stance" in why or "held together" in why for why in reasons)


def test_a_denial_that_answers_nobody_comes_with_the_reason() -> None:
    asked = Told("Korva asked Brelia for a second port at Tarn", "Lena Orlova", act="request", day="2031-05-01")
    early = Told(
        "no request for a second port has reached Brelia from Korva", "Marek Brandt", denial=True, day="2031-04-01"
    )
    found = compared(speech("a.txt", ("at noon", asked)), speech("b.txt", ("at night", early)))
    assert not [d for d in found.discrepancies if d.kind == "denial"]
    assert ["asked for after" in pair.why for pair in found.considered if pair.kind == "denial"] == [True]


def test_nothing_is_both_a_discrepancy_and_found_to_fit(accounts: Accounts) -> None:
    compared_pairs = {
        frozenset((one.mark, other.mark))
        for found in accounts.discrepancies
        if found.kind == "figure"
        for side in found.sides
        for one in side.members
        for rest in found.sides
        if rest != side
        for other in rest.members
    }
    fitting = {frozenset((pair.left.mark, pair.right.mark)) for pair in accounts.considered if pair.kind == "figure"}
    assert compared_pairs
    assert not compared_pairs & fitting
