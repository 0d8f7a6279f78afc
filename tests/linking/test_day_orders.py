"""A user says: "03/04 is April with this paper: it printed 25/03 the week before"."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.language import Parser, parse
from onrecord.linking.dates import link_dates
from onrecord.records import Detail, Document, Marks
from onrecord.times import find_timexes


def report(number: int, text: str, outlet: str | None) -> Document:
    document = Document(id=f"d{number}", uri=f"{number}.txt", capture="c", text=text, language="en")
    named = Detail(value=outlet, span=None, field=None, by="test") if outlet else None
    return replace(document, outlet=named)


def read(reports: list[Document], parser: Parser) -> list[tuple[str | None, str]]:
    marks = [Marks(document=one.id, timexes=find_timexes(one, parse(one.text, parser))) for one in reports]
    return [(reading.value, reading.evidence) for reading in link_dates(reports, marks)[1]]


OPEN = "The mill burned on 03/04/2031."


@pytest.mark.parametrize(
    ("texts", "value"),
    [
        ([("It fell on 25/03/2031.", "Dorn Post")], "2031-04-03"),
        ([("It fell on 03/25/2031.", "Dorn Post")], "2031-03-04"),
        ([("It fell on 05/03/2031. On 5 March 2031 it fell.", "DORN POST")], "2031-04-03"),
        ([("It fell on 25/03/2031.", "Orla Times")], "2031-XX-XX"),
        ([("It fell on 25/03/2031. It rose on 03/25/2031.", "Dorn Post")], "2031-XX-XX"),
        ([("It fell on 25/03/2031.", "Dorn Post"), ("It rose on 03/25/2031.", "Dorn Post")], "2031-XX-XX"),
        ([("It fell on 5 March 2031.", "Dorn Post")], "2031-XX-XX"),
        ([], "2031-XX-XX"),
    ],
)
def test_the_other_reports_of_an_outlet_prove_the_order(
    texts: list[tuple[str, str]], value: str, parser: Parser
) -> None:
    others = [report(number, text, outlet) for number, (text, outlet) in enumerate(texts, 2)]
    found, evidence = read([report(1, OPEN, "Dorn Post"), *others], parser)[0]
    assert found == value
    assert (evidence == "the order of its outlet's other dates") == (value != "2031-XX-XX")


def test_without_an_outlet_nothing_is_proved(parser: Parser) -> None:
    reports = [report(1, OPEN, None), report(2, "It fell on 25/03/2031.", None)]
    assert read(reports, parser)[0][0] == "2031-XX-XX"
