""" "Whoever tells a sentence passes on what others say in it, until another takes over.\""""

import pytest

from onrecord.language import Parser
from tests.statements.chained import chains

MIREL = ("Radio Mirel",)


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("The premier wants to resign, her husband has told friends, the Dorn Gazette reports.", ("Dorn Gazette",)),
        ("The union, Radio Mirel reports, rejects the offer. It plans a strike in May.", MIREL),
        ("The union rejects the offer, if Radio Mirel is to be believed.", MIREL),
        ("Coach Iven Dal plans to quit in June, if one believes Radio Mirel.", MIREL),
        ("The union rejects the offer, or so one reads in the Dorn Gazette.", ("Dorn Gazette",)),
        ("The skipper, by way of his cousin, accused the port of lying.", ("his cousin",)),
        ("Radio Mirel knows more: the company is willing to pay.", MIREL),
        ("The union rejects the offer: thus Radio Mirel.", MIREL),
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
        (
            "Word of the deal came from Radio Mirel, which had it from a clerk: the company is willing to pay.",
            ("Radio Mirel", "clerk"),
        ),
        ("Iven Dal plans to quit in June. That is what a driver told Radio Mirel.", ("Radio Mirel", "driver")),
    ],
)
def test_whom_the_teller_has_it_from(text: str, chain: tuple[str, ...], parser: Parser) -> None:
    assert chain in chains(text, parser)


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
