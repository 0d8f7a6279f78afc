""" "What he said that he had told someone came to me the way his statement came.\""""

from onrecord.binding.relays import inherit_relays
from tests.binding.making import attribution

LINE = (
    "[source1 Dorn] [cue1 said], [via1 Korva Press] wrote, [content1 that [source2 he] [cue2 told] her [content2 so]]."
)


def test_a_nested_statement_has_the_relay_of_the_one_around_it() -> None:
    outer, inner = inherit_relays([attribution(LINE, "1"), attribution(LINE, "2", parent="a1")])
    assert [(relay.name, relay.inherited) for relay in outer.via] == [("Korva Press", False)]
    assert [(relay.name, relay.inherited) for relay in inner.via] == [("Korva Press", True)]
    assert inner.via[0].span == outer.via[0].span


def test_a_relay_of_its_own_stays_and_a_ring_ends() -> None:
    own = attribution(LINE, "1", parent="a2")
    other = attribution(LINE, "2", parent="a1", via=())
    assert inherit_relays([own])[0].via == own.via
    first, second = inherit_relays([attribution(LINE, "1", parent="a2", via=()), other])
    assert (first.via, second.via) == ((), ())
