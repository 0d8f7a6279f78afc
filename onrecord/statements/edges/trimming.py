"""Moves the edges of what is quoted: the scene is cut off, the words that lead into a quotation are taken in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.language import Parse
from onrecord.statements.candidates import Candidate
from onrecord.statements.grammar.quotations import Quoted
from onrecord.statements.grammar.trees import children

_WINDOW = 40
_LONGEST_GAP = 25
_LEAST = 3
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_DASHES = ("-", "--", "\u2013", "\u2014")
_OPEN_ENDS = (",", "?", "!")
_QUESTIONS = ("WP", "WDT", "WRB")
_SPELT_OUT = ("object", "phrasal", "infinitive", "light verb")
_REPORTS = ("clause", "aside", "according to", "quotation")


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
    content = _without_scene(parse, quoted, candidate, content)
    if not bare and not any(c.i > candidate.head for c in children(parse, candidate.head, "ccomp")):
        content = frozenset(i for i in content if i < max(cue) or quoted.inside[i] >= 0)
    return candidate if content == candidate.content else replace(candidate, content=content)


def _without_scene(parse: Parse, quoted: Quoted, candidate: Candidate, content: frozenset[int]) -> frozenset[int]:
    """A quotation in a phrase right behind the cue tells where or when: '"Run," she said on the show "Late Hour"'."""
    told = max(candidate.cue | candidate.source)
    after = next((i for i in sorted(content) if i > told and quoted.inside[i] >= 0), None)
    if after is None:
        return content
    quotation = quoted.quotations[quoted.inside[after]]
    between = parse.words[told + 1 : quotation.first]
    if not between or any(word.pos in ("PUNCT", "CONJ", "CCONJ") or word.lower == "that" for word in between):
        return content
    return frozenset(i for i in content if not told < i <= quotation.last)


def fill_object(parse: Parse, quoted: Quoted, candidate: Candidate) -> Candidate:
    """A quotation that is part of the cue's object brings the whole of it: 'wrote a book called "The Dam"'."""
    if candidate.rule != "quotation" or not candidate.content or min(candidate.content) < candidate.head:
        return candidate
    for thing in children(parse, candidate.head, "dobj", "oprd"):
        whole = frozenset(range(thing.left, thing.right + 1)) - candidate.cue - candidate.source
        near = thing.left <= max(candidate.cue) + 2 and thing.i > candidate.head
        if near and whole & candidate.content and quoted.inside[min(whole)] < 0:
            return replace(candidate, content=whole | candidate.content)
    return candidate


def fill_split(parse: Parse, candidate: Candidate) -> Candidate:
    """A content that runs into the end of a sentence without a full stop goes on in the next one."""
    end = max(candidate.content, default=-1)
    if end < 0 or end + 1 >= len(parse.words) or end < candidate.head or parse.words[end].pos == "PUNCT":
        return candidate
    here, after = parse.words[end].sentence, parse.words[end + 1]
    if after.sentence != here + 1 or "\n" in parse.text[parse.words[end].end : after.start] or after.pos == "PUNCT":
        return candidate
    if parse.words[end].text[-1] == "." and after.text[0].isupper() and after.pos != "PROPN":
        return candidate  # "at 7 p.m. He left": the point of a short form ends the sentence
    more = frozenset(range(*parse.sentences[after.sentence]))
    return replace(candidate, content=candidate.content | more - candidate.cue - candidate.source)


def fill_explained(parse: Parse, quoted: Quoted, candidate: Candidate) -> Candidate:
    """What follows a colon right behind what is wanted or named spells it out: "wants one thing: a dam that holds"."""
    end = max(candidate.content, default=-1)
    if candidate.rule not in _SPELT_OUT or end < candidate.head or end + 2 >= len(parse.words):
        return candidate
    colon = parse.words[end + 1]
    last = parse.sentences[colon.sentence][1]
    if colon.text != ":" or colon.sentence != parse.words[end].sentence or quoted.inside[colon.i] >= 0:
        return candidate
    rest = range(colon.i, last)
    if any(quoted.inside[i] >= 0 or _opens_clause(parse, i) for i in rest):
        return candidate
    apart = "\n" in parse.text[colon.start : parse.words[last - 1].end]
    return candidate if apart else replace(candidate, content=candidate.content | frozenset(rest))


def _opens_clause(parse: Parse, i: int) -> bool:
    """A finite verb that nothing leads in tells something more: "wants a dam: the old one leaks"."""
    verb = parse.words[i]
    if verb.tag not in (*_FINITE, "MD") or verb.dep in ("relcl", "acl"):
        return False
    led = children(parse, verb.i, "mark") or any(word.tag in _QUESTIONS for word in parse.words[verb.left : verb.i])
    return not led


def cut_joined(parse: Parse, quoted: Quoted, candidate: Candidate) -> Candidate:
    """Before its cue, only what follows the last colon or semicolon is reported: what stands before is said apart."""
    if candidate.rule not in _REPORTS or not candidate.content or not candidate.cue:
        return candidate
    head = min(candidate.cue | candidate.source)
    joints = [i for i in candidate.content if i < head and _joins(parse, quoted, i)]
    joints += [i for i in range(min(candidate.content), head) if _shows_words(parse, quoted, i)]
    if not joints:
        return candidate
    marked = any(quoted.inside[i] >= 0 for i in range(max(joints), head))
    if marked and not _shows_words(parse, quoted, max(joints)):
        return candidate
    kept = frozenset(i for i in candidate.content if i > max(joints))
    return replace(candidate, content=kept) if any(parse.words[i].pos != "PUNCT" for i in kept) else candidate


