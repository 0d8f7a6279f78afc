"""Speech as the news at large tells it: shares of those asked, answers in a word, what is spelt out behind a colon."""

import pytest

from onrecord.language import Parser
from tests.marked import gold, plain
from tests.statements.reported import find, outermost

FOUND = [
    # shares of those asked can speak; a name that looks like another word is one
    "[source Three-quarters of the bakers] [cue support] [content the ban on boats].",
    "[source A third] [cue oppose] [content the levy].",
    "[source Just a quarter of the board] [cue backs] [content the plan].",
    "Nobody called. Then, in the evening, [source May] [cue said] [content that the dam held].",
    "[source Two officials familiar with the repairs] [cue say] [content it is the mayor who stopped them].",
    # answers in a word, and what is said without its words
    "Asked if the dam was safe, [source 46 percent of the bakers] [cue said] [content yes].",
    "The mayor denied it, and [source the pilots] [cue said] [content the same of the council].",
    "[source Orlova] [cue says] [content unkind things about the dam].",
    # what is spelt out behind a colon
    "[source The bakers] [cue want] [content one thing: a dam that holds].",
    "[source Orlova] [cue proposed] [content three steps: mending the dam, closing the mill and raising the levy].",
    # after a dash stand the words, before it stands the report
    'Dorn was calm - [content "No boat is missing,"] [source Orlova] [cue said] - and the bakers slept.',
    # each quotation has its own verb
    '[content "We have begun the talks,"] [source Orlova] [cue said], adding of Brandt, "He cares about the town."',
    # the sentence goes on in the same voice
    "[source Brandt] [cue said] [content that he expects to win in Varn and he is ahead in Dorn].",
    # a relative clause with its pronoun, or with the noun that it describes
    "The board dropped the levy, [content a step] [source they] [cue believe] [content could help the town].",
    "They are wary of the levy, [content which] [source they] [cue say] [content hurts the poor].",
    # who puts a text out says what it says, and who acts promises
    "[source Orlova] released a video that [cue accuses] [content Brandt of theft].",
    "[source Orlova] talked up her plan, [cue promising] [content to visit every village].",
    # praise and scorn that something meets with
    "[content The plan] [cue drew harsh criticism from] [source farmers in the valley].",
    "[content The speech] [cue won praise from] [source both parties].",
    "The levy, [content which] [cue has met with scorn among] [source bakers], stays.",
    # taken for, described as, cited as
    "[content She] [cue was seen] [content as a fool] by [source some in the party].",
    "[source Orlova] [cue described] [content the dinner as the town celebrating itself].",
    "[source The mayor] [cue is looking] [content to cut the levy by half].",
    "[source Orlova] [cue hammered] [content Brandt on trade].",
    "[source Orlova] [cue recalled] [content her days as a clerk].",
    "[source Orlova] [cue thanked] [content her parents and her crew].",
    "[source The pilot] [cue remembered] [content Brandt as fun to be around].",
    "[source Audit files from the bank] [cue show] [content that four accounts were emptied].",
    "[source Justin Ki Hong, a farmer from Dorn], [cue remembers] [content putting his hand over his heart].",
    "[content The plan] [cue was embraced] by [source the mayors].",
    # a dateline, a day between, a speaker that stands behind or hides behind the words told
    "[source Officials with the dam committee] [cue made clear] Monday [content they have no plans to mend it].",
    '[content "Better watch out for the dam,"] [cue tweeted] [source another].',
    '[source Orlova] seemed ready to leave, [cue telling] [addressee the crowd], [content "Some of you are loud, have '
    'you noticed?"]',
    # one voice where quotation marks stand on both sides, and around an aside
    '[source He] [cue said] [content Brandt has been "a great part of my life," and bakers would need to "lean on '
    'Brandt" for the final months].',
    '[content Orlova\'s "single role was helping the mill,"] [source Falk] [cue says], [content a job that mattered].',
    # where what is said ends
    "[source 46 percent of voters] [cue said] [content the dam held], compared with 30 percent in May.",
    "Falk says he will wait until the polls close at 7 p.m. [source She] [cue says] [content it is over].",
    "A new dam, [content which] [source she] [cue called] [content unsafe], stands.",
]

SILENT = [
    "The trouble is that the dam leaks.",
    "Brandt is certain to stay.",
    "The governor was appointed by the king.",
    "The debate was sponsored by Dorn Radio.",
    "The boat can be seen parked on the beach.",
    "The storm hit the town on Monday.",
    "The quarter fell silent.",
    "Orlova said goodbye.",
    "The port recalled its envoys.",
    "If you want to see the dam, there is a bus.",
]


@pytest.mark.parametrize("line", FOUND)
def test_news_is_read_as_it_is_written(line: str, parser: Parser) -> None:
    wanted = set(gold(line))
    assert wanted in outermost(plain(line), parser), outermost(plain(line), parser)


@pytest.mark.parametrize("line", SILENT)
def test_deeds_and_the_reports_own_views_are_nobodys_words(line: str, parser: Parser) -> None:
    assert find(line, parser) == ()
