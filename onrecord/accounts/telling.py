"""Puts members of a comparison into a plain sentence: who, and on which days."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.accounts.sayings import Saying
from onrecord.records import Interval


def name_speakers(sayings: Iterable[Saying]) -> str:
    """Return the speakers, each once: "Orlova, Brandt and the Coast Guard"."""
    return list_names(dict.fromkeys(saying.speaker or "an unnamed speaker" for saying in sayings))


def list_names(names: Iterable[str]) -> str:
    """Return names as a sentence lists them."""
    names = list(names)
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def name_days(sayings: Sequence[Saying]) -> str:
    """Return the days of saying, each once; "undated" stands for those that are not known."""
    return list_names(dict.fromkeys(name_day(saying.said) for saying in sayings))


def name_day(said: Interval | None) -> str:
    """Return an interval as a sentence names it."""
    if said is None or said.earliest is None:
        return "undated" if said is None or said.latest is None else f"undated, not after {said.latest[:10]}"
    if said.latest is None:
        return f"on or after {said.earliest[:10]}"
    if said.earliest[:10] == said.latest[:10]:
        return said.earliest[:10]
    return f"between {said.earliest[:10]} and {said.latest[:10]}"


def tell_value(value: float) -> str:
    """Return a number as a reader writes it: "35,000,000", "2.5"."""
    return f"{int(value):,}" if value == int(value) else f"{value:,.6g}"
