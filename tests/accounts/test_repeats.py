"""Three reports say that eleven boats were lost: is it one count told thrice, and on which day was it?"""

from __future__ import annotations

import pytest

from onrecord.records import Agreement
from tests.accounts.telling_stories import compare_texts

FIRST = "2031-05-02"
SECOND = "2031-05-03"


def shared(*reports: tuple[str, str], by: str = "accounts repeats") -> list[Agreement]:
    return [found for found in compare_texts(*reports).agreements if found.by == by]


FERRY = (
    (FIRST, "ORM - Nine divers searched the wreck of the ferry Saint Brenna off Cape Tarn, Captain Ilsa Rook said."),
    (SECOND, "The wreck of the Saint Brenna lies deep off Cape Tarn. Nine divers searched the wreck until dusk."),
)


def test_a_small_number_of_the_same_thing_in_the_same_words() -> None:
    (found,) = shared(*FERRY)
    assert found.sides[0].label == "9"
    assert (found.reports, found.independent_texts) == (2, 2)
    assert "texts that name nobody: 1" in found.why


@pytest.mark.parametrize(
    "other",
    [
        "The wreck of the Saint Brenna lies deep off Cape Tarn. Eight divers searched the wreck until dusk.",
        "The wreck of the Saint Brenna lies deep off Cape Tarn. Nine lawyers waited in the town hall until dusk.",
        "Nine divers searched a wreck in Lake Ulm until dusk.",
        "The wreck of the Saint Brenna lies off Cape Tarn. For nine days divers searched the wreck.",
        "The wreck of the Saint Brenna lies off Cape Tarn. Not nine divers but ninety searched the wreck.",
    ],
)
def test_a_small_number_that_is_of_something_else(other: str) -> None:
    assert not shared(FERRY[0], (SECOND, other))


def test_years_apart_nothing_is_repeated() -> None:
    assert not shared(FERRY[0], ("2034-05-03", FERRY[1][1]))


NAVY = (
    (FIRST, "Korva told Drell and Tarn that the exercise off Cape Orm involves 9,400 men, General Rolf Stahl said."),
    (SECOND, "Drell calls the exercise off Cape Orm too large for Tarn. Korva speaks of 9,400 soldiers."),
)


def test_a_number_with_many_digits_needs_no_words_around_it() -> None:
    (found,) = shared(*NAVY)
    assert found.sides[0].label == "9,400"


def test_a_number_with_many_digits_months_later_needs_words() -> None:
    assert not shared(NAVY[0], ("2031-09-30", NAVY[1][1]))


def test_a_list_of_numbers_agrees_with_nothing() -> None:
    one = "In Cape Tarn the Reed Party won nine seats, the Union won five seats and the Greens won two seats."
    other = "The Reed Party of Cape Tarn has nine seats, the Union four seats."
    assert not shared((FIRST, one), (SECOND, other))


SIGNED = (
    ("2031-06-05", "TARN - Korva and Drell signed the fishing treaty on 4 June in Tarn, the hosts told reporters."),
    (
        "2031-06-09",
        "ORM - Drell signed a fishing treaty with Korva on 4 June. It has 20 pages, and nobody in Tarn read it.",
    ),
)


def test_the_day_on_which_two_texts_put_one_deed() -> None:
    (found,) = shared(*SIGNED, by="accounts days")
    assert found.sides[0].label == "2031-06-04"
    assert {member.document for side in found.sides for member in side.members}
    assert found.independent_texts == 2


@pytest.mark.parametrize(
    ("day", "other"),
    [
        ("2031-06-09", SIGNED[1][1].replace("4 June", "3 June")),
        ("2031-06-09", "On 4 June a storm killed two cows in Ulm, and nobody in Tarn noticed."),
        ("2033-06-09", SIGNED[1][1].replace("4 June", "4 June 2031")),
        ("2031-06-06", "Korva and Drell signed the fishing treaty in Tarn on 4 June, the hosts told reporters there."),
    ],
)
def test_another_day_or_another_deed_or_another_time(day: str, other: str) -> None:
    assert not shared(SIGNED[0], (day, other), by="accounts days")


def test_one_saying_told_in_two_sentences_confirms_nothing() -> None:
    text = "Minister Ilsa Rook said Korva signed the treaty with Drell on 4 June and that Tarn had signed it on 4 June."
    assert not shared(("2031-06-05", text), by="accounts days")


def test_a_round_hour_of_one_happening() -> None:
    one = "The trawler Saint Brenna was struck by the frigate at 5:15 on Sunday, the coast guard said."
    other = "The impact of the frigate on the trawler came at a quarter past five on Sunday, the minister said."
    (found,) = shared((FIRST, one), (SECOND, other), by="accounts happenings")
    assert found.sides[0].label == "5:15"
    assert not shared((FIRST, one), (SECOND, other.replace("quarter past", "quarter to")), by="accounts happenings")
