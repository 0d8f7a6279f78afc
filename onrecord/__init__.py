"""Puts the news on the record: who said what, when, to whom and according to whom."""

__version__ = "0.1.0"
