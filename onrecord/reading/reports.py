"""Reads sources one after the other, so that thousands of files take no more memory than one."""

from __future__ import annotations

import hashlib
import json
import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import BinaryIO

from onrecord.reading.doubts import Doubt, make_problem
from onrecord.reading.intake import Intake
from onrecord.reading.rows import read_rows
from onrecord.reading.sources import KINDS, Found, Named, check_sources, list_files
from onrecord.reading.texts import read_html, read_text
from onrecord.records import Document, Problem

_LARGEST = 512 * 1024 * 1024
_PAGE_BEGINS = (b"<!doctype html", b"<html", b"<head", b"<body")
_BOM = b"\xef\xbb\xbf"


@dataclass(slots=True)
class _Ledger:
    """What was read in this call: the real paths of files, and the digest of the capture of each document."""

    paths: set[str] = field(default_factory=set)
    captures: dict[str, str] = field(default_factory=dict)


def read_sources(sources: Sequence[str], stdin: BinaryIO | None = None) -> Iterator[Intake]:
    """Read files, folders, patterns and "-" (the stream `stdin`) into captures, documents and problems.

    All sources are found before the first is read; what is wrong with one file after that is a problem in its
    intake, and the rest goes on. A report named twice is read once.

    Raises:
        SourceError: at once, when a named source does not exist, matches nothing, is empty or cannot be opened.
    """
    return _read_all(check_sources(sources, stdin is not None), stdin)


def _read_all(sources: Sequence[Named], stdin: BinaryIO | None) -> Iterator[Intake]:
    ledger = _Ledger()
    for named in sources:
        if named.path is None and stdin is not None:
            intakes = _read_stream(stdin)
            yield from (kept for intake in intakes if (kept := _once(intake, ledger)))
        for found in list_files(named):
            if isinstance(found, Problem):
                yield Intake(capture=None, problems=(found,))
            elif _is_new(found, ledger):
                yield from (kept for intake in _read_file(found) if (kept := _once(intake, ledger)))


def _is_new(found: Found, ledger: _Ledger) -> bool:
    real = os.path.realpath(found.path)
    if real in ledger.paths:
        return False
    ledger.paths.add(real)
    return True


def _once(intake: Intake, ledger: _Ledger) -> Intake | None:
    """Let a document through once; another text under the same name is kept as bytes and said."""
    if not intake.documents or intake.capture is None:
        return intake
    document = intake.documents[0]
    before = ledger.captures.get(document.id)
    if before is None:
        ledger.captures[document.id] = intake.capture.digest
        return intake
    return None if before == intake.capture.digest else Intake(capture=intake.capture, problems=(_same_name(document),))


def _read_file(found: Found) -> Iterator[Intake]:
    try:
        status = found.path.stat()
        if not stat.S_ISREG(status.st_mode):
            yield _unread(found.uri, "is not a regular file", "Add a file that holds the report.")
        elif KINDS[found.path.suffix.lower()] == "rows":
            with found.path.open("rb") as lines:
                yield from read_rows(found.uri, lines)
        elif status.st_size > _LARGEST:
            yield _unread(found.uri, f"is larger than {_LARGEST // 1024 // 1024} MB", "Split it into its reports.")
        else:
            yield _read_bytes(found.uri, found.path.read_bytes(), KINDS[found.path.suffix.lower()])
    except OSError as error:
        yield _unread(found.uri, f"cannot be opened ({error.strerror})", "Look at its permissions and add it again.")


def _read_bytes(uri: str, content: bytes, kind: str) -> Intake:
    return read_html(uri, content) if kind == "html" else read_text(uri, content)


def _read_stream(stream: BinaryIO) -> Iterator[Intake]:
    """Read standard input, as what its content looks like; it has no name, so its digest names it."""
    blank: list[bytes] = []
    line = stream.readline()
    while line and not line.strip(_BOM + b" \t\r\n"):
        blank.append(line)
        line = stream.readline()
    if _is_row(line):
        yield from read_rows("stdin.jsonl", chain(blank, (line,), stream))
        return
    content = b"".join((*blank, line, stream.read()))
    digest = hashlib.sha256(content).hexdigest()[:10]
    begin = content.removeprefix(_BOM).lstrip()[:15].lower()
    page = begin.startswith(_PAGE_BEGINS) or (begin.startswith(b"<?xml") and b"<html" in content[:2000].lower())
    yield _read_bytes(f"stdin-{digest}" + (".html" if page else ".txt"), content, "html" if page else "text")


def _is_row(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line.removeprefix(_BOM)), dict)
    except (ValueError, RecursionError):
        return False


def _same_name(document: Document) -> Problem:
    doubt = Doubt(
        message="another report with this name but other content was read before; this one was kept as bytes only",
        remedy="Give one of the two files another name, or add a folder that holds both.",
    )
    return make_problem(document.uri, doubt, document.id)


def _unread(uri: str, message: str, remedy: str) -> Intake:
    return Intake(capture=None, problems=(make_problem(uri, Doubt(message=message, remedy=remedy)),))
