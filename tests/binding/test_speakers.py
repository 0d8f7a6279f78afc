"""Tell me who really said it: the person behind "he", "the premier" and a bare surname."""

from __future__ import annotations

import pytest

from onrecord.binding.speakers import resolve_relays, resolve_speakers
from onrecord.language import Parser, parse
from onrecord.records import Named, Relay
from tests.binding.making import attribution, spans
from tests.binding.resolving import mentions_of, resolved
from tests.marked import plain

SAID = "[cue said] [content so]"
ONE = [
    # the source names the speaker
    ("[source The mayor of Lima, Ana Valdez,] @.", "Ana Valdez"),
    ("[source Vornian Transport Minister, Stepan Orlov,] @.", "Stepan Orlov"),
    ("[source Stepan Orlov, the head of the agency,] @.", "Stepan Orlov"),
    ("[source The Kenyan Water Ministry] @.", "Kenyan Water Ministry"),
    ("[content So], [source Moscow] [cue said].", "Moscow"),
    ("Governor Ana Valdez left. [source Valdez's] [cue promise] [content to return] was kept.", "Ana Valdez"),
    # the source says what the speaker is
    ("President Ana Valdez spoke. [content So], [source the president] [cue said].", "Ana Valdez"),
    ("[source The Vornian premier] [cue left]. Vornian Prime Minister Stepan Orlov waved.", "Stepan Orlov"),
    (
        "Kenya's Deputy Transport Minister, Ana Valdez, spoke. [source Kenyan official] [cue added] [content so].",
        "Ana Valdez",
    ),
    ("The President of Peru, Ana Valdez, spoke. [source The head of the republic] @.", "Ana Valdez"),
    ("Peruvian Foreign Minister Ana Valdez spoke. [source PERUVIAN FM] @.", "Ana Valdez"),
    ("Defence Minister Ana Valdez spoke. [source The defense minister] @.", "Ana Valdez"),
    ("Kenya's Water Ministry met. [source The ministry] @.", "Kenya's Water Ministry"),
    ("The Board of River Trade met. [source The board] @.", "Board of River Trade"),
    ("It was told to the newspaper Tidings. [source The newspaper] @.", "Tidings"),
    ("Minister Ana Valdez spoke.\n\n[source VALDEZ]: [content So]. [cue said]", "Ana Valdez"),
    # a pronoun
    ("Governor Ana Valdez and Igor Petrenko met. [source She] @.", "Ana Valdez"),
    ("Mayor Karl Munk spoke. It rained. According to [source him], [content it rained]. [cue said]", "Karl Munk"),
    ("Ana Valdez, [source who] [cue said] [content so], left.", "Ana Valdez"),
    ("The weir was built by engineers [source who] [cue said] [content so].", "engineers"),
    ("Ana Valdez of the River League, [source who] [cue said] [content so], left.", "Ana Valdez"),
    ("It is a letter [source that] [cue said] [content so].", "a letter"),
    ("Karl Munk left, and so did his envoy, Oreno Valdez. [source He] @.", "Karl Munk"),
    ("I told [source him] \\[Munk\\] that. Karl Munk @.", "Karl Munk"),
    ("Prime Minister Ana Valdez met two envoys in Lima. The premier met Karl Tamm. [source She] @.", "Ana Valdez"),
    ("T\u00f3mas Brenn and Ana Valdez met. [source She] @.", "Ana Valdez"),
    ("Rova Tarn\u00f3 met Oreno Valdez. [source He] @.", "Oreno Valdez"),
    ("Hale Motors closed a plant. [source It] @.", "Hale Motors"),
    ("Ana Valdez and Karl Munk met. [source We both] @.", "We both"),
    ("Karl Munk fought Igor Petrenko. Their promoter sold every seat. [source He] @.", "their promoter"),
    ("Anna Weiss and Ana Valdez left. Her trainer slept. [source She] @.", "She"),
    ("Nobody met Anna Weiss after Ana Valdez. [source She] @.", "She"),
    ("Mayor Otto Field left. [source Field] @.", "Otto Field"),
    ("Otto Field and Ana Field left. [source Field] @.", "Field"),
    # a name behind a description
    ("[source The director of the river zoo, Dr Ana Valdez,] @.", "Ana Valdez"),
    ("[source The treasurer, a quiet man called Igor Petrenko,] @.", "Igor Petrenko"),
    ("[source Its trade federation, Orvring,] @.", "Orvring"),
    ("Dorn lost. [source Its trade federation], Orvring, [cue supports] [content the levy].", "Orvring"),
    ("[source Tamm's employer, Brul Works,] @.", "Brul Works"),
    ("Anna Weiss, [source 81], @.", "Anna Weiss"),
    ("[source Guards in the capital, Lima] @.", "guards in the capital, Lima"),
    ("A trustee who had voted no, Sir Karl Munk, stayed away. [source He] @.", "Karl Munk"),
    ("The Minister left. [source The Minister himself] @.", "the Minister"),
    ("Her new film opens in Lima. The new one is long. [source She] @.", "She"),
    # a word for bodies, trades and posts
    ("A Tarnair plane, flown by the airline Tarnair, is missing. [source The airline] @.", "Tarnair"),
    ("The Red Delta Brigade broke its silence. [source The group] @.", "Red Delta Brigade"),
    ("Hale Motors met Orvik Motors in Lima. [source The firm] @.", "the firm"),
    ("The Interior Ministry met. [source The firm] @.", "the firm"),
    ("Hale Motors left. It rained. It rained. Orvik Mining came back. [source The company] @.", "Orvik Mining"),
    ("Ana Valdez counted the herons. [source The biologist] @.", "Ana Valdez"),
    ("Ana Valdez praised a deaf librarian. [source The librarian] @.", "the librarian"),
    ("Ana Valdez praised the verdict. [source The judge] @.", "the judge"),
    ("Judge Ana Valdez met Karl Munk, a potter. [source The biologist] @.", "the biologist"),
    ("In between stands the alcaldesa, Ana Valdez. [source The alcaldesa] @.", "Ana Valdez"),
    ("Mrs Justice Ana Valdez sat down. [source The judge] @.", "Ana Valdez"),
    ("He wrote to the prefect of Upper Tarn. [source The prefect] @.", "the prefect of Upper Tarn"),
    ("The keeper of the mill met the keeper of the dam. [source The keeper] @.", "the keeper"),
    ("Between them stood the alcaldesa, Mrs Anna Weiss. [source The alcaldesa] @.", "Anna Weiss"),
    ("It was the morning. [source The morning] @.", "the morning"),
    ("Orvik Mining shut its pit. [source The union] @.", "the union"),
    ("Hale Motors shut its plant. [source The carmaker] @.", "Hale Motors"),
    ("The Court of Appeals sat. [source The district court] @.", "the district court"),
    ("She directed the film, Ana Valdez. [source The film] @.", "the film"),
    # whose aunt: as the report has it; whose statement: the one who wrote it
    ("Ana Valdez was silent. [source Her aunt] @.", "her aunt"),
    ("Ana Valdez was silent. [source Her own doctor] @.", "her own doctor"),
    ("Hale Motors was silent. [source Its statement] @.", "Hale Motors"),
    ("Hale Motors met its bank. [source The union's notice] @.", "the union"),
    ("Nobody was silent. [source Its statement] @.", "its statement"),
    ("Nobody was silent. [source Friday's statement] @.", "Friday's statement"),
    ("Karl Munk denied [source the hauliers'] [cue claim] [content of delays].", "the hauliers"),
    # a word for a person that is no office, where the report talks of one person
    ("Ana Valdez sat down. [source The 54-year-old] @.", "Ana Valdez"),
    ("Ana Valdez sat down. [source The former goalkeeper] @.", "Ana Valdez"),
    ("Ana Valdez sat down. [source The Peruvian] @.", "Ana Valdez"),
    ("Ana Valdez sat down. [source The guest] @.", "Ana Valdez"),
    ("Ana Valdez and Karl Munk sat down. [source The 54-year-old] @.", "the 54-year-old"),
    ("Ana Valdez sat down beside a guest. [source The guest] @.", "the guest"),
    ("Finance Minister Ana Valdez sat down. [source FM] @.", "Ana Valdez"),
    # what is set off behind a description
    ("[source A potter, in a letter to the court,] @.", "a potter"),
    ("[source A leaflet, which reached us on Friday,] @.", "a leaflet"),
    # nobody whom the report names
    ('[source "Two officials" in Lima] @.', "two officials in Lima"),
    ("[source Officials] @.", "officials"),
    ("[source A senior official] @. Kenyan Transport Minister Ana Valdez left.", "a senior official"),
    ("[source Kenyan officials] @. Kenyan Transport Minister Ana Valdez left.", "Kenyan officials"),
    ("[source Ana Valdez and Karl Munk] @.", "Ana Valdez and Karl Munk"),
    ("Ana Valdez left. [source A spokesman for Ana Valdez] @.", "a spokesman for Ana Valdez"),
    ("[source Democrats on the river committee] @.", "Democrats on the river committee"),
    ("Karl Munk met Igor Petrenko. [source She] @.", "She"),
    ("Karl Munk and Igor Petrenko met. [source They] @.", "They"),
    ("Nothing moved. [source Who] [cue said] [content so]?", "Who"),
    ("[source I] @.", "I"),
    ("[source It] @.", "It"),
    ("Nobody came. [source The ministry] @.", "the ministry"),
    # more than one holds the office, or another one does
    ("Kenyan Foreign Minister Ana Valdez left. [source The Transport Minister] @.", "the Transport Minister"),
    ("Candidate Ana Valdez left. [source The presidential candidate] @.", "the presidential candidate"),
    ("Former President Ana Valdez left. [source The president] @.", "the president"),
    ("President Ana Valdez met President Karl Munk. [source The president] @.", "the president"),
    ("Deputy Foreign Minister Ana Valdez left. [source The foreign minister] @.", "the foreign minister"),
    ("Kenyan President Ana Valdez left. [source The Peruvian president] @.", "the Peruvian president"),
    ("Vice presidential nominee Ana Valdez left. [source The presidential nominee] @.", "the presidential nominee"),
    ("Kenya's Water Ministry met Peru's Water Ministry. [source The ministry] @.", "the ministry"),
]


