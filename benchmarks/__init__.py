"""Measures what the product promises: speed, memory, and that a kill loses nothing."""
