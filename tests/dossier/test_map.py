""" "Show me where it is, how nearly you know it, and do not draw what nobody can read.\""""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.dossier.catalogue import catalogue_story
from onrecord.dossier.clipping import draw_rings, find_rings
from onrecord.dossier.labels import Box, Label, box_of, find_label
from onrecord.dossier.maps import WIDTH, Map, Place, draw_map
from onrecord.dossier.outlines import Country, Ring, load_countries
from onrecord.dossier.places import list_mapped, list_places
from onrecord.dossier.projections import frame_points, frame_world
from onrecord.records import Named, Span, Toponym
from tests.dossier.builders import happen
from tests.dossier.stories import tell_small_story

# Towns of the North Sea; what is told of them in tests is invented.
BERGEN, HULL, EMDEN = (5.33, 60.39), (-0.34, 53.74), (7.21, 53.37)


def place(name: str, point: tuple[float, float], radius: float = 5.0, times: int = 1) -> Place:
    return Place(name=name, point=point, radius_km=radius, times=times, anchor=f"place-{name}")


def drawn(*places: Place) -> Map:
    found = draw_map(places)
    assert found is not None
    return found


def test_without_a_position_there_is_no_map() -> None:
    assert draw_map([]) is None


def test_what_is_named_lies_on_the_map_with_its_name() -> None:
    found = drawn(place("Bergen", BERGEN, times=3), place("Hull", HULL), place("Emden", EMDEN))
    assert {dot.place.name for dot in found.dots} == {"Bergen", "Hull", "Emden"}
    assert all(dot.label for dot in found.dots)
    assert found.outside == ()
    by_name = {dot.place.name: dot for dot in found.dots}
    assert by_name["Hull"].x < by_name["Bergen"].x < by_name["Emden"].x, "west to east"
    assert by_name["Bergen"].y < by_name["Hull"].y, "north is up"
    assert any(country.name == "Norway" for country in found.countries)


def test_a_far_place_does_not_shrink_the_rest_and_is_named_below() -> None:
    found = drawn(
        place("Bergen", BERGEN, times=9), place("Hull", HULL, times=8), place("Lima", (-77.0, -12.0)),
        place("Emden", EMDEN, times=5),
    )  # fmt: skip
    assert [far.name for far in found.outside] == ["Lima"]
    assert {dot.place.name for dot in found.dots} == {"Bergen", "Hull", "Emden"}
    assert found.locator is not None
    assert len(found.locator.dots) == 4, "the locator shows it"


def test_a_circle_shows_how_far_off_a_place_may_lie_and_a_region_is_no_point() -> None:
    found = drawn(place("Bergen", BERGEN, 40.0), place("Hull", HULL, 0.0), place("Doggerland", (3.0, 55.0), 400.0))
    dots = {dot.place.name: dot for dot in found.dots}
    assert dots["Bergen"].circle == pytest.approx(40 * found.bar / found.bar_km, abs=0.2)
    assert (dots["Hull"].circle, dots["Doggerland"].circle) == (0.0, 0.0)
    assert [name for name, dot in dots.items() if dot.is_area] == ["Doggerland"]


def test_two_names_of_one_point_are_one_dot_under_the_name_used_most() -> None:
    found = drawn(place("Hull", HULL, times=2), place("Kingston upon Hull", HULL), place("Emden", EMDEN))
    assert {dot.place.name for dot in found.dots} == {"Hull", "Emden"}


def test_the_scale_is_true_in_the_middle() -> None:
    north, south = (4.0, 57.5), (4.0, 52.5)
    found = drawn(place("A", north), place("B", south), place("C", (0.0, 55.0)), place("D", (8.0, 55.0)))
    dots = {dot.place.name: dot for dot in found.dots}
    pixels_per_km = found.bar / found.bar_km
    assert (dots["B"].y - dots["A"].y) / pixels_per_km == pytest.approx(5 * 111.2, rel=0.01)
    assert (dots["D"].x - dots["C"].x) / pixels_per_km == pytest.approx(8 * 111.2 * 0.5736, rel=0.01)


def test_a_map_across_the_date_line_is_not_torn() -> None:
    suva, apia = (178.4, -18.1), (-171.8, -13.8)
    frame = frame_points([(suva, 1), (apia, 1)], WIDTH)
    (left, _), (right, _) = frame.place(suva), frame.place(apia)
    assert 0 < left < right < WIDTH
    fiji = next(country for country in load_countries() if country.name == "Fiji")
    widths = [max(x for x, _ in ring) - min(x for x, _ in ring) for ring in find_rings(fiji, frame)]
    assert widths
    assert max(widths) < WIDTH / 2


def test_a_story_all_over_the_world_is_shown_on_the_world() -> None:
    found = drawn(
        place("Suva", (178.4, -18.1)),
        place("Lima", (-77.0, -12.0)),
        place("Hull", HULL),
        place("Perth", (115.9, -32.0)),
    )
    assert found.locator is None
    assert found.outside == ()


