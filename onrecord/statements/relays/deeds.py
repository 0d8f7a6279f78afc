"""Finds names that do what only an outlet does: print a letter, be cited, report with a source of its own."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.language import Parse, Word
from onrecord.names import load_lexicon
from onrecord.statements.grammar.trees import children
from onrecord.statements.grammar.voices import is_person_noun
from onrecord.statements.lexicon import load_voices, load_words

_PROPER = ("NNP", "NNPS")
_PAGES = frozenset(("column", "columns", "page", "pages", "edition", "issue", "supplement"))
_IN_PRINT = ("in", "for")
_WAYS = {
    **dict.fromkeys(("article", "op-ed", "column", "essay", "commentary", "editorial", "write"), _IN_PRINT),
    **dict.fromkeys(("interview", "chat"), ("with", "in", "to")),
    **dict.fromkeys(("comment", "remark", "leak"), ("to",)),
}
_RECALLED = ("same", "said")


def find_doers(parse: Parse) -> Iterator[frozenset[int]]:
    """Give the proper names that publish, are quoted from, or report citing somebody; people come along too."""
    for word in parse.words:
        staffed = _employers(parse, word) if word.lemma in load_words("listener") | {"columnist", "newsroom"} else []
        staffed += _pages(parse, word)
        if word.pos != "VERB" and not staffed:
            continue
        for named in staffed or (*_agents(parse, word), *_publishers(parse, word), *_hearers(parse, word)):
            if named.tag in _PROPER and not load_voices().get(named.lower):
                yield frozenset(i for i in range(named.left, named.i + 1) if parse.words[i].tag in _PROPER)


def _employers(parse: Parse, word: Word) -> list[Word]:
    """ "A reporter from the Lantern", "the Lantern's columnist"."""
    if word.tag not in ("NN", "NNS") or word.lemma not in ("reporter", "correspondent", "columnist", "newsroom"):
        return []
    prepositions = children(parse, word.i, "prep")
    named = [w for p in prepositions if p.lower in ("from", "of", "for", "with") for w in children(parse, p.i, "pobj")]
    return [*named, *children(parse, word.i, "poss")]


def _pages(parse: Parse, word: Word) -> list[Word]:
    """ "Writing in the Lantern", "an op-ed for the Lantern", "speaking to the Lantern", "leaked to the Lantern"."""
    ways = _WAYS.get(word.lemma, ()) if word.pos in ("VERB", "NOUN") else ()
    ways = ("to",) if word.lemma in ("speak", "talk") and word.tag == "VBG" else ways
    prepositions = [p for p in children(parse, word.i, "prep", "dative") if p.lower in ways]
    named = [name for p in prepositions for name in children(parse, p.i, "pobj")]
    bare = word.lemma in ("comment", "remark", "interview") and word.pos == "NOUN"
    return [name for name in named if _is_titled(parse, name) or (bare and parse.words[name.head].lower != "in")]


def _agents(parse: Parse, verb: Word) -> list[Word]:
    """ "Cited by Calna", "broadcast by Calna"; not "a study published by", which is an institute's."""
    said = parse.words[verb.head].lemma in ("remark", "comment", "interview") and verb.lemma == "publish"
    seen = verb.lemma == "see" and load_voices().get(parse.words[verb.head].lemma) == "document"
    carries = said or seen or verb.lemma in load_words("prints") | {"cite", "quote"}
    if verb.tag not in ("VBN", "VBD") or not carries:  # "a tape broadcast by": the parse takes it for the past
        return []
    by = [word for word in children(parse, verb.i, "agent", "prep") if word.lower == "by"]
    return [name for word in by for name in children(parse, word.i, "pobj")]


def _hearers(parse: Parse, verb: Word) -> list[Word]:
    """ "Told the Lantern": a person has no article, and a council or a ministry is called one."""
    told = children(parse, verb.i, "dobj", "dative") if verb.lemma == "tell" else []
    clause = bool(children(parse, verb.i, "ccomp"))
    return [word for word in told if _is_titled(parse, word) or (clause and _is_unknown(parse, word))]


