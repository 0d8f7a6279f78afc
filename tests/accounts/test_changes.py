"""I was against it, I never said it, it was them: what speakers own to, do not own to, and lay at each other's door."""

from __future__ import annotations

import pytest

from onrecord.accounts.changes import find_old_stance
from onrecord.accounts.disowned import find_disowned
from onrecord.records import Discrepancy
from tests.accounts.telling_stories import compare_texts, gather_texts, sides_of

FIRST, LATER = "2031-05-05", "2031-05-09"
HERE = " Prime Minister Sela Quorn of Tarvia and the Dornian envoy, Halvard Iss, are to meet in Port Vessen on Friday."
THERE = " Halvard Iss, who speaks for Dornia, flies to Port Vessen to see the prime minister of Tarvia, Sela Quorn."


def beside(first: str, later: str) -> list[Discrepancy]:
    """Return what two reports of one story say against each other."""
    found = compare_texts((FIRST, first + HERE), (LATER, later + THERE)).discrepancies
    return [one for one in found if len({m.document for side in one.sides for m in side.members}) > 1]


@pytest.mark.parametrize(
    ("words", "sign"),
    [
        ("“I was against the tunnel, and I was wrong,” Karl Ost said.", -1),
        ("“We were sceptical at first,” Karl Ost said.", -1),
        ("“In January I said no,” Karl Ost said.", -1),
        ("“I voted for the tunnel and I regret it,” Karl Ost said.", 1),
        ("Karl Ost said that he had once been in favour of the tunnel.", 1),
        ("Karl Ost said that he had changed his mind.", 0),
        ("Karl Ost said that he was against the tunnel.", None),
        ("Karl Ost said that he had not changed his mind.", None),
        ("Karl Ost said that he had never been opposed to the tunnel.", None),
        ("“I am against the tunnel,” Karl Ost said.", None),
    ],
)
def test_what_a_speaker_says_that_he_thought_before(words: str, sign: int | None) -> None:
    stances = [find_old_stance(saying) for saying in gather_texts((FIRST, words)).sayings()]
    assert [one for one in stances if one is not None][:1] == ([] if sign is None else [sign])


def test_who_owns_to_a_change_is_shown_beside_what_he_said_before() -> None:
    (found,) = beside(
        "Health Minister Mina Tal said that she would never sign a law on the clinics of Sorn.",
        "“I was against the law on the clinics, and I was wrong,” Health Minister Mina Tal said in Sorn.",
    )
    assert found.kind == "position"
    assert [side.label for side in found.sides] == ["before", "now"]
    assert sides_of(found) == [{"Tal"}, {"Tal"}]


CHOIR = (
    "The church in Sorn was full when the choir sang the old songs of the valley, with drums, two trumpets and a boy "
    "of nine who did not look at the conductor once. “I was against the choir, and I sing in it,” Karl Ost said. "
    "Tea and cake were sold on the steps afterwards, and the collection went to the roof, which has leaked since the "
    "storm and will be mended by a roofer from the next village, who sang the bass and would take no money for it."
)


def test_a_change_of_mind_on_another_matter_is_not_shown_beside_it() -> None:
    assert not beside("Karl Ost said that the state would never pay for the opera in Sorn.", CHOIR)


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("“I never said that the dam was unsafe,” Olga Rund said.", "the dam was unsafe"),
        ("Olga Rund denied having said that the dam was unsafe.", "the dam was unsafe"),
        ("Olga Rund said that she had never claimed that the dam was unsafe.", "the dam was unsafe"),
        ("“I said that the dam was unsafe,” Olga Rund said.", None),
        ("“I never saw the dam,” Olga Rund said.", None),
    ],
)
def test_what_somebody_says_never_to_have_said(words: str, what: str | None) -> None:
    found = [disowned for saying in gather_texts((FIRST, words)).sayings() if (disowned := find_disowned(saying))]
    assert [one.rstrip(' ,.\u201d"') for one in found][:1] == ([what] if what else [])


def test_who_does_not_own_to_a_saying_is_shown_beside_it() -> None:
    said = "Interior Minister Olga Rund told parliament that the dam at Kalde was unsafe."
    (found,) = beside(said, "“I never said that the dam at Kalde was unsafe,” Interior Minister Olga Rund said.")
    assert (found.kind, [side.label for side in found.sides][1]) == ("denial", "denies having said it")
    assert not beside(said, "“I never said that the mayor of Sorn was a thief,” Interior Minister Olga Rund said.")


def test_each_lays_a_deed_at_the_others_door() -> None:
    first = "Tarvia's defence ministry said that a Dornian drone had hit the school in Kalde."
    (found,) = beside(first, "Dornia's army said that a missile of Tarvia's own had hit the school in Kalde.")
    assert found.kind == "accusation"
    assert not beside(first, "Dornia's army said that the school in Sorn had a new roof.")


@pytest.mark.parametrize(
    ("first", "later", "kind"),
    [
        (
            "Three sailors were killed when the ferry Osprey struck a mine off Cape Lund, the coastguard said.",
            "The Dornian navy said that nobody had been killed on the ferry Osprey off Cape Lund.",
            "denial",
        ),
        (
            "The mayor of Kalde, Ilse Varga, said four people had died in the shelling of Kalde.",
            "“There were no casualties in Kalde,” General Pavel Strom said of the shelling.",
            "denial",
        ),
        (
            "The residents' spokesman, Otto Brand, said the water of Kalde was poisoned.",
            "The water of Kalde is perfectly safe, Mayor Ilse Varga said.",
            "denial",
        ),
        (
            "Opposition leader Mina Tal said that the election in Kalde had been rigged.",
            "The election in Kalde was free and fair, the electoral commission said.",
            "denial",
        ),
        (
            "The Front offered a truce of 40 days in the Kalde valley, its spokesman Amas Azul said.",
            "Interior Minister Lena Orlova rejected the Front's truce in the Kalde valley.",
            "opposition",
        ),
        (
            "Rebel leader Amas Azul said that the Front was ready for talks with the government of Tarvia.",
            "Interior Minister Lena Orlova ruled out talks with the Front.",
            "opposition",
        ),
    ],
)
def test_what_two_reports_say_against_each_other(first: str, later: str, kind: str) -> None:
    assert [found.kind for found in beside(first, later)] == [kind]


@pytest.mark.parametrize(
    ("first", "later"),
    [
        ("The water of Kalde was poisoned, Otto Brand said.", "The water of Sorn is perfectly safe, Ilse Varga said."),
        ("Karl Ost said that the strike would go on.", "The mayor, Ilse Varga, said that the concert was over."),
        ("Amas Azul said that the Front was ready for talks.", "Lena Orlova ruled out a tax on bread."),
    ],
)
def test_what_goes_together(first: str, later: str) -> None:
    assert beside(first, later) == []
