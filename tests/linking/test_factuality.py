"""I want what somebody did not say, or only may say, kept apart from what somebody said."""

import pytest

from onrecord.linking import link
from onrecord.linking.factuality import judge_saying
from onrecord.marking import load_knowledge, mark
from onrecord.records import Attribution
from tests.accounts.telling_stories import compare_texts, gather_texts
from tests.linking.reports import make_report

_OPEN = "The minister of Karvonia, Ivo Quell, "


def mark_text(text: str) -> tuple[Attribution, ...]:
    return mark(make_report("a.txt", text, None), load_knowledge()).attributions


@pytest.mark.parametrize(
    ("said", "factuality"),
    [
        ("Ivo Quell did not propose a second dam at Orm.", "not said"),
        ("Ivo Quell has never called for sanctions against Ostra.", "not said"),
        ("Ivo Quell did not say that the dam had burst.", "not said"),
        ("Ivo Quell stopped short of calling for sanctions.", "not said"),
        ("Ivo Quell has yet to say whether he supports a second dam.", "not said"),
        ("Nobody proposed a second dam at Orm.", "not said"),
        ("Ivo Quell may call for sanctions against Ostra.", "open"),
        ("Ivo Quell could have said that the dam had burst.", "open"),
        ("Ivo Quell would have supported a second dam if Ostra had paid.", "open"),
        ("It is unclear whether Ivo Quell supports a second dam.", "open"),
        ("Should Ivo Quell propose a second dam, Ostra will protest.", "open"),
        ("Did Ivo Quell propose a second dam at Orm?", "open"),
        ("Ivo Quell proposed a second dam at Orm.", "said"),
        ("Ivo Quell said that the dam had not burst.", "said"),
        ("Ivo Quell does not want a second dam at Orm.", "said"),
        ("Ivo Quell could not support a second dam.", "said"),
        ("Ivo Quell denied that the dam had burst.", "said"),
        ("I must say that the dam has burst.", "said"),
    ],
)
def test_whether_it_was_said(said: str, factuality: str) -> None:
    text = f"Orm lies on the Dorn. {said}"
    assert {judge_saying(one, text) for one in mark_text(text)} == {factuality}


def test_it_takes_part_in_no_comparison() -> None:
    first = ("2031-03-05", _OPEN + "did not propose a second dam at Orm on Tuesday.")
    second = ("2031-03-05", _OPEN + "rejected a second dam at Orm on Tuesday.")
    assert compare_texts(first, second).discrepancies == ()
    assert [one.words for one in gather_texts(first, second).sayings()] == ["a second dam at Orm"]


def test_opposite_stances_in_like_reports_are_two_statements() -> None:
    words = "of Orm on Monday, when the council met for three hours and heard forty people who live along the river."
    reports = [
        make_report("a.txt", f"Mayor Ivo Quell backed the toll on the bridge {words}", "2031-03-05"),
        make_report("b.txt", f"Mayor Ivo Quell opposed the toll on the bridge {words}", "2031-03-05"),
    ]
    marks = [mark(report, load_knowledge()) for report in reports]
    told = [one.attributions for one in link(reports, marks, ()).statements]
    assert [len(attributions) for attributions in told] == [1, 1]


def test_it_is_no_telling_of_what_was_said() -> None:
    words = "said that the old dam at Orm had burst on Monday night."
    reports = [
        make_report("a.txt", _OPEN + words, "2031-03-05"),
        make_report("b.txt", _OPEN + words.replace("said", "did not say"), "2031-03-05"),
    ]
    marks = [mark(report, load_knowledge()) for report in reports]
    assert [len(one.attributions) for one in link(reports, marks, ()).statements] == [1, 1]
