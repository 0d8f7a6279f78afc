"""Tells whether a speaker denies what is said."""