@settings(deadline=None, max_examples=15)  # a map of the world takes a third of a second
@given(st.lists(st.tuples(st.floats(-180, 180), st.floats(-85, 85), st.integers(1, 9)), min_size=1, max_size=12))
def test_names_never_cover_each_other_and_nothing_leaves_the_map(spots: list[tuple[float, float, int]]) -> None:
    found = drawn(*(place(f"Town {i}", (x, y), 3.0, n) for i, (x, y, n) in enumerate(spots)))
    boxes = [box_of(dot.label, dot.place.name, 12.0) for dot in found.dots if dot.label]
    boxes += [box_of(country.label, country.name, 11.0 * 1.35) for country in found.countries]
    for i, one in enumerate(boxes):
        assert one.left >= 0
        assert one.right <= found.width
        assert one.top >= 0
        assert one.bottom <= found.height
        assert not any(meet(one, other) for other in boxes[:i])
    assert all(0 <= dot.x <= found.width and 0 <= dot.y <= found.height for dot in found.dots)
    assert len(found.dots) + len(found.outside) <= len(spots)


def meet(one: Box, other: Box) -> bool:
    return one.left < other.right and other.left < one.right and one.top < other.bottom and other.top < one.bottom


def test_a_name_goes_where_there_is_room() -> None:
    within = Box(0, 0, 200, 100)
    assert find_label((50, 50), "Hull", 12, [], within) == Label(56, 53.6, "start")
    beside = find_label((190, 50), "Hull", 12, [], within)
    assert beside is not None
    assert beside.anchor == "end"
    assert find_label((50, 50), "Hull", 12, [within], within) is None


def test_an_outline_is_cut_to_the_frame() -> None:
    frame = frame_points([(HULL, 1), (EMDEN, 1)], WIDTH)
    square = ((-60.0, 20.0), (60.0, 20.0), (60.0, 80.0), (-60.0, 80.0), (-60.0, 20.0))
    (ring,) = find_rings(Country("All", (Ring(square, 20.0, 80.0),)), frame)
    assert {round(x) for x, _ in ring} <= {-6, round(frame.width) + 6}
    far = ((100.0, 0.0), (101.0, 0.0), (101.0, 1.0), (100.0, 0.0))
    assert list(find_rings(Country("Far", (Ring(far, 0.0, 1.0),)), frame)) == []


def test_what_is_too_small_to_see_is_not_drawn() -> None:
    assert draw_rings([[(1.0, 1.0), (1.1, 1.0), (1.1, 1.1)]], 0.6) == ""
    assert draw_rings([[(1.0, 1.0), (9.0, 1.0), (9.0, 9.0)]], 0.6) == "M10,10l80,0 0,80z"


def test_the_world_has_its_countries() -> None:
    names = {country.name for country in load_countries()}
    assert len(names) > 200
    assert {"Norway", "Kenya", "Peru", "Fiji"} <= names
    world = frame_world(WIDTH)
    assert world.place((0.0, 0.0)) == (world.width / 2, world.height / 2)


def test_paths_hold_nothing_but_numbers() -> None:
    found = drawn(place("Hull", HULL), place("Emden", EMDEN))
    assert found.lands
    assert all(re.fullmatch(r"(M-?\d+,-?\d+l(-?\d+,-?\d+ ?)+z)+", land) for land in found.lands)


def test_a_place_leads_to_its_reports_and_to_what_is_told_of_it() -> None:
    story = tell_small_story()
    document, marks = story.documents[0], story.marks[0]
    found = Toponym(
        id="p1", document=document.id, span=Span(start=0, end=1), name="Northpier", latitude=54.0, longitude=1.0,
        radius_km=None, geonames=None, country=None, by="test",
    )  # fmt: skip
    adjective = replace(found, id="p2", name="Northern", by="places: nationality")
    word = document.text.split()[0]
    there = Named(name="Northpier", span=None)
    told = tuple(happen(f"e{i}", document, word, "planned", place=there) for i in range(8))
    placed = replace(marks, toponyms=(found, adjective), events=told)
    bare = tuple(replace(other, toponyms=()) for other in story.marks[1:])
    (spot,) = list_places(catalogue_story(replace(story, marks=(placed, *bare))))
    assert (spot.name, spot.where) == ("Northpier", "54.00° N, 1.00° E")
    assert [report.number for report in spot.reports] == [1]
    assert [(one.words, one.modality, one.record) for one in spot.happenings[:1]] == [(word, "planned", "record-e0")]
    assert (len(spot.happenings), spot.more) == (6, 2)
    (mapped,) = list_mapped([spot])
    assert (mapped.point, mapped.radius_km, mapped.anchor) == ((1.0, 54.0), 0.0, spot.anchor)
