"""Is nothing put on the record that nobody said?"""

import pytest

from onrecord.language import Parser, parse
from onrecord.records import Span
from onrecord.statements import find_unread
from tests.marked import gold, plain
from tests.statements.reported import find, outermost, slots


@pytest.mark.parametrize(
    "line",
    [
        "The premier is to see Defence Minister Bren Tollan on Monday.",
        "The stores are enough to address the shortages of the winter.",
        "The gangs attacked the village on Monday.",
        "The council appointed Mira Orlova.",
        "The commission met the envoy and established a fund.",
        "Orlova called the envoy on Monday.",
        "The bay wants a second pier.",
        "The wind refused to turn.",
        "A diplomat spoke on condition of anonymity.",
        "The book weighs two kilos and names forty ships.",
        "The prizes that the council promised were late.",
        "Nobody urged the council.",
        "The controller cited a mechanic.",
        "If they want war, the gates will be shut.",
    ],
)
def test_what_is_done_is_not_said(line: str, parser: Parser) -> None:
    assert find(line, parser) == ()


@pytest.mark.parametrize(
    "line",
    [
        '[source Orlova] [cue asked]: [content "But who is going to attack us there?"]',
        "[source Orlova] [cue wanted] [content Dornland to establish a second base].",
        "[source Orlova] [cue wants] [content to announce a truce].",
        "[source Each of the two] [cue says] [content that the other must pay].",
        "[source A number of members] [cue support] [content the plan].",
    ],
)
def test_what_is_only_wanted_or_asked_is_not_said(line: str, parser: Parser) -> None:
    text = plain(line)
    assert [slots(a, text) for a in find(text, parser)] == [gold(line)]


@pytest.mark.parametrize(
    "line",
    [
        '[source He] [cue said] [content a foreign fleet would be "a disgrace"] and [cue accused] '
        "[content Tollan of lying].",
        "[source The envoy] [cue denied] [content that Dorn had threatened its neighbour] and [cue accused] "
        "[content Kestria of inventing fleets].",
        "[source He] [cue said] [content the talks had failed] and [cue urged] [content to wait].",
    ],
)
def test_a_second_verb_has_the_speaker_of_the_first(line: str, parser: Parser) -> None:
    text = plain(line).replace("urged to", "urged the council to")
    found = [a for a in find(text, parser) if a.parent is None]
    assert len(found) == 2
    assert {a.speaker for a in found} == {text.split()[0] if text.startswith("He") else "envoy"}


@pytest.mark.parametrize(
    ("line", "speaker"),
    [
        ("Anton Breel of the River League, who had opposed the dam, left.", "Anton Breel of the River League"),
        ("A senior official in the harbour office, who asked not to be named, left.", None),
        ("The River League, which opposed the dam, was founded in May.", "River League"),
        ("People who say that the dam leaks stayed.", "People"),
    ],
)
def test_a_relative_pronoun_stands_for_its_noun(line: str, speaker: str | None, parser: Parser) -> None:
    speakers = [a.speaker for a in find(line, parser)]
    assert speakers == [speaker or "senior official in the harbour office"]


def test_a_quotation_does_not_lend_its_subject_to_the_verb_outside(parser: Parser) -> None:
    line = '"As of 9:00 the hospitals of Dorn have registered 41 dead, eight of them since Monday," the ministry said.'
    (found,) = find(line, parser)
    assert found.speaker == "ministry"


def test_who_follows_a_report_without_marks(parser: Parser) -> None:
    for line in (
        "[content No boats will run on Friday], [cue announced] [source the ferry crews' union].",
        '[content "I have forty ewes on the wrong island,"] [cue wailed] [source her neighbour, Bjarki Dunn].',
        "[source He] [cue denies] [content having been paid].",
        "[source He] [cue is convinced] [content it was arson].",
        "[source He] [cue called on] the council [content to act].",
        "[content The dam holds, but the valley is no place for boats], [source the deputy works minister Mira Orlova] "
        "[cue told] [to her council] in a call.",
    ):
        text = plain(line)
        found = [{pair for pair in one if pair[0] != "addressee"} for one in outermost(text, parser)]
        assert found == [{pair for pair in gold(line) if pair[0] != "to"}]


