"""Words the verb that a number stands under: "use the bridge", "fall in exports", "disputed", "without power"."""

from __future__ import annotations

from onrecord.figures.counting import Counted, find_child, name_span
from onrecord.figures.knowledge import load_knowledge
from onrecord.figures.levels import describe_change, find_change_noun, is_level
from onrecord.language import Parse, Word

_TIED = ("prt", "prep", "advmod", "oprd", "acomp", "agent")
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")


def describe_verb(parse: Parse, verb: Word, role: str, counted: Counted) -> str | None:
    """Word the verb of a number as what is true of what it counts: "fled the town", "seized", "rise in prices"."""
    change = find_change_noun(parse, verb)
    points = counted.noun is not None and counted.noun.lemma == "point"
    if change and (role == "pobj" or counted.amount.kind == "percent" or points) and role not in _SUBJECTS:
        return describe_change(parse, verb, counted, change)
    words = load_knowledge().words
    subject = find_child(parse, verb, ("nsubj",))
    if (
        counted.amount.kind == "percent"
        and subject
        and subject not in (counted.top, counted.noun)
        and is_level(parse, verb, subject)
    ):
        return subject.lower
    state = describe_state(parse, verb) or _circumstance(parse, verb, role)
    if verb.lemma in words["verb before a state"] and state:
        return state
    if verb.lemma in words["weak verb"] and not _is_to_do(parse, verb, role):
        held = (
            _holding(parse, verb, role)
            or _place_had(parse, verb, role)
            or _circumstance(parse, verb, role)
            or _size_of(parse, verb, counted)
        )
        return describe_state(parse, verb) or held or describe_noun(parse, counted)
    left = _left_in(parse, verb, counted) if role == "dobj" else None
    if left:
        return left
    told = word_verb(parse, verb, role)
    striking = (
        find_child(parse, verb, ("nsubj",)) if role == "dobj" and verb.lemma in words["verb of striking"] else None
    )
    if striking is not None and striking.pos == "NOUN":
        return f"{name_participle(verb)} by {striking.lower}"
    if role == "dobj" and verb.lemma in ("count", "tally") and counted.noun is not None and verb.tag != "VBG":
        return f"counted {counted.noun.lower}"
    if counted.noun is not None and counted.noun.lemma in words["counted with its verb"]:
        told.insert(0, counted.noun.lower)
    return " ".join(told)


def _left_in(parse: Parse, verb: Word, counted: Counted) -> str | None:
    """ "Left 60,000 households [without power]", "kept 12 ships [in port]": the state, not the verb."""
    after = parse.words[min(counted.noun.i + 1, len(parse.words) - 1)] if counted.noun is not None else verb
    if verb.lemma not in ("leave", "keep", "put", "find") or after.dep != "prep" or after.lower == "of":
        return None
    thing = find_child(parse, after, ("pobj",))
    state = thing is not None and thing.tag in ("NN", "NNS") and thing.i <= after.i + 2
    return f"{after.lower} {thing.lower}" if state and thing is not None else None


def word_verb(parse: Parse, verb: Word, role: str) -> list[str]:
    """List the words of a predicate: what its subject did ("fled the town"), or its object underwent ("seized")."""
    if role not in ("dobj", "nsubj", "nsubjpass"):
        return [*_lead_in(parse, verb), verb.lower, *_particle(parse, verb)]
    if role == "dobj":
        told = [name_participle(verb)] if _is_done(parse, verb) else [*_lead_in(parse, verb), verb.lower]
        made = verb.lemma in load_knowledge().words["verb that makes do"]
        return [*told, *_particle(parse, verb), *(_purpose(parse, verb) if made else ())]
    told = [*_lead_in(parse, verb), verb.lower, *_particle(parse, verb)]
    return [*told, *(_object(parse, verb) or _purpose(parse, verb) or _behind(parse, verb))]


def _is_done(parse: Parse, verb: Word) -> bool:
    """ "Gave", "gives", "have given" and "a truck carrying": it is given, carried; not "is building"."""
    if verb.tag == "VBG":
        return find_child(parse, verb, ("aux",)) is None
    return verb.tag in ("VBD", "VBZ", "VBP", "VBN")


def _lead_in(parse: Parse, verb: Word) -> list[str]:
    """ "Will [ship]", "ordered to [leave]": what stands before the verb and belongs to what is told."""
    children = [parse.words[c] for c in parse.children[verb.i]]
    if any(child.lower in ("will", "'ll") for child in children):
        return ["will", "be"] if any(child.dep == "auxpass" for child in children) else ["will"]
    above = parse.words[verb.head]
    told = verb.dep in ("ccomp", "xcomp") and above.lemma in load_knowledge().words["verb that makes do"]
    return [name_participle(above), "to"] if told and any(child.tag == "TO" for child in children) else []


