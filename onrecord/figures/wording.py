"""Words the verb that a number stands under: "use the bridge", "fall in exports", "disputed", "without power"."""

from __future__ import annotations

from onrecord.figures.counting import Counted, name_span
from onrecord.figures.knowledge import load_knowledge
from onrecord.language import Parse, Word

_SUBJECTS = ("nsubj", "nsubjpass", "csubj")


def describe_verb(parse: Parse, verb: Word, role: str, counted: Counted) -> str | None:
    """Word the verb of a number with what belongs to it: "will send", "use the bridge", "rise in prices"."""
    change = load_knowledge().changes.get(verb.lower)
    points = counted.noun is not None and counted.noun.lemma == "point"
    if change and (role == "pobj" or counted.amount.kind == "percent" or points) and role not in _SUBJECTS:
        return describe_change(parse, verb, counted, change[1])
    words = load_knowledge().words
    subject = find_child(parse, verb, ("nsubj",))
    if (
        counted.amount.kind == "percent"
        and subject
        and subject not in (counted.top, counted.noun)
        and _is_level(parse, verb, subject)
    ):
        return subject.lower
    state = describe_state(parse, verb) or _circumstance(parse, verb, role)
    if verb.lemma in words["verb before a state"] and state:
        return state
    if verb.lemma in words["weak verb"]:
        held = _holding(parse, verb, role) or _circumstance(parse, verb, role) or _size_of(parse, verb, counted)
        return describe_state(parse, verb) or held or describe_noun(parse, counted)
    done = role == "dobj" and verb.tag in ("VBD", "VBZ", "VBP", "VBN")
    told = [name_participle(verb) if done else verb.lower]
    if any(parse.words[c].lower in ("will", "'ll") for c in parse.children[verb.i]):
        passive = any(parse.words[c].dep == "auxpass" for c in parse.children[verb.i])
        told = ["will be" if passive else "will", verb.lower]
    particle = find_child(parse, verb, ("prt",)) or _adverb_behind(parse, verb)
    if particle is not None:
        told.append(particle.lower)
    if counted.noun is not None and counted.noun.lemma in words["counted with its verb"]:
        told.insert(0, counted.noun.lower)
    thing = find_child(parse, verb, ("dobj",)) if role == "nsubj" else None
    if thing and thing.right - thing.left <= 4:
        told.append(name_span(parse, parse.words[thing.left].start, thing.end).name)
    return " ".join(told)


def _adverb_behind(parse: Parse, verb: Word) -> Word | None:
    """ "Have walked [out]", "went [home]": the adverb that completes a verb, whatever the parser calls it."""
    after = parse.words[verb.i + 1] if verb.i + 1 < len(parse.words) else verb
    return after if after.head == verb.i and after.lower in load_knowledge().words["adverb of direction"] else None


def describe_level(parse: Parse, verb: Word, counted: Counted) -> str | None:
    """ "The [deficit] stands at 4 percent of output": what is as high as that share."""
    subject = find_child(parse, verb, ("nsubj",))
    full = find_child(parse, verb, ("acomp",))
    if counted.amount.kind == "percent" and full is not None and full.i == counted.last + 1:
        return full.lower
    if counted.amount.kind != "percent" or subject is None or subject.tag != "NN" or subject == counted.noun:
        return None
    return subject.lower if subject.i < counted.first and _is_level(parse, verb, subject) else None


def _is_level(parse: Parse, verb: Word, subject: Word) -> bool:
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
    if lead_word(parse, counted) in ("to", "from", "at") and thing:
        return thing
    return f"{change} in {thing}" if thing else change


def describe_step(parse: Parse, counted: Counted) -> str | None:
    """ "Harvest down 18%", "won 38 percent, up four points": the fall or the rise, and of what where it is told."""
    lead = lead_word(parse, counted)
    if lead not in ("up", "down") or not counted.amount.unit:
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


def lead_word(parse: Parse, counted: Counted) -> str:
    """Return the word before a number, past its currency sign and its operator."""
    i = counted.first - 1
    while i > 0 and (parse.words[i].start >= counted.amount.start or parse.words[i].tag == "$"):
        i -= 1
    return parse.words[i].lower if i >= 0 else ""


def describe_state(parse: Parse, verb: Word) -> str | None:
    """ "230 km remain disputed", "12 are in hospital": the state, not the verb."""
    bare = [parse.words[c] for c in parse.children[verb.i] if parse.words[c].dep == "advmod"]
    state = find_child(parse, verb, ("acomp", "oprd")) or next(
        (w for w in bare if w.tag == "JJ" and w.i > verb.i), None
    )
    if state is None or state.tag not in ("JJ", "VBN", "VBG") or state.lower in load_knowledge().words["no state"]:
        return None
    return state.lower


