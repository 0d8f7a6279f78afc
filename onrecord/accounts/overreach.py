"""A headline or a lead that says more than the words it reports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.accounts.breadths import compare_breadths, find_headlines
from onrecord.accounts.counts import Count, make_count_member
from onrecord.accounts.cues import fits
from onrecord.accounts.sayings import Collection, Report, Saying, folded, make_member
from onrecord.identity import thing_id
from onrecord.linking.wording import find_words
from onrecord.records import Discrepancy, Figure, Member, Side, Span

_LEAST_TELLING = 10
_BOUNDS = frozenset({"at_least", "more_than", "up_to", "less_than"})
_WIDER = (
    ("ever", "once", "speaks of all the time until now", "of one occasion", "high"),
    ("exclude", "at present", "excludes the future", "of the present", "medium"),
)


def compare_headlines(collection: Collection) -> Iterator[Discrepancy]:
    """Yield the reports whose headline or lead is wider than the sentence that carries it."""
    for report in collection.reports.values():
        yield from _wider_words(report)
        yield from _dropped_bounds(report)
        yield from compare_breadths(report)


def _wider_words(report: Report) -> Iterator[Discrepancy]:
    for wide, narrow, says, against, severity in _WIDER:
        own = [s for s in report.sayings if not s.attribution.parent and _fits(s, narrow) and not _fits(s, wide)]
        for actor in dict.fromkeys(saying.actor for saying in own if saying.actor):
            quoted = [saying for saying in own if saying.actor == actor]
            claims = [
                s
                for s in report.sayings
                if s.actor == actor and not s.attribution.parent and _fits(s, wide) and s.start < quoted[0].start
            ]
            members = _headline(report, quoted[0], wide) + [make_member(saying) for saying in claims]
            distinct = tuple({member.span.start: member for member in members}.values())
            if distinct:
                yield _overreach(report, distinct, quoted, (f"{says}, the words under it {against}", severity))


def _fits(saying: Saying, name: str) -> bool:
    return fits("contrasts", name, folded(f"{saying.cue} {saying.words}")) or fits(
        "contrasts", name, folded(saying.words)
    )


def _headline(report: Report, quoted: Saying, wide: str) -> list[Member]:
    """Return the headline where it names the speaker and is as wide; a headline out of the markup has no span."""
    title = report.document.title
    if title is None or title.span is None or not quoted.speaker:
        return []
    words = folded(title.value)
    named = quoted.speaker.split()[-1].casefold() in [word.casefold() for word in find_words(title.value)]
    if not (named and fits("contrasts", wide, words)):
        return []
    return [_title_member(report, title.span, quoted)]


def _title_member(report: Report, span: Span, quoted: Saying | None) -> Member:
    return Member(
        document=report.document.id,
        span=span,
        mark=None,
        speaker=quoted.speaker if quoted else None,
        says=span.of(report.document.text),
        said=quoted.said if quoted else None,
    )


def _overreach(
    report: Report, wide: Sequence[Member], quoted: Sequence[Saying], reason: tuple[str, str]
) -> Discrepancy:
    why, severity = reason
    return Discrepancy(
        id=thing_id("overreach", f"{report.document.id}|{wide[0].span.start}"),
        kind="overreach",
        severity="high" if severity == "high" else "medium",
        question=f"What exactly did {quoted[0].speaker} rule out?",
        sides=(
            Side(label="headline and lead", members=tuple(wide)),
            Side(label="the words", members=tuple(make_member(saying) for saying in quoted)),
        ),
        why=f"The headline or lead {why}.",
        reconciled_by=None,
        missing=None,
        confidence=0.8,
        by="accounts overreach",
    )


def _dropped_bounds(report: Report) -> Iterator[Discrepancy]:
    """Yield headlines that make an exact number of what every sentence of the report gives as a bound."""
    heads = find_headlines(report)
    inside = [f for f in report.marks.figures if any(h.start <= f.span.start < h.end for h in heads)]
    for figure in inside:
        same = [f for f in report.marks.figures if f not in inside and _same_thing(f, figure)]
        if figure.operator == "exact" and same and all(f.operator in _BOUNDS for f in same):
            yield _bound_dropped(report, figure, same)


def _same_thing(left: Figure, right: Figure) -> bool:
    """True when a headline's number stands again below; small numbers come twice by chance."""
    return left.value == right.value and (left.value or 0) >= _LEAST_TELLING


def _bound_dropped(report: Report, figure: Figure, same: Sequence[Figure]) -> Discrepancy:
    return Discrepancy(
        id=thing_id("overreach", figure.id),
        kind="overreach",
        severity="low",
        question=f"Exactly {figure.value:g}, or a bound?",
        sides=(
            Side(label="headline", members=(_figure_member(report, figure),)),
            Side(label="report", members=tuple(_figure_member(report, other) for other in same)),
        ),
        why=f"The headline gives {figure.value:g} as exact; the report says {same[0].operator.replace('_', ' ')}.",
        reconciled_by=None,
        missing=None,
        confidence=0.9,
        by="accounts overreach",
    )


def _figure_member(report: Report, figure: Figure) -> Member:
    claimant = figure.claimants[0].name if figure.claimants else None
    return make_count_member(
        Count(figure=figure, report=report, group=frozenset(), country=None, claimant=claimant, said=None, day=None)
    )
