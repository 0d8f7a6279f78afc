"""Tells which numbers are no figures: dates, times, ages, scores, names, pronouns."""

from __future__ import annotations

import re

from onrecord.figures.counting import Counted, is_person
from onrecord.figures.knowledge import load_knowledge
from onrecord.language import Parse, Word

_OF_THOSE = re.compile(r" of (?:those|them|these|us|all those|it|(?:the |its |their )?\d[\d,.]*)\b", re.IGNORECASE)
_TIME_AFTER = re.compile(
    r"[ ]?(?:a\.m\.|p\.m\.|am\b|pm\b|o'clock|gmt\b|hrs\b|hours? (?:gmt|local|moscow))", re.IGNORECASE
)
_AGE_AFTER = re.compile(r"[ ]?(?:years? old|years? of age|-year-old|,? who\b)", re.IGNORECASE)
_AGED = re.compile(r"\b(?:aged?|ages)(?: (?:\d+|and|to|between)|,)* $", re.IGNORECASE)
_SMALL = 10


def is_silent(parse: Parse, counted: Counted) -> bool:
    """Tell whether an amount is no figure, by the words around it."""
    return (
        _is_mark_of_zero(counted)
        or (counted.noun is not None and counted.noun.lemma in load_knowledge().words["counts nothing"])
        or _is_titled(parse, counted)
        or _is_name(parse, counted)
        or _is_date(parse, counted)
        or _is_time(parse, counted)
        or _is_age(parse, counted)
        or _is_pronoun(parse, counted)
    )


def _is_mark_of_zero(counted: Counted) -> bool:
    """ "Below zero", "above zero": a mark on a scale."""
    amount = counted.amount
    return amount.operator in ("less_than", "more_than") and 0 in (amount.value, amount.high)


def _before(parse: Parse, counted: Counted) -> Word | None:
    i = counted.first - 1
    return parse.words[i] if i >= 0 and parse.words[i].sentence == counted.anchor.sentence else None


def _after(parse: Parse, counted: Counted) -> Word | None:
    i = counted.last + 1
    return parse.words[i] if i < len(parse.words) and parse.words[i].sentence == counted.anchor.sentence else None


def _is_name(parse: Parse, counted: Counted) -> bool:
    """Numbers that name: "Article 51", "[Channel 24] showed"; not "[Rescuers saved 24] sailors"."""
    before = _before(parse, counted)
    if counted.amount.kind != "count" or counted.amount.more:
        return False
    if before is None or counted.amount.start < counted.amount.digits:
        return False
    if before.lower in (".", "#", "№") and counted.first > 1:
        before = parse.words[counted.first - 2]
    if before.tag == "VB":
        return False
    if before.lower.rstrip(".") in load_knowledge().words["before a name"]:
        return counted.noun is None or before.text[0].isupper() or counted.anchor.head == before.i
    if before.lower == "of" and before.i > 1 and parse.text[counted.amount.digits].isdigit():
        group = parse.words[before.i - 1]
        return group.text[0].isupper() and group.lower in load_knowledge().words["number in a name"]
    if (
        counted.noun is not None
        and counted.noun.tag == "NNP"
        and counted.noun.text[0].isupper()
        and not is_person(counted.noun)
        and not (counted.noun.text.isupper() and counted.noun.lower.endswith("s"))
    ):
        return True
    numeral = parse.text[counted.amount.digits].isdigit()
    if numeral and before.tag == "NNP" and _is_lone(parse, counted):
        return True
    if (before.lower.removesuffix("s"), "object") in load_knowledge().measures:
        return False
    return numeral and counted.noun is None and before.pos == "PROPN" and counted.anchor.head == before.i


def _is_titled(parse: Parse, counted: Counted) -> bool:
    """ "The daily [Twenty-Four] Hours", "the Group of [Twelve]": a capital inside a sentence of small letters."""
    before, word = _before(parse, counted), parse.text[counted.amount.digits : counted.amount.digits + 2]
    if before is None or not (word[:1].isupper() and word[1:2].islower()) or before.pos in ("PUNCT", "CONJ"):
        return False
    start, end = parse.sentences[counted.anchor.sentence]
    plain = [w for w in parse.words[start:end] if w.pos in ("VERB", "NOUN", "ADJ") and w.text[:1].islower()]
    return bool(plain) and before.text.isalpha()