def name_participle(verb: Word) -> str:
    """Return the participle of a verb, which says what was done to its object: "gave" given, "treats" treated."""
    irregular = load_knowledge().participles.get(verb.lemma)
    if irregular:
        return irregular
    if verb.lower.endswith("ed"):
        return verb.lower
    stem = verb.lemma
    if stem.endswith("e"):
        return f"{stem}d"
    return f"{stem[:-1]}ied" if stem.endswith("y") and stem[-2:-1] not in "aeou" else f"{stem}ed"


def _holding(parse: Parse, verb: Word, role: str) -> str | None:
    """ "Half of the homes have no power": what they have."""
    thing = find_child(parse, verb, ("dobj",)) if verb.lemma == "have" and role in _SUBJECTS else None
    if thing is None or thing.right - thing.left > 4 or thing.pos != "NOUN":
        return None
    return f"{verb.lower} {name_span(parse, parse.words[thing.left].start, thing.end).name}"


def _size_of(parse: Parse, verb: Word, counted: Counted) -> str | None:
    """ "The fleet has 90 boats", "the mission was to number 400 observers": how big a body is."""
    if counted.top.dep not in ("dobj", "attr") or counted.top.head != verb.i:
        return None
    subject = find_child(parse, verb, ("nsubj",))
    if subject is None and verb.dep == "xcomp":
        subject = find_child(parse, parse.words[verb.head], ("nsubj",))
    known = load_knowledge().words
    if subject is None or subject.lemma not in known["body of people"] | known["body of things"]:
        return None
    return f"{subject.lemma} size"


def _circumstance(parse: Parse, verb: Word, role: str) -> str | None:
    """ "4,000 houses were without power": what they were in or without."""
    if verb.lemma not in ("be", "remain", "stay", "live", "stand") or role not in _SUBJECTS:
        return None
    for i in parse.children[verb.i]:
        preposition = parse.words[i]
        thing = find_child(parse, preposition, ("pobj",))
        if preposition.dep == "advmod" and preposition.lower in load_knowledge().words["adverb of place"]:
            return preposition.lower
        harm = load_knowledge().measures.get((thing.lemma, "noun")) if thing is not None else None
        if preposition.dep == "prep" and preposition.lower in ("in", "under", "among") and harm:
            return harm
        if preposition.lower == "without" and thing is not None and thing.lemma in load_knowledge().words["shelter"]:
            return "homeless"
        if preposition.dep == "prep" and i > verb.i and thing is not None and thing.tag in ("NN", "NNS"):
            stays = "" if verb.lemma == "be" else f"{verb.lower} "
            return f"{stays}{preposition.lower} {thing.lower}"
    return None


def describe_noun(parse: Parse, counted: Counted) -> str | None:
    """Word a number that no verb is said of: "stolen horses", "people aboard", "crew size", "number of seats"."""
    noun = counted.noun
    if noun is None:
        return None
    for i in parse.children[noun.i]:
        child = parse.words[i]
        if child.dep == "amod" and child.tag == "VBN" and child.i > counted.last:
            return f"{child.lower} {noun.lower}"
        if child.dep in ("acl", "advmod") and child.i > noun.i and _tells_where(child):
            return child.lower if child.tag == "VBN" else f"{noun.lower} {child.lower}"
    clause = find_child(parse, noun, ("relcl",))
    strong = clause is not None and clause.lemma not in load_knowledge().words["weak verb"]  # a weak one asks the noun
    if clause and strong and clause.pos == "VERB" and clause.i > counted.last and _begins_with_that(parse, clause):
        passive = find_child(parse, clause, ("auxpass",)) is not None
        return describe_verb(parse, clause, "nsubjpass" if passive else "nsubj", counted)
    if noun.lemma in load_knowledge().words["crew"]:
        return f"{noun.lower} size"
    return f"share of {noun.lower}" if counted.amount.kind == "percent" else f"number of {noun.lower}"


def _begins_with_that(parse: Parse, clause: Word) -> bool:
    """ "The 26 trawlers [that left port]", not "the 26 trawlers that the navy seized"."""
    subject = find_child(parse, clause, _SUBJECTS)
    return subject is not None and subject.tag in ("WP", "WDT")


def _tells_where(word: Word) -> bool:
    return word.tag == "VBN" or word.lower in load_knowledge().words["adverb of place"]


def find_child(parse: Parse, word: Word, deps: tuple[str, ...]) -> Word | None:
    """Return the first child of a word with one of these relations."""
    return next((parse.words[c] for c in parse.children[word.i] if parse.words[c].dep in deps), None)
