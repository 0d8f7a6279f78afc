"""Puts one figure together and lets it take from its neighbour what its own words leave out."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from onrecord.figures.amounts import Amount
from onrecord.figures.counting import Counted, find_counted, is_person, name_counted, name_unit
from onrecord.figures.headlines import Beside, read_beside
from onrecord.figures.holders import find_of, is_harm
from onrecord.figures.knowledge import load_knowledge
from onrecord.figures.measures import Predicate, find_predicate, is_whole, name_total
from onrecord.figures.scopes import find_place, find_rate, find_status
from onrecord.figures.silence import is_definite, is_silent
from onrecord.figures.wording import find_child, lead_word
from onrecord.language import Parse, Word
from onrecord.records import FigureStatus, Named

Relation = Literal["increment", "increase", "decrease"]

_INCLUDING = re.compile(
    r"\b(?:including|among (?:them|whom|which)|of (?:whom|which|them|these|those))\b", re.IGNORECASE
)
_OF_THEM = re.compile(r" of (?:whom|which|them|these|those|it)\b", re.IGNORECASE)
_OF_US = re.compile(r" of (?:us|you)\b", re.IGNORECASE)
_THEN = re.compile(r"(?:;|,? (?:and|but)) (?:this|last|the previous|the following|a) \w+(?: \w+)?,? $", re.IGNORECASE)
_WHOLE_NEXT = re.compile(
    r" (?:[\w ]{0,40}\b(?:was|were|are|is) among|(?:\w+ )?(?:out )?of) (?:the|its|their|all|a total of|some)? ?"
    r"(?:more than |about |some |total |\w+'s? )?$",
    re.IGNORECASE,
)
_OF_THE = re.compile(r"\b(?:out )?of (?:the|its|their|all)(?: \w+)? $", re.IGNORECASE)
_OPENING = re.compile(r"(?<!\w )\bOf (?:all )?$")
_COLON = re.compile(r"[^.;:\n]{0,40}: ?")
_AND = re.compile(r" [^.;:\n]{0,40}(?:, | and )")
_DOWN_FROM = re.compile(r"[^.;]{0,40},? (?:down|up) from ")
_FROM = re.compile(r"(?: (?:in|on) \w+)? from ")
_VOTES = re.compile(r" votes? (?:to|against) ", re.IGNORECASE)
_NOT = re.compile(r"(?<!\w)not $", re.IGNORECASE)
_LISTED_PLACE = re.compile(r" (?:in|at|near|on|off|outside|from) (?:the )?[A-Z]")
_SLOTS = ("nsubj", "nsubjpass", "dobj", "pobj", "attr", "appos", "conj", "ROOT", "dative", "oprd", "acomp")


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A figure in the making. `whole` is the draft it is part of, `replaces` the one it supersedes (by digits)."""

    counted: Counted
    predicate: Predicate
    unit: str | None
    measure: str | None
    of: Named | None
    place: Named | None
    status: FigureStatus
    per: str | None
    relation: Relation | None
    negated: bool = False
    definite: bool = False
    article: bool = False
    whole: int | None = None
    listed_part: bool = False
    replaces: int | None = None

    @property
    def amount(self) -> Amount:
        """The number as written."""
        return self.counted.amount


def draft(parse: Parse, starts: list[int], amount: Amount) -> Draft | None:
    """Read one amount with its own words; None where it is no figure."""
    counted = find_counted(parse, starts, amount)
    if counted is None or is_silent(parse, counted):
        return None
    predicate = find_predicate(parse, counted)
    beside = None if is_whole(parse, counted) else read_beside(parse, counted, predicate.listed)
    if beside is not None:
        counted = replace(counted, noun=beside.noun)
        predicate = replace(predicate, measure=beside.measure, listed=True, total=beside.total)
    relation = _relation(parse, counted, predicate)
    of = find_of(parse, counted, predicate)
    return Draft(
        counted=counted,
        predicate=predicate,
        unit=name_unit(counted) or _unit_left_out(parse, counted, predicate),
        measure=_specify(parse, counted, predicate.measure, of),
        of=of,
        place=find_place(parse, counted, predicate),
        status=_standing(find_status(parse, counted, predicate), beside, relation),
        per=find_rate(parse, counted),
        relation=relation,
        negated=_is_negated(parse, predicate),
        definite=is_definite(parse, counted),
        article=parse.words[counted.first].tag == "DT" and amount.form == "number",
    )


