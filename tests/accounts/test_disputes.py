"""They accuse each other, one of them denies it, and the headline says more than either."""

from __future__ import annotations

from dataclasses import replace

from onrecord.records import Document, Marks
from tests.accounts.comparing import compared, speech
from tests.linking.reports import Called, Counted, Told, make_marks, make_report

# Denials within a report.


def test_an_accusation_answered_in_the_same_report() -> None:
    accuses = Told("Brandt of selling the ferry", "Lena Orlova", "accused", "accuse")
    denies = Told("this", "Marek Brandt", "denied", "deny", denial=True)
    (found,) = compared(speech("a.txt", ("in the house", accuses), ("at once", denies))).discrepancies
    assert (found.kind, found.severity) == ("accusation", "high")  # they speak for two countries
    other = replace(denies, words="the pay rise")
    assert not compared(speech("a.txt", ("in the house", accuses), ("at once", other))).discrepancies


# Headlines.


def test_a_headline_wider_than_the_words() -> None:
    title = "ORLOVA RULES OUT TALKS ON THE PORT"
    text = f"{title}\nLena Orlova said Korva was not negotiating on the port. It rained."
    document = make_report("a.txt", text, "2031-05-02", title)
    said = Told("Korva was not negotiating on the port", "Lena Orlova", denial=True)
    marks = make_marks(document, [said], [Called("Lena Orlova")])
    (found,) = compared((document, marks)).discrepancies
    assert (found.kind, found.severity) == ("overreach", "medium")
    other = make_report("a.txt", text.replace("ORLOVA", "KORVA"), "2031-05-02", title.replace("ORLOVA", "KORVA"))
    assert not compared((other, make_marks(other, [said], [Called("Lena Orlova")]))).discrepancies


def test_a_lead_wider_than_the_quotation() -> None:
    text = "Orlova says they have never discussed the port. Orlova said: We did not discuss it today."
    document = make_report("a.txt", text)
    told = [Told("they have never discussed the port", "Orlova"), Told("We did not discuss it today", "Orlova")]
    (found,) = compared((document, make_marks(document, told))).discrepancies
    assert (found.kind, found.severity, found.sides[0].members[0].says) == ("overreach", "high", told[0].words)
    assert not compared((document, make_marks(document, told[1:]))).discrepancies


def test_a_headline_that_drops_at_least() -> None:
    title = "43 DEAD AT TARN"
    document = make_report("a.txt", f"{title}\nAt least 43 people died at Tarn, the Coast Office said.", None, title)
    exact = Counted("43", 43)
    bound = Counted("At least 43", 43, operator="at_least", claimant="Coast Office")
    (found,) = compared((document, make_marks(document, counted=[exact, bound]))).discrepancies
    assert (found.kind, found.severity) == ("overreach", "low")
    both = replace(bound, operator="exact")
    assert not compared((document, make_marks(document, counted=[exact, both]))).discrepancies


# Accusations.


def border(uri: str, *told: Told, own: str = "", day: str | None = "2031-05-02") -> tuple[Document, Marks]:
    text = "\n".join([f"Korva and Brelia. {own}", *(f"{said.speaker} {said.cue} {said.words}." for said in told)])
    document = make_report(uri, text, day)
    bodies = [Called("Korvan Guard", "organisation"), Called("Brelian Guard", "organisation")]
    return document, make_marks(document, told, [b for b in bodies if b.words in text], places=["Korva", "Brelia"])


KORVAN = Told("Brelian troops of shelling the mill at Tarn", "Korvan Guard", "accused", "accuse")
BRELIAN = Told("that Korvan troops opened fire at the ford", "Brelian Guard", "claimed")
DENIAL = Told("that Brelian troops had shelled the mill at Tarn", "Brelian Guard", "denied", "deny", denial=True)


def test_two_sides_accuse_each_other() -> None:
    (found,) = compared(border("a.txt", KORVAN, BRELIAN, DENIAL)).discrepancies
    assert (found.kind, found.severity) == ("accusation", "high")
    assert [side.label for side in found.sides] == ["Brelia", "Korva"]
    assert [len(side.members) for side in found.sides] == [2, 1]


def test_a_single_accusation_is_no_dispute() -> None:
    assert not compared(border("a.txt", KORVAN)).discrepancies


def test_accusations_months_apart_are_two_episodes() -> None:
    assert not compared(border("a.txt", KORVAN), border("b.txt", BRELIAN, day="2031-09-01")).discrepancies
    assert compared(border("a.txt", KORVAN), border("b.txt", BRELIAN, day=None)).discrepancies
    assert not compared(border("a.txt", KORVAN, day=None)).discrepancies


def test_an_outlet_tells_one_version_in_its_own_voice() -> None:
    own = "At dawn Brelian troops were shelling the mill at Tarn."
    found = compared(border("a.txt", KORVAN, BRELIAN, own=own)).discrepancies
    (one_sided,) = [d for d in found if d.kind == "one_sided"]
    assert one_sided.sides[0].members[0].speaker is None
    both = f"{own} At noon Korvan troops opened fire at the ford."
    assert not [d for d in compared(border("a.txt", KORVAN, BRELIAN, own=both)).discrepancies if d.kind == "one_sided"]
    calm = "At dawn Brelian troops were baking bread at the mill at Tarn."
    assert not [d for d in compared(border("a.txt", KORVAN, BRELIAN, own=calm)).discrepancies if d.kind == "one_sided"]


def test_a_sentence_with_a_demand_in_it_is_told_by_the_report_but_for_that() -> None:
    demand = Told("them to leave the mill", "Korvan guards", "asked", "request")
    own = "When Korvan guards asked them to leave the mill, Brelian troops opened fire at the mill near Tarn."
    document, marks = border("a.txt", KORVAN, BRELIAN, own=own)
    with_demand = make_marks(
        document,
        [KORVAN, BRELIAN, demand],
        [Called("Korvan Guard", "organisation"), Called("Brelian Guard", "organisation")],
    )
    found = compared((document, replace(with_demand, toponyms=marks.toponyms))).discrepancies
    (one_sided,) = [d for d in found if d.kind == "one_sided"]
    assert one_sided.sides[0].members[0].says.startswith("Brelian troops opened fire")
