"""Reads the invented stories of this room as a user would, with the marks that the rooms below make."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from onrecord.accounts import compare
from onrecord.accounts.sayings import Collection, gather
from onrecord.linking import link
from onrecord.marking import load_knowledge, mark
from onrecord.reading import read_sources
from onrecord.records import Accounts, Discrepancy, Document, Marks, NamedIssue, Things
from tests.linking.reports import make_report

STORIES = Path(__file__).parent / "stories"


@cache
def read_story(name: str) -> tuple[tuple[Document, ...], tuple[Marks, ...], Things]:
    documents = tuple(d for intake in read_sources([str(STORIES / name)]) for d in intake.documents)
    marks = tuple(mark(document, load_knowledge()) for document in documents)
    return documents, marks, link(documents, marks, ())


@cache
def compare_texts(*reports: tuple[str, str]) -> Accounts:
    """Return what reports say beside each other, each given by its day and its text, with marks of our own rooms."""
    documents = tuple(make_report(f"{n}.txt", text, day or None) for n, (day, text) in enumerate(reports))
    marks = tuple(mark(document, load_knowledge()) for document in documents)
    return compare(documents, marks, link(documents, marks, ()))


@cache
def gather_texts(*reports: tuple[str, str]) -> Collection:
    """Return what reports say, each given by its day and its text, with marks of our own rooms."""
    documents = tuple(make_report(f"{n}.txt", text, day or None) for n, (day, text) in enumerate(reports))
    marks = tuple(mark(document, load_knowledge()) for document in documents)
    return gather(documents, marks, link(documents, marks, ()))


@cache
def compare_story(name: str, asked: tuple[NamedIssue, ...] = ()) -> Accounts:
    documents, marks, things = read_story(name)
    return compare(documents, marks, things, asked)


def sides_of(found: Discrepancy) -> list[set[str]]:
    """Return the speakers of each side, by their last names."""
    return [{(member.speaker or "the report").split()[-1] for member in side.members} for side in found.sides]
