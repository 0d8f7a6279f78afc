"""Does odd text break it or slow it down?"""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.language import Parser, parse
from onrecord.statements import find_attributions, find_unread
from tests.statements.reported import find, make_document

WORDS = st.sampled_from(
    [
        *"\"\u201c\u201d'\u00ab\u00bb,.\n:-\u00a0",
        *("\n\n", "Orlova", "said", "that", "told", "the dam", "according to", "we"),
        *("Dorn Press", "was quoted as saying", "by", "not", "claim", "holds"),
    ]
)


def check(text: str, parser: Parser) -> None:
    found = find(text, parser)
    assert len({a.id for a in found}) == len(found)
    for a in found:
        assert a.content
        assert a.parent is None or a.parent in {b.id for b in found}
        for span in (*a.source, *a.cue, *a.content, *(relay.span for relay in a.via)):
            assert 0 <= span.start < span.end <= len(text)
            assert span.of(text).strip()
        assert a.speaker is None or a.speaker.strip()


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(WORDS, max_size=30).map(" ".join))
def test_every_span_lies_in_the_text_and_holds_words(parser: Parser, text: str) -> None:
    check(text, parser)


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=80))
def test_any_text_is_read(parser: Parser, text: str) -> None:
    check(text, parser)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n",
        '"',
        '"""',
        "''''",
        "\u201c\u201c\u201c",
        ":",
        "Orlova:",
        "-- - --",
        "\x00\x07said\x1b",
        "SAID " * 40,
    ],
)
def test_odd_text_does_not_crash(text: str, parser: Parser) -> None:
    check(text, parser)


def test_a_second_run_gives_the_same_marks(parser: Parser) -> None:
    text = 'Orlova said that the dam held. "It leaks," Brandt said.'
    assert find(text, parser) == find(text, parser)


@pytest.mark.parametrize(
    "sentence",
    [
        'The dam "holds," Orlova said, and she told Brandt that "it leaks. ',
        "Orlova told Dorn Press that it held.\n\nShe said it leaked. ",
        "ORLOVA SAID THAT THE DAM HOLDS ",
    ],
)
def test_a_long_text_is_read_to_its_end_or_told(sentence: str, parser: Parser) -> None:
    text = sentence * 800
    parsed = parse(text, parser)
    found = find_attributions(make_document(text), parsed)
    places = [span.start for a in found for span in (*a.cue, *a.content)]
    assert max(places, default=0) > len(text) * 0.9 or find_unread(parsed)
