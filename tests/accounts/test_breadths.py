"""The headline says "lifted", the minister "for cod it stays": which headlines are wider than their report?"""

from __future__ import annotations

import pytest

from tests.accounts.telling_stories import compare_texts

DAY = "2031-05-02"


def find_questions(text: str) -> list[str]:
    return [d.question for d in compare_texts((DAY, text)).discrepancies if d.kind == "overreach"]


@pytest.mark.parametrize(
    ("headline", "body", "question"),
    [
        ("Herring ban scrapped", '"For cod the ban stays in force," Minister Ada Holm said on Monday.',
         "Is it ended, or only in part?"),
        ("Toll road opens", "The road is open for cars only, the ministry said on Monday. Lorries have to wait.",
         "Open for all, or for some?"),
        ("HOLM BACKS THE DAM", '"I could live with the dam, provided that nobody moves," Ada Holm said on Monday.',
         "Agreed, or agreed on a condition?"),
        ("Holm admits fault for the flood", '"We regret every loss," Ada Holm told reporters on Monday.',
         "Admitted, or only regretted?"),
        ("Paper mill to be closed in June", "The paper mill may be closed in June, director Ada Holm said on Monday.",
         "Will it come, or may it come?"),
        ("Bad milk made children of Tarn ill", "Bad milk may have made the children of Tarn ill, a doctor said.",
         "Is it known, or thought likely?"),
        ("All miners of Tarn back at work", "Most of the miners of Tarn were back at work on Monday, the company said.",
         "All, or some?"),
        ("Wage deal reached at Tarn", "The wage deal must still be approved by the members, the union said on Monday.",
         "Settled, or still to be settled?"),
        ("12 DEAD IN TARN MINE", "At least 12 people died in the mine of Tarn on Monday, the rescuers said.",
         "Exactly 12, or a bound?"),
    ],
)  # fmt: skip
def test_what_a_headline_drops(headline: str, body: str, question: str) -> None:
    assert question in find_questions(f"{headline}\n\n{body}\n")


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        ("Herring ban partly lifted", '"For cod the ban stays in force," Minister Ada Holm said on Monday.'),
        ("Herring ban scrapped", '"The school stays closed," Minister Ada Holm said on Monday.'),
        ("Is the herring ban over?", '"For cod the ban stays in force," Minister Ada Holm said on Monday.'),
        ("HOLM WOULD BACK THE DAM", '"I could live with it, provided that nobody moves," Ada Holm said on Monday.'),
        ("HOLM BACKS THE DAM", '"I could live with it, provided that nobody has to move," Piet Kol said on Monday.'),
        ("Holm admits fault for the flood", '"We opened the gates too late," Ada Holm told reporters on Monday.'),
        ("Paper mill to be closed in June", "The school may be repaired in June, Ada Holm said on Monday."),
        ("Bad milk may have made children of Tarn ill", "Bad milk may have made children ill, a doctor said."),
        ("All miners of Tarn back at work", "Most of the schools were shut on Monday, the company said."),
        ("12 DEAD IN TARN MINE", "The police said on Monday that 12 people had died in the mine of Tarn."),
    ],
)  # fmt: skip
def test_headlines_that_are_no_wider_are_left_alone(headline: str, body: str) -> None:
    assert not find_questions(f"{headline}\n\n{body}\n")


def test_a_report_without_a_headline_is_left_alone() -> None:
    assert not find_questions('"For cod the ban stays in force," Minister Ada Holm said on Monday.')
