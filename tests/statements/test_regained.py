"""Speech that the parse takes apart, gives to somebody else or hangs elsewhere, and what the report adds to it."""

import pytest

from onrecord.language import Parser
from tests.marked import gold, plain
from tests.statements.reported import find, outermost

FOUND = [
    # a clause that stands further behind its verb, or has lost its subject
    "[source Brandt] [cue predicted] at the harbour rally [content that the dam will hold].",
    "[source The envoy] [cue grumbled] to [addressee a crowd in Varn] [content that nobody listens].",
    "[source Orlova] [cue asked] [addressee the pilots] [content if they were tired].",
    "[source They] [cue state] [content their goal is to raise the dam].",
    "[source Falk] [cue said] [content using a boat was unwise].",
    "Those [source who] [cue say] [content they will leave] are few.",
    # who puts a text out says what it says
    '[source The union] issued a statement [cue calling] [content the toll a "tax on bread."]',
    "[source Orlova] sent a letter to the pilots [cue saying] [content that the pier would close].",
    # the speaker further off, behind an aside, or with a name that looks like another word
    "At Port Varn, where a berth costs ten crowns a day, [source Mira Orlova, the league's 58-year-old founder and "
    "president for life], [cue argued] [content that the pier is safe].",
    "[source Brandt] ran on a plan to mend the dam and [cue accused] [content the mayor of sloth].",
    # a quotation belongs to the verb beside it
    '"We are closed," Orlova said. [source Brandt] [cue fired back], [content "Then open at once, for all our sakes!"]',
    '[content "Run for the upper bridge,"] [source she] [cue said] on the radio show "The Late Boat."',
    '[source Orlova] [cue wrote] [content a book called "The Dam"].',
    # what is asked, held, felt
    "[addressee The pilot] [cue was asked] by [source a child] [content why boats float].",
    "[source Orlova] [cue sees] [content the toll as a tax on bread].",
    "[content The toll] [cue is seen] [content as a tax on bread].",
    "[content The new toll] [cue angered] [source the bakers of Varn].",
    "[source Both bakers] [cue would like] [content to see the toll go].",
    "[source Orlova] [cue called] [content her brother her hero].",
    "[cue In] [source a poll of the valley], [content the mayor was nine points ahead].",
    "The bakers closed for a day. [source It] [cue wants] [content to mend the dam].",
    "[source Orlova] [cue proposed] [content a levy to mend the dam].",
    "[source Brandt] took the stage [cue to praise] [content the keepers of the dam].",
    # a report that begins behind its cue; brackets
    "Falk was a careful man - [source a former pilot] [cue said] [content he checked each rope twice].",
    "Forty boats sank ([content the true number is nine], [cue according to] [source the port office]).",
]

SILENT = [
    "That said, the dam is old.",
    "All told, forty boats sank.",
    "When the dam broke last winter, the pilots ran back.",
    "The fog charmed the pilots.",
    "The boats were seen in the harbour.",
]


@pytest.mark.parametrize("line", FOUND)
def test_what_the_parse_tore_apart_is_put_together(line: str, parser: Parser) -> None:
    wanted = set(gold(line))
    assert wanted in outermost(plain(line), parser), outermost(plain(line), parser)


@pytest.mark.parametrize("line", SILENT)
def test_phrases_and_scenes_are_nobodys_words(line: str, parser: Parser) -> None:
    assert [(a.by, [s.of(line) for s in a.content]) for a in find(line, parser)] == []


def test_an_aside_with_another_statement_is_no_part_of_the_first(parser: Parser) -> None:
    text = 'The bank pegged the debt at nine million crowns, which the mayor called "a lie of the worst kind".'
    contents = {s.of(text) for a in find(text, parser) if a.parent is None for s in a.content}
    assert any(c.endswith("crowns") for c in contents), contents


def test_a_quotation_that_ends_its_sentence_is_not_the_next_speakers(parser: Parser) -> None:
    text = '"The pier is safe," Falk said. "We checked it." Why it leaks, Orlova added, "nobody can tell us today."'
    by_cue = {" ".join(s.of(text) for s in a.cue): [s.of(text) for s in a.content] for a in find(text, parser)}
    assert '"We checked it."' in by_cue["said"]
    assert '"We checked it."' not in by_cue["added"]


def test_that_stays_with_the_noun_it_stands_for(parser: Parser) -> None:
    text = "The office printed results that show where the fish went."
    assert [s.of(text) for a in find(text, parser) for s in a.source] == ["results that"]
