"""Finds time expressions: rules propose, one place decides."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from onrecord.identity import mark_id
from onrecord.language import Parse
from onrecord.records import Document, Expression, Span, Timex
from onrecord.times import dates, neighbours, nights, spans
from onrecord.times.grammar import Proposal, load_grammar, propose
from onrecord.times.homonyms import is_spoken_as_time
from onrecord.times.narrative import carries_years
from onrecord.times.ordering import find_day_order
from onrecord.times.tense import find_direction
from onrecord.times.words import load_words

_TOLD = frozenset({"told_state", "told_repeated", "told_same"})  # what is read only in a history
_READERS: dict[str, Callable[[re.Match[str]], Expression | None]] = {
    "day": dates.read_day_of_month,
    "month": dates.read_month,
    "season": dates.read_season,
    "year": dates.read_plain_year,
    "short_year": dates.read_short_year,
    "era": dates.read_era_year,
    "common_year": dates.read_common_year,
    "apostrophe_year": dates.read_apostrophe_year,
    "decade": dates.read_decade,
    "century": dates.read_century,
    "quarter": dates.read_quarter,
    "holiday": dates.read_holiday,
    "year_end": dates.read_year_end,
    "deictic": spans.read_deictic,
    "part": spans.read_part,
    "dated_part": nights.read_dated_part,
    "weekday": spans.read_weekday,
    "stretch": spans.read_stretch,
    "away": spans.read_away,
    "duration": spans.read_duration,
    "described_duration": spans.read_duration,
    "vague": spans.read_vague,
    "every": spans.read_every,
    "repeated": spans.read_repeated,
    "reference": spans.read_reference,
    "same_quarter": spans.read_same_quarter,
    "running": spans.read_running,
    "weekend": spans.read_weekend,
    "ancient": dates.read_era_year,
    "clock": spans.read_clock,
    "year_away": spans.read_year_away,
    "second_day": dates.read_second_day,
    "for_stretch": spans.read_for_stretch,
    "told_stretch": spans.read_told_stretch,
    "year_period": dates.read_year_period,
    "night": spans.read_night,
    "some_day": spans.read_some_day,
    "weekday_part": nights.read_weekday_part,
    "open_part": nights.read_open_part,
    "overnight": nights.read_overnight,
    "beside": neighbours.read_beside,
    "numbered_day": neighbours.read_numbered_day,
    "part_of_event": neighbours.read_part_of_event,
    "bare_day": neighbours.read_bare_day,
    "coming_stretch": neighbours.read_coming_stretch,
    "year_span": dates.read_year_span,
    "weekday_of_month": dates.read_weekday_of_month,
    "short_quarter": dates.read_short_quarter,
    "open_weekends": neighbours.read_open_weekends,
    "season_of_kind": neighbours.read_season_of_kind,
    "named_day": neighbours.read_named_day,
    "told_state": neighbours.read_told_state,
    "told_repeated": neighbours.read_told_repeated,
    "told_same": neighbours.read_told_same,
}


_ERA = re.compile(r"\bB\.?C\b")
_ANCIENT = 5
_WRAPPED = re.compile(r"(?<=[^\n]{30})(?<![.!?:;\"')])\n(?=[^\n])")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A proposal with what it means."""

    proposal: Proposal
    expression: Expression


def find_timexes(document: Document, parse: Parse) -> tuple[Timex, ...]:
    """Mark the time expressions of a document, each with what it means before the day of publication is known."""
    text = _join_lines(parse)
    starts = [word.start for word in parse.words]
    day_first, ancient = find_day_order(text), len(_ERA.findall(text)) >= _ANCIENT
    candidates = []
    for proposal in propose(text, load_grammar()):
        if proposal.rule.reads == "ancient" and not ancient:
            continue
        expression = _read(proposal, day_first)
        if expression is not None and is_spoken_as_time(proposal, parse, starts):
            candidates.append(Candidate(proposal, expression))
    common = [candidate for candidate in candidates if candidate.proposal.rule.reads not in _TOLD]
    found = tuple(_mark(document, parse, starts, candidate) for candidate in choose(common))
    if len(common) == len(candidates) or not carries_years(found, None):
        return found
    return tuple(_mark(document, parse, starts, candidate) for candidate in choose(candidates))


def choose(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Keep the longest of the candidates that overlap, in the order of the text; of equals the first rule's."""
    kept: list[Candidate] = []
    taken: set[int] = set()
    ordered = sorted(candidates, key=lambda c: (c.proposal.start - c.proposal.end, c.proposal.rank, c.proposal.start))
    for candidate in ordered:
        place = range(candidate.proposal.start, candidate.proposal.end)
        if taken.isdisjoint(place):
            taken.update(place)
            kept.append(candidate)
    return sorted(kept, key=lambda c: c.proposal.start)


def _read(proposal: Proposal, day_first: bool | None) -> Expression | None:
    if proposal.rule.reads == "numeric":
        return dates.read_numeric(proposal.match, day_first)
    expression = _READERS[proposal.rule.reads](proposal.match)
    modifier = _read_modifier(proposal.lead)
    return replace(expression, modifier=modifier) if expression and modifier else expression


def _read_modifier(lead: str) -> str | None:
    words = lead.lower().replace("-", " ").replace("the ", "").replace("very ", "").replace("as ", "")
    known = load_words()["modifier"]
    return next((value for word, value in known.items() if words.startswith(word)), None) if words else None


def _mark(document: Document, parse: Parse, starts: Sequence[int], candidate: Candidate) -> Timex:
    proposal, expression = candidate.proposal, candidate.expression
    given = expression.anchor is None and (expression.value or "")[:1] in ("1", "2")
    if expression.direction == "nearest" or given:
        direction = find_direction(parse, starts, proposal.start, proposal.end)
        expression = replace(expression, direction=direction)
    return Timex(
        id=mark_id("timex", document.id, proposal.start),
        document=document.id,
        span=Span(start=proposal.start, end=proposal.end),
        type=_type_of(proposal, expression),
        expression=expression,
        by=f"times: {proposal.rule.name}",
    )


def _type_of(proposal: Proposal, expression: Expression) -> Literal["DATE", "TIME", "DURATION", "SET"]:
    value = expression.value or ""
    if proposal.rule.reads in ("every", "repeated", "told_repeated", "open_weekends") or (
        value.startswith("XXXX-WXX-") and not expression.anchor
    ):
        return "SET"
    if proposal.rule.reads == "told_stretch" or (value.startswith("P") and not value.endswith("REF")):
        return "DURATION"
    # The T of an hour stands behind a day: "XXXX-TG" is Thanksgiving.
    return "TIME" if "T" in value[7:] and not value.endswith("REF") else "DATE"


def _join_lines(parse: Parse) -> str:
    """Return the folded text with the ends of wrapped lines as blanks, so that wrapped dates are whole."""
    parts, done = [], 0
    for first, last in parse.paragraphs:
        start, end = parse.words[first].start, parse.words[last - 1].end
        parts += [parse.folded[done:start], parse.folded[start:end].replace("\n", " ")]
        done = end
    return _WRAPPED.sub(" ", "".join(parts) + parse.folded[done:])
