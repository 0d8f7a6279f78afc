""" "Tell me who says what, what does not fit, and what you do not know.\""""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.dossier import draw_dossier
from onrecord.dossier.catalogue import Catalogue, anchor, catalogue_story, name_of, speaker_of
from onrecord.dossier.discrepancies import list_agreements, list_discrepancies
from onrecord.dossier.filters import Choices, list_choices
from onrecord.dossier.passages import cite_report, find_passage, shorten, words_of
from onrecord.dossier.places import list_places
from onrecord.dossier.positions import Field, list_positions
from onrecord.dossier.quantities import _rank, list_quantities, tell_number
from onrecord.dossier.recordings import list_recordings
from onrecord.dossier.sources import list_families, list_relays, list_sheets
from onrecord.dossier.speakers import NOT_NAMED, list_speakers
from onrecord.dossier.summaries import describe_record, summarise
from onrecord.dossier.timeline import list_clocks
from onrecord.records import (
    Accounts,
    Entity,
    Interval,
    Issue,
    Marks,
    Position,
    Sentence,
    Span,
    Stance,
    Story,
    Things,
)
from tests.dossier.builders import at, count, day, detail, named
from tests.dossier.stories import tell_small_story


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return catalogue_story(tell_small_story())


@pytest.fixture(scope="module")
def choices(catalogue: Catalogue) -> Choices:
    return list_choices(catalogue)


EMPTY = Story(title=" ", documents=(), marks=(), things=Things(), accounts=Accounts(), problems=(), version="0")


def test_the_head_counts_exactly_and_says_what_is_not_known(catalogue: Catalogue) -> None:
    summary = summarise(catalogue)
    assert summary.span == "Dated statements and reports fall between 20 June and 31 October 2031."
    assert [f"{count.number} {count.counts}" for count in summary.counts] == [
        "4 reports",
        "3 independent texts",
        "7 speakers",
        "14 statements",
        "4 events",
        "3 figures",
        "3 discrepancies",
    ]
    assert summary.unknown[0] == "When 3 of 4 reports were published, to the day."
    assert summary.unknown[2:4] == ("Who speaks in 1 of 15 passages.", "Which outlet published 1 of 4 reports.")
    assert summary.unknown[-1].startswith("Who is right.")


def test_a_story_of_nothing_says_so() -> None:
    catalogue = catalogue_story(EMPTY)
    summary = summarise(catalogue)
    assert (summary.title, summary.span) == ("A story without a title", "Nothing in the reports can be dated.")
    assert summary.unknown == ("Who is right. The record compares what is said; it does not judge it.",)
    assert list_clocks(catalogue, list_choices(catalogue)) == ()


def test_the_gravest_discrepancy_comes_first_with_both_sides(catalogue: Catalogue, choices: Choices) -> None:
    cards = list_discrepancies(catalogue, choices)
    assert [card.question for card in cards][:2] == ["Was the ministry sent a plan?", "How many boats were damaged?"]
    no, yes = cards[0].columns
    assert (no.label, no.voices[0].speaker, no.voices[0].said) == ("It was not", "Maren Orlova", "Said on 23 June 2031")
    assert (yes.voices[0].role, yes.voices[0].said) == ("Mayor", "Said between 23 June and 4 July 2031")
    assert [link.name for link in yes.voices[0].chain] == ["Piet Dahl", "Hesk Courier", "this report"]
    assert [column.voices[0].said for column in cards[1].columns] == [
        "As of 23 June 2031, 10:00",
        "As of when is not given",
    ]
    assert cards[2].columns[1].voices[0].said == "No date of saying"
    assert cards[2].columns[1].told == "The town: Piet Dahl (no date)."
    assert cards[2].reconciled_by is None


def test_a_discrepancy_is_filtered_by_the_days_of_all_its_members(catalogue: Catalogue, choices: Choices) -> None:
    plan, boats, _ = list_discrepancies(catalogue, choices)
    assert (plan.keys.earliest, plan.keys.latest) == ("2031-06-23", "2031-07-04")
    assert (boats.keys.earliest, boats.keys.confidence) == ("2031-06-23", 80)


def test_what_accounts_share_is_counted_in_texts(catalogue: Catalogue, choices: Choices) -> None:
    shared = list_agreements(catalogue, choices)[0]
    assert shared.counted == "3 reports, 2 independent texts"


