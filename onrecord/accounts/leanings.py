"""Reads what a saying wants of each thing that it names: for it, against it, or on a condition."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.accounts.attitudes import Voice, cut_clauses, says_neutral, tells_of_the_past
from onrecord.accounts.cues import load_words
from onrecord.accounts.governors import govern
from onrecord.accounts.lines import BEING, SIGNS, Line, Reach, is_verb, load_kinds, read_line
from onrecord.accounts.objects import POINTER, go_back, is_done, key_of, load_operators, run_after
from onrecord.accounts.predicates import as_subject, follow, judge_by_name
from onrecord.accounts.sayings import Saying, folded
from onrecord.records import Stance

_CONDITION = re.compile(
    r"\b(?:if|unless|provided|on (?:the )?condition|only (?:when|once|after)|as long as|so long as)\b"
)
_OPEN = re.compile(
    r"\b(?:not|never|n't|refus\w+ to|declin\w+ to)(?: \w+)? (?:rul(?:e|es|ed|ing) (?:\w+ )?out|exclud(?:e|es|ed|ing))\b"
    r"|\b(?:not|n't|neither) say(?:s|ing)? (?:yes|no)\b[^.;]{0,30}\b(?:no|yes)\b|\bsays? neither yes nor no\b"
    r"|\bnot (?:yet )?(?:made up (?:my|his|her|its|their|our) mind|decided)\b"
    r"|\bdeclined to say what (?:he|she|it|they) thought\b"
    r"|\b(?:would|will) think about it\b|\bleaves? (?:it|that|this) open\b"
)
_ONCE = re.compile(r"\b(?:when|once)\b")
_NOT_YET = re.compile(r"(?:\w+ ){0,3}(?:before|until|unless|without)\b")
_DEFINITE = frozenset({"the", "this", "that", "such"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaning:
    """What a clause wants of one thing. `head` is the key of the thing, or `POINTER` for "it" and "the plan".

    `called` are its words, capitals kept; `deed` is what is to be done with it, where a word of making or undoing says
    so; `kind` is the kind of word that tells the stance.
    """

    head: str
    called: str
    stance: Stance
    clause: str
    at: int
    deed: str | None
    kind: str
    is_doing: bool


def find_leanings(saying: Saying, voice: Voice, heads: frozenset[str]) -> Iterator[Leaning]:
    """Yield what a saying wants of the things with these keys, and of "it", "them" and "the plan"."""
    for number, clause in enumerate(cut_clauses(saying.words) if saying.attribution.act != "ask" else ()):
        if tells_of_the_past(clause) or clause.rstrip("\"'\u201d\u2019 ").endswith("?"):
            continue
        line = read_line(saying, voice, clause, number == 0)
        if _OPEN.search(folded(f"{saying.cue if number == 0 else ''} {clause}")):
            yield Leaning(
                head=POINTER, called="it", stance="unclear", clause=clause, at=0, deed=None, kind="open", is_doing=False
            )
            continue
        for start, end, head in _find_terms(line, heads):
            found = _judge(line, start, end)
            if found and (head != POINTER or found.kind != "neutral"):
                yield Leaning(
                    head=head,
                    called=" ".join(line.tokens[start:end]),
                    stance=_stance_of(found, line, end),
                    clause=clause,
                    at=line.plain[line.cue : start].count(line.plain[start]),
                    deed=found.deed,
                    kind=found.kind,
                    is_doing=is_verb(line, end - 1),
                )


def _find_terms(line: Line, heads: frozenset[str]) -> Iterator[tuple[int, int, str]]:
    """Yield where a clause names the things: from the first word that describes one to its own, and the key."""
    for at in range(line.cue, len(line.tokens)):
        word = line.plain[at]
        if word in load_words("pronouns of things"):
            if not _is_joint(line, at):
                yield at, at + 1, POINTER
        elif key_of(word) in heads and load_kinds().get(word) not in SIGNS:
            if is_verb(line, at):
                yield at, at + 1, key_of(word)
            elif not _is_before_noun(line, at) and not _is_complement(line, at):
                yield max(line.cue, go_back(line.tokens, at + 1)), at + 1, key_of(word)
        elif _points(line, at) or _stands_for(line, at):
            yield at, at + 1, POINTER


def _stands_for(line: Line, at: int) -> bool:
    """True for "one" in "they want one too", and for "they" of whom it is said that they be lifted."""
    word, after = line.plain[at], line.plain[at + 1 : at + 4]
    if word == "one":
        return not after or not after[0].isalnum() or after[0] in ("too", "any", "now", "at", "as", "either")
    return word == "they" and after[:1] == ("be",) and len(after) > 1 and after[1] in load_operators()


def _points(line: Line, at: int) -> bool:
    """True for "the plan" and "this decision" that do not say what they are about."""
    word, after = line.plain[at], line.plain[at + 1 : at + 2]
    is_light = word in load_words("pointing nouns") or load_kinds().get(word) == "light"
    is_known = at > line.cue and line.plain[at - 1] in _DEFINITE
    return is_light and is_known and after[:1] not in (("of",), ("to",), ("for",), ("on",), ("that",), ("'",))


def _is_joint(line: Line, at: int) -> bool:
    """True for "that" before a clause, and for "this" before its thing."""
    word, after = line.plain[at], line.plain[at + 1 : at + 2]
    if word in ("it", "them") or not after or not after[0].isalnum():
        return False
    is_verb = load_kinds().get(after[0]) in ("must", "will", "not") or after[0] in BEING
    return not is_verb or (word == "that" and at == line.cue)


def _is_before_noun(line: Line, at: int) -> bool:
    """True where another word that can be a thing follows: "the sale price"."""
    first, last = run_after(line.tokens, at + 1)
    after = line.plain[at + 1 : at + 2]
    is_content = first == at + 1 and last > first
    return is_content and after[0] not in load_kinds() and not _is_done_form(after[0])


def _is_complement(line: Line, at: int) -> bool:
    """True for "shut" in "wants the house shut", which tells what is to be done and names nothing."""
    return is_done(line.plain[at]) and go_back(line.tokens, at) < at


def _is_done_form(word: str) -> bool:
    return word in load_operators() or word.endswith(("ed", "ing"))


def _stance_of(found: Reach, line: Line, end: int) -> Stance:
    if found.kind == "neutral":
        return "neutral"
    whole, after = " ".join(line.plain[line.cue :]), " ".join(line.plain[end:])
    if found.sign < 0:
        return "conditional" if found.is_denied and _NOT_YET.match(after) else "against"
    hangs = _CONDITION.search(whole) or (found.kind == "will" and _ONCE.search(after))
    return "conditional" if hangs else "for"


def _judge(line: Line, start: int, end: int) -> Reach | None:
    """Return what a clause wants of the thing at a place; `None` where it wants nothing of it."""
    if says_neutral(folded(" ".join(line.plain[line.cue :]))):
        return Reach(kind="neutral")
    return govern(line, start, end) or follow(line, start, end, as_subject(line, start)) or judge_by_name(line, start)
