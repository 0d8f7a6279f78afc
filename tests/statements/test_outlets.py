"""Which names are outlets, when nobody has heard of them?"""

import pytest

from onrecord.language import Parser
from tests.statements.chained import chains


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The dam holds, Mira Orlova told Calna. Ben Tollan told the same paper that it leaks.", "Calna"),
        ("The tower was quoted by Calna as saying so. The dam holds, Mira Orlova told Calna.", "Calna"),
        ("Calna printed the letter on Monday. The dam holds, Mira Orlova told Calna.", "Calna"),
        ("Calna quoted a diver as saying so. The dam holds, Mira Orlova told Calna.", "Calna"),
        ("Calna reported a leak, citing a diver. The dam holds, Mira Orlova told Calna.", "Calna"),
        ("The dam holds, Mira Orlova told the fan website Blue Half.", "Blue Half"),
        ("The dam holds, Mira Orlova told our sister title Calna.", "Calna"),
        ("The dam holds, Mira Orlova told L'Écho Dornais.", "L'Écho Dornais"),
        ("The dam holds, Mira Orlova told Dorn News. It leaks, Ben Tollan told Dorn.", "Dorn News"),
        ("The dam holds, Mira Orlova told the Polar Star, a paper close to the army.", "Polar Star"),
        ("The dam holds, Mira Orlova told the channel Nordlys 4.", "Nordlys 4"),
        ("The dam holds, Mira Orlova told the fanzine Owl & Boot.", "Owl & Boot"),
        ("The dam holds, Mira Orlova told the Correio do Dorn.", "Correio do Dorn"),
        ("The dam holds, Mira Orlova said on the website of Kanal Dorn.", "Kanal Dorn"),
        ("The dam holds, Mira Orlova said on Calna radio in Dornburg.", "Calna radio"),
    ],
)
def test_a_name_is_known_by_its_deeds_and_by_what_it_is_called(text: str, name: str, parser: Parser) -> None:
    assert (name,) in chains(text, parser)


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Tollan reported a leak, citing a diver. The dam holds, Mira Orlova told Tollan.",
        "Ben Tollan quoted a diver as saying so. The dam holds, Mira Orlova told Tollan.",
        "The polls show Tollan behind. Tollan said that the dam held.",
        "A memo obtained by Calna United says so. The dam holds, Mira Orlova told Calna United.",
    ],
)
def test_people_and_clubs_are_none(text: str, parser: Parser) -> None:
    assert chains(text, parser)[-1] == ()
