""" "DORN CHANNEL (0700). A colonel vowed revenge.": a digest tells by its headings who reports."""

import pytest

from onrecord.language import Parser
from tests.statements.chained import told


def test_a_paragraph_under_an_outlet(parser: Parser) -> None:
    text = (
        "DORN STATE CHANNEL (0700). The announcer said that the dam leaked. Colonel Ada Brandt vowed revenge.\n\n"
        "SOUTHERN RADIO (0730). The station's correspondent denied that the dam leaked."
    )
    assert told(text, parser)[1] == ("Colonel Ada Brandt", ("DORN STATE CHANNEL",))
    assert [chain for k, (_, chain) in enumerate(told(text, parser)) if k != 1] == [(), ()]


def test_what_is_called_the_paper_later(parser: Parser) -> None:
    text = (
        "PAZAR (liberal) - Two brokers told the paper's man that the bank lied.\n\n"
        "KAGRI (nationalist) - Mira Orlova denied that the bank lied."
    )
    assert told(text, parser) == [("Two brokers", ("PAZAR",)), ("Mira Orlova", ())]


@pytest.mark.parametrize(
    "text",
    [
        "DORN RADIO (0700). Ada Brandt vowed revenge.",
        "DORN - Ada Brandt vowed revenge.\n\nCALNA - Mira Orlova denied the theft.",
        "DORN RADIO (0700). The agency Calna was first. Ada Brandt vowed revenge.\n\nSOUTHERN RADIO (0730). It rained.",
    ],
)
def test_headings_that_head_nothing(text: str, parser: Parser) -> None:
    assert [chain for _, chain in told(text, parser) if chain] == []