def _is_lone(parse: Parse, counted: Counted) -> bool:
    """A noun in the singular is not counted by a number above one: "the Grand 9 cinema"."""
    noun, zero = counted.noun, load_knowledge().words["plural without ending"]
    if noun is None or noun.tag != "NN" or noun.text.isupper() or is_person(noun):
        return False
    return noun.lower not in zero and noun.i == counted.last + 1 and (counted.amount.value or 0) > 1


def _is_date(parse: Parse, counted: Counted) -> bool:
    """Days beside a month, and years: "24 June", "in 2030", "the 2030 vote"; not "in May 12 people died"."""
    amount, before, after = counted.amount, _before(parse, counted), _after(parse, counted)
    if amount.kind != "count":
        return False
    if after is not None and _is_month(after):
        return True
    if before is not None and _is_month(before) and (amount.high or 0) <= 31:
        lead = parse.words[before.i - 1].lower if before.i else ""
        return not (lead in ("in", "since") and counted.noun is not None and counted.noun.tag == "NNS")
    return _is_year(parse, counted, before)


def _is_month(word: Word) -> bool:
    return word.text[0].isupper() and word.lower.rstrip(".") in load_knowledge().words["month"]


def _is_year(parse: Parse, counted: Counted, before: Word | None) -> bool:
    amount = counted.amount
    written = parse.text[amount.digits : amount.digits + 5]
    years = [v for v in (amount.value, amount.high) if v is not None]
    if not re.match(r"\d{4}(?!\d)", written) or not all(1000 <= v <= 2100 for v in years):
        return False
    if counted.noun is None or amount.operator == "range":
        return True
    if amount.operator != "exact":
        return not is_person(counted.noun) and counted.noun.lemma in ("level", "figure", "price")
    lead = before is not None and (before.lower in load_knowledge().words["before a year"] or _is_month(before))
    return lead or not is_person(counted.noun) or counted.noun.tag == "NN"


def _is_time(parse: Parse, counted: Counted) -> bool:
    """Hours and spans of time counted from now: "10 a.m.", "three days ago", "in two weeks"."""
    amount = counted.amount
    if _TIME_AFTER.match(parse.folded, amount.end):
        return True
    if amount.kind != "duration":
        return False
    before, after, words = _before(parse, counted), _after(parse, counted), load_knowledge().words
    lead = parse.words[before.i - 1] if before is not None and before.i else None
    if before is not None and before.lower == "last" and lead is not None and (lead.lower == "to" or lead.tag == "MD"):
        return False
    if after and after.lower in words["after a span of time"]:
        return True
    leads = before is not None and before.lower in words["before a span of time"]
    if before is not None and before.lower in ("in", "within") and _is_over(parse, counted):
        return False
    return leads and not (after is not None and after.lower == "of")


def _is_over(parse: Parse, counted: Counted) -> bool:
    """ "Vaccinated 48,000 cattle [in ten days]", "has risen [within four years]": how long it took."""
    verb = parse.words[counted.anchor.head]
    verb = parse.words[verb.head] if verb.tag == "IN" else verb
    behind = verb.tag == "VBD" or (
        verb.tag == "VBN" and any(parse.words[c].lemma == "have" for c in parse.children[verb.i])
    )
    return behind and verb.i < counted.first


def _is_age(parse: Parse, counted: Counted) -> bool:
    """Ages: "Vask, 57,", "aged 12", "12 years old"."""
    amount, before = counted.amount, _before(parse, counted)
    if before and _AGED.search(parse.folded, max(0, amount.start - 24), amount.start):
        return True
    if amount.operator in ("less_than", "more_than") and counted.first > 1:
        whose = parse.words[counted.first - 2]
        if whose.end + 1 == amount.start and is_person(whose):
            return True
    under = parse.folded[amount.start : amount.digits].lower().strip()
    bare = counted.noun is None and amount.kind == "count" and under in ("under", "over") and before is not None
    if bare and before is not None and before.lemma == "be" and 0 < (amount.high or amount.value or 0) < 100:
        return True
    if amount.kind == "duration" and _AGE_AFTER.match(parse.folded, amount.end):
        return True
    if amount.kind != "count" or counted.noun is not None or before is None or before.lower != ",":
        return False
    named = parse.words[before.i - 1] if before.i else before
    following = parse.folded[amount.end : amount.end + 1]
    return named.pos == "PROPN" and following in (",", ".", ")", "", ";") and 0 < (amount.value or 0) < 120


