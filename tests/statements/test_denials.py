""" "Which of these statements are denials, and which only say that something is not so?\""""

from __future__ import annotations

import pytest

from onrecord.language import Parser
from onrecord.statements.denials.denials import load_points, weigh_denial
from tests.statements.reported import find


@pytest.mark.parametrize(
    "line",
    [
        "The mayor of Harst, Odile Branner, rejected claims that the contract had been awarded to her brother.",
        '"We did not fire on the boat," Captain Rusk told reporters in Vane.',
        "The ministry said it had no record of any such request.",
        "Tolland's foreign minister flatly denied having met the envoy.",
        'A spokesman for the bank called the report "completely false".',
        "The company said the allegations were without foundation.",
        '"I have never met this man," Brandl said of the informant.',
        "The army insisted that none of its units had been in the valley.",
        "Police said there was no indication that a weapon had been used.",
        "The president's office dismissed the story as pure fantasy.",
        pytest.param(
            "Vukov, who is charged with fraud, pleaded not guilty on Tuesday.",
            marks=pytest.mark.xfail(strict=True, reason='"pleaded not guilty" has no content of its own'),
        ),
        "Her lawyer maintains that she is innocent of all charges.",
        "Dorn's central bank ruled out talks with the lender.",
        "The envoy said that no such offer had been made.",
        "The government has denied any involvement in the coup.",
        '"That is a lie," the general said.',
        '"This is simply not true," said Marten Hale, the club\'s chairman.',
        "Officials in Dorn said they were unaware of any talks.",
        "The union disputed the company's figures.",
        "Kestria's defence ministry refuted the accusation that its drones had crossed the border.",
        "The prince's aides have denied the rumours.",
        '"Nothing was stolen," the curator, Ines Walb, said.',
        '"There was no deal," Senator Hask said on Sunday.',
        "The airline rejected suggestions that the pilot had been drunk.",
        "The minister said he knew nothing about the payments.",
        "The rebels said they had nothing to do with the blast.",
        "She said she had not received a single complaint.",
        "The hospital said it had not been told of the inspection.",
        '"No civilians were harmed in the operation," the army said in a statement.',
        'The coach played down nothing: "I didn\'t touch him," he said.',
        "Neither the police nor the army had entered the school, the governor said.",
        "The firm said that it had neither sought nor received public money.",
        "Mr Pell has always protested his innocence.",
        '"It wasn\'t us," a spokesman for the militia said.',
        pytest.param(
            "The palace poured scorn on reports of a rift.",
            marks=pytest.mark.xfail(strict=True, reason="the phrase is no cue yet"),
        ),
        "Orvane denied that it was massing troops on the border.",
        "The chancellor waved away talk of a reshuffle.",
        pytest.param(
            "The editor stood accused of bribery, a charge he denies.",
            marks=pytest.mark.xfail(strict=True, reason="the relative clause without a pronoun is not found"),
        ),
        pytest.param(
            "The charge, which Hallik denies, carries ten years.",
            marks=pytest.mark.xfail(strict=True, reason="the noun before a relative clause is not taken as content"),
        ),
        "The accusations are groundless, the embassy said.",
        '"I have never met a baker of that name," she scoffed.',
        '"Nobody from the bank has called me," the widow said.',
        "The firm said it had not heard from the union at all.",
        "The mayor said the sale did not take place.",
        "The mayor believes not a word of that.",
        "The captain laughed at the charge.",
        "The captain contradicted him.",
        'She called the report "a novel, and not a short one".',
        "According to the ministry, no prisoners were mistreated.",
        '"At no point did we offer him money," the club said.',
        '"I wasn\'t even in the country," the banker said.',
        "The bishop has repeatedly denied wrongdoing.",
        "The allegations were denied by the commander.",
        "The ministry's denial that gas had been used convinced nobody.",
        "The factory contested the findings of the inspectors.",
        "The station said it had never broadcast the tape.",
        "In a letter to the court, Tarr denied that he had forged the will.",
        "Both men deny murder.",
        "The council hit back at the claims, calling them misleading.",
        "The general said that his men had not opened fire first.",
        "Dorn is not supplying weapons to anyone, the deputy minister said.",
        '"We are not at war with anybody," the president told parliament.',
        "The minister denied there had been any delay.",
        "The reports are untrue, said a spokeswoman.",
        "The striker insisted he had done nothing wrong.",
        "The prosecutor said there was no evidence of foul play.",
        '"We have no plans to close the mine," the company said.',
        pytest.param(
            "The vice-president disputes that account.",
            marks=pytest.mark.xfail(strict=True, reason="the parse takes the verb for a noun"),
        ),
        "The agency disowned the memo, saying it was a forgery.",
        'The governor of Pell province called the accusations "a fabrication from start to finish".',
        '"My client never set foot in that warehouse," said his lawyer, Jana Orth.',
        "Harst airport said no flights had been cancelled because of the strike.",
        'Asked about the leak, the deputy director replied: "That did not come from us."',
        "The junta maintains that it holds no political prisoners.",
        "Kestria's embassy said it had not been consulted on the draft.",
        "A spokeswoman for the party said reports of a split were wide of the mark.",
        '"There has been no contact between the two palaces," the chief of staff told Radio Vane.',
        "The goalkeeper, 24, insists he never took the drug.",
        "The dairy disputes the laboratory's finding.",
        '"We categorically reject these insinuations," the bank wrote.',
        "Police refuted claims that officers had beaten the student.",
        "The monastery said the icon had not been sold.",
        "The two ministers deny that they met in Lorne.",
        "Neither side has violated the truce, the monitors said.",
        "The regulator said it was not investigating the lender.",
        '"I did not resign. I was dismissed," the conductor told the paper.',
        "The militia's commander denied responsibility for the attack.",
        "Marl denies four counts of theft.",
        "The mayor shrugged off suggestions that he had broken the rules.",
        "The village elder said that the story was pure invention.",
        "The general staff said not a single tank had been lost.",
        '"It is a complete myth that we poison the lake," the mill\'s owner said.',
        "The prosecutor's office said it had opened no investigation into the senator.",
        "The archbishop's secretary said the letter was a forgery.",
        pytest.param(
            "The singer said she wasn't pregnant.",
            marks=pytest.mark.xfail(strict=True, reason="only the world tells that it was alleged"),
        ),
        "The firm's chairman, Otto Braam, said he had not been aware of the defect.",
        "The spokesman stressed that the drill was not aimed at any country.",
        "The coach driver said he had not been drinking.",
    ],
)
def test_a_denial(line: str, parser: Parser) -> None:
    assert any(one.denial for one in find(line, parser))


