"""They had no part in it, they tip off nobody: what is said of somebody, and how they answer in the same report."""

from __future__ import annotations

import pytest

from onrecord.accounts.rebuttals import find_mirrored, find_rebuttals, is_blanket
from onrecord.records import Discrepancy
from tests.accounts.telling_stories import compare_texts, gather_texts, sides_of

DAY = "2031-05-02"


def rebutted(text: str) -> list[tuple[str, str]]:
    """Return who is answered by whom in a report, by last names."""
    (report,) = gather_texts((DAY, text)).reports.values()
    pairs = [(claim.speaker or "", denial.speaker or "") for claim, denial in find_rebuttals(report)]
    return list(dict.fromkeys((claim.split()[-1], denial.split()[-1]) for claim, denial in pairs))


def guilt(*texts: str) -> list[Discrepancy]:
    found = compare_texts(*((DAY, text) for text in texts)).discrepancies
    return [one for one in found if one.kind == "accusation"]


CHARGE = "Lena Orlova accused the ferry company Norvik of bribing inspectors in Dorn. "


@pytest.mark.parametrize(
    "answer",
    [
        "Norvik denied any wrongdoing.",
        "Norvik denied any part in it.",
        "Norvik denied involvement.",
        "Norvik said that it had nothing to do with the inspectors.",
        "“We were never involved,” Norvik said.",
        "Norvik said it had played no role in the affair.",
        "Norvik insisted that no inspector had ever been paid.",
        "Norvik rejected the reproach.",
        "“We bribe nobody,” the company said.",
    ],
)
def test_who_is_blamed_answers(answer: str) -> None:
    assert ("Orlova", "Norvik") in rebutted(CHARGE + answer) or ("Orlova", "company") in rebutted(CHARGE + answer)


@pytest.mark.parametrize(
    "text",
    [
        CHARGE + "The mayor, Marek Brandt, denied any wrongdoing in the sale of the school.",
        CHARGE + "Norvik said that the ferry would sail again in May.",
        "Lena Orlova said that Norvik would open a new line. Norvik denied any part in the strike.",
        "Lena Orlova stopped short of saying that Norvik had bribed inspectors. Norvik denied any wrongdoing.",
        "Lena Orlova said the old pier was in use. Norvik said that the barges had not been sold.",
    ],
)
def test_what_is_no_answer(text: str) -> None:
    assert rebutted(text) == []


def test_two_who_accuse_each_other() -> None:
    text = (
        "The army accused the Front of mining the road to Kalde. "
        "The Front accused the army of shelling the village of Kalde."
    )
    (report,) = gather_texts((DAY, text)).reports.values()
    assert [(one.speaker, other.speaker) for one, other in find_mirrored(report)] == [("the army", "Front")]
    (found,) = guilt(text)
    assert sides_of(found) == [{"army"}, {"Front"}]


def test_whoever_denies_any_part_in_it_is_asked_who_did_it() -> None:
    (found,) = guilt(
        "Interior Minister Lena Orlova said that the Marsh League had planted the bomb in Dorn. "
        "The Marsh League denied any part in it."
    )
    assert found.question.startswith("Who did it, if anybody")
    assert sides_of(found) == [{"Orlova"}, {"League"}]


def test_a_spokeswoman_denies_it_for_her_country() -> None:
    text = (
        "Interior Minister Lena Orlova said that a Dornian service had bought the mine. "
        "“Dornia had no part in this act,” Irena Maslak said in Vessen."
    )
    assert rebutted(text) == [("Orlova", "Maslak")]


def test_nobody_denies_anything_of_himself_who_speaks_of_others() -> None:
    text = "Lena Orlova spoke of two regiments. Marek Brandt said that the regiments had no part in the exercise."
    (report,) = gather_texts((DAY, text)).reports.values()
    assert not any(is_blanket(saying) for saying in report.sayings)
