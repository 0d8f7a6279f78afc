"""Settles which proposals stand, and where source, cue and content of each begin and end."""
