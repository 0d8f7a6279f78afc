"""Reads the tables of this room into one lexicon: what a word tells of the names it stands in or beside."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, cast

from onrecord.records import MentionKind

_FOLDER = Path(__file__).parent


class Role(NamedTuple):
    """What a role word stands for ("premier": "prime minister"), the gender it tells ("m", "f" or ""), and its rank.

    `office` is "ruler" for those who head a state, "state" for others who may serve one, "kin" for relatives and
    friends, "post" for what someone is to a body or a case ("lawyer", "chairman"), "" for trades and the rest.
    """

    stands_for: str
    gender: str
    office: str


class Head(NamedTuple):
    """What the head word of a name tells: its kind ("other" names nobody), and whether it needs an owner to identify.

    `takes` holds the prepositions, beside "of", that tie a complement to it ("Committee on Trade"); `surname` tells
    that people bear the word too ("Hill").
    """

    kind: str
    generic: bool
    takes: frozenset[str] = frozenset()
    surname: bool = False


class FirstName(NamedTuple):
    """A first name: the gender it tells, and whether it is seldom anything else."""

    gender: str
    strong: bool


Weights = tuple[tuple[MentionKind, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Words and names by what they tell. Names are as written; words of the other tables are in lower case.

    `countries` leads from every name, adjective, people and capital of a country to the country's own name, `leading`
    from a word that opens names ("Lake", "Radio", "Isla") to their kind.
    `outlet_words` close the names of outlets, which are mostly named after places ("Courier", "Today"), `honours` are
    letters behind the names of people ("KC", "MP").
    `starts` are the first words of known names of several words. `digest` names the version of the tables.
    """

    titles: Mapping[str, str]
    roles: Mapping[str, Role]
    heads: Mapping[str, Head]
    leading: Mapping[str, MentionKind]
    first_names: Mapping[str, FirstName]
    known: Mapping[str, MentionKind]
    adjectives: frozenset[str]
    peoples: frozenset[str]
    capitals: frozenset[str]
    countries: Mapping[str, str]
    starts: frozenset[str]
    not_names: frozenset[str]
    calendar: frozenset[str]
    portfolios: frozenset[str]
    particles: frozenset[str]
    outlet_words: frozenset[str]
    honours: frozenset[str]
    common: frozenset[str]
    contexts: Mapping[tuple[str, str], Weights]
    digest: str


@cache
def load_lexicon() -> Lexicon:
    """Load the tables of this room; a few milliseconds, once per process."""
    countries, adjectives, peoples, capitals = _countries()
    known: dict[str, MentionKind] = dict.fromkeys((*_country_names(), *capitals), "place")
    known |= {name: "place" for name, _ in _rows("places")}
    known_rows = _rows("known_names")
    known |= {name: "organisation" for name, kind, _ in known_rows if kind == "organisation"}
    groups = {name: detail for name, kind, detail in known_rows if kind == "group"}
    peoples |= {name for name, detail in groups.items() if detail == "plural"}
    not_names = _rows("not_names")
    return Lexicon(
        titles=dict(_rows("titles")),
        roles={word: Role(*rest) for word, *rest in _rows("roles")},
        heads=_heads(),
        leading={word: cast(MentionKind, kind) for word, kind in _rows("leading_words")},
        first_names={name: FirstName(gender, strength == "strong") for name, gender, strength in _rows("first_names")},
        known=known,
        adjectives=frozenset(adjectives | {name for name, detail in groups.items() if detail == "adjective"}),
        peoples=frozenset(peoples),
        capitals=frozenset(capitals),
        countries=countries,
        starts=frozenset(name.split()[0] for name in known if " " in name),
        not_names=frozenset(word for word, _ in not_names),
        calendar=frozenset(word for word, kind in not_names if kind == "calendar"),
        portfolios=frozenset(word for (word,) in _rows("portfolios")),
        particles=frozenset(word for (word,) in _rows("particles")),
        outlet_words=frozenset(word for (word,) in _rows("outlet_words")),
        honours=frozenset(letters for (letters,) in _rows("honours")),
        common=frozenset(word for (word,) in _rows("common_words")),
        contexts=_contexts(),
        digest=_digest(),
    )


def _rows(table: str) -> list[Any]:
    lines = (_FOLDER / f"{table}.tsv").read_text(encoding="utf-8").splitlines()
    width = lines[0].count("\t") + 1
    return [tuple((line.split("\t") + [""] * width)[:width]) for line in lines[1:] if line]


def _country_names() -> list[str]:
    return [name for row in _rows("countries") for name in (row[0], *_several(row[4]))]


def _countries() -> tuple[dict[str, str], set[str], set[str], set[str]]:
    owner: dict[str, str] = {}
    adjectives, peoples, capitals = set[str](), set[str](), set[str]()
    for country, adjective, people, capital, others in _rows("countries"):
        adjectives.update(_several(adjective))
        peoples.update(_several(people))
        capitals.update(_several(capital))
        for name in (country, *_several(";".join((adjective, people, capital, others)))):
            owner.setdefault(name, country)
    return owner, adjectives, peoples, capitals


def _several(cell: str) -> list[str]:
    return [part for part in cell.split(";") if part]


def _heads() -> dict[str, Head]:
    return {
        word: Head(kind, detail == "generic", frozenset(takes.split()), surname == "yes")
        for word, kind, detail, takes, surname in _rows("head_words")
    }


def _contexts() -> dict[tuple[str, str], Weights]:
    found: dict[tuple[str, str], list[tuple[MentionKind, float]]] = defaultdict(list)
    for position, word, kind, weight in _rows("contexts"):
        found[position, word].append((cast(MentionKind, kind), float(weight)))
    return {key: tuple(weights) for key, weights in found.items()}


def _digest() -> str:
    content = b"".join(path.read_bytes() for path in sorted(_FOLDER.glob("*.tsv")))
    return hashlib.sha256(content).hexdigest()[:12]
