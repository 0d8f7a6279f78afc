"""I want 12.500 read as the rest of the report writes its numbers, and to be told where that is a guess."""

import pytest

from onrecord.figures import find_doubts, find_figures
from onrecord.language import Parser, parse
from onrecord.records import Document


def read(text: str, parser: Parser) -> tuple[list[float | None], list[str]]:
    document = Document(id="d1", uri="file:a.txt", capture="c", text=text, language="en")
    tree = parse(text, parser)
    figures = find_figures(document, tree)
    problems = find_doubts(document, tree, figures)
    assert all(problem.span is not None and problem.span.of(text) in problem.message for problem in problems)
    assert sum(figure.by == "figures.doubtful point" for figure in figures) == len(problems)
    return [figure.value for figure in figures], [problem.message.partition(";")[0] for problem in problems]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The fund paid 12.500 euros to the town.", [12500]),
        ("The fund paid 12.500 \u20ac to the town and hired 1.459 clerks.", [12500, 1459]),
        ("Some 30.000 people marched; unemployment rose to 4,5 percent.", [30000, 4.5]),
        ("The road is 12.345 km long and cost 1.200.000 crowns.", [12345, 1200000]),
        ("The road is 12.345 km long and cost 3.5 million dollars.", [12.345, 3500000]),
        ("The road is 12.345 km long and 1,200 men built it.", [12.345, 1200]),
        ("He paid 12.500,75 euros.", [12500.75]),
        ("Some 12.500 people fled and 30.000 homes burned.", [12500, 30000]),
        ("Diesel costs 1.459 euros a litre.", [1.459]),
        ("The rate is 4.125 percent.", [4.125]),
        ("They sold 1.250 million tonnes.", [1250000]),
        ("They sold 1.25 tonnes.", [1.25]),
    ],
)
def test_the_report_tells(text: str, values: list[float], parser: Parser) -> None:
    assert read(text, parser) == (values, [])


@pytest.mark.parametrize(
    ("text", "values", "doubts"),
    [
        ("About 12.500 people came.", [12500], ["12.500 was read as 12,500"]),
        ("The road is 12.345 km long.", [12.345], ["12.345 was read as 12.345"]),
        ("About 12.500 people came; 1,200 were fed.", [12500, 1200], ["12.500 was read as 12,500"]),
        (
            "They paid 1.200.000 crowns, 4.5 percent more, for 3.142 metres.",
            [1200000, 4.5, 3.142],
            ["3.142 was read as 3.142"],
        ),
    ],
)
def test_a_guess_is_told(text: str, values: list[float], doubts: list[str], parser: Parser) -> None:
    assert read(text, parser) == (values, doubts)


def test_versions_and_dates_are_no_doubts(parser: Parser) -> None:
    assert read("Version 3.142 came on 12.500.2031.", parser) == ([], [])
