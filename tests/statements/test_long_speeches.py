"""Where does a speech end, and whose is the next paragraph?"""

import pytest

from onrecord.language import Parser
from onrecord.records import Attribution, Span
from tests.statements.reported import find


def contents(text: str, parser: Parser) -> list[str]:
    return [" / ".join(span.of(text) for span in a.content) for a in find(text, parser) if a.parent is None]


def test_a_quotation_that_opens_the_next_paragraph_goes_on(parser: Parser) -> None:
    text = (
        '"The dam holds," Orlova said. "It was mended in May.\n\n'
        '"The gates are shut and the crews are out.\n\n"Nobody has to leave the valley."\n\nThe rain went on.'
    )
    (found,) = find(text, parser)
    assert found.content[-1].of(text) == '"Nobody has to leave the valley."'


def test_a_missing_mark_swallows_one_paragraph_at_most(parser: Parser) -> None:
    text = '"The dam holds, Orlova said.\n\nThe rain went on for days.\n\nThe port was closed.'
    assert all(span.end <= text.index("\n") for a in find(text, parser) for span in a.content)


def test_lost_marks_are_restored_while_the_first_person_speaks(parser: Parser) -> None:
    text = (
        "Orlova said that we mended the dam. It cost a fortune. We will guard it and our children will thank us. "
        "The rain stopped on Monday.\n\nThe port was closed."
    )
    (found,) = [a for a in find(text, parser) if a.parent is None]
    assert found.content[-1].of(text).endswith("our children will thank us")
    assert found.speech == "direct"


def test_a_pulled_quotation_belongs_to_the_name_under_it(parser: Parser) -> None:
    text = "Orlova visited the dam.\n\n\u00abWe have mended our dam.\u00bb\n\nMira Orlova\n"
    (found,) = find(text, parser)
    assert found.speaker == "Mira Orlova"
    assert found.cue == ()
    assert found.content[0].of(text) == "\u00abWe have mended our dam.\u00bb"


def test_a_colon_hands_over_to_the_next_paragraph(parser: Parser) -> None:
    text = "Mira Orlova wrote in a letter:\n\nThe dam must be mended before winter."
    found = [a for a in find(text, parser) if a.by == "statements: colon paragraph"]
    assert [a.speaker for a in found] == ["Mira Orlova"]


def test_a_cue_in_the_debris_of_a_page_is_skipped(parser: Parser) -> None:
    text = "Orlova said that the dam held.\n\nReaders said that they liked this page."
    start = text.index("Readers")
    found = find(text, parser, debris=(Span(start=start, end=len(text)),))
    assert [a.speaker for a in found] == ["Orlova"]


def relays(found: tuple[Attribution, ...]) -> list[tuple[str | None, list[tuple[str, bool]]]]:
    return [(a.speaker, [(relay.name, relay.inherited) for relay in a.via]) for a in found if a.parent is None]


def test_a_relay_is_not_inherited_by_another_speaker_or_another_time(parser: Parser) -> None:
    text = (
        "Orlova told Dorn Press that the dam held.\n\nBrandt said that it leaked.\n\n"
        "In March, Orlova said that the pier was old."
    )
    assert [bool(via) for _, via in relays(find(text, parser))] == [True, False, False]


@pytest.mark.parametrize("name", ["Reuters", "Dorn News Agency", "dorn.example"])
def test_an_outlet_is_known_by_its_name(name: str, parser: Parser) -> None:
    text = f"Orlova told {name} that the dam held."
    assert relays(find(text, parser)) == [("Orlova", [(name, False)])]


def test_a_person_who_is_told_is_no_relay(parser: Parser) -> None:
    (found,) = find("Orlova told Brandt that the dam held.", parser)
    assert found.via == ()
