"""Gives a statement that was decided on the probability that it is right."""
