"""Phrases that say something only as a whole, and what looks like them: "took issue with" and "took the boat with"."""

import pytest

from onrecord.language import Parser
from tests.marked import gold, plain
from tests.statements.reported import find, outermost

TOLD = [
    # a verb and its noun
    "[source Orlova] [cue took issue] with [content the second figure].",
    "[source The ministry] [cue poured cold water] on [content the rumours of a strike].",
    "[source The council] [cue turned a deaf ear] to [content the ferrymen].",
    "[source The guild] [cue threw its weight] behind [content the new pier].",
    "[source Brandt] [cue sees no need] for [content a second bridge].",
    "[source The envoy] [cue voiced deep unease] about [content the new toll].",
    "[source The skipper] [cue prides himself on] [content his candour].",
    # a particle before or behind its object
    "[source Orlova] [cue brushed aside] [content the figure].",
    "[source The rebels] [cue turned] [content it] [cue down].",
    # figures
    "[source The union] [cue put] [content the harvest at two million tonnes].",
    "[source The owners] [cue value] [content the club at 240 million].",
    # thanks, pleas, what was let out or kept back
    "[source Orlova] [cue thanked] [addressee the crew] [content for its patience].",
    "[source The keeper] [cue pleaded not guilty] [content to arson].",
    "[source Brandt] [cue let it be known] [content that he would resign].",
    "[source The Board] wishes [cue to state] [content that the poster is a fake].",
    "[source The embassy] would like [cue to make clear] [content that no visa was refused].",
    "[source The ministry] [cue has not said] [content when the port will open].",
    "[source The minister] [cue begged] [addressee the crowd] [content to stay calm].",
    "As [source Brandt] [cue put it], [content the dam is a sieve].",
    # states of mind
    "[source Brandt] [cue is persuaded] [content that the money is lost].",
    "[source The mayors] [cue are resigned] to [content the new toll].",
    "[source The judge] [cue was unimpressed] by [content that defence].",
    "[source Her uncle] [cue is adamant] [content that the boat must stay].",
    "[source Orlova] [cue has been a critic of] [content the bridge].",
    "[source The clerks] [cue are of the opinion] [content that nobody asked them].",
]

NOT_TOLD = [
    "Orlova took the boat with the red sail.",
    "The crew poured water on the deck.",
    "Orlova turned the boat to the pier.",
    "The crew put their coats on the chair at about eleven.",
    "The delegates were fed at noon.",
    "Brandt was moved to another office.",
    "The boat was set on a rock.",
    "Orlova recalled two hundred boats over a broken hose.",
]


@pytest.mark.parametrize("line", TOLD)
def test_a_phrase_tells_what_somebody_thinks(line: str, parser: Parser) -> None:
    assert gold(line) in outermost(plain(line), parser)


def test_what_is_let_out_is_asserted(parser: Parser) -> None:
    assert [a.act for a in find("Brandt let it be known that he would resign.", parser)] == ["assert"]


def test_what_somebody_wanted_to_say_may_not_have_been_said(parser: Parser) -> None:
    assert [a.act for a in find("Brandt wanted to say that he was sorry.", parser)] == ["intend"]


@pytest.mark.parametrize("line", NOT_TOLD)
def test_what_is_only_done_is_told_by_nobody(line: str, parser: Parser) -> None:
    assert [a.by for a in find(line, parser)] == []
