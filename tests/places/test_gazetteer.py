"""The gazetteer is in the package: it opens at once, without network, and knows the places that news names."""

import pytest

from onrecord.places.gazetteer import load_gazetteer, read_table
from onrecord.places.keys import key_of
from onrecord.places.lexicon import load_words
from onrecord.places.resolution import Name, contains, distance_km, lies_in, resolve_names
from onrecord.places.spellings import look_up, read_name


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("S\u00e3o Paulo", "sao paulo"),
        ("\u0141\u00f3d\u017a", "lodz"),
        ("C\u00f4te d\u2019Ivoire", "cote divoire"),
        ("Jalal-Abad", "jalal abad"),
        ("St. Louis", "st louis"),
        ("\u041e\u0448", ""),
    ],
)
def test_names_are_looked_up_without_accents_and_signs(name: str, key: str) -> None:
    assert key_of(name) == key


def test_it_opens_anew() -> None:
    before = load_gazetteer()
    load_gazetteer.cache_clear()
    assert load_gazetteer() is not before


def test_every_country_of_the_table_is_known_and_has_a_place() -> None:
    gazetteer = load_gazetteer()
    for row in read_table("countries.tsv"):
        place = gazetteer.place(gazetteer.countries[row[0]])
        assert -90 <= place.latitude <= 90
        assert place.radius > 0


def test_every_state_of_the_table_is_known() -> None:
    gazetteer = load_gazetteer()
    assert [row for row in read_table("states.tsv") if (row[0], row[1]) not in gazetteer.admin1] == []


@pytest.mark.parametrize("row", list(read_table("regions.tsv")), ids=lambda row: str(row[0]))
def test_every_region_is_found_by_its_name(row: list[str]) -> None:
    assert -90 <= float(row[3]) <= 90
    assert -180 <= float(row[4]) <= 180
    assert float(row[5]) > 0
    gazetteer = load_gazetteer()
    assert any(sense.place.kind == "region" for sense in gazetteer.senses(key_of(row[0])))


def test_names_that_mean_nothing_have_no_senses() -> None:
    gazetteer = load_gazetteer()
    assert gazetteer.senses("orlomey") == ()
    assert gazetteer.senses("zzzzzz") == ()
    assert gazetteer.abbreviated("Orl.") == ()


@pytest.mark.parametrize(
    ("written", "country", "manner"),
    [
        ("W. Va.", "US", "abbreviation"),
        ("U.K.", "GB", "abbreviation"),
        ("Kyrgyz", "KG", "adjective"),
        ("Danes", "DK", "people"),
        ("Mount Vernon", "US", "name"),
    ],
)
def test_abbreviations_and_nationalities_are_known(written: str, country: str, manner: str) -> None:
    _, senses, how = look_up(written, load_gazetteer())
    assert (country in {sense.place.country for sense in senses}, how) == (True, manner)


@pytest.mark.parametrize("written", ["us", "orlomey", "ABC", "A", "?"])
def test_what_is_no_name_is_not_looked_up(written: str) -> None:
    assert not look_up(written, load_gazetteer())[1] or written == "us"


@pytest.mark.parametrize(
    ("written", "country"),
    [("Batken region", "KG"), ("the city of Osh", "KG"), ("northern Queensland", "AU"), ("Nairobi Zoo Society", "KE")],
)
def test_a_name_that_is_known_to_be_one_may_lose_its_type_word(written: str, country: str) -> None:
    assert read_name(written, load_gazetteer())[1][0].place.country == country


def test_what_lies_in_what_is_read_from_the_codes() -> None:
    gazetteer = load_gazetteer()
    state, town, country = (
        gazetteer.senses(name)[0].place for name in ("texas", "abilene", "united states of america")
    )
    towns = {sense.place for sense in gazetteer.senses("abilene")}
    assert any(lies_in(place, state) for place in towns)
    assert lies_in(town, country)
    assert not lies_in(state, state)
    assert contains(gazetteer.senses("texas"), gazetteer.senses("abilene"))
    assert not contains(gazetteer.senses("norway"), gazetteer.senses("queensland"))
    assert distance_km(state, state) == 0


def test_names_without_candidates_are_left_out() -> None:
    assert resolve_names([Name("orlomey", ())], load_gazetteer()) == {}


def test_the_lexicon_is_in_lower_case_and_has_no_blanks() -> None:
    for kind, words in load_words().items():
        assert all(word == word.lower() for word in words), kind
        assert kind == "institutions" or not any(" " in word for word in words), kind