def test_speakers_have_their_statements_dated_apart_from_undated(catalogue: Catalogue, choices: Choices) -> None:
    speakers = list_speakers(catalogue, choices)
    orlova = speakers[0]
    assert (orlova.name, orlova.identity.roles) == ("Maren Orlova", ("Minister",))
    assert [saying.when for saying in orlova.dated] == ["23 June 2031", "23 June 2031", "5 October 2031"]
    assert [saying.when for saying in orlova.undated] == ["on or before 24 June 2031"]
    assert speakers[-1].name == NOT_NAMED


def test_a_statement_counts_its_copies_once_and_shows_its_relay(catalogue: Catalogue, choices: Choices) -> None:
    saying = list_speakers(catalogue, choices)[0].dated[0]
    assert saying.carried_by == "2 reports, 1 independent text"
    assert saying.dated_by == "judging by “Monday”"
    assert [link.name for link in saying.tellings[1].chain] == ["Maren Orlova", "Dorn Press", "this report"]


def test_a_relay_named_earlier_is_said_to_be(catalogue: Catalogue, choices: Choices) -> None:
    dahl = list_speakers(catalogue, choices)[1]
    chain = dahl.undated[0].tellings[0].chain
    assert [link.note for link in chain] == [None, "named earlier in the report", None, None]
    assert dahl.undated[0].dated_by == "Report 3: no date."


def test_what_is_doubtful_is_marked(catalogue: Catalogue, choices: Choices) -> None:
    sayings = [one for speaker in list_speakers(catalogue, choices) for one in (*speaker.dated, *speaker.undated)]
    assert {saying.anchor for saying in sayings if saying.is_doubtful} == {"statement-Sacost", "statement-Sacross"}
    notes = {saying.anchor: saying.tellings[0].note for saying in sayings}
    assert notes["statement-Sacost"] == "hedged by the report"
    assert notes["statement-Saplan"] == "the speaker denies this"
    assert notes["statement-Saorlova2"] == "within another statement"


def test_statements_that_nobody_linked_are_shown_all_the_same() -> None:
    story = replace(tell_small_story(), things=Things(readings=tell_small_story().things.readings))
    catalogue = catalogue_story(story)
    assert len(catalogue.statements) == 15
    orlova = next(s for s in list_speakers(catalogue, list_choices(catalogue)) if s.name == "Maren Orlova")
    assert [saying.when for saying in orlova.dated] == ["23 June 2031", "23 June 2031"]


def test_positions_lie_above_below_and_on_their_line(catalogue: Catalogue, choices: Choices) -> None:
    field = list_positions(catalogue, choices)[0]
    assert [(lane.side, lane.actor) for lane in field.lanes][:2] == [
        ("The ministry", "Maren Orlova"),
        ("The town", "Piet Dahl"),
    ]
    ministry, town, village = field.lanes
    against, backs = ministry.spots
    assert against.y > ministry.middle > backs.y
    assert village.spots[0].y == village.middle
    assert [spot.x for spot in town.undated] == [None, None]
    assert len(town.spots) == 1


def test_a_change_is_told_only_where_both_days_are_known(catalogue: Catalogue, choices: Choices) -> None:
    field = list_positions(catalogue, choices)[0]
    assert field.changes == ("Maren Orlova: against (23 June 2031), then for (5 October 2031).",)
    assert field.unordered[0].startswith("Piet Dahl: 2 statements cannot be placed in time")


def stand(number: int, stance: Stance, said: Interval | None) -> Position:
    return Position(id=f"P{number}", issue="Iwall", actor="Piet Dahl", on_behalf=None, stance=stance, said=said,
                    document="dseawall", span=Span(start=0, end=6), attribution="adahl", via=(), by="hand")  # fmt: skip


def take_positions(*stands: tuple[Stance, Interval | None]) -> Field:
    story = tell_small_story()
    positions = tuple(stand(number, stance, said) for number, (stance, said) in enumerate(stands))
    catalogue = catalogue_story(replace(story, accounts=replace(story.accounts, positions=positions)))
    return list_positions(catalogue, list_choices(catalogue))[0]


