"""Who counts, puts or revises a number is its claimant; who denies, plans or only backs it is not."""

import pytest

from onrecord.marking import Knowledge, load_knowledge, mark
from onrecord.records import Document


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


def claimants(text: str, knowledge: Knowledge) -> list[list[str]]:
    document = Document(id="d1", uri="file:a.txt", capture="c", text=text, language="en")
    figures = mark(document, knowledge).figures
    assert all(c.span is None or c.span.of(text) for f in figures for c in f.claimants)
    return [[c.name.removeprefix("the ").removeprefix("The ") for c in f.claimants] for f in figures]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The fire service raised the number of injured from 54 to 61.", [["fire service"], ["fire service"]]),
        ("The town hall revised the number of lost roofs from 40 to 52.", [["town hall"], ["town hall"]]),
        ("The council raised the number of beds from 40 to 44.", [[], []]),
        ("Police counted 300 marchers; the organisers, 900.", [["Police"], ["organisers"]]),
        (
            "The ferry operator counted 212 passengers on board; the harbour master insists there were 260.",
            [["ferry operator"], ["harbour master"]],
        ),
        ("Six loggers were reported killed.", [["unknown"]]),
        ("The mayor speaks of five dead, the opposition of 50.", [["mayor"], ["opposition"]]),
        ("Witnesses saw four helicopters.", [["Witnesses"]]),
        ("The pilot saw four helicopters.", [[]]),
        ("The flood claimed nine lives.", [[]]),
        ("The ministry of ports has recorded 120 infections.", [["ministry of ports"]]),
        ("The league says 10 tenants left, but the owners say 26.", [["league"], ["owners"]]),
        ("The board spoke of four clerks killed and eleven wounded in the raid.", [["board"], ["board"]]),
    ],
)
def test_who_counts_claims(text: str, names: list[list[str]], knowledge: Knowledge) -> None:
    assert claimants(text, knowledge) == names


@pytest.mark.parametrize(
    "text",
    [
        "The navy denied that 50 boats had been lost.",
        "Ostland plans to buy 24 trams.",
        "The assembly backed the bill by 61 votes to 44.",
        "The ministry has not confirmed that 8 clerks died.",
        "The envoys agreed on a 72-hour truce.",
        "Rescued: 31.",
    ],
)
def test_who_denies_plans_or_backs_does_not_claim(text: str, knowledge: Knowledge) -> None:
    found = claimants(text, knowledge)
    assert found
    assert all(names == [] for names in found)


def test_each_of_two_sides_keeps_its_own_number(knowledge: Knowledge) -> None:
    text = "Ostland says 14 guards died; Velm puts the figure at six."
    assert claimants(text, knowledge) == [["Ostland"], ["Velm"]]


def test_a_pronoun_stands_for_who_counted_before(knowledge: Knowledge) -> None:
    text = "At first the army spoke of seven wounded; on Thursday it said 15."
    assert claimants(text, knowledge) == [["army"], ["army"]]


@pytest.mark.parametrize("text", ["", "7", "of 50; the, 9", "Police counted", "counted 5 says 6 of 7; it 8"])
def test_odd_texts_do_no_harm(text: str, knowledge: Knowledge) -> None:
    assert isinstance(claimants(text, knowledge), list)
