""" "Whoever tells a sentence passes on what others say in it, until another takes over.\""""

import pytest

from onrecord.language import Parser
from tests.statements.chained import chains

MIREL = ("Radio Mirel",)


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        (
            "The premier wants to resign, her husband has told friends, the Dorn Gazette reports.",
            ("Dorn Gazette", "her husband"),
        ),
        ("The union, Radio Mirel reports, rejects the offer. It plans a strike in May.", MIREL),
        ("The union rejects the offer, if Radio Mirel is to be believed.", MIREL),
        ("Coach Iven Dal plans to quit in June, if one believes Radio Mirel.", MIREL),
        ("The union rejects the offer, or so one reads in the Dorn Gazette.", ("Dorn Gazette",)),
        ("The skipper, by way of his cousin, accused the port of lying.", ("his cousin",)),
        ("The union rejects the offer: thus Radio Mirel.", MIREL),
        ("As Radio Mirel informs, with reference to a clerk, the mayor hopes to resign.", ("Radio Mirel", "clerk")),
        ("In Dorn, Radio Mirel reports, the union rejects the offer.", MIREL),
        ("Iven Dal, it is said, rejects the offer, the weekly Mirel notes, as always.", ("Mirel",)),
        ("In the daily Mirel, the mayor rejects the offer; he doubts that it is meant.", ("Mirel",)),
        ("Mirel gives its front page to the mayor's claim that the offer was a trick.", ("Mirel",)),
    ],
)
def test_the_clause_of_the_teller(text: str, chain: tuple[str, ...], parser: Parser) -> None:
    assert chain in chains(text, parser)


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("Iven Dal wants to quit, the Dorn Gazette wrote, relying on a nurse.", ("Dorn Gazette", "nurse")),
        ("Iven Dal wants to quit, the Dorn Gazette wrote, with a bow to Radio Mirel.", ("Dorn Gazette", "Radio Mirel")),
        (
            "Iven Dal wants to quit, the Dorn Gazette wrote. It named as its source a secretary at the club.",
            ("Dorn Gazette", "secretary at the club"),
        ),
        (
            "The Dorn Telegraph has it from a person in the palace that the king intends to abdicate.",
            ("Dorn Telegraph", "person in the palace"),
        ),
        (
            "The minister is ready to fly to Calna, Radio Mirel learned from diplomats. She wants to see the queen.",
            ("Radio Mirel", "diplomats"),
        ),
        (
            "An aide to the general, speaking to the Dorn Mail, said the general feared a coup. "
            "Osk was also considering exile, the aide said.",
            ("Dorn Mail", "aide to the general"),
        ),
        ("Iven Dal plans to quit in June. That is what a driver told Radio Mirel.", ("Radio Mirel", "driver")),
        ("Iven Dal wants to quit. The words are those of his interpreter, as published by Radio Mirel.", None),
        ("Iven Dal wants to quit, Radio Mirel reported, citing an internal memo.", ("Radio Mirel", "internal memo")),
        ("Iven Dal wants to quit, Radio Mirel reports from court files.", ("Radio Mirel", "court files")),
        ("Iven Dal wants to quit, Radio Mirel wrote, citing a tape made by a guard.", ("Radio Mirel", "guard")),
        ("Radio Mirel, drawing on a tape made by a guard, quotes Iven Dal as saying that he was ill.", None),
    ],
)
def test_whom_the_teller_has_it_from(text: str, chain: tuple[str, ...] | None, parser: Parser) -> None:
    two = [one for one in chains(text, parser) if len(one) > 1]
    assert chain in chains(text, parser) if chain else two


def test_a_clause_behind_the_teller_belongs_to_the_verb_before_him(parser: Parser) -> None:
    first = "The president regretted the shelling, a waiter has told Radio Mirel."
    second = "He suggested to his guest, the waiter said, that they leave."
    assert chains(f"{first} {second}", parser) == [("Radio Mirel", "waiter")] * 2
    assert chains("The leader announced, as Ada Rask told it, that he would walk.", parser) == [("Ada Rask",)]


@pytest.mark.parametrize(
    "text",
    [
        "When Clara Orlova noted that taxes were due, Ivo Brandt boasted that he paid none.",
        "“Come home,” Mira told the captain, who began by praising the crew.",
        "Ivo Brandt said he was tired. The minister rejects the plan.",
        "Of late the minister rejects the plan: it is dear.",
    ],
)
def test_nobody_else_tells_it(text: str, parser: Parser) -> None:
    assert not [chain for chain in chains(text, parser) if chain]
