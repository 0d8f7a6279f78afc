"""Where: the places that a report names, found in a gazetteer and resolved by the whole report."""

from onrecord.places.distances import great_circle_km
from onrecord.places.gazetteer import Gazetteer, load_gazetteer
from onrecord.places.toponyms import find_toponyms, resolve_toponyms

__all__ = ["Gazetteer", "find_toponyms", "great_circle_km", "load_gazetteer", "resolve_toponyms"]
