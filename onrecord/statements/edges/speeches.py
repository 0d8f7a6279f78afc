"""Gives quotations and waiting verbs of saying to each other, and joins what one speaker goes on saying."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from onrecord.language import Parse, Word
from onrecord.statements.candidates import NONE, Candidate
from onrecord.statements.grammar.quotations import Quotation, Quoted
from onrecord.statements.grammar.trees import children, cue_words, find_subject, source_words, verb_cue
from onrecord.statements.grammar.voices import can_speak, head_of
from onrecord.statements.lexicon import load_cues, load_words

_WINDOW = 40
_SENTENCE_AWAY = 20
_NEAR_WAITING = 5
_NEAR_GIVEN = 3
_SHORT = 4
_LONGEST_NAME = 25
_NAMES = ("NOUN", "PROPN", "PRON")
_FINITE = ("VBD", "VBZ", "VBP")
_OPEN_ENDS = ",?!-\u2013\u2014"
_INNER_MARKS = ("'", "\u2019", "''", "\u203a", ")", "]")
_WIDENS = frozenset(
    ("quotation", "clause", "open clause", "according to", "asked", "object", "phrasal", "noun", "infinitive",
     "light verb", "noun is", "relative object", "quoted as", "quoted by")
)  # fmt: skip
_SPEAKS = frozenset(("quotation", "clause", "open clause", "according to", "object", "quoted as", "quoted by"))


def attach_quotations(parse: Parse, quoted: Quoted, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Give every quotation to the cue it belongs to: the one whose clause it is part of, else the nearest."""
    found = [_inside_own(quoted, candidate) for candidate in candidates]
    used: dict[int, int] = {}
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
    own = quoted.quotations[here]
    content = frozenset(i for i in candidate.content if own.first <= i <= own.last)
    return replace(candidate, content=content, source=frozenset(i for i in candidate.source if i >= own.first))


def _widened(quoted: Quoted, candidate: Candidate, used: dict[int, int]) -> Candidate:
    touched = {quoted.inside[i] for i in candidate.content} - {-1}
    if not touched:
        return candidate
    used |= dict.fromkeys(touched, candidate.head)
    whole = candidate.content.union(*(quoted.quotations[q].words() for q in touched))
    return replace(candidate, content=whole - candidate.cue - candidate.source)


def _give_to_nearest(parse: Parse, quoted: Quoted, found: list[Candidate], used: dict[int, int]) -> None:
    order = sorted(
        (k for k, c in enumerate(found) if c.rule in _SPEAKS and quoted.inside[c.head] < 0 and _speaks(parse, c)),
        key=lambda k: found[k].head,
    )
    heads = [found[k].head for k in order]
    for q, quotation in enumerate(quoted.quotations):
        near = order[bisect_left(heads, quotation.first - _WINDOW) : bisect_right(heads, quotation.last + _WINDOW)]
        free = [k for k in near if _may_take(parse, found[k], quotation, used.get(q))]
        ranked = sorted((_distance(parse, quoted, found[k], q), k) for k in free)
        if not ranked:
            continue
        distance, k = ranked[0]
        waiting = not found[k].content or found[k].rule == "quotation"
        long = quotation.last - quotation.first > _SHORT + 2
        if distance <= _reach_of_cue(parse, found[k], waiting, long) and (waiting or long):
            content = (found[k].content | quotation.words()) - found[k].cue - found[k].source
            found[k] = replace(found[k], content=content)
            used[q] = found[k].head


def name_flanking(parse: Parse, quoted: Quoted, candidate: Candidate) -> Candidate:
    """Give the quotation right before a verb of saying to whoever is named between or behind: the parse ran into it."""
    verb = parse.words[candidate.head]
    finite = verb.tag in _FINITE or (verb.lower == "read" and verb.tag == "VB" and not children(parse, verb.i, "aux"))
    if candidate.rule not in ("quotation", "clause") or not finite or quoted.inside[verb.i] >= 0:
        return candidate
    found = _find_flanked(parse, quoted, verb)
    if found is None or "quotation" not in verb_cue(verb).takes:
        return candidate
    quotation, speaker = found
    inside = candidate.source & quotation.words()
    settled = candidate.source and not inside and candidate.content & quotation.words()
    if settled or any(i > max(speaker) and quoted.inside[i] < 0 for i in candidate.content):
        return candidate
    before = frozenset(i for i in candidate.content | quotation.words() if i < verb.i)
    return replace(candidate, source=speaker, content=before - speaker - candidate.cue)


