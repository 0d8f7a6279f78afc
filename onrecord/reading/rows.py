"""Reads reports that stand one a line in a JSON Lines file; a bad line is said and the rest goes on."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeAlias

from onrecord.reading.days import read_stamp
from onrecord.reading.decoding import decode, unify_lines
from onrecord.reading.details import Details, date_report, prefer
from onrecord.reading.doubts import Doubt, make_problem, without_spans
from onrecord.reading.intake import Intake, make_capture, replace_half_characters, take_in
from onrecord.reading.plain import find_details
from onrecord.reading.texts import point_at
from onrecord.records import Capture, Detail, Problem

Row: TypeAlias = "dict[str, object]"
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_TYPE = "application/json"
_DATES = ("published", "date", "published_at", "date_published", "datePublished", "publication_date", "pub_date")


def read_rows(uri: str, lines: Iterable[bytes]) -> Iterator[Intake]:
    """Read the rows of a JSON Lines file, each with `id` and `text` and, where known, `title`, `url`, `outlet`,
    `byline` and `published` (an ISO day, month, year or time; `date` and its like are read too).

    A row without an id is named by its line. The capture of a row is its line.
    """
    lines_of: dict[str, int] = {}
    rows = 0
    for number, line in enumerate(lines, start=1):
        if number == 1 and line.startswith(_WIDE):
            yield Intake(capture=make_capture(uri, line, _TYPE, None), problems=(_wide(uri),))
            return
        if line.strip():
            rows += 1
            yield _read_row(uri, number, line, lines_of)
    if not rows:
        yield Intake(capture=make_capture(uri, b"", _TYPE, None), problems=(_empty(uri),))


def _read_row(uri: str, number: int, line: bytes, lines_of: dict[str, int]) -> Intake:
    decoded = decode(line.strip(b"\r\n"), line=number)
    own = f"{uri}#line-{number}"
    capture = make_capture(own, line.rstrip(b"\r\n"), _TYPE, decoded.encoding)
    row = _parse(decoded.text)
    if isinstance(row, Doubt):
        doubts = decoded.doubts or (replace(row, message=f"line {number} {row.message}"),)
        return Intake(capture=capture, problems=tuple(make_problem(own, doubt) for doubt in without_spans(doubts)))
    identity = row.get("id")
    if isinstance(identity, str | int) and not isinstance(identity, bool) and str(identity).strip():
        own = f"{uri}#{replace_half_characters(str(identity).strip())[0]}"
    first = lines_of.setdefault(own, number)
    capture = make_capture(own, capture.content, _TYPE, decoded.encoding)
    if first != number:
        return Intake(capture=replace(capture, uri=f"{uri}#line-{number}"), problems=(_same_id(own, first, number),))
    return _take_row(capture, number, row, without_spans(decoded.doubts))


def _parse(text: str | None) -> Row | Doubt:
    remedy = 'Each line must be one object, such as {"id": "1", "text": "..."}; mend the line and add the file again.'
    try:
        row = json.loads(text or "")
    except RecursionError:
        return Doubt(message="is nested too deeply", remedy=remedy)
    except ValueError as error:
        return Doubt(message=f"is not JSON ({error})", remedy=remedy)
    return row if isinstance(row, dict) else Doubt(message="is not an object", remedy=remedy)


def _take_row(capture: Capture, number: int, row: Row, doubts: tuple[Doubt, ...]) -> Intake:
    text = row.get("text")
    if not isinstance(text, str) or not text.strip():
        names = ", ".join(f'"{name}"' for name in list(row)[:12]) or "nothing"
        message = f'line {number} has no "text"; it has {names}'
        return take_in(capture, None, Details(), (Doubt(message=message, remedy='Name the field of the text "text".'),))
    text, broken = replace_half_characters(unify_lines(text))
    given = _read_details(text, number, row)
    return take_in(capture, text, prefer(given, find_details(text)), (*doubts, *broken))


def _read_details(text: str, number: int, row: Row) -> Details:
    details = Details(
        title=point_at(text, _given(row, "title")),
        outlet=_given(row, "outlet"),
        byline=_given(row, "byline"),
        url=_given(row, "url"),
    )
    date = next((given for name in _DATES if (given := _given(row, name))), None)
    stamp = read_stamp(date.value) if date else None
    if date is None or stamp is None:
        return replace(details, doubts=_unread_date(number, row))
    published, _ = date_report([(date, stamp)], "given")
    return replace(details, published=published)


def _given(row: Row, name: str) -> Detail | None:
    value = row.get(name)
    if not isinstance(value, str) or not value.strip():
        return None
    return Detail(value=replace_half_characters(" ".join(value.split()))[0], span=None, field=name, by="given")


def _unread_date(number: int, row: Row) -> tuple[Doubt, ...]:
    value = next((row[name] for name in _DATES if row.get(name) not in (None, "")), None)
    if value is None:
        return ()
    message = f"line {number} has a date that cannot be read: {json.dumps(value)[:80]}"
    return (Doubt(message=message, remedy='Write "published" as 2031-02-05 or 2031-02-05T10:00:00+01:00.'),)


def _same_id(uri: str, first: int, number: int) -> Problem:
    message = f"line {number} has the id of line {first}; only the first was read"
    return make_problem(uri, Doubt(message=message, remedy="Give each row an id of its own and add the file again."))


def _wide(uri: str) -> Problem:
    doubt = Doubt(message="is in UTF-16; JSON Lines are UTF-8", remedy="Save the file as UTF-8 and add it again.")
    return make_problem(uri, doubt)


def _empty(uri: str) -> Problem:
    return make_problem(uri, Doubt(message="holds no rows", remedy="Save or export the file again."))
