"""Bounds the day of a report by the offices that it says people hold, from a small table of who held which when."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

from onrecord.linking.peoples import country_root
from onrecord.linking.romanisation import sound_of
from onrecord.records import Detail, Document, Interval, Marks, Mention, Span, Timex

_OFFICES = (
    ("vice president", re.compile(r"\bvice[- ]president\b", re.IGNORECASE)),
    ("president", re.compile(r"\bpresident\b", re.IGNORECASE)),
    ("prime minister", re.compile(r"\b(?:prime minister|premier|chancellor)\b", re.IGNORECASE)),
    (
        "foreign minister",
        re.compile(
            r"\b(?:foreign (?:minister|secretary)|minister of foreign affairs|secretary of state)\b", re.IGNORECASE
        ),
    ),
    (
        "defence minister",
        re.compile(r"\b(?:defen[cs]e (?:minister|secretary)|(?:minister|secretary) of defen[cs]e)\b", re.IGNORECASE),
    ),
    ("secretary-general", re.compile(r"\bsecretary[- ]general\b", re.IGNORECASE)),
)
_LESSER = re.compile(
    r"\b(?:deputy|assistant|former|ex|elect|candidate|nominee|hopeful|aide|adviser|acting|then)\b", re.I
)
_PAST = re.compile(
    r"\b(?:former|ex|then|late|one-?time|ousted|deposed|toppled|exiled|next|future|incoming|would-be|a|an|any)"
    r"[\s-]+(?:[A-Z][\w.]*\s+)?$",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"\b(?:under|since|during|after|before)\s+(?:[A-Z][\w.]*\s+)?$", re.IGNORECASE)
_ANOTHERS = re.compile(
    r"\b(?:of|to|for|under|with) (?:[\w'-]+ ){0,2}(?:vice|president|prime|premier|chancellor|foreign)\b", re.I
)
_ELECT = re.compile(r"[\s-]*elect\b")
_OF = re.compile(r",? of (?:the )?((?:[A-Z][\w.'-]*\s?){1,3})")
_ALIKE = 0.8
_INITIAL = re.compile(r"\b[A-Z](?=\.)")
# Words for the head of a government that elsewhere mean a treasurer or the head of a province.
_CHANCELLORS = ("Germany", "Austria")
_PROVINCIAL = ("Canada", "Australia", "New Zealand", "South Africa")
_HEADS = ("president", "prime minister")


@dataclass(frozen=True, slots=True)
class Term:
    """One row of the table: who held an office of a country from which day to which; `last` is `None` while it runs."""

    country: str
    office: str
    family: str
    given: str
    first: str
    last: str | None


@dataclass(frozen=True, slots=True)
class Terms:
    """The table, by how the family name sounds, and the day up to which a running term is taken to reach."""

    holders: dict[str, tuple[Term, ...]]
    horizon: str


@dataclass(frozen=True, slots=True)
class Tenure:
    """Someone whom a report calls by an office, the stretches in which it was held, and the words that say so."""

    periods: tuple[tuple[str, str | None], ...]
    evidence: Detail
    told_of_now: bool


@dataclass(frozen=True, slots=True)
class Bounds:
    """The days within which all offices that a report names fit; `horizon` is only for choosing between years."""

    interval: Interval
    horizon: str | None
    tenures: tuple[Tenure, ...]


@cache
def load_terms() -> Terms:
    """Return who held which office when, from `terms.tsv`; facts written down from general knowledge, with gaps."""
    return read_terms(Path(__file__).with_name("terms.tsv").read_text(encoding="utf-8"))


def read_terms(table: str) -> Terms:
    """Read a table of offices: country, office, "Family, Given", first and last day; the first row is its heading."""
    holders: dict[str, list[Term]] = {}
    horizon = ""
    for line in table.splitlines()[1:]:
        country, office, name, first, last = line.split("\t")
        if office == "any":
            horizon = last
            continue
        family, _, given = name.partition(", ")
        holders.setdefault(sound_of(family), []).append(Term(country, office, family, given, first, last or None))
    return Terms({sound: tuple(rows) for sound, rows in holders.items()}, horizon)


def bound_by_terms(document: Document, marks: Marks, terms: Terms) -> Bounds | None:
    """Return the days within which everyone the report calls by an office held it; `None` where it calls nobody so.

    Nobody is called president before becoming one; who is called so without a year was one when the report was
    written, unless two offices exclude each other: then only the later beginning holds.
    """
    tenures = _find_tenures(document, marks, terms)
    if not tenures:
        return None
    begun = max(min(first for first, _ in tenure.periods) for tenure in tenures)
    fitting: Sequence[tuple[str, str | None]] = ((begun, None),)
    for tenure in tenures:
        fitting = _overlaps(fitting, tenure.periods) if tenure.told_of_now else fitting
    fitting = fitting or ((begun, None),)
    earliest, latest = fitting[0][0], fitting[-1][1]
    horizon = terms.horizon if latest is None else None
    return Bounds(Interval(earliest=earliest, latest=latest), horizon, tuple(tenures))


def explain_bounds(interval: Interval, bounds: Bounds) -> Iterator[Detail]:
    """Yield the offices on which an end of an interval rests."""
    for tenure in bounds.tenures:
        ends = {first for first, _ in tenure.periods} | {last for _, last in tenure.periods if last}
        if ends & {interval.earliest, interval.latest}:
            yield tenure.evidence


def _overlaps(
    left: Iterable[tuple[str, str | None]], right: Sequence[tuple[str, str | None]]
) -> list[tuple[str, str | None]]:
    shared = []
    for first, last in left:
        for other_first, other_last in right:
            begin = max(first, other_first)
            ends = [end for end in (last, other_last) if end is not None]
            if not ends or begin < min(ends):
                shared.append((begin, min(ends) if ends else None))
    return sorted(shared)


def _find_tenures(document: Document, marks: Marks, table: Terms) -> list[Tenure]:
    years = [t.span.start for t in marks.timexes if _names_a_year(t)]
    sentences = [sentence.span for sentence in marks.sentences]
    tenures: dict[tuple[tuple[str, str | None], ...], Tenure] = {}
    for mention in marks.mentions:
        held = _find_terms(document.text, mention, table) if mention.kind == "person" else None
        if not held:
            continue
        span, terms = held
        home = next((s for s in sentences if s.start <= mention.span.start < s.end), mention.span)
        before = _BEFORE.search(document.text, max(0, span.start - 30), span.start)
        of_now = not before and not any(home.start <= year < home.end for year in years)
        periods = tuple(sorted((term.first, term.last) for term in terms))
        if periods not in tenures or of_now > tenures[periods].told_of_now:
            tenures[periods] = Tenure(periods, _detail(document, span, terms), of_now)
    return list(tenures.values())


def _names_a_year(timex: Timex) -> bool:
    return timex.expression.anchor is None and (timex.expression.value or "")[:1] in ("1", "2")


def _detail(document: Document, span: Span, terms: Sequence[Term]) -> Detail:
    stretches = " and ".join(f"{term.first} to {term.last or 'now'}" for term in terms)
    by = f"linking terms: {terms[0].country}, {terms[0].office}, {stretches}"
    return Detail(value=span.of(document.text), span=span, field=None, by=by)


def _find_terms(text: str, mention: Mention, table: Terms) -> tuple[Span, tuple[Term, ...]] | None:
    """Return the rows that a person who is called by an office can be, and the words that say so."""
    rows = _rows_of(mention.name, table)
    if not rows:
        return None
    if mention.role is None or mention.role.span is None:
        return _find_leader_of(text, mention, rows)
    office, role = _office_of(mention.role.name), mention.role.span
    start, end = min(role.start, mention.span.start), max(role.end, mention.span.end)
    past = _PAST.search(text, max(0, start - 30), start) or _ELECT.match(text, role.end)
    held = [row for row in rows if row.office == office and _is_called(row.country, mention.role.name)]
    home = [row for row in held if country_root(row.country) in _roots(mention.role.name)]
    return (Span(start=start, end=end), tuple(home or held)) if held and not past else None


def _is_called(country: str, role: str) -> bool:
    """Tell whether a country's head of government is called so: chancellors of the exchequer and premiers are not."""
    words = set(role.lower().split())
    if "chancellor" in words:
        return country in _CHANCELLORS
    return "premier" not in words or country not in _PROVINCIAL


