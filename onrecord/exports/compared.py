"""The rows of what was laid beside each other: discrepancies, agreements, copies, positions, and what is new."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.accounts import divide_reports, find_news
from onrecord.exports.index import Index, days, span_cell
from onrecord.exports.rows import Cell, Row
from onrecord.records import Member, Side, Story


def list_discrepancies(index: Index) -> list[Row]:
    """Return rows for the accounts that do not fit."""
    return [
        {
            "id": d.id,
            "kind": d.kind,
            "severity": d.severity,
            "question": d.question,
            "sides": _sides(index, d.sides),
            "why": d.why,
            "reconciled_by": d.reconciled_by,
            "missing": d.missing,
            "confidence": d.confidence,
            "by": d.by,
        }
        for d in index.story.accounts.discrepancies
    ]


def list_considered(index: Index) -> list[Row]:
    """Return rows for the pairs that were compared and found to fit."""
    return [
        {
            "id": pair.id,
            "kind": pair.kind,
            "left": _member(index, pair.left),
            "right": _member(index, pair.right),
            "one": _in_short(index, pair.left),
            "other": _in_short(index, pair.right),
            "why": pair.why,
            "by": pair.by,
        }
        for pair in index.story.accounts.considered
    ]


def _in_short(index: Index, member: Member) -> str:
    return f"{member.says} ({member.speaker or 'no speaker'}, {index.documents[member.document].uri})"


def _sides(index: Index, sides: Iterable[Side]) -> Cell:
    return [[_member(index, member) for member in side.members] for side in sides]


def _member(index: Index, member: Member) -> Cell:
    return {
        "document": index.documents[member.document].uri,
        "span": span_cell(member.span),
        "speaker": member.speaker,
        "says": member.says,
        "said": days(member.said),
    }


def list_agreements(index: Index) -> list[Row]:
    """Return rows for what several accounts share."""
    return [
        {
            "id": a.id,
            "sides": _sides(index, a.sides),
            "reports": a.reports,
            "independent_texts": a.independent_texts,
            "why": a.why,
            "by": a.by,
        }
        for a in index.story.accounts.agreements
    ]


def list_copies(index: Index) -> list[Row]:
    """Return rows for the reports that carry one text."""
    return [
        {
            "id": family.id,
            "members": [index.documents[m].uri for m in family.members],
            "reports": family.reports,
            "independent_texts": family.independent_texts,
            "why": family.why,
        }
        for family in index.story.things.copies
    ]


def list_positions(index: Index) -> list[Row]:
    """Return rows for where each actor stood on each issue."""
    labels = {issue.id: issue.label for issue in index.story.accounts.issues}
    return [
        {
            "id": p.id,
            "issue": labels.get(p.issue, p.issue),
            "actor": p.actor,
            "for": p.on_behalf,
            "stance": p.stance,
            "said": days(p.said),
            "document": index.documents[p.document].uri,
            "span": span_cell(p.span),
            "via": list(p.via),
            "says": p.span.of(index.documents[p.document].text),
            "by": p.by,
        }
        for p in index.story.accounts.positions
    ]


NEWS = ("kind", "who", "what", "before", "published", "document")


def list_news(story: Story, since: str) -> list[Row]:
    """Return what the reports of a day or later bring that earlier ones did not."""
    index = Index(story)
    return [
        {
            "kind": news.kind,
            "who": news.who,
            "what": news.what,
            "before": news.before,
            "published": days(publication.interval) if publication else None,
            "document": index.documents[news.document].uri,
            "span": span_cell(news.span),
            "id": news.id,
        }
        for news in find_news(story, divide_reports(story, since))
        for publication in [index.publications.get(news.document)]
    ]
