"""How good are the accounts of a whole story? Each figure has a definition that I can check by hand."""

from __future__ import annotations

from typing import Any

import pytest

from onrecord.evaluation.stories import Tally, find_pieces, name_report, score_story
from onrecord.records import (
    Accounts,
    Agreement,
    CopyFamily,
    Discrepancy,
    DiscrepancyKind,
    Interval,
    Member,
    Position,
    Side,
    Stance,
    Story,
    Things,
)
from tests.linking.reports import find_span, make_report

A = make_report("weirs/01-dorn.txt", "The dam holds, Orlova said. Brandt said that it leaks. 12 boats sank.")
B = make_report("weirs/briefs.jsonl#02b", "Orlova wants the dam. The dam is safe, she said.")
SAID = Interval(earliest="2031-05-03", latest="2031-05-03")


def member(document: Any, words: str) -> Member:
    return Member(document=document.id, span=find_span(document, words), mark=None, speaker=None, says=words, said=None)


def gold_member(document: str, words: str) -> dict[str, Any]:
    return {"document": document, "words": words, "speaker": "x"}


def differ(kind: DiscrepancyKind, *sides: Member) -> Discrepancy:
    return Discrepancy(
        id="D1", kind=kind, severity="low", question="", sides=tuple(Side(label="", members=(m,)) for m in sides),
        why="", reconciled_by=None, missing=None, confidence=0.5, by="test",
    )  # fmt: skip


def stand(actor: str, stance: Stance, words: str, said: Interval | None = None, document: Any = B) -> Position:
    return Position(
        id="P1", issue="I1", actor=actor, on_behalf=None, stance=stance, said=said, document=document.id,
        span=find_span(document, words), attribution="a1", via=(), by="test",
    )  # fmt: skip


GOLD: dict[str, Any] = {
    "discrepancies": [
        {"kind": "denial", "sides": [[gold_member("01-dorn", "The dam holds")], [gold_member("01-dorn", "it leaks")]]},
        {"kind": "figure", "sides": [[gold_member("01-dorn", "12 boats")], [gold_member("02b", "Nothing there")]]},
    ],
    "agreements": [{"members": [gold_member("01-dorn", "The dam holds"), "02b-1"]}],
    "positions": [
        {"actor": "Lena Orlova", "stance": "for", "said": None, "document": "02b", "words": "wants the dam"},
        {"actor": "Brandt", "stance": "against", "said": {"earliest": "2031-05-01", "latest": "2031-05-04"},
         "document": "07", "words": "no dam"},
    ],
    "copies": [{"members": ["01-dorn", "02b"]}],
    "not_conflicts": [{"pair": [gold_member("01-dorn", "The dam holds"), gold_member("02b", "Orlova wants")]}],
}  # fmt: skip


def tallies(**found: Any) -> dict[str, Tally]:
    copies = found.pop("copies", ())
    story = Story(
        title="", documents=(A, B), marks=(), things=Things(copies=copies), accounts=Accounts(**found), problems=(),
        version="1",
    )  # fmt: skip
    told = {"02b-1": gold_member("02b", "The dam is safe")}
    return {tally.what: tally for tally in score_story(story, GOLD, told)}


def counts(tally: Tally) -> tuple[int, int, int, int]:
    return tally.right, tally.found, tally.met, tally.gold


def test_a_discrepancy_needs_two_sides_of_the_gold_and_its_kind() -> None:
    sides = member(A, "The dam holds"), member(A, "it leaks")
    assert counts(tallies(discrepancies=(differ("denial", *sides),))["discrepancies"]) == (1, 1, 1, 2)
    assert counts(tallies(discrepancies=(differ("detail", *sides),))["discrepancies"]) == (0, 1, 0, 2)
    assert counts(tallies(discrepancies=(differ("detail", *sides),))["discrepancies, any kind"]) == (1, 1, 1, 2)
    one_side = differ("denial", sides[0], member(A, "dam holds"))
    assert counts(tallies(discrepancies=(one_side,))["discrepancies"]) == (0, 1, 0, 2)


def test_an_agreement_needs_members_of_two_reports() -> None:
    both = Agreement(
        id="A1", sides=(Side(label="", members=(member(A, "dam holds"), member(B, "dam is safe"))),), reports=2,
        independent_texts=2, why="", by="test",
    )  # fmt: skip
    one = Agreement(id="A2", sides=(Side(label="", members=(member(A, "dam holds"),)),), reports=1, independent_texts=1,
                    why="", by="test")  # fmt: skip
    assert counts(tallies(agreements=(both, one))["agreements"]) == (1, 2, 1, 1)


@pytest.mark.parametrize(
    ("position", "right"),
    [
        (stand("Orlova", "for", "wants the dam"), 1),
        (stand("Orlova", "against", "wants the dam"), 0),
        (stand("Quell", "for", "wants the dam"), 0),
        (stand("Orlova", "for", "is safe"), 0),
        (stand("Marek Brandt", "against", "it leaks", SAID, A), 1),
        (stand("Marek Brandt", "against", "it leaks", None, A), 0),
    ],
)
def test_a_position_is_one_of_actor_and_stance_in_its_words_or_on_its_days(position: Position, right: int) -> None:
    assert counts(tallies(positions=(position,))["positions"]) == (right, 1, right, 2)


def test_each_position_of_the_gold_is_met_once() -> None:
    twice = (stand("Orlova", "for", "wants the dam"), stand("Orlova", "for", "the dam."))
    assert counts(tallies(positions=twice)["positions"]) == (1, 2, 1, 2)


def test_copies_are_counted_in_pairs() -> None:
    family = CopyFamily(id="C1", members=(A.id, B.id), reports=2, independent_texts=1, why="")
    assert counts(tallies(copies=(family,))["copies, pairs of reports"]) == (1, 1, 1, 1)
    assert counts(tallies()["copies, pairs of reports"]) == (0, 0, 0, 1)


def test_what_is_no_conflict_must_stay_silent() -> None:
    loud = differ("opposition", member(A, "The dam holds"), member(B, "Orlova wants"))
    assert tallies()["no conflicts, kept silent"].recall == 1.0
    assert tallies(discrepancies=(loud,))["no conflicts, kept silent"].recall == 0.0


def test_words_are_found_piece_by_piece_whatever_their_blanks_and_marks() -> None:
    text = "He said: \u201cthe\u00a0dam\nholds\u201d, twice. The dam holds."
    assert [span.of(text) for span in find_pieces('"the dam holds" [...] twice', text)] == [
        "the\u00a0dam\nholds",
        "twice",
    ]
    assert list(find_pieces("", text)) == []


def test_shares_of_nothing_are_nothing() -> None:
    empty = Tally(what="", right=0, found=0, met=0, gold=0)
    assert (empty.precision, empty.recall) == (0.0, 0.0)


@pytest.mark.parametrize(("uri", "name"), [("weirs/01-dorn.txt", "01-dorn"), ("weirs/b.jsonl#02b", "02b")])
def test_a_report_goes_by_its_stem_or_its_row(uri: str, name: str) -> None:
    assert name_report(uri) == name
