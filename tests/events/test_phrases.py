"""I want set phrases read as what they mean: "on trial for", "in no mood to", "out of the question"."""

import pytest

from onrecord.language import Parser
from tests.events.test_events import events


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Two men are on trial for attacking Harn.", "alleged"),
        ("The firm is under formal investigation for bribing the mayor.", "alleged"),
        ("Rumour has it that rebels attacked Harn.", "alleged"),
        ("Quell held the rebels responsible for the attack on Harn.", "alleged"),
        ("Radio Dorn showed what it called an attack on Harn.", "alleged"),
        ("Rebels, if the sexton is to be believed, attacked Harn.", "alleged"),
        ("Velmar is in no mood to release the poet.", "negated"),
        ("Instead of attacking Harn, rebels dug in.", "negated"),
        ("The army was too weak to attack Harn.", "negated"),
        ("The army no longer plans to attack Harn.", "negated"),
        ("Police kept the rebels from attacking Harn.", "negated"),
        ("Quell did nothing to evacuate Harn.", "negated"),
        ("The talks with Velmar are off.", "negated"),
        ("A bid to attack Harn failed.", "negated"),
        ("Quell saw no need to evacuate Harn.", "negated"),
        ("A strike in Harn is out of the question.", "negated"),
        ("A strike in Harn is not out of the question.", "possible"),
        ("Harn is at risk of an attack.", "possible"),
        ("It looks as if rebels will attack Harn.", "possible"),
        ("It may have been rebels who attacked Harn.", "possible"),
        ("Observers see a danger that rebels will attack Harn.", "possible"),
        ("Quell warned that rebels may attack Harn.", "possible"),
        ("There is talk of an attack on Harn.", "possible"),
        ("The league is undecided about a boycott of Harn.", "considered"),
        ("Whether to evacuate Harn is under review.", "considered"),
        ("It remains open whether rebels will attack Harn.", "possible"),
        ("The two armies are locked in clashes near Harn.", "ongoing"),
        ("The shelling of Harn has not let up.", "ongoing"),
        ("The strike in Harn is not over.", "ongoing"),
        ("The siege of Harn has yet to abate.", "ongoing"),
        ("Rebels are bent on attacking Harn.", "planned"),
        ("A summit in Harn is on the calendar.", "planned"),
        ("The abbot made the case for a truce.", "proposed"),
        ("On paper a truce is on offer.", "proposed"),
        ("Under a draft law rebels would be arrested.", "proposed"),
        ("The mayor is under pressure to evacuate Harn.", "requested"),
        ("Residents want the governor charged.", "requested"),
        ("The fleet went so far as to shell Harn.", "happened"),
        ("The army had no choice but to evacuate Harn.", "happened"),
        ("His arrest surprised nobody.", "happened"),
        ("The fans attacked each other, not us.", "happened"),
        ("At no time did our firm bribe the mayor.", "negated"),
        ("Not one rebel was arrested in Harn.", "negated"),
        ("Quell has yet to decide if he will visit Harn.", "considered"),
        ("Rebels would have been arrested had they stayed.", "hypothetical"),
        ("In the event that Harn is attacked, Velmar will help.", "hypothetical"),
        ("Should talks fail, rebels would attack Harn.", "hypothetical"),
        ("Without a truce rebels would attack Harn.", "hypothetical"),
        ("He said he would sooner attack Harn than wait.", "hypothetical"),
    ],
)
def test_a_set_phrase_tells_how_an_event_stands(text: str, modality: str, parser: Parser) -> None:
    assert modality in [event.modality for event in events(text, parser)]


@pytest.mark.parametrize(
    "text",
    [
        "The army announced the rebels' withdrawal from Harn.",
        "Herdsmen, soldiers at the post recounted, ambushed a van.",
    ],
)
def test_whoever_announces_or_recounts_an_act_of_others_has_not_done_it(text: str, parser: Parser) -> None:
    actors = [one.name for event in events(text, parser) for one in event.participants if one.role == "actor"]
    assert "army" not in actors
    assert "soldiers" not in actors