@pytest.mark.parametrize(("line", "speaker"), ONE)
def test_source_leads_to_its_speaker(line: str, speaker: str, parser: Parser) -> None:
    line = line.replace("@", SAID)
    [found] = resolved(line, parser)
    assert found.speaker == speaker
    named = {mention.id: mention.name for mention in mentions_of(plain(line), parser)}
    assert found.mention is None or named[found.mention] == speaker


def test_exact_office_is_chosen_before_one_that_leaves_the_country_open(parser: Parser) -> None:
    line = "Kenyan President Ana Valdez met President Karl Munk. [source The Kenyan president] [cue said] [content so]."
    assert resolved(line, parser)[0].speaker == "Ana Valdez"


def test_without_a_source_nothing_is_touched(parser: Parser) -> None:
    line = "Ana Valdez left. [content So it goes.] [cue Really]."
    made = attribution(line, speaker="Ana Valdez")
    assert resolved(line, parser, made) == (made,)


def test_source_that_touches_no_word_keeps_its_characters(parser: Parser) -> None:
    line = "So it goes[source  ] [cue said] [content so]."
    assert resolved(line, parser)[0].speaker == ""


NESTED = (
    "[source1 Ana Valdez] [cue1 said] [content1 that during talks with Karl Munk "
    "[source2 she] [cue2 had proposed] [content2 to close the dam]]."
)
SPOKEN = "[content1 \u201c[source2 We] [cue2 warn] [content2 everyone],\u201d] [source1 Ana Valdez] [cue1 said]."


