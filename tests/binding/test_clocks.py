""" "A date that governs the verb of saying dates the statement; one inside what is said dates what happened.\""""

from dataclasses import replace

import pytest

from onrecord.binding.clocks import anchor_speech, date_attributions, date_events, date_figures
from onrecord.language import Parser, parse
from onrecord.records import Expression, Named
from tests.binding.making import attribution, event, figure, timexes
from tests.marked import plain, read_marked


def expected(line: str) -> str | None:
    return next((f"t{start}" for label, start, _ in read_marked(line)[1] if label == "right"), None)


@pytest.mark.parametrize(
    "line",
    [
        "[source Orlova] [cue said] [right on Monday] [content that the talks had ended].",
        "[right On 3 May], [source the premier] [cue said] [content that the dam would hold].",
        "At a briefing following talks in Korva on [right 4 May], [source Orlova] [cue said] [content that it held].",
        "[source Orlova] [cue said] [content that the talks ended on [time 3 May]].",
        "[source Orlova] [cue said] [right last week] [content that the talks ended on [time 3 May]].",
        "[source Orlova] [cue accused] [content Korva of greed], more than the pact of [time 1987] allows.",
        "[source Orlova] [cue condemned] [content the raid], not for the first time, under the [time 1987] law.",
        "[source Orlova] [cue said] in [right 1987] [content that the fee was too high].",
        "In [right December 2030], [source President Ada Quell] [cue said] [content that Korva was not negotiating].",
        "[content The pier opened in [time 2003]], [source Orlova] [cue told] reporters [right on Friday].",
    ],
)
def test_a_statement_is_dated_by_what_governs_its_verb(line: str, parser: Parser) -> None:
    (dated,) = date_attributions(parse(plain(line), parser), timexes(line), [attribution(line)])
    assert dated.said == expected(line)


@pytest.mark.parametrize(
    "line",
    [
        "Orlova [trigger visited] Korva on [right 4 February], the ministry said on [time Friday].",
        "The minister [trigger visited] Korva, the ministry said on [time Friday].",
        "The pier was [trigger opened] in [right 2003].",
        "She promised to [trigger open] the pier in this term, not in [time the next century].",
        "The council [trigger bought] 17 boats, 3 more than in [time 2003].",
    ],
)
def test_an_event_is_dated_by_what_hangs_on_its_trigger(line: str, parser: Parser) -> None:
    (dated,) = date_events(parse(plain(line), parser), timexes(line), [event(line)])
    assert dated.when == expected(line)


@pytest.mark.parametrize(
    "line",
    [
        "As of [right 10:00 on Sunday], [figure 36] people had died, the ministry said.",
        "By [right Friday] [figure 36] bodies had been found.",
        "[figure 36] people died in the flood of [time 2019].",
    ],
)
def test_a_figure_is_counted_as_of_the_time_that_is_stated(line: str, parser: Parser) -> None:
    (dated,) = date_figures(parse(plain(line), parser), timexes(line), [figure(line)])
    assert dated.as_of == expected(line)


def test_nothing_is_dated_where_there_is_no_text(parser: Parser) -> None:
    line = "[source Orlova] [cue said] [content so]."
    bare = attribution(line, cue=())
    assert date_attributions(parse("", parser), (), [bare]) == (bare,)


OCCASION = (
    "[source1 Orlova] [cue1 said] [right on Friday] [content1 that the dam held].\n\n"
    "[content2 It would hold for years], [source2 she] [cue2 said]. [source3 She] [cue3 has said] "
    "[content3 so often].\n[source4 Dorn] [cue4 said] [content4 nothing held]."
)


def test_what_the_speaker_goes_on_to_say_was_said_on_the_same_day(parser: Parser) -> None:
    told = [attribution(OCCASION, number, speaker=name) for number, name in zip("1234", _SPEAKERS, strict=True)]
    dated = date_attributions(parse(plain(OCCASION), parser), timexes(OCCASION), told)
    day = expected(OCCASION)
    assert [a.said for a in dated] == [day, day, None, None]


