"""A user says: "the page has no date, but it calls her president: so when can it have been written?"."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.linking.dates import link_dates
from onrecord.linking.terms import Terms, bound_by_terms, load_terms, read_terms
from onrecord.records import Document, Expression, Interval, Marks, Mention, Named, Publication, Sentence, Span, Timex

TABLE = """country\toffice\tname\tfrom\tto
*\tany\treach of running terms\t2032-01-01\t2037-01-01
Korva\tpresident\tQuell, Ada\t2020-05-01\t2026-05-01
Korva\tpresident\tMarsh, Ivo\t2026-05-01\t2030-05-01
Korva\tprime minister\tMarsh, Ivo\t2022-01-01\t2023-01-01
Korva\tprime minister\tMarsh, Ivo\t2025-01-01\t2026-05-01
Dornia\tpresident\tMarsh, Ella\t2011-01-01\t2015-01-01
Dornia\tpresident\tOrrin, Lev\t2031-01-28\t
"""
TERMS = read_terms(TABLE)


def told(text: str, *called: tuple[str | None, str]) -> tuple[Document, Marks]:
    """Make a report in which each (role, name) is a mention; a role of `None` is a bare name."""
    mentions = []
    for role, name in called:
        start = text.index(name)
        named = Named(name=role, span=Span(start=text.index(role), end=text.index(role) + len(role))) if role else None
        span = Span(start=start, end=start + len(name))
        mentions.append(Mention(id=name, document="d", span=span, kind="person", name=name, role=named, by="test"))
    ends = [i + 1 for i, c in enumerate(text) if c == "."]
    parts = [Span(start=a, end=b) for a, b in zip([0, *ends], [*ends, len(text)], strict=True)]
    sentences = tuple(Sentence(id=str(s.start), document="d", span=s) for s in parts)
    document = Document(id="d", uri="dorn.txt", capture="c", text=text, language="en")
    return document, Marks(document="d", mentions=tuple(mentions), sentences=sentences)


def bounds(text: str, *called: tuple[str | None, str]) -> tuple[str | None, str | None] | None:
    found = bound_by_terms(*told(text, *called), TERMS)
    return (found.interval.earliest, found.interval.latest) if found else None


@pytest.mark.parametrize(
    ("text", "role", "name", "expected"),
    [
        ("Korvan President Ada Quell is calm.", "Korvan President", "Ada Quell", ("2020-05-01", "2026-05-01")),
        ("Korvan President Quell is calm.", "Korvan President", "Quell", ("2020-05-01", "2026-05-01")),
        ("Korvan President Oona Quell is calm.", "Korvan President", "Oona Quell", None),
        ("Korvan President Adda Quell is calm.", "Korvan President", "Adda Quell", ("2020-05-01", "2026-05-01")),
        ("Ada Quell, president of Korva, is calm.", "president of Korva", "Ada Quell", ("2020-05-01", "2026-05-01")),
        ("Prime Minister Ivo Marsh is calm.", "Prime Minister", "Ivo Marsh", ("2022-01-01", "2026-05-01")),
        ("President Marsh is calm.", "President", "Marsh", ("2011-01-01", "2030-05-01")),
        ("Dornian President Marsh is calm.", "Dornian President", "Marsh", ("2011-01-01", "2015-01-01")),
        ("Ada Quell of Korva is calm.", None, "Ada Quell", ("2020-05-01", "2026-05-01")),
        ("Ada Quell of Dornia is calm.", None, "Ada Quell", None),
        ("Quell of Korva is calm.", None, "Quell", None),
        ("Ada Quell is calm.", None, "Ada Quell", None),
        ("Former President Ada Quell is calm.", "President", "Ada Quell", None),
        ("The then-President Ada Quell is calm.", "President", "Ada Quell", None),
        ("The ex-Korvan President Ada Quell is calm.", "President", "Ada Quell", None),
        ("They want a President Ada Quell.", "President", "Ada Quell", None),
        ("President-elect Ada Quell is calm.", "President", "Ada Quell", None),
        ("Deputy Prime Minister Ivo Marsh is calm.", "Deputy Prime Minister", "Ivo Marsh", None),
        ("Ada Quell, aunt of President Marsh, is calm.", "aunt of President Marsh", "Ada Quell", None),
        ("Under President Ada Quell it was calm.", "President", "Ada Quell", ("2020-05-01", None)),
        ("Dornian President Lev Orrin is calm.", "Dornian President", "Lev Orrin", ("2031-01-28", None)),
        ("President Una Odd is calm.", "President", "Una Odd", None),
    ],
)
def test_an_office_bounds_the_day(
    text: str, role: str | None, name: str, expected: tuple[str | None, str | None] | None
) -> None:
    assert bounds(text, (role, name)) == expected


def test_two_offices_bound_it_together() -> None:
    text = "Korvan President Ada Quell met Prime Minister Ivo Marsh."
    called = [("Korvan President", "Ada Quell"), ("Prime Minister", "Ivo Marsh")]
    assert bounds(text, *called) == ("2022-01-01", "2026-05-01")


def test_offices_that_exclude_each_other_leave_the_later_beginning() -> None:
    text = "Korvan President Ada Quell is unlike Dornian President Ella Marsh."
    called = [("Korvan President", "Ada Quell"), ("Dornian President", "Ella Marsh")]
    assert bounds(text, *called) == ("2020-05-01", None)


def test_an_office_beside_a_year_was_held_then() -> None:
    document, marks = told("President Ada Quell met us in 2021.", ("President", "Ada Quell"))
    marks = Marks(document="d", mentions=marks.mentions, sentences=marks.sentences, timexes=(_year(document, "2021"),))
    found = bound_by_terms(document, marks, TERMS)
    assert found is not None
    assert found.interval == Interval(earliest="2020-05-01", latest=None)


def _year(document: Document, words: str, value: str | None = None, direction: str = "before") -> Timex:
    start = document.text.index(words)
    expression = Expression(value=value or words, direction="before")
    if (value or words).startswith("X"):
        expression = Expression(value=value, anchor="publication", direction="before")
    span = Span(start=start, end=start + len(words))
    return Timex(id=words, document="d", span=span, type="DATE", expression=expression, by="test")


def publication(document: Document, marks: Marks, floor: str | None = None) -> Publication:
    (dated,), _ = link_dates([document], [marks], {"d": floor} if floor else None, TERMS)
    return dated.publication


def test_the_office_is_the_evidence() -> None:
    found = publication(*told("Korvan President Ada Quell is calm.", ("Korvan President", "Ada Quell")))
    assert (found.basis, found.interval) == ("inferred", Interval(earliest="2020-05-01", latest="2026-05-01"))
    (detail,) = found.evidence
    assert detail.value == "Korvan President Ada Quell"
    assert detail.by == "linking terms: Korva, president, 2020-05-01 to 2026-05-01"


def test_what_it_retells_and_the_office_bound_it_together() -> None:
    found = publication(*told("President Ada Quell is calm.", ("President", "Ada Quell")), "2021-06-24")
    assert found.interval == Interval(earliest="2021-06-24", latest="2026-05-01")
    assert [detail.field for detail in found.evidence] == [None, "retelling"]


def test_a_text_that_tells_of_later_days_is_no_older_than_they() -> None:
    document, marks = told("President Ada Quell was calm. It was closed in 2031.", ("President", "Ada Quell"))
    marks = Marks(document="d", mentions=marks.mentions, sentences=marks.sentences, timexes=(_year(document, "2031"),))
    assert publication(document, marks).interval == Interval(earliest="2031-01-01", latest=None)


def test_a_running_term_only_chooses_between_years() -> None:
    text = "Dornian President Lev Orrin was calm on September 14, a Wednesday."
    document, marks = told(text, ("Dornian President", "Lev Orrin"))
    assert publication(document, marks).interval == Interval(earliest="2031-01-28", latest=None)
    times = (_year(document, "September 14", "XXXX-09-14"), _year(document, "Wednesday", "XXXX-WXX-3"))
    marks = Marks(document="d", mentions=marks.mentions, sentences=marks.sentences, timexes=times)
    found = publication(document, marks)
    assert found.interval == Interval(earliest="2033-09-14", latest="2033-09-20")
    office, reach = found.evidence[-2:]
    assert office.by.startswith("linking terms: Dornia")
    assert "where the table ends" in reach.by


def test_nothing_known_stays_unknown() -> None:
    found = publication(*told("The mill is calm."))
    assert (found.interval, found.evidence) == (Interval(earliest=None, latest=None), ())


def test_the_table_holds_days_in_order_and_nobody_twice_at_once() -> None:
    table: Terms = load_terms()
    rows = [row for held in table.holders.values() for row in held]
    assert len(rows) > 400
    for row in rows:
        assert date.fromisoformat(row.first) < date.fromisoformat(row.last or table.horizon)
        same = [
            r
            for r in rows
            if (r.country, r.office, r.family, r.given) == (row.country, row.office, row.family, row.given)
        ]
        assert all(r is row or r.first >= (row.last or "9999") or (r.last or "9999") <= row.first for r in same)


CHIEFS = """country\toffice\tname\tfrom\tto
*\tany\treach of running terms\t2032-01-01\t2037-01-01
Germany\tprime minister\tMarsh, Ada\t2020-05-01\t2026-05-01
Canada\tprime minister\tOrrin, Lev\t2011-01-01\t2015-01-01
Korva\tpresident\tQuell, Ivo B. C.\t1989-01-20\t1993-01-20
Korva\tpresident\tQuell, Ivo C.\t2001-01-20\t2009-01-20
Korva\tprime minister\tQuell, Ivo\t1981-01-20\t1985-01-20
"""


@pytest.mark.parametrize(
    ("role", "name", "periods"),
    [
        ("Chancellor", "Ada Marsh", [("2020-05-01", "2026-05-01")]),
        ("Chancellor", "Lev Orrin", []),
        ("Premier", "Orrin", []),
        ("Prime Minister", "Orrin", [("2011-01-01", "2015-01-01")]),
        ("Premier", "Ivo Quell", [("1981-01-20", "1985-01-20")]),
        ("President", "Ivo C. Quell", [("2001-01-20", "2009-01-20")]),
        ("President", "Ivo B.C. Quell", [("1989-01-20", "1993-01-20")]),
        ("President", "Ivo Quell", [("1989-01-20", "1993-01-20"), ("2001-01-20", "2009-01-20")]),
    ],
)
def test_a_title_or_an_initial_tells_namesakes_apart(
    role: str, name: str, periods: list[tuple[str, str | None]]
) -> None:
    document, marks = told(f"{role} {name} rode out.", (role, name))
    found = bound_by_terms(document, marks, read_terms(CHIEFS))
    assert [period for tenure in (found.tenures if found else ()) for period in tenure.periods] == periods
