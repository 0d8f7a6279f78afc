"""Finds the amounts of a text: numbers with their operator and unit, before anyone asks what they count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from onrecord.figures.knowledge import load_knowledge
from onrecord.figures.numerals import count, join_digit_groups, load_patterns, scale_of, trailing_scale
from onrecord.figures.pairs import is_step, is_vote, is_voted_down, tells_of_change
from onrecord.language import fold
from onrecord.records import Operator

Form = Literal["number", "few", "none", "old", "new", "fraction", "for", "against"]

_BEFORE = 28
_TOKEN = re.compile(r"\w+|[^\w\s]")
_NONE = re.compile(
    r"(?<![\w'-])(?:no(?= [a-z])|none(?= of (?:the|its|their|our|his|those|these|them)\b))", re.IGNORECASE
)
_MORE_BEFORE = re.compile(r"(?<!\w)(?:another|an additional|a further|an extra|additional) $", re.IGNORECASE)
_SMALLS = "one|two|three|four|five|six|seven|eight|nine"
_ODDS = re.compile(
    rf"(?<![\w.,-])({_SMALLS}|[1-9])(?: in(?: every)?| out of(?: every)?) ({_SMALLS}|ten|twenty|[1-9]\d?|100)"
    r"(?= (?!(?:years?|months?|weeks?|days?|hours?|minutes?)\b)(?:[a-z]+ )?(?:[a-z]+s|people|men|women|children)\b)",
    re.IGNORECASE,
)
_EVERY = re.compile(
    r"(?<!\w)every (second|third|fourth|fifth|sixth|seventh|eighth|tenth|twentieth|hundredth)"
    r"(?= (?!(?:years?|months?|weeks?|days?|hours?|minutes?|time|night|morning|evening|sunday|weekend)\b)[a-z]+\b)",
    re.IGNORECASE,
)
_OF_MILLION = re.compile(r" of an? (hundred|thousand|million|billion|trillion)\b", re.IGNORECASE)
_MINUS = re.compile(r"(?:(?<!\w)minus |[ (][-\u2212])$", re.IGNORECASE)
_BELOW = re.compile(r"(?: degrees?)?(?: celsius| fahrenheit)? below (?:zero|freezing)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A number as written. `digits` is where the number itself begins; `unit` is None where a noun is counted.

    `kind` is the kind of its unit (money, percent, length, duration ...) or "count". `form` tells the indefinite
    words (few), "no" and "none", fractions, both ends of a change ("from 54", old, "to 61", new) and both sides of a
    vote ("72-30", for and against) from plain numbers.
    """

    start: int
    end: int
    digits: int
    value: float | None
    high: float | None
    operator: Operator
    unit: str | None = None
    kind: str = "count"
    form: Form = "number"
    more: bool = False


def find_amounts(text: str) -> list[Amount]:
    """Return every amount of a text, from left to right, also those that turn out to count nothing."""
    folded = fold(join_digit_groups(text))
    found = [
        _with_operator(folded, amount)
        for match in _find_matches(folded)
        for amount in _read(match, folded)
        if not _is_dashed(folded, amount)
    ]
    found.extend(_with_operator(folded, _odds(match)) for match in _ODDS.finditer(folded))
    found.extend(_with_operator(folded, _every(match)) for match in _EVERY.finditer(folded))
    found.extend(_nothing(match) for match in _NONE.finditer(folded))
    millions = [(one.digits, one.end) for one in found if _is_of_million(folded, one)]
    inside = [one for one in found if not any(start < one.digits < end for start, end in millions)]
    return sorted(inside, key=lambda amount: amount.start)


def _is_of_million(folded: str, amount: Amount) -> bool:
    """ "A quarter of [a million]": the second number is part of the first."""
    return " of a" in folded[amount.digits : amount.end]


def _find_matches(folded: str) -> Iterator[re.Match[str]]:
    """Yield what `finditer` yields, but ask the pattern only where a word could open a number: three times faster."""
    amount, openings, end = load_patterns().amount, load_patterns().openings, 0
    for token in _TOKEN.finditer(folded):
        start = token.start()
        if start < end or not (token.group()[0].isdigit() or token.group().lower() in openings):
            continue
        spaced = amount.match(folded, start - 1) if start > end and folded[start - 1] == " " else None
        match = spaced or amount.match(folded, start)
        if match is not None:
            end = match.end()
            yield match


