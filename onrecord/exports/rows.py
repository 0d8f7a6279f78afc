"""A row of a view, and which rows a reader wants to see."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

Cell = str | int | float | bool | list["Cell"] | dict[str, "Cell"] | None
Row = dict[str, Cell]

_WHO = ("speaker", "actor", "for", "name", "claimants", "denied_by", "variants", "sides", "left", "right")
_WHEN = ("said", "when", "published", "as_of")
_MEMBERS = ("sides", "left", "right")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a reader asked for: an actor's name, a stretch of days (ISO), words, the least probability.

    `None` asks for everything.
    """

    actor: str | None = None
    since: str | None = None
    until: str | None = None
    text: str | None = None
    least: float | None = None


def filter_rows(rows: Iterable[Row], wanted: Wanted) -> list[Row]:
    """Return the rows that fit; a row with no date fits no stretch of days, since it cannot be known."""
    tests = (_by_actor, _by_time, _by_text, _by_probability)
    return [row for row in rows if all(fits(row, wanted) for fits in tests)]


def _by_actor(row: Row, wanted: Wanted) -> bool:
    return wanted.actor is None or any(wanted.actor.casefold() in _words(row.get(key)).casefold() for key in _WHO)


def _by_text(row: Row, wanted: Wanted) -> bool:
    held = _words(list(row.values())).casefold()
    return wanted.text is None or all(word in held for word in wanted.text.casefold().split())


def _by_probability(row: Row, wanted: Wanted) -> bool:
    """True when the probability is high enough, or none is known."""
    known = row.get("confidence")
    return wanted.least is None or not isinstance(known, float | int) or known >= wanted.least


def has_day(row: Row) -> bool:
    """True when anything is known of a row's days."""
    return any(stretch.get("earliest") or stretch.get("latest") for stretch in _stretches(row))


def list_names(rows: Iterable[Row]) -> list[str]:
    """List the names that rows hold of those who take part, each once."""
    found: dict[str, None] = {}
    for row in rows:
        for key in _WHO:
            cell = row.get(key)
            names = cell if isinstance(cell, list) else [cell]
            found |= dict.fromkeys(name for name in names if isinstance(name, str))
    return list(found)


def _by_time(row: Row, wanted: Wanted) -> bool:
    if wanted.since is None and wanted.until is None:
        return True
    return any(_within(stretch.get("earliest"), stretch.get("latest"), wanted) for stretch in _stretches(row))


def _stretches(row: Row) -> Iterator[dict[str, Cell]]:
    """The days of a row; of what lays accounts beside each other, those of each member."""
    own = [stretch for key in _WHEN if isinstance(stretch := row.get(key), dict)]
    yield from own[:1]
    for key in _MEMBERS:
        yield from _said(row.get(key))


def _said(cell: Cell) -> Iterator[dict[str, Cell]]:
    if isinstance(cell, list):
        for part in cell:
            yield from _said(part)
    elif isinstance(cell, dict) and isinstance(said := cell.get("said"), dict):
        yield said


def _within(earliest: Cell, latest: Cell, wanted: Wanted) -> bool:
    """True when the stretch may touch the days asked for; an open end reaches as far as it may."""
    if earliest is None and latest is None:
        return False
    if wanted.since is not None and isinstance(latest, str) and latest < wanted.since:
        return False
    return not (wanted.until is not None and isinstance(earliest, str) and earliest[: len(wanted.until)] > wanted.until)


def _words(cell: Cell) -> str:
    if isinstance(cell, list):
        return " ".join(map(_words, cell))
    if isinstance(cell, dict):
        return " ".join(map(_words, cell.values()))
    return "" if cell is None else str(cell)
