"""A user says: "mark every time the report names, and never a phone number, a distance or an air base"."""

from __future__ import annotations

import pytest

from onrecord.language import Parser, parse
from onrecord.records import Document, Timex
from onrecord.times import find_timexes
from onrecord.times.grammar import Rule, load_grammar
from tests.marked import gold, plain

RULES = load_grammar().rules


def find(text: str, parser: Parser) -> tuple[Timex, ...]:
    document = Document(id="d1", uri="dorn.txt", capture="c", text=text, language="en")
    return find_timexes(document, parse(text, parser))


def found(text: str, parser: Parser) -> set[tuple[str, str]]:
    return {("t", timex.span.of(text)) for timex in find(text, parser)}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_each_rule_marks_its_sentence_and_leaves_the_other(rule: Rule, parser: Parser) -> None:
    text = plain(rule.marks)
    assert found(text, parser) >= gold(rule.marks)
    assert f"times: {rule.name}" in {timex.by for timex in find(text, parser)}
    assert f"times: {rule.name}" not in {timex.by for timex in find(rule.leaves, parser)}


@pytest.mark.parametrize(
    "line",
    [
        "The dam at Dorn was closed on [t 5 February 2031].",
        "The dam at Dorn was closed on [t February 5, 2031], the ministry said.",
        "Envoys were in Dorn on [t June 19-24 this year].",
        "Talks ran from [t 2014] to [t 2016].",
        "She was in Dorn in [t early October].",
        "The visit is planned for [t the spring of 2031].",
        "The mill burned in [t mid-November].",
        "In [t 25 years] of independence little changed.",
        "Orlova leased the mill for [t fifteen years] and [t an additional five years].",
        "The count is as of [t 10:00 a.m.] ([t 07:00 Dorn time]).",
        "Rumours have gone round for [t months].",
        "She spoke on [t Wednesday], and again on [t Sunday night].",
        "[t Two days later] the mill burned.",
        "The wall fell in [t 480 BC].",
        "It will be done by [t the end of 2031].",
        "It snows [t every Monday].",
        "In [t April] Orlova came to Dorn.",
        "Orlova Meets Envoys of Dorn [t Today]",
        "[t Today] she came.",
    ],
)
def test_times_are_marked(line: str, parser: Parser) -> None:
    assert found(plain(line), parser) == gold(line)


@pytest.mark.parametrize(
    "text",
    [
        "Orlova was cited by 24.kg and by 7.news.",
        "The border is 519 km long, of which 1978 km are marked.",
        "The 999th Air Base and the 5th Army stay.",
        "She may march in the fall of the house of Dorn.",
        "They spring up and fall down.",
        "He ran the long march and lost 2,014 people and $2014.",
        "Aged 52, Orlova is 52 years old.",
        "Resolution 14831 was passed by 12 votes to 3.",
        "The ratio is 3:1 and the score 21:45:07:99.",
        "As soon as the bridge opened, the ferry soon closed.",
        "About three-quarters of the food was lost.",
        "Orlova told Dorn Today that nothing was known.",
        "Orlova told the Sunday Times that nothing was known.",
        'Orlova spoke on "This Week" of nothing much.',
        "April Orlova and June Dorn spoke.",
        "Resolution 1483 was passed by 1500 delegates, and flight 1984 was called.",
        "The mill cost 1800 som and 1700 millers came.",
        "Jan left, and Dec stayed.",
        "In 048 BC and in the 0th century nothing was written.",
        "A third half and the first half of it were lost.",
        "On the last day of the trip, and in the last week of it, a second was a long night.",
        "They waited a weekend, a night and a quarter, for some day to come.",
        "It began at 13 p.m. in Dorn.",
    ],
)
def test_other_numbers_and_words_are_left_alone(text: str, parser: Parser) -> None:
    assert found(text, parser) == set()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Filed 2031-05-17.", "2031-05-17"),
        ("Filed 2031-05-17T10:30Z.", "2031-05-17T10:30"),
        ("Dorn, 05.02.2031", "2031-02-05"),
        ("Dorn, 17/05/31", "2031-05-17"),
        ("Dorn, 05/17/89", "1989-05-17"),
        ("Dorn, 2031/05/17", "2031-05-17"),
        ("Dorn, 05/02/2031", "2031-XX-XX"),
        ("Dorn, 05/02/2031 (5 February 2031)", "2031-02-05"),
        ("Dorn, 05/02/2031 (May 2, 2031)", "2031-05-02"),
        ("Dorn, 05/02/2031. They met on May 2 and June 3.", "2031-05-02"),
        ("Dorn, 05/02/2031; 17/03/2031", "2031-02-05"),
        ("Dorn, 05/02/2031; 17/03/2031; 03/17/2031", "2031-XX-XX"),
        ("The mill opened on May the first, 2031.", "2031-05-01"),
        ("The mill opened on the 17th of May 2031.", "2031-05-17"),
        ("The mill opened in nineteen ninety-five.", "1995"),
        ("The mill opened in the year two thousand five.", "2005"),
        ("The mill opened in May 2031.", "2031-05"),
        ("The mill opened in the winter of 1994.", "1994-WI"),
        ("The mill opened in the 1990s.", "199"),
        ("The mill opened in the late '90s.", "199"),
        ("The mill opened in the sixties.", "196"),
        ("The mill opened in the 470s BC.", "BC047"),
        ("The mill opened in the nineteenth century.", "18"),
        ("The mill opened in the 5th century BC.", "BC04"),
        ("The mill opened in May 480 BC.", "BC0480-05"),
        ("The mill opened in the spring of 480 BC.", "BC0480-SP"),
        ("Sales rose in the 2031 third quarter.", "2031-Q3"),
        ("Sales rose in the latter half of 2031.", "2031-H2"),
        ("They met at Christmas 2031.", "2031-12-25"),
        ("She waited for 2 1/2 years.", "P2Y6M"),
        ("She waited for two years and a half.", "P2Y6M"),
        ("She waited half an hour.", "PT30M"),
        ("She waited a day and a half.", "P1DT12H"),
        ("She waited several weeks.", "PXW"),
        ("She waited a couple of decades.", "P20Y"),
        ("She waited for a fortnight.", "P2W"),
        ("She waited twenty-five minutes.", "PT25M"),
        ("She waited three quarters.", "P9M"),
        ("She died two days before.", "P2D"),
        ("She called two hours ago.", "PT2H"),
        ("She called many years ago.", "PAST_REF"),
        ("She called weeks ago.", "PAST_REF"),
        ("It will change in coming years.", "FUTURE_REF"),
        ("It changed in recent years.", "PXY"),
        ("She spoke of the last years of her life.", "PXY"),
        ("Years later it changed.", "FUTURE_REF"),
        ("She calls weekly.", "P1W"),
        ("She calls every two weeks.", "P2W"),
        ("She calls on Mondays.", "XXXX-WXX-1"),
        ("She calls each Monday.", "XXXX-WXX-1"),
        ("It is now closed.", "PRESENT_REF"),
        ("It will soon close.", "FUTURE_REF"),
        ("The year ended May 3 was poor, and so for the year ended then.", "P1Y"),
        ("In 396-395 BC war came.", "BC0396"),
        ("They met on May 5-3.", "XXXX-05"),
        ("Sales fell in the first half of this year.", "XXXX-H1"),
        ("It fell in the following March.", "XXXX-03"),
        ("The envoys came as early as May 2031.", "2031-05"),
    ],
)
def test_values_that_the_words_fix(text: str, value: str, parser: Parser) -> None:
    assert value in {timex.expression.value for timex in find(text, parser)}