def _is_dashed(folded: str, amount: Amount) -> bool:
    """A dash before a number is a minus only where there is less than nothing: "-4 degrees"."""
    dashed = amount.start > 1 and folded[amount.start - 1] in "-\u2212" and folded[amount.start - 2] in " ("
    return dashed and amount.kind not in ("temperature", "percent")


def _odds(match: re.Match[str]) -> Amount:
    """Read "one in five households" as a share of the households."""
    return _share(match, round(count(match[1]) / count(match[2]), 4))


def _every(match: re.Match[str]) -> Amount:
    """Read "every third household" as a share of the households."""
    return _share(match, load_knowledge().numbers[f"every {match[1].lower()}"][0])


def _share(match: re.Match[str], share: float) -> Amount:
    start, end = match.span()
    return Amount(
        start=start,
        end=end,
        digits=start,
        value=share,
        high=share,
        operator="exact",
        unit="share",
        kind="percent",
        form="fraction",
    )


def _nothing(match: re.Match[str]) -> Amount:
    start, end = match.span()
    return Amount(start=start, end=end, digits=start, value=0, high=0, operator="exact", form="none")


def _read(match: re.Match[str], folded: str) -> Iterator[Amount]:
    if match["fraction"] or match["step"]:
        yield _of_million(match, folded) or _fraction(match)
    elif match["half"]:
        yield _half(match)
    elif match["vague"] or match["few"]:
        yield _vague(match)
    elif match["join"]:
        yield from _pair(match, folded)
    else:
        value = count(match["low"]) * scale_of(match["lowscale"])
        yield _single(match, "low", value, "number")


def _fraction(match: re.Match[str]) -> Amount:
    part = "fraction" if match["fraction"] else "step"
    value = load_knowledge().numbers[match[part].lower().replace("-", " ")][0]
    start, end = match.span(part)
    return Amount(
        start=start,
        end=end,
        digits=start,
        value=value,
        high=value,
        operator="exact",
        unit="share",
        kind="percent",
        form="fraction" if match["fraction"] else "number",
    )


def _of_million(match: re.Match[str], folded: str) -> Amount | None:
    """Read "a quarter of a million", "three quarters of a billion" as the number that it is."""
    whole = _OF_MILLION.match(folded, match.end("fraction")) if match["fraction"] else None
    if whole is None:
        return None
    fraction = _fraction(match)
    value = (fraction.value or 0) * scale_of(whole[1])
    return replace(fraction, end=whole.end(), value=value, high=value, unit=None, kind="count", form="number")


def _half(match: re.Match[str]) -> Amount:
    """Read "half a percentage point", "half a tonne"."""
    value = 0.5 if match["half"].lower() == "half" else 0.25
    unit, kind = _unit(match, "low")
    start = match.start("half")
    return Amount(
        start=start, end=match.end(), digits=start, value=value, high=value, operator="exact", unit=unit, kind=kind
    )


def _vague(match: re.Match[str]) -> Amount:
    """Read "dozens", "tens of thousands", "several hundred": the value is the least that the words allow."""
    known = load_knowledge().numbers
    if match["few"]:
        value = known[match["few"].lower()][0] * scale_of(match["fewscale"])
    else:
        first, *others = match["vague"].lower().split(" of ")
        value = known[first][0]
        for word in others:
            value *= known[word][0] / 2
    unit, kind = _unit(match, "low")
    start = max(match.start("vague"), match.start("few"))
    form: Form = "few" if match["few"] and not match["fewscale"] else "number"
    return Amount(
        start=start,
        end=max(match.end(part) for part in ("vague", "few", "fewscale", "more", "unit")),
        digits=start,
        value=value,
        high=None,
        operator="vague",
        unit=unit,
        kind=kind,
        form=form,
        more=bool(match["more"]),
    )


def _unit(match: re.Match[str], part: str) -> tuple[str | None, str]:
    known = load_knowledge()
    symbol = match["highsymbol"] if part == "high" and match["highsymbol"] else match["symbol"]
    if symbol:
        return known.symbols[symbol.strip().lower()], "money"
    if match["unit"]:
        return known.units[match["unit"].lower()]
    return None, "count"


def _single(match: re.Match[str], part: str, value: float, form: Form) -> Amount:
    unit, kind = _unit(match, part)
    symbol = "symbol" if part == "low" else "highsymbol"
    start = match.start(symbol) if match[symbol] else match.start(part)
    ends = [match.end(part), match.end(f"{part}scale")]
    if part == "high" or not match["join"]:
        ends += [match.end("more"), match.end("unit")]
    return Amount(
        start=start,
        end=max(ends),
        digits=match.start(part),
        value=value,
        high=value,
        operator="exact",
        unit=unit,
        kind=kind,
        form=form,
        more=bool(match["more"]),
    )


