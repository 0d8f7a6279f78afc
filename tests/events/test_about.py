"""I want to see what an event is about, and which of a series it is."""

import pytest

from onrecord.language import Parser
from tests.events.test_events import events


@pytest.mark.parametrize(
    ("text", "trigger", "issue"),
    [
        ("Velmar and Ostland held talks on the border canal.", "held talks", "border canal"),
        ("Talks with Ostland about the base collapsed.", "Talks", "base"),
        ("The ministers met to discuss the fishing dispute.", "met", "fishing dispute"),
        ("Velmar rejected the proposal to close the pier.", "rejected", "proposal"),
        ("Parliament vetoed the bill.", "vetoed", "bill"),
        ("Ostland refused to open the northern border.", "refused", "northern border"),
        ("Ostland threatened to close the strait.", "threatened", "strait"),
        ("Ostland demanded the release of two dockers.", "demanded", "release of two dockers"),
        ("Ostland will open a base in Velmar.", "open a base", "base in Velmar"),
        ("Nurses protested against the wage bill.", "protested", "wage bill"),
        ("Drivers blocked the road over the price of milk.", "blocked", "price of milk"),
        ("The mayor criticised the police over the arrests.", "criticised", "arrests"),
        ("Velmar suspended aid to Ostland.", "suspended", "aid"),
        ("Orlova met Hadlen on Monday.", "met", None),
        ("Orlova criticised Hadlen.", "criticised", None),
        ("Rebels attacked the base.", "attacked", None),
    ],
)
def test_what_it_is_about(text: str, trigger: str, issue: str | None, parser: Parser) -> None:
    told = {event.trigger.of(text): event.issue for event in events(text, parser)}
    found = told[trigger]
    assert (found.name if found else None) == issue
    assert found is None or (found.span is not None and found.span.of(text).endswith(found.name))


@pytest.mark.parametrize(
    ("text", "wave"),
    [
        ("Velmar and Ostland held a third round of talks.", 3),
        ("The fourth round of border talks failed.", 4),
        ("The 4th round of border talks failed.", 4),
        ("Round two of the border talks began.", 2),
        ("Phase II of the evacuation started.", 2),
        ("The second wave of airstrikes on Harn began.", 2),
        ("Ostland imposed a 12th package of sanctions on Velmar.", 12),
        ("Rebels freed the third group of hostages.", 3),
        ("His second visit to Karn was delayed.", 2),
        ("The army launched a fifth attack on the base.", 5),
        ("Hadlen visited Karn for the second time.", 2),
        ("Talks on the 999999th batch of flour failed.", None),
        ("The first minister visited Karn.", None),
        ("Hadlen visited Karn for the whole time.", None),
        ("Rebels killed a third man.", None),
        ("A round of talks with Ostland failed.", None),
    ],
)
def test_which_of_a_series(text: str, wave: int | None, parser: Parser) -> None:
    assert [event.wave for event in events(text, parser)][:1] == [wave]
