"""Trains the judge of the statements room on the project's own corpus: `train_judge.py`, or `train_judge.py check`.

It reads the development half of `corpora/hearsay` and the gold of the harbour story, lays beside it what the rules
decide on, and learns by logistic regression how often what looks so is right. `check` writes nothing and says how good
the probabilities are on passages that were not learnt from. The same corpus and rules always give the same table.
"""

from __future__ import annotations

import hashlib
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from onrecord.evaluation.attributions import Compared, compare_attributions, likeness_soft, pair_attributions
from onrecord.evaluation.calibration import measure_calibration
from onrecord.evaluation.hearsay import take_passages
from onrecord.evaluation.reading import read_annotations
from onrecord.evaluation.rows import AttributionRow, DocumentRow
from onrecord.language import Parser, load_parser, parse
from onrecord.records import Document
from onrecord.statements.attributions import decide, propose
from onrecord.statements.evidence import describe, survey
from onrecord.statements.judging import calibrate, weigh
from onrecord.statements.outlets import survey_outlets
from onrecord.statements.quotations import find_quotations
from onrecord.statements.weights import Weights
from onrecord.statements.writing import write_attributions

HOME = Path(__file__).parent.parent
PASSAGES = HOME / "corpora" / "hearsay" / "passages"
STORY = HOME / "examples" / "harbour-gold" / "marks.jsonl"
TABLE = HOME / "onrecord" / "statements" / "judge.tsv"
FOLDS = 10
LEAST_SEEN = 4
PENALTY = 4.0
STEP_SIZE = 60
Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One attribution that the rules decided on: its features, whether it is right, and the text it stands in."""

    text: str
    features: tuple[str, ...]
    right: bool
    nested: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """All examples of a corpus, and how many attributions its gold holds."""

    examples: tuple[Example, ...]
    gold: int


def read_gold() -> list[DocumentRow]:
    """Return the passages of the development half and the reports of the harbour story; nothing of the test half."""
    passages, _ = take_passages(sorted(PASSAGES.glob("*.txt")))
    rows = [
        DocumentRow(
            id=passage.id,
            text=passage.text,
            attributions=tuple(
                AttributionRow(
                    source=one.source,
                    cue=one.cue,
                    content=one.content,
                    parent=None if one.parent is None else str(one.parent),
                    nestable=True,
                )
                for one in passage.attributions
            ),
        )
        for passage in passages
        if passage.part == "dev"
    ]
    return [*rows, *read_annotations(STORY)]


def collect(gold: Iterable[DocumentRow], parser: Parser) -> Lesson:
    """Run the rules over texts and lay what they decide on beside the gold."""
    examples: list[Example] = []
    count = 0
    for row in gold:
        examples.extend(compare(row, parser))
        count += len(row.attributions or ())
    return Lesson(examples=tuple(examples), gold=count)


def compare(row: DocumentRow, parser: Parser) -> Iterator[Example]:
    """Yield what the rules decide on in one text, and whether the gold has it: nested ones among nested ones."""
    text = row.text or ""
    document = Document(id=row.id, uri=row.id, capture="", text=text, language="en")
    tree = parse(text, parser)
    quoted = find_quotations(tree)
    decided = decide(tree, quoted, survey_outlets(document, tree), propose(document, tree))
    found = [
        AttributionRow(id=str(k), source=one.source, cue=one.cue, content=one.content, parent=one.parent, nestable=True)
        for k, one in enumerate(write_attributions(document, tree, quoted, decided))
    ]
    right = find_right(text, row.attributions or (), found)
    around = survey(tree, decided)
    for k, one in enumerate(found):
        features = tuple(dict.fromkeys(describe(tree, quoted, around, k)))
        yield Example(text=row.id, features=features, right=one.id in right, nested=one.parent is not None)


def find_right(text: str, gold: Sequence[AttributionRow], found: Sequence[AttributionRow]) -> set[str | None]:
    """Return the ids of what was found and is right end to end; a nested one only where the gold nests it too."""
    right: set[str | None] = set()
    for nested in (False, True):
        sides = [
            DocumentRow(id="", text=text, attributions=tuple(a for a in side if (a.parent is not None) is nested))
            for side in (gold, found)
        ]
        pairs = compare_attributions([(sides[0], sides[1])]) if sides[0].attributions else []
        right |= {
            one.found[j].row.id for one in pairs for _, j in pair_attributions(one.gold, one.found, likeness_soft)
        }
    return right
