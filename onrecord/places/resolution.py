"""Decides which place each name means, by the whole report.

A name's candidates start from how large and how well named they are; then the names of a report vote for one
another: places of one country, of one subdivision, and places near each other are likelier together. A comma that
ties a name to the state it lies in weighs more than all of these.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from onrecord.places.distances import great_circle_km
from onrecord.places.gazetteer import Gazetteer, Kind, Place, Sense

_MOST = 40
_ROUNDS = 3
_SIZE = 0.7
_OTHER = -1.4
_KIND = {"country": 3.0, "region": 2.0, "admin1": 0.8, "admin2": -0.2, "city": 0.0}
_CAPITAL = 1.0
_CAPITAL_OVER_STATE = 1.5
_SAME_COUNTRY = 2.5
_SAME_STATE = 6.0
_NEAR = 6.0
_REACH_KM = 60.0
_DOUBT = 1.5
_FAMOUS = 1.0
_UNSURE, _UNSURE_OF_CAPITAL = 1.8, 0.5
_TIED = 6.0
_HOUSED = 1.5
_LISTED = 1.5
# "Province" may be of the first or, more seldom, of the second level; a "district" the other way round.
_CALLED = {
    ("admin1", "admin1"): 4.0,
    ("admin1", "admin2"): 2.5,
    ("admin2", "admin2"): 4.0,
    ("admin2", "admin1"): 1.5,
    ("city", "city"): 3.0,
}
_GREAT_COUNTRY, _GREAT_REGION = 7.0, 6.5


@dataclass(frozen=True, slots=True)
class Name:
    """One name of a report with what it can mean.

    `listed` holds the keys of the names it stands in a list with, `tied` the key of the name that a comma says
    contains it, `called` the kind of place that the words beside it call it (a province, a city). Names with one
    key, tie and kind mean one place.
    """

    key: str
    senses: tuple[Sense, ...]
    tied: str | None = None
    called: Kind | None = None
    listed: tuple[str, ...] = ()

    @property
    def group(self) -> Group:
        """Return what the name has in common with the other names that mean its place."""
        return Group(self.key, self.tied, self.called)


class Group(NamedTuple):
    """The names of a report that mean one place."""

    key: str
    tied: str | None
    called: Kind | None


class _Vote(NamedTuple):
    """What one name says for the country and for the subdivision of the place it is taken to mean."""

    place: Place
    country: float
    state: float


@dataclass(slots=True)
class _Votes:
    countries: dict[str, float]
    states: dict[tuple[str, str], float]
    points: list[tuple[str, Place]]
    own: dict[str, list[_Vote]]
    all_countries: float = 0.0
    all_states: float = 0.0


def resolve_names(names: Sequence[Name], gazetteer: Gazetteer) -> dict[Group, Place]:
    """Return, for each name and what it is tied to, the place it means; names without a candidate are left out.

    Where little tells the place from its namesakes, its radius reaches to them.
    """
    senses: dict[str, tuple[Sense, ...]] = {}
    for name in names:
        senses[name.key] = senses.get(name.key) or name.senses
    groups = {
        name.group: _base(name, gazetteer) for name in {name.group: name for name in names if name.senses}.values()
    }
    for group, scores in groups.items():
        if group.tied is not None:
            _tie(scores, senses.get(group.tied, ()), senses[group.key])
    for group, other in {(name.group, other) for name in names for other in name.listed}:
        _match(groups.get(group, {}), senses[group.key], senses[other])
    _spread(groups)
    places = {place.number: place for name in names for place, _ in name.senses}
    _house(groups, places)
    current = {group: max(scores, key=scores.__getitem__) for group, scores in groups.items()}
    for _ in range(_ROUNDS):
        votes = _count(current, places, senses)
        found = {group: _best(group[0], scores, places, votes) for group, scores in groups.items()}
        if found == current:
            break
        current = found
    votes = _count(current, places, senses)
    return {
        group: _widen(places[number], _total(group.key, groups[group], places, votes), places, gazetteer)
        for group, number in current.items()
    }


def _widen(place: Place, totals: Mapping[int, float], places: Mapping[int, Place], gazetteer: Gazetteer) -> Place:
    """Let the radius of a place reach to its namesakes where little tells them apart; a capital is soon told."""
    bar = totals[place.number] - (_UNSURE_OF_CAPITAL if place.id in gazetteer.capitals else _UNSURE)
    rivals = [places[number] for number, total in totals.items() if total > bar]
    return place._replace(radius=max(distance_km(place, rival) + rival.radius for rival in rivals))


def _base(name: Name, gazetteer: Gazetteer) -> dict[int, float]:
    """Return the candidates of a name with what speaks for each before the report is looked at."""
    states = {sense.place.country for sense in name.senses if sense.place.kind == "admin1" and sense.how == "name"}
    scores: dict[int, float] = {}
    for place, how in name.senses:
        score = _size(place) + _KIND[place.kind] + (_OTHER if how == "other name" else 0.0)
        if place.id in gazetteer.capitals and place.kind == "city" and how == "name":
            score += _CAPITAL + (_CAPITAL_OVER_STATE if place.country in states else 0.0)
        if name.called is not None:
            score += _CALLED.get((name.called, place.kind), 0.0)
        if how == "name" and place.kind == "city" and place.population >= 1_000_000:
            score += _FAMOUS
        scores[place.number] = max(score, scores.get(place.number, -math.inf))
    if len(scores) > 2 * _MOST:
        best = sorted(scores, key=scores.__getitem__, reverse=True)[: 2 * _MOST]
        return {number: scores[number] for number in best}
    return scores


def _size(place: Place) -> float:
    if place.kind == "region":
        return _SIZE * _GREAT_REGION
    if place.kind == "country":
        return _SIZE * max(_GREAT_COUNTRY, math.log10(1 + place.population))
    return _SIZE * math.log10(1 + place.population)


def _tie(scores: dict[int, float], outer: Sequence[Sense], inner: Sequence[Sense]) -> None:
    """Raise the candidates that lie in a candidate of the name after the comma."""
    best: dict[int, float] = {}
    for sense in inner:
        for holder in outer:
            if sense.place.number in scores and holder.how != "other name" and lies_in(sense.place, holder.place):
                bonus = _TIED if holder.place.kind != "country" else _TIED - 1.0
                best[sense.place.number] = max(bonus, best.get(sense.place.number, 0.0))
    for number, bonus in best.items():
        scores[number] += bonus


def _match(scores: dict[int, float], senses: Sequence[Sense], others: Sequence[Sense]) -> None:
    """Raise the candidates of the kind that the next name of a list has: states beside states of their country."""
    kinds = {(place.kind, place.country if place.kind == "admin1" else None) for place, how in others if how == "name"}
    for place, how in senses:
        wide = place.kind in ("country", "admin1") and how == "name" and place.number in scores
        if wide and (place.kind, place.country if place.kind == "admin1" else None) in kinds:
            scores[place.number] += _LISTED


def _spread(groups: Mapping[Group, dict[int, float]]) -> None:
    """Let a name that stands alone mean what it means where a comma ties it."""
    for group, scores in groups.items():
        alone = groups.get(Group(group.key, None, None))
        if group.tied is None or alone is None:
            continue
        best = max(scores, key=scores.__getitem__)
        if best in alone:
            alone[best] = max(alone[best], scores[best])


def lies_in(inner: Place, outer: Place) -> bool:
    """Tell whether the table says that one place lies in another."""
    if inner.number == outer.number or inner.country != outer.country or inner.kind in ("country", "region"):
        return False
    if outer.kind == "country":
        return True
    if outer.kind == "admin1":
        return inner.admin1 == outer.admin1 and inner.kind in ("city", "admin2")
    return (
        outer.kind == "admin2" and inner.kind == "city" and (inner.admin1, inner.admin2) == (outer.admin1, outer.admin2)
    )


def _house(groups: Mapping[Group, dict[int, float]], places: Mapping[int, Place]) -> None:
    """Raise a town and a county that hold one another, when the report names both, before either is settled."""
    counties: dict[tuple[str | None, ...], list[tuple[Group, Place]]] = defaultdict(list)
    for group, scores in groups.items():
        for place in (places[number] for number in scores):
            if place.admin2 and place.kind in ("city", "admin2"):
                counties[place.country, place.admin1, place.admin2].append((group, place))
    for inside in counties.values():
        for group, place in inside:
            if any(other.kind != place.kind and name.key != group.key for name, other in inside):
                groups[group][place.number] += _HOUSED


def contains(outer: Sequence[Sense], inner: Sequence[Sense]) -> bool:
    """Tell whether some place that the outer name can mean holds some place that the inner one can mean."""
    holders = {
        (place.country, place.admin1 if place.kind != "country" else None, _second(place))
        for place, how in outer
        if place.kind in ("country", "admin1", "admin2") and how != "other name"
    }
    return bool(holders) and any(
        ((place.country, None, None) in holders and place.kind != "country")
        or ((place.country, place.admin1, None) in holders and place.kind in ("city", "admin2"))
        or ((place.country, place.admin1, place.admin2 or "-") in holders and place.kind == "city")
        for place, _ in inner
    )


def _second(place: Place) -> str | None:
    return (place.admin2 or "-") if place.kind == "admin2" else None


def _count(current: Mapping[Group, int], places: Mapping[int, Place], senses: Mapping[str, Sequence[Sense]]) -> _Votes:
    """Count the votes: a name that can lie in many countries has little to say on which one it is."""
    votes = _Votes(defaultdict(float), defaultdict(float), [], {})
    seen: set[tuple[str, int]] = set()
    for (key, _, _), number in current.items():
        place = places[number]
        if (key, number) in seen or place.country is None:
            continue
        seen.add((key, number))
        share = 1.0 / math.sqrt(len({sense.place.country for sense in senses[key]}))
        vote = _Vote(
            place, share * (1.5 if place.kind == "country" else 1.0), share * (2.0 if place.kind == "admin1" else 1.0)
        )
        votes.own.setdefault(key, []).append(vote)
        _add(votes, vote)
        if place.kind in ("city", "admin2"):
            votes.points.append((key, place))
    return votes


def _add(votes: _Votes, vote: _Vote) -> None:
    place = vote.place
    if place.country:
        votes.countries[place.country] += vote.country
        votes.all_countries += vote.country
        if place.admin1:
            votes.states[place.country, place.admin1] += vote.state
            votes.all_states += vote.state


def _best(key: str, scores: Mapping[int, float], places: Mapping[int, Place], votes: _Votes) -> int:
    totals = _total(key, scores, places, votes)
    return max(totals, key=totals.__getitem__)


def _total(key: str, scores: Mapping[int, float], places: Mapping[int, Place], votes: _Votes) -> dict[int, float]:
    return {number: score + _company(key, places[number], votes) for number, score in scores.items()}


def _company(key: str, place: Place, votes: _Votes) -> float:
    """Return what the other names of the report say for a candidate; a name has no vote on itself.

    Shares count, not sums: a long report of one country does not make each famous name one of its villages.
    """
    own = votes.own.get(key, ())
    score = 0.0
    if place.country:
        mine = sum(vote.country for vote in own)
        for_it = votes.countries[place.country] - sum(v.country for v in own if v.place.country == place.country)
        score += _SAME_COUNTRY * max(0.0, for_it) / (votes.all_countries - mine + 1.0)
        if place.admin1:
            mine = sum(vote.state for vote in own if vote.place.admin1)
            where = (place.country, place.admin1)
            for_it = votes.states[where] - sum(v.state for v in own if (v.place.country, v.place.admin1) == where)
            score += _SAME_STATE * max(0.0, for_it) / (votes.all_states - mine + _DOUBT)
    if place.kind in ("city", "admin2"):
        others = [other for name, other in votes.points if name != key]
        score += _NEAR * sum(_nearness(place, other) for other in others) / (len(others) + _DOUBT)
    return score


def _nearness(place: Place, other: Place) -> float:
    if abs(place.latitude - other.latitude) > 2.0 or abs(place.longitude - other.longitude) > 3.0:
        return 0.0
    return math.exp(-distance_km(place, other) / _REACH_KM)


def distance_km(place: Place, other: Place) -> float:
    """Return the great-circle distance of two places."""
    return great_circle_km((place.latitude, place.longitude), (other.latitude, other.longitude))
