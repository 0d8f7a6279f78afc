"""Does what is said next still come the same way?"""

import pytest

from onrecord.language import Parser
from tests.statements.chained import chains

RADIO = ("Radio Dorn",)


@pytest.mark.parametrize(
    "text",
    [
        "A nurse told Radio Dorn that the beds were full.\nThe nurse said nobody had slept.",
        "A ferryman told Radio Dorn that the cable had snapped. The man said there was no bang.",
        "According to a memo obtained by Radio Dorn, the dam is leaking. The memo says nobody looked.",
        "According to a memo obtained by Radio Dorn, the dam is leaking. It says nobody looked.",
        "According to a memo obtained by Radio Dorn, the dam is leaking. Its author warns of a flood.",
        "Mira Orlova told Radio Dorn that the dam leaked. «It holds», countered the mill in the same broadcast.",
    ],
)
def test_it_goes_on(text: str, parser: Parser) -> None:
    assert chains(text, parser) == [RADIO, RADIO]


@pytest.mark.parametrize(
    "text",
    [
        "Mira Orlova gave an interview to Radio Dorn. In it she promised to drain the lake.",
        "Radio Dorn interrupted its concert to broadcast an appeal. In it the mayor urged them to leave.",
        "Radio Dorn published a letter on Friday. In the letter the mayor warned of a flood.",
    ],
)
def test_in_it(text: str, parser: Parser) -> None:
    assert chains(text, parser)[-1] == RADIO


def test_a_second_verb_of_the_same_speaker(parser: Parser) -> None:
    text = "In a bulletin broadcast by Radio Dorn, the rebels demanded a truce and threatened to burn the mill."
    assert chains(text, parser) == [RADIO, RADIO]


@pytest.mark.parametrize(
    "text",
    [
        "Mira Orlova told Radio Dorn that the dam leaked. On Friday she told reporters that it was safe.",
        'Mira Orlova told Radio Dorn that the dam leaked. "It was safe," Mira Orlova said when reached by telephone.',
        "Mira Orlova told Radio Dorn that the dam leaked. Mira Orlova said at a news conference that it was safe.",
        "Mira Orlova told Radio Dorn that the dam leaked. Mira Orlova wrote in a tweet that it was safe.",
        "Mira Orlova told Radio Dorn that the dam leaked. As the debate went on, Mira Orlova said that it was safe.",
        "Mira Orlova told Radio Dorn that the dam leaked. The Orlova administration said that it was safe.",
        "President Ben Rai came. Mira Orlova told Radio Dorn that it leaked.\nThe president said that it was safe.",
        "A diver told Radio Dorn that the dam leaked. The mill said that it was safe.",
        "A diver told Radio Dorn that the dam leaked. They said that it was safe.",
        "A diver told Radio Dorn that the dam leaked. Ben Tollan came. He said that it was safe.",
        "Radio Dorn interrupted its concert. In it he smiled. Ben Tollan said that the dam held.",
    ],
)
def test_it_does_not_go_on(text: str, parser: Parser) -> None:
    assert chains(text, parser)[-1] == ()


def test_a_live_report_starts_anew_with_every_entry(parser: Parser) -> None:
    text = "13:20 A diver tells Radio Dorn that the dam leaks.\n13:40 The diver is back. He says that it holds."
    assert chains(text, parser) == [("Radio Dorn",), ()]
