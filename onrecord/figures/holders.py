"""Names whom or what a figure is of: the miners, the barley, the road, the bill that is voted on."""

from __future__ import annotations

import re

from onrecord.figures.counting import Counted, find_child, lead_word, name_counted, name_span
from onrecord.figures.knowledge import load_knowledge
from onrecord.figures.measures import Predicate
from onrecord.language import Parse, Word
from onrecord.records import Named

_KIND_OF_THEM = re.compile(r" of (?:whom|which|them|these|those)\b", re.IGNORECASE)
_LEVEL_WORDS = ("its", "their", "his", "her", "our", "the", "a", "an")
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_SPENDING = ("spend", "lavish", "squander", "blow")
_MODIFIERS = ("compound", "nummod", "nmod")


def find_of(parse: Parse, counted: Counted, predicate: Predicate) -> Named | None:
    """Name whom or what is counted: the noun, the "of" after a unit, or the subject of a measure."""
    kind_of = parse.words[counted.anchor.head]
    if _KIND_OF_THEM.match(parse.folded, counted.amount.end) and kind_of.i > counted.last and kind_of.pos == "NOUN":
        return name_counted(parse, kind_of, kind_of.i)
    votes = counted.noun is not None and counted.noun.lemma == "vote" and not counted.part
    if votes or counted.amount.kind == "vote":
        return _voted_on(parse, predicate)
    won = counted.noun is not None and counted.noun.lemma in ("seat", "vote")
    share = counted.noun is not None and counted.noun.lemma == "vote" and counted.amount.kind == "percent"
    if won and not share and predicate.role in ("dobj", "pobj") and predicate.verb:
        holder = find_child(parse, predicate.verb, _SUBJECTS)
        if holder is not None and holder.pos in ("NOUN", "PROPN"):
            return name_counted(parse, holder, holder.left, whole=True)
    if counted.noun is not None:
        lost = (is_harm(counted.noun) and not _is_act(counted.noun)) or counted.noun.i < counted.last
        whole = counted.amount.form in ("fraction", "none") or _is_percent_of(parse, counted)
        return None if lost else name_counted(parse, counted.noun, counted.last + 1, whole=whole)
    return _of_unit(parse, counted, predicate) if counted.amount.unit else None


def _is_percent_of(parse: Parse, counted: Counted) -> bool:
    return counted.amount.kind == "percent" and parse.words[counted.last + 1].lower == "of"


def _of_unit(parse: Parse, counted: Counted, predicate: Predicate) -> Named | None:
    """Name what an amount with a unit is of: "the 70 km [road]", "[rings] worth 300 euros", "the [lease] runs for"."""
    head = parse.words[counted.anchor.head]
    if head.lower == "worth" and parse.words[head.head].pos == "NOUN":
        return name_counted(parse, parse.words[head.head], parse.words[head.head].left)
    spans = load_knowledge().units.get(head.lower, ("", ""))[1] == "duration"
    if counted.anchor.dep in _MODIFIERS and head.i > counted.last and head.pos == "NOUN" and not spans:
        return name_counted(parse, head, counted.last + 1)
    verb, words = predicate.verb, load_knowledge().words
    fast = _find_quantity(parse, head) if counted.amount.kind == "speed" else None
    if fast is not None:
        return name_counted(parse, fast, fast.left, whole=True)
    rising = _find_rising(parse, head)
    if rising is not None:
        return name_span(parse, rising.start, rising.end)
    if verb is None:
        return _name_possessor(parse, parse.words[head.head], counted.amount.kind) if head.lower == "of" else None
    if counted.amount.kind == "duration" and verb.lemma not in words["verb that lasts"] | words["verb of sentencing"]:
        return _of_time(parse, counted, predicate, verb)
    put = verb.lemma in words["verb that sets"] and lead_word(parse, counted) == "at"
    if put and find_child(parse, verb, ("nsubjpass",)) is None:
        return None
    aim = _find_aim(parse, counted, verb) if counted.amount.kind == "money" else None
    if aim is not None:
        return name_counted(parse, aim, aim.left, whole=True)
    subject = _holder(parse, counted, verb)
    return _name_holder(parse, subject, predicate) if subject is not None else None


