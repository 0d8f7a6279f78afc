"""The ways by which words come: on the air, in a column, read out by an usher, through an interpreter."""

import pytest

from onrecord.language import Parser
from tests.statements.chained import told


def cued(text: str, parser: Parser) -> list[tuple[str, ...]]:
    """The chains of the outermost statements, without articles."""
    return [tuple(name.removeprefix("the ").removeprefix("a ") for name in chain) for _, chain in told(text, parser)]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("Joan Abel is on Radio Tarn this morning and says the bridge will go.", ("Radio Tarn",)),
        ("Joan Abel was on Radio Tarn on Sunday and promised a new bridge.", ("Radio Tarn",)),
        ("The general was shown on state television telling soldiers that the war was lost.", ("state television",)),
        ("In an interview with the channel TV Nord late on Monday, Mr Lund said he would stay.", ("TV Nord",)),
        ("Writing in the Harbinger, the general argued that the war was lost.", ("Harbinger",)),
        ("In a column for the Harbinger on Monday, the general argued that the war was lost.", ("Harbinger",)),
        ("The general, speaking to the Harbinger, ruled out a truce.", ("Harbinger",)),
        ("In remarks to Vestnor on Monday, the general argued that the war was lost.", ("Vestnor",)),
        ("Mira Lund told Free Wave on Monday that the war was lost.", ("Free Wave",)),
        ("The king fears his son, the Harbinger has learned from two cooks.", ("Harbinger", "two cooks")),
        ("According to what was reported by Radio Tarn, the priest wants to leave.", ("Radio Tarn",)),
        ("The priest, tracked down in an orchard by Radio Tarn, said he knew nothing.", ("Radio Tarn",)),
    ],
)
def test_an_outlet_is_known_by_its_place(text: str, chain: tuple[str, ...], parser: Parser) -> None:
    assert chain in cued(text, parser)


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("The coach, answering through an interpreter, added that they had shaken hands.", ("interpreter",)),
        ("The deputy read from a report in which the auditor warns that the bank is empty.", ("deputy",)),
        ("The rebel chief vowed to fight on in a video that the Red Column posted on Friday.", ("Red Column",)),
        ("On a slip of paper that came up in a bucket, and that Aalto read out, the men asked for bread.", ("Aalto",)),
        ("A note, read to the hearing by a clerk, has a doctor telling the cook that the well was bad.", ("clerk",)),
        (
            "According to a diary that a nurse handed to Radio Tarn, the king feared his son.",
            ("Radio Tarn", "nurse"),
        ),
        (
            "Mara Rao conceded that three were lost, according to notes that a guest passed to Radio Tarn.",
            ("Radio Tarn", "guest"),
        ),
        (
            "“Put nothing in writing,” a manager wrote, in a note that a clerk passed to the campaign group Open Tap.",
            ("campaign group Open Tap", "clerk"),
        ),
        (
            "In a letter seen by the weekly Mirel, General Odo Falk warned them that the north would not fight.",
            ("Mirel",),
        ),
    ],
)
def test_whoever_brings_a_text_is_a_link(text: str, chain: tuple[str, ...], parser: Parser) -> None:
    assert chain in cued(text, parser)


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        (
            "The testimony of the cook, who is ill, was read to the court by a clerk. In it she says she saw it.",
            ("clerk",),
        ),
        ("The testimony of the cook was read to the court by Odo Falk. In it she says she saw it.", ("Odo Falk",)),
        ("The coach appeared on the programme of Channel Tarn. He denied that he had hit a boy.", ("Channel Tarn",)),
    ],
)
def test_a_sentence_that_only_tells_the_way(text: str, chain: tuple[str, ...], parser: Parser) -> None:
    assert cued(text, parser)[-1] == chain


def test_a_clause_about_the_text_is_not_what_it_says(parser: Parser) -> None:
    text = "He had loved his work, they said in a statement that their priest, Odo Falk, read to reporters."
    assert ("Odo Falk",) in cued(text, parser)


@pytest.mark.parametrize(
    "text",
    [
        "Radio Tarn printed the list. “It is false,” the director told this newspaper.",
        "The premier went to Radio Tarn on foot and said that he liked walking.",
        "The chairman asked Radio Tarn to print a correction.",
        "A rider wonders why it was not bought through the team doctor.",
        "A woman wading through the market said that the wall would hold.",
        "Mira Lund told Judge Falk that the war was lost.",
        "The premier told Tarn that the war was lost.",
    ],
)
def test_these_are_no_ways(text: str, parser: Parser) -> None:
    assert () in cued(text, parser)[-1:]


def test_a_source_that_the_paper_names_besides_is_no_link_of_who_told_it(parser: Parser) -> None:
    text = "Ada Fenn told Radio Tarn that the vault was empty. Radio Tarn says it has spoken to four clerks."
    assert cued(text, parser)[0] == ("Radio Tarn",)
