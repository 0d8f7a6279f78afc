"""Through whom did it come, to whom was it said?"""

import pytest

from onrecord.language import Parser, parse
from onrecord.records import Attribution, Detail, Document
from onrecord.statements import find_attributions
from tests.marked import gold, plain
from tests.statements.reported import find


def chains(found: tuple[Attribution, ...]) -> list[tuple[str, ...]]:
    return [tuple(relay.name for relay in a.via) for a in found if a.parent is None]


@pytest.mark.parametrize(
    ("line", "chain"),
    [
        ("The general asked a court for a retrial, the Dorn Prensa said, quoting his son.", ("Dorn Prensa", "his son")),
        ("Dorn Town want a striker, Morning Bell reported, citing his agent.", ("Morning Bell", "his agent")),
        ("Dorn hopes to end it, according to a diplomat cited by the daily Dorn Bell.", ("Dorn Bell", "diplomat")),
        ("In a recording obtained by the channel Al-Dorn, the group demanded a ransom.", ("Al-Dorn",)),
        ("Through her lawyer, she demanded a ransom.", ("her lawyer",)),
        ("She said in Dorn Weekly that the dam held.", ("Dorn Weekly",)),
        ("In a call to Radio Dorn she said that the dam held.", ("Radio Dorn",)),
        ("In an interview with Calna, she said that the dam held.", ("Calna",)),
        ("The director assured them that the jobs were safe, according to shop steward Ben Rai.", ("Ben Rai",)),
        ("The dam held, Orlova told the exile station Free Sound.", ("Free Sound",)),
        ("Orlova told a news conference in Dorn that the dam held.", ()),
        ("Orlova told Putin that the dam held.", ()),
        ("Orlova told Dornland that the dam held.", ()),
        ("In an interview with Moscow, she said that the dam held.", ()),
    ],
)
def test_the_chain(line: str, chain: tuple[str, ...], parser: Parser) -> None:
    assert chains(find(line, parser)) == [chain]


def test_the_newspaper_is_the_one_named_before(parser: Parser) -> None:
    text = (
        "The ministry called on the Dorn Post to retract its page.\n"
        "Mira Orlova was quoted by the newspaper as saying that the dam leaked."
    )
    assert chains(find(text, parser))[-1] == ("Dorn Post",)


@pytest.mark.parametrize("hearer", ["this newspaper", "Dorn Wire", "our correspondent"])
def test_the_outlet_itself_is_no_relay(hearer: str, parser: Parser) -> None:
    text = f"Orlova told {hearer} that the dam held."
    detail = Detail(value="Dorn Wire", span=None, field="outlet", by="test")
    document = Document(id="d", uri="u", capture="c", text=text, language="en", outlet=detail)
    (found,) = find_attributions(document, parse(text, parser))
    assert found.via == ()
    assert found.addressee is not None
    assert found.addressee.name == hearer


def test_the_agency_of_the_dateline_is_no_relay(parser: Parser) -> None:
    text = "DORN, May 3 (Dorn Wire) - Orlova told Dorn Wire that the dam held."
    detail = Detail(value="DORN, May 3 (Dorn Wire)", span=None, field=None, by="test")
    document = Document(id="d", uri="u", capture="c", text=text, language="en", dateline=detail)
    assert chains(find_attributions(document, parse(text, parser))) == [()]


def test_a_pronoun_inherits_no_relay_of_another_person(parser: Parser) -> None:
    text = "Mira Orlova told Radio Dorn that the dam held.\nBen Tollan came on Monday. He said that the mill was shut."
    assert chains(find(text, parser)) == [("Radio Dorn",), ()]


def test_what_stands_before_another_day_is_lent_no_relay(parser: Parser) -> None:
    text = "Mira Orlova demanded a recount.\nIn a call to Radio Dorn, Mira Orlova said that the seals were cut."
    assert chains(find(text, parser)) == [(), ("Radio Dorn",)]


@pytest.mark.parametrize(
    "line",
    [
        "Orlova wrote in a letter to [to the council] that the dam was unsafe.",
        "Orlova told [to a news conference] in Dorn that the dam held.",
        "Speaking to [to reporters], Orlova warned that it would fail.",
        "In a phone call with [to Ben Tollan], Orlova urged restraint.",
        "Orlova called on [to the council] to act.",
        "Orlova confirmed to [to lawmakers] that the levy would lapse.",
        "Orlova assured [to staff] that the jobs were safe.",
        "Orlova begged [to the officers] to leave.",
    ],
)
def test_whom_it_is_said_to(line: str, parser: Parser) -> None:
    text = plain(line)
    found = [a.addressee.span.of(text) for a in find(text, parser) if a.addressee and a.addressee.span]
    assert found == [words for _, words in gold(line)]


@pytest.mark.parametrize(
    "line",
    [
        "Orlova referred to the dam.",
        "Orlova agreed to the letter.",
        "Orlova said to his surprise that the dam held.",
    ],
)
def test_what_is_no_hearer(line: str, parser: Parser) -> None:
    assert [a.addressee for a in find(line, parser) if a.addressee] == []