def _is_unknown(parse: Parse, name: Word) -> bool:
    """ "Told Free Wave that ...": a bare name of two words that stands nowhere else; people are introduced."""
    words = parse.words[name.left : name.i + 1]
    first_names = load_lexicon().first_names
    people = load_words("seat") | load_words("honorific") | load_words("speaker")
    proper = all(w.tag == "NNP" and not load_voices().get(w.lower) and w.lower not in people for w in words)
    person = any(word.lower in first_names or word.text in first_names for word in words)
    alone = name.right == name.i and sum(word.text == name.text for word in parse.words) == 1
    return len(words) > 1 and proper and not person and alone


def _is_titled(parse: Parse, name: Word) -> bool:
    words = [parse.words[i] for i in range(name.left, name.i + 1)]
    plain = words[0].lower == "the" and name.tag == "NNP" and all(word.tag in ("DT", "NNP") for word in words)
    seats = load_words("place") | load_words("seat")
    known = any(load_voices().get(word.lower) or word.lower in seats or word.text.isupper() for word in words[1:])
    return plain and not known


def _publishers(parse: Parse, verb: Word) -> list[Word]:
    """Who prints what was said, quotes somebody as saying, or reports "citing" a source."""
    things = children(parse, verb.i, "dobj")
    prints = verb.lemma in load_words("prints") and any(_is_said(word) for word in things)
    prints = prints or any(word.lower in load_words("outlet_part") & _PAGES for word in things)
    prints = prints or (verb.lemma == "publish" and any(word.lemma in load_words("told_noun") for word in things))
    quotes = verb.lemma in ("cite", "quote") and any(w.lower == "as" for w in children(parse, verb.i, "prep"))
    beside = [w for subject in children(parse, verb.i, "nsubj") for w in children(parse, subject.i, "acl")]
    beside += children(parse, verb.i, "advcl")
    citing = [w for w in beside if w.tag == "VBG" and w.lemma in ("cite", "quote")]
    people = any(is_person_noun(noun) for word in citing for noun in children(parse, word.i, "dobj"))
    cites = bool(citing) and (verb.lemma in load_words("reporting") or (people and verb.lemma == "say"))
    subjects = children(parse, verb.i, "nsubj")
    learns = verb.lemma == "learn" and all(_is_titled(parse, word) for word in subjects)
    return subjects if prints or quotes or cites or learns else []


def _is_said(word: Word) -> bool:
    return load_voices().get(word.lemma) == "document" or word.lemma in load_words("told_noun")


def find_recalled(parse: Parse) -> Iterator[frozenset[int]]:
    """Names that "the same paper" after them can only mean: the last hearer or place of print named before it."""
    for kind in parse.words:
        recalled = kind.i > 1 and parse.words[kind.i - 1].lower in _RECALLED
        if recalled and kind.lower in load_words("outlet") | load_words("outlet_kind"):
            names = (word for word in reversed(parse.words[: kind.i]) if _takes_words_in(parse, word))
            name = next(names, None)
            if name is not None:
                whole = range(name.left, name.i + 1)
                yield frozenset(i for i in whole if parse.words[i].tag in _PROPER or parse.words[i].text == "-")


def _takes_words_in(parse: Parse, word: Word) -> bool:
    """A name that somebody told something, wrote or spoke to, or spoke in."""
    if word.tag not in _PROPER or word.lower in load_words("time"):
        return False
    above = parse.words[word.head]
    told = word.dep in ("dobj", "dative") and above.lemma in load_words("telling")
    told = told or (word.dep == "nsubj" and above.lemma in load_words("reporting"))
    spoken = word.dep == "pobj" and above.lower in ("to", "in", "with") and parse.words[above.head].pos == "VERB"
    return told or spoken
