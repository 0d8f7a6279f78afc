""" "Batken" in a report is a province or its town, "Georgia" a state or a country: the report itself says which."""

import string

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.language import Parser, parse
from onrecord.places import find_toponyms, load_gazetteer, resolve_toponyms
from onrecord.records import Document, Span, Toponym
from tests.marked import plain, read_marked


def toponyms(text: str, parser: Parser) -> tuple[Toponym, ...]:
    document = Document(id="d1", uri="file:a.txt", capture="", text=text, language="en")
    return find_toponyms(document, parse(text, parser), load_gazetteer())


def found(text: str, parser: Parser) -> set[str]:
    return {toponym.span.of(text) for toponym in toponyms(text, parser)}


def marked(line: str) -> set[str]:
    text, marks = read_marked(line)
    return {text[start:end] for _, start, end in marks}


@pytest.mark.parametrize(
    "line",
    [
        "The minister flew from [p Bishkek] to [p Osh] on Sunday.",
        "Shells fell on the village of [p Orlomey] in [p Batken] province.",
        "A bus left [p Jalal-Abad] for [p Tashkent], the capital of [p Uzbekistan].",
        "[p OSLO] (Dorn Press) \u2014 The dam holds, engineers said.",
        "Firefighters from [p Paris], [p Texas], drove to [p Dallas].",
        "The woman, 41, of [p Frankfort], [p Ky.], was unhurt.",
        "The [p Tajik] and [p Kyrgyz] border guards met near [p Isfara].",
        "The [p U.S.]-led mission left [p Kabul].",
        "Sen. Mira Halvik, D-[p Springfield], voted no.",
        "Police closed [p Tannery Road] near the [p Vetlin River].",
        "Police closed [p Interstate 64] and [p Highway 19] after the crash.",
        "The [p Osh] City Council met in the morning.",
        "The [p Dublin] City Council met in the morning.",
        "Ships waited in the [p Strait of Hormuz] and the [p Black Sea].",
        "Farmers in the [p Ferghana Valley] share the water of [p Central Asia].",
        "They live in [p St. Louis] and in [p Saint Petersburg].",
        "Troops left [p Orlomey] district; nobody returned to [p Orlomey].",
        "Shells hit the villages of [p Orlomey], [p Dornavik] and [p Teskaru] at dawn.",
        "Fighting went on in the [p Orlo-Beshik] area of [p Batken].",
        "[p ST. LOUIS] (Dorn Press) \u2014 The dam holds, engineers said.",
        "Families left [p Dar es Salaam] by ferry.",
        "The Ruvian village of [p Orlomey] was shelled.",
        "A man was seen in [p Orlomey Bend], [p La.], on Monday.",
    ],
)
def test_place_names_are_found(line: str, parser: Parser) -> None:
    assert found(plain(line), parser) == marked(line)


@pytest.mark.parametrize(
    "text",
    [
        "Daniel Jackson and Sydney Halvik left early; Jackson was tired.",
        "Governor Lincoln told Mr. Milton that he was wrong.",
        "The White House and the Kremlin declined to comment.",
        "Police said that Reading books is a pleasure.",
        "Milton J. Orlomey signed the letter.",
        "He wrote that Kant said nothing of the kind.",
        "In March the Senate met, and Miss Orlomey spoke.",
        "WAR ON THE RIVER: NOBODY WINS",
        "The Highway Patrol came at once.",
        "They quit NATO on Nov. 8, a court said.",
    ],
)
def test_people_firms_and_plain_words_are_no_places(text: str, parser: Parser) -> None:
    assert found(text, parser) == set()


@pytest.mark.parametrize(
    ("text", "name", "geonames"),
    [
        ("They fought in Batken province.", "Batken", 1463580),
        ("They fought in the city of Batken.", "Batken", 1528735),
        ("The storm crossed Alabama, Florida and Georgia.", "Georgia", 4197000),
        ("Armenia, Azerbaijan and Georgia signed.", "Georgia", 614540),
        ("He was born in Paris, Texas.", "Paris", 4717560),
        ("He was born in Paris, France.", "Paris", 2988507),
        ("Talks were held in Washington on Monday.", "Washington", 4140963),
        ("Rain fell in Turkey.", "Turkey", 298795),
        ("Mr. Halvik flew from Moscow to Bishkek.", "Moscow", 524901),
        ("They met in Tatarstan.", "Tatarstan", 484048),
        ("He moved from Lancaster, Pa., to Boston.", "Pa.", 6254927),
    ],
)
def test_a_name_means_what_the_report_makes_it_mean(text: str, name: str, geonames: int, parser: Parser) -> None:
    meant = {toponym.span.of(text): toponym.geonames for toponym in toponyms(text, parser)}
    assert meant[name] == geonames


