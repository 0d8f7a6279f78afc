"""Follows how a statement reached the report: through which outlets, papers, hands and mouths."""
