"""I have ten minutes before a briefing: where do the accounts agree, where not, and who stood where, and when?"""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.accounts import compare
from onrecord.accounts.sayings import cut_sentences, is_before
from onrecord.accounts.telling import list_names, name_day
from onrecord.linking import link
from onrecord.records import Accounts, Discrepancy, Interval, Member
from tests.accounts.comparing import compared
from tests.linking.gold_story import GoldStory, read_gold_story
from tests.linking.reports import Called, Told, make_marks, make_report


@pytest.fixture(scope="module")
def story() -> GoldStory:
    return read_gold_story()


@pytest.fixture(scope="module")
def accounts(story: GoldStory) -> Accounts:
    return compare(story.documents, story.marks, link(story.documents, story.marks, ()))


# The sample story, with its annotator's marks: what is found is right, and most is found.


def covers(story: GoldStory, member: Member, expected: dict[str, str]) -> bool:
    pieces = [piece.strip('“”".') for piece in expected["words"].split(" [...] ")]
    return story.stems[member.document] == expected["document"] and any(piece in member.says for piece in pieces)


def is_same(story: GoldStory, found: Discrepancy, gold: dict[str, Any]) -> bool:
    """True when the kind is the same and two sides share a member each."""
    if found.kind != gold["kind"]:
        return False
    pairs = [
        (i, j)
        for i, side in enumerate(found.sides)
        for j, expected in enumerate(gold["sides"])
        if any(covers(story, member, one) for member in side.members for one in expected)
    ]
    return any(a[0] != b[0] and a[1] != b[1] for a in pairs for b in pairs)


def test_discrepancies_of_the_sample_story(story: GoldStory, accounts: Accounts) -> None:
    gold = story.accounts["discrepancies"]
    right = [found for found in accounts.discrepancies if any(is_same(story, found, one) for one in gold)]
    known = [one["id"] for one in gold if any(is_same(story, found, one) for found in accounts.discrepancies)]
    assert len(right) / len(accounts.discrepancies) >= 0.95
    assert len(known) / len(gold) >= 0.85


def test_no_discrepancy_about_what_the_annotator_calls_compatible(story: GoldStory, accounts: Accounts) -> None:
    pairs = [pair["pair"] for pair in story.accounts["not_conflicts"]]
    assert len(pairs) >= 20
    assert [pair for pair in pairs for found in accounts.discrepancies if are_set_apart(story, found, pair)] == []


def are_set_apart(story: GoldStory, found: Discrepancy, pair: list[dict[str, Any]]) -> bool:
    """True when a discrepancy has the two of a pair on two of its sides."""
    if "value" in pair[0] and found.kind != "figure":
        return False
    on = [{i for i, side in enumerate(found.sides) for m in side.members if covers(story, m, one)} for one in pair]
    return any(i != j for i in on[0] for j in on[1])


def test_positions_of_the_sample_story(story: GoldStory, accounts: Accounts) -> None:
    gold = {(one["actor"].split()[-1], one["stance"]) for one in story.accounts["positions"]}
    found = {(position.actor.split()[-1], position.stance) for position in accounts.positions}
    assert len(gold & found) >= 14


def test_agreements_count_texts_and_voices(accounts: Accounts) -> None:
    assert all(agreement.independent_texts >= 2 for agreement in accounts.agreements)
    assert all(agreement.reports >= agreement.independent_texts for agreement in accounts.agreements)
    assert any("nothing is decided" in agreement.why for agreement in accounts.agreements)


def test_no_order_is_claimed_between_dated_and_undated(accounts: Accounts) -> None:
    (unordered,) = [d for d in accounts.discrepancies if d.kind == "position" and "Verrisk" in d.question]
    assert "Which came first is not known" in unordered.why
    assert unordered.missing
    (ordered,) = [d for d in accounts.discrepancies if d.kind == "position" and "Danmir" in d.question]
    assert "The first was said before the second" in ordered.why
    assert [side.label for side in ordered.sides] == ["for", "against"]


def test_every_member_lies_in_its_report(story: GoldStory, accounts: Accounts) -> None:
    texts = {document.id: document.text for document in story.documents}
    sides = [side for found in accounts.discrepancies for side in found.sides]
    sides += [side for found in accounts.agreements for side in found.sides]
    for side in sides:
        assert 0 < len(side.members) <= 6
        for member in side.members:
            assert member.span.of(texts[member.document])
    for position in accounts.positions:
        assert position.span.of(texts[position.document])


def test_ids_are_unique(accounts: Accounts) -> None:
    for things in (accounts.discrepancies, accounts.agreements, accounts.issues, accounts.positions):
        ids = [thing.id for thing in things]
        assert len(ids) == len(set(ids))


def test_the_order_of_the_reports_changes_nothing(story: GoldStory, accounts: Accounts) -> None:
    documents, marks = story.documents[::-1], story.marks[::-1]
    assert compare(documents, marks, link(documents, marks, ())) == accounts


# Small things.


def test_days_are_ordered_only_when_both_are_known() -> None:
    may, june = (Interval(earliest=f"2031-0{month}-01", latest=f"2031-0{month}-09") for month in (5, 6))
    assert is_before(may, june)
    assert not is_before(june, may)
    assert not is_before(None, june)
    assert not is_before(may, Interval(earliest=None, latest="2031-06-09"))
    assert is_before(Interval(earliest=None, latest="2031-05-09"), june)


def test_days_in_words() -> None:
    assert name_day(None) == "undated"
    assert name_day(Interval(earliest=None, latest="2031-05-09")) == "undated, not after 2031-05-09"
    assert name_day(Interval(earliest="2031-05-09", latest=None)) == "on or after 2031-05-09"
    assert name_day(Interval(earliest="2031-05-09", latest="2031-05-09")) == "2031-05-09"
    assert name_day(Interval(earliest="2031-05-01", latest="2031-05-09")) == "between 2031-05-01 and 2031-05-09"


def test_names_in_a_list() -> None:
    assert list_names([]) == ""
    assert list_names(["Orlova", "Brandt", "Voss"]) == "Orlova, Brandt and Voss"


@settings(deadline=None, max_examples=50)
@given(st.lists(st.text(max_size=200), max_size=4))
def test_any_text_without_marks_gives_empty_accounts(texts: list[str]) -> None:
    documents = [make_report(f"{number}.txt", text) for number, text in enumerate(texts)]
    assert compare(documents, [], link(documents, [], ())) == Accounts()


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=300))
def test_any_words_can_be_said(words: str) -> None:
    document = make_report("a.txt", f"Lena Orlova said {words}.")
    marks = make_marks(document, [Told(words or "said", "Lena Orlova")], [Called("Lena Orlova")])
    for found in compared((document, marks)).discrepancies:
        assert found.sides


@given(st.text(max_size=300))
def test_sentences_cut_without_a_parse_lie_in_the_text(text: str) -> None:
    for sentence in cut_sentences(make_report("a.txt", text)):
        assert sentence.span.of(text).strip()


def test_marks_stored_without_sentences_are_compared_like_others() -> None:
    text = 'It rained. "Stay at home," she said. The 3.5 m wall held.\nNo more'
    document = make_report("a.txt", text)
    assert [s.span.of(text) for s in cut_sentences(document)] == [
        "It rained.",
        '"Stay at home," she said.',
        "The 3.5 m wall held.",
        "No more",
    ]