def test_page_debris_holds_no_headline(parser: Parser) -> None:
    text = "MINISTER: dam is safe for now\n\nOrlova left."
    assert len(find(text, parser)) == 1
    assert find(text, parser, debris=(Span(start=0, end=29),)) == ()


def test_what_is_too_long_to_be_read_is_returned(parser: Parser) -> None:
    text = "Orlova said it held. " + "the dam and " * 300
    unread = find_unread(parse(text, parser))
    assert unread
    assert all(span.start >= 20 for span in unread)
    assert find_unread(parse("Orlova said it held.", parser)) == ()


@pytest.mark.parametrize(
    "line",
    [
        'Dorn Press quoted [source her] as saying: [content "The dam holds."]',
        "[source She] was cited by Radio Dorn as saying [content that the dam held].",
    ],
)
def test_what_an_agency_quotes_is_recorded_once(line: str, parser: Parser) -> None:
    text = plain(line)
    (found,) = find(text, parser)
    assert {pair for pair in slots(found, text) if pair[0] in ("source", "content")} == gold(line)


def test_who_is_asked_does_not_ask(parser: Parser) -> None:
    asked, said = find("Asked whether the dam was safe, Orlova said that it held.", parser)
    assert asked.source == ()
    assert asked.addressee is not None
    assert asked.addressee.name == "Orlova"
    assert said.speaker == "Orlova"


def test_a_participle_after_a_quotation_keeps_the_speaker(parser: Parser) -> None:
    line = '"And I said, build a new one," Orlova said, adding that the old dam leaked.'
    assert {a.speaker for a in find(line, parser) if a.parent is None} == {"Orlova"}


def test_an_outlet_relays_nothing_to_itself(parser: Parser) -> None:
    text = (
        "Mira Orlova said that the dam held, Dorn Wire reported.\n"
        "It is not clear who will pay, Dorn Wire reported, adding that Dorn Wire had asked."
    )
    assert all(a.speaker not in {relay.name for relay in a.via} for a in find(text, parser))


def test_a_title_above_a_colon_is_no_speaker(parser: Parser) -> None:
    assert find("FLOOD ON THE RIVER: 40 HOMES UNDER WATER", parser) == ()


def test_a_transcript_gives_each_speaker_their_lines(parser: Parser) -> None:
    text = "Presenter: Is the dam safe now?\nOrlova: We mended it twice this year.\nPresenter: And who paid for that?"
    assert [a.speaker for a in find(text, parser) if a.parent is None] == ["Presenter", "Orlova", "Presenter"]


def test_the_emergency_service_is_no_news_service(parser: Parser) -> None:
    (found,) = find("Orlova told the Emergency Service that the dam held.", parser)
    assert found.via == ()
    assert found.addressee is not None


def test_the_day_is_no_part_of_the_source(parser: Parser) -> None:
    (found,) = find("According to the ministry of health on Sunday, the dam holds.", parser)
    assert found.speaker == "ministry of health"


def test_a_clause_without_its_subject_is_nobodys_words(parser: Parser) -> None:
    text = "The crew that Orlova said would qualify for the race left."
    assert all(a.content[0].of(text).split()[0] != "would" for a in find(text, parser))
    (asked,) = find("Orlova asked would the dam hold.", parser)
    assert asked.act == "ask"


@pytest.mark.parametrize("verb", ["retracts", "disclaims", "rubbishes"])
def test_what_is_taken_back_is_denied(verb: str, parser: Parser) -> None:
    (found,) = find(f"Orlova {verb} the report.", parser)
    assert found.denial
