"""Lays accounts beside each other: agreement, discrepancies, issues and positions, and never who is right."""

from onrecord.accounts.compare import compare

__all__ = ["compare"]
