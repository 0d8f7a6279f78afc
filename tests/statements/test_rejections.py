""" "They put it differently, but do they deny it?\""""

from __future__ import annotations

import pytest

from onrecord.language import Parser
from tests.statements.reported import find


@pytest.mark.parametrize(
    "line",
    [
        # what was said is at odds with the truth
        "The story bears no relation to the truth, said Brehm.",
        "The figures do not correspond to reality, the ministry said.",
        "The rumours lack any basis in fact, the bank said.",
        '"That is not what happened," Brehm said.',
        '"None of this is true," Brehm said.',
        # an answer
        '"Fake news," the minister said of the report.',
        'Asked whether the dam had cracked, the engineer replied: "Certainly not. It is as good as new."',
        "THE CHAIR: Did your office get the letter?\n\nMS BREHM: It did not. We got a summary in April.",
        # what carries the claim is called a fake
        "Brehm calls the tape a montage.",
        "The army rejects the recording as the work of actors.",
        # a claim is run down
        "The palace shot down rumours of a divorce.",
        # nothing is admitted or accepted
        "The company has never admitted that there was a lockout.",
        "The firm refused to accept that the valve had failed.",
        "Brehm swore never to have met the man.",
        # whose side it is, told by the office of the speaker
        "A spokesman said Norvik Oil had not paid the guards.",
        "A lawyer for the firm wrote that nobody was kept underground for so much as an hour against his will.",
        "The army said none of its troops had crossed the river.",
        "Brehm has always maintained that he never saw the letter.",
        "The pilot said he had been nowhere near the hangar.",
        "The owner says he has not blasted since the spring.",
    ],
)
def test_a_denial_in_other_words(line: str, parser: Parser) -> None:
    assert any(one.denial for one in find(line, parser))


@pytest.mark.parametrize(
    "line",
    [
        '"That is not how we wanted to live," Brehm said.',
        '"Nobody ever loved a toll," the mayor said.',
        "The coach said his team had not played well.",
        "The miners said they had not been paid since March.",
        '"We have had no water since Monday," said a nurse.',
        "A spokesman for Tarn Steel said Norvik Oil had not paid its guards enough.",
        "The father asked him why he was not bowling over the wicket.",
        '"That was a joke," he argues.',
        "Brehm rejected the offer as too low.",
        "Brehm would not admit reporters to the hall.",
        "The harbour is far from the truck park, the mayor said.",
    ],
)
def test_no_denial_in_like_words(line: str, parser: Parser) -> None:
    assert not any(one.denial for one in find(line, parser))


def test_a_negation_behind_a_colon_is_none_of_the_verb(parser: Parser) -> None:
    line = 'Asked about it, Brehm replied: "Certainly not. I was away."'
    (reply,) = [one for one in find(line, parser) if one.source]
    assert reply.denial
    assert reply.act == "deny"
