"""I want to see whether it happened at all, which word says so, and whether it is news."""

import pytest

from onrecord.language import Parser
from tests.events.test_events import events


@pytest.mark.parametrize(
    ("text", "modality", "cue"),
    [
        ("Rebels attacked Harn.", "happened", None),
        ("Rebels may attack Harn.", "possible", "may"),
        ("Rebels are unlikely to attack Harn.", "possible", "unlikely"),
        ("It is possible that rebels attacked Harn.", "possible", "possible"),
        ("It is untrue that rebels attacked Harn.", "denied", "untrue"),
        ("Quell denies that rebels attacked Harn.", "denied", "denies"),
        ("Quell described the attack on Harn as a lie.", "denied", "described"),
        ("An unverified report says rebels attacked Harn.", "alleged", "says"),
        ("Rebels are said to have attacked Harn.", "alleged", "said"),
        ("Rebels attacked nobody.", "negated", "nobody"),
        ("Rebels were not able to attack Harn.", "negated", "not"),
        ("Rebels stopped short of attacking Harn.", "negated", "stopped"),
        ("Rebels cannot attack Harn.", "negated", "not"),
        ("An attack on Harn cannot be ruled out.", "possible", "not"),
        ("Rebels did not rule out attacking Harn.", "possible", "not"),
        ("Rebels did not fail to attack Harn.", "happened", "not"),
        ("Rebels managed to attack Harn.", "happened", "managed"),
        ("Rebels kept their promise to attack Harn.", "happened", "kept"),
        ("Rebels could not help but attack Harn.", "happened", None),
        ("Rebels would attack Harn if it rained.", "hypothetical", "if"),
        ("Were the army to shell Harn, it would burn.", "hypothetical", "Were"),
        ("Should rebels attack Harn, it will burn.", "hypothetical", "Should"),
        ("In the event of an attack on Harn, it will burn.", "hypothetical", "event"),
        ("Suppose that rebels attacked Harn.", "hypothetical", "Suppose"),
        ("Quell asked whether rebels attacked Harn.", "possible", "whether"),
        ("Rebels said they would attack Harn.", "planned", "would"),
        ("The draft would ban rallies in Harn.", "proposed", "would"),
        ("Quell told the rebels to attack Harn.", "requested", "told"),
        ("Quell insisted that rebels attacked Harn.", "happened", None),
        ("Quell weighed a request to attack Harn.", "considered", "weighed"),
        ("The attack on Harn continues.", "ongoing", "continues"),
        ("The attack on Harn shows no sign of ending.", "ongoing", "shows"),
        ("Harn is being attacked by rebels.", "ongoing", "being"),
        ("Rebels are still attacking Harn.", "ongoing", "attacking"),
        ("Rebels never attacked Harn.", "negated", "never"),
        ("Neither rebels nor guards attacked Harn.", "negated", "rebels"),
        ("Rebels voted against attacking Harn.", "negated", "against"),
        ("The planned attack on Harn was delayed.", "planned", "delayed"),
        ("Rebels withdrew a threat to attack Harn.", "negated", "withdrew"),
        ("Dockers will begin a three-day strike in Harn.", "planned", "will"),
        ("Students have called a march for Saturday.", "planned", "called"),
        ("Nurses voted to protest in Harn.", "planned", "voted"),
        ("Velmar is about to attack Harn.", "planned", "about"),
        ("Velmar's visit to Harn, due next week, was announced.", "planned", "due"),
        ("The talks with Velmar were pushed back to May.", "planned", "pushed"),
        ("Senators have tabled a bill to arrest the rebels.", "proposed", "tabled"),
        ("Under the envoy's plan both armies would withdraw from Harn.", "proposed", "would"),
        ("Quell has asked for the rebels to be arrested.", "requested", "asked"),
        ("The prefect has not decided whether to evacuate Harn.", "considered", "whether"),
        ("The staff is looking at withdrawing from Harn.", "considered", "looking"),
        ("A boycott of the mill looks possible.", "possible", "possible"),
        ("There may be a strike in Harn.", "possible", "may"),
        ("A strike looms in Harn.", "possible", "looms"),
        ("Hopes for a truce with Velmar have risen.", "possible", "Hopes"),
        ("According to unconfirmed reports, rebels attacked Harn.", "alleged", "reports"),
        ("Two men are charged with attacking Harn.", "alleged", "charged"),
        ("The colonel rejected accusations of shelling Harn.", "denied", "rejected"),
        ("The governor scotched rumours that he would resign.", "denied", "scotched"),
        ("Quell described the report of an attack on Harn as false.", "denied", "described"),
        ("The march was banned.", "negated", "banned"),
        ("There was no protest in Harn.", "negated", "no"),
        ("Velmar has yet to attack Harn.", "negated", "yet"),
        ("No deal was signed.", "negated", "deal"),
        ("The siege of Harn entered its ninth day.", "ongoing", "entered"),
        ("The strike of the dockers is in its third week.", "ongoing", "week"),
        ("Farmers keep up their blockade of Harn.", "ongoing", "keep"),
        ("Four inmates are on strike.", "ongoing", "on"),
        ("An attack on Harn would be an act of war, Quell said.", "hypothetical", "would"),
        ("Were Velmar to attack Harn, it would burn.", "hypothetical", "Were"),
        ("The truce holds as long as both armies withdraw.", "hypothetical", "long"),
        ("They went on to attack Harn.", "happened", None),
        ("A guard charged with theft was freed.", "happened", None),
        ("The clerk accused of spying was freed.", "happened", None),
        ("Quell called for the rebels to be arrested.", "requested", "called"),
    ],
)
def test_how_it_stands(text: str, modality: str, cue: str | None, parser: Parser) -> None:
    found = [(e.modality, e.cue.of(text) if e.cue else None) for e in events(text, parser)]
    assert (modality, cue) in found