APPEARANCE = (
    "[source1 Orlova] [cue1 said] [right on Friday] [content1 that the dam held].\n\nRain fell in Dorn.\n\n"
    "[source2 Brant] [cue2 said] [content2 nothing held].\n\n[source3 Orlova] [cue3 said] [content3 it would hold].\n\n"
    "[source4 Orlova] [cue4 had] earlier [cue4 said] [content4 so]. [source5 Orlova] [cue5 wrote] in a book "
    "[content5 that dams hold]."
)


def test_a_report_tells_of_one_appearance_of_a_speaker(parser: Parser) -> None:
    names = ("Orlova", "Brant", "Orlova", "Orlova", "Orlova")
    told = [
        attribution(APPEARANCE, number, speaker=name, mention=f"m{name}")
        for number, name in zip("12345", names, strict=True)
    ]
    times = [
        replace(timex, expression=replace(timex.expression, value="XXXX-WXX-5", anchor="publication"))
        for timex in timexes(APPEARANCE)
    ]
    dated = date_attributions(parse(plain(APPEARANCE), parser), times, told)
    day = expected(APPEARANCE)
    assert [a.said for a in dated] == [day, None, day, None, None]


@pytest.mark.parametrize(
    "line",
    [
        "[source1 Police] [cue1 said] [right on Friday] [content1 that the dam held].\n\nRain fell.\n\n"
        "[source2 Dorn] [cue2 said] [content2 nothing held].\n\n[source3 Police] [cue3 said] [content3 it would hold].",
        "[source1 Orlova] [cue1 said] [right on Friday] [content1 that the dam held].\n\nRain fell.\n\n"
        "[source2 Dorn] [cue2 said] [content2 nothing held].\n\n[source3 Orlova] [cue3 says] [content3 dams hold].",
    ],
)
def test_those_who_are_not_named_and_what_somebody_says_at_any_time_are_not_dated_so(line: str, parser: Parser) -> None:
    who = plain(line).split()[0]
    mention = "m" if who == "Orlova" else None
    told = [attribution(line, "1", speaker=who, mention=mention), attribution(line, "2", speaker="Dorn")]
    told.append(attribution(line, "3", speaker=who, mention=mention))
    times = [
        replace(timex, expression=replace(timex.expression, value="XXXX-WXX-5", anchor="publication"))
        for timex in timexes(line)
    ]
    assert [a.said for a in date_attributions(parse(plain(line), parser), times, told)] == [expected(line), None, None]


_SPEAKERS = ("Orlova", "Orlova", "Orlova", "Dorn")


@pytest.mark.parametrize(("speech", "said", "anchor"), [("direct", "t9", "t9"), ("direct", None, "speech")])
def test_today_in_a_speech_is_the_day_of_the_speech(speech: str, said: str | None, anchor: str) -> None:
    line = '[content "We met [time today]",] [source Orlova] [cue said].'
    (today,) = timexes(line)
    today = replace(today, expression=Expression(value=None, anchor="publication", offset=0, unit="day"))
    (anchored,) = anchor_speech([today], [attribution(line, said=said, speech=speech)])
    assert anchored.expression.anchor == anchor


def test_today_in_the_words_of_the_report_is_the_day_of_the_report() -> None:
    line = "[source Orlova] [cue said] [content that they met [time today]]."
    (today,) = timexes(line)
    today = replace(today, expression=Expression(value=None, anchor="publication", offset=0, unit="day"))
    assert anchor_speech([today], [attribution(line)]) == (today,)


def test_whoever_is_asked_answers_on_the_same_day(parser: Parser) -> None:
    line = (
        "On [right 4 February] Dorn [cue1 was asked] [content1 whether the dam would hold].\n\n"
        "[source2 Dorn] [cue2 said] [content2 that it would]."
    )
    asked = attribution(line, "1", act="ask", addressee=Named(name="Dorn", span=None))
    dated = date_attributions(parse(plain(line), parser), timexes(line), [asked, attribution(line, "2")])
    assert [a.said for a in dated] == [expected(line)] * 2


