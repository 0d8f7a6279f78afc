"""Compares invented reports, for the tests of this room."""

from __future__ import annotations

from onrecord.accounts import compare
from onrecord.linking import link
from onrecord.records import Accounts, Document, Marks
from tests.linking.reports import Called, Told, make_marks, make_report

PEOPLE = [Called("Lena Orlova", role="Korvan minister"), Called("Marek Brandt", role="Brelian minister")]


INTRODUCTIONS = {
    "a.txt": "Korvan minister Lena Orlova met Brelian minister Marek Brandt in Korva, not in Brelia.",
    "b.txt": "From Brelia to Korva: yesterday Marek Brandt, the Brelian one, received the Korvan one, Lena Orlova.",
}


def speech(uri: str, *told: tuple[str, Told], day: str | None = None) -> tuple[Document, Marks]:
    """Return a report of one line for each saying, with the Korvan and the Brelian minister as its people."""
    lines = [f"{said.speaker} {said.cue}, {said.words}, {rest}." for rest, said in told]
    text = "\n".join([INTRODUCTIONS[uri], *lines])
    document = make_report(uri, text, day)
    marks = make_marks(document, [said for _, said in told], PEOPLE, places=["Korva", "Brelia"])
    return document, marks


def compared(*reports: tuple[Document, Marks]) -> Accounts:
    documents = [document for document, _ in reports]
    marks = [found for _, found in reports]
    return compare(documents, marks, link(documents, marks, ()))