def _of_time(parse: Parse, counted: Counted, predicate: Predicate, verb: Word) -> Named | None:
    """ "Blocked [the road] for two hours", "[the smuggler] faces 15 years"."""
    thing = find_child(parse, verb, ("dobj",))
    if thing is not None and thing.pos == "NOUN" and thing != counted.anchor:
        return name_counted(parse, thing, thing.left, whole=True)
    if thing is None or verb.lemma not in load_knowledge().words["verb of facing"]:
        return None
    subject = _holder(parse, counted, verb)
    return _name_holder(parse, subject, predicate) if subject is not None else None


def _find_rising(parse: Parse, of: Word) -> Word | None:
    """ "A [pay] rise of 12 percent": what rises, where the noun of change has it before it."""
    rise = parse.words[of.head]
    changes = rise.tag in ("NN", "NNS") and rise.lemma in load_knowledge().changes
    return find_child(parse, rise, ("compound",)) if of.lower == "of" and changes else None


def _find_quantity(parse: Parse, head: Word) -> Word | None:
    """ "[Gusts] of up to 165 km/h": what is so fast, and no speed itself."""
    head = parse.words[head.head] if head.lower in ("to", "up", "than") else head
    noun, words = parse.words[head.head], load_knowledge().words
    return noun if head.lower == "of" and noun.tag == "NNS" and noun.lemma not in words["dimension"] else None


def _find_aim(parse: Parse, counted: Counted, verb: Word) -> Word | None:
    """ "Spent 3 million on [the footbridge]", "pledged 2 billion for [the rebuilding]": what the money is for."""
    words = load_knowledge().words
    invests, spends = verb.lemma in words["verb that invests"], verb.lemma in _SPENDING
    gives = invests or spends or verb.lemma in words["verb that gives"] | words["verb that sets aside"]
    if not gives or (verb.lemma == "spend" and verb.tag in ("VBZ", "VBP")):
        return None
    after = parse.words[counted.last + 1] if counted.last + 1 < len(parse.words) else verb
    wanted = ("in", "into") if invests else ("on",) if spends else ("for",)
    thing = find_child(parse, after, ("pobj",)) if after.lower in wanted else None
    return thing if thing is not None and thing.pos in ("NOUN", "PROPN") else None


def _name_possessor(parse: Parse, quantity: Word, kind: str) -> Named | None:
    """ "[The wreck] lies at a depth of 80 metres", "[the bank] made a loss of 90 million": whose quantity it is."""
    above, words = parse.words[quantity.head], load_knowledge().words
    booked = quantity.dep == "dobj" and above.lemma in words["light verb"] | words["verb that books"]
    if kind == "area" and quantity.lemma not in words["no owner"] and quantity.lemma not in words["dimension"]:
        return name_counted(parse, quantity, quantity.left, whole=True) if quantity.pos == "NOUN" else None
    if not booked and quantity.lemma not in words["dimension"]:
        whole = kind == "money" and quantity.tag in ("NN", "NNS") and quantity.lemma not in words["no owner"]
        return name_counted(parse, quantity, quantity.left, whole=True) if whole else None
    above = parse.words[above.head] if above.dep == "prep" else above
    subject = find_child(parse, above, _SUBJECTS) if above.pos == "VERB" else None
    if subject is None or subject == quantity or subject.pos not in ("NOUN", "PROPN"):
        return None
    return name_counted(parse, subject, subject.left, whole=True)


def _holder(parse: Parse, counted: Counted, verb: Word) -> Word | None:
    """Find the subject, or for money whom it is given to or charged."""
    subject = find_child(parse, verb, _SUBJECTS)
    above = verb
    while subject is None and above.dep in ("conj", "xcomp") and parse.words[above.head].pos == "VERB":
        above = parse.words[above.head]
        subject = find_child(parse, above, _SUBJECTS)
    if counted.amount.kind in ("money", "percent"):
        given = [_receiver(parse, parse.words[c]) for c in parse.children[verb.i]]
        gives = verb.lemma in load_knowledge().words["verb that gives"] and find_child(parse, verb, ("nsubj",))
        giver = None if gives else subject
        others = (w for w in given if w and not counted.first <= w.i <= counted.last)
        subject = next((w for w in others if w.left != counted.last + 1), giver)  # not the litre of "2 euros a litre"
    if subject is None or subject.i == counted.anchor.i or subject.tag == "WDT":
        return None
    return None if subject.pos in ("PRON", "DET", "ADP") else subject


