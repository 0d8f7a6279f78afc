"""Ties marks across documents: copies, entities, statements, figures, events, and the days on which all hangs."""

from onrecord.linking.clashes import find_clash
from onrecord.linking.link import link
from onrecord.linking.rulings import KINDS, as_judgement, attach_rulings, find_spans, find_standing, select

__all__ = ["KINDS", "as_judgement", "attach_rulings", "find_clash", "find_spans", "find_standing", "link", "select"]
