"""Where the words come from: who relays whom, which reports are copies, and the reports themselves."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from urllib.parse import urlsplit

from onrecord.dossier.catalogue import Catalogue, Report, speaker_of
from onrecord.dossier.days import tell_publication
from onrecord.dossier.filters import Choices
from onrecord.dossier.passages import begin, cite_report, tell_texts
from onrecord.dossier.recordings import Recording, list_recordings
from onrecord.dossier.segments import Paragraph, cut_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Relaying:
    """An outlet or person that others' words came through."""

    name: str
    speakers: tuple[str, ...]
    statements: int
    reports: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Reports that carry one text."""

    members: tuple[Report, ...]
    counted: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A report to read: its facts, its text in segments, and its records."""

    report: Report
    published: str
    byline: str | None
    link: str | None
    paragraphs: tuple[Paragraph, ...]
    recordings: tuple[Recording, ...]
    counted: str
    citation: str


def list_relays(catalogue: Catalogue) -> tuple[Relaying, ...]:
    """List through whom statements came, those that relay most first."""
    speakers: dict[str, dict[str, None]] = defaultdict(dict)
    reports: dict[str, set[int]] = defaultdict(set)
    statements: Counter[str] = Counter()
    for attribution in catalogue.attributions.values():
        report = catalogue.reports.get(attribution.document)
        for name in dict.fromkeys(catalogue.names.get(relay.name, relay.name) for relay in attribution.via):
            statements[name] += 1
            speakers[name][speaker_of(catalogue, attribution) or "someone not named"] = None
            reports[name] |= {report.number} if report else set()
    return tuple(
        Relaying(name=name, speakers=tuple(speakers[name]), statements=count, reports=tuple(sorted(reports[name])))
        for name, count in statements.most_common()
    )


def list_families(catalogue: Catalogue) -> tuple[Family, ...]:
    """List the reports that are copies of one another, whole, in part or altered."""
    return tuple(
        Family(
            members=tuple(catalogue.reports[id] for id in family.members if id in catalogue.reports),
            counted=tell_texts(family.reports, family.independent_texts),
            why=begin(family.why),
        )
        for family in catalogue.story.things.copies
    )


def list_sheets(catalogue: Catalogue, choices: Choices) -> tuple[Sheet, ...]:
    """List the reports to read, in the order in which they were added."""
    return tuple(_sheet(catalogue, choices, report) for report in catalogue.reports.values())


def _sheet(catalogue: Catalogue, choices: Choices, report: Report) -> Sheet:
    document = report.document
    marks = catalogue.marks.get(document.id)
    recordings = list_recordings(catalogue, choices, marks)
    kinds = Counter(recording.kind for recording in recordings)
    counted = [f"{count} {kind if count == 1 else kind + 's'}" for kind, count in kinds.items()]
    return Sheet(
        report=report,
        published=tell_publication(report.publication),
        byline=document.byline.value if document.byline else None,
        link=_web_link(document.url.value if document.url else document.uri),
        paragraphs=cut_text(document, marks),
        recordings=recordings,
        counted=", ".join(counted) or "Nothing was marked in this report",
        citation=cite_report(report, catalogue.story.version),
    )


def _web_link(uri: str) -> str | None:
    """Return an address only if following it can do nothing but open a page of the web."""
    try:
        parts = urlsplit(uri)
    except ValueError:
        return None
    return uri if parts.scheme in ("http", "https") and parts.hostname and "@" not in parts.netloc else None
