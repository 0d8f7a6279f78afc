"""Finds what may be up for decision: things and doings that several texts name, and all that is wanted of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.accounts.attitudes import Voice
from onrecord.accounts.cues import load_words
from onrecord.accounts.leanings import Leaning, find_leanings
from onrecord.accounts.lines import load_kinds
from onrecord.accounts.objects import cut_tokens, key_of, run_after
from onrecord.accounts.sayings import Collection, Saying, has_voice
from onrecord.linking.wording import find_words

_NO_ISSUES = ("numbers", "days and months", "general nouns", "helping verbs", "pointing nouns")
_ISSUES_AFTER_ALL = ("commission", "charge", "peace")  # general words that are often what is in dispute
_DESCRIBES = re.compile(
    r"(?:al|ic|ous|ive|ent|ant|ian|ean|ish|ary|ful|less|ed|ing|able|ible|er|est)$|^(?:new|old|big|own|same)$"
)
_OWNERS = frozenset({"his", "her", "its", "their", "our", "my"})
_LEAST_TEXTS = 2
_LEAST_LETTERS = 3
_BEGINNING = 30  # characters by which a clause is found again


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A leaning with the saying that it is read in, and where in the text its clause begins."""

    saying: Saying
    leaning: Leaning
    at: int


def read_leanings(collection: Collection, voices: Mapping[str, Voice], spoken: Mapping[str, Saying]) -> Iterator[Held]:
    """Yield all that voices want or do not want of what may be up for decision, report by report.

    What a saying only passes on from another voice is that voice's, and left to the saying inside it.
    """
    heads = find_heads(collection)
    inner = _find_inner(collection)
    for saying in collection.sayings():
        own = spoken.get(saying.attribution.id)
        if own is None or saying.in_title or not has_voice(own):
            continue
        others = [one for one in inner.get(saying.attribution.id, ()) if _is_anothers(collection, one, own, spoken)]
        text = collection.reports[own.document].document.text
        for one in find_leanings(own, voices[saying.attribution.id], heads):
            if not any(one.called in other.words for other in others):
                yield Held(saying=own, leaning=one, at=_find_place(text, own.start, one))


def _find_place(text: str, start: int, one: Leaning) -> int:
    """Return where in a text the word stands of which something is wanted, or its clause where that is not found."""
    start = max(text.find(one.clause[:_BEGINNING], start), start)
    word = re.compile(rf"\b{re.escape(one.called)}\b", re.IGNORECASE)
    places = [match.start() for match in word.finditer(text, start, start + len(one.clause) + _BEGINNING)]
    return places[min(one.at, len(places) - 1)] if places else start


def _find_inner(collection: Collection) -> dict[str, list[Saying]]:
    inner: dict[str, list[Saying]] = defaultdict(list)
    for saying in collection.sayings():
        if saying.attribution.parent:
            inner[saying.attribution.parent].append(saying)
    return inner


def _is_anothers(collection: Collection, inner: Saying, outer: Saying, spoken: Mapping[str, Saying]) -> bool:
    """True where a saying inside another is somebody else's, and not that of the speaker's own body: "her party"."""
    text = collection.reports[inner.document].document.text
    source = find_words(" ".join(span.of(text) for span in inner.attribution.source))[:1]
    is_own = bool(source) and source[0].casefold() in _OWNERS
    return not is_own and spoken.get(inner.attribution.id, inner).actor != outer.actor


def find_heads(collection: Collection) -> frozenset[str]:
    """Return the keys of the words that may name an issue: nouns of several texts, no number, time or judgement."""
    texts = index_keys(collection)
    nouns = frozenset().union(*(find_noun_keys(report.document.text) for report in collection.reports.values()))
    deeds = {key_of(word) for word, kind in load_kinds().items() if kind == "deed"}
    empty = {key_of(word) for name in _NO_ISSUES for word in load_words(name)}
    empty |= {
        key_of(word)
        for report in collection.reports.values()
        for f in report.marks.figures
        for word in f.unit.split("_")
    }
    empty -= {key_of(word) for word in (*load_words("loose things"), *_ISSUES_AFTER_ALL)}
    empty |= {key_of(word) for word in load_kinds()}
    return frozenset(
        key for key, found in texts.items() if len(found) >= _LEAST_TEXTS and (key in deeds or key in nouns - empty)
    )


def index_keys(collection: Collection) -> dict[str, set[str]]:
    """Return the texts that hold each word in small letters, by its key; a text that is copied counts once."""
    texts: dict[str, set[str]] = defaultdict(set)
    for report in collection.reports.values():
        for key in find_keys(report.document.text):
            texts[key].add(report.text_of)
    return texts


@lru_cache(maxsize=5_000)
def find_keys(text: str) -> frozenset[str]:
    """Return the keys of the words of a text that stand in small letters."""
    return frozenset(key_of(word) for word in find_words(text) if word[0].islower())


@lru_cache(maxsize=5_000)
def find_noun_keys(text: str) -> frozenset[str]:
    """Return the keys of the words that a text uses as things: behind "the", "a", "no" and the like."""
    tokens = cut_tokens(text)
    keys: set[str] = set()
    for at, token in enumerate(tokens):
        if token.casefold() in load_words("determiners"):
            first, last = run_after(tokens, _skip(tokens, at))
            while last > first + 1 and (tokens[first][:1].isupper() or _DESCRIBES.search(tokens[first])):
                first += 1
            run = tokens[first:last]
            run = run if len(run) == 2 else run[:1]
            keys |= {key_of(word) for word in run if word[0].islower() and len(word) >= _LEAST_LETTERS}
    return frozenset(keys)


def _skip(tokens: Sequence[str], at: int) -> int:
    """Return where the words end that only count or measure a thing: "the old" in "the old toll"."""
    while at < len(tokens) and load_kinds().get(tokens[at].casefold()) == "skip":
        at += 1
    return at
