""" "My corpus marks dates, places, figures, names and events; score each by its own measure.\""""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.evaluation import Report, read_annotations, score_documents
from onrecord.exports.rows import Cell, Row
from tests.evaluation.making import measure_of, names, row, span, write_rows

TEXT = "On Monday 36 people died in Korva, and at least 40 in Lunde, Dorn Press said, up from 12 last week."


def score(folder: Path, gold: Row, found: Row) -> Report:
    return score_documents(
        read_annotations(write_rows(folder / "gold.jsonl", gold)),
        read_annotations(write_rows(folder / "found.jsonl", found)),
    )


def test_attributions(tmp_path: Path) -> None:
    spans: Row = {
        "source": [span(TEXT, "Dorn Press")],
        "cue": [span(TEXT, "said")],
        "content": [span(TEXT, "36 people")],
    }
    slots: Row = {"said": {"earliest": "2031-05-12", "latest": None}, "via": [{"name": "Radio Ost"}, {"name": None}]}
    gold = row(TEXT, attributions=[{**spans, **slots}])
    report = score(tmp_path, gold, row(TEXT, attributions=[{**spans, **slots, "said": None}]))
    assert right(report, "end to end, soft", "relay, end to end", "day of saying, end to end") == [1, 1, 0]
    assert {one.item.value for one in report.outcomes} == {"", "Radio Ost", "2031-05-12 to ?"}


def timex(words: str, value: str, **more: Cell) -> Cell:
    return {"span": span(TEXT, words), "type": "DATE", "value": value, **more}


def right(report: Report, *wanted: str) -> list[int | None]:
    return [measure_of(report, name).right for name in wanted]


def test_times(tmp_path: Path) -> None:
    gold = row(TEXT, timexes=[timex("Monday", "2031-05-12"), timex("last week", "2031-W19")])
    found = row(TEXT, timexes=[timex("On Monday", "2031-05-12 "), timex("last week", "2031-W20")])
    assert right(score(tmp_path, gold, found), "value", "relaxed", "strict") == [1, 2, 1]


def test_a_time_that_the_gold_leaves_open_may_be_found_or_not(tmp_path: Path) -> None:
    gold = row(TEXT, timexes=[timex("Monday", "2031-05-12"), timex("last week", "2031-W19", optional=True)])
    for found in ([timex("Monday", "2031-05-12")], [timex("Monday", "2031-05-12"), timex("last week", "PAST_REF")]):
        assert measure_of(score(tmp_path, gold, row(TEXT, timexes=found)), "value").f1 == 1.0


def test_blanks_around_a_time_are_no_error(tmp_path: Path) -> None:
    gold, found = row(TEXT, timexes=[timex("Monday", "2031")]), row(TEXT, timexes=[timex(" Monday ", "2031")])
    assert measure_of(score(tmp_path, gold, found), "strict").f1 == 1.0


def toponym(words: str, lat: float | None, lon: float | None, **more: Cell) -> Cell:
    return {"span": span(TEXT, words), "lat": lat, "lon": lon, **more}


def test_places(tmp_path: Path) -> None:
    gold = row(TEXT, toponyms=[toponym("Korva", 10.0, 20.0), toponym("Lunde", 50.0, 60.0), toponym("Dorn", None, None)])
    found = row(
        TEXT, toponyms=[toponym("Korva", 10.5, 20.5, radius_km=100), toponym("Lunde", -50.0, 60.0, radius_km=1)]
    )
    report = score(tmp_path, gold, found)
    assert right(report, "detection", "within 161 km, of all gold", "radius holds") == [2, 1, 1]
    assert measure_of(report, "within 161 km, of those placed").recall == 0.5
    assert measure_of(report, "median distance of those placed, km").value == pytest.approx(11119.5, abs=1)


def test_the_same_geonames_number_is_the_same_place(tmp_path: Path) -> None:
    gold = row(TEXT, toponyms=[toponym("Korva", 10.0, 20.0, geonames="77")])
    found = row(TEXT, toponyms=[toponym("Korva", 80.0, 20.0, geonames=77)])
    assert measure_of(score(tmp_path, gold, found), "median distance of those placed, km").value == 0.0


def test_places_that_were_put_nowhere(tmp_path: Path) -> None:
    gold = row(TEXT, toponyms=[toponym("Korva", 10.0, 20.0)])
    report = score(tmp_path, gold, row(TEXT, toponyms=[toponym("Korva", None, None)]))
    assert measure_of(report, "within 161 km, of all gold").recall == 0.0
    assert "within 161 km, of those placed" not in names(report)


def test_places_without_coordinates_are_detected_only(tmp_path: Path) -> None:
    gold = row(TEXT, toponyms=[toponym("Korva", None, None)])
    assert names(score(tmp_path, gold, gold)) == {"detection"}


def figure(words: str, value: float | None, **more: Cell) -> Row:
    named: list[Cell] = [{"name": "Dorn Press", "span": span(TEXT, "Dorn Press")}]
    slots: Row = {"high": value, "op": "exact", "unit": "person", "measure": "people dead", "claimants": named}
    return {"span": span(TEXT, words), "value": value, **slots, **more}