def _joins(parse: Parse, quoted: Quoted, i: int) -> bool:
    return parse.words[i].text in (";", ":") and quoted.inside[i] < 0


def _shows_words(parse: Parse, quoted: Quoted, i: int) -> bool:
    """After a dash stand the words, before it is none: 'Dorn was calm - "All is well," she said - and slept'."""
    if (
        parse.words[i].text not in _DASHES
        or quoted.inside[i] >= 0
        or quoted.inside[min(i + 1, len(parse.words) - 1)] < 0
    ):
        return False
    quotation = quoted.quotations[quoted.inside[i + 1]]
    return quotation.first == i + 1 and parse.words[quotation.last - 1].text[-1:] in _OPEN_ENDS


def cut_lead(parse: Parse, quoted: Quoted, candidate: Candidate) -> Candidate:
    """Where a whole quotation follows the cue, a clause before it only says when: "As it fell, Orlova said, 'Run.'"."""
    content, cue = candidate.content, candidate.cue | candidate.source
    if candidate.rule not in ("clause", "quotation") or not content or not cue or min(content) > min(cue):
        return candidate
    after = [i for i in content if i > max(cue)]
    lead = [i for i in content if i < min(cue)]
    if not after or quoted.inside[after[0]] < 0 or any(quoted.inside[i] >= 0 for i in lead):
        return candidate
    quotation = quoted.quotations[quoted.inside[min(after)]]
    opening = parse.words[min(quotation.first + 1, quotation.last)]
    near = quotation.first - max(cue) <= _LEAST and quotation.first == min(after)
    if not near or not opening.text[0].isupper() or quotation.last - quotation.first < _LEAST:
        return candidate
    return replace(candidate, content=frozenset(i for i in content if i > max(cue)))


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


def cut_links(parse: Parse, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Cut the "and" that only leads on to what is said no more: "said it held | and charged them"."""
    return [_without_link(parse, candidate) for candidate in candidates]


def _without_link(parse: Parse, candidate: Candidate) -> Candidate:
    last = max(candidate.content, default=-1)
    if last < 1 or parse.words[last].dep != "cc" or last < candidate.head:
        return candidate
    kept = frozenset(i for i in candidate.content if i < last - (parse.words[last - 1].text == ","))
    return replace(candidate, content=kept) if kept else candidate


def part_shared(quoted: Quoted, candidates: Sequence[Candidate]) -> list[Candidate]:
    """A second quotation is what somebody added: '"It holds," Orlova said, adding of the mill, "It leaks."'."""
    found = list(candidates)
    for later in (c for c in candidates if c.rule == "quotation"):
        told = {quoted.inside[i] for i in later.content if i > max(later.cue, default=i)} - {-1}
        for k, earlier in enumerate(found):
            if not told or not 0 < later.head - earlier.head <= _WINDOW or quoted.inside[earlier.head] >= 0:
                continue
            shared = frozenset(i for q in told for i in quoted.quotations[q].words()) & earlier.content
            if shared and min(shared) > later.head and any(i < earlier.head for i in earlier.content):
                found[k] = replace(earlier, content=earlier.content - shared)
    return found


def fill_gap(parse: Parse, candidate: Candidate) -> Candidate:
    """Words between cue and content that hang on neither belong to the content."""
    if candidate.rule not in ("clause", "quotation") or not candidate.content:
        return candidate
    low, high = max(candidate.cue), min(candidate.content)
    gap = frozenset(range(low + 1, high))
    if not 0 < len(gap) <= _LONGEST_GAP or gap & candidate.source or low < candidate.head:
        return candidate
    own = {c for c in parse.children[candidate.head] if parse.words[c].dep not in ("nsubj", "cc", "conj", "mark")}
    stops = any(parse.words[i].text in (".", "!", "?", ";") for i in gap)
    return candidate if own & gap or stops else replace(candidate, content=candidate.content | gap)


def cut_before(parse: Parse, quoted: Quoted, candidate: Candidate) -> Candidate:
    """Where a report begins right behind its cue, what stands before is not in it: "As it fell, she said he ran"."""
    if candidate.rule not in ("clause", "quotation", "aside") or not candidate.content or not candidate.cue:
        return candidate
    first, last = min(candidate.cue | candidate.source), max(candidate.cue | candidate.source)
    before = frozenset(i for i in candidate.content if i < first)
    after = candidate.content - before
    if not before or quoted.inside[candidate.head] >= 0 or min(after, default=-1) != last + 1:
        return candidate
    opening = parse.words[last + 1]
    if opening.pos == "PUNCT" or opening.tag in _FINITE or opening.tag in ("CC", "IN", "VBG", "VBN"):
        return candidate
    told = any(parse.words[i].tag in _FINITE for i in after)
    return replace(candidate, content=after) if told else candidate
