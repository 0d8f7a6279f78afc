"""Ties the marks of one document together: who speaks, whose claim it is, on which clock, at which place."""

from onrecord.binding.bind import bind

__all__ = ["bind"]
