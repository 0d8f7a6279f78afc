"""I want what somebody did not say kept apart from what somebody said."""

import pytest

from onrecord.linking import link
from onrecord.linking.unsaid import is_unsaid
from onrecord.marking import load_knowledge, mark
from onrecord.records import Attribution
from tests.accounts.telling_stories import compare_texts, gather_texts
from tests.linking.reports import make_report

_OPEN = "The minister of Karvonia, Ivo Quell, "


def mark_text(text: str) -> tuple[Attribution, ...]:
    return mark(make_report("a.txt", text, None), load_knowledge()).attributions


@pytest.mark.parametrize(
    ("said", "unsaid"),
    [
        ("did not propose a second dam at Orm.", True),
        ("has never called for sanctions against Ostra.", True),
        ("did not say that the dam had burst.", True),
        ("proposed a second dam at Orm.", False),
        ("said that the dam had not burst.", False),
        ("does not want a second dam at Orm.", False),
        ("denied that the dam had burst.", False),
    ],
)
def test_what_was_not_said(said: str, unsaid: bool) -> None:
    assert [is_unsaid(one, _OPEN + said) for one in mark_text(_OPEN + said)] == [unsaid]


def test_it_takes_part_in_no_comparison() -> None:
    first = ("2031-03-05", _OPEN + "did not propose a second dam at Orm on Tuesday.")
    second = ("2031-03-05", _OPEN + "rejected a second dam at Orm on Tuesday.")
    assert compare_texts(first, second).discrepancies == ()
    assert [one.words for one in gather_texts(first, second).sayings()] == ["a second dam at Orm"]


def test_it_is_no_telling_of_what_was_said() -> None:
    words = "said that the old dam at Orm had burst on Monday night."
    reports = [
        make_report("a.txt", _OPEN + words, "2031-03-05"),
        make_report("b.txt", _OPEN + words.replace("said", "did not say"), "2031-03-05"),
    ]
    marks = [mark(report, load_knowledge()) for report in reports]
    assert [len(one.attributions) for one in link(reports, marks, ()).statements] == [1, 1]