@pytest.mark.parametrize(
    "line",
    [
        "The mayor said the road would not reopen before Friday.",
        "The residents said they did not know where to go.",
        '"We will not surrender," the commander said.',
        "The minister did not say when the talks would resume.",
        "The council rejected the proposal on Monday.",
        "The president refused to sign the law.",
        "Analysts said the bank could not survive without help.",
        '"I don\'t like the colour," the architect said.',
        "The envoy did not deny that shots had been fired.",
        "The ministry neither confirmed nor denied the report.",
        "The team was denied a visa, the captain said.",
        "She said nobody had come to help them.",
        "The ministry said the bridge had been hit once, by a single shell, and that nobody was hurt.",
        '"Nobody offered us a blanket," the widow said.',
        "The pupils said they had never heard such noise.",
        '"Nobody helped us," said Rana Told, a farmer.',
        "The premier said that the deal was not perfect.",
        "The doctor said the drug was not only cheap but safe.",
        '"It is not yet clear what happened," the police chief said.',
        "The miners said they had not been paid since March.",
        "The prosecutor did not rule out further arrests.",
        "Dorn says it does not recognise the new government.",
        '"Have you not seen the film?" the critic asked.',
        "The witness said she could not remember the number.",
        "The union said its members were not satisfied with the offer.",
        "Experts say that no vaccine is perfect.",
        "The opposition said the vote had not been fair.",
        "Tarr said he had no regrets.",
        "The farmer said that it had not rained since June.",
        '"We have no choice," the director said.',
        "The government rejected calls for an inquiry.",
        "The judge dismissed the appeal, saying it had come too late.",
        "Hale said that he was not against a second bridge.",
        "The survivors said no one had warned them.",
        '"I\'m not a politician," the actor said. "I\'m a citizen."',
        "The company said the plant would no longer burn coal.",
        '"There is no time to lose," the minister warned.',
        "The general said peace was impossible without a ceasefire.",
        "The families said the state had done nothing for them.",
        "The ministry said there were no survivors.",
        "He said he had no comment.",
        "The analyst said prices had not fallen as fast as wages.",
        "The spokesman declined to comment.",
        "The report found that the brakes had not been serviced.",
        pytest.param(
            "The auditor said the accounts had never been checked.",
            marks=pytest.mark.xfail(strict=True, reason="only the world tells that it is a complaint"),
        ),
        "The minister does not think that the tax is too high.",
        "Kestria opposes the plan.",
        "The pupils said they had never seen snow.",
        '"Don\'t go near the river," the mayor said.',
        "The club said no decision had been taken.",
        "The premier is not worried about the strike.",
        '"Why did nobody tell us?" she asked.',
        "The coach said his team had not deserved to lose.",
        "The premier denied the refugees entry.",
        "He said that there was no alternative to the tax.",
        "The delegation said the talks had not brought a result.",
        '"No one should live like this," the nurse said.',
        "The mechanic said he hadn't slept for two days.",
        "The minister said the budget would not be cut.",
        "The senator declined to say whether he would run again.",
        "Doctors said the girl was not in danger.",
        "The union said it would never accept such a deal.",
        "The mayor said that nothing could replace the old bridge.",
        '"We haven\'t had a day off in three weeks," the nurse said.',
        "The farmers say the state has not compensated them.",
        "The pilot did not see the cable, investigators believe.",
        '"I can\'t sleep," the widow told reporters.',
        "The central bank said inflation had not peaked.",
        "The judge said the defendant had shown no remorse.",
        "The council said there were not enough teachers.",
        "The critic complained that the second act had no plot.",
        "The minister rejected the opposition's demand for a vote.",
        "The committee dismissed the complaint.",
        "The envoy said no date had been set for the next round.",
        "The analyst said that the party had no strategy.",
        "The president does not want a war.",
        "The premier refused to meet the strikers.",
        "Residents said the sirens had not sounded.",
        "The ministry said it did not comment on rumours.",
        '"No deal is better than a bad deal," the negotiator said.',
        pytest.param(
            "The coach said his players did not give up.",
            marks=pytest.mark.xfail(strict=True, reason="only the world tells that it is praise"),
        ),
        pytest.param(
            "The scientists said there was no cure.",
            marks=pytest.mark.xfail(strict=True, reason="only the world tells that nobody had claimed one"),
        ),
        "The opposition leader said the premier had not kept his word.",
        "The rescue team said nobody had survived.",
        '"Nothing is more beautiful than the delta in May," the guide said.',
        "The mother said her son did not come home that night.",
        "The inspector said that the building had no fire escape.",
        '"I\'m not angry," the champion said.',
    ],
)
def test_not_so_is_no_denial(line: str, parser: Parser) -> None:
    assert not any(one.denial for one in find(line, parser))


