"""The ministry says 36 and the rescuers say 41: which numbers speak of the same thing?"""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.records import Document, Marks
from tests.accounts.comparing import compared
from tests.linking.reports import Counted, make_marks, make_report

# Figures.


def tolls(*counted: Counted, day: str | None = "2031-05-02", uri: str = "a.txt") -> tuple[Document, Marks]:
    text = " ".join(f"Some {one.words} people, {one.claimant} said." for one in counted)
    document = make_report(uri, text, day)
    return document, make_marks(document, counted=counted)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (Counted("36", 36, claimant="A"), Counted("36", 36, claimant="B")),
        (Counted("30", 30, operator="more_than", claimant="A"), Counted("36", 36, claimant="B")),
        (Counted("40", 40, operator="less_than", claimant="A"), Counted("36", 36, claimant="B")),
        (Counted("37", 37, operator="approx", claimant="A"), Counted("36", 36, claimant="B")),
        (Counted("36", 36, claimant="A"), Counted("41", 41, claimant="B", status="expected")),
        (Counted("36", 36, claimant="A"), Counted("41", 41, claimant="B", measure="injured")),
        (Counted("36", 36, claimant="A", place="Tarn"), Counted("41", 41, claimant="B", place="Orm")),
        (Counted("36", 36, claimant="A", of="sailors"), Counted("41", 41, claimant="B", of="farmers")),
        (Counted("36", 36, claimant="A", day="2031-05-01"), Counted("41", 41, claimant="B", day="2031-05-02")),
        (Counted("36", 36, claimant="A"), Counted("41", 41, claimant="A")),
        (Counted("36", 36, unit="boat", claimant="A"), Counted("41", 41, unit="boat", claimant="B")),
        (Counted("36", None, claimant="A"), Counted("41", 41, claimant="B")),
        (Counted("36", 36, operator="vague", claimant="A"), Counted("41", 41, claimant="B")),
    ],
)
def test_figures_that_fit_are_left_alone(one: Counted, two: Counted) -> None:
    assert not compared(tolls(one, two)).discrepancies


def test_two_bodies_count_differently() -> None:
    found = compared(
        tolls(Counted("36", 36, claimant="Coast Office"), Counted("41", 41, claimant="Red Lamp", place="Tarn"))
    )
    (discrepancy,) = found.discrepancies
    assert (discrepancy.kind, discrepancy.severity) == ("figure", "high")
    assert [side.label for side in discrepancy.sides] == ["36", "41"]
    assert "Tarn" in (discrepancy.reconciled_by or "")
    assert discrepancy.question == "How many people were killed?"


@pytest.mark.parametrize(
    "part",
    [
        "Eight of the dead were divers, B said.",
        "Among the victims were eight divers, B said.",
        "Of them eight dived, B said.",
    ],
)
def test_some_of_the_dead_are_no_other_toll(part: str) -> None:
    document = make_report("a.txt", f"A put the dead at 17. {part}", "2031-05-02")
    words = "Eight" if "Eight" in part else "eight"
    counted = (Counted("17", 17, claimant="A"), Counted(words, 8, claimant="B"))
    assert not compared((document, make_marks(document, counted=counted))).discrepancies


def test_a_range_holds_what_lies_in_it() -> None:
    document, marks = tolls(Counted("30", 30, operator="range", claimant="A"), Counted("36", 36, claimant="B"))
    wide = replace(marks, figures=(replace(marks.figures[0], high=40), marks.figures[1]))
    assert not compared((document, wide)).discrepancies
    narrow = replace(marks, figures=(replace(marks.figures[0], high=33), marks.figures[1]))
    assert compared((document, narrow)).discrepancies


def test_one_body_counts_less_than_before() -> None:
    first = Counted("41", 41, claimant="Coast Office", day="2031-05-01")
    later = Counted("36", 36, claimant="Coast Office", day="2031-05-02")
    (found,) = compared(tolls(first, later)).discrepancies
    assert "The later number is the lower one" in found.why
    corrected = replace(later, supersedes="41")
    assert not compared(tolls(replace(first, status="superseded"), corrected)).discrepancies


