"""A person's word about a report: it wins over whatever was found in the report."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from onrecord.errors import UsageError
from onrecord.records import Detail, Document, Interval, Publication
from onrecord.store import Note

_PERSON = "person"
_PART = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def apply_notes(documents: Iterable[Document], notes: Sequence[Note]) -> tuple[Document, ...]:
    """Return the documents with the latest word of a person on each field in place of what was found."""
    latest = {(note.document, note.field): note.value for note in notes}
    return tuple(_noted(document, latest) for document in documents)


def _noted(document: Document, latest: dict[tuple[str, str], str | None]) -> Document:
    for field in ("title", "outlet", "url", "published"):
        value = latest.get((document.id, field))
        if value is None:
            continue
        detail = Detail(value=value, span=None, field=f"set {field}", by=_PERSON)
        if field == "published":
            told = Publication(interval=read_interval(value), basis="given", evidence=(detail,))
            document = replace(document, published=told)
        elif field == "title":
            document = replace(document, title=detail)
        elif field == "outlet":
            document = replace(document, outlet=detail)
        else:
            document = replace(document, url=detail)
    return document


def read_interval(words: str) -> Interval:
    """Read a day, month or year ("2031-05-17", "2031-05", "2031"), or two of them with a slash ("2031-05/2031-07").

    An end that is not known is written as two dots ("2031-05/..").

    Raises:
        UsageError: the words are no such date, the day does not exist, or the end comes before the beginning.
    """
    first, slash, last = words.strip().partition("/")
    earliest = None if slash and first == ".." else _bounds(first, words)[0]
    latest = None if slash and last == ".." else _bounds(last if slash else first, words)[1]
    if earliest is None and latest is None:
        raise UsageError(f"{words!r}: one end at least must be a date, as in 2031-05/..")
    if earliest and latest and latest < earliest:
        raise UsageError(f"{words!r}: the end comes before the beginning")
    return Interval(earliest=earliest, latest=latest)


def _bounds(part: str, words: str) -> tuple[str, str]:
    match = _PART.fullmatch(part.strip())
    if not match:
        raise UsageError(f"{words!r} is no date. Write 2031-05-17, 2031-05, 2031, or two of them as 2031-05/2031-07")
    year, month, day = (int(group) if group else None for group in match.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
    except ValueError as error:
        raise UsageError(f"{words!r}: there is no such day") from error
    if day:
        return first.isoformat(), first.isoformat()
    last_month = month or 12
    return first.isoformat(), date(first.year, last_month, calendar.monthrange(first.year, last_month)[1]).isoformat()
