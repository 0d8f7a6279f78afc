"""Finds the words by which a sentence says who tells it: ", her sister relayed", "as Calna has it"."""

from __future__ import annotations

from functools import cache

from onrecord.language import Parse, Word
from onrecord.statements.candidates import NONE
from onrecord.statements.grammar.trees import SUBJECTS, children, readable_words, source_words, verb_cue
from onrecord.statements.grammar.voices import head_of
from onrecord.statements.lexicon import load_voices, load_words
from onrecord.statements.relays.phrased import (
    Telling,
    end_of,
    find_phrase,
    is_recorded,
    is_text,
    make_telling,
    may_tell,
    with_links,
    without_aside,
)

_EDGES = (",", ":", ";", "\u2013", "\u2014", "-", "--", "(", '"', "''", "'", "\u201d", "\u2019", "\u00bb")
_ANYBODY = ("i", "we", "you", "one", "people")
_FINDING = ("read", "hear", "learn", "gather", "understand", "have")
_BARE = ("it", "so", "this")
_SLIPPING = ("slip", "know", "known", "saying")
_LINKS = ("as", "if", "so", "or", "thus")
_OPENING = ("as", "if", "so")
_INSIDE_NAME = ("NOUN", "PROPN", "DET", "ADJ", "ADP", "PRON", "PART", "NUM")
_LONGEST_NAME = 14
_LONGEST_APPOSITION = 8
_PLACE = 3


def find_tellings(parse: Parse) -> list[Telling]:
    """Return, in the order of the text, the clauses and phrases that say who tells what stands beside them."""
    found = []
    for word in readable_words(parse):
        verb = word.pos in ("VERB", "AUX") or (word.tag == "NNS" and _is_misread(parse, word))
        telling = _verb_telling(parse, word) if verb else find_phrase(parse, word)
        if telling is not None:
            found.append(telling)
    return found


def _is_misread(parse: Parse, word: Word) -> bool:
    """ "..., local radio reports", "..., the weekly Calna notes,": the parse takes the verb for a plural."""
    if word.lemma not in load_words("relay_verb") or not word.i:
        return False
    _, last = parse.sentences[word.sentence]
    kinds = load_words("outlet") | load_words("outlet_kind")
    before = parse.words[word.i - 1]
    closed = word.i + 1 >= last or parse.words[word.i + 1].pos == "PUNCT"
    return closed and before.sentence == word.sentence and (before.lower in kinds or before.tag == "NNP")


def _verb_telling(parse: Parse, verb: Word) -> Telling | None:
    """ "..., his lawyer reported after a visit", "as the paper put it", "said the agency"."""
    if not _is_finite(parse, verb) and verb.tag != "NNS":
        return None
    if not (_can_tell(verb) or _is_linked(parse, verb)):
        return _leading(parse, verb)
    if verb.lemma in _FINDING:
        telling = _found_in(parse, verb)
        if telling is not None:
            return telling
    leading = _leading(parse, verb)
    if leading is not None:
        return leading
    for name in (_subject_before(parse, verb), _subject_of(parse, verb)):
        if name and may_tell(parse, name) and (verb.lemma not in _FINDING or _may_find(parse, name)):
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
            name = without_aside(parse, source_words(parse, noun, None))
            start = with_links(parse, subjects[0].i, first)
            edged = start > first and parse.words[start - 1].text in _EDGES
            if may_tell(parse, name) and (edged or parse.words[start].lower in _OPENING):
                return make_telling(parse, verb.i, name, range(start, end_of(parse, max(name) + 1, last)))
    return None


def _leading(parse: Parse, verb: Word) -> Telling | None:
    """ "Calna has it from a porter that", "the magazine Lens prints a talk in which": the clause behind is told."""
    if verb.lemma not in _load_leading():
        return None
    name = _subject_of(parse, verb)
    clause: list[Word] = []
    if verb.lemma in _FINDING and _read_from(parse, verb):
        clause = [c for c in children(parse, verb.i, "ccomp", "acl", "relcl", "xcomp", "advcl") if c.left > verb.i]
        clause += [c for word in children(parse, verb.i, "dobj") for c in children(parse, word.i, "acl", "ccomp")]
        nouns = [n for p in children(parse, verb.i, "prep") for n in children(parse, p.i, "pobj")]
        clause += [c for noun in nouns for c in children(parse, noun.i, "acl", "relcl", "ccomp")]
        clause = [c for c in clause if parse.words[c.left].lower == "that" or _stands_in(parse, c)]
    elif verb.lemma not in _FINDING or verb.lemma in load_words("hands_on"):
        things = [*children(parse, verb.i, "dobj"), *_read_from(parse, verb)]
        texts = [noun for noun in things if is_text(noun) or is_recorded(noun)]
        clause = [c for noun in texts for c in children(parse, noun.i, "relcl")]
        clause = [c for c in clause if _stands_in(parse, c)]
    if not name or not clause or not may_tell(parse, name) or max(name) > verb.i:
        return None
    last = parse.sentences[verb.sentence][1]
    return Telling(verb.i, name, frozenset(range(min(name), clause[0].left)), frozenset(range(clause[0].left, last)))


def _read_from(parse: Parse, verb: Word) -> list[Word]:
    """What somebody reads or quotes from."""
    return [noun for p in children(parse, verb.i, "prep") if p.lower == "from" for noun in children(parse, p.i, "pobj")]


