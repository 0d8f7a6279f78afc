"""Finds from whom a teller has what it tells: "citing", "relying on", "which had it from", "with a bow to"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from onrecord.language import Parse, Word
from onrecord.statements.candidates import NONE
from onrecord.statements.grammar.trees import children, source_words
from onrecord.statements.grammar.voices import can_speak, head_of, is_person_noun
from onrecord.statements.lexicon import load_voices, load_words
from onrecord.statements.relays.outlets import Outlets, is_outlet
from onrecord.statements.relays.phrased import is_text

_LONGEST_CHAIN = 4
_LONGEST_WAY = 7
_MADE = ("by", "of", "from", "in", "on", "to")
_SEEING = ("see", "view", "obtain", "hear", "read", "receive", "leak")
_GROUNDED = ("to", "of", "from")
_PROPER = ("NNP", "NNPS")


def find_upstream(parse: Parse, outlets: Outlets, start: int, last: int) -> tuple[frozenset[int], ...]:
    """Return whom the words from `start` on name as the source of the one who tells, nearest first."""
    chain: list[frozenset[int]] = []
    while start < last and len(chain) < _LONGEST_CHAIN:
        link = next(_links(parse, outlets, start, last), None)
        if link is None:
            break
        chain.append(link)
        start = max(start, max(link)) + 1
        if not (is_outlet(parse, link, outlets) or _goes_on(parse, start)):
            break
    return tuple(chain)


def _goes_on(parse: Parse, start: int) -> bool:
    """ "..., which": what follows is still about the one named last."""
    return any(word.lower in ("which", "who", "itself", "in") for word in parse.words[start : start + 2])


def _links(parse: Parse, outlets: Outlets, start: int, last: int) -> Iterator[frozenset[int]]:
    for word in parse.words[start:last]:
        for noun in _origins(parse, word, start):
            link = name_origin(parse, outlets, noun)
            if link:
                yield link


def _origins(parse: Parse, word: Word, start: int) -> Iterator[Word]:
    """The nouns that this word leads to as an origin."""
    near = parse.words[max(start, word.i - _LONGEST_WAY) : word.i]
    if word.lemma in load_words("cites") and word.pos in ("VERB", "ADP"):
        as_source = [w.lemma for p in children(parse, word.i, "prep") for w in children(parse, p.i, "pobj")]
        if word.lemma not in ("name", "credit", "invoke") or "source" in as_source:
            yield from children(parse, word.i, "dobj", "pobj", "oprd")
            yield from _sources(parse, word)
    elif _leads_up(word, near):
        yield from children(parse, word.i, "pobj")
    elif _leads_to_text(word, near):
        yield from (noun for noun in children(parse, word.i, "dobj", "pobj") if is_text(noun))
    elif word.lemma == "be" and any(subject.lemma == "source" for subject in children(parse, word.i, "nsubj")):
        yield from children(parse, word.i, "attr")
    elif word.lemma in load_words("draws") and word.dep in ("relcl", "conj") and "to" in (w.lower for w in near[-6:]):
        yield from children(parse, word.i, "nsubj")


def _leads_to_text(word: Word, near: Sequence[Word]) -> bool:
    """ "Having seen the minutes", "reports from court files", "after a call": only a text is an origin here."""
    if word.pos == "VERB":
        return word.lemma in _SEEING and bool(near)
    files = word.lower == "from" and any(verb.lemma in load_words("reporting") for verb in near[-2:])
    return files or (word.lower == "after" and word.dep == "prep")


def _leads_up(word: Word, near: Sequence[Word]) -> bool:
    """ "Relied ... on", "with a bow to"."""
    drawn = word.pos == "ADP" and any(_takes(verb, word) for verb in near)
    grounded = any(noun.lemma in load_words("ground") and noun.dep == "pobj" for noun in near[-1:])
    return drawn or (word.lower in _GROUNDED and grounded)


def _takes(verb: Word, preposition: Word) -> bool:
    """ "Relied on", "had it from", "spoken to", "attributed to"."""
    ways = {"on": "rely", "upon": "rely", "from": "get", "to": "speak", "with": "speak"}
    kind = ways.get(preposition.lower)
    return kind is not None and verb.pos in ("VERB", "AUX") and verb.lemma in load_words(f"draws_{kind}")


def _sources(parse: Parse, verb: Word) -> Iterator[Word]:
    """ "Named as its source a secretary at the bank": the name stands behind the source."""
    for p in children(parse, verb.i, "prep"):
        for noun in children(parse, p.i, "pobj") if p.lower == "as" else ():
            yield from children(parse, noun.i, "appos", "dobj")


def name_origin(parse: Parse, outlets: Outlets, noun: Word) -> frozenset[int]:
    """Return whom a noun names: the person or outlet itself, or whoever made, kept or sent the text that it is."""
    if noun.tag in ("PRP", "WDT", "WP", "DT"):
        return NONE
    name = _short(parse, noun)
    if is_outlet(parse, name, outlets) and (noun.tag in _PROPER or not is_text(noun)):
        return name
    if is_text(noun) or noun.lemma in load_words("handed_noun") | load_words("paperwork"):
        return next((link for link in find_makers(parse, outlets, noun)), _itself(parse, noun))
    person = is_person_noun(noun) or noun.tag in _PROPER or load_voices().get(noun.lemma) == "body"
    return name if person and can_speak(parse, head_of(parse, name)) else NONE


def _itself(parse: Parse, noun: Word) -> frozenset[int]:
    """A text that nobody is said to have made stands for itself: "an internal memo", "a survey by the ministry"."""
    if noun.tag not in ("NN", "NNS") or any(owner.tag == "PRP$" for owner in children(parse, noun.i, "poss")):
        return NONE
    last = next((i for i in range(noun.i, noun.right + 1) if parse.words[i].text == ","), noun.right + 1)
    told = next((i for i in range(noun.i, last) if parse.words[i].tag in ("WDT", "WP")), last)
    return frozenset(range(noun.left, min(last, told)))


def find_makers(parse: Parse, outlets: Outlets, text: Word) -> Iterator[frozenset[int]]:
    """ "Minutes kept by X", "a message that X had sent"; of whose it merely is, only an outlet: "Calna's dispatch"."""
    clauses = [w for w in parse.words[text.i : text.right + 1] if w.dep in ("acl", "relcl")]
    agents = (p for clause in clauses for p in children(parse, clause.i, "agent", "prep") if p.lower == "by")
    made = [w for p in agents for w in children(parse, p.i, "pobj")]
    made += [w for clause in clauses for w in children(parse, clause.i, "nsubj")]
    owners = children(parse, text.i, "poss")
    for p in children(parse, text.i, "prep"):
        owners += children(parse, p.i, "pobj") if p.lower in _MADE else []
    for noun in (*made, *owners):
        name = _short(parse, noun)
        person = is_person_noun(noun) and noun in made
        if noun.tag not in ("PRP", "PRP$", "WDT", "WP") and (person or is_outlet(parse, name, outlets)):
            yield name


def _short(parse: Parse, noun: Word) -> frozenset[int]:
    """The name without what a comma sets off and without a possessive mark."""
    name = source_words(parse, noun, None)
    commas: Iterable[int] = (i for i in sorted(name) if i > noun.i and parse.words[i].text == ",")
    comma = next(iter(commas), max(name) + 1)
    that = next((i for i in sorted(name) if i > noun.i and parse.words[i].lower == "that"), comma)
    return frozenset(i for i in name if i < min(comma, that) and parse.words[i].tag != "POS") or name
