"""Tell me who "she", "you" and "the same agency" are."""

from __future__ import annotations

from onrecord.binding.speakers import resolve_relays
from onrecord.language import Parser, parse
from onrecord.records import Named, Span
from tests.binding.making import attribution
from tests.binding.resolving import mentions_of, resolved
from tests.marked import plain


def test_she_said_once_is_no_he_later(parser: Parser) -> None:
    line = (
        "Karl Munk slept. Brulisai Weiss left. [source1 She] [cue1 said] [content1 so]. Brulisai Weiss waved. "
        "[source2 He] [cue2 added] [content2 more]."
    )
    made = [attribution(line, number) for number in "12"]
    assert [one.speaker for one in resolved(line, parser, *made)] == ["Brulisai Weiss", "Karl Munk"]


def test_you_are_those_who_are_spoken_to(parser: Parser) -> None:
    line = "Karl Munk told the jurors: [content1 [source2 you] [cue2 believed] [content2 a tale]]. [cue1 said]"
    jurors = Named(name="jurors", span=Span(start=15, end=21))
    outer = attribution(line, "1", addressee=jurors, speech="direct")
    inner = attribution(line, "2", parent="a1")
    assert resolved(line, parser, outer, inner)[1].speaker == "jurors"
    hidden = attribution(line, "1", addressee=Named(name="them", span=Span(start=15, end=21)), speech="direct")
    assert resolved(line, parser, hidden, inner)[1].speaker == "you"


def test_the_same_agency_is_the_one_that_passed_on_what_was_said_last(parser: Parser) -> None:
    line = (
        "The agency Tarnox closed. [source1 Karl Munk] [cue1 said] [content1 so], the agency [via1 Brulix] reported. "
        "[content2 More], he said to [via2 the same agency]. [cue2 said]"
    )
    text, made = plain(line), [attribution(line, number) for number in "12"]
    found = resolve_relays(parse(text, parser), mentions_of(text, parser), made)
    assert [relay.name for one in found for relay in one.via] == ["Brulix", "Brulix"]
