"""Leads every form of a name to the fullest form that the text gives: surname to full name, letters to words."""

from __future__ import annotations

import bisect
import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from onrecord.language import Parse
from onrecord.names.candidates import Candidate
from onrecord.names.lexicon import Lexicon

_PATRONYMIC = ("vich", "vitch", "vna", "ovych", "ivna")
_SUFFIXES = frozenset(("jr", "jr.", "sr", "sr.", "ii", "iii", "iv"))
_ACRONYM = re.compile(r"[A-Z][A-Z.]{1,7}")
_SMALL = frozenset(("of", "the", "for", "and", "on", "&", "'s"))


_DOMINANT = 3


def fullest_names(names: list[Candidate], kinds: Mapping[str, str], parse: Parse, lexicon: Lexicon) -> dict[int, str]:
    """Return the fullest form for every spot, by its first word, where the text gives a fuller form than stands there.

    "Mr. Diaz" does not become Ana Diaz, nor does "President Diaz", when it stands before any Ana Diaz without office.
    """
    people, bodies = (
        _index_people(names, kinds, parse, lexicon),
        [text for text in kinds if kinds[text] == "organisation"],
    )
    spelt = _acronyms(parse, names, bodies)
    longer = {text: _body_for(text, bodies, lexicon) for text in {name.text for name in names}}
    found: dict[int, str] = {}
    for name in names:
        full = spelt.get(name.text) or _person_for(name, people, kinds, lexicon)
        if full is None and kinds.get(name.text) in ("organisation", None) and not _stands_apart(parse, name):
            full = longer[name.text]
        if full is not None and full != name.text:
            found[name.first] = spelt.get(full, full)
    return found


def _stands_apart(parse: Parse, name: Candidate) -> bool:
    """Tell a body placed by what follows it, "the Interior Ministry in Drovna": it need not be the one named fuller."""
    following = parse.words[name.last + 1 : name.last + 3]
    placed = len(following) == 2 and following[0].lower == "in" and following[1].tag == "NNP"
    return placed and " " in name.text and name.first > 0 and parse.words[name.first - 1].lower == "the"


@dataclass(frozen=True, slots=True)
class _People:
    """Full names by their last and first words; where each name stands, who has an office, who is named fuller.

    `kin` are introduced as someone's relatives; `whole` holds the spots of all full forms of a fullest name.
    """

    by_last: dict[str, list[str]]
    by_first: dict[str, list[str]]
    spots: dict[str, list[int]]
    alone: frozenset[str]
    in_office: frozenset[str]
    kin: frozenset[str]
    fuller: dict[str, str]
    whole: dict[str, list[int]]


def _index_people(names: list[Candidate], kinds: Mapping[str, str], parse: Parse, lexicon: Lexicon) -> _People:
    by_last: dict[str, list[str]] = {}
    by_first: dict[str, list[str]] = {}
    spots: dict[str, list[int]] = {}
    for name in names:
        spots.setdefault(name.text, []).append(name.first)
    for text in (text for text in spots if " " in text and kinds.get(text) == "person"):
        words = _bare(text)
        by_last.setdefault(words[-1], []).append(text)
        by_first.setdefault(words[0], []).append(text)
    alone = frozenset(name.text for name in names if name.led and spots[name.text][0] == name.first)
    in_office = frozenset(name.text for name in names if name.led)
    kin = frozenset(name.text for name in names if name.first and _is_kin(parse.words[name.first - 1].lower, lexicon))
    people = _People(by_last, by_first, spots, alone, in_office, kin, {}, {})
    for text in (text for group in by_last.values() for text in group):
        whole = max(_same_name(text, people, lexicon), key=len, default=text)
        if whole != text:
            people.fuller[text] = whole
        people.whole.setdefault(whole, []).extend(spots[text])
    for found in people.whole.values():
        found.sort()
    return people


def _is_kin(word: str, lexicon: Lexicon) -> bool:
    return word in lexicon.roles and lexicon.roles[word].office == "kin"


def _bare(text: str) -> list[str]:
    words = text.split()
    return words[:-1] if words[-1].lower() in _SUFFIXES and len(words) > 1 else words


