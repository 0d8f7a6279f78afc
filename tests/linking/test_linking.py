"""I have many reports of one story: tell me who is who, what is a copy, and which sayings are one saying."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.linking import link
from onrecord.linking.copies import find_shingles, link_copies
from onrecord.linking.groups import Groups
from onrecord.linking.wording import content_stems, stem
from onrecord.records import (
    Document,
    EventMention,
    Interval,
    Judgement,
    Marks,
    Named,
    Span,
    Things,
)
from tests.linking.gold_story import GoldStory, read_gold_story
from tests.linking.reports import Called, Counted, Told, make_marks, make_report

TEXT = (
    "The ferry line between Tarn and Orm will close for the winter, the harbour office said. Nobody had asked the "
    "islanders, who use it to bring their sheep to market, and the mayor called the plan a theft of their autumn. "
    "Two boats will be laid up at Tarn and a third will be sold to a company on the mainland before the new year."
)


@pytest.fixture(scope="module")
def story() -> GoldStory:
    return read_gold_story()


@pytest.fixture(scope="module")
def things(story: GoldStory) -> Things:
    return link(story.documents, story.marks, ())


def judge(left: str, right: str, verdict: str, relation: str = "same statement") -> Judgement:
    assert verdict in ("yes", "no", "unsure")
    assert relation in ("same statement", "same entity", "copy")
    return Judgement(
        id="J1",
        relation=relation,  # type: ignore[arg-type]
        left=left,
        right=right,
        verdict=verdict,  # type: ignore[arg-type]
        by="a reader",
        why="seen",
    )


# The sample story, with its annotator's marks.


def test_finds_the_copies_of_the_sample_story(story: GoldStory, things: Things) -> None:
    (family,) = things.copies
    expected = {member for copy in story.accounts["copies"] for member in copy["members"]}
    assert {story.stems[member] for member in family.members} == expected
    assert (family.reports, family.independent_texts) == (3, 1)


def test_joins_no_two_sayings_that_the_annotator_keeps_apart(story: GoldStory, things: Things) -> None:
    given_ids = {own: given for given, own in story.attributions.items()}
    groups = [set(group["members"]) for group in story.accounts["same_statement"]]
    joined: list[set[str]] = []
    for group in groups:
        touching = [other for other in joined if other & group]
        joined = [other for other in joined if not other & group] + [group.union(*touching)]
    found = [{given_ids[a] for a in statement.attributions} for statement in things.statements]
    pairs = {frozenset((a, b)) for group in found for a in group for b in group if a < b}
    gold = {frozenset((a, b)) for group in joined for a in group for b in group if a < b}
    assert len(pairs & gold) / len(pairs) >= 0.95
    assert len(pairs & gold) / len(gold) >= 0.6


def test_every_attribution_belongs_to_one_statement(story: GoldStory, things: Things) -> None:
    told = [a for statement in things.statements for a in statement.attributions]
    assert sorted(told) == sorted(a.id for found in story.marks for a in found.attributions)


def test_one_man_under_three_romanisations_and_a_slip(things: Things) -> None:
    (president,) = [entity for entity in things.entities if "Jevrin Kholdai" in entity.variants]
    assert set(president.variants) == {"Jevrin Kholdai", "Jervin Kholdai", "Yevrin Kholday", "Zhevrin Holdai"}


def test_a_report_is_no_older_than_the_speech_it_retells(story: GoldStory, things: Things) -> None:
    days = {story.stems[dated.document]: dated.publication for dated in things.publications}
    undated = days["01-kholdai-offers-drovna"]
    assert undated.basis == "inferred"
    assert (undated.interval.earliest or "") >= "2022-05-20"
    assert any(detail.field == "retelling" for detail in undated.evidence)


@settings(max_examples=5, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_the_reports_changes_nothing(random: object) -> None:
    story = read_gold_story()
    order = list(range(len(story.documents)))
    random.shuffle(order)  # type: ignore[attr-defined]
    mixed = link([story.documents[i] for i in order], [story.marks[i] for i in reversed(order)], ())
    assert mixed == link(story.documents, story.marks, ())


# Judgements.


def test_a_readers_no_keeps_two_sayings_apart_and_a_yes_joins_them(story: GoldStory, things: Things) -> None:
    left, right = story.attributions["08-2"], story.attributions["10-13"]
    assert any({left, right} <= set(statement.attributions) for statement in things.statements)
    apart = link(story.documents, story.marks, (judge(left, right, "no"),))
    assert not any({left, right} <= set(statement.attributions) for statement in apart.statements)
    other = story.attributions["17-4"]
    joined = link(story.documents, story.marks, (judge(left, other, "yes"),))
    assert any({left, other} <= set(statement.attributions) for statement in joined.statements)
    assert joined.judgements[0].by == "a reader"


def test_a_readers_word_binds_entities_and_copies(story: GoldStory, things: Things) -> None:
    (family,) = things.copies
    apart = [judge(a, b, "no", "copy") for a in family.members for b in family.members if a < b]
    assert link(story.documents, story.marks, apart).copies == ()
    other = next(document.id for document in story.documents if document.id not in family.members)
    made = link_copies(story.documents, [judge(family.members[0], other, "yes", "copy")])
    assert made[0].reports == 4
    assert "a reader: seen" in made[0].why
    person = next(entity for entity in things.entities if "Yevrin Kholday" in entity.variants)
    ids = {m.name: m.id for found in story.marks for m in found.mentions if m.id in person.mentions}
    names = ("Yevrin Kholday", "Jevrin Kholdai", "Zhevrin Holdai", "Jervin Kholdai")
    no = [judge(ids[a], ids[b], "no", "same entity") for a in names for b in names if a < b]
    kept = link(story.documents, story.marks, no)
    assert len([entity for entity in kept.entities if set(entity.variants) & set(names)]) >= 4
    strangers = {m.name: m.id for found in story.marks for m in found.mentions}
    yes = [judge(strangers["Ivo Strand"], strangers["Ruta Sollen"], "yes", "same entity")]
    joined = link(story.documents, story.marks, yes)
    assert any({"Ivo Strand", "Ruta Sollen"} <= set(entity.variants) for entity in joined.entities)


@given(
    st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6))), st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)))
)
def test_what_is_to_stay_apart_never_meets(joins: list[tuple[int, int]], apart: list[tuple[int, int]]) -> None:
    groups = Groups(range(7), [(a, b) for a, b in apart if a != b])
    for left, right in joins:
        groups.join(left, right)
    for left, right in apart:
        assert left == right or groups.first(left) != groups.first(right)
    assert sorted(item for group in groups.all() for item in group) == list(range(7))


# Copies.


def test_an_abridged_report_is_a_copy_and_a_report_of_the_same_is_none() -> None:
    whole = make_report("a.txt", TEXT)
    part = make_report("b.txt", "Brief news. " + TEXT[:180])
    other = make_report("c.txt", TEXT.replace("will", "may").replace("the", "a").replace("a harbour", "harbour")[::-1])
    (family,) = link_copies([whole, part, other])
    assert set(family.members) == {whole.id, part.id}
    assert "b.txt" in family.why


def test_page_debris_is_no_part_of_a_text() -> None:
    clean = make_report("a.txt", TEXT)
    framed = replace(make_report("b.txt", f"Share this page now\n{TEXT}"), debris=(Span(start=0, end=19),))
    assert find_shingles(framed) == find_shingles(clean)


# Wording.


def test_inflections_share_a_stem() -> None:
    assert stem("builds") == stem("building") == stem("build")
    assert stem("running") == stem("runs")
    assert content_stems("The Korvans were building it") == content_stems("Korva builds")


# Statements.


def two_reports(first: Told, second: Told, days: tuple[str | None, str | None] = ("2031-05-02", "2031-05-03")) -> int:
    """Return how many statements two reports of one sentence each come to."""
    documents = []
    marks = []
    for number, (told, day) in enumerate(zip((first, second), days, strict=True)):
        document = make_report(f"{number}.txt", f"{told.speaker} {told.cue}: {told.words}. Elsewhere it rained.", day)
        documents.append(document)
        marks.append(
            make_marks(document, [told], [Called(told.speaker)] if told.speaker and " " in told.speaker else [])
        )
    return len(link(documents, marks, ()).statements)


WORDS = "the ferry line between Tarn and Orm closes before winter"


def test_one_saying_retold() -> None:
    told = Told(WORDS, "Lena Orlova", day="2031-05-01")
    assert two_reports(told, replace(told, words="the ferry line from Tarn to Orm would close in winter")) == 1
    assert two_reports(told, Told(WORDS, "Lena Orlova")) == 1
    assert two_reports(Told(WORDS, "Lena Orlova"), Told(WORDS, "Lena Orlova")) == 1


def test_another_speaker_another_day_or_a_denial_is_another_saying() -> None:
    told = Told(WORDS, "Lena Orlova", day="2031-05-01")
    assert two_reports(told, replace(told, speaker="Marek Brandt")) == 2
    assert two_reports(told, replace(told, day="2031-06-01"), ("2031-05-02", "2031-06-02")) == 2
    assert two_reports(told, replace(told, denial=True)) == 2
    assert two_reports(replace(told, day=None), replace(told, day="2031-06-01"), ("2031-05-02", "2031-06-02")) == 2
    assert two_reports(told, replace(told, words="nobody paid for the two boats at Tarn")) == 2


def test_unnamed_speakers_of_two_reports_are_two() -> None:
    assert two_reports(Told(WORDS, "officials"), Told(WORDS, "officials")) == 2
    assert two_reports(Told(WORDS, "The Coast Office"), Told(WORDS, "Coast Office")) == 1


def test_months_leave_room_for_one_day() -> None:
    told = Told(WORDS, "Lena Orlova", day="2031-05")
    assert two_reports(told, replace(told, day="2031-05-01")) == 1


def test_the_day_of_saying_is_known_bounded_or_unknown() -> None:
    for day, published, expected in (
        ("2031-05-01", "2031-05-02", Interval(earliest="2031-05-01", latest="2031-05-01")),
        (None, "2031-05-02", Interval(earliest=None, latest="2031-05-02")),
        (None, None, None),
    ):
        document = make_report("a.txt", "Lena Orlova said it rained.", published)
        marks = make_marks(document, [Told("it rained", "Lena Orlova", day=day)], [Called("Lena Orlova")])
        (statement,) = link([document], [marks], ()).statements
        assert statement.said == expected
        assert statement.said_by


def test_joined_by_a_reader_tellings_may_give_two_days() -> None:
    documents = [make_report(f"{n}.txt", "Lena Orlova said it rained.", "2031-07-01") for n in range(2)]
    days = ("2031-05-01", "2031-06-01")
    marks = [
        make_marks(d, [Told("it rained", "Lena Orlova", day=day)], [Called("Lena Orlova")])
        for d, day in zip(documents, days, strict=True)
    ]
    ids = [found.attributions[0].id for found in marks]
    (statement,) = link(documents, marks, (judge(ids[0], ids[1], "yes"),)).statements
    assert statement.said == Interval(earliest="2031-05-01", latest="2031-05-01")
    assert "others differ" in statement.said_by


# Quantities and events.


def test_figures_of_one_thing_make_one_quantity() -> None:
    one = make_report("a.txt", "37 people died at Tarn, the Coast Office said.", "2031-05-01")
    two = make_report("b.txt", "36 died at Tarn. 12 boats sank. 5 is a number. Many came.", "2031-05-02")
    marks = [
        make_marks(one, counted=[Counted("37", 37, of="people", place="Tarn")]),
        make_marks(
            two,
            counted=[
                Counted("36", 36, place="Tarn"),
                Counted("12", 12, "sunk", "boat"),
                Counted("5", 5, None),
                Counted("Many", None),
            ],
        ),
    ]
    quantities = link([one, two], marks, ()).quantities
    assert sorted((q.measure, q.scope, len(q.figures)) for q in quantities) == [("dead", "Tarn", 2), ("sunk", None, 1)]


def event(document: Document, words: str, place: str | None, when: str | None) -> EventMention:
    start = document.text.index(words)
    return EventMention(
        id=f"e{document.uri}{start}",
        document=document.id,
        trigger=Span(start=start, end=start + len(words)),
        type="ASSAULT",
        subtype="clash",
        modality="happened",
        participants=(),
        place=Named(name=place, span=None) if place else None,
        when=when,
        claimants=(),
        attribution=None,
        by="test",
        confidence=None,
    )


def test_one_kind_of_event_at_one_place_on_one_day_is_one_event() -> None:
    documents = [make_report(f"{n}.txt", "A clash at Tarn on 1 May. A march at sea.", "2031-05-02") for n in range(2)]
    marks = []
    for document in documents:
        found = make_marks(document, [Told("A clash", None, day="2031-05-01")])
        dated = event(document, "clash", "Tarn", found.timexes[0].id)
        marks.append(replace(found, events=(dated, event(document, "march", None, None))))
    events = link(documents, marks, ()).events
    assert [len(e.mentions) for e in events] == [2, 2]
    (shared,) = [e for e in events if e.place]
    assert (shared.place, shared.when) == ("Tarn", Interval(earliest="2031-05-01", latest="2031-05-01"))


# Odd input.


@settings(deadline=None, max_examples=50)
@given(st.lists(st.text(max_size=200), max_size=4))
def test_any_text_without_marks_links(texts: list[str]) -> None:
    documents = [make_report(f"{number}.txt", text) for number, text in enumerate(texts)]
    things = link(documents, [], ())
    assert len(things.publications) == len(documents)
    assert things.statements == ()


def test_marks_of_a_missing_report_are_left_out() -> None:
    assert link([], [Marks(document="d1")], ()) == Things()
