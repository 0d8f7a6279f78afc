"""Tells outlets from people and places: which names can pass a statement on, and which publish this very report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from onrecord.language import Parse, Word
from onrecord.names import load_lexicon
from onrecord.records import Document
from onrecord.statements.grammar.trees import SUBJECTS
from onrecord.statements.grammar.voices import head_of
from onrecord.statements.lexicon import load_voices, load_words
from onrecord.statements.relays.deeds import find_doers, find_recalled

_NAMING = ("NNP", "NNPS", "NN", "NNS", "CD", "ADD")
_PROPER = ("NNP", "NNPS")
_CALLING = ("NN", "JJ")
_PARTICLE = 3
_PAIR = 2
_PLACING = ("in", "at", "near", "from", "to", "of")


@dataclass(frozen=True, slots=True)
class Outlets:
    """What one report tells of outlets: `own` the names it is published under, `known` those it calls a paper, a site.

    `people` and `places` are no outlets. Each is a set of words in lower case. `names` are the stretches of words
    that name an outlet.
    """

    own: frozenset[str]
    known: frozenset[str]
    people: frozenset[str]
    places: frozenset[str]
    names: tuple[frozenset[int], ...] = ()


def survey_outlets(document: Document, parse: Parse) -> Outlets:
    """Gather the names that the report itself carries, those of people and those of places."""
    own = _own_words(document)
    persons = _full_names(parse)
    people = frozenset(w.lower for word in parse.words for w in _beside(parse, word)) | persons
    placed = {
        word.lower
        for word in parse.words
        if word.tag in _PROPER and word.dep == "pobj" and parse.words[word.head].lower in _PLACING
    }
    places = frozenset(placed) | load_words("place")
    called = [frozenset(range(first, last + 1)) for first, last in _called_outlets(parse)]
    doers = (name for name in (*find_doers(parse), *find_recalled(parse)) if name)
    called += [name for name in doers if not (own | people | load_words("place")) & _lower(parse, name)]
    called += _misread_names(parse)
    known = frozenset(parse.words[i].lower for name in called if not _lower(parse, name) <= persons for i in name)
    found = Outlets(own=own, known=known, people=people, places=places)
    runs = (frozenset(range(first, last + 1)) for first, last in _name_runs(parse))
    names = tuple(name for name in (*runs, *_misread_names(parse)) if is_outlet(parse, name, found))
    news = load_words("news") | {"tv", "agency", "wire", "online", "media"}
    short = frozenset(parse.words[min(n)].lower for n in names if len(n) > 1 and parse.words[max(n)].lower in news)
    return replace(found, names=names, known=known | (short - people - places))


def _full_names(parse: Parse) -> frozenset[str]:
    """The words of every name that begins with a first name: "Mira Orlova"."""
    first_names = load_lexicon().first_names
    runs = [(first, last) for first, last in _name_runs(parse) if first < last]
    named = [run for run in runs if parse.words[run[0]].lower in first_names or parse.words[run[0]].text in first_names]
    return frozenset(parse.words[i].lower for first, last in named for i in range(first, last + 1))


def _lower(parse: Parse, words: Iterable[int]) -> frozenset[str]:
    return frozenset(parse.words[i].lower for i in words)


def _own_words(document: Document) -> frozenset[str]:
    """The words of the outlet's name, and of the agency in the dateline where the outlet is not known."""
    outlet, dateline = document.outlet, document.dateline
    if outlet is not None:
        return _plain_words(outlet.value)
    _, opening, agency = (dateline.value if dateline is not None else "").partition("(")
    return _plain_words(agency.rstrip(") ")) if opening else frozenset()


def _called_outlets(parse: Parse) -> Iterator[tuple[int, int]]:
    """Names that the report says are outlets: "the daily Morning Bell", "the Polar Star, a paper close to ..."."""
    kinds = (load_words("outlet") | load_words("outlet_kind")) - load_words("newsman")
    for first, last in _name_runs(parse):
        article = first > 1 and parse.words[first - 1].tag == "DT" and parse.words[first - 1].text[0].isupper()
        before = parse.words[first - 1 - article] if first else None  # "the daily A Baliza"
        after = parse.words[last + 1 : last + 6]
        opened = [word.lower for word in after[:2]] in ([",", "a"], [",", "an"], [",", "the"])
        apposed = opened and any(word.lower in kinds and word.dep not in SUBJECTS for word in after[2:])
        called = before is not None and before.lower in kinds and before.text.islower() and before.tag in _CALLING
        if called or apposed:
            yield first, last


def _misread_names(parse: Parse) -> list[frozenset[int]]:
    """A name behind "the weekly", "the agency" that the parse takes for a common noun."""
    kinds = load_words("kind_print") | load_words("kind_air") | load_words("kind_wire") | load_words("kind_site")
    return [
        frozenset({word.i})
        for before, word in pairwise(parse.words)
        if word.tag == "NN" and word.text[0].isupper() and before.text in kinds and before.sentence == word.sentence
    ]


