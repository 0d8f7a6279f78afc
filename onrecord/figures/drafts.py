"""Puts one figure together and lets it take from its neighbour what its own words leave out."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from onrecord.figures.amounts import Amount
from onrecord.figures.counting import Counted, find_child, find_counted, is_person, lead_word, name_unit
from onrecord.figures.headlines import Beside, read_beside
from onrecord.figures.holders import find_of
from onrecord.figures.knowledge import load_knowledge
from onrecord.figures.measures import Predicate, find_predicate, is_whole
from onrecord.figures.scopes import find_place, find_rate, find_status
from onrecord.figures.silence import is_definite, is_silent
from onrecord.language import Parse, Word
from onrecord.records import FigureStatus, Named

Relation = Literal["increment", "increase", "decrease"]

_DOERS = ("ers", "ors", "ees", "ists", "ians", "ants")
_FOR = re.compile(r" (?:to |in favou?r\b|for(?:,| and \d))", re.IGNORECASE)
_STEPS = ("rise", "fall")
_OF_US = re.compile(r" of (?:us|you)\b", re.IGNORECASE)


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
    denied = _is_negated(parse, predicate)
    if denied and predicate.role in ("nsubj", "nsubjpass") and _counts_who_did_not(amount) and predicate.measure:
        predicate, denied = replace(predicate, measure=f"not {predicate.measure}"), False
    relation = _relation(parse, counted, predicate)
    of = find_of(parse, counted, predicate)
    return Draft(
        counted=counted,
        predicate=predicate,
        unit=_name_victims(counted, predicate) or name_unit(counted) or _unit_left_out(parse, counted, predicate),
        measure=_specify(parse, counted, predicate.measure, of),
        of=of,
        place=find_place(parse, counted, predicate),
        status=_standing(find_status(parse, counted, predicate), beside, relation),
        per=find_rate(parse, counted),
        relation=relation,
        negated=denied,
        definite=is_definite(parse, counted),
        article=parse.words[counted.first].tag == "DT" and amount.form == "number",
    )


def _counts_who_did_not(amount: Amount) -> bool:
    """ "Three quarters of teachers have not been paid" is a record; "two crowns never ruined anybody" is none."""
    return amount.kind in ("count", "percent") and amount.form != "none"


def _name_victims(counted: Counted, predicate: Predicate) -> str | None:
    """ "Four carters were hurt", "the bodies of nine tunnellers": nothing else that ends so is hurt or has a body."""
    harmed = predicate.measure is not None and predicate.measure.partition(" ")[0] in ("dead", "injured", "bodies")
    noun = counted.noun
    return "person" if harmed and noun is not None and noun.tag == "NNS" and noun.lower.endswith(_DOERS) else None


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
    if noun is not None and noun.lemma == "vote" and _FOR.match(parse.folded, noun.end):
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
    if lead in ("up", "down") and counted.amount.unit and predicate.measure and predicate.measure[:4] in _STEPS:
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
