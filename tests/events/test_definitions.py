"""I look a root or a modality up, and its example is read as it says."""

import csv
from importlib.resources import files
from typing import get_args

import pytest

from onrecord.events.knowledge import load_knowledge
from onrecord.language import Parser
from onrecord.records import Modality
from tests.events.test_events import events


def table(name: str) -> list[list[str]]:
    with (files("onrecord.events") / name).open(encoding="utf-8") as lines:
        return list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]


def rows(name: str) -> list[tuple[str, str]]:
    return [(row[0], row[2]) for row in table(name)]


@pytest.mark.parametrize(("root", "example"), rows("roots.tsv"))
def test_the_example_of_a_root_has_that_root(root: str, example: str, parser: Parser) -> None:
    assert root in [event.type for event in events(example, parser)]


@pytest.mark.parametrize(("modality", "example"), rows("standings.tsv"))
def test_the_example_of_a_modality_has_that_modality(modality: str, example: str, parser: Parser) -> None:
    assert modality in [event.modality for event in events(example, parser)]


@pytest.mark.parametrize("example", [row[4] for row in table("other_readings.tsv")])
def test_the_example_of_another_reading_tells_of_no_event(example: str, parser: Parser) -> None:
    assert events(example, parser) == ()


def test_every_root_and_modality_is_defined_and_no_table_names_another() -> None:
    known = load_knowledge()
    roots = {root for root, _ in rows("roots.tsv")}
    rows_of_senses = [*known.verbs.values(), *known.nouns.values(), *known.adjectives.values()]
    used = {sense.root for senses in rows_of_senses for sense in senses}
    assert used | {outcome.root for outcome in known.outcomes} == roots
    assert [modality for modality, _ in rows("standings.tsv")] == list(get_args(Modality))


def test_every_set_that_a_sense_names_is_there() -> None:
    lines = (files("onrecord.events") / "senses.tsv").read_text(encoding="utf-8").splitlines()
    named = {word[1:] for line in lines for word in line.split("\t")[6].lstrip("!").split() if word.startswith("@")}
    named |= {word[1:] for row in table("other_readings.tsv") for word in row[3].split() if word.startswith("@")}
    assert named <= set(load_knowledge().sets)
