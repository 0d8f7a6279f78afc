"""Finds verbs of saying that the parse takes for plural nouns: "The union disputes that", "the office projects"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.language import Parse, Word
from onrecord.statements.candidates import Candidate
from onrecord.statements.cues.objects_meant import is_sayable
from onrecord.statements.grammar.trees import (
    children,
    find_subject,
    readable_words,
    source_words,
    verb_cue,
)
from onrecord.statements.grammar.voices import can_speak
from onrecord.statements.lexicon import UNKNOWN, Cue, load_cues, load_words

_PLURALS = ("NNS", "NNPS")
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_OPEN_OBJECT = ("DT", "PRP", "PRP$", "``", "CD")
_IN_NAME = ("NOUN", "PROPN", "ADJ", "DET", "NUM")
_HELD = ("nsubj", "nsubjpass", "dobj", "pobj", "compound", "poss", "conj", "nmod")
_SOME = ("some", "others", "many", "few", "most")
_SHORT = 4
_TWO = 2
_PAUSES = (",", ";", ":")
_JOINING = ("and", "but")
_OPENERS = ("that", "if", "whether", "because", "as", "while", "although", "though", "when", "where")
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
    if word.lower == "back" and word.tag in ("RP", "RB", "IN"):
        return _several_before(parse, word, parse.sentences[word.sentence][0]) is not None
    if word.tag not in ("NN", "JJ", "RB") or word.i + 2 >= len(parse.words):
        return False
    after = parse.words[word.i + 1]
    if parse.words[word.i - 1].tag == "NNS" and after.text in (",", "."):
        return True
    if children(parse, word.i, "nsubj") and children(parse, word.i, "ccomp"):
        return True
    if word.dep in ("ROOT", "ccomp", "conj") and _several_before(parse, word, parse.sentences[word.sentence][0]):
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
    ways = (_named_before, _set_off_before, _joined_before, _several_before)
    source = next((named for way in ways if (named := way(parse, word, first)) is not None), None)
    if source is None or word.i + 1 >= last:
        return None
    after = parse.words[word.i + 1]
    base = word.tag not in _PLURALS and not _several_before(parse, word, first)
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
    if told and parse.words[word.i - 1].lower not in _JOINING:
        return None
    return _taking(parse, word, cue, source)


def _taking(parse: Parse, word: Word, cue: Cue, source: frozenset[int]) -> Candidate | None:
    """Give what stands behind the verb, where nothing there is governed by another: "projects output of two tonnes"."""
    last = parse.sentences[word.sentence][1]
    if word.lower == "back":
        last = next((i for i in range(word.i, last) if parse.words[i].text in _PAUSES), last)  # "..., two oppose it"
    if _is_governed(parse, word.i + 1, last):
        return None
    after, joined = parse.words[word.i + 1], parse.words[word.i - 1].lower in _JOINING
    stop = _end_of_told(parse, word.i + 1, last)
    named = parse.words[max(source)].tag == "NNP" and after.tag in ("NN", "NNS", "JJ") and not joined
    opens = (after.tag in _OPEN_OBJECT or named) and "object" in cue.takes
    if opens and not (joined and _only_does(parse, cue, after, stop)):
        return _candidate(word, cue, source, range(word.i + 1, stop), "object")
    if after.tag == "TO" and "infinitive" in cue.takes and parse.words[min(stop, last - 1, word.i + 2)].tag == "VB":
        return _candidate(word, cue, source, range(word.i + 1, stop), "infinitive")
    if after.tag in ("WRB", "WP") and "clause" in cue.takes:
        return _candidate(word, cue, source, range(word.i + 1, stop), "clause")
    if "+" + after.lower in cue.takes and (joined or word.dep not in _HELD):
        return _candidate(word, cue, source, range(word.i + 2, stop), "+" + after.lower)
    return None


def _only_does(parse: Parse, cue: Cue, after: Word, stop: int) -> bool:
    """ "Weighs two kilos and names forty ships": a deed, unless done to a claim or a plan."""
    if cue.lemma not in load_words("deed") | load_words("vague_object") | load_words("telling"):
        return False
    thing = next((word for word in parse.words[after.i : stop] if word.tag in ("NN", "NNS")), None)
    return not is_sayable(thing)


def _is_governed(parse: Parse, first: int, last: int) -> bool:
    """Tell whether what stands behind a word has a finite verb of its own: "the police reports on it were leaked"."""
    for word in parse.words[first:last]:
        if word.lower in _OPENERS or word.tag in ("WDT", "WP", "WRB", "``", "''") or word.text in ";:":
            return False
        if word.text == "," and _is_told_aside(parse, word.i + 1, last):
            return False
        if word.tag in _FINITE:
            return True
    return False


def _is_told_aside(parse: Parse, first: int, last: int) -> bool:
    """ "..., the chief executive said": who says so closes the sentence, and governs nothing before."""
    verb = next((word for word in parse.words[first:last] if word.tag in _FINITE), None)
    plain = verb is not None and not any(word.text == "," for word in parse.words[first : verb.i])
    return verb is not None and plain and "quotation" in verb_cue(verb).takes and last - verb.i < _LONGEST_NAME


def _end_of_told(parse: Parse, first: int, last: int) -> int:
    """Where what is said ends: before an aside that tells who said so."""
    marks = (i for i in range(first, last) if parse.words[i].text in _PAUSES)
    return next((i for i in marks if parse.words[i].text != "," or _is_told_aside(parse, i + 1, last)), last)


def _set_off_before(parse: Parse, word: Word, first: int) -> frozenset[int] | None:
    """ "The pilot's widow, Gunvor Aske, pines for the boat": a name or a role between commas before the verb."""
    opening = parse.words[first]
    commas = [i for i in range(first, word.i) if parse.words[i].text == ","]
    if len(commas) != _TWO or commas[-1] != word.i - 1 or word.i - first > _LONGEST_NAME + _SHORT:
        return None
    named = parse.words[commas[0] - 1]
    nominal = opening.pos in ("DET", "PROPN", "PRON", "NOUN") and not _has_finite(parse, first, word.i)
    apart = parse.words[commas[0] + 1].pos in ("DET", "PROPN", "PRON", "NOUN")
    speaks = can_speak(parse, opening) or can_speak(parse, named)
    return frozenset(range(first, commas[0])) if nominal and apart and speaks and named.pos in _IN_NAME else None


def _several_before(parse: Parse, word: Word, first: int) -> frozenset[int] | None:
    """ "Nurses in the delta appeal for help": several people, and no verb but this one."""
    if (
        (word.tag not in ("NN", "JJ") and word.lower != "back")
        or word.i - first < _TWO
        or word.i - first > _LONGEST_NAME
    ):
        return None
    led = (
        i
        for i in range(word.i - 1, first - 1, -1)
        if parse.words[i].lower in ("that", ":") or parse.words[i].text == ":"
    )
    start = next(led, first - 1) + 1
    named = parse.words[start : word.i]
    people = next((one for one in named if one.tag in ("NNS", "NNPS")), None)
    bound = parse.words[word.i - 1].pos in ("DET", "ADJ", "ADP") or parse.words[word.i - 1].tag in ("POS", "PRP$", "CC")
    if people is None or bound or _has_finite(parse, start, word.i) or not can_speak(parse, people):
        return None
    plain = all(one.pos in _IN_NAME or one.lower in ("of", "in", "from", "at", "'s", "its", "their") for one in named)
    return frozenset(range(start, word.i)) if plain else None


def _joined_before(parse: Parse, word: Word, first: int) -> frozenset[int] | None:
    """ "Doubts the sums and wonders why": whoever the verb before is said of goes on."""
    if word.tag not in _PLURALS or parse.words[word.i - 1].lower not in _JOINING or word.i - 1 <= first:
        return None
    verbs = [one for one in parse.words[first : word.i] if one.tag == "VBZ" and one.pos == "VERB"]
    last = verbs[-1] if verbs else None
    if last is None or last.dep not in ("ROOT", "conj", "ccomp", "parataxis"):
        return None
    subject = find_subject(parse, last)
    return source_words(parse, subject, last) if subject is not None and can_speak(parse, subject) else None


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
