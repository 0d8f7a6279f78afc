"""Tell me what a name is that no table has, from the words it is made of and the words around it."""

import pytest

from onrecord.language import Parser
from tests.marked import gold, plain
from tests.names.seeing import names, seen

MARKED = [
    # plural owners and a preposition within; a word in capitals for effect; a trade before a name
    "The [organisation Weavers' Circle] slept. [organisation Shelter Without Borders] protested.",
    "FURIOUS [person Ana Valdez] left. Landlord [person Karl Munk] sighed.",
    # a side belongs to the name of a country; "the newsletter", "the maker" before it
    "They fled [place Northern Brulesk].",
    "The newsletter [organisation Capital Letter] and the journal [organisation Field and Barn] printed it.",
    "The maker, [organisation Brulwood], apologised.",
    # nothing but where it stands: behind "through", or doing something
    "The trains through [place Brulesk] were late. The [organisation Green Hearth] protested.",
    # an outlet is named after a place and not shortened to it; an owner before "Ministry of"
    "[place Brulesk]'s minister told the [organisation Brulesk Courier].",
    "[place Brulesk]'s [organisation Ministry of Oil] shrugged.",
    # by a river, outside a place of two words, in a place that could be a first name
    "A battery fired along the [place Teven]. They crossed the [place Korvin].",
    "Shells hit a post outside [place Oum Derva].",
    "In [place Brulesk], the mediator, [person Ana Valdez], sighed.",
    # what a noun for bodies right before the name says; what leads the name of a station
    "The institute [organisation Datavor] took a poll. He said so on [organisation Radio Lagoon].",
    "The minister told the committee [person Karl Munk] had left.",
    # an office, a trade and a plain word before the name
    "Health Minister [person Ana Reef] sighed. Churchwarden [person Karl Munk] laughed.",
    "Developer [organisation Brulvale] protested. Neighbouring [place Brulesk] agreed.",
    # labels of a transcript, datelines that are none
    "[person Karl Brul] met us.\n\nHOST: Why?\n\n[person BRUL]: I do not know.",
    "URGENT - The minister has left.",
    # made of words that tell
    "[organisation Brulbank AG] sued [organisation Tarn Water] and [organisation Fisk & Fils].",
    "He plays for [organisation Sporting Brulov] and swims in [place Laguna Brul].",
    "He joined the [organisation Sword Battalions] at [place Tarnhaven].",
    "The [organisation Movement for Bread and Peace] met the [organisation Front for the Liberation of Tarnesk].",
    "The [organisation Union for a Clean Tarn] met in May.",
    "The [organisation Queen Brula Hospital] and [organisation St Brannoc's Hospital] are full.",
    "The [organisation National Union of Ferry Workers] struck.",
    "[organisation Brulov Shipping] of [place Port Tarn] paid.",
    "[person O'Brulan] and [person MacTarn] refused.",
    "The paper [organisation L'Heure Brulienne] was read by [organisation Brigade 44].",
    "She moved to [place Tarn-Nord], then to [place Brul-on-Sea] and to [place Saint-Brulac].",
    "They live in [place Tarnau am See]. Admiral [person Joost ten Brul] waved.",
    "[organisation SkyTarn] shares fell. He works for the charity [organisation Médecins de l'Espoir].",
    "[organisation Horizon FM] told it. The [organisation Sunday Heron] printed it.",
    "The [organisation All-Tarn Fishermen's Federation] agreed.",
    # what stands before it
    "The soldiers marched into [place Brulesk] and past a well off [place Tarnesk].",
    "A flight from [place Brulesk] to [place Tarnau am See] was late.",
    "Police identified the man as [person Brulo Hart].",
    "Shares in [organisation Brulane] fell. A trader at [organisation Golden Sail] shrugged.",
    "[person Ana Valdez] of [organisation Tarnow Capital] spoke.",
    # what stands behind it
    "The weavers left [organisation Brulcorp], which makes ropes.",
    "They gave it to [organisation Brulimar], a charity.",
    "[organisation BRUL-NET], the telecoms group, won.",
    "[person Tarnulo], the beekeeper, waved. [person Brulisa], the groundsman, left.",
    "[organisation Greentarn] co-founder [person Ana Valdez] left. The [place Ashtarn] by-election was close.",
    "[organisation Tarnow Vale] goalkeeper [person Karl Munk] left.",
    # what it does
    "[person Brulisa] shrugged. Later [person Tarnulo] sighed.",
    "The council summoned [person Brulacroix]. The fleet left [place Larratarn] on 3 May.",
    # several who bear one name
    "The [group Tarnians] and two [group Brulaks] crossed. The [group Ambruli] have grazed here.",
    "The [organisation Ministry] urges citizens to wait.",
]


@pytest.mark.parametrize("line", MARKED)
def test_unknown_names_are_told_apart(line: str, parser: Parser) -> None:
    text = plain(line)
    assert {(mention.kind, mention.span.of(text)) for mention in seen(text, parser)} == gold(line)


@pytest.mark.parametrize(
    ("text", "left_alone"),
    [
        ("He won by 44 votes. The Tarnow Rangers 2, the Brulov Rovers 3.", "Brulov Rovers 3"),
        ("The ministry urges citizens to wait.", "ministry"),
        ("On the Sunday before, nobody came.", "Sunday"),
        ("The bus from Lima is late.", "bus"),
    ],
)
def test_what_is_no_name_is_left_alone(text: str, left_alone: str, parser: Parser) -> None:
    assert left_alone not in names(text, parser)


def test_a_firm_that_speaks_often_is_no_person(parser: Parser) -> None:
    text = "Tarnesk Energy closed. Tarnesk said so. Later Tarnesk said more, and in May Tarnesk said it again."
    assert names(text, parser)["Tarnesk"] == ("organisation", "Tarnesk Energy")