@pytest.mark.parametrize(
    "stands",
    [
        (("for", day("2031-01-01")), ("against", None)),
        (("for", day("2031-01-01")), ("against", day("2031-01-01"))),
        (("for", day("2031-01-01", "2031-03-01")), ("against", day("2031-02-01", "2031-04-01"))),
        (("for", day("2031-01-01")), ("for", day("2031-02-01"))),
        (("for", day("2031-01-01")), ("unclear", day("2031-02-01"))),
        (("for", day("2031-01-01")), ("against", day("2031-02-01", "2033-02-01"))),
        (("for", day("2031-01-01")), ("against", day("2031-01-01")), ("for", day("2031-05-01"))),
    ],
)
def test_no_change_is_claimed_where_the_order_or_the_stance_is_not_known(
    stands: tuple[tuple[Stance, Interval | None], ...],
) -> None:
    assert take_positions(*stands).changes == ()


def test_marks_that_are_near_do_not_touch() -> None:
    spots = take_positions(*(("for", day("2031-01-01")),) * 3, ("neutral", day("2031-01-01"))).lanes[0].spots
    assert len({spot.y for spot in spots}) == 4


def test_a_lane_without_any_date_has_no_axis() -> None:
    field = take_positions(("for", None))
    assert field.axis is None
    assert field.unordered == ()


def test_each_clock_keeps_undated_rows_apart(catalogue: Catalogue, choices: Choices) -> None:
    said, published, event = list_clocks(catalogue, choices)
    assert said.counted == "14 statements, 8 of them without a date"
    assert [row.when for row in said.dated][:2] == ["between 20 and 24 June 2031", "23 June 2031"]
    assert [row.subject for row in published.undated] == ["Dorn Press", published.undated[1].subject]
    assert {row.subject: row.look for row in (*event.dated, *event.undated)}["Boats damaged"] == "solid"


def test_what_did_not_happen_looks_different(catalogue: Catalogue, choices: Choices) -> None:
    rows = {
        row.anchor: row
        for row in (*list_clocks(catalogue, choices)[2].dated, *list_clocks(catalogue, choices)[2].undated)
    }
    assert rows["event-Vdelay"].look == "mixed"
    assert rows["event-Vdelay"].note == (
        "Given as alleged in 1 mention, denied in 1 mention, according to Villagers, the ministry · conduct"
    )
    assert rows["event-Vdenied"].look == "strike"
    assert rows["event-Vreturn"].look == "outline"
    assert rows["event-Vdamage"].note == "Given as happened, according to the reports themselves · conduct"
    assert rows["event-Vdamage"].words == "The harbour office counted 37 damaged boats by 10:00."


def test_figures_stand_beside_claimant_scope_and_hour(catalogue: Catalogue, choices: Choices) -> None:
    tables, alone = list_quantities(catalogue, choices)
    first, second = tables[0].claims
    assert (first.number, first.claimant, first.scope) == ("37", "The harbour office", "the harbour")
    assert (first.as_of, first.status) == ("23 June 2031, 10:00", "count so far")
    assert (second.number, second.claimant, second.as_of) == ("at least 36", "rescue crews", "not given")
    assert [(claim.number, claim.is_doubtful) for claim in alone] == [("30,000,000 to 40,000,000", True)]


@pytest.mark.parametrize(
    ("value", "changes", "told"),
    [
        (36, {}, "36"),
        (36, {"operator": "at_least"}, "at least 36"),
        (1234567.5, {}, "1,234,567.5"),
        (36, {"high": 40.0}, "36 to 40"),
        (None, {}, "“At least 36”"),
        (36, {"per": "day"}, "36 a day"),
        (36, {"operator": "vague"}, "“At least 36”"),
    ],
)
def test_a_number_is_told_exactly(
    catalogue: Catalogue, value: float | None, changes: dict[str, object], told: str
) -> None:
    document = catalogue.reports["dcopy"].document
    assert tell_number(catalogue, count("f", document, "At least 36", value, "boats", **changes)) == told


def test_a_vague_number_of_a_report_that_is_not_there_is_no_number(catalogue: Catalogue) -> None:
    figure = count("f", catalogue.reports["dcopy"].document, "36", None, "boats")
    assert tell_number(catalogue, replace(figure, document="dgone")) == "no exact number"


def test_an_hour_that_was_not_read_is_given_in_its_words() -> None:
    story = tell_small_story()
    catalogue = catalogue_story(replace(story, things=replace(story.things, readings=(), quantities=())))
    _, alone = list_quantities(catalogue, list_choices(catalogue))
    assert alone[0].as_of == "“10:00”"


