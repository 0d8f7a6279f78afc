""" "The Mail printed her letter. She denies the theft.": where did the words appear that are told next?"""

import pytest

from onrecord.language import Parser
from tests.statements.chained import chains, told

CALNA = ("Calna",)


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("The weekly Calna printed a letter from the captain. He denies that he was asleep.", CALNA),
        ("The captain's letter appeared in the weekly Calna. He denies that he was asleep.", CALNA),
        ("The weekly Calna printed an interview with the minister. Mira Orlova praised the divers.", CALNA),
        ("Mira Orlova gave an interview to the weekly Calna. She said that the dam was sound.", CALNA),
        ("The weekly Calna sat down with Mira Orlova. She said that the dam was sound.", CALNA),
        ("Mira Orlova spoke to the weekly Calna. Orlova said that the dam was sound.", CALNA),
        ("The farewell letter appeared in the weekly Calna. “I am off,” wrote Mira Orlova.", CALNA),
        (
            "The weekly Calna ran the confession of a driver, recorded by a chaplain. The driver denies the theft.",
            ("Calna", "chaplain"),
        ),
        (
            "The weekly Calna has obtained the minutes of the council. In them the mayor concedes that he was asleep.",
            ("Calna", "minutes of the council"),
        ),
        ("The weekly Calna carries the fullest account. The envoy suggested a truce.", CALNA),
        ("The weekly Calna publishes a letter from a captain, who warns that the dam leaks.", CALNA),
    ],
)
def test_where_it_appeared(text: str, chain: tuple[str, ...], parser: Parser) -> None:
    assert chains(text, parser)[-1] == chain


def test_a_conversation_that_is_printed_in_full(parser: Parser) -> None:
    text = (
        "The following conversation with the poet Mira Orlova first appeared in the weekly Calna.\n\n"
        "QUESTION: Why did you leave?\n\nORLOVA: It was cold.\n\nQUESTION: And now?\n\nORLOVA: It is colder."
    )
    assert [chain for speaker, chain in told(text, parser) if speaker == "ORLOVA"] == [CALNA, CALNA]
    assert [chain for speaker, chain in told(text, parser) if speaker == "QUESTION"] == [(), ()]


def test_who_acts_in_a_text_goes_on_to_speak_there(parser: Parser) -> None:
    text = "In a talk printed by the weekly Calna, Mira Orlova blushed. She denied that she was asleep."
    assert chains(text, parser)[-1] == CALNA


@pytest.mark.parametrize(
    "text",
    [
        "The weekly Calna printed a letter from the captain. Ben Tollan denies that he was asleep.",
        "The weekly Calna printed a letter. The mayor denies that he was asleep.",
        "The weekly Calna apologised to the captain. He denies that he was asleep.",
        "The weekly Calna printed a letter from the captain. At a news conference he denied that he was asleep.",
        "Mira Orlova criticised a letter in the weekly Calna. She called it a disgrace.",
        "The inspector interviewed a diver of the weekly Calna. She said that he was asleep.",
    ],
)
def test_somebody_else_or_elsewhere(text: str, parser: Parser) -> None:
    assert [chain for chain in chains(text, parser) if chain] == []
