"""Gives a verb of saying without a clause the sentence around it, and the speaker that stands in an odd place."""

from __future__ import annotations

from dataclasses import replace

from onrecord.language import Parse, Word
from onrecord.statements.candidates import NONE, Candidate
from onrecord.statements.grammar.quotations import Quoted
from onrecord.statements.grammar.trees import children, reach, verb_cue
from onrecord.statements.lexicon import load_words

_SHORT = 4
_CLOSING = 6
_LONGEST_ASIDE = 12
_LONGEST_SPEAKER = 25
_MARKS = (",", "-", "--", "\u2013", "\u2014")
_FINITE = ("VBD", "VBZ", "VBP")


def fill_waiting(parse: Parse, quoted: Quoted, candidate: Candidate) -> Candidate:
    """Give a verb of saying that found no quotation the sentence it stands in: "The dam, Orlova said, holds"."""
    if candidate.rule != "quotation" or "clause" not in verb_cue(parse.words[candidate.head]).takes:
        return candidate
    if candidate.content:
        return _fill_around(parse, quoted, candidate)
    verb = parse.words[candidate.head]
    first, last = parse.sentences[verb.sentence]
    aside = _aside_words(parse, candidate, verb)
    if aside and _is_reportable(parse, first, last, aside):
        content = frozenset(range(first, last)) - aside - candidate.cue - candidate.source
        return replace(candidate, content=content, rule="aside")
    if verb.dep == "parataxis":
        content = reach(parse.words[verb.head]) - reach(verb)
        return replace(candidate, content=content - candidate.cue - candidate.source, rule="aside")
    before = min(candidate.cue | candidate.source)
    closing = _closes_sentence(parse, verb, last) and before - first >= _SHORT and parse.words[before - 1].text == ","
    told = frozenset(range(before, last))
    if closing and candidate.source and verb.tag in _FINITE and _is_reportable(parse, first, last, told):
        return replace(candidate, content=frozenset(range(first, before - 1)), rule="aside")
    return candidate


def _closes_sentence(parse: Parse, verb: Word, last: int) -> bool:
    """After the verb come a few words, or only the hearer and the occasion: "told the Dorn News Agency in a call"."""
    rest = parse.words[verb.i + 1 : last]
    told = "object_infinitive" in verb_cue(verb).takes or verb.lemma == "tell"
    return len(rest) < _CLOSING or (
        told and len(rest) <= _LONGEST_SPEAKER and not any(word.pos == "VERB" or word.text == ";" for word in rest)
    )


def _is_reportable(parse: Parse, first: int, last: int, aside: frozenset[int]) -> bool:
    """A sentence that only sets the scene ("On Friday, Orlova said, ...") or opens with "Asked" is not the report."""
    rest = [parse.words[i] for i in range(first, last) if i not in aside]
    if rest[0].lower in load_words("scene_mark") and not any(word.text == "," for word in rest[:-1]):
        return False
    return any(word.tag in (*_FINITE, "MD") for word in rest) and rest[0].tag not in ("VBN", "VBG")


def _fill_around(parse: Parse, quoted: Quoted, candidate: Candidate) -> Candidate:
    """A few quoted words in a sentence that an aside gives to somebody: the whole sentence is theirs."""
    verb = parse.words[candidate.head]
    first, last = parse.sentences[verb.sentence]
    aside = _aside_words(parse, candidate, verb) or _behind_marks(parse, quoted, candidate, verb)
    own = frozenset(range(first, last))
    if _leads_in(parse, candidate) or not aside or not candidate.content <= own:
        return candidate
    if len(candidate.content) > (last - first) // 2:
        return candidate
    return replace(candidate, content=own - aside - candidate.cue - candidate.source, rule="aside")


def _behind_marks(parse: Parse, quoted: Quoted, candidate: Candidate, verb: Word) -> frozenset[int]:
    """'Her "only wish was rest," Orlova said, a rare one': an aside behind words that are quoted in part."""
    told = candidate.cue | candidate.source
    begin, end = min(told), max(told)
    first, last = parse.sentences[verb.sentence]
    marks = begin - first > 2 and quoted.inside[begin - 1] >= 0 and parse.words[begin - 2].text == ","
    goes_on = end + 2 < last and parse.words[end + 1].text == "," and parse.words[end + 2].tag not in ("VBG", "``")
    if not marks or not goes_on or quoted.inside[end + 2] >= 0 or len(told) != end - begin + 1:
        return NONE
    bare = quoted.inside[first] < 0 and any(
        parse.words[i].pos in ("NOUN", "PRON", "PROPN") for i in range(first, begin)
    )
    opening = parse.words[first].pos not in ("ADP", "ADV", "PUNCT")
    return frozenset(range(begin, end + 1)) if bare and opening else NONE


