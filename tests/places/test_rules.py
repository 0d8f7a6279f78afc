"""A capitalised word is a place name when its surroundings say so: a rule fires on one sentence, not on another."""

import pytest

from onrecord.language import Parser, parse
from onrecord.places.detection import load_rules, look
from onrecord.places.gazetteer import load_gazetteer, read_table
from onrecord.places.spotting import Spot
from onrecord.places.view import View
from tests.marked import read_marked

RULES = {rule.__name__: rule for rule, _ in load_rules()}
ROWS = list(read_table("rules.tsv"))


def seen(line: str, parser: Parser) -> tuple[View, Spot]:
    text, [(_, start, end)] = read_marked(line)
    view = look(parse(text, parser), load_gazetteer())
    spots = [spot for spot in view.spots.values() if (spot.start, spot.end) == (start, end)]
    assert spots, f"{text[start:end]!r} is no possible name in: {text}; found {[*view.spots.values()]}"
    return view, spots[0]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row[0]))
def test_a_rule_fires_on_its_sentence(row: list[str], parser: Parser) -> None:
    assert RULES[row[0]](*seen(row[2], parser))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row[0]))
def test_a_rule_leaves_the_other_sentence_alone(row: list[str], parser: Parser) -> None:
    assert not RULES[row[0]](*seen(row[3], parser))
