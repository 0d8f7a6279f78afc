"""Says what a figure measures: dead, injured, evacuated, "use the bridge", length, rent, fall in exports."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.figures.counting import Counted, name_span
from onrecord.figures.knowledge import load_knowledge
from onrecord.language import Parse, Word

_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_DIMENSIONS = {
    "length": "length",
    "area": "area",
    "mass": "weight",
    "volume": "volume",
    "duration": "duration",
    "power": "capacity",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicate:
    """What is said of a number: the words for it, the verb that says it, and how sure a rule may be of it.

    `listed` is true for the measures of the table (dead, injured ...); `total` is the noun of a toll or a total.
    """

    measure: str | None
    verb: Word | None
    role: str
    listed: bool = False
    total: Word | None = None


def find_predicate(parse: Parse, counted: Counted) -> Predicate:
    """Find what a figure measures, by its noun, its noun's participles, its verb, or the toll that it fills."""
    verb, role = (None, "") if is_whole(parse, counted) else find_verb(parse, counted.top)
    listed = _listed(parse, verb, role) if verb else None
    own = _of_noun(parse, counted, verb)
    if own and not (
        listed and counted.noun and counted.noun.lemma in load_knowledge().persons - load_knowledge().words["harmed"]
    ):
        return Predicate(measure=own, verb=verb, role=role, listed=True)
    total = _find_total(parse, counted, verb)
    if total is not None:
        return Predicate(measure=measure_of_total(parse, total), verb=verb, role=role, listed=True, total=total)
    if counted.amount.kind not in ("count", "percent"):
        return Predicate(measure=_of_unit(parse, counted, verb, role), verb=verb, role=role)
    if verb is None:
        return Predicate(measure=_participle_before(parse, counted), verb=None, role=role)
    linked = parse.words[counted.top.head]
    if counted.noun is not None and linked.dep == "prep" and linked.lower not in ("by", "to"):
        return Predicate(measure=_participle_before(parse, counted), verb=verb, role=role)
    if listed:
        return Predicate(measure=listed, verb=verb, role=role, listed=True)
    return Predicate(measure=_verb_words(parse, verb, role, counted), verb=verb, role=role)


def is_whole(parse: Parse, counted: Counted) -> bool:
    """Tell whether a number is what parts are taken of: "two of the [three] hostages", "Of the [640 km] border"."""
    i = counted.first - 1
    while i >= 0 and (
        parse.words[i].tag in ("DT", "PRP$", "JJR", "$") or parse.words[i].lower in ("total", "than", "some")
    ):
        i -= 1
    if i < 0 or parse.words[i].lower != "of" or parse.words[i].sentence != counted.anchor.sentence:
        return False
    lead = parse.words[i - 1] if i else parse.words[i]
    starts = i == parse.sentences[parse.words[i].sentence][0]
    return starts or lead.pos == "NUM" or lead.lower in ("out", "none", "all", "half", "most", "third", "some", "any")


def find_verb(parse: Parse, word: Word) -> tuple[Word | None, str]:
    """Climb from a word to the verb that it depends on, and tell the word's role there."""
    role = word.dep
    for _ in range(8):
        for child in parse.children[word.i]:
            clause = parse.words[child]
            if (
                clause.dep in ("acl", "relcl")
                and clause.pos == "VERB"
                and clause.i > word.i
                and _is_about(parse, clause)
            ):
                return clause, "nsubjpass" if clause.tag == "VBN" else "nsubj"
        head = parse.words[word.head]
        if head.i == word.i:
            return (word, role) if word.pos == "VERB" else (None, role)
        if word.dep not in ("conj", "appos", "nummod", "quantmod", "compound", "npadvmod"):
            role = word.dep if role in ("conj", "appos", "nummod", "quantmod", "compound", "npadvmod") else role
        if head.pos == "VERB":
            return head, role
        if head.pos in ("NOUN", "PROPN", "NUM") and word.dep == "prep":
            return None, role
        word = head
    return None, role


def _is_about(parse: Parse, clause: Word) -> bool:
    """A relative clause with a subject of its own says nothing of its noun: "970 km, of which 519 are marked"."""
    subject = find_child(parse, clause, _SUBJECTS)
    return subject is None or subject.tag in ("WP", "WDT") or subject.lower == "that"


