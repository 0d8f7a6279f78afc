"""Tell me who "the envoy" of the opening is, where the report gives the name only later, and who "one of them" is."""

from __future__ import annotations

import pytest

from onrecord.language import Parser
from tests.binding.making import attribution
from tests.binding.resolving import resolved

SAID = "[cue said] [content so]"


@pytest.mark.parametrize(
    ("line", "speaker"),
    [
        ("[source Vornia's transport minister] @. Stepan Orlov promised more ferries.", "Stepan Orlov"),
        ("[source The governor of the river bank] @. Ana Valdez promised more boats.", "Ana Valdez"),
        ("[source A general who fled in a boat] @. Stepan Orlov promised more.", "Stepan Orlov"),
        ("[source The defence minister of Vornia] @. It rained.\n\nThe minister, Ana Valdez, slept.", "Ana Valdez"),
        (
            "After the challenger slept, [source the challenger] @. The champion, Ana Valdez, left. Karl Munk waved.",
            "Karl Munk",
        ),
    ],
)
def test_an_opening_without_a_name_is_led_to_the_one_named_next(line: str, speaker: str, parser: Parser) -> None:
    assert resolved(line.replace("@", SAID), parser)[0].speaker == speaker


@pytest.mark.parametrize(
    ("line", "speaker"),
    [
        # the name is introduced as somebody else
        ("[source Vornia's transport minister] @. Stepan Orlov, a farmer, slept.", "Vornia's transport minister"),
        ("[source Vornia's transport minister] @. Judge Stepan Orlov slept.", "Vornia's transport minister"),
        # whoever speaks for another may speak of the other
        ("[source Vornia's spokesman] @. Stepan Orlov slept.", "Vornia's spokesman"),
        ("[source A former judge] @. Stepan Orlov slept.", "a former judge"),
        # a man is not a queen, and two offices are not told apart
        ("[source Vornia's chairwoman] @. Karl Munk slept.", "Vornia's chairwoman"),
        ("[source Vornia's premier] @. Vornia's mayor left. Stepan Orlov slept.", "Vornia's premier"),
        # no opening
        ("It rained.\n\nThe weir broke.\n\n[source The captain] @. Stepan Orlov slept.", "the captain"),
        # another is talked about by then
        ("[source Vornia's premier] @. Then Ana Valdez left. She sang. Stepan Orlov slept.", "Ana Valdez"),
    ],
)
def test_other_names_are_not_taken_for_the_office(line: str, speaker: str, parser: Parser) -> None:
    assert resolved(line.replace("@", SAID), parser)[0].speaker == speaker


@pytest.mark.parametrize(
    ("line", "speaker"),
    [
        ("Farmers waited all night. [source One of them] @.", "one of the farmers"),
        ("The mayor warned families below the dam. [source Many of them] @.", "many of the families below the dam"),
        ("His sons left early. [source One] @.", "one of his sons"),
        ("Rain fell. [source One of them] @.", "one of them"),
        ("Nobody came. [source Another] @.", "another"),
        ("Nobody came. [source Both] @.", "both"),
        ("[source The couriers, all students,] @.", "the couriers"),
        ("General Ana Valdez left. [source The general herself] @.", "Ana Valdez"),
    ],
)
def test_a_part_is_named_by_its_whole(line: str, speaker: str, parser: Parser) -> None:
    assert resolved(line.replace("@", SAID), parser)[0].speaker == speaker


@pytest.mark.parametrize(
    ("line", "speaker"),
    [
        ("[source1 A cook wading through the market] @1. [source2 Another] @2.", "another cook"),
        ("[source1 Two envoys] @1. [source2 Both] @2.", "two envoys"),
        ("[source1 Two envoys] @1. [source2 One of them] @2.", "one of the two envoys"),
        # someone unnamed who is told of only behind "she" is not she, and before a friend stands whom he spoke of
        (
            "Anna Weiss left. [content1 [source2 She] [cue2 feels] [content2 ill]], [source1 a friend] [cue1 said].",
            "Anna Weiss",
        ),
    ],
)
def test_a_part_follows_who_spoke_before(line: str, speaker: str, parser: Parser) -> None:
    for number in "12":
        line = line.replace(f"@{number}", f"[cue{number} said] [content{number} so]")
    first, second = attribution(line, "1"), attribution(line, "2", parent="a1" if "[content1 [" in line else None)
    assert resolved(line, parser, first, second)[1].speaker == speaker


def test_he_is_a_farmer_on_the_other_bank_in_full(parser: Parser) -> None:
    line = "A farmer on the other bank slept. [source He] @.".replace("@", SAID)
    assert resolved(line, parser)[0].speaker == "a farmer on the other bank"


def test_a_countrys_minister_may_be_the_one_of_whom_no_more_is_said(parser: Parser) -> None:
    line = f"[source Saldovia's foreign minister] {SAID}. Foreign Minister Ana Valdez left. Minister Karl Munk stayed."
    assert resolved(line, parser)[0].speaker == "Saldovia's foreign minister"
    alone = line.replace("Minister Karl Munk", "Karl Munk")
    assert resolved(alone, parser)[0].speaker == "Ana Valdez"
