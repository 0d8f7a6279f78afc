"""A ban, a truce, a dam: nobody said "second", and still there is an issue, and people stand on both sides of it."""

from __future__ import annotations

import pytest

from onrecord.records import NamedIssue
from tests.accounts.telling_stories import compare_story, read_story, sides_of


@pytest.mark.parametrize(
    ("story", "issue", "wants", "refuses"),
    [
        ("ban", "ban", {"Tolk"}, {"Hallam", "Roskam"}),
        ("ban", "compensation", {"Hallam"}, {"Odden"}),
        ("truce", "truce", {"Reuel"}, {"Kestrin"}),
        ("truce", "observers", {"Dorran"}, {"Strom"}),
        ("truce", "crossing", {"Reuel"}, {"Kestrin"}),
        ("dam", "dam", {"Aule"}, {"Roth"}),
        ("dam", "apologise", {"Feld"}, {"Aule"}),
        ("dam", "repeat", {"Feld"}, {"Works", "Stahl"}),
        ("dam", "resettlement", set(), {"League"}),
    ],
)
def test_who_is_for_and_who_against(story: str, issue: str, wants: set[str], refuses: set[str]) -> None:
    accounts = compare_story(story)
    (found,) = {one.id for one in accounts.issues if one.terms[0] == issue}
    held = {(p.actor.split()[-1], p.stance) for p in accounts.positions if p.issue == found}
    assert {(actor, "for") for actor in wants} <= held
    assert {(actor, "against") for actor in refuses} <= held
    if wants:
        opposed = [d for d in accounts.discrepancies if d.kind == "opposition" and issue in d.question]
        assert [wants <= sides[0] and refuses <= sides[1] for sides in map(sides_of, opposed)] == [True]


def test_a_ban_is_eased_only_on_a_condition() -> None:
    held = {(p.actor, p.stance) for p in compare_story("ban").positions}
    assert ("Otto Brand", "conditional") in held
    assert ("Mila Dorran", "conditional") in {(p.actor, p.stance) for p in compare_story("truce").positions}


@pytest.mark.parametrize(
    ("story", "who", "stances"), [("ban", "Varn", ["for", "against"]), ("truce", "Strom", ["against", "for"])]
)
def test_a_change_of_position_is_told_between_dated_statements(story: str, who: str, stances: list[str]) -> None:
    (change,) = [d for d in compare_story(story).discrepancies if d.kind == "position"]
    assert who in change.question
    assert [side.label for side in change.sides] == stances
    assert "The first was said before the second" in change.why
    assert all(member.said for side in change.sides for member in side.members)


def test_a_change_is_told_between_the_days_of_two_reports() -> None:
    (change,) = [d for d in compare_story("dam").discrepancies if d.kind == "position"]
    assert "Aule" in change.question
    assert [side.label for side in change.sides] == ["against", "for"]


@pytest.mark.parametrize(
    ("story", "says", "denies"),
    [
        ("ban", {"Hallam"}, {"Norfisk", "Ottens"}),
        ("truce", {"Front", "Volk"}, {"army", "Strom"}),
        ("dam", {"League", "Amund"}, {"Aule"}),
    ],
)
def test_what_one_says_and_another_denies(story: str, says: set[str], denies: set[str]) -> None:
    found = [sides_of(d) for d in compare_story(story).discrepancies if d.kind in ("denial", "accusation")]
    assert any(says <= sides[0] and denies <= sides[1] for sides in found)


@pytest.mark.parametrize(
    ("story", "numbers"),
    [
        ("ban", [["120", "300"], ["25,000,000", "40,000,000"], ["6", "14"]]),
        ("truce", [["11", "18"], ["900", "2,400"]]),
        ("dam", [["4,200", "7,500"], ["15,000,000", "90,000,000"]]),
    ],
)
def test_one_number_answers_another(story: str, numbers: list[list[str]]) -> None:
    found = [[s.label for s in d.sides] for d in compare_story(story).discrepancies if d.kind == "figure"]
    assert sorted(found) == sorted(numbers)


def test_who_says_that_nothing_is_decided() -> None:
    (agreed,) = [a for a in compare_story("dam").agreements if "nothing is decided" in a.why]
    assert {side.label for side in agreed.sides} == {"Sanna Birk", "Ruben Stahl", "Lotte Vries"}
    assert agreed.independent_texts == 2


def test_the_same_deed_told_by_two() -> None:
    (agreed,) = [a for a in compare_story("dam").agreements if "the same" in a.why]
    assert {side.label for side in agreed.sides} == {"League", "Felix Amund"}


def test_every_discrepancy_of_the_stories_is_one_that_a_reader_would_find() -> None:
    kinds = {story: sorted(d.kind for d in compare_story(story).discrepancies) for story in ("ban", "truce", "dam")}
    assert kinds == {
        "ban": ["denial", "denial", "figure", "figure", "figure", "opposition", "opposition", "position"],
        "truce": ["accusation", "denial", "figure", "figure", "opposition", "opposition", "opposition", "position"],
        "dam": ["denial", "figure", "figure", "opposition", "opposition", "opposition", "position"],
    }


def name(label: str, *about: str, **more: str) -> NamedIssue:
    return NamedIssue(id=f"I{label}", label=label, about=about, by="Mara", made="2033-05-01T10:00:00", **more)


def test_an_issue_that_a_person_named_is_looked_for() -> None:
    asked = name("the villages", "resettlement", "leave the valley")
    accounts = compare_story("dam", (asked,))
    assert asked.id in {issue.id for issue in accounts.issues}
    assert ("Valley League", "against") in {(p.actor, p.stance) for p in accounts.positions if p.issue == asked.id}


def test_an_issue_that_nobody_speaks_of_is_listed_without_positions() -> None:
    asked = name("the tram", "tram line")
    accounts = compare_story("dam", (asked,))
    assert asked.id in {issue.id for issue in accounts.issues}
    assert not [p for p in accounts.positions if p.issue == asked.id]


def test_an_issue_that_was_taken_back_is_not_looked_for() -> None:
    asked = name("the tender", "tender")
    back = NamedIssue(id="I2", label=asked.label, about=asked.about, by="Mara", made="2033-05-02", undoes=asked.id)
    assert compare_story("dam", (asked, back)) == compare_story("dam")


def test_the_order_of_the_reports_changes_nothing() -> None:
    from onrecord.accounts import compare
    from onrecord.linking import link

    documents, marks, _ = read_story("ban")
    turned = documents[::-1], marks[::-1]
    assert compare(*turned, link(*turned, ())) == compare_story("ban")