def test_each_mark_has_its_record_and_its_reason(catalogue: Catalogue, choices: Choices) -> None:
    found = {one.anchor: one for one in list_recordings(catalogue, choices, catalogue.marks["dseawall"])}
    assert [one.start for one in found.values()] == sorted(one.start for one in found.values())
    plan = found["record-aplan"]
    assert plan.why == "Made by “said-that clause”; confidence 0.90."
    assert ("Denied", "the speaker denies what is tinted") in plan.facts
    assert ("Counted from", "the day the report was published") in found["record-tmonday"].facts
    assert ("Counted from", "the date named last before it") in found["record-tmarch"].facts
    assert ("Counted from", "“Monday”") in found["record-tten"].facts
    assert found["record-aorlova2"].relations[0] == ("record-adahl2", "Within a statement of Piet Dahl")
    assert found["record-tmarch"].why == "Made by “a table”; no confidence is given."


def test_relays_copies_and_places_are_listed(catalogue: Catalogue) -> None:
    relays = list_relays(catalogue)
    assert {relay.name: relay.speakers for relay in relays}["Radio Hesk"] == ("Piet Dahl",)
    family = list_families(catalogue)[0]
    assert [report.number for report in family.members] == [1, 2]
    assert family.counted == "2 reports, 1 independent text"
    assert list_places(catalogue)[0].where == "54.20° N, 8.50° W, somewhere within 12 km"


def test_a_place_outside_the_gazetteer_has_no_position() -> None:
    story = tell_small_story()
    seawall = replace(story.marks[0], toponyms=(replace(story.marks[0].toponyms[0], latitude=None),))
    catalogue = catalogue_story(replace(story, marks=(seawall,)))
    assert list_places(catalogue)[0].where == "Not in the gazetteer: no position is claimed."


def test_only_pages_of_the_web_are_linked(catalogue: Catalogue, choices: Choices) -> None:
    links = [sheet.link for sheet in list_sheets(catalogue, choices)]
    assert links == ["https://courier.example/sea-wall", None, None, "https://dorn.example/second"]


@pytest.mark.parametrize("address", ["https://a@b.example/", "http:///no-host", "https://[bad", "ftp://b.example/"])
def test_an_address_that_could_mislead_is_not_linked(address: str) -> None:
    story = tell_small_story()
    document = replace(story.documents[0], url=detail(address))
    catalogue = catalogue_story(replace(story, documents=(document,)))
    assert list_sheets(catalogue, list_choices(catalogue))[0].link is None


def test_the_record_tells_its_inputs_and_problems(catalogue: Catalogue) -> None:
    about = describe_record(catalogue)
    assert [one.digest[0] for one in about.inputs] == ["a", "b", "c", "d"]
    assert about.problems[0].remedy == "Add the text of the report as .txt."
    assert len(about.method) == 5
    assert about.limits[0].startswith("2 of the 15 passages that tell a statement")


def test_words_are_shown_in_their_sentence(catalogue: Catalogue) -> None:
    text = catalogue.reports["dseawall"].document.text
    start = text.index("37")
    passage = find_passage(catalogue, "dseawall", [Span(start=start, end=start + 2)], "fboats")
    assert passage is not None
    assert passage.pieces == (("The harbour office counted ", False), ("37", True), (" damaged boats by 10:00.", False))
    assert (passage.place, passage.link) == (f"characters {start} to {start + 2}", "text-fboats")
    assert words_of(passage) == "37"


def test_a_long_sentence_is_cut_at_words_and_says_so(catalogue: Catalogue) -> None:
    text = "word " * 100 + "HERE" + " word" * 100
    document = replace(catalogue.reports["dcopy"].document, text=text)
    whole = Sentence(id="s", document="dcopy", span=Span(start=0, end=len(text)))
    bare = catalogue_story(replace(EMPTY, documents=(document,), marks=(Marks(document="dcopy", sentences=(whole,)),)))
    passage = find_passage(bare, "dcopy", [at(text, "HERE")], None)
    assert passage is not None
    words = "".join(piece for piece, _ in passage.pieces)
    assert words.startswith("… word word")
    assert words.endswith("word word …")


def test_a_side_that_no_one_speaks_for_is_the_reports_own(catalogue: Catalogue, choices: Choices) -> None:
    story = tell_small_story()
    dispute = story.accounts.discrepancies[2]
    own = replace(dispute.sides[0].members[0], mark=None, speaker=None, said=None)
    sides = (replace(dispute.sides[0], members=(own,)), dispute.sides[1])
    accounts = replace(story.accounts, discrepancies=(replace(dispute, sides=sides),))
    told = list_discrepancies(catalogue_story(replace(story, accounts=accounts)), choices)[0].columns[0]
    assert told.voices[0].speaker == "The report itself"
    assert told.told == "It was not: The report itself (no date)."


