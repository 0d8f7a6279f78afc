"""Finds the noun that an amount counts, by the tree and, where the tree is wrong, by the words that follow."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from onrecord.figures.amounts import Amount
from onrecord.figures.knowledge import load_knowledge
from onrecord.language import Parse, Word
from onrecord.records import Named, Span

_NOUN_DEPS = frozenset(("nummod", "quantmod", "compound", "amod", "det", "nmod", "npadvmod"))
_PEOPLES = ("ans", "ists", "ers", "ors", "crats", "lims", "inos", "ese", "is", "ots", "ites", "ards", "men", "ians")
_PERSON_ENDINGS = ("men", "women", "children", "people", "ists", "ians", "eers", "keepers", "goers")
_SIZE = re.compile(r"-(?:strong|member|person|man)(?= )", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """An amount with its words: `anchor` heads the number, `noun` is what it counts, `top` the higher of both.

    `part` is true in "nine of the climbers", `size` where the number gives the size of a body: "a 90-strong choir".
    """

    amount: Amount
    first: int
    last: int
    anchor: Word
    noun: Word | None
    top: Word
    part: bool = False
    size: bool = False


def find_counted(parse: Parse, starts: list[int], amount: Amount) -> Counted | None:
    """Tie an amount to its words and to the noun that it counts; None where no word begins inside it."""
    first = bisect_right(starts, amount.digits) - 1
    last = bisect_left(starts, amount.end) - 1
    if first < 0 or last < first or parse.words[first].end <= amount.digits:
        return None
    inside = parse.words[first : last + 1]
    heads = [w for w in inside if not first <= w.head <= last or w.head == w.i]
    heads = heads if amount.form == "fraction" else heads[::-1]
    anchor = next((w for w in heads if _may_anchor(w)), inside[-1])
    size = _SIZE.match(parse.folded, amount.end) is not None
    noun = _body(parse, last) if size else _noun(parse, amount, anchor, last)
    part = last + 1 < len(parse.words) and parse.words[last + 1].lower == "of"
    alone = noun is None or part or amount.form == "fraction"
    top = anchor if alone or noun is None or noun.head == anchor.head else noun
    return Counted(amount=amount, first=first, last=last, anchor=anchor, noun=noun, top=top, part=part, size=size)


def _may_anchor(word: Word) -> bool:
    """The number or its unit; not the stroke of "160 km/h"."""
    return word.pos in ("NUM", "NOUN", "PRON", "DET") or word.tag == "$"


def _body(parse: Parse, last: int) -> Word | None:
    """Find the body whose size is given: "a 90-strong youth [choir]"."""
    nouns = [w for w in parse.words[last + 3 : last + 7] if w.pos == "NOUN"]
    return next((w for w in nouns if w.i + 1 not in [n.i for n in nouns]), None)


def _noun(parse: Parse, amount: Amount, anchor: Word, last: int) -> Word | None:
    words = parse.words
    following = words[last + 1] if last + 1 < len(words) else None
    if following is None or following.sentence != anchor.sentence:
        return None
    if following.lower == "of":
        return None if _is_others(parse, anchor, following) else _after_of(parse, following)
    whole = words[anchor.head]
    if amount.form == "fraction" and anchor.dep == "predet" and whole.lemma not in load_knowledge().words["no half"]:
        return whole if whole.pos in ("NOUN", "PROPN") else None  # "half the population"
    if amount.form == "fraction":
        return _next_noun(parse, last + 1, anchor.sentence, singular=parse.words[last].tag == "JJ")
    if amount.kind != "count":
        return None
    head = words[anchor.head]
    if anchor.dep in _NOUN_DEPS and head.i > last and _countable(head) and head.i - last <= 8:
        return head
    return _next_noun(parse, last + 1, anchor.sentence)


def _after_of(parse: Parse, of: Word) -> Word | None:
    objects = [parse.words[c] for c in parse.children[of.i] if parse.words[c].dep == "pobj"]
    if objects:
        return objects[0] if _countable(objects[0]) else None
    return _next_noun(parse, of.i + 1, of.sentence)


def _is_others(parse: Parse, number: Word, of: Word) -> bool:
    """Tell whether the noun after "of" owns what is counted: "against the 70 of its rival"."""
    lead = parse.words[number.i - 1].lower if number.i else ""
    owner = parse.words[of.i + 1 : of.i + 2]
    return lead == "the" and bool(owner) and owner[0].tag in ("PRP$", "DT", "NNP") and owner[0].lower != "them"


def _countable(word: Word) -> bool:
    return word.pos in ("NOUN", "PROPN") or (word.lower, "noun") in load_knowledge().measures


def _next_noun(parse: Parse, start: int, sentence: int, singular: bool = False) -> Word | None:
    """Find the end of the run of nouns that begins here, past adjectives: "58 separately contested sections".

    Only after "every third" does a noun in the singular count.
    """
    found: Word | None = None
    for word in parse.words[start : start + 6]:
        if word.sentence != sentence or (found is not None and word.pos not in ("NOUN", "PROPN")):
            break
        if word.pos in ("NOUN", "PROPN"):
            found = word
        elif (word.lower, "noun") in load_knowledge().measures:
            return word
        elif word.tag == "VBZ" and word.i == start and word.lower.endswith("s"):
            return word  # a verb in -s never follows a number above one: "takes 30 rafts an hour"
        elif word.pos not in ("ADJ", "ADV", "NUM") and word.tag not in ("VBN", "VBG", "DT", "PRP$", "HYPH"):
            break
    return found if found is not None and (singular or _is_plural(found) or is_person(found)) else None


def _is_plural(word: Word) -> bool:
    return word.tag in ("NNS", "NNPS") or (word.tag == "NNP" and word.text.isupper() and word.lower.endswith("s"))


def is_person(word: Word) -> bool:
    """Tell whether a noun counts people."""
    if word.lower in load_knowledge().words["verb like a person"]:
        return False
    if not load_knowledge().persons.isdisjoint((word.lemma, word.lower, _singular(word))):
        return True
    if word.tag == "NNPS":
        return word.lower.endswith(_PEOPLES)
    return word.tag in ("NNS", "NNPS") and word.lower.endswith(_PERSON_ENDINGS) and len(word.lower) > 5


def name_unit(counted: Counted) -> str | None:
    """Return the unit of a counted noun: "person", or the noun in the singular; None where no noun is there."""
    if counted.amount.unit:
        return counted.amount.unit
    if counted.size:
        return "person"
    if counted.noun is None:
        return None
    named = load_knowledge().units.get(counted.noun.lower)
    if named:
        return named[0]
    if counted.noun.lemma in load_knowledge().words["kind of vote"]:
        return "vote"
    return "person" if is_person(counted.noun) else _singular(counted.noun)


def _singular(noun: Word) -> str:
    """In capitals the parser takes "OAKS" for a name and leaves its ending on."""
    shouted = noun.tag == "NNP" and noun.text.isupper() and noun.lower.endswith("s")
    return noun.lower.removesuffix("s") if shouted else noun.lemma


def name_counted(parse: Parse, noun: Word, start: int, whole: bool = False) -> Named | None:
    """Return the words of what is counted, from `start` to the noun, without number and "detained".

    The article stays where a `whole` thing is named: "a third of [the orchards]", "[the tunnel] costs".
    """
    measures = load_knowledge().measures
    start += 2 if _SIZE.match(parse.folded, parse.words[start - 1].end) else 0
    k = max((w.i + 1 for w in parse.words[start : noun.i] if w.pos == "NUM"), default=min(start, noun.i))
    while k < noun.i:
        word = parse.words[k]
        if not (
            word.lower in load_knowledge().words["before a noun"]
            or word.pos in ("NUM", "PUNCT")
            or (word.lower, "participle") in measures
            or (word.tag == "VBN" and word.dep == "amod")
        ):
            break
        k += 1
    if whole and k > start and parse.words[k - 1].tag == "DT":
        k -= 1
    return name_span(parse, parse.words[k].start, noun.end)


def name_span(parse: Parse, start: int, end: int) -> Named:
    """Return the words between two offsets as a name, blanks made plain."""
    return Named(name=" ".join(parse.folded[start:end].split()), span=Span(start=start, end=end))


def find_child(parse: Parse, word: Word, deps: tuple[str, ...]) -> Word | None:
    """Return the first child of a word with one of these relations."""
    return next((parse.words[c] for c in parse.children[word.i] if parse.words[c].dep in deps), None)


def lead_word(parse: Parse, counted: Counted) -> str:
    """Return the word before a number, past its currency sign and its operator."""
    i = counted.first - 1
    while i > 0 and (parse.words[i].start >= counted.amount.start or parse.words[i].tag == "$"):
        i -= 1
    return parse.words[i].lower if i >= 0 else ""
