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
        marks.update(("implied" if one.implied else one.role, one.span.of(text)) for one in event.participants)
        if event.place and event.place.span:
            marks.add(("place", event.place.span.of(text)))
    return marks


@pytest.mark.parametrize(
    "line",
    [
        "Karn authorities disclosed that [recipient 37 people] were [ASSAULT/kill/happened killed] near "
        "[place Port Ossel].",
        "The Velmar border service announced the [ASSAULT/shelling/happened shelling] of [recipient the Tarn Region].",
        "The [ASSAULT/other/happened strike] [ASSAULT/kill/happened killed] [recipient a nurse], "
        "officials said, [ASSAULT/injure/happened wounding] [recipient two].",
        "The minister said [actor rebels] had [ASSAULT/shelling/happened shelled] [recipient three "
        "villages] in [place Harn district].",
        "The ministry said that [actor Velmar guards] [ASSAULT/force/happened opened fire] on [recipient "
        "Ostland guards].",
        "[actor Police] [COERCE/arrest/happened arrested] [recipient Oren Vask] and [recipient Mila Torn].",
        "[recipient Eleven people] were [ASSAULT/kill/happened killed] in [actor police] "
        "[ASSAULT/force/happened firing].",
        "[recipient Two men] were [ASSAULT/kill/happened killed] in [ASSAULT/force/happened firing] by [actor police].",
        "[recipient Twelve people] [ASSAULT/kill/happened killed] near [place Harn]",
        "[actor Police] [ASSAULT/force/happened used force] against [recipient the protesters].",
        "[actor Soldiers] who [ASSAULT/other/happened attacked] [recipient the village] fled.",
        "The [ASSAULT/other/happened attack] by [actor rebels] failed.",
        "[actor President Ada Quell] [CONSULT/visit/happened visited] [recipient Karn] on Monday.",
        "[actor Quell] [CONSULT/talks/happened met] [recipient Hadlen] in [place Karn].",
        "[actor Two ministers] [CONSULT/talks/happened held talks] with [recipient Hadlen].",
        "During [actor his] [CONSULT/visit/happened visit] to [recipient Karn], [actor Hadlen] "
        "[CONSULT/talks/happened spoke] with [recipient Quell].",
        "[actor The leaders of Ostland and Velmar] [SUPPORT/agreement/happened signed a treaty].",
        "[actor Ostland] [AGREE/agreement/happened agreed] to lease [recipient the harbour] to [recipient Velmar].",
        "[actor Ostland] [COOPERATE/other/happened opened a base] in [place [other Velmar]] in 2030.",
        "[ASSAULT/clash/happened Clashes] broke out between [actor farmers] and [actor herders].",
        "After two days of [ASSAULT/clash/happened clashes] a state of [COERCE/other/happened emergency] was declared.",
        "[actor Rescuers] [AID/evacuation/happened evacuated] [beneficiary 300 villagers] from [other Harn].",
        "[actor Velmar forces] [YIELD/other/happened freed] [recipient the hostages].",
        "[actor Workers] [PROTEST/protest/happened protested] in [other [place Karn]].",
        "[actor Hadlen] [SUPPORT/statement_of_position/happened praised] [recipient the mayor].",
        "[actor Quell] [ACCUSE/statement_of_position/happened condemned] "
        "[recipient the [ASSAULT/other/happened raid]].",
        "[actor The army] [ASSAULT/shelling/happened shelled] [recipient one of its outposts] and "
        "[recipient seven villages].",
        "[actor Ostland] [REJECT/statement_of_position/happened refused] to [CONSULT/talks/negated "
        "negotiate] with [recipient Velmar].",
        "[actor Velmar] [THREATEN/statement_of_position/happened threatened] to [ASSAULT/other/possible "
        "attack] [recipient Ostland].",
        "[actor Velmar] [SANCTION/other/happened suspended] [recipient aid] to [recipient Ostland].",
        "[actor Velmar] [YIELD/other/happened lifted] [recipient the [COERCE/other/happened curfew]].",
        "[actor The union] [REQUEST/statement_of_position/happened demanded] the [YIELD/other/requested "
        "release] of [recipient the dockers].",
        "[actor Velmar] [REQUEST/statement_of_position/happened calls] for [CONSULT/talks/requested "
        "talks] with [recipient Ostland].",
        "[actor Ostland] [AGREE/agreement/happened offered] [recipient help] to [recipient Velmar].",
        "[actor Velmar] [THREATEN/other/happened vowed] to [ASSAULT/other/planned attack] [recipient Ostland].",
        "[actor President Ada Quell] [AGREE/statement_of_position/happened will] [CONSULT/visit/planned "
        "visit] [recipient Karn].",
        "[actor Quell] plans to [CONSULT/visit/planned visit] [recipient Karn] and [CONSULT/talks/planned"
        " meet] [recipient Tor Hadlen].",
        "The upcoming [CONSULT/visit/planned visit] by [actor Hadlen] was delayed.",
        "[actor Ostland] may [COOPERATE/other/possible open a base] in [place [other Velmar]].",
        "If [actor Velmar] [ASSAULT/other/hypothetical attacks] [recipient Ostland], it rains.",
        "[actor Ostland] [ACCUSE/other/happened accused] [recipient [actor Velmar]] of "
        "[ASSAULT/shelling/alleged shelling] [recipient a school].",
        "[actor Velmar] allegedly [ASSAULT/other/alleged attacked] [recipient Ostland].",
        "[actor Ostland] denied [ASSAULT/shelling/denied shelling] [recipient the school].",
        "The army denied that [actor its soldiers] had [ASSAULT/kill/denied killed] [recipient two herders].",
        "[actor Velmar] did not [ASSAULT/other/negated attack] [recipient Ostland].",
        "No one was [ASSAULT/injure/negated injured].",
        "[actor Rebels] have been [ASSAULT/shelling/ongoing shelling] [recipient Harn].",
        "Ostland proposed to [MOBILIZE/other/proposed deploy] [other troops] in [place [other Harn]].",
        "[actor Ostland] does not intend to [CONSULT/talks/negated negotiate] with [recipient Velmar].",
        "No [CONSULT/talks/negated talks] with [recipient Velmar] took place.",
        "[actor Ostland] is considering [COOPERATE/other/considered opening a base] in [other [place Velmar]].",
        "[actor Ostland] decided to [ASSAULT/other/planned attack] [recipient Harn].",
        "[actor [recipient Quell]] was [ACCUSE/other/happened accused] of [ASSAULT/other/alleged "
        "attacking] [recipient Harn].",
        "The agency reported the [COERCE/arrest/happened arrest] of [recipient Oren Vask] by [actor police].",
        "Reports speak of the possibility that [actor Ostland] could [COOPERATE/other/possible open a base].",
        # chains of operators
        "[actor Velmar] [REJECT/statement_of_position/happened rejected] [actor [recipient Ostland]]'s "
        "[REQUEST/statement_of_position/negated call] for [recipient a [YIELD/agreement/negated truce]].",
        "[actor Ostland] [REJECT/statement_of_position/happened called] off [actor its] "
        "[CONSULT/visit/negated visit] to [recipient Velmar].",
        "[actor Velmar] [REJECT/other/happened failed] to [SUPPORT/agreement/negated reach an agreement] "
        "with [recipient Ostland].",
        "Ostland withdrew [actor its] offer to [CONSULT/talks/negated mediate] between [recipient the clans].",
        "Velmar did not abandon [actor its] plan to [ACCUSE/other/planned sue] [recipient Ostland].",
        "[actor Velmar] [AGREE/agreement/happened promised] not to [SANCTION/other/negated cancel] the "
        "[CONSULT/talks/planned talks] with [recipient Ostland].",
        "[actor Ostland] did not [REJECT/other/negated fail] to [YIELD/other/happened free] [recipient the skipper].",
        "[actor Velmar] [REJECT/statement_of_position/happened refused] to [YIELD/other/negated drop its "
        "demand] that [actor Ostland] [YIELD/other/requested withdraw].",
        "[actor The envoy] is said to have [CONSULT/talks/alleged met] [recipient the rebels].",
        "[actor Ostland] [ACCUSE/statement_of_position/happened called] for [COERCE/other/requested "
        "sanctions] against [recipient Velmar].",
        "[actor Velmar] [ACCUSE/other/happened ordered] [recipient an [ACCUSE/other/requested "
        "investigation] into [recipient the bank]].",
        "[actor A court] [YIELD/other/happened ordered] the [YIELD/other/requested release] of [recipient the editor].",
        "[actor Ostland] [SANCTION/other/happened suspended] the [CONSULT/talks/negated talks] with "
        "[recipient Velmar].",
        "[actor Velmar] [YIELD/other/happened rolled] back [recipient its tariffs].",
        "[actor Velmar] said [actor it] [AGREE/statement_of_position/happened will] [YIELD/other/planned "
        "release] [recipient two pilots].",
        "[actor Quell] said that [recipient [actor Velmar]] [REQUEST/statement_of_position/happened must]"
        " [YIELD/other/requested free] [recipient the pilots].",
        "[actor Velmar] [REJECT/statement_of_position/happened will] not [YIELD/other/negated release] "
        "[recipient the pilots].",
        "[actor Velmar] is [AGREE/statement_of_position/happened willing] to [YIELD/other/planned "
        "withdraw] [recipient its troops] from [other Harn].",
        # nouns
        "[CONSULT/talks/ongoing Talks] between [actor Ostland] and [actor Velmar] are under way.",
        "An [YIELD/other/considered amnesty] for [recipient poachers] is under discussion.",
        "Analysts fear an [ASSAULT/other/possible invasion] of [recipient Harn] by [actor Velmar].",
        "The [SANCTION/other/happened expulsion] of [recipient the consul] by [actor Velmar] was "
        "announced by the navy.",
        "[actor Velmar] [ACCUSE/statement_of_position/happened launched a scathing attack] on [recipient Ostland].",
        "[actor Ostland] [ACCUSE/other/happened launched an investigation] into [recipient the bank].",
        "[actor The navy] [REJECT/statement_of_position/happened refuted] [recipient the story of a "
        "[ASSAULT/clash/denied clash]] near [place Varn].",
        # sorts of acts
        "[actor Dockers] [PROTEST/protest/happened went] on [PROTEST/protest/ongoing strike] in [place Karn].",
        "[actor Velmar] [AID/other/happened sent] [other peacekeepers] to [beneficiary Ostland].",
        "[actor Velmar] [AID/other/happened provided aid] to [beneficiary Ostland].",
        "[actor Rebels] [ASSAULT/other/happened used] [recipient villagers] as human shields.",
        "[actor Velmar] [YIELD/agreement/happened declared a ceasefire] with [recipient Ostland].",
        "[actor Ostland] [MOBILIZE/other/happened placed] [recipient its army] on alert.",
        "[actor Velmar] [YIELD/other/happened granted citizenship] to [recipient the exiles].",
        "[actor A judge] [ACCUSE/other/happened found] [recipient the clerk] guilty of fraud.",
        "[actor Velmar] [ACCUSE/other/happened summoned] [recipient the ambassador of Ostland].",
        # the police
        "[recipient Eight men] were [implied [COERCE/arrest/happened arrested]] in [place Karn].",
        "[actor the police] [ASSAULT/force/happened lobbed teargas shells] at [recipient the students].",
        "[recipient the [implied [COERCE/arrest/happened arrested]] students] were [YIELD/other/happened released].",
        "[recipient two men] [ASSAULT/kill/happened died] in [actor police] [ASSAULT/force/happened "
        "firing] in [place karn].",
        "[recipient one person] was [ASSAULT/kill/happened killed] when [actor the police] "
        "[ASSAULT/force/happened opened fire].",
        "[actor policemen] [ASSAULT/force/happened beat] [recipient the protesters].",
        "[actor Guards] went home without [ASSAULT/other/negated attacking] [recipient Harn].",
        # frames
        "[actor Hadlen] [CONSULT/visit/happened arrived] in [other [place Karn]].",
        "[actor Ostland] [CONSULT/talks/happened hosted] [recipient President Quell].",
        "[actor Quell] [CONSULT/talks/happened discussed] the harbour with [recipient Hadlen].",
        "[actor Quell] [SUPPORT/statement_of_position/happened called] [recipient Hadlen] to "
        "[SUPPORT/statement_of_position/happened congratulate] [recipient him].",
        "[actor Quell] [CONSULT/talks/happened called] [recipient Hadlen] on Monday.",
        "A delegation of [recipient miners] [CONSULT/talks/happened called] on Hadlen.",
        "[actor Residents] [PROTEST/protest/happened blocked] [recipient the harbour].",
        "[recipient The clerk] is [COERCE/arrest/happened held] by [actor the police].",
        "[actor Troops] [YIELD/other/happened left] [recipient Harn] on Monday.",
        "[actor Army units] [YIELD/other/happened withdrew] from [other Harn].",
        "[actor Ostland] [COOPERATE/other/happened cooperates] with [recipient Velmar].",
        "[actor Ostland] [COOPERATE/other/happened began joint drills] with [recipient Velmar].",
        "[actor Ostland] is the largest [AID/other/happened donor] to [beneficiary Velmar].",
        "A drone [ASSAULT/other/happened strike] on [recipient Harn] [ASSAULT/kill/happened killed] "
        "[recipient two men].",
        "[recipient Four people] [ASSAULT/kill/happened died] in [ASSAULT/shelling/happened shelling] by "
        "[actor rebels].",
        "[actor Police] [REQUEST/statement_of_position/happened ordered] [ASSAULT/force/requested firing]"
        " at [other [recipient miners]] in which [recipient two men] [ASSAULT/kill/happened died].",
        "[actor Quell] [REQUEST/statement_of_position/happened insisted] on [CONSULT/talks/requested "
        "talks] with [recipient Hadlen].",
        "Quell said the miners were responsible.",
        "[actor Peacekeepers] [AID/other/happened arrived] in [place [other Karn]].",
        "[actor Ostland] [SUPPORT/statement_of_position/happened voted] for [recipient the treaty].",
        "[PROTEST/protest/negated Strikes] by [recipient [actor rail workers]] were [YIELD/other/happened called] off.",
        "[actor Ostland]'s [AID/evacuation/happened evacuation] of [beneficiary the hospital] began.",
        "[actor The army]'s withdrawal from [other Harn] was [YIELD/other/happened completed].",
        "The shots that [actor the rebels] [ASSAULT/force/happened fired] [ASSAULT/other/happened hit] "
        "[recipient a bus].",
        "[actor Ostland] [AGREE/agreement/happened agreed] on a [YIELD/agreement/planned ceasefire] with "
        "[recipient Velmar].",
        "[actor Ostland] [AGREE/agreement/happened accepted an offer] by Velmar.",
        "[actor Ostland] [COERCE/other/happened ordered] [recipient the newspaper] to close.",
        "[actor Hadlen] was persuaded to [YIELD/other/happened release] [recipient the editor].",
        "[recipient Velmar] is likely to be [ASSAULT/other/possible attacked] by [actor rebels].",
        "Karn, whose [actor police] [COERCE/arrest/happened arrested] [recipient two men] and "
        "[ASSAULT/force/happened beat] [recipient a third], slept.",
        # more of the police
        "the police had to lathi-[implied [ASSAULT/force/happened charge]] activists.",
        "police resorted to a baton [ASSAULT/force/happened [implied charge]].",
        "[ASSAULT/kill/happened deaths] in [actor police] [ASSAULT/force/happened firing] [recipient rose].",
        "forty of the deaths were due to [actor police] [ASSAULT/force/planned firing].",
        "[actor First contingents of peacekeeping troops] [AID/other/happened arrive] in [other [place Karn]].",
        "[actor Ostland] [THREATEN/statement_of_position/happened gave [recipient Velmar] a deadline].",
        "[actor Ostland] [REJECT/statement_of_position/happened denied entry] to [recipient the reporters].",
        "[actor Velmar] [THREATEN/statement_of_position/happened vowed revenge] against [recipient Ostland].",
        "[actor Ostland] [SUPPORT/statement_of_position/happened awarded a medal] to [recipient Hadlen].",
        "Ostland exports wheat to Velmar.",
        "[actor A party of students] [PROTEST/protest/happened marched] through Karn.",
        "[actor The union] [YIELD/other/happened ended] [recipient [actor its] [PROTEST/protest/happened strike]].",
        "Quell wants [actor Hadlen] to [CONSULT/visit/requested visit] [recipient Karn].",
        "[recipient Two men] were [ASSAULT/kill/happened killed] in [actor police] [ASSAULT/force/happened fire].",
        "The victim of [actor police] [ASSAULT/force/happened fire] slept.",
        "[recipient Four] were [ASSAULT/kill/happened killed] as [actor police] [ASSAULT/force/happened fired] "
        "on [recipient the crowd].",
        "[actor Riot police] [ASSAULT/force/happened charged the marchers].",
        "[actor The constable] [ASSAULT/force/happened slapped] [recipient a vendor].",
        "Witnesses described [ASSAULT/shelling/happened shelling] by [actor the army].",
        "The spokesman recalled the [ASSAULT/shelling/happened shelling] of [recipient Harn] by [actor rebels].",
        "[actor Rebels] fatally [ASSAULT/kill/happened shot] [recipient a man].",
        "[actor Police] [COERCE/force/happened broke up the rally].",
        "[actor Police] [ASSAULT/force/happened let off a volley] of rubber bullets.",
        "[actor Security men] [ASSAULT/force/happened manhandled] [recipient the reporter].",
        "Hundreds of [implied [COERCE/arrest/happened arrests]] followed.",
        "The jewels are in safe custody.",
        "[recipient Two men] were reported [ASSAULT/kill/alleged killed].",
        "[recipient Two men] are feared [ASSAULT/kill/possible killed].",
    ],
)
def test_what_happened(line: str, parser: Parser) -> None:
    assert found(plain(line), parser) == gold(line)


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        ("Orlova pleaded with the kidnappers to free the boy.", "free", "the kidnappers"),
        ("The charity entreated the capital to open the gate.", "open the gate", "the capital"),
        ("Karn signalled to the guards to open fire.", "open fire", "the guards"),
        ("Officials assailed Velmar for holding joint drills with Ostland.", "holding joint drills", "Velmar"),
        ("The mayor urged rebels to attack the base.", "attack", "rebels"),
        ("The mayor promised the crowd to visit the camp.", "visit", "The mayor"),
        ("The army deployed tanks to attack Harn.", "attack", "The army"),
        ("Karn announced plans to attack Harn.", "attack", "Karn"),
        ("The lenders weighed a request to meet the farmers.", "meet", "The lenders"),
        ("Karn stressed the need to attack Harn.", "attack", None),
    ],
)
def test_who_is_asked_does_it_and_who_only_tells_does_not(
    text: str, trigger: str, actor: str | None, parser: Parser
) -> None:
    (event,) = (event for event in events(text, parser) if event.trigger.of(text) == trigger)
    assert [one.span.of(text) for one in event.participants if one.role == "actor"] == ([actor] if actor else [])


