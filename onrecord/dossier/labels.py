"""Names beside points so that none covers another; a name for which there is no room is left to the table below."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_WIDTH = 0.56  # of the height of a letter, as wide as letters of a plain sans are on average
_GAP = 4.0


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Label:
    """A name and where its baseline begins, or ends, or has its middle (`anchor`, as SVG has it)."""

    x: float
    y: float
    anchor: str


def box_of(label: Label, words: str, size: float) -> Box:
    """Return the room that a label takes at a size of type."""
    width = len(words) * size * _WIDTH
    left = label.x - {"start": 0.0, "middle": width / 2, "end": width}[label.anchor]
    return Box(left, label.y - size * 0.8, left + width, label.y + size * 0.25)


def find_label(at: tuple[float, float], words: str, size: float, taken: Sequence[Box], within: Box) -> Label | None:
    """Return where a name fits beside a point: right, left, above, below; `None` when it would cover something."""
    for label in _candidates(at, size):
        box = box_of(label, words, size)
        if is_free(box, taken, within):
            return label
    return None


def is_free(box: Box, taken: Sequence[Box], within: Box) -> bool:
    """True when a box lies within another and meets none of those that are taken."""
    return _inside(box, within) and not any(_meet(box, other) for other in taken)


def _candidates(at: tuple[float, float], size: float) -> Iterable[Label]:
    x, y = at
    yield Label(x + _GAP + 2, y + size * 0.3, "start")
    yield Label(x - _GAP - 2, y + size * 0.3, "end")
    yield Label(x, y - _GAP - 3, "middle")
    yield Label(x, y + size + _GAP, "middle")
    yield Label(x + _GAP, y - _GAP, "start")
    yield Label(x + _GAP, y + size, "start")
    yield Label(x - _GAP, y - _GAP, "end")
    yield Label(x - _GAP, y + size, "end")


def _inside(box: Box, within: Box) -> bool:
    return (
        box.left >= within.left and box.right <= within.right and box.top >= within.top and box.bottom <= within.bottom
    )


def _meet(one: Box, other: Box) -> bool:
    return one.left < other.right and other.left < one.right and one.top < other.bottom and other.top < one.bottom
