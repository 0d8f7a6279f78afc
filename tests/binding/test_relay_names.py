"""Who "a relative" was that passed a message on, and who goes on by whatever noun he is called."""

import pytest

from onrecord.language import Parser
from tests.binding.carried import chains


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("Through a freed prisoner, the cook Ada Quell, Mira Lund sent word that she was well.", ("Ada Quell",)),
        (
            "In messages that a former aide handed to Radio Tarn, Mira Lund calls it a shame. "
            "The former aide, Ada Quell, denied it.",
            ("Radio Tarn", "Ada Quell"),
        ),
        (
            "The jailed leader asked for calm in a letter read out by his daughter. The daughter, Ada, 22, wept.",
            ("Ada",),
        ),
        (
            "Mira Lund urged calm in remarks translated by the embassy of Karsund.",
            ("embassy of Karsund",),
        ),
        ("“I was cold,” Mira Lund told a friend, according to her biographer, Otto Prim.", ("Otto Prim",)),
    ],
)
def test_the_name_of_a_link(text: str, chain: tuple[str, ...], parser: Parser) -> None:
    found = [tuple(name.removeprefix("the ") for name in links) for links in chains(text, parser)]
    assert found[0] == chain


@pytest.mark.parametrize(
    "text",
    [
        "A stoker told Radio Tarn that the ship was on fire. Nobody had dared to wake them, the sailor added.",
        "A stoker told Radio Tarn that the ship was on fire.\n\n“Nobody dared to wake them,” the sailor said.",
        "The maker of the pill told Radio Tarn that it was safe. The company, Calmo, goes on to regret the fuss.",
        "The former aide, Ada Quell, told Radio Tarn that it was safe. Quell denied that she had been paid.",
    ],
)
def test_whoever_adds_something_spoke_last(text: str, parser: Parser) -> None:
    assert chains(text, parser) == [("Radio Tarn",), ("Radio Tarn",)]


@pytest.mark.parametrize(
    "text",
    [
        "A stoker told Radio Tarn that the ship was on fire. The opposition wants the captain gone.",
        "Mira Lund told Radio Tarn that it was safe. Mira Lund has long distrusted the mill.",
        "Mira Lund told Radio Tarn that it was safe. The sailor Ben Orm shook his head. “It leaks,” the sailor added.",
        "A stoker told Radio Tarn that the ship was on fire. His sister, the sailor added, had seen it.\n\n"
        "The dean said that he would pay.",
    ],
)
def test_nobody_else_goes_on(text: str, parser: Parser) -> None:
    assert chains(text, parser)[-1] == ()


def test_a_speech_goes_on_behind_the_one_who_played_it(parser: Parser) -> None:
    text = (
        "In a voice message, played to us by a clerk, the chairman, Lord Orm, calls the strikers “a family misled”. "
        "He goes on to promise “something better”."
    )
    assert chains(text, parser)[-1] == ("clerk",)
