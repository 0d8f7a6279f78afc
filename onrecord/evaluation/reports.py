"""The whole report: every kind of mark that the gold speaks of, measured."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.errors import SourceError
from onrecord.evaluation.attributions import compare_attributions, measure_attributions
from onrecord.evaluation.calibration import measure_calibration
from onrecord.evaluation.coreference import measure_coreference
from onrecord.evaluation.events import measure_modality, measure_reporters
from onrecord.evaluation.figures import measure_figures
from onrecord.evaluation.mentions import measure_mentions
from onrecord.evaluation.outcomes import Measure, Outcome, Pair, Result
from onrecord.evaluation.places import measure_places
from onrecord.evaluation.rows import DocumentRow
from onrecord.evaluation.slots import measure_slots
from onrecord.evaluation.times import measure_times


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Every measure of a run against gold. `missing` are gold documents that the run has not, counted as empty."""

    measures: tuple[Measure, ...]
    outcomes: tuple[Outcome, ...]
    documents: int
    missing: tuple[str, ...]
    unknown: tuple[str, ...]


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
        raise SourceError(
            "The gold marks nothing that can be scored: no attributions, times, places, figures, events, names."
        )
    names = {one.id for one in gold}
    return Report(
        measures=tuple(measure for result in results for measure in result.measures),
        outcomes=tuple(outcome for result in results for outcome in result.outcomes),
        documents=len(gold),
        missing=missing,
        unknown=tuple(one.id for one in found if one.id not in names),
    )


def _measure(pairs: Sequence[Pair]) -> Iterator[Result]:
    if any(gold.attributions for gold, _ in pairs):
        compared = compare_attributions(pairs)
        yield measure_attributions(compared)
        yield measure_slots(compared)
        yield measure_calibration(compared)
    for marked, measure in _KINDS:
        if any(marked(gold) for gold, _ in pairs):
            yield measure(pairs)


_KINDS: tuple[tuple[Callable[[DocumentRow], bool], Callable[[Iterable[Pair]], Result]], ...] = (
    (lambda gold: bool(gold.mentions), measure_mentions),
    (lambda gold: any(not row.optional for row in gold.timexes or ()), measure_times),
    (lambda gold: bool(gold.toponyms), measure_places),
    (lambda gold: bool(gold.figures), measure_figures),
    (lambda gold: any(row.chain for row in gold.events or ()), measure_coreference),
    (lambda gold: any(row.modality for row in gold.events or ()), measure_modality),
    (lambda gold: bool(gold.reporters), measure_reporters),
)


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
