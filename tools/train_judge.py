"""Trains the judge of the statements room on the project's own corpus: `train_judge.py`, or `train_judge.py check`.

It reads the development half of `corpora/hearsay` and the gold of the harbour story, lays beside it what the rules
decide on, and learns by logistic regression how often what looks so is right. The probabilities are calibrated on
writers that were left out: what is learnt from some must hold for another. `check` writes nothing. Both say how good
the probabilities are on what was left out. The same corpus and rules always give the same table. Rules that were
bettered on the same half make it too trusting; `plans/judge.md` says with which rules the table was made.
"""

from __future__ import annotations

import hashlib
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from onrecord.evaluation.attributions import compare_attributions, likeness_soft, pair_attributions
from onrecord.evaluation.hearsay import take_passages
from onrecord.evaluation.passages import Passage
from onrecord.evaluation.reading import read_annotations
from onrecord.evaluation.rows import AttributionRow, DocumentRow
from onrecord.language import Parse, Parser, load_parser, parse
from onrecord.records import Document
from onrecord.statements.attributions import decide, propose
from onrecord.statements.candidates import Candidate
from onrecord.statements.evidence import describe, survey
from onrecord.statements.judging import believe_rule, calibrate
from onrecord.statements.quotations import find_quotations
from onrecord.statements.weights import Weights
from onrecord.statements.writing import make_spans

