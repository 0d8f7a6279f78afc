"""Nine vehicles here, fourteen there: which numbers of two reports, or of two clauses, are of one thing?"""

from __future__ import annotations

import pytest

from tests.accounts.telling_stories import compare_texts

STORY = "DUNMERE - A freighter of Tarn Line broke apart on the quay of Dunmere early on Sunday, the port said. "


def numbers(*texts: str, days: tuple[str, ...] = ("2031-05-04", "2031-05-05", "2031-05-06")) -> list[list[str]]:
    found = compare_texts(*((day, text) for day, text in zip(days, texts, strict=False)))
    return sorted([side.label for side in one.sides] for one in found.discrepancies if one.kind == "figure")


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The ministry puts the debt at 310 million crowns and the bank at 265 million.",
         ["265,000,000", "310,000,000"]),
        ("Nine armoured cars, said the minister; fourteen, said the neighbours.", ["9", "14"]),
        ("The police counted 900 marchers, the union 2,400.", ["900", "2,400"]),
        ("How many sailors came home on Friday? The consulate has ten. Tarn Radio, which had a reporter there, has "
         "eleven.", ["10", "11"]),
        ("SIX, SAYS THE HOSPITAL. FIVE, SAYS THE INSTITUTE.", ["5", "6"]),
        ('"We transferred 150 million crowns. They speak of 120," Lena Orlova said.', ["120,000,000", "150,000,000"]),
        ("The accused had hoarded 212 papers, Pia Holm said. Marek Brandt, for the defence, counted differently. "
         '"Forty papers," he said.', ["40", "212"]),
        ("Lena Orlova spoke of 14 boats. Tarn Line stands by 11.", ["11", "14"]),
    ],
)  # fmt: skip
def test_a_clause_that_gives_a_number_and_no_more_answers_the_number_before_it(text: str, values: list[str]) -> None:
    assert numbers(text) == [values]


@pytest.mark.parametrize(
    "text",
    [
        "The police counted 900 marchers on Monday and on Tuesday 2,400.",
        "Korva has 17 million inhabitants, and Brelia about 2 million.",
        "The town put its losses at 40 million crowns, the harbour at 25 million.",
        "The price lies between the 240 crowns the company asked for and the 180 that the town had offered.",
        "Some were told of 14 boats, the rest 11.",
    ],
)
def test_a_list_is_no_answer(text: str) -> None:
    assert numbers(text) == []


def test_a_toll_that_falls_is_one_that_rises_is_none() -> None:
    first = STORY + "Eleven people were injured."
    assert numbers(first, STORY + "Nine people are injured.") == [["9", "11"]]
    assert numbers(first, STORY + "Thirteen people are injured.") == []
    assert numbers(first, STORY + "Nine people are injured.", days=("2031-05-04", "2031-08-05")) == []


def test_a_toll_of_another_event_is_another() -> None:
    other = "In the hills of Orm a bus fell into a gorge. Nine people are injured, doctors of the clinic said."
    assert numbers(STORY + "Eleven people were injured.", other) == []


def test_a_number_that_is_taken_back_meets_the_reports_that_have_it() -> None:
    first = (
        "DUNMERE - Forty-one people have fallen ill in the fever of Dunmere, the Institute of Health said. The mayor "
        "of Dunmere, Pia Holm, was among them."
    )
    later = (
        "The Institute of Health has lowered the number of cases in the fever of Dunmere from 41 to 37. "
        "Pia Holm is well."
    )
    assert numbers(first, later) == [["37", "41"]]
    assert numbers(first, later.replace("lowered", "raised").replace("from 41 to 37", "from 41 to 44")) == []


def test_promised_and_foreseen_jobs_are_one_number_of_jobs() -> None:
    first = "Minister Lena Orlova put the number of new jobs on the quay of Dunmere at 900 over five years."
    second = "The plan for Dunmere foresees 400 new jobs in five years, said Marek Brandt of the union."
    assert numbers(first, second) == [["400", "900"]]
    assert numbers(first, second.replace("new jobs", "new boats")) == []
