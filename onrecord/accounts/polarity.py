"""Whether a clause says that something is so, or is wanted, or the contrary, and which words the "not" is about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from onrecord.accounts.answers import points_back
from onrecord.accounts.opposites import has_weight
from onrecord.accounts.sayings import Saying, folded
from onrecord.linking.wording import find_words

Mode = Literal["fact", "open", "wish"]  # what was, what is or may be meant for good, what is wanted

_NOT = re.compile(
    r"\b(?:no one|no|nobody|nothing|none|neither|nor)\b|\b(?:not|never|without|cannot|hardly|no longer)\b|n't\b"
)
_NOT_QUITE = re.compile(
    r"\bnot (?:what|who|how|why|the|about|necessarily|because|just|only|all|every|everyone|enough|yet|so|as|simply"
    r"|merely|even|much|very|really|always)\b"
)
_OPEN = re.compile(r"\b(?:if|could|might|may|can|unless|whether|perhaps|maybe|possibl[ey]|would have|should have)\b|\?")
_MONTHS = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)"
_AT_SOME_TIME = re.compile(
    rf"\b(?:when|once)\b|\buntil\b(?! (?:\d|\w+day\b|(?:late |early |mid-?)?{_MONTHS}|next|then|now|further|tomorrow"
    r"|noon|midnight|the (?:end|spring|summer|autumn|winter|fall|morning|evening)))"
)
_WISH = re.compile(
    r"\b(?:should|must|ought|needs?|wants?|wanted|demand\w*|propos(?:e|es|ing)|ready|prepared|willing|shall|will|would"
    r"|won't|wouldn't|has to|have to|ha[sd] no right|cannot|can't|agrees? to|accepts?|rejects?|refuses?|opposes?"
    r"|welcome)\b|\b(?:is|are|was|were|am|be|been|'m|'re|speaks?|spoke|votes?|voted|stands?|stood|argue[sd]?) against\b"
)
_AGAINST = re.compile(
    r"\b(?:reject\w*|refus\w*|oppos\w*|rul\w+ out|resist\w*|object(?:s|ed|ing)? to|prevent\w*|block(?:s|ed|ing)?)\b"
    r"|\b(?:is|are|was|were|am|be|been|'m|'re|speaks?|spoke|votes?|voted|stands?|stood|argue[sd]?) against\b"
)
_WHERE = re.compile(
    r"^ (?:on|of|in|at|from|among|around|here|there)\b"
    r"(?: (?:the|this|that|these|those|our|their|us|them|any|all))? ?\w*"
)
_RULED_OUT = re.compile(
    r"\bnot (?:a (?:subject|matter|question|topic|issue)|an (?:option|issue)|up for|negotiable|acceptable|open to"
    r"|on (?:the|our) agenda)\b|\bthere (?:is|will be|shall be|can be|would be|could be) (?:no|nothing to|nobody to)\b"
    r"|\bno need (?:for|of|to)\b|\bout of the question\b"
)
_REFUSES = re.compile(
    r"\b(?:rul\w+ out|exclud\w+|refus\w+|declin\w+|turn\w+ down|rebuff\w*|spurn\w*|veto\w*|block\w*)\b"
)
_CONJUNCTION = re.compile(r",| (?:and|but|or|as|because|while|which|who) ")
_NOBODY = re.compile(r"nobody|nothing|none|neither|no(?: one)?$")
_BARS = re.compile(r"\bfrom \w+ing\b")
_SAYS = re.compile(
    r"\b(?:sa(?:y|ys|id|ying)|t(?:ell|ells|old|elling)|according|add(?:s|ed)|stat(?:es|ed)|insist(?:s|ed)? that|repl\w+"
    r"|answer\w*|warn\w*|repeat\w*|recall\w*|writ\w+|wrote|quoted?|declar\w+|announc\w+|not(?:es|ed)|argu\w+|claim\w*)\b"
)
_CALLS = re.compile(r"\b(?:call(?:s|ed|ing)?|describ\w+|brand\w*|label\w*|dub\w*|term\w*)\b(?! (?:for|on|upon|off)\b)")
_AFTER = re.compile(
    r"(?<!\bplan)(?<!\bplans)(?<!\bneed)(?<!\breason)(?<!\bintention)(?<!\bready)(?<!\bwilling)(?<!\bprepared)"
    r" (?:to|that|who|which|is|are|was|were|has|have|had|will|would|did|does|do) "
)
_PAST = re.compile(r"\b(?:was|were|had|did|has|have|been|didn't)\b")
_PRESENT = re.compile(r"\b(?:is|are|does|do|am|isn't|aren't|doesn't|don't)\b|'s (?:not|no)\b")
_EMPTY_AT_START = re.compile(r"\W*(?:that )?(?:no|nothing|none|neither)\b")
_FOR = frozenset({"request", "propose", "support", "promise", "intend"})
_FOLDED = frozenset({"support", "oppose"})  # acts into which the marks have already read the word "not"
_JUDGES = {"praise": 1, "criticise": -1}
_REACH = 2  # words of weight after a "not" that it is about: what is done, and to what


@dataclass(frozen=True, slots=True, kw_only=True)
class Polarity:
    """What a clause is, for or against, and the words under its negation; `plain_act`: its verb stands in the cue."""

    mode: Mode
    sign: int
    scope: frozenset[str] = frozenset()
    plain_act: bool = False


def judge_polarity(saying: Saying, clause: str, *, is_first: bool, points: bool) -> Polarity | None:
    """Return what a clause in small letters says for or against; None where it says neither outright."""
    attribution = saying.attribution
    if attribution.act == "accuse":
        return Polarity(mode="fact", sign=1)
    if attribution.denial and points_back(saying):
        return None
    cue = folded(saying.cue)
    told = attribution.speech == "direct" or bool(_SAYS.search(cue)) or clause.startswith("that ")
    if not told and attribution.act in _JUDGES:
        return Polarity(mode="wish", sign=_JUDGES[attribution.act], plain_act=True) if points else None
    if not told and attribution.denial and attribution.negated is None and _REFUSES.search(cue):
        return Polarity(mode="wish", sign=-1, plain_act=True)
    if not told and (attribution.act in _FOR or attribution.act == "oppose"):
        return None if _CALLS.search(cue) else _judge_act(saying, clause)
    if attribution.negated in ("saying", "both") or attribution.act in ("ask", "threaten") or _is_open(clause):
        return None
    return _judge_clause(saying, clause, is_first=is_first)


def _is_open(clause: str) -> bool:
    """True for what is only possible, or hangs on something; what was so when something happened does not."""
    return bool(_OPEN.search(clause)) or bool(_AT_SOME_TIME.search(clause) and not _PAST.search(clause))


def _judge_act(saying: Saying, clause: str) -> Polarity | None:
    """Return what somebody wants or does not want by the very act that the report tells of: "rejected", "asked for"."""
    attribution = saying.attribution
    if attribution.negated == "saying" and attribution.act not in _FOLDED:
        return None
    sign = 1 if attribution.act in _FOR and not _EMPTY_AT_START.match(clause) else -1
    return Polarity(mode="wish", sign=sign, plain_act=True)


def _judge_clause(saying: Saying, clause: str, *, is_first: bool) -> Polarity | None:
    negation = _NOT.search(clause)
    if _NOT_QUITE.search(clause) or _BARS.search(clause):
        return None
    if _RULED_OUT.search(clause):
        return Polarity(mode="wish", sign=-1, scope=frozenset(find_words(clause)))
    after = find_words(_AFTER.split(_WHERE.sub("", clause[negation.end() :]))[0]) if negation else ()
    if negation and _NOBODY.match(negation.group()) and not any(map(has_weight, after)):
        after = find_words(_CONJUNCTION.split(_WHERE.sub("", clause[negation.end() :]))[0])
    scope = frozenset([word for word in after if has_weight(word)][:_REACH])
    if negation and not scope:
        return None
    against = _AGAINST.search(clause)
    if _WISH.search(clause):
        return (
            None if negation and against else Polarity(mode="wish", sign=-1 if negation or against else 1, scope=scope)
        )
    if saying.attribution.denial and saying.attribution.negated is None and not _SAYS.search(folded(saying.cue)):
        denied = frozenset(find_words(clause))
        return Polarity(mode="fact", sign=-1, scope=denied) if is_first and not negation else None
    mode: Mode = "open" if _PRESENT.search(clause) and not _PAST.search(clause) else "fact"
    return Polarity(mode=mode, sign=-1 if negation else 1, scope=scope)
