"""What one source gives: the bytes as published, the reports in them, and what could not be read."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.identity import document_id
from onrecord.reading.details import Details
from onrecord.reading.doubts import Doubt, make_problem
from onrecord.reading.languages import doubt_language, find_language
from onrecord.records import Capture, Document, Problem

_LONE_HALF = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """One capture with the documents read from it and the problems met; a file that cannot be opened has none."""

    capture: Capture | None
    documents: tuple[Document, ...] = ()
    problems: tuple[Problem, ...] = ()


def make_capture(uri: str, content: bytes, media_type: str, encoding: str | None) -> Capture:
    """Keep bytes as they were published, with their digest."""
    digest = hashlib.sha256(content).hexdigest()
    return Capture(digest=digest, uri=uri, media_type=media_type, encoding=encoding, content=content)


def take_in(capture: Capture, text: str | None, details: Details, doubts: Sequence[Doubt] = ()) -> Intake:
    """Make a document of a text and its details, and a problem of each doubt; without text there is no document."""
    doubts = (*doubts, *details.doubts)
    if text is None or not text.strip():
        doubts = doubts if doubts and text is None else (*doubts, _no_text())
        return Intake(capture=capture, problems=tuple(make_problem(capture.uri, doubt) for doubt in doubts))
    language = find_language(text)
    foreign = doubt_language(language)
    identity = document_id(capture.uri)
    document = Document(
        id=identity,
        uri=capture.uri,
        capture=capture.digest,
        text=text,
        language=language,
        title=details.title,
        outlet=details.outlet,
        byline=details.byline,
        dateline=details.dateline,
        url=details.url,
        published=details.published,
        debris=details.debris,
    )
    doubts = (*doubts, foreign) if foreign else doubts
    problems = tuple(make_problem(capture.uri, doubt, identity) for doubt in doubts)
    return Intake(capture=capture, documents=(document,), problems=problems)


def replace_half_characters(text: str) -> tuple[str, tuple[Doubt, ...]]:
    """Replace halves of surrogate pairs, which no file can hold, one for one, and say that there were some."""
    halves = len(_LONE_HALF.findall(text))
    if not halves:
        return text, ()
    doubt = Doubt(
        message=f"has {halves} broken characters (halves of surrogate pairs), shown as \ufffd",
        remedy="Export the report again from where it came from.",
    )
    return _LONE_HALF.sub("\ufffd", text), (doubt,)


def _no_text() -> Doubt:
    return Doubt(message="holds no text", remedy="Save the report's text as plain text and add that.")
