"""Finds who in a sentence may pass words on: the outlets, and the people of a sentence in which something is passed."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.language import Parse, Word
from onrecord.statements.grammar.trees import children, source_words
from onrecord.statements.grammar.voices import is_person_noun
from onrecord.statements.lexicon import load_voices, load_words
from onrecord.statements.relays.naming import name_outlet
from onrecord.statements.relays.outlets import Outlets, is_address, is_outlet, is_own, may_be_outlet

_LONGEST_NAME = 8
_NAMED = ("NN", "NNS", "NNP", "NNPS", "JJ", "NFP")
_PLACES = ("pobj", "dobj", "dative", "nsubj", "appos")


@dataclass(frozen=True, slots=True)
class Bearer:
    """Somebody who may pass words on: the head of the name, its words, and whether it is an outlet's.

    `possessed`: "her lawyer", somebody of the speaker's.
    """

    head: Word
    name: frozenset[int]
    outlet: bool
    possessed: bool = False


def find_bearers(parse: Parse, outlets: Outlets) -> dict[int, list[Bearer]]:
    """Return, by sentence, the phrases that name an outlet or a person who can pass a message on."""
    found: dict[int, list[Bearer]] = {}
    passing = _passing_sentences(parse)
    for word in parse.words:
        if word.dep not in _PLACES or word.tag not in _NAMED or word.lower in load_words("time"):
            continue
        titled = word.text[0].isupper() or is_address(word.text) or word.lower in load_words("outlet_noun")
        employers = _employers(parse, outlets, word)
        if employers:
            found.setdefault(word.sentence, []).extend(employers)
            continue
        if titled or word.sentence in passing:
            bearer = _make_bearer(parse, outlets, word, titled)
            if bearer is not None:
                found.setdefault(word.sentence, []).append(bearer)
    return found


def _employers(parse: Parse, outlets: Outlets, word: Word) -> list[Bearer]:
    """ "A reporter from the Lantern", "the Lantern's Ada Quell": the paper, which is nearer than its man."""
    known = word.lemma in load_words("newsman") or (word.tag == "NNP" and word.lower in outlets.people)
    if not known or any(word.i in name for name in outlets.names):
        return []
    inside = range(word.left, word.right + 1)
    within = (name for name in outlets.names if min(name) in inside and max(name) in inside)
    return [Bearer(word, name, outlet=True) for name in within if not is_own(parse, name, outlets)][:1]


def _passing_sentences(parse: Parse) -> frozenset[int]:
    """The sentences in which a person may pass something on: somebody reads it out, or it comes through somebody."""
    passing = load_words("bears") | load_words("issues") | {"through", "via"}
    return frozenset(word.sentence for word in parse.words if word.lower in passing or word.lemma in passing)


def _make_bearer(parse: Parse, outlets: Outlets, word: Word, titled: bool) -> Bearer | None:
    name = _unapposed(parse, word)
    if (word.dep == "pobj" and is_told_noun(word)) or len(name) > _LONGEST_NAME:
        return None
    if parse.words[min(name)].tag == "TO":  # "his mother, to laughter, read"
        return None
    meant = name_outlet(parse, outlets, name)
    owned = _is_possessed(parse, word)
    outlet = titled and not owned and (is_outlet(parse, meant, outlets) or _is_interviewer(parse, word, name, outlets))
    body = load_voices().get(word.lemma) == "body"
    if outlet or body or word.tag in ("NNP", "NNPS") or is_person_noun(word):
        return Bearer(word, name, outlet, owned)
    return None


def _is_possessed(parse: Parse, word: Word) -> bool:
    """ "Her lawyer": somebody who is known as the speaker's."""
    return any(owner.tag == "PRP$" for owner in children(parse, word.i, "poss"))


def _unapposed(parse: Parse, word: Word) -> frozenset[int]:
    """The name without what is set off behind it by a comma."""
    name = source_words(parse, word, None)
    comma = next((i for i in sorted(name) if i > word.i and parse.words[i].text == ","), max(name) + 1)
    return frozenset(i for i in name if i < comma)


def _is_interviewer(parse: Parse, word: Word, name: frozenset[int], outlets: Outlets) -> bool:
    """A name that nobody knows is an outlet's after "in an interview with"."""
    preposition = parse.words[word.head]
    interview = parse.words[preposition.head]
    beside = word.dep == "pobj" and preposition.lower in ("with", "to", "for")
    return beside and interview.lower == "interview" and may_be_outlet(parse, name, outlets)


def is_told_noun(word: Word) -> bool:
    """Tell whether a noun names words that somebody says or writes: "remarks", "interview"."""
    return word.tag in ("NN", "NNS") and word.lemma in load_words("told_noun")
