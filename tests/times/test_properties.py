"""A user says: "whatever I feed it, every mark lies in the text and nothing crashes or crawls"."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.language import Parser, parse
from onrecord.records import Document, Interval, Reading, Timex
from onrecord.times import bound_publication, find_timexes, resolve

PIECES = [
    *[
        "31 February",
        "May",
        "March 3",
        "2031",
        "480 BC",
        "99999",
        "the year",
        "Sunday",
        "today",
        "two days later",
        "ago",
    ],
    *[
        "12/31/99",
        "00.00.0000",
        "last",
        "week",
        "quarter",
        "10:00 a.m.",
        "the 21st century",
        "1 BC",
        "29 February",
        "-",
    ],
    *[
        "a million years ago",
        "9999-12-31",
        "five decades later",
        "\u00a0",
        "\u201c",
        "\n",
        "\x00",
        ".",
        "was sold in",
        "will",
    ],
    *["9999 years ago", "3000 years later", "0 BC", "300000 weeks later", "in 0001", "\u0663"],
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join) | st.text(max_size=60)
DAYS = st.dates().map(lambda day: day.isoformat()) | st.none()


def read(text: str, parser: Parser, published: Interval | None) -> tuple[tuple[Timex, ...], tuple[Reading, ...]]:
    document = Document(id="d1", uri="dorn.txt", capture="c", text=text, language="en")
    timexes = find_timexes(document, parse(text, parser))
    bound_publication(document, timexes, published)
    return timexes, resolve(timexes, published)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS, first=DAYS, last=DAYS)
def test_every_mark_lies_in_the_text_and_reads_in_order(
    parser: Parser, text: str, first: str | None, last: str | None
) -> None:
    if first and last and last < first:
        first, last = last, first
    timexes, readings = read(text, parser, Interval(earliest=first, latest=last))
    ends = 0
    for timex, reading in zip(timexes, readings, strict=True):
        assert ends <= timex.span.start < timex.span.end <= len(text)
        assert timex.span.of(text).strip() == timex.span.of(text)
        assert reading.timex == timex.id
        interval = reading.interval
        assert not (interval.earliest and interval.latest) or interval.earliest <= interval.latest
        ends = timex.span.end
    assert len({timex.id for timex in timexes}) == len(timexes)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS)
def test_without_a_day_only_the_text_gives_intervals(parser: Parser, text: str) -> None:
    for timex, reading in zip(*read(text, parser, None), strict=True):
        if timex.expression.anchor == "publication" and reading.anchor is None:
            assert reading.interval == Interval(earliest=None, latest=None)


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "...", "?!", "\u201c\u201d", "\x00\x01", "MAY 3, 2031 WAS A SUNDAY."]
)
def test_odd_texts_do_not_crash(text: str, parser: Parser) -> None:
    assert len(read(text, parser, None)[0]) == (2 if "MAY" in text else 0)


@pytest.mark.parametrize("piece", ["the year 2031 and ", "last ", "12/12/2012-", "1-", "in May ", "twenty ", "about "])
def test_long_texts_are_read_to_their_end(piece: str, parser: Parser) -> None:
    text = piece * (20_000 // len(piece))
    parsed = parse(text, parser)
    document = Document(id="d1", uri="dorn.txt", capture="c", text=text, language="en")
    timexes = find_timexes(document, parsed)
    assert len(resolve(timexes, None)) == len(timexes)
