"""What does each rule catch, and what does it leave alone?"""

import pytest

from onrecord.language import Parser
from onrecord.statements.lexicon import Rule, load_cues, load_rules
from tests.marked import gold, plain
from tests.statements.reported import find, slots

RULES = list(load_rules().values())


def marked(line: str) -> str:
    return line.replace("\\n", "\n")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_catches_its_line(rule: Rule, parser: Parser) -> None:
    line = marked(rule.fires)
    text = plain(line)
    found = [slots(a, text) for a in find(text, parser) if a.by == f"statements: {rule.name}"]
    wanted = gold(line)
    assert any({pair for pair in one if pair[0] in ("source", "cue", "content")} == wanted for one in found)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_leaves_its_other_line_alone(rule: Rule, parser: Parser) -> None:
    found = find(marked(rule.silent), parser)
    assert [a for a in found if a.by == f"statements: {rule.name}"] == []


def test_every_rule_says_what_it_captures_and_how_sure_it_is() -> None:
    assert all(0 < rule.confidence < 1 and rule.captures.endswith(".") for rule in RULES)


def test_the_cue_table_names_each_word_once_for_a_class_and_an_act() -> None:
    cues = load_cues()
    assert {pos for _, pos in cues} == {"verb", "noun", "adjective"}
    assert all(cue.acts.keys() == cue.takes for cue in cues.values())
