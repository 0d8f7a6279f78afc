"""Within one sentence, who passed the words on?"""

import pytest

from onrecord.language import Parser
from tests.statements.chained import chains, told

MAIL = ("Dorn Mail",)
RADIO = ("Radio Dorn",)


@pytest.mark.parametrize(
    ("line", "chain"),
    [
        ("Mira Orlova said that the dam held, Radio Dorn reported.", RADIO),
        ("The dam held, Mira Orlova said, according to the Dorn Mail.", MAIL),
        ("As the Dorn Mail reported, Mira Orlova wants to drain the lake.", MAIL),
        ("Mira Orlova wants to drain the lake, if the Dorn Mail has it right.", MAIL),
        (
            "Her uncle is lukewarm about the dam, the gossip column of the Dorn Mail has it.",
            ("gossip column of the Dorn Mail",),
        ),
        ("Mira Orlova plans to drain the lake, as the Dorn Mail found in an old file.", MAIL),
        ("Mira Orlova was quoted by the Dorn Mail as saying that the dam held.", MAIL),
        ("Quoted by the Dorn Mail, Mira Orlova said that the dam held.", MAIL),
        ("Mira Orlova, quoted in the Dorn Mail, said that the dam held.", MAIL),
        ('"The dam holds," Mira Orlova told the Dorn Mail.', MAIL),
        ("The dam leaks! It was in the Dorn Mail. “I pity her,” Ben Tollan said in the same paper.", MAIL),
        ("“The dam leaks,” Ben Tollan dished to the website Dorn Mail.", MAIL),
        ("Mira Orlova confided to the Dorn Mail that the dam leaked.", MAIL),
        ("In remarks carried by Radio Dorn, Mira Orlova promised to drain the lake.", RADIO),
        ("In comments to Radio Dorn, Mira Orlova promised to drain the lake.", RADIO),
        ("Speaking on Radio Dorn, Mira Orlova promised to drain the lake.", RADIO),
        ("Mira Orlova promised on Radio Dorn to drain the lake.", RADIO),
        ("Mira Orlova wrote in the Dorn Mail that the dam held.", MAIL),
        ("Mira Orlova promised to drain the lake in an interview published on Friday by the Dorn Mail.", MAIL),
        ("Asked by Radio Dorn whether the dam leaked, Mira Orlova said nobody had looked.", RADIO),
        ("In a voice message obtained by Radio Dorn, Mira Orlova denied that she had left.", RADIO),
        ("In a video posted online and verified by Radio Dorn, the rebels threatened war.", RADIO),
        ("The memo, which Radio Dorn has seen, says that the dam leaks.", RADIO),
        ("A leaflet, a photograph of which reached Radio Dorn, says that the dam leaks.", RADIO),
        ("A letter from the mill obtained by Radio Dorn says that the dam leaks.", RADIO),
        ("“We never leak,” Radio Dorn had the duty officer exclaim.", RADIO),
        ("The Dorn Mail, from its cellar, quotes a diver: “The dam leaks.”", MAIL),
        (
            "Mira Orlova said on Tuesday, according to the bulletin of the parish, that the dam held.",
            ("bulletin of the parish",),
        ),
        (
            "«The dam holds», Mira Orlova conceded, according to a cousin who was there, «but not for long».",
            ("cousin who was there",),
        ),
        ("According to the Dorn Mail, Water Minister Vela Ortun said that the dam would reopen.", MAIL),
        ("According to the Dorn Mail, Mill Director Mira Orlova said that the dam held.", MAIL),
        ("Mira Orlova denied the theft through her lawyer.", ("her lawyer",)),
        ("Mira Orlova denied the theft through a spokeswoman.", ("spokeswoman",)),
        ("“The dam holds,” Ben Tollan said through an interpreter.", ("interpreter",)),
        ("In a letter read out by her daughter, Mira Orlova denied that she had left.", ("her daughter",)),
        ("In a statement released by her lawyer, Mira Orlova denied that she had left.", ("her lawyer",)),
        ("Through his daughter, the prisoner has let it be known that the trial is a farce.", ("his daughter",)),
        ("The divers, I hear from the innkeeper, are furious with the mill.", ("innkeeper",)),
        ("The divers, as their notary tells us, are furious with the mill.", ("their notary",)),
    ],
)
def test_one_link(line: str, chain: tuple[str, ...], parser: Parser) -> None:
    assert chain in chains(line, parser)


