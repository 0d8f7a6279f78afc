"""Since when is she called minister, and in which reports? What nobody dates stays without a day."""

from __future__ import annotations

import pytest

from onrecord.linking import link
from onrecord.records import Interval
from tests.linking.reports import Called, Told, make_marks, make_report

MINISTER = Called("Lena Orlova", role="transport minister")


def attested(*reports: tuple[str, str | None], role: str = "transport minister") -> Interval | None:
    """What a collection attests of Orlova's role; each report is its text and its day."""
    documents = [make_report(f"{number}.txt", text, day) for number, (text, day) in enumerate(reports)]
    marks = [make_marks(d, called=[Called("Lena Orlova", role=role)]) for d in documents]
    (entity,) = link(documents, marks, ()).entities
    (tenure,) = entity.tenures
    assert tenure.role == role
    assert tenure.mentions == entity.mentions
    return tenure.attested


def test_a_role_is_attested_from_the_first_dated_report_to_the_last() -> None:
    text = "The transport minister Lena Orlova spoke."
    days = attested((text, "2031-05-03"), (text, "2031-02-01"), (text, None))
    assert days == Interval(earliest="2031-02-01", latest="2031-05-03")


def test_a_report_without_a_day_attests_none() -> None:
    assert attested(("The transport minister Lena Orlova spoke.", None)) is None


@pytest.mark.parametrize("word", ["former ", "then-", "the late ", "ex-", "incoming "])
def test_what_someone_was_or_will_be_is_not_attested_for_the_day_of_the_report(word: str) -> None:
    assert attested((f"The bridge was opened by {word}transport minister Lena Orlova.", "2031-05-03")) is None
    assert attested(("Lena Orlova spoke.", "2031-05-03"), role=f"{word}minister") is None


@pytest.mark.parametrize(
    ("year", "day"), [("2019-03-01", None), ("2031-03-01", Interval(earliest="2031-05-03", latest="2031-05-03"))]
)
def test_a_sentence_on_an_earlier_year_attests_no_role_of_today(year: str, day: Interval | None) -> None:
    text = "In that year transport minister Lena Orlova left. Rain fell."
    document = make_report("a.txt", text, "2031-05-03")
    marks = make_marks(document, [Told("left", None, day=year)], [MINISTER])
    (entity,) = link([document], [marks], ()).entities
    assert [tenure.attested for tenure in entity.tenures] == [day]
