"""The annotation contract: each report marked by itself, one JSON object a line."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.commands.building import standard_input
from onrecord.commands.messages import progress, say_problems
from onrecord.exports import annotate
from onrecord.linking import link
from onrecord.reading import read_sources
from onrecord.records import Document, Marks, Problem
from onrecord.running import is_marked, mark_document


def print_annotations(sources: Sequence[str], ignore_published: bool, given: str | None, link_rows: bool) -> int:
    """Print the marks of each report; return 1 when one could not be read or marked."""
    problems: list[Problem] = []
    with progress() as tell:
        for number, intake in enumerate(read_sources(sources, standard_input(sources)), start=1):
            problems.extend(intake.problems)
            for document, marks in _marked(intake.documents):
                problems.extend(marks.problems)
                _print_one(replace(document, published=None) if ignore_published else document, marks)
            tell("annotating", number, None)
    say_problems(problems)
    return 1 if problems else 0


def _print_one(document: Document, marks: Marks) -> None:
    things = link([document], [marks], ())
    name = document.uri.rpartition("#")[2]
    sys.stdout.write(json.dumps(annotate(name, document, marks, things), ensure_ascii=False) + "\n")


def _marked(documents: Sequence[Document]) -> Iterator[tuple[Document, Marks]]:
    """The documents with their marks; a report in another language has none, and is printed all the same."""
    for document in documents:
        if is_marked(document):
            yield document, mark_document(document)
        else:
            yield document, Marks(document=document.id)
