""" "Who denies it is named beside those who claim it, and is never one of them.\""""

from dataclasses import replace

import pytest

from onrecord.binding.deniers import deny_events, deny_figures
from onrecord.language import Parser, parse
from onrecord.records import Named
from tests.binding.making import attribution, event, figure, spans
from tests.marked import plain


def test_a_figure_names_its_denier_apart() -> None:
    line = "[source Velmar] [cue denied] [content that [figure 300] soldiers crossed the river]."
    told = replace(figure(line), status="denied", claimants=(Named(name="Velmar", span=None),))
    (denied,) = deny_figures([told], [attribution(line, denial=True)])
    assert [one.name for one in denied.denied_by] == ["Velmar"]
    assert denied.claimants == ()


def test_a_figure_that_stands_is_denied_by_nobody() -> None:
    line = "[source Velmar] [cue denied] [content that [figure 300] soldiers crossed the river]."
    (kept,) = deny_figures([figure(line)], [attribution(line, denial=True)])
    assert kept.denied_by == ()


@pytest.mark.parametrize(
    ("line", "denial", "names"),
    [
        ("[source The army] [cue denied] [content [trigger shelling] the town].", True, ["The army"]),
        ("[source The army] [cue1 said] [content it had [cue not] [trigger shelled] the town].", False, ["The army"]),
    ],
)
def test_an_event_is_denied_by_whoever_says_so(line: str, denial: bool, names: list[str], parser: Parser) -> None:
    told = replace(event(line), modality="denied", cue=spans(line, "cue")[0])
    said = replace(attribution(line, denial=denial), cue=spans(line, "cue1") or spans(line, "cue"))
    (denied,) = deny_events(parse(plain(line), parser), [told], [said])
    assert [one.name for one in denied.denied_by] == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Rebels [trigger shot] a ranger, a charge the movement [cue denies].", ["movement"]),
        ("Reports of a [trigger truce] were [cue denied] by the ministry.", ["ministry"]),
        ("Reports of a [trigger truce] were [cue denied].", []),
        ("Reports of a [trigger truce] are [cue untrue].", []),
    ],
)
def test_without_a_statement_the_subject_of_the_denying_word_denies(
    line: str, names: list[str], parser: Parser
) -> None:
    told = replace(event(line), modality="denied", cue=spans(line, "cue")[0])
    (denied,) = deny_events(parse(plain(line), parser), [told], [])
    assert [one.name for one in denied.denied_by] == names


def test_an_event_that_happened_keeps_its_claimants(parser: Parser) -> None:
    line = "[source The army] [cue said] [content rebels [trigger shelled] the town]."
    told = replace(event(line), claimants=(Named(name="The army", span=None),))
    (kept,) = deny_events(parse(plain(line), parser), [told], [attribution(line)])
    assert (kept.denied_by, [one.name for one in kept.claimants]) == ((), ["The army"])