@pytest.mark.parametrize(
    ("line", "speaker", "chain"),
    [
        ("The agency Calna, citing a diver, reported that the dam leaked.", "diver", ("Calna",)),
        ("Citing a diver, the agency Calna reported that the dam leaked.", "diver", ("Calna",)),
        ("The dam is leaking, the agency Calna reported, naming a diver as its source.", "diver", ("Calna",)),
        ("The dam is leaking, according to a diver quoted by the agency Calna.", "diver", ("Calna",)),
        ("The dam is leaking, according to the agency Calna, citing two divers.", "two divers", ("Calna",)),
        ("The agency Calna had reported on Monday, citing a diver, that the dam leaked.", "diver", ("Calna",)),
        (
            "The dam is leaking, the Dorn Mail reported, citing Calna News, which quoted a diver.",
            "diver",
            (*MAIL, "Calna News"),
        ),
        (
            "The dam is leaking, the Dorn Mail wrote with reference to Calna News, whose source was a diver.",
            "diver",
            (*MAIL, "Calna News"),
        ),
        ("The dam is leaking, the Dorn Mail reported; it cited Radio Calna.", "Radio Calna", MAIL),
        (
            "Mira Orlova said that the dam held, the Dorn Mail reported, citing Calna News.",
            "Mira Orlova",
            (*MAIL, "Calna News"),
        ),
        (
            "The Dorn Mail quotes the daily Calna quoting a diver as saying that the dam leaks.",
            "diver",
            (*MAIL, "Calna"),
        ),
        (
            "Mira Orlova told Calna News, in remarks picked up by the Dorn Mail, that the dam held.",
            "Mira Orlova",
            (*MAIL, "Calna News"),
        ),
        (
            "A diver has told Calna News, whose story the Dorn Mail reprinted, that the dam leaks.",
            "diver",
            (*MAIL, "Calna News"),
        ),
        ("The dam is leaking, a diver said in Calna News, picked up by the Dorn Mail.", "diver", (*MAIL, "Calna News")),
    ],
)
def test_who_speaks_and_by_which_links(line: str, speaker: str, chain: tuple[str, ...], parser: Parser) -> None:
    assert (speaker, chain) in told(line, parser)


def test_whom_the_outlet_has_it_from_is_a_link(parser: Parser) -> None:
    line = "His staff are minded to drain the lake, the Dorn Mail learned from a person in the room."
    assert chains(line, parser) == [("Dorn Mail", "person in the room")]


@pytest.mark.parametrize(
    "line",
    [
        "Ben Tollan said that Radio Dorn had lied.",
        "Ben Tollan accused the Dorn Mail of inventing the leak.",
        "Ben Tollan told the Dorn Mail to apologise.",
        "Ben Tollan called on Radio Dorn to apologise.",
        "The editor of the Dorn Mail, Ada Quist, said the leak was real.",
        "A spokesman for Radio Dorn said the leak was real.",
        "Radio Dorn said on Monday that it would appeal.",
        "Ben Tollan, a former reporter for the Dorn Mail, said the dam would hold.",
        "Ben Tollan supported the mill during his time on Radio Dorn.",
        "In the wake of the Dorn Mail report, Ben Tollan has portrayed himself as a saviour.",
        "During the two-hour service, the pastor asked them to stand.",
        "No matter how many times people told him that the dam leaked, he smiled.",
        "A study released by the dam office shows that the lake is full.",
        "Ben Tollan said in a statement released by the mill that the dam held.",
        "Ben Tollan told them through a loudhailer that the dam held.",
        "The general hailed the mill for the trade it was bringing to Dorn City.",
        "They brought up a threat by the militia in August to open the sluice.",
        "Rescuers in Dorn said that nobody was missing.",
        "On Friday, citing an aide, he asked for time.",
    ],
)
def test_an_outlet_that_is_named_need_not_be_a_link(line: str, parser: Parser) -> None:
    assert [chain for chain in chains(line, parser) if chain] == []