def _name_holder(parse: Parse, subject: Word, predicate: Predicate) -> Named | None:
    """A subject that is itself what is measured is no holder: "unemployment stands at 4 percent"."""
    named = name_counted(parse, subject, subject.left, whole=True)
    if named is not None and subject.lemma in load_knowledge().words["part of a mass"]:
        named = _with_mass(parse, subject, named)
    told = [word for word in (named.name.lower().split() if named else ()) if word not in _LEVEL_WORDS]
    fills = predicate.measure is not None and told == [predicate.measure] and subject.tag in ("NN", "NNP")
    measured = _measured_in(parse, subject) if subject.lower == predicate.measure else None
    if measured is not None:
        return measured
    return None if fills else named


def _measured_in(parse: Parse, subject: Word) -> Named | None:
    """ "The cost of [the new harbour] is", "support for [the premier] sank": what has that cost or support."""
    for owned in (parse.words[c] for c in parse.children[subject.i] if parse.words[c].lower in ("of", "for")):
        thing = find_child(parse, owned, ("pobj",))
        if thing is not None and thing.pos in ("NOUN", "PROPN"):
            return name_counted(parse, thing, thing.left, whole=True)
    return None


def _with_mass(parse: Parse, part: Word, named: Named) -> Named:
    """ "A loaf [of bread]", "a barrel [of oil]": the part is nothing without what it is of."""
    of = next(
        (parse.words[c] for c in parse.children[part.i] if parse.words[c].lower == "of" and c == part.i + 1), None
    )
    mass = find_child(parse, of, ("pobj",)) if of is not None else None
    if mass is None or named.span is None:
        return named
    return name_span(parse, named.span.start, mass.end)


def _is_act(noun: Word) -> bool:
    """ "Eight [deaths]", "26 [arrests]" are what is counted; "eight [dead]" are nobody in particular."""
    known = load_knowledge()
    told = (noun.lemma, "noun") in known.measures and known.persons.isdisjoint((noun.lemma, noun.lower))
    return told and noun.tag == "NNS" and noun.lemma not in ("dead", "missing")


def is_harm(noun: Word) -> bool:
    """Tell whether a noun names the harm itself: "the dead", "three injured"."""
    known = load_knowledge()
    act = (noun.lemma, "noun") in known.measures and known.persons.isdisjoint((noun.lemma, noun.lower))
    return act or not known.words["harmed"].isdisjoint((noun.lower, noun.lemma))


def _receiver(parse: Parse, word: Word) -> Word | None:
    """Find who is given or what is charged: "paid the [port]", "gave 3 million to [farmers]"."""
    to = word.lower == "to" and parse.words[word.head].lemma in load_knowledge().words["verb that gives"]
    if word.tag in ("IN", "TO") and (word.dep == "dative" or to):
        return find_child(parse, word, ("pobj",))
    joined = any(parse.words[c].dep == "conj" for c in parse.children[word.i])
    return word if word.dep in ("dative", "dobj") and word.pos in ("NOUN", "PROPN") and not joined else None


def _voted_on(parse: Parse, predicate: Predicate) -> Named | None:
    """Name what is voted on: "the [bill] passed by", "approved the [bill] by", "the [bill], adopted by"."""
    verb = predicate.verb
    if verb is None:
        return None
    head = parse.words[verb.head]
    if verb.dep in ("acl", "relcl") and head.pos in ("NOUN", "PROPN"):
        following = parse.words[head.i + 1]
        return name_span(parse, parse.words[head.left].start, (following if following.pos == "NUM" else head).end)
    thing = find_child(parse, verb, ("dobj", "nsubjpass")) or find_child(parse, verb, ("nsubj",))
    return name_counted(parse, thing, thing.left) if thing is not None and thing.pos in ("NOUN", "PROPN") else None
