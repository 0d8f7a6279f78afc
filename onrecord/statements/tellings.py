"""Finds the words by which a sentence says who tells it: ", her sister relayed", "as Calna has it"."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.language import Parse, Word
from onrecord.statements.candidates import NONE
from onrecord.statements.lexicon import load_voices, load_words
from onrecord.statements.trees import SUBJECTS, children, reach, readable_words, source_words, verb_cue
from onrecord.statements.voices import can_speak, head_of

_EDGES = (",", ":", ";", "\u2013", "\u2014", "-", "--", "(", '"', "''", "'", "\u201d", "\u2019", "\u00bb")
_ENDS = (",", ":", ";", "\u2013", "\u2014", "--", ")", '"', "``", "\u201c", "\u2018", "\u201e", "\u00ab")
_ANYBODY = ("i", "we", "you", "one", "people")
_FINDING = ("read", "hear", "learn", "gather", "understand", "have")
_BARE = ("it", "so", "this")
_SLIPPING = ("slip", "know", "known", "saying")
_BOUNDS = (";", ":")
_LINKS = ("as", "if", "so", "or", "thus")
_OPENING = ("as", "if", "so")
_INSIDE_NAME = ("NOUN", "PROPN", "DET", "ADJ", "ADP", "PRON", "PART", "NUM")
_LONGEST_NAME = 14
_LONGEST_APPOSITION = 8
_US = ("i", "we", "you", "one", "us", "me", "who", "which", "that", "there", "what")


@dataclass(frozen=True, slots=True)
class Telling:
    """Who tells the rest of a sentence: the name, the words that say so, and the words that are told."""

    head: int
    teller: frozenset[int]
    frame: frozenset[int]
    told: frozenset[int]


def find_tellings(parse: Parse) -> list[Telling]:
    """Return, in the order of the text, the clauses and phrases that say who tells what stands beside them."""
    found = []
    for word in readable_words(parse):
        telling = _verb_telling(parse, word) if word.pos in ("VERB", "AUX") else _phrase_telling(parse, word)
        if telling is not None:
            found.append(telling)
    return found


def _verb_telling(parse: Parse, verb: Word) -> Telling | None:
    """ "..., his lawyer reported after a visit", "as the paper put it", "said the agency"."""
    if not _can_tell(verb) or not _is_finite(parse, verb):
        return None
    if verb.lemma in _FINDING:
        telling = _found_in(parse, verb)
        if telling is not None:
            return telling
    leading = _leading(parse, verb)
    if leading is not None:
        return leading
    for name in (_subject_before(parse, verb), _subject_of(parse, verb)):
        if name and _may_tell(parse, name):
            telling = _framed(parse, verb, name)
            if telling is not None:
                return telling
    return None


def _found_in(parse: Parse, verb: Word) -> Telling | None:
    """ "Or so one reads in Calna", "as we hear from her driver": where it is found is who tells it."""
    subjects = [w for w in children(parse, verb.i, "nsubj") if w.lower in _ANYBODY]
    first, last = parse.sentences[verb.sentence]
    for preposition in children(parse, verb.i, "prep") if subjects else ():
        for noun in children(parse, preposition.i, "pobj") if preposition.lower in ("in", "from") else ():
            name = _without_aside(parse, source_words(parse, noun, None))
            start = _with_links(parse, subjects[0].i, first)
            edged = start > first and parse.words[start - 1].text in _EDGES
            if _may_tell(parse, name) and (edged or parse.words[start].lower in _OPENING):
                return _telling(parse, verb.i, name, range(start, _end_of(parse, max(name) + 1, last)))
    return None


def _leading(parse: Parse, verb: Word) -> Telling | None:
    """ "Calna has it from a porter that", "the magazine Lens prints a talk in which": the clause behind is told."""
    name = _subject_of(parse, verb)
    clause: list[Word] = []
    if verb.lemma in _FINDING and any(p.lower == "from" for p in children(parse, verb.i, "prep")):
        clause = [c for c in children(parse, verb.i, "ccomp", "acl", "relcl", "xcomp", "advcl") if c.left > verb.i]
        clause += [c for word in children(parse, verb.i, "dobj") for c in children(parse, word.i, "acl", "ccomp")]
        nouns = [n for p in children(parse, verb.i, "prep") for n in children(parse, p.i, "pobj")]
        clause += [c for noun in nouns for c in children(parse, noun.i, "acl", "relcl", "ccomp")]
        clause = [c for c in clause if parse.words[c.left].lower == "that"]
    elif verb.lemma in load_words("prints") | {"publish", "quote", "show"}:
        texts = [noun for noun in children(parse, verb.i, "dobj") if is_text(noun)]
        clause = [c for noun in texts for c in children(parse, noun.i, "relcl")]
        clause = [c for c in clause if any(w.lower in ("which", "where") for w in parse.words[c.left : c.left + 2])]
    if not name or not clause or not _may_tell(parse, name) or max(name) > verb.i:
        return None
    last = parse.sentences[verb.sentence][1]
    return Telling(verb.i, name, frozenset(range(min(name), clause[0].left)), frozenset(range(clause[0].left, last)))


def _is_finite(parse: Parse, verb: Word) -> bool:
    if verb.tag == "VBN" and children(parse, verb.i, "nsubj"):
        return True
    helped = verb.tag in ("VBN", "VBG") and bool(children(parse, verb.i, "aux", "auxpass"))
    return helped or verb.tag in ("VBD", "VBZ", "VBP")


def _can_tell(verb: Word) -> bool:
    if verb.lemma in load_words("answering"):
        return False
    says = verb_cue(verb).acts.get("quotation") == "assert" and verb.dep != "relcl"
    return says or verb.lemma in load_words("teller_verb") | load_words("relay_verb")


def _subject_of(parse: Parse, verb: Word) -> frozenset[int]:
    subjects = children(parse, verb.i, "nsubj")
    if not subjects and verb.lemma in ("quote", "cite", "hear") and children(parse, verb.i, "agent"):
        subjects = children(parse, verb.i, "nsubjpass")
    return source_words(parse, subjects[0], verb) if subjects else NONE


def _subject_before(parse: Parse, verb: Word) -> frozenset[int]:
    """The name between a comma and the verb, whatever the parse makes of it."""
    first = parse.sentences[verb.sentence][0]
    k = verb.i - 1
    while k > first and parse.words[k].pos in ("AUX", "ADV") and parse.words[k].tag != "VBG":
        k -= 1
    last = k
    if parse.words[k].text == ",":
        last = k - 1
        k = _before_apposition(parse, k, first)
    while k >= first and last - k <= _LONGEST_NAME and parse.words[k].pos in _INSIDE_NAME:
        k -= 1
    start = k + 1
    while start < last and parse.words[start].lower in _LINKS:
        start += 1
    edge = k < first or parse.words[k].text in _EDGES or parse.words[k].lower in _LINKS
    return frozenset(range(start, last + 1)) if edge and start <= last else NONE


def _before_apposition(parse: Parse, comma: int, first: int) -> int:
    for k in range(comma - 1, max(first, comma - _LONGEST_APPOSITION), -1):
        if parse.words[k].text == ",":
            return k - 1
        if parse.words[k].pos == "VERB":
            break
    return comma


def _may_tell(parse: Parse, name: frozenset[int]) -> bool:
    head = head_of(parse, name)
    speaks = can_speak(parse, head) or head.lemma in load_words("account") or head.lemma in load_words("outlet_kind")
    plain = head.lower not in _US and parse.words[max(name)].tag not in ("WP", "WDT")
    time = head.lower in load_words("time") and not any(parse.words[i].tag == "NNP" for i in name - {head.i})
    return speaks and plain and not time


def _framed(parse: Parse, verb: Word, name: frozenset[int]) -> Telling | None:
    first, last = parse.sentences[verb.sentence]
    begin = min(min(name), verb.i)
    start = _with_links(parse, begin, first)
    opened = start < begin and parse.words[start].lower in _OPENING
    edged = start > first and parse.words[start - 1].text in _EDGES and _has_begun(parse, first, start - 1)
    end = _end_of(parse, max(verb.i, max(name)) + 1, last)
    leads = end < last - 1 and parse.words[end].text == ":" and start - first <= 2 and min(name) < verb.i
    if not (edged or leads or (opened and start == first)) or _has_content(parse, verb, name, end):
        return None
    return _telling(parse, verb.i, name, range(start, end), bounded=not leads)


def _has_begun(parse: Parse, first: int, edge: int) -> bool:
    """Before the name stands what is told, or its beginning, and not only a dateline."""
    before = parse.words[first:edge]
    comma = parse.words[edge].text in ",;" or parse.words[edge].text in "\"''\u201d\u2019\u00bb"
    return any(w.pos in ("VERB", "AUX") for w in before) or (comma and any(w.dep in SUBJECTS for w in before))


def _telling(parse: Parse, head: int, name: frozenset[int], span: range, *, bounded: bool = True) -> Telling | None:
    first, last = parse.sentences[parse.words[head].sentence]
    start, end = span.start, span.stop
    frame = frozenset(span)
    if bounded:
        first = max((i + 1 for i in range(first, start - 1) if parse.words[i].text in _BOUNDS), default=first)
        last = min((i for i in range(end + 1, last) if parse.words[i].text in _BOUNDS), default=last)
    told = frozenset(range(first, last)) - frame
    says = any(parse.words[i].pos in ("VERB", "AUX") and parse.words[i].tag != "VBG" for i in told)
    return Telling(head, name, frame, told) if says else None


def _with_links(parse: Parse, start: int, first: int) -> int:
    while start > first and parse.words[start - 1].lower in _LINKS:
        start -= 1
    return start


def _end_of(parse: Parse, start: int, last: int) -> int:
    return next((i for i in range(start, last) if parse.words[i].text in _ENDS or _closes(parse, i, last)), last)


def _closes(parse: Parse, i: int, last: int) -> bool:
    return i >= last - 2 and parse.words[i].pos == "PUNCT"


def _has_content(parse: Parse, verb: Word, name: frozenset[int], end: int) -> bool:
    """The verb has something of its own to say: "the paper said that", "the minister told a story"."""
    frame = range(verb.i + 1, end)
    after = [parse.words[i] for i in frame if i not in name]
    opens = any(w.lower in ("that", "whether", "how", "why") for w in after[:6] if w.dep in ("mark", "advmod", "det"))
    clauses = [c for c in children(parse, verb.i, "ccomp", "xcomp") if c.i > verb.i and c.lower not in _SLIPPING]
    clause = any(c.i in frame or verb.i < c.left < end for c in clauses)
    tells = verb.lemma in load_words("telling") | {"confide", "quote", "cite", "hear", "relay"}
    things = children(parse, verb.i, "dobj", "attr", "acomp", "oprd")
    things = [w for w in things if verb.i < w.left <= end + 1 and w.i not in name and w.lower not in _BARE]
    if verb.lemma in ("have", "put") and not any(w.lower == "it" for w in after):
        return True
    return (
        opens
        or clause
        or (bool(things) and not tells)
        or any(
            w.tag in ("VBD", "VBZ") and w.dep not in ("relcl", "acl", "aux", "auxpass") and w.i > verb.i for w in after
        )
    )


def _phrase_telling(parse: Parse, word: Word) -> Telling | None:
    """ "According to X", "on her account", "if X is right", "so the newspaper X"."""
    first, last = parse.sentences[word.sentence]
    before = parse.words[word.i - 1].lower if word.i > first else ""
    if word.lower == "to" and before == "according":
        return _led_by(parse, word, word.i - 1, children(parse, word.i, "pobj"))
    if word.lower == "of" and [w.lower for w in parse.words[max(first, word.i - 2) : word.i]] == ["by", "way"]:
        return _led_by(parse, word, word.i - 2, children(parse, word.i, "pobj"))
    if is_text(word) and word.dep == "pobj" and parse.words[word.head].lower in ("on", "by", "in"):
        return _account(parse, word)
    if word.lower == "if":
        return _if_right(parse, word)
    closing = word.lower in ("so", "thus") and before in _EDGES and last - word.i <= _LONGEST_NAME
    named = parse.words[word.i + 1 : word.i + 2]
    if closing and named and not any(w.pos in ("VERB", "AUX") for w in parse.words[word.i : last]):
        end = _end_of(parse, word.i + 1, last)
        name = frozenset(range(word.i + 1, end))
        return _telling(parse, word.i, name, range(word.i, end)) if name and _may_tell(parse, name) else None
    return None


def _led_by(parse: Parse, word: Word, start: int, named: list[Word]) -> Telling | None:
    first, last = parse.sentences[word.sentence]
    for noun in named:
        name = _without_aside(parse, source_words(parse, noun, None))
        end = _end_of(parse, max(name) + 1, last)
        end = min(end, max(name) + 1) if start == first else end
        return _telling(parse, word.i, name, range(start, end))
    return None


def _without_aside(parse: Parse, name: frozenset[int]) -> frozenset[int]:
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
    return _telling(parse, noun.i, name, range(preposition.i, noun.right + 1))


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
    if not trusted or not name or not _may_tell(parse, name):
        return None
    return _telling(parse, mark.i, name, range(mark.i, _end_of(parse, trusted[0].i, last)))


def is_text(word: Word) -> bool:
    """Tell whether a noun is a report or another text that words stand in."""
    if word.tag not in ("NN", "NNS"):
        return False
    groups = (load_words("told_noun"), load_words("speech_noun"), load_words("account"))
    return load_voices().get(word.lemma) == "document" or any(word.lemma in group for group in groups)
