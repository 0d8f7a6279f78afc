"""Does the speaker want the toll or not? What a clause wants of a thing, read word by word."""

from __future__ import annotations

import re

import pytest

from onrecord.accounts.attitudes import Voice
from onrecord.accounts.leanings import find_leanings
from onrecord.accounts.lines import split_words
from onrecord.accounts.objects import POINTER, key_of
from onrecord.accounts.sayings import Saying
from onrecord.identity import mark_id
from onrecord.records import Act, Attribution, Span, Speech
from tests.accounts.reading_tables import read_table

VOICE = Voice(names=frozenset({"voss", "mayor"}), holds_office=True)
PLAIN = Voice(names=frozenset({"lind"}), holds_office=False)
HEADS = frozenset(
    key_of(word)
    for word in ("toll", "ban", "sale", "inquiry", "release", "observers", "strike", "treaty", "leave", "ward")
)


def say(cue: str, words: str, act: Act = "assert", speech: Speech = "direct") -> Saying:
    attribution = Attribution(
        id=mark_id("attribution", "a", 0),
        document="a",
        source=(),
        cue=(),
        content=(Span(start=0, end=len(words)),),
        speaker="Mara Voss",
        mention=None,
        via=(),
        addressee=None,
        denial=False,
        act=act,
        speech=speech,
        hedge=None,
        said=None,
        parent=None,
        by="test",
        confidence=None,
    )
    return Saying(
        attribution=attribution,
        document="a",
        words=words,
        cue=cue,
        speaker="Mara Voss",
        actor="voss",
        kind="person",
        country=None,
        said=None,
        statement="s",
        in_title=False,
    )


def stances(saying: Saying, voice: Voice = VOICE) -> set[str]:
    return {one.stance for one in find_leanings(saying, voice, HEADS)}


@pytest.mark.parametrize(
    ("words", "stance"),
    [
        ("We need a toll on the bridge.", "for"),
        ("We do not need a toll on the bridge.", "against"),
        ("There is no reason to lift the ban.", "for"),
        ("There is reason enough not to keep the ban.", "against"),
        ("There is no alternative to the treaty.", "for"),
        ("Lifting the ban now would be a mistake.", "for"),
        ("To end the ban now would be right.", "against"),
        ("The sale is out of the question.", "against"),
        ("The sale was right and would stay.", "for"),
        ("The strike will go ahead.", "for"),
        ("The strike must end.", "against"),
        ("The strike cannot go ahead.", "against"),
        ("The toll ought to be scrapped.", "against"),
        ("The inquiry is long overdue.", "for"),
        ("The ban violates the treaty.", "against"),
        ("We are not going to sell the quay.", "against"),
        ("We will not block the sale.", "for"),
        ("I have nothing against the sale.", "for"),
        ("You do not sell a quay because it leaks.", "against"),
        ("I say no to the sale.", "against"),
        ("No to the toll!", "against"),
        ("There will be no inquiry.", "against"),
        ("There will be an inquiry.", "for"),
        ("No foreign observers will come to this port.", "against"),
        ("The observers may come after all.", "for"),
        ("Release the captain.", "for"),
        ("Let the captain go.", "for"),
        ("Do not scrap the toll.", "for"),
        ("We shall never leave.", "against"),
        ("We would accept a toll if the town gets half.", "conditional"),
        ("I will leave when the guards have left.", "conditional"),
        ("There will be no inquiry before the vote.", "conditional"),
        ("We take no position on the sale.", "neutral"),
        ("I do not say yes and I do not say no.", "unclear"),
        ("It is blackmail.", "against"),
        ("This is good for everyone.", "for"),
        ("We want one too.", "for"),
        ("The town voted yes.", "for"),
    ],
)
def test_what_is_wanted_of_a_thing(words: str, stance: str) -> None:
    assert stances(say("said", words)) == {stance}


