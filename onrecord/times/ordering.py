"""Tells from a document whether its dates in figures put the day or the month first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from onrecord.times.words import load_words

_FIGURES = re.compile(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d\d)(?![\d/-]|\.\d)")


def find_day_order(text: str) -> bool | None:
    """Return whether the day comes first; `None` where nothing in the document shows it.

    Asked in turn: dates in figures that can be read in one way only, dates in figures that another date of the
    document spells out, points between the figures (they go with the day first), the order of dates in words.
    """
    figures = [(int(match[1]), match[2], int(match[3]), match[4]) for match in _FIGURES.finditer(text)]
    if not figures:
        return None
    shown = {first > 12 for first, _, second, _ in figures if (first > 12) != (second > 12)}
    spelled = set(_read_spelled(text))
    agreed = {day_first for figure in figures for day_first in (True, False) if _reads_as(figure, day_first) in spelled}
    for answers in (shown, agreed):
        if answers:
            return answers.pop() if len(answers) == 1 else None
    if any(mark == "." for _, mark, _, _ in figures):
        return True
    months = _months()
    day_first = len(re.findall(rf"\b\d{{1,2}} (?:{months}),? \d{{4}}\b", text))
    month_first = len(re.findall(rf"\b(?:{months}) \d{{1,2}}(?!\d)", text))
    return None if day_first == month_first else day_first > month_first


def _reads_as(figure: tuple[int, str, int, str], day_first: bool) -> tuple[int, int, str] | None:
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