def _unit_left_out(parse: Parse, counted: Counted, predicate: Predicate) -> str | None:
    """ "Twelve of us"; "arrests rose by 40 to 310": what rises by a bare number is counted in itself."""
    if _OF_US.match(parse.folded, counted.amount.end):
        return "person"
    verb, known = predicate.verb, load_knowledge()
    if verb is None or verb.lower not in known.changes or counted.noun is not None or predicate.role != "pobj":
        return None
    subject = find_child(parse, verb, ("nsubj", "nsubjpass"))
    measured = subject is not None and subject.lemma in known.words["dimension"] | known.words["measured in a unit"]
    if subject is None or measured or subject.tag != "NNS" or counted.amount.kind != "count":
        return None
    return "person" if is_person(subject) else subject.lemma


def _standing(status: FigureStatus, beside: Beside | None, relation: Relation | None) -> FigureStatus:
    """What is only feared is possible, and what is added to a toll is no toll."""
    if status == "running_total" and relation is not None:
        return "reported"
    return "possible" if beside is not None and beside.feared and status == "reported" else status


def _specify(parse: Parse, counted: Counted, measure: str | None, of: Named | None) -> str | None:
    """ "Length of border" rather than length; "votes for" where a second number tells the votes against."""
    noun = counted.noun
    if noun is not None and noun.lemma == "vote" and parse.folded.startswith(" to ", noun.end):
        return "votes for"
    if measure in ("length", "area", "weight", "duration") and of is not None and _is_common(of):
        return f"{measure} of {of.name.rpartition(' ')[2].lower()}"
    return measure


def _is_common(of: Named) -> bool:
    """A thing, with or without its article, and no name."""
    return of.name.removeprefix("The ").removeprefix("A ").removeprefix("An ")[:1].islower()


def _is_negated(parse: Parse, predicate: Predicate) -> bool:
    """A number under "not" is no record of anything: "did not receive 40 trucks"."""
    return predicate.verb is not None and find_child(parse, predicate.verb, ("neg",)) is not None


def _relation(parse: Parse, counted: Counted, predicate: Predicate) -> Relation | None:
    if counted.amount.more:
        return "increment"
    lead = lead_word(parse, counted)
    if lead in ("up", "down") and counted.amount.unit:
        return "increase" if lead == "up" else "decrease"
    step = lead == "by" or (counted.amount.kind == "percent" and lead not in ("to", "from", "at"))
    if predicate.verb is None or not step or predicate.role in ("nsubj", "nsubjpass"):
        return None
    change = find_change(parse, predicate.verb)
    if change == "increase" and counted.amount.kind == "count":
        return "increment"
    return change


def find_change(parse: Parse, verb: Word) -> Literal["increase", "decrease"] | None:
    """Tell whether a verb tells of more or of less: "fell", "went up"."""
    change = load_knowledge().changes.get(verb.lower)
    particle = find_child(parse, verb, ("prt", "advmod")) if verb.lemma in ("go", "be", "come") else None
    if particle is not None:
        change = load_knowledge().changes.get(particle.lower)
    return change[0] if change and change[0] != "change" else None


def find_articles(parse: Parse) -> list[Amount]:
    """Return the "a" that stands for one beside counted people: "three teachers and [a] nurse"."""
    found = []
    for word in parse.words:
        noun = parse.words[word.head]
        if word.lower not in ("a", "an") or noun.i <= word.i or not is_person(noun):
            continue
        if _is_ordinal(parse.words[word.i + 1]):
            continue
        first = noun
        while first.dep in ("conj", "appos") and first.head < first.i:
            first = parse.words[first.head]
        if any(parse.words[c].dep == "nummod" for one in _list_joined(parse, first) for c in parse.children[one]):
            start, end = word.start, word.end
            found.append(Amount(start=start, end=end, digits=start, value=1, high=1, operator="exact"))
    return found


def _is_ordinal(word: Word) -> bool:
    return f"every {word.lower}" in load_knowledge().numbers


def _list_joined(parse: Parse, first: Word) -> list[int]:
    """List the heads of "a priest, a teacher and four nuns", given the first; none where it stands alone."""
    joined = [first.i]
    for i in joined:
        joined.extend(c for c in parse.children[i] if parse.words[c].dep in ("conj", "appos") and c > i)
    return joined if len(joined) > 1 else []