def _of_noun(parse: Parse, counted: Counted, verb: Word | None) -> str | None:
    known, noun = load_knowledge().measures, counted.noun
    if noun is None:
        return None
    if (
        verb is not None
        and verb.lemma in load_knowledge().words["verb that takes lives"]
        and (noun.lemma, "possession") in known
    ):
        return known[noun.lemma, "possession"]
    found = known.get((noun.lemma, "noun")) or known.get((noun.lower, "noun"))
    if found and noun.lemma not in ("toll",):
        return found
    for i in parse.children[noun.i]:
        child = parse.words[i]
        if child.dep in ("amod", "acl", "advcl") and abs(child.i - noun.i) <= 3:
            found = known.get((child.lower, "participle"))
            if found:
                return found
    return None


def _find_total(parse: Parse, counted: Counted, verb: Word | None) -> Word | None:
    """Find the toll or number that a bare figure fills: "the death toll climbed to 19"."""
    if counted.noun is not None or counted.amount.unit:
        return None
    head = parse.words[counted.anchor.head]
    words = load_knowledge().words
    if head.lower == "of" and parse.words[head.head].lemma in words["total"] | words["body of people"]:
        return parse.words[head.head]
    for i in parse.children[verb.i] if verb else ():
        child = parse.words[i]
        if (
            child.lemma in load_knowledge().words["total"]
            and child.i != counted.anchor.i
            and child.dep in (*_SUBJECTS, "dobj", "attr")
        ):
            return child
    return None


def measure_of_total(parse: Parse, total: Word) -> str | None:
    """Return what a total is a total of: "death toll" dead, "number of injured" injured; None for "the figure"."""
    known = load_knowledge().measures
    if total.lemma in load_knowledge().words["body of people"]:
        return total.lemma
    inside = [parse.words[i] for i in range(total.left, min(total.right, total.i + 8) + 1)]
    for word in inside:
        if word.i != total.i:
            found = known.get((word.lemma, "noun")) or known.get((word.lower, "participle"))
            if found:
                return found
    for word in inside:
        if word.dep == "pobj" and word.pos == "NOUN":
            return f"number of {word.lower}"
    return "dead" if total.lemma == "toll" else None


def is_running(predicate: Predicate) -> bool:
    """Tell whether the figure is a toll or total as it stands so far."""
    return predicate.total is not None and predicate.total.lemma in load_knowledge().words["running total"]


def _listed(parse: Parse, verb: Word, role: str) -> str | None:
    """Look the verb up: "were killed", "died", "are missing", "feared dead", "claimed seven lives"."""
    known = load_knowledge().measures
    passive = verb.tag == "VBN" and role != "dobj"
    if role in ("nsubjpass", "dobj", "agentless") or passive:
        found = known.get((verb.lemma, "object"))
        if found:
            return found
    if role in _SUBJECTS:
        found = known.get((verb.lemma, "subject"))
        if found:
            return found
        active = any(parse.words[c].dep == "dobj" for c in parse.children[verb.i])
        if not active and (verb.lower, "participle") in known:
            return known[verb.lower, "participle"]
    return _complement(parse, verb) if verb.lemma in load_knowledge().words["verb before a state"] else None


def _complement(parse: Parse, verb: Word) -> str | None:
    for i in parse.children[verb.i]:
        child = parse.words[i]
        if child.dep in ("acomp", "oprd", "xcomp", "ccomp", "attr", "advcl", "amod", "dobj"):
            found = load_knowledge().measures.get((child.lower, "participle"))
            if found:
                return found
            if child.lemma in load_knowledge().words["verb before a state"] and child.pos == "VERB":
                return _complement(parse, child)
    return None


def _verb_words(parse: Parse, verb: Word, role: str, counted: Counted) -> str | None:
    change = load_knowledge().changes.get(verb.lower)
    if change and (role == "pobj" or counted.amount.kind == "percent") and role not in _SUBJECTS:
        return _change_words(parse, verb, counted, change[1])
    words = load_knowledge().words
    subject = find_child(parse, verb, ("nsubj",))
    if counted.amount.kind == "percent" and subject and subject.i != counted.top.i and _is_level(parse, verb, subject):
        return subject.lower
    if verb.lemma in words["weak verb"]:
        return _state(parse, verb) or _participle_before(parse, counted)
    told = [verb.lower]
    if any(parse.words[c].lower in ("will", "'ll") for c in parse.children[verb.i]):
        passive = any(parse.words[c].dep == "auxpass" for c in parse.children[verb.i])
        told.insert(0, "will be" if passive else "will")
    if counted.noun is not None and counted.noun.lemma == "body":
        told.insert(0, "bodies")
    thing = find_child(parse, verb, ("dobj",)) if role == "nsubj" else None
    if thing and thing.right - thing.left <= 4:
        told.append(name_span(parse, parse.words[thing.left].start, thing.end).name)
    return " ".join(told)


