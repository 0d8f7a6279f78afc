"""Takes typed values out of a row of JSON, and says in a sentence where one is not what it should be."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.errors import SourceError
from onrecord.records import Span


@dataclass(frozen=True, slots=True)
class Fields:
    """One JSON object: where it stands, for messages; its values; the length of its text (`sys.maxsize`: not known)."""

    where: str
    values: Mapping[str, object]
    length: int


def take_text(fields: Fields, key: str) -> str | None:
    """Return a string, or a whole number as a string; `None` where there is none."""
    value = fields.values.get(key)
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    raise _wrong(fields, key, "a string")


def take_number(fields: Fields, key: str) -> float | None:
    """Return a number; `None` where there is none."""
    value = fields.values.get(key)
    if value is None:
        return None
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    raise _wrong(fields, key, "a number")


def take_flag(fields: Fields, key: str) -> bool | None:
    """Return true or false; `None` where neither is said."""
    value = fields.values.get(key)
    if value is None or isinstance(value, bool):
        return value
    raise _wrong(fields, key, "true or false")


def take_span(fields: Fields, key: str) -> Span:
    """Return a pair of offsets as a span of the text."""
    return _span(fields, key, fields.values.get(key))


def take_spans(fields: Fields, key: str) -> tuple[Span, ...]:
    """Return a list of pairs of offsets as spans; none where the field is not there."""
    return tuple(_span(fields, key, pair) for pair in _list(fields, key) or ())


def take_texts(fields: Fields, key: str) -> tuple[str, ...]:
    """Return a list of strings; none where the field is not there."""
    values = _list(fields, key) or ()
    if not all(isinstance(value, str) for value in values):
        raise _wrong(fields, key, "a list of strings")
    return tuple(map(str, values))


def take_names(fields: Fields, key: str) -> tuple[str, ...] | None:
    """Return the names of a list of names or of objects with a `name`; `None` where the field is not there."""
    values = _list(fields, key)
    if values is None:
        return None
    named = [value.get("name") if isinstance(value, dict) else value for value in values]
    if not all(name is None or isinstance(name, str) for name in named):
        raise _wrong(fields, key, "a list of names")
    return tuple(str(name) for name in named if name)


def take_parts(fields: Fields, key: str) -> tuple[Fields, ...] | None:
    """Return a list of objects, each with its own place in the messages; `None` where the field is not there."""
    values = _list(fields, key)
    if values is None:
        return None
    parts = []
    for number, value in enumerate(values, start=1):
        if not isinstance(value, dict):
            raise _wrong(fields, key, "a list of objects")
        parts.append(Fields(f"{fields.where}, {key} {number}", value, fields.length))
    return tuple(parts)


def take_part(fields: Fields, key: str) -> Fields | None:
    """Return an object within the object; `None` where there is none."""
    value = fields.values.get(key)
    if value is None:
        return None
    if not isinstance(value, dict):
        raise _wrong(fields, key, "an object")
    return Fields(f"{fields.where}, {key}", value, fields.length)


def _list(fields: Fields, key: str) -> list[object] | None:
    value = fields.values.get(key)
    if value is None or isinstance(value, list):
        return value
    raise _wrong(fields, key, "a list")


def _span(fields: Fields, key: str, pair: object) -> Span:
    if isinstance(pair, list) and len(pair) == 2:
        start, end = pair
        whole = all(isinstance(edge, int) and not isinstance(edge, bool) for edge in pair)
        if whole and 0 <= start <= end <= fields.length:
            return Span(start=start, end=end)
    size = f" of {fields.length} characters" if fields.length < sys.maxsize else ""
    raise _wrong(fields, key, f"made of [start, end] within the text{size}")


def _wrong(fields: Fields, key: str, wanted: str) -> SourceError:
    return SourceError(f'{fields.where}: "{key}" must be {wanted}, not {repr(fields.values.get(key))[:60]}.')
