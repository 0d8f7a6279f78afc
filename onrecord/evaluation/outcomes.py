"""What came of each gold and each found item, from which every score and every comparison of runs is made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.evaluation.rows import DocumentRow
from onrecord.evaluation.scores import Score
from onrecord.records import Span

Pair = tuple[DocumentRow, DocumentRow]  # gold, found
_LONGEST = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing marked in a text, as it is shown: where it stands, its words, and the value that is judged."""

    span: Span
    words: str
    value: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of one item in one measure: gold is right or missed, what was found beside it is false."""

    document: str
    kind: str
    measure: str
    state: Literal["right", "missed", "false"]
    item: Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One figure of a report: shares of one, with the counts behind them, or a single value."""

    kind: str
    name: str
    precision: float | None = None
    recall: float | None = None
    f1: float | None = None
    right: int | None = None
    found: int | None = None
    gold: int | None = None
    value: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """The measures of one kind of mark, and the outcomes that a reader may want to see one by one."""

    measures: tuple[Measure, ...]
    outcomes: tuple[Outcome, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """Items of one document in one measure, with the pairs of them (index in gold, in found) that are right."""

    document: str
    gold: Sequence[Item]
    found: Sequence[Item]
    right: Sequence[tuple[int, int]]


def list_outcomes(kind: str, measure: str, judged: Iterable[Judged]) -> Iterator[Outcome]:
    """Yield an outcome for each gold item, and one for each item found that is not right."""
    for one in judged:
        hit, good = {i for i, _ in one.right}, {j for _, j in one.right}
        for i, item in enumerate(one.gold):
            state: Literal["right", "missed"] = "right" if i in hit else "missed"
            yield Outcome(document=one.document, kind=kind, measure=measure, state=state, item=item)
        for j, item in enumerate(one.found):
            if j not in good:
                yield Outcome(document=one.document, kind=kind, measure=measure, state="false", item=item)


def measure_judged(kind: str, name: str, judged: Iterable[Judged]) -> Measure:
    """Return the precision, recall and F1 over documents, each item counted once."""
    parts = list(judged)
    return measure_score(
        kind,
        name,
        Score(
            right=sum(len(one.right) for one in parts),
            found=sum(len(one.found) for one in parts),
            gold=sum(len(one.gold) for one in parts),
        ),
    )


def measure_score(kind: str, name: str, score: Score) -> Measure:
    """Return a score as a measure."""
    return Measure(
        kind=kind,
        name=name,
        precision=score.precision,
        recall=score.recall,
        f1=score.f1,
        right=score.right,
        found=score.found,
        gold=score.gold,
    )


def make_item(text: str, spans: Sequence[Span], value: str = "") -> Item:
    """Return what is marked as it is shown: from its first to its last character, in one line, cut if long."""
    whole = Span(start=min(s.start for s in spans), end=max(s.end for s in spans))
    words = " ".join(whole.of(text).split())
    return Item(span=whole, words=words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…", value=value)
