"""Scores which event mentions were taken for one event, gold mentions given."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence

from onrecord.evaluation.outcomes import Measure, Pair, Result, measure_score
from onrecord.evaluation.scores import Score, harmonic_mean

KIND = "events"
Chains = tuple[Hashable, Hashable]  # of one mention: in the gold, as found


def measure_coreference(pairs: Iterable[Pair]) -> Result:
    """Return B-cubed and pairwise F1 over the gold mentions; nothing where one side has no chains.

    A mention that was not found, or found in no chain, stands alone.
    """
    told = list(pairs)
    mentions = [chains for gold, found in told for chains in _chains(gold.id, (gold, found))]
    if not mentions or not any(event.chain for _, found in told for event in found.events or ()):
        return Result(measures=())
    return Result(measures=(_measure_b_cubed(mentions), _measure_pairs(mentions)))


def _chains(document: str, pair: Pair) -> list[Chains]:
    gold, found = pair
    given = {event.span: event.chain for event in found.events or () if event.chain}
    wanted = {event.span: event.chain for event in gold.events or () if event.chain}
    return [(chain, given.get(span) or (document, span)) for span, chain in wanted.items()]


def _measure_b_cubed(mentions: Sequence[Chains]) -> Measure:
    """For each mention: how much of its found chain is right, and how much of its gold chain was found."""
    in_gold = Counter(gold for gold, _ in mentions)
    in_found = Counter(found for _, found in mentions)
    in_both = Counter(mentions)
    precision = sum(in_both[one] / in_found[one[1]] for one in mentions) / len(mentions)
    recall = sum(in_both[one] / in_gold[one[0]] for one in mentions) / len(mentions)
    return Measure(
        kind=KIND,
        name="coreference, B-cubed",
        precision=precision,
        recall=recall,
        f1=harmonic_mean(precision, recall),
        gold=len(mentions),
    )


def _measure_pairs(mentions: Sequence[Chains]) -> Measure:
    score = Score(
        right=_count_pairs(mentions),
        found=_count_pairs(found for _, found in mentions),
        gold=_count_pairs(gold for gold, _ in mentions),
    )
    return measure_score(KIND, "coreference, pairs", score)


def _count_pairs(chains: Iterable[Hashable]) -> int:
    return sum(size * (size - 1) // 2 for size in Counter(chains).values())
