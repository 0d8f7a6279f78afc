""" "What I stored comes back as it was, every record of every kind.\""""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.records import Accounts, Document, Figure, Marks, Named, Span, Things
from onrecord.store import Part, open_story, read_marks, read_records, write_intake, write_marks, write_results
from onrecord.store.codec import from_plain, to_plain
from onrecord.store.tables import RESULT_TABLES, TABLES, column_names, from_row, to_row
from tests.store.stories import CAPTURE, document

st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))
st.register_type_strategy(int, st.integers(-(2**62), 2**62))
st.register_type_strategy(str, st.text(st.characters(exclude_categories=["Cs"]), max_size=20))


@pytest.mark.parametrize("kind", TABLES.values(), ids=lambda kind: kind.__name__)
def test_every_record_survives_plain_values_and_rows(kind: type) -> None:
    @settings(max_examples=25, suppress_health_check=list(HealthCheck), deadline=None)
    @given(record=st.from_type(kind))
    def survives(record: Any) -> None:
        assert from_plain(kind, to_plain(record)) == record
        row = to_row(record)
        assert len(row) == len(column_names(kind))
        assert from_row(kind, tuple(row)) == record

    survives()


def test_a_record_holds_only_values() -> None:
    with pytest.raises(TypeError, match="may not hold object"):
        to_plain(object())


def test_a_type_that_cannot_come_back_is_refused() -> None:
    with pytest.raises(TypeError, match="no way back"):
        from_plain(complex, 1)


@settings(max_examples=15, suppress_health_check=list(HealthCheck), deadline=None)
@given(data=st.data())
def test_what_was_linked_comes_back_in_its_order(data: st.DataObject, tmp_path_factory: pytest.TempPathFactory) -> None:
    things = data.draw(st.from_type(Things).filter(_distinct))
    path = tmp_path_factory.mktemp("story") / "a.db"
    with open_story(path, create=True) as story:
        write_results(story, things, Accounts(), [], "key")
        for table in ("entities", "statements", "quantities", "copies", "judgements"):
            assert read_records(story, RESULT_TABLES[table]) == getattr(things, table)


def _distinct(things: Things) -> bool:
    groups = [things.entities, things.statements, things.quantities, things.events, things.copies, things.judgements]
    return (
        all(len({item.id for item in group}) == len(group) for group in groups)  # type: ignore[attr-defined]
        and len({r.timex for r in things.readings}) == len(things.readings)
        and len({p.document for p in things.publications}) == len(things.publications)
    )


def test_marks_come_back_and_carry_their_words(tmp_path: Path) -> None:
    report = document("a.txt", "Korva: 36 people were hurt in Morlan, Orlova said.")
    marks = Marks(document=report.id, figures=(_figure(report),))
    with open_story(tmp_path / "a.db", create=True) as story:
        write_intake(story, [CAPTURE], [report], [])
        write_marks(story, [Part(document=report, marks=marks, key="key")])
        assert read_marks(story, report.id) == marks
        words = story.connection.execute("SELECT slot, words FROM slots ORDER BY start").fetchall()
    assert words == [("span", "36"), ("of", "people")]


def test_a_mark_outside_its_text_is_never_stored(tmp_path: Path) -> None:
    report = document("a.txt", "Korva: 36 people.")
    marks = Marks(document=report.id, figures=(_figure(report, end=40),))
    with open_story(tmp_path / "a.db", create=True) as story:
        write_intake(story, [CAPTURE], [report], [])
        with pytest.raises(ValueError, match="is not in the text"):
            write_marks(story, [Part(document=report, marks=marks, key="key")])
        assert read_marks(story, report.id) == Marks(document=report.id)


def _figure(report: Document, end: int = 9) -> Figure:
    return Figure(
        id="f1",
        document=report.id,
        span=Span(start=7, end=end),
        value=36.0,
        high=36.0,
        operator="exact",
        unit="person",
        measure="dead",
        of=Named(name="people", span=Span(start=10, end=16)),
        place=None,
        as_of=None,
        status="reported",
        claimants=(),
        attribution=None,
        by="rule",
    )
