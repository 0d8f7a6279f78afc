"""The places that a report names, those that no gazetteer has included."""

from __future__ import annotations

import calendar
import re

from onrecord.linking.peoples import country_root, is_people
from onrecord.linking.wording import find_words, load_function_words, stem
from onrecord.records import Document, Marks

_LOCATED = re.compile(r"\b(?:at|in|near|from) ([A-Z][\w-]+(?: [A-Z][\w-]+)?)")
_CALENDAR = frozenset({*calendar.month_name, *calendar.day_name})


def find_places(text: str, marks: Marks) -> frozenset[str]:
    """Return the names of places: those marked, and capitalised names after "at", "in", "near" and "from"."""
    others = {word for m in marks.mentions if m.kind != "place" for word in m.name.split()}
    located = {name for name in _LOCATED.findall(text.replace("\u00a0", " ")) if not others & set(name.split())}
    marked = {t.name for t in marks.toponyms} | {m.name for m in marks.mentions if m.kind == "place"}
    return frozenset(name for name in located | marked if _may_be_place(name))


def find_named(document: Document, marks: Marks) -> tuple[tuple[int, frozenset[str]], ...]:
    """Return where a report names people, places and bodies, each as the roots of its words; its outlet left out."""
    outlet = document.outlet.value if document.outlet else ""
    named = [(m.span.start, m.name) for m in marks.mentions] + [(t.span.start, t.name) for t in marks.toponyms]
    kept = sorted((start, name) for start, name in named if name not in outlet)
    return tuple(
        (start, frozenset(country_root(w) for w in find_words(name) if w[:1].isupper())) for start, name in kept
    )


def find_names(places: frozenset[str], marks: Marks) -> frozenset[str]:
    """Return the roots of places and the surnames of the people that a report names."""
    roots = {country_root(word) for name in places for word in name.split()}
    return frozenset(
        roots | {stem(m.name.split()[-1]) for m in marks.mentions if m.kind == "person" and m.name.strip()}
    )


def _may_be_place(name: str) -> bool:
    words = name.split()
    if _CALENDAR & set(words) or words[0].casefold() in load_function_words():
        return False
    return not (len(words) == 1 and is_people(name) and name.endswith(("n", "ns", "ese", "ish")))
