"""When: time expressions, what they mean before and after the day of publication is known, and bounds for that day."""

from onrecord.times.finding import find_timexes
from onrecord.times.publication import bound_publication
from onrecord.times.resolving import resolve

__all__ = ["bound_publication", "find_timexes", "resolve"]
