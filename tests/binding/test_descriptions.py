"""Tell me who "the chief executive", "the sheikh", "they" and "it" are, where nobody says it in so many words."""

from __future__ import annotations

import pytest

from onrecord.binding.speakers import resolve_relays, resolve_speakers
from onrecord.language import Parser, parse
from onrecord.records import Attribution
from onrecord.statements import find_attributions
from tests.binding.resolving import mentions_of
from tests.statements.reported import make_document


def spoken(text: str, parser: Parser) -> list[str | None]:
    """The speakers of a text, in its order."""
    tree = parse(text, parser)
    return [one.speaker for one in resolve_speakers(tree, mentions_of(text, parser), _found(text, parser))]


def heard(text: str, parser: Parser) -> list[str]:
    tree, mentions = parse(text, parser), mentions_of(text, parser)
    named = resolve_relays(tree, mentions, resolve_speakers(tree, mentions, _found(text, parser)))
    return [one.addressee.name for one in named if one.addressee is not None]


def _found(text: str, parser: Parser) -> tuple[Attribution, ...]:
    return find_attributions(make_document(text), parse(text, parser))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Karl Munk has told the bank that he will go. It rained.\n\nThe chief executive denies a quarrel.",
            "Karl Munk",
        ),
        ("Karl Munk promised a truce. The heavyweight said that he was tired.", "Karl Munk"),
        ("Sheikh Karim Rawas promised a truce.\n\nThe sheikh demands a ransom.", "Karim Rawas"),
        ("Retired general Karl Munk denied the charge.\n\nThe general blames the weather.", "Karl Munk"),
        ("Skier Ana Valdez left the team on Monday. The two-time champion said that she was ill.", "Ana Valdez"),
        (
            "Karl Munk moved on Friday that it be shut. Ana Valdez of Dorn wept. The mover said that he was tired.",
            "Karl Munk",
        ),
        ("The skipper's widow, Ana Valdez, wants an inquiry.", "Ana Valdez"),
        ('The chairman of Dorn Mills ruled out a merger. "Never," Karl Munk told shareholders.', "Karl Munk"),
        ("A land clerk in Dorn denied the charge on Monday.\n\nAna Valdez, 52, slept.", "Ana Valdez"),
    ],
)
def test_a_description_is_the_one_person_told_of(text: str, speaker: str, parser: Parser) -> None:
    assert set(spoken(text, parser)) == {speaker}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # a court has a judge and a village a priest, whoever is named
        ("Karl Munk left the court on Monday.\n\nThe judge warned of delays.", "the judge"),
        # two are named
        ("Karl Munk met Ana Valdez on Monday.\n\nThe chief executive warned of delays.", "the chief executive"),
        # somebody else is named in the same sentence
        ("Karl Munk left on Monday, and the chief executive warned of delays.", "the chief executive"),
        # what he is has been told
        ("Karl Munk, a baker, left on Monday.\n\nThe chief executive warned of delays.", "the chief executive"),
        # the word has been used of another
        ("Karl Munk met an envoy on Monday. It rained. The envoy warned of delays.", "the envoy"),
        # a woman
        ("Karl Munk left on Monday.\n\nThe chairwoman warned of delays.", "the chairwoman"),
        ("Former President Ana Valdez left.\n\nThe president warned of delays.", "the president"),
    ],
)
def test_a_description_that_may_be_of_another_stays(text: str, speaker: str, parser: Parser) -> None:
    assert spoken(text, parser)[-1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The insurgents have closed the bridge. They demand a ransom.", "the insurgents"),
        ("Brokers in Dorn expect a rise, the agency Tarnox said. They fear a strike.", "brokers in Dorn"),
        (
            'The mayor had begged the board of the mill to wait. "They replied that a form was missing," he said.',
            "the board of the mill",
        ),
        ("Ana Valdez told reporters that the gates were shut. They fear a strike.", "They"),
        ("Farmers and millers met, and the millers said that they fear a strike.", "the millers"),
        ("The county hospital advised her to wait. They blame the weather.", "the county hospital"),
    ],
)
def test_they_are_those_told_of_just_before(text: str, speaker: str, parser: Parser) -> None:
    assert speaker in spoken(text, parser)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('A trombone has come back with a note. "I am sorry," it read.', "a note"),
        ("Deputy Ana Valdez asked Karl Munk why he had stayed. He replied that he was tired.", "Karl Munk"),
        ("She told a fireman that the cellar was dry. He promised that it would stay so.", "a fireman"),
        ("According to his lawyer, Karl Munk, he denies the charge.", "he"),
        (
            "In Port Halvard, the captain's brother begged them to call. He said that it was late.",
            "the captain's brother",
        ),
        ("Ana Valdez resigned on Monday, and her deputy said that she was ill. She blames the weather.", "Ana Valdez"),
        ("His guest, the actress Ana Valdez, wept. She said that it was late.", "Ana Valdez"),
        ("Ana Valdez pleaded for calm. The baker swore that it was late, she noted.", "Ana Valdez"),
        (
            "The speaker reprimanded a guest in the gallery for noise. The man said that it was late.",
            "a guest in the gallery",
        ),
    ],
)
def test_he_she_and_it(text: str, speaker: str, parser: Parser) -> None:
    tree = parse(text, parser)
    found = resolve_speakers(tree, mentions_of(text, parser), _found(text, parser))
    assert max(found, key=lambda one: one.source[0].start if one.source else 0).speaker == speaker


def test_a_label_of_a_transcript_is_the_fuller_one_before_it(parser: Parser) -> None:
    text = "ANCHOR: Is it safe?\n\nGOVERNOR OSWIN TARKLE: It is.\n\nANCHOR: Will it rain?\n\nGOVERNOR: It will."
    assert spoken(text, parser)[-1] == "GOVERNOR OSWIN TARKLE"
    text = "The poet Karl Munk met us.\n\nQUESTION: Do you sleep?\n\nKARL: I do."
    assert spoken(text, parser)[-1] == "Karl Munk"


@pytest.mark.parametrize(
    ("text", "hearer"),
    [
        ("The widow said that a captain had advised her to leave.", "widow"),
        ("Ana Valdez wept. She and two clerks were told by the police to leave.", "Ana Valdez and two clerks"),
        (
            "An officer at the bridge shouted to families to stand back. A grandmother asked him whether he slept.",
            "officer at the bridge",
        ),
        (
            "The Dorn Courier blamed the mayor.\n\nThe judge ordered the newspaper to print a correction.",
            "Dorn Courier",
        ),
        ("The Dorn Weekly blamed the mayor.\n\nThe judge ordered the newspaper to print a correction.", "newspaper"),
    ],
)
def test_who_is_told(text: str, hearer: str, parser: Parser) -> None:
    assert heard(text, parser)[-1] == hearer
