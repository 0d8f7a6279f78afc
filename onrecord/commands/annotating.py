"""The annotation contract: each report marked by itself, one JSON object a line."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from onrecord.commands.building import standard_input
from onrecord.commands.given import KINDS, take_given
from onrecord.commands.messages import progress, say_problems
from onrecord.commands.showing import nearest
from onrecord.errors import UsageError
from onrecord.exports import Row, annotate
from onrecord.linking import link
from onrecord.reading import read_sources
from onrecord.records import Attribution, Document, Marks, Problem
from onrecord.running import is_marked, mark_document


class Annotating(NamedTuple):
    """How the user wants reports annotated; `given` and `link` are explained in the commands' page."""

    ignore_published: bool = False
    given: str | None = None
    link: bool = False
    least: float | None = None


def print_annotations(sources: Sequence[str], how: Annotating) -> int:
    """Print the marks of each report; return 1 when one could not be read or marked.

    Linked rows are held until all are marked; the others are printed as they are made.
    """
    if how.given is not None and how.given not in KINDS:
        raise UsageError(
            f"--given {how.given!r} is not known.{nearest(how.given, KINDS)} It takes: {', '.join(KINDS)}."
        )
    problems: list[Problem] = []
    held: list[tuple[Document, Marks]] = []
    with progress() as tell:
        for number, (document, marks) in enumerate(_marked(sources, how.given, problems), start=1):
            if how.ignore_published and document.published and document.published.basis == "given":
                document = replace(document, published=None)
            if how.least is not None:
                marks = replace(marks, attributions=_probable(marks.attributions, how.least))
            if how.link:
                held.append((document, marks))
            else:
                _print(_row(document, marks))
            tell("annotating", number, None)
    _print_linked(held)
    say_problems(problems)
    return 1 if problems else 0


def _marked(sources: Sequence[str], given: str | None, problems: list[Problem]) -> Iterator[tuple[Document, Marks]]:
    """The documents with their marks; a report in another language has none, and is printed all the same."""
    for intake in read_sources(sources, standard_input(sources)):
        problems.extend(intake.problems)
        for document in intake.documents:
            marks = mark_document(document) if is_marked(document) else Marks(document=document.id)
            if given and intake.capture:
                marks = take_given(document, marks, given, intake.capture.content)
            problems.extend(marks.problems)
            yield document, marks


def _probable(attributions: Sequence[Attribution], least: float) -> tuple[Attribution, ...]:
    """The attributions that are probable enough; what is nested in one that is not, is left out with it."""
    kept: dict[str, Attribution] = {}
    for attribution in sorted(attributions, key=lambda a: a.parent is not None):
        if (attribution.confidence is None or attribution.confidence >= least) and (
            attribution.parent is None or attribution.parent in kept
        ):
            kept[attribution.id] = attribution
    return tuple(a for a in attributions if a.id in kept)


def _row(document: Document, marks: Marks) -> Row:
    return annotate(document.uri.rpartition("#")[2], document, marks, link([document], [marks], ()))


def _print_linked(held: Sequence[tuple[Document, Marks]]) -> None:
    """Print rows whose events carry the chain that they were linked into, and their span as rows of chains have it."""
    if not held:
        return
    things = link([document for document, _ in held], [marks for _, marks in held], ())
    chains = {mention: event.id for event in things.events for mention in event.mentions}
    for document, marks in held:
        row = annotate(document.uri.rpartition("#")[2], document, marks, things)
        events = row["events"]
        if isinstance(events, list):
            row["events"] = [
                {**event, "span": event["trigger"], "chain": chains.get(mark.id)}
                for event, mark in zip(events, marks.events, strict=True)
                if isinstance(event, dict)
            ]
        _print(row)


def _print(row: Row) -> None:
    sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