def _is_pronoun(parse: Parse, counted: Counted) -> bool:
    """ "One" and "two" that count nothing: "no one", "one of them said", "the two leaders"."""
    amount = counted.amount
    odds = counted.amount.form != "fraction" and _is_odds(parse, counted)
    if odds or _is_share_of_unknown(parse, counted) or _is_race(parse, counted):
        return True
    if amount.kind != "count" or amount.operator != "exact" or not parse.text[amount.digits].isalpha():
        return False
    after = _after(parse, counted)
    if amount.value == 1 and amount.form == "number":
        if amount.more and counted.noun is not None:
            return not is_person(counted.noun)
        lead = _before(parse, counted)
        if lead is not None and lead.lower in ("no", "any", "every", "some", "each"):
            return True
        if counted.noun is None and _stands_for_harmed(parse, counted):
            return False
        if counted.noun is None or counted.noun.lower in ("day", "time", "way", "thing", "side", "hand", "point"):
            return True
        if after is not None and after.lower == "of":
            return not any(w.pos == "NUM" for w in parse.words[after.i : after.i + 3])
    return False


def is_definite(parse: Parse, counted: Counted) -> bool:
    """Tell whether a small number only points back: "the two leaders smiled"; not "two of the three leaders"."""
    amount, before = counted.amount, _before(parse, counted)
    if amount.kind != "count" or amount.operator != "exact" or not parse.text[amount.digits].isalpha():
        return False
    partitive = before is not None and before.i > 0 and parse.words[before.i - 1].lower == "of"
    definite = before is not None and before.lower in load_knowledge().words["definite"]
    return definite and not partitive and 0 < (amount.value or 0) <= _SMALL


def _stands_for_harmed(parse: Parse, counted: Counted) -> bool:
    """ "Three firemen were killed and [one] was missing": "one" after a joint, before a state of harm."""
    before, following = _before(parse, counted), parse.words[counted.last + 1 : counted.last + 4]
    if before is None or before.lower not in ("and", ",", "but", ";") or not following:
        return False
    measures = load_knowledge().measures
    harm = [w for w in following if (w.lower, "participle") in measures or (w.lemma, "subject") in measures]
    return bool(harm) and all(w.pos in ("VERB", "AUX", "ADV") for w in following[: following.index(harm[0])])


def _is_share_of_unknown(parse: Parse, counted: Counted) -> bool:
    """ "Half of what was sought", "half of it": no share of anything that is counted."""
    people = _OF_THOSE.match(parse.folded, counted.amount.end) is not None
    return counted.amount.form == "fraction" and counted.noun is None and not people


def _is_race(parse: Parse, counted: Counted) -> bool:
    """ "Third in the 800 metres": the length names the race."""
    before, after = _before(parse, counted), _after(parse, counted)
    if counted.amount.kind != "length" or before is None or before.lower != "the" or before.i == 0:
        return False
    return parse.words[before.i - 1].lower in ("in", "at", "over") and (after is None or after.pos in ("PUNCT", "CONJ"))


def _is_odds(parse: Parse, counted: Counted) -> bool:
    """ "One in three voters": neither number counts anyone."""
    words, first, last = parse.words, counted.first, counted.last
    lower = [w.lower for w in words[max(0, first - 2) : last + 3]]
    here = first - max(0, first - 2)
    numbers = load_knowledge().numbers
    if here and lower[here - 1] == "every":
        return True
    lead = lower[here - 2] if here >= 2 else ""
    if here >= 2 and lower[here - 1] == "of" and lead == "out" and first > 2:
        far = parse.words[first - 3].lower
        return far in numbers or far.isdigit()
    if lead and lower[here - 1] in ("in", "out") and (lead in numbers or lead.isdigit()):
        return True
    after = lower[here + last - first + 1 : here + last - first + 3]
    bare = counted.amount.kind == "count" and counted.noun is None
    return bare and len(after) == 2 and after[0] == "in" and after[1] in numbers
