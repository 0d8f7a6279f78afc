"""Finds the phrases by which a sentence says who tells it: "according to X", "on her account", "if X is right"."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.language import Parse, Word
from onrecord.statements.candidates import NONE
from onrecord.statements.grammar.trees import children, reach, source_words
from onrecord.statements.grammar.voices import can_speak, head_of
from onrecord.statements.lexicon import load_voices, load_words

_EDGES = (",", ":", ";", "\u2013", "\u2014", "-", "--", "(", '"', "''", "'", "\u201d", "\u2019", "\u00bb")
_ENDS = (",", ":", ";", "\u2013", "\u2014", "--", ")", '"', "``", "\u201c", "\u2018", "\u201e", "\u00ab")
_ANYBODY = ("i", "we", "you", "one", "people")
_BOUNDS = (";", ":")
_LINKS = ("as", "if", "so", "or", "thus")
_LONGEST_NAME = 14
_US = ("i", "we", "you", "one", "us", "me", "who", "which", "that", "there", "what")


@dataclass(frozen=True, slots=True)
class Telling:
    """Who tells the rest of a sentence: the name, the words that say so, and the words that are told."""

    head: int
    teller: frozenset[int]
    frame: frozenset[int]
    told: frozenset[int]


def may_tell(parse: Parse, name: frozenset[int]) -> bool:
    """Tell whether a name is of somebody who can tell: a person, an outlet, an account."""
    head = head_of(parse, name)
    speaks = can_speak(parse, head) or head.lemma in load_words("account") or head.lemma in load_words("outlet_kind")
    speaks = speaks or parse.words[max(name)].tag == "NNP"
    plain = head.lower not in _US and parse.words[max(name)].tag not in ("WP", "WDT")
    time = head.lower in load_words("time") and not any(parse.words[i].tag == "NNP" for i in name - {head.i})
    return speaks and plain and not time


def make_telling(parse: Parse, head: int, name: frozenset[int], span: range, *, bounded: bool = True) -> Telling | None:
    """Make the telling of a span of words, what is told bounded by semicolons and colons; None where nothing is."""
    first, last = parse.sentences[parse.words[head].sentence]
    start, end = span.start, span.stop
    frame = frozenset(span)
    if bounded:
        first = max((i + 1 for i in range(first, start - 1) if parse.words[i].text in _BOUNDS), default=first)
        last = min((i for i in range(end + 1, last) if parse.words[i].text in _BOUNDS), default=last)
    told = frozenset(range(first, last)) - frame
    says = any(parse.words[i].pos in ("VERB", "AUX") and parse.words[i].tag != "VBG" for i in told)
    return Telling(head, name, frame, told) if says else None


def with_links(parse: Parse, start: int, first: int) -> int:
    """Return the start of a telling with "as", "if", "or so" before it."""
    while start > first and parse.words[start - 1].lower in _LINKS:
        start -= 1
    return start


def end_of(parse: Parse, start: int, last: int) -> int:
    """Return where the words of a telling end: at the next mark, or with the sentence."""
    return next((i for i in range(start, last) if parse.words[i].text in _ENDS or _closes(parse, i, last)), last)


def _closes(parse: Parse, i: int, last: int) -> bool:
    return i >= last - 2 and parse.words[i].pos == "PUNCT"


def find_phrase(parse: Parse, word: Word) -> Telling | None:
    """Return the telling that a word opens: "according to X", "on her account", "if X is right", "so X"."""
    first, last = parse.sentences[word.sentence]
    before = parse.words[word.i - 1].lower if word.i > first else ""
    if word.lower == "to" and before == "according":
        learned = [c for c in children(parse, word.i, "pcomp") if parse.words[c.left].lower == "what"]
        agents = [noun for c in learned for p in children(parse, c.i, "agent") for noun in children(parse, p.i, "pobj")]
        return _led_by(parse, word, word.i - 1, [*children(parse, word.i, "pobj"), *agents])
    if word.lower == "of" and [w.lower for w in parse.words[max(first, word.i - 2) : word.i]] == ["by", "way"]:
        return _led_by(parse, word, word.i - 2, children(parse, word.i, "pobj"))
    if is_text(word) and word.dep == "pobj" and parse.words[word.head].lower in ("on", "by", "in"):
        return _account(parse, word)
    if word.lower == "if":
        return _if_right(parse, word)
    closing = word.lower in ("so", "thus") and before in _EDGES and last - word.i <= _LONGEST_NAME
    named = parse.words[word.i + 1 : word.i + 2]
    if closing and named and not any(w.pos in ("VERB", "AUX") for w in parse.words[word.i : last]):
        end = end_of(parse, word.i + 1, last)
        name = frozenset(range(word.i + 1, end))
        return make_telling(parse, word.i, name, range(word.i, end)) if name and may_tell(parse, name) else None
    return None


def _led_by(parse: Parse, word: Word, start: int, named: list[Word]) -> Telling | None:
    first, last = parse.sentences[word.sentence]
    for noun in named:
        name = without_aside(parse, source_words(parse, noun, None))
        end = end_of(parse, max(name) + 1, last)
        end = min(end, max(name) + 1) if start == first else end
        return make_telling(parse, word.i, name, range(start, end))
    return None


def without_aside(parse: Parse, name: frozenset[int]) -> frozenset[int]:
    """Return a name without what a comma sets off behind its head."""
    head = head_of(parse, name)
    comma = next((i for i in sorted(name) if i > head.i and parse.words[i].text == ","), max(name) + 1)
    return frozenset(i for i in name if i < comma)


def _account(parse: Parse, noun: Word) -> Telling | None:
    """ "On her account", "by the same account": whose it is tells it."""
    preposition = parse.words[noun.head]
    owners = children(parse, noun.i, "poss")
    pointed = any(parse.words[c].lower in ("this", "that", "same", "the") for c in parse.children[noun.i])
    first = parse.sentences[noun.sentence][0]
    opens = pointed and preposition.i - first <= 1 and preposition.lower != "by"
    if not (owners and noun.lemma in load_words("account")) and not opens and not _is_same(parse, noun):
        return None
    name = reach(owners[0]) if owners else frozenset(range(noun.left, noun.i + 1))
    name = frozenset(i for i in name if parse.words[i].tag != "POS")
    return make_telling(parse, noun.i, name, range(preposition.i, noun.right + 1))


def _is_same(parse: Parse, noun: Word) -> bool:
    return any(parse.words[c].lower == "same" for c in parse.children[noun.i])


def _if_right(parse: Parse, mark: Word) -> Telling | None:
    """ "If Calna is right", "if her driver is to be believed"."""
    _, last = parse.sentences[mark.sentence]
    after = parse.words[mark.i + 1 : min(last, mark.i + _LONGEST_NAME)]
    verb = next((w for w in after if w.pos in ("AUX", "VERB")), None)
    trusted = [w for w in parse.words[verb.i : verb.i + 5] if w.lemma in load_words("trusted")] if verb else []
    name = frozenset(range(mark.i + 1, verb.i)) if verb else NONE
    if verb and verb.lemma in ("believe", "trust") and name and parse.words[max(name)].lower in _ANYBODY:
        return _led_by(parse, verb, mark.i, children(parse, verb.i, "dobj"))
    if not trusted or not name or not may_tell(parse, name):
        return None
    return make_telling(parse, mark.i, name, range(mark.i, end_of(parse, trusted[0].i, last)))


def is_text(word: Word) -> bool:
    """Tell whether a noun is a report or another text that words stand in."""
    if word.tag not in ("NN", "NNS"):
        return False
    groups = (load_words("told_noun"), load_words("speech_noun"), load_words("account"))
    return load_voices().get(word.lemma) == "document" or any(word.lemma in group for group in groups)


def is_recorded(word: Word) -> bool:
    """Tell whether a noun is another thing in which somebody can be heard or read: "footage", "a diary"."""
    return word.tag in ("NN", "NNS") and word.lemma in load_words("handed_noun")
