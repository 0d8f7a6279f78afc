"""I read a line by a stranger, and the act in it is found, by whatever word and in whatever place it is told."""

import pytest

from onrecord.language import Parser
from tests.events.test_events import events, found
from tests.marked import gold, plain


@pytest.mark.parametrize(
    "line",
    [
        # a noun that is known, or told of in the past, names an act wherever it stands
        "The [ASSAULT/other/happened raid] angered the union.",
        "Both sides slept after the [YIELD/other/happened swap].",
        "A [ASSAULT/other/happened mugging] shocked the quarter.",
        "A wrong move would provoke [COERCE/other/hypothetical sanctions].",
        "The vote led to [PROTEST/protest/happened riots].",
        # gerunds and participles that the parser takes for modifiers
        "[actor He] [REJECT/statement_of_position/happened denied] [recipient [recipient "
        "[COERCE/other/denied smuggling] rifles]].",
        "[recipient [YIELD/other/happened Freed] hostages] slept in the church.",
        # a participle that opens the sentence, and a headline without its auxiliary
        "[ASSAULT/other/happened Ambushed] near the ford, [recipient the patrol] fled.",
        "[recipient Bishop] [ASSAULT/other/happened kidnapped] near [place Harn].",
        # word families
        "[actor Pellin] [AID/other/happened lent [beneficiary Karv] 40 million] crowns.",
        "[actor The two] [CONSULT/talks/happened haggled] over the quota.",
        "[actor Two firms] jointly [COOPERATE/other/happened built] [recipient a tunnel].",
        "[actor Neighbours] [AID/other/happened dug] [beneficiary two children] out of the rubble.",
        "[actor The council] [COERCE/other/happened closed] [recipient nine nurseries].",
        "[actor Police] are [COERCE/other/ongoing hunting] [recipient two men].",
        "[recipient Two men] were [ACCUSE/other/happened tried] in [other [place Harn]].",
    ],
)
def test_an_act_is_found(line: str, parser: Parser) -> None:
    assert found(plain(line), parser) == gold(line)


@pytest.mark.parametrize(
    ("text", "word", "modality"),
    [
        ("The hearing starts on Tuesday.", "hearing", "planned"),
        ("The truce is to take effect at midnight.", "truce", "planned"),
        ("It is not true that guards shot the boy.", "shot", "denied"),
        ("What he proposes is a boycott of the races.", "boycott", "proposed"),
        ("Bakers keep boycotting the mill.", "boycotting", "ongoing"),
        ("Exiles pressed the assembly to condemn the purge.", "condemn", "requested"),
        ("Vigils were held to demand the release of the poet.", "release", "requested"),
        ("A delegate moved that the typesetters strike in May.", "strike", "proposed"),
        ("Once Karv frees the pilots, the border will open.", "frees", "hypothetical"),
    ],
)
def test_how_it_stands(text: str, word: str, modality: str, parser: Parser) -> None:
    told = {event.trigger.of(text): event.modality for event in events(text, parser)}
    assert told.get(word) == modality


@pytest.mark.parametrize(
    "text",
    [
        "Holm made public the murder of two clerks.",
        "Holm expects the release of two men.",
        "Holm called the eviction of tenants a disgrace.",
        "The report of the raid by Holm was leaked.",
        "Holm, who reported the killing of two herders, has left.",
        "Holm documented the torture of prisoners.",
        "Holm examined the torture of prisoners in her book.",
    ],
)
def test_who_tells_of_an_act_has_not_done_it(text: str, parser: Parser) -> None:
    assert not [
        p for event in events(text, parser) for p in event.participants if p.role == "actor" and "Holm" in p.name
    ]


@pytest.mark.parametrize("text", ["A raid needs planning.", "ICE melts.", "He read rules on raids."])
def test_what_anyone_might_do_is_no_event(text: str, parser: Parser) -> None:
    assert events(text, parser) == ()
