"""Lays accounts beside each other: agreement, discrepancies, issues and positions, and never who is right."""

from onrecord.accounts.compare import compare
from onrecord.accounts.named import find_standing_issues
from onrecord.accounts.news import Divided, News, divide_reports, find_news

__all__ = ["Divided", "News", "compare", "divide_reports", "find_news", "find_standing_issues"]
