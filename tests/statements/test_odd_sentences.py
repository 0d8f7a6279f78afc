"""What about sentences that a parser reads badly, and words in odd places?"""

import pytest

from onrecord.language import Parser
from tests.marked import gold, plain
from tests.statements.reported import outermost


@pytest.mark.parametrize(
    "line",
    [
        "[source Orlova] [cue said] [content closing the port could ruin the valley].",
        "[source Orlova] [cue denied] [content hiding the report].",
        "[source The council] [cue supports] [content closing the port].",
        "[source Orlova] [cue told] [addressee the council] [content that the dam held].",
        "[source Orlova] [cue wants] [content the council to wait].",
        "[source Orlova] [cue said] [content that the dam held, but it would not hold for long].",
        "[source Orlova] [cue voted in favour of] [content the bridge].",
        "[source Orlova] [cue spoke] loudly [cue against] [content the plan].",
        "[source Orlova] [cue pressed] [addressee the council] [cue for] [content an answer].",
        "[source Orlova] [cue offered] [content deployment of boats].",
        "[source The study] [cue found] [content no trace of salt].",
        "[source Orlova] [cue regards] [content the plan as a mistake].",
        "[content The plan] [cue was rejected] by [source the council].",
        "[content The plan] [cue was described] [content as a mistake].",
        "[source Members calling for talks] [cue say] [content that the dam holds].",
        "As [cue reported] by [source Dorn Press], [content the port is closed].",
        "[cue Asked about] [content the dam], [addressee Brandt] left the room.",
        "[source Orlova (Dorn)] [cue said] [content that the dam held].",
        "[cue In the words of] [source Orlova], [content the port is dead].",
        "DORN, May 3 (Dorn Press) - [source Orlova] [cue said] on Monday [content that the dam held].",
        '[source Orlova, tired], [cue answered]: [content "No."]',
        '[content On Monday "all of them ran,"] [source Orlova] [cue said].',
        "[source Orlova] [cue rejected] [content the plan], while the talks went on.",
        "[source Orlova] [cue praised] [content the crew], who had left.",
        "[source Orlova] [cue saw] [content the plan as a mistake].",
        "[source Orlova] [cue demanded] [content an answer] on Monday.",
        "Orlova kept [source her] [cue promise] [content to announce that the port would close].",
        "People [source who] [cue say] [content that the dam leaks].",
        "[source Orlova] left the room after [cue saying] [content that the dam held].",
        "[source Orlova] used the pause [cue to announce] [content that the port would close].",
        "There is [source a letter] [cue saying] [content that the dam held].",
        "[source Orlova] [cue is proud] of [content her crew].",
        "[source Orlova] [cue expressed hope] for [content a truce].",
        pytest.param(
            "[content The dam] - [source Orlova] [cue said] - [content holds].",
            marks=pytest.mark.xfail(strict=True, reason="the parse makes one name of the words around the first dash"),
        ),
    ],
)
def test_a_sentence_in_an_odd_order(line: str, parser: Parser) -> None:
    assert gold(line) in outermost(plain(line), parser)
