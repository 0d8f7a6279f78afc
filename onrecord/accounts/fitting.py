"""Whether two different numbers can both be right: a bound, a range, a rounding, a count that rose."""

from __future__ import annotations

from onrecord.accounts.counts import Count, is_part, is_toll
from onrecord.accounts.sayings import is_before

NOBODYS = "one of them is nobody's count"
_ROUNDED = 0.1
_NEIGHBOURS = 600


def find_what_fits(left: Count, right: Count) -> str | None:
    """Return why a smaller and a larger figure can both be right; `None` when they cannot."""
    low, high = left.figure, right.figure
    if left.value == right.value:
        return "they are equal"
    if low.operator in ("at_least", "more_than") or high.operator in ("up_to", "less_than"):
        return "the one is a bound that the other keeps"
    if is_part(left) and not is_part(right):
        return "the smaller one is a part of what is counted"
    if "range" in (low.operator, high.operator) and (low.high or left.value) >= right.value:
        return "the one lies in the range of the other"
    if "approx" in (low.operator, high.operator) and right.value - left.value <= _ROUNDED * right.value:
        return "the one is the other, rounded"
    if left.claimant and left.claimant == right.claimant:
        return None if _fell(left, right) else "one body counted more later, or on a day that is not known"
    if left.context.past and not right.context.past:
        return "the smaller one had been given before"
    if is_before(left.day or left.said, right.day or right.said):
        return "the smaller one is the earlier: a count that rose"
    if (left.claimant and right.claimant) or _stand_together(left, right):
        return None
    return NOBODYS


def _stand_together(left: Count, right: Count) -> bool:
    """True when a claimed number and one in the report's own voice stand in neighbouring sentences."""
    same = left.report.document.id == right.report.document.id
    apart = abs(left.figure.span.start - right.figure.span.start)
    return is_toll(left) and same and bool(left.claimant or right.claimant) and apart < _NEIGHBOURS


def _fell(lower: Count, higher: Count) -> bool:
    """True when one body counted less on a later day, or two numbers for one day."""
    first, second = higher.day or higher.said, lower.day or lower.said
    if not (first and second and first.latest and second.earliest):
        return False
    return second.earliest > first.latest
