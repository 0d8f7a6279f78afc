"""Does odd text break it or slow it down?"""

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.language import Parser, parse
from onrecord.statements import find_attributions
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
def test_time_grows_with_the_text_and_not_faster(sentence: str, parser: Parser) -> None:
    times = []
    for count in (100, 800):
        text = sentence * count
        parsed = parse(text, parser)
        start = time.process_time()
        find_attributions(make_document(text), parsed)
        times.append(time.process_time() - start)
    assert times[1] < 40 * max(times[0], 0.005)
