""" "What he said that he had told someone came to me the way his statement came.\""""

from dataclasses import replace

from onrecord.binding.relays import inherit_relays
from tests.binding.making import attribution

LINE = (
    "[source1 Dorn] [cue1 said], [via1 Korva Press] wrote, [content1 that [source2 he] [cue2 told] her [content2 so]]."
)


def test_a_nested_statement_has_the_relay_of_the_one_around_it() -> None:
    outer, inner = inherit_relays([attribution(LINE, "1"), attribution(LINE, "2", parent="a1")])
    assert [(relay.name, relay.inherited) for relay in outer.via] == [("Korva Press", False)]
    assert [(relay.name, relay.inherited) for relay in inner.via] == [("Korva Press", True), (outer.speaker, True)]
    assert inner.via[0].span == outer.via[0].span


def test_what_somebody_says_of_another_came_through_him_too() -> None:
    outer = replace(attribution(LINE, "1"), speaker="Dorn")
    inner = replace(attribution(LINE, "2", parent="a1"), speaker="Orlova")
    deep = replace(attribution(LINE, "2", parent="a2"), id="a3", speaker="a guard")
    found = {one.id: one for one in inherit_relays([deep, inner, outer])}
    assert [relay.name for relay in found["a2"].via] == ["Korva Press", "Dorn"]
    assert [relay.name for relay in found["a3"].via] == ["Korva Press", "Dorn", "Orlova"]
    assert all(relay.inherited for relay in found["a3"].via)


def test_a_relay_of_its_own_stays_and_a_ring_ends() -> None:
    own = attribution(LINE, "1", parent="a2")
    other = attribution(LINE, "2", parent="a1", via=())
    assert inherit_relays([own])[0].via == own.via
    first = replace(attribution(LINE, "1", parent="a2", via=()), speaker=other.speaker)
    assert [one.via for one in inherit_relays([first, other])] == [(), ()]


def test_nobody_passes_his_own_words_on() -> None:
    line = "[source1 The aide] [cue1 said], [via1 Korva Press] wrote, citing [via1 an aide], [content1 so]."
    own = replace(attribution(line, "1"), speaker="an aide")
    (found,) = inherit_relays([own])
    assert [relay.name for relay in found.via] == ["Korva Press"]