@pytest.mark.parametrize(
    ("changed", "name"),
    [
        ({"value": 37}, "value"),
        ({"high": None}, "value"),
        ({"op": "at_least"}, "operator"),
        ({"unit": "percent"}, "unit"),
        ({"measure": "injured"}, "measure"),
        ({"claimants": []}, "claimants"),
        ({"claimants": ["Radio Ost"]}, "claimants"),
    ],
)
def test_figures_field_by_field(tmp_path: Path, changed: Row, name: str) -> None:
    gold = row(TEXT, figures=[figure("36", 36), figure("40", 40)])
    report = score(tmp_path, gold, row(TEXT, figures=[figure("36", 36), {**figure("at least 40", 40), **changed}]))
    fields = {"found", "value", "operator", "unit", "measure", "claimants", "every field"}
    assert {field for field in fields if measure_of(report, field).right == 1} == {name, "every field"}
    assert measure_of(report, "documents with every field right and nothing false").right == 0


def test_a_range_and_an_unknown_number_are_shown(tmp_path: Path) -> None:
    gold = row(TEXT, figures=[figure("36", None, high=40)])
    (outcome, *_) = score(tmp_path, gold, gold).outcomes
    assert outcome.item.value == "exact; ? to 40; person; people dead; Dorn Press"


def mention(words: str, kind: str) -> Cell:
    return {"span": span(TEXT, words), "kind": kind}


def test_names_by_span_and_kind(tmp_path: Path) -> None:
    gold = row(
        TEXT, mentions=[mention("Korva", "place"), mention("Dorn Press", "organisation"), mention("Lunde", "place")]
    )
    found = row(
        TEXT, mentions=[mention("Korva", "place"), mention("Dorn Press", "person"), mention("Monday", "person")]
    )
    report = score(tmp_path, gold, found)
    assert right(report, "span and kind", "span", "span, place", "span, organisation") == [1, 2, 1, 0]
    assert "span, person" not in names(report)


def event(words: str, chain: str | None) -> Cell:
    return {"trigger": span(TEXT, words), "chain": chain}


def test_event_chains(tmp_path: Path) -> None:
    gold = row(TEXT, events=[event("died", "a"), event("40", "a"), event("said", "b"), event("12", "b")])
    found = row(TEXT, events=[event("died", "x"), event("40", "x"), event("said", "x")])
    report = score(tmp_path, gold, found)
    b_cubed = measure_of(report, "coreference, B-cubed")
    assert b_cubed.precision == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)
    assert b_cubed.recall == 0.75
    pairs = measure_of(report, "coreference, pairs")
    assert (pairs.right, pairs.found, pairs.gold) == (1, 3, 2)


def test_events_without_chains_are_not_scored(tmp_path: Path) -> None:
    mentions = [mention("Korva", "place")]
    gold = row(TEXT, events=[event("died", "a")], mentions=mentions)
    found = row(TEXT, events=[event("died", None)], mentions=mentions)
    assert "coreference, pairs" not in names(score(tmp_path, gold, found))


def act(words: str, modality: str, agent: str | None = None, kind: str = "ASSAULT") -> Cell:
    actors: list[Cell] = [{"role": "actor", "span": span(TEXT, agent), "entity": agent}] if agent else []
    return {"trigger": span(TEXT, words), "type": kind, "modality": modality, "actors": actors}


def test_whether_it_happened(tmp_path: Path) -> None:
    gold = row(TEXT, events=[act("died", "happened"), act("said", "denied"), act("up", "denied"), act("12", "planned")])
    found = [act("died", "happened"), act("said", "happened"), act("up", "denied", kind="AID"), act("Korva", "planned")]
    report = score(tmp_path, gold, row(TEXT, events=found))
    assert right(report, "found", "type", "modality, happened", "modality, denied") == [3, 2, 1, 1]
    assert measure_of(report, "modality, mean F1").f1 == pytest.approx((2 / 3 + 2 / 3 + 0) / 3)
    states = {one.item.words: one.state for one in report.outcomes}
    assert states == {"died": "right", "said": "missed", "up": "right", "12": "missed"}


def test_of_two_events_at_one_word_the_one_of_the_type_is_scored(tmp_path: Path) -> None:
    found = [act("died", "planned", kind="AID"), act("died", "happened")]
    report = score(tmp_path, row(TEXT, events=[act("died", "happened")]), row(TEXT, events=found))
    assert right(report, "found", "type", "modality, happened") == [1, 1, 1]


@pytest.mark.parametrize(
    ("found", "taken"),
    [
        (act("died", "happened", agent="Dorn Press"), 1),
        (act("died", "happened", agent="Korva"), 0),
        (act("said", "happened", agent="Dorn Press", kind="ACCUSE"), 0),
        (act("died", "happened"), 0),
    ],
)
def test_who_only_reports_is_no_agent(tmp_path: Path, found: Cell, taken: int) -> None:
    reporters: list[Cell] = [{"name": "Dorn Press", "span": span(TEXT, "Dorn Press")}]
    gold = row(TEXT, reporters=reporters, events=[act("died", "happened")])
    report = score(tmp_path, gold, row(TEXT, events=[found]))
    assert measure_of(report, "reporter taken for the agent").value == taken
    assert sum(one.measure == "reporter taken for the agent" for one in report.outcomes) == taken


@pytest.mark.parametrize(
    ("gold", "found", "right_ones"),
    [("miners", "19 miners", 1), ("miners", None, 0), (None, None, 1), ("miners", "nurses", 0)],
)
def test_of_whom(tmp_path: Path, gold: str | None, found: str | None, right_ones: int) -> None:
    words: Cell = {"text": gold, "span": span(TEXT, "36")} if gold else None
    report = score(
        tmp_path,
        row(TEXT, figures=[figure("36", 36, of=words)]),
        row(TEXT, figures=[figure("36", 36, of=found and {"name": found, "span": span(TEXT, "36")})]),
    )
    assert measure_of(report, "of whom").right == right_ones
    assert measure_of(report, "every field").right == 1