@pytest.mark.parametrize("line", [NESTED, SPOKEN])
def test_pronoun_inside_a_statement_is_its_speaker(line: str, parser: Parser) -> None:
    made = attribution(line, "1"), attribution(line, "2", parent="a1")
    assert [one.speaker for one in resolved(line, parser, *reversed(made))] == ["Ana Valdez", "Ana Valdez"]


def test_first_person_inside_a_speech_needs_no_parent(parser: Parser) -> None:
    made = attribution(SPOKEN, "1", speech="direct"), attribution(SPOKEN, "2")
    assert [one.speaker for one in resolved(SPOKEN, parser, *made)] == ["Ana Valdez", "Ana Valdez"]


def test_he_is_not_a_woman_whom_he_is_nested_in(parser: Parser) -> None:
    line = (
        "Karl Munk left. [source1 Ana Valdez] [cue1 said] [content1 that [source2 he] [cue2 had promised] "
        "[content2 to return]]."
    )
    made = attribution(line, "1"), attribution(line, "2", parent="a1")
    assert [one.speaker for one in resolved(line, parser, *made)] == ["Ana Valdez", "Karl Munk"]


def test_he_is_the_last_speaker_and_not_one_named_inside_a_speech(parser: Parser) -> None:
    line = (
        "[source1 Karl Munk] [cue1 spoke] [content1 at length]. [content2 \u201cIgor Petrenko is here,\u201d] "
        "[source2 he] [cue2 said]. [content3 It rained], [source3 he] [cue3 said]."
    )
    made = attribution(line, "1"), attribution(line, "2", speech="direct"), attribution(line, "3")
    assert [one.speaker for one in resolved(line, parser, *made)] == ["Karl Munk"] * 3