HOME = Path(__file__).parent.parent
PASSAGES = HOME / "corpora" / "hearsay" / "passages"
STORY = HOME / "examples" / "harbour-gold" / "marks.jsonl"
TABLE = HOME / "onrecord" / "statements" / "judge.tsv"
LEAST_SEEN = 5  # a feature that fewer examples have tells nothing
PENALTY = 30.0
STEP = 80  # examples that one step of the calibration stands on
FOLDS = 10
ROUNDS = 30
BINS = 10
THRESHOLDS = (0.0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """A text with its gold, and who wrote it."""

    writer: str
    row: DocumentRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One attribution that the rules decided on: its features, what its rule is worth, and whether it is right."""

    text: str
    writer: str
    features: tuple[str, ...]
    rule: float
    right: bool


def read_gold() -> list[Gold]:
    """Return the passages of the development half and the reports of the harbour story; nothing of the test half.

    The files of passages are named by the letter of their writer.
    """
    passages = [(path.stem[0], one) for path in sorted(PASSAGES.glob("*.txt")) for one in take_passages([path])[0]]
    told = [Gold(writer=writer, row=_row(passage)) for writer, passage in passages if passage.part == "dev"]
    return [*told, *(Gold(writer="story", row=row) for row in read_annotations(STORY))]


def _row(passage: Passage) -> DocumentRow:
    rows = (
        AttributionRow(source=one.source, cue=one.cue, content=one.content, parent=str(one.parent or "") or None)
        for one in passage.attributions
    )
    return DocumentRow(id=passage.id, text=passage.text, attributions=tuple(rows))


def collect(gold: Iterable[Gold], parser: Parser) -> list[Example]:
    """Run the rules over texts and lay what they decide on beside the gold."""
    return [example for one in gold for example in compare(one, parser)]


def compare(gold: Gold, parser: Parser) -> Iterator[Example]:
    """Yield what the rules decide on in one text, and whether the gold has it: nested ones among nested ones."""
    text = gold.row.text or ""
    document = Document(id=gold.row.id, uri=gold.row.id, capture="", text=text, language="en")
    tree = parse(text, parser)
    quoted = find_quotations(tree)
    decided = decide(document, tree, quoted, propose(document, tree))
    right = find_right(text, gold.row.attributions or (), [_found(tree, k, one) for k, one in enumerate(decided)])
    around = survey(tree, decided)
    for k, candidate in enumerate(decided):
        yield Example(
            text=gold.row.id,
            writer=gold.writer,
            features=tuple(describe(tree, quoted, around, k)),
            rule=believe_rule(candidate),
            right=str(k) in right,
        )


def _found(tree: Parse, k: int, candidate: Candidate) -> AttributionRow:
    slots = (make_spans(tree, words) for words in (candidate.source, candidate.cue, candidate.content))
    source, cue, content = slots
    parent = None if candidate.parent is None else str(candidate.parent)
    return AttributionRow(id=str(k), source=source, cue=cue, content=content, parent=parent)


def find_right(text: str, gold: Sequence[AttributionRow], found: Sequence[AttributionRow]) -> set[str | None]:
    """Return the ids of what was found and is right end to end; a nested one only where the gold nests it too."""
    right: set[str | None] = set()
    for nested in (False, True):
        wanted, given = (
            DocumentRow(id="", text=text, attributions=tuple(_of_level(side, nested))) for side in (gold, found)
        )
        for one in compare_attributions([(wanted, given)]):
            right |= {one.found[j].row.id for _, j in pair_attributions(one.gold, one.found, likeness_soft)}
    return right


def _of_level(rows: Iterable[AttributionRow], nested: bool) -> Iterator[AttributionRow]:
    """Without their parents, since each level is compared by itself."""
    return (replace(row, parent=None) for row in rows if (row.parent is not None) is nested)


def learn(examples: Sequence[Example]) -> Weights:
    """Return the weights that make what was right likely and all else unlikely, kept small by the penalty."""
    counts = Counter(name for one in examples for name in one.features)
    names = sorted(name for name, count in counts.items() if LEAST_SEEN <= count < len(examples))
    seen = _matrix(examples, names)
    right, rule = _right(examples), np.array([one.rule for one in examples])
    penalty = np.append(np.full(len(names), PENALTY), 1e-6)
    found = np.zeros(len(names) + 1)
    for _ in range(ROUNDS):
        likely = 1 / (1 + np.exp(-(seen @ found + rule)))
        slope = seen.T @ (likely - right) + penalty * found
        bend = (seen * (likely * (1 - likely))[:, None]).T @ seen + np.diag(penalty)
        found = found - np.linalg.solve(bend, slope)
    rounded = {name: round(float(weight), 3) for name, weight in zip(names, found, strict=False)}
    return Weights(bias=round(float(found[-1]), 3), of_feature={k: w for k, w in rounded.items() if w}, steps=())


def _matrix(examples: Sequence[Example], names: Sequence[str]) -> Numbers:
    place = {name: i for i, name in enumerate(names)}
    seen = np.zeros((len(examples), len(names) + 1))
    seen[:, -1] = 1
    for k, one in enumerate(examples):
        seen[k, [place[name] for name in one.features if name in place]] = 1
    return seen


def _right(examples: Sequence[Example]) -> Numbers:
    return np.array([float(one.right) for one in examples])


def score(weights: Weights, examples: Iterable[Example]) -> list[float]:
    """Return the logits of examples."""
    known = weights.of_feature
    return [weights.bias + one.rule + sum(known.get(name, 0.0) for name in one.features) for one in examples]


def score_left_out(examples: Sequence[Example], part_of: Callable[[Example], str]) -> list[float]:
    """Return for each example its logit by weights that were learnt without its part."""
    found = dict[int, float]()
    for part in sorted({part_of(one) for one in examples}):
        inside = [k for k, one in enumerate(examples) if part_of(one) == part]
        weights = learn([one for one in examples if part_of(one) != part])
        found |= zip(inside, score(weights, [examples[k] for k in inside]), strict=True)
    return [found[k] for k in range(len(examples))]


def by_passage(example: Example) -> str:
    """Return the fold of the text that an example stands in."""
    return str(int(hashlib.sha256(example.text.encode()).hexdigest(), 16) % FOLDS)


def by_writer(example: Example) -> str:
    """Return who wrote the text that an example stands in."""
    return example.writer


def make_steps(scores: Sequence[float], right: Sequence[bool]) -> tuple[tuple[float, float], ...]:
    """Return rising steps from score to share of right ones: isotonic regression over pools of examples."""
    ranked = sorted(zip(scores, right, strict=True))
    pools = max(1, len(ranked) // STEP)
    steps: list[tuple[float, int, int]] = []  # scores added up, right ones, examples
    for k in range(pools):
        pool = ranked[k * len(ranked) // pools : (k + 1) * len(ranked) // pools]
        steps.append((sum(one for one, _ in pool), sum(is_right for _, is_right in pool), len(pool)))
        while len(steps) > 1 and steps[-2][1] * steps[-1][2] >= steps[-1][1] * steps[-2][2]:
            last, before = steps.pop(), steps.pop()
            steps.append((last[0] + before[0], last[1] + before[1], last[2] + before[2]))
    return tuple((round(total / n, 3), round((good + 0.5) / (n + 1), 3)) for total, good, n in steps)


def train(examples: Sequence[Example]) -> Weights:
    """Learn from all examples, and calibrate on what was learnt without the writer of each."""
    steps = make_steps(score_left_out(examples, by_writer), [one.right for one in examples])
    return replace(learn(examples), steps=steps)


def write_table(weights: Weights) -> str:
    """Write the table, heaviest features first, so that a person can read what counts."""
    features = sorted(weights.of_feature.items(), key=lambda row: (-abs(row[1]), row[0]))
    rows = [("kind", "name", "value"), ("bias", "", f"{weights.bias:.3f}")]
    rows += [("step", f"{at:.3f}", f"{share:.3f}") for at, share in weights.steps]
    rows += [("feature", name, f"{weight:.3f}") for name, weight in features]
    return "".join("\t".join(row) + "\n" for row in rows)


def report(examples: Sequence[Example], steps: tuple[tuple[float, float], ...], gold: int) -> Iterator[str]:
    """Tell how good probabilities are on what was left out, by passage and by writer, and what a threshold does."""
    right = _right(examples)
    yield f"{len(examples)} examples, {int(right.sum())} right, {gold} in the gold"
    for what, part_of in (("passage", by_passage), ("writer", by_writer)):
        weights = Weights(bias=0, of_feature={}, steps=steps)
        given = np.array([calibrate(weights, one) for one in score_left_out(examples, part_of)])
        yield f"left out by {what}: error {_error(given, right):.3f}, Brier skill {_skill(given, right):.3f}"
        for least in THRESHOLDS:
            kept = given >= least
            good, found = right[kept].sum(), max(1, kept.sum())
            shares = (100 * good / found, 100 * good / gold, 200 * good / (found + gold))
            yield f"  {least:.1f} or more: P {shares[0]:.1f} R {shares[1]:.1f} F1 {shares[2]:.1f}"


def _error(given: Numbers, right: Numbers) -> float:
    bins = np.minimum(BINS - 1, (given * BINS).astype(int))
    return float(sum(abs((given - right)[bins == k].sum()) for k in range(BINS)) / len(given))


def _skill(given: Numbers, right: Numbers) -> float:
    base = right.mean()
    return float(1 - ((given - right) ** 2).mean() / (base * (1 - base)))


def main(words: Sequence[str]) -> int:
    """Train and write the table, or only check; return 2 when the words are wrong."""
    if list(words) not in ([], ["check"]):
        sys.stderr.write(__doc__ or "")
        return 2
    gold = read_gold()
    examples = collect(gold, load_parser())
    weights = train(examples)
    if not words:
        TABLE.write_text(write_table(weights), encoding="utf-8")
    for line in report(examples, weights.steps, sum(len(one.row.attributions or ()) for one in gold)):
        sys.stdout.write(line + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
