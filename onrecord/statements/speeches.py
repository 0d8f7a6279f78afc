"""Gives quotations and waiting verbs of saying to each other, and joins what one speaker goes on saying."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.language import Parse, Word
from onrecord.statements.candidates import NONE, Candidate
from onrecord.statements.lexicon import load_words
from onrecord.statements.quotations import Quoted
from onrecord.statements.trees import children, reach, verb_cue

_WINDOW = 40
_SENTENCE_AWAY = 20
_NEAR_WAITING = 8
_NEAR_GIVEN = 3
_SHORT = 4
_FINITE = ("VBD", "VBZ", "VBP")
_WIDENS = frozenset(
    ("quotation", "clause", "open clause", "according to", "asked", "object", "phrasal", "noun", "infinitive",
     "light verb", "noun is", "relative object", "quoted as", "quoted by")
)  # fmt: skip
_SPEAKS = frozenset(("quotation", "clause", "open clause", "according to", "object", "quoted as", "quoted by"))


def attach_quotations(parse: Parse, quoted: Quoted, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Give every quotation to the cue it belongs to: the one whose clause it is part of, else the nearest."""
    found = [_inside_own(quoted, candidate) for candidate in candidates]
    used: set[int] = set()
    for k, candidate in enumerate(found):
        if candidate.rule in _WIDENS and quoted.length(candidate.head) <= _SHORT:
            found[k] = _widened(quoted, candidate, used)
    _give_to_nearest(parse, quoted, found, used)
    return found


def _inside_own(quoted: Quoted, candidate: Candidate) -> Candidate:
    """A cue inside a quotation reports nothing outside it."""
    here = quoted.inside[candidate.head]
    if here < 0 or quoted.length(candidate.head) <= _SHORT:
        return candidate
    own = quoted.quotations[here].words()
    return replace(candidate, content=candidate.content & own, source=candidate.source & own)


def _widened(quoted: Quoted, candidate: Candidate, used: set[int]) -> Candidate:
    touched = {quoted.inside[i] for i in candidate.content} - {-1}
    if not touched:
        return candidate
    used |= touched
    whole = candidate.content.union(*(quoted.quotations[q].words() for q in touched))
    return replace(candidate, content=whole - candidate.cue - candidate.source)


def _give_to_nearest(parse: Parse, quoted: Quoted, found: list[Candidate], used: set[int]) -> None:
    order = sorted(
        (k for k, c in enumerate(found) if c.rule in _SPEAKS and quoted.inside[c.head] < 0 and _speaks(parse, c)),
        key=lambda k: found[k].head,
    )
    heads = [found[k].head for k in order]
    for q, quotation in enumerate(quoted.quotations):
        near = order[bisect_left(heads, quotation.first - _WINDOW) : bisect_right(heads, quotation.last + _WINDOW)]
        ranked = sorted((_distance(parse, quoted, found[k], q), k) for k in near if _may_take(found[k], q in used))
        if not ranked:
            continue
        distance, k = ranked[0]
        waiting = not found[k].content or found[k].rule == "quotation"
        long = quotation.last - quotation.first > _SHORT + 2
        if distance <= (_NEAR_WAITING if waiting else _NEAR_GIVEN) and (waiting or long):
            content = (found[k].content | quotation.words()) - found[k].cue - found[k].source
            found[k] = replace(found[k], content=content)
            used.add(q)


def _speaks(parse: Parse, candidate: Candidate) -> bool:
    word = parse.words[candidate.head]
    return candidate.rule in ("according to", "quoted as", "quoted by") or "quotation" in verb_cue(word).takes


def _may_take(candidate: Candidate, taken: bool) -> bool:
    return not taken or candidate.rule == "quotation"


