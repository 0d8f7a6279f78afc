"""Says what an amount with a unit of its own measures: rent, cost, depth, duration, sentence, length of road."""

from __future__ import annotations

from onrecord.figures.counting import Counted, find_child, lead_word
from onrecord.figures.knowledge import load_knowledge
from onrecord.figures.levels import describe_change, find_change_noun, name_level
from onrecord.figures.wording import describe_state, describe_verb, name_participle
from onrecord.language import Parse, Word

_EXTENTS = {
    "long": "length",
    "deep": "depth",
    "high": "height",
    "tall": "height",
    "wide": "width",
    "broad": "width",
    "thick": "thickness",
    "across": "width",
}
_EXTENSIVE = ("length", "area", "mass", "volume")
_OWNED = ("length", "temperature", "speed", "mass", "volume")
_DIMENSIONS = {
    "length": "length",
    "area": "area",
    "mass": "weight",
    "volume": "volume",
    "duration": "duration",
    "power": "capacity",
    "speed": "speed",
    "temperature": "temperature",
}


def measure_unit(parse: Parse, counted: Counted, verb: Word | None, role: str) -> str | None:
    """Say what money, lengths, weights measure: "rent", "cost", "marked", "length", "extension"."""
    compared = _describe_distance_from(parse, counted)
    if compared:
        return compared
    if counted.amount.kind == "temperature" and not (verb is not None and find_change_noun(parse, verb)):
        return "temperature"
    named = _of_noun(parse, counted, verb)
    if named:
        return named
    kind = counted.amount.kind
    if verb is None or (kind in _EXTENSIVE and counted.anchor.dep in ("compound", "nummod", "nmod")):
        return _DIMENSIONS.get(kind, "amount")
    if kind == "duration" and parse.words[counted.anchor.head].pos == "NOUN" and counted.anchor.dep != "conj":
        return "duration"  # "a 20-year lease was signed"
    if kind == "duration":
        return _name_term(parse, counted, verb) or _duration(verb)
    change = find_change_noun(parse, verb)
    step = (
        role in ("npadvmod", "dobj", "quantmod")
        and kind == "money"
        and verb.lemma not in ("raise", "shed", "cut", "lower")
    )
    if change and (role == "pobj" or (step and change in ("rise", "fall"))):
        return describe_change(parse, verb, counted, change)
    level = _level(parse, counted, verb, role) or _quantity(parse, counted, verb)
    return level or _of_verb(parse, counted, verb, role)


def _describe_distance_from(parse: Parse, counted: Counted) -> str | None:
    """ "11 degrees [above the norm]", "two metres [below sea level]": how far from what."""
    after = parse.words[counted.last + 1 : counted.last + 5]
    if (
        counted.amount.kind not in ("length", "temperature")
        or not after
        or after[0].lower not in ("above", "below", "over", "under", "beneath")
        or after[0].tag != "IN"
    ):
        return None
    thing = find_child(parse, after[0], ("pobj",))
    if thing is None or thing not in after or thing.tag not in ("NN", "NNS"):
        return None
    return " ".join(w.lower for w in parse.words[after[0].i : thing.i + 1])


def _quantity(parse: Parse, counted: Counted, verb: Word) -> str | None:
    """ "Sells for 4 euros", "measures 30 metres", "spends 300 a month": the noun of what a verb takes an amount of."""
    kind, hands = counted.amount.kind, find_child(parse, verb, ("dobj",))
    if kind == "money" and verb.lemma in load_knowledge().words["verb of level"] and _is_per_piece(parse, counted):
        return "price"
    several = find_child(parse, verb, ("nsubj",))
    now = verb.tag in ("VBZ", "VBP") or (verb.lower == "cost" and several is not None and several.tag == "NNS")
    if verb.lemma == "cost" and now and find_child(parse, verb, ("aux",)) is None:
        paid_by = hands is not None and not counted.first <= hands.i <= counted.last
        return "cost" if paid_by or find_child(parse, verb, ("dative",)) else f"price / {verb.lower}"
    if kind == "money" and (verb.lemma == "go" or (verb.lemma == "change" and hands and hands.lower == "hands")):
        return "price" if lead_word(parse, counted) in ("for", "at") else None
    if verb.lemma == "spend":
        return "spending" if verb.tag in ("VBZ", "VBP") else None
    standing = verb.tag in ("VBZ", "VBP") or kind != "area"  # "will cover 340 hectares" is still to be measured
    return load_knowledge().quantities.get((verb.lemma, kind)) if standing else None


