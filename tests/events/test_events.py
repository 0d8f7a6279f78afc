"""I want what happened with who did it to whom, and never the one who reports a thing as the one who did it."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.events import find_events
from onrecord.language import Parser, parse
from onrecord.records import Document, EventMention
from tests.marked import gold, plain


def document(text: str) -> Document:
    return Document(id="d1", uri="file:a.txt", capture="c", text=text, language="en")


def events(text: str, parser: Parser) -> tuple[EventMention, ...]:
    return find_events(document(text), parse(text, parser))


def found(text: str, parser: Parser) -> set[tuple[str, str]]:
    marks = set()
    for event in events(text, parser):
        kind = f"{event.type}/{event.subtype}/{event.modality}".replace(" ", "_")
        marks.add((kind, event.trigger.of(text)))
        marks.update((one.role, one.span.of(text)) for one in event.participants)
        if event.place and event.place.span:
            marks.add(("place", event.place.span.of(text)))
    return marks


@pytest.mark.parametrize(
    "line",
    [
        # the one who reports is never the one who did it
        "Karn authorities disclosed that [recipient 37 people] were [ASSAULT/kill/happened killed] "
        "near [place Port Ossel].",
        "The Velm border service announced the [ASSAULT/shelling/happened shelling] of the [recipient Tarn Region].",
        "The strike [ASSAULT/kill/happened killed] a [recipient nurse], officials said, "
        "[ASSAULT/injure/happened wounding] [recipient two].",
        "The minister said [actor rebels] had [ASSAULT/shelling/happened shelled] [recipient three villages] "
        "in [place Harn district].",
        "The ministry said that [actor Velmar guards] [ASSAULT/force/happened opened fire] on "
        "[recipient Ostland guards].",
        # arrests, killings, force
        "[actor Police] [COERCE/arrest/happened arrested] [recipient Oren Vask] and [recipient Mila Torn].",
        "[recipient Eleven people] were [ASSAULT/kill/happened killed] in [actor police] firing.",
        "[recipient Two men] were [ASSAULT/kill/happened killed] in firing by [actor police].",
        "[recipient Twelve people] [ASSAULT/kill/happened killed] near [place Harn]",
        "[actor Police] [ASSAULT/force/happened used force] against the [recipient protesters].",
        "[actor Soldiers] who [ASSAULT/other/happened attacked] the [recipient village] fled.",
        "The [ASSAULT/other/happened attack] by [actor rebels] failed.",
        # meetings, agreements, bases
        "[actor President Ada Quell] [CONSULT/visit/happened visited] [recipient Karn] on Monday.",
        "[actor Quell] [CONSULT/talks/happened met] [recipient Hadlen] in [place Karn].",
        "[actor Two ministers] [CONSULT/talks/happened held talks] with [recipient Hadlen].",
        "During [actor his] [CONSULT/visit/happened visit] to [recipient Karn], [actor Hadlen] "
        "[CONSULT/talks/happened spoke] with [recipient Quell].",
        "The [actor leaders of Ostland and Velmar] [AGREE/agreement/happened signed a treaty].",
        "[actor Ostland] [AGREE/agreement/happened agreed] to lease the harbour to [recipient Velmar].",
        "[actor Ostland] [COOPERATE/other/happened opened a base] in [place Velmar] in 2030.",
        "[ASSAULT/clash/happened Clashes] broke out between [actor farmers] and [actor herders].",
        "After two days of [ASSAULT/clash/happened clashes] a state of emergency was [COERCE/other/happened declared].",
        "[actor Rescuers] [AID/evacuation/happened evacuated] [recipient 300 villagers] from Harn.",
        "[actor Velmar forces] [YIELD/other/happened freed] the [recipient hostages].",
        "[actor Workers] [PROTEST/protest/happened protested] in [place Karn].",
        "[actor Hadlen] [SUPPORT/statement_of_position/happened praised] the [recipient mayor].",
        "[actor Quell] [ACCUSE/statement_of_position/happened condemned] the raid.",
        "The [actor army] [ASSAULT/shelling/happened shelled] [recipient one of its outposts] and "
        "[recipient seven villages].",
        # operators
        "[actor Ostland] [REJECT/statement_of_position/happened refused] to [CONSULT/talks/negated negotiate] "
        "with [recipient Velmar].",
        "[actor Velmar] [THREATEN/statement_of_position/happened threatened] to [ASSAULT/other/planned attack] "
        "[recipient Ostland].",
        "[actor Velmar] [SANCTION/other/happened suspended] aid to [recipient Ostland].",
        "[actor Velmar] [YIELD/other/happened lifted] the curfew.",
        "The [actor union] [REQUEST/statement_of_position/happened demanded] the release of the dockers.",
        "[actor Velmar] [REQUEST/statement_of_position/happened calls] for talks with [recipient Ostland].",
        "[actor Ostland] [AGREE/agreement/happened offered] help to [recipient Velmar].",
        "[actor Velmar] [THREATEN/other/happened vowed] to [ASSAULT/other/planned attack] [recipient Ostland].",
        # modality
        "[actor President Ada Quell] will [CONSULT/visit/planned visit] [recipient Karn].",
        "[actor Quell] plans to [CONSULT/visit/planned visit] [recipient Karn] and "
        "[CONSULT/talks/planned meet] [recipient Tor Hadlen].",
        "The upcoming [CONSULT/visit/planned visit] by [actor Hadlen] was delayed.",
        "[actor Ostland] may [COOPERATE/other/possible open a base] in [place Velmar].",
        "If [actor Velmar] [ASSAULT/other/hypothetical attacks] [recipient Ostland], it rains.",
        "[actor Ostland] [ACCUSE/other/happened accused] [recipient [actor Velmar]] of "
        "[ASSAULT/shelling/alleged shelling] a [recipient school].",
        "[actor Velmar] allegedly [ASSAULT/other/alleged attacked] [recipient Ostland].",
        "[actor Ostland] denied [ASSAULT/shelling/denied shelling] the [recipient school].",
        "The army denied that [actor its soldiers] had [ASSAULT/kill/denied killed] [recipient two herders].",
        "[actor Velmar] did not [ASSAULT/other/negated attack] [recipient Ostland].",
        "No one was [ASSAULT/injure/negated injured].",
        "[actor Rebels] have been [ASSAULT/shelling/ongoing shelling] [recipient Harn].",
        "Ostland proposed to [MOBILIZE/other/proposed deploy troops] in [place Harn].",
        "[actor Ostland] does not intend to [CONSULT/talks/negated negotiate] with [recipient Velmar].",
        "No [CONSULT/talks/negated talks] with [recipient Velmar] took place.",
        "Guards left without [ASSAULT/other/negated attacking] [recipient Harn].",
        "[actor Ostland] is considering [COOPERATE/other/considered opening a base] in [place Velmar].",
        "[actor Ostland] decided to [ASSAULT/other/planned attack] [recipient Harn].",
        "[recipient [actor Quell]] was [ACCUSE/other/happened accused] of [ASSAULT/other/alleged attacking] "
        "[recipient Harn].",
        "The agency reported the [COERCE/arrest/happened arrest] of [recipient Oren Vask] by [actor police].",
        "Reports speak of the possibility that [actor Ostland] could [COOPERATE/other/possible open a base].",
    ],
)
def test_what_happened(line: str, parser: Parser) -> None:
    assert found(plain(line), parser) == gold(line)


@pytest.mark.xfail(reason="a place after two joined nouns hangs on the last of them, not on the clash")
def test_place_behind_participants(parser: Parser) -> None:
    assert ("place", "Varn") in found("Clashes broke out between farmers and herders near Varn.", parser)


@pytest.mark.parametrize(
    "text",
    [
        "An earthquake killed 40 people.",
        "The wounded men slept.",
        "The minister said that the plan was good.",
        "They talked with a smile.",
        "Quell was asked whether it rains.",
        "The talks.",
        "The situation calls for patience.",
        "The company released a report.",
        "He opened the window.",
        "Work on the road was suspended.",
    ],
)
def test_no_event(text: str, parser: Parser) -> None:
    assert events(text, parser) == ()


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("Police arrested a man.", "police"),
        ("The army attacked Harn.", "military"),
        ("Rebels attacked Harn.", "armed group"),
        ("Prime Minister Quell visited Harn.", "government"),
        ("Activists protested in Harn.", "civil society"),
        ("Ostland attacked Harn.", None),
    ],
)
def test_sectors(text: str, sector: str | None, parser: Parser) -> None:
    assert events(text, parser)[0].participants[0].sector == sector


@pytest.mark.parametrize(
    "text", ["", "...", "«“'\"", "killed", "\x00\x07 killed \x00", "VISITED KARN", "to by of attack"]
)
def test_odd_texts_do_no_harm(text: str, parser: Parser) -> None:
    assert all(event.trigger.of(text) for event in events(text, parser))


def test_long_texts_are_read_to_their_end(parser: Parser) -> None:
    read = parse("Rebels attacked Harn and killed 12 people in Varn, officials said. " * 700, parser)
    assert len(find_events(document(read.text), read)) == 1400


_TEXT = (
    "police army rebels killed arrested 12 people in Karn denied of by to with and visit talks between said that who "
    "was were not may , . : held attack threatened agreed refused suspended aid the a Velmar accused no one which"
)
_WORDS = st.sampled_from(re.findall(r"\S+", _TEXT))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_WORDS, max_size=30).map(" ".join) | st.text(max_size=60))
def test_every_span_lies_inside_its_document(parser: Parser, text: str) -> None:
    for event in events(text, parser):
        spans = [event.trigger, *(one.span for one in event.participants)]
        spans += [event.place.span] if event.place and event.place.span else []
        assert all(0 <= s.start < s.end <= len(text) for s in spans)
        assert all(one.name for one in event.participants)
        assert event.type
