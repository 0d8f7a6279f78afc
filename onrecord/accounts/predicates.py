"""Reads onwards from a thing what is said of it: "was right", "must be lifted", "will stay"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from onrecord.accounts.cues import load_words
from onrecord.accounts.lines import BEING, SIGNS, Line, Reach, load_kinds
from onrecord.accounts.objects import load_operators, run_after

_JUDGING: Mapping[str, int] = {"praise": 1, "support": 1, "criticise": -1, "oppose": -1}
_LASTING = frozenset(["stay", "stays", "remain", "remains", "continue", "continues", "stand", "stands"])
_MOST_UNKNOWN = 3
_NOTHING = Reach()
_JOINTS = frozenset(["that", "because", "and", "but", "as", "since", "though", "although"])
_HAVING = frozenset({"have", "has", "had"})
_CALLS = re.compile(
    r"\b(?:call(?:s|ed)?|describ\w+|brand\w*|label\w*|dub\w*|term(?:s|ed)|regard\w*)\b(?! (?:for|on|off))"
)
_PHRASE = 8  # words between a thing and what is said of it


def follow(line: Line, start: int, end: int, reach: Reach) -> Reach | None:
    """Return what the words after a thing say of it: "was right", "must be lifted", "will stay"."""
    if not reach.is_done and not _is_subject(line, start):
        return None
    begin = find_end(line, end)
    none = _find_none(line, start, begin)
    if none:
        return none
    said = _Said(is_said=bool(_CALLS.search(" ".join(line.plain[: line.cue]))))
    for at in range(begin, min(begin + _PHRASE, len(line.plain))):
        verdict = _conclude(line, at, reach, said)
        if verdict:
            return verdict if verdict.kind else None
        reach = _turn(line, at, reach)
        said = _hear(line, at, said)
        if said.spare > _MOST_UNKNOWN:
            return None
    return None


def _find_none(line: Line, start: int, after: int) -> Reach | None:
    """Return the stance of "no observer will set foot here", where whoever says it decides."""
    before = line.plain[start - 1] if start > line.cue else ""
    is_none = before == "no" or line.plain[start] == "no"
    follows = load_kinds().get(line.plain[after]) if after < len(line.plain) else None
    return Reach(sign=-1, kind="must") if is_none and follows in ("will", "must") and line.voice.holds_office else None


@dataclass(frozen=True, slots=True)
class _Said:
    """Whether a verb has said something of the thing yet, and how many words of no kind have been passed."""

    is_said: bool
    spare: int = 0


def _conclude(line: Line, at: int, reach: Reach, said: _Said) -> Reach | None:
    """Return the stance that a word concludes, one of no kind where it ends the search, `None` to go on."""
    word, kind = line.plain[at], load_kinds().get(line.plain[at])
    if kind in ("good", "bad"):
        judged = said.is_said or word.endswith("s")
        return replace(reach, sign=reach.sign * SIGNS[kind], kind=kind) if judged else _NOTHING
    if kind in ("of itself make", "of itself unmake"):
        is_now = word in _LASTING and line.plain[at - 1] not in _HAVING
        return (
            _announced(line, reach, 1 if kind == "of itself make" else -1, word) if reach.kind or is_now else _NOTHING
        )
    if word in load_operators() and line.plain[at - 1] in ("be", "been", "immediately"):
        return _announced(line, reach, load_operators()[word], word) if reach.kind else _NOTHING
    return _NOTHING if word in ("to", "by", "with") else None


def _turn(line: Line, at: int, reach: Reach) -> Reach:
    """Return what is known after a word that denies, obliges or announces."""
    word, kind = line.plain[at], load_kinds().get(line.plain[at])
    if kind == "not":
        return replace(reach, sign=-reach.sign)
    if kind in ("must", "will") or (word == "can" and line.plain[at + 1 : at + 2] == ("not",)):
        return replace(reach, kind="will" if kind == "will" else "must")
    return replace(reach, kind="will") if word == "may" else reach


def _hear(line: Line, at: int, said: _Said) -> _Said:
    """Return whether something has been said by now; a comma, or a word before any verb, ends the search."""
    word, kind = line.plain[at], load_kinds().get(line.plain[at])
    is_said = said.is_said or word in BEING or kind == "will"
    if kind in ("not", "must", "will", "skip", "light") or word in ("may", "can"):
        return replace(said, is_said=is_said)
    is_sign = not word.isalnum() and (word != "," or line.plain[at - 1] in BEING | {"quote"})
    goes_on = is_said and kind is None and (word.isalnum() or is_sign)
    return replace(said, is_said=is_said, spare=said.spare + (1 if goes_on else _PHRASE))


def _is_subject(line: Line, start: int) -> bool:
    """True where a thing begins a clause that claims something, or follows right on "called"; not behind "whether"."""
    at = start - 1
    while at >= line.cue and line.plain[at] in load_words("determiners"):
        at -= 1
    return at < line.cue or line.plain[at] in _JOINTS or not line.plain[at].isalnum()


def find_end(line: Line, end: int) -> int:
    """Return where what hangs on a thing ends: "the sanctions of 3 March"."""
    at = end
    while at < len(line.plain) and line.plain[at] in ("of", "on", "for", "at", "in", "over", "with", "against"):
        last = run_after(line.tokens, at + 1)[1]
        if last <= at + 1:
            break
        at = last
    return at


def _announced(line: Line, reach: Reach, sign: int, deed: str) -> Reach:
    """Return what is to become of a thing; that it will be so counts only where those say it who decide."""
    kind = reach.kind or "will"
    if kind == "will" and not line.voice.holds_office:
        return _NOTHING
    return replace(reach, sign=reach.sign * sign, kind=kind, deed=deed)


def as_subject(line: Line, start: int) -> Reach:
    """Return what is done with a thing in a clause that begins with the doing: "to lift it now", "lifting the ban"."""
    at = start - 1
    while at > line.cue and (line.plain[at] in load_words("determiners") or line.plain[at] == "of"):
        at -= 1
    first = line.cue + 1 if line.plain[line.cue : line.cue + 1] == ("to",) else line.cue
    word = line.plain[at] if at >= line.cue else ""
    if at != first or word not in load_operators() or not (first > line.cue or word.endswith("ing")):
        return Reach()
    return Reach(sign=load_operators()[word], deed=word, is_done=True)


def judge_by_name(line: Line, start: int) -> Reach | None:
    """Return the stance of whoever called the plan something that the act of saying tells to be good or bad."""
    sign = _JUDGING.get(line.saying.attribution.act)
    first = next((at for at in range(line.cue, len(line.plain)) if line.plain[at] not in load_words("determiners")), -1)
    is_called = bool(_CALLS.search(" ".join(line.plain[: line.cue])))
    return Reach(sign=sign, kind="good" if sign > 0 else "bad") if sign and is_called and start <= first else None
