""" "Who is "they"? And how often are you wrong?\""""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.dossier.catalogue import catalogue_story, speaker_of
from onrecord.dossier.discrepancies import list_discrepancies
from onrecord.dossier.filters import list_choices
from onrecord.dossier.knowledge import load_measured, only_points, trim_relative
from onrecord.dossier.positions import list_positions
from onrecord.dossier.recordings import list_recordings
from onrecord.dossier.speakers import NOT_NAMED, list_speakers
from onrecord.dossier.summaries import describe_record, summarise
from tests.dossier.stories import tell_small_story


@pytest.mark.parametrize("words", ["who", "It", "both", "They", "eight of them since Saturday", "some of those", "I"])
def test_words_that_only_point_name_nobody(words: str) -> None:
    assert only_points(words)


@pytest.mark.parametrize(
    "words",
    ["WHO", "US", "Itzel Brandt", "eight officials", "most of Hesk", "both ministers", "some of", "", "…", "Hesk"],
)
def test_names_and_descriptions_are_kept(words: str) -> None:
    assert not only_points(words)


def test_what_is_said_by_nobody_named_stands_last_with_the_words_of_the_report() -> None:
    story = tell_small_story()
    marks = tuple(
        replace(
            one,
            attributions=tuple(replace(a, speaker="eight of them") if a.id == "asay" else a for a in one.attributions),
        )
        for one in story.marks
    )
    villagers = replace(story.marks[3].attributions[-1])
    renamed = tuple(
        replace(
            m,
            attributions=tuple(
                replace(a, speaker="both of them") if a.speaker == "Villagers" else a for a in m.attributions
            ),
        )
        for m in marks
    )
    statements = tuple(
        replace(one, speaker="both of them") if one.speaker == "Villagers" else one for one in story.things.statements
    )
    accounts = replace(
        story.accounts,
        positions=tuple(
            replace(p, actor="They") if p.attribution == "aaccuse" else p for p in story.accounts.positions
        ),
        discrepancies=(
            replace(
                story.accounts.discrepancies[2],
                sides=(
                    replace(
                        story.accounts.discrepancies[2].sides[0],
                        members=(
                            replace(
                                story.accounts.discrepancies[2].sides[0].members[0], mark="aaccuse", speaker="they"
                            ),
                        ),
                    ),
                ),
            ),
        ),
    )
    catalogue = catalogue_story(
        replace(story, marks=renamed, accounts=accounts, things=replace(story.things, statements=statements))
    )
    choices = list_choices(catalogue)
    last = list_speakers(catalogue, choices)[-1]
    assert villagers.id in catalogue.attributions
    assert last.name == NOT_NAMED
    assert "both of them" in {saying.named_as for saying in last.undated}
    assert speaker_of(catalogue, catalogue.attributions["aaccuse"]) is None
    assert "both of them" not in {choice.label for choice in choices.speakers}
    found = {one.anchor: one for one in list_recordings(catalogue, choices, catalogue.marks["dsecond"])}
    assert ("Named as", "both of them") in found["record-aaccuse"].facts
    assert "Not named (“They”)" in {lane.actor for lane in list_positions(catalogue, choices)[0].lanes}
    voice = list_discrepancies(catalogue, choices)[0].columns[0].voices[0]
    assert (voice.speaker, voice.role) == ("Speaker not named", "called “both of them”")


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("the minister, who", "the minister"),
        ("the office which", "the office"),
        ("Doctor Who Society", "Doctor Who Society"),
        ("who", "who"),
    ],
)
def test_the_word_that_begins_a_clause_is_no_part_of_a_name(words: str, kept: str) -> None:
    assert trim_relative(words) == kept


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("harbour", "Harbour"),
        ("sea-wall_2031", "Sea wall 2031"),
        ("The sea-wall of Hesk", "The sea-wall of Hesk"),
        ("--", "A story without a title"),
    ],
)
def test_the_name_of_a_file_is_shown_as_a_title(title: str, shown: str) -> None:
    assert summarise(catalogue_story(replace(tell_small_story(), title=title))).title == shown


def test_the_record_tells_how_often_it_was_right_and_on_what() -> None:
    measured = describe_record(catalogue_story(tell_small_story())).measured
    assert measured == load_measured()
    assert all(one.what and one.figure and one.on for one in measured)
