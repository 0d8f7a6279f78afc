"""Where: the places that a report names, found in a gazetteer and resolved by the whole report."""

from onrecord.places.gazetteer import Gazetteer, load_gazetteer
from onrecord.places.toponyms import find_toponyms, resolve_toponyms

__all__ = ["Gazetteer", "find_toponyms", "load_gazetteer", "resolve_toponyms"]
