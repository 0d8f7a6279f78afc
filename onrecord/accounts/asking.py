"""Puts what is in question into a title that can be read: whole words of a report, never cut within one."""

from __future__ import annotations

import re

from onrecord.linking.wording import stem

_LONGEST = 110
_MANY = {"person": "people", "man": "men", "woman": "women", "child": "children", "aircraft": "aircraft"}
_STOPS = " ,;:.!?"
_QUOTED = re.compile(r"[\"'\u201c\u2018\u201e\xab]([^\"\u201c\u201d\xab\xbb]*)[\"'\u201d\u2019\xbb]")
_THAT = re.compile(r"^\s*that\s+(?=\S)", re.IGNORECASE)
_CHARGED = re.compile(r"(?P<who>.+?) of (?P<deed>(?:not |never )?\w+ing\b.*)", re.DOTALL | re.IGNORECASE)
_NUMBER_OF = re.compile(r"number of (?P<things>.+)")


def quote_briefly(words: str, most: int = _LONGEST) -> str:
    """Return reported words as a title quotes them: on one line, cut after a whole word where they are long."""
    flat = " ".join(words.split()).strip(_STOPS)
    if flat.count('"') % 2:  # a clause may hold one end of a quotation
        flat = (flat[1:] if flat.startswith('"') else flat.removesuffix('"')).strip(_STOPS)
    quoted = _QUOTED.fullmatch(flat)
    return f"“{_shorten(quoted[1].strip(_STOPS) if quoted else flat, most)}”"


def ask_about(opening: str, words: str) -> str:
    """Return a question about reported words: "Who is for and who is against: “a second bridge”?"."""
    return f"{opening}: {quote_briefly(_THAT.sub('', words, count=1))}?"


def ask_whether(words: str, is_charge: bool, opening: str = "Is it so, or not") -> str:
    """Return the question whether what is reported is so; a charge is a deed laid at somebody's door.

    "that the dam holds" gives "Is it so, or not, that the dam holds?", the charge "Orlova of having hidden the map"
    gives "Did Orlova do it, or not: “having hidden the map”?".
    """
    flat = " ".join(words.split())
    charged = _CHARGED.fullmatch(flat) if is_charge else None
    if charged:
        return f"Did {charged['who']} do it, or not: {quote_briefly(charged['deed'])}?"
    if _THAT.match(flat):
        return f"{opening}, {_shorten(flat.rstrip(_STOPS))}?"
    return ask_about(opening, flat)


def ask_how_many(measure: str, unit: str) -> str:
    """Return the question after a number: "How many boats?", "How many people marched?", "Which number: price (crown)?"

    A measure is in the words of the reports, so it is no more than set beside its unit where it is no plain noun.
    """
    counted = _NUMBER_OF.fullmatch(measure)
    if counted:
        return f"How many {counted['things']}?"
    if stem(measure) == stem(unit):
        return f"How many {_pluralise(measure) if measure == unit else measure}?"
    if unit == "person" and measure.split(" ")[0].endswith("ed"):
        return f"How many people {measure}?"
    is_told = not unit or stem(unit) in map(stem, measure.split())
    return f"Which number: {measure}{'' if is_told else f' ({unit})'}?"


def _pluralise(noun: str) -> str:
    if noun in _MANY or noun.endswith("s"):
        return _MANY.get(noun, noun)
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}{'es' if noun.endswith(('x', 'ch', 'sh', 'z')) else 's'}"


def _shorten(words: str, most: int = _LONGEST) -> str:
    """Cut after a whole word; one word that is longer than a title is left whole, since a part of it is no word."""
    if len(words) <= most:
        return words
    cut = words.rfind(" ", 0, most + 1)
    return words if cut < 0 else f"{words[:cut].rstrip(_STOPS)} …"
