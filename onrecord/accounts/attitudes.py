"""Whether a speaker wants what a clause does to a thing: by the act of saying, and by the words of the clause."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from onrecord.accounts.cues import load_cues, load_words
from onrecord.accounts.objects import Handled, cut_tokens, find_first, find_handled, find_named, plain_phrases
from onrecord.accounts.sayings import Saying, folded
from onrecord.linking.wording import find_words
from onrecord.records import Stance

_BY_ACT = {
    "propose": 1,
    "request": 1,
    "support": 1,
    "promise": 1,
    "intend": 1,
    "praise": 1,
    "oppose": -1,
    "criticise": -1,
}
_WARNS = re.compile(r"\bagainst\b")
_OWN = frozenset({"i", "we", "he", "she", "it", "they", "our", "my", "who"})
_OFFICE = re.compile(
    r"\b(?:minister|president|premier|chancellor|government|ambassador|envoy|spokes\w+|secretary|governor|mayor"
    r"|head|leader|chair\w*|director|chief|general|commander|speaks for)\b"
)
_NOT_BEFORE = re.compile(r"\b(?:not|never|no longer|without)(?: \w+){0,2}$")
_IF = re.compile(r"\b(?:if|unless|until|should the|in case|provided|on condition)\b")
_PLAIN_ACTS = frozenset({"propose", "request", "support", "promise", "intend", "oppose", "warn"})
_REFUSABLE = frozenset({"support", "promise", "intend"})  # not to support is to oppose; not to ask is nothing
_ASIDE = re.compile(r", (?:which|who|as|because|while)\b|\bbecause\b")
_ASKS = re.compile(r"\W*(?:whether|if)\b")
_LONGEST = 2000  # characters of a clause; what is longer has lost its stops
_FAR = 120
_AT_THE_START = 12
_BESIDE = 40
_EDGES = " \"'«»“”.,"
_STOPS = re.compile(r"[,;:()]|\b(?:that|who|which|because|and|but|so)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """How a speaker is called, in small letters, to tell his own will from what he says of others."""

    names: frozenset[str]
    holds_office: bool


def find_things(saying: Saying, voice: Voice) -> tuple[tuple[Handled, Stance], ...]:
    """Return the things on which a saying takes a stance, with the stance on the thing itself."""
    found = []
    for number, clause in enumerate(cut_clauses(saying.words)):
        first = find_first(clause) if number == 0 and saying.attribution.act in _PLAIN_ACTS else ()
        for one in (*find_handled(clause), *first):
            stance = None if _is_loose(one) else judge_clause(clause, one, saying, voice)
            if stance:
                found.append((one, stance))
    return tuple(found)


def _is_loose(thing: Handled) -> bool:
    """True for "the law", "taxes" and the like, when nothing says which."""
    return thing.words[-1] in load_words("loose things") and not thing.about


def judge_saying(saying: Saying, head: str, voice: Voice) -> Stance | None:
    """Return the stance that a saying takes on a thing that it names; the first clause that takes one decides."""
    for clause in cut_clauses(saying.words):
        handled = {one.at: one for one in find_handled(clause) if one.head == head}
        for one in (*handled.values(), *(one for one in find_named(clause, head) if one.at not in handled)):
            stance = judge_clause(clause, one, saying, voice)
            if stance:
                return stance
    return None


@lru_cache(maxsize=20_000)
def cut_clauses(words: str) -> tuple[str, ...]:
    """Return the sentences of what was said, cut also before "but"."""
    return tuple(
        part for part in re.split(r"(?<=[.!?;])[\"'»”]*\s+|,? but | \[\.\.\.\] ", words) if 0 < len(part) < _LONGEST
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Clause:
    """A clause in small letters, and where in it the doing and its thing begin and end."""

    plain: str
    start: int
    end: int


def judge_clause(clause: str, thing: Handled, saying: Saying, voice: Voice) -> Stance | None:
    """Return the stance that one clause takes on a thing in it."""
    if saying.attribution.denial or (
        saying.attribution.negated == "saying" and saying.attribution.act not in _REFUSABLE
    ):
        return None
    placed = _place(clause, thing)
    hanging = _IF.search(placed.plain)
    is_hanging = bool(hanging and hanging.start() < placed.start)
    act = saying.attribution.act
    wanted: int | Stance | None = _by_act(saying, placed, thing)
    if wanted is None and act not in ("deny", "ask", "threaten"):
        wanted = _by_words(placed, thing, voice)
    if _ASKS.match(placed.plain):
        return None
    if not isinstance(wanted, int):
        return wanted or _undecided(placed)
    stance = _signed(wanted * (thing.sign or 1))
    if is_hanging:
        return stance if act == "assert" and hanging and hanging.group() == "if" else None
    return "conditional" if _named("conditional", folded(saying.words)) else stance


def _signed(sign: int) -> Stance:
    return "for" if sign > 0 else "against"


def _place(clause: str, thing: Handled) -> _Clause:
    tokens = cut_tokens(plain_phrases(clause))
    before, inside = folded(" ".join(tokens[: thing.first])), folded(" ".join(tokens[thing.first : thing.last + 1]))
    start = len(before) + bool(before)
    return _Clause(plain=folded(" ".join(tokens)), start=start, end=start + len(inside))


def _undecided(placed: _Clause) -> Stance | None:
    patterns = [cue.pattern for cue in load_cues("stances") if cue.name == "unclear"]
    found = (match for pattern in patterns for match in pattern.finditer(placed.plain))
    return "unclear" if any(_is_near(match, placed) for match in found) else None


def _by_act(saying: Saying, placed: _Clause, thing: Handled) -> int | None:
    """Return +1 or -1 where the act of saying is itself a stance on what is said."""
    act = saying.attribution.act
    sign = _BY_ACT.get(act)
    if act == "warn" and _WARNS.search(folded(saying.cue)):
        sign = -1
    if sign is None or not folded(saying.words).strip(_EDGES).startswith(placed.plain[:20].strip(_EDGES)):
        return None
    if placed.start > (_FAR if thing.sign else _AT_THE_START):
        return None
    if _ASIDE.search(placed.plain[: placed.start]):
        return None
    refused = saying.attribution.negated == "saying"
    return -sign if refused or _NOT_BEFORE.search(placed.plain[: placed.start].rstrip()) else sign


def _by_words(placed: _Clause, thing: Handled, voice: Voice) -> int | Stance | None:
    """Return what the first row of the table that fits beside the thing says of it."""
    for cue in load_cues("attitudes"):
        stance, _, need = cue.name.partition(" ")
        if stance == "conditional" or (need and need != "of subject" and not thing.sign):
            continue
        if need == "by office" and not voice.holds_office:
            continue
        for match in cue.pattern.finditer(placed.plain):
            own = need != "of subject" or (
                match.start() < placed.start and _is_own(placed.plain[: match.start()], voice)
            )
            if own and _is_near(match, placed):
                return stance_sign(stance)
    return None


def _is_near(match: re.Match[str], placed: _Clause) -> bool:
    """True when a cue stands within, closely before or closely behind what is done with a thing."""
    gap = (
        placed.plain[match.end() : placed.start]
        if match.end() <= placed.start
        else placed.plain[placed.end : match.start()]
    )
    return len(gap) <= _BESIDE and not _STOPS.search(gap)


def stance_sign(stance: str) -> int | Stance:
    """Return +1 for "for", -1 for "against", and any other stance as it is."""
    return 1 if stance == "for" else -1 if stance == "against" else "neutral"


def hangs_on_something(words: str) -> bool:
    """True when what is said holds only on a condition."""
    return _named("conditional", folded(words))


def _named(name: str, words: str) -> bool:
    return any(cue.name == name and cue.pattern.search(words) for cue in load_cues("attitudes"))


def _is_own(before: str, voice: Voice) -> bool:
    """True when what stands before a verb names the speaker, or one for whom the speaker speaks."""
    words = find_words(before)[-3:]
    if not words or words == ("that",):
        return True
    if _OWN & set(words) or voice.names & set(words):
        return True
    return voice.holds_office and bool(load_words("bodies") & set(words) or len(words) <= 2)


def make_voice(saying: Saying, roles: tuple[str, ...], variants: tuple[str, ...]) -> Voice:
    """Return how the speaker of a saying is called."""
    called = " ".join((saying.speaker or "", saying.country or "", *roles, *variants)).casefold()
    words = frozenset(word for word in find_words(called) if len(word) > 2)
    is_body = saying.kind in ("organisation", "group", "place")
    return Voice(names=words, holds_office=is_body or bool(_OFFICE.search(called)))