@pytest.mark.parametrize(
    ("text", "implied"),
    [
        ("A rebel was killed in an encounter with the police.", True),
        ("One dead in Velm police-student clash", True),
        ("A rebel was killed by the police.", False),
    ],
)
def test_the_other_side_of_a_fight_is_understood_not_said(text: str, implied: bool, parser: Parser) -> None:
    actors = [one for event in events(text, parser) if event.subtype == "kill" for one in event.participants]
    assert [(one.sector, one.implied) for one in actors if one.role == "actor"] == [("police", implied)]


@pytest.mark.parametrize(
    "text",
    ["The abbot is under arrest.", "An abbot under arrest slept.", "The abbot is in police custody."],
)
def test_under_arrest(text: str, parser: Parser) -> None:
    (event,) = events(text, parser)
    assert [one.name for one in event.participants if one.role == "recipient"] == ["abbot"]


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("An officer shot a woman.", "police"),
        ("The army left. An officer shot a woman.", "military"),
        ("An army officer shot a woman.", "military"),
        ("A naval officer shot a woman.", None),
        ("An officer of the army shot a woman.", "military"),
        ("A senior officer shot a woman.", "police"),
    ],
)
def test_whose_officer(text: str, sector: str | None, parser: Parser) -> None:
    (shot,) = (event for event in events(text, parser) if event.trigger.of(text) == "shot")
    assert shot.participants[0].sector == sector


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
