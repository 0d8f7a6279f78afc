"""When: time expressions, what they mean before and after the day of publication is known, and bounds for that day."""

from onrecord.times.edtf import write_edtf
from onrecord.times.finding import find_timexes
from onrecord.times.occasions import is_elsewhen
from onrecord.times.ordering import is_of_two_orders, prove_day_order, put_in_order
from onrecord.times.publication import bound_publication
from onrecord.times.resolving import resolve

__all__ = [
    "bound_publication",
    "find_timexes",
    "is_elsewhen",
    "is_of_two_orders",
    "prove_day_order",
    "put_in_order",
    "resolve",
    "write_edtf",
]
