""" "Whom does 'them' mean, and who is 'me' in somebody else's words?\""""

from __future__ import annotations

import pytest

from onrecord.binding.speakers import resolve_relays, resolve_speakers
from onrecord.language import Parser, parse
from onrecord.statements import find_attributions
from tests.binding.resolving import mentions_of
from tests.statements.reported import make_document


def heard(text: str, parser: Parser) -> list[str]:
    """The names of all hearers of a text, in its order."""
    tree = parse(text, parser)
    mentions = mentions_of(text, parser)
    named = resolve_speakers(tree, mentions, find_attributions(make_document(text), tree))
    return [one.addressee.name for one in resolve_relays(tree, mentions, named) if one.addressee is not None]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ('"The clerk told me that the mill was shut," Mira Orlova said.', ["Mira Orlova"]),
        ('"The clerk told us that the mill was shut," Mira Orlova said.', ["us"]),
        ("The sailors of the Marla waited. Mira Orlova assured them that the pay was safe.", ["sailors of the Marla"]),
        (
            "Mira Orlova warned the farmers that the dam leaked. She urged them to leave.",
            ["farmers", "farmers"],
        ),
        ("Mira Orlova told her brother that the dam leaked.", ["her brother"]),
        ("Ben Tollan stayed. Mira Orlova assured him that the dam held.", ["Ben Tollan"]),
        ("Mira Orlova met the envoys and urged them to stay.", ["envoys"]),
        ("Mira Orlova urged them to stay.", ["them"]),
        (
            'In a letter to the council, Mira Orlova wrote: "I urge you to close the gates."',
            ["council", "council"],
        ),
    ],
)
def test_whom_a_pronoun_hears_for(text: str, names: list[str], parser: Parser) -> None:
    assert heard(text, parser) == names
