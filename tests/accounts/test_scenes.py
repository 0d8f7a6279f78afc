"""One word ties two reports: do they tell of one scene?"""

from __future__ import annotations

import pytest

from tests.accounts.telling_stories import compare_texts

SCENE = "The trawler Linde sank off the bank of Dunmere on Sunday after the frigate Bystra of Korva rammed her. "
SAYS_SO = f'{SCENE}"There was a light," said Pia Holm, who stood on the pier of Dunmere.'
DENIES = f"{SCENE}The trawler showed no lights, Marek Brandt of the navy of Korva said."


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        (SAYS_SO, DENIES, 1),
        (SAYS_SO, DENIES.replace("no lights", "no haste"), 0),
        (SAYS_SO, DENIES.replace("The trawler showed", "After that the trawler showed"), 0),
        (SAYS_SO.replace("There was a light", "The light of the moon, which rose early"), DENIES, 0),
        (SAYS_SO.replace(SCENE, "In the hills of Orm the feast of the lamps began. "), DENIES, 0),
    ],
)
def test_a_word_that_is_all_that_one_says(first: str, second: str, count: int) -> None:
    found = compare_texts(("2031-05-05", first), ("2031-05-06", second))
    assert len([one for one in found.discrepancies if one.kind == "denial"]) == count