def _is_per_piece(parse: Parse, counted: Counted) -> bool:
    """ "$2 a litre", "80 euros per barrel"."""
    after = parse.words[counted.last + 1 : counted.last + 3]
    pieces = load_knowledge().words["part of a mass"]
    return len(after) == 2 and after[0].lower in ("a", "an", "per", "the") and after[1].lemma in pieces


def _of_noun(parse: Parse, counted: Counted, verb: Word | None) -> str | None:
    """Name the measure by the nouns and adjectives beside the amount, before any verb is asked."""
    kind = counted.amount.kind
    if kind == "vote":
        return f"votes {counted.amount.form}"
    if kind == "money" and lead_word(parse, counted) in ("cost", "costs") and (not verb or verb.lemma != "cost"):
        return "cost"
    following = parse.words[counted.last + 1].lower if counted.last + 1 < len(parse.words) else ""
    if kind == "length" and following in _EXTENTS:
        return _EXTENTS[following]
    purpose = _purpose(parse, counted) or (_noun_after(parse, counted) if kind == "money" else None)
    if purpose:
        return purpose
    named = (
        _dimension(parse, counted) or _worth(parse, counted) or (name_set_thing(parse, counted, verb) if verb else None)
    )
    named = named or _in_dimension(parse, counted)
    within = lead_word(parse, counted) == "within"
    runs = verb is not None and load_knowledge().quantities.get((verb.lemma, kind)) == "length"
    away = kind == "length" and not runs and (following in load_knowledge().words["away"] or within)
    return named or (_word_distance(parse, counted) if away else None)


def _word_distance(parse: Parse, counted: Counted) -> str:
    """ "Distance south of Kaluth", "distance away"."""
    after = parse.words[counted.last + 1 : counted.last + 5]
    away = bool(after) and after[0].lower in load_knowledge().words["away"] and after[0].lower != "inland"
    if not away:
        return "distance"
    names = [w for w in after[1:] if w.pos == "PROPN"]
    joined = len(after) > 1 and (after[1].lower in ("of", "from") or after[0].lower == "from") and names
    end = names[0].i + 1 if joined else after[0].i + 1
    return " ".join(["distance", *(w.text if w.pos == "PROPN" else w.lower for w in parse.words[after[0].i : end])])


def _name_term(parse: Parse, counted: Counted, verb: Word) -> str | None:
    """ "Faces 15 years [in prison]", "spent 12 years [in exile]": where the time is spent."""
    after = parse.words[counted.last + 1 : counted.last + 3]
    spent = len(after) == 2 and after[0].lower in ("in", "under", "behind") and after[1].tag in ("NN", "NNS")
    weak = verb.lemma in load_knowledge().words["verb of sentencing"]
    return f"{verb.lower} {after[0].lower} {after[1].lower}" if spent and not weak else None


def _duration(verb: Word) -> str:
    words = load_knowledge().words
    if verb.lemma in words["verb of sentencing"]:
        return "sentence" if verb.lemma == "sentence" else f"sentence {name_participle(verb)}"
    if verb.lemma in ("extend", "prolong", "renew"):
        return "extension"
    empty = words["weak verb"] | words["verb that lasts"] | words["verb that tells"] | words["verb of level"]
    return "duration" if verb.lemma in empty else f"duration {name_participle(verb)}"


def _of_verb(parse: Parse, counted: Counted, verb: Word, role: str) -> str | None:
    kind, sets = counted.amount.kind, load_knowledge().words
    if verb.lemma in sets["weak verb"]:
        return describe_state(parse, verb) or _DIMENSIONS.get(kind, "amount")
    if verb.lemma in ("cost", "rent"):
        return verb.lemma
    words = describe_verb(parse, verb, "dobj" if role == "dobj" else "", counted)
    fallen = _find_fallen(parse, counted)
    if fallen is not None:
        return f"{fallen.lower} {words}"
    state = describe_state(parse, verb) if verb.lemma in sets["verb before a state"] else None
    return state or (f"{_DIMENSIONS[kind]} {words}" if kind in ("length", "area") and role == "dobj" else words)


