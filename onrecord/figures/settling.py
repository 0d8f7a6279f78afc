"""Lets each figure take from its neighbour what its own words leave out, and drops those that count nothing."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.figures.counting import find_child, is_person, name_counted
from onrecord.figures.drafts import Draft
from onrecord.figures.holders import is_harm
from onrecord.figures.knowledge import load_knowledge
from onrecord.figures.measures import COMPARED
from onrecord.figures.nominals import is_group_of_people, name_total
from onrecord.language import Parse, Word
from onrecord.records import Named

_ACTORS = ("nsubj", "nsubjpass")
_INCLUDING = re.compile(
    r"\b(?:including|among (?:them|whom|which)|of (?:whom|which|them|these|those))\b", re.IGNORECASE
)
_OF_THEM = re.compile(r" of (?:whom|which|them|these|those|it)\b", re.IGNORECASE)
_THEN = re.compile(r"(?:;|,? (?:and|but)) (?:this|last|the previous|the following|a) \w+(?: \w+)?,? $", re.IGNORECASE)
_WHOLE_NEXT = re.compile(
    r" (?:[\w ]{0,40}\b(?:was|were|are|is) among|(?:\w+ )?(?:out )?of) (?:the|its|their|all|a total of|some)? ?"
    r"(?:more than |about |some |total |\w+'s? )?$",
    re.IGNORECASE,
)
_OF_IT = re.compile(r" of it\b", re.IGNORECASE)
_OF_THE = re.compile(r"\b(?:out )?of (?:the|its|their|all)(?: \w+)? $", re.IGNORECASE)
_BUT = re.compile(r",? but (?:only |at least |some )?", re.IGNORECASE)
_OPENING = re.compile(r"(?<!\w )\bOf (?:all )?$")
_COLON = re.compile(r"[^.;:\n]{0,40}: ?")
_AND = re.compile(r" [^.;:\n]{0,40}(?:, | and )")
_DOWN_FROM = re.compile(r"[^.;]{0,40},? (?:down|up) from ")
_FROM = re.compile(r"(?: (?:in|on) \w+)? from ")
_VOTES = re.compile(r" votes? (?:to|against) ", re.IGNORECASE)
_AGAINST = re.compile(r" (?:votes? )?(?:were |was |cast )?(?:against|opposed)\b", re.IGNORECASE)
_APART = re.compile(r"[^\w\s'-]")
_IN_FAVOUR = re.compile(r" (?:voting |votes )?(?:for|in favou?r)(?:,| and| to) (?:\w+ ){0,2}against\b", re.IGNORECASE)
_NOT = re.compile(r"(?<!\w)not $", re.IGNORECASE)
_LISTED_PLACE = re.compile(r" (?:in|at|near|on|off|outside|from) (?:the )?[A-Z]")
_SLOTS = ("nsubj", "nsubjpass", "dobj", "pobj", "attr", "appos", "conj", "ROOT", "dative", "oprd", "acomp")


def settle(parse: Parse, drafts: list[Draft]) -> list[Draft]:
    """Give each draft what it leaves out and drop those that count nothing after all."""
    settled: list[Draft] = []
    for at, here in enumerate(drafts):
        before = settled[-1] if settled else None
        after = drafts[at + 1] if at + 1 < len(drafts) else None
        done = _count_people(parse, _relate(parse, _fill(parse, here, before), before, after))
        lone = before is None and _OF_IT.match(parse.folded, done.amount.end) is not None
        if _counts(parse, done) and not lone:
            if done.status == "superseded" and before is not None and _replaced(parse, done, before):
                settled[-1] = replace(before, replaces=done.amount.digits)
            settled.append(done)
    return settled


def _count_people(parse: Parse, here: Draft) -> Draft:
    """ "Thousands lined the streets", "1,800 came": a number alone that does something counts people.

    Not where a plural that it may stand for came before ("the ferries turned back; two sank").
    """
    verb, words = here.predicate.verb, load_knowledge().words
    bare = here.unit is None and here.counted.noun is None and here.amount.form == "number"
    if bare and is_group_of_people(parse, parse.words[here.counted.top.head]):
        return replace(here, unit="person")
    if not bare or verb is None or here.predicate.role not in _ACTORS or here.counted.top.dep not in (*_ACTORS, "ROOT"):
        return here
    if not _is_joined(parse, here.amount.end, verb.start) or not float(here.amount.value or 1).is_integer():
        return here
    vague = here.amount.operator == "vague"
    idle = verb.lemma in words["weak verb"] | words["verb of level"] or _is_change(parse, verb)
    if verb.i == here.counted.last + 1 and verb.tag == "VBN" and verb.lemma not in words["done to things"]:
        return replace(here, unit="person")  # a headline: "Eight held over theft of bells"
    several = (here.amount.value or here.amount.high or 0) > 1
    if not vague and (idle or not several or here.predicate.role == "nsubjpass"):
        return here
    since = parse.sentences[max(0, verb.sentence - 1)][0]
    plurals = [w for w in parse.words[since : here.counted.first] if w.tag in ("NNS", "NNPS")]
    others = any(not is_person(w) and w.lower not in words["many people"] for w in plurals)
    return here if others else replace(here, unit="person")


def _is_change(parse: Parse, verb: Word) -> bool:
    """ "Fell to 9" is a change, "fell ill" is none."""
    after = parse.words[verb.i + 1] if verb.i + 1 < len(parse.words) else verb
    state = after.head == verb.i and after.tag in ("JJ", "RB") and not after.lower.endswith("ly")
    return verb.lower in load_knowledge().changes and not state and find_child(parse, verb, ("dobj",)) is None


def _fill(parse: Parse, here: Draft, before: Draft | None) -> Draft:
    """Take from the figure before: "14 miners were buried and 26 injured", "puts the number at nine"."""
    if here.unit is None and here.predicate.listed and here.measure:
        if before is not None and before.whole is not None and _same_sentence(here, before):
            return replace(here, unit=before.unit, of=before.of)
        here = _name_listed(parse, here)
        if here.predicate.total is not None:
            return here
    if here.unit is None and _IN_FAVOUR.match(parse.folded, here.amount.end):
        return replace(here, unit="vote", measure="votes for")
    if before is None or not _near(here, before):
        return here
    if _VOTES.fullmatch(parse.folded[before.amount.end : here.amount.start]) or here.amount.form == "against":
        return replace(here, unit="vote", measure="votes against", of=before.of)
    if before.measure == "votes for" and _AGAINST.match(parse.folded, here.amount.end):
        return replace(here, unit="vote", measure="votes against", of=here.of or before.of)
    if _is_of_the_same(parse, here, before):
        here = replace(here, of=before.of)
    here = _take_measure(parse, _take_unit(parse, here, before), before)
    if here.relation == "increment" and here.predicate.listed and here.measure != before.measure:
        here = replace(here, relation=None)
    return here if here.place or not _share_place(parse, here, before) else replace(here, place=before.place)


def _is_of_the_same(parse: Parse, here: Draft, before: Draft) -> bool:
    """ "Seven others", "a tenth of it", "half of them", "just 22 percent": of whom or what the number before was."""
    if here.of is not None:
        return _is_harm_again(here, before)
    end = here.amount.end
    if here.amount.form == "fraction":
        return _OF_IT.match(parse.folded, end) is not None or _OF_THEM.match(parse.folded, end) is not None
    if here.amount.unit == before.amount.unit == "percent" and here.counted.noun is None:
        return here.predicate.role in _ACTORS and _same_sentence(here, before)
    behind = parse.words[here.counted.last + 1 : here.counted.last + 2]
    others = here.unit == before.unit and any(word.lower == "others" for word in behind)
    return others or _is_harm_again(here, before)


def _is_harm_again(here: Draft, before: Draft) -> bool:
    """ "Killed 22 policemen; the ministry admits three deaths": theirs."""
    noun = here.counted.noun
    return noun is not None and is_harm(noun) and here.measure == before.measure and before.of is not None


def _is_bare(here: Draft) -> bool:
    noun = here.counted.noun
    return noun is None or (is_harm(noun) and here.counted.top.dep != "pobj")


def _take_unit(parse: Parse, here: Draft, before: Draft) -> Draft:
    if not _is_bare(here) or here.amount.unit is not None or not _inherits(parse, here):
        return here
    unit = before.unit if here.unit is None or before.unit == here.unit else here.unit
    of = _seat_holder(parse, here, unit) or (before.of if before.unit == unit else None)
    return replace(here, unit=unit, of=here.of or of)


def _seat_holder(parse: Parse, here: Draft, unit: str | None) -> Named | None:
    """ "The chamber has 150 seats, of which [the Union] holds 80": whoever holds or wins the rest of them."""
    verb = here.predicate.verb
    holder = find_child(parse, verb, ("nsubj",)) if verb is not None and unit == "seat" else None
    if holder is None or holder.pos not in ("NOUN", "PROPN") or here.predicate.role != "dobj":
        return None
    return name_counted(parse, holder, holder.left, whole=True)


def _take_measure(parse: Parse, here: Draft, before: Draft) -> Draft:
    """Take the measure of the figure before where this one has none, tells it again, corrects it or is part of it."""
    corrected = _NOT.search(parse.folded, max(0, here.amount.start - 5), here.amount.start) is not None
    empty = here.measure is None and (here.counted.top.dep == "conj" or _inherits(parse, here))
    part = not here.predicate.listed and _part_words(parse, here, before) and not _says_its_own(here, before)
    again = not here.predicate.listed and here.unit == before.unit and _retells(here, before)
    compared = COMPARED.search(parse.folded, max(0, here.amount.start - 15), here.amount.start) is not None
    taken = empty or part or again or ((corrected or compared) and here.counted.noun is None)
    if corrected and here.of is None:
        here = replace(here, of=before.of)
    return replace(here, measure=before.measure) if taken and not _is_put_apart(here) else here


def _is_put_apart(here: Draft) -> bool:
    """ "Police put [the crowd] at 25,000": said of a thing of its own, not of the total before."""
    verb, total = here.predicate.verb, load_knowledge().words["total"]
    own = here.measure is not None and here.predicate.role == "pobj" and not here.predicate.listed
    return own and verb is not None and verb.lemma in ("put", "estimate", "place") and here.measure not in total


def _says_its_own(here: Draft, before: Draft) -> bool:
    """ "31 hamlets, 12 of which have no doctor": a part whose clause tells more than that it is one."""
    verb, weak = here.predicate.verb, load_knowledge().words["weak verb"]
    return (
        verb is not None
        and verb.i != _verb_at(before)
        and here.predicate.role in ("nsubj", "nsubjpass")
        and (verb.lemma not in weak or " " in (here.measure or ""))
        and (verb.lemma != "be" or (here.measure or "").startswith(("on ", "in ", "under ", "at ", "without ")))
    )


def _retells(here: Draft, before: Draft) -> bool:
    """ "The police spoke of 40", "another seven on Tuesday": the measure is the one before."""
    verb = here.predicate.verb
    if verb is None or not _is_bare(here) or (before.relation is not None and here.relation is None):
        return False
    return verb.lemma in _telling() or (verb.i == _verb_at(before) and here.amount.unit is None)


def _name_listed(parse: Parse, here: Draft) -> Draft:
    """A bare number of harm counts people; "the number of flooded cellars" counts cellars."""
    total = here.predicate.total
    if here.measure in load_knowledge().words["harm to things"]:
        return here
    thing = name_total(parse, total) if total is not None else None
    if thing is None:
        return replace(here, unit="person")
    unit = "person" if is_person(thing) or thing.tag == "JJ" else thing.lemma
    return replace(here, unit=unit, of=name_counted(parse, thing, thing.left))


def _telling() -> frozenset[str]:
    return load_knowledge().words["verb that tells"] | load_knowledge().words["verb that sets"]


def _verb_at(before: Draft) -> int | None:
    return before.predicate.verb.i if before.predicate.verb else None


def _share_place(parse: Parse, here: Draft, before: Draft) -> bool:
    """One clause or two joined ones have one place; a clause set apart has its own."""
    verb = here.predicate.verb
    joined = verb is None or verb.i == _verb_at(before) or verb.dep in ("conj", "acl", "relcl", "advcl")
    return _same_sentence(here, before) and (joined or here.measure == before.measure)


def _near(here: Draft, before: Draft) -> bool:
    return here.counted.anchor.sentence - before.counted.anchor.sentence <= 1


def _same_sentence(here: Draft, before: Draft) -> bool:
    return here.counted.anchor.sentence == before.counted.anchor.sentence


def _inherits(parse: Parse, here: Draft) -> bool:
    """A bare number stands for a counted thing only in a slot of a clause."""
    following = parse.words[here.counted.last + 1 : here.counted.last + 2]
    finite = bool(following) and following[0].tag in ("VBD", "VBP", "VBN", "MD")
    then = _THEN.search(parse.folded, max(0, here.amount.start - 40), here.amount.start)
    placed = then is not None or _LISTED_PLACE.match(parse.text, here.amount.end) is not None
    return (
        finite
        or placed
        or here.counted.anchor.dep in _SLOTS
        or _OF_THEM.match(parse.folded, here.amount.end) is not None
    )


def _part_words(parse: Parse, here: Draft, before: Draft) -> bool:
    between = parse.folded[before.amount.end : here.amount.start]
    return _same_sentence(here, before) and (
        _INCLUDING.search(between) is not None or _OF_THEM.match(parse.folded, here.amount.end) is not None
    )


def _relate(parse: Parse, here: Draft, before: Draft | None, after: Draft | None) -> Draft:
    """Tie parts to wholes and new numbers to the ones that they replace."""
    if before is not None and here.amount.form == "new" and before.amount.form == "old":
        return replace(
            here, replaces=before.amount.digits, unit=here.unit or before.unit, measure=here.measure or before.measure
        )
    ahead = _relate_ahead(parse, here, after) if after is not None else None
    if ahead is not None:
        return ahead
    if before is not None and _replaced(parse, here, before):
        return replace(here, status="superseded", unit=here.unit or before.unit)
    if before is not None and _part_words(parse, here, before):
        return replace(here, whole=before.whole or before.amount.digits)
    listed = _listed_whole(parse, here, before) if before is not None else None
    if listed is not None:
        return replace(here, whole=listed, listed_part=True)
    if before is not None and _same_sentence(here, before) and before.unit == here.unit:
        whole = before.whole if before.whole is not None and _led(parse, before.whole) else None
        if _led(parse, before.amount.start) and (here.amount.value or 0) < (before.amount.value or 0):
            whole = before.amount.digits
        if whole is not None and whole != here.amount.digits:
            return replace(here, whole=whole, of=here.of or before.of)
    return here


def _relate_ahead(parse: Parse, here: Draft, after: Draft) -> Draft | None:
    """ "Not 300 [but 40 soldiers]", "nine [of the eleven]": what a number takes from the one behind it."""
    between = parse.folded[here.amount.end : after.amount.start]
    if _BUT.fullmatch(between) and after.unit:
        unit, measure, of = here.unit or after.unit, here.measure or after.measure, here.of or after.of
        return replace(here, unit=unit, measure=measure, of=of)
    if _same_sentence(here, after) and _WHOLE_NEXT.fullmatch(between):
        return replace(here, whole=after.amount.digits, unit=here.unit or after.unit)
    return None


def _replaced(parse: Parse, here: Draft, before: Draft) -> bool:
    """ "Revised to 31 from 35": the number after "from" no longer holds."""
    between = parse.folded[before.amount.end : here.amount.start]
    lead = parse.folded[max(0, before.amount.start - 4) : before.amount.start]
    if before.unit != here.unit and here.unit is not None:
        return False
    if here.status == "superseded" and _NOT.search(between) is not None and _same_sentence(here, before):
        return True
    return _DOWN_FROM.fullmatch(between) is not None or (lead.endswith(" to ") and _FROM.fullmatch(between) is not None)


def _led(parse: Parse, at: int) -> bool:
    lead = parse.folded[max(0, at - 24) : at]
    return _OF_THE.search(lead) is not None or _OPENING.search(lead) is not None


def _listed_whole(parse: Parse, here: Draft, before: Draft) -> int | None:
    """ "The yard has 90 boats: 55 trawlers and 35 tugs": what follows a colon makes up the number before it."""
    if not _same_sentence(here, before) or {here.amount.kind, before.amount.kind} != {"count"}:
        return None
    between = parse.folded[before.amount.end : here.amount.start]
    if _COLON.fullmatch(between) and (here.amount.value or 0) < (before.amount.value or 0):
        return before.amount.digits
    return before.whole if before.listed_part and _AND.fullmatch(between) else None


def _counts(parse: Parse, here: Draft) -> bool:
    """A figure has a unit; indefinite words and "no" count only where harm or the like is measured."""
    if here.unit is None or here.unit == "time" or here.negated:
        return False
    if here.definite and not here.predicate.listed:
        return False
    joined = here.counted.noun is not None and here.counted.noun.dep == "conj"
    one = not joined and here.amount.value == 1 and here.amount.operator == "exact" and not here.predicate.listed
    counts = here.amount.kind in ("count", "duration") and here.amount.form == "number" and here.measure != "margin"
    if one and counts and not here.article:
        return False
    if here.amount.form == "none" and _is_told_of_none(parse, here):
        return True
    if here.amount.form in ("few", "none"):
        return here.predicate.listed and here.unit == "person"
    return True


def _is_told_of_none(parse: Parse, here: Draft) -> bool:
    """ "No planes landed", "no ships were sunk": things that can be counted, of which none did or underwent it."""
    noun, verb, known = here.counted.noun, here.predicate.verb, load_knowledge()
    if noun is None or verb is None or here.predicate.role not in _ACTORS or noun.tag != "NNS":
        return False
    empty = known.words["weak verb"] | known.words["verb that tells"] | known.words["verb of level"]
    said = not known.words["no thing"].isdisjoint((noun.lemma, noun.lower))
    joined = _is_joined(parse, noun.end, verb.start)
    return joined and verb.lemma not in empty and verb.lower not in known.changes and not said


def _is_joined(parse: Parse, end: int, start: int) -> bool:
    """Tell whether nothing parts a subject from its verb: no comma, no quotation mark."""
    return start >= end and _APART.search(parse.folded, end, start) is None
