""" "He", "both ministers", "the woman": who is told of, and who said it, where the report names them elsewhere."""

from __future__ import annotations

import pytest

from onrecord.language import Parser
from tests.binding.test_descriptions import heard, spoken


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # whoever wrote a text that was told of
        (
            "A letter from the dead man's sister was read out. In it she said the brakes had failed.",
            "the dead man's sister",
        ),
        ("An e-mail by the treasurer, Ola Brenn, was shown. In it he warned that the fund was empty.", "Ola Brenn"),
        ("The statement of a nurse was read out by a clerk. In it the woman said she had seen a car.", "a nurse"),
        ("The widow's letter was read out. She wrote that nobody had called.", "the widow"),
        ("The Tarn Post printed a note from Mira Orlova. In it she accused the council of neglect.", "Mira Orlova"),
        # a body without a name
        ("The presidency took its time. The report, it insisted, was a forgery.", "the presidency"),
        ("The court met in May. It ruled that the sale was void.", "the court"),
        # several: who passed words on, a body that spoke rather than what it spoke of
        (
            "The mine will close, according to two engineers who worked there. They said it leaked.",
            "two engineers who worked there",
        ),
        (
            "The cows sleep badly, a team at Dorn University found. They eat less, they said.",
            "a team at Dorn University",
        ),
        ("Some residents praised the plan. Letters to the council were ignored, they said.", "some residents"),
        # two, and the pronoun beside others
        ("Mira Orlova left early. She and her brother said the road was shut.", "Mira Orlova and her brother"),
        ("Ana Diaz met Karl Munk. Both ministers said the pact would hold.", "Ana Diaz and Karl Munk"),
        ("Ana Diaz met Karl Munk and Ben Tollan. Both men said the pact would hold.", "Karl Munk and Ben Tollan"),
        (
            "Ana Diaz met Karl Munk. Both ministers gave their word, though neither would say when the ships sail.",
            "Ana Diaz and Karl Munk",
        ),
        ("Ana Diaz met Karl Munk. Both sides said the pact would hold.", "both sides"),
        (
            "Ana Diaz met Karl Munk, Ola Brenn and Mira Orlova. Both ministers said the pact would hold.",
            "both ministers",
        ),
        ("Both captains gave their word, though neither would say when the ships sail.", "both captains"),
        ("The two ministers met at noon. Neither said whether the talks had failed.", "the two ministers"),
        ("The ministers met the envoys. Neither said whether the talks had failed.", "neither"),
        ("President Ana Diaz of Orvane and Premier Karl Munk of Harst welcomed the pact.", "Ana Diaz and Karl Munk"),
        # a name is not that of somebody's lawyer
        ("The lawyer of the cyclist Ana Diaz rejected the claim.", "the lawyer of the cyclist Ana Diaz"),
        ("A manager at the lender Ark & Mole said the hull was sound.", "a manager at the lender Ark & Mole"),
        # named behind what he is, at once or later
        ("The brewer Halversen Kiln said it was for sale.", "Halversen Kiln"),
        ("The treasurer is Ola Brenn, a former priest. The treasurer said the books were clean.", "Ola Brenn"),
        # a daughter is not "he", nor is the cook of a bishop
        (
            "Karl Munk died in May. His daughter, Tuvina, says he asked for water. He never said who had come.",
            "Karl Munk",
        ),
        # who is called something is not called something else
        ("The campaign group Clear Skies wrote to us. The regulator said it was late.", "the regulator"),
        ("The shipowners met on Monday. The owners said fuel was dear.", "the shipowners"),
        ('"They are broke," an insider told the paper. The source added that wages were late.', "an insider"),
        ("The foreign minister, Ana Diaz, arrived on Monday. The diplomat said she was glad.", "Ana Diaz"),
        (
            'Karl Munk, the coach of Harst Rovers, smiled. "They ran," he said. The Orvanian coach said he was old.',
            "Karl Munk",
        ),
        (
            'The dam will not hold, an engineer who built it told our paper. "It leaks," the engineer added.',
            "an engineer who built it",
        ),
    ],
)
def test_who_said_it_last(text: str, speaker: str, parser: Parser) -> None:
    assert spoken(text, parser)[-1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A former aide said the memo was real. The former aide, Lotte Merz, was fired.", "Lotte Merz"),
        ("A cashier told the court she had burnt the files. The witness, Lise Tarr, wept.", "Lise Tarr"),
        ("A cashier said she was tired. A porter said so too. The woman, Lise Tarr, wept.", "a cashier"),
        ("A cashier said he was tired. The mayor, Lise Tarr, wept.", "a cashier"),
    ],
)
def test_who_is_named_later(text: str, speaker: str, parser: Parser) -> None:
    assert spoken(text, parser)[0] == speaker


def test_somebody_in_her_words_is_rather_the_one_whose_cook_she_is(parser: Parser) -> None:
    text = "Mayor Ben Tollan stayed away. The mayor's cook, Ottle Vrin, said he swore to leave."
    assert spoken(text, parser)[-1] != "Ottle Vrin"


def test_nobody_calls_himself_the_champion(parser: Parser) -> None:
    text = "Ana Diaz said that the champion had promised a feast."
    assert spoken(text, parser) == ["Ana Diaz", "the champion"]


@pytest.mark.parametrize(
    ("text", "hearer"),
    [
        ("His lawyer, Ben Tollan, said Karl Munk was ill. The judge ordered him to appear.", "Karl Munk"),
        (
            "Police are looking for a woman in a red coat. The inspector asked her to come forward.",
            "woman in a red coat",
        ),
        ("Ben Tollan told the archivist that the roof leaked and begged her to call a builder.", "archivist"),
        ("Mira Orlova wrote to the drivers about their questions. She urged them to stay calm.", "drivers"),
        ('"He told her to wait," Ana Diaz said.', "her"),
    ],
)
def test_whom_he_and_she_are_told(text: str, hearer: str, parser: Parser) -> None:
    assert heard(text, parser)[-1] == hearer


def test_who_answers_in_a_transcript_is_not_who_is_told_of(parser: Parser) -> None:
    text = "Ana de Wal met us.\n\nHOST: Your aide left.\n\nDE WAL: I asked my aide to wait. She told me she was ill."
    assert spoken(text, parser)[-1] == "my aide"
