""" "A number or an event keeps who claims it: nearest first, nobody where the report tells it itself.\""""

from dataclasses import replace

import pytest

from onrecord.binding.claims import claim_events, claim_figures
from onrecord.records import Modality, Named, Relay, Span
from tests.binding.making import attribution, event, figure, spans
from tests.marked import plain

OWN_VOICE = "Officials met. [figure Four] people drowned. [source Orlova] [cue said] [content the dam held]."
TOLD = "[source The ministry] [cue said] [content [figure 36] people were killed]."
NESTED = "[source1 Orlova] [cue1 said] [content1 [source2 guards] [cue2 claimed] [content2 [figure 9] boats sank]]."
PASSIVE = "[content [figure Nine] people] [cue were reported] [content killed]."
RELAYED = "[source Orlova] [cue said], [via Dorn Press] wrote, [content he [trigger visited] Korva]."


@pytest.mark.parametrize(
    ("line", "numbers", "names"),
    [(OWN_VOICE, [""], []), (TOLD, [""], ["The ministry"]), (NESTED, ["1", "2"], ["guards", "Orlova"])],
    ids=["own voice", "told", "nested"],
)
def test_figures_keep_their_claimants_nearest_first(line: str, numbers: list[str], names: list[str]) -> None:
    (claimed,) = claim_figures([figure(line)], [attribution(line, number) for number in numbers])
    assert [claimant.name for claimant in claimed.claimants] == names
    assert (claimed.attribution is not None) == bool(names)


def test_was_reported_leaves_the_claimant_unknown_and_not_the_outlet() -> None:
    (claimed,) = claim_figures([figure(PASSIVE)], [attribution(PASSIVE)])
    assert claimed.claimants == (Named(name="unknown", span=spans(PASSIVE, "cue")[0]),)
    assert claimed.attribution == "a1"


def test_events_name_the_relay_after_the_speaker() -> None:
    (claimed,) = claim_events([event(RELAYED)], [attribution(RELAYED)])
    assert [claimant.name for claimant in claimed.claimants] == ["Orlova", "Dorn Press"]


def test_an_inherited_relay_points_where_it_is_named() -> None:
    line = "[source Orlova] [cue said] [content he [trigger visited] Korva]."
    relay = Relay(name="Dorn Press", span=Span(start=0, end=6), inherited=True)
    (claimed,) = claim_events([event(line)], [attribution(line, via=(relay,))])
    assert claimed.claimants[1] == Named(name="Dorn Press", span=relay.span)
    assert spans(line, "source")[0].of(plain(line)) == "Orlova"


@pytest.mark.parametrize(
    ("line", "modality", "names"),
    [
        ("[source Velmar] [cue promised] to [content [trigger visit] Korva].", "planned", ["Velmar"]),
        ("[source Velmar] [cue weighs] [content a [trigger visit] to Korva].", "considered", []),
        ("[source Velmar] [cue denied] [content the [trigger raid]].", "denied", []),
        ("Velmar [cue1 may] [cue promise] [content to [trigger visit] Korva].", "possible", []),
        ("[source Orlova] [cue said] [content Velmar [cue1 may] [trigger visit]].", "possible", ["Orlova"]),
    ],
)
def test_who_weighs_or_denies_an_act_does_not_claim_it(line: str, modality: Modality, names: list[str]) -> None:
    decides = spans(line, "cue1" if "cue1" in line else "cue")[0]
    told = replace(event(line), modality=modality, cue=decides)
    (claimed,) = claim_events([told], [attribution(line)])
    assert [claimant.name for claimant in claimed.claimants] == names
    assert claimed.attribution == "a1"


def test_an_allegation_that_nobody_is_named_for_has_an_unknown_claimant() -> None:
    line = "[cue Reportedly] they [trigger visited] Korva."
    told = replace(event(line), modality="alleged", cue=spans(line, "cue")[0])
    (claimed,) = claim_events([told], [])
    assert [(one.name, one.span) for one in claimed.claimants] == [("unknown", spans(line, "cue")[0])]
    assert claimed.attribution is None
