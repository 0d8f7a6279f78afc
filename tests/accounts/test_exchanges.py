"""She says so, he says it is not true: who takes up whom in a report, with or without the words for it?"""

from __future__ import annotations

import pytest

from onrecord.accounts.cues import Cue, load_cues
from onrecord.accounts.loose import find_loose
from onrecord.accounts.sayings import folded
from tests.accounts.telling_stories import compare_texts, sides_of
from tests.linking.reports import Called, Told, make_marks, make_report

HEAD = "In the port of Dunmere the council met the shipowners of Tarn Line.\n\n"


def denials(*texts: str, days: tuple[str, ...] = ("2031-05-02", "2031-05-03")) -> list[list[set[str]]]:
    found = compare_texts(*((day, f"{HEAD}{text}") for day, text in zip(days, texts, strict=False)))
    return [sides_of(one) for one in found.discrepancies if one.kind in ("denial", "accusation")]


@pytest.mark.parametrize(
    "text",
    [
        'Lena Orlova said the union had not been asked beforehand. Marek Brandt contradicted her. "The union was asked '
        'twice, in March and in April," he said.',
        "Lena Orlova complained that the union had not been asked; Marek Brandt said it had been, twice.",
        "The pilot was removed from his post on Monday, two serving officers said. Marek Brandt denied it.",
        'Its harbour master said that the guards beat two sailors. "No sailor was beaten at any time," Marek Brandt '
        "said.",
    ],
)
def test_one_takes_up_what_another_said(text: str) -> None:
    assert len(denials(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        'Lena Orlova said the union had been asked. "The union was asked twice," Marek Brandt said.',
        "Lena Orlova said that the harbour was silted up. The dredger came in May. It is old and slow and has been "
        "repaired many times by the yard. Marek Brandt denied it.",
        'Lena Orlova said that the guards beat two sailors. "No ferry was late at any time," Marek Brandt said.',
        "Some said that the pilot was removed. They had been, in a way.",
    ],
)
def test_what_is_no_answer_is_left_alone(text: str) -> None:
    assert denials(text) == []


@pytest.mark.parametrize("cue", load_cues("retorts"), ids=lambda cue: cue.name)
def test_every_row_fits_its_sentence_and_leaves_the_other_alone(cue: Cue) -> None:
    assert cue.pattern.search(folded(cue.example))
    assert not cue.pattern.search(folded(cue.counterexample))


def test_a_sentence_of_the_report_tells_that_the_next_words_contradict_the_last() -> None:
    claim = "The note of the inspectors complains that they got to the tank only on the third day, said Pia Holm. "
    reply = '"Nobody was refused entry, on any day," he said on Monday.'
    assert len(denials(f"{claim}Marek Brandt, the harbour master, begs to differ. {reply}")) == 1
    assert len(denials(f"{claim}Marek Brandt, the harbour master, met her later. {reply}")) == 0


def test_whom_one_blames_goes_on_to_blame_another() -> None:
    text = "The institute blames the hospital's tank, the hospital blamed the airport."
    assert [[{"institute"}, {"hospital"}]] == denials(text)
    assert denials("The institute blames the hospital's tank, the union blamed the airport.") == []


def test_words_that_somebody_disowns() -> None:
    text = (
        'Radio Tarn reports that Lena Orlova said over dinner that "nobody in the council wants the ferry". '
        '"I said no such thing," Orlova said on Tuesday.'
    )
    assert len(denials(text)) == 1


def test_an_interviewer_puts_to_a_guest_what_a_third_said() -> None:
    text = (
        "Guest: Lena Orlova, harbour minister\nHost: Pia Holm\n\n"
        "HOLM: Minister, Marek Brandt says that our boats have to stay away from the bank.\n\n"
        "ORLOVA: There is not one line in the paper that keeps them away.\n"
    )
    found = denials(text)
    assert [{"Brandt"} <= left and {"Orlova"} <= right for left, right in found] == [True]


def test_a_denial_names_whose_claim_in_another_report_it_is() -> None:
    first = "The blocked drains of the quay are the cause of the flood, Tarn Line said."
    second = 'Lena Orlova dismissed what Tarn Line says about the drains. "They were cleaned in March, all of them."'
    assert len(denials(first, second)) == 1
    assert denials(first, "Lena Orlova dismissed what Tarn Line says about wages.") == []
    assert denials(first, second, days=("2031-05-02", "2031-09-03")) == []


def test_a_quotation_without_a_cue_is_that_of_the_last_speaker() -> None:
    quotation = "They were cleaned in March, all of them."
    text = f'The drains are clean, said Lena Orlova. "{quotation}" The rest is "talk". "So it is," he wrote.'
    document = make_report("a.txt", text)
    told = [Told("The drains are clean", "Lena Orlova"), Told("So it is,", "Marek Brandt", cue="wrote")]
    found = list(find_loose(document, make_marks(document, told)))
    assert [(one.speaker, one.content[0].of(text), one.negated) for one, _ in found] == [
        ("Lena Orlova", quotation, None)
    ]


def test_a_quotation_after_another_name_is_nobodys() -> None:
    text = 'The drains are clean, said Lena Orlova. Marek Brandt laughed. "They were cleaned in March, all of them."'
    document = make_report("a.txt", text)
    marks = make_marks(document, [Told("The drains are clean", "Lena Orlova")], [Called("Marek Brandt")])
    assert list(find_loose(document, marks)) == []
    assert list(find_loose(document, make_marks(document))) == []
