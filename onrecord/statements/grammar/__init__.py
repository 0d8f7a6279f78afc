"""Reads the parse of a sentence as statements need it: its tree, who can speak, what stands between quotation marks."""
