""" "In a letter that her sister passed to the Mail ...": through whose hands did the words come?"""

import pytest

from onrecord.language import Parser
from tests.statements.chained import chains

MAIL = ("Dorn Mail",)


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("In a video her sister passed to the site Kulis, Mira Orlova threatens to sing.", ("Kulis", "her sister")),
        ("Mira Orlova threatens to sing in a video that her sister sent to the Dorn Mail.", (*MAIL, "her sister")),
        (
            "In a letter smuggled out by a cook and read on air by Radio Dorn, Mira Orlova complains that it is cold.",
            None,
        ),
        ("The mill, in a letter that the Dorn Mail obtained from the embassy, denied that it leaked.", None),
        ("The dam holds, Mira Orlova explained in a long talk that the weekly Calna ran in May.", ("Calna",)),
        (
            "In an interview that the weekly Calna spreads over two pages, Mira Orlova denied it.",
            ("Calna",),
        ),
        ("The mill will close, Mira Orlova wrote in a message that reached us by way of two divers.", ("two divers",)),
        ("Mira Orlova denied the theft in a voice message that her cousin posted.", ("her cousin",)),
        ("Mira Orlova denied the theft in a message released by her office.", ("her office",)),
        (
            "The mill will close, Mira Orlova wrote in a message leaked to the Dorn Mail by one of them.",
            (*MAIL, "one of them"),
        ),
        ("In a letter to the mayor, extracts from which the Dorn Mail printed, Mira Orlova denied the theft.", MAIL),
        ("One diver, whose letter was published without a name by the Dorn Mail, threatens to sue.", MAIL),
        ("Mira Orlova said in a Dorn Mail interview that the dam held.", MAIL),
        ("In a dispatch of 4 May by the agency Calna, the general denied that he had left.", ("Calna",)),
        ("Radio Dorn played a tape in which Mira Orlova calls the mill a ruin.", ("Radio Dorn",)),
        ("The mill will close, a guard told a reporter from the Dorn Mail.", MAIL),
        ("The mill will close, a guard told the Dorn Mail's Ada Quist.", MAIL),
    ],
)
def test_through_whose_hands(text: str, chain: tuple[str, ...] | None, parser: Parser) -> None:
    found = [one for one in chains(text, parser) if one]
    assert found
    assert chain is None or found == [chain]


def test_every_hand_is_a_link_the_outlet_first(parser: Parser) -> None:
    text = "In a letter smuggled out by a cook and read on air by Radio Dorn, Mira Orlova complains that it is cold."
    assert chains(text, parser) == [("Radio Dorn", "cook")]


@pytest.mark.parametrize(
    "text",
    [
        "In a letter to the mayor, Mira Orlova denied the theft.",
        "In a letter that angered the mayor, Mira Orlova denied the theft.",
        "In a letter that she wrote to the mayor, Mira Orlova denied the theft.",
        "In a statement released by the ministry, Mira Orlova denied the theft.",
        "In a letter that critics have denounced, Mira Orlova denied the theft.",
        "In a recording heard by this newspaper, Mira Orlova denied the theft.",
        "In a letter to Senate colleagues released on Monday, Mira Orlova denied the theft.",
        "Mira Orlova said that a letter passed to the mill by her sister was false.",
    ],
)
def test_no_hand_is_named(text: str, parser: Parser) -> None:
    assert [chain for chain in chains(text, parser) if chain] == []
