""" "Does this answer a charge?" in words that no verb of denying carries, and what only sounds like it."""

import pytest

from onrecord.language import Parser
from tests.statements.reported import find

DENIED = [
    # disowning
    "Brandt said the voice on the tape was not his.",
    "The league has let it be known that the leaflet is not its work.",
    '"This is not my handwriting," Orlova said.',
    # nobody does or was
    "The governor insisted that nobody was being driven out.",
    "The commander insisted that no soldier had been near the bridge.",
    "The colonel insisted that not one village had changed hands.",
    # never saw it
    '"I never saw the invoice," Orlova said.',
    "Orlova said she had never once seen the letter.",
    '"I never saw it," Brandt said.',
    # nothing of the sort
    "Orlova said she had promised nothing of the sort.",
    "The owner knows of no injuries.",
    "The archive has no record of the letter.",
    # at all times, or put otherwise
    "Dornland has not built, is not building and will not build a base, Orlova said.",
    '"He is not on holiday. He is reading papers by a pool," the spokeswoman insisted.',
    # untrue
    "Brandt dismissed the letter as the work of forgers.",
    "The ministry dismissed the reports as propaganda.",
    'Her lawyer answered: "My client contests every word."',
    "The firm rejected the suspicion that it had bought the meadow.",
    # what somebody has just alleged
    "The neighbours suspect arson. The fire chief rejected the idea.",
]

NOT_DENIED = [
    "Orlova told Brandt that the border was not a line but a habit.",
    "The bishop said the mothers demanded nothing but the names.",
    "The cashier said she bore no grudge.",
    "Orlova does not think the doctor acted alone.",
    "Brandt's wife said her husband denies everything.",
    "The pupils said they had never seen snow.",
    '"Nobody is giving up," the captain insisted.',
    "The council proposed a levy. The mayor rejected the idea.",
    "The company insisted nobody had told it.",
    "Brandt said nobody was at home.",
    '"We have no ferry. We have a rope," Orlova said.',
]


@pytest.mark.parametrize("line", DENIED)
def test_an_answer_is_a_denial(line: str, parser: Parser) -> None:
    assert any(a.denial for a in find(line, parser))


@pytest.mark.parametrize("line", NOT_DENIED)
def test_no_charge_no_denial(line: str, parser: Parser) -> None:
    found = [a for a in find(line, parser) if a.parent is None]
    assert found
    assert not any(a.denial for a in found)