def test_one_country_in_every_line_does_not_make_famous_names_its_villages(parser: Parser) -> None:
    text = (
        "He spoke in Toledo, Ohio, in Cleveland, Ohio, in Columbus, Ohio, in Miami, Florida, and in Dallas, Texas, "
        "of Russia, Poland and Mexico. Talks in Paris, Moscow and Warsaw go on."
    )
    abroad = {t.name: t.country for t in toponyms(text, parser) if t.country != "US"}
    assert abroad == {"Russia": "RU", "Poland": "PL", "Mexico": "MX", "Paris": "FR", "Moscow": "RU", "Warsaw": "PL"}


def test_a_region_with_its_type_word_is_not_inside_a_name(parser: Parser) -> None:
    [toponym] = toponyms("Convoys reached the Batken Region.", parser)
    assert (toponym.by, toponym.geonames) == ("name", 1463580)


def test_a_county_and_its_town_find_each_other(parser: Parser) -> None:
    text = "Paris and Henry County lost power. The mayor of Paris thanked the crews of Henry County."
    assert {toponym.country for toponym in toponyms(text, parser)} == {"US"}


def test_two_senses_stay_apart_when_the_text_ties_each(parser: Parser) -> None:
    text = "She left Paris, Texas, for Paris, France."
    assert [t.country for t in toponyms(text, parser) if t.name == "Paris"] == ["US", "FR"]


def test_a_nationality_is_marked_as_one_and_named_by_its_country(parser: Parser) -> None:
    [toponym] = toponyms("The Kyrgyz premier spoke.", parser)
    assert (toponym.name, toponym.by, toponym.country) == ("Kyrgyzstan", "nationality", "KG")


def test_a_name_inside_the_name_of_a_body_says_so(parser: Parser) -> None:
    [toponym] = toponyms("He called the Osh Police at once.", parser)
    assert toponym.by == "name, in a name"


def test_a_place_in_no_gazetteer_has_no_coordinates(parser: Parser) -> None:
    [toponym] = toponyms("The village of Orlomey was shelled.", parser)
    assert (toponym.latitude, toponym.longitude, toponym.radius_km, toponym.geonames) == (None, None, None, None)


def test_a_place_in_no_gazetteer_takes_the_place_beside_it_with_a_wider_radius(parser: Parser) -> None:
    orlomey, isfara = toponyms("The village of Orlomey, near Isfara, was shelled.", parser)
    assert (orlomey.latitude, orlomey.country) == (isfara.latitude, "TJ")
    assert orlomey.by == "unlisted, placed by Isfara"
    assert (orlomey.radius_km or 0) > (isfara.radius_km or 0)


def test_a_large_place_has_a_large_radius(parser: Parser) -> None:
    radius = {t.name: t.radius_km or 0 for t in toponyms("From Kant to Bishkek, Batken province and Russia.", parser)}
    assert radius["Kant"] < radius["Bishkek"] < radius["Batken"] < radius["Russia"]


def test_given_spans_are_resolved_and_none_is_dropped() -> None:
    text = "the people of North Texas, Osh City Hospital and Orlomey"
    spans = [
        Span(start=text.index(name), end=text.index(name) + len(name))
        for name in ("Orlomey", "people", "North Texas", "Osh City Hospital")
    ]
    answers = resolve_toponyms(text, spans, load_gazetteer(), "d1")
    assert [answer.span for answer in answers] == spans
    assert [answer.country for answer in answers] == [None, None, "US", "KG"]


@pytest.mark.parametrize(
    "text", ["", " \n ", "?!., \u2026", "\x00\x01 Paris \x02", "\u00abParis\u00bb \u201cOslo\u201d", "St.", "W. W. W."]
)
def test_odd_texts_are_read(text: str, parser: Parser) -> None:
    assert all(toponym.span.of(text) for toponym in toponyms(text, parser))


def test_a_long_report_is_read_to_its_end(parser: Parser) -> None:
    text = "Troops went from Paris, Texas, to Springfield and Lexington near Batken province. " * 700
    parsed = parse(text, parser)
    document = Document(id="d1", uri="file:a.txt", capture="", text=text, language="en")
    assert find_toponyms(document, parsed, load_gazetteer())


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from(
            [
                "in",
                "the",
                "Paris",
                ",",
                "Texas",
                "St.",
                "Road",
                "village",
                "of",
                "Orlomey",
                "U.S.",
                "-",
                "'s",
                "River",
                "Highway",
                "19",
                "Ky.",
                "Mr.",
                "City",
                "Council",
                "\n",
                "\u00a0",
                "(",
                ")",
                "Russian",
                string.punctuation,
            ]
        ),
        max_size=25,
    )
)
def test_every_span_lies_in_its_document_and_has_words(parser: Parser, words: list[str]) -> None:
    text = " ".join(words)
    last = 0
    for toponym in toponyms(text, parser):
        assert last <= toponym.span.start < toponym.span.end <= len(text)
        assert toponym.span.of(text).strip()
        assert toponym.name.strip()
        assert (toponym.latitude is None) == (toponym.longitude is None) == (toponym.radius_km is None)
        last = toponym.span.end
