""" "Make it small, and lose nothing.\""""

from __future__ import annotations

import json
from dataclasses import replace

from onrecord.dossier.catalogue import catalogue_story
from onrecord.dossier.filters import list_choices
from onrecord.dossier.packing import Listed, pack_lists
from onrecord.dossier.positions import list_positions
from onrecord.dossier.quantities import list_quantities
from onrecord.dossier.sources import list_sheets
from onrecord.dossier.speakers import list_speakers
from onrecord.dossier.timeline import list_clocks
from onrecord.records import Accounts, Document, Marks, Span, Story, Things
from tests.dossier.builders import attribute, detail
from tests.dossier.stories import tell_small_story


def pack(story: Story) -> str:
    catalogue = catalogue_story(story)
    choices = list_choices(catalogue)
    tables, alone = list_quantities(catalogue, choices)
    return pack_lists(
        Listed(
            sheets=list_sheets(catalogue, choices),
            speakers=list_speakers(catalogue, choices),
            fields=list_positions(catalogue, choices),
            clocks=list_clocks(catalogue, choices),
            tables=tables,
            alone=alone,
        )
    )


def tell_one(text: str, content: tuple[Span, ...]) -> Story:
    document = Document(id="d", uri="u.txt", capture="0", text=text, language=None, title=detail("t"))
    found = replace(attribute("a", document, "", "", ""), content=content, speaker="Orlova")
    marks = Marks(document="d", attributions=(found,))
    return Story(title="t", documents=(document,), marks=(marks,), things=Things(), accounts=Accounts(), problems=(),
                 version="0")  # fmt: skip


def test_words_are_places_in_the_text_counted_as_the_script_counts() -> None:
    text = "\U0001f6a2\U0001f6a2 The ferry sails at once."
    held = json.loads(pack(tell_one(text, (Span(start=3, end=len(text)),))))
    assert held["reports"][0][1][0][4] == [5, 29]
    assert held["sayings"][0][3][0][3:] == [0, 5, 0, 24]


def test_marks_that_lie_apart_are_told_by_their_lengths() -> None:
    held = json.loads(pack(tell_one("One two three four.", (Span(start=0, end=3), Span(start=8, end=13)))))
    assert held["sayings"][0][3][0][3:] == [0, 0, 0, 3, 5, 5]


def test_words_that_are_not_in_the_text_as_they_stand_are_held_whole() -> None:
    far = "x " * 2000
    held = json.loads(pack(tell_one(far, (Span(start=0, end=1), Span(start=3000, end=3001)))))
    cut, *pieces = held["sayings"][0][3][0][3:]
    assert cut == -1
    assert any(" … " in piece for piece in pieces if isinstance(piece, str))


def test_what_would_end_the_script_element_is_written_as_a_number() -> None:
    packed = pack(tell_one("</script> & \u2028", (Span(start=0, end=9),)))
    assert not set("<>&\u2028") & set(packed)


def test_positions_and_figures_of_reports_that_are_gone_are_kept_without_words() -> None:
    story = tell_small_story()
    positions = tuple(replace(one, document="dgone") for one in story.accounts.positions)
    held = json.loads(
        pack(replace(story, accounts=replace(story.accounts, positions=positions), documents=story.documents[:1]))
    )
    assert all(row[-1] == -1 for row in held["lists"]["issue-Iwall-dated"])
    assert {row[1] for rows in ("quantity-Qboats", "figures-alone") for row in held["lists"].get(rows, [])} >= {0, -1}
