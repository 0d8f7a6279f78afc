"""Scores attributions end to end: the content overlaps by half or more, and the sources share a word."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from onrecord.evaluation.outcomes import (
    Item,
    Judged,
    Measure,
    Pair,
    Result,
    list_outcomes,
    make_item,
    measure_judged,
    measure_score,
)
from onrecord.evaluation.rows import AttributionRow
from onrecord.evaluation.scores import Score, add_scores, pair_best
from onrecord.evaluation.tokens import ARTICLES, Tokens
from onrecord.records import Attribution, Span

Slots = tuple[tuple[Span, ...], tuple[Span, ...]]  # source, content
KIND = "attributions"
_SOFT = "end to end, soft"
_HALF = 0.5
_SAME_SOURCE = 0.001  # enough to prefer, of two that overlap alike, the one with the right source


@dataclass(frozen=True, slots=True)
class Worded:
    """An attribution as sets of words, so that two can be laid beside each other."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]
    row: AttributionRow


@dataclass(frozen=True, slots=True)
class Compared:
    """The attributions of one document, gold and found, each once."""

    document: str
    text: str
    gold: tuple[Worded, ...]
    found: tuple[Worded, ...]


def score_attributions(text: str, gold: Iterable[Slots], found: Iterable[Attribution]) -> Score:
    """Return the end-to-end soft score of the attributions of one text; gold gives source and content spans.

    Spans are compared as sets of words. A pair is right when the contents share at least half of the words of
    either, taken together, and the sources share a word, or both have none.
    """
    tokens = Tokens(text)
    wanted = _word(tokens, (AttributionRow(source=source, cue=(), content=content) for source, content in gold))
    given = _word(tokens, (AttributionRow(source=a.source, cue=a.cue, content=a.content) for a in found))
    return Score(right=len(pair_attributions(wanted, given, likeness_soft)), found=len(given), gold=len(wanted))


def compare_attributions(pairs: Iterable[Pair]) -> list[Compared]:
    """Lay the attributions of documents side by side.

    A gold that nowhere says what is nested marks outermost attributions only: what was found nested is left out.
    """
    told = [(gold, found) for gold, found in pairs if gold.attributions is not None]
    nesting = any(row.nestable for gold, _ in told for row in gold.attributions or ())
    compared = []
    for gold, found in told:
        tokens = Tokens(gold.text or "")
        kept = (row for row in found.attributions or () if nesting or row.parent is None)
        wanted = _word(tokens, gold.attributions or ())
        compared.append(Compared(gold.id, gold.text or "", wanted, _word(tokens, kept)))
    return compared


def measure_attributions(compared: Sequence[Compared]) -> Result:
    """Return how well attributions were found: end to end, by content alone, and word by word."""
    soft = [_judge(one, likeness_soft) for one in compared]
    measures = (
        measure_judged(KIND, _SOFT, soft),
        measure_judged(KIND, "end to end, exact", (_judge(one, _likeness_exact) for one in compared)),
        measure_judged(KIND, "content, overlap", (_judge(one, likeness_overlap) for one in compared)),
        measure_judged(KIND, "content, exact", (_judge(one, _likeness_content) for one in compared)),
        _measure_tokens("content tokens", compared, lambda a: a.content),
        _measure_tokens("source tokens", compared, lambda a: a.source),
        _measure_tokens("cue tokens", compared, lambda a: a.cue),
    )
    return Result(measures=measures, outcomes=tuple(list_outcomes(KIND, _SOFT, soft)))


def pair_attributions(
    gold: Sequence[Worded], found: Sequence[Worded], likeness: Callable[[Worded, Worded], float]
) -> list[tuple[int, int]]:
    """Pair attributions one to one, the most alike first; contents that share no word are not alike."""
    return pair_best(gold, found, likeness, lambda attribution: attribution.content)


def show_attribution(text: str, attribution: Worded, value: str = "") -> Item:
    """Return an attribution as its content is shown."""
    return make_item(text, attribution.row.content, value)


def likeness_soft(gold: Worded, found: Worded) -> float:
    """Return the share of words that two contents have in common, if it is half or more and the sources agree."""
    share = _share(gold, found)
    return share if share >= _HALF and _same_source(gold, found) else 0.0


def likeness_overlap(gold: Worded, found: Worded) -> float:
    """Return the share of words that two contents have in common, if it is half or more, whoever the sources are."""
    share = _share(gold, found)
    return share + _SAME_SOURCE * _same_source(gold, found) if share >= _HALF else 0.0


def _likeness_content(gold: Worded, found: Worded) -> float:
    return float(gold.content == found.content)


def _likeness_exact(gold: Worded, found: Worded) -> float:
    return float(gold.content == found.content and gold.source == found.source)


def _share(gold: Worded, found: Worded) -> float:
    shared = len(gold.content & found.content)
    return shared / (len(gold.content) + len(found.content) - shared)


def _same_source(gold: Worded, found: Worded) -> bool:
    return not gold.source.isdisjoint(found.source) or not (gold.source or found.source)


def _word(tokens: Tokens, rows: Iterable[AttributionRow]) -> tuple[Worded, ...]:
    """The attributions that have content, each source with its content once."""
    kept: dict[tuple[frozenset[int], frozenset[int]], Worded] = {}
    for row in rows:
        worded = Worded(tokens.of(row.source, ARTICLES), tokens.of(row.cue), tokens.of(row.content), row)
        if worded.content:
            kept.setdefault((worded.source, worded.content), worded)
    return tuple(kept.values())


def _judge(one: Compared, likeness: Callable[[Worded, Worded], float]) -> Judged:
    return Judged(
        document=one.document,
        gold=[show_attribution(one.text, a) for a in one.gold],
        found=[show_attribution(one.text, a) for a in one.found],
        right=pair_attributions(one.gold, one.found, likeness),
    )


def _measure_tokens(name: str, compared: Iterable[Compared], slot: Callable[[Worded], frozenset[int]]) -> Measure:
    scores = []
    for one in compared:
        gold = frozenset[int]().union(*map(slot, one.gold))
        found = frozenset[int]().union(*map(slot, one.found))
        scores.append(Score(right=len(gold & found), found=len(found), gold=len(gold)))
    return measure_score(KIND, name, add_scores(scores))
