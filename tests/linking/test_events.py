"""Three papers wrote about the ferry that sank; show me one sinking, and not the one of last year as well."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import pytest

from onrecord.linking import link
from onrecord.linking.kinds import find_kind, load_kinds
from onrecord.linking.occasions import find_occasions
from onrecord.records import Document, EventMention, Marks, Modality, Named, Participant, Span, Toponym
from tests.linking.reports import Called, Told, find_span, make_marks, make_report

FERRY = "The ferry Amsel sank off Tarn with 40 passengers. Captain Ivo Rell swam ashore at Tarn."
AGAIN = "The sinking of the Amsel off Tarn shocked passengers. Captain Ivo Rell said the ferry was overloaded."
MARKET = "Onion prices doubled in Veldt. Growers blamed the hail, and the mayor promised cheap seed for spring."
GROWERS = "Growers in Veldt were promised seed by the mayor after hail doubled onion prices before spring."


def mention(
    document: Document,
    words: str,
    who: Sequence[tuple[str, str]] = (),
    place: str | None = None,
    modality: Modality = "happened",
) -> EventMention:
    parties = (
        Participant(role=role, span=find_span(document, name), name=name, sector=None)  # type: ignore[arg-type]
        for name, role in who
    )
    return EventMention(
        id=f"{document.uri}|{words}",
        document=document.id,
        trigger=find_span(document, words),
        type="ASSAULT",
        subtype=None,
        modality=modality,
        participants=tuple(parties),
        place=Named(name=place, span=find_span(document, place)) if place else None,
        when=None,
        claimants=(),
        attribution=None,
        by="test",
        confidence=None,
    )


def chains(told: Sequence[tuple[Document, EventMention]], marks: Sequence[Marks] = ()) -> list[list[str]]:
    """Link the mentions; return their words, event by event."""
    documents = list({document.id: document for document, _ in told}.values())
    found = {one.document: one for one in marks} or {d.id: make_marks(d) for d in documents}
    with_events = [
        replace(found[document.id], events=tuple(one for _, one in told if one.document == document.id))
        for document in documents
    ]
    words = {one.id: one.trigger.of(document.text) for document, one in told}
    return [[words[id] for id in event.mentions] for event in link(documents, with_events, ()).events]


def test_reports_of_one_occasion_are_found_by_what_they_share() -> None:
    reports = [make_report(f"{n}.txt", text) for n, text in enumerate((FERRY, AGAIN, MARKET, GROWERS))]
    occasions = find_occasions(reports)
    assert occasions[reports[0].id] == occasions[reports[1].id] != occasions[reports[2].id]
    assert occasions[reports[2].id] == occasions[reports[3].id]


def test_no_reports_have_no_occasion() -> None:
    assert find_occasions([]) == {}
    assert len(set(find_occasions([make_report("a.txt", ""), make_report("b.txt", "?!")]).values())) == 2


def test_a_verb_and_its_noun_in_two_reports_are_one_event() -> None:
    one, two = make_report("a.txt", FERRY), make_report("b.txt", AGAIN)
    assert chains([(one, mention(one, "sank")), (two, mention(two, "sinking"))]) == [["sank", "sinking"]]


def test_the_same_word_on_another_occasion_is_another_event() -> None:
    one, two = make_report("a.txt", FERRY), make_report("b.txt", MARKET.replace("doubled", "sank"))
    assert chains([(one, mention(one, "sank")), (two, mention(two, "sank"))]) == [["sank"], ["sank"]]


def test_two_persons_arrested_are_two_arrests() -> None:
    text = "Police arrested Ada Quell on the pier. Hours later they arrested Odo Brant at home."
    report = make_report("a.txt", text)
    first = mention(report, "arrested", [("Ada Quell", "recipient")])
    second = replace(
        mention(report, "arrested", [("Odo Brant", "recipient")]),
        id="second",
        trigger=Span(start=text.rindex("arrested"), end=text.rindex("arrested") + 8),
    )
    marks = [make_marks(report, called=[Called("Ada Quell"), Called("Odo Brant")])]
    assert chains([(report, first), (report, second)], marks) == [["arrested"], ["arrested"]]
    alike = replace(second, participants=first.participants)
    assert chains([(report, first), (report, alike)], marks) == [["arrested", "arrested"]]


def test_another_clash_of_one_report_is_another_and_the_clash_is_the_same() -> None:
    text = "A clash off Tarn cost two lives. After the clash, ships left. On the way they met another short clash."
    report = make_report("a.txt", text)
    places = [found.start() for found in re.finditer("clash", text)]
    told = [
        replace(mention(report, "clash"), id=str(place), trigger=Span(start=place, end=place + 5)) for place in places
    ]
    found = link([report], [replace(make_marks(report), events=tuple(told))], ()).events
    assert [event.mentions for event in found] == [(str(places[0]), str(places[1])), (str(places[2]),)]


@pytest.mark.parametrize("modality", ["planned", "possible", "negated"])
def test_reports_that_differ_on_whether_it_happened_speak_of_one_happening(modality: Modality) -> None:
    one, two = make_report("a.txt", FERRY), make_report("b.txt", AGAIN)
    told = [(one, mention(one, "sank")), (two, mention(two, "sinking", modality=modality))]
    assert chains(told) == [["sank", "sinking"]]


def test_routine_is_one_event_only_where_somebody_takes_part_in_both() -> None:
    text = "Ada Quell met the pilots. The owners met Odo Brant. Quell later met the pilots again."
    report = make_report("a.txt", text)
    marks = [make_marks(report, called=[Called("Ada Quell"), Called("Odo Brant")])]
    first = mention(report, "met", [("Ada Quell", "actor")])
    owners = mention(report, "met Odo Brant", [("Odo Brant", "recipient")])
    assert len(chains([(report, first), (report, owners)], marks)) == 2


def test_two_places_are_two_events_unless_one_lies_in_the_other() -> None:
    one, two = make_report("a.txt", FERRY), make_report("b.txt", AGAIN.replace("Tarn", "Halle"))
    told = [(one, mention(one, "sank", place="Tarn")), (two, mention(two, "sinking", place="Halle"))]
    assert len(chains(told)) == 2

    def located(document: Document, name: str, radius: float, longitude: float = 10.0, by: str = "name") -> Marks:
        spot = make_marks(document, places=[name]).toponyms[0]
        known: Toponym = replace(spot, latitude=50.0, longitude=longitude, radius_km=radius, by=by)
        return replace(make_marks(document), toponyms=(known,))

    assert len(chains(told, [located(one, "Tarn", 1.0), located(two, "Halle", 200.0)])) == 1
    doubted = located(two, "Halle", 9000.0, 12.0, "name, one of several")
    assert len(chains(told, [located(one, "Tarn", 1.0), doubted])) == 2


def test_reports_months_apart_that_give_no_day_tell_of_two_events() -> None:
    spring, autumn = make_report("a.txt", FERRY, "2031-04-02"), make_report("b.txt", AGAIN, "2031-10-02")
    assert len(chains([(spring, mention(spring, "sank")), (autumn, mention(autumn, "sinking"))])) == 2
    told = make_marks(autumn, [Told("The sinking", None, day="2031-04-01")])
    dated = replace(mention(autumn, "sinking"), when=told.timexes[0].id)
    marks = [make_marks(spring), told]
    assert len(chains([(spring, mention(spring, "sank")), (autumn, dated)], marks)) == 1


def test_the_same_sentence_of_copies_tells_of_one_event() -> None:
    text = f"{FERRY} {MARKET} Both crews agreed on a truce, and the owners agreed on a price for the wreck."
    one, two = make_report("a.txt", text), make_report("b.txt", f"By our staff. {text}")
    told = [
        (report, mention(report, words)) for report in (one, two) for words in ("agreed on a truce", "agreed on a p")
    ]
    assert sorted(map(len, chains(told))) == [2, 2]


def test_a_mention_that_fits_two_events_stays_alone() -> None:
    text = "Two men were hurt: police wounded Ada Quell, and a dog wounded Odo Brant. The wounding was filmed."
    report = make_report("a.txt", text)
    marks = [make_marks(report, called=[Called("Ada Quell"), Called("Odo Brant")])]
    told = [
        (report, mention(report, "wounded Ada", [("Ada Quell", "recipient")])),
        (report, mention(report, "wounded Odo", [("Odo Brant", "recipient")])),
        (report, mention(report, "wounding")),
    ]
    assert len(chains(told, marks)) == 3


@pytest.mark.parametrize(
    ("trigger", "kind"),
    [
        ("gunned down", "shoot"),
        ("was murdered", "kill"),
        ("the awards ceremony", "ceremon"),
        ("a clash at sea", "clash"),
        ("lifting the ban", "lift"),
        ("said", None),
        ("it", None),
        ("", None),
    ],
)
def test_triggers_are_told_apart_by_kind(trigger: str, kind: str | None) -> None:
    assert find_kind(trigger) == kind


def test_every_word_has_one_kind() -> None:
    assert load_kinds()["slain"] == load_kinds()["killings"] == "kill"
    assert " " not in "".join(load_kinds())