@pytest.mark.parametrize(
    ("line", "dated"),
    [
        (
            "On [right 3 May] Orlova went to the town of Dorn. In Dorn, Orlova [time told] us of it. "
            '[content "Is it safe?"] [source Orlova] [cue asked].',
            True,
        ),
        ("On [right 3 May] Orlova flew to Dorn. In Dorn, [source Orlova] [cue said] [content it held].", True),
        ("On [right 3 May] Marsh flew to Dorn. In Dorn, [source Orlova] [cue said] [content it held].", False),
        ("On [right 3 May] Orlova flew to Korva. In Dorn, [source Orlova] [cue said] [content it held].", False),
        ("On [right 3 May] Orlova flew to Dorn. Later [source Orlova] [cue said] [content it held].", False),
        ("On [right 3 May] Orlova flew to Dorn. In Dorn, [source Orlova] [cue had said] [content it held].", False),
        ("Orlova flew to Dorn. In Dorn, [source Orlova] [cue said] [content it held].", False),
        ("On [right 3 May] Orlova slept in Dorn. In Dorn, [source Orlova] [cue said] [content it held].", False),
    ],
)
def test_whoever_came_to_a_place_speaks_there_on_that_day(line: str, dated: bool, parser: Parser) -> None:
    (told,) = date_attributions(parse(plain(line), parser), timexes(line), [attribution(line)])
    assert told.said == (expected(line) if dated else None)


LED = (
    "[source1 Orlova] [cue1 {cue}] [content1 that the dam holds].\n\n"
    "[source2 Orlova] [cue2 said] [right on 3 May] [content2 that it held]. {more}"
)
OTHER_DAY = "[source3 Orlova] [cue3 said] [time on 5 June] [content3 that it fell]."


@pytest.mark.parametrize(
    ("line", "dated"),
    [
        (LED.format(cue="says", more=""), True),
        (LED.format(cue="had said", more=""), False),
        (LED.format(cue="says", more=OTHER_DAY), False),
    ],
)
def test_headline_and_lead_tell_of_the_day_that_the_report_gives_below(line: str, dated: bool, parser: Parser) -> None:
    numbers = "123" if "source3" in line else "12"
    told = [attribution(line, number) for number in numbers]
    times = [
        replace(timex, expression=Expression(value=f"XXXX-0{n}-03", anchor="publication"))
        for n, timex in enumerate(timexes(line), 5)
    ]
    found = date_attributions(parse(plain(line), parser), times, told)
    assert found[0].said == (expected(line) if dated else None)


def test_any_part_of_a_cue_may_be_dated(parser: Parser) -> None:
    line = (
        "[content It holds,] Dorn Press [cue quoted] [source her] [cue as saying] in an interview on [right October 2]."
    )
    (dated,) = date_attributions(parse(plain(line), parser), timexes(line), [attribution(line)])
    assert dated.said == expected(line)


@pytest.mark.parametrize(
    ("line", "anchor"),
    [
        ('[content "We met [time today]", she said, "in Dorn",] [source Orlova] [cue said].', "speech"),
        ('[content "We met", as [time today] was told, "in Dorn",] [source Orlova] [cue said].', "publication"),
    ],
)
def test_between_two_quotations_the_report_speaks_itself(line: str, anchor: str, parser: Parser) -> None:
    (today,) = timexes(line)
    today = replace(today, expression=Expression(value=None, anchor="publication", offset=0, unit="day"))
    (found,) = anchor_speech([today], [attribution(line, speech="direct")], parse(plain(line), parser))
    assert found.expression.anchor == anchor


def test_a_time_outside_every_speech_is_the_reports_own(parser: Parser) -> None:
    line = '[time Today] it rained. [content "We met",] [source Orlova] [cue said].'
    (today,) = timexes(line)
    today = replace(today, expression=Expression(value=None, anchor="publication", offset=0, unit="day"))
    assert anchor_speech([today], [attribution(line, speech="direct")], parse(plain(line), parser)) == (today,)


def test_the_date_that_opens_the_sentence_dates_a_statement_that_hangs_on_another_verb(parser: Parser) -> None:
    line = "[right In May], before the dam fell, there was, [source Orlova] [cue said], [content no danger]."
    (dated,) = date_attributions(parse(plain(line), parser), timexes(line), [attribution(line)])
    assert dated.said == expected(line)


def test_a_quotation_between_keeps_the_opening_date_away(parser: Parser) -> None:
    line = '[time In May] it fell; "[content no danger]", [source Orlova] [cue said].'
    (dated,) = date_attributions(parse(plain(line), parser), timexes(line), [attribution(line)])
    assert dated.said is None
