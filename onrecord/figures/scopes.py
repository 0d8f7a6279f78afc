"""Finds where a figure holds and in which standing: reported, expected, possible, permitted, denied."""

from __future__ import annotations

import re

from onrecord.figures.counting import Counted, find_child, name_span
from onrecord.figures.knowledge import load_knowledge
from onrecord.figures.measures import COMPARED, Predicate, is_running, is_whole
from onrecord.language import Parse, Word
from onrecord.records import FigureStatus, Named

_PER = re.compile(
    r"(?:\s\w+)?,?\s(?:a|an|per|each|every)\s(year|month|week|day|hour|minute|person|head|household)\b(?!\s(?:earlier|later|ago|before|after))",
    re.IGNORECASE,
)
_OFTEN = re.compile(r"(?:\s\w+)?\s(annually|yearly|monthly|weekly|daily|hourly)\b", re.IGNORECASE)
_SPANS = {
    "annually": "year",
    "yearly": "year",
    "monthly": "month",
    "weekly": "week",
    "daily": "day",
    "hourly": "hour",
}
_CORRECTED = re.compile(r"(?<!\w)not $", re.IGNORECASE)
_AS_REPORTED = re.compile(r"(?: \w+)? as ", re.IGNORECASE)
_ORDER: tuple[FigureStatus, ...] = ("denied", "permitted", "expected", "possible")


def find_place(parse: Parse, counted: Counted, predicate: Predicate) -> Named | None:
    """Find the named place that the figure's verb or noun is tied to by "in", "near", "at" or "from"."""
    own = (counted.top.i, *([counted.noun.i] if counted.noun and counted.part else []))
    for head in (*own, *(_clause_heads(parse, predicate.verb, predicate.listed) if predicate.verb else ())):
        found = _locative(
            parse,
            head,
            load_knowledge().words["locative"],
            predicate.listed,
        )
        if found:
            return found
    return _place_left(parse, predicate.verb) if predicate.role in ("nsubj", "nsubjpass") else None


def _clause_heads(parse: Parse, verb: Word, listed: bool) -> list[int]:
    """List the words that a place may hang on: the verb, its subject, verbs beside it, "when a raft sank on ..."."""
    heads = [verb.i]
    if verb.dep == "advcl" and verb.tag == "VBG":
        above = parse.words[verb.head]
        heads.extend([above.i, *(c for c in parse.children[above.i] if parse.words[c].dep in ("nsubj", "dobj"))])
    subject = find_child(parse, verb, ("nsubj", "nsubjpass", "csubj"))
    if subject and subject.lemma not in load_knowledge().words["holding"]:
        heads.append(subject.i)
    heads.extend(c for c in parse.children[verb.i] if parse.words[c].dep == "conj")
    if verb.dep == "conj":
        heads.append(verb.head)
        shared = find_child(parse, parse.words[verb.head], ("nsubj", "nsubjpass")) if subject is None else None
        heads.extend([shared.i] if shared else [])
    if listed:
        heads.extend(c for c in parse.children[verb.i] if parse.words[c].dep == "advcl" and _is_when(parse, c))
    return heads


def _is_when(parse: Parse, clause: int) -> bool:
    return any(parse.words[c].lower in ("when", "as", "after", "before", "while") for c in parse.children[clause])


def _locative(parse: Parse, head: int, wanted: frozenset[str], listed: bool) -> Named | None:
    for i in parse.children[head]:
        preposition = parse.words[i]
        if preposition.dep not in ("prep", "prt") or preposition.lower not in wanted:
            continue
        place = _place_after(parse, preposition)
        sure = preposition.lower in ("in", "at", "near") or (preposition.lower == "from" and listed)
        if place is None or not (sure or _is_near(parse, preposition, place)):
            continue
        if _is_place(parse, place):
            return _name_place(parse, place)
        deeper = _locative(parse, place.i, wanted, listed) if place.pos == "NOUN" else None
        if deeper:
            return deeper
    return None


