"""Turns records into plain values (text, numbers, lists) and back, by the types of their fields."""

from __future__ import annotations

import types
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

Record = TypeVar("Record")
Plain = str | int | float | bool | bytes | None | list["Plain"] | dict[str, "Plain"]


def to_plain(value: object) -> Plain:
    """Return a record, or any value a record holds, as lists and dictionaries of plain values."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: to_plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [to_plain(item) for item in value]
    if value is None or isinstance(value, str | int | float | bool | bytes):
        return value
    raise TypeError(f"a record may not hold {type(value).__name__}")


def from_plain(kind: type[Record], value: Plain) -> Record:
    """Return the record of a dataclass that `to_plain` turned into `value`."""
    any_kind: Any = kind  # a plain type is hashable, which its type variable does not say
    made: Record = _maker(any_kind)(value)
    return made


@cache
def field_types(kind: Any) -> dict[str, Any]:
    """Return the resolved type of each field of a record, in order."""
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}


@cache
def _maker(kind: Any) -> Callable[[Any], Any]:
    origin = get_origin(kind)
    if is_dataclass(kind):
        return _dataclass_maker(kind)
    if origin is tuple:
        return _tuple_maker(get_args(kind))
    if origin in (Union, types.UnionType):
        return _optional_maker(get_args(kind))
    if kind is float:
        return float
    if origin is Literal or kind in (str, int, bool, bytes):
        return _same
    raise TypeError(f"no way back from plain values for {kind}")


def _same(value: Any) -> Any:
    return value


def _dataclass_maker(kind: Any) -> Callable[[Any], Any]:
    makers: list[tuple[str, Callable[[Any], Any]]] = []

    def make(value: dict[str, Any]) -> Any:
        if not makers:  # filled at the first use, so that a record may hold records of its own kind
            makers.extend((name, _maker(hint)) for name, hint in field_types(kind).items())
        return kind(**{name: maker(value[name]) for name, maker in makers if name in value})

    return make


def _tuple_maker(parts: tuple[Any, ...]) -> Callable[[Any], Any]:
    if len(parts) == 2 and parts[1] is Ellipsis:
        one = _maker(parts[0])
        return lambda value: tuple(map(one, value))
    makers = [_maker(part) for part in parts]
    return lambda value: tuple(maker(item) for maker, item in zip(makers, value, strict=True))


def _optional_maker(parts: tuple[Any, ...]) -> Callable[[Any], Any]:
    (inner,) = (part for part in parts if part is not type(None))
    maker = _maker(inner)
    return lambda value: None if value is None else maker(value)
