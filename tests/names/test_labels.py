""" "VELLIN: the mayor said": is that a town or a speaker?"""

from __future__ import annotations

import pytest

from onrecord.language import Parser, parse
from onrecord.names import is_place_label, load_lexicon
from tests.names.seeing import names

REPORT = "The army has left the port after a truce was signed on Sunday."


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f"KARVONIA: {REPORT}", True),
        (f"MARSA TOLVE: {REPORT}\n\nORVANE: Two boats sank on Monday, the coastguard said.", True),
        ('VELLIN: "We will not go," the mayor told the harbour board on Sunday.', True),
        ("BREHM: I have told you that the army left the port on Sunday.", False),
        ('BREHM: "The army has left the port, and it will not come back."', False),
        ("BREHM: The army has left the port on Sunday.\n\nTOLVE: Were you there?", False),
        (f"PROSECUTOR BREHM: {REPORT}", False),
        (f"ANA BREHM: {REPORT}", False),
        (f"BREHM: {REPORT} It was Ida Brehm who had asked for it.", False),
        ("KARVONIA: Army leaves port", False),
        (f"Karvonia: {REPORT}", False),
        (f": {REPORT}", False),
    ],
)
def test_who_speaks_says_i_or_you(text: str, place: bool, parser: Parser) -> None:
    tree = parse(text, parser)
    colon = next(word.i for word in tree.words if word.text == ":")
    assert is_place_label(tree, 0, colon, load_lexicon()) == place


def test_a_place_that_heads_a_report_is_a_place(parser: Parser) -> None:
    assert names(f"MARSA TOLVE: {REPORT}", parser)["MARSA TOLVE"][0] == "place"


def test_a_long_round_up_is_read_in_a_moment(parser: Parser) -> None:
    text = "\n\n".join(f"TOLVE: {REPORT}" for _ in range(60))
    assert {kind for kind, _ in names(text, parser).values()} == {"place"}