def test_someone_without_a_name_stays_the_same_someone(parser: Parser) -> None:
    line = (
        "Karl Munk left. [source1 A customs official] [cue1 said] [content1 so]. [source2 The official] [cue2 added] "
        "[content2 more]. [source3 He] [cue3 laughed] [content3 at it]."
    )
    made = tuple(attribution(line, number) for number in "123")
    assert [one.speaker for one in resolved(line, parser, *made)] == ["a customs official"] * 3


def test_the_minister_is_the_one_who_has_just_spoken(parser: Parser) -> None:
    line = (
        "Transport Minister Ana Valdez met Defence Minister Karl Munk. [source1 Munk] [cue1 said] [content1 so]. "
        "[source2 The minister] [cue2 added] [content2 more]."
    )
    made = attribution(line, "1"), attribution(line, "2")
    assert [one.speaker for one in resolved(line, parser, *made)] == ["Karl Munk", "Karl Munk"]


def test_the_firm_is_the_one_that_has_just_spoken(parser: Parser) -> None:
    line = (
        "Hale Motors met Orvik Mining. [source1 Orvik Mining] [cue1 said] [content1 so]. "
        "[source2 The firm] [cue2 added] [content2 more]."
    )
    made = attribution(line, "1"), attribution(line, "2")
    assert [one.speaker for one in resolved(line, parser, *made)] == ["Orvik Mining", "Orvik Mining"]


def test_the_paper_is_the_relay_of_which_nothing_else_is_told(parser: Parser) -> None:
    line = (
        "[content1 So], [via1 the Tarn Lantern Weekly] [cue1 quoted] [source1 Ana Valdez], and the Brulov Heron. "
        "[source2 The paper] [cue2 added] [content2 more]."
    )
    made = attribution(line, "1"), attribution(line, "2")
    assert resolved(line, parser, *made)[1].speaker == "the paper"


def test_they_are_the_several_who_spoke_just_before(parser: Parser) -> None:
    line = (
        "[source1 The exporters] [cue1 confided] [content1 that [source2 they] [cue2 liked] [content2 the stamp]]. "
        "[source3 They] [cue3 added] [content3 more]."
    )
    made = attribution(line, "1"), attribution(line, "2", parent="a1"), attribution(line, "3")
    assert [one.speaker for one in resolved(line, parser, *made)] == ["the exporters"] * 3


