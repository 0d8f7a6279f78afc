""" "She said it on the radio. She also wants an inquiry." Did she say that on the radio, too?"""

import pytest

from onrecord.language import Parser
from tests.binding.carried import bound, carried, chains

RADIO = ("Radio Dorn",)


@pytest.mark.parametrize(
    "text",
    [
        "Mira Orlova told Radio Dorn that the dam leaked. She said nobody had looked.",
        "Mira Orlova told Radio Dorn that the dam leaked. She fears a flood.",
        "Mira Orlova told Radio Dorn that the dam leaked. She also wants an inquiry.",
        "Mira Orlova told Radio Dorn that the dam leaked. In the same interview, Mira Orlova demanded an inquiry.",
        "Mira Orlova told Radio Dorn that the dam leaked.\n\nShe said that it was safe.",
        "Mira Orlova told Radio Dorn that the dam leaked.\n\n“Nobody has looked,” Orlova added.",
        "Two divers told Radio Dorn that the dam leaked. They said it had been painted.",
        "A nurse told Radio Dorn that the beds were full. She said nobody had slept.",
        "Two divers told Radio Dorn that the dam leaked. One of them blamed both mayors.",
        "The captain told Radio Dorn that the dam leaked.\n\nHe said that it was safe.",
        "Sheikh Dahim told Radio Dorn that the wells were dry. The sheikh expects rain.",
        "The insurer, in a letter obtained by Radio Dorn, denied the debt. It doubts that a ship was lost.",
    ],
)
def test_the_same_speaker_goes_on(text: str, parser: Parser) -> None:
    assert chains(text, parser) == [RADIO, RADIO]


@pytest.mark.parametrize(
    "text",
    [
        "Mira Orlova told Radio Dorn that the dam leaked. On Friday she said that it was safe.",
        "Mira Orlova told Radio Dorn that the dam leaked. At a rally in Calna she promised free bread.",
        "Mira Orlova told Radio Dorn that the dam leaked. She told reporters that it was safe.",
        'Mira Orlova told Radio Dorn that the dam leaked. "It was safe," she said when reached by telephone.',
        "Mira Orlova told Radio Dorn that the dam leaked. She would say only to this agency that it was safe.",
        "Mira Orlova told Radio Dorn that the dam leaked. Mira Orlova herself denied that it was safe.",
        "Mira Orlova told Radio Dorn that the dam leaked. She reportedly said that it was safe.",
        "Mira Orlova told Radio Dorn that the dam leaked.\n\nIt rained.\n\nMira Orlova said that it was safe.",
        "Mira Orlova told Radio Dorn that it leaked. Ben Tollan denied it. Mira Orlova said that it was safe.",
        "Mira Orlova told Radio Dorn that the dam leaked. Ben Tollan said that it was safe.",
        'A clerk told Radio Dorn that it leaked. Her rival, Dana Orme, laughed. "It was time," she said.',
    ],
)
def test_another_speaker_time_or_occasion_ends_it(text: str, parser: Parser) -> None:
    assert chains(text, parser)[0] == RADIO
    assert chains(text, parser)[-1] == ()


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("The general wants to resign, his wife told Radio Dorn. He fears a trial.", ("Radio Dorn", "his wife")),
        ("The general wants to resign, his wife said. He fears a trial.", ("his wife",)),
    ],
)
def test_of_whom_a_teller_has_just_told(text: str, chain: tuple[str, ...], parser: Parser) -> None:
    assert chains(text, parser)[-1] == chain


@pytest.mark.parametrize(
    "text",
    [
        "The general will not resign, his wife told Radio Dorn. The dam is safe, he said.",
        "The general will not resign, his wife told Radio Dorn.\n\nHe considers it a farce.",
        "The general will not resign, his wife told Radio Dorn. I consider it a farce.",
        '"He will not resign," his wife told Radio Dorn. He considers it a farce.',
    ],
)
def test_what_he_says_elsewhere_is_not_hers(text: str, parser: Parser) -> None:
    assert chains(text, parser)[-1] == ()


def test_those_who_tell_do_not_end_it(parser: Parser) -> None:
    text = "Mira Orlova wants to resign, an aide told Radio Dorn. The aide was glad. Mira Orlova also fears a trial."
    assert carried(text, parser)[-1] == ("Mira Orlova", ("Radio Dorn", "aide"))


def test_who_told_is_told_again(parser: Parser) -> None:
    text = "Mira Orlova wants to resign, a clerk told Radio Dorn.\n\nOrlova confided to the clerk that she was tired."
    assert chains(text, parser)[-1] == ("Radio Dorn", "clerk")


def test_a_report_on_an_interview_rests_on_it(parser: Parser) -> None:
    text = (
        "President Mira Orlova is not against a second pier. She told about this in an interview with Dorn Press.\n\n"
        "Earlier, Captain Brandt announced the closure of the old pier.\n\n"
        "Mira Orlova believes that the dam will hold. \u00abWe all need it,\u00bb the president noted."
    )
    through = ("Dorn Press",)
    assert chains(text, parser) == [through, through, (), through, through]


def test_what_stands_before_is_lent_a_relay_by_this_alone(parser: Parser) -> None:
    about_this = "Mira Orlova opposes the dam. She spoke about this in an interview with Radio Dorn."
    assert chains(about_this, parser) == [RADIO, RADIO]
    something_else = "Mira Orlova opposes the dam. She spoke of a flood in an interview with Radio Dorn."
    assert chains(something_else, parser) == [(), RADIO]


def test_an_inherited_relay_points_at_the_words_that_name_it(parser: Parser) -> None:
    text = 'Mira Orlova told Dorn Press that the dam held. "It was mended in May," Orlova added.'
    found = bound(text, parser)
    assert {relay.span.of(text) for a in found for relay in a.via} == {"Dorn Press"}
    assert [relay.inherited for a in found for relay in a.via] == [False, True]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mira Orlova denied it, according to the daily Sobh-e Dorn.", "Sobh-e Dorn"),
        ("Mira Orlova denied it, according to the station Sauti ya Dorn.", "Sauti ya Dorn"),
        ("Mira Orlova denied it, according to the channel Nordlys 4.", "Nordlys 4"),
        (
            "Divers fear a flood, Radio Dorn wrote, citing a survey by the Chamber of Boats.",
            "a survey by the Chamber",
        ),
    ],
)
def test_a_name_is_whole(text: str, name: str, parser: Parser) -> None:
    assert any(link.startswith(name) for chain in chains(text, parser) for link in chain)


def test_who_tells_it_between_commas_is_not_who_it_is_told_of(parser: Parser) -> None:
    found = bound("Ben Tollan, his sister said, had always wanted to leave.", parser)
    assert [(a.speaker, tuple(relay.name for relay in a.via)) for a in found] == [
        ("his sister", ()),
        ("Ben Tollan", ("his sister",)),
    ]
