"""What is new since I last looked? Only what an earlier report did not have."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.accounts import compare, divide_reports, find_news
from onrecord.accounts.telling import tell_value
from onrecord.linking import link
from onrecord.records import Accounts, Agreement, Document, Marks, Member, Side, Story
from tests.accounts.test_figures import tolls
from tests.linking.gold_story import read_gold_story
from tests.linking.reports import Counted, Told, find_span, make_marks, make_report


def tell(*reports: tuple[Document, Marks]) -> Story:
    documents, marks = tuple(d for d, _ in reports), tuple(m for _, m in reports)
    things = link(documents, marks, ())
    accounts = compare(documents, marks, things)
    return Story(title="", documents=documents, marks=marks, things=things, accounts=accounts, problems=(), version="1")


@pytest.fixture(scope="module")
def story() -> Story:
    gold = read_gold_story()
    return tell(*zip(gold.documents, gold.marks, strict=True))


def kinds_since(story: Story, day: str) -> set[str]:
    return {news.kind for news in find_news(story, divide_reports(story, day))}


def test_reports_are_divided_by_their_day_and_undated_ones_belong_to_neither(story: Story) -> None:
    divided = divide_reports(story, "2025-01-01")
    assert divided.old
    assert divided.new
    assert divided.unknown, "the sample story has reports without a day"
    assert divided.old | divided.new | divided.unknown == {document.id for document in story.documents}


def test_a_governor_who_changed_sides_is_news_with_what_he_held_before(story: Story) -> None:
    news = find_news(story, divide_reports(story, "2025-07-01"))
    (changed,) = [item for item in news if item.kind == "changed position" and item.who == "Rethe Danmir"]
    assert changed.what.startswith("against")
    assert changed.before == "for"


def test_before_the_first_report_everything_is_new_and_after_the_last_nothing(story: Story) -> None:
    assert "changed position" not in kinds_since(story, "2001-01-01")
    assert "position" in kinds_since(story, "2001-01-01")
    assert kinds_since(story, "2099-01-01") == set()


def test_a_figure_is_news_when_it_differs_from_the_earlier_one() -> None:
    first = tolls(Counted("36", 36, claimant="A"), uri="a.txt", day="2031-05-02")
    same = tolls(Counted("36", 36, claimant="B"), uri="b.txt", day="2031-05-05")
    more = tolls(Counted("41", 41, claimant="B"), uri="c.txt", day="2031-05-06")
    news = find_news(tell(first, same, more), divide_reports(tell(first, same, more), "2031-05-04"))
    figures = [(item.what, item.before) for item in news if item.kind == "changed figure"]
    assert figures == [("dead: 41", "36")]


def test_a_denial_is_news_unless_an_older_report_tells_it() -> None:
    text = "Lena Orlova denied that the dam was unsafe."
    told = Told("that the dam was unsafe", "Lena Orlova", cue="denied", act="deny", denial=True)
    reports = [make_report("a.txt", text, "2031-05-06")]
    marks = [make_marks(document, [told]) for document in reports]
    (item,) = find_news(tell((reports[0], marks[0])), divide_reports(tell((reports[0], marks[0])), "2031-05-04"))
    assert (item.kind, item.who, item.what) == ("denial", "Lena Orlova", "that the dam was unsafe")
    older = make_report("0.txt", text, "2031-05-01")
    both = tell((older, make_marks(older, [told])), (reports[0], marks[0]))
    joined = both.things.statements[0]
    one_act = replace(joined, attributions=tuple(a.id for m in both.marks for a in m.attributions))
    both = replace(both, things=replace(both.things, statements=(one_act,)))
    assert find_news(both, divide_reports(both, "2031-05-04")) == ()


def test_a_second_independent_text_is_a_confirmation_and_a_third_is_none() -> None:
    days = ("2031-05-01", "2031-05-06", "2031-05-07")
    reports = [make_report(f"{i}.txt", "The dam is shut.", day) for i, day in enumerate(days)]
    members = [
        Member(document=d.id, span=find_span(d, "dam"), mark=None, speaker=None, says="The dam is shut.", said=None)
        for d in reports
    ]
    agreement = Agreement(
        id="A1", sides=tuple(Side(label="", members=(m,)) for m in members), reports=3, independent_texts=3,
        why="The dam is shut", by="test",
    )  # fmt: skip
    story = tell(*((d, make_marks(d)) for d in reports))
    story = replace(story, accounts=Accounts(agreements=(agreement,)), things=replace(story.things, copies=()))
    assert kinds_since(story, "2031-05-05") == {"confirmation"}
    assert kinds_since(story, "2031-05-07") == set(), "two texts had it already"


@pytest.mark.parametrize(("value", "words"), [(35_000_000, "35,000,000"), (2.5, "2.5"), (0, "0")])
def test_numbers_are_written_as_a_reader_writes_them(value: float, words: str) -> None:
    assert tell_value(value) == words