def _pair(match: re.Match[str], folded: str) -> Iterator[Amount]:
    """Read "200 to 250" as a range and "from 87 to 103" after a word of change as two numbers; drop scores."""
    low, high = count(match["low"]) * scale_of(match["lowscale"]), count(match["high"])
    scale = scale_of(match["highscale"]) * trailing_scale(match["high"])
    if not match["lowscale"] and not match["lowunit"] and low < 1000 and low < high / trailing_scale(match["high"]):
        low *= scale
    high *= scale_of(match["highscale"])
    if match["lowunit"] and load_knowledge().units[match["lowunit"].lower()] != _unit(match, "high"):
        unit, kind = load_knowledge().units[match["lowunit"].lower()]
        first = _single(match, "low", low, "number")
        yield replace(first, end=match.end("lowunit"), unit=unit, kind=kind)
        yield _single(match, "high", high, "number")
    elif (match["between"] or "").lower() == "from " and tells_of_change(folded, match.start()):
        yield _single(match, "low", low, "old")
        yield _single(match, "high", high, "new")
    elif is_vote(match, folded):
        yield from _votes(match, folded, low, high)
    elif match["join"] == " to " and is_step(match, folded, low, high):
        yield _single(match, "low", low, "number")
        yield _single(match, "high", high, "number")
    elif low < high and not (
        match["between"] and match["join"].strip() == "and" and match["between"].lower() == "from "
    ):
        whole = _single(match, "high", high, "number")
        start = match.start() if (match["between"] or "").lower() == "between " else match.start("low")
        start = match.start("symbol") if match["symbol"] and start == match.start("low") else start
        yield replace(whole, start=start, digits=match.start("low"), value=low, high=high, operator="range")


def _votes(match: re.Match[str], folded: str, low: float, high: float) -> Iterator[Amount]:
    """The first number is for, unless the greater one came first when something was voted down."""
    lost = is_voted_down(folded, match.start())
    first: Form = "against" if lost and low > high else "for"
    second: Form = "for" if first == "against" else "against"
    yield replace(_single(match, "low", low, first), unit="vote", kind="vote")
    yield replace(_single(match, "high", high, second), end=match.end("high"), unit="vote", kind="vote")


def _with_operator(folded: str, amount: Amount) -> Amount:
    """Widen an amount by the operator word in front of it or after it ("at least 12", "12 or more")."""
    known, patterns = load_knowledge(), load_patterns()
    lead = folded[max(0, amount.start - _BEFORE) : amount.start]
    if _MORE_BEFORE.search(lead):
        amount = replace(amount, more=True)
    if amount.kind in ("temperature", "percent") and amount.value is not None:
        amount = _signed(folded, amount, lead)
    if amount.operator != "exact" or amount.form == "old":
        return amount
    before = patterns.before.search(lead)
    if before and not (before[1].lower() == "over" and amount.kind == "duration" and "for over" not in lead.lower()):
        start = amount.start - len(lead) + before.start(1)
        return _bounded(replace(amount, start=start), known.operators_before[before[1].lower()])
    after = patterns.after.match(folded, amount.end)
    if after:
        return _bounded(replace(amount, end=after.end()), known.operators_after[after[1].lower()])
    return amount


def _signed(folded: str, amount: Amount, lead: str) -> Amount:
    """Read "minus 12 degrees", "-4%", "12 degrees below zero" as less than nothing."""
    minus, below = _MINUS.search(lead), _BELOW.match(folded, amount.end)
    if not minus and not (below and amount.kind == "temperature"):
        return amount
    low, high = -(amount.value or 0), -(amount.high or 0) if amount.high is not None else None
    start = amount.start - len(minus[0].lstrip(" (")) if minus else amount.start
    end = below.end() if below else amount.end
    low, high = (high, low) if amount.operator == "range" and high is not None else (low, high)
    return replace(amount, start=start, end=end, value=low, high=high)


def _bounded(amount: Amount, operator: Operator) -> Amount:
    value = None if operator in ("up_to", "less_than") else amount.value
    high = None if operator in ("at_least", "more_than") else amount.high
    return replace(amount, operator=operator, value=value, high=high)
