"""Two numbers of one unit stand in two reports: are they of one thing, and can both be right?"""

from __future__ import annotations

import pytest

from tests.accounts.telling_stories import compare_texts

DAY, NEXT, LATER, FAR = "2031-05-02", "2031-05-03", "2031-05-20", "2033-05-02"


def find_numbers(*reports: tuple[str, str]) -> list[list[str]]:
    found = [d for d in compare_texts(*reports).discrepancies if d.kind == "figure"]
    return [[side.label for side in one.sides] for one in found]


COST = "The new bridge at Tarn will cost 18 million crowns, the Transport Ministry said."


@pytest.mark.parametrize(
    ("second", "numbers"),
    [
        ((NEXT, "The Audit Office put the cost of the bridge at 45 million crowns."), ["18,000,000", "45,000,000"]),
        (
            (LATER, "The bridge at Tarn will cost 45 million crowns, the Audit Office said."),
            ["18,000,000", "45,000,000"],
        ),
        ((NEXT, "The new bridge at Tarn costs 30 million crowns."), ["18,000,000", "30,000,000"]),
    ],
)
def test_two_voices_on_one_cost(second: tuple[str, str], numbers: list[str]) -> None:
    assert find_numbers((DAY, COST), second) == [numbers]


@pytest.mark.parametrize(
    "second",
    [
        (FAR, "The bridge will cost 45 million crowns, the Audit Office said."),
        ("", "The bridge will cost 45 million crowns, the Audit Office said."),
        (NEXT, "The new school at Orm will cost 45 million crowns, the Audit Office said."),
        (NEXT, "The bridge at Tarn will cost 18.1 million crowns, the Audit Office said."),
        (NEXT, "The bridge at Tarn will cost 945 million crowns, the Audit Office said."),
        (NEXT, "The bridge at Tarn will cost 45 million crowns, the Transport Ministry said."),
        (NEXT, "The bridge at Tarn is 45 metres long, the Audit Office said."),
        (NEXT, "In 1987 the old bridge at Tarn cost 5 million crowns, the Audit Office said."),
    ],
)
def test_numbers_of_two_things_or_two_times_are_left_alone(second: tuple[str, str]) -> None:
    assert not find_numbers((DAY, COST.replace("18", "18") + " It will be built in 2032."), second)


@pytest.mark.parametrize(
    "text",
    [
        "The union demands 12 per cent more pay. The port is offering 4 per cent, its director, Gil Moor, said.",
        "At least 34 people have died in the flood, the Emergency Office said, after 19 the day before.",
        "Growers expect to sell 17,000 tonnes this year. Last year they sold 26,000 tonnes, the customs office said.",
        "The ministry measured 143 cubic metres a second. Under the treaty at least 140 must pass, the mayor said.",
        "Tarn Bank reported a profit of 40 million crowns. Orm Bank reported a profit of 65 million crowns.",
        "Rescuers looked for a family of five. The police said that nine people had died.",
        "The Port Authority said that 3,900 people had joined the strike. Its director said that 4,100 had joined it.",
        "A poll by Measure has Holm at 46 per cent and Kol at 41. A poll by Ask has Holm at 51 per cent and Kol at 39.",
        "In January the cabinet had put the figure of those in need at 120,000. Now 340,000 are in need, the UN says.",
    ],
)  # fmt: skip
def test_numbers_that_answer_nothing_are_left_alone(text: str) -> None:
    assert not find_numbers((DAY, text))


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("The work will cost 140 million marks, the auditors reckon. The minister stands by 96 million.",
         ["96,000,000", "140,000,000"]),
        ("A ferry carried 341 passengers, a union said. The line rejected this. Its own list had 212 names, it said.",
         ["212", "341"]),
        ("Unemployment stands at 9.1 per cent, the statistics office said. The unions put it at 12.4 per cent.",
         ["9.1", "12.4"]),
        ("By the count of the opposition the lead was 400 votes. Mayor Holm won by 3,200 votes, the commission said.",
         ["400", "3,200"]),
        ("The governor's figure of 41 houses is too low, said Mayor Ada Holm. The flood took 75 houses, she said.",
         ["41", "75"]),
    ],
)  # fmt: skip
def test_one_number_is_held_against_another(text: str, numbers: list[str]) -> None:
    assert find_numbers((DAY, text)) == [numbers]


def test_a_loss_a_day_answers_what_every_day_costs() -> None:
    text = (
        "According to Marek Brandt every day in port costs the fleet of Tarn 40,000 crowns. "
        "The secretary, Lena Orlova, put the loss at 22,000 crowns a day at most."
    )
    assert find_numbers((DAY, text)) == [["22,000", "40,000"]]
    assert not find_numbers((DAY, text.replace("crowns a day", "crowns a month")))


def test_a_number_that_a_body_has_written_down_answers_the_one_before_it() -> None:
    text = (
        "On the size of the charge the commission gives 6 kilograms. The laboratory of the Harbour Ministry had written"
    )
    assert find_numbers((DAY, f"{text} 11 kilograms.")) == [["6", "11"]]
    assert not find_numbers((DAY, f"{text} 11 pages on it."))


def test_eight_of_the_dead_are_no_other_toll() -> None:
    text = (
        "Fire in Orm\n\n\nSeventeen people were killed in the fire in Orm, police said.\n\n\n"
        "Eight of the dead were guests from Drell, the Health Ministry said."
    )
    assert not find_numbers((DAY, text))


def test_guests_on_board_in_one_report_are_not_the_people_aboard_in_another() -> None:
    one = "Fourteen people were on board the ferry Saint Brenna off Orm, the coast guard of Tarn said."
    other = "Four inspectors had been on board the Saint Brenna off Orm, the ministry of Tarn said."
    assert not find_numbers((DAY, one), (NEXT, other))