def _distance(parse: Parse, quoted: Quoted, candidate: Candidate, q: int) -> int:
    """Count the words between a cue and a quotation; a sentence end or another long quotation counts as twenty."""
    quotation = quoted.quotations[q]
    head = candidate.head
    low, high = (head, quotation.first) if head < quotation.first else (quotation.last, head)
    if parse.words[head].start > parse.words[quotation.last].end:
        low, high = quotation.last, head
    skip = candidate.source | candidate.cue
    words, ends, others = 0, False, False
    for j in range(low + 1, high):
        outside = quoted.inside[j] < 0
        if parse.words[j].pos != "PUNCT":
            words += outside and j not in skip
        elif outside and parse.words[j].text in (".", "?", "!"):
            ends = True
        others = others or (not outside and quoted.inside[j] != q and quoted.length(j) > _SHORT + 2)
    return words + _SENTENCE_AWAY * (ends + others) + _paragraphs_apart(parse, low, high)


def _paragraphs_apart(parse: Parse, low: int, high: int) -> int:
    between = parse.text.find("\n", parse.words[low].end, parse.words[high].start)
    return 2 * _SENTENCE_AWAY if between >= 0 else 0


def fill_waiting(parse: Parse, candidate: Candidate) -> Candidate:
    """Give a verb of saying that found no quotation the sentence it stands in: "The dam, Orlova said, holds"."""
    if (
        candidate.rule != "quotation"
        or candidate.content
        or "clause" not in verb_cue(parse.words[candidate.head]).takes
    ):
        return candidate
    verb = parse.words[candidate.head]
    first, last = parse.sentences[verb.sentence]
    aside = _aside_words(parse, candidate, verb)
    if aside:
        content = frozenset(range(first, last)) - aside - candidate.cue - candidate.source
        return replace(candidate, content=content, rule="aside")
    if verb.dep == "parataxis":
        content = reach(parse.words[verb.head]) - reach(verb)
        return replace(candidate, content=content - candidate.cue - candidate.source, rule="aside")
    before = min(candidate.cue | candidate.source)
    closing = verb.i + 6 >= last and before - first >= _SHORT and parse.words[before - 1].text == ","
    if closing and candidate.source and verb.tag in _FINITE:
        return replace(candidate, content=frozenset(range(first, before - 1)), rule="aside")
    return candidate


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
    opened = begin > first and parse.words[begin - 1].text == ","
    closed = end + 1 < last and parse.words[end + 1].text == ","
    return frozenset(range(begin, end + 1)) if opened and closed and begin - first > 1 else NONE


def _fits_aside(parse: Parse, verb: Word) -> bool:
    """An "as" clause without a content of its own, set off by a comma."""
    after = "".join(word.text for word in parse.words[verb.right : verb.right + 2])
    own = children(parse, verb.i, "ccomp", "dobj", "xcomp")
    return not own and ("," in after or parse.words[verb.left - 1].text == ",")


_LONGEST_ASIDE = 12


def find_inverted_source(parse: Parse, quoted: Quoted, candidate: Candidate) -> Candidate:
    """Name the speaker that stands after the verb or in an odd place before it: "... ," said the minister."""
    verb = parse.words[candidate.head]
    if candidate.source or candidate.rule not in ("clause", "quotation", "aside") or verb.tag not in _FINITE:
        return candidate
    if children(parse, verb.i, "nsubjpass") or not candidate.content:
        return candidate
    for child in children(parse, verb.i, "dobj", "npadvmod", "attr", "oprd"):
        named = child.pos in ("PROPN", "PRON", "NOUN") and quoted.inside[child.i] < 0
        if child.i > verb.i and named:
            return replace(candidate, source=reach(child), content=candidate.content - reach(child))
    return _before_verb(parse, candidate)


def _before_verb(parse: Parse, candidate: Candidate) -> Candidate:
    """Between the comma that closes the content and the verb stands the speaker."""
    stop = min(candidate.cue)
    if min(candidate.content) > candidate.head:
        return candidate
    k, first = stop - 1, parse.sentences[parse.words[stop].sentence][0]
    while k >= first and not _closes(parse.words[k]) and stop - k < 25:
        k -= 1
    named = frozenset(range(k + 1, stop))
    if k < first or not _closes(parse.words[k]) or not any(_names(parse.words[i]) for i in named):
        return candidate
    return replace(candidate, source=named, content=candidate.content - named)