def find_unlisted(parse: Parse, quoted: Quoted, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Propose whoever is named with any verb right behind a quotation that ends like speech: '"No!" beamed Orlova'."""
    taken = frozenset().union(*(c.content | c.cue for c in candidates if quoted.inside[c.head] < 0), NONE)
    heads = {candidate.head for candidate in candidates if candidate.content}
    found = []
    for quotation in quoted.quotations:
        led = None if quotation.last in taken else _led_in(parse, quoted, quotation)
        if led is not None and led.head not in heads:
            found.append(led)
            continue
        verb = _verb_behind(parse, quoted, quotation)
        if verb is None or quotation.last in taken or verb.i in taken or not _opens_speech(parse, quotation):
            continue
        flanked = _find_flanked(parse, quoted, verb)
        if flanked is not None and can_speak(parse, head_of(parse, flanked[1])):
            content = quotation.words()
            found.append(
                Candidate(head=verb.i, cue=frozenset({verb.i}), source=flanked[1], content=content, rule="quotation")
            )
    return [*candidates, *found]


def _led_in(parse: Parse, quoted: Quoted, quotation: Quotation) -> Candidate | None:
    """Any verb before a colon and a quotation, with somebody who speaks: "The envoy shrugged: 'No talks.'"."""
    colon = quotation.first - 1
    opening = parse.words[min(colon + 2, quotation.last)]
    if colon < 1 or parse.words[colon].text not in (":", ",") or not opening.text[0].isupper():
        return None
    if parse.words[colon].text == ",":
        return _led_by_comma(parse, quoted, quotation)
    apart = "\n" in parse.text[parse.words[colon].end : parse.words[quotation.first].start]
    first = max(parse.sentences[parse.words[colon - 1].sentence][0], colon - _WINDOW)
    for word in reversed(parse.words[first:colon]):
        if word.tag in ("VBD", "VBZ") and quoted.inside[word.i] < 0 and word.dep not in ("relcl", "advcl", "aux"):
            subject = find_subject(parse, word)
            barred = word.lemma in load_words("auxiliary") or (apart and not _announces(parse, word, colon))
            if barred or subject is None or not can_speak(parse, subject):
                return None
            source = source_words(parse, subject, word)
            cue = cue_words(parse, word) - source
            return Candidate(head=word.i, cue=cue, source=source, content=quotation.words(), rule="quotation")
    return None


def _led_by_comma(parse: Parse, quoted: Quoted, quotation: Quotation) -> Candidate | None:
    """Any verb right before a comma and a whole quotation: 'Orlova fired back, "No talks."'."""
    before = parse.words[quotation.first - 2]
    verb = parse.words[before.head] if before.dep in ("prt", "advmod") and before.head < before.i else before
    last = parse.words[quotation.last - 1]
    whole = quotation.closed and last.text[-1] in ".!?" and quotation.last - quotation.first > _SHORT
    if verb.tag not in _FINITE or quoted.inside[verb.i] >= 0 or not whole or verb.i < before.i - 1:
        return None
    subject = find_subject(parse, verb)
    if verb.lemma in load_words("auxiliary") or subject is None or not can_speak(parse, subject):
        return None
    source = source_words(parse, subject, verb)
    cue = (cue_words(parse, verb) | {before.i}) - source
    return Candidate(head=verb.i, cue=cue, source=source, content=quotation.words(), rule="quotation")


def _announces(parse: Parse, verb: Word, colon: int) -> bool:
    """ "Made the following comment:" - the noun before the colon says that words are to come."""
    nouns = (parse.words[i] for i in range(verb.i + 1, colon) if parse.words[i].pos == "NOUN")
    return "quotation" not in verb_cue(verb).takes and any((noun.lemma, "noun") in load_cues() for noun in nouns)


def _verb_behind(parse: Parse, quoted: Quoted, quotation: Quotation) -> Word | None:
    """The verb right behind a quotation that ends with a comma, a question or an exclamation, or behind one name."""
    last = quotation.last
    if last - quotation.first < _SHORT - 1 or not _leads_on(parse, quotation):
        return None
    for word in parse.words[last + 1 : last + 1 + _LONGEST_NAME]:
        if quoted.inside[word.i] >= 0 or word.text in (".", ";", ":"):
            return None
        if word.tag in ("VBD", "VBZ") or (word.tag == "VBN" and word.i <= last + 2):
            return word if _can_tell(parse, word) else None
    return None


def _can_tell(parse: Parse, verb: Word) -> bool:
    """Any verb but those that need something else after them: "was", "had", "put it", "went to"."""
    barred = load_words("open_not") | load_words("auxiliary") | load_words("action")
    own = children(parse, verb.i, "dobj", "xcomp", "ccomp", "acomp", "attr")
    return verb.lemma not in barred and verb.dep != "relcl" and not any(c.i > verb.i + _SHORT for c in own)


def _opens_speech(parse: Parse, quotation: Quotation) -> bool:
    """A quotation that opens its sentence or follows a colon; a title or a few words amid a sentence do not."""
    first = quotation.first
    before = parse.words[first - 1]
    opens = first == parse.sentences[parse.words[first].sentence][0]
    broken = "\n" in parse.text[before.end : parse.words[first].start]
    return first == 0 or opens or broken or before.text in (":", ".")


def _leads_on(parse: Parse, quotation: Quotation) -> bool:
    """Whoever speaks is still to come: the quotation ends with a comma, a question, an exclamation or a dash."""
    end = quotation.last - 1
    while end > quotation.first and parse.words[end].text in _INNER_MARKS:
        end -= 1
    after = parse.words[quotation.last + 1].text if quotation.last + 1 < len(parse.words) else ""
    return quotation.closed and (parse.words[end].text[-1:] in _OPEN_ENDS or after == ",")


def _find_flanked(parse: Parse, quoted: Quoted, verb: Word) -> tuple[Quotation, frozenset[int]] | None:
    """The quotation that ends before a verb with at most a name between, and the words of who is named."""
    k = verb.i - 1
    while k >= max(0, verb.i - _LONGEST_NAME) and quoted.inside[k] < 0:
        if parse.words[k].pos == "VERB" or parse.words[k].text in (";", ":", "."):
            return None
        k -= 1
    if k < 0 or quoted.inside[k] < 0:
        return None
    quotation = quoted.quotations[quoted.inside[k]]
    if not _leads_on(parse, quotation) or "\n" in parse.text[parse.words[quotation.last].end : verb.start]:
        return None
    between = [i for i in range(k + 1, verb.i) if parse.words[i].pos not in ("PUNCT", "ADV")]
    if between:
        return (quotation, frozenset(range(between[0], between[-1] + 1))) if _is_name(parse, between) else None
    named = _named_behind(parse, verb)
    return None if named is None else (quotation, named)


def _is_name(parse: Parse, between: Sequence[int]) -> bool:
    """Words without a verb that begin like a name and do not lead into one: no preposition, no conjunction."""
    opening = parse.words[between[0]]
    return opening.pos not in ("ADP", "CONJ", "PART") and parse.words[between[-1]].pos in _NAMES


def _named_behind(parse: Parse, verb: Word) -> frozenset[int] | None:
    last = parse.sentences[verb.sentence][1]
    first = next((i for i in range(verb.i + 1, min(last, verb.i + 3)) if parse.words[i].pos != "ADV"), None)
    if first is None or parse.words[first].pos not in (*_NAMES, "DET", "ADJ", "NUM"):
        return None
    noun = parse.words[first]
    while noun.pos not in _NAMES or (first < noun.head < last and parse.words[noun.head].pos in _NAMES):
        above = parse.words[noun.head]
        if above.i <= noun.i and above.i <= verb.i:
            return None
        noun = above
        if noun.i - first > _LONGEST_NAME or noun.head == noun.i:
            break
    if noun.pos not in _NAMES:
        return None
    words = source_words(parse, noun, verb)
    return frozenset(range(first, max(words) + 1))


def _reach_of_cue(parse: Parse, candidate: Candidate, waiting: bool, long: bool) -> int:
    """How many words may lie between: none for "went on" and the like, which mostly mean something else."""
    if "clause" not in verb_cue(parse.words[candidate.head]).takes and candidate.rule == "quotation":
        return 1 if long else -1
    return _NEAR_WAITING if waiting else _NEAR_GIVEN


def _speaks(parse: Parse, candidate: Candidate) -> bool:
    word = parse.words[candidate.head]
    return candidate.rule in ("according to", "quoted as", "quoted by") or "quotation" in verb_cue(word).takes


def _may_take(parse: Parse, candidate: Candidate, quotation: Quotation, taker: int | None) -> bool:
    """A verb that waits may take what the parse gave to another, but for one that stands nearer before it."""
    if taker is None or candidate.rule != "quotation":
        return taker is None
    if quotation.last < taker < candidate.head:
        return False
    apart = parse.words[candidate.head].sentence != parse.words[quotation.first].sentence
    nearer = taker < quotation.first and parse.words[taker].sentence == parse.words[quotation.first].sentence
    return not nearer or not (apart or candidate.head < taker)


def _distance(parse: Parse, quoted: Quoted, candidate: Candidate, q: int) -> int:
    """Count the words between a cue and a quotation; a sentence end or another long quotation counts as twenty."""
    quotation = quoted.quotations[q]
    head = candidate.head
    low, high = (head, quotation.first) if head < quotation.first else (quotation.last, head)
    if parse.words[head].start > parse.words[quotation.last].end:
        low, high = quotation.last, head
    skip = candidate.source | candidate.cue
    words, others = 0, False
    ends = head > quotation.last and _ends_apart(parse, quotation, head)
    for j in range(low + 1, high):
        outside = quoted.inside[j] < 0
        if parse.words[j].pos != "PUNCT":
            words += outside and j not in skip
        elif outside and parse.words[j].text in (".", "?", "!"):
            ends = True
        others = others or (not outside and quoted.inside[j] != q and quoted.length(j) > _SHORT + 2)
    return words + _SENTENCE_AWAY * (ends + others) + _paragraphs_apart(parse, low, high)


def _ends_apart(parse: Parse, quotation: Quotation, head: int) -> bool:
    """The quotation closes its sentence within its marks, and the cue stands in the next one."""
    closing = parse.words[max(quotation.first, quotation.last - 1)].text[-1:]
    return closing == "." and quotation.last + 1 < head and parse.words[quotation.last + 1].text[0].isupper()


def _paragraphs_apart(parse: Parse, low: int, high: int) -> int:
    between = parse.text.find("\n", parse.words[low].end, parse.words[high].start)
    return 2 * _SENTENCE_AWAY if between >= 0 else 0


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
    end = last - 1
    while end > first and parse.words[end].text in _INNER_MARKS:
        end -= 1
    closing = parse.words[end].text[-1:] if last > first else ""
    after = last + 1 >= len(parse.words) or parse.words[last].text[-1:] not in "\"'\u201d\u00bb"
    return (
        last - first >= 2
        and before in ".!?,:;\"\u201d'\u2026\u00bb"
        and (closing in ".!?\u2026,-\u2014\u2013" or after)
    )


def _paragraph_numbers(parse: Parse) -> list[int]:
    return [number for number, (first, last) in enumerate(parse.paragraphs) for _ in range(first, last)]
