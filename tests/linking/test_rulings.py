"""I said that these two are not one man, and no rule, no later report and no other run may forget it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.linking import attach_rulings, find_clash, find_spans, find_standing, link, select
from onrecord.linking.rulings import attach
from onrecord.records import Document, Judgement, MarkKind, Marks, Ruling, Span, Verdict
from tests.linking.reports import Called, Counted, Told, make_marks, make_report

TEXT = "Marlena Voss spoke in Tarn. Later Marlena Voss said that 12 boats had sunk."


def report(uri: str = "a.txt", text: str = TEXT, name: str = "Marlena Voss") -> tuple[Document, Marks]:
    document = make_report(uri, text)
    return document, make_marks(document, called=[Called(name)])


def rule_on(left: str, right: str, verdict: Verdict, more: str = "") -> Judgement:
    return Judgement(
        id=f"J{left}{right}{verdict}{more}", relation="same entity", left=left, right=right, verdict=verdict,
        by="a reader", why="",
    )  # fmt: skip


def mention_of(marks: Marks) -> str:
    return marks.mentions[0].id


def ruling(document: Document, marks: Marks, verdict: Verdict = "no", **more: str) -> Ruling:
    selector = select(document, "mention", marks.mentions[0].span)
    return Ruling(
        id=more.get("id", "J1"), relation="same entity", left=selector, right=selector, verdict=verdict, by="ada",
        why="", made="2031-05-17T10:00:00+00:00", undoes=more.get("undoes"),
    )  # fmt: skip


@pytest.mark.parametrize("kind", ["mention", "attribution", "figure", "event mention"])
def test_each_kind_of_mark_is_known_by_its_first_words(kind: MarkKind) -> None:
    document = make_report("a.txt", TEXT)
    told, counted = Told("that 12 boats had sunk", "Marlena Voss"), Counted("12", 12)
    marks = make_marks(document, [told], [Called("Marlena Voss")], [counted])
    words = [span.of(TEXT) for span in find_spans(marks, kind).values()]
    assert words == {
        "mention": ["Marlena Voss"], "attribution": ["that 12 boats had sunk"], "figure": ["12"], "event mention": []
    }[kind]  # fmt: skip


def test_a_mark_is_found_again_when_a_rule_has_moved_its_edge() -> None:
    document, marks = report()
    selector = select(document, "mention", marks.mentions[0].span)
    moved = replace(marks, mentions=(replace(marks.mentions[0], id="m9", span=Span(start=0, end=7)),))
    assert attach(selector, document, marks) == mention_of(marks)
    assert attach(selector, document, moved) == "m9"


def test_a_mark_is_found_again_by_its_words_and_surroundings_when_the_text_has_grown() -> None:
    document, _ = report()
    selector = select(document, "mention", Span(start=TEXT.rindex("Marlena"), end=TEXT.rindex("Marlena") + 12))
    text = "CORRECTED. " + TEXT
    longer = make_report("a.txt", text)
    places = [text.index("Marlena"), text.rindex("Marlena")]
    both = make_marks(longer, called=[Called("Marlena Voss")])
    mentions = [replace(both.mentions[0], id=f"m{at}", span=Span(start=at, end=at + 12)) for at in places]
    assert attach(selector, longer, replace(both, mentions=tuple(mentions))) == f"m{places[1]}"


def test_words_that_are_gone_or_carry_no_mark_attach_to_nothing() -> None:
    document, marks = report()
    selector = select(document, "mention", marks.mentions[0].span)
    assert attach(selector, make_report("a.txt", "Nobody spoke."), marks) is None
    assert attach(selector, document, replace(marks, mentions=())) is None


def test_a_judgement_that_lost_its_mark_is_a_problem_with_a_remedy_and_is_kept() -> None:
    document, marks = report()
    other, other_marks = report("b.txt")
    told = replace(ruling(document, marks), right=select(other, "mention", other_marks.mentions[0].span))
    judgements, problems = attach_rulings([told], [document, other], [marks, other_marks])
    assert ([j.id for j in judgements], problems) == (["J1"], ())
    judgements, problems = attach_rulings([told], [document, other], [marks, replace(other_marks, mentions=())])
    assert judgements == ()
    assert [(p.uri, p.stage) for p in problems] == [("b.txt", "linking")]
    assert "“Marlena Voss”" in problems[0].message
    assert "onrecord undo STORY.db J1" in problems[0].remedy
    _, problems = attach_rulings([told], [document], [marks])
    assert [p.document for p in problems] == [None]


def test_what_was_taken_back_stands_no_more() -> None:
    document, marks = report()
    log = [ruling(document, marks), ruling(document, marks, id="J2", undoes="J1"), ruling(document, marks, id="J3")]
    assert [one.id for one in find_standing(log)] == ["J3"]


def test_two_names_that_are_judged_apart_are_so_in_every_report() -> None:
    stories = [report("a.txt"), report("b.txt", "Malrena Voss spoke.", "Malrena Voss"), report("c.txt")]
    documents, marks = [d for d, _ in stories], [m for _, m in stories]
    assert len(link(documents, marks, ()).entities) == 1
    apart = rule_on(mention_of(marks[0]), mention_of(marks[1]), "no")
    entities = link(documents, marks, (apart,)).entities
    assert sorted(entity.variants for entity in entities) == [("Malrena Voss",), ("Marlena Voss",)]


def test_one_name_that_is_judged_to_belong_to_two_joins_no_reports_by_itself() -> None:
    stories = [report(f"{name}.txt") for name in "abc"]
    documents, marks = [d for d, _ in stories], [m for _, m in stories]
    split = rule_on(mention_of(marks[0]), mention_of(marks[1]), "unsure")
    assert len(link(documents, marks, (split,)).entities) == 3
    told = rule_on(mention_of(marks[2]), mention_of(marks[1]), "yes")
    assert sorted(len(e.mentions) for e in link(documents, marks, (split, told)).entities) == [1, 2]


def test_figures_that_are_judged_apart_or_one() -> None:
    reports = [make_report(f"{n}.txt", f"{n} people died in Tarn.", f"2031-05-1{n}") for n in (2, 3, 4)]
    measures = ("dead", "dead", "drowned")
    marks = [
        make_marks(d, counted=[Counted(d.text[0], int(d.text[0]), m)]) for d, m in zip(reports, measures, strict=True)
    ]
    ids = [found.figures[0].id for found in marks]
    assert [len(q.figures) for q in link(reports, marks, ()).quantities] == [2, 1]
    no = replace(rule_on(ids[0], ids[1], "no"), relation="same figure")
    assert [len(q.figures) for q in link(reports, marks, (no,)).quantities] == [1, 1, 1]
    yes = replace(rule_on(ids[0], ids[2], "yes"), relation="same figure")
    assert [len(q.figures) for q in link(reports, marks, (yes,)).quantities] == [3]


def test_one_and_one_and_yet_apart_cannot_stand() -> None:
    names = ("Ada Quell", "Berit Stone", "Cyril Moor")
    marks = [report(f"{name}.txt", f"{name} spoke.", name)[1] for name in names]
    a, b, c = map(mention_of, marks)
    ab, bc = rule_on(a, b, "yes"), rule_on(b, c, "yes")
    assert find_clash(marks, [], rule_on(a, c, "no")) == ()
    assert find_clash(marks, [ab], rule_on(a, c, "no")) == ()
    assert find_clash(marks, [ab, bc], rule_on(a, c, "no")) == (ab, bc), "either could go"
    assert find_clash(marks, [ab, bc, rule_on(a, c, "yes")], rule_on(a, b, "no")) == (ab, bc, rule_on(a, c, "yes"))
    assert find_clash(marks, [rule_on(a, b, "no")], ab) == (rule_on(a, b, "no"),)
    figures = [replace(j, relation="same figure") for j in (ab, rule_on(a, b, "no"))]
    assert find_clash(marks, figures[1:], figures[0]) == (figures[1],)


@given(st.permutations([0, 1, 2, 3]), st.sampled_from(["yes", "no", "unsure"]))
def test_the_order_of_reports_changes_nothing_that_was_judged(order: list[int], verdict: Verdict) -> None:
    names = ("Marlena Voss", "Malrena Voss", "Ivo Strand", "Marlena Voss")
    stories = [report(f"{i}.txt", f"{name} spoke.", name) for i, name in enumerate(names)]
    marks = [found for _, found in stories]
    judged = (rule_on(mention_of(marks[0]), mention_of(marks[1 if verdict == "no" else 2]), verdict),)
    shuffled = [stories[i] for i in order]
    assert link([d for d, _ in shuffled], [m for _, m in shuffled], judged) == link(
        [d for d, _ in stories], marks, judged
    )
