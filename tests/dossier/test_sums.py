""" "Do the numbers of the report add up?\""""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.dossier import draw_dossier
from onrecord.dossier.catalogue import Catalogue, catalogue_story
from onrecord.dossier.sums import Line, list_sums
from onrecord.records import Accounts, Document, Figure, Marks, Story, Things
from tests.dossier.builders import count, detail

_TEXT = "The road is 640 km long: 410 km on the coast and 230 km inland."


def tell_road(whole: float, stated: bool) -> Story:
    document = Document(id="droad", uri="road.txt", capture="0", text=_TEXT, language="en", title=detail("The road"))
    part_of = "f640" if stated else None
    figures: tuple[Figure, ...] = (
        count("f640", document, "640 km", whole, "km"),
        count("f410", document, "410 km", 410, "km", part_of=part_of),
        count("f230", document, "230 km", 230, "km", part_of=part_of),
    )
    marks = Marks(document="droad", figures=figures)
    stray = replace(marks, document="dgone")
    return Story(title="road", documents=(document,), marks=(marks, stray), things=Things(), accounts=Accounts(),
                 problems=(), version="0.1.0")  # fmt: skip


def read_line(line: Line) -> str:
    parts = " + ".join(part.number for part in line.parts)
    return f"{parts} {line.relation} {line.whole.number} {line.unit} (report {line.report.number}){line.told}"


@pytest.mark.parametrize(
    ("whole", "stated", "told"),
    [
        (640, True, "410 + 230 = 640 km (report 1): holds."),
        (700, True, "410 + 230 beside 700 km (report 1): the parts add up to 640, the report gives 700."),
        (640, False, "410 + 230 = 640 km (report 1): holds, though the report does not say that these are its parts."),
    ],
)
def test_parts_are_added_up_and_nothing_is_judged(whole: float, stated: bool, told: str) -> None:
    assert [read_line(line) for line in list_sums(catalogue_story(tell_road(whole, stated)))] == [told]


def test_numbers_that_are_no_sum_are_left_alone() -> None:
    catalogue: Catalogue = catalogue_story(tell_road(700, stated=False))
    assert list_sums(catalogue) == ()


def test_the_sums_are_on_the_page_with_links_to_their_figures() -> None:
    page = draw_dossier(tell_road(640, stated=True))
    assert '<a href="#figure-f410">410</a> + <a href="#figure-f230">230</a> = <a href="#figure-f640">640</a> km' in page
    assert "<h3>Sums</h3>" not in draw_dossier(tell_road(700, stated=False))
