""" "To whom was it said?\""""

from __future__ import annotations

import re

import pytest

from onrecord.language import Parser
from tests.statements.reported import find


@pytest.mark.parametrize(
    ("line", "hearer"),
    [
        ("In an e-mail sent to all staff, the director said the mill would close.", "all staff"),
        ("In a message posted to his followers, the singer said the tour was off.", "his followers"),
        ("In a letter addressed to the governor, the envoy complained that the dam leaked.", "governor"),
        ("The firm informed tenants by text message that rents would rise.", "tenants"),
        ("The clerk told this newspaper that the bridge was safe.", "this newspaper"),
        ("She appealed to outpatients to stay at home.", "outpatients"),
        ("Dorn confided to the envoy that the dam would not last.", "envoy"),
        ("Dorn told a colleague at dinner that the dam would not last.", "colleague"),
        ("Dorn told envoys from Harst that the dam would not last.", "envoys from Harst"),
        ("Dorn boasted to a barman of owning the dam.", "barman"),
        ("Dorn informed those present that the dam would not last.", "those present"),
        ('"Go home," the sheriff roared at the crowd.', "crowd"),
        ("The engineer told the council that the weir had cracked.", "council"),
        ("Addressing parliament on Tuesday, Premier Ines Walb vowed to cut the levy.", "parliament"),
        ('"We are tired," the miner told reporters outside the gate.', "reporters"),
        ("Officials have urged residents to boil their water.", "residents"),
        ("Asked by the judge why he had fled, Tarr said he was afraid.", "Tarr"),
        ("In an open letter to the governor, the teachers demanded better pay.", "governor"),
        ("The driver admitted to police that he had been asleep.", "police"),
        ("The museum's director warned staff that jobs would go.", "staff"),
        ("Kestria has asked Orvane to return the paintings.", "Orvane"),
        ("During a meeting with the envoy, Brandl complained of delays.", "envoy"),
        ("The owner promised the workers a bonus.", "workers"),
        ("The singer apologised to fans for the delay.", "fans"),
        ("The company informed the commission that the sale had failed.", "commission"),
        ("Dorn called on Harst to withdraw its troops.", "Harst"),
        ('"Go home," the sheriff shouted at the crowd.', "crowd"),
        ("Walb thanked Brandl for his patience.", "Brandl"),
        ("The party appealed to voters to stay calm.", "voters"),
        ("Her lawyer told the court she had been abroad.", "court"),
        ("The pupils wrote to the mayor that their school was cold.", "mayor"),
        ("The villagers were told by soldiers to leave.", "villagers"),
        ("The editor instructed Tarr to delete the file.", "Tarr"),
        ("Speaking to Radio Vane, the coach blamed the referee.", "Radio Vane"),
        ("The chairman assured shareholders the dividend was safe.", "shareholders"),
        ("Hale testified before the committee that he had seen the memo.", "committee"),
        ("The memo reminded employees that the gate closes at six.", "employees"),
        ('"I\'m fine," he told his mother.', "his mother"),
        ("The minister said the council had been told.", None),
        ("The premier agreed to the plan.", None),
        ("The judge called the plan absurd.", None),
        ("The clerk asked where the e-mail had come from.", None),
        ("The bishop accused the council of neglect.", None),
        ("Hale referred to the memo as a joke.", None),
        ("The analyst attributed the fall to the weather.", None),
        ("The mayor criticised the police.", None),
        ("The general said that he had spoken to the troops.", None),
        ("The club dedicated the win to its founder, the coach said.", None),
        ("The firm objected to the ruling.", None),
        ("Orvane wants Kestria to return the paintings.", None),
    ],
)
def test_one_hearer_or_none(line: str, hearer: str | None, parser: Parser) -> None:
    found = [one.addressee.name for one in find(line, parser) if one.addressee is not None and one.parent is None]
    told = [name for name in found if hearer is not None and hearer in (name, name.removeprefix("its "))]
    assert told == found[:1] if hearer else not found