def test_they_inside_a_quotation_are_not_its_speaker_nor_anyone_near(parser: Parser) -> None:
    line = (
        "[source1 The Kenyan Water Ministry] [cue1 met]. [content1 so] [content2 \u201c[source3 They] [cue3 asked] me "
        "[content3 to wait],\u201d] [source2 Ana Valdez] [cue2 said]."
    )
    made = attribution(line, "1"), attribution(line, "2", speech="direct"), attribution(line, "3", parent="a2")
    assert [one.speaker for one in resolved(line, parser, *made)][1:] == ["Ana Valdez", "They"]


def test_she_inside_a_quotation_is_not_who_speaks(parser: Parser) -> None:
    line = (
        "Ana Valdez left. [content1 \u201c[source2 She] [cue2 warned] [content2 everyone],\u201d] "
        "[source1 Anna Weiss] [cue1 said]."
    )
    made = attribution(line, "1", speech="direct"), attribution(line, "2", parent="a1")
    assert [one.speaker for one in resolved(line, parser, *made)] == ["Anna Weiss", "Ana Valdez"]


def test_it_is_the_unnamed_body_that_spoke_just_before(parser: Parser) -> None:
    line = (
        "[source1 A port agency] [cue1 said] [content1 so]. [source2 It] [cue2 added] [content2 more]. "
        "[source3 A baker] [cue3 said] [content3 so]. [source4 It] [cue4 rained] [content4 on]."
    )
    made = tuple(attribution(line, number) for number in "1234")
    assert [one.speaker for one in resolved(line, parser, *made)] == ["a port agency", "a port agency", "a baker", "It"]


def test_the_man_is_the_one_told_of_before_without_a_name(parser: Parser) -> None:
    line = (
        "[source1 A ferryman from Tarn] [cue1 said] [content1 so]. [source2 The man] [cue2 added] [content2 more]. "
        "[source3 The ferryman] [cue3 laughed] [content3 at it]."
    )
    made = tuple(attribution(line, number) for number in "123")
    assert [one.speaker for one in resolved(line, parser, *made)] == ["a ferryman from Tarn"] * 3


def test_a_woman_is_not_taken_for_her_uncle(parser: Parser) -> None:
    line = (
        "[source1 Ana Valdez's] [cue1 ambition] [content1 to sell] ended it. [source2 Her uncle] [cue2 doubts] "
        "[content2 it]. [content3 So], [source3 she] [cue3 said]."
    )
    made = tuple(attribution(line, number) for number in "123")
    names = [one.speaker for one in resolved(line, parser, *made)]
    assert names == ["Ana Valdez", "her uncle", "Ana Valdez"]


CARRIED = (
    "[source1 Ana Valdez] [cue1 said] [content1 so]. [content2 Nothing had been signed.] It rained. It snowed. "
    "[content3 Nothing had been paid.]"
)


def test_words_that_go_on_without_a_source_are_the_last_speakers(parser: Parser) -> None:
    made = attribution(CARRIED, "1"), attribution(CARRIED, "2"), attribution(CARRIED, "3")
    assert [one.speaker for one in resolved(CARRIED, parser, *made)] == ["Ana Valdez", "Ana Valdez", None]


def test_a_second_verb_has_the_speaker_of_the_first_and_a_passive_has_none(parser: Parser) -> None:
    line = "[source1 Ana Valdez] [cue1 doubts] [content1 it] and [cue2 demands] [content2 a recount]."
    made = attribution(line, "1"), attribution(line, "2")
    assert [one.speaker for one in resolved(line, parser, *made)] == ["Ana Valdez", "Ana Valdez"]
    line = "[source1 Ana Valdez] [cue1 doubts] [content1 it]. [content2 Two boats] [cue2 are feared] lost."
    made = attribution(line, "1"), attribution(line, "2")
    assert [one.speaker for one in resolved(line, parser, *made)] == ["Ana Valdez", None]


