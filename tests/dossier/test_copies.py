"""Two papers printed one text: show me its words once, and tell me that both carry them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.dossier.catalogue import Catalogue, Report, catalogue_story
from onrecord.dossier.copies import fold_copies
from onrecord.dossier.passages import Passage, find_passage
from onrecord.records import CopyFamily, Document, Marks
from tests.dossier.builders import at, sentences
from tests.dossier.stories import tell_small_story

WORDS = "the wall would hold"


def tell_copies(*texts: str, copied: bool = True) -> Catalogue:
    """A story of reports with given texts, all of them copies of one, or none."""
    story = tell_small_story()
    first = story.documents[0]
    documents = tuple(replace(first, id=f"d{n}", uri=f"{n}.txt", text=text) for n, text in enumerate(texts))
    family = CopyFamily(
        id="C1", members=tuple(d.id for d in documents), reports=len(documents), independent_texts=1, why=""
    )
    marks = tuple(Marks(document=d.id, sentences=sentences(d)) for d in documents)
    things = replace(story.things, copies=(family,) if copied else ())
    return catalogue_story(replace(story, documents=documents, marks=marks, things=things))


def fold(catalogue: Catalogue, who: tuple[str, ...] = ()) -> list[tuple[int, list[int]]]:
    passages = [(named, passage_of(catalogue, report.document)) for named, report in named_reports(catalogue, who)]
    folded = fold_copies(catalogue, passages, lambda one: one)
    return [(passage.report.number, [report.number for report in also]) for (_, passage), also in folded if passage]


def named_reports(catalogue: Catalogue, who: tuple[str, ...]) -> list[tuple[str, Report]]:
    reports = list(catalogue.reports.values())
    return list(zip(who or ("Dahl",) * len(reports), reports, strict=True))


def passage_of(catalogue: Catalogue, document: Document) -> Passage | None:
    return find_passage(catalogue, document.id, [at(document.text, WORDS)], None)


@pytest.mark.parametrize(
    ("texts", "folded"),
    [
        ((f"Dahl said {WORDS}.", f"Dahl said {WORDS}."), [(1, [2])]),
        ((f"Dahl said {WORDS}.", f"Dahl  said {WORDS}."), [(1, [2])]),
        ((f"Dahl said {WORDS}.", f"Dahl said {WORDS}.", f"Dahl said {WORDS}."), [(1, [2, 3])]),
        ((f"Dahl said {WORDS}.", f"Dahl said {WORDS}, but not for long."), [(1, []), (2, [])]),
    ],
)
def test_copies_that_read_alike_are_shown_once(texts: tuple[str, ...], folded: list[tuple[int, list[int]]]) -> None:
    assert fold(tell_copies(*texts)) == folded


def test_reports_that_are_no_copies_are_voices_of_their_own() -> None:
    assert fold(tell_copies(f"He said {WORDS}.", f"He said {WORDS}.", copied=False)) == [(1, []), (2, [])]


def test_two_speakers_are_never_one() -> None:
    copies = tell_copies(f"He said {WORDS}.", f"He said {WORDS}.")
    assert fold(copies, who=("Dahl", "Orlova")) == [(1, []), (2, [])]


def test_what_one_report_says_twice_stands_twice_and_what_has_no_words_is_kept() -> None:
    catalogue = tell_copies(f"He said {WORDS}.", "Nothing else.")
    twice = [("Dahl", passage_of(catalogue, catalogue.story.documents[0]))] * 2
    assert len(fold_copies(catalogue, [*twice, ("Dahl", None), ("Dahl", None)], lambda one: one)) == 4
