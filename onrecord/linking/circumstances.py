"""What a report tells of a happening beside its name: who took part, when, where; and whether two tellings agree."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.linking.countries import countries_in
from onrecord.linking.wording import find_words
from onrecord.places import great_circle_km
from onrecord.records import EventMention, Interval, Marks, Mention, Publication, Span, Toponym

_FRESH = 7  # days: what a report tells without a day is mostly of its own week
_BEFORE = 40
_IN_DOUBT, _TOWN_KM = "one of several", 25.0  # what places writes of a name that may as well mean a namesake
_INTRODUCED = re.compile(r"\b(?:another|second|third|fourth|further) (?:\w+ ){0,2}$", re.IGNORECASE)
Days = Mapping[str, Interval]


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One mention of an event, prepared for comparison; a party is the words of a person's name, or a country.

    `introduced` is a mention that its report brings in as something of which it has not spoken ("another clash").
    `given` is a mention that somebody else found and gave us to link: only the persons whom it befell are compared.
    """

    mention: str
    days: Interval | None
    published: Interval | None
    place: str | None
    spot: Toponym | None
    actors: frozenset[str]
    befallen: frozenset[str]
    given: bool
    document: str
    start: int
    introduced: bool

    @property
    def detail(self) -> int:
        """Return how much the report tells."""
        return 2 * (bool(self.actors) + bool(self.befallen)) + (self.place is not None)


@dataclass(frozen=True, slots=True)
class Collection:
    """What is known of the reports of a collection: texts, days of time expressions and of publication, countries."""

    texts: Mapping[str, str]
    days: Days
    published: Mapping[str, Publication]
    countries: Mapping[str, str]


def prepare_tellings(marks: Iterable[Marks], collection: Collection) -> dict[str, Telling]:
    """Return what is told of each event mention, by its id."""
    return {event.id: _prepare(event, found, collection) for found in marks for event in found.events}


def _prepare(event: EventMention, found: Marks, collection: Collection) -> Telling:
    days, report = collection.days, collection.published.get(found.document)
    start, text = event.trigger.start, collection.texts[found.document]
    day = days.get(event.when or "")
    place = event.place
    given = event.by.startswith("given")
    known = {} if given else collection.countries
    return Telling(
        mention=event.id,
        days=day if day and (day.earliest or day.latest) else None,
        published=report.interval if report else None,
        place=place.name.casefold() if place and not given else None,
        spot=next((t for t in found.toponyms if place and t.span == place.span and t.latitude is not None), None),
        actors=frozenset() if given else _parties(event, "actor", found.mentions, known),
        befallen=_parties(event, "recipient", found.mentions, known),
        given=given,
        document=found.document,
        start=start,
        introduced=bool(_INTRODUCED.search(text[max(0, start - _BEFORE) : start])),
    )


def _parties(
    event: EventMention, role: str, mentions: Sequence[Mention], countries: Mapping[str, str]
) -> frozenset[str]:
    """Return who takes part in a role, as far as names can be compared: persons and countries.

    Bodies and groups go by too many names for two of them to be different on the name alone.
    """
    parties = [one for one in event.participants if one.role == role and not one.implied]
    if not parties:
        return frozenset()
    persons = (m.name for m in mentions if m.kind == "person" and any(_touch(m.span, one.span) for one in parties))
    named = {word.casefold() for name in persons for word in find_words(name)}
    return frozenset(named.union(*(countries_in(one.name, countries) for one in parties)))


def _touch(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def may_be_one(left: Telling, right: Telling) -> bool:
    """Tell whether nothing speaks against two mentions being of one happening: places, parties, days."""
    if left.document == right.document and max(left, right, key=lambda told: told.start).introduced:
        return False
    if left.place and right.place and left.place != right.place and not _overlap(left.spot, right.spot):
        return False
    if _differ(left.actors, right.actors) or _differ(left.befallen, right.befallen):
        return False
    return _meet(_bounds(left), _bounds(right))


def share_party(left: Telling, right: Telling) -> bool:
    """Tell whether somebody takes part in both; what was given may have anybody."""
    return left.given or right.given or bool((left.actors | left.befallen) & (right.actors | right.befallen))


def _differ(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one) and bool(other) and not one & other


def _overlap(left: Toponym | None, right: Toponym | None) -> bool:
    """Tell whether one place may lie in the other; what no gazetteer has, lies in none."""
    if left is None or right is None or left.latitude is None or right.latitude is None:
        return False
    apart = great_circle_km((left.latitude, left.longitude or 0.0), (right.latitude, right.longitude or 0.0))
    return apart <= _reach(left) + _reach(right)


def _reach(place: Toponym) -> float:
    """Return how far a place goes; what may be one of several namesakes is taken where it most likely is, as a town."""
    radius = place.radius_km or 0.0
    return min(radius, _TOWN_KM) if _IN_DOUBT in place.by else radius


def _bounds(told: Telling) -> tuple[str | None, str | None]:
    """Return the first and the last day that a mention can be of; without a day, the week before its report."""
    if told.days:
        return told.days.earliest, told.days.latest
    if told.published is None:
        return None, None
    return _back(told.published.earliest), told.published.latest


def _back(day: str | None) -> str | None:
    return date.fromordinal(max(1, date.fromisoformat(day[:10]).toordinal() - _FRESH)).isoformat() if day else None


def _meet(one: tuple[str | None, str | None], other: tuple[str | None, str | None]) -> bool:
    first = max((day[:10] for day in (one[0], other[0]) if day), default="")
    last = min((day[:10] for day in (one[1], other[1]) if day), default="9999")
    return first <= last
