"""Counts what a story holds without reading it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from onrecord.store.files import StoryFile

_TOTALS = """
SELECT
  (SELECT count(*) FROM documents),
  (SELECT coalesce(sum(reports - independent_texts), 0) FROM copies),
  (SELECT count(*) FROM statements),
  (SELECT count(*) FROM attributions),
  (SELECT count(DISTINCT speaker) FROM statements WHERE speaker != ''),
  (SELECT count(*) FROM events),
  (SELECT count(*) FROM figures),
  (SELECT count(*) FROM problems)"""
_UNDATED = """
SELECT uri FROM documents WHERE id NOT IN (
  SELECT document FROM publications
  WHERE julianday(publication ->> '$.interval.latest') - julianday(publication ->> '$.interval.earliest') <= 1
) ORDER BY uri"""
_UNMARKED = "SELECT uri, coalesce(language, '') FROM documents LEFT JOIN ledger ON stage = 'mark' AND subject = id"


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """How much of each kind a story holds, and which of its reports want something, by URI.

    `undated` have no day that is known, `foreign` are in a language that is not marked, `waiting` are not marked yet.
    """

    reports: int
    copies: int
    statements: int
    tellings: int
    speakers: int
    event_mentions: int
    figures: int
    problems: int
    severities: dict[str, int]
    undated: tuple[str, ...]
    foreign: tuple[str, ...]
    waiting: tuple[str, ...]
    linked: bool


def count_totals(story: StoryFile, marked_languages: Collection[str | None]) -> Totals:
    """Count what a story holds; reports in other than the `marked_languages` are foreign to it."""
    ask = story.connection.execute
    reports, copies, statements, tellings, speakers, event_mentions, figures, problems = ask(_TOTALS).fetchone()
    known = {language or "" for language in marked_languages}
    waiting = ask(f"{_UNMARKED} WHERE key IS NULL ORDER BY uri").fetchall()
    return Totals(
        reports=reports,
        copies=copies,
        statements=statements,
        tellings=tellings,
        speakers=speakers,
        event_mentions=event_mentions,
        figures=figures,
        problems=problems,
        severities=dict(ask("SELECT severity, count(*) FROM discrepancies GROUP BY severity").fetchall()),
        undated=tuple(uri for (uri,) in ask(_UNDATED)),
        foreign=tuple(uri for uri, language in waiting if language not in known),
        waiting=tuple(uri for uri, language in waiting if language in known),
        linked=ask("SELECT count(*) FROM ledger WHERE stage = 'link'").fetchone()[0] > 0,
    )