def _particle(parse: Parse, verb: Word) -> list[str]:
    particle = find_child(parse, verb, ("prt",)) or _adverb_behind(parse, verb)
    return [particle.lower] if particle is not None else []


def _object(parse: Parse, verb: Word) -> list[str]:
    thing = find_child(parse, verb, ("dobj",))
    if thing is None or thing.right - thing.left > 4:
        return []
    return [name_span(parse, parse.words[thing.left].start, thing.end).name]


def _is_to_do(parse: Parse, verb: Word, role: str) -> bool:
    """ "Have to leave": the verb is empty, but what follows it is not."""
    return verb.lemma == "have" and role in _SUBJECTS and bool(_purpose(parse, verb))


def _purpose(parse: Parse, verb: Word) -> list[str]:
    """ "Refused [to sign the pact]", "began [returning]", "were told [to boil water]"."""
    done = find_child(parse, verb, ("xcomp",))
    if done is None or done.pos != "VERB" or not verb.i < done.i <= verb.i + 7:
        return []
    to = ["to"] if any(parse.words[c].tag == "TO" for c in parse.children[done.i]) else []
    passive = ["be"] if to and find_child(parse, done, ("auxpass",)) else []
    return [*to, *passive, done.lower, *_particle(parse, done), *_object(parse, done)]


def _behind(parse: Parse, verb: Word) -> list[str]:
    """ "Went [on strike]", "fell [ill]", "came [under fire]": what a light verb needs to say anything."""
    if verb.lemma not in load_knowledge().words["verb of posture"]:
        return []
    state = find_child(parse, verb, ("acomp", "oprd"))
    if state is not None and state.i > verb.i:
        return [state.lower]
    after = parse.words[verb.i + 1] if verb.i + 1 < len(parse.words) else verb
    if after.head == verb.i and after.tag in ("JJ", "RB") and not after.lower.endswith("ly"):
        return [] if _particle(parse, verb) else [after.lower]
    for preposition in (parse.words[c] for c in parse.children[verb.i] if c > verb.i):
        thing = find_child(parse, preposition, ("pobj",)) if preposition.dep == "prep" else None
        if thing is not None and thing.tag in ("NN", "NNS") and thing.right - preposition.i <= 4:
            return [preposition.lower, thing.lower]
    return []


def describe_oblique(parse: Parse, verb: Word, counted: Counted) -> str | None:
    """Word the verb that a number hangs on by a preposition: "signed [by]", "spread to", "took place in"."""
    preposition, words = parse.words[counted.top.head], load_knowledge().words
    if preposition.lower == "by":
        noun = load_knowledge().quantities.get((verb.lemma, counted.amount.kind))
        if noun and verb.tag == "VBN":
            return noun
        return " ".join([verb.lower, *_particle(parse, verb)]) if verb.tag == "VBN" else None
    if verb.lemma in words["weak verb"] | words["verb that tells"] | words["verb of level"]:
        return None
    if counted.noun is not None and counted.noun.lemma in words["span of time"]:
        return None
    apart = preposition.lower == "with" and preposition.i != verb.i + 1  # it may as well belong to the noun before it
    if apart or preposition.head != verb.i:
        return None
    told = word_verb(parse, verb, "" if find_child(parse, verb, ("nsubj",)) else "nsubjpass")
    thing = _object(parse, verb) if verb.lemma in words["light verb"] else []
    return " ".join([*told, *(thing if not set(thing) <= set(told) else []), preposition.lower])


def _adverb_behind(parse: Parse, verb: Word) -> Word | None:
    """ "Have walked [out]", "went [home]": the adverb that completes a verb, whatever the parser calls it."""
    after = parse.words[verb.i + 1] if verb.i + 1 < len(parse.words) else verb
    if after.head != verb.i or after.lower not in load_knowledge().words["adverb of direction"]:
        return None
    return None if find_child(parse, after, ("pobj",)) else after


def describe_state(parse: Parse, verb: Word) -> str | None:
    """ "230 km remain disputed", "12 are in hospital": the state, not the verb."""
    bare = [parse.words[c] for c in parse.children[verb.i] if parse.words[c].dep == "advmod"]
    state = find_child(parse, verb, ("acomp", "oprd")) or next(
        (w for w in bare if w.tag == "JJ" and w.i > verb.i), None
    )
    after = parse.words[verb.i + 1] if verb.i + 1 < len(parse.words) else verb
    if state is None and after.head == verb.i and after.tag == "JJ":
        state = after
    if state is None or state.tag not in ("JJ", "VBN", "VBG") or state.lower in load_knowledge().words["no state"]:
        return None
    return state.lower