def test_a_figure_that_no_one_claims_in_a_comparison_is_claimed_by_its_own_claimants(
    catalogue: Catalogue, choices: Choices
) -> None:
    story = tell_small_story()
    boats = story.accounts.discrepancies[1]
    sides = tuple(replace(side, members=(replace(side.members[0], speaker=None),)) for side in boats.sides)
    accounts = replace(story.accounts, discrepancies=(replace(boats, sides=sides),))
    columns = list_discrepancies(catalogue_story(replace(story, accounts=accounts)), choices)[0].columns
    assert [column.voices[0].speaker for column in columns] == ["The harbour office", "rescue crews"]


def test_far_apart_words_and_missing_reports_do_no_harm(catalogue: Catalogue) -> None:
    long = "x " * 2000
    document = replace(catalogue.reports["dcopy"].document, text=long)
    bare = catalogue_story(replace(EMPTY, documents=(document,)))
    passage = find_passage(bare, "dcopy", [Span(start=0, end=1), Span(start=3000, end=9999)], None)
    assert passage is not None
    assert " … " in passage.pieces[1][0]
    assert passage.link == "report-dcopy"
    assert find_passage(bare, "dgone", [Span(start=0, end=1)], None) is None
    assert find_passage(bare, "dcopy", [Span(start=5, end=5)], None) is None


def test_a_long_text_is_cut_at_a_word() -> None:
    assert shorten("one  two three", 40) == "one two three"
    assert shorten("one two three", 9) == "one two …"
    assert shorten("Donaudampfschiff", 5) == "Donau …"


def test_a_citation_of_a_report_gives_outlet_title_and_date(catalogue: Catalogue) -> None:
    assert cite_report(catalogue.reports["dseawall"], "0.1.0") == (
        "Hesk Courier, “Orlova says the sea wall of Hesk must wait”, published 24 June 2031, {place}, "
        "reports/sea-wall.html, onrecord 0.1.0."
    )


def test_a_form_of_a_name_that_two_share_names_neither() -> None:
    entities = tuple(
        Entity(id=f"E{i}", name=f"{first} Berg", kind="person", variants=("Berg",), roles=(), mentions=(), by="hand")
        for i, first in enumerate(("Aino", "Bo"))
    )
    catalogue = catalogue_story(replace(EMPTY, things=Things(entities=entities)))
    assert name_of(catalogue, "Berg") == "Berg"
    assert name_of(catalogue, "E1") == name_of(catalogue, "Bo Berg") == "Bo Berg"
    assert name_of(catalogue, None) is None


def test_who_is_not_named_is_told_by_the_words_of_the_source(catalogue: Catalogue) -> None:
    assert speaker_of(catalogue, catalogue.attributions["acost"]) == "a spokesman"
    assert speaker_of(catalogue, catalogue.attributions["across"]) is None


def test_an_id_that_would_not_do_in_an_address_is_replaced() -> None:
    assert anchor("record", "a12f") == "record-a12f"
    assert anchor("record", 'a"><b') == anchor("record", 'a"><b')
    assert anchor("record", 'a"><b').removeprefix("record-x").isalnum()


def test_marks_of_reports_that_are_not_there_are_left_out() -> None:
    story = tell_small_story()
    stray = Marks(
        document="dgone", figures=(replace(story.marks[1].figures[0], document="dgone", claimants=(named("x"),)),)
    )
    attributions = tuple(replace(one, document="dgone") for one in story.marks[3].attributions)
    catalogue = catalogue_story(
        replace(story, documents=story.documents[:1], marks=(stray, replace(story.marks[3], attributions=attributions)))
    )
    choices = list_choices(catalogue)
    assert list_speakers(catalogue, choices) == ()
    assert list_quantities(catalogue, choices)[1][0].passage is None
    assert list_clocks(catalogue, choices)[0].key == "published"
    assert list_discrepancies(catalogue, choices)[0].columns[1].voices[0].passage is not None


