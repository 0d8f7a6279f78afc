"""Through whom did it come, step by step, and how many texts stand behind each step?"""

from __future__ import annotations

from dataclasses import replace

from onrecord.exports import Row, view_rows
from onrecord.linking import link
from onrecord.records import Accounts, CopyFamily, Detail, Story
from tests.linking.reports import Called, Told, make_marks, make_report

TEXT = "Lena Orlova said the dam holds, Ost wrote."


def story(copied: bool) -> Story:
    told = Told("the dam holds", "Lena Orlova", via="Ost")
    outlet = Detail(value="Dorn Press", span=None, field=None, by="test")
    documents = [replace(make_report(f"{n}.txt", TEXT), outlet=outlet if n else None) for n in range(3)]
    marks = tuple(make_marks(d, [told], [Called("Lena Orlova")]) for d in documents)
    things = link(documents, marks, ())
    family = CopyFamily(id="C1", members=tuple(d.id for d in documents), reports=3, independent_texts=1, why="")
    things = replace(things, copies=(family,) if copied else ())
    return Story(
        title="", documents=tuple(documents), marks=marks, things=things, accounts=Accounts(), problems=(), version="1"
    )


def steps(copied: bool = False) -> dict[tuple[object, object], Row]:
    return {(row["from"], row["to"]): row for row in view_rows(story(copied), "sources")}


def test_each_step_of_a_chain_is_a_row() -> None:
    assert steps().keys() == {
        ("Lena Orlova", "Ost"), ("Ost", "Dorn Press"), ("Ost", "(outlet not known)")
    }  # fmt: skip


def test_a_step_counts_reports_and_the_texts_that_are_their_own() -> None:
    first = steps()["Lena Orlova", "Ost"]
    assert (first["reports"], first["independent_texts"]) == (3, 3)
    assert first["documents"] == ["0.txt", "1.txt", "2.txt"]
    copied = steps(copied=True)["Lena Orlova", "Ost"]
    assert (copied["reports"], copied["independent_texts"]) == (3, 1)


def test_steps_that_most_statements_took_come_first() -> None:
    counts = [int(str(row["statements"])) for row in view_rows(story(copied=False), "sources")]
    assert counts == sorted(counts, reverse=True)
