"""Each row of the table of positions: who wants it, who does not, in which words, and when nobody's stance is told."""

from __future__ import annotations

import pytest

from onrecord.records import Accounts
from tests.accounts.telling_stories import compare_texts, sides_of

FIRST = "2031-05-02"
SECOND = "2031-05-20"
DEMAND = "TARN - Mayor Lena Orlova demanded a swap of prisoners with Korva at Cape Orm, the town hall of Tarn said."


def held(accounts: Accounts) -> set[tuple[str, str]]:
    return {(position.actor.split()[-1], position.stance) for position in accounts.positions}


@pytest.mark.parametrize(
    ("words", "stance"),
    [
        ("Marek Brandt of Korva said he would agree to no swap of prisoners with Tarn at Cape Orm.", "against"),
        ('Marek Brandt of Korva said: "There will be no swap of prisoners with Tarn at Cape Orm."', "against"),
        ('Marek Brandt of Korva said: "There must be a swap of prisoners with Tarn at Cape Orm."', "for"),
        ("Marek Brandt of Korva called for a swap of prisoners with Tarn at Cape Orm.", "for"),
    ],
)
def test_what_there_will_or_must_be(words: str, stance: str) -> None:
    assert ("Brandt", stance) in held(compare_texts((FIRST, DEMAND), (SECOND, words)))


@pytest.mark.parametrize(
    "words",
    [
        "Marek Brandt of Korva has been at odds with Tarn over a swap of prisoners at Cape Orm.",
        "Marek Brandt of Korva would not deny a swap of prisoners with Tarn at Cape Orm.",
        "Marek Brandt of Korva said how a swap of prisoners with Tarn at Cape Orm was planned.",
        "Marek Brandt of Korva expects that the swap of prisoners with Tarn at Cape Orm will be extended.",
    ],
)
def test_who_quarrels_expects_or_explains_takes_no_stance(words: str) -> None:
    found = held(compare_texts((FIRST, DEMAND), (SECOND, words)))
    assert not {stance for actor, stance in found if actor == "Brandt"} & {"for", "against"}


def test_a_stance_that_only_points_is_shown_by_the_words_that_follow() -> None:
    other = (
        "TARN - Lena Orlova proposed a joint lighthouse with Korva at Cape Orm. Marek Brandt of Korva rejected the "
        'lighthouse. "We have a lamp of our own," he said.'
    )
    accounts = compare_texts((FIRST, other))
    (row,) = [position for position in accounts.positions if position.actor == "Marek Brandt"]
    assert row.stance == "against"
    assert row.span.of(other) == '"We have a lamp of our own,"'


def test_two_texts_that_tell_of_one_demand_are_two_rows() -> None:
    again = (
        "Mayor Lena Orlova of Tarn asked once more for a swap of prisoners with Korva at Cape Orm, a neighbour said."
    )
    no = "Marek Brandt of Korva rejected a swap of prisoners with Tarn at Cape Orm."
    accounts = compare_texts((FIRST, DEMAND), ("2031-05-03", again), (SECOND, no))
    rows = [position for position in accounts.positions if position.actor == "Lena Orlova"]
    assert len({row.document for row in rows}) == len(rows) > 1


def test_what_one_says_that_a_country_wants_is_no_row_of_the_country() -> None:
    other = "Marek Brandt of Drell said Korva had proposed a swap of prisoners with Tarn at Cape Orm."
    assert ("Korva", "for") not in held(compare_texts((FIRST, DEMAND), (SECOND, other)))


def test_a_demand_of_one_is_an_issue_where_several_texts_speak_of_the_thing() -> None:
    told = [
        "The swap of prisoners between Tarn and Korva at Cape Orm has been prepared by the Red Bureau for weeks.",
        "Families in Tarn and Korva wait for the swap of prisoners at Cape Orm, which the Red Bureau has prepared.",
    ]
    reports = [(FIRST, DEMAND), *((day, text) for day, text in zip(("2031-05-04", "2031-05-05"), told, strict=True))]
    assert ("Orlova", "for") in held(compare_texts(*reports))
    assert not compare_texts(*reports[:1]).positions


def test_a_swap_that_the_one_wants_and_the_other_does_not_is_an_opposition() -> None:
    other = "TARN - Lena Orlova demanded a swap of prisoners at Cape Orm. Marek Brandt said he would agree to no swap."
    found = [d for d in compare_texts((FIRST, other)).discrepancies if d.kind == "opposition"]
    assert [sides_of(d) for d in found] == [[{"Orlova"}, {"Brandt"}]]
