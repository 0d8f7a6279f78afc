"""Reads backwards from a thing what governs it: "refused to lift the ban" is for the ban, word by word."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from onrecord.accounts.attitudes import is_own
from onrecord.accounts.cues import load_words
from onrecord.accounts.lines import SIGNS, Line, Reach, is_verb, load_kinds
from onrecord.accounts.objects import load_operators
from onrecord.accounts.predicates import find_end

_ACTS: Mapping[str, int] = {"request": 1, "propose": 1, "support": 1, "promise": 1, "intend": 1, "oppose": -1}
_SAYS = re.compile(r"\b(?:sa(?:y|ys|id|ying)|t(?:old|ells?|elling)|add(?:s|ed)|cited|quoted|according)\b|:")
_STANDS_AGAINST = re.compile(
    r"(?:be|been|is|are|was|were|am|'m|'re|out|votes?|voted|voting|speaks?|spoke|argue[sd]?|campaign\w*|advise[sd]?"
    r"|all|still|firmly|strongly|dead|and|or|now|both|nothing|anything|remain\w*|stands?|stood|came|come)"
)
_STANDS_FOR = re.compile(
    r"(?:be|been|is|are|was|were|am|'m|'re|all|both|still|now|votes?|voted|voting|speaks?|spoke|argue[sd]?)"
)
_OR_ELSE = re.compile(r"\band (?:you|we|they|the|he|she|it|there)\b")
_RELATIVE = frozenset({"who", "which", "whom", "whose", "that", "what", "whether", "how", "why", "where"})
_OWNERS = frozenset({"his", "her", "its", "their", "our", "my"})
_OTHERS = frozenset({"he", "she", "they", "you", "who"})
_ANYBODY = frozenset(
    [
        "whoever",
        "anyone",
        "anybody",
        "everyone",
        "everybody",
        "someone",
        "somebody",
        "those",
        "people",
        "critics",
        "many",
        "some",
    ]
)
_GENERIC = frozenset({"you", "one"})
_LONGEST_NAME = 8  # words between "wants" and "to freeze", or between "demanded that" and what is to be done


def govern(line: Line, start: int, end: int) -> Reach | None:
    """Return what the words before a thing want of it, read backwards until somebody else's clause begins."""
    reach = Reach(is_done=is_verb(line, end - 1))
    at = start - 1
    while at >= 0:
        at = _leap(line, at, reach, end)
        following = _step(line, at, reach)
        if following is None:
            break
        reach, at = following, at - 1
    reach = _complete(line, at, start, reach)
    if not reach.kind or not _is_speakers(line, at, reach):
        return None
    return _with_complement(line, end, reach) if reach.kind in ("want", "shun") and not reach.is_done else reach


def _step(line: Line, at: int, reach: Reach) -> Reach | None:
    """Return what is known after one more word to the left, `None` where nothing more governs the thing."""
    word = line.plain[at]
    kind = load_kinds().get(word)
    if kind == "stop" or (word == "," and not reach.spare):
        return None
    if word in ("against", "for") and _takes_side(line, at):
        return replace(reach, sign=reach.sign * (-1 if word == "against" else 1), kind=reach.kind or "want", spare=0)
    if word == "against":
        return None
    if kind == "not":
        return replace(reach, sign=-reach.sign, is_denied=not reach.is_denied)
    if word in ("can", "could", "may", "might"):
        return replace(reach, kind="must") if line.plain[at + 1 : at + 2] == ("not",) else None
    if kind in SIGNS and not _is_noun(line, at):
        return _with_attitude(line, at, reach, kind or "")
    if kind == "reason":
        return _with_attitude(line, at, reach, "good")
    if not reach.kind and word in load_operators() and (not _is_noun(line, at) or line.plain[at + 1] == "of"):
        return replace(reach, sign=reach.sign * load_operators()[word], deed=reach.deed or word, is_done=True)
    if kind not in (None, "verb", "deed") or not word.isalnum():
        return replace(reach, spare=_LONGEST_NAME) if word == "to" and not reach.kind else reach
    return _over_unknown(reach, word)


def _over_unknown(reach: Reach, word: str) -> Reach | None:
    """Return what is known behind a word of no kind: a few may stand between "wants" and "to freeze"."""
    if reach.kind or reach.spare < 1:
        return None
    return replace(reach, spare=reach.spare - 1)


