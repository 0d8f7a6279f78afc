"""Show me everyone and everything this report names, and what each one is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.language import Parser
from onrecord.names import load_lexicon
from tests.marked import gold, plain
from tests.names.seeing import names, seen

MARKED = [
    # titles, roles and appositions
    "Vornian Deputy Transport Minister, [person Stepan Orlov], said that the ferry would run.",
    "The President of the [place Republic of Vornia], [person Anton Belsky], arrived in [place Vornia].",
    "The Defence Minister of [place Peru] [person Ana Valdez] spoke first.",
    "Reporters asked Prime Minister [person Milan Kostic] about the dam.",
    "The spokesman, [person Igor Petrenko], 45, declined to comment.",
    "Yesterday Mr. [person Tellman] left, and Dr. [person Anna Weiss] stayed.",
    "Senators [person Paula Brandt] and [person Karl Munk] voted.",
    "[person Kim Jae-won], the head of the agency, resigned.",
    "[person Yusuf al-Khatib] and [person Karl von Harten] met.",
    "1931 - Mayor [person Ana Valdez] (photo: [person Anna Weiss]/[organisation Reuters]) spoke.",
    "[person Karl Munk] met Russian President [person Ana Valdez].",
    "Governor [person Ana Valdez] Calls For Calm In [place Lima]",
    "[person Hugo Tarnbank] KC said that Dr [person Ana Poul] FRS and [person Karl Munk] MP had left.",
    "[person DINO FALK] has blamed his own manager. [person Falk] will be fined.",
    "Prime Minister [person Jonas Reef] resigned.",
    "Parent [person Denise Ruckel] said so.",
    "A deckhand named [person Brun] testified.",
    # bodies
    "An [organisation Aero Orvan] airliner landed. It was a gift to [organisation Lok Sarova] members.",
    "Students read '[person Ana Valdez] in Winter' and The [organisation Rift Tribune].",
    "The [organisation Ministry of Water and Energy] and the [organisation Fish and Game Commission] agreed.",
    "[organisation Vornia's Interior Ministry] blamed the [organisation Reed Farmers' League].",
    "[organisation Tidings.example.net] and [organisation 48.kg] reported it.",
    "The [organisation Northern River Authority] ([organisation NRA]) said so.",
    "He teaches at the [organisation University of Tarnow] and advises the [organisation Center for River Policy].",
    "The [organisation Committee on Fisheries] met in [place Lima].",
    # places and groups
    "They met in [place Oslo], near [place Lake Tarn] and the [place Koster Valley].",
    "[group Norwegians] and [group Muslims] live in [place Kenya].",
    "A fire broke out in the village of [place Dunmore] in the [place Karsk] region.",
    "Trade between [place Kenya] and [place Uganda] fell; the [place Kenya]-[place Uganda] border was shut.",
    "[place Orvik]'s parliament met on Monday.",
    "He lives in [place Orvik], [place Norway], they said. [person Orla Tamm], 37, left.",
    "The ferry sank off [place Cape Orvik] on Friday. [organisation Hale & Orvik] built it.",
    "[organisation Museum of Ships and Boats] staff went home.",
    # words that open a name
    "[organisation Radio Tarnow] and [organisation Agence du Nord] wrote from [place Isla Verna] and [place Lac Tarn].",
    "The station [organisation Voice of the Marsh] went silent.",
    # nouns beside a name
    "He told the exile website [organisation Le Vent Libre] so. She read the weekly [organisation Brulov].",
    "Its gas company, [organisation Orvanet], is broke.",
    "Her mother, [person Tamsel], is well.",
    "A merger of [organisation Tarnox] and [organisation Brulix] is planned.",
    "[organisation FastHeron] cancelled nine flights.",
    # what a clause tells
    "[place Brulovia] will close its border. The war with [place Tarnesk] is over.",
    "[place Brulovia] has left the treaty.",
    "A boat from [place Tarnesk] docked at [place Dunmora]. The road from [place Dovrin] is blocked.",
    "The [place Tarnesk]-based daily [organisation Brulov] closed.",
    "The president of [place Tarnesk] met the coastguard of [place Dunmora].",
    "She told the [organisation Brulov] that it was over.",
    "His remarks were published by the [organisation Tarnesker].",
    "The delegate of [place Tarnesk] left; the prefect of [place Dunmora], too.",
    "Its ministry, [organisation Orvanet], is broke.",
    # datelines, transcripts and place names over hyphens
    "CAPE BRULOV - The boats of [place Cape Brulov] left.".replace("CAPE BRULOV", "[place CAPE BRULOV]", 1),
    "[person ANA VALDEZ]: I did not.",
    "He lives in [place Pont-sur-Tarn].",
    # trades before a name
    "Drummer [person Ana Valdez] left. Cllr [person Karl Munk] stayed. Mayor [person Stig Brulov-Holm] won.",
    "[person Hedda Vale], who runs it, left. The moths of [place Brulov Moor] came back.",
    "Trade Minister [person Anton Ben-Brulov] left. [person Ben-Brulov] was tired.",
]


@pytest.mark.parametrize("line", MARKED)
def test_names_are_found_with_their_kind(line: str, parser: Parser) -> None:
    text = plain(line)
    assert {(mention.kind, mention.span.of(text)) for mention in seen(text, parser)} == gold(line)


@pytest.mark.parametrize(
    "text",
    [
        "On Monday, 3 May, the Prime Minister and the Russian delegation left.",
        "The Norwegian minister met his Swedish counterpart on Easter Sunday.",
        "He did not know what to say. It rained. I left.",
        "The Affordable Homes Act passed before Election Day.",
        "The Foreign Minister said nothing.",
        "NOON: The boats left. CAPTION: A boat.",
        "All quiet, Excellency, he said.",
    ],
)
def test_capitals_that_name_nobody_are_left_alone(text: str, parser: Parser) -> None:
    assert names(text, parser) == {}


def test_surname_leads_to_the_full_name(parser: Parser) -> None:
    text = "Governor Ana Valdez arrived late. Valdez said the dam was safe. The dam cracked, Valdez admitted."
    assert names(text, parser)["Valdez"] == ("person", "Ana Valdez")


def test_first_name_that_no_table_has_leads_to_the_one_who_bears_it(parser: Parser) -> None:
    text = "Yesterday Brenka Valdez dumped a plumber by text. He wailed that Brenka had vowed to stay."
    assert names(text, parser)["Brenka"] == ("person", "Brenka Valdez")


def test_first_name_and_patronymic_lead_to_the_full_name(parser: Parser) -> None:
    text = "Minister Boris Kalnin spoke. Boris Pavlovich is tired, an aide said. Boris himself laughed."
    found = names(text, parser)
    assert found["Boris Pavlovich"] == found["Boris"] == ("person", "Boris Kalnin")


def test_letters_lead_to_the_words_they_stand_for(parser: Parser) -> None:
    text = "The Gulf Fisheries Organization (GFO) met. GFO members agreed. The Danube Survey Agency and the DSA differ."
    found = names(text, parser)
    assert found["GFO"][1] == "Gulf Fisheries Organization"
    assert found["DSA"][1] == "Danube Survey Agency"


def test_general_form_of_a_body_leads_to_the_one_body_named_fuller(parser: Parser) -> None:
    text = "Kenya's Water Ministry gave figures. The Water Ministry said more. The Water Ministry in Kampala did not."
    found = [mention.name for mention in seen(text, parser) if mention.kind == "organisation"]
    assert found == ["Kenya's Water Ministry", "Kenya's Water Ministry", "Water Ministry"]


def test_title_decides_between_two_of_one_surname(parser: Parser) -> None:
    text = (
        "Paula Brandt won. Paula Brandt thanked her husband, Karl Brandt. Paula Brandt left. "
        "Mr. Brandt stayed, and Mrs. Brandt drove home."
    )
    found = [mention.name for mention in seen(text, parser)]
    assert found[-2:] == ["Karl Brandt", "Paula Brandt"]


def test_surname_is_not_that_of_a_relative_named_in_passing(parser: Parser) -> None:
    text = "Paula Brandt won. She took her daughter Chelsea Brandt along. Brandt laughed."
    assert [mention.name for mention in seen(text, parser)][-1] == "Paula Brandt"


def test_the_one_named_last_is_meant_where_nobody_is_named_far_more(parser: Parser) -> None:
    text = "Captain Paula Brandt spoke. Brandt sat down. Then Captain Karl Brandt spoke. Brandt sat down."
    assert [mention.name for mention in seen(text, parser)] == ["Paula Brandt"] * 2 + ["Karl Brandt"] * 2


def test_surname_in_office_is_not_led_to_a_namesake_named_later(parser: Parser) -> None:
    text = "President Brandt spoke. Later Paula Brandt, a baker, sang. President Brandt laughed."
    assert [mention.name for mention in seen(text, parser)] == ["Brandt", "Paula Brandt", "Brandt"]


def test_fuller_name_replaces_the_shorter(parser: Parser) -> None:
    text = "Paula Brandt came. Paula M. Brandt Jr. is a lawyer. P. Brandt sang, said Brandt."
    assert {name for _, name in names(text, parser).values()} == {"Paula M. Brandt Jr."}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Vornian Deputy Transport Minister, Stepan Orlov, said so.", "Vornian Deputy Transport Minister"),
        ("The Defence Minister of Peru Ana Valdez spoke.", "Defence Minister of Peru"),
        ("The Transport Minister of Vornia Ana Valdez spoke.", "Transport Minister of Vornia"),
        ("Ana Valdez, the head of the water agency in Lima, said so.", "head of the water agency in Lima"),
        ("Ana Valdez, a spokeswoman for the ministry and a lawyer, said so.", "spokeswoman for the ministry"),
        ("A ministry spokeswoman, Ana Valdez, said so.", "ministry spokeswoman"),
        ("The mayor of Lima, Ana Valdez, said so.", "mayor of Lima"),
        ("Secretary of State Ana Valdez said so.", "Secretary of State"),
        ("Minister of Foreign Affairs and Trade Stepan Orlov spoke.", "Minister of Foreign Affairs and Trade"),
        ("Ousted minister Dr. Ana Valdez said so.", "Ousted minister"),
        ("1931 - Mayor Ana Valdez said so.", "Mayor"),
        ("The 41-year-old mayor Ana Valdez said so.", "41-year-old mayor"),
        ("The panel questioned in its inquiry former mayor Ana Valdez.", "former mayor"),
        ("The then-premier Ana Valdez said so.", "premier"),
    ],
)
def test_roles_stand_beside_the_name(text: str, role: str, parser: Parser) -> None:
    [person] = [mention for mention in seen(text, parser) if mention.kind == "person"]
    assert person.name == "Ana Valdez" or person.name == "Stepan Orlov"
    assert person.role is not None
    assert person.role.name == role
    assert person.role.span is not None
    assert person.role.span.of(text) == role


@pytest.mark.parametrize(
    "text",
    [
        "Ana Valdez, who lives in Lima, said so.",
        "A harsh critic of Mr. Valdez said so.",
        "They will judge Ana Valdez by her deeds.",
        "A member of the Valdez family sang.",
        "Asked twice, Ana Valdez laughed, the crowd too.",
    ],
)
def test_no_role_is_made_up(text: str, parser: Parser) -> None:
    assert all(mention.role is None for mention in seen(text, parser))


def test_headline_names_are_those_of_the_report_below(parser: Parser) -> None:
    text = (
        "VALDEZ WARNS KENYA ABOUT GREAT NEW DAM\n\n"
        "Minister Calls For Calm As Ana Valdez Leaves Great Empty House\n\n"
        "Governor Ana Valdez warned Kenya. Valdez left."
    )
    found = seen(text, parser)
    assert [(mention.span.of(text), mention.name) for mention in found[:3]] == [
        ("VALDEZ", "Ana Valdez"),
        ("KENYA", "Kenya"),
        ("Ana Valdez", "Ana Valdez"),
    ]
    assert found[2].by == "names:headline"


def test_capitals_of_a_dateline_are_a_place(parser: Parser) -> None:
    found = names("DRUNVA, May 3 - Nothing was decided.\n\nLIMA (Wire) - Rain fell.", parser)
    assert found["DRUNVA"][0] == "place"
    assert found["LIMA"] == ("place", "Lima")


def test_country_in_no_table_is_told_by_its_adjective(parser: Parser) -> None:
    text = "Vornia sent ships. The Vornian ships sank. Vornia has no others. A Vornian admiral wept."
    assert names(text, parser) == {"Vornia": ("place", "Vornia")}


def test_words_before_a_name_are_cut_off(parser: Parser) -> None:
    text = "Ana Valdez won. Pageant queen Harbour Ana Valdez cried. Meeting Valdez was easy."
    assert {name for _, name in names(text, parser).values()} == {"Ana Valdez"}


def test_blank_that_does_not_break_stands_inside_a_name(parser: Parser) -> None:
    text = "The mayor of\u00a0Lima, Ana\u00a0Valdez, spoke."
    assert names(text, parser)["Ana\u00a0Valdez"] == ("person", "Ana Valdez")


def test_every_mention_tells_why(parser: Parser) -> None:
    text = "Mr. Tellman, Governor Ana Valdez and Igor Petrenko met Valdez in Lima."
    assert {mention.by for mention in seen(text, parser)} == {
        "names:title",
        "names:role",
        "names:words and context",
        "names:shorter form",
        "names:known",
    }


@pytest.mark.parametrize(
    "text", ["", " ", "...!?", "\u00ab\u201d'\"", "[]", "A.", "\x00\x07", "()\n\n-\n", "I", "'s", "AND THE OF"]
)
def test_odd_texts_have_no_names(text: str, parser: Parser) -> None:
    assert seen(text, parser) == ()


def test_long_text_takes_time_in_proportion(parser: Parser) -> None:
    text = "Governor Ana Valdez told Kenya's Water Ministry that Karl Munk of Lima had left. " * 700
    found = seen(text, parser)
    assert len(found) == 4 * 700


PIECES = [
    "Ana",
    "Valdez",
    "Minister",
    "of",
    "the",
    "Kenya",
    "'s",
    "Ministry",
    ",",
    ".",
    "al",
    "-",
    "LIMA",
    "said",
    "Mr.",
]
PIECES += [
    "said",
    "Mr.",
    "for",
    "and",
    "(",
    ")",
    "\u00a0",
    "\n",
    "48.kg",
    "\u201c",
    "Upper",
    "who",
    "Russian",
    "&",
    "/",
    "Kim",
    "won",
]


def test_every_span_lies_in_the_text(parser: Parser) -> None:
    @settings(max_examples=60, deadline=None)
    @given(st.lists(st.sampled_from(PIECES), max_size=30), st.text(max_size=20))
    def check(pieces: list[str], noise: str) -> None:
        text = " ".join(pieces) + noise
        for mention in seen(text, parser):
            assert 0 <= mention.span.start < mention.span.end <= len(text)
            assert mention.name
            assert mention.role is None or (mention.role.span is not None and mention.role.span.of(text))

    check()


def test_lexicon_is_loaded_once_and_has_a_version() -> None:
    lexicon = load_lexicon()
    assert lexicon is load_lexicon()
    assert len(lexicon.digest) == 12
    assert lexicon.countries["Norwegian"] == "Norway"
