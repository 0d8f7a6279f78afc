"""One quotation in two wordings, one side's story told as fact, and one number in two texts."""

from __future__ import annotations

import pytest

from tests.accounts.telling_stories import compare_texts

DAY, NEXT, FAR = "2031-05-02", "2031-05-03", "2032-08-03"


def find_kinds(kind: str, *reports: tuple[str, str]) -> int:
    return sum(found.kind == kind for found in compare_texts(*reports).discrepancies)


QUOTED = '"There will be no apology, because there was no fault," Ada Holm told the Tarn Gazette.'


@pytest.mark.parametrize(
    ("day", "words", "count"),
    [
        (NEXT, "There will be no apology, for there was no guilt", 1),
        ("", "There will be no apology, for there was no guilt", 1),
        (FAR, "There will be no apology, for there was no guilt", 0),
        (NEXT, "There will be no apology, because there was no fault", 0),
        (NEXT, "Nobody has asked me for the key to the old mill house", 0),
        (NEXT, "There was no storm", 0),
    ],
)
def test_one_sentence_in_other_words(day: str, words: str, count: int) -> None:
    second = f'From Korva one hears more. "{words}," Ada Holm was quoted as saying by another paper.'
    assert find_kinds("wording", (DAY, QUOTED), (day, second)) == count


def test_two_speakers_may_say_alike_things() -> None:
    second = '"There will be no apology, for there was no guilt," Piet Kol told the Orm Herald.'
    assert not find_kinds("wording", (DAY, QUOTED), (NEXT, second))


KORVA = "Korva and Brelia share the bridge of Tarn. Korvan and Brelian guards stand in Korva and in Brelia."
BRELIA = "From Korva to Brelia one walks over a bridge at Tarn. The Korvan and the Brelian side of it are one road."
TOLD = "Brelian guards opened fire on a patrol at the bridge of Tarn before the sun was up. The town is quiet."


def test_a_deed_told_as_fact_that_others_turn_round() -> None:
    charge = "The Brelian army accused Korvan guards of crossing the bridge and opening fire at Tarn."
    assert find_kinds("one_sided", (DAY, f"{KORVA} {TOLD}"), (NEXT, f"{BRELIA} {charge}")) == 1
    assert not find_kinds("one_sided", (DAY, f"{KORVA} {TOLD}"), (FAR, f"{BRELIA} {charge}"))
    same = "The Korvan army accused Brelian guards of crossing the bridge and opening fire at Tarn."
    assert not find_kinds("one_sided", (DAY, f"{KORVA} {TOLD}"), (NEXT, f"{BRELIA} {same}"))


def test_a_charge_told_as_fact_that_is_denied_elsewhere() -> None:
    told = "The guards fired at sleeping pickets near the harbour gate on Sunday. Two of them are dead."
    charge = (
        "Bram Otter accused the guards of firing at sleeping pickets near the gate. Police chief Nora Lenz denied this."
    )
    assert find_kinds("one_sided", (DAY, told), (NEXT, charge)) == 1
    assert not find_kinds("one_sided", (DAY, told), (NEXT, charge.replace("Police chief Nora Lenz denied this.", "")))


def test_a_number_that_two_texts_share() -> None:
    one = "The mills in Tarn and in Orm bought 310,000 cubic metres of timber, the Trade Ministry said."
    other = "Foresters from Tarn sold 310,000 cubic metres of timber in Orm."
    (found,) = compare_texts((DAY, one), (NEXT, other)).agreements
    assert (found.sides[0].label, found.reports, found.independent_texts) == ("310,000", 2, 2)
    assert not compare_texts((DAY, one), (FAR.replace("2032", "2035"), other)).agreements
    assert not compare_texts((DAY, one), (NEXT, other.replace("310,000", "300,000"))).agreements
    same = "The Trade Ministry said that 310,000 cubic metres of timber had been sold from Tarn in Orm."
    (voice,) = compare_texts((DAY, one), (NEXT, same)).agreements
    assert voice.independent_texts == 1
    assert "one voice" in voice.why