def _find_leader_of(text: str, mention: Mention, rows: Sequence[Term]) -> tuple[Span, tuple[Term, ...]] | None:
    """Read "Ada Quell of Korva" as the head of Korva where the table has one of that whole name."""
    of = _OF.match(text, mention.span.end)
    if not of or " " not in mention.span.of(text):
        return None
    held = tuple(r for r in rows if r.office in _HEADS and country_root(r.country) in _roots(of[1]))
    return (Span(start=mention.span.start, end=of.end(1)), held) if held else None


def _roots(words: str) -> set[str]:
    return {country_root(word) for word in words.split()} | {country_root(words.strip())}


def _office_of(role: str) -> str | None:
    office = next((office for office, pattern in _OFFICES if pattern.search(role)), None)
    return None if _LESSER.search(role) or _ANOTHERS.search(role) else office


def _rows_of(name: str, table: Terms) -> list[Term]:
    """Return the rows whose family name is in a name and whose given name, where one is said, is much alike."""
    words = name.replace("-", " ").split()
    found: list[Term] = []
    for word in dict.fromkeys((name, *name.split(), *words)):
        rows = table.holders.get(sound_of(word), ())
        found += [row for row in rows if row not in found and _is_given_alike(row, name, word)]
    initials = _INITIAL.findall(name)
    return [row for row in found if initials and _INITIAL.findall(row.given) == initials] or found


def _is_given_alike(row: Term, name: str, family: str) -> bool:
    others = [word for word in name.replace(family, " ", 1).split() if len(word.strip(".")) > 1]
    if not others:
        return True
    given = [sound_of(word) for word in row.given.split()]
    return any(SequenceMatcher(None, sound_of(other), word).ratio() >= _ALIKE for other in others for word in given)
