"""Speech, wishes and judgements in words that no verb of saying carries alone, and what only looks like them."""

import pytest

from onrecord.language import Parser
from tests.marked import gold, plain
from tests.statements.reported import find, outermost

SAID = [
    # a thing given as another
    "[source The ministry] [cue gave] [content the number of the missing as 58].",
    "[source The coroner] [cue listed] [content the cause as heat].",
    "[source The treasurer] [cue set] [content the loss at nine million crowns].",
    "[source The harbour board] [cue puts] [content the wreck] [cue down] [content to fog].",
    "[source Counsel for Dorn] [cue put it] to the witness [content that he had sold the ledger].",
    "[source The diary] [cue names] [content a clerk as the man who sold the ledger].",
    "[source The premier] [cue offered] the rebels [content a seat at the table].",
    # what stands behind "is"
    "What [source Orlova] [cue wants] [cue is] [content a second pier].",
    "All [source she] [cue asks] [cue is] [content a quiet street].",
    # would rather
    "[source Brandt] [cue would rather] [content resign].",
    # full of praise
    "[source The captain] [cue was full of praise for] [content the pilots].",
    # to somebody, for something
    "[source Orlova] [cue apologised] to the town on Monday [cue for] [content the noise].",
    "[source Brandt] [cue complained] to the council [cue about] [content the smell].",
    # let it be known
    "[content “The gates stay shut,”] [source the council] [cue let it be known].",
    # not drawn
    "[source The coach] [cue would not be drawn on] [content the transfer].",
    # has yet to
    "[source The ministry] has yet [cue to confirm] [content that the dam holds].",
    # was heard to say
    "[source Brandt] [cue was heard to say] [content that the ledger was lost].",
    "[content The ledger was lost], [source Brandt] [cue was overheard saying].",
    # phrases
    "[source The bank] [cue reserved the right to] [content a second audit].",
    "[source The envoy] [cue paid tribute to] [content the rowers].",
    "[source The mayor] [cue saw no reason] [content to close the bridge].",
    "[source Orlova] [cue came out in support of] [content the pilots].",
    "[source The two kings] [cue expressed satisfaction] at [content the talks].",
    # verbs that take but a few things
    "[source Orlova] [cue conceded] [content defeat].",
    "[source The fund] [cue pledged] [content nine boats].",
    "[source The council] [cue shares] [content her concern].",
    "[source Brandt] [cue never hid] [content his dislike of the toll].",
    "[source The villagers] [cue demanded] [content the head of the roads chief].",
    # a list
    "[source Brandt] [cue blames] [content the weather, the bank and the tax].",
    # whom and where it was told
    "[source The pilot] [cue told] the tribunal [content he had sent the words twice].",
    "[source Orlova] [cue stated] in written evidence [content that she had not seen it].",
    "[source Orlova] [cue told] the men sent to fetch her [content that she was ill].",
    # a role and a name behind where it was said
    "In a letter to the board, [source its head, Greta Lund], [cue swore] [content that the canvas was sold].",
    "[source His opposite number, Hedda Lund], [cue doubts] [content the figures].",
    # verbs that look like nouns
    "[source The pilot's widow], Ada Falk, [cue pines] for [content the old ferry].",
    "[source Orlova] doubts the sums and [cue wonders] [content why the gates are shut].",
    "[source Patients in the delta] [cue praise] [content the night shift].",
    "[source Six members of the Southern Compact] [cue back] [content a ban on tin], two oppose it.",
    "[source Four members of the council] [cue back] [content a levy], two oppose it.",
    "[source Dorn Steel] [cue projects] [content output of nine tonnes this year].",
    "[source Brandt] doubts the sums and [cue hopes] for [content a second audit].",
    "[source Il-Fanal] [cue asks] [content who owns the ferry].",
    "[source Orlova] regrets her words and [cue hopes] for [content a handshake].",
    # participles for past tenses
    "[content All the rowers are alive], [source the coordinator, Signe Falk], [cue announced] at dawn.",
    "[content Queen to open pier], [source palace] [cue confirms]",
]

NOT_SAID = [
    "The club conceded a goal.",
    "The league pledged delegates.",
    "The board set the price at nine crowns.",
    "The boys shared a loaf.",
    "The thieves hid the ledger.",
    "The ferry puts the boats down at noon.",
    "The gates would not be drawn on Monday.",
    "The clerk listed the boats as ever.",
    "Kissito (pronounced with a long end) rows.",
    "The rower was caught telling.",
    "The police reports on the matter were leaked.",
    "What the ship needs is a pier.",
    "He would sooner eat his hat than row.",
]


@pytest.mark.parametrize("line", SAID)
def test_what_is_said_in_other_words(line: str, parser: Parser) -> None:
    wanted = {mark for mark in gold(line) if mark[0] in ("source", "content")}
    found = outermost(plain(line), parser)
    assert any(wanted <= one for one in found), found


@pytest.mark.parametrize("line", NOT_SAID)
def test_what_is_not_said(line: str, parser: Parser) -> None:
    assert find(line, parser) == ()