def list_forms(parse: Parse, verb: Word) -> list[str]:
    """List what a verb can be looked up as: "pull out", "pull from", "pull"."""
    tied = [parse.words[c].lower for c in parse.children[verb.i] if c > verb.i and parse.words[c].dep in _TIED]
    behind = _adverb_behind(parse, verb)
    return [f"{verb.lemma} {word}" for word in (*([behind.lower] if behind else []), *tied)] + [verb.lemma]


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


def _place_had(parse: Parse, verb: Word, role: str) -> str | None:
    """ "Had 161 passengers and a crew of seven [on board]": where those that it has are."""
    if verb.lemma != "have" or role in _SUBJECTS:
        return None
    for word in parse.words[verb.i + 1 : verb.right + 1]:
        thing = find_child(parse, word, ("pobj",))
        if word.lower in load_knowledge().words["adverb of place"] and word.head == verb.i:
            return word.lower
        if word.lower in ("on", "in", "under", "at") and thing is not None and thing.i == word.i + 1:
            return f"{word.lower} {thing.lower}" if thing.tag == "NN" else None
    return None


def _circumstance(parse: Parse, verb: Word, role: str) -> str | None:
    """ "4,000 houses were without power", "there were 36 nuns on board": what they were in or without."""
    there = find_child(parse, verb, ("expl",)) is not None or role == "attr"
    if verb.lemma not in ("be", "remain", "stay", "live", "stand") or (role not in _SUBJECTS and not there):
        return None
    things = [child for child in parse.children[verb.i] if parse.words[child].dep == "attr"] if there else []
    for i in (*parse.children[verb.i], *(child for thing in things for child in parse.children[thing])):
        preposition = parse.words[i]
        thing = find_child(parse, preposition, ("pobj",))
        if preposition.dep == "advmod" and preposition.lower in load_knowledge().words["adverb of place"]:
            return preposition.lower
        known = load_knowledge().measures
        harm = known.get((thing.lemma, "noun")) or known.get((thing.lemma, "hold")) if thing is not None else None
        if preposition.dep == "prep" and preposition.lower in ("in", "under", "among", "behind") and harm:
            return harm
        if preposition.lower == "without" and thing is not None and thing.lemma in load_knowledge().words["shelter"]:
            return "homeless"
        state = parse.words[min(i + 1, len(parse.words) - 1)]
        if preposition.lower == "at" and thing is None and state.head == i and state.tag == "JJ":
            return f"at {state.lower}"
        of_kind = preposition.lower == "of"
        if (
            preposition.dep == "prep"
            and i > verb.i
            and not of_kind
            and thing is not None
            and thing.tag in ("NN", "NNS")
        ):
            stays = "" if verb.lemma == "be" else f"{verb.lower} "
            return f"{stays}{preposition.lower} {thing.lower}"
    return None


def describe_noun(parse: Parse, counted: Counted) -> str | None:
    """Word a number that no verb is said of: "stolen horses", "people aboard", "crew size", "number of seats"."""
    noun = counted.noun
    if noun is None:
        return None
    own = describe_modifier(parse, counted, noun)
    if own:
        return own
    if noun.lemma in load_knowledge().words["crew"]:
        return f"{noun.lower} size"
    counts = f"share of {noun.lower}" if counted.amount.kind == "percent" else f"number of {noun.lower}"
    return " ".join([counts, *_place_of(parse, noun)])


def _place_of(parse: Parse, noun: Word) -> list[str]:
    """ "9,000 fighters [under arms]", "40 families [in tents]": what they are in, right behind the noun."""
    after = parse.words[noun.i + 1] if noun.i + 1 < len(parse.words) else noun
    thing = find_child(parse, after, ("pobj",)) if after.dep == "prep" and after.head == noun.i else None
    if thing is None or thing.tag not in ("NN", "NNS") or thing.i > after.i + 2 or after.lower == "of":
        return []
    return [after.lower, thing.lower]


def describe_modifier(parse: Parse, counted: Counted, noun: Word) -> str | None:
    """Word what the noun itself says: "stolen horses", "people aboard", "the 26 trawlers that left port"."""
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
    return None


def _begins_with_that(parse: Parse, clause: Word) -> bool:
    """ "The 26 trawlers [that left port]", not "the 26 trawlers that the navy seized"."""
    subject = find_child(parse, clause, _SUBJECTS)
    return subject is not None and subject.tag in ("WP", "WDT")


def _tells_where(word: Word) -> bool:
    return word.tag == "VBN" or word.lower in load_knowledge().words["adverb of place"]
