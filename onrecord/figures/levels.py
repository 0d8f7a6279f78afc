"""Words a rise, a fall or a level: "rise in prices", "fall in visitors", the rent, the turnout."""

from __future__ import annotations

from onrecord.figures.counting import Counted, find_child, is_person, lead_word
from onrecord.figures.knowledge import load_knowledge
from onrecord.language import Parse, Word


def find_change_noun(parse: Parse, verb: Word) -> str | None:
    """Return the noun of a verb of change: "rise" for climbed and for "went up"; None for any other verb."""
    known = load_knowledge().changes
    change = known.get(verb.lower)
    if change is None and verb.lemma in ("go", "be", "come"):
        moved = (parse.words[c] for c in parse.children[verb.i] if parse.words[c].dep in ("prt", "advmod", "prep"))
        change = next((known[word.lower] for word in moved if word.lower in ("up", "down")), None)
    return change[1] if change else None


def describe_level(parse: Parse, verb: Word, counted: Counted) -> str | None:
    """ "The [deficit] stands at 4 percent of output": what is as high as that share."""
    above = parse.words[verb.head]
    joined = verb.dep in ("advcl", "conj") and above.pos == "VERB"
    subject = find_child(parse, verb, ("nsubj",)) or (find_child(parse, above, ("nsubj",)) if joined else None)
    full = find_child(parse, verb, ("acomp",))
    if counted.amount.kind == "percent" and full is not None and full.i == counted.last + 1:
        return full.lower
    if counted.amount.kind == "percent" and verb.tag == "VBN" and verb.i == counted.last + 1 and subject is None:
        return verb.lower  # "is 35 percent contained"
    following = parse.words[counted.last + 1] if counted.last + 1 < len(parse.words) else verb
    done = following.tag in ("VBN", "JJ") and following.lower not in load_knowledge().changes
    if counted.amount.kind == "percent" and counted.amount.form != "fraction" and verb.lemma == "be" and done:
        return following.lower
    if counted.amount.kind != "percent" or subject is None or subject.tag != "NN" or subject == counted.noun:
        return None
    return subject.lower if subject.i < counted.first and is_level(parse, verb, subject) else None


def is_level(parse: Parse, verb: Word, subject: Word) -> bool:
    """ "Turnout was 48 percent": the subject is what is measured, unless it is a name."""
    words = load_knowledge().words
    opens = subject.i == parse.sentences[subject.sentence][0] and subject.tag == "NNP"
    return verb.lemma in words["weak verb"] | words["verb of level"] and (subject.pos == "NOUN" or opens)


def describe_change(parse: Parse, verb: Word, counted: Counted, change: str) -> str:
    """ "Fell by 12 percent" is the fall, "fell to 9 percent" the thing itself."""
    above = parse.children[verb.head] if verb.dep == "xcomp" else ()
    near = [parse.words[c] for c in (*above, *parse.children[verb.i])]
    found = [w for w in near if w.dep in ("nsubj", "nsubjpass", "dobj")]
    things = [w for w in found if not counted.first <= w.i <= counted.last and w.pos in ("NOUN", "PROPN")]
    thing = things[-1].lower if things else None
    if lead_word(parse, counted) in ("to", "from", "at") and thing and is_person(things[-1]):
        return " ".join([verb.lower, *(["down"] if change == "fall" and verb.lemma in ("go", "come") else [])])
    if lead_word(parse, counted) in ("to", "from", "at") and thing:
        pieces, after = load_knowledge().words["part of a mass"], parse.words[counted.last + 1 : counted.last + 3]
        each = len(after) == 2 and after[0].lower in ("a", "an", "per") and after[1].lemma in pieces
        priced = counted.amount.kind == "money" and (each or things[-1].lemma in pieces)
        return "price" if priced else name_level(things[-1])
    return f"{change} in {thing}" if thing else change


def name_level(thing: Word) -> str:
    """ "Rents are 900 euros" gives the rent; "exports reached 3 million tonnes" the exports."""
    return thing.lemma if thing.lemma in load_knowledge().words["level of each"] else thing.lower


def describe_more(parse: Parse, counted: Counted, verb: Word | None) -> str | None:
    """ "Costs 40 percent more", "12 percent fewer visitors", "was 9 percent lower": the rise or fall."""
    after, known = parse.words[counted.last + 1 : counted.last + 3], load_knowledge().changes
    if counted.amount.kind != "percent" or not after:
        return None
    priced = after[0].lower in load_knowledge().words["of a price"]
    if after[0].lower not in known or (after[0].tag not in ("JJR", "RBR") and not priced):
        return None
    change = "rise" if known[after[0].lower][0] == "increase" else "fall"
    if len(after) > 1 and after[1].tag in ("NN", "NNS"):
        return f"{change} in {after[1].lower}"
    if priced or (verb is not None and verb.lemma == "cost"):
        return f"{change} in price"
    thing = find_child(parse, verb, ("nsubj",)) if verb is not None else None
    return f"{change} in {thing.lower}" if thing is not None and thing.pos == "NOUN" else change


def describe_step(parse: Parse, counted: Counted) -> str | None:
    """ "Harvest down 18%", "won 38 percent, up four points": the fall or the rise, and of what where it is told."""
    lead = lead_word(parse, counted)
    points = counted.noun is not None and counted.noun.lemma == "point"
    particle = next((w for w in parse.words[max(0, counted.first - 3) : counted.first][::-1] if w.lower == lead), None)
    if particle is not None and particle.dep == "prt":
        return None  # "tore up 60 km of railway"
    if lead not in ("up", "down") or not (counted.amount.unit or points):
        return None
    change = "rise" if lead == "up" else "fall"
    at = next(i for i in range(counted.first - 1, -1, -1) if parse.words[i].lower == lead)
    before = parse.words[at - 1] if at else None
    thing = before is not None and before.i + 1 == at and before.text.isalpha() and before.pos in ("NOUN", "PROPN")
    opens = before is not None and before.i == parse.sentences[before.sentence][0]
    return f"{change} in {before.lower}" if before is not None and (thing or opens) else change


def describe_rate(parse: Parse, counted: Counted) -> str | None:
    """ "A turnout of 65 percent", "a rise of 4 percent in rents": the noun that a percentage belongs to."""
    of = parse.words[counted.anchor.head]
    thing = parse.words[of.head]
    if counted.amount.kind != "percent" or of.lower != "of" or thing.tag not in ("NN", "NNS") or thing.i >= of.i:
        return None
    words = [thing.lower]
    for child in (parse.words[c] for c in (*parse.children[thing.i], *parse.children[of.i])):
        held = find_child(parse, child, ("pobj",)) if child.lower == "in" else None
        if held is not None and held.pos == "NOUN":
            words = [thing.lower, "in", held.lower]
    return " ".join(words)
