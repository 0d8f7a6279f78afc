"""One says that the gates were opened at one, another at midnight: is it one happening, and are they two hours?"""

from __future__ import annotations

import pytest

from tests.accounts.telling_stories import compare_texts

DAY, NEXT, FAR = "2031-05-02", "2031-05-03", "2031-08-03"
FIRST = "The gates of the weir were opened at 1:30 a.m., the operator said."


def find_details(*reports: tuple[str, str]) -> list[list[str]]:
    found = [d for d in compare_texts(*reports).discrepancies if d.kind == "detail"]
    return [[side.label for side in one.sides] for one in found]


@pytest.mark.parametrize(
    ("second", "hours"),
    [
        ((NEXT, "Shortly before midnight the operator opened the gates of the weir."), ["1:30", "about 0:00"]),
        ((DAY, "The gates at the weir had been opened at five minutes to one, the institute said."), ["1:30", "0:55"]),
        ((NEXT, "The gates were shut all day. They opened at three in the morning, a man said."), ["1:30", "3:00"]),
    ],
)  # fmt: skip
def test_two_hours_of_one_happening(second: tuple[str, str], hours: list[str]) -> None:
    assert [sorted(one) for one in find_details((DAY, FIRST), second)] == [sorted(hours)]


@pytest.mark.parametrize(
    "second",
    [
        (FAR, "The gates of the weir were opened at 3 a.m., the institute said."),
        (NEXT, "The gates of the weir were opened at half past one, the institute said."),
        (NEXT, "A warning was sent from the weir at 11:40 p.m., the institute said."),
        (NEXT, "The gates of the school were opened at noon, the mayor said."),
        (NEXT, "The weir was quiet at 3 a.m., the institute said."),
    ],
)
def test_other_days_and_other_happenings_are_left_alone(second: tuple[str, str]) -> None:
    assert not find_details((DAY, FIRST), second)


def test_talks_on_a_truce_begin_at_another_hour_than_the_truce() -> None:
    one = "The truce takes effect at 6 a.m. on Sunday, the envoy said."
    assert not find_details((DAY, one), (NEXT, "The truce talks began at noon on Sunday, the ministry said."))
    assert find_details((DAY, one), (NEXT, "The truce came into force at noon on Sunday, the ministry said."))


def test_one_voice_tells_a_sequence() -> None:
    text = "The gates were opened at 1 a.m., the operator said. They were opened further at 3 a.m., the operator said."
    assert not find_details((DAY, text))


def test_other_weekdays_are_other_happenings() -> None:
    one = "The gates of the weir were opened at 2 p.m. on Monday, the operator said."
    other = "The gates of the weir were opened at 5 p.m. on Thursday, the institute said."
    assert not find_details((DAY, one), (NEXT, other))
    assert find_details((DAY, one), (NEXT, other.replace("Thursday", "Monday"))) == [["14:00", "17:00"]]


SIGNED = "Minister Ada Holm of Korva and Minister Piet Kol of Brelia signed the treaty in Tarn."


def test_who_signed() -> None:
    other = "The treaty bears the signatures of Ada Holm for Korva and of the general Ruben Stahl for Brelia."
    assert find_details((DAY, SIGNED), (NEXT, other)) == [["Piet Kol", "Ruben Stahl"]]
    assert not find_details((DAY, SIGNED), (FAR, other))
    assert not find_details((DAY, SIGNED), (NEXT, "Ada Holm signed the treaty in Tarn, and so did Piet Kol."))
    assert not find_details((DAY, SIGNED), (NEXT, "Lena Birk and Ruben Stahl signed a letter to the school."))


def test_independent_texts_share_an_hour_to_the_minute() -> None:
    one = "The warning had been sent to the town at 11:40 p.m., the operator said."
    other = "A message left the weir at 23:40, the note of the inquiry says."
    (found,) = compare_texts((DAY, one), (NEXT, other)).agreements
    assert (found.sides[0].label, found.reports, found.independent_texts) == ("23:40", 2, 2)
    assert not compare_texts((DAY, one.replace("11:40", "11:30")), (NEXT, other.replace("23:40", "23:30"))).agreements


BLAST = "ORM - The blast at the Harbour Hall of Orm came at 8:20 a.m., Colonel Ilsa Rook of the Tarn Guard said."


@pytest.mark.parametrize(
    ("second", "hours"),
    [
        ((NEXT, "The charge went off at 8:50 in Orm, men of the Tarn Guard at Harbour Hall say."), [["8:20", "8:50"]]),
        ((NEXT, "A second charge went off at 8:50 in Orm, a fireman of the Tarn Guard said at Harbour Hall."), []),
        ((NEXT, "The boiler of a school in Drell exploded at 8:50, a fireman said."), []),
        ((FAR, "The charge went off at 8:50 in Orm, a fireman of the Tarn Guard said at Harbour Hall."), []),
        (("", "The charge went off at 8:50 in Orm, a fireman of the Tarn Guard said at Harbour Hall."), []),
        ((NEXT, "The blast in Orm shook the Harbour Hall, a man of the Tarn Guard told reporters at 9:30."), []),
    ],
)  # fmt: skip
def test_one_explosion_needs_no_words_in_common(second: tuple[str, str], hours: list[list[str]]) -> None:
    assert find_details((DAY, BLAST), second) == hours


def test_the_collision_and_the_impact_are_one() -> None:
    one = "The trawler Saint Brenna was struck by the frigate at 4:40 on Sunday, the navy said."
    other = "The impact of the frigate on the trawler came at 5:15 on Sunday, the minister said on the quay."
    assert find_details((DAY, one), (NEXT, other)) == [["4:40", "5:15"]]
