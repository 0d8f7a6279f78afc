""" "Of the statements in my corpus, how many were found, with the right speaker, relay, denial and nesting?\""""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.evaluation import score_documents
from onrecord.evaluation.attributions import compare_attributions
from onrecord.evaluation.calibration import measure_calibration
from onrecord.evaluation.names import same_name
from onrecord.evaluation.rows import AttributionRow
from tests.evaluation.making import attribution_row, counts, document, measure_of, names

ONE = "[source Ada Quell] [cue denied] [content that the ferry had been overloaded]."
TWO = (
    "[source1 Quell] [cue1 said] [content1 that [source2 the mayor] [cue2 had asked] [content2 for a new pier] twice]."
)


def test_gold_against_itself_is_all_right() -> None:
    told = document(ONE, attribution_row(ONE, speaker="Ada Quell", denial=True, via=("Dorn Press",), act="deny"))
    report = score_documents([told], [told])
    assert {one.f1 for one in report.measures} == {1.0}
    assert {"speaker, end to end", "relay, of those found", "denial, end to end", "cue tokens"} <= names(report)


def test_what_the_gold_has_not_is_not_scored() -> None:
    bare = document(ONE, attribution_row(ONE))
    found = document(ONE, attribution_row(ONE, speaker="Quell", denial=True, via=("Dorn Press",), addressee="us"))
    assert not any("speaker" in name or "relay" in name for name in names(score_documents([bare], [found])))


@pytest.mark.parametrize(
    ("slots", "name", "wrong"),
    [
        ({"speaker": "Ada Quell"}, "speaker", {"speaker": "Dorn"}),
        ({"via": ("Dorn Press", "Radio Ost")}, "relay", {"via": ("Dorn Press",)}),
        ({"addressee": "the council"}, "addressee", {"addressee": "the mayor"}),
        ({"denial": True}, "denial", {"denial": False}),
        ({"said": ("2031-05-01", "2031-05-01")}, "day of saying", {"said": ("2031-05-01", None)}),
        ({"act": "deny"}, "act", {"act": "assert"}),
        ({"speech": "direct"}, "kind of speech", {"speech": "mixed"}),
    ],
)
def test_each_slot_is_scored(slots: dict[str, object], name: str, wrong: dict[str, object]) -> None:
    gold = document(ONE, attribution_row(ONE, "", **slots))
    given_falsely = 0 if wrong == {"denial": False} else 1
    for form in ("end to end", "of those found"):
        assert counts(gold, gold, f"{name}, {form}") == (1, 1, 1)
        assert counts(gold, document(ONE, attribution_row(ONE, "", **wrong)), f"{name}, {form}") == (
            0,
            given_falsely,
            1,
        )


def test_a_slot_of_a_missed_attribution_is_missed_end_to_end_only() -> None:
    gold = document(ONE, attribution_row(ONE, denial=True))
    nothing = document(ONE)
    assert counts(gold, nothing, "denial, end to end") == (0, 0, 1)
    assert counts(gold, nothing, "denial, of those found") == (0, 0, 0)


def test_a_slot_of_a_false_attribution_is_false_end_to_end_only() -> None:
    gold = document(TWO, attribution_row(TWO, "1", via=("Dorn Press",)))
    found = document(TWO, attribution_row(TWO, "1", via=("Dorn Press",)), attribution_row(TWO, "2", via=("Ost",)))
    assert counts(gold, found, "relay, end to end") == (1, 2, 1)
    assert counts(gold, found, "relay, of those found") == (1, 1, 1)


def test_a_slot_that_the_gold_leaves_open_is_neither_right_nor_false() -> None:
    gold = document(TWO, attribution_row(TWO, "1"), attribution_row(TWO, "2", denial=True))
    found = document(TWO, attribution_row(TWO, "1", denial=True), attribution_row(TWO, "2", denial=True))
    assert counts(gold, found, "denial, end to end") == (1, 1, 1)


def test_speakers_of_pronouns_are_counted_apart() -> None:
    gold = document(
        TWO, attribution_row(TWO, "1", speaker="Quell"), attribution_row(TWO, "2", speaker="Orme", office=True)
    )
    found = document(TWO, attribution_row(TWO, "1", speaker="Quell"), attribution_row(TWO, "2", speaker="the mayor"))
    assert counts(gold, found, "speaker, end to end") == (1, 2, 2)
    assert counts(gold, found, "speaker of pronouns and roles, end to end") == (0, 1, 1)


