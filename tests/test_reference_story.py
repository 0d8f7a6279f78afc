""" "On the five reports of the reference story the record says what a careful reader would.\""""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.reading import read_sources
from onrecord.records import Discrepancy, Story
from onrecord.running import add_intakes, load_story, run_story
from onrecord.store import check_story, open_story
from tests.running.reports import quiet

SEEDS = Path(__file__).parent.parent.parent / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the reference story is not part of the project")


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Story:
    with open_story(tmp_path_factory.mktemp("reference") / "reference.db", create=True) as opened:
        add_intakes(opened, read_sources([str(SEEDS)]), quiet)
        assert run_story(opened, 1, quiet).failed == 0
        found = check_story(opened)
        assert (found.documents, found.wrong) == (5, ())
        assert found.slots > 500
        return load_story(opened)


def number(story: Story, document: str) -> str:
    return next(Path(d.uri).name[:3] for d in story.documents if d.id == document)


def reports(story: Story, discrepancy: Discrepancy) -> list[set[str]]:
    return [{number(story, member.document) for member in side.members} for side in discrepancy.sides]


def test_each_report_is_dated_as_far_as_its_content_allows(story: Story) -> None:
    days = {number(story, d.document): d.publication.interval for d in story.things.publications}
    assert (days["004"].earliest, days["004"].latest) == ("2019-02-05", "2019-02-05")
    assert (days["003"].earliest, days["003"].latest) == ("2022-09-18", "2022-09-18")
    assert (days["002"].earliest, days["002"].latest) == ("2017-11-24", "2020-10-15")
    assert (days["001"].earliest, days["001"].latest) == ("2017-10-03", "2017-11-24")
    assert days["000"].earliest == "2017-06-24"


def test_the_two_tolls_stand_side_by_side(story: Story) -> None:
    (toll,) = (d for d in story.accounts.discrepancies if d.kind == "figure")
    figures = {figure.id: figure for marks in story.marks for figure in marks.figures}
    values = [{figures[m.mark].value for m in side.members if m.mark} for side in toll.sides]
    assert sorted(map(sorted, values)) == [[36.0], [37.0]]  # type: ignore[arg-type]


def test_relief_received_and_relief_expected_do_not_conflict(story: Story) -> None:
    compared = {m.mark for d in story.accounts.discrepancies for side in d.sides for m in side.members}
    figures = [figure for marks in story.marks for figure in marks.figures]
    aid = [figure for figure in figures if figure.value in (177.0, 160.0, 12.0)]
    assert len(aid) == 3
    assert not compared & {figure.id for figure in aid}


def test_no_order_is_claimed_between_undated_and_dated_statements(story: Story) -> None:
    undated = [p for p in story.accounts.positions if number(story, p.document) == "002"]
    assert undated
    december = ("2018-12-01", "2018-12-31")
    assert all(p.said is None or (p.said.earliest or "") <= december[0] for p in undated)
    assert all(p.said is None or (p.said.latest or "9999") >= december[1] for p in undated)


def test_whoever_reports_is_never_the_killer(story: Story) -> None:
    deaths = [e for marks in story.marks for e in marks.events if e.subtype == "kill"]
    assert deaths
    assert not [p for e in deaths for p in e.participants if p.role == "actor" and "authorit" in p.name.lower()]


def test_the_discrepancies_that_are_shown_are_those_of_the_target(story: Story) -> None:
    kinds = sorted(d.kind for d in story.accounts.discrepancies)
    assert set(kinds) <= {
        "accusation",
        "denial",
        "figure",
        "one_sided",
        "opposition",
        "overreach",
        "position",
        "wording",
    }
    assert len(kinds) <= 9
    assert {"figure", "denial", "opposition", "position"} <= set(kinds)
    (denial,) = (d for d in story.accounts.discrepancies if d.kind == "denial")
    assert {"004"} in reports(story, denial)
