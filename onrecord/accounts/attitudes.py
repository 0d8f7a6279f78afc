"""Whether a speaker wants what a clause does to a thing: by the act of saying, and by the words of the clause."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from onrecord.accounts.cues import load_cues
from onrecord.accounts.objects import Handled, cut_tokens, find_first, find_handled, find_mentions_of, plain_phrases
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
_BODIES = frozenset(
    """government country ministry company party union council army front group league club town city office cabinet
    administration republic state federation association authorities side parliament""".split()
)
_OFFICE = re.compile(
    r"\b(?:minister|president|premier|chancellor|government|ambassador|envoy|spokes\w+|secretary|governor|mayor)\b"
)
_NOT_BEFORE = re.compile(r"\b(?:not|never|no longer|without)(?: \w+){0,2}$")
_IF = re.compile(r"\b(?:if|unless|until|before|should the|in case)\b")
_NEAR = 90
_FROM_ACT_ALONE = frozenset({"support", "oppose", "request", "propose", "praise", "criticise"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """How a speaker is called, in small letters, to tell his own will from what he says of others."""

    names: frozenset[str]
    holds_office: bool


def find_things(saying: Saying, voice: Voice) -> tuple[tuple[Handled, Stance], ...]:
    """Return the things on which a saying takes a stance, with the stance on the thing itself."""
    found = []
    for number, clause in enumerate(cut_clauses(saying.words)):
        handled = find_handled(clause)
        if number == 0 and saying.attribution.act in _FROM_ACT_ALONE:
            handled = (*handled, *(one for one in find_first(clause) if all(one.at != other.at for other in handled)))
        for one in handled:
            stance = judge_clause(clause, one, saying, voice)
            if stance:
                found.append((one, stance))
    return tuple(found)


def judge_saying(saying: Saying, head: str, voice: Voice) -> Stance | None:
    """Return the stance that a saying takes on a thing that it names; the first clause that takes one decides."""
    for clause in cut_clauses(saying.words):
        places = find_mentions_of(clause, head)
        handled = {one.at: one for one in find_handled(clause)}
        for at in places:
            one = handled.get(at) or Handled(head=head, words=(), sign=0, at=at)
            stance = judge_clause(clause, one, saying, voice)
            if stance:
                return stance
    return None


@lru_cache(maxsize=20_000)
def cut_clauses(words: str) -> tuple[str, ...]:
    """Return the sentences of what was said, cut also before "but"."""
    return tuple(part for part in re.split(r"(?<=[.!?;])[\"'»”]*\s+|,? but | \[\.\.\.\] ", words) if part)


def judge_clause(clause: str, thing: Handled, saying: Saying, voice: Voice) -> Stance | None:
    """Return the stance that one clause takes on a thing in it."""
    plain, place = _place(clause, thing.at)
    whole = folded(saying.words)
    hanging = _IF.search(plain)
    act = saying.attribution.act
    wanted = _by_act(saying, plain, place)
    if wanted is None and act not in ("deny", "ask", "threaten"):
        wanted = _by_words(plain, place, thing, voice)
    if wanted is None or saying.attribution.negated == "saying" or saying.attribution.denial:
        return _undecided(plain) if wanted is None else None
    if not isinstance(wanted, int):
        return wanted
    if hanging and hanging.start() < place and act != "assert":
        return None
    if _named("conditional", whole) and not (hanging and hanging.start() < place):
        return "conditional"
    return "for" if wanted * (thing.sign or 1) > 0 else "against"


def _place(clause: str, at: int) -> tuple[str, int]:
    """Return a clause in small letters and where its thing stands in it."""
    tokens = cut_tokens(plain_phrases(clause))
    plain = folded(" ".join(tokens)).replace(" ' ", "'")
    return plain, len(folded(" ".join(tokens[:at])).replace(" ' ", "'"))


def _undecided(plain: str) -> Stance | None:
    return "unclear" if any(c.name == "unclear" and c.pattern.search(plain) for c in load_cues("stances")) else None


def _by_act(saying: Saying, plain: str, place: int) -> int | None:
    """Return +1 or -1 where the act of saying is itself a stance on what is said."""
    act = saying.attribution.act
    sign = _BY_ACT.get(act)
    if act == "warn" and _WARNS.search(folded(saying.cue)):
        sign = -1
    if sign is None or place > _NEAR + len(saying.cue):
        return None
    return -sign if _NOT_BEFORE.search(_before_operator(plain[:place])) else sign


def _before_operator(words: str) -> str:
    return " ".join(words.split()[:3])


def _by_words(plain: str, place: int, thing: Handled, voice: Voice) -> int | Stance | None:
    """Return what the first row of the table that fits near the thing says of it."""
    for cue in load_cues("attitudes"):
        stance, _, need = cue.name.partition(" ")
        if need == "to do" and not thing.sign:
            continue
        for match in cue.pattern.finditer(plain):
            if abs(match.start() - place) > _NEAR or stance == "conditional":
                continue
            if need == "of subject" and not (match.start() < place and _is_own(plain[: match.start()], voice)):
                continue
            return stance_sign(stance)
    return None


def stance_sign(stance: str) -> int | Stance:
    """Return +1 for "for", -1 for "against", and any other stance as it is."""
    return 1 if stance == "for" else -1 if stance == "against" else "neutral"


def _named(name: str, words: str) -> bool:
    return any(cue.name == name and cue.pattern.search(words) for cue in load_cues("attitudes"))


def _is_own(before: str, voice: Voice) -> bool:
    """True when what stands before a verb names the speaker, or one for whom the speaker speaks."""
    words = find_words(before)[-6:]
    if not words or words == ("that",):
        return True
    if _OWN & set(words) or voice.names & set(words):
        return True
    return voice.holds_office and bool(_BODIES & set(words) or len(words) <= 2)


def make_voice(saying: Saying, roles: tuple[str, ...], variants: tuple[str, ...]) -> Voice:
    """Return how the speaker of a saying is called."""
    called = " ".join((saying.speaker or "", saying.country or "", *roles, *variants)).casefold()
    words = frozenset(word for word in find_words(called) if len(word) > 2)
    is_body = saying.kind in ("organisation", "group", "place")
    return Voice(names=words, holds_office=is_body or bool(_OFFICE.search(called)))