def _closes(word: Word) -> bool:
    return word.text in (",", "\u201d", '"', "''", "\u00bb")


def _names(word: Word) -> bool:
    return word.pos in ("NOUN", "PROPN", "PRON")


def cut_fronted(parse: Parse, quoted: Quoted, candidate: Candidate) -> Candidate:
    """Where the quotation stands before the cue, what follows the cue without marks tells the scene, not the words.

    The same holds for a report before a colon that introduces the quotation.
    """
    cue, content = candidate.cue, candidate.content
    if candidate.rule not in ("clause", "quotation") or not content or not cue or min(content) > min(cue):
        return candidate
    before = [i for i in content if i < min(cue)]
    quotes = {quoted.inside[i] for i in before if quoted.inside[i] >= 0}
    if not quotes or quoted.inside[candidate.head] >= 0:
        return candidate
    opening = quoted.quotations[min(quotes)].first
    if opening > min(before) and parse.words[opening - 1].text == ":":
        content = frozenset(i for i in content if i >= opening)
    bare = [i for i in content if i < min(cue) and quoted.inside[i] < 0 and parse.words[i].pos != "PUNCT"]
    if not bare and not any(c.i > candidate.head for c in children(parse, candidate.head, "ccomp")):
        content = frozenset(i for i in content if i < max(cue) or quoted.inside[i] >= 0)
    return replace(candidate, content=content)


def fill_fronted(parse: Parse, quoted: Quoted, candidate: Candidate) -> Candidate:
    """Words that lead from the sentence's start into a quotation before the cue: "When it fell, 'all ran,' he said"."""
    if candidate.rule != "quotation" or not candidate.content or min(candidate.content) > candidate.head:
        return candidate
    start = min(candidate.content)
    first = parse.sentences[parse.words[start].sentence][0]
    inside = quoted.inside[start]
    told = min(candidate.source | candidate.cue)
    if inside < 0 or quoted.quotations[inside].first != start or not 0 < start - first <= _WINDOW:
        return candidate
    if told != quoted.quotations[inside].last + 1:
        return candidate
    lead = frozenset(range(first, start))
    broken = parse.words[start - 1].text in (":", ".", ";") or any(quoted.inside[i] >= 0 for i in lead)
    speaker = lead & (candidate.source | candidate.cue)
    return candidate if broken or speaker else replace(candidate, content=candidate.content | lead)


def fill_gap(parse: Parse, candidate: Candidate) -> Candidate:
    """Words between cue and content that hang on neither belong to the content."""
    if candidate.rule not in ("clause", "quotation") or not candidate.content:
        return candidate
    low, high = max(candidate.cue), min(candidate.content)
    gap = frozenset(range(low + 1, high))
    if not 0 < len(gap) <= 25 or gap & candidate.source or low < candidate.head:
        return candidate
    own = {c for c in parse.children[candidate.head] if parse.words[c].dep not in ("nsubj", "cc", "conj", "mark")}
    stops = any(parse.words[i].text in (".", "!", "?", ";") for i in gap)
    return candidate if own & gap or stops else replace(candidate, content=candidate.content | gap)


def join_further(parse: Parse, quoted: Quoted, candidates: list[Candidate]) -> list[Candidate]:
    """Give a further quoted sentence to the speaker quoted just before it in the same paragraph."""
    found = sorted(candidates, key=lambda c: c.head)
    taken = frozenset().union(*(c.content for c in found), NONE)
    paragraph_of = _paragraph_numbers(parse)
    by_paragraph: dict[int, list[int]] = {}
    for k, candidate in enumerate(found):
        if candidate.parent is None and quoted.inside[candidate.head] < 0:
            by_paragraph.setdefault(paragraph_of[candidate.head], []).append(k)
    for quotation in quoted.quotations:
        if quotation.first in taken or not _stands_alone(parse, quotation.first, quotation.last):
            continue
        for k in reversed(by_paragraph.get(paragraph_of[quotation.first], [])):
            if not found[k].cue or max(found[k].cue) > quotation.first:
                continue
            if any(quoted.inside[i] >= 0 for i in found[k].content) or _after_colon(parse, found[k], quotation.first):
                found[k] = replace(found[k], content=found[k].content | quotation.words())
                break
    return found


