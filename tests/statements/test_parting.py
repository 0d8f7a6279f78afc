"""Where does what is said end? "She said the hall was full and moved that they leave": who moved it?"""

import pytest

from onrecord.language import Parser
from tests.statements.reported import find


def said(text: str, parser: Parser) -> list[tuple[str | None, bool]]:
    """Every speaker, and whether he stands outermost."""
    return [(a.speaker, a.parent is None) for a in find(text, parser)]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Mo Fairbrass said residents were fed up and moved that the matter go to full council.", ["Mo Fairbrass"] * 2),
        ("She says the pumping station will go under and is urging everyone to be out by four.", ["She"] * 2),
        (
            "Two aid workers said the shelling had not stopped, and an engineer doubted that anybody was safe.",
            ["Two aid workers", "engineer"],
        ),
        (
            "The company said it would ask the minister; its chief executive, Mara Dorn, added that talks were open.",
            ["company", "its chief executive, Mara Dorn"],
        ),
    ],
)
def test_a_verb_of_the_reports_own(text: str, speakers: list[str], parser: Parser) -> None:
    assert said(text, parser) == [(speaker, True) for speaker in speakers]


@pytest.mark.parametrize(
    "text",
    [
        "Her partner told the inquest that she had complained of a headache and had wanted to turn back.",
        "They said he rated every player and talked about money.",
        "The mayor said that the council was ready to pay, and that the bishop opposed the plan.",
        "They say the winger adores the town and wants a house.",
        'He wrote: "The police came, and my neighbour begged them to stay."',
    ],
)
def test_what_is_still_said(text: str, parser: Parser) -> None:
    assert said(text, parser)[-1][1] is False