def settle(parse: Parse, drafts: list[Draft]) -> list[Draft]:
    """Give each draft what it leaves out and drop those that count nothing after all."""
    settled: list[Draft] = []
    for at, here in enumerate(drafts):
        before = settled[-1] if settled else None
        after = drafts[at + 1] if at + 1 < len(drafts) else None
        done = _relate(parse, _fill(parse, here, before), before, after)
        if _counts(done):
            if done.status == "superseded" and before is not None and _replaced(parse, done, before):
                settled[-1] = replace(before, replaces=done.amount.digits)
            settled.append(done)
    return settled


def _fill(parse: Parse, here: Draft, before: Draft | None) -> Draft:
    """Take from the figure before: "14 miners were buried and 26 injured", "puts the number at nine"."""
    if here.unit is None and here.predicate.listed and here.measure:
        if before is not None and before.whole is not None and _same_sentence(here, before):
            return replace(here, unit=before.unit, of=before.of)
        here = _name_listed(parse, here)
        if here.predicate.total is not None:
            return here
    if before is None or not _near(here, before):
        return here
    if _VOTES.fullmatch(parse.folded[before.amount.end : here.amount.start]) or here.amount.form == "against":
        return replace(here, unit="vote", measure="votes against", of=before.of)
    behind = parse.words[here.counted.last + 1 : here.counted.last + 2]
    if here.of is None and here.unit == before.unit and any(word.lower == "others" for word in behind):
        here = replace(here, of=before.of)
    here = _take_measure(parse, _take_unit(parse, here, before), before)
    if here.relation == "increment" and here.predicate.listed and here.measure != before.measure:
        here = replace(here, relation=None)
    return here if here.place or not _share_place(parse, here, before) else replace(here, place=before.place)


def _is_bare(here: Draft) -> bool:
    noun = here.counted.noun
    return noun is None or (is_harm(noun) and here.counted.top.dep != "pobj")


def _take_unit(parse: Parse, here: Draft, before: Draft) -> Draft:
    if not _is_bare(here) or here.amount.unit is not None or not _inherits(parse, here):
        return here
    unit = before.unit if here.unit is None or before.unit == here.unit else here.unit
    return replace(here, unit=unit, of=here.of or (before.of if before.unit == unit else None))


def _take_measure(parse: Parse, here: Draft, before: Draft) -> Draft:
    """Take the measure of the figure before where this one has none, tells it again, corrects it or is part of it."""
    corrected = _NOT.search(parse.folded, max(0, here.amount.start - 5), here.amount.start) is not None
    empty = here.measure is None and (here.counted.top.dep == "conj" or _inherits(parse, here))
    part = not here.predicate.listed and _part_words(parse, here, before) and not _says_its_own(here, before)
    again = not here.predicate.listed and here.unit == before.unit and _retells(here, before)
    taken = empty or part or again or (corrected and here.counted.noun is None)
    return replace(here, measure=before.measure) if taken else here


def _says_its_own(here: Draft, before: Draft) -> bool:
    """ "31 hamlets, 12 of which have no doctor": a part whose clause tells more than that it is one."""
    verb, weak = here.predicate.verb, load_knowledge().words["weak verb"]
    return (
        verb is not None
        and verb.i != _verb_at(before)
        and here.predicate.role in ("nsubj", "nsubjpass")
        and (verb.lemma not in weak or " " in (here.measure or ""))
        and verb.lemma != "be"
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
    thing = name_total(parse, total) if total is not None else None
    if thing is None:
        return replace(here, unit="person")
    unit = "person" if is_person(thing) else thing.lemma
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
    if after is not None and _same_sentence(here, after):
        between = parse.folded[here.amount.end : after.amount.start]
        if _WHOLE_NEXT.fullmatch(between):
            return replace(here, whole=after.amount.digits, unit=here.unit or after.unit)
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


def _counts(here: Draft) -> bool:
    """A figure has a unit; indefinite words and "no" count only where harm or the like is measured."""
    if here.unit is None or here.unit == "time" or here.negated:
        return False
    if here.definite and not here.predicate.listed:
        return False
    joined = here.counted.noun is not None and here.counted.noun.dep == "conj"
    one = not joined and here.amount.value == 1 and here.amount.operator == "exact" and not here.predicate.listed
    if one and here.amount.kind in ("count", "duration") and here.amount.form == "number" and not here.article:
        return False
    if here.amount.form in ("few", "none"):
        return here.predicate.listed and here.unit == "person"
    return True
