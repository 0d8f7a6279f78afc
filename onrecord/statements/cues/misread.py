"""Finds verbs of saying that the parse takes for plural nouns: "The union disputes that", "the office projects"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.language import Parse, Word
from onrecord.statements.candidates import Candidate
from onrecord.statements.grammar.trees import children, readable_words, source_words
from onrecord.statements.grammar.voices import can_speak
from onrecord.statements.lexicon import UNKNOWN, Cue, load_cues

_PLURALS = ("NNS", "NNPS")
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_OPEN_OBJECT = ("DT", "PRP", "PRP$", "``", "CD")
_IN_NAME = ("NOUN", "PROPN", "ADJ", "DET", "NUM")
_HELD = ("nsubj", "nsubjpass", "dobj", "pobj", "compound", "poss", "conj", "nmod")
_SOME = ("some", "others", "many", "few", "most")
_SHORT = 4
_LONGEST_NAME = 12


def find_misread(parse: Parse) -> Iterator[Candidate]:
    """Give what plural nouns propose that can only be verbs where they stand."""
    for word in readable_words(parse):
        if word.i and (word.tag in _PLURALS or _may_be_base(parse, word)):
            cue = _verb_of(word) if word.tag in _PLURALS else load_cues().get((word.lower, "verb"), UNKNOWN)
            found = _propose(parse, word, cue) if cue.takes else None
            if found is not None:
                yield found


def _may_be_base(parse: Parse, word: Word) -> bool:
    """ "The papers show he lied", "some grumble that": a bare noun behind a plural, with a clause behind it."""
    if word.tag not in ("NN", "JJ", "RB") or word.i + 2 >= len(parse.words):
        return False
    after = parse.words[word.i + 1]
    if parse.words[word.i - 1].tag == "NNS" and after.text in (",", "."):
        return True
    if children(parse, word.i, "nsubj") and children(parse, word.i, "ccomp"):
        return True
    led = after.lower == "that" or (after.tag in ("PRP", "DT") and _has_finite(parse, after.i, after.i + _SHORT))
    before = parse.words[word.i - 1]
    return led and (before.tag in ("NNS", "NNPS") or before.lower in _SOME)


def _verb_of(word: Word) -> Cue:
    """The row of the verb that a plural noun may be: "reports", "guesses", "testifies"."""
    stems = (word.lower[:-1], word.lower[:-2], word.lower[:-3] + "y")
    endings = ("s", "es", "ies")
    rows = (
        load_cues().get((stem, "verb")) for stem, end in zip(stems, endings, strict=True) if word.lower.endswith(end)
    )
    return next((row for row in rows if row is not None), UNKNOWN)


def _with_subject(parse: Parse, word: Word, cue: Cue) -> Candidate | None:
    """ "The files from the bank show that", "Orlova remembers leaving": a noun with a subject is a verb."""
    subjects = [w for w in children(parse, word.i, "nsubj") if w.i < word.i]
    own = children(parse, word.i, "ccomp", "acl", "dobj", "attr")
    if not subjects or not can_speak(parse, subjects[-1]) or children(parse, word.i, "det", "poss"):
        return None
    after = [w for w in own if w.left == word.i + 1]
    take = "clause" if "clause" in cue.takes else "object"
    if not after or take not in cue.takes:
        return None
    content = range(word.i + 1, after[0].right + 1)
    return _candidate(word, cue, source_words(parse, subjects[-1], word), content, take)


def _propose(parse: Parse, word: Word, cue: Cue) -> Candidate | None:
    first, last = parse.sentences[word.sentence]
    owned = _with_subject(parse, word, cue)
    if owned is not None:
        return owned
    source = _named_before(parse, word, first)
    if source is None or word.i + 1 >= last:
        return None
    after = parse.words[word.i + 1]
    base = word.tag not in _PLURALS
    if (after.lower == "that" or base) and cue.takes & {"clause", "object"}:
        own = (parse.words[c] for c in parse.children[word.i])
        stop = next((child.right + 1 for child in own if child.left == after.i), last)
        held = word.dep in _HELD and (_has_finite(parse, first, word.i) or _has_finite(parse, stop, last))
        return None if held and not base else _candidate(word, cue, source, range(after.i, stop), "clause")
    told = _has_finite(parse, first, min(source))
    if _is_aside(parse, word, source, last) and told and "clause" in cue.takes:
        rest = range(word.i + 1, last) if after.text == "," else range(0)
        found = _candidate(word, cue, source, (*range(first, min(source)), *rest), "clause")
        return None if found is None else replace(found, rule="aside")
    if told or _has_finite(parse, word.i + 1, last):
        return None
    if after.tag in _OPEN_OBJECT and "object" in cue.takes:
        return _candidate(word, cue, source, range(word.i + 1, last), "object")
    if "+" + after.lower in cue.takes and word.dep not in _HELD:
        return _candidate(word, cue, source, range(word.i + 2, last), "+" + after.lower)
    return None


def _candidate(word: Word, cue: Cue, source: frozenset[int], content: Sequence[int], take: str) -> Candidate | None:
    if not content:
        return None
    act = cue.acts.get(take) or next(iter(cue.acts.values()))
    return Candidate(
        head=word.i,
        cue=frozenset({word.i}),
        source=source,
        content=frozenset(content),
        rule="phrasal" if take[0] == "+" else take,
        take=take,
        act=act,
    )


def _named_before(parse: Parse, word: Word, first: int) -> frozenset[int] | None:
    """The name or noun in the singular right before the word, if it can speak."""
    noun = parse.words[word.i - 1]
    tags = ("NN", "NNP") if word.tag in _PLURALS else ("NNS", "NNPS", "DT")
    named = noun.tag in tags or (noun.tag == "JJ" and noun.text[0].isupper())
    if word.i == first or not named or not can_speak(parse, noun):
        return None
    k = noun.i
    while k > first and word.i - k < _LONGEST_NAME and _goes_on(parse, parse.words[k - 1], k):
        k -= 1
    return frozenset(range(k, word.i))


def _goes_on(parse: Parse, before: Word, k: int) -> bool:
    """A name goes on to the left over its articles, adjectives, possessors and "of" phrases."""
    if before.tag in ("POS", "HYPH", "PRP$"):
        return True
    if before.lower in ("of", "for", "in"):
        return before.i > 0 and parse.words[before.i - 1].pos in ("NOUN", "PROPN")
    return before.pos in _IN_NAME and parse.words[k].tag != "DT"


def _is_aside(parse: Parse, word: Word, source: frozenset[int], last: int) -> bool:
    """ "..., the count office projects.": set off by a comma before and closed by a mark or a preposition."""
    opened = parse.words[min(source) - 1].text == "," if min(source) else False
    after = parse.words[word.i + 1]
    closed = after.text in (",", ".") or (after.tag == "IN" and not _has_finite(parse, after.i, last))
    return opened and closed


def _has_finite(parse: Parse, first: int, last: int) -> bool:
    return any(word.tag in _FINITE for word in parse.words[first:last])
