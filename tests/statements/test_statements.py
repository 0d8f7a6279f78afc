"""Who said what, to whom, through whom?"""

import pytest

from onrecord.language import Parser
from tests.marked import gold, plain
from tests.statements.reported import find, outermost


def check(line: str, parser: Parser) -> None:
    found = outermost(plain(line), parser)
    assert len(found) == 1, found
    assert found[0] == gold(line)


@pytest.mark.parametrize(
    "line",
    [
        "[source Orlova] [cue said] [content that the talks had ended].",
        "[content The talks had ended], [source Orlova] [cue said].",
        "[content The talks], [source Orlova] [cue said], [content had ended].",
        "[source The ministry of Dornland] [cue announced] on Monday [content that the port would close].",
        "[source He] [cue wondered] [content whether the dam was safe].",
        "[source The study] [cue shows] [content that the river is rising].",
        "[source Orlova, who left on Sunday], [cue did not say] [content why the talks had ended].",
        "[content The port will close], [cue according to] [source the harbour master].",
        "[cue In] [source Orlova's] [cue view], [content the port will close].",
        "[cue According to] [source him], [content the port will close].",
        "As [source Orlova] [cue noted], [content the port was never safe].",
    ],
)
def test_indirect_speech(line: str, parser: Parser) -> None:
    check(line, parser)


@pytest.mark.parametrize(
    "line",
    [
        '[content "The dam holds,"] [source Orlova] [cue said].',
        '[content "The dam holds,"] [cue said] [source Mira Orlova, the minister of works].',
        "[content \u201cThe dam holds,\u201d] [cue said] [source the minister].",
        "[content \u00abThe dam holds. It will hold for years,\u00bb] [source Orlova] [cue noted].",
        "[content \u2018The dam holds,\u2019] [source Orlova] [cue said].",
        "[source Orlova] [cue said]: [content \"They told me, 'Go home.'\"]",
        '[content "The dam holds,"] [source Orlova] [cue said]. [content "It will hold for years."]',
        '[source She] [cue called] [content the plan "a gift to the rich"].',
        '[source Orlova] [cue asked]: [content "Is the dam safe?"]',
    ],
)
def test_direct_speech(line: str, parser: Parser) -> None:
    check(line, parser)


@pytest.mark.parametrize(
    "line",
    [
        "[source Dornland] [cue wants] [content a second pier].",
        "[source The minister] [cue is not against] [content a second pier].",
        "[source The council] [cue is in favour of] [content a second pier].",
        "[source Dornland] [cue does not consider] [content it necessary to open a second pier].",
        "[source Orlova] [cue accused] [content the council of hiding the report].",
        "[source The council] [cue called for] [content an inquiry].",
        "[source The minister] [cue is confident] [content that the dam will hold].",
        "[source The unions] [cue fear] [content that the port will close].",
        "[source Orlova] [cue refused] [content to resign].",
        "[source Orlova] [cue raised the prospect] of [content a strike].",
    ],
)
def test_attitudes_and_demands(line: str, parser: Parser) -> None:
    check(line, parser)


@pytest.mark.parametrize(
    "line",
    [
        "[content NO TALKS ON PIER] - [source FOREIGN MINISTER]",
        "[content NO TALKS ON PIER] \u25a1 [source DORNISH FM]",
        "[source Minister][cue :] [content dam is safe for now]",
        "[source ORLOVA][cue :] [content I never saw that letter. Nobody sent it.]",
    ],
)
def test_headlines_and_transcripts(line: str, parser: Parser) -> None:
    found = outermost(plain(line), parser)
    wanted = {(label, words.rstrip(".")) for label, words in gold(line)}
    assert wanted in found


@pytest.mark.parametrize(
    "line",
    [
        '[content "The dam holds,"] [source the minister] [cue was quoted as saying] by [via Dorn Press].',
        '[content "The dam holds,"] [source the minister] [cue was cited as saying] by the agency [via Dorn Press].',
        '[content "The dam holds,"] [via Dorn Press] quoted [source the minister] as saying.',
        "According to [via Dorn Press], [source Orlova] [cue said] [content that the dam held].",
        "[source Orlova] [cue told] [via Dorn Press] [content that the dam held].",
        "[source Orlova] [cue said] [content that the dam held] in an interview with [via Dorn Press].",
        "[content The dam held], [source Orlova] [cue said], [via Dorn Press] reported.",
        "[via Dorn Press] reported, citing [source the ministry], [content that the dam held].",
    ],
)
def test_words_that_came_through_somebody(line: str, parser: Parser) -> None:
    text = plain(line)
    wanted = {pair for pair in gold(line) if pair[0] in ("source", "via")}
    found = [{pair for pair in slots_found if pair[0] in ("source", "via")} for slots_found in outermost(text, parser)]
    assert found == [wanted]


@pytest.mark.parametrize(
    ("line", "addressee"),
    [
        ("Orlova told the council that the dam held.", "council"),
        ("Orlova asked the council to wait.", "council"),
        ("Orlova urged the council to wait.", "council"),
        ("Orlova was asked whether the dam was safe.", "Orlova"),
        ("During talks with Brandt, Orlova proposed to build a second pier.", "Brandt"),
        ("Orlova accused the council of lying.", None),
        ("Orlova said that Brandt had left.", None),
        ("Orlova asked a question about the dam.", None),
        ("The plan was put to the council, Orlova said.", None),
    ],
)
def test_to_whom(line: str, addressee: str | None, parser: Parser) -> None:
    found = [a for a in find(line, parser) if a.parent is None]
    names = {a.addressee.name for a in found if a.addressee is not None}
    assert names == ({addressee} if addressee else set())


