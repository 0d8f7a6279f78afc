"""Which words are the source: all that names the speaker, and nothing that only stands beside it."""

import pytest

from onrecord.language import Parser
from tests.marked import gold, plain
from tests.statements.reported import find, slots


@pytest.mark.parametrize(
    "line",
    [
        "[source Orlova, who leads the league], [cue said] [content that the dam held].",
        "[content The dam held], [cue said] [source Orlova, whose house stands below it].",
        "Nobody noticed [source Orlova's] [cue claim] [content that the dam held].",
        "The valley has engineers [source who] [cue say] [content that the dam leaks].",
        "Even [source the engineers] [cue say] [content that the dam leaks].",
        "[source A manager at the lender Ark & Mole] [cue said] [content that the dam leaked].",
        "[source The brewer Halversen Kiln] [cue said] [content that the dam leaked].",
        "Outside, [source the guard] [cue said] [content that the dam leaked].",
        "[source A panel of engineers] in 2031 [cue found] [content that the dam leaked].",
    ],
)
def test_source_is_whole_and_alone(line: str, parser: Parser) -> None:
    text = plain(line)
    assert gold(line) in [slots(one, text) for one in find(text, parser)]