def _stands_in(parse: Parse, clause: Word) -> bool:
    """ "A talk in which", "a letter where": the clause tells what stands in the text before it."""
    return any(word.lower in ("which", "where") for word in parse.words[clause.left : clause.left + 2])


@cache
def _load_leading() -> frozenset[str]:
    return load_words("prints") | load_words("hands_on") | {"quote", *_FINDING}


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


def _is_linked(parse: Parse, verb: Word) -> bool:
    """ "As Radio Calna informs": with an outlet any verb tells."""
    subject = _subject_before(parse, verb)
    return bool(subject) and parse.words[min(subject) - 1].lower == "as" and _is_titled(parse, subject)


def _is_titled(parse: Parse, name: frozenset[int]) -> bool:
    kinds = load_words("outlet") | load_words("outlet_kind")
    return any(parse.words[i].lower in kinds and parse.words[i].pos in ("NOUN", "PROPN") for i in name)


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
    while k >= first and last - k <= _LONGEST_NAME and (parse.words[k].pos in _INSIDE_NAME or _is_joined(parse, k)):
        k -= 1
    start = k + 1
    while start < last and parse.words[start].lower in _LINKS:
        start += 1
    edge = k < first or parse.words[k].text in _EDGES or parse.words[k].lower in _LINKS
    return frozenset(range(start, last + 1)) if edge and start <= last else NONE


def _is_joined(parse: Parse, k: int) -> bool:
    """A hyphen without blanks: "the radio-relay club"."""
    word = parse.words[k]
    return word.text == "-" and k > 0 and parse.words[k - 1].end == word.start


def _before_apposition(parse: Parse, comma: int, first: int) -> int:
    for k in range(comma - 1, max(first, comma - _LONGEST_APPOSITION), -1):
        if parse.words[k].text == ",":
            return k - 1
        if parse.words[k].pos == "VERB":
            break
    return comma


def _may_find(parse: Parse, name: frozenset[int]) -> bool:
    """Papers learn what they tell; "as staff learned", "a court in Dorn heard" tell of those whom it is told."""
    head = head_of(parse, name)
    kinds = load_words("outlet") | load_words("outlet_kind")
    listens = load_voices().get(head.lemma) == "body" or head.lemma in load_words("tribunal")
    return head.tag not in ("NNS", "NNPS") and head.lower != "staff" and (head.lower in kinds or not listens)


def _framed(parse: Parse, verb: Word, name: frozenset[int]) -> Telling | None:
    first, last = parse.sentences[verb.sentence]
    begin = min(min(name), verb.i)
    start = with_links(parse, begin, first)
    opened = start < begin and parse.words[start].lower in _OPENING
    edged = start > first and parse.words[start - 1].text in _EDGES and _has_begun(parse, first, start - 1)
    end = end_of(parse, max(verb.i, max(name)) + 1, last)
    leads = end < last - 1 and parse.words[end].text == ":" and start - first <= 2 and min(name) < verb.i
    bare = end - verb.i <= _PLACE and verb.lemma in load_words("relay_verb") | load_words("teller_verb")
    placed = bare and _is_placed(parse, range(first, start), range(end, last))
    if not (edged or leads or placed or (opened and start == first)):
        return None
    if _has_content(parse, verb, name, range(verb.i + 1, end), end if opened else end + 1):
        return None
    return make_telling(parse, verb.i, name, range(start, end), bounded=not leads)


def _is_placed(parse: Parse, before: range, after: range) -> bool:
    """ "In Dorn, Calna reports, the mill ...": between a place and what is told, each behind its comma."""
    if len(before) < _PLACE or not after:
        return False
    opens = parse.words[before[0]].pos == "ADP" and parse.words[before[-1]].text == ","
    told = any(parse.words[i].pos in ("VERB", "AUX") for i in after)
    return opens and told and parse.words[after[0]].text == ","


def _has_begun(parse: Parse, first: int, edge: int) -> bool:
    """Before the name stands what is told, or its beginning, and not only a dateline."""
    before = parse.words[first:edge]
    comma = parse.words[edge].text in ",;" or parse.words[edge].text in "\"''\u201d\u2019\u00bb"
    return any(w.pos in ("VERB", "AUX") for w in before) or (comma and any(w.dep in SUBJECTS for w in before))


def _has_content(parse: Parse, verb: Word, name: frozenset[int], frame: range, reach: int) -> bool:
    """The verb has something of its own to say: "the paper said that", "the minister told a story".

    `reach` is the last word that can begin it: also one behind the mark, but not behind "as the paper informs,".
    """
    after = [parse.words[i] for i in frame if i not in name]
    opens = any(w.lower in ("that", "whether", "how", "why") for w in after[:6] if w.dep in ("mark", "advmod", "det"))
    clauses = [c for c in children(parse, verb.i, "ccomp", "xcomp") if c.i > verb.i and c.lower not in _SLIPPING]
    clause = any(c.i in frame or verb.i < c.left < frame.stop for c in clauses)
    tells = verb.lemma in load_words("telling") | {"confide", "quote", "cite", "hear", "relay"}
    things = children(parse, verb.i, "dobj", "attr", "acomp", "oprd")
    things = [w for w in things if verb.i < w.left <= reach and w.i not in name and w.lower not in _BARE]
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
