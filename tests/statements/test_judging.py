"""How sure are you of this one?"""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.language import Parser, parse
from onrecord.statements.attributions import decide, propose
from onrecord.statements.candidates import Candidate
from onrecord.statements.grammar.quotations import find_quotations
from onrecord.statements.judging import confidence
from onrecord.statements.judging.confidence import calibrate, judge, weigh
from onrecord.statements.judging.evidence import describe, survey
from onrecord.statements.judging.weights import Weights, load_weights, read_weights
from onrecord.statements.lexicon import load_rules
from tests.marked import plain
from tests.statements.reported import find, make_document
from tests.statements.test_robustness import WORDS

NOTHING = Weights(bias=0.0, of_feature={}, steps=())
STEPS = ((-1.0, 0.3), (1.0, 0.7), (2.0, 0.9))


def features(text: str, parser: Parser) -> list[list[str]]:
    tree, document = parse(text, parser), make_document(text)
    quoted = find_quotations(tree)
    decided = decide(document, tree, quoted, propose(document, tree))
    around = survey(tree, decided)
    return [describe(tree, quoted, around, k) for k in range(len(decided))]


@pytest.mark.parametrize(
    ("surer", "less"),
    [
        (
            '[source Orlova] [cue said] [content that the dam holds].\n"[content It will]," [source she] [cue added].',
            "The bridge, [source which] some [cue considered] [content a danger], was closed by then.",
        ),
        (
            "[source The minister] [cue told] reporters on Monday [content that the ferry had been overloaded].",
            "There were [cue rumours] [content that the dam would break] all over the valley.",
        ),
    ],
)
def test_plain_speech_is_surer_than_a_stray_attitude(surer: str, less: str, parser: Parser) -> None:
    plainly = [a.confidence or 0.0 for a in find(plain(surer), parser)]
    hardly = [a.confidence or 0.0 for a in find(plain(less), parser)]
    assert plainly
    assert hardly
    assert min(plainly) > max(hardly)


def test_each_attribution_has_a_probability(parser: Parser) -> None:
    found = find('Orlova said that the dam held. "It leaks," Brandt said, citing rumours that it would break.', parser)
    assert len(found) > 1
    assert all(a.confidence is not None and 0 < a.confidence < 1 for a in found)


def test_features_say_what_is_seen(parser: Parser) -> None:
    [seen] = features("Orlova said that the dam held.", parser)
    expected = {"rule=clause", "lemma=say", "take=clause", "source=name", "begins=that", "order=sct", "speech=indirect"}
    assert expected <= set(seen)
    assert {"nested=False", "rivals=0", "left before=0", "left after=0", "clause & source=name"} <= set(seen)


@pytest.mark.parametrize(
    ("text", "feature"),
    [
        ("He said that the dam held.", "source=pronoun"),
        ("It said that the dam held.", "source=thing pronoun"),
        ("We said that the dam held.", "source=own pronoun"),
        ("The minister said that the dam held.", "source=person"),
        ("According to the ministry, the dam holds.", "source=body"),
        ('"The dam holds," Orlova said.', "speech=direct"),
        ('Orlova said that the dam "holds".', "speech=mixed"),
        ("Orlova did not say that the dam held.", "negated"),
        ("Orlova said the dam, which she built, holds, and Brandt denied it.", "hangs=ROOT"),
        ("Orlova said that Brandt had told her that the dam held.", "nested=True"),
        ("The dam, Orlova said, holds.", "cue within content"),
        ("Orlova would say that the dam held.", "auxiliary=would"),
        ("Orlova is believed to have left.", "source=none"),
        ("Orlova wants to mend the dam.", "begins=to"),
    ],
)
def test_a_feature_is_seen_where_it_is(text: str, feature: str, parser: Parser) -> None:
    assert any(feature in seen for seen in features(text, parser))


def test_no_feature_tells_a_word_of_the_text_but_the_lemma_of_the_cue(parser: Parser) -> None:
    text = 'Minister Orlova told Brandt of Dorn Press: "The dam at Korva holds," and denied that it leaked.'
    [*rows] = features(text, parser)
    assert rows
    told = " ".join(name for seen in rows for name in seen)
    assert not {"orlova", "brandt", "dorn", "press", "dam", "korva", "leaked"} & set(re.findall(r"\w+", told.lower()))


