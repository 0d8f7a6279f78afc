"""How many: the numbers of a text with what they count, of whom and where, and how they add up."""

from onrecord.figures.finding import find_doubts, find_figures
from onrecord.figures.sums import Sum, check_sums

__all__ = ["Sum", "check_sums", "find_doubts", "find_figures"]
