"""A user says: "Wednesday of which week? Tell me, but only when you can know"."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.language import Parser, parse
from onrecord.records import Document, Interval, Reading
from onrecord.times import find_timexes, resolve

DAY = "2031-05-14"  # a Wednesday


def read(text: str, parser: Parser, earliest: str | None = None, latest: str | None = None) -> list[Reading]:
    document = Document(id="d1", uri="dorn.txt", capture="c", text=text, language="en")
    published = Interval(earliest=earliest, latest=latest) if earliest or latest else None
    return list(resolve(find_timexes(document, parse(text, parser)), published))


@pytest.mark.parametrize(
    ("text", "value", "earliest", "latest"),
    [
        ("She came today.", "2031-05-14", "2031-05-14", "2031-05-14"),
        ("She came yesterday evening.", "2031-05-13TEV", "2031-05-13", "2031-05-13"),
        ("She comes tomorrow.", "2031-05-15", "2031-05-15", "2031-05-15"),
        ("She came last night.", "2031-05-13TNI", "2031-05-13", "2031-05-13"),
        ("She came on Wednesday.", "2031-05-14", "2031-05-14", "2031-05-14"),
        ("She came last Wednesday.", "2031-05-07", "2031-05-07", "2031-05-07"),
        ("She came on Sunday.", "2031-05-11", "2031-05-11", "2031-05-11"),
        ("She will come on Sunday.", "2031-05-18", "2031-05-18", "2031-05-18"),
        ("She comes next Sunday.", "2031-05-18", "2031-05-18", "2031-05-18"),
        ("She came on Sunday last week.", "2031-05-11", "2031-05-11", "2031-05-11"),
        ("She came this year.", "2031", "2031-01-01", "2031-12-31"),
        ("She came last month.", "2031-04", "2031-04-01", "2031-04-30"),
        ("She came last week.", "2031-W19", "2031-05-05", "2031-05-11"),
        ("She came over the weekend.", "2031-W19-WE", "2031-05-10", "2031-05-11"),
        ("She will come at the weekend.", "2031-W20-WE", "2031-05-17", "2031-05-18"),
        ("She comes next quarter.", "2031-Q3", "2031-07-01", "2031-09-30"),
        ("She came last decade.", "202", "2020-01-01", "2029-12-31"),
        ("She came last century.", "19", "1900-01-01", "1999-12-31"),
        ("She came three years ago.", "2028", "2028-01-01", "2028-12-31"),
        ("She came two months ago.", "2031-03", "2031-03-01", "2031-03-31"),
        ("She came ten days ago.", "2031-05-04", "2031-05-04", "2031-05-04"),
        ("She came in March.", "2031-03", "2031-03-01", "2031-03-31"),
        ("She came in June.", "2030-06", "2030-06-01", "2030-06-30"),
        ("She will come in June.", "2031-06", "2031-06-01", "2031-06-30"),
        ("She came last May.", "2030-05", "2030-05-01", "2030-05-31"),
        ("She comes next May.", "2032-05", "2032-05-01", "2032-05-31"),
        ("She came this March.", "2031-03", "2031-03-01", "2031-03-31"),
        ("She came in March last year.", "2030-03", "2030-03-01", "2030-03-31"),
        ("She came on May 3.", "2031-05-03", "2031-05-03", "2031-05-03"),
        ("She came on June 19-24 last year.", "2030-06-19", "2030-06-19", "2030-06-24"),
        ("She came on Friday, June 13.", "2031-06-13", "2031-06-13", "2031-06-13"),
        ("She came on Friday, June 15.", "XXXX-06-15", None, None),
        ("She came on May 3-5.", "2031-05-03", "2031-05-03", "2031-05-05"),
        ("She came on February 29.", "2028-02-29", "2028-02-29", "2028-02-29"),
        ("She came last winter.", "2030-WI", "2030-12-01", "2031-02-28"),
        ("She came on Christmas Eve.", "2030-12-24", "2030-12-24", "2030-12-24"),
        ("She came at 10:00 a.m. on Sunday.", "2031-05-11T10:00", "2031-05-11", "2031-05-11"),
        ("She came at noon yesterday.", "2031-05-13T12:00", "2031-05-13", "2031-05-13"),
        ("She came at 9 p.m. on May 3.", "2031-05-03T21:00", "2031-05-03", "2031-05-03"),
        ("She came on the night of 3 May.", "2031-05-03TNI", "2031-05-03", "2031-05-03"),
        ("She came recently.", "PAST_REF", None, None),
        ("She stayed for fifteen years.", "P15Y", None, None),
    ],
)
def test_with_the_day_of_publication(
    text: str, value: str, earliest: str | None, latest: str | None, parser: Parser
) -> None:
    (reading,) = read(text, parser, DAY, DAY)
    assert reading.value == value
    assert reading.interval == Interval(earliest=earliest, latest=latest)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("She came on Sunday.", "XXXX-WXX-7"),
        ("She came on September 14.", "XXXX-09-14"),
        ("She came yesterday.", "XXXX-XX-XX"),
        ("She came last month.", "XXXX-XX"),
        ("She came last week.", "XXXX-WXX"),
        ("Two days later she came.", "XXXX-XX-XX"),
        ("Sales fell from a year earlier.", "XXXX"),
        ("Sales fell in the latest quarter.", "XXXX-QX"),
        ("She came this year.", "XXXX"),
        ("She came over the weekend.", "XXXX-WXX-WE"),
    ],
)
def test_without_a_day_nothing_is_guessed(text: str, value: str, parser: Parser) -> None:
    (reading,) = read(text, parser)
    assert reading.value == value
    assert reading.interval == Interval(earliest=None, latest=None)
    assert reading.anchor is None


def test_within_bounds_what_holds_at_both_ends_is_known(parser: Parser) -> None:
    (reading,) = read("She came on September 14.", parser, "2031-10-01", "2032-03-01")
    assert (reading.value, reading.anchor) == ("2031-09-14", "publication")
    (reading,) = read("She came on Sunday.", parser, "2031-05-14", "2031-05-15")
    assert reading.value == "2031-05-11"


def test_within_bounds_what_differs_is_an_interval(parser: Parser) -> None:
    (reading,) = read("She came yesterday.", parser, "2031-05-14", "2031-06-02")
    assert reading.value == "XXXX-XX-XX"
    assert reading.interval == Interval(earliest="2031-05-13", latest="2031-06-01")
    (reading,) = read("She came yesterday.", parser, "2031-05-14", None)
    assert reading.interval == Interval(earliest="2031-05-13", latest=None)
    (reading,) = read("She came yesterday.", parser, None, "2031-05-14")
    assert reading.interval == Interval(earliest=None, latest="2031-05-13")


def test_today_in_a_speech_is_the_day_of_the_speech(parser: Parser) -> None:
    text = 'On 4 February 2031 Orlova spoke. "We met today," she said.'
    document = Document(id="d1", uri="dorn.txt", capture="c", text=text, language="en")
    speech, today = find_timexes(document, parse(text, parser))
    bound = replace(today, expression=replace(today.expression, anchor=speech.id))
    _, reading = resolve([speech, bound], Interval(earliest="2031-02-05", latest="2031-02-05"))
    assert (reading.value, reading.anchor) == ("2031-02-04", speech.id)
    (reading,) = resolve([bound], None)
    assert (reading.value, reading.anchor) == ("XXXX-XX-XX", None)


def test_the_day_of_the_speech_may_stand_behind_it(parser: Parser) -> None:
    text = '"We met today, and yesterday," said Orlova on Sunday.'
    document = Document(id="d1", uri="dorn.txt", capture="c", text=text, language="en")
    today, yesterday, sunday = find_timexes(document, parse(text, parser))
    today = replace(today, expression=replace(today.expression, anchor=sunday.id))
    yesterday = replace(yesterday, expression=replace(yesterday.expression, anchor=today.id))
    readings = resolve([today, yesterday, sunday], Interval(earliest=DAY, latest=DAY))
    assert [reading.value for reading in readings] == ["2031-05-11", "2031-05-10", "2031-05-11"]
    ring = replace(sunday, expression=replace(sunday.expression, anchor=yesterday.id))
    readings = resolve([today, yesterday, ring], Interval(earliest=DAY, latest=DAY))
    assert {reading.interval.earliest for reading in readings} == {None}


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("She came on 3 May 2029. Two days later she left.", ["2029-05-03", "2029-05-05"]),
        ("She came on 3 May 2029. The next day she left.", ["2029-05-03", "2029-05-04"]),
        ("She came on 3 May 2029. Two weeks later she left.", ["2029-05-03", "2029-05-17"]),
        ("She came on 3 May 2029. That same day she left.", ["2029-05-03", "2029-05-03"]),
        ("She came in May 2029. The following month she left.", ["2029-05", "2029-06"]),
        ("She came in 2029. The following year she left.", ["2029", "2030"]),
        ("She came in 2029. The following month she left.", ["2029", "XXXX-XX"]),
        ("She came in May 2029. That same day she left.", ["2029-05", "2029-05-XX"]),
        ("She came in 480 BC. The next quarter she left.", ["BC0480", "XXXX-QX"]),
        ("She came in 2029. That quarter she left.", ["2029", "XXXX-QX"]),
        ("She came in 2029. The following Sunday she left.", ["2029", "XXXX-WXX-7"]),
        ("She came on 3 May 2029. The following Sunday she left.", ["2029-05-03", "2029-05-06"]),
        ("She came on 3 May 2029. The following March she left.", ["2029-05-03", "2030-03"]),
        ("She came on 3 May 2029. The previous March she left.", ["2029-05-03", "2029-03"]),
        ("She came on 3 May 2029. That March she left.", ["2029-05-03", "2029-03"]),
        ("She came in May 480 BC. That March she left.", ["BC0480-05", "BC0480-03"]),
        ("She came in 480 BC. The following year she left.", ["BC0480", "BC0479"]),
        ("She came in May 480 BC. The following month she left.", ["BC0480-05", "BC0480-06"]),
        ("She came in 10 BC. Ten years later she left.", ["BC0010", "0001"]),
        ("Sales fell in the third quarter of 2030. A year earlier they rose.", ["2030-Q3", "2029-Q3"]),
        ("Sales fell in the third quarter of 2030. In the latest quarter they rose.", ["2030-Q3", "2030-Q3"]),
        ("She came on 3 May 2999. Two days later, 999 years later she left.", ["2999-05-03", "2999-05-05", "3998"]),
        ("She came in 2999. 9000 years later, 8000 decades later she left.", ["2999", "XXXX", "XXX"]),
    ],
)
def test_counted_from_the_date_before(text: str, values: list[str], parser: Parser) -> None:
    assert [reading.value for reading in read(text, parser, DAY, DAY)] == values


def test_what_counts_from_an_open_date_stays_open(parser: Parser) -> None:
    readings = read("She came on 3 May 2029. On Sunday she spoke. Two days later she left.", parser)
    assert [reading.value for reading in readings] == ["2029-05-03", "XXXX-WXX-7", "XXXX-XX-XX"]


HISTORY = (
    "The league was founded in 1931. In May 1932 it split. In June it met in Dorn. On 3 July it met again. "
    "In January 1933 it was banned. In February its leaders fled. In 1934 they came back, and in March 1935 they won. "
    "As in 1871, the town was divided. In April 1935 it voted. In December 1936 it voted again. "
    "In January it was calm. In 1937 the league ended."
)


def test_a_history_carries_its_years(parser: Parser) -> None:
    values = [reading.value for reading in read(HISTORY, parser)]
    assert values == [
        *["1931", "1932-05", "1932-06", "1932-07-03", "1933-01", "1933-02", "1934", "1935-03", "1871"],
        *["1935-04", "1936-12", "1937-01", "1937"],
    ]


def test_a_history_is_read_alike_when_its_day_is_known(parser: Parser) -> None:
    assert [r.value for r in read(HISTORY, parser, DAY, DAY)] == [r.value for r in read(HISTORY, parser)]


def test_news_with_many_years_is_no_history(parser: Parser) -> None:
    text = HISTORY + " Today, this year and last month are remembered. Yesterday, on Sunday and on Monday they met."
    assert read(text, parser)[2].value == "XXXX-06"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The pact was signed on 22 May 2003 and was opened on 23 June.", "2003-06-23"),
        ("The pact was signed on 22 May 2003 and was opened on 3 January.", "2031-01-03"),
        ("The pact was signed on 22 May 2003 and will be opened on 23 June.", "2031-06-23"),
        ("The pact was signed in 2003 and was opened on 3 May.", "2031-05-03"),
        ("The pact was signed on 22 April 2031 and was opened on 23 June.", "2030-06-23"),
    ],
)
def test_a_bare_day_beside_a_full_one_takes_its_year(text: str, value: str, parser: Parser) -> None:
    assert read(text, parser, DAY, DAY)[1].value == value


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (" On 3 May 1939 it fell. On Sunday it was mourned.", ["1939-05-03", "1939-05-07"]),
        (" In 1940 it rested at the weekend.", ["1940", "XXXX-WXX-WE"]),
        (" In 1940 it rested at 10:00 a.m.", ["1940", "XXXX-XX-XXT10:00"]),
    ],
)
def test_a_history_counts_weekdays_from_its_dates(text: str, values: list[str], parser: Parser) -> None:
    assert [reading.value for reading in read(HISTORY + text, parser)][-2:] == values


def test_a_year_earlier_in_a_history_counts_from_its_dates(parser: Parser) -> None:
    text = HISTORY + " A year earlier it had been strong."
    assert read(text, parser)[-1].value == "1936"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("She came on Easter Sunday.", "2031-04-13"),
        ("She came on Good Friday.", "2031-04-11"),
        ("She came last Thanksgiving.", "2030-11-28"),
        ("She came on Memorial Day 2030.", "2030-05-27"),
        ("She came on Labor Day.", "2030-09-02"),
        ("She came on Easter Monday 2019.", "2019-04-22"),
        ("The bank declared a dividend payable Dec. 1.", "2031-12-01"),
        ("The rule was changed, effective from June 1.", "2031-06-01"),
        ("It had been due to end on Friday.", "2031-05-09"),
        ("Until Friday, they had not called.", "2031-05-09"),
        ("Until Friday, they slept.", "2031-05-16"),
        ("They would look for a way around Friday's ruling.", "2031-05-09"),
        ("They will look for a way around Friday's ruling.", "2031-05-16"),
        ("Sales fell in the latest fiscal year.", "2030"),
        ("It is due to end on Friday.", "2031-05-16"),
        ("They decided to admit Dorn in June.", "2031-06"),
        ("She came last January.", "2031-01"),
        ("She came on last Oct. 23.", "2030-10-23"),
        ("Sales fell in the last half of 2030.", "2030-H2"),
        ("The dam will one day break.", "FUTURE_REF"),
        ("They fled in the early morning hours of 3 May.", "2031-05-03TMO"),
        ("Many fled during this period.", None),
        ("The mill will stand for the next decade.", "P10Y"),
        ("They fought for two bloody weeks.", "P2W"),
    ],
)
def test_what_else_is_known_with_the_day_of_publication(text: str, value: str | None, parser: Parser) -> None:
    (reading,) = read(text, parser, DAY, DAY)
    assert reading.value == value


def test_a_feast_of_no_known_year_stays_open(parser: Parser) -> None:
    readings = read("She came on Thanksgiving. He came on Easter.", parser)
    assert [reading.value for reading in readings] == ["XXXX-11-XX", "XXXX-XX-XX"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It rained in April and June 2029.", ["2029-04", "2029-06"]),
        ("It rained from December to January 2029.", ["2028-12", "2029-01"]),
        ("It rained in the spring and early summer of 2029.", ["2029-SP", "2029-SU"]),
        ("She came on May 3 and 4.", ["2031-05-03", "2031-05-04"]),
        ("She came on 3 and 4 May 2029.", ["2029-05-03", "2029-05-04"]),
        ("Sales fell in the third quarter of 2030. In the 2029 period they rose.", ["2030-Q3", "2029-Q3"]),
        ("Sales fell in the 2029 period.", ["2029"]),
    ],
)
def test_a_date_lends_to_the_one_beside_it(text: str, values: list[str], parser: Parser) -> None:
    assert [reading.value for reading in read(text, parser, DAY, DAY)] == values


def test_that_year_in_a_history_is_the_one_named_last(parser: Parser) -> None:
    values = [reading.value for reading in read(HISTORY + " It was as in 1871. In May of that year it fell.", parser)]
    assert values[-2:] == ["1871", "1871-05"]


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("We grow this year.", "2031-05-14", "2031"),
        ("We grow this year.", "2031-01-14", "XXXX"),
        ("We grow next year.", "2031-05-14", "2032"),
        ("We grow today.", "2031-05-14", "XXXX-XX-XX"),
        ("We grow this month.", "2031-05-14", "XXXX-XX"),
    ],
)
def test_in_a_speech_without_a_day_only_long_stretches_are_known(
    text: str, published: str, value: str, parser: Parser
) -> None:
    document = Document(id="d1", uri="dorn.txt", capture="c", text=text, language="en")
    (timex,) = find_timexes(document, parse(text, parser))
    spoken = replace(timex, expression=replace(timex.expression, anchor="speech"))
    (reading,) = resolve([spoken], Interval(earliest=published, latest=published))
    assert reading.value == value
    (reading,) = resolve([spoken], None)
    assert reading.interval == Interval(earliest=None, latest=None)
