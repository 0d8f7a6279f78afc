"""Tells what two joined numbers are: a step and a level, both sides of a vote, a change or a range."""

from __future__ import annotations

import re

from onrecord.figures.knowledge import load_knowledge
from onrecord.figures.numerals import count

_CLOSED = re.compile(
    r"[.,;)]|$| (?:in|on|at|after|with|late|early|last|to (?:adopt|approve|reject|pass|back))\b", re.IGNORECASE
)
_VOTE_AFTER = re.compile(r" (?:vote|majority|ruling|decision)\b", re.IGNORECASE)
_SENTENCE = 90
_GAME = 12
_WORD = re.compile(r"\w+")


def is_step(match: re.Match[str], folded: str, low: float, high: float) -> bool:
    """ "Rose by 12 to 60", "fell $3 to $88": the step and the level, where they lie too far apart for a range."""
    if folded.endswith("by ", 0, match.start()):
        return True
    return high >= 4 * low and any(
        word in load_knowledge().changes for word in _words_before(folded, match.start())[-1:]
    )


def tells_of_change(folded: str, at: int) -> bool:
    """Tell whether a verb of change stands before two numbers in their sentence."""
    return any(word in load_knowledge().changes for word in _words_before(folded, at))


def _words_before(folded: str, at: int) -> list[str]:
    before = folded[max(0, at - _SENTENCE) : at].lower()
    return _WORD.findall(before[max(before.rfind(". "), before.rfind("\n")) + 1 :])


def is_vote(match: re.Match[str], folded: str) -> bool:
    """ "The bill passed 72-30", "a 72-30 vote", "voted 8 to 3"; the scores of games stay scores."""
    if match["between"] or match["symbol"] or match["unit"] or match["join"].strip() == "or":
        return False
    if _VOTE_AFTER.match(folded, match.end()):
        return True
    near = _words_before(folded, match.start())[-5:]
    lost = is_voted_down(folded, match.start())
    if match["join"] == " to " and count(match["low"]) <= count(match["high"]) and not lost:
        return False
    words = load_knowledge().words
    if _CLOSED.match(folded, match.end()) and not words["form of voting on a thing"].isdisjoint(near):
        return True
    beaten = "defeated" in near and max(count(match["low"]), count(match["high"])) <= _GAME
    return not beaten and not words["form of voting"].isdisjoint(near[-2:])


def is_voted_down(folded: str, at: int) -> bool:
    """Tell whether the words before a vote say that something was rejected."""
    return not load_knowledge().words["form of voting down"].isdisjoint(_words_before(folded, at)[-5:])