@pytest.mark.parametrize(
    ("text", "novelty"),
    [
        ("Rebels attacked Harn.", "new"),
        ("Quell said rebels had attacked Harn.", "new"),
        ("Rebels had attacked Harn in spring.", "background"),
        ("Quell, who attacked Harn, slept.", "background"),
        ("It rained after the attack on Harn.", "background"),
        ("It rained after rebels attacked Harn.", "background"),
        ("The arrested students slept.", "background"),
    ],
)
def test_what_is_news(text: str, novelty: str, parser: Parser) -> None:
    assert [event.novelty for event in events(text, parser)] == [novelty]


@pytest.mark.parametrize(
    "text",
    [
        "The agency said that rebels attacked Harn.",
        "According to the agency, rebels attacked Harn.",
        "Rebels attacked Harn, the agency reported.",
        "The agency announced the arrest of Oren Vask.",
        "The agency announced the release of two journalists by rebels.",
        "The agency announced the seizure of a trawler.",
        "The agency said two herders were killed, wounding a third.",
        "Agency: rebels attacked Harn",
        "Harn was attacked, by the account of the agency.",
        "The attack on Harn was announced by the agency.",
    ],
)
def test_who_reports_it_has_not_done_it(text: str, parser: Parser) -> None:
    told = events(text, parser)
    assert told
    assert not [one.name for event in told for one in event.participants if "gency" in one.name]


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("The men were arrested.", "police"),
        ("preventive arrests were made in the city.", "police"),
        ("teargas was fired at the crowd.", "police"),
        ("the police came. they opened fire on the mob.", "police"),
        ("the police came. five were hurt in the firing.", "police"),
        ("a team of the city police detained two men.", "police"),
        ("security forces fired 20 rounds.", "police"),
        ("The men will be arrested.", None),
        ("The men were jailed.", None),
        ("He was shot in his garden.", None),
    ],
)
def test_the_police_stand_behind_what_only_they_do(text: str, sector: str | None, parser: Parser) -> None:
    sectors = {one.sector for event in events(text, parser) for one in event.participants if one.role == "actor"}
    assert sectors == ({sector} if sector else set())


def test_a_killing_by_the_police_is_a_use_of_force(parser: Parser) -> None:
    told = events("Police killed two men.", parser)
    assert {event.subtype for event in told} == {"kill", "force"}
    assert len({event.id for event in told}) == 2
