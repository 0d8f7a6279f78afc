"""Does it answer somebody, or does it only say that something is not so?"""

from __future__ import annotations

import pytest

from onrecord.language import Parser
from tests.statements.reported import find


def last_denies(text: str, parser: Parser) -> bool:
    return max(find(text, parser), key=lambda one: one.content[-1].end).denial


@pytest.mark.parametrize(
    "text",
    [
        'Ana Orlova said that the yard had sunk the boat. "Nobody sank it," Ben Tollan snapped.',
        "The miners say that the owner has a cousin at court. The owner replied that he had no cousins.",
        'The trainer said that a date had been agreed on. "I never saw a date in my life," Ben Tollan roared.',
        "Villagers fear a leak. The plant's manager said that there was no leak, only steam.",
    ],
)
def test_what_somebody_else_said_is_denied(text: str, parser: Parser) -> None:
    assert last_denies(text, parser)


@pytest.mark.parametrize(
    "text",
    [
        # nobody said so before
        '"Nobody walks," Ben Tollan snapped.',
        # he said it himself
        'Ben Tollan said that walkers had come. "Nobody walks," Ben Tollan snapped.',
        # it is limited, or to come
        "The miners asked for a new lamp. The owner said that he would buy no lamp.",
        # too far off to be an answer
        f'Ana Orlova said that walkers came. {"It rained on the hill all day. " * 20}"Nobody walks," Ben Tollan said.',
    ],
)
def test_without_occasion_it_is_none(text: str, parser: Parser) -> None:
    assert not last_denies(text, parser)


@pytest.mark.parametrize(
    ("line", "denial"),
    [
        ('"Not so. She was born in my yard," Ben Tollan said.', True),
        ('"Nothing of the kind," Ben Tollan said.', True),
        ('"Not so fast," Ben Tollan said.', False),
        ('"No such letter exists," replied Ben Tollan.', True),
        ("Ben Tollan said that not a penny had been paid.", True),
        ("Ben Tollan said that there was not a trace of it.", True),
        ("Ben Tollan said that not one lamp had been lit.", False),
        ("Ben Tollan rejects the idea that the song was ordered.", True),
        ("Ben Tollan rejects the idea that the song should be sung.", False),
        ("Ben Tollan branded the rumours as poison.", True),
        ("Ben Tollan called the letter a forgery.", True),
        ("Ben Tollan called the letter a lie.", False),
        ("Ben Tollan brushed aside the arithmetic.", True),
        ("Ben Tollan brushed aside the cat.", False),
        ("Ana Orlova spoke of arson. Ben Tollan ruled it out.", True),
        ("Ben Tollan ruled out a merger.", False),
        ("Ben Tollan gave an assurance that no boat had been seized.", True),
        ("Ben Tollan said that the bottle was not his.", True),
        ('"The letter did not come from my office," Ben Tollan said.', True),
        ("Ben Tollan thought that it was another hoax.", False),
        ("Ben Tollan said that he had nothing against boats.", False),
        ("Ben Tollan said that boats had never been cheaper.", False),
        ("Ana Orlova said that the envoy did not discuss the islands.", True),
        ("Asked whether he had met the envoy, Ben Tollan said that he had not.", True),
        ("Asked whether he would meet the envoy, Ben Tollan said that he would not.", False),
        ('"Our members reject this," Ben Tollan said.', True),
        ("Ben Tollan maintains that nobody fell ill in his kitchen.", True),
        ("Ben Tollan said that nobody fell ill in the village.", False),
        ("Ben Tollan said that no tickets were left.", False),
        ('"It is not about money," Ben Tollan said.', False),
        ("Ben Tollan said that reports of a leak were old and wrong.", True),
    ],
)
def test_forms_of_a_denial(line: str, denial: bool, parser: Parser) -> None:
    assert any(one.denial for one in find(line, parser)) == denial
