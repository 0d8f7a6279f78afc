"""A headline in capitals, or a message typed without any, reads like any other text."""

from collections.abc import Callable

import pytest

from onrecord.language import Parser, find_paragraphs, parse

USUAL = [
    "The mayor of Costrel, Oda K. Brenn, said on Monday that 12 miners had died.",
    "Velmar, May 3 (Harn Press) - Nothing was decided in March.",
    "It may rain 3 times, they told us at 9 a.m. and again at 1:30 p.m. yesterday.",
    "The US and the U.S. Navy asked the UN for F-16 parts, NGFR reported.",
    "President Karn met Gen. Dorr and Mr Baker at Lake Orm. They left on the 3rd.",
    "Harn News Agency said it's over: the G20 didn't meet at the University of Velm.",
    "J. Dorr, O'Dorr and Oda Brenn-Keller are pro-Velmar, not Russian-backed.",
    "A communiqué of the gendarmerie names Ördög.",
    'The guard asked: "Where is it? I know." Then he left.',
    "Foreign Minister: no talks on a second pier",
    "No talks on a second pier - Foreign Minister",
    "He knew it: nobody came",
]


@pytest.mark.parametrize("text", USUAL)
@pytest.mark.parametrize("change", [str.upper, str.lower])
def test_capitals_come_back_where_all_or_none_were_written(
    text: str, change: Callable[[str], str], parser: Parser
) -> None:
    assert parse(change(text), parser).folded == text


def test_a_headline_is_written_like_the_report_below(parser: Parser) -> None:
    text = "STONE LEAVES BRAND NOW\n\nThe oldest mayor, Ida Stone, has left. Her brand of calm, as Stone says, is rare."
    assert parse(text, parser).folded.startswith("Stone leaves brand now\n")


def test_a_headline_with_every_word_in_capitals_teaches_nothing(parser: Parser) -> None:
    text = "RIVER RISES AT DAWN\n\nMinister Calls For Calm As River Rises At Dawn\n\nThe mayor left."
    assert parse(text, parser).folded.startswith("River rises at dawn\n")


@pytest.mark.parametrize(
    "text",
    [
        "The G20 met. NATO did not.",
        "ORVA, May 3 - Rain fell.",
        "HARN PRESS",
        "McORLOV SAYS No to everything and to everyone",
        "",
        "?!",
    ],
)
def test_text_with_both_is_left_alone(text: str, parser: Parser) -> None:
    tree = parse(text, parser)
    assert (tree.text, tree.folded) == (text, text)


def test_quotation_marks_and_offsets_stay(parser: Parser) -> None:
    text = "\u201cTHE DAM HOLDS,\u201d ORDÖG SAID.\u00a0 STRAßE \u0130ZMIR."
    tree = parse(text, parser)
    assert tree.text == "\u201cThe dam holds,\u201d Ordög said.\u00a0 Straße \u0130zmir."
    assert all(tree.folded[word.start : word.end] == word.text for word in tree.words)


def test_a_menu_below_does_not_make_small_text_careful(parser: Parser) -> None:
    text = "the raid failed. nobody was hurt. orlova said so. it rained. " * 8 + "\nShare Mail"
    assert parse(text, parser).folded.startswith("The raid failed. Nobody was hurt. Orlova said so. It rained.")


def test_a_blank_line_ends_a_paragraph_where_no_capital_can_begin_one() -> None:
    assert len(find_paragraphs("three hurt\n\nthe crane fell")) == 2
    assert len(find_paragraphs("three hurt\n\nthe crane fell. Nobody came.")) == 1
    assert len(find_paragraphs("three hurt\nas the crane fell")) == 1
