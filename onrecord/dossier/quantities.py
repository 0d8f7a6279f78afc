"""Figures: a row for each number that is claimed, beside who claims it, for what, where and as of when."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from onrecord.dossier.catalogue import Catalogue, actor_of, anchor, speaker_of
from onrecord.dossier.days import is_known, tell_interval
from onrecord.dossier.filters import LOW_CONFIDENCE, Choices, Keys, make_keys, outlet_of
from onrecord.dossier.passages import Passage, begin, find_passage
from onrecord.records import Figure, Interval

_LENGTH_OF_TIME = "Duration"
_MANY = {
    "person": "people",
    "minute": "minutes",
    "hour": "hours",
    "day": "days",
    "week": "weeks",
    "month": "months",
    "year": "years",
}
_OPERATORS = {
    "exact": "",
    "approx": "about ",
    "at_least": "at least ",
    "more_than": "more than ",
    "up_to": "up to ",
    "less_than": "less than ",
    "range": "",
    "vague": "",
}
_STATUSES = {
    "reported": "reported",
    "running_total": "count so far",
    "expected": "expected",
    "possible": "possible",
    "permitted": "permitted",
    "denied": "denied",
    "superseded": "replaced by a later figure",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One number as one report gives it."""

    anchor: str
    number: str
    claimant: str
    counts: str
    scope: str
    as_of: str
    status: str
    passage: Passage | None
    is_doubtful: bool
    keys: Keys


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The figures that speak of one quantity."""

    anchor: str
    label: str
    counted: str
    claims: tuple[Claim, ...]


def list_quantities(catalogue: Catalogue, choices: Choices) -> tuple[tuple[Table, ...], tuple[Claim, ...]]:
    """List the quantities of a story, those in question first, then most claimed, and the figures that stand alone."""
    tables = []
    placed: set[str] = set()
    for quantity in catalogue.story.things.quantities:
        claims = _claims(catalogue, choices, quantity.figures)
        if len(claims) > 1:
            placed.update(quantity.figures)
            label = ", ".join(part for part in (_measure(quantity.measure, quantity.unit), quantity.scope) if part)
            tables.append(_table(anchor("quantity", quantity.id), label, claims))
    alone = _claims(catalogue, choices, (id for id in catalogue.figures if id not in placed))
    disputed = {
        member.mark
        for found in catalogue.story.accounts.discrepancies
        for side in found.sides
        for member in side.members
    }
    return tuple(sorted(tables, key=lambda table: _rank(table, disputed))), alone


def _rank(table: Table, disputed: Collection[str | None]) -> tuple[bool, bool, int]:
    """What accounts differ on comes first; how long something takes comes last, for one is seldom like another."""
    is_disputed = any(claim.anchor.removeprefix("figure-") in disputed for claim in table.claims)
    return not is_disputed, table.label.startswith(_LENGTH_OF_TIME), -len(table.claims)


def tell_number(catalogue: Catalogue, figure: Figure) -> str:
    """Return a figure's number as it is given: "36", "at least 1,200", "30 to 40", or its own words when vague."""
    if figure.value is None or figure.operator == "vague":
        report = catalogue.reports.get(figure.document)
        return f"“{figure.span.of(report.document.text)}”" if report else "no exact number"
    number = tell_amount(figure.value) + (f" a {figure.per}" if figure.per else "")
    if figure.high is not None and figure.high != figure.value:
        return f"{number} to {tell_amount(figure.high)}"
    return _OPERATORS[figure.operator] + number


def tell_amount(number: float) -> str:
    """Return a number in digits, thousands apart: "1,200", "4.5"."""
    return f"{int(number):,}" if abs(number) < 1e15 and number == int(number) else f"{number:,.10g}"


def as_of(catalogue: Catalogue, timex: str | None) -> Interval | None:
    """Return the interval that a timex reads as."""
    reading = catalogue.readings.get(timex or "")
    return reading.interval if reading else None


def list_claimants(catalogue: Catalogue, figure: Figure) -> list[str]:
    """List who claims a figure: those it names, else the speaker of the statement it stands in."""
    named = [actor_of(catalogue, claimant.name) for claimant in figure.claimants]
    attribution = catalogue.attributions.get(figure.attribution or "")
    if not named and attribution and not figure.denied_by:
        named = [speaker_of(catalogue, attribution)]
    return list(dict.fromkeys(name for name in named if name))


def _tell_deniers(catalogue: Catalogue, figure: Figure) -> str | None:
    """Name who denies a figure that nobody is named for."""
    deniers = [actor_of(catalogue, denier.name) or denier.name for denier in figure.denied_by]
    return f"denied by {', '.join(deniers)}" if deniers else None


def tell_as_of(catalogue: Catalogue, figure: Figure) -> str:
    """Return as of when a figure is given, in words; where that could not be read, in the report's own."""
    when = as_of(catalogue, figure.as_of)
    if is_known(when):
        return tell_interval(when)
    timex = catalogue.timexes.get(figure.as_of or "")
    report = catalogue.reports.get(timex.document) if timex else None
    return f"“{timex.span.of(report.document.text)}”" if timex and report else ""


def _table(anchor: str, label: str, claims: tuple[Claim, ...]) -> Table:
    reports = len({claim.passage.report.number for claim in claims if claim.passage})
    counted = f"{len(claims)} figures in {reports} {'report' if reports == 1 else 'reports'}"
    return Table(anchor=anchor, label=begin(label), counted=counted, claims=claims)


def _claims(catalogue: Catalogue, choices: Choices, ids: Iterable[str]) -> tuple[Claim, ...]:
    return tuple(_claim(catalogue, choices, catalogue.figures[id]) for id in ids if id in catalogue.figures)


def _claim(catalogue: Catalogue, choices: Choices, figure: Figure) -> Claim:
    claimants = list_claimants(catalogue, figure)
    when = as_of(catalogue, figure.as_of)
    return Claim(
        anchor=anchor("figure", figure.id),
        number=tell_number(catalogue, figure),
        claimant=", ".join(claimants) or _tell_deniers(catalogue, figure) or "the report itself",
        counts=_counts(figure),
        scope=figure.place.name if figure.place else "not given",
        as_of=tell_as_of(catalogue, figure) or "not given",
        status=_STATUSES.get(figure.status, figure.status),
        passage=find_passage(catalogue, figure.document, [figure.span], figure.id),
        is_doubtful=figure.confidence is not None and figure.confidence < LOW_CONFIDENCE,
        keys=make_keys(
            choices,
            speakers=claimants,
            issues=catalogue.issues_of.get(figure.attribution or "", ()),
            outlets=[outlet_of(catalogue, figure.document)],
            when=(when, figure.confidence),
        ),
    )


def _counts(figure: Figure) -> str:
    measure = _measure(figure.measure, figure.unit)
    of = figure.of.name if figure.of else ""
    return f"{measure}, {of}" if of and of.casefold() not in (figure.unit, _MANY.get(figure.unit)) else measure


def _measure(measure: str | None, unit: str) -> str:
    """Return what is measured with its unit: "damaged (boats)", "dead (people)"."""
    many = _MANY.get(unit, unit)
    return f"{measure} ({many})" if measure and unit and measure not in (unit, many) else measure or unit
