"""Which table keeps which record, and how a record becomes a row of it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, TypeVar, cast, get_args, get_origin

from onrecord import records
from onrecord.store.codec import Plain, field_types, from_plain, to_plain

Record = TypeVar("Record")

MARK_TABLES: dict[str, type] = {
    "sentences": records.Sentence,
    "mentions": records.Mention,
    "timexes": records.Timex,
    "toponyms": records.Toponym,
    "attributions": records.Attribution,
    "figures": records.Figure,
    "events": records.EventMention,
}
RESULT_TABLES: dict[str, type] = {
    "readings": records.Reading,
    "publications": records.DatedDocument,
    "entities": records.Entity,
    "statements": records.Statement,
    "quantities": records.Quantity,
    "happenings": records.Event,
    "copies": records.CopyFamily,
    "judgements": records.Judgement,
    "discrepancies": records.Discrepancy,
    "agreements": records.Agreement,
    "issues": records.Issue,
    "positions": records.Position,
    "considered": records.Considered,
}
TABLES: dict[str, type] = {
    "captures": records.Capture,
    "documents": records.Document,
    "problems": records.Problem,
    "rulings": records.Ruling,
    "named_issues": records.NamedIssue,
    **MARK_TABLES,
    **RESULT_TABLES,
}
_KEYS = {"captures": "digest", "readings": "timex", "publications": "document", "problems": None}
_SQL_TYPES = {str: "TEXT", int: "INTEGER", float: "REAL", bool: "INTEGER", bytes: "BLOB"}


@dataclass(frozen=True, slots=True)
class Column:
    """How one field is kept: as it is, as two integers (a span), or as JSON."""

    field: str
    how: Literal["plain", "span", "json"]
    sql_type: str
    optional: bool


@cache
def columns(kind: Any) -> tuple[Column, ...]:
    """Return the columns that keep the fields of a record."""
    return tuple(_column(name, hint) for name, hint in field_types(kind).items())


def _column(name: str, hint: Any) -> Column:
    optional = type(None) in get_args(hint)
    inner = next((part for part in get_args(hint) if part is not type(None)), hint) if optional else hint
    if inner is records.Span:
        return Column(name, "span", "INTEGER", optional)
    if get_origin(inner) is Literal:
        return Column(name, "plain", "TEXT", optional)
    if inner in _SQL_TYPES:
        return Column(name, "plain", _SQL_TYPES[inner], optional)
    return Column(name, "json", "TEXT", optional)


def column_names(kind: type) -> list[str]:
    """Return the names of the table's columns; a span has two."""
    return [name for column in columns(kind) for name in _names(column)]


def _names(column: Column) -> list[str]:
    return [f"{column.field}_start", f"{column.field}_end"] if column.how == "span" else [column.field]


def create_sql(table: str) -> str:
    """Return the statement that creates a table."""
    kind = TABLES[table]
    key = _KEYS.get(table, "id")
    lines = [
        f'"{name}" {column.sql_type}{"" if column.optional else " NOT NULL"}{" PRIMARY KEY" if name == key else ""}'
        for column in columns(kind)
        for name in _names(column)
    ]
    if table in MARK_TABLES:
        lines.append("FOREIGN KEY (document) REFERENCES documents (id) ON DELETE CASCADE")
    if table == "documents":
        lines.append("FOREIGN KEY (capture) REFERENCES captures (digest)")
    return f'CREATE TABLE "{table}" (\n  ' + ",\n  ".join(lines) + "\n) STRICT"


def to_row(record: object) -> list[Plain]:
    """Return the values of a record's row, in the order of `column_names`."""
    row: list[Plain] = []
    kind: Any = type(record)
    for column in columns(kind):
        value = getattr(record, column.field)
        if column.how == "span":
            row.extend((None, None) if value is None else (value.start, value.end))
        elif column.how == "json" and value is not None:
            row.append(json.dumps(to_plain(value), ensure_ascii=False, separators=(",", ":")))
        else:
            row.append(value)
    return row


def from_row(kind: type[Record], row: tuple[Any, ...]) -> Record:
    """Return the record that a row keeps."""
    values: dict[str, Plain] = {}
    position, any_kind = 0, cast("Any", kind)
    for column in columns(any_kind):
        value = row[position]
        if column.how == "span":
            end = row[position + 1]
            values[column.field] = None if value is None else {"start": value, "end": end}
            position += 1
        elif column.how == "json" and value is not None:
            values[column.field] = json.loads(value)
        else:
            values[column.field] = bool(value) if _is_flag(kind, column) and value is not None else value
        position += 1
    return from_plain(kind, values)


def _is_flag(kind: type, column: Column) -> bool:
    return field_types(kind)[column.field] is bool
