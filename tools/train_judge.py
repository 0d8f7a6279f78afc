"""Trains the judge of the statements room on the project's own corpus: `train_judge.py EARLIER.tsv [check]`.

It reads the development half of `corpora/hearsay`, its training passages and the gold of the harbour story;
lays beside it what the rules decide on; and learns by logistic regression
how often what looks so is right. Rules that were bettered on these texts make few mistakes in them, so each text is
also read by a parser that is blurred by noise: it errs as it does on other people's prose, and so do the rules. The
weights are the mean of what is learnt so and of an earlier table; the probabilities are calibrated on writers that
neither has learnt from. `check` writes nothing. The same corpus, rules and earlier table give the same table but for
the last digits; `plans/judge.md` says which earlier table it was. It takes about ten minutes.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from thinc.api import NumpyOps

from onrecord.evaluation.attributions import compare_attributions, likeness_soft, pair_attributions
from onrecord.evaluation.hearsay import take_passages
from onrecord.evaluation.passages import Passage
from onrecord.evaluation.reading import read_annotations
from onrecord.evaluation.rows import AttributionRow, DocumentRow
from onrecord.language import Parse, Parser, load_parser, parse
from onrecord.records import Document
from onrecord.statements.attributions import decide, propose
from onrecord.statements.candidates import Candidate
from onrecord.statements.grammar.quotations import find_quotations
from onrecord.statements.judging.confidence import believe_rule, calibrate
from onrecord.statements.judging.evidence import describe, survey
from onrecord.statements.judging.weights import Weights, read_weights
from onrecord.statements.writing import make_spans

HOME = Path(__file__).parent.parent
HEARSAY = HOME / "corpora" / "hearsay"
PASSAGES = HEARSAY / "passages"
TRAINING = HEARSAY / "training"  # all of it may be learnt from
STORY = HOME / "examples" / "harbour-gold" / "marks.jsonl"
# Some writers filled two files; left out, they must be left out whole.
TWO_FILES = {f"{letter}{n}": f"{letter}{pair}" for letter in "hj" for pair in ("12", "34") for n in pair}
TABLE = HOME / "onrecord" / "statements" / "judging" / "judge.tsv"
LEAST_SEEN = 8  # a feature that fewer examples have tells nothing
PENALTY = 60.0
LEAST_WEIGHT = 0.005
# How much noise the parser has, in deviations of each product, and the seed; with .4 three in four are still right.
BLURS = (
    (0.0, 0), (0.4, 1), (0.4, 2), (0.3, 3), (0.3, 4), (0.5, 5), (0.4, 6), (0.3, 7), (0.5, 8), (0.2, 9),
)  # fmt: skip
STRANGERS = ("e", "h")  # the letters of writers that the earlier table has not learnt from
STEP = 80  # examples that one step of the calibration stands on
FOLDS = 5
ROUNDS = 8
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
    """Return the passages that may be learnt from and the reports of the harbour story; nothing of the test half.

    The files of passages are named by the letter of their writer, those of the training folder each by its own.
    """
    halves = [(path.stem[0], one) for path in sorted(PASSAGES.glob("*.txt")) for one in take_passages([path])[0]]
    told = [Gold(writer=writer, row=_row(passage)) for writer, passage in halves if passage.part == "dev"]
    for path in sorted(TRAINING.glob("*.txt")):
        writer = TWO_FILES.get(path.stem, path.stem)
        told += [Gold(writer=writer, row=_row(passage)) for passage in take_passages([path])[0]]
    return [*told, *(Gold(writer="story", row=row) for row in read_annotations(STORY))]


class Blurred(NumpyOps):
    """Multiplies as numpy does, and adds noise to each product."""

    def __init__(self, noise: float, seed: int) -> None:
        super().__init__(use_blis=False)
        self.noise, self.random = noise, np.random.default_rng(seed)

    def gemm(self, x, y, out=None, trans1=False, trans2=False):  # type: ignore[no-untyped-def]
        """Return the product with its noise."""
        product = super().gemm(x, y, out=out, trans1=trans1, trans2=trans2)
        if self.noise:
            product += (self.noise * product.std() * self.random.standard_normal(product.shape)).astype("f")
        return product


def blur(parser: Parser, noise: float, seed: int) -> None:
    """Let a parser err more often than it does; without noise, let it read as it is."""
    blurred = Blurred(noise, seed)
    for _, component in parser.model.pipeline:
        for layer in component.model.walk():
            layer.ops = blurred


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


def score_left_out(plain: Sequence[Example], every: Sequence[Example]) -> list[float]:
    """Return for each plain example its logit by weights that were learnt without its writer, and some others."""
    fold = {writer: k % FOLDS for k, writer in enumerate(sorted({one.writer for one in plain}))}
    found = dict[int, float]()
    for number in range(FOLDS):
        inside = [k for k, one in enumerate(plain) if fold[one.writer] == number]
        weights = learn([one for one in every if fold[one.writer] != number])
        found |= zip(inside, score(weights, [plain[k] for k in inside]), strict=True)
    return [found[k] for k in range(len(plain))]


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


def train(copies: Sequence[Sequence[Example]], earlier: Weights) -> tuple[Weights, list[float], list[Example]]:
    """Learn from all copies, halve it with an earlier table, and calibrate on strangers to both; give these too."""
    every = [one for copy in copies for one in copy]
    halves = zip(score_left_out(copies[0], every), score(earlier, copies[0]), copies[0], strict=True)
    kept = [((own + other) / 2, one) for own, other, one in halves if one.writer[0] in STRANGERS]
    scores, strangers = [number for number, _ in kept], [one for _, one in kept]
    mixed = halve(learn(every), earlier)
    return replace(mixed, steps=make_steps(scores, [one.right for one in strangers])), scores, strangers


def halve(one: Weights, other: Weights) -> Weights:
    """Return the mean of two tables, without what weighs next to nothing."""
    names = {*one.of_feature, *other.of_feature}
    mean = {name: (one.of_feature.get(name, 0.0) + other.of_feature.get(name, 0.0)) / 2 for name in sorted(names)}
    heavy = {name: round(weight, 3) for name, weight in mean.items() if abs(weight) >= LEAST_WEIGHT}
    return Weights(bias=round((one.bias + other.bias) / 2, 3), of_feature=heavy, steps=())


def write_table(weights: Weights) -> str:
    """Write the table, heaviest features first, so that a person can read what counts."""
    features = sorted(weights.of_feature.items(), key=lambda row: (-abs(row[1]), row[0]))
    rows = [("kind", "name", "value"), ("bias", "", f"{weights.bias:.3f}")]
    rows += [("step", f"{at:.3f}", f"{share:.3f}") for at, share in weights.steps]
    rows += [("feature", name, f"{weight:.3f}") for name, weight in features]
    return "".join("\t".join(row) + "\n" for row in rows)


def report(weights: Weights, scores: Sequence[float], strangers: Sequence[Example]) -> Iterator[str]:
    """Tell how good the probabilities are on writers that were left out, and what a threshold does."""
    right = _right(strangers)
    given = np.array([calibrate(weights, one) for one in scores])
    yield f"{len(strangers)} examples by strangers, {int(right.sum())} right"
    yield f"left out: error {_error(given, right):.3f}, Brier skill {_skill(given, right):.3f}"
    for least in THRESHOLDS:
        kept = given >= least
        yield f"  {least:.1f} or more: {int(kept.sum())}, P {100 * right[kept].sum() / max(1, kept.sum()):.1f}"


def _error(given: Numbers, right: Numbers) -> float:
    bins = np.minimum(BINS - 1, (given * BINS).astype(int))
    return float(sum(abs((given - right)[bins == k].sum()) for k in range(BINS)) / len(given))


def _skill(given: Numbers, right: Numbers) -> float:
    base = right.mean()
    return float(1 - ((given - right) ** 2).mean() / (base * (1 - base)))


def main(words: Sequence[str]) -> int:
    """Train and write the table, or only check; return 2 when the words are wrong."""
    if not words or list(words[1:]) not in ([], ["check"]):
        sys.stderr.write(__doc__ or "")
        return 2
    earlier = read_weights(Path(words[0]).read_text(encoding="utf-8").splitlines()[1:])
    gold, parser, copies = read_gold(), load_parser(), []
    for noise, seed in BLURS:
        blur(parser, noise, seed)
        copies.append(collect(gold, parser))
    weights, scores, strangers = train(copies, earlier)
    if not words[1:]:
        TABLE.write_text(write_table(weights), encoding="utf-8")
    for line in report(weights, scores, strangers):
        sys.stdout.write(line + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
