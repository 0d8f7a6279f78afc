"""Who said what: attributions with their source, cue and content, relays, denials and nesting."""

from onrecord.statements.attributions import find_attributions
from onrecord.statements.grammar.trees import find_unread
from onrecord.statements.proposals import Proposal, find_rivals

__all__ = ["Proposal", "find_attributions", "find_rivals", "find_unread"]