def test_the_second_year_of_a_stretch_takes_the_century_of_the_first(parser: Parser) -> None:
    assert [t.expression.value for t in find("The war of 1939-45 ended, and so did 2014-2016.", parser)] == [
        "1939",
        "1945",
        "2014",
        "2016",
    ]
    assert [t.expression.value for t in find("In 1939-12 it was sold.", parser)] == ["1939"]


def test_impossible_dates_are_not_days(parser: Parser) -> None:
    assert {t.span.of("She came on 31 February 2031.") for t in find("She came on 31 February 2031.", parser)} == {
        "February 2031"
    }
    assert found("Filed 2031-02-30 and 31.02.2031.", parser) == set()
    assert [t.expression.value for t in find("She came on February 29.", parser)] == ["XXXX-02-29"]


def test_bare_figures_are_years_in_an_ancient_history_alone(parser: Parser) -> None:
    ancient = "In 490 BC, 480 BC, 479 BC, 478 BC and 477 BC they fought. Peace came in 449."
    assert find(ancient, parser)[-1].expression.value == "BC0449"
    assert found("In 490 BC they fought. Peace came in 449.", parser) == {("t", "490 BC")}


def test_a_modifier_belongs_to_the_time(parser: Parser) -> None:
    (timex,) = find("It opened in the late summer of 2031.", parser)
    assert timex.expression.value == "2031-SU"
    (timex,) = find("It opened at the beginning of May 2031.", parser)
    assert timex.expression.modifier == "START"
    (timex,) = find("It stood for more than ten years.", parser)
    assert timex.expression.modifier == "MORE_THAN"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("It opened in May 2031.", "DATE"),
        ("It opened on Sunday night.", "TIME"),
        ("It stood for ten years.", "DURATION"),
        ("It opens every day.", "SET"),
        ("It opens on Sundays.", "SET"),
        ("It opened recently.", "DATE"),
        ("She came on Thanksgiving.", "DATE"),
        ("She came twice a week.", "SET"),
    ],
)
def test_types(text: str, kind: str, parser: Parser) -> None:
    assert [timex.type for timex in find(text, parser)] == [kind]


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("The envoys met on May 3.", "before"),
        ("The envoys will meet on May 3.", "after"),
        ("The talks are scheduled to be held on May 3.", "after"),
        ("The May 3 talks were held.", "perhaps before"),
        ("The envoys have until May 3.", "perhaps after"),
        ("May 3.", "nearest"),
        ("The last May was cold.", "last"),
    ],
)
def test_the_verb_tells_where_a_date_lies(text: str, direction: str, parser: Parser) -> None:
    (timex,) = find(text, parser)
    assert timex.expression.direction == direction


def test_a_date_wrapped_over_two_lines_is_whole(parser: Parser) -> None:
    text = "The old dam at Dorn was closed on 5\nFebruary 2031 by order."
    assert found(text, parser) == {("t", "5\nFebruary 2031")}