def nested(parent: str | None, outer: str = "1") -> tuple[AttributionRow, AttributionRow]:
    return attribution_row(TWO, "1", id=outer), attribution_row(TWO, "2", id="2", parent=parent)


@pytest.mark.parametrize(("parent", "found"), [("x", (1, 1, 1)), ("7", (0, 1, 1)), (None, (0, 0, 1))])
def test_nesting_needs_the_right_parent(parent: str | None, found: tuple[int, int, int]) -> None:
    """Ids of the two files have nothing to do with each other."""
    assert counts(document(TWO, *nested("1")), document(TWO, *nested(parent, "x")), "nesting, end to end") == found


def test_a_gold_of_outermost_attributions_counts_no_nested_ones() -> None:
    flat = document(TWO, attribution_row(TWO, "1", nestable=False))
    assert counts(flat, document(TWO, *nested("1")), "end to end, soft") == (1, 1, 1)
    assert counts(document(TWO, attribution_row(TWO, "1")), document(TWO, *nested("1")), "end to end, soft") == (
        1,
        2,
        1,
    )


def test_words_are_counted_where_edges_differ() -> None:
    wide = "[source Ada Quell denied] that the [content ferry had been overloaded]."
    gold, found = document(ONE, attribution_row(ONE)), document(wide, attribution_row(wide))
    assert counts(gold, found, "content tokens") == (4, 4, 6)
    assert counts(gold, found, "end to end, soft") == (1, 1, 1)
    assert counts(gold, found, "end to end, exact") == (0, 1, 1)
    assert counts(gold, found, "content, exact") == (0, 1, 1)


def test_a_document_without_gold_attributions_is_left_out() -> None:
    assert compare_attributions([(document(ONE), document(ONE))])[0].gold == ()


def sure(confidence: float | None, right: bool) -> tuple[AttributionRow, AttributionRow]:
    source = () if right else attribution_row(ONE).cue
    given = attribution_row(ONE, confidence=confidence)
    if not right:
        given = attribution_row(ONE, confidence=confidence, source=source)
    return attribution_row(ONE), given


def calibrate(*pairs: tuple[AttributionRow, AttributionRow]) -> dict[str, float | None]:
    documents = [(document(ONE, gold), document(ONE, found)) for gold, found in pairs]
    return {one.name.split()[0]: one.value for one in measure_calibration(compare_attributions(documents)).measures}


def test_probabilities_that_hold_have_skill() -> None:
    believed = calibrate(sure(1.0, True), sure(0.0, False))
    assert believed == {"expected": 0.0, "Brier": 1.0, "best": 100.0}


def test_a_constant_has_no_skill_and_boasting_less() -> None:
    assert calibrate(sure(0.5, True), sure(0.5, False)) == {"expected": 0.0, "Brier": 0.0, "best": 100.0}
    assert calibrate(sure(0.95, False), sure(0.95, False))["Brier"] is None
    assert calibrate(sure(0.2, True), sure(0.9, False))["best"] == 50.0


def test_without_probabilities_there_is_nothing_to_calibrate() -> None:
    assert calibrate(sure(None, True)) == {}
    assert calibrate() == {}


@pytest.mark.parametrize(
    ("gold", "given"),
    [
        ("Ada Quell", "ada  quell"),
        ("the mayor", "mayor"),
        ("Quell", "Minister Ada Quell"),
        ("Dorn's", "Dorn"),
        ("", None),
    ],
)
def test_names_that_are_the_same(gold: str, given: str | None) -> None:
    assert same_name(gold, given)


@pytest.mark.parametrize(
    ("gold", "given"), [("Ada Quell", "Ida Quell"), ("Ada Quell", None), ("Bo Li", "Li"), ("the mayor", "the old man")]
)
def test_names_that_differ(gold: str, given: str | None) -> None:
    assert not same_name(gold, given)


def test_an_alias_is_as_good_as_the_name() -> None:
    assert same_name("Ada Quell", "A. Kvell", ["A. Kvell"])


@given(st.text(max_size=30))
def test_a_name_is_itself(name: str) -> None:
    assert same_name(name, name)
    assert same_name(name, f"  {name}\u00a0")


def test_measures_have_counts_and_shares() -> None:
    gold = document(TWO, attribution_row(TWO, "1"), attribution_row(TWO, "2"))
    report = score_documents([gold], [document(TWO, attribution_row(TWO, "2"))])
    soft = measure_of(report, "end to end, soft")
    assert (soft.precision, soft.recall, soft.right) == (1.0, 0.5, 1)
