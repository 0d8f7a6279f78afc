"""She denied it, he called it a lie, no letter ever came: what answers what."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.accounts.answers import find_answers, follow_on, is_clause, is_one_word, points_back
from onrecord.accounts.sayings import Collection, gather
from onrecord.linking import link
from onrecord.records import Act, Side
from tests.accounts.comparing import compared
from tests.accounts.telling_stories import compare_story, sides_of
from tests.linking.reports import Called, Counted, Told, make_marks, make_report

PEOPLE = (Called("Lena Orlova"), Called("Marek Brandt"))
CHARGE = Told("Brandt of selling the ferry", "Lena Orlova", "accused", "accuse")


def told(*sayings: Told, counted: tuple[Counted, ...] = ()) -> Collection:
    """Return one report in which one saying follows the other."""
    text = " ".join(f"{one.speaker} {one.cue} {one.words}." for one in sayings)
    document = make_report("a.txt", text, "2031-05-02")
    people = [person for person in PEOPLE if person.words in text]
    marks = make_marks(document, sayings, people, counted)
    return gather([document], [marks], link([document], [marks], ()))


def answered(collection: Collection) -> list[tuple[str, str]]:
    (report,) = collection.reports.values()
    return [(claim.words, denial.words) for claim, denial in find_answers(report)]


@pytest.mark.parametrize(
    ("words", "cue", "act", "denial"),
    [
        ("this", "denied", "deny", True),
        ("the accusation", "rejected", "oppose", False),
        ("the charge as comic", "dismissed", "deny", True),
        ("this a lie", "called", "deny", True),
        ("that the accusation was false", "said", "deny", True),
        ("the criticism", "brushed aside", "deny", True),
        ("having sold the ferry", "denied", "deny", True),
        ("that there had been any such sale", "denied", "deny", True),
    ],
)
def test_an_accusation_is_answered(words: str, cue: str, act: Act, denial: bool) -> None:
    collection = told(CHARGE, Told(words, "Marek Brandt", cue, act, denial))
    assert answered(collection) == [(CHARGE.words, words)]


@pytest.mark.parametrize(
    ("words", "cue", "act", "denial"),
    [
        ("the pay rise", "rejected", "oppose", False),
        ("this", "welcomed", "praise", False),
        ("that it had rained", "denied", "deny", True),
        ("the minister", "contradicted", "deny", True),
    ],
)
def test_another_matter_is_no_answer(words: str, cue: str, act: Act, denial: bool) -> None:
    assert answered(told(CHARGE, Told(words, "Marek Brandt", cue, act, denial))) == []


def test_nobody_answers_himself() -> None:
    assert answered(told(CHARGE, Told("this", "Lena Orlova", "denied", "deny", denial=True))) == []


def test_without_an_accusation_the_last_claim_is_meant() -> None:
    claim = Told("the ferry had been sold", "Lena Orlova")
    assert answered(told(claim, Told("this", "Marek Brandt", "denied", "deny", denial=True))) == [(claim.words, "this")]
    own = Told("the sea was calm", "Marek Brandt")
    assert answered(told(claim, own, Told("this", "Marek Brandt", "denied", "deny", denial=True))) == []


def test_a_number_that_is_answered_by_a_number_is_left_to_the_figures() -> None:
    charge = Told("Brandt of losing 40 boats", "Lena Orlova", "accused", "accuse")
    denial = Told("this", "Marek Brandt", "rejected", "deny", denial=True)
    answer = Told("he had lost 3 boats", "Marek Brandt")
    counted = (Counted("40", 40, "lost", "boat"), Counted("3", 3, "lost", "boat"))
    assert answered(told(charge, denial, answer, counted=counted)) == []
    assert len(answered(told(charge, denial, answer))) == 1


def test_what_is_said_in_the_same_breath() -> None:
    quotation = Told('"We sold nothing"', "Marek Brandt")
    collection = told(CHARGE, Told("this", "Marek Brandt", "denied", "deny", denial=True), quotation)
    (report,) = collection.reports.values()
    denial = next(saying for saying in report.sayings if saying.words == "this")
    assert [saying.words for saying in follow_on(report, denial)] == [quotation.words]
    assert follow_on(report, report.sayings[0]) == []


def test_a_bare_thing_asserts_nothing() -> None:
    (report,) = told(Told("the story about the ferry", "Lena Orlova", "told of")).reports.values()
    assert not is_clause(report.sayings[0])
    assert not points_back(report.sayings[0])


@pytest.mark.parametrize(("left", "right", "same"), [("threat", "threaten", True), ("sale", "salt", False)])
def test_one_word_family(left: str, right: str, same: bool) -> None:
    assert is_one_word(left, right) is same


# What was sent, and never came.


@pytest.mark.parametrize(
    ("sent", "missed"),
    [
        ("a letter had been delivered in May", "no letter had ever come from Korva"),
        ("Korva had issued a warning at noon", "his office had received no warning of any kind"),
        ("Brelia had been informed in writing", "they had not been informed"),
        ("the invitation went out in March", "we have never received any invitation"),
    ],
)
def test_one_says_that_it_was_sent_and_one_that_it_never_came(sent: str, missed: str) -> None:
    first = Told(sent, "Lena Orlova")
    second = Told(missed, "Marek Brandt", act="deny", denial=True)
    (found,) = denials_of(first, second)
    assert [{member.says for member in side.members} for side in found] == [{sent}, {missed}]


def denials_of(*sayings: Told) -> list[list[Side]]:
    text = " ".join(f"{one.speaker} {one.cue} {one.words}." for one in sayings)
    document = make_report("a.txt", text, "2031-05-02")
    marks = make_marks(document, sayings, PEOPLE)
    found = compared((document, marks)).discrepancies
    return [list(one.sides) for one in found if one.kind == "denial"]


def test_another_thing_that_was_sent_is_no_answer() -> None:
    sent = Told("a letter had been delivered in May", "Lena Orlova")
    missed = Told("no warning had ever come from Korva", "Marek Brandt", act="deny", denial=True)
    assert denials_of(sent, missed) == []


def test_who_denies_that_it_was_sent() -> None:
    sent = Told("the union was notified on Monday", "Lena Orlova")
    denied = Told("reports that the union had been notified", "Marek Brandt", "denied", "deny", denial=True)
    assert len(denials_of(sent, denied)) == 1


def test_what_one_says_was_never_so_and_another_that_it_was() -> None:
    so = Told("the seals had been broken", "Lena Orlova")
    document = make_report("a.txt", f"Lena Orlova said {so.words}. Marek Brandt said no seals had been broken.", None)
    never = Told("no seals had been broken", "Marek Brandt")
    marks = make_marks(document, [so, never], PEOPLE)
    attributions = tuple(replace(a, negated="said") if a.speaker == "Marek Brandt" else a for a in marks.attributions)
    found = compared((document, replace(marks, attributions=attributions))).discrepancies
    assert [one.kind for one in found] == ["denial"]


# In stories as papers tell them.


@pytest.mark.parametrize(
    ("story", "says", "denies"),
    [
        ("hospital", {"Morse"}, {"Hale"}),
        ("hospital", {"company"}, {"office"}),
        ("hospital", {"Voss"}, {"Rell"}),
        ("canal", {"Tolm"}, {"Norsea"}),
        ("canal", {"Dornik"}, {"Stroud"}),
        ("wolves", {"Faas"}, {"Amstad"}),
        ("wolves", {"Egli"}, {"Amstad"}),
        ("boat", {"Faro"}, {"Vane"}),
    ],
)
def test_denials_of_whole_stories(story: str, says: set[str], denies: set[str]) -> None:
    found = [sides_of(d) for d in compare_story(story).discrepancies if d.kind == "denial"]
    assert any(says <= sides[0] and denies <= sides[1] for sides in found)