def test_a_later_correction_may_reconcile() -> None:
    one = tolls(Counted("36", 36, claimant="Red Lamp"), Counted("41", 41, claimant="Coast Office"))
    text = "The Coast Office lowered its count from 41 to 36."
    document = make_report("b.txt", text, "2031-05-04")
    older = Counted("41", 41, status="superseded", claimant="Coast Office")
    newer = Counted("36", 36, claimant="Coast Office", supersedes="41")
    (found,) = compared(one, (document, make_marks(document, counted=[older, newer]))).discrepancies
    assert "Coast Office later corrected 41 to 36" in (found.reconciled_by or "")


def test_reports_far_apart_do_not_count_the_same() -> None:
    one = tolls(Counted("36", 36, claimant="Korvan Coast Office"), uri="a.txt")
    sea = make_report("c.txt", "We sailed to Korva along the Korvan coast.", "2031-05-02")
    korva = sea, make_marks(sea)
    near = tolls(Counted("41", 41, claimant="Red Lamp of Korva"), uri="b.txt", day="2031-05-04")
    far = tolls(Counted("41", 41, claimant="Red Lamp of Korva"), uri="b.txt", day="2031-09-04")
    undated = tolls(Counted("41", 41, claimant="Red Lamp of Korva"), uri="b.txt", day=None)
    assert len(compared(one, near, korva).discrepancies) == 1
    assert not compared(one, far, korva).discrepancies
    assert not compared(one, undated, korva).discrepancies
    elsewhere = tolls(Counted("41", 41, claimant="Red Lamp"), uri="b.txt", day="2031-05-04")
    assert not compared(one, elsewhere, korva).discrepancies


def test_the_reports_own_number_beside_a_claimed_one() -> None:
    own = Counted("36", 36)
    claimed = Counted("41", 41, claimant="Coast Office")
    (found,) = compared(tolls(own, claimed)).discrepancies
    assert found.kind == "figure"
    assert not compared(tolls(own, replace(own, words="41", value=41))).discrepancies
    nameless = "what the people who live in the lower harbour say of it"
    assert compared(tolls(own, claimed, replace(claimed, words="77", value=36, claimant=nameless))).discrepancies


def test_agreement_on_a_figure_needs_two_voices() -> None:
    sea = make_report("c.txt", "We sailed to Korva along the Korvan coast.", "2031-05-02")
    korva = sea, make_marks(sea)
    one = tolls(Counted("36", 36, claimant="Korvan Coast Office"), uri="a.txt")
    two = tolls(Counted("36", 36, claimant="Korvan Red Lamp"), uri="b.txt")
    same = tolls(Counted("36", 36, claimant="Korvan Coast Office"), uri="b.txt")
    (agreement,) = compared(one, two, korva).agreements
    assert (agreement.reports, agreement.independent_texts) == (2, 2)
    assert not compared(one, same, korva).agreements


def test_money_and_time_agree_too_often_by_chance() -> None:
    for unit in ("year", "USD"):
        texts = ["At Tarn and Orm it cost 36 of them.", "Orm and Tarn paid 36 for it."]
        reports = []
        for number, text in enumerate(texts):
            document = make_report(f"{number}.txt", text, "2031-05-02")
            reports.append((document, make_marks(document, counted=[Counted("36", 36, "cost", unit)])))
        assert not compared(*reports).agreements


def test_two_claimed_counts_of_people_side_by_side_answer_each_other() -> None:
    police, league = (
        Counted("600", 600, "marched", claimant="Police"),
        Counted("2,000", 2000, "marched", claimant="League"),
    )
    (found,) = compared(tolls(police, league)).discrepancies
    assert (found.kind, found.severity) == ("figure", "low")
    assert found.question == "How many people marched?"


def test_figures_in_the_reports_own_voice_agree_when_names_are_shared() -> None:
    texts = ["Storm Ada killed 36 at Tarn and Orm.", "At Tarn and at Orm 36 died in Storm Ada.", "Elsewhere 36 died."]
    reports = []
    for number, text in enumerate(texts):
        document = make_report(f"{number}.txt", text, "2031-05-02")
        reports.append((document, make_marks(document, counted=[Counted("36", 36)])))
    (agreement,) = compared(*reports).agreements
    assert agreement.reports == 2
    assert "own voice" in agreement.why