@pytest.mark.parametrize(
    ("line", "hearer"),
    [
        ("Orlova told the weekly Dorn Press that the dam held.", "Dorn Press"),
        ("Orlova disclosed it in remarks to the news agency Dorn Wire.", "Dorn Wire"),
        ("Orlova has forbidden the guards to let them in.", "guards"),
        ("Orlova had advised both to go outside.", "both"),
        ("Orlova promised the crowd an answer.", "crowd"),
        ("Orlova reproached the council with lying.", "council"),
        ("Orlova congratulated the council.", None),
        ("A voice inquired of him whether he could drive.", "him"),
        ("The villagers were warned that the dam might fail.", "villagers"),
        ("In a meeting with Brandt, Orlova said that the dam held.", "Brandt"),
        ("In an interview with Dorn Press, Orlova said that the dam held.", "Dorn Press"),
        ('"It holds," giggled one of the guards.', None),
        ("In her speech to parliament, Orlova warned of a leak.", "parliament"),
        ("Addressing the crowd, Orlova vowed to stay.", "crowd"),
        ("Dorn Press quoted a guard: the dam held.", None),
    ],
)
def test_who_hears_it(line: str, hearer: str | None, parser: Parser) -> None:
    found = [one.addressee.name for one in find(line, parser) if one.addressee is not None and one.parent is None]
    assert found == ([hearer] if hearer else [])


@pytest.mark.parametrize(
    ("line", "hearer"),
    [
        # where they are tells which of them, or only where it was said
        ("Dorn told a crowd on the pier that the dam held.", "crowd on the pier"),
        ("Dorn told a briefing in Harst that the dam held.", "briefing"),
        ("Dorn told reporters at the gate that the dam held.", "reporters"),
        ("The board ordered clerks in four towns to count again.", "clerks in four towns"),
        ("The agency implored everyone in the hall to leave.", "everyone in the hall"),
        ('"Your pay is here," the owner called out to sailors from the steps.', "sailors"),
        # the parse makes something else of them
        ("The committee recommends the house that the bill be sent back.", "house"),
        ("He guarantees every household a new roof.", "every household"),
        ("Dorn told a donor meeting that the dam held.", "donor meeting"),
        ("Dorn admitted to this newspaper that the dam leaked.", "this newspaper"),
        ("The council has warned it that the licence may lapse.", "it"),
        ('"Even your driver says so," Dorn flung at her.', "her"),
        # nobody is told
        ("Dorn called for calm on Tuesday.", None),
        ("Dorn demanded four new engines in return.", None),
    ],
)
def test_who_hears_it_where_the_sentence_is_harder(line: str, hearer: str | None, parser: Parser) -> None:
    found = [one.addressee.name for one in find(line, parser) if one.addressee is not None and one.parent is None]
    assert found == ([hearer] if hearer else [])


@pytest.mark.parametrize(
    ("line", "hearer"),
    [
        # the place of the participle: in front, behind the speaker, behind the verb
        ("Speaking to reporters outside the court, Brehm said he would appeal.", "reporters"),
        ("Brehm, speaking by telephone to Radio Orv, said the bridge was closed.", "Radio Orv"),
        ("Brehm briefed ambassadors on the plan, saying it was final.", "ambassadors"),
        # what a body or a text stands for
        ("Brehm wrote to this magazine that the bridge was closed.", "this magazine"),
        ("Brehm said to the cameras that he would appeal.", "cameras"),
        ("Brehm testified before the inquiry that no alarm had sounded.", "inquiry"),
        # what the letter is told by does not belong to the hearer
        ("In a letter to the board dated 3 May, Brehm said the roof leaked.", "board"),
        ("In his last interview, with a school magazine, Brehm said he was tired.", "school magazine"),
        ("Brehm told neighbours outside the court that he would appeal.", "neighbours"),
        ("Brehm's message to voters was that taxes would fall.", "voters"),
        ("VELLIN - A clerk was asked by his handlers to photograph the ferry.", "clerk"),
        # in front of everything, and behind any verb
        ("To his crew he joked that the sea was shallow.", "crew"),
        ('"By then we shall be wiser," the speaker consoled the deputies.', "deputies"),
        # nobody
        ("To her credit, Brehm said the bridge was closed.", None),
        ("To date, Brehm has said nothing but that the bridge is closed.", None),
    ],
)
def test_hearers_in_other_places(line: str, hearer: str | None, parser: Parser) -> None:
    told = [one.addressee.name for one in find(line, parser) if one.addressee is not None]
    assert [re.sub(r"^(the|an?|his) ", "", name, flags=re.IGNORECASE) for name in told[:1]] == (
        [hearer] if hearer else []
    )
