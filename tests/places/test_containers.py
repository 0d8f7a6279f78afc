"""A user says: "the village is in no gazetteer: put it where the text says, and tell me how far off that may be"."""

from __future__ import annotations

import pytest

from onrecord.language import Parser, parse
from onrecord.places import find_toponyms, load_gazetteer, resolve_toponyms
from onrecord.records import Document, Span, Toponym


def place(text: str, parser: Parser) -> dict[str, Toponym]:
    document = Document(id="d1", uri="dorn.txt", capture="c", text=text, language="en")
    return {t.span.of(text): t for t in find_toponyms(document, parse(text, parser), load_gazetteer())}


@pytest.mark.parametrize(
    ("text", "name", "holder"),
    [
        ("Fighting broke out in Kel-Orlo, a village in Batken's south.", "Kel-Orlo", "Batken"),
        ("Two died in Batken's Orlo-Bashy on Friday.", "Orlo-Bashy", "Batken"),
        ("A fire broke out in Batken's Orlomey district.", "Orlomey", "Batken"),
        ("Two died in Tesh-Orlo in the Batken region.", "Tesh-Orlo", "Batken"),
        ("Two died in Tesh-Orlo, Batken province.", "Tesh-Orlo", "Batken"),
        ("Shells hit the village of Orlomey (Batken region).", "Orlomey", "Batken"),
    ],
)
def test_what_the_text_puts_inside_a_place_lies_there(text: str, name: str, holder: str, parser: Parser) -> None:
    found = place(text, parser)
    assert (found[name].latitude, found[name].radius_km) == (found[holder].latitude, found[holder].radius_km)
    assert found[name].geonames is None
    assert found[name].by.endswith("placed by Batken")


def test_a_distance_widens_the_radius(parser: Parser) -> None:
    found = place("Shells hit Verkhny Orlo, 12 km north of Tashkent, and Norlo, some 10 miles from Tashkent.", parser)
    tashkent = found["Tashkent"].radius_km or 0.0
    assert found["Verkhny Orlo"].radius_km == pytest.approx(tashkent + 12, abs=0.1)
    assert found["Norlo"].radius_km == pytest.approx(tashkent + 16.1, abs=0.1)


def test_a_name_keeps_its_place_through_the_report(parser: Parser) -> None:
    text = "Two died in Orlomey, a village in Batken province. The road to it is closed. Nobody came to Orlomey."
    document = Document(id="d1", uri="dorn.txt", capture="c", text=text, language="en")
    found = [t for t in find_toponyms(document, parse(text, parser), load_gazetteer()) if t.name == "Orlomey"]
    assert len(found) == 2
    assert len({(t.latitude, t.radius_km) for t in found}) == 1


def test_what_is_told_first_holds_a_name(parser: Parser) -> None:
    found = place("Boys train in Tashkent's gated suburb of Orlomey. Beyond Orlomey, Osh has a mill too.", parser)
    assert found["Orlomey"].by == "unlisted, placed by Tashkent"


def test_a_nationality_is_no_part_of_a_place(parser: Parser) -> None:
    assert "nationality" in place("He spoke of the Asian-Pacific region.", parser)["Asian"].by


@pytest.mark.parametrize(
    "text",
    [
        "Ana Orlova, a village teacher, left. Dorn Halvik, a city councillor, spoke.",
        "They sat in the Orlova's Halvik chair.",
        "Norlo, an old friend, came 12 km on foot.",
    ],
)
def test_people_are_called_no_places(text: str, parser: Parser) -> None:
    assert place(text, parser) == {}


@pytest.mark.parametrize(
    ("text", "name", "as_government"),
    [
        ("Moscow denied it.", "Moscow", True),
        ("Moscow and Bishkek agreed to talk.", "Bishkek", True),
        ("They accused Kyiv of lying.", "Kyiv", True),
        ("Kyrgyzstan proposed talks.", "Kyrgyzstan", True),
        ("He flew to Moscow.", "Moscow", False),
        ("Floods hit Moscow.", "Moscow", False),
        ("Osh declared a day of mourning.", "Osh", False),
        ("The Moscow police said so.", "Moscow", False),
        ("MOSCOW (Dorn Press) \u2014 The ministry denied it.", "MOSCOW", False),
    ],
)
def test_a_capital_that_speaks_is_a_government(text: str, name: str, as_government: bool, parser: Parser) -> None:
    assert ("as a government" in place(text, parser)[name].by) == as_government


def test_a_name_that_many_places_bear_is_placed_with_doubt(parser: Parser) -> None:
    alone = place("A fire broke out in Springfield.", parser)["Springfield"]
    assert alone.by.endswith("one of several")
    assert (alone.radius_km or 0) > 100
    told = place("A fire broke out in Springfield, Illinois.", parser)["Springfield"]
    assert "one of several" not in told.by
    assert (told.radius_km or 0) < 50


def test_what_is_called_after_a_place_vouches_for_no_distance() -> None:
    text = "Osh Border College"
    found = resolve_toponyms(text, [Span(start=0, end=len(text))], load_gazetteer())
    assert found[0].latitude is not None
    assert found[0].radius_km is None
