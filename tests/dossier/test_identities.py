""" "Who is that, since when, and why do you take these two names for one man?\""""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.dossier.catalogue import catalogue_story
from onrecord.dossier.identities import Identity, find_identity, tell_tenure
from onrecord.records import Entity, Interval, Judgement, Mention, Ruling, Selector, Span, Tenure, Verdict
from tests.dossier.stories import tell_small_story

DAYS = Interval(earliest="2031-05-03", latest="2031-06-04")


@pytest.mark.parametrize(
    ("attested", "words"),
    [
        (DAYS, "Minister (reports of 3 May 2031 to 4 June 2031)"),
        (replace(DAYS, latest="2031-05-03"), "Minister (reports of 3 May 2031)"),
        (None, "Minister"),
    ],
)
def test_a_role_is_told_with_the_days_that_attest_it(attested: Interval | None, words: str) -> None:
    assert tell_tenure(Tenure(role="Minister", attested=attested, mentions=())) == words


def identity(verdict: Verdict = "yes", why: str = "one passport") -> Identity:
    """What is told of someone with two names: one merge by a rule, one by a person."""
    story = tell_small_story()
    names = {"m8": "Orlova", "m9": "Orlowa"}
    mentions = [
        Mention(id=id, document=story.documents[0].id, span=Span(start=0, end=1), kind="person", name=name, role=None,
                by="test")
        for id, name in names.items()
    ]  # fmt: skip
    ruled = Judgement(
        id="J1", relation="same entity", left="m8", right="m9", verdict="yes", by="linking entities",
        why="Orlova and Orlowa sound alike",
    )  # fmt: skip
    judged = replace(ruled, id="J2", verdict=verdict, by="Ada", why=why)
    entity = Entity(
        id="E9", name="Orlova", kind="person", variants=("Orlova", "Orlowa"), roles=(), mentions=("m8", "m9"), by="test"
    )
    marks = (replace(story.marks[0], mentions=(*story.marks[0].mentions, *mentions)), *story.marks[1:])
    things = replace(story.things, entities=(entity,), judgements=(ruled, judged))
    told = replace(story, marks=marks, things=things, rulings=(ruling(),))
    return find_identity(catalogue_story(told), ["E9", "not there"])


def ruling() -> Ruling:
    selector = Selector(document="d", kind="mention", quote="Orlova", before="", after="", span=Span(start=0, end=6))
    return Ruling(
        id="J2", relation="same entity", left=selector, right=selector, verdict="yes", by="Ada", why="",
        made="2031-05-05T10:00:00+00:00",
    )  # fmt: skip


def test_the_forms_of_a_name_come_with_the_reasons_of_rules_and_of_people() -> None:
    assert identity() == Identity(
        roles=(),
        forms=("Orlowa",),
        reasons=("Orlova and Orlowa sound alike", "Orlova and Orlowa judged one by Ada: one passport"),
    )


def test_a_person_need_not_give_a_reason() -> None:
    assert identity("unsure", "").reasons[1] == "Orlova and Orlowa judged kept apart, unsure by Ada"


def test_a_role_that_another_says_more_fully_is_left_out() -> None:
    roles = ["Minister", "Transport Minister", "minister", "mayor of Dorn", "Mayor"]
    tenures = tuple(Tenure(role=role, attested=None, mentions=()) for role in roles)
    story = tell_small_story()
    entity = Entity(
        id="E9", name="Orlova", kind="person", variants=(), roles=(), mentions=(), tenures=tenures, by="test"
    )
    told = replace(story, things=replace(story.things, entities=(entity,)))
    assert find_identity(catalogue_story(told), ["E9"]).roles == ("Transport Minister", "mayor of Dorn", "Mayor")
