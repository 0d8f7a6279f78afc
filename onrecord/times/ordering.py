"""Tells from a document whether its dates in figures put the day or the month first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from onrecord.records import Document, Timex
from onrecord.times.words import load_words

_FIGURES = re.compile(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d\d)(?![\d/-]|\.\d)")
_OPEN = re.compile(r"\d{4}-XX-XX")
_Figures = tuple[int, str, int, str]


def find_day_order(text: str) -> bool | None:
    """Return whether the day comes first; `None` where nothing in the document shows it.

    Asked in turn: dates in figures that can be read in one way only, dates in figures that another date of the
    document spells out, points between the figures (they go with the day first), the order of dates in words.
    """
    figures = _find_figures(text)
    if not figures:
        return None
    for answers in _find_proofs(text, figures):
        if answers:
            return answers.pop() if len(answers) == 1 else None
    if any(mark == "." for _, mark, _, _ in figures):
        return True
    months = _months()
    day_first = len(re.findall(rf"\b\d{{1,2}} (?:{months}),? \d{{4}}\b", text))
    month_first = len(re.findall(rf"\b(?:{months}) \d{{1,2}}(?!\d)", text))
    return None if day_first == month_first else day_first > month_first


def prove_day_order(texts: Iterable[str]) -> bool | None:
    """Return whether the day comes first in the dates of an outlet; `None` where nothing proves it, or not one thing.

    A proof is a date that can be read in one way only, or one that another date of its text spells out.
    """
    proofs = {answer for text in texts for answers in _find_proofs(text, _find_figures(text)) for answer in answers}
    return proofs.pop() if len(proofs) == 1 else None


def put_in_order(document: Document, timexes: Sequence[Timex], day_first: bool) -> tuple[Timex, ...]:
    """Return the times with each date in figures that could be read in two ways read in the one that is proved."""
    return tuple(_put_in_order(document, timex, day_first) for timex in timexes)


def is_of_two_orders(timex: Timex) -> bool:
    """Tell whether a time is a date in figures of which its own text does not show what is the day."""
    return timex.expression.anchor is None and _OPEN.fullmatch(timex.expression.value or "") is not None


def _put_in_order(document: Document, timex: Timex, day_first: bool) -> Timex:
    figures = _FIGURES.fullmatch(timex.span.of(document.text)) if is_of_two_orders(timex) else None
    if figures is None:
        return timex
    day, month = (figures[1], figures[3]) if day_first else (figures[3], figures[1])
    value = f"{(timex.expression.value or '')[:4]}-{int(month):02d}-{int(day):02d}"
    return replace(timex, expression=replace(timex.expression, value=value))


def _find_figures(text: str) -> list[_Figures]:
    return [(int(match[1]), match[2], int(match[3]), match[4]) for match in _FIGURES.finditer(text)]


def _find_proofs(text: str, figures: Sequence[_Figures]) -> tuple[set[bool], set[bool]]:
    """Return what the dates prove that can be read in one way only, and what those prove that are spelled out."""
    shown = {first > 12 for first, _, second, _ in figures if (first > 12) != (second > 12)}
    spelled = set(_read_spelled(text)) if figures else set()
    return shown, {order for one in figures for order in (True, False) if _reads_as(one, order) in spelled}


def _reads_as(figure: _Figures, day_first: bool) -> tuple[int, int, str] | None:
    first, _, second, year = figure
    if first == second:
        return None
    return (first, second, year[-2:]) if day_first else (second, first, year[-2:])


def _read_spelled(text: str) -> Iterator[tuple[int, int, str]]:
    months = _months()
    for match in re.finditer(rf"\b(\d{{1,2}}) ({months}),? \d\d(\d\d)\b", text):
        yield int(match[1]), int(load_words()["month"][match[2]]), match[3]
    for match in re.finditer(rf"\b({months}) (\d{{1,2}}),? \d\d(\d\d)\b", text):
        yield int(match[2]), int(load_words()["month"][match[1]]), match[3]


@cache
def _months() -> str:
    return "|".join(map(re.escape, load_words()["month"]))
