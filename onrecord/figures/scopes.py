"""Finds where a figure holds and in which standing: reported, expected, possible, permitted, denied."""

from __future__ import annotations

import re

from onrecord.figures.counting import Counted, name_span
from onrecord.figures.knowledge import load_knowledge
from onrecord.figures.measures import Predicate, find_child, is_running
from onrecord.language import Parse, Word
from onrecord.records import FigureStatus, Named

_PER = re.compile(
    r"(?:\s\w+)?,?\s(?:a|an|per|each|every)\s(year|month|week|day|hour|minute|person|head|household)\b(?!\s(?:earlier|later|ago|before|after))",
    re.IGNORECASE,
)
_ORDER: tuple[FigureStatus, ...] = ("denied", "permitted", "expected", "possible")


def find_place(parse: Parse, counted: Counted, predicate: Predicate) -> Named | None:
    """Find the named place that the figure's verb or noun is tied to by "in", "near", "at" or "from"."""
    heads = [counted.top.i, *([predicate.verb.i] if predicate.verb else [])]
    if predicate.verb:
        subject = find_child(parse, predicate.verb, ("nsubj", "nsubjpass", "csubj"))
        if subject:
            heads.append(subject.i)
        heads.extend(c for c in parse.children[predicate.verb.i] if parse.words[c].dep == "conj")
        if predicate.verb.dep == "conj":
            heads.append(predicate.verb.head)
    for head in heads:
        found = _locative(
            parse,
            head,
            load_knowledge().words["locative"] if predicate.listed else load_knowledge().words["locative"] - {"from"},
        )
        if found:
            return found
    return None


def _locative(parse: Parse, head: int, wanted: frozenset[str]) -> Named | None:
    for i in parse.children[head]:
        preposition = parse.words[i]
        if preposition.dep != "prep" or preposition.lower not in wanted:
            continue
        place = find_child(parse, preposition, ("pobj",))
        if place is not None and _is_place(parse, place):
            inside = [w for w in parse.words[place.left : place.i + 1] if w.dep != "prep"]
            start = next((w for w in inside if w.text[0].isupper() and w.tag != "DT"), place)
            following = parse.words[min(place.i + 1, len(parse.words) - 1)]
            numbered = following.text.isdigit() and following.start == place.end + 1
            return name_span(parse, start.start, following.end if numbered else place.end)
    return None


def _is_place(parse: Parse, place: Word) -> bool:
    """A place has a proper name and is no month, weekday, year or person."""
    names = [w for w in parse.words[place.left : place.i + 1] if w.tag in ("NNP", "NNPS")]
    months = load_knowledge().words["month"]
    if place.pos != "PROPN" and place.lemma not in load_knowledge().words["kind of place"]:
        return False
    return bool(names) and not any(w.lower in months or w.lower.endswith("day") for w in names)


def find_status(parse: Parse, counted: Counted, predicate: Predicate) -> FigureStatus:
    """Tell in which standing the text gives a figure, by the auxiliaries and the verbs above its verb."""
    if counted.amount.form == "old":
        return "superseded"
    known, found = load_knowledge().statuses, set[FigureStatus]()
    verb = predicate.verb
    for _ in range(4):
        if verb is None:
            break
        found.update(_of_verb(parse, verb))
        head = parse.words[verb.head]
        if verb.dep == "ccomp" and head.lemma in known and known[head.lemma] == "denied":
            found.add("denied")
        verb = head if verb.dep in ("xcomp", "conj") and head.i != verb.i and head.pos in ("VERB", "ADJ") else None
    for status in _ORDER:
        if status in found:
            return status
    return "running_total" if is_running(predicate) else "reported"


def _of_verb(parse: Parse, verb: Word) -> set[FigureStatus]:
    known, found = load_knowledge().statuses, set[FigureStatus]()
    for i in parse.children[verb.i]:
        word = parse.words[i]
        if word.dep == "aux" and word.lower in known:
            found.add("permitted" if word.lower == "may" and _under_rule(parse, verb) else known[word.lower])
    if verb.lemma in known and known[verb.lemma] in ("expected", "permitted"):
        found.add(known[verb.lemma])
    return found


def _under_rule(parse: Parse, verb: Word) -> bool:
    subject = find_child(parse, parse.words[verb.head], ("nsubj",))
    return (subject is not None and subject.lemma in load_knowledge().words["rule"]) or verb.dep == "relcl"


def find_rate(parse: Parse, counted: Counted) -> str | None:
    """Return what the figure is counted by: "40 trucks a day", "$4.5 million a year"."""
    match = _PER.match(parse.folded, counted.amount.end)
    return match[1].lower() if match else None