def describe_by_hand(text: str, parser: Parser, *drafts: tuple[str, str, str]) -> list[set[str]]:
    """Features of candidates given as the words of source, cue and content, each at its first place."""
    tree = parse(text, parser)

    def words(part: str) -> frozenset[int]:
        start = text.index(part)
        return frozenset(w.i for w in tree.words if part and start <= w.start < start + len(part))

    made = [
        Candidate(head=min(words(cue)), cue=words(cue), source=words(source), content=words(content), rule="clause")
        for source, cue, content in drafts
    ]
    around = survey(tree, made)
    return [set(describe(tree, find_quotations(tree), around, k)) for k in range(len(made))]


def test_a_source_is_seen_in_another_sentence(parser: Parser) -> None:
    [seen] = describe_by_hand("Orlova left. The dam held, said the report.", parser, ("Orlova", "said", "The dam held"))
    assert "source in another sentence" in seen


def test_two_that_share_a_cue_and_much_of_their_content_are_rivals(parser: Parser) -> None:
    drafts = (("Orlova", "said", "that the dam held"), ("Orlova", "said", "the dam held"))
    for seen in describe_by_hand("Orlova said that the dam held.", parser, *drafts):
        assert {"shares its cue", "rivals=1", "speaks=2"} <= seen


@pytest.mark.parametrize("content", ["...", ""])
def test_a_content_without_words_is_short(content: str, parser: Parser) -> None:
    [seen] = describe_by_hand("Orlova said ...", parser, ("Orlova", "said", content))
    assert "length=2" in seen
    assert not any(name.startswith(("begins=", "wholes=")) for name in seen)


def test_who_and_which_are_relative(parser: Parser) -> None:
    [seen] = describe_by_hand("The clerk who said the dam held left.", parser, ("who", "said", "the dam held"))
    assert "source=relative" in seen


def test_a_feature_that_is_not_known_weighs_nothing() -> None:
    weights = Weights(bias=0.5, of_feature={"rule=clause": 2.0}, steps=())
    assert weigh(weights, ["rule=clause", "rule=renamed since"]) == 2.5


def test_without_weights_a_rule_stays_where_its_table_puts_it(parser: Parser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confidence, "load_weights", lambda: NOTHING)
    [found] = find("Orlova said that the dam held.", parser)
    assert found.confidence == pytest.approx(load_rules()["clause"].confidence)


@pytest.mark.parametrize(
    ("score", "probability"),
    [(-1.0, 0.3), (0.0, 0.5), (1.0, 0.7), (1.5, 0.8), (2.0, 0.9), (-1000.0, 0.01), (1000.0, 0.99)],
)
def test_a_score_becomes_the_share_that_was_measured(score: float, probability: float) -> None:
    assert calibrate(Weights(bias=0, of_feature={}, steps=STEPS), score) == pytest.approx(probability)


@given(st.lists(st.floats(-60, 60), min_size=2, max_size=20).map(sorted))
def test_a_higher_score_is_never_less_likely(scores: list[float]) -> None:
    given_ = [calibrate(load_weights(), one) for one in scores]
    assert given_ == sorted(given_)


def test_the_table_is_read_as_it_is_written() -> None:
    rows = ["bias\t\t-0.250", "step\t1.000\t0.800", "step\t-1.000\t0.300", "feature\tclause & take=clause\t0.125"]
    weights = read_weights(rows)
    assert weights.bias == -0.25
    assert weights.steps == ((-1.0, 0.3), (1.0, 0.8))
    assert weights.of_feature == {"clause & take=clause": 0.125}


def test_the_table_that_ships_is_in_order() -> None:
    weights = load_weights()
    assert len(weights.of_feature) > 100
    assert all(0 < share < 1 for _, share in weights.steps)
    assert [share for _, share in weights.steps] == sorted(share for _, share in weights.steps)


def test_nothing_to_judge_is_judged_at_once(parser: Parser) -> None:
    tree = parse("", parser)
    assert judge(tree, find_quotations(tree), []) == []


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(WORDS, max_size=30).map(" ".join))
def test_any_text_is_judged(parser: Parser, text: str) -> None:
    assert all(a.confidence is not None and 0 < a.confidence < 1 for a in find(text, parser))
