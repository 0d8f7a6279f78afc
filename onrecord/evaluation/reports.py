"""The whole report: every kind that the gold speaks of, measured; and what changed since an earlier run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from onrecord.errors import SourceError
from onrecord.evaluation.attributions import compare_attributions, measure_attributions
from onrecord.evaluation.calibration import measure_calibration
from onrecord.evaluation.coreference import measure_coreference
from onrecord.evaluation.figures import measure_figures
from onrecord.evaluation.mentions import measure_mentions
from onrecord.evaluation.outcomes import Measure, Outcome, Pair, Result
from onrecord.evaluation.places import measure_places
from onrecord.evaluation.rows import DocumentRow
from onrecord.evaluation.slots import measure_slots
from onrecord.evaluation.times import measure_times
from onrecord.records import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Every measure of a run against gold. `missing` are gold documents that the run has not, counted as empty."""

    measures: tuple[Measure, ...]
    outcomes: tuple[Outcome, ...]
    documents: int
    missing: tuple[str, ...]
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What one run got right that the other did not: an item, and the measures in which it changed.

    `gained` is False for what was lost. `false`: the item stands in no gold, and was given only by the worse run.
    """

    gained: bool
    false: bool
    document: str
    kind: str
    measures: tuple[str, ...]
    span: Span
    words: str
    value: str


def score_documents(gold: Sequence[DocumentRow], found: Sequence[DocumentRow]) -> Report:
    """Measure every kind of mark of which the gold has at least one.

    Raises:
        SourceError: no document of the gold was found, a text differs, or the gold has nothing to score.
    """
    given = {document.id: document for document in found}
    pairs = [(one, given.get(one.id) or DocumentRow(id=one.id, text=None)) for one in gold]
    _check_texts(pairs)
    missing = tuple(one.id for one in gold if one.id not in given)
    if len(missing) == len(gold):
        raise SourceError("The two files have no document in common: not one id of the gold is in the prediction.")
    results = list(_measure(pairs))
    if not results:
        raise SourceError("The gold marks nothing that can be scored: no attributions, times, places, figures, names.")
    names = {one.id for one in gold}
    return Report(
        measures=tuple(measure for result in results for measure in result.measures),
        outcomes=tuple(outcome for result in results for outcome in result.outcomes),
        documents=len(gold),
        missing=missing,
        unknown=tuple(one.id for one in found if one.id not in names),
    )


def compare_reports(earlier: Report, now: Report) -> tuple[Change, ...]:
    """List what was gained and what was lost since an earlier run, item by item, in the order of the gold."""
    before, after = _good(earlier.outcomes), _good(now.outcomes)
    changed: dict[tuple[str, str, Span, str, bool, bool], list[str]] = {}
    values: dict[tuple[str, str, Span, str, bool, bool], list[str]] = {}
    for gained, here, there in ((True, after, before), (False, before, after)):
        for key in here.keys() - there.keys():
            pass
    return ()


def _good(outcomes: Iterable[Outcome]) -> dict[Outcome, None]:
    return dict.fromkeys(one for one in outcomes if one.state == "right")


def _check_texts(pairs: Iterable[Pair]) -> None:
    """Offsets of one text mean nothing in another."""
    for gold, found in pairs:
        if gold.text is None:
            raise SourceError(f"The document {gold.id!r} of the gold has no text, so its words cannot be compared.")
        if found.text is not None and found.text != gold.text:
            at = _first_difference(gold.text, found.text)
            raise SourceError(
                f"The document {gold.id!r} has one text in the gold and another in the prediction: they part at "
                f"character {at} (gold {gold.text[at : at + 20]!r}, prediction {found.text[at : at + 20]!r})."
            )


def _first_difference(first: str, second: str) -> int:
    same = (i for i, (a, b) in enumerate(zip(first, second, strict=False)) if a != b)
    return next(same, min(len(first), len(second)))