def _person_for(name: Candidate, people: _People, kinds: Mapping[str, str], lexicon: Lexicon) -> str | None:
    """The full name that a form stands for: of several, the one named far most, else the one named last before it."""
    text, gender = name.text, lexicon.titles.get(name.title, "")
    if " " in text:
        return people.fuller.get(text) or (_spelt_small(text, people) if text.isupper() else None)
    if kinds.get(text) not in ("person", None) and text in lexicon.known:
        return None
    options = {
        people.fuller.get(full, full)
        for full in _same_name(text, people, lexicon)
        if _fits_gender(full, gender, lexicon) and not _is_introduced_alone(text, full, people)
    }
    options = {full for full in options if full not in people.kin} or options
    if not options and text.isupper() and kinds.get(text) in ("person", None):
        return _spelt_small(text, people)
    ranked = sorted((-len(people.whole[full]), full) for full in options)
    if len(ranked) < 2 or ranked[0][0] <= _DOMINANT * ranked[1][0]:
        return ranked[0][1] if ranked else None
    return max((full for _, full in ranked), key=lambda full: _last_before(people.whole[full], name.first))


def _spelt_small(text: str, people: _People) -> str | None:
    """The one full name that ends in words set in capitals: "Ana de Wal" of "DE WAL", the label of a transcript."""
    names = {full for group in people.by_last.values() for full in group}
    found = {full for full in names if full.upper().endswith(" " + text)} - {text}
    found = found or {full for full in names if full.upper().startswith(text + " ")}
    return found.pop() if len(found) == 1 else None


def _last_before(spots: list[int], first: int) -> int:
    place = bisect.bisect_left(spots, first)
    return spots[place - 1] if place else -1


def _fits_gender(full: str, gender: str, lexicon: Lexicon) -> bool:
    first = lexicon.first_names.get(full.split()[0])
    return not gender or first is None or first.gender in ("", gender)


def _is_introduced_alone(text: str, full: str, people: _People) -> bool:
    earlier = people.spots[text][0] < people.spots[full][0]
    return text in people.alone and earlier and full not in people.in_office


def _same_name(text: str, people: _People, lexicon: Lexicon) -> list[str]:
    """Full names with this surname, with this first and last name, or with a first name that one alone bears."""
    words = _bare(text)
    if len(words) == 1:
        by_first = [] if text in lexicon.known or text.lower() in lexicon.common else people.by_first.get(text, [])
        by_first = [full for full in by_first if not full.endswith(_PATRONYMIC)] or by_first
        return people.by_last.get(text, []) or (by_first if len(by_first) == 1 else [])
    if len(words) == 2 and words[1].endswith(_PATRONYMIC):
        others = [full for full in people.by_first.get(words[0], []) if full != text]
        return others if len(others) == 1 else []
    same = [full for full in people.by_last.get(words[-1], []) if len(full) > len(text)]
    return [full for full in same if _same_first(words[0], full) or full.lower().endswith(" " + text.lower())]


def _same_first(first: str, full: str) -> bool:
    other = full.split()[0]
    return other == first or (first[1:] == "." and other[0] == first[0]) or (other[1:] == "." and other[0] == first[0])


def _body_for(text: str, bodies: list[str], lexicon: Lexicon) -> str | None:
    """The one longer name of a body that ends in a general form ("Health Ministry") or begins with this word."""
    last = text.rsplit(" ", 1)[-1].lower()
    generic = last in lexicon.heads and (lexicon.heads[last].generic or " " not in text)
    if generic:
        longer = [body for body in bodies if body.endswith(" " + text)]
    elif " " not in text:
        longer = [body for body in bodies if body.startswith(text + " ") and text not in lexicon.countries]
        longer = [body for body in longer if not _is_named_after(body, lexicon)]
    else:
        longer = []
    return longer[0] if len(longer) == 1 else None


def _is_named_after(body: str, lexicon: Lexicon) -> bool:
    """Tell an outlet, "Dorn Press", which nobody shortens to the place or the person that it is named after."""
    return body.rsplit(" ", 1)[-1].lower() in lexicon.outlet_words


def _acronyms(parse: Parse, names: list[Candidate], bodies: list[str]) -> dict[str, str]:
    """Letters in brackets behind the words that they stand for, or before them; else letters that fit one body."""
    found: dict[str, str] = {}
    for left, right in pairwise(names):
        if right.first - left.last == 2 and parse.words[left.last + 1].text == "(":
            short, long = sorted((left.text, right.text), key=len)
            if _stands_for(short, long):
                found[short] = long
    for short in (text for text in bodies if _ACRONYM.fullmatch(text) and text not in found):
        spelt = [long for long in bodies if " " in long and _stands_for(short, long)]
        if len(spelt) == 1:
            found[short] = spelt[0]
    return found


def _stands_for(short: str, long: str) -> bool:
    letters = [character for character in short if character.isupper()]
    initials = [word[0].upper() for word in long.split() if word.lower() not in _SMALL]
    return len(letters) > 1 and letters == initials[: len(letters)] and len(initials) - len(letters) <= 1