def test_it_and_they_are_the_body_that_spoke_just_before(parser: Parser) -> None:
    line = (
        "[source1 The Kenyan Water Ministry] [cue1 said] [content1 so]. [source2 It] [cue2 added] [content2 more]. "
        "[source3 They] [cue3 added] [content3 more]."
    )
    made = tuple(attribution(line, number) for number in "123")
    assert [one.speaker for one in resolved(line, parser, *made)] == ["Kenyan Water Ministry"] * 3


def test_who_acts_for_the_holder_is_not_the_holder(parser: Parser) -> None:
    line = (
        f"Acting Kenyan President Karl Munk and Kenyan President Ana Valdez met. [source The Kenyan president] {SAID}."
    )
    assert resolved(line, parser)[0].speaker == "Ana Valdez"


def test_other_states_and_ranks_are_told_apart(parser: Parser) -> None:
    line = f"Kenyan President Ana Valdez and acting President Karl Munk met. [source The Kenyan leader] {SAID}."
    assert resolved(line, parser)[0].speaker == "Ana Valdez"


def test_circle_of_parents_ends(parser: Parser) -> None:
    line = "[source1 Ana Valdez] [cue1 said] [content1 so] and [source2 Karl Munk] [cue2 said] [content2 no]."
    made = attribution(line, "1", parent="a2"), attribution(line, "2", parent="a1")
    assert [one.speaker for one in resolved(line, parser, *made)] == ["Ana Valdez", "Karl Munk"]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("[content So], [via the Kenyan news agency Rift Wire] [cue quoted] [source Ana Valdez].", "Rift Wire"),
        (
            "Rift Wire Agency wrote. [content So], [via the agency] [cue quoted] [source Ana Valdez].",
            "Rift Wire Agency",
        ),
        ("[content So], [via the papers] [cue quoted] [source Ana Valdez].", "papers"),
        ("Ana Valdez left. [content So], [via her son] [cue quoted] [source Ana Valdez].", "her son"),
        ("The consul, Karl Munk, came. [content So], [via the consul] [cue quoted] [source Ana Valdez].", "Karl Munk"),
        ("Rift Wire Agency wrote. [content So], [via same agency] [cue quoted] him.", "Rift Wire Agency"),
        ("Rift Wire Agency wrote. [content So], [via an agency] [cue quoted] him.", "agency"),
        ("Rift Wire Agency wrote. [content So], [via the same agency] [cue quoted] him.", "Rift Wire Agency"),
        ("Harbour Radio woke us. [content So], [via the station] [cue quoted] [source Ana Valdez].", "Harbour Radio"),
        ("Karl Munk came. [content So], [via Munk of Rift Wire] [cue quoted] [source Ana Valdez].", "Karl Munk"),
    ],
)
def test_relay_is_named_without_article_and_kind(line: str, name: str, parser: Parser) -> None:
    text = plain(line)
    [found] = resolve_relays(parse(text, parser), mentions_of(text, parser), resolved(line, parser))
    assert [relay.name for relay in found.via] == [name]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Karl Munk came. [source Ana Valdez] [cue told] [to Munk] [content so].", "Karl Munk"),
        ("[source Ana Valdez] [cue told] [to the reporters] [content so].", "reporters"),
        ("Karl Munk came. [source Ana Valdez] [cue told] [to him] [content so].", "Karl Munk"),
        ("[source Ana Valdez] [cue told] [to her] [content so].", "her"),
    ],
)
def test_addressee_is_never_the_speaker(line: str, name: str, parser: Parser) -> None:
    text, [span] = plain(line), spans(line, "to")
    made = attribution(line, addressee=Named(name=span.of(text), span=span))
    told = resolve_speakers(parse(text, parser), mentions_of(text, parser), [made])
    [found] = resolve_relays(parse(text, parser), mentions_of(text, parser), told)
    assert found.addressee == Named(name=name, span=span)


