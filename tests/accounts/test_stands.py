"""It must go, the plan is mad, he welcomed the step: who is for what, whatever words point at it."""

from __future__ import annotations

import pytest

from onrecord.accounts.namings import find_first, find_named, find_pointers, judges
from onrecord.accounts.objects import POINTER, find_handled, key_of, load_kin
from onrecord.accounts.offices import find_holder, find_office_holders, name_mentions
from onrecord.linking import link
from tests.accounts.telling_stories import compare_story, sides_of
from tests.linking.reports import Called, Told, make_marks, make_report


@pytest.mark.parametrize(
    ("clause", "called", "sign"),
    [
        ("we shall raise it", "it", 1),
        ("it must be lifted", "it", -1),
        ("that it be dropped before it begins", "it", -1),
        ("the bridge to stay shut until spring", "bridge", -1),
        ("the whole ban gone", "whole ban", -1),
        ("any raising of Orm Weir", "Orm Weir", 1),
        ("the strike should end now", "strike", -1),
    ],
)
def test_things_and_what_points_at_them(clause: str, called: str, sign: int) -> None:
    assert (called, sign) in [(one.called, one.sign) for one in find_handled(clause)]


@pytest.mark.parametrize("clause", ["situated close to the border", "the ban falls", "the moon stays far away"])
def test_words_that_are_no_doing(clause: str) -> None:
    assert not [one for one in find_handled(clause) if one.called in ("border", "falls", "moon")]


@pytest.mark.parametrize(
    ("clause", "pointers"),
    [
        ("we reject this project", ["project"]),
        ("that it would rain", ["it"]),
        ("a project to build a dam", []),
        ("the plan to build a dam", []),
        ("that the dam holds", []),
    ],
)
def test_pointers(clause: str, pointers: list[str]) -> None:
    found = find_pointers(clause)
    assert [one.called for one in found] == pointers
    assert all(one.head == POINTER for one in found)


@pytest.mark.parametrize(
    ("clause", "head"),
    [
        ("the ban overdue", "ban"),
        ("a demand for a recount", "recount"),
        ("the cantons' request for a wolf cull", "cull"),
        ("to resign", "resignation"),
        ("the removal of Old Tarn to higher ground", "removal"),
    ],
)
def test_what_a_clause_begins_with(clause: str, head: str) -> None:
    assert [one.head for one in find_first(clause)] == [key_of(head)]


def test_a_deed_done_to_a_name_is_a_thing_itself() -> None:
    assert find_named("the removal of Old Tarn is pointless", key_of("removal"))[0].called == "removal"
    assert judges("overdue")
    assert not judges("ferry")


@pytest.mark.parametrize(("noun", "verb"), [("sale", "sell"), ("closure", "close"), ("pullback", "pull-back")])
def test_nouns_that_do_not_look_like_their_verbs(noun: str, verb: str) -> None:
    assert load_kin()[noun] == verb
    assert key_of(noun) == key_of(verb)


def test_who_holds_an_office_in_a_report() -> None:
    document = make_report("a.txt", "Mayor Lena Orlova met Marek Brandt, head of the Sand Bank. The mayor said no.")
    called = [Called("Lena Orlova", role="Mayor"), Called("Marek Brandt", role="head of the Sand Bank")]
    marks = make_marks(document, [Told("no", "The mayor")], called)
    things = link([document], [marks], ())
    holders = find_office_holders(marks, name_mentions(things.entities))
    assert (find_holder("The mayor", holders) or things.entities[1]).name == "Lena Orlova"
    assert find_holder("the mayor of the town", holders) is None
    assert find_holder("a mayor", holders) is None
    assert find_holder("The Mayor", holders) is None
    assert find_holder(None, holders) is None


@pytest.mark.parametrize(
    ("story", "issue", "wants", "refuses"),
    [
        ("hospital", "sale", {"Hale"}, {"Brannick", "Weil"}),
        ("hospital", "referendum", {"Brannick", "List"}, {"Hale"}),
        ("hospital", "strike", {"Morse"}, {"Voss"}),
        ("hospital", "guarantee", {"union"}, {"Rell"}),
        ("canal", "toll", {"Dornik", "Wenz"}, {"Stroud", "Lind", "Garsk"}),
        ("canal", "embargo", {"Brek"}, {"Garsk"}),
        ("canal", "compensation", {"Amund"}, {"Brek"}),
        ("wolves", "cull", {"Amstad", "League"}, {"Wild"}),
        ("boat", "ban", {"Dorn", "cooperative"}, {"Faro"}),
    ],
)
def test_oppositions_of_whole_stories(story: str, issue: str, wants: set[str], refuses: set[str]) -> None:
    found = [d for d in compare_story(story).discrepancies if d.kind == "opposition"]
    (sides,) = [sides_of(d) for d in found if d.question.rstrip("?\u201d").split()[-1].strip("\u201c") == issue]
    assert wants <= sides[0]
    assert refuses <= sides[1]


def test_who_says_that_he_has_changed_has_changed() -> None:
    (change,) = [d for d in compare_story("wolves").discrepancies if d.kind == "position"]
    assert "Hollis" in change.question
    assert [side.label for side in change.sides] == ["against", "for"]
    assert not [d for d in compare_story("boat").discrepancies if d.kind == "position"]
