"""Who is for the second port, who is against it, and who has changed sides?"""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.accounts.cues import Cue, find_stance, fits, load_cues
from onrecord.accounts.issues import name_new_things, split_contrast
from tests.accounts.comparing import compared, speech
from tests.linking.reports import Told

# The tables of cues.


@pytest.mark.parametrize("cue", load_cues("stances"), ids=lambda cue: cue.captures)
def test_each_stance_cue_fires_on_its_sentence_alone(cue: Cue) -> None:
    heads = frozenset(head for head, _, _ in name_new_things(cue.example))
    assert find_stance(cue.example.casefold(), heads) == cue.name
    assert find_stance(cue.counterexample.casefold(), heads) != cue.name


@pytest.mark.parametrize("cue", load_cues("contrasts"), ids=lambda cue: f"{cue.name}: {cue.captures}")
def test_each_contrast_cue_fires_on_its_sentence_alone(cue: Cue) -> None:
    assert cue.pattern.search(cue.example.casefold().rstrip(".") if cue.name == "this" else cue.example.casefold()) or (
        cue.name == "this" and fits("contrasts", "this", "the charge")
    )
    assert not cue.pattern.search(cue.counterexample.casefold())


# Issues.


@pytest.mark.parametrize(
    ("words", "phrases"),
    [
        ("They want a second Korvan supply station at Tarn.", ["second Korvan supply station"]),
        ("Another port, but no more.", ["another port"]),
        ("He flew to New Brelia with the new port's master.", []),
        ("The new bridge and this joint office stand.", []),
        ("A NEW PORT FOR TARN", ["new port"]),
        ("a second of them", []),
    ],
)
def test_new_things_are_named_by_a_word_of_novelty(words: str, phrases: list[str]) -> None:
    assert [phrase for _, phrase, _ in name_new_things(words)] == phrases


def test_what_is_wanted_and_what_it_is_wanted_instead_of() -> None:
    assert split_contrast("a pier at Tarn rather than a bigger one at Orm") == (
        "a pier at Tarn ",
        " a bigger one at Orm",
    )
    assert split_contrast("a pier at Tarn") == ("a pier at Tarn", "")


# Positions and oppositions.


def stance_of(words: str, act: str = "assert", cue: str = "said") -> set[str]:
    """Return the stances found for a saying, beside another report that names the issue."""
    said = Told(words, "Lena Orlova", cue, act)  # type: ignore[arg-type]
    other = Told("a second Korvan port at Tarn was talked about in Brelia", "Marek Brandt", act="propose")
    found = compared(speech("a.txt", ("at noon", said)), speech("b.txt", ("by post", other)))
    return {position.stance for position in found.positions if position.actor == "Lena Orlova"}


@pytest.mark.parametrize(
    ("words", "act", "stance"),
    [
        ("Korva wants a second port at Tarn near Brelia", "assert", {"for"}),
        ("Korva does not need a second port at Tarn near Brelia", "assert", {"against"}),
        ("Korva is not against a second port at Tarn near Brelia", "assert", {"for"}),
        ("Korva is not negotiating on a second port near Brelia", "assert", {"unclear"}),
        ("no decision on a second port was taken in Brelia or Korva", "assert", {"unclear"}),
        ("a second port in Korva would end the peace with Brelia", "warn", {"against"}),
        ("Brelia wants a second port at Tarn in Korva", "assert", set()),
        ("a second port near Brelia and Korva", "oppose", {"against"}),
        ("a second port near Brelia and Korva", "support", {"for"}),
        ("Korva and Brelia will talk on Monday", "assert", set()),
        ("Korva closes the strait if a second port is built by Brelia", "threaten", {"against"}),
        ("the existing port is enough", "assert", set()),
    ],
)
def test_a_saying_takes_a_stance_on_a_new_thing(words: str, act: str, stance: set[str]) -> None:
    assert stance_of(words, act) == stance


def test_two_ministers_want_opposite_things() -> None:
    wants = Told("Korva wants a second port at Tarn near Brelia", "Lena Orlova", act="propose", day="2031-05-01")
    refuses = Told("the existing port is enough for Brelia and a second port in Korva is not needed", "Marek Brandt")
    found = compared(speech("a.txt", ("at noon", wants)), speech("b.txt", ("at night", refuses)))
    (opposed,) = [d for d in found.discrepancies if d.kind == "opposition"]
    assert [side.label for side in opposed.sides] == ["for", "against"]
    assert opposed.severity == "high"
    assert [issue.label for issue in found.issues] == ["second port"]


