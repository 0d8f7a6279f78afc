"""What is in question can be read: a title holds whole words of the reports, and says what they are."""

from __future__ import annotations

import re

import pytest

from onrecord.accounts.asking import ask_about, ask_how_many, ask_whether, quote_briefly

LONG = (
    "that the harbour master of Port Dastanvale had met the head of the ferry company, Anselm Quiroga, "
    "in a hotel there before the tender was opened"
)


@pytest.mark.parametrize(
    ("words", "is_charge", "question"),
    [
        ("that the dam holds", False, "Is it so, or not, that the dam holds?"),
        ("the police were told on the 18th", False, "Is it so, or not: “the police were told on the 18th”?"),
        ('"The dam holds,"', False, "Is it so, or not: “The dam holds”?"),
        ("Orlova of having hidden the map", True, "Did Orlova do it, or not: “having hidden the map”?"),
        ("a council of visiting engineers met", False, "Is it so, or not: “a council of visiting engineers met”?"),
        ('she would "see to it"', False, 'Is it so, or not: “she would "see to it"”?'),
        ('"There was a light,', False, "Is it so, or not: “There was a light”?"),
        ("Korva of aggression", True, "Is it so, or not: “Korva of aggression”?"),
        ("the\n dam   holds", False, "Is it so, or not: “the dam holds”?"),
    ],
)
def test_what_is_asserted_is_asked_in_its_own_words(words: str, is_charge: bool, question: str) -> None:
    assert ask_whether(words, is_charge) == question


@pytest.mark.parametrize("words", [LONG, LONG.removeprefix("that "), f"Orlova of {'hiding ' * 40}"])
def test_no_title_is_cut_within_a_word(words: str) -> None:
    question = ask_whether(words, is_charge=True)
    assert " …" in question
    kept = re.sub(r".*?(?:not, |: “)", "", question).split(" …")[0]
    assert len(kept) > 80
    assert re.search(rf"{re.escape(kept)}\W", words)


def test_one_word_longer_than_a_title_is_left_whole() -> None:
    assert quote_briefly("x" * 500) == f"“{'x' * 500}”"


def test_a_matter_is_quoted() -> None:
    assert ask_about("Who is for it", "that it would talk to them") == "Who is for it: “it would talk to them”?"
    assert ask_about("Who is for and who is against", "a second bridge.") == (
        "Who is for and who is against: “a second bridge”?"
    )


@pytest.mark.parametrize(
    ("measure", "unit", "question"),
    [
        ("number of cases", "case", "How many cases?"),
        ("jobs", "job", "How many jobs?"),
        ("vehicle", "vehicle", "How many vehicles?"),
        ("ferry", "ferry", "How many ferries?"),
        ("church", "church", "How many churches?"),
        ("child", "child", "How many children?"),
        ("marched", "person", "How many people marched?"),
        ("price", "crown", "Which number: price (crown)?"),
        ("votes for", "vote", "Which number: votes for?"),
    ],
)
def test_a_number_is_asked_for_by_what_it_counts(measure: str, unit: str, question: str) -> None:
    assert ask_how_many(measure, unit) == question