@pytest.mark.parametrize(
    ("line", "denial"),
    [
        ("Orlova denied that the dam had failed.", True),
        ("Orlova said that the ministers had not discussed the pier.", True),
        ('"We did not discuss the pier," Orlova said.', True),
        ("Orlova said there was no contact with Dornland.", True),
        ("Orlova rejected the claim that the dam had failed.", True),
        ("Orlova said that it was not true.", True),
        ("NO TALKS ON PIER - FOREIGN MINISTER", True),
        ("Dornland does not consider it necessary to open a second pier.", False),
        ("Orlova said that no decision had been made yet.", False),
        ('"A final decision has not yet been made," Orlova said.', False),
        ("Orlova said there is no exact information.", False),
        ("Orlova rejected the offer.", False),
        ("Orlova did not say why the dam had failed.", False),
        ("Orlova is not against a second pier.", False),
        ("Orlova said that the port would not close.", False),
        ('"I do not know," Orlova said.', False),
        ("Orlova was asked whether the ministers had not discussed the pier.", False),
        ("Orlova said that the dam held.", False),
        ("Orlova rules out talks on the pier.", True),
        ("Orlova ruled out a second pier.", False),
        ('"We are holding no talks on this," Orlova said.', True),
        ("Orlova said that Dornland had received no official proposal.", True),
        ('"Nobody asked us," Orlova said.', False),
        ('"Nothing final has been decided," Orlova said.', False),
        ("By Monday 600 people had still not returned, Orlova said.", False),
        ("NO STATION IN MY PROVINCE - GOVERNOR", False),
        ("Orlova said that no complaint had been lodged.", True),
        ("Orlova said that she had no knowledge of such a call.", True),
        ("Orlova was not aware of any ransom note.", True),
        ("Orlova disputes the account.", True),
        ("Orlova disowned the letter.", True),
        ("Orlova dismissed the report as nonsense.", True),
        ('Orlova called the report "a fairy tale".', True),
        ("Orlova said that the report was false.", True),
        ("Orlova would neither confirm nor deny the report.", False),
        ('"If a man shouts, I do not shout," Orlova said.', False),
        ('"Why is there no note of this?" Orlova asked.', False),
        ('"I have never been to the sea," Orlova said.', True),
        ("Orlova said that they did not doubt his word.", False),
        ("Orlova said that the annexes had not been distributed.", False),
        ("Orlova said that not one pump had been delivered.", True),
        ("Orlova does not believe that the dam failed.", True),
        ("None of his men had fired, the commander said.", True),
        ("Orlova said that the council was not bound by the letter.", False),
    ],
)
def test_denials(line: str, denial: bool, parser: Parser) -> None:
    found = [a for a in find(line, parser) if a.parent is None]
    assert [a.denial for a in found] == [denial]


@pytest.mark.parametrize(
    ("line", "act"),
    [
        ("Orlova said that the dam held.", "assert"),
        ("Orlova denied that the dam had failed.", "deny"),
        ("Orlova accused the council of lying.", "accuse"),
        ("Orlova criticised the plan.", "criticise"),
        ("Orlova praised the crew.", "praise"),
        ("Orlova is not against a second pier.", "support"),
        ("Orlova is against a second pier.", "oppose"),
        ("Orlova did not support the plan.", "oppose"),
        ("Orlova proposed to build a pier.", "propose"),
        ("Orlova called for an inquiry.", "request"),
        ("Orlova asked the council to wait.", "request"),
        ("Orlova asked whether the dam was safe.", "ask"),
        ("Orlova promised to build a pier.", "promise"),
        ("Orlova wants to build a pier.", "intend"),
        ("Orlova warned that the dam might fail.", "warn"),
        ("Orlova threatened to resign.", "threaten"),
        ("Orlova believes that the dam will hold.", "believe"),
        ("Orlova estimated that the work would take two years.", "estimate"),
        ("Orlova made a promise of better pay.", "promise"),
    ],
)
def test_acts(line: str, act: str, parser: Parser) -> None:
    found = [a for a in find(line, parser) if a.parent is None]
    assert [a.act for a in found] == [act]


def test_a_hedge_is_no_relay(parser: Parser) -> None:
    text = "The president has reportedly offered deployment of ships."
    (found,) = find(text, parser)
    assert found.hedge is not None
    assert found.hedge.of(text) == "reportedly"
    assert found.via == ()


def test_whose_words(parser: Parser) -> None:
    lines = ('"The dam holds," Orlova said.', 'Orlova said the dam was "as good as new" again.', "Orlova said it held.")
    assert [find(line, parser)[0].speech for line in lines] == ["direct", "mixed", "indirect"]


def test_what_is_said_inside_what_is_said(parser: Parser) -> None:
    text = "Orlova said that she told Brandt that the dam held."
    outer, inner = find(text, parser)
    assert outer.parent is None
    assert inner.parent == outer.id
    assert inner.speaker == "she"
    assert inner.addressee is not None
    assert inner.addressee.name == "Brandt"


def test_a_name_is_given_without_its_article(parser: Parser) -> None:
    (found,) = find("The foreign ministry said that the port was closed.", parser)
    assert found.speaker == "foreign ministry"
    assert found.mention is None
    assert found.said is None


@pytest.mark.parametrize(
    "line",
    [
        "The harbour was built in 1920 and has two piers.",
        "Three boats left the port on Monday morning.",
        "The dam is 40 metres high.",
        "",
        ' "',
        "...!?",
    ],
)
def test_the_outlets_own_voice_is_nobodys_statement(line: str, parser: Parser) -> None:
    assert find(line, parser) == ()
