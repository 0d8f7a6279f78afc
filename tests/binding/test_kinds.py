"""Tell me who "the cleric", "the carrier" and "the 23-year-old" are, when the report has used other words before."""

from __future__ import annotations

import pytest

from onrecord.binding.kinds import load_kinds
from onrecord.language import Parser
from tests.binding.resolving import resolved

SAID = "[cue said] [content so]"


@pytest.mark.parametrize(
    ("line", "speaker"),
    [
        ("Bishop Ulf Korm left the synod. [source The cleric] @.", "Ulf Korm"),
        ("Professor Adil Korm studies eels. [source The biologist] @.", "Adil Korm"),
        ("Senator Ana Valdez voted against it. [source The lawmaker] @.", "Ana Valdez"),
        ("Ana Valdez, a poet, won the prize. [source The writer] @.", "Ana Valdez"),
        ("Orvane Air has lost a plane. [source The carrier] @.", "Orvane Air"),
        ("The Tarn Bank cut its rate. [source The lender] @.", "Tarn Bank"),
        ("Ana Valdez won the race. [source The 23-year-old Vornian skier] @.", "Ana Valdez"),
        # two narrow words are two people, one general word may be either of two
        ("Economist Karl Munk left. [source The historian] @.", "the historian"),
        ("Bishop Ulf Korm met Archbishop Karl Munk. [source The cleric] @.", "the cleric"),
        # who has been told of by the same word before, or by more than it, is somebody else
        ("A cleric fell. Bishop Ulf Korm prayed. [source The cleric] @.", "the cleric"),
        ("Colonel Karl Munk spoke. [source The garrison commander] @.", "the garrison commander"),
        ("Bishop Ulf Korm left. [source A cleric] @.", "a cleric"),
    ],
)
def test_a_general_word_for_a_narrow_one(line: str, speaker: str, parser: Parser) -> None:
    (found,) = resolved(line.replace("@", SAID), parser)
    assert found.speaker == speaker


def test_no_word_for_people_is_general_and_narrow_in_one_family() -> None:
    assert not [kind for kind in load_kinds() if kind.of == "person" and kind.general & kind.special]
    assert {kind.of for kind in load_kinds()} == {"person", "organisation"}
