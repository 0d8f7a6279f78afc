"""Speech in orders and layouts that the parse gets wrong, and what only looks like it."""

import pytest

from onrecord.language import Parser
from tests.marked import gold, plain
from tests.statements.reported import find, outermost

SPOKEN = [
    # single marks beside double ones in one paragraph
    "\"We are closed,\" a clerk wrote. [content 'Nobody came here all day,'] [source the baker] [cue said].",
    # "per" somebody
    "[cue Per] [source the coast office], [content four boats were lost].",
    # whoever stands between or behind a quotation speaks, whatever the parse makes of the words within it
    '[content "A fine crew. Not good, fine. One of the best crews of the coast,"] [source Mira Orlova] [cue said].',
    '[content "We have waited since March,"] [cue grinned] [source the ferryman Idris Falk].',
    "[source The skipper] [cue shrugged]: [content “Nobody asked us about the dam.”]",
    "[content »The dam is a sieve«], [cue remarked] [source the miller Dastan Borov].",
    # what a colon or a semicolon parts was not said together
    "The rebels deny firing; [content eleven people were hurt], [source the matron, Ada Quell], [cue said].",
    "As the gates opened, [source Orlova] [cue said], [content “Run for the upper bridge at once.”]",
    # a report that closes with its speaker
    "[content The gates had rusted through years ago], [source the engineer, Paolo Venn], [cue admitted].",
    # actions that go on
    "[source Orlova] [cue wants] [content to mend the dam, raise the gates and hire a keeper].",
    "[source Brandt] [cue called for] [content the envoy to be freed].",
    "When the gates opened, [source Orlova] [cue boasted], [content “Now run for the upper bridge.”]",
    "[content “We have waited here since March!”] [source Mira Orlova] [cue quavered].",
    # a clause that hangs on the wrong word
    "[source Hartog] [cue is certain] [content that the ledger was forged].",
    # a reason makes an attack one of words
    "[source Orlova] [cue attacked] [content the envoy as a fraud].",
    # verbs that look like nouns
    "[source The Dorn pilots' union] [cue disputes] [content that the fees would rise].",
    "[content Fares will end up near ten crowns], [source the count office] [cue projects].",
    "[source Ravn] [cue disputes] [content that tolls would rise].",
    "[source The insurers' pool in Varn] [cue surmises] [content that the true sum is higher].",
    "[source Polden] [cue rejoices] at [content the stop of work on the lower dam].",
    "[source The anglers' federation] [cue campaigns] against [content the weir].",
    "[source Some] [cue grumble] [content that the bins are full].",
    # layouts
    "[content “The dam held us for forty years.”] - [source Mira Orlova, Dorn]",
    "[source Stunt rider Zofia Harrow][cue :] [content “Every bone I own has its own picture.”]",
    "14:20 [source Commuter Jon Abdi][cue :] [content “I stood until the bridge.”]",
    # a noun and what follows its colon
    "[source The prefect's] [cue verdict]: [content “Enchanting.”]",
]

NOT_SPOKEN = [
    "Per head, the tax is 40 crowns.",
    "The minister resigned, citing the treasury.",
    'Orlova read "The Dam," danced with Brandt and left.',
    "BOOM: Big news for all who waited",
    "The Latest: Rain is on its way",
    "The river roared, and the gates opened at noon.",
    "The state buys the boats.",
]


@pytest.mark.parametrize("line", SPOKEN)
def test_words_find_their_speaker(line: str, parser: Parser) -> None:
    wanted = {(label, words) for label, words in gold(line) if label != "addressee"}
    found = [{pair for pair in one if pair[0] != "addressee"} for one in outermost(plain(line), parser)]
    assert wanted in found, found


@pytest.mark.parametrize("line", NOT_SPOKEN)
def test_no_speech_no_record(line: str, parser: Parser) -> None:
    assert [(a.by, [s.of(line) for s in a.content]) for a in find(line, parser)] == []


def test_a_second_report_is_no_part_of_the_first(parser: Parser) -> None:
    text = "The council said the repair was dear, although it again refused to name a sum."
    found = {
        " ".join(s.of(text) for s in a.cue): " ".join(s.of(text) for s in a.content)
        for a in find(text, parser)
        if a.parent is None
    }
    assert found["said"] == "the repair was dear"


def test_a_rumour_that_is_dismissed_belongs_to_nobody(parser: Parser) -> None:
    text = "The palace dismissed rumours that the queen had left."
    nested = [a for a in find(text, parser) if a.parent is not None]
    assert [a.speaker for a in nested] == [None]


def test_a_participle_behind_according_to_is_of_whom_it_accords_to(parser: Parser) -> None:
    text = 'According to the bank on Sunday, the debt of the towns has doubled, warning, "Nobody will pay this."'
    sources = {span.of(text) for one in find(text, parser) for span in one.source}
    assert sources == {"the bank"}
