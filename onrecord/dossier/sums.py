"""Figures of one report that add up to another of it, or do not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.dossier.catalogue import Catalogue, Report, anchor
from onrecord.dossier.quantities import tell_amount, tell_number
from onrecord.figures import Sum, check_sums
from onrecord.records import Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One number of a sum and where it stands among the figures."""

    number: str
    link: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One sum in words: parts, "=" or how they relate to the whole, and what came of adding them up."""

    anchor: str
    parts: tuple[Term, ...]
    relation: str
    whole: Term
    unit: str
    report: Report
    told: str


def list_sums(catalogue: Catalogue) -> tuple[Line, ...]:
    """List the sums of each report, those that do not hold first."""
    lines = [line for marks in catalogue.story.marks for line in _check(catalogue, marks.document, marks.figures)]
    return tuple(line for _, line in sorted(lines, key=lambda found: found[0]))


def _check(catalogue: Catalogue, document: str, figures: tuple[Figure, ...]) -> Iterable[tuple[bool, Line]]:
    report = catalogue.reports.get(document)
    for found in check_sums(figures) if report else ():
        if report:
            yield found.holds, _line(catalogue, report, found)


def _line(catalogue: Catalogue, report: Report, found: Sum) -> Line:
    whole = catalogue.figures[found.whole]
    return Line(
        anchor=anchor("sum", found.whole),
        parts=tuple(_term(catalogue, catalogue.figures[id]) for id in found.parts),
        relation="=" if found.holds else "beside",
        whole=_term(catalogue, whole),
        unit=found.unit,
        report=report,
        told=_tell(found, tell_number(catalogue, whole)),
    )


def _tell(found: Sum, whole: str) -> str:
    if not found.holds:
        return f": the parts add up to {tell_amount(found.total)}, the report gives {whole}."
    return ": holds." if found.stated else ": holds, though the report does not say that these are its parts."


def _term(catalogue: Catalogue, figure: Figure) -> Term:
    return Term(number=tell_number(catalogue, figure), link=anchor("figure", figure.id))