def test_addressee_without_a_span_stays(parser: Parser) -> None:
    line = "[source Ana Valdez] [cue said] [content so]."
    made = attribution(line, addressee=Named(name="reporters", span=None))
    text = plain(line)
    [found] = resolve_relays(parse(text, parser), mentions_of(text, parser), [made])
    assert found.addressee == made.addressee


def test_relay_outside_every_word_keeps_its_name(parser: Parser) -> None:
    made = attribution("[source Ana Valdez] [cue said] [content so].")
    made = attribution(
        "[source Ana Valdez] [cue said] [content so].", via=(Relay(name="a wire", span=made.content[0]),)
    )
    text = "Ana Valdez said so."
    [found] = resolve_relays(parse(text, parser), (), [made])
    assert [relay.name for relay in found.via] == ["wire"]


def test_many_statements_take_time_in_proportion(parser: Parser) -> None:
    text = "Governor Ana Valdez said so. She said no. " * 300
    parsed, found = parse(text, parser), mentions_of(text, parser)
    line = "[source1 Governor Ana Valdez] [cue1 said] [content1 so]. [source2 She] [cue2 said] [content2 no]."
    base = attribution(line, "1"), attribution(line, "2")
    assert len(resolve_speakers(parsed, found, [*base] * 150)) == 300


def test_whoever_only_asks_does_not_answer(parser: Parser) -> None:
    line = (
        "Anna Weiss told the panel that it broke. [cue1 Asked] by [source1 its chair] [content1 whether it was old], "
        "she paused. [content2 It was], [source2 she] [cue2 said]."
    )
    asked = attribution(line, "1", act="ask", by="statements: asked")
    assert resolved(line, parser, asked, attribution(line, "2"))[1].speaker == "Anna Weiss"


@pytest.mark.parametrize("line", ["Asked on Friday whether it broke, [source He] [cue replied]: [content No]."])
def test_whoever_was_asked_may_have_spoken_last(line: str, parser: Parser) -> None:
    line = "[source1 Karl Munk] [cue1 laughed] at [content1 it]. " + line.replace("source", "source2").replace(
        "cue", "cue2"
    ).replace("content", "content2").replace("He", "he")
    assert resolved(line, parser, attribution(line, "1"), attribution(line, "2"))[1].speaker == "Karl Munk"


TRANSCRIPT = (
    "[source1 ANNA WEISS][cue1 :] [content1 [source2 You] [cue2 promised] [content2 a bridge].]\n\n"
    "[source3 KARL MUNK][cue3 :] [content3 I hoped for one.]\n\n"
    "[source4 ANNA WEISS][cue4 :] [content4 Did you pay?]"
)


def test_you_in_a_transcript_is_whoever_speaks_in_turn(parser: Parser) -> None:
    made = [attribution(TRANSCRIPT, number, by="statements: colon") for number in ("1", "3", "4")]
    nested = attribution(TRANSCRIPT, "2", parent=made[0].id)
    assert resolved(TRANSCRIPT, parser, *made, nested)[3].speaker == "KARL MUNK"


def test_you_stays_open_among_three(parser: Parser) -> None:
    line = "[source5 ORLA TAMM][cue5 :] [content5 It rained.]\n\n" + TRANSCRIPT
    made = [attribution(line, number, by="statements: colon") for number in ("5", "1", "3", "4")]
    nested = attribution(line, "2", parent=made[1].id)
    assert resolved(line, parser, *made, nested)[4].speaker == "You"


@pytest.mark.parametrize(("gap", "speaker"), [(" ", "Anna Weiss"), ("\n\n", "the head of the school")])
def test_she_goes_on_past_somebody_who_comes_in_amid_a_paragraph(gap: str, speaker: str, parser: Parser) -> None:
    line = (
        f"Anna Weiss taught for years. Her masters thought her idle.{gap}[source1 The head of the school] "
        "[cue1 asked for] [content1 somebody else]. [source2 She] [cue2 said] [content2 so]."
    )
    found = resolved(line, parser, attribution(line, "1"), attribution(line, "2"))
    assert found[1].speaker == speaker