def _leads_in(parse: Parse, candidate: Candidate) -> bool:
    """The cue leads into a whole quotation: 'As it fell, Orlova joked, "Well done."'."""
    start, cue = min(candidate.content), max(candidate.cue)
    opening = parse.words[min(start + 1, len(parse.words) - 1)]
    return cue < start <= cue + 2 and opening.text[0].isupper()


def _aside_words(parse: Parse, candidate: Candidate, verb: Word) -> frozenset[int]:
    """What stands between two commas and only says who speaks: ", Orlova said,", ", as the report noted,"."""
    told = candidate.cue | candidate.source
    begin, end = min(told), max(told)
    first, last = parse.sentences[verb.sentence]
    marks = [mark for mark in children(parse, verb.i, "mark", "advmod") if mark.lower == "as" and mark.i < begin]
    if marks and verb.dep == "advcl":
        return reach(verb) if _fits_aside(parse, verb) else NONE
    if not candidate.source or end - begin > _LONGEST_ASIDE or verb.tag not in _FINITE:
        return NONE
    opened = begin > first and parse.words[begin - 1].text in _MARKS
    goes_on = parse.words[min(end + 1, last - 1)].text not in _MARKS and end < verb.right <= end + _LONGEST_ASIDE // 2
    if goes_on and not children(parse, verb.i, "ccomp", "conj"):
        end = verb.right - (parse.words[verb.right].text == ",")
    closed = end + 1 < last and parse.words[end + 1].text in _MARKS
    return frozenset(range(begin, end + 1)) if opened and closed and begin - first > 1 else NONE


def _fits_aside(parse: Parse, verb: Word) -> bool:
    """An "as" clause without a content of its own, set off by a comma."""
    after = "".join(word.text for word in parse.words[verb.right : verb.right + 2])
    own = children(parse, verb.i, "ccomp", "dobj", "xcomp")
    return not own and ("," in after or parse.words[verb.left - 1].text == ",")


def find_inverted_source(parse: Parse, quoted: Quoted, candidate: Candidate) -> Candidate:
    """Name the speaker that stands after the verb or in an odd place before it: "... ," said the minister."""
    verb = parse.words[candidate.head]
    if candidate.source or candidate.rule not in ("clause", "quotation", "aside") or verb.tag not in _FINITE:
        return candidate
    if children(parse, verb.i, "nsubjpass") or not candidate.content:
        return candidate
    for child in children(parse, verb.i, "dobj", "npadvmod", "attr", "oprd"):
        somebody = child.pos in ("PROPN", "PRON", "NOUN") or child.lower in ("another", "others", "many", "some")
        named = somebody and quoted.inside[child.i] < 0
        if child.i > verb.i and named:
            return replace(candidate, source=reach(child), content=candidate.content - reach(child))
    return _behind_verb(parse, quoted, candidate) or _before_verb(parse, candidate)


def _behind_verb(parse: Parse, quoted: Quoted, candidate: Candidate) -> Candidate | None:
    """ "..., said a clerk of the port, Mira Orlova, who had left": the parse hangs the clerk on what follows."""
    verb = parse.words[candidate.head]
    before = frozenset(i for i in candidate.content if i < verb.i)
    if not before or min(candidate.cue) != verb.i or not _closes(parse.words[verb.i - 1]):
        return None
    last = parse.sentences[verb.sentence][1]
    if verb.i + 2 >= last:
        return None
    told = verb.i + 2 if parse.words[verb.i + 1].tag == "VBN" else verb.i + 1  # "said retired captain Mira Orlova"
    stop = next((i for i in range(told, last) if _ends_name(parse.words[i]) or quoted.inside[i] >= 0), last)
    named = frozenset(range(verb.i + 1, stop))
    if not named or parse.words[told].pos not in ("DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM"):
        return None
    return replace(candidate, source=named, content=before) if any(_names(parse.words[i]) for i in named) else None


def _ends_name(word: Word) -> bool:
    if word.pos in ("PUNCT", "VERB") or word.tag in ("WP", "WDT", "WRB", "MD"):
        return True
    return word.lower in ("in", "on", "after", "before")


def _before_verb(parse: Parse, candidate: Candidate) -> Candidate:
    """Between the comma that closes the content and the verb stands the speaker."""
    stop = min(candidate.cue)
    if min(candidate.content) > candidate.head:
        return candidate
    k, first = stop - 1, parse.sentences[parse.words[stop].sentence][0]
    while k >= first and not _closes(parse.words[k]) and stop - k < _LONGEST_SPEAKER:
        k -= 1
    named = frozenset(range(k + 1, stop))
    if k < first or not _closes(parse.words[k]) or not any(_names(parse.words[i]) for i in named):
        return candidate
    return replace(candidate, source=named, content=candidate.content - named)


def _closes(word: Word) -> bool:
    return word.text in (",", "\u201d", '"', "''", "\u00bb")


def _names(word: Word) -> bool:
    return word.pos in ("NOUN", "PROPN", "PRON")
