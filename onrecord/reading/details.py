"""What is known about a report beside its text, and what is not sure about that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.reading.days import Stamp, is_same_instant_elsewhere
from onrecord.reading.doubts import Doubt
from onrecord.records import Basis, Detail, Interval, Publication, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """Title, outlet, byline, dateline, address and date of one report, each with its evidence; absent is `None`."""

    title: Detail | None = None
    outlet: Detail | None = None
    byline: Detail | None = None
    dateline: Detail | None = None
    url: Detail | None = None
    published: Publication | None = None
    debris: tuple[Span, ...] = ()
    doubts: tuple[Doubt, ...] = ()


def prefer(first: Details, second: Details) -> Details:
    """Put two sets of details together; where both have one, the first is kept.

    A date in the second is evidence for the first, or a doubt where the two differ.
    """
    published, doubts = _prefer_date(first.published, second.published)
    return replace(
        first,
        title=first.title or second.title,
        outlet=first.outlet or second.outlet,
        byline=first.byline or second.byline,
        dateline=first.dateline or second.dateline,
        url=first.url or second.url,
        published=published,
        debris=first.debris or second.debris,
        doubts=first.doubts + (doubts if first.published else second.doubts),
    )


def _prefer_date(first: Publication | None, second: Publication | None) -> tuple[Publication | None, tuple[Doubt, ...]]:
    if first is None or second is None:
        return first or second, ()
    if first.interval.earliest is None or first.interval.latest is None:
        return second, ()  # A bound says less than a date.
    both = replace(first, evidence=first.evidence + second.evidence)
    agree = _overlap(first.interval, second.interval)
    return both, () if agree else (_differ(both.evidence, "The first is taken as the date"),)


def _overlap(one: Interval, other: Interval) -> bool:
    return (one.earliest or "") <= (other.latest or "9") and (other.earliest or "") <= (one.latest or "9")


def date_report(dated: Sequence[tuple[Detail, Stamp]], basis: Basis) -> tuple[Publication | None, tuple[Doubt, ...]]:
    """Make one publication date of all that were found.

    Dates that differ are all kept as evidence, and the interval runs from the earliest to the latest: nothing is
    chosen. One moment written both in UTC and on the publisher's own clock is one date, that of the publisher.
    """
    if not dated:
        return None, ()
    stamps = [stamp for _, stamp in dated]
    local = [one for one in stamps if not any(is_same_instant_elsewhere(one, other) for other in stamps)]
    interval = Interval(earliest=min(one.first for one in local), latest=max(one.last for one in local))
    evidence = tuple(detail for detail, _ in dated)
    agree = all(one.first <= other.last for one in local for other in local)
    return Publication(interval=interval, basis=basis, evidence=evidence), () if agree else (
        _differ(evidence, "The date is taken as the stretch between them"),
    )


def _differ(evidence: Sequence[Detail], taken: str) -> Doubt:
    dates = ", ".join(dict.fromkeys(f"{detail.value} ({detail.field or detail.by})" for detail in evidence))
    return Doubt(
        message=f"gives dates that differ: {dates}",
        remedy=f"{taken}, and all are kept as evidence; set the right one if you know it.",
        span=next((detail.span for detail in evidence if detail.span), None),
    )
