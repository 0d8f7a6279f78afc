"""Knows who is telling at a place of a report: whom "it", "the paper", "the aide's account" recall."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.language import Parse, Word
from onrecord.statements.grammar.trees import children, reach
from onrecord.statements.grammar.voices import head_of
from onrecord.statements.lexicon import load_words
from onrecord.statements.relays.naming import full_name, name_outlet
from onrecord.statements.relays.outlets import Outlets, is_outlet, is_own
from onrecord.statements.relays.phrased import Telling, is_text
from onrecord.statements.relays.upstream import find_upstream

Chain = tuple[frozenset[int], ...]
_PROPER = ("NNP", "NNPS")
_NAMING = ("NNP", "NNPS", "NN", "NNS")
_POINTING = ("the", "this", "that", "same", "our", "its", "said")
_PERSONS = ("she", "he", "her", "his", "they", "their")
THINGS = ("it", "its", "which")


@dataclass(slots=True)
class Story:
    """Who is telling as a report is read: the chain, nearest the report first, and the sentence it was last used in.

    `named` are the outlets that each sentence names.
    """

    parse: Parse
    outlets: Outlets
    named: Mapping[int, Sequence[frozenset[int]]] = field(default_factory=dict)
    chain: Chain = ()
    sentence: int = -1


def join_links(parse: Parse, *chains: Chain) -> Chain:
    """Join chains to one that names every link once."""
    links: list[frozenset[int]] = []
    for link in (link for chain in chains for link in chain):
        if not any(is_same(parse, link, other) for other in links):
            links.append(link)
    return tuple(links)


def is_same(parse: Parse, one: frozenset[int], other: frozenset[int]) -> bool:
    """Tell whether two names are the same, or one a part of the other."""
    words = {parse.words[i].lower for i in one if parse.words[i].tag in _NAMING}
    others = {parse.words[i].lower for i in other if parse.words[i].tag in _NAMING}
    return (words <= others or others <= words) if words and others else bool(one & other)


def name_chain(story: Story, telling: Telling) -> Chain:
    """Return the teller, or the whole chain that the teller recalls, with all whom it names as its source."""
    parse, outlets = story.parse, story.outlets
    teller, nearer = _within(parse, outlets, telling.teller)
    if recalls(story, teller):
        return story.chain
    head = head_of(parse, teller)
    vague = (is_text(head) or head.lower in load_words("pronoun")) and not is_outlet(parse, teller, outlets)
    if vague or is_own(parse, teller, outlets):
        return ()
    last = parse.sentences[parse.words[telling.head].sentence][1]
    origin = find_upstream(parse, outlets, max(telling.teller) + 1, last)
    name = _name(parse, outlets, teller)
    hearer = nearer or _hearer(parse, outlets, telling)
    if not hearer and head.lower in load_words("outlet_kind") and not _is_named(parse, name):
        return origin
    return join_links(parse, hearer, (name,), origin)


def _within(parse: Parse, outlets: Outlets, teller: frozenset[int]) -> tuple[frozenset[int], Chain]:
    """ "A diplomat cited by the daily Dorn": the diplomat, and the paper that is nearer to the report."""
    head = head_of(parse, teller)
    for clause in children(parse, head.i, "acl", "relcl"):
        inside = [name for name in outlets.names if name <= reach(clause)]
        if clause.tag == "VBN" and inside and clause.i in teller:
            return frozenset(i for i in teller if i < clause.left) or teller, (full_name(parse, inside[0]),)
    return teller, ()


def _name(parse: Parse, outlets: Outlets, teller: frozenset[int]) -> frozenset[int]:
    """The whole name of an outlet; of "one of them, Juho Rask" the name alone."""
    comma = next((i for i in sorted(teller) if parse.words[i].text == ","), max(teller) + 1)
    after = frozenset(i for i in teller if i > comma and parse.words[i].tag in _PROPER)
    before = frozenset(i for i in teller if i < comma and (parse.words[i].tag != "CD" or parse.words[i].text.isalpha()))
    chosen = after if after and not _is_named(parse, before) else before or teller
    return full_name(parse, name_outlet(parse, outlets, chosen))


def _is_named(parse: Parse, words: frozenset[int]) -> bool:
    return any(parse.words[i].tag in _PROPER for i in words)


def _hearer(parse: Parse, outlets: Outlets, telling: Telling) -> Chain:
    """ "Her driver told the Dorn Mail": the paper is nearer to the report."""
    heard = telling.frame - telling.teller
    for name in outlets.names:
        if name <= heard and not is_own(parse, name, outlets):
            return () if is_outlet(parse, telling.teller, outlets) else (full_name(parse, name),)
    return ()


def recalls(story: Story, teller: frozenset[int]) -> bool:
    """Tell whether a teller is spoken of again: "it", "the paper", "the report", "the aide's account", "Rask"."""
    parse = story.parse
    if not story.chain:
        return False
    words = [parse.words[i] for i in sorted(teller) if parse.words[i].tag != "POS"]
    head = head_of(parse, teller)
    if len(words) == 1 and head.lower in (*_PERSONS, *THINGS):
        return _recalls_near(story, head)
    linked = [parse.words[i] for link in story.chain for i in link]
    named = {word.lower for word in words if word.tag in _PROPER}
    if named:
        return named <= {word.lower for word in linked}
    kinds = load_words("outlet") | load_words("outlet_kind")
    lemmas = {word.lemma for word in linked}
    owner = any(
        word.dep == "poss" and word.tag != "PRP$" and (word.lower in kinds or word.lemma in lemmas) for word in words
    )
    known = head.lower in kinds or is_text(head) or head.lemma in lemmas or head.lemma == "source"
    return owner or (words[0].lower in _POINTING and known)


def _recalls_near(story: Story, pronoun: Word) -> bool:
    """ "It" is the outlet, "she" the person at the other end, of the same sentence or the one before."""
    thing = pronoun.lower in THINGS
    link = story.chain[0] if thing else story.chain[-1]
    return pronoun.sentence - story.sentence <= 1 and is_outlet(story.parse, link, story.outlets) == thing
