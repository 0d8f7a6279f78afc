"""Scores attributions end to end: the content overlaps by half or more, and the sources share a word."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.evaluation.scores import Score, pair_best
from onrecord.evaluation.tokens import ARTICLES, Tokens
from onrecord.records import Attribution, Span

Slots = tuple[tuple[Span, ...], tuple[Span, ...]]  # source, content


@dataclass(frozen=True, slots=True)
class _Row:
    source: frozenset[int]
    content: frozenset[int]


def score_attributions(text: str, gold: Iterable[Slots], found: Iterable[Attribution]) -> Score:
    """Return the end-to-end soft score of the attributions of one text; gold gives source and content spans.

    Spans are compared as sets of words. A pair is right when the contents share at least half of the words of
    either, taken together, and the sources share a word, or both have none.
    """
    tokens = Tokens(text)
    wanted = _rows(tokens, gold)
    given = _rows(tokens, ((a.source, a.content) for a in found))
    return Score(right=len(pair_best(wanted, given, _likeness)), found=len(given), gold=len(wanted))


def _rows(tokens: Tokens, slots: Iterable[Slots]) -> list[_Row]:
    rows = (_Row(tokens.of(source, ARTICLES), tokens.of(content)) for source, content in slots)
    return list(dict.fromkeys(row for row in rows if row.content))


def _likeness(gold: _Row, found: _Row) -> float:
    share = len(gold.content & found.content) / len(gold.content | found.content)
    same_source = bool(gold.source & found.source) or not (gold.source or found.source)
    return share if share >= 0.5 and same_source else 0.0