def _with_attitude(line: Line, at: int, reach: Reach, kind: str) -> Reach | None:
    word, after = line.plain[at], line.plain[at + 1 : at + 2]
    if kind in ("good", "bad"):
        judged = after and (
            after[0] in ("to", "for", "not", "that", "enough", "of") or load_kinds().get(after[0]) == "good"
        )
        if not judged:
            return None
    if kind == "will" and after == ("be",) and line.plain[at - 1 : at] == ("there",):
        return replace(reach, kind="must" if reach.sign < 0 else "will", spare=0)
    if kind == "will" and not (reach.is_done or reach.kind):
        return None
    if word == "let" and any(other.isalnum() for other in line.plain[line.cue : at]):
        return None
    return replace(reach, sign=reach.sign * SIGNS[kind], kind=kind if kind != "will" else reach.kind or kind, spare=0)


def _takes_side(line: Line, at: int) -> bool:
    """True for "is against", "voted for", where the word says on which side somebody stands."""
    pattern = _STANDS_AGAINST if line.plain[at] == "against" else _STANDS_FOR
    return bool(at and pattern.fullmatch(line.plain[at - 1])) or (at == line.cue == 0 and line.plain[at] == "against")


def _is_noun(line: Line, at: int) -> bool:
    """True for "the plan to" and "a demand for", which tell of a wish without saying whose; not for "his demand"."""
    before = line.plain[at - 1] if at else ""
    return before in load_words("determiners") - _OWNERS - {"no", "any"}


def _leap(line: Line, at: int, reach: Reach, end: int) -> int:
    """Return where "demanded" stands, past the subject of what is demanded: "demanded that they be let in"."""
    is_doing = reach.is_done or line.plain[end : end + 1] == ("be",)
    for place in range(at, max(at - _LONGEST_NAME, 0), -1):
        if line.plain[place] == "that" and load_kinds().get(line.plain[place - 1]) in ("want", "shun"):
            return place - 1 if is_doing and not reach.kind else at
        if load_kinds().get(line.plain[place]) == "stop" or not line.plain[place].isalnum():
            break
    return at


def _complete(line: Line, at: int, start: int, reach: Reach) -> Reach:
    """Return the attitude where no word tells it: an order, "one does not", or the act of saying."""
    if reach.kind:
        return reach
    word = line.plain[at] if at >= 0 else ""
    if reach.is_denied and reach.is_done and word in _GENERIC:
        return replace(reach, kind="must")
    if reach.is_done and _is_order(line, at, reach.deed or line.plain[start]):
        return replace(reach, kind="must")
    act = line.saying.attribution.act
    if at < 0 and line.cue and act in _ACTS and not _SAYS.search(" ".join(line.plain[: line.cue])):
        return replace(reach, sign=reach.sign * _ACTS[act], kind="want")
    return reach


def _is_order(line: Line, at: int, deed: str) -> bool:
    """True for "close it" and "do not sell it" at the start of what is quoted; "sell it and you will see" warns."""
    words = [word for word in line.plain[line.cue :] if word.isalnum()]
    is_first = (words[:1] == [deed] and not deed.endswith("ing")) or words[:3] == ["do", "not", deed]
    direct = line.saying.attribution.speech == "direct"
    return is_first and direct and at <= line.cue and not _OR_ELSE.search(" ".join(words))


def _is_speakers(line: Line, at: int, reach: Reach) -> bool:
    """True where the one who wants is the speaker or somebody for whom he speaks; duties and judgements are his."""
    if at < line.cue:
        return True
    if line.plain[at] in _RELATIVE and (at > line.cue or line.plain[at] != "that"):
        return False
    if reach.kind not in ("want", "shun", "will"):
        return True
    if line.plain[at] in _ANYBODY or (line.saying.attribution.speech == "direct" and line.plain[at] in _OTHERS):
        return False
    return is_own(" ".join(line.tokens[line.cue : at + 1]), line.voice)


def _with_complement(line: Line, end: int, reach: Reach) -> Reach:
    """Return what is wanted with what is to become of the thing: "wants it lifted", "called for it to be dropped"."""
    end = find_end(line, end)
    for word in line.plain[end : end + 4]:
        sign = {"gone": -1, "out": -1, "off": -1, "away": -1}.get(word) or load_operators().get(word)
        kind = load_kinds().get(word, "")
        sign = sign or {"of itself make": 1, "of itself unmake": -1}.get(kind)
        if sign:
            return replace(reach, sign=reach.sign * sign, deed=word)
        if word not in ("to", "be", "being", "again", "immediately"):
            break
    return reach
