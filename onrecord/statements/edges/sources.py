"""Settles the words of a source once everything else is decided: all that names the speaker, and nothing beside it."""

from __future__ import annotations

from onrecord.language import Parse, Word
from onrecord.statements.grammar.trees import children
from onrecord.statements.lexicon import load_words

_NOT_OF_IT = frozenset(["even", "now", "but", "and", "yet", "as", "though", "because", "when", "then"])
_TEXTS = frozenset(["poll", "survey", "report", "study", "statement", "article", "story", "letter", "interview"])
_WHEN = frozenset(["in", "on", "at", "during", "since", "before", "after"])
_NAMES = ("NNP", "NNPS")
_SUBJECTS = frozenset(["he", "she", "they", "it", "i", "we"])
_CLAUSE = 3
_CLOSING = "''"
_OPENING = "``"
_ENDS = frozenset([",", ".", "?", "!"])


def settle_source(parse: Parse, source: frozenset[int], told: frozenset[int]) -> frozenset[int]:
    """Return the words of a source with its ending and clause, without what only stands before or behind it.

    A relative "who" is a source by itself, as any pronoun is; "that" stays with its noun. `told` are the words of
    the cue and the content.
    """
    if not source:
        return source
    first, last = min(source), max(source)
    if first < last and parse.words[last].lower in load_words("relative") and parse.words[last - 1].lower != "of":
        return source if parse.words[last].lower == "that" else frozenset({last})
    real = _pronoun_behind(parse, last, told)
    if real:
        return real
    first, last = _without_clause(parse, _behind_quotation(parse, first, last), last, told)
    while first < last and parse.words[first].lower in _NOT_OF_IT:
        first += 1
    last = _before_time(parse, first, last)
    kept = frozenset(i for i in source if first <= i <= last)
    named = _name_behind(parse, last, told)
    kept, last = kept | named, max(named, default=last)
    return kept | (_ending_behind(parse, last) | _clause_behind(parse, first, last)) - told


def _pronoun_behind(parse: Parse, last: int, told: frozenset[int]) -> frozenset[int]:
    """The pronoun behind what the parse took for the subject: "Two pages on, | she | denies"."""
    behind = parse.words[last + 1 : last + 4]
    if len(behind) < _CLAUSE or behind[0].text != "," or behind[1].lower not in _SUBJECTS:
        return frozenset()
    follows = behind[2].i in told and behind[2].pos in ("VERB", "AUX") and behind[1].i not in told
    return frozenset({behind[1].i}) if follows else frozenset()


def _name_behind(parse: Parse, last: int, told: frozenset[int]) -> frozenset[int]:
    """The name that the parse sets apart from what its bearer is: "a manager at the lender | Ark & Moor | wrote"."""
    if parse.words[last].tag not in ("NN", "NNS") or not parse.words[last].text.islower():
        return frozenset()
    end = last + 1
    while end < len(parse.words) and end not in told and _is_of_name(parse.words[end]):
        end += 1
    run = parse.words[last + 1 : end]
    apart = bool(run) and end in told and parse.words[end].pos in ("VERB", "AUX") and run[-1].tag in _NAMES
    one = apart and parse.words[last].sentence == parse.words[end].sentence and run[0].tag in _NAMES
    timed = any(word.lower in load_words("time") for word in run)
    return frozenset(range(last + 1, end)) if one and not timed else frozenset()


def _is_of_name(word: Word) -> bool:
    return (word.tag in _NAMES and word.text[0].isupper()) or word.text == "&"


def _ending_behind(parse: Parse, last: int) -> frozenset[int]:
    """The possessive ending of a source that owns what is said: "Orlova's claim"."""
    following = parse.words[last + 1 : last + 2]
    return frozenset({last + 1} if following and following[0].tag == "POS" else ())


def _clause_behind(parse: Parse, first: int, last: int) -> frozenset[int]:
    """What is told of the speaker in a clause set off by commas: "Orlova, who leads the league, said"."""
    following = parse.words[last + 1 : last + 3]
    if len(following) < 2 or following[0].text != "," or following[1].lower not in ("who", "whose", "whom", "which"):
        return frozenset()
    clauses = (w for w in parse.words[first : last + 1] for w in children(parse, w.i, "relcl") if w.left == last + 2)
    clause = next(clauses, None)
    return frozenset(range(last + 1, clause.right + 1)) if clause else frozenset()


def _behind_quotation(parse: Parse, first: int, last: int) -> int:
    """Where a source begins behind a quotation whose end the parse ran through: "our boats," Orlova said."""
    for i in range(last - 1, first, -1):
        if parse.words[i].tag == _CLOSING and parse.words[i - 1].text in _ENDS:
            return first if any(parse.words[k].tag == _OPENING for k in range(first, i)) else i + 1
    return first


def _without_clause(parse: Parse, first: int, last: int, told: frozenset[int]) -> tuple[int, int]:
    """The source where the parse set its subject beside another phrase: "At the port of Dorn, experts | say".

    After "according to" it is the phrase before, and the rest opens the clause.
    """
    following = parse.words[last + 1 : last + 2]
    set_off = bool(following) and following[0].text == "," and parse.words[first + 1].text == ","
    set_off = set_off and parse.words[first].pos in ("ADV", "ADP", "SCONJ")  # "Outside, | the cashier, who has left"
    if not following or not (set_off or (last + 1 in told and following[0].pos == "VERB")):
        return first, last
    for i in range(first + 1, last + 1):
        word = parse.words[i]
        comma = word.left - 1
        beside = word.dep == "appos" and word.tag != "CD" and word.right == last  # an age is nobody
        if not beside or comma <= first or parse.words[comma].text != ",":
            continue
        if parse.words[first - 1].lower == "to" and first - 1 in told:
            return first, comma - 1
        listed = children(parse, i, "conj") and comma == parse.words[word.head].i + 1
        return (first if listed else word.left), last
    return first, last


def _before_time(parse: Parse, first: int, last: int) -> int:
    """The last word of a source without the time behind it, which belongs to the verb: "a panel in 2001 found"."""
    for i in range(first + 1, last):
        word = parse.words[i]
        noun = parse.words[word.head]
        heads = noun.i < i and not first <= noun.head <= last and noun.lower not in _TEXTS
        if heads and word.lower in _WHEN and word.right == last and _is_when(parse, word):
            return i - 1
    return last


def _is_when(parse: Parse, preposition: Word) -> bool:
    objects = [word for word in children(parse, preposition.i, "pobj") if not children(parse, word.i, "compound")]
    return any(word.lower in load_words("time") or (word.text.isdigit() and len(word.text) == 4) for word in objects)
