""" "She says the roof leaks and is asking for money": who is asking?"""

from __future__ import annotations

import pytest

from onrecord.language import Parser
from tests.statements.reported import find


@pytest.mark.parametrize(
    ("line", "cue", "source"),
    [
        ("Brehm said the roof leaked and has asked for money.", "asked", "Brehm"),
        (
            "Two engineers argue that the beam belonged to a wall that fell, and suggest that frost had split it.",
            "suggest",
            "Two engineers",
        ),
        ("Brehm believes the wall is cracked and has pledged that it will be mended.", "pledged", "Brehm"),
        ("Brehm said that her husband was ill and asked for money.", "asked", "Brehm"),
    ],
)
def test_things_ask_for_nothing(line: str, cue: str, source: str, parser: Parser) -> None:
    told = [one for one in find(line, parser) if any(cue in span.of(line) for span in one.cue)]
    assert [span.of(line) for one in told for span in one.source] == [source]