def test_what_is_in_question_stands_first_among_the_positions() -> None:
    story = tell_small_story()
    told = [Issue(id="Iquay", label="a quay", terms=(), by="test"), *story.accounts.issues]
    quay = [replace(stand(n, "for", None), id=f"Q{n}", issue="Iquay", actor=f"Actor {n}") for n in range(9)]
    accounts = replace(story.accounts, issues=tuple(told), positions=(*quay, *story.accounts.positions))
    catalogue = catalogue_story(replace(story, accounts=accounts))
    fields = list_positions(catalogue, list_choices(catalogue))
    assert {stand.stance for stand in fields[0].stands} >= {"for", "against"}
    assert fields[-1].label == "A quay"


def test_what_a_rule_tells_is_a_sentence_with_days_as_the_page_writes_them() -> None:
    story = tell_small_story()
    first, *others = story.accounts.discrepancies
    told = replace(first, reconciled_by="the counts are of different days (undated and 2031-05-14)", missing=" ")
    accounts = replace(story.accounts, discrepancies=(told, *others))
    catalogue = catalogue_story(replace(story, accounts=accounts))
    card = next(c for c in list_discrepancies(catalogue, list_choices(catalogue)) if c.anchor.endswith(told.id))
    assert card.reconciled_by == "The counts are of different days (undated and 14 May 2031)."
    assert card.missing is None


def test_figures_in_question_come_first_and_stretches_of_time_last() -> None:
    claims = list_quantities(catalogue_story(tell_small_story()), list_choices(catalogue_story(tell_small_story())))[0]
    (boats,) = claims
    years = replace(boats, label="Duration (years)", claims=tuple(replace(c, anchor="figure-y") for c in boats.claims))
    goods = replace(years, label="Goods (tonnes)", claims=years.claims[:1])
    disputed = {boats.claims[0].anchor.removeprefix("figure-")}
    assert sorted([years, goods, boats], key=lambda table: _rank(table, disputed)) == [boats, goods, years]


@pytest.mark.parametrize(
    ("unit", "measure", "of", "told"),
    [
        ("person", "dead", "people", "dead (people)"),
        ("person", "dead", "soldiers", "dead (people), soldiers"),
        ("year", "duration", None, "duration (years)"),
        ("boat", "boat", None, "boat"),
    ],
)
def test_what_a_figure_counts_is_said_once(unit: str, measure: str, of: str | None, told: str) -> None:
    story = tell_small_story()
    figure = replace(story.marks[0].figures[0], unit=unit, measure=measure, of=named(of) if of else None)
    marks = replace(story.marks[0], figures=(figure, *story.marks[0].figures[1:]))
    catalogue = catalogue_story(replace(story, marks=(marks, *story.marks[1:])))
    tables, alone = list_quantities(catalogue, list_choices(catalogue))
    claims = [claim for table in tables for claim in table.claims] + list(alone)
    assert next(claim.counts for claim in claims if claim.anchor == anchor("figure", figure.id)) == told


@pytest.mark.parametrize(("radius", "told"), [(5.5, "5.5"), (12, "12"), (868.1, "870"), (2995.7, "3,000")])
def test_a_radius_is_told_in_two_figures_and_never_made_shorter(radius: float, told: str) -> None:
    story = tell_small_story()
    places = tuple(replace(place, radius_km=radius) for place in story.marks[0].toponyms)
    marks = (replace(story.marks[0], toponyms=places), *story.marks[1:])
    spots = list_places(catalogue_story(replace(story, marks=marks)))
    assert any(spot.where.endswith(f"somewhere within {told} km") for spot in spots)


def test_only_the_first_line_of_a_problem_is_shown() -> None:
    story = tell_small_story()
    problem = replace(story.problems[0], message="a rule failed\nTraceback (most recent call last):\n  File secret.py")
    page = draw_dossier(replace(story, problems=(problem,)))
    assert "a rule failed" in page
    assert "Traceback" not in page


def test_a_title_about_a_headline_shows_the_headline(catalogue: Catalogue, choices: Choices) -> None:
    story = tell_small_story()
    first, *others = story.accounts.discrepancies
    told = replace(first, kind="overreach", question="Is it proved, or not known?")
    accounts = replace(story.accounts, discrepancies=(told, *others))
    wide = catalogue_story(replace(story, accounts=accounts))
    card = next(c for c in list_discrepancies(wide, list_choices(wide)) if c.anchor.endswith(told.id))
    before = next(c for c in list_discrepancies(catalogue, choices) if c.anchor.endswith(told.id))
    passage = before.columns[0].voices[0].passage
    assert passage is not None
    assert card.question == f"Is it proved, or not known? “{shorten(words_of(passage), 90)}”"
    assert "“" not in before.question