def _name_runs(parse: Parse) -> Iterator[tuple[int, int]]:
    """First and last word of every stretch of proper names within a sentence."""
    first: int | None = None
    for word in parse.words:
        if first is None and _leads_name(parse, word):
            first = word.i
        linked = first is not None and (word.text[0].isupper() or word.text == "&" or _is_joined(parse, word))
        inside = word.tag in _PROPER or linked
        if first is not None and (not inside or word.sentence != parse.words[first].sentence):
            yield first, word.i - 1
            first = None
        if inside and first is None and word.tag in _PROPER:
            first = word.i
    if first is not None:
        yield first, len(parse.words) - 1


def _leads_name(parse: Parse, word: Word) -> bool:
    """ "TV Delta": a noun for outlets that is written as the first word of a name."""
    if word.tag != "NN" or not word.text[0].isupper() or word.lower not in load_words("outlet"):
        return False
    after = parse.words[word.i + 1 : word.i + 2]
    return bool(after) and after[0].tag in _PROPER and word.dep == "compound"


def _is_joined(parse: Parse, word: Word) -> bool:
    """A hyphen within a name, and the particle behind it: "Sobh-e Kavir"."""
    hyphen = word if word.text == "-" else parse.words[word.i - 1]
    after = parse.words[hyphen.i + 1 : hyphen.i + 3]
    if hyphen.text != "-" or len(after) < _PAIR or after[0].start != hyphen.end:
        return False
    return after[0].tag in _PROPER or (len(after[0].text) <= _PARTICLE and after[1].text[0].isupper())


def _plain_words(name: str) -> frozenset[str]:
    return frozenset(name.lower().split()) - {"the", "of"}


def _beside(parse: Parse, word: Word) -> Iterable[Word]:
    """The surname with a first name or title before it, or that does what people do."""
    if word.tag not in _PROPER or is_address(word.text):
        return
    named = [parse.words[c] for c in parse.children[word.i] if parse.words[c].dep == "compound"]
    titles = load_words("speaker") | load_words("honorific")
    titled = any(load_voices().get(c.lower) == "person" or c.lower in titles for c in named)
    role = parse.words[word.head] if word.dep == "appos" else word
    if titled or load_voices().get(role.lower) == "person":
        yield word


def is_address(text: str) -> bool:
    """Tell whether a name is that of a site, like "dorn.example"."""
    left, dot, right = text.partition(".")
    return bool(dot) and left.isalnum() and right.isalpha() and right.islower() and len(right) > 1


def is_outlet(parse: Parse, words: Iterable[int], outlets: Outlets) -> bool:
    """Tell whether a name is that of an agency, a paper or a station: by its words, or known from this report."""
    chosen = frozenset(words)
    named = [parse.words[i] for i in sorted(chosen) if parse.words[i].tag in _NAMING]
    if not named:
        return False
    head = head_of(parse, chosen)
    # A common noun tells only as the head: "a news conference" is no outlet, "a news agency" is one.
    telling = [
        word
        for word in named
        if word.tag in _PROPER or word.i == head.i or not word.text.isalpha() or _leads_name(parse, word)
    ]
    known = outlets.known
    proper = {w.lower for w in telling if w.tag in _PROPER or (w.text[0].isupper() and w.lower in known)}
    marks = load_words("outlet") | load_words("agency")
    if proper and len({word.lower for word in telling} & (marks | load_words("news"))) == 1:
        # "The Emergency Service", "the Space Agency": alone these words make no outlet.
        marks -= {"service", "agency"}
    return (bool(proper) and proper <= outlets.known) or any(
        word.lower in marks or is_address(word.text) or _is_title(word) for word in telling
    )


def _is_title(word: Word) -> bool:
    """ "The Dorn Standard", "L'Écho": a common word written as a name."""
    _, elided, rest = word.text.replace("\u2019", "'").partition("'")
    name = rest if elided and rest[:1].isupper() else word.text
    return name[0].isupper() and name.lower() in load_words("outlet_name")


def is_own(parse: Parse, words: Iterable[int], outlets: Outlets) -> bool:
    """Tell whether a name is that of the outlet itself: "this newspaper", or the name the report is published under."""
    named = {parse.words[i].lower for i in words if parse.words[i].tag in _NAMING}
    ours = any(parse.words[i].lower in ("this", "our") for i in words)
    return bool(named) and (ours or named <= outlets.own)


def may_be_outlet(parse: Parse, words: Iterable[int], outlets: Outlets) -> bool:
    """Tell whether an unknown name can be an outlet's: a proper name, of no person and no place that the text knows."""
    named = [parse.words[i] for i in words if parse.words[i].pos != "PUNCT" and parse.words[i].tag != "DT"]
    if not named or any(word.tag not in _PROPER for word in named) or len(named) > 3:
        return False
    last = named[-1]
    known = outlets.people | outlets.places
    kind = load_voices().get(last.lower)
    return last.lower not in known | load_words("speaker") and kind is None and last.tag == "NNP"
