"""What words do to a thing: lift the ban, extend the truce, no end to the talks; and what the thing is called."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from onrecord.linking.wording import load_function_words, stem

_TOKEN = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*|[^\w\s]")
_DETERMINERS = frozenset(
    """the a an this that these those its their his her our my your any all some no such both another more further
    every each same full early immediate swift quick longer new""".split()
)
_JOINTS = frozenset(["of", "on", "to", "for", "in", "at", "from", "with", "between", "by", "against", "over", "into"])
_AUXILIARIES = frozenset(
    """should must can could will would may might shall ought to has have had be been is are was were being not never no
    longer now soon finally also still immediately at once stays remains""".split()
)
_OF_ITSELF = {"go": -1, "goes": -1, "expire": -1, "fall": -1, "stay": 1, "stays": 1, "remain": 1, "remains": 1}
_VERBAL = ("isation", "ization", "ise", "ize", "is", "iz", "at", "al")
_LONGEST_RUN = 4
_LEAST_KEY = 4
_TIMES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december""".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Handled:
    """A thing that a clause names and what is to be done with it: +1 make or keep, -1 unmake, 0 nothing said."""

    head: str
    words: tuple[str, ...]
    sign: int
    at: int


@cache
def load_operators() -> dict[str, int]:
    """Read the verbs and nouns that make a thing or keep it, and those that do away with it, in all their forms."""
    signs: dict[str, int] = {}
    with (Path(__file__).parent / "operators.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            for form in (row["verb"], *row["forms"].split()):
                signs.setdefault(form, 1 if row["sign"] == "make" else -1)
    return signs


@cache
def load_phrases() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Read the verbs of several words, each with the one word that says the same."""
    with (Path(__file__).parent / "phrases.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return tuple((re.compile(rf"\b{row['phrase']}\b", re.IGNORECASE), row["verb"]) for row in rows)


@cache
def load_general_nouns() -> frozenset[str]:
    """Read the nouns that are too general to be what an issue is about."""
    lines = (Path(__file__).parent / "general_nouns.tsv").read_text(encoding="utf-8").splitlines()
    return frozenset(lines[1:])


@lru_cache(maxsize=50_000)
def key_of(word: str) -> str:
    """Return what a thing and the doing of it share: "apology" and "apologise", "resettlement" and "resettle"."""
    key = stem(word)
    ending = next((e for e in _VERBAL if key.endswith(e) and len(key) - len(e) >= _LEAST_KEY), "")
    return key.removesuffix(ending)


@lru_cache(maxsize=20_000)
def plain_phrases(words: str) -> str:
    """Return words with every verb of several words as one: "call off the strike", "cancel the strike"."""
    for pattern, verb in load_phrases():
        words = pattern.sub(verb, words)
    return words


def cut_tokens(clause: str) -> list[str]:
    """Return the words and signs of a clause, capitals kept."""
    return _TOKEN.findall(clause)


@lru_cache(maxsize=20_000)
def find_handled(clause: str) -> tuple[Handled, ...]:
    """Return the things that a clause names as made, kept or unmade."""
    tokens = cut_tokens(plain_phrases(clause))
    found = {}
    for at, token in enumerate(tokens):
        sign = load_operators().get(token.casefold(), 0)
        if sign:
            for run in (_run_after(tokens, _behind_joint(tokens, at)), _run_before(tokens, at)):
                for one in _named(tokens, run, sign):
                    found.setdefault((one.head, one.at), one)
        elif token.casefold() in _OF_ITSELF:
            for one in _named(tokens, _run_before(tokens, at), _OF_ITSELF[token.casefold()]):
                found.setdefault((one.head, one.at), one)
    return tuple(found.values())


def find_first(clause: str) -> tuple[Handled, ...]:
    """Return the thing that a clause begins with: "the herring ban in the bay"."""
    tokens = cut_tokens(plain_phrases(clause))
    start = 0
    while start < len(tokens) and (tokens[start].casefold() in _JOINTS or not tokens[start][0].isalnum()):
        start += 1
    return tuple(_named(tokens, _run_after(tokens, start), 0))


def find_mentions_of(clause: str, head: str) -> tuple[int, ...]:
    """Return where a clause names a thing, or does it."""
    return tuple(at for at, token in enumerate(cut_tokens(plain_phrases(clause))) if key_of(token) == head)


def _named(tokens: Sequence[str], run: tuple[int, int], sign: int) -> Iterator[Handled]:
    first, last = run
    if last <= first:
        return
    words = tuple(token.casefold() for token in tokens[first:last])
    head = words[-1]
    if head in load_general_nouns() or tokens[last - 1][:1].isupper() or not head.isalpha():
        return
    if len(head) >= _LEAST_KEY - 1 and not (head in load_operators() and _is_deed(tokens, run)):
        yield Handled(head=key_of(head), words=words, sign=sign, at=last - 1)


def _is_deed(tokens: Sequence[str], run: tuple[int, int]) -> bool:
    """True when a word that can be a verb is one here: "to ban", "banned", "the lifting of", and not "the ban"."""
    first, last = run
    before = tokens[first - 1].casefold() if first else ""
    after = tokens[last].casefold() if last < len(tokens) else ""
    is_noun = last - first > 1 or before in _DETERMINERS or before in ("of", "for", "against", "on")
    return not is_noun or after == "of" or tokens[last - 1].endswith("ed")


def _behind_joint(tokens: Sequence[str], at: int) -> int:
    """Return where the thing of a verb or noun begins: "lift the ban", "lifting of the ban", "an end to the ban"."""
    after = [token.casefold() for token in tokens[at + 1 : at + 3]]
    if after[:1] == ["of"] or (after[:1] == ["to"] and after[1:] and after[1] in _DETERMINERS):
        return at + 2
    return len(tokens) if after and after[0] in _JOINTS else at + 1


def _run_after(tokens: Sequence[str], start: int) -> tuple[int, int]:
    """Return the run of content words after a place, behind determiners."""
    while start < len(tokens) and (tokens[start].casefold() in _DETERMINERS or tokens[start].isdigit()):
        start += 1
    end = start
    while end < len(tokens) and end - start < _LONGEST_RUN and _is_content(tokens[end]):
        end += 1
    return start, end


def _run_before(tokens: Sequence[str], end: int) -> tuple[int, int]:
    """Return the run of content words before a place, behind helping verbs and what hangs on the thing."""
    while end > 0 and tokens[end - 1].casefold() in _AUXILIARIES:
        end -= 1
    start = _back(tokens, end)
    while start > 1:
        before = start
        while before > 0 and tokens[before - 1].casefold() in _DETERMINERS:
            before -= 1
        if before == 0 or tokens[before - 1].casefold() not in _JOINTS:
            break
        end = before - 1
        start = _back(tokens, end)
    return start, end


def _back(tokens: Sequence[str], end: int) -> int:
    start = end
    while start > 0 and end - start < _LONGEST_RUN and _is_content(tokens[start - 1]):
        start -= 1
    return start


def _is_content(token: str) -> bool:
    plain = token.casefold()
    if plain in load_function_words() or plain in _TIMES or plain in _AUXILIARIES or plain in _JOINTS:
        return False
    return token[0].isalnum() and not plain.endswith("ly")
