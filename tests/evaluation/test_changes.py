""" "I changed a rule: show me every item that was gained and every one that was lost.\""""

from onrecord.evaluation import Change, DocumentRow, compare_outcomes, score_documents
from tests.evaluation.making import attribution_row, document

LINE = (
    "[source1 Quell] [cue1 said] [content1 that [source2 the mayor] [cue2 had asked] [content2 for a new pier] twice]."
)
OUTER, INNER = attribution_row(LINE, "1", speaker="Quell"), attribution_row(LINE, "2", speaker="Orme")


def compare(gold: DocumentRow, earlier: DocumentRow, now: DocumentRow) -> list[tuple[str, str, tuple[str, ...]]]:
    changes = compare_outcomes(*(score_documents([gold], [found]).outcomes for found in (earlier, now)))
    return [(change.what, change.words, change.slots) for change in changes]


def test_nothing_changed() -> None:
    gold = document(LINE, OUTER)
    assert compare(gold, gold, gold) == []


def test_an_attribution_was_gained_and_lost() -> None:
    gold = document(LINE, OUTER)
    words = "that the mayor had asked for a new pier twice"
    slots = ("end to end, soft", "speaker (Quell)")
    assert compare(gold, document(LINE), gold) == [("found", words, slots)]
    assert compare(gold, gold, document(LINE)) == [("lost", words, slots)]


def test_false_ones_came_and_went() -> None:
    gold, more = document(LINE, OUTER), document(LINE, OUTER, INNER)
    slots = ("end to end, soft", "speaker (Orme)")
    assert compare(gold, gold, more) == [("newly false", "for a new pier", slots)]
    assert compare(gold, more, gold) == [("false no more", "for a new pier", slots)]


def test_one_slot_changed() -> None:
    gold = document(LINE, OUTER)
    wrong = document(LINE, attribution_row(LINE, "1", speaker="Dorn"))
    words = "that the mayor had asked for a new pier twice"
    assert compare(gold, wrong, gold) == [
        ("false no more", words, ("speaker (Dorn)",)),
        ("found", words, ("speaker (Quell)",)),
    ]


def test_gains_come_first_and_know_what_they_are() -> None:
    gold = document(LINE, OUTER, INNER)
    before, after = document(LINE, OUTER), document(LINE, INNER)
    changes: list[Change] = list(
        compare_outcomes(*(score_documents([gold], [one]).outcomes for one in (before, after)))
    )
    assert [change.gained for change in changes] == [True, False]
    assert {change.span.of(gold.text or "") for change in changes} >= {"for a new pier"}
