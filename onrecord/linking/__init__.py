"""Ties marks across documents: copies, entities, statements, figures, events, and the days on which all hangs."""

from onrecord.linking.link import link

__all__ = ["link"]