def _place_after(parse: Parse, preposition: Word) -> Word | None:
    """Find the noun of a preposition; the parser takes "drowned [off] Cape Orm" for a verb with its object."""
    if preposition.dep == "prep":
        return find_child(parse, preposition, ("pobj",))
    thing = find_child(parse, parse.words[preposition.head], ("dobj",))
    return thing if thing is not None and thing.left == preposition.i + 1 else None


def _is_near(parse: Parse, preposition: Word, place: Word) -> bool:
    return preposition.lower not in ("on", "from", "under") or place.pos == "NOUN" or _is_kind(parse, place)


def _name_place(parse: Parse, place: Word) -> Named:
    inside = [w for w in parse.words[place.left : place.i + 1] if w.dep != "prep"]
    start = next((w for w in inside if w.text[0].isupper() and w.tag != "DT"), place)
    following = parse.words[min(place.i + 1, len(parse.words) - 1)]
    numbered = following.text.isdigit() and following.start == place.end + 1 and following.head == place.i
    return name_span(parse, start.start, following.end if numbered else place.end)


def _place_left(parse: Parse, verb: Word | None) -> Named | None:
    """ "2,000 fled Orm", "800 soldiers left the town of Orm": the place is the verb's object."""
    if verb is None or verb.lemma not in load_knowledge().words["verb of leaving"]:
        return None
    thing = find_child(parse, verb, ("dobj",))
    return _name_place(parse, thing) if thing is not None and thing.pos == "PROPN" and _is_place(parse, thing) else None


def _is_kind(parse: Parse, place: Word) -> bool:
    """ "On Lake Orm", "on the Sall border"; not "on Orm"."""
    kinds = load_knowledge().words["kind of place"]
    return any(w.lower in kinds for w in parse.words[place.left : place.i + 1])


def _is_place(parse: Parse, place: Word) -> bool:
    """A place has a proper name and is no month, weekday, year or person."""
    names = [w for w in parse.words[place.left : place.i + 1] if w.tag in ("NNP", "NNPS")]
    months = load_knowledge().words["month"]
    if place.lemma in load_knowledge().words["kind of place"]:
        names.extend(w for w in parse.words[place.left : place.i] if w.tag == "JJ" and w.text[0].isupper())
    if place.pos != "PROPN" and place.lemma not in load_knowledge().words["kind of place"]:
        return False
    return bool(names) and not any(w.lower in months or w.lower.endswith("day") for w in names)


def find_status(parse: Parse, counted: Counted, predicate: Predicate) -> FigureStatus:
    """Tell in which standing the text gives a figure, by the auxiliaries and the verbs above its verb."""
    if counted.amount.form == "old":
        return "superseded"
    if _CORRECTED.search(parse.folded, max(0, counted.amount.start - 5), counted.amount.start):
        return "superseded" if _AS_REPORTED.match(parse.folded, counted.amount.end) else "denied"
    if COMPARED.search(parse.folded, max(0, counted.amount.start - 15), counted.amount.start):
        return "reported"
    found = set[FigureStatus]()
    verb = predicate.verb
    if verb is None and counted.amount.kind != "count" and not is_whole(parse, counted):
        verb = _verb_above(parse, counted.top)
    for _ in range(4):
        if verb is None:
            break
        foresees = (
            verb == predicate.verb
            and predicate.role not in ("dobj", "nsubjpass")
            and verb.lemma in ("foresee", "envisage")
        )
        found.update(() if foresees else _of_verb(parse, verb))  # who foresees is not what is foreseen
        found.update(_of_head(parse, verb))
        head = parse.words[verb.head]
        verb = head if verb.dep in ("xcomp", "conj") and head.i != verb.i and head.pos in ("VERB", "ADJ") else None
    for status in _ORDER:
        if status in found:
            return status
    return "running_total" if is_running(predicate) else "reported"


