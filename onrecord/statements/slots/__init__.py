"""Reads what else a statement tells: whom it was said to, which act it is, how it is hedged."""
