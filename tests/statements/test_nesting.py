"""Which of two statements stands in the other, and which is only another reading of the same words?"""

from __future__ import annotations

import pytest

from onrecord.language import Parser
from tests.statements.reported import find


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "The trainer, Ben Tollan, is adamant that the referee whistled late and means to lodge a protest.",
            ["that the referee whistled late", "to lodge a protest"],
        ),
        (
            "Ben Tollan does not think that the navy would lay mines, and foresees a return to calm.",
            ["that the navy would lay mines", "a return to calm"],
        ),
    ],
)
def test_a_further_verb_of_the_same_speaker_is_a_statement_of_its_own(
    text: str, said: list[str], parser: Parser
) -> None:
    found = find(text, parser)
    assert [one.content[0].of(text) for one in found] == said
    assert [one.parent for one in found] == [None, None]
    assert len({one.speaker for one in found}) == 1


def test_is_reported_to_have_ordered_is_one_act(parser: Parser) -> None:
    text = "The captain is reported to have ordered the crew to stay."
    (found,) = (one for one in find(text, parser) if "order" in one.cue[-1].of(text))
    assert found.parent is None


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("The premier refuses to resign, his doctor told the Dorn Gazette.", ["premier"]),
        ("The premier refuses to resign, Ben Tollan told the Dorn Gazette.", ["premier", "Ben Tollan"]),
        ("A rower said that the premier had refused to resign.", ["rower", "premier"]),
    ],
)
def test_who_only_passes_words_on_is_a_link_of_the_chain(text: str, speakers: list[str], parser: Parser) -> None:
    assert sorted(str(one.speaker) for one in find(text, parser)) == sorted(speakers)


def test_a_dated_label_heads_what_is_told_and_says_nothing(parser: Parser) -> None:
    text = "DORN RADIO, 6 JUNE: Mira Orlova says that the dam held. She thanked the crew.\n\nIt rained."
    assert [one.speaker for one in find(text, parser) if one.cue[0].of(text) == ":"] == []


def test_who_is_reported_to_have_said_something_said_it(parser: Parser) -> None:
    text = 'The captain was reported to have said: "Two went east, and nobody spoke."'
    assert all(one.parent is None for one in find(text, parser) if one.speaker == "captain")
