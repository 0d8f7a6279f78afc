"""Who carries another's words: envoys and messengers, those who recorded them, a paper that quotes a telling."""

import pytest

from onrecord.language import Parser
from tests.statements.chained import told
from tests.statements.reported import find


@pytest.mark.parametrize(
    ("text", "speaker", "chain"),
    [
        (
            "The envoy conveyed to the king the assurance of President Mara Dorn that the border would stay open.",
            "President Mara Dorn",
            ("envoy",),
        ),
        ("An aide relayed the minister's demand that the road be reopened.", "minister", ("aide",)),
        ("The general sent word through a priest that he would not leave the fort.", "general", ("priest",)),
        ("Through her lawyer the actress let it be known that she would appeal.", "actress", ("her lawyer",)),
        (
            "Mira Quell, in a tape that a student made in 1994 and the county archive keeps, said that it sank.",
            "Mira Quell",
            ("student",),
        ),
        (
            "In a statement that his barrister, Rolf Emmen, read to the panel, the captain said the radar was off.",
            "captain",
            ("Rolf Emmen",),
        ),
        (
            '"We are out of bread," he wrote on a paper bag that a nurse smuggled out of the ward.',
            "he",
            ("nurse",),
        ),
        (
            "In her last interview, with a student newspaper, she regretted that she had never learned to sail.",
            "she",
            ("student newspaper",),
        ),
        (
            "The agency Tanor quoted Trade Minister Ilse Bram as telling state radio that the duty would stay.",
            "Trade Minister Ilse Bram",
            ("Tanor", "state radio"),
        ),
        (
            "The rocket broke up, officers were quoted as telling lawmakers by the newspaper Sava.",
            "officers",
            ("Sava",),
        ),
        ('The Dorn Mail quoted one waiter: "He threw the soup."', "one waiter", ("Dorn Mail",)),
        ('One driver told the Lantern: "He threw the soup."', "One driver", ("Lantern",)),
        (
            "Shares rose after the weekly Lamp, citing a banker, reported that Dorvane was preparing an offer.",
            "banker",
            ("Lamp",),
        ),
        ("The manager told the station Harbour Talk he would listen to offers.", "manager", ("Harbour Talk",)),
        ("The guard told the Bharat Vritt agency that he had confessed.", "guard", ("Bharat Vritt agency",)),
        ('The priest repeats what the boy said on the line: "I carry the cello."', "boy", ("priest",)),
        ("In a diary, the housemaid has Mira Orlova confiding that she was proud.", "Mira Orlova", ("housemaid",)),
        ("The Dorn Mail has Mira Orlova grumbling about the weather.", "Mira Orlova", ("Dorn Mail",)),
        (
            "The envoy conveyed to the king the thanks of President Mara Dorn for the release of the crew.",
            "President Mara Dorn",
            ("envoy",),
        ),
        (
            "A day later, on state television, the mayor promised that the bridge would be mended.",
            "mayor",
            ("state television",),
        ),
        ('He answered in a message, which an aide of the envoy showed us: "It holds."', "He", ("aide of the envoy",)),
        (
            "In a note that his mother, to laughter, read into the record, the boy wrote that he liked the dog.",
            "boy",
            ("his mother",),
        ),
        ("The mayor plans to go, according to papers that turned up in a bin.", "mayor", ("papers",)),
        ("The mayor plans to go, according to two clerks who saw it.", "mayor", ("two clerks who saw it",)),
        ("The mayor was said by two aides to be weary of the post.", "mayor", ("two aides",)),
        ("The Evening Bell, quoting unnamed guards, said the chef had left.", "unnamed guards", ("Evening Bell",)),
        (
            "The king told her that it held, according to an account she gave to the weekly Lamp.",
            "king",
            ("Lamp",),
        ),
        ("Via his press secretary, the duke said that he would go.", "duke", ("his press secretary",)),
        ("In its report, Radio Venna said the duke wanted more money.", "duke", ("Radio Venna",)),
        ("Coast towns ask for pumps - radio", "Coast towns", ("radio",)),
        (
            "The mine has closed, according to the site Deep, whose account rests on a guard.",
            "site Deep",
            (),
        ),
    ],
)
def test_whose_words_and_who_carries_them(text: str, speaker: str, chain: tuple[str, ...], parser: Parser) -> None:
    assert (speaker, chain) in told(text, parser)