@pytest.mark.parametrize(
    ("cue", "words", "act", "stance"),
    [
        ("demanded", "that the observers be let in", "request", "for"),
        ("demanded", "that the ban be dropped", "request", "against"),
        ("demanded", "that they be released", "request", "for"),
        ("proposed", "that the council suspend the toll", "propose", "against"),
        ("wants", "the ban lifted", "request", "against"),
        ("wants", "the ward to close", "request", "against"),
        ("called for", "the captain to be let go", "request", "for"),
        ("called on", "the town to drop the toll", "request", "against"),
        ("refused", "to allow an inquiry", "oppose", "against"),
        ("opposed", "any sale of the quay", "oppose", "against"),
        ("would not agree to", "any inquiry", "oppose", "against"),
        ("won't hear of", "a toll", "assert", "against"),
        ("voted against", "the toll", "oppose", "against"),
        ("is against", "it", "oppose", "against"),
        ("rejected", "the plan", "oppose", "against"),
        ("did not rule out", "a toll", "assert", "unclear"),
        ("appealed", "to keep the ban", "request", "for"),
        ("called", 'the sale "a robbery of the town"', "criticise", "against"),
        ("called", 'the sale "a gift to strangers"', "criticise", "against"),
        ("called", 'the sale "a gift to the town"', "praise", "for"),
    ],
)
def test_what_the_act_of_saying_wants_of_a_thing(cue: str, words: str, act: Act, stance: str) -> None:
    assert stances(say(cue, words, act, "indirect")) == {stance}


@pytest.mark.parametrize(
    "words",
    [
        "The sale took place in May.",
        "The ban was lifted on Tuesday.",
        "The ban had come into force at noon.",
        "The sale price was 4 million.",
        "They will leave one day.",
        "Whoever opposes the toll does not know the bridge.",
        "Is the toll wrong?",
        "Whether the toll must stay is a good question.",
        "The toll is 4 marks.",
        "The toll that the towns want is high.",
        "Sell it and you will see a strike.",
        "A good toll, and a bad year.",
        "That toll, by the river, is a mistake.",
        "We can see the toll.",
        "The trucks guard against a strike.",
        "We drive to the toll.",
        "I was for the toll in spring.",
        "This toll by law is fair.",
    ],
)
def test_what_says_nothing_of_what_its_speaker_wants(words: str) -> None:
    assert stances(say("said", words)) == set()


def test_who_decides_nothing_announces_nothing() -> None:
    saying = say("said", "The strike will end.")
    assert stances(saying) == {"against"}
    assert stances(saying, PLAIN) == set()
    assert stances(say("said", "No observers will come."), PLAIN) == set()


def test_what_is_asked_is_wanted_by_nobody() -> None:
    assert stances(say("asked", "whether the toll must stay", "ask", "indirect")) == set()


def test_a_leaning_tells_of_what_it_is_and_what_is_to_be_done() -> None:
    (one,) = find_leanings(say("wants", "the stone toll scrapped", "request", "indirect"), VOICE, HEADS)
    assert (one.head, one.called, one.deed, one.is_doing) == (key_of("toll"), "stone toll", "scrapped", False)
    (other,) = find_leanings(say("wants", "it scrapped", "request", "indirect"), VOICE, HEADS)
    assert (other.head, other.called) == (POINTER, "it")
    (doing,) = find_leanings(say("said", "We must sell it."), VOICE, HEADS)
    assert doing.is_doing


@pytest.mark.parametrize("row", read_table("lines"), ids=lambda row: row["example"])
def test_each_turn_of_phrase_becomes_plain_words(row: dict[str, str]) -> None:
    assert re.search(row["pattern"], row["example"], re.IGNORECASE)
    words = [word.casefold() for word in split_words(row["example"])]
    wanted = re.sub(r"'?\\\d", " ", row["words"].casefold()).split() or [
        "'ll"
    ]  # "'\\1" is what was drawn out of the text
    assert set(wanted) <= set(words)


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("toll " * 10_000, set()),
        ("to lift the " * 3_000, set()),
        ("\x00\u201c\u201d ...", set()),
        ("THE TOLL MUST GO", {"against"}),
    ],
)
def test_odd_texts_are_read_in_one_go(words: str, read: set[str]) -> None:
    assert stances(say("said", words)) == read
