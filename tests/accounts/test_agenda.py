"""What is up for decision in a story, by whatever words: the sale of a quay, a prisoner's release, a ward's closing."""

from __future__ import annotations

import pytest

from onrecord.accounts.candidates import find_noun_keys
from onrecord.accounts.labels import make_gerund
from onrecord.accounts.objects import key_of
from onrecord.accounts.offices import find_holder, find_office_holders, name_mentions
from onrecord.linking import link
from onrecord.records import Accounts
from tests.accounts.telling_stories import compare_texts, sides_of
from tests.linking.reports import Called, Told, make_marks, make_report

SALE = (
    (
        "2031-05-02",
        "TARN - The sale of Heron Quay must go ahead, Mayor Lena Orlova said on Friday. Marek Brandt met her.",
    ),
    (
        "2031-05-09",
        'TARN - "You do not sell a quay because it leaks," Marek Brandt said in Tarn. Lena Orlova heard of the sale of '
        "Heron Quay.",
    ),
    (
        "2031-05-12",
        "ORM - In Tarn, her union would vote against the sale of Heron Quay, Ida Weil of Tarn said. Marek Brandt left.",
    ),
)
WARD = (
    ("2031-06-02", "ORM - Dr Ida Weil of Orm wants the school closed. Marek Brandt of Orm leads it."),
    ("2031-06-04", 'ORM - "We see no need to close the school," Mayor Marek Brandt of Orm told Ida Weil of Tarn.'),
    ("2031-06-05", "ORM - Petra Lund of Tarn asked Marek Brandt of Orm to close the school. Ida Weil was there."),
)
CAPTIVE = (
    ("2031-07-02", 'ORM - "Jon Dale must be freed, today and without conditions," Ida Weil of Orm said.'),
    ("2031-07-03", "TARN - Marek Brandt of Tarn called for the release of Jon Dale. Ida Weil of Orm had seen him."),
    ("2031-07-04", 'TARN - "We will not let Jon Dale go," Mayor Lena Orlova of Orm told Marek Brandt of Tarn.'),
)


def rows(accounts: Accounts) -> set[tuple[str, str, str]]:
    labels = {issue.id: issue.label for issue in accounts.issues}
    return {(labels[one.issue], one.actor.split()[-1], one.stance) for one in accounts.positions}


def test_a_noun_and_its_verb_are_one_issue_with_a_name_that_can_be_read() -> None:
    assert rows(compare_texts(*SALE)) >= {
        ("sale of Heron Quay", "Orlova", "for"),
        ("sale of Heron Quay", "Brandt", "against"),
        ("sale of Heron Quay", "Weil", "against"),
    }


def test_who_is_for_and_who_is_against() -> None:
    (found,) = [one for one in compare_texts(*SALE).discrepancies if one.kind == "opposition"]
    assert sides_of(found) == [{"Orlova"}, {"Brandt", "Weil"}]


def test_what_is_mostly_to_be_undone_is_named_by_its_undoing() -> None:
    found = rows(compare_texts(*WARD))
    assert {("Weil", "for"), ("Lund", "for"), ("Brandt", "against")} <= {(actor, stance) for _, actor, stance in found}
    assert {label for label, _, _ in found} == {"closing the school"}


def test_somebody_s_release_is_an_issue_whatever_verb_tells_of_it() -> None:
    found = rows(compare_texts(*CAPTIVE))
    assert {("Weil", "for"), ("Brandt", "for"), ("Orlova", "against")} == {
        (actor, stance) for _, actor, stance in found
    }
    assert len({label for label, _, _ in found}) == 1


@pytest.mark.parametrize(
    ("words", "stance"),
    [
        ('"It is a robbery," Petra Lund of Tarn said of the sale.', "against"),
        ('The sale was read out. "I am for it," Petra Lund of Tarn said.', "for"),
        ("The sale was read out. Petra Lund of Tarn rejected the plan; the sale, it said, was ready.", "against"),
    ],
)
def test_what_it_and_the_plan_stand_for(words: str, stance: str) -> None:
    more = ("2031-05-20", f"TARN - Marek Brandt spoke in Tarn of the sale of Heron Quay. {words}")
    assert ("sale of Heron Quay", "Lund", stance) in rows(compare_texts(*SALE, more))


def test_a_plan_that_a_report_names_once_stands_for_nothing() -> None:
    other = ("2031-05-20", "TARN - Marek Brandt spoke in Tarn. Petra Lund of Tarn rejected the plan to fish.")
    assert not [row for row in rows(compare_texts(*SALE, other)) if row[1] == "Lund"]


def test_one_voice_alone_makes_no_issue_where_few_texts_speak_of_the_thing() -> None:
    assert rows(compare_texts(SALE[0], ("2031-05-03", "ORM - Rain fell on Orm. Ida Weil slept."))) == set()


def test_reports_without_a_common_name_speak_of_two_things() -> None:
    far = ("2031-05-20", 'KORVA - "We need the sale of the mill," Olga Frisch said in Korva. Brelia waits.')
    labels = {label for label, _, _ in rows(compare_texts(*SALE, far))}
    assert labels == {"sale of Heron Quay"}


def test_a_change_is_told_between_dated_statements_and_not_of_what_somebody_had_wanted() -> None:
    first = (
        "2031-05-02",
        'ORM - "There must be no observers at Cape Orm," Mayor Lena Orlova of Orm said on 2 May 2031.',
    )
    later = ("2031-06-12", "ORM - Mayor Lena Orlova of Orm asked for observers at Cape Orm on 12 June 2031.")
    also = (
        "2031-06-14",
        "ORM - Marek Brandt wants observers at Cape Orm. Lena Orlova, who had wanted none, agreed in Orm.",
    )
    found = [one for one in compare_texts(first, later, also).discrepancies if one.kind == "position"]
    assert [[side.label for side in one.sides] for one in found] == [["against", "for"]]


@pytest.mark.parametrize(
    ("form", "gerund"),
    [
        ("closure", "closing"),
        ("lifted", "lifting"),
        ("cut", "cutting"),
        ("scrapped", "scrapping"),
        ("frozen", "freezing"),
        ("leave", "leaving"),
        ("resign", "resigning"),
    ],
)
def test_the_name_of_an_undoing(form: str, gerund: str) -> None:
    assert make_gerund(form) == gerund


def test_what_a_text_uses_as_a_thing() -> None:
    assert find_noun_keys("They like the old toll, a Korvan treaty and no strike fund; we know.") >= {
        key_of("toll"),
        key_of("treaty"),
        key_of("strike"),
    }
    assert key_of("like") not in find_noun_keys("They like the old toll.")


def test_who_is_meant_by_an_office_that_another_report_gives() -> None:
    one = make_report("a.txt", "Council chairman Lena Orlova met Marek Brandt.")
    two = make_report("b.txt", "Lena Orlova met Marek Brandt. The chairman said no.")
    marks = [
        make_marks(one, [], [Called("Lena Orlova", role="Council chairman"), Called("Marek Brandt")]),
        make_marks(two, [Told("no", "The chairman")], [Called("Lena Orlova"), Called("Marek Brandt")]),
    ]
    things = link([one, two], marks, ())
    holders = find_office_holders(marks[1], name_mentions(things.entities))
    for called in ("the chairman", "the chairman of the Tarn council"):
        holder = find_holder(called, holders)
        assert holder is not None
        assert holder.name == "Lena Orlova"
    assert find_holder("the council", holders) is None
    assert find_holder("the chairman of the bank", holders) is None