@pytest.mark.parametrize(
    ("line", "denial"),
    [
        ("Orlova brushed aside the claim.", True),
        ("Orlova took issue with the finding.", True),
        ("Orlova refuses to believe the story.", True),
        ("Orlova refused to accept the offer.", False),
        ("Orlova rejected the suggestion that the dam leaked.", True),
        ("Orlova rejected the request to open the gates.", False),
        ("Orlova contested the election.", False),
        ("The ministry denied the reporters a visa.", False),
        ("Orlova called the charges baseless.", True),
        ("Orlova called the crew brave.", False),
        ("Orlova protested her innocence.", True),
        ("Orlova would not accept the verdict.", False),
        ("Orlova is not considering a second pier.", True),
        ("Orlova found no sign of a leak.", True),
        ('"No. I was at home," Orlova said.', True),
        ('"No, this is about money," Orlova said.', False),
        ('"At no time did we threaten them," Orlova said.', True),
        ('"I do not shout if a man shouts," Orlova said.', False),
        ("Orlova said that the letter was not false.", False),
        ("Orlova said that the letter may be false.", False),
        ("Orlova said that the tax was wrong.", False),
        ("Orlova said the reports were without foundation.", True),
        ("Orlova said that if they did not vote, the plan would fail.", False),
        ("Orlova said she was not going to resign.", False),
        ('"Do not go near the dam," Orlova said.', False),
        ("Orlova believes that no bag was carried.", False),
    ],
)
def test_what_makes_a_denial(line: str, denial: bool, parser: Parser) -> None:
    assert [one.denial for one in find(line, parser) if one.parent is None] == [denial]


def test_in_the_words_of_another_she_is_not_the_speaker(parser: Parser) -> None:
    (told,) = (one for one in find("Orlova said that she did not pay the crew.", parser) if one.parent is None)
    (quoted,) = (one for one in find('"She did not pay the crew," Orlova said.', parser) if one.parent is None)
    assert (told.denial, quoted.denial) == (True, False)


def test_who_reports_his_own_denial_denies(parser: Parser) -> None:
    assert {one.denial for one in find("Orlova let it be known that she rejects the claim.", parser)} == {True}


def test_a_headline_leaves_out_that_there_was_none(parser: Parser) -> None:
    assert [one.denial for one in find("FOREIGN MINISTER: NO TALKS ON A SECOND PIER", parser)] == [True]


def test_without_a_sign_there_is_nothing_to_weigh() -> None:
    assert weigh_denial([]) == 0
    assert weigh_denial(["kind=not"]) < 0
    assert weigh_denial(["denies outright"]) > 0
    assert load_points()["start"] < 0


@pytest.mark.parametrize(
    ("line", "negated", "denial"),
    [
        ("Orlova said that the port would not close.", "said", False),
        ("Orlova said that the ministers had not discussed the pier.", "said", True),
        ("Orlova did not say why the dam had failed.", "saying", False),
        ("Orlova declined to say why the dam had failed.", "saying", False),
        ("Orlova did not say that there was no plan.", "both", False),
        ("Orlova denied that the dam had failed.", None, True),
        ("Orlova said that the report was false.", None, True),
        ("Orlova said that the dam held.", None, False),
    ],
)
def test_denied_and_negated_are_kept_apart(line: str, negated: str | None, denial: bool, parser: Parser) -> None:
    assert [(one.negated, one.denial) for one in find(line, parser) if one.parent is None] == [(negated, denial)]
