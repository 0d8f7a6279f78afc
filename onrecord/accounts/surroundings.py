"""Whether two reports speak of one thing when both speak of "the ban": by what describes it and by the words around."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.accounts.cues import load_words
from onrecord.accounts.issues import find_capitals
from onrecord.accounts.objects import cut_tokens, key_of
from onrecord.accounts.sayings import Report
from onrecord.linking.wording import load_function_words, stem

ALIKE = 0.07
_LOOSELY = 0.015
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_AROUND = 200
_BESIDE = 60
_COMMON = 60  # a word around a thing in more reports than this brings none of them together
_BEHIND = frozenset(["of", "on", "for", "at", "with", "between", "against", "in"])
_DEFINITE = frozenset(["the", "this", "that", "these", "those", "such", "its", "their", "any", "whole"])
_ARTICLES = _DEFINITE | frozenset(["a", "an", "no", "his", "her", "our", "my", "your"])
_DEGREE = re.compile(
    r"(?:^(?:whole|entire|full|partial|new|old|joint|common|current|present|existing|big|small|high|low|tall|long|short"
    r"|great|further|such|public|formal|official|same|only|first|second|last|next|proposed|planned)"
    r"|^(?:high|low|tall|bigg|larg|small|long|short|wid|deep|new|old|bett|strong|weak|clos|hard|soft|full|lat|earl|great"
    r"|cheap|bold|fast|slow|saf|tough|strict|fair|happ|heav)i?(?:er|est)|\w{3}ed|ly)$"
)
_LEAST_NAMES = 2
_LEAST_WORD = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a report says around a thing: the words near it, by their weight, and those that describe it.

    `is_known` tells that it is nowhere described, and called "the ban" as what everybody knows.
    """

    document: str
    words: Mapping[str, float]
    length: float
    describing: frozenset[str]
    is_known: bool
    is_noun: bool
    names: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The words of a report: where each begins, by its key, and the stems of those that carry content, in order."""

    report: Report
    places: Mapping[str, Sequence[int]]
    starts: Sequence[int]
    stems: Sequence[str]
    names: frozenset[str]


def read_words(report: Report) -> Reading:
    """Return the words of a report, ready to be looked up by the thing that they name."""
    places: dict[str, list[int]] = defaultdict(list)
    starts, stems = [], []
    empty = load_function_words()
    for match in _WORD.finditer(report.document.text):
        word = match.group()
        places[key_of(word)].append(match.start())
        if word.casefold() not in empty and len(word) > 1:
            starts.append(match.start())
            stems.append(stem(word))
    return Reading(report=report, places=places, starts=starts, stems=stems, names=find_capitals(report))


def weigh_words(readings: Sequence[Reading]) -> dict[str, float]:
    """Return what each word is worth as evidence: the fewer reports use it, the more."""
    users = Counter(word for reading in readings for word in set(reading.stems))
    return {word: math.log(1 + len(readings) / count) for word, count in users.items()}


def find_context(reading: Reading, head: str, weights: Mapping[str, float]) -> Context | None:
    """Return what a report says around the things of one name; `None` where it names none."""
    text = reading.report.document.text
    near: set[str] = set()
    describing: set[str] = set()
    known = is_noun = False
    for place in reading.places.get(head, ()):
        near.update(
            reading.stems[bisect_left(reading.starts, place - _AROUND) : bisect_left(reading.starts, place + _AROUND)]
        )
        before = cut_tokens(text[max(0, place - _BESIDE) : place])
        after = cut_tokens(_WORD.sub("", text[place : place + _BESIDE], count=1))
        own = frozenset((*_before(before), *_behind(after)))
        describing |= own
        article = _article(before)
        known = known or (not own and article in _DEFINITE)
        is_noun = is_noun or bool(article)
    if not near:
        return None
    words = {word: weights[word] for word in near if key_of(word) != head}
    return Context(
        document=reading.report.document.id,
        words=words,
        length=math.sqrt(sum(weight**2 for weight in words.values())),
        describing=frozenset(describing),
        is_known=known and not describing,
        is_noun=is_noun,
        names=reading.names,
    )


def is_degree(word: str) -> bool:
    """True for a word that tells no two things of one name apart: "new", "whole", "higher"."""
    return bool(_DEGREE.search(word.casefold()))


def _article(tokens: Sequence[str]) -> str:
    """Return the article or the like before a thing, with up to two words between them; "" where there is none."""
    for token in reversed(tokens[-3:]):
        if token.casefold() in _ARTICLES:
            return token.casefold()
        if not token[0].isalpha() or token.casefold() in load_function_words():
            return ""
    return ""


def _before(tokens: Sequence[str]) -> Iterator[str]:
    for token in reversed(tokens[-3:]):
        if not token[0].isalpha() or token.casefold() in load_function_words() | load_words("determiners"):
            return
        if not _DEGREE.search(token.casefold()) and token.casefold() not in load_words("helping verbs"):
            yield key_of(token)


def _behind(tokens: Sequence[str]) -> Iterator[str]:
    if not tokens or tokens[0].casefold() not in _BEHIND:
        return
    for token in tokens[1:5]:
        if not token[0].isalpha():
            return
        plain = token.casefold()
        empty = plain in load_function_words() or plain in load_words("days and months") or len(plain) < _LEAST_WORD
        if not empty and not _DEGREE.search(plain):
            yield key_of(token)


def compare_contexts(left: Context, right: Context) -> float:
    """Return how much of the words around two things is the same, from 0 to 1, rare words counting more."""
    shared = sum(weight**2 for word, weight in left.words.items() if word in right.words)
    return shared / (left.length * right.length or 1)


def are_one(left: Context, right: Context) -> bool:
    """True when two reports share names and what describes the thing, or speak of much else in the same words."""
    if len(left.names & right.names) < _LEAST_NAMES:
        return False
    likeness = compare_contexts(left, right)
    return likeness >= ALIKE or (likeness >= _LOOSELY and bool(left.describing & right.describing))


def pair_contexts(contexts: Sequence[Context]) -> Iterator[tuple[Context, Context]]:
    """Yield the pairs that have a word in common that is not everywhere, never all with all."""
    holders: dict[str, list[int]] = defaultdict(list)
    for number, context in enumerate(contexts):
        for word in (*context.words, *context.describing):
            holders[word].append(number)
    seen: set[tuple[int, int]] = set()
    for numbers in holders.values():
        if 1 < len(numbers) <= _COMMON:
            seen |= {(a, b) for i, a in enumerate(numbers) for b in numbers[i + 1 :] if a != b}
    yield from ((contexts[a], contexts[b]) for a, b in sorted(seen))
