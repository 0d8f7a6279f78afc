"""Is this the same man, the same ministry, the same country, under another spelling?"""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.linking import link
from onrecord.linking.countries import countries_in, find_countries, is_country
from onrecord.linking.peoples import country_root
from onrecord.linking.romanisation import is_slip, is_swap, same_sound
from tests.linking.reports import Called, make_marks, make_report

# Names.


@pytest.mark.parametrize(("left", "right"), [("Yusuf Zhadov", "Yusuf Jadov"), ("Andrey Petrow", "Andrei Petrov")])
def test_romanisations_of_one_name(left: str, right: str) -> None:
    assert same_sound(left, right)


def test_slips_of_the_pen() -> None:
    assert is_swap("Marlena", "Malrena")
    assert not is_swap("Marlena", "Marlen")
    assert is_slip("Marlena", "Malrena")
    assert is_slip("Marlena", "Marena")
    assert is_slip("Marena", "Marlena")
    assert is_slip("Karlena", "Marlena")
    assert not is_slip("Marlena", "Marlena")
    assert not is_slip("Jon", "Jan")


def entities_of(*reports: tuple[str, list[Called]]) -> list[tuple[str, ...]]:
    documents = [make_report(f"{number}.txt", text) for number, (text, _) in enumerate(reports)]
    marks = [make_marks(d, called=called) for d, (_, called) in zip(documents, reports, strict=True)]
    return [entity.variants for entity in link(documents, marks, ()).entities]


def test_a_surname_alone_joins_a_full_name_only_by_its_role() -> None:
    full = ("Lena Orlova spoke.", [Called("Lena Orlova", role="Korvan transport minister")])
    same = ("Orlova spoke.", [Called("Orlova", role="transport minister of Korva")])
    other = ("Orlova sang.", [Called("Orlova", role="singer")])
    assert entities_of(full, same) == [("Lena Orlova", "Orlova")]
    assert entities_of(full, other) == [("Lena Orlova",), ("Orlova",)]


def test_one_letter_more_needs_a_shared_office() -> None:
    one = ("Marlena Voss spoke.", [Called("Marlena Voss", role="Korvan harbour minister")])
    two = ("Marena Voss spoke.", [Called("Marena Voss", role="harbour minister of Korvan waters")])
    no_role = ("Marena Voss spoke.", [Called("Marena Voss")])
    assert entities_of(one, two) == [("Marena Voss", "Marlena Voss")]
    assert len(entities_of(one, no_role)) == 2
    assert len(entities_of(one, ("Marlena Lena Voss.", [Called("Marlena Lena Voss")]))) == 2


def test_bodies_under_a_shorter_name() -> None:
    text = "The Korvan Coast Office spoke. The Coast Office paid."
    names = [Called("Korvan Coast Office", "organisation"), Called("Coast Office paid", "organisation", "Coast Office")]
    assert entities_of((text, names)) == [("Coast Office", "Korvan Coast Office")]
    text = "The Coast Office of Korva spoke. The Coast Office paid. The Coast Office Band of Tarn sang."
    names = [
        Called("Coast Office of Korva", "organisation"),
        Called("Coast Office paid", "organisation", "Coast Office"),
        Called("Coast Office Band of Tarn", "organisation"),
    ]
    assert ("Coast Office", "Coast Office of Korva") in entities_of((text, names))
    one = ("Korvan Coast Office.", [Called("Korvan Coast Office", "organisation")])
    two = ("Korva's Coast Office.", [Called("Korva's Coast Office", "organisation")])
    assert entities_of(one, two) == [("Korva's Coast Office", "Korvan Coast Office")]


# Countries.


@pytest.mark.parametrize(
    ("name", "people"),
    [("Korva", "Korvan"), ("Saldovia", "Saldovians"), ("Tovarstan", "Tovar"), ("Calvane", "Calvanese")],
)
def test_a_country_and_its_people_share_a_root(name: str, people: str) -> None:
    assert country_root(name) == country_root(people)
    assert country_root(f"{name}\u2019s") == country_root(name)


def test_small_letters_and_short_names_keep_their_form() -> None:
    assert country_root("martian") == "martian"
    assert country_root("Ian") == "ian"


def test_countries_are_found_by_their_adjectives_and_towns_by_the_gazetteer() -> None:
    document = make_report("a.txt", "Korvan guards left Tarn for Brelia. Julian Moor saw Korva. Julia stayed. Brelia.")
    marks = make_marks(document, called=[Called("Julian Moor")], places=["Korva", "Tarn", "Brelia"])
    toponyms = tuple(replace(t, country="KV") if t.name != "Brelia" else t for t in marks.toponyms)
    countries = find_countries([document], [replace(marks, toponyms=toponyms)])
    assert set(countries.values()) == {"Korva"}
    assert countries_in("Korvan guards and Tarn", countries) == {"Korva"}
    assert is_country("Korva", countries)
    assert not is_country("Tarn", countries)