def _after_colon(parse: Parse, candidate: Candidate, first: int) -> bool:
    """A quotation after a colon gives the words of the report before it."""
    speech = candidate.rule in _SPEAKS and _speaks(parse, candidate)
    return speech and first > 0 and parse.words[first - 1].text == ":" and first - max(candidate.content) <= 3


def _stands_alone(parse: Parse, first: int, last: int) -> bool:
    """A quotation of whole sentences: it opens after punctuation and ends with some."""
    before = parse.words[first - 1].text[-1:] if first else "."
    closing = parse.words[last - 1].text[-1:] if last > first else ""
    after = last + 1 >= len(parse.words) or parse.words[last].text[-1:] not in "\"'\u201d\u00bb"
    return (
        last - first >= 2
        and before in ".!?,:;\"\u201d'\u2026\u00bb"
        and (closing in ".!?\u2026,-\u2014\u2013" or after)
    )


def _paragraph_numbers(parse: Parse) -> list[int]:
    return [number for number, (first, last) in enumerate(parse.paragraphs) for _ in range(first, last)]


def restore_lost_marks(parse: Parse, quoted: Quoted, candidates: Iterable[Candidate]) -> list[Candidate]:
    """Give a speaker the sentences in the first person that follow a report in the first person without marks."""
    found = sorted(candidates, key=lambda c: c.head)
    sayings = {
        parse.words[c.head].sentence
        for c in found
        if c.rule in _SPEAKS and c.rule != "object" and c.parent is None and not _first_person(parse, c.source)
    }
    paragraph_end = dict(_sentence_ends(parse))
    result = []
    for candidate in found:
        more = _further_sentences(parse, quoted, candidate, sayings, paragraph_end)
        result.append(replace(candidate, content=candidate.content | more, rule="lost marks") if more else candidate)
    return result


def _sentence_ends(parse: Parse) -> Iterable[tuple[int, int]]:
    """Pair every sentence with the last sentence of its paragraph."""
    for first, last in parse.paragraphs:
        if first < last:
            stop = parse.words[last - 1].sentence
            for number in range(parse.words[first].sentence, stop + 1):
                yield number, stop


def _further_sentences(
    parse: Parse, quoted: Quoted, candidate: Candidate, sayings: set[int], ends: dict[int, int]
) -> frozenset[int]:
    here = parse.words[candidate.head].sentence
    speech = (
        candidate.rule in ("clause", "quotation", "aside")
        and "quotation" in verb_cue(parse.words[candidate.head]).takes
    )
    if not speech or not _speaks_in_first_person(parse, quoted, candidate):
        return NONE
    more, kept = NONE, NONE
    for number in range(here + 1, ends[here] + 1):
        words = frozenset(range(*parse.sentences[number]))
        if number in sayings or any(quoted.inside[i] >= 0 for i in words):
            break
        more |= words
        if _first_person(parse, words):
            kept = more
    return kept


def _speaks_in_first_person(parse: Parse, quoted: Quoted, candidate: Candidate) -> bool:
    content = candidate.content
    unquoted = bool(content) and not any(quoted.inside[i] >= 0 for i in content) and quoted.inside[candidate.head] < 0
    return unquoted and _first_person(parse, content) and not _first_person(parse, candidate.source)


def _first_person(parse: Parse, words: Iterable[int]) -> bool:
    persons = load_words("first_person")
    return any(parse.words[i].lower in persons for i in words)
