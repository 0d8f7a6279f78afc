"""They want to lift the ban, and the ban must be lifted: one thing, and what is to become of it."""

from __future__ import annotations

import pytest

from onrecord.accounts.attitudes import Voice, judge_saying
from onrecord.accounts.cues import Cue, load_cues, load_words
from onrecord.accounts.disputes import find_voices
from onrecord.accounts.objects import find_handled, key_of, load_operators, load_phrases, plain_phrases
from onrecord.accounts.sayings import gather
from onrecord.linking import link
from tests.linking.reports import Called, Told, make_marks, make_report


@pytest.mark.parametrize("cue", load_cues("attitudes"), ids=lambda cue: f"{cue.name}: {cue.captures}")
def test_each_attitude_fires_on_its_sentence_alone(cue: Cue) -> None:
    assert cue.pattern.search(cue.example.casefold())
    assert not cue.pattern.search(cue.counterexample.casefold())


@pytest.mark.parametrize(
    ("clause", "thing", "sign"),
    [
        ("to lift the herring ban", "herring ban", -1),
        ("the ban on herring must be lifted", "ban", -1),
        ("an end to the ban", "ban", -1),
        ("the lifting of the ban", "ban", -1),
        ("to call off the strike", "strike", -1),
        ("to extend the truce by a month", "truce", 1),
        ("the truce at Orm should be extended", "truce", 1),
        ("the extension of the truce", "truce", 1),
        ("a halt to the construction of the dam", "dam", -1),
        ("to stop building the dam", "dam", -1),
        ("the ban can go in autumn", "ban", -1),
        ("the tariff must stay", "tariff", 1),
        ("to pay compensation to the crews", "compensation", 1),
        ("the crossing reopened at once", "crossing", 1),
    ],
)
def test_what_is_to_become_of_a_thing(clause: str, thing: str, sign: int) -> None:
    assert [(one.called, one.sign) for one in find_handled(clause)] == [(thing, sign)]


@pytest.mark.parametrize(
    "clause",
    ["it rained on the crews", "to pay 30 million crowns", "to build on promises", "a step that goes too far", ""],
)
def test_no_thing_is_named(clause: str) -> None:
    assert find_handled(clause) == ()


@pytest.mark.parametrize(("word", "other"), [("resettlement", "resettle"), ("apology", "apologise")])
def test_a_thing_and_its_doing_are_one(word: str, other: str) -> None:
    assert key_of(word) == key_of(other)


@pytest.mark.parametrize(("pattern", "verb"), load_phrases(), ids=lambda item: getattr(item, "pattern", item))
def test_a_verb_of_several_words_is_one_that_is_known(pattern: object, verb: str) -> None:
    assert verb in load_operators()


def test_several_words_become_one() -> None:
    assert plain_phrases("They called off the strike") == "They cancel the strike"


def test_lists_hold_words_in_small_letters() -> None:
    for name in (
        "bodies",
        "loose things",
        "determiners",
        "helping verbs",
        "numbers",
        "when",
        "nobody",
        "general nouns",
    ):
        assert all(word == word.casefold() for word in load_words(name))


@pytest.mark.parametrize(
    ("words", "act", "stance"),
    [
        ("the ban must be lifted", "assert", "against"),
        ("the ban must not be lifted", "assert", "for"),
        ("the ban", "support", "for"),
        ("not to lift the ban", "promise", "for"),
        ("the ban is killing the harbour", "assert", "against"),
        ("to end the ban now would be reckless", "assert", "for"),
        ("we will not accept a ban", "assert", "against"),
        ("Brelia will not accept a ban", "assert", None),
        ("we would accept the ban only if the crews are paid", "assert", "conditional"),
        ("whether the ban must be lifted", "assert", None),
        ("it is up to the council to lift the ban", "assert", "neutral"),
        ("talks on the ban continue", "assert", "unclear"),
        ("the ban began in May", "assert", None),
        ("a repeat of the vote, which would delay the ban", "oppose", None),
        ("there is no need for a ban", "assert", "against"),
        ("the harbour would be ruined if we lift the ban", "assert", "for"),
    ],
)
def test_the_stance_of_a_saying(words: str, act: str, stance: str | None) -> None:
    document = make_report("a.txt", f"Lena Orlova said {words}.")
    marks = make_marks(document, [Told(words, "Lena Orlova", act=act)], [Called("Lena Orlova")])  # type: ignore[arg-type]
    collection = gather([document], [marks], link([document], [marks], ()))
    (saying,) = collection.sayings()
    assert judge_saying(saying, "ban", find_voices(collection)[saying.attribution.id]) == stance


def test_ten_thousand_words_are_read_at_once() -> None:
    long = "Lift the ban, keep the ban. " * 1500
    assert {one.called for one in find_handled(long)} == {"ban"}
    assert Voice(names=frozenset(), holds_office=False)
