"""Ties the loose marks of one document, in the order in which each tie needs the one before."""

from dataclasses import replace

from onrecord.binding.carrying import carry_chains
from onrecord.binding.claims import claim_events, claim_figures
from onrecord.binding.clocks import anchor_speech, date_attributions, date_events, date_figures
from onrecord.binding.deniers import deny_events, deny_figures
from onrecord.binding.relays import inherit_relays, name_whole
from onrecord.binding.speakers import resolve_relays, resolve_speakers
from onrecord.binding.tallies import claim_tallies
from onrecord.language import Parse
from onrecord.names import Lexicon
from onrecord.records import Marks


def bind(parse: Parse, marks: Marks, lexicon: Lexicon) -> Marks:
    """Return the marks with speakers, relays, claimants and governing times filled in where the text gives them."""
    attributions = resolve_speakers(parse, marks.mentions, marks.attributions, lexicon)
    attributions = name_whole(parse.folded, resolve_relays(parse, marks.mentions, attributions, lexicon))
    attributions = inherit_relays(carry_chains(parse, attributions))
    attributions = date_attributions(parse, marks.timexes, attributions)
    figures = claim_tallies(parse, claim_figures(marks.figures, attributions), attributions)
    figures = deny_figures(figures, attributions)
    events = deny_events(parse, claim_events(marks.events, attributions), attributions)
    return replace(
        marks,
        attributions=attributions,
        timexes=anchor_speech(marks.timexes, attributions, parse),
        figures=date_figures(parse, marks.timexes, figures),
        events=date_events(parse, marks.timexes, events),
    )