def _find_fallen(parse: Parse, counted: Counted) -> Word | None:
    """ "120 mm of [rain]": what falls is no length."""
    after = parse.words[counted.last + 1 : counted.last + 4]
    falls = load_knowledge().words["falls from the sky"]
    of = bool(after) and after[0].lower == "of"
    return next((w for w in after if w.lemma in falls), None) if of else None


def _dimension(parse: Parse, counted: Counted) -> str | None:
    """ "At a [depth] of 10 metres", "a [speed] of 90 km/h": the dimension that is named."""
    head = parse.words[counted.anchor.head]
    head = parse.words[head.head] if head.lower in ("to", "up", "than") else head  # "winds of up to 160 km/h"
    owner = parse.words[head.head]
    if head.lower != "of" or owner.i >= head.i:
        return None
    if owner.lemma in load_knowledge().words["dimension"]:
        return owner.lemma
    if owner.tag not in ("NN", "NNS") or owner.lemma in load_knowledge().words["no owner"]:
        return None
    if counted.amount.kind == "duration":
        return "sentence" if owner.lemma == "sentence" else f"duration of {owner.lower}"
    return owner.lower if counted.amount.kind in _OWNED else None


def _in_dimension(parse: Parse, counted: Counted) -> str | None:
    """ "Sixty metres in diameter"."""
    following = [w.lower for w in parse.words[counted.last + 1 : counted.last + 3]]
    known = load_knowledge().words["dimension"]
    return following[1] if len(following) == 2 and following[0] == "in" and following[1] in known else None


def _worth(parse: Parse, counted: Counted) -> str | None:
    """ "Rings worth 3 million euros", "fines totalling 3,000 euros"."""
    head = parse.words[counted.anchor.head]
    if head.lower == "worth" and parse.words[head.head].dep not in ("nsubj", "nsubjpass"):
        return "worth"
    before = parse.words[head.i - 1] if head.i else head
    totals = head.tag == "VBG" and head.lemma in ("total", "totalling", "amount", "exceed")
    return before.lower if totals and before.pos == "NOUN" else None


def _level(parse: Parse, counted: Counted, verb: Word, role: str) -> str | None:
    """ "The [deficit] was 2 billion euros", "the [harvest] reached 3 million tonnes"."""
    words = load_knowledge().words
    subject = find_child(parse, verb, ("nsubj",))
    if role in ("nsubj", "nsubjpass") or subject is None:
        return None
    if verb.lemma in words["verb of level"] | {"be"} and subject.lemma in words["dimension"]:
        return subject.lemma
    each = subject.lemma in words["level of each"]
    sums = subject.tag == "NNS" and counted.amount.kind == "money" and verb.lemma in words["verb of level"]
    if subject.tag != "NN" and not each and not sums:
        return None
    kinds = ("money", "mass", "volume")
    if verb.lemma not in words["verb of level"] | {"be"} or (counted.amount.kind not in kinds and not each):
        return None
    return name_level(subject)


def name_set_thing(parse: Parse, counted: Counted, verb: Word) -> str | None:
    """ "Put the [damage] at 40 million euros", "the [cost] was estimated at 3 million"."""
    if verb.lemma not in load_knowledge().words["verb that sets"] or lead_word(parse, counted) != "at":
        return None
    thing = find_child(parse, verb, ("dobj", "nsubjpass"))
    return thing.lower if thing is not None and thing.pos == "NOUN" else None


def _purpose(parse: Parse, counted: Counted) -> str | None:
    """ "$3 million in fees", "500 euros in damages": the noun after "in"."""
    if counted.amount.kind != "money":
        return None
    for word in parse.words[counted.last + 1 : counted.last + 5]:
        if word.lower == "in" and word.sentence == counted.anchor.sentence:
            thing = parse.words[min(word.i + 1, len(parse.words) - 1)]
            return thing.lower if thing.head == word.i and thing.tag in ("NN", "NNS") else None
    return None


def _noun_after(parse: Parse, counted: Counted) -> str | None:
    head = parse.words[counted.anchor.head]
    owner = parse.words[head.head]
    if head.lower == "of" and owner.tag in ("NN", "NNS") and head.head != head.i:
        return owner.lower
    modifies = counted.anchor.dep in ("compound", "nummod", "nmod", "quantmod")
    return head.lower if modifies and head.pos == "NOUN" and head.i > counted.last else None
