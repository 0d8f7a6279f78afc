"""I have ten minutes before a briefing: where do the accounts agree, where not, and who stood where, and when?"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.accounts import compare
from onrecord.accounts.cues import Cue, find_stance, fits, load_cues
from onrecord.accounts.issues import name_new_things, split_contrast
from onrecord.accounts.sayings import is_before
from onrecord.accounts.telling import list_names, name_day
from onrecord.linking import link
from onrecord.records import Accounts, Discrepancy, Document, Interval, Marks, Member
from tests.linking.gold_story import GoldStory, read_gold_story
from tests.linking.reports import Called, Counted, Told, make_marks, make_report


@pytest.fixture(scope="module")
def story() -> GoldStory:
    return read_gold_story()


@pytest.fixture(scope="module")
def accounts(story: GoldStory) -> Accounts:
    return compare(story.documents, story.marks, link(story.documents, story.marks, ()))


def compared(*reports: tuple[Document, Marks]) -> Accounts:
    documents = [document for document, _ in reports]
    marks = [found for _, found in reports]
    return compare(documents, marks, link(documents, marks, ()))


# The sample story, with its annotator's marks: what is found is right, and most is found.


def covers(story: GoldStory, member: Member, expected: dict[str, str]) -> bool:
    pieces = [piece.strip('“”".') for piece in expected["words"].split(" [...] ")]
    return story.stems[member.document] == expected["document"] and any(piece in member.says for piece in pieces)


def is_same(story: GoldStory, found: Discrepancy, gold: dict[str, Any]) -> bool:
    """True when the kind is the same and two sides share a member each."""
    if found.kind != gold["kind"]:
        return False
    pairs = [
        (i, j)
        for i, side in enumerate(found.sides)
        for j, expected in enumerate(gold["sides"])
        if any(covers(story, member, one) for member in side.members for one in expected)
    ]
    return any(a[0] != b[0] and a[1] != b[1] for a in pairs for b in pairs)


def test_discrepancies_of_the_sample_story(story: GoldStory, accounts: Accounts) -> None:
    gold = story.accounts["discrepancies"]
    right = [found for found in accounts.discrepancies if any(is_same(story, found, one) for one in gold)]
    known = [one["id"] for one in gold if any(is_same(story, found, one) for found in accounts.discrepancies)]
    assert len(right) / len(accounts.discrepancies) >= 0.95
    assert len(known) / len(gold) >= 0.85


def test_no_discrepancy_about_what_the_annotator_calls_compatible(story: GoldStory, accounts: Accounts) -> None:
    for pair in story.accounts["not_conflicts"]:
        for found in accounts.discrepancies:
            if found.kind in ("figure", "denial") and "value" in pair["pair"][0]:
                values = {f"{one['value']:g}" for one in pair["pair"]}
                assert not values <= {side.label for side in found.sides}


def test_positions_of_the_sample_story(story: GoldStory, accounts: Accounts) -> None:
    gold = {(one["actor"].split()[-1], one["stance"]) for one in story.accounts["positions"]}
    found = {(position.actor.split()[-1], position.stance) for position in accounts.positions}
    assert len(gold & found) >= 14


def test_agreements_count_texts_and_voices(accounts: Accounts) -> None:
    assert all(agreement.independent_texts >= 2 for agreement in accounts.agreements)
    assert all(agreement.reports >= agreement.independent_texts for agreement in accounts.agreements)
    assert any("nothing is decided" in agreement.why for agreement in accounts.agreements)


def test_no_order_is_claimed_between_dated_and_undated(accounts: Accounts) -> None:
    (unordered,) = [d for d in accounts.discrepancies if d.kind == "position" and "Verrisk" in d.question]
    assert "Which came first is not known" in unordered.why
    assert unordered.missing
    (ordered,) = [d for d in accounts.discrepancies if d.kind == "position" and "Danmir" in d.question]
    assert "The first was said before the second" in ordered.why
    assert [side.label for side in ordered.sides] == ["for", "against"]


def test_every_member_lies_in_its_report(story: GoldStory, accounts: Accounts) -> None:
    texts = {document.id: document.text for document in story.documents}
    sides = [side for found in accounts.discrepancies for side in found.sides]
    sides += [side for found in accounts.agreements for side in found.sides]
    for side in sides:
        assert 0 < len(side.members) <= 6
        for member in side.members:
            assert member.span.of(texts[member.document])
    for position in accounts.positions:
        assert position.span.of(texts[position.document])


def test_ids_are_unique(accounts: Accounts) -> None:
    for things in (accounts.discrepancies, accounts.agreements, accounts.issues, accounts.positions):
        ids = [thing.id for thing in things]
        assert len(ids) == len(set(ids))


def test_the_order_of_the_reports_changes_nothing(story: GoldStory, accounts: Accounts) -> None:
    documents, marks = story.documents[::-1], story.marks[::-1]
    assert compare(documents, marks, link(documents, marks, ())) == accounts


# The tables of cues.


@pytest.mark.parametrize("cue", load_cues("stances"), ids=lambda cue: cue.captures)
def test_each_stance_cue_fires_on_its_sentence_alone(cue: Cue) -> None:
    heads = frozenset(head for head, _, _ in name_new_things(cue.example))
    assert find_stance(cue.example.casefold(), heads) == cue.name
    assert find_stance(cue.counterexample.casefold(), heads) != cue.name


@pytest.mark.parametrize("cue", load_cues("contrasts"), ids=lambda cue: f"{cue.name}: {cue.captures}")
def test_each_contrast_cue_fires_on_its_sentence_alone(cue: Cue) -> None:
    assert cue.pattern.search(cue.example.casefold().rstrip(".") if cue.name == "this" else cue.example.casefold()) or (
        cue.name == "this" and fits("contrasts", "this", "the charge")
    )
    assert not cue.pattern.search(cue.counterexample.casefold())


# Issues.


@pytest.mark.parametrize(
    ("words", "phrases"),
    [
        ("They want a second Korvan supply station at Tarn.", ["second korvan supply station"]),
        ("Another port, but no more.", ["another port"]),
        ("He flew to New Brelia with the new port's master.", []),
        ("The new bridge and this joint office stand.", []),
        ("A NEW PORT FOR TARN", ["new port"]),
        ("a second of them", []),
    ],
)
def test_new_things_are_named_by_a_word_of_novelty(words: str, phrases: list[str]) -> None:
    assert [phrase for _, phrase, _ in name_new_things(words)] == phrases


def test_what_is_wanted_and_what_it_is_wanted_instead_of() -> None:
    assert split_contrast("a pier at Tarn rather than a bigger one at Orm") == (
        "a pier at Tarn ",
        " a bigger one at Orm",
    )
    assert split_contrast("a pier at Tarn") == ("a pier at Tarn", "")


# Positions and oppositions.

PEOPLE = [Called("Lena Orlova", role="Korvan minister"), Called("Marek Brandt", role="Brelian minister")]


INTRODUCTIONS = {
    "a.txt": "Korvan minister Lena Orlova met Brelian minister Marek Brandt in Korva, not in Brelia.",
    "b.txt": "From Brelia to Korva: yesterday Marek Brandt, the Brelian one, received the Korvan one, Lena Orlova.",
}


def speech(uri: str, *told: tuple[str, Told], day: str | None = None) -> tuple[Document, Marks]:
    """Return a report of one line for each saying, with the Korvan and the Brelian minister as its people."""
    lines = [f"{said.speaker} {said.cue}, {said.words}, {rest}." for rest, said in told]
    text = "\n".join([INTRODUCTIONS[uri], *lines])
    document = make_report(uri, text, day)
    marks = make_marks(document, [said for _, said in told], PEOPLE, places=["Korva", "Brelia"])
    return document, marks


def stance_of(words: str, act: str = "assert", cue: str = "said") -> set[str]:
    """Return the stances found for a saying, beside another report that names the issue."""
    said = Told(words, "Lena Orlova", cue, act)  # type: ignore[arg-type]
    other = Told("a second Korvan port at Tarn was talked about in Brelia", "Marek Brandt", act="propose")
    found = compared(speech("a.txt", ("at noon", said)), speech("b.txt", ("by post", other)))
    return {position.stance for position in found.positions if position.actor == "Lena Orlova"}


@pytest.mark.parametrize(
    ("words", "act", "stance"),
    [
        ("Korva wants a second port at Tarn near Brelia", "assert", {"for"}),
        ("Korva does not need a second port at Tarn near Brelia", "assert", {"against"}),
        ("Korva is not against a second port at Tarn near Brelia", "assert", {"for"}),
        ("Korva is not negotiating on a second port near Brelia", "assert", {"unclear"}),
        ("no decision on a second port was taken in Brelia or Korva", "assert", {"unclear"}),
        ("a second port in Korva would end the peace with Brelia", "warn", {"against"}),
        ("Brelia wants a second port at Tarn in Korva", "assert", set()),
        ("a second port near Brelia and Korva", "oppose", {"against"}),
        ("a second port near Brelia and Korva", "support", {"for"}),
        ("Korva and Brelia will talk on Monday", "assert", set()),
        ("Korva closes the strait if a second port is built by Brelia", "threaten", {"against"}),
        ("the existing port is enough", "assert", set()),
    ],
)
def test_a_saying_takes_a_stance_on_a_new_thing(words: str, act: str, stance: set[str]) -> None:
    assert stance_of(words, act) == stance


def test_two_ministers_want_opposite_things() -> None:
    wants = Told("Korva wants a second port at Tarn near Brelia", "Lena Orlova", act="propose", day="2031-05-01")
    refuses = Told("the existing port is enough for Brelia and a second port in Korva is not needed", "Marek Brandt")
    found = compared(speech("a.txt", ("at noon", wants)), speech("b.txt", ("at night", refuses)))
    (opposed,) = [d for d in found.discrepancies if d.kind == "opposition"]
    assert [side.label for side in opposed.sides] == ["for", "against"]
    assert opposed.severity == "high"
    assert [issue.label for issue in found.issues] == ["second port"]


def test_one_minister_changes_her_mind_between_two_days() -> None:
    before = Told("Korva wants a second port at Tarn near Brelia", "Lena Orlova", act="propose", day="2031-05-01")
    after = Told("Korva rejects a second port at Tarn near Brelia", "Lena Orlova", act="oppose", day="2031-06-01")
    reports = speech("a.txt", ("at noon", before)), speech("b.txt", ("at night", after), day="2031-06-02")
    (change,) = [d for d in compared(*reports).discrepancies if d.kind == "position"]
    assert "The first was said before the second" in change.why
    undated = speech("b.txt", ("at night", replace(after, day=None)))
    (unknown,) = [d for d in compared(reports[0], undated).discrepancies if d.kind == "position"]
    assert "Which came first is not known" in unknown.why


def test_what_follows_takes_up_the_plan() -> None:
    names = Told("a second port at Tarn near Brelia is what Korva wants", "Marek Brandt", act="propose")
    plan = Told("the plan", "Lena Orlova", "opposed", "oppose")
    reports = speech("a.txt", ("at noon", names), ("openly", plan)), speech("b.txt", ("again", names))
    assert ("Lena Orlova", "against") in {(p.actor, p.stance) for p in compared(*reports).positions}


def test_nobody_asked_and_somebody_did() -> None:
    asked = Told("Korva asked Brelia for a second port at Tarn", "Lena Orlova", act="request", day="2031-05-01")
    denied = Told("no official request for a second port has reached Brelia from Korva", "Marek Brandt", denial=True)
    reports = speech("a.txt", ("at noon", asked)), speech("b.txt", ("at night", denied), day="2031-06-02")
    (found,) = [d for d in compared(*reports).discrepancies if d.kind == "denial"]
    assert "official" in (found.reconciled_by or "")
    plain = replace(denied, words="no request for a second port has reached Brelia from Korva")
    (found,) = [
        d for d in compared(reports[0], speech("b.txt", ("at night", plain))).discrepancies if d.kind == "denial"
    ]
    assert found.reconciled_by is None
    early = speech("b.txt", ("at night", replace(denied, day="2031-04-01")))
    assert not [d for d in compared(reports[0], early).discrepancies if d.kind == "denial"]


def test_one_offer_in_two_wordings() -> None:
    one = Told(
        "they should build a grain pier at Tarn rather than a second port in Korva", "Lena Orlova", act="propose"
    )
    two = Told(
        "they should build a naval base at Tarn rather than a second port in Brelia", "Lena Orlova", act="propose"
    )
    reports = speech("a.txt", ("at noon", one)), speech("b.txt", ("at night", two))
    (found,) = [d for d in compared(*reports).discrepancies if d.kind == "wording"]
    assert {side.label for side in found.sides} == {"pier", "base"}


def test_two_actors_want_what_exists_to_be_stronger() -> None:
    one = Told("Korva wants a second port at Tarn rather than a bigger port at Orm", "Lena Orlova", act="propose")
    two = Told("Brelia will strengthen the existing port at Orm", "Marek Brandt", act="intend")
    three = Told("the port at Orm must be kept in good order", "Lena Orlova")
    reports = speech("a.txt", ("at noon", one), ("later", three)), speech("b.txt", ("at night", two), ("again", one))
    found = compared(*reports)
    assert "strengthening the existing port" in {issue.label for issue in found.issues}
    assert any("what exists is to be stronger" in agreement.why for agreement in found.agreements)
    denied = replace(two, words="Brelia will not strengthen the existing port at Orm")
    silent = compared(reports[0], speech("b.txt", ("at night", denied), ("again", one)))
    assert {issue.label for issue in silent.issues} == {"second port"}


# Denials within a report.


def test_an_accusation_answered_in_the_same_report() -> None:
    accuses = Told("Brandt of selling the ferry", "Lena Orlova", "accused", "accuse")
    denies = Told("this", "Marek Brandt", "denied", "deny", denial=True)
    (found,) = compared(speech("a.txt", ("in the house", accuses), ("at once", denies))).discrepancies
    assert (found.kind, found.severity) == ("denial", "low")
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


# Figures.


def tolls(*counted: Counted, day: str | None = "2031-05-02", uri: str = "a.txt") -> tuple[Document, Marks]:
    text = " ".join(f"Some {one.words} people, {one.claimant} said." for one in counted)
    document = make_report(uri, text, day)
    return document, make_marks(document, counted=counted)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (Counted("36", 36, claimant="A"), Counted("36", 36, claimant="B")),
        (Counted("30", 30, operator="more_than", claimant="A"), Counted("36", 36, claimant="B")),
        (Counted("40", 40, operator="less_than", claimant="A"), Counted("36", 36, claimant="B")),
        (Counted("37", 37, operator="approx", claimant="A"), Counted("36", 36, claimant="B")),
        (Counted("36", 36, claimant="A"), Counted("41", 41, claimant="B", status="expected")),
        (Counted("36", 36, claimant="A"), Counted("41", 41, claimant="B", measure="injured")),
        (Counted("36", 36, claimant="A", place="Tarn"), Counted("41", 41, claimant="B", place="Orm")),
        (Counted("36", 36, claimant="A", of="sailors"), Counted("41", 41, claimant="B", of="farmers")),
        (Counted("36", 36, claimant="A", day="2031-05-01"), Counted("41", 41, claimant="B", day="2031-05-02")),
        (Counted("36", 36, claimant="A"), Counted("41", 41, claimant="A")),
        (Counted("36", 36, unit="boat", claimant="A"), Counted("41", 41, unit="boat", claimant="B")),
        (Counted("36", None, claimant="A"), Counted("41", 41, claimant="B")),
        (Counted("36", 36, operator="vague", claimant="A"), Counted("41", 41, claimant="B")),
    ],
)
def test_figures_that_fit_are_left_alone(one: Counted, two: Counted) -> None:
    assert not compared(tolls(one, two)).discrepancies


def test_two_bodies_count_differently() -> None:
    found = compared(
        tolls(Counted("36", 36, claimant="Coast Office"), Counted("41", 41, claimant="Red Lamp", place="Tarn"))
    )
    (discrepancy,) = found.discrepancies
    assert (discrepancy.kind, discrepancy.severity) == ("figure", "high")
    assert [side.label for side in discrepancy.sides] == ["36", "41"]
    assert "Tarn" in (discrepancy.reconciled_by or "")
    assert discrepancy.question == "How many people were killed?"


def test_a_range_holds_what_lies_in_it() -> None:
    document, marks = tolls(Counted("30", 30, operator="range", claimant="A"), Counted("36", 36, claimant="B"))
    wide = replace(marks, figures=(replace(marks.figures[0], high=40), marks.figures[1]))
    assert not compared((document, wide)).discrepancies
    narrow = replace(marks, figures=(replace(marks.figures[0], high=33), marks.figures[1]))
    assert compared((document, narrow)).discrepancies


def test_one_body_counts_less_than_before() -> None:
    first = Counted("41", 41, claimant="Coast Office", day="2031-05-01")
    later = Counted("36", 36, claimant="Coast Office", day="2031-05-02")
    (found,) = compared(tolls(first, later)).discrepancies
    assert "The later number is the lower one" in found.why
    corrected = replace(later, supersedes="41")
    assert not compared(tolls(replace(first, status="superseded"), corrected)).discrepancies


def test_a_later_correction_may_reconcile() -> None:
    one = tolls(Counted("36", 36, claimant="Red Lamp"), Counted("41", 41, claimant="Coast Office"))
    text = "The Coast Office lowered its count from 41 to 36."
    document = make_report("b.txt", text, "2031-05-04")
    older = Counted("41", 41, status="superseded", claimant="Coast Office")
    newer = Counted("36", 36, claimant="Coast Office", supersedes="41")
    (found,) = compared(one, (document, make_marks(document, counted=[older, newer]))).discrepancies
    assert "Coast Office later corrected 41 to 36" in (found.reconciled_by or "")


def test_reports_far_apart_do_not_count_the_same() -> None:
    one = tolls(Counted("36", 36, claimant="Korvan Coast Office"), uri="a.txt")
    korva = make_report("c.txt", "Korva and the Korvan coast.", "2031-05-02"), make_marks(make_report("c.txt", "Korva"))
    near = tolls(Counted("41", 41, claimant="Red Lamp of Korva"), uri="b.txt", day="2031-05-04")
    far = tolls(Counted("41", 41, claimant="Red Lamp of Korva"), uri="b.txt", day="2031-09-04")
    undated = tolls(Counted("41", 41, claimant="Red Lamp of Korva"), uri="b.txt", day=None)
    assert len(compared(one, near, korva).discrepancies) == 1
    assert not compared(one, far, korva).discrepancies
    assert not compared(one, undated, korva).discrepancies
    elsewhere = tolls(Counted("41", 41, claimant="Red Lamp"), uri="b.txt", day="2031-05-04")
    assert not compared(one, elsewhere, korva).discrepancies


def test_the_reports_own_number_beside_a_claimed_one() -> None:
    own = Counted("36", 36)
    claimed = Counted("41", 41, claimant="Coast Office")
    (found,) = compared(tolls(own, claimed)).discrepancies
    assert found.kind == "figure"
    assert not compared(tolls(own, replace(own, words="41", value=41))).discrepancies
    nameless = "what the people who live in the lower harbour say of it"
    assert compared(tolls(own, claimed, replace(claimed, words="77", value=36, claimant=nameless))).discrepancies


def test_agreement_on_a_figure_needs_two_voices() -> None:
    one = tolls(Counted("36", 36, claimant="Coast Office"), uri="a.txt")
    two = tolls(Counted("36", 36, claimant="Red Lamp"), uri="b.txt")
    same = tolls(Counted("36", 36, claimant="Coast Office"), uri="b.txt")
    (agreement,) = compared(one, two).agreements
    assert (agreement.reports, agreement.independent_texts) == (2, 2)
    assert not compared(one, same).agreements


def test_figures_in_the_reports_own_voice_agree_when_names_are_shared() -> None:
    texts = ["Storm Ada killed 36 at Tarn and Orm.", "At Tarn and at Orm 36 died in Storm Ada.", "Elsewhere 36 died."]
    reports = []
    for number, text in enumerate(texts):
        document = make_report(f"{number}.txt", text, "2031-05-02")
        reports.append((document, make_marks(document, counted=[Counted("36", 36)])))
    (agreement,) = compared(*reports).agreements
    assert agreement.reports == 2
    assert "own voice" in agreement.why


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


# Small things.


def test_days_are_ordered_only_when_both_are_known() -> None:
    may, june = (Interval(earliest=f"2031-0{month}-01", latest=f"2031-0{month}-09") for month in (5, 6))
    assert is_before(may, june)
    assert not is_before(june, may)
    assert not is_before(None, june)
    assert not is_before(may, Interval(earliest=None, latest="2031-06-09"))
    assert is_before(Interval(earliest=None, latest="2031-05-09"), june)


def test_days_in_words() -> None:
    assert name_day(None) == "undated"
    assert name_day(Interval(earliest=None, latest="2031-05-09")) == "undated, not after 2031-05-09"
    assert name_day(Interval(earliest="2031-05-09", latest=None)) == "on or after 2031-05-09"
    assert name_day(Interval(earliest="2031-05-09", latest="2031-05-09")) == "2031-05-09"
    assert name_day(Interval(earliest="2031-05-01", latest="2031-05-09")) == "between 2031-05-01 and 2031-05-09"


def test_names_in_a_list() -> None:
    assert list_names([]) == ""
    assert list_names(["Orlova", "Brandt", "Voss"]) == "Orlova, Brandt and Voss"


@settings(deadline=None, max_examples=50)
@given(st.lists(st.text(max_size=200), max_size=4))
def test_any_text_without_marks_gives_empty_accounts(texts: list[str]) -> None:
    documents = [make_report(f"{number}.txt", text) for number, text in enumerate(texts)]
    assert compare(documents, [], link(documents, [], ())) == Accounts()


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=300))
def test_any_words_can_be_said(words: str) -> None:
    document = make_report("a.txt", f"Lena Orlova said {words}.")
    marks = make_marks(document, [Told(words or "said", "Lena Orlova")], [Called("Lena Orlova")])
    for found in compared((document, marks)).discrepancies:
        assert found.sides