def _verb_above(parse: Parse, word: Word) -> Word | None:
    """Climb past nouns and prepositions: "depths of 30 metres are forecast"."""
    for _ in range(6):
        word = parse.words[word.head]
        if word.pos == "VERB":
            return word
    return None


def _of_head(parse: Parse, verb: Word) -> set[FigureStatus]:
    """ "Denied that ...", "rejected claims that ...", "fear that ...", "expects the harvest to reach ..."."""
    known, words, head = load_knowledge().statuses, load_knowledge().words, parse.words[verb.head]
    governor = head
    if head.lemma in words["account"] and verb.dep in ("acl", "ccomp", "relcl"):
        governor = parse.words[head.head]
        untrue = find_child(parse, governor, ("acomp", "attr", "oprd"))
        if untrue is not None and untrue.lemma in words["untrue"]:
            return {"denied"}
    elif verb.dep not in ("ccomp", "xcomp", "pcomp"):
        return set()
    status = known.get(governor.lemma)
    infinitive = any(parse.words[c].tag == "TO" for c in parse.children[verb.i])
    if governor.lemma == "be" and infinitive and verb.dep == "xcomp":
        return {"expected"}
    if status == "denied" or (governor.lemma == "fear" and status) or (status == "expected" and infinitive):
        return {status}
    return set()


def _of_verb(parse: Parse, verb: Word) -> set[FigureStatus]:
    known, found = load_knowledge().statuses, set[FigureStatus]()
    for i in parse.children[verb.i]:
        word = parse.words[i]
        if word.dep == "aux" and word.lower in known:
            found.add("permitted" if word.lower == "may" and _under_rule(parse, verb) else known[word.lower])
        elif word.dep in ("acomp", "oprd") and known.get(word.lemma) == "expected":
            found.add("expected")
    if verb.lemma != "estimate" and known.get(verb.lemma) in ("expected", "permitted"):
        found.add(known[verb.lemma])
    if _is_headline_plan(parse, verb):
        found.add("expected")
    passive = verb.tag == "VBN" and any(parse.words[c].dep == "auxpass" for c in parse.children[verb.i])
    if verb.lemma in load_knowledge().words["verb of doubt"] and (passive or verb.lemma == "fear"):
        found.add("possible")
    return found


def _is_headline_plan(parse: Parse, verb: Word) -> bool:
    """ "Mill to shed 350 jobs": an infinitive that carries its sentence alone."""
    if verb.tag != "VB" or not any(parse.words[c].tag == "TO" for c in parse.children[verb.i]):
        return False
    top = parse.words[verb.head] if verb.dep in ("relcl", "acl") else verb
    return top.dep == "ROOT" and (top is verb or (top.pos in ("NOUN", "PROPN") and top.left <= top.i < verb.i))


def _under_rule(parse: Parse, verb: Word) -> bool:
    """ "Up to 30 carts may cross, the charter says", "may cross under the new rules"."""
    rules = load_knowledge().words["rule"]
    subject = find_child(parse, parse.words[verb.head], ("nsubj",))
    under = [
        find_child(parse, parse.words[c], ("pobj",)) for c in parse.children[verb.i] if parse.words[c].dep == "prep"
    ]
    return any(w is not None and w.lemma in rules for w in (subject, *under)) or verb.dep == "relcl"


def find_rate(parse: Parse, counted: Counted) -> str | None:
    """Return what the figure is counted by: "40 trucks a day", "$4.5 million a year"."""
    match = _PER.match(parse.folded, counted.amount.end)
    if match:
        return match[1].lower()
    often = _OFTEN.match(parse.folded, counted.amount.end)
    if often:
        return _SPANS[often[1].lower()]
    after = parse.words[counted.last + 1 : counted.last + 4]
    if counted.amount.kind != "money" or len(after) < 2 or after[0].lower not in ("a", "an", "per"):
        return None
    joined = len(after) == 3 and after[2].pos in ("NOUN", "PROPN", "ADJ")
    return after[1].lemma if after[1].tag == "NN" and not joined else None