def _is_level(parse: Parse, verb: Word, subject: Word) -> bool:
    """ "Turnout was 48 percent": the subject is what is measured, unless it is a name."""
    words = load_knowledge().words
    opens = subject.i == parse.sentences[subject.sentence][0] and subject.tag == "NNP"
    return verb.lemma in words["weak verb"] | words["verb of level"] and (subject.pos == "NOUN" or opens)


def _change_words(parse: Parse, verb: Word, counted: Counted, change: str) -> str:
    """ "Fell by 12 percent" is the fall, "fell to 9 percent" the thing itself."""
    found = [parse.words[c] for c in parse.children[verb.i] if parse.words[c].dep in ("nsubj", "nsubjpass", "dobj")]
    things = [w for w in found if not counted.first <= w.i <= counted.last and w.pos in ("NOUN", "PROPN")]
    thing = things[-1].lower if things else None
    if lead_word(parse, counted) in ("to", "from", "at") and thing:
        return thing
    return f"{change} in {thing}" if thing else change


def lead_word(parse: Parse, counted: Counted) -> str:
    """Return the word before a number, past its currency sign and its operator."""
    i = counted.first - 1
    while i > 0 and (parse.words[i].start >= counted.amount.start or parse.words[i].tag == "$"):
        i -= 1
    return parse.words[i].lower if i >= 0 else ""


def _state(parse: Parse, verb: Word) -> str | None:
    """ "230 km remain disputed", "12 are in hospital": the state, not the verb."""
    state = find_child(parse, verb, ("acomp", "oprd"))
    return state.lower if state and state.lower.endswith(("ed", "en", "ing")) else None


def _participle_before(parse: Parse, counted: Counted) -> str | None:
    noun = counted.noun
    if noun is None:
        return None
    for i in parse.children[noun.i]:
        child = parse.words[i]
        if child.dep == "amod" and child.tag == "VBN" and child.i > counted.last:
            return f"{child.lower} {noun.lower}"
    if noun.lemma in load_knowledge().words["crew"]:
        return f"{noun.lower} size"
    return f"share of {noun.lower}" if counted.amount.kind == "percent" else f"number of {noun.lower}"


def _of_unit(parse: Parse, counted: Counted, verb: Word | None, role: str) -> str | None:
    """Measures of money, lengths, weights: "rent", "cost", "marked", "length", "extension"."""
    kind = counted.amount.kind
    purpose = _purpose(parse, counted) or (_noun_after(parse, counted) if kind == "money" else None)
    if purpose:
        return purpose
    following = parse.words[counted.last + 1].lower if counted.last + 1 < len(parse.words) else ""
    if kind == "length" and following in load_knowledge().words["away"]:
        return "distance"
    if verb is None or (kind in ("length", "area") and counted.anchor.dep in ("compound", "nummod", "nmod")):
        return _DIMENSIONS.get(kind, "amount")
    if kind == "duration":
        if verb.lemma in ("sentence", "jail", "imprison"):
            return "sentence"
        return "extension" if verb.lemma in ("extend", "prolong", "renew") else "duration"
    change = load_knowledge().changes.get(verb.lower)
    if change and role == "pobj":
        return _change_words(parse, verb, counted, change[1])
    if verb.lemma in load_knowledge().words["weak verb"]:
        return _state(parse, verb) or _DIMENSIONS.get(kind, "amount")
    if verb.lemma in ("cost", "rent", "pay"):
        return "cost" if verb.lemma == "cost" else "rent" if verb.lemma == "rent" else "paid"
    words = _verb_words(parse, verb, "dobj", counted)
    state = _state(parse, verb) if verb.lemma in load_knowledge().words["verb before a state"] else None
    return state or (f"{_DIMENSIONS[kind]} {words}" if kind in ("length", "area") and role == "dobj" else words)


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
    if head.lower == "of" and owner.tag == "NN" and head.head != head.i:
        return owner.lower
    modifies = counted.anchor.dep in ("compound", "nummod", "nmod", "quantmod")
    return head.lower if modifies and head.pos == "NOUN" and head.i > counted.last else None


def find_child(parse: Parse, word: Word, deps: tuple[str, ...]) -> Word | None:
    """Return the first child of a word with one of these relations."""
    return next((parse.words[c] for c in parse.children[word.i] if parse.words[c].dep in deps), None)
