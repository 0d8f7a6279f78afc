"""What a reader with ten seconds takes away, and what the record says about itself."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.dossier.catalogue import Catalogue, Report, speaker_of
from onrecord.dossier.days import is_bounded, is_exact, tell_interval, tell_publication
from onrecord.dossier.filters import LOW_CONFIDENCE
from onrecord.dossier.knowledge import Measured, load_measured
from onrecord.dossier.passages import begin
from onrecord.records import Interval, Problem

METHOD = (
    "Each report is read by rules that mark who speaks, the words that say so, what is said, the dates, the figures "
    "and the events, each at the characters that carry it.",
    "Marks of different reports are linked when they speak of one person, act of saying, quantity or event.",
    "Reports that carry one text are counted once, so that copies do not look like confirmations.",
    "Statements and figures that can be compared and do not fit are set beside each other, with what may reconcile "
    "them and what is missing to decide.",
    "Nothing is decided: the record keeps what reports say, and what is not known is left open and said to be.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A number and what it counts."""

    number: str
    counts: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The head of the dossier."""

    title: str
    span: str
    counts: tuple[Count, ...]
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """A report that the record was made from, with the digest of the bytes as fetched."""

    report: Report
    published: str
    digest: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What made the record, from what, what could not be read, how, and what cannot be relied on."""

    version: str
    inputs: tuple[Input, ...]
    problems: tuple[Problem, ...]
    method: tuple[str, ...]
    limits: tuple[str, ...]
    measured: tuple[Measured, ...]


def summarise(catalogue: Catalogue) -> Summary:
    """Count what is in a story and say what it cannot know."""
    return Summary(
        title=_tell_title(catalogue.story.title),
        span=_tell_span(catalogue),
        counts=tuple(_counts(catalogue)),
        unknown=tuple(_unknown(catalogue)),
    )


def describe_record(catalogue: Catalogue) -> About:
    """Describe how the record was made, from which inputs, with which problems and limits."""
    inputs = tuple(
        Input(
            report=report,
            published=tell_publication(report.publication),
            digest=report.document.capture,
            language=report.document.language or "not known",
        )
        for report in catalogue.reports.values()
    )
    problems = dict.fromkeys((*catalogue.story.problems, *(p for m in catalogue.story.marks for p in m.problems)))
    return About(
        version=catalogue.story.version,
        inputs=inputs,
        problems=tuple(problems),
        method=METHOD,
        limits=tuple(_limits(catalogue)),
        measured=load_measured(),
    )


def count_independent(catalogue: Catalogue) -> int:
    """Return how many independent texts the reports are; every family of copies counts as its own texts."""
    copies = sum(family.reports - family.independent_texts for family in catalogue.story.things.copies)
    return max(0, len(catalogue.reports) - copies)


def _tell_title(title: str) -> str:
    """Return a title as a headline; one without a blank is the name of a file, "sea-wall_2031"."""
    words = title.strip()
    if " " not in words:
        words = " ".join(re.split(r"[_-]+", words)).strip()
    return begin(words) or "A story without a title"


def _counts(catalogue: Catalogue) -> Iterable[Count]:
    speakers = {speaker_of(catalogue, found) for found in catalogue.attributions.values()} - {None}
    events = len(catalogue.story.things.events) or len(catalogue.events)
    yield _count(len(catalogue.reports), "report", "reports")
    yield _count(count_independent(catalogue), "independent text", "independent texts")
    yield _count(len(speakers), "speaker", "speakers")
    yield _count(len(catalogue.statements), "statement", "statements")
    yield _count(events, "event", "events")
    yield _count(len(catalogue.figures), "figure", "figures")
    yield _count(len(catalogue.story.accounts.discrepancies), "discrepancy", "discrepancies")


def _count(number: int, one: str, many: str) -> Count:
    return Count(number=f"{number:,}", counts=one if number == 1 else many)


def _tell_span(catalogue: Catalogue) -> str:
    intervals: list[Interval | None] = [statement.said for statement in catalogue.statements]
    intervals += [r.publication.interval if r.publication else None for r in catalogue.reports.values()]
    known = [one for one in intervals if one is not None and is_bounded(one)]
    if not known:
        return "Nothing in the reports can be dated."
    earliest = min(one.earliest for one in known if one.earliest)
    latest = max(one.latest for one in known if one.latest)
    told = tell_interval(Interval(earliest=earliest, latest=latest))
    return f"Dated statements and reports fall {told if told.startswith('between') else 'on ' + told}."


def _unknown(catalogue: Catalogue) -> Iterable[str]:
    reports = list(catalogue.reports.values())
    undated = sum(1 for r in reports if not (r.publication and is_exact(r.publication.interval)))
    if undated:
        yield f"When {undated} of {len(reports)} {_plural('report', len(reports))} were published, to the day."
    unsaid = sum(1 for statement in catalogue.statements if not is_bounded(statement.said))
    if unsaid:
        total = len(catalogue.statements)
        yield (
            f"When {unsaid} of {total} {_plural('statement', total)} were made, to a day or between two days; "
            "they are never put in order with the dated ones."
        )
    unnamed = sum(1 for found in catalogue.attributions.values() if speaker_of(catalogue, found) is None)
    if unnamed:
        yield f"Who speaks in {unnamed} of {len(catalogue.attributions)} passages."
    outlets = sum(1 for report in reports if report.outlet is None)
    if outlets:
        yield f"Which outlet published {outlets} of {len(reports)} {_plural('report', len(reports))}."
    yield "Who is right. The record compares what is said; it does not judge it."


def _limits(catalogue: Catalogue) -> Iterable[str]:
    found = list(catalogue.attributions.values())
    doubtful = sum(1 for one in found if one.confidence is not None and one.confidence < LOW_CONFIDENCE)
    yield (
        f"{doubtful} of the {len(found)} passages that tell a statement are marked with a confidence below "
        f"{LOW_CONFIDENCE}; "
        "they are paler and can be hidden."
    )
    yield (
        "The confidence of a statement is a probability that the marking is right, learnt on invented passages; "
        "that of a discrepancy is its rule's own estimate and was not measured. "
        "Neither says whether a speaker is right."
    )
    yield "What the rules do not find is not shown; a short list of statements does not mean that little was said."
    yield "The digests are of the bytes as fetched; compare them to see that you hold the same reports."


def _plural(noun: str, number: int) -> str:
    return noun if number == 1 else f"{noun}s"