def test_one_minister_changes_her_mind_between_two_days() -> None:
    before = Told("Korva wants a second port at Tarn near Brelia", "Lena Orlova", act="propose", day="2031-05-01")
    after = Told("Korva rejects a second port at Tarn near Brelia", "Lena Orlova", act="oppose", day="2031-06-01")
    reports = speech("a.txt", ("at noon", before)), speech("b.txt", ("at night", after), day="2031-06-02")
    (change,) = [d for d in compared(*reports).discrepancies if d.kind == "position"]
    assert "The first was said before the second" in change.why
    undated = speech("b.txt", ("at night", replace(after, day=None)))
    (unknown,) = [d for d in compared(reports[0], undated).discrepancies if d.kind == "position"]
    assert "Which came first is not known" in unknown.why


def test_what_follows_takes_up_the_plan() -> None:
    names = Told("a second port at Tarn near Brelia is what Korva wants", "Marek Brandt", act="propose")
    plan = Told("the plan", "Lena Orlova", "opposed", "oppose")
    reports = speech("a.txt", ("at noon", names), ("openly", plan)), speech("b.txt", ("again", names))
    assert ("Lena Orlova", "against") in {(p.actor, p.stance) for p in compared(*reports).positions}


def test_nobody_asked_and_somebody_did() -> None:
    asked = Told("Korva asked Brelia for a second port at Tarn", "Lena Orlova", act="request", day="2031-05-01")
    denied = Told("no official request for a second port has reached Brelia from Korva", "Marek Brandt", denial=True)
    reports = speech("a.txt", ("at noon", asked)), speech("b.txt", ("at night", denied), day="2031-06-02")
    (found,) = [d for d in compared(*reports).discrepancies if d.kind == "denial"]
    assert "official" in (found.reconciled_by or "")
    plain = replace(denied, words="no request for a second port has reached Brelia from Korva")
    (found,) = [
        d for d in compared(reports[0], speech("b.txt", ("at night", plain))).discrepancies if d.kind == "denial"
    ]
    assert found.reconciled_by is None
    early = speech("b.txt", ("at night", replace(denied, day="2031-04-01")))
    assert not [d for d in compared(reports[0], early).discrepancies if d.kind == "denial"]


def test_one_offer_in_two_wordings() -> None:
    one = Told(
        "they should build a grain pier at Tarn rather than a second port in Korva", "Lena Orlova", act="propose"
    )
    two = Told(
        "they should build a naval base at Tarn rather than a second port in Brelia", "Lena Orlova", act="propose"
    )
    reports = speech("a.txt", ("at noon", one)), speech("b.txt", ("at night", two))
    (found,) = [d for d in compared(*reports).discrepancies if d.kind == "wording"]
    assert {side.label for side in found.sides} == {"pier", "base"}


def test_two_actors_want_what_exists_to_be_stronger() -> None:
    one = Told("Korva wants a second port at Tarn rather than a bigger port at Orm", "Lena Orlova", act="propose")
    two = Told("Brelia will strengthen the existing port at Orm", "Marek Brandt", act="intend")
    three = Told("the port at Orm must be kept in good order", "Lena Orlova")
    reports = speech("a.txt", ("at noon", one), ("later", three)), speech("b.txt", ("at night", two), ("again", one))
    found = compared(*reports)
    assert "strengthening the existing port" in {issue.label for issue in found.issues}
    assert any("what exists is to be stronger" in agreement.why for agreement in found.agreements)
    denied = replace(two, words="Brelia will not strengthen the existing port at Orm")
    silent = compared(reports[0], speech("b.txt", ("at night", denied), ("again", one)))
    assert "strengthening the existing port" not in {issue.label for issue in silent.issues}


@pytest.mark.parametrize("words", ["not discuss ", "no proposal ", "note ", "decision ", "second new ", "asked it to "])
def test_cues_read_ten_thousand_words_at_once(words: str) -> None:
    long = words * (10_000 // len(words.split()))
    assert find_stance(long, frozenset({"dam"})) == find_stance(words * 3, frozenset({"dam"}))
    found = [cue.pattern.search(long) for cue in load_cues("contrasts")]
    assert all(match is None or match.group() in long for match in found)
    assert all(thing for thing in name_new_things(long))
