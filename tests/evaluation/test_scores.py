""" "The scorer counts what I would count by hand.\""""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.evaluation import Score, score_attributions, score_spans
from onrecord.evaluation.scores import add_scores
from onrecord.records import Span
from tests.binding.making import attribution, spans
from tests.marked import plain

LINE = "[source The minister] [cue said] [content “the dam holds and the road is open”]."


def found(line: str, content: str) -> Score:
    """Score an attribution whose content is the given words against the marked one."""
    text = plain(line)
    start = text.index(content)
    given_one = attribution(line, content=(Span(start=start, end=start + len(content)),))
    return score_attributions(text, [(spans(line, "source"), spans(line, "content"))], [given_one])


@pytest.mark.parametrize(
    ("content", "right"),
    [
        ("the dam holds and the road is open", 1),
        ("the dam holds and the road", 1),
        ("the dam holds", 0),
        ("minister said “the dam holds and the road is open”", 1),
    ],
)
def test_contents_that_overlap_by_half_are_right(content: str, right: int) -> None:
    assert found(LINE, content) == Score(right=right, found=1, gold=1)


def test_another_source_is_wrong() -> None:
    other = attribution(LINE, source=spans(LINE, "cue"))
    gold = [(spans(LINE, "source"), spans(LINE, "content"))]
    assert score_attributions(plain(LINE), gold, [other]).right == 0
    assert score_attributions(plain(LINE), [((), spans(LINE, "content"))], [attribution(LINE, source=())]).right == 1


def test_values_count_where_spans_overlap() -> None:
    a, b, c = Span(start=0, end=4), Span(start=10, end=14), Span(start=20, end=24)
    score = score_spans([(a, "2031"), (b, "2030")], [(a, "2031"), (b, "2029"), (c, "x")])
    assert score == Score(right=1, found=3, gold=2)


def test_precision_recall_and_f1() -> None:
    score = add_scores([Score(right=1, found=2, gold=2), Score(right=2, found=2, gold=4)])
    assert (score.precision, score.recall, round(score.f1, 3)) == (0.75, 0.5, 0.6)
    assert Score(right=0, found=0, gold=0).f1 == 0.0


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(1, 9)), max_size=12))
def test_gold_against_itself_is_all_right(starts: list[tuple[int, int]]) -> None:
    rows = [(Span(start=start, end=start + length), start) for start, length in dict(starts).items()]
    assert score_spans(rows, rows).right == len(rows)
