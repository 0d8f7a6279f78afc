"""A user says: "a history, a night, a winter: tell me the year only where the text carries it"."""

from __future__ import annotations

import pytest

from onrecord.language import Parser, parse
from onrecord.records import Document, Interval, Reading
from onrecord.times import find_timexes, resolve

DAY = Interval(earliest="2031-05-14", latest="2031-05-14")  # a Wednesday


def read(text: str, parser: Parser, published: Interval | None = DAY) -> list[Reading]:
    document = Document(id="d1", uri="dorn.txt", capture="c", text=text, language="en")
    return list(resolve(find_timexes(document, parse(text, parser)), published))


YEARS = "The league fought in 1931, 1932, 1933, 1934, 1935, 1936, 1937 and 1938. "


EXCURSION = ("1939", "1899", "1899-05", "1899-06", "1939")


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("In March 1939 it grew; by December it had 200 men. In May it met.", ["1939-03", "1939-12", "1939-05"]),
        ("In May 1939 it fell; it had met in the winter. In June 1939 it rose.", ["1939-05", "1939-WI", "1939-06"]),
        ("It fell in 1940; that same spring it rose.", ["1940", "1940-SP"]),
        ("It fell on 3 May 1939. The day before, it had met.", ["1939-05-03", "1939-05-02"]),
        ("It fell on 3 May 1939. The year after, it rose.", ["1939-05-03", "1940"]),
        ("It rose in the winter-spring of 1940.", ["1940-WI", "1940-SP"]),
        ("Orlova, a former miller, led it for a future vote.", ["PAST_REF", "FUTURE_REF"]),
        ("Of two plans the former was sound.", []),
        ("On 3 May 1939, the day before the vote, it met.", ["1939-05-03"]),
        ("In 1940 it burned overnight.", ["1940", "XXXX-XX-XXTNI"]),
        ("On 3 May 1939 it fell. At the same time, it paid daily fines.", ["1939-05-03", "1939-05-03", "XXXX-XX-XX"]),
        ("On 3 May 1939 it fell. At the same time as the mill, it sank.", ["1939-05-03", None]),
        ("It met on 3 May 1939, the third anniversary of the pact.", ["1939-05-03", "1939-05-03"]),
        ("It fell in 1939. Two weeks later it rose.", ["1939", "XXXX-WXX"]),
        (
            "It lost the Spring Offensive of 1939 and the March uprising of 1940.",
            ["1939-SP", "1939", "1940-03", "1940"],
        ),
        ("In May 1939 there were night raids; the same day it rose.", ["1939-05", "XXXX-XX-XXTNI", "1939-05-XX"]),
        ("In July 1939 it rose. Its head was born in June 1899. In August it left.", ["1939-07", "1899-06", "1939-08"]),
        ("In 1939 it rose. It began in 1899, in May 1899. In June it met. In 1939 it left.", [*EXCURSION]),
    ],
)
def test_a_history_goes_on_and_glances_aside(text: str, values: list[str | None], parser: Parser) -> None:
    assert [reading.value for reading in read(YEARS + text, parser, None)][8:] == values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It was a two-year truce. During that time the mill grew.", "P2Y"),
        ("They came in the 1990s. During this period the mill grew.", "199"),
        ("They came for some time. During this period the mill grew.", None),
        ("It was a two-year truce. " + "The mill stood by the lake. " * 10 + "During that time it grew.", None),
    ],
)
def test_a_period_is_the_stretch_named_just_before_it(text: str, value: str | None, parser: Parser) -> None:
    assert read(text, parser)[-1].value == value


ANCIENT = "War came in 490 BC, 485 BC, 484 BC, 483 BC, 482 BC, 481 BC and 480 BC. "


def test_years_before_the_era_carry_on(parser: Parser) -> None:
    text = (
        ANCIENT + "In August 480 BC the wall fell. In September the fleet came. In the winter it left. Spring was calm."
        " They fled at night."
    )
    values = [reading.value for reading in read(text, parser, None)][7:]
    assert values == ["BC0480-08", "BC0480-09", "BC0479-WI", "BC0479-SP", "BCXXXX-XX-XXTNI"]


@pytest.mark.parametrize(
    ("text", "published", "earliest", "latest"),
    [
        (YEARS + "In December 1938 it fell. In the winter it met.", None, "1938-12-01", "1939-02-28"),
        ("The league fell in the winter of 1939.", None, "1938-12-01", "1940-02-29"),
        ("The league fell last winter.", DAY, "2030-12-01", "2031-02-28"),
        ("The 2030/31 school year was short.", DAY, "2030-01-01", "2031-12-31"),
        ("The mill burned on the night of 17-18 May 2030.", DAY, "2030-05-17", "2030-05-18"),
    ],
)
def test_a_winter_or_a_night_covers_both_its_ends(
    text: str, published: Interval | None, earliest: str, latest: str, parser: Parser
) -> None:
    assert read(text, parser, published)[-1].interval == Interval(earliest=earliest, latest=latest)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The mill burned overnight to Sunday.", "2031-05-10TNI"),
        ("The mill burned overnight Saturday.", "2031-05-10TNI"),
        ("Rain will fall overnight.", "2031-05-14TNI"),
        ("The mill burned at dawn today.", "2031-05-14TMO"),
        ("The mill burned in the early hours.", "XXXX-XX-XXTMO"),
        ("They were night raids.", "XXXX-XX-XXTNI"),
        ("The envoys came on the 3rd.", "2031-05-03"),
        ("The envoys will come on the 3rd.", "2031-06-03"),
        ("Exports rose in 4Q30.", "2030-Q4"),
        ("Exports rose in H1 2030.", "2030-H1"),
        ("Exports will rise in Q3.", "2031-Q3"),
        ("Talks will resume in a few weeks' time.", "FUTURE_REF"),
        ("Talks will resume in a fortnight's time.", "2031-05-28"),
        ("She came on Orthodox Easter.", "2031-04-13"),
        ("She came on Orthodox Easter 2030.", "2030-04-28"),
        ("She came on Palm Sunday 2030.", "2030-04-14"),
        ("To date, 12 have died.", "PRESENT_REF"),
        ("As recently as late 2029 it stood.", "2029"),
        ("At 5:34 a.m. on March 20, 2030, it fell.", "2030-03-20T05:34"),
        ("The fall campaign was lost.", "2030-FA"),
        ("They reaped the year's harvest.", "2031"),
        ("Many fled in the last month of the siege.", "P1M"),
        ("Many fled in the first decade of the siege.", "P10Y"),
        ("The envoys came on the evening of Friday, 2 May.", "2031-05-02TEV"),
    ],
)
def test_what_else_the_news_names(text: str, value: str, parser: Parser) -> None:
    assert read(text, parser)[0].value == value


@pytest.mark.parametrize(
    "text",
    [
        "The list is up to date.",
        "May said so, and April Orlova told others.",
        "The spring near the mill dried up.",
        "The office hours and working hours were cut.",
        "Decree No. 1987 and unit 1999 are gone.",
        "She is the former mayor, and a future one.",
        "He came later in the day before the rain.",
    ],
)
def test_words_that_only_look_like_times(text: str, parser: Parser) -> None:
    assert [reading.value for reading in read(text, parser) if reading.value != "XXXX-XX-XX"] == []
