"""What happened: the events of a text with who took part, and whether they happened, are planned or denied."""

from onrecord.events.finding import find_events

__all__ = ["find_events"]
