"""The patterns that numerals, number words and units are found by, and what they amount to."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from onrecord.figures.knowledge import load_knowledge
from onrecord.figures.points import join_points

_GROUPS = re.compile(r"(?<=\d)[\u00a0\u202f\u2009](?=\d{3}(?!\d))")
_BLANKS = re.compile(r"(?<![\w.,:/-])[1-9]\d{0,2}(?: \d{3})+(?!\w|[.,]\d)")
_WORD = re.compile(r"[a-z]+")
_FIRST = re.compile(r"\w+|\W")
_OPENING = ("between", "from", "half", "a", "an", "further", "another")
_QUARTERS = {"\u00bc": 0.25, "\u00bd": 0.5, "\u00be": 0.75}
_MIXED = re.compile(r"(.+?)[- ]and[- ]a[- ](half|quarter)")
_DASH = "[-\u2013\u2014]"
_AMOUNT = r"""
(?:(?<![\w.,/\#№:+'-])|(?<=[ (][-\u2212]))(?P<between>between\ |from\ )?(?:
    (?P<half>half|an?\ quarter\ of)\ (?=an?\ (?:{unit})(?!\w))an?
  | (?P<fraction>(?:{fraction}))(?=\ (?:of|the|its|their|all)\ )|(?<=\bby\ )(?P<step>(?:{fraction}))(?![\w-])
  | (?P<vague>(?:{vague})(?:\ of\ (?:{vague}))*)(?!\w)
  | (?P<few>{few})(?:\ (?P<fewscale>{scale}|hundred|dozen))?(?!\w)
  | (?P<symbol>{symbol})?\ ?(?P<low>{number})(?P<lowscale>{scaled})?
    (?:(?:\ ?(?P<lowunit>{unit})(?!\w))?
       (?P<join>(?(between)(?:\ and\ |\ to\ |\ ?{dash}\ ?)|(?:\ ?{dash}\ ?|\ to\ |\ or\ )))
       (?P<highsymbol>{symbol})?(?P<high>{number})(?P<highscale>{scaled})?)?
)(?P<more>\ (?:more|additional|further|other|extra)(?!\ than|\w))?(?:\ ?(?P<unit>{unit})(?!\w))?
"""
_NUMBER = r"""
(?:(?!0\d)\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|(?!0\d)\d{{1,8}}(?:\.\d+)?)(?![\d:/\u00b2\u00b3\u00bc-\u00be]|s\b|e\d|[.,]\d|\.\w|(?:st|nd|rd|th)\b)(?!{compound})
|\d{{1,6}}\ ?[\u00bc-\u00be](?!\w)
|(?:(?:{upto99}|\d{{1,3}})[-\ ]and[-\ ]a[-\ ](?:half|quarter))(?!\w)
|(?:(?:{whole}|a|half\ a)\ (?:{scale}))(?:\ (?:{whole})\ (?:{scale}))*
 (?:\ (?:and\ )?(?:{whole})(?!\ (?:{scale}|hundred|dozen)))?(?!\w)
|(?:{whole})(?![\w']|{compound})
"""
_COMPOUND = "-(?!odd|plus|strong|member|person|man )[a-z]"
_WHOLE = (
    r"(?:(?:{upto99}|a)\ hundred(?:\ (?:and\ )?(?:{upto99})(?!\ hundred))?"
    r"|(?:{upto99}|an?|half\ a|further|another)\ dozen|{upto99})"
)


@dataclass(frozen=True, slots=True)
class Patterns:
    """Compiled once: an amount with its range and unit, the words that can open one, the operators around it."""

    amount: re.Pattern[str]
    openings: frozenset[str]
    before: re.Pattern[str]
    after: re.Pattern[str]


@cache
def load_patterns() -> Patterns:
    """Build the patterns from the tables, once per process."""
    known = load_knowledge()
    scale, short = _of_kind("scale"), _of_kind("short")
    upto99 = rf"(?:{_of_kind('tens')})(?:[-\ ](?:{_of_kind('small')}))?|(?:{_of_kind('small')})"
    whole = _WHOLE.format(upto99=upto99)
    parts = {
        "fraction": _of_kind("fraction").replace(r"\ ", r"[-\ ]"),
        "vague": _of_kind("vague"),
        "few": _of_kind("few"),
        "dash": _DASH,
        "scale": scale,
        "symbol": join_words(known.symbols),
        "number": _NUMBER.format(upto99=upto99, whole=whole, scale=scale, compound=_COMPOUND),
        "scaled": rf"(?:\ ?(?:{scale}|hundred|dozen|{short}))(?!\w)",
        "unit": join_words(known.units),
    }
    return Patterns(
        amount=re.compile(_AMOUNT.format(**parts), re.IGNORECASE | re.VERBOSE),
        openings=frozenset(_FIRST.findall(word.lower())[0] for word in (*known.numbers, *known.symbols, *_OPENING)),
        before=re.compile(rf"(?<!\w)({join_words(known.operators_before)}) ?$", re.IGNORECASE),
        after=re.compile(rf",? ?({join_words(known.operators_after)})(?!\w)", re.IGNORECASE),
    )


def join_digit_groups(text: str) -> str:
    """Return a text of the same length in which "1 500", "12 000" and "1.200.000" have commas, "4,5 %" has a point."""
    text = _GROUPS.sub(",", text)
    return join_points(_BLANKS.sub(_join_blanks, text))


def _join_blanks(found: re.Match[str]) -> str:
    """A number that dates or names ends there: "on May 12 300 people", "in Room 12 300 people"."""
    lead, words = found.string[max(0, found.start() - 16) : found.start()], load_knowledge().words
    last = lead.lower().split()[-1:] if lead.endswith(" ") else []
    named = bool(last) and last[0].rstrip(".") in words["month"] | words["before a name"]
    return found[0] if named else found[0].replace(" ", ",")


def count(words: str) -> float:
    """Return what numerals or number words come to: "1,500", "twenty-seven", "two hundred and five", "a dozen"."""
    plain = words.lower().replace(",", "")
    mixed = _MIXED.fullmatch(plain)
    if mixed:
        return count(mixed[1]) + (0.5 if mixed[2] == "half" else 0.25)
    if plain[-1] in _QUARTERS:
        return float(plain[:-1]) + _QUARTERS[plain[-1]]
    if plain[0].isdigit():
        return float(plain)
    known = load_knowledge().numbers
    total, part = 0.0, 0.0
    for word in _WORD.findall(plain):
        if word == "half":
            part = 0.5
        if word not in known or word == "half":
            continue
        value, kind = known[word]
        if kind in ("small", "tens"):
            part += value
        elif kind == "scale":
            total, part = total + (part or 1) * value, 0.0
        else:
            part = (part or 1) * value
    return total + part


def scale_of(word: str | None) -> float:
    """Return what a scale word multiplies by: 1 for none."""
    return load_knowledge().numbers[word.strip().lower()][0] if word else 1.0


def trailing_scale(words: str) -> float:
    """Return the scale that number words end in: 1000 for "seven thousand", 1 for "seven" and for numerals."""
    last = words.lower().rpartition(" ")[2]
    value, kind = load_knowledge().numbers.get(last, (1.0, ""))
    return value if kind == "scale" else 1.0


def _of_kind(*kinds: str) -> str:
    return join_words(word for word, (_, kind) in load_knowledge().numbers.items() if kind in kinds)


def join_words(words: Iterable[str]) -> str:
    """Return a pattern for any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
