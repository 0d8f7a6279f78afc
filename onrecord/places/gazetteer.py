"""The gazetteer: places, and which places a name can mean."""

from __future__ import annotations

import gzip
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from typing import Literal, NamedTuple

from onrecord.places.keys import key_of

Kind = Literal["country", "admin1", "admin2", "city", "region"]
How = Literal["name", "other name", "abbreviation", "adjective", "people"]

_KINDS: dict[str, Kind] = {"k": "country", "1": "admin1", "2": "admin2", "c": "city", "r": "region"}
_SHORT = 3


class Place(NamedTuple):
    """One place. `radius` is how far in km from its point it may reach; `id` its GeoNames id; population 0: unknown."""

    number: int
    id: int | None
    name: str
    latitude: float
    longitude: float
    country: str | None
    admin1: str | None
    admin2: str | None
    population: int
    kind: Kind
    radius: float


class Sense(NamedTuple):
    """One thing a name can mean: the place, and in what manner the name names it."""

    place: Place
    how: How


@dataclass(slots=True)
class Gazetteer:
    """Places by line, names by key. What was looked up once is kept, for a report names few places many times."""

    lines: list[bytes]
    names: list[bytes]
    regions: list[Place]
    own: dict[str, list[tuple[int, How]]]
    short: dict[str, list[tuple[int, How]]]
    admin1: dict[tuple[str, str], int]
    countries: dict[str, int]
    capitals: frozenset[int]
    known: dict[str, tuple[Sense, ...]] = field(default_factory=dict)

    def place(self, number: int) -> Place:
        """Return the place with that number."""
        if number >= len(self.lines):
            return self.regions[number - len(self.lines)]
        return _read_place(number, self.lines[number])

    def senses(self, key: str) -> tuple[Sense, ...]:
        """Return everything that a folded name can mean, in the order of the table; empty when it names no place."""
        found = self.known.get(key)
        if found is None:
            if len(self.known) > 100_000:
                self.known.clear()
            found = self.known[key] = tuple(self._look_up(key))
        return found

    def abbreviated(self, written: str) -> tuple[Sense, ...]:
        """Return what an abbreviation means, as it is written but for blanks ("Calif.", "W.Va.", "US")."""
        return tuple(Sense(self.place(number), how) for number, how in self.short.get(written, ()))

    def _look_up(self, key: str) -> Iterator[Sense]:
        seen: set[int | None] = set()
        for number, how in [*self.own.get(key, ()), *self._listed(key)]:
            place = self.place(number)
            if place.id is None or place.id not in seen:
                seen.add(place.id)
                yield Sense(place, how)

    def _listed(self, key: str) -> Iterator[tuple[int, How]]:
        sought = key.encode("ascii", "ignore") + b"\t"
        at = bisect_left(self.names, sought)
        if at == len(self.names) or not self.names[at].startswith(sought):
            return
        _, official, other = self.names[at].decode("ascii").split("\t")
        for number in official.split():
            yield int(number), "name"
        for number in other.split():
            yield int(number), "other name"


@lru_cache(maxsize=1)
def load_gazetteer() -> Gazetteer:
    """Load the places and names that onrecord ships; a third of a second, once per process."""
    lines = _unpacked("places.tsv.gz")
    gazetteer = Gazetteer(
        lines=lines,
        names=_unpacked("names.tsv.gz"),
        regions=[],
        own={},
        short={},
        admin1={},
        countries={},
        capitals=frozenset(),
    )
    _index_divisions(gazetteer)
    _add_countries(gazetteer)
    _add_states(gazetteer)
    _add_regions(gazetteer)
    return gazetteer


def read_table(name: str) -> Iterator[list[str]]:
    """Return the rows of one of the room's tables, without its heading."""
    text = files("onrecord.places").joinpath(name).read_text(encoding="utf-8")
    for line in text.splitlines()[1:]:
        if line:
            yield line.split("\t")


def _unpacked(name: str) -> list[bytes]:
    return gzip.decompress(files("onrecord.places").joinpath(name).read_bytes()).split(b"\n")


@lru_cache(maxsize=32768)
def _read_place(number: int, line: bytes) -> Place:
    identifier, name, latitude, longitude, country, admin1, admin2, population, kind, radius = line.decode().split("\t")
    return Place(
        number,
        int(identifier),
        name,
        float(latitude),
        float(longitude),
        country or None,
        admin1 or None,
        admin2 or None,
        int(population),
        _KINDS[kind],
        float(radius),
    )


def _index_divisions(gazetteer: Gazetteer) -> None:
    # The table begins with them, so that 280,000 other lines need not be read.
    for number in range(len(gazetteer.lines)):
        place = gazetteer.place(number)
        if place.kind == "country":
            gazetteer.countries[place.country or ""] = number
        elif place.kind == "admin1":
            gazetteer.admin1[place.country or "", place.admin1 or ""] = number
        else:
            return


def _add(gazetteer: Gazetteer, number: int, how: How, names: str) -> None:
    for name in names.split("|"):
        if not name:
            continue
        if how == "abbreviation" or (name.isupper() and len(name.replace(".", "")) <= _SHORT + 1):
            known = gazetteer.short.setdefault(name.replace(" ", ""), [])
            known.extend([(number, how)] if (number, how) not in known else [])
        else:
            gazetteer.own.setdefault(key_of(name), []).append((number, how))


def _add_countries(gazetteer: Gazetteer) -> None:
    for code, names, adjectives, people, _ in read_table("countries.tsv"):
        number = gazetteer.countries.get(code)
        if number is not None:
            _add(gazetteer, number, "name", names)
            _add(gazetteer, number, "adjective", adjectives)
            _add(gazetteer, number, "people", people)
    capitals = (row[4] for row in read_table("countries.tsv"))
    gazetteer.capitals = frozenset(int(identifier) for identifier in capitals if identifier)


def _add_states(gazetteer: Gazetteer) -> None:
    for country, admin1, abbreviations, adjectives, people in read_table("states.tsv"):
        number = gazetteer.admin1.get((country, admin1))
        if number is not None:
            _add(gazetteer, number, "abbreviation", abbreviations)
            _add(gazetteer, number, "adjective", adjectives)
            _add(gazetteer, number, "people", people)


def _add_regions(gazetteer: Gazetteer) -> None:
    for name, others, adjectives, latitude, longitude, radius, country, identifier in read_table("regions.tsv"):
        number = len(gazetteer.lines) + len(gazetteer.regions)
        gazetteer.regions.append(
            Place(
                number,
                int(identifier) if identifier else None,
                name,
                float(latitude),
                float(longitude),
                country or None,
                None,
                None,
                0,
                "region",
                float(radius),
            )
        )
        _add(gazetteer, number, "name", name)
        _add(gazetteer, number, "name", others)
        _add(gazetteer, number, "adjective", adjectives)