@pytest.mark.parametrize(
    "text",
    [
        "Orlova told the Dorn Mail to apologise for its report.",
        "Orlova told the Senate that the dam held.",
        "Orlova told the council that the dam held.",
        "The envoy conveyed his wish to be present at the opening.",
        "The mother hopes for a pardon; her son thinks it is too late.",
        "The unions called for a strike; the employers see no cause for one, their chairman told them.",
        "The nurse begged the ward sister for masks, the inquiry heard on Monday.",
        "Doctors begged for masks, inquiry told",
        "According to a diplomat, both sides hope for a truce. The diplomat warned that nothing was signed.",
        "Bread for all: a dream?",
    ],
)
def test_who_carries_nothing(text: str, parser: Parser) -> None:
    assert not any(a.via for a in find(text, parser) if a.parent is None)


def test_a_court_hears_what_nobody_named_says(parser: Parser) -> None:
    heard = [
        find(f"{line}.", parser)
        for line in ("The nurse begged the ward sister for masks, the inquiry heard", "The jury heard that he lied")
    ]
    headline = find("Doctors begged for masks, inquiry told", parser)
    assert [[(a.speaker, a.addressee and a.addressee.name) for a in found if a.parent is None] for found in heard] == [
        [(None, "inquiry")],
        [(None, "jury")],
    ]
    assert [a.speaker for a in headline] == ["Doctors", None]
    assert [a.parent is None for a in headline] == [False, True]


def test_a_link_is_who_only_tells_and_a_speaker_who_goes_on(parser: Parser) -> None:
    only = find("The king plans to sell the palace, according to a clerk.", parser)
    speaks = find("The king plans to sell it, according to a clerk. The clerk warned that it was early.", parser)
    assert [a.parent for a in only] == [None]
    assert [a.parent is None for a in speaks] == [False, True, True]


def test_the_labels_of_a_round_up_say_nothing(parser: Parser) -> None:
    entries = "RUDNA: The mayor says that the bridge is safe.\n\nVELM: The bakers fear a strike."
    turns = "ORLOVA: I say that the bridge is safe.\n\nASKED: Do the bakers fear a strike?"
    assert [(a.speaker, a.parent) for a in find(entries, parser)] == [("mayor", None), ("bakers", None)]
    assert "ORLOVA" in [a.speaker for a in find(turns, parser)]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("The captain's wife keeps a diary, which a neighbour copied. She says that he drank.", ("neighbour",)),
        ("The captain's remarks were recorded by a waiter. He denied that he drank.", ("waiter",)),
        (
            "The weekly Sprava on Monday published a conversation. In it, the mayor assures an agent that it is his.",
            ("Sprava",),
        ),
        ("Radio Dorn carried no such words; instead it quoted a guard as saying that he drank.", ("Radio Dorn",)),
        ("An affidavit unsealed on Monday tells why. It quotes a guard as saying that he drank.", ("affidavit",)),
        ("The group Open Gate posted a video of the mayor. He denied that he drank.", ("group Open Gate",)),
    ],
)
def test_words_that_came_by_somebody_in_the_sentence_before(text: str, chain: tuple[str, ...], parser: Parser) -> None:
    assert told(text, parser)[-1][1] == chain


def test_more_than_one_can_be_heard_in_a_recording(parser: Parser) -> None:
    text = (
        "The weekly Sprava published a conversation on Monday. In it, the mayor assures an agent that it is his. "
        "The agent inquires whether somebody must be greeted. The clerk denied it."
    )
    assert [chain for _, chain in told(text, parser)][-3:] == [("Sprava",), ("Sprava",), ()]
